// Workflow commands, which GitHub shows beside the lines that they are about.
import { endOf, nameOf, placeOf } from "./place.js";
import { tallyInWords } from "./tally.js";

export const wants = { texts: true };

const COMMAND = { error: "error", warning: "warning", note: "notice" };

const escaped = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text) => escaped(String(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");

export function format(out, { quiet }) {
  return {
    body(record) {
      for (const { span, severity, message, hint, code } of record.report.problems) {
        const { line, column } = placeOf(record, span);
        const end = endOf(record, span);
        const properties = {
          file: nameOf(record),
          line,
          // Columns are of use only within one line.
          ...(end?.line === line && { col: column, endColumn: Math.max(end.column, column + 1) }),
          title: `hooklens ${code}`,
        };
        const said = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
        const words = hint === undefined ? message : `${message}: ${hint}`;
        out.write(`::${COMMAND[severity]} ${said.join(",")}::${escaped(words)}\n`);
      }
    },
    end({ files, tally }) {
      if (!quiet) out.write(`${tallyInWords(tally, files, out.paint)}\n`);
    },
  };
}
