/** The verdicts on many bodies, worked out in slices, so that the page goes on while they are. */

/** Milliseconds of work at a time: less than a frame. */
const SLICE = 12;

/**
 * Works them out when it is told to `run`, and goes on until it is told to `pause`. `statusOf` gives the status of a body,
 * `onProgress` is told after each slice.
 */
export function createVerdicts(bodies, statusOf) {
  const statuses = [];
  const places = { valid: [], invalid: [], unknown: [], malformed: [] };
  let timer;

  function slice(onProgress) {
    const end = performance.now() + SLICE;
    do {
      const status = statusOf(bodies[statuses.length]);
      places[status].push(statuses.length);
      statuses.push(status);
    } while (statuses.length < bodies.length && performance.now() < end);
    if (statuses.length < bodies.length) timer = setTimeout(slice, 0, onProgress);
    onProgress();
  }

  return {
    /** The statuses of the first bodies, as far as they are known. */
    statuses,
    /** By status the indices of the bodies that have it. */
    places,
    isDone: () => statuses.length === bodies.length,
    run(onProgress) {
      clearTimeout(timer);
      if (statuses.length < bodies.length) slice(onProgress);
    },
    pause: () => clearTimeout(timer),
  };
}
