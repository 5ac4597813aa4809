/** The verdicts on many bodies, worked out in slices, so that the page goes on while they are. */

/** Milliseconds of work at a time: less than a frame. */
const SLICE = 12;

/**
 * Works them out when it is told to `run`, and goes on until it is told to `pause`. `reportOf` gives the report on a body,
 * `onProgress` is told after each slice.
 */
export function createVerdicts(bodies, reportOf) {
  const kinds = new Map();
  const kindOf = [];
  let timer;

  function kindFor({ status, events }) {
    const ids = [...new Set(events.map(({ id }) => id))];
    const name = [status, ...ids].join(" ");
    if (!kinds.has(name)) kinds.set(name, { status, ids, places: [] });
    return kinds.get(name);
  }

  function slice(onProgress) {
    const end = performance.now() + SLICE;
    do {
      const kind = kindFor(reportOf(bodies[kindOf.length]));
      kind.places.push(kindOf.length);
      kindOf.push(kind);
    } while (kindOf.length < bodies.length && performance.now() < end);
    if (kindOf.length < bodies.length) timer = setTimeout(slice, 0, onProgress);
    onProgress();
  }

  /** How many bodies have each of what `namesOf` gives of their kind. */
  function counts(namesOf) {
    const counted = new Map();
    for (const kind of kinds.values())
      for (const name of namesOf(kind)) counted.set(name, (counted.get(name) ?? 0) + kind.places.length);
    return counted;
  }

  return {
    /** How many of the first bodies are known. */
    known: () => kindOf.length,
    isDone: () => kindOf.length === bodies.length,

    byStatus: () => counts(({ status }) => [status]),
    byEvent: () => counts(({ ids }) => ids),

    /** The indices of those known bodies whose kind passes: their status and the ids of their events. */
    where(passes) {
      const chosen = new Set([...kinds.values()].filter(passes));
      if (chosen.size === kinds.size) return { length: kindOf.length, at: (place) => place };
      const places =
        chosen.size === 1
          ? [...chosen][0].places
          : kindOf.flatMap((kind, index) => (chosen.has(kind) ? [index] : []));
      return { length: places.length, at: (place) => places[place] };
    },

    run(onProgress) {
      clearTimeout(timer);
      if (kindOf.length < bodies.length) slice(onProgress);
    },
    pause: () => clearTimeout(timer),
  };
}
