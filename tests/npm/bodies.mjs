// Bodies for properties: near to real ones, far from them, and no JSON at all.
import fc from "fast-check";
import { validate } from "hooklens";
import { corpus } from "./corpus.mjs";

const { RUNS } = process.env;

/** So many runs, always the same ones; with RUNS=n in the environment n times as many, and others each time. */
export function holds(property, numRuns) {
  const runs = RUNS === undefined ? { seed: 3, numRuns } : { numRuns: Math.ceil(numRuns * RUNS) };
  fc.assert(property, { ...runs, includeErrorInReport: true });
}

/** Whether there are enough runs to meet everything that can be met. */
export const isThorough = !(RUNS < 1);

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of bytes, a byte order mark kept; undefined where they are not UTF-8. */
export function textOf(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What `JSON.parse` makes of a text; undefined where it is no JSON. */
export function jsonOf(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

export const isContainer = (value) => typeof value === "object" && value !== null;

const texts = corpus()
  .map(({ bytes }) => textOf(bytes))
  .filter((text) => text !== undefined && text.length < 5_000);
const values = texts.map(jsonOf).filter(isContainer);

/** Every event that is documented, decoded. */
export const events = values.filter((value) => validate(value).valid);

/** Values that are nearly right somewhere, and values that are right nowhere. */
const ODD = [
  ...[null, true, false, 0, 1, -0, 1.5, 1e21, 2 ** 53, -(2 ** 63), 1e-7, 1741954370],
  ...[
    "",
    " ",
    "x",
    "é😀日",
    "\u0000",
    "\ud800",
    "a\udfffb",
    "\ufeff",
    "\u2028",
    '"\\/\b\f\n\r\t',
    "__proto__",
  ],
  ...[[], {}, [[]], [{}], [null], { a: { b: [] } }, JSON.parse('{ "__proto__": { "valid": true } }')],
  ...["5e751d54d0510472295413b3", "5E751D54D0510472295413B", "c53b1fcb-e112-465c-ad3e-8b64cf2f602c"],
  ...["2023-06-16 19:06:18.944575+0000", "2016-12-31T23:59:60Z", "/v1/x?a=b&a=c", "https://example.com/v1/x"],
  ...[
    "refresh",
    "credentials.created",
    "account.flow.executed",
    "acs_credential.issued",
    "pos.order.completd",
  ],
];

const NAMES = [
  ...["event", "evnt", "events", "Event", "payload", "header", "id_user", "id_usr", "url", "rid", "data"],
  ...["", "x", "é", "\ud800", "a/b~c", "__proto__", "constructor", "toJSON", "length", "0", "hasOwnProperty"],
];

export const oneOf = (list, seed) => list[seed % list.length];
const odd = (seed) => structuredClone(oneOf(ODD, seed));

/** Every container of a value, itself included. */
export function containers(value, found = []) {
  if (!isContainer(value)) return found;
  found.push(value);
  for (const key of Object.keys(value)) containers(value[key], found);
  return found;
}

/** The places of a value: each container that something is in, and the key of it there. */
export function places(value, found = []) {
  if (!isContainer(value)) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    places(value[key], found);
  }
  return found;
}

/** Defined, not assigned: `__proto__` is a name like any other. */
export function put(container, key, value) {
  const name = Array.isArray(container) && !/^\d+$/.test(key) ? container.length : key;
  Object.defineProperty(container, name, { value, writable: true, enumerable: true, configurable: true });
}

export function drop(container, key) {
  if (Array.isArray(container)) container.splice(key, 1);
  else delete container[key];
}

/**
 * A copy of a body after some steps `[name, where, seed]`, each a call of the mutation of that name with a place, the
 * seed and all places.
 */
export function mutated(original, steps, mutations) {
  const body = structuredClone(original);
  for (const [kind, where, seed] of steps) {
    const all = places(body);
    if (all.length > 0) mutations[kind](oneOf(all, where), seed, all);
  }
  // A cycle, an `undefined` or a `-0` is nothing that JSON has.
  return JSON.parse(JSON.stringify(body));
}

const STEPS = {
  drop,
  insert: (container, key, seed) => put(container, oneOf(NAMES, seed >> 8), odd(seed)),
  replace: (container, key, seed) => put(container, key, odd(seed)),
  rename(container, key, seed) {
    const value = container[key];
    drop(container, key);
    put(container, seed % 3 ? key.slice(1) : oneOf(NAMES, seed), value);
  },
  misspell(container, key, seed) {
    const text = String(container[key]);
    const at = seed % (text.length + 1);
    put(container, key, text.slice(0, at) + text.slice(at + 1 + (seed % 2)));
  },
  repeat: (container, key) => put(container, `${key}s`, structuredClone(container[key])),
  wrap: (container, key, seed) =>
    put(container, key, seed % 2 ? [container[key]] : { value: container[key] }),
};

function changed(original, steps) {
  const value = structuredClone(original);
  for (const [step, where, seed] of steps) {
    const container = oneOf(containers(value), where);
    const keys = Object.keys(container);
    if (keys.length === 0) STEPS.insert(container, undefined, seed);
    else STEPS[step](container, oneOf(keys, where >> 12), seed);
  }
  // As JSON has it: no -0 for one.
  return JSON.parse(JSON.stringify(value));
}

const number = fc.nat({ max: 2 ** 30 });
const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), number, number);
const near = (originals, maxLength) =>
  fc.tuple(fc.constantFrom(...originals), fc.array(step, { maxLength })).map((made) => changed(...made));

/** A body that is decoded: an event, something near to one, or any JSON. */
export const decoded = fc.oneof(
  { weight: 4, arbitrary: near(events, 2) },
  { weight: 4, arbitrary: near(values, 6) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.array(fc.jsonValue({ stringUnit: "binary" })),
      fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" })),
    ),
  },
);

/** An event that is sent with more in it than is known, mostly valid. */
export const extended = fc
  .tuple(
    fc.constantFrom(...events),
    number,
    fc.string({ unit: "binary" }),
    fc.jsonValue({ stringUnit: "binary" }),
  )
  .map(([original, where, name, extra]) => {
    const value = structuredClone(original);
    const objects = containers(value).filter((container) => !Array.isArray(container));
    put(oneOf(objects, where), where % 3 ? `x${name}` : oneOf(NAMES, where >> 8), extra);
    return JSON.parse(JSON.stringify(value));
  });

const spell = (text) => text.replace(/[^\x00-\x7f]|\//g, (unit) => [...unit].map(escape).join(""));
const escape = (unit) =>
  [...Array(unit.length).keys()]
    .map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");

const FORMATS = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 2),
  (value) => JSON.stringify(value, null, "\t").replaceAll("\n", "\r\n"),
  (value) => ` ${JSON.stringify(value, null, " \n\r")} \n`,
  (value) => `\ufeff${JSON.stringify(value)}`,
  (value) => spell(JSON.stringify(value)),
];

/** A decoded body and the text of it, in one of many spellings. */
export const spelled = fc
  .tuple(decoded, fc.constantFrom(...FORMATS))
  .map(([value, format]) => ({ value, text: format(value) }));

const TOKENS = [
  ...[
    '{"',
    '"}',
    '":',
    ',"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "\\",
    "\\u",
    "\\ud83d",
    "//",
    "/*",
    "'",
    "\n",
  ],
  ...[
    "null",
    "tru",
    "NaN",
    "-",
    "0",
    "01",
    "1.",
    ".5",
    "1e",
    "1e400",
    "9007199254740993",
    "+1",
    "0x1",
    "\ufeff",
  ],
  ...[
    "\u0000",
    "\u001f",
    "\u007f",
    "\u0080",
    "\u00a0",
    "\u2028",
    "\ud800",
    "\udc00",
    "😀",
    "”",
    "event",
    "rid",
  ],
];
const soup = fc.array(fc.constantFrom(...TOKENS, ...TOKENS.slice(0, 11)), { maxLength: 30 });

/** Text that someone may send as a body: JSON, JSON that is torn or has something wrong in it, or none. */
export const text = fc.oneof(
  { weight: 3, arbitrary: spelled.map((made) => made.text) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.oneof(
          spelled.map((made) => made.text),
          fc.constantFrom(...texts),
        ),
        number,
        number,
        soup,
      )
      .map(([whole, where, seed, tokens]) => {
        const at = where % (whole.length + 1);
        if (seed % 4 === 0) return whole.slice(0, at);
        return whole.slice(0, at) + tokens.slice(0, seed % 3).join("") + whole.slice(at + ((seed >> 4) % 3));
      }),
  },
  { weight: 2, arbitrary: soup.map((tokens) => tokens.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

const encoder = new TextEncoder();

/** Bytes: mostly those of a text, with some of them others. */
export const bytes = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        text,
        fc.array(fc.tuple(number, fc.oneof(fc.nat({ max: 255 }), fc.integer({ min: 0x80, max: 0xff }))), {
          maxLength: 3,
        }),
      )
      .map(([whole, edits]) => {
        const made = encoder.encode(whole);
        for (const [at, byte] of edits) if (made.length > 0) made[at % made.length] = byte;
        return made;
      }),
  },
);
