import { laterParts } from "./inside-later.js";
import { say } from "./toast.js";

/** What compares the body with another: it comes when it is first asked for. */
export function compareLater(inspector, calls) {
  let compare;
  return {
    async toggle() {
      try {
        const { createCompare } = await laterParts();
        compare ??= createCompare(inspector, calls);
        compare.toggle();
      } catch (error) {
        say(`Compare could not be loaded: ${error.message}.`);
      }
    },
    update: () => compare?.update(),
    put: (text) => compare.put(text),
  };
}
