// What may be asked of `createHookLens`, checked before anything is loaded.
import { read } from "./body.js";
import { shown } from "./shown.js";

const FORMATS = ["warn", "assert"];
const PATTERNS = ["host"];

const oneOf = (words) => [words.map((word) => `"${word}"`).join(" or "), (value) => words.includes(value)];

const isFilled = (value) => typeof value === "string" && value !== "";

/** A part of ids, with nothing in it that separates them. */
const isName = (value) => isFilled(value) && !/[/\p{Cc}]/u.test(value);

/** NUL is what the module separates them with. */
const isEventType = (value) => isFilled(value) && !value.includes("\0");

/** Of each option what is expected, and whether a value is that. */
const OPTIONS = {
  catalogs: ["an array of catalog sources", Array.isArray],
  builtIn: ["a boolean", (value) => typeof value === "boolean"],
};

const SOURCE = {
  document: ["a catalog document", (value) => value !== undefined],
  name: ["a text without a slash or control characters, not empty", isName],
  events: [
    "an array of event types, none empty",
    (value) => Array.isArray(value) && value.every(isEventType),
  ],
  formats: oneOf(FORMATS),
  patterns: oneOf(PATTERNS),
};

/** The sources to load, their documents as text or bytes, and whether the built-in providers are wanted. */
export function catalogOptions(options = {}) {
  const { catalogs = [], builtIn = true } = checked(options, "options", OPTIONS);
  return { sources: Array.from(catalogs, sourceOf), builtIn };
}

function sourceOf(source, index) {
  const place = `options.catalogs[${index}]`;
  const { document, name, events, formats, patterns } = checked(source, place, SOURCE);
  const raw = read(document, `${place}.document`);
  const isDecoded = typeof raw === "string" && typeof document !== "string";
  return { raw, isDecoded, name, events, asserts: formats === "assert", hosts: patterns === "host" };
}

/** The values of an object that may have these. */
function checked(given, place, expectations) {
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    throw new TypeError(
      `expected ${place} as an object, found ${Array.isArray(given) ? "an array" : shown(given)}`,
    );
  }
  const names = Object.keys(expectations);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw new TypeError(`expected ${place} of ${names.join(", ")}, found ${name}`);
  }
  const values = {};
  for (const name of names) {
    values[name] = given[name];
    const [expected, fits] = expectations[name];
    if (values[name] !== undefined && !fits(values[name])) {
      throw new TypeError(`expected ${place}.${name} as ${expected}, found ${shown(values[name])}`);
    }
  }
  return values;
}
