// An example with other values, each as its schema and the value itself say that it may be.
import { isFreshened } from "./fresh.js";
import { schemasAt } from "./locate.js";
import { textFor } from "./pattern.js";
import { textOfFormat, wordFor } from "./words.js";

/** One in so many fields that may be absent or null is so, and one in so many lists is longer or shorter. */
const RARELY = 5;

/** Texts of which equal ones are most likely one and the same: they stay equal. */
const LONG = 6;

/** A body with other values than an example has; none is changed that `accepts` does not take. */
export function varied(example, schema, random, accepts) {
  const variation = new Variation(structuredClone(example), schema, random, accepts);
  variation.reshape([]);
  variation.revalue();
  return variation.value;
}

class Variation {
  constructor(value, schema, random, accepts) {
    Object.assign(this, { value, schema, random, accepts });
  }

  /** Does something to the object or list at a path, and takes it back where that is not accepted. */
  #attempt(path, act) {
    const before = structuredClone(this.#at(path));
    act(this.#at(path));
    if (this.accepts(this.value)) return;
    if (path.length === 0) this.value = before;
    else this.#put(path, before);
  }

  #at(path) {
    return path.reduce((inner, key) => inner[key], this.value);
  }

  #schemasAt(path) {
    return schemasAt(this.schema, this.schema, path, this.value);
  }

  /** Lists of other lengths, and fields that are null or absent. */
  reshape(path) {
    const value = this.#at(path);
    if (Array.isArray(value)) this.#resize(path, value);
    if (typeof value !== "object" || value === null) return;
    const required = this.#schemasAt(path).flatMap(({ required }) => required ?? []);
    for (const key of Object.keys(this.#at(path))) {
      const inner = Array.isArray(value) ? Number(key) : key;
      if (Array.isArray(value) || !this.random.isOneIn(RARELY)) this.reshape([...path, inner]);
      else if (required.includes(key)) this.#attempt(path, (fields) => (fields[key] = null));
      else this.#attempt(path, (fields) => delete fields[key]);
    }
  }

  #resize(path, { length }) {
    if (length === 0 || !this.random.isOneIn(RARELY)) return;
    const isLonger = this.random.isOneIn(2);
    this.#attempt(path, (list) => {
      if (isLonger) list.push(structuredClone(list.at(-1)));
      else list.pop();
    });
  }

  /** Other texts, numbers and booleans. */
  revalue() {
    const groups = new Map();
    for (const { path, value } of leavesOf(this.value)) {
      const isNamed = typeof value === "string" && value.length >= LONG;
      const name = isNamed ? value : JSON.stringify(path);
      groups.set(name, [...(groups.get(name) ?? []), path]);
    }
    for (const paths of groups.values()) {
      const value = this.#at(paths[0]);
      const other = this.#otherThan(value, paths[0]);
      if (other === undefined || other === value) continue;
      if (this.#replace(paths, value, other) || paths.length === 1) continue;
      for (const path of paths) this.#replace([path], value, other);
    }
  }

  /** Whether another value in all of these places is accepted; else they have the old one. */
  #replace(paths, value, other) {
    for (const path of paths) this.#put(path, other);
    const isFine = this.accepts(this.value);
    if (!isFine) for (const path of paths) this.#put(path, value);
    return isFine;
  }

  #put(path, value) {
    this.#at(path.slice(0, -1))[path.at(-1)] = value;
  }

  #otherThan(value, path) {
    const name = String(path.findLast((key) => typeof key === "string") ?? "");
    const schemas = this.#schemasAt(path);
    if (schemas.some((schema) => Object.hasOwn(schema, "const"))) return undefined;
    const listed = schemas.flatMap(({ enum: values, examples }) => values ?? examples ?? []);
    const fitting = listed.filter((other) => typeof other === typeof value);
    if (fitting.length > 0) return this.random.oneOf(fitting);
    if (typeof value === "boolean") return this.random.isOneIn(2);
    if (typeof value === "number") return otherNumber(value, schemas, this.random);
    return otherText(value, name, schemas, this.random);
  }
}

/** Every value that is no object, no list and not null. */
function* leavesOf(value, path = []) {
  if (typeof value !== "object") yield { path, value };
  else if (Array.isArray(value))
    for (const [at, inner] of value.entries()) yield* leavesOf(inner, [...path, at]);
  else if (value !== null)
    for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key]);
}

function otherNumber(value, schemas, random) {
  if (isFreshened(String(value))) return undefined;
  const least = Math.max(Math.min(0, 2 * value), ...schemas.map(({ minimum = -Infinity }) => minimum));
  const most = Math.min(2 * Math.abs(value) + 5, ...schemas.map(({ maximum = Infinity }) => maximum));
  const [, fraction = ""] = String(value).split(".");
  const steps = 10 ** Math.min(fraction.length, 6);
  return random.between(Math.ceil(least * steps), Math.floor(most * steps)) / steps;
}

function otherText(value, name, schemas, random) {
  if (isFreshened(value)) return undefined;
  if (/^https?:\/\//.test(value)) return textOfFormat("uri", random);
  // What is made of parts keeps them, with other numbers in it.
  if (/\d/.test(value)) return value.replaceAll(/\d/g, () => random.text("123456789", 1));
  for (const { format } of schemas) {
    const text = textOfFormat(format, random);
    if (text !== undefined) return text;
  }
  const { pattern } = schemas.find((schema) => typeof schema.pattern === "string") ?? {};
  return pattern === undefined ? wordFor(name, random) : textFor(pattern, random);
}
