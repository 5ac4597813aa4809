// What `onOutcome` is told of the time: how long each step took, in milliseconds.

export class Trace {
  #start = performance.now();
  #last = this.#start;
  durations = {};
  /** The size of the body, once it is known. */
  bytes = 0;

  /** The step of that name ends now. */
  mark(name) {
    const now = performance.now();
    this.durations[name] = now - this.#last;
    this.#last = now;
  }

  /** Says what became of a delivery, where it was one; `more` is what only its adapter knows. */
  tell({ onOutcome }, { outcome, accepted, report, error }, more) {
    if (outcome === undefined) return;
    const events = (accepted?.events ?? report?.events ?? []).map(({ id }) => id);
    const durations = { ...this.durations, total: performance.now() - this.#start };
    onOutcome({ outcome, events, error, bytes: this.bytes, durations, ...more });
  }
}
