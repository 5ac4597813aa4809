// A line for each problem, as compilers write them.
import { placeInWords } from "./place.js";
import { visible } from "./visible.js";
import { tallyInWords } from "./tally.js";

export const wants = {};

export function format(out, { quiet }) {
  const { paint } = out;
  const COLOURS = { error: paint.red, warning: paint.yellow, note: paint.cyan };
  return {
    body(record) {
      for (const { span, severity, message, hint, code } of record.report.problems) {
        const advice = hint === undefined ? "" : ` (${visible(hint)})`;
        const place = visible(placeInWords(record, span));
        out.write(`${place}: ${COLOURS[severity](severity)}: ${visible(message)}${advice} [${code}]\n`);
      }
    },
    end({ files, tally }) {
      if (!quiet) out.write(`${tallyInWords(tally, files, paint)}\n`);
    },
  };
}
