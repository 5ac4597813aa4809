// A line of JSON for each body with problems.
import { plainRecord } from "./plain-record.js";

export const wants = {};

export const format = (out) => ({
  body(record) {
    out.write(`${JSON.stringify(plainRecord(record))}\n`);
  },
  end() {},
});
