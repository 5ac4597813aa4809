// Which parts of a schema look at a value in a place.
import { led, own } from "../described.js";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value : []);

/** In the place of an element's number: any. */
export const EACH = "*";

/** Any value, where none is given as an example. */
const ANY = Symbol("any value");

/** The schemas that look at a value beside a schema: those that it refers to, and those of all it is made of. */
export function schemasOf(schema, root, value = ANY) {
  const found = new Set();
  const waiting = [schema];
  while (waiting.length > 0) {
    const node = waiting.shift();
    if (!isObject(node) || found.has(node)) continue;
    found.add(node);
    const branches = [...listOf(node.oneOf), ...listOf(node.anyOf)];
    const meant =
      value === ANY ? branches : branches.filter((branch) => mayBe(led(branch, root), value, root));
    waiting.push(...listOf(node.allOf), ...(meant.length > 0 ? meant : branches), node.then, node.else);
    if (typeof node.$ref === "string") waiting.push(led(node, root));
    if (isObject(value))
      for (const [key, dependent] of Object.entries(node.dependentSchemas ?? {}))
        if (Object.hasOwn(value, key)) waiting.push(dependent);
  }
  return [...found];
}

/** The schemas that look at the value at a path of keys, numbers and `EACH`; `value` is an example of the whole. */
export function schemasAt(schema, root, path, value = ANY) {
  const inner = path.reduce(memberOf, value);
  return [...new Set(saidAt(schema, root, path, value).flatMap((member) => schemasOf(member, root, inner)))];
}

/** The same as they are said there: what is beside them, and which branches are meant, is left open. */
export function saidAt(schema, root, path, value = ANY) {
  if (path.length === 0) return [schema];
  const around = schemasAt(schema, root, path.slice(0, -1), value);
  return around.flatMap((node) => membersOf(node, path.at(-1)));
}

function memberOf(value, key) {
  if (Array.isArray(value)) return value.length === 0 ? ANY : value[key === EACH ? 0 : key];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : ANY;
}

function membersOf(node, key) {
  if (key === EACH || typeof key === "number") return elementsOf(node, key);
  const named = own(node.properties, key);
  if (named !== undefined) return [named];
  // Which of the patterns it has is not asked: a pattern may take too long to say.
  return [
    ...Object.values(node.patternProperties ?? {}),
    node.additionalProperties,
    node.unevaluatedProperties,
  ];
}

function elementsOf(node, key) {
  const [listed, rest] = Array.isArray(node.items)
    ? [node.items, node.additionalItems]
    : [listOf(node.prefixItems), node.items ?? node.unevaluatedItems];
  if (key === EACH) return [...listed, rest];
  return [key < listed.length ? listed[key] : rest];
}

/** The kind of a value, as schemas have it. */
export function kindOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

/** Whether a type of schemas is that of a value. */
export const isType = (type, value) =>
  type === kindOf(value) || (type === "integer" && Number.isInteger(value));

/** Whether a branch may be meant by a value: by its type, its constants, and the fields that it must have. */
function mayBe(node, value, root) {
  if (!isObject(node)) return node !== false;
  const types = [node.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isType(type, value))) return false;
  if (!isListed(node, value)) return false;
  if (!isObject(value)) return true;
  if (!listOf(node.required).every((key) => Object.hasOwn(value, key))) return false;
  return Object.entries(node.properties ?? {}).every(
    ([key, schema]) => !Object.hasOwn(value, key) || isListed(led(schema, root), value[key]),
  );
}

/** Whether a value is one of those that a schema lists, where it lists any. */
export function isListed(node, value) {
  if (!isObject(node)) return node !== false;
  const text = JSON.stringify(value);
  if (Object.hasOwn(node, "const") && JSON.stringify(node.const) !== text) return false;
  return !Array.isArray(node.enum) || node.enum.some((other) => JSON.stringify(other) === text);
}
