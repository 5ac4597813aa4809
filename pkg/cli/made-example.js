// An example of an event made from its schema, where a document has none: the event's own, and valid if that can be.
import { saidAt } from "./locate.js";
import { madeFrom } from "./made.js";
import { keysOf, put, valueAt } from "./pointer.js";
import { Random } from "./random.js";

/** How often an example, or a value in it, is made until one is valid. */
const ATTEMPTS = 10;

/** The name of an event is looked for among so many of the first texts. */
const MOST_TEXTS = 100;

/** An example with as few problems as are to be had, and known as that event where its name is in it. */
export function madeExample({ id, type }, schema, validate) {
  const problemsOf = (value) => validate(JSON.stringify(value), { event: id }).problems;
  let best;
  for (let attempt = 0; attempt < ATTEMPTS && best?.problems.length !== 0; attempt++) {
    const value = madeFrom(schema, schema, new Random(attempt));
    // What one part of a schema adds another may forbid.
    for (const { code, pointer } of problemsOf(value))
      if (code === "unexpected-field") remove(value, pointer);
    const problems = problemsOf(value);
    if (best === undefined || problems.length < best.problems.length) best = { value, problems };
  }
  for (let attempt = 0; attempt < ATTEMPTS && best.problems.length > 0; attempt++)
    best = remade(best, schema, new Random(attempt, 1), problemsOf);
  const isIt = (body) => {
    const { valid, events } = validate(body);
    return valid && events.length === 1 && events[0].id === id;
  };
  return named(best.value, type, isIt);
}

/** What chance chose wrongly in one place is made anew there, and kept if there are fewer problems. */
function remade(before, schema, random, problemsOf) {
  let best = before;
  for (const { pointer } of before.problems) {
    const path = pathOf(pointer, best.value);
    if (path.length === 0) continue;
    const value = structuredClone(best.value);
    const said = saidAt(schema, schema, path, value).filter((part) => part !== undefined);
    const parent = parentOf(value, path);
    if (said.length === 0 || parent === undefined) continue;
    put(parent, path.at(-1), madeFrom({ allOf: said }, schema, random));
    const problems = problemsOf(value);
    if (problems.length < best.problems.length) best = { value, problems };
  }
  return best;
}

/** The keys of a pointer, elements' numbers as numbers. */
function pathOf(pointer, value) {
  let inner = value;
  return keysOf(pointer).map((key) => {
    const own = Array.isArray(inner) ? Number(key) : key;
    inner = inner?.[own];
    return own;
  });
}

/** The value with the event's name where that makes it known as the event, unless it is already. */
function named(value, type, isIt) {
  if (isIt(JSON.stringify(value))) return value;
  // A name is near the root.
  const waiting = [value];
  let left = MOST_TEXTS;
  for (const at of waiting) {
    if (typeof at !== "object" || at === null) continue;
    for (const [key, inner] of Object.entries(at)) {
      waiting.push(inner);
      if (typeof inner !== "string") continue;
      if (left-- === 0) return value;
      at[key] = type;
      if (isIt(JSON.stringify(value))) return value;
      at[key] = inner;
    }
  }
  return value;
}

function remove(value, pointer) {
  const keys = keysOf(pointer);
  delete parentOf(value, keys)?.[keys.at(-1)];
}

/** The object or array that the last of some keys stands in; undefined where there is none. */
function parentOf(value, keys) {
  const parent = valueAt(value, keys.slice(0, -1));
  return typeof parent === "object" && parent !== null ? parent : undefined;
}
