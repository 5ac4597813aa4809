// Everything in one JSON document: each body, and how many there are of each kind.
import { plainRecord } from "./plain-record.js";
import { plainTally } from "./tally.js";

export const wants = { all: true };

export function format(out) {
  let separator = '{"bodies":[\n';
  return {
    body(record) {
      out.write(separator + JSON.stringify(plainRecord(record)));
      separator = ",\n";
    },
    end({ files, tally, failures }) {
      if (tally.bodies === 0) out.write(separator);
      const summary = { files, ...plainTally(tally), failures };
      out.write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
}
