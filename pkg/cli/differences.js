// What deliveries have that the catalog does not: each difference once, with how often it is there, and where.
import { masked, maskedText } from "./masked.js";
import { nameOf } from "./place.js";
import { keysOf, valueAt } from "./pointer.js";

/** Of each code of a problem, what about the value tells one difference from another in the same place. */
const CODES = {
  "unknown-event": ({ found }) => found,
  "unexpected-field": (_, value) => kindOf(value),
  "misspelled-field": (_, value) => kindOf(value),
  "unexpected-value": (problem, value) => (isQuoted(problem, value) ? JSON.stringify(value) : shapeOf(value)),
  "wrong-type": (_, value) => kindOf(value),
  "bad-format": (_, value) => shapeOf(value),
};

/** In an archive of anything, everything is different: these are enough to see that. */
const MOST = 10_000;
const LONGEST = 60;

/** What of a value tells a difference from others in its place; undefined of what is none. */
export function detailOf(problem, text) {
  const { code, span } = problem;
  const value = code.endsWith("-field") ? memberAt(text, span) : parsed(text.slice(span.start, span.end));
  return CODES[code]?.(problem, value);
}

/** Whether a value may be told as it is: only one in the place of those that are listed, and that is no address. */
export function isQuoted({ code, allowed }, value) {
  if (code !== "unexpected-value" || allowed === undefined) return false;
  const text = JSON.stringify(value) ?? "";
  return typeof value !== "object" && text.length <= LONGEST && !text.includes("@");
}

export class Differences {
  #rows = new Map();
  omitted = 0;

  /** Takes those of one body; whether one of them is new. */
  add({ report, text = "", ...place }) {
    const before = this.#rows.size;
    const where = place.line === undefined ? nameOf(place) : `${nameOf(place)}:${place.line}`;
    for (const problem of report.problems) {
      const detail = detailOf(problem, text);
      if (detail === undefined) continue;
      const { code, pointer } = problem;
      const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
      const row = { event: eventOf(report, pointer), code, pointer: place, detail };
      this.#count(row, where, () => exampleOf(problem, text));
    }
    return this.#rows.size > before;
  }

  #count(row, where, exampleOf) {
    const key = keyOf(row);
    const known = this.#rows.get(key);
    if (known !== undefined) {
      known.count += 1;
      known.last = where;
    } else if (this.#rows.size < MOST) {
      this.#rows.set(key, { ...row, example: exampleOf(), count: 1, first: where, last: where });
    } else {
      this.omitted += 1;
    }
  }

  /** Those that `baseline` does not have; the most frequent first. */
  rows(baseline = []) {
    const known = new Set(baseline.map(keyOf));
    const rows = [...this.#rows].filter(([key]) => !known.has(key)).map(([, row]) => row);
    return rows.sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

const keyOf = ({ event, code, pointer, detail }) => JSON.stringify([event, code, pointer, detail]);

/** The event that a place is in; of several the innermost. */
function eventOf({ events }, pointer) {
  const around = events.filter(
    (event) => pointer === event.pointer || pointer.startsWith(`${event.pointer}/`),
  );
  return around.at(-1)?.id ?? null;
}

/** The value of the key that is in a place: what of it says its kind. */
function memberAt(text, { end }) {
  const rest = text.slice(end, end + LONGEST).replace(/^\s*:\s*/, "");
  if (rest.startsWith("{")) return {};
  if (rest.startsWith("[")) return [];
  if (rest.startsWith('"')) return "";
  return parsed(/^[\w.+-]*/.exec(rest)[0]);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function kindOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return (
    { string: "a string", number: "a number", boolean: "a boolean", object: "an object" }[typeof value] ??
    "a value"
  );
}

/** What a text looks like, with none of it in it. */
const shapeOf = (value) =>
  typeof value === "string" ? `like ${JSON.stringify(maskedText(value))}` : kindOf(value);

/** What is different, masked: the value, or of an event that is not known the body. */
function exampleOf(problem, text) {
  const body = parsed(text.replace(/^\uFEFF/, ""));
  if (problem.code === "unknown-event") return masked(body);
  const value = valueAt(body, keysOf(problem.pointer));
  return isQuoted(problem, value) ? value : masked(value);
}
