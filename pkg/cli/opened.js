// What is open while a command goes through bodies: its files, a lens, its output, its progress.
import { openProgress } from "./checker.js";
import { filesOf } from "./inputs.js";
import { openLens, settingsOf } from "./open.js";
import { openOutput } from "./output.js";
import { sayError } from "./say-error.js";

/** Opens it; `fail` tells an error and counts it in `failures`, and the files after it go on. The lens is of a module. */
export async function opened({ values, paths }, module) {
  const progress = await openProgress();
  let failures = 0;
  const fail = (error) => {
    progress.clear();
    sayError(error);
    failures += 1;
  };
  const files = filesOf(paths.length === 0 ? ["-"] : paths, values, fail);
  const settings = settingsOf(values);
  const lens = await openLens(settings, module);
  return {
    files,
    given: { values, settings, lens, out: openOutput(values.output), progress, fail },
    get failures() {
      return failures;
    },
  };
}
