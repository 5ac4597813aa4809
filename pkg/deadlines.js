// For how long a body is waited for. What waits has `late()`, which is called when its time is over.

/** A timer for each: where timers belong to a request, as in Workers. */
export class Timers {
  constructor(timeout) {
    this.timeout = timeout;
  }

  add(waiting) {
    waiting.timer = setTimeout(() => waiting.late(), this.timeout);
  }

  remove(waiting) {
    clearTimeout(waiting.timer);
  }
}

/** Into how many parts a shared timer divides the time: what waits may wait for one more. */
const PARTS = 10;

/**
 * One timer for all, since one for each costs more than all else that an endpoint adds to a request. What waits is in a
 * ring, from the oldest on: the timer is where it begins and ends.
 */
export class SharedTimer {
  part = 0;
  next = this;
  previous = this;
  timer = undefined;

  constructor(timeout) {
    this.timeout = timeout;
  }

  add(waiting) {
    waiting.since = this.part;
    waiting.next = this;
    waiting.previous = this.previous;
    this.previous.next = waiting;
    this.previous = waiting;
    this.timer ??= setInterval(() => this.tick(), Math.ceil(this.timeout / PARTS)).unref();
  }

  remove(waiting) {
    waiting.previous.next = waiting.next;
    waiting.next.previous = waiting.previous;
    // What is over must not hold what came after it: once one is old, none of them would be collected with the young.
    waiting.next = undefined;
    waiting.previous = undefined;
  }

  tick() {
    this.part += 1;
    for (let oldest = this.next; oldest !== this; oldest = this.next) {
      if (this.part - oldest.since <= PARTS) return;
      this.remove(oldest);
      oldest.late();
    }
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
