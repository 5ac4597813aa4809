// What is wrong, for people: each body with problems, and a summary.
import { tableOf, tallyInWords } from "./tally.js";

export const wants = { texts: true };

export function format(out, { quiet }) {
  const write = (line) => out.write(`${line}\n`);
  let writer;
  return {
    // Where nothing is wrong, what shows that is not loaded.
    async body(record) {
      writer ??= (await import("./pretty-body.js")).bodyWriter(out);
      writer(record);
    },
    end({ files, tally }) {
      if (quiet) return;
      write(tallyInWords(tally, files, out.paint));
      tableOf(tally, out.paint).forEach(write);
    },
  };
}
