// Steps that are taken in one turn for as long as nothing has to be waited for: an answer then leaves in the turn in which
// the body ended. They are written once, whether something is waited for or not.

export function isThenable(value) {
  return value !== null && typeof value === "object" && typeof value.then === "function";
}

/** What `next` makes of a value, or a promise of it where the value has to be waited for. */
export function then(value, next) {
  return isThenable(value) ? Promise.resolve(value).then(next) : next(value);
}

/** The same of what `give` gives; `caught` makes it of what is thrown on the way. */
export function attempt(give, next, caught) {
  try {
    const made = then(give(), next);
    return isThenable(made) ? made.then(undefined, caught) : made;
  } catch (error) {
    return caught(error);
  }
}

/**
 * Calls `work.step()` until it gives something, and gives that, or a promise of it where a step has to be waited for.
 * What is thrown goes to `work.caught(error)`, which gives something in its place.
 */
export function run(work) {
  try {
    for (;;) {
      const given = work.step();
      if (isThenable(given)) return wait(work, given);
      if (given !== undefined) return given;
    }
  } catch (error) {
    return work.caught(error);
  }
}

async function wait(work, given) {
  try {
    for (let value = await given; ; value = await work.step()) if (value !== undefined) return value;
  } catch (error) {
    return work.caught(error);
  }
}
