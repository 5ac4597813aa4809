// What deliveries have that the catalog does not: each difference once, with how often it is there, and where.
import { nameOf } from "./place.js";

/** Of each code of a problem, what about the value tells one difference from another in the same place. */
const CODES = {
  "unknown-event": ({ found }) => found,
  "unexpected-field": (_, value) => kindOf(value),
  "misspelled-field": (_, value) => kindOf(value),
  "unexpected-value": (_, value) => textOf(value),
  "wrong-type": (_, value) => kindOf(value),
  "bad-format": (_, value) => shapeOf(value),
};

/** In an archive of anything, everything is different: these are enough to see that. */
const MOST = 10_000;
const LONGEST = 60;

export class Differences {
  #rows = new Map();
  omitted = 0;

  /** Those of one body. */
  add({ report, text = "", ...place }) {
    const where = place.line === undefined ? nameOf(place) : `${nameOf(place)}:${place.line}`;
    for (const problem of report.problems) {
      const detail = CODES[problem.code];
      if (detail === undefined) continue;
      const { code, pointer } = problem;
      const value = code.endsWith("-field") ? memberAt(text, problem.span) : valueAt(text, problem.span);
      this.#count({
        event: eventOf(report, pointer),
        code,
        pointer: pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*"),
        detail: detail(problem, value),
        where,
      });
    }
  }

  #count({ where, ...row }) {
    const key = keyOf(row);
    const known = this.#rows.get(key);
    if (known !== undefined) {
      known.count += 1;
      known.last = where;
    } else if (this.#rows.size < MOST) {
      this.#rows.set(key, { ...row, count: 1, first: where, last: where });
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

function valueAt(text, { start, end }) {
  return parsed(text.slice(start, end));
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

/** A value of an enumeration is no person's. */
function textOf(value) {
  const text = JSON.stringify(value) ?? "a value";
  return text.length > LONGEST ? kindOf(value) : text;
}

/** What a text looks like, with none of it in it. */
function shapeOf(value) {
  if (typeof value !== "string") return kindOf(value);
  const shape = value.slice(0, LONGEST).replaceAll(/\p{L}/gu, "a").replaceAll(/\p{N}/gu, "9");
  return `like ${JSON.stringify(shape.replaceAll(/a{4,}/g, "aaa\u2026").replaceAll(/9{5,}/g, "9999\u2026"))}`;
}
