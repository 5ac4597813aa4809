// A value made from a schema, where a document has no example.
import { led } from "../described.js";
import { isListed, isType } from "./locate.js";
import { textFor } from "./pattern.js";
import { textOfFormat, wordFor } from "./words.js";

/** An object that is deeper has only what it must have, and one that is deeper still is empty: no body would end. */
const DEEP = 6;
const DEEPEST = 40;

/** No example has more values than about these. */
const MOST_VALUES = 20_000;

const MOST_ELEMENTS = 100;

/** A value that a schema is likely to accept; its references lead into `root`. */
export function madeFrom(schema, root, random) {
  return new Maker(root, random).value(schema, "", 0);
}

class Maker {
  #made = 0;

  constructor(root, random) {
    Object.assign(this, { root, random });
  }

  value(schema, name, depth) {
    this.#made += 1;
    const parts = this.#partsOf(schema);
    const listed = parts.flatMap(listedIn).filter((value) => parts.every((part) => mayBe(part, value)));
    if (listed.length > 0) return structuredClone(this.random.oneOf(listed));
    return this[typeOf(parts)](parts, name, depth);
  }

  /** What a value must meet: a schema, what it refers to, all that it is made of, and of a union one branch. */
  #partsOf(schema) {
    const parts = [];
    const waiting = [schema];
    while (waiting.length > 0) {
      const part = waiting.shift();
      if (typeof part !== "object" || part === null || parts.includes(part)) continue;
      parts.push(part);
      waiting.push(...(part.allOf ?? []));
      if (typeof part.$ref === "string") waiting.push(led(part, this.root));
      for (const branches of [part.oneOf, part.anyOf])
        if (Array.isArray(branches) && branches.length > 0) waiting.push(this.random.oneOf(branches));
    }
    return parts;
  }

  object(parts, _, depth) {
    const properties = Object.assign({}, ...parts.map(({ properties }) => properties));
    const required = new Set(parts.flatMap(({ required }) => (Array.isArray(required) ? required : [])));
    const optional = Object.keys(properties).filter((key) => !required.has(key));
    const others = parts.find((part) => typeof part.additionalProperties === "object")?.additionalProperties;
    const entries = [...required, ...(depth < DEEP ? optional : [])]
      .filter((key) => properties[key] !== false && depth < DEEPEST && this.#made < MOST_VALUES)
      .map((key) => {
        const all = parts.flatMap((part) =>
          Object.hasOwn(part.properties ?? {}, key) ? [part.properties[key]] : [],
        );
        const inner = all.length > 1 ? { allOf: all } : (all[0] ?? others ?? true);
        return [key, this.value(inner, key, depth + 1)];
      });
    for (let number = entries.length; number < least(parts, "minProperties"); number++)
      entries.push([`${this.random.hex(8)}`, this.value(others ?? true, "", depth + 1)]);
    return Object.fromEntries(entries);
  }

  array(parts, name, depth) {
    const listed = parts.map(({ prefixItems, items }) => prefixItems ?? items).find(Array.isArray) ?? [];
    const rest = parts.map(({ items, additionalItems }) => (Array.isArray(items) ? additionalItems : items));
    const items = rest.find((schema) => schema !== undefined);
    const contains = parts.find((part) => part.contains !== undefined)?.contains;
    const wanted = depth < DEEP ? Math.max(1, listed.length) : 0;
    const isNone = items === false || parts.some(({ maxItems }) => maxItems === 0);
    const fewest = Math.min(MOST_ELEMENTS, least(parts, "minItems"));
    if (depth > DEEPEST || this.#made > MOST_VALUES) return [];
    const length = isNone ? listed.length : Math.max(fewest, Math.min(wanted, most(parts, "maxItems")));
    return Array.from({ length }, (_, at) => {
      const isContained = contains !== undefined && at === length - 1;
      return this.value(listed[at] ?? (isContained ? contains : (items ?? true)), name, depth + 1);
    });
  }

  string(parts, name) {
    const fewest = Math.min(10_000, least(parts, "minLength"));
    const { pattern } = parts.find((part) => typeof part.pattern === "string") ?? {};
    const made = parts
      .map(({ format }) => textOfFormat(format, this.random))
      .find((text) => text !== undefined);
    // Where they do not go together, either may be what is meant.
    const fitting =
      pattern && (made === undefined || this.random.isOneIn(2)) && textFor(pattern, this.random);
    const text = fitting || (made ?? wordFor(name, this.random));
    const short = [...text].slice(0, most(parts, "maxLength")).join("");
    return pattern === undefined ? short.padEnd(fewest, "x") : text;
  }

  integer(parts) {
    return this.#number(parts, 1);
  }

  number(parts) {
    return this.#number(parts, 0.01);
  }

  #number(parts, step) {
    const { multipleOf = step } = parts.find((part) => part.multipleOf > 0) ?? {};
    const low = Math.max(-Infinity, ...parts.map(lowest));
    const high = Math.min(Infinity, ...parts.map(highest));
    const from = Number.isFinite(low) ? low : Number.isFinite(high) ? high - 100 * multipleOf : 1;
    const to = Math.min(high, Number.isFinite(low) && low > 1000 ? low * 2 : from + 1000 * multipleOf);
    const [first, last] = [Math.ceil(from / multipleOf), Math.floor(to / multipleOf)];
    const number = this.random.between(first, Math.max(first, last)) * multipleOf;
    return Number(number.toPrecision(12));
  }

  boolean() {
    return this.random.isOneIn(2);
  }

  null() {
    return null;
  }
}

/** The values that a schema names. */
function listedIn(part) {
  if (Object.hasOwn(part, "const")) return [part.const];
  if (Array.isArray(part.enum)) return part.enum;
  const examples = [part.example, ...[part.examples ?? []].flat(), part.default];
  return examples.filter((value) => value !== undefined && typeof value !== "object");
}

const mayBe = (part, value) =>
  isListed(part, value) &&
  (part.type === undefined || [part.type].flat().some((type) => isType(type, value)));

/** The type of a value that meets all: the first that each allows, or what their other members are about. */
function typeOf(parts) {
  const said = parts.filter(({ type }) => type !== undefined).map(({ type }) => [type].flat());
  if (said.length > 0) {
    const both = said
      .flat()
      .filter((type) =>
        said.every((types) => types.includes(type) || (type === "integer" && types.includes("number"))),
      );
    return both.find((type) => type !== "null") ?? both[0] ?? said[0][0];
  }
  const has = (...keys) => parts.some((part) => keys.some((key) => part[key] !== undefined));
  if (has("properties", "required", "additionalProperties", "minProperties")) return "object";
  if (has("items", "prefixItems", "minItems", "contains")) return "array";
  if (has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) return "number";
  return "string";
}

const numbers = (parts, key) => parts.map((part) => part[key]).filter((value) => typeof value === "number");
const least = (parts, key) => Math.max(0, ...numbers(parts, key));
const most = (parts, key) => Math.min(Infinity, ...numbers(parts, key));

/** A little more than what is excluded: of draft 4 it says only whether it is. */
const lowest = ({ minimum = -Infinity, exclusiveMinimum: excluded }) =>
  typeof excluded === "number" ? excluded + 0.01 : minimum + (excluded === true ? 0.01 : 0);
const highest = ({ maximum = Infinity, exclusiveMaximum: excluded }) =>
  typeof excluded === "number" ? excluded - 0.01 : maximum - (excluded === true ? 0.01 : 0);
