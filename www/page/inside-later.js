import { say } from "./toast.js";

let loading;

/** The parts of the page that come when they are asked for. */
export function laterParts() {
  loading ??= import("./later.js").catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** What is inside the body, which is drawn once there is something. */
export function createInside(calls) {
  let inside;
  let now = [null, undefined];

  async function load() {
    try {
      const { createInside } = await laterParts();
      inside ??= createInside(calls);
      inside.show(...now);
    } catch (error) {
      say(`What is inside could not be shown: ${error.message}.`);
    }
  }

  return {
    /** `next` is what was found, null for nothing; `holder` is what the body was opened from, if it was. */
    show(next, holder) {
      now = [next, holder];
      if (inside) inside.show(next, holder);
      else if (next || holder) load();
    },
    // They come after what was drawn.
    focusBack: () => inside.focusBack(),
    focusOpened: () => inside.focusOpened(),
  };
}
