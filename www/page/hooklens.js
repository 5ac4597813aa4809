// The one file of the page that imports the package. It is called on the page's own thread: a megabyte
// takes a few milliseconds, less than a worker takes to wake up and answer (see www/bench.mjs).
import wasm from "hooklens/hooklens.wasm";
import { catalog, init, normalize, parse, validate } from "hooklens/slim";
import { fieldRows } from "./field-rows.js";

export { catalog, validate };

// A file of its own is compiled while it arrives, and is a third smaller than in base64.
await init(fetch(new URL(wasm, import.meta.url)));

const ROUNDS = 20;

/** The whole catalog, with descriptions, examples and schemas: a file of its own. */
export const whole = async () => (await import("hooklens/catalog")).catalog;

/** Rounds of edits that mend a body: a mended syntax error can uncover further fixes. */
export function mend(body) {
  const rounds = [];
  while (rounds.length < ROUNDS) {
    const fixes = validate(body).problems.flatMap((problem) => problem.fix ?? []);
    if (fixes.length === 0) break;
    fixes.sort((a, b) => a.start - b.start);
    rounds.push(fixes.map(({ start, end, text }) => ({ from: start, to: end, insert: text })));
    for (const { start, end, text } of fixes.reverse()) body = body.slice(0, start) + text + body.slice(end);
  }
  return rounds;
}

export const normalized = (body) => JSON.stringify(normalize(body), null, 2);

/** A body's events field by field, and as `parse` gives them where the body is valid. */
export function fields(body, report, schemaOf) {
  const value = JSON.parse(body.replace(/^\uFEFF/, ""));
  const text = report.valid ? JSON.stringify(parse(body), null, 2) : null;
  return { text, ...fieldRows(value, report, schemaOf) };
}
