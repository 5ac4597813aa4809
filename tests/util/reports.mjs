// Whether the package says what the crate says, of bodies and of what the crate said of each; see tests/agreement.rs.
import { readFileSync } from "node:fs";
import { PayloadError, normalize, validate } from "../../pkg/index.js";

const input = readFileSync(0);
const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
let at = 0;

/** What comes next: its length in four bytes, then itself. */
function next() {
  const start = at + 4;
  at = start + view.getUint32(at, true);
  return input.subarray(start, at);
}

function asText(bytes) {
  try {
    return text.decode(bytes);
  } catch {
    return undefined;
  }
}

function normalized(body) {
  try {
    return JSON.stringify(normalize(body));
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
    return JSON.stringify(error.report);
  }
}

const differences = [];
let count = 0;
for (; at < input.length; count++) {
  const [body, report, events] = [next(), text.decode(next()), text.decode(next())];
  const expected = { report, events: events === "" ? report : JSON.stringify(JSON.parse(events)) };
  const string = asText(body);
  for (const [form, value] of [
    ["bytes", body],
    ["text", string],
  ]) {
    if (value === undefined) continue;
    const found = { report: JSON.stringify(validate(value)), events: normalized(value) };
    for (const part of ["report", "events"]) {
      if (found[part] === expected[part]) continue;
      const shown = string ?? body.toString("latin1");
      differences.push(
        `${part} of ${form} ${JSON.stringify(shown)}\n  crate   ${expected[part]}\n  package ${found[part]}`,
      );
    }
  }
}
if (differences.length > 0) {
  console.error(
    `${differences.length} differences over ${count} bodies:\n${differences.slice(0, 5).join("\n")}`,
  );
  process.exitCode = 1;
} else {
  console.log(`${count} bodies agree`);
}
