// Steps, written as a generator, that are run as those of an async function would be, but in one turn for as long as
// nothing has to be waited for: an answer then leaves in the turn in which the body ended.

export function isThenable(value) {
  return value !== null && typeof value === "object" && typeof value.then === "function";
}

/** Runs steps to their end; what is yielded is waited for if it can be. Either `done` or `failed` is called, once. */
export function run(steps, done, failed) {
  advance(steps, "next", undefined, done, failed);
}

export function promiseOf(steps) {
  return new Promise((resolve, reject) => run(steps, resolve, reject));
}

function advance(steps, method, value, done, failed) {
  for (;;) {
    let step;
    try {
      step = steps[method](value);
    } catch (error) {
      return failed(error);
    }
    ({ value } = step);
    if (step.done) return done(value);
    if (isThenable(value)) return wait(steps, value, done, failed);
    method = "next";
  }
}

function wait(steps, thenable, done, failed) {
  let waiting = true;
  // What is no real promise may call twice.
  const go = (method) => (value) => {
    if (!waiting) return;
    waiting = false;
    advance(steps, method, value, done, failed);
  };
  thenable.then(go("next"), go("throw"));
}
