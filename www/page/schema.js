/** Reads a JSON Schema for people: its fields, what each is and whether it is required. */

const resolve = (schema, root) => {
  let seen = 0;
  while (schema && typeof schema.$ref === "string" && seen++ < 20) {
    const target = schema.$ref.startsWith("#")
      ? schema.$ref
          .slice(1)
          .split("/")
          .slice(1)
          .reduce((at, key) => own(at, unescape(key)), root)
      : undefined;
    const { $ref, ...beside } = schema;
    schema = { ...target, ...beside };
  }
  return schema;
};

const unescape = (token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");

// `properties` may hold a field named `__proto__` or `constructor`: only its own keys count.
const own = (object, key) =>
  object && typeof object === "object" && Object.hasOwn(object, key) ? object[key] : undefined;

/** What was folded already, by schema; of one that is being folded, nothing is known yet. */
const folds = new WeakMap();

/** A schema with its `$ref`s, `allOf` and nullable `anyOf`/`oneOf` folded into one level. */
export function flat(schema, root) {
  if (!schema || typeof schema !== "object") return {};
  if (!folds.has(schema)) {
    folds.set(schema, {});
    folds.set(schema, fold(schema, root));
  }
  return folds.get(schema);
}

function fold(schema, root) {
  schema = resolve(schema, root);
  if (!schema || typeof schema !== "object") return {};
  const { allOf, ...rest } = schema;
  let folded = rest;
  for (const part of allOf ?? []) folded = merge(folded, flat(part, root));
  const choices = folded.anyOf ?? folded.oneOf;
  if (Array.isArray(choices)) {
    const kinds = choices.map((choice) => flat(choice, root));
    const real = kinds.filter((kind) => kind.type !== "null");
    if (real.length === 1) {
      folded = merge({ ...folded, anyOf: undefined, oneOf: undefined }, real[0]);
      if (kinds.length > 1) folded.nullable = true;
    } else folded.choices = kinds;
  }
  return folded;
}

function merge(a, b) {
  return {
    ...b,
    ...a,
    properties: a.properties || b.properties ? { ...b.properties, ...a.properties } : undefined,
    required: [...new Set([...(a.required ?? []), ...(b.required ?? [])])],
  };
}

/** The schema of one step down: a property of an object or an item of an array; undefined where it has none. */
export function step(schema, key, root) {
  const level = flat(schema, root);
  const property = own(level.properties, key);
  if (property) return property;
  if (/^\d+$/.test(key)) {
    const item = own(level.prefixItems, key) ?? level.items;
    if (item && typeof item === "object") return item;
  }
  for (const choice of level.choices ?? []) {
    const found = step(choice, key, root);
    if (found) return found;
  }
  return others(level);
}

/** What the fields are whose names the sender chooses; undefined where a schema says nothing of such. */
const others = ({ additionalProperties }) =>
  additionalProperties !== null && typeof additionalProperties === "object"
    ? additionalProperties
    : undefined;

export const tokens = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/**
 * The schema at a pointer of a body. A resource inside a list or an API response is described by
 * the whole schema, so a step that the schema does not know starts again from its root.
 */
export function schemaAt(schema, pointer) {
  let at = schema;
  for (const token of tokens(pointer)) at = step(at, token, schema) ?? schema;
  return at;
}

const FORMATS = new Map([
  ["uuid", "UUID"],
  ["date-time", "date-time"],
  ["uri", "URI"],
]);

const LONGEST = 600;

/** The words for each schema; a schema that is inside of itself is not told again. */
const kinds = new WeakMap();

/** What a value must be, in a few words: `UUID or null`, `one of 0, 1`, `list of text`. */
export function kind(schema, root) {
  if (!schema || typeof schema !== "object") return "any value";
  if (!kinds.has(schema)) {
    kinds.set(schema, "…");
    const words = told(schema, root);
    kinds.set(schema, words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
  }
  return kinds.get(schema);
}

function told(schema, root) {
  const level = flat(schema, root);
  const types = [level.type ?? []].flat();
  const nullable = level.nullable || types.includes("null") || level.enum?.includes(null);
  return (
    kindOf(
      level,
      types.filter((type) => type !== "null"),
      root,
    ) + (nullable ? " or null" : "")
  );
}

function kindOf(level, types, root) {
  if ("const" in level) return JSON.stringify(level.const);
  const values = level.enum?.filter((value) => value !== null);
  if (values?.length)
    return values.length === 1
      ? JSON.stringify(values[0])
      : `one of ${values.map((v) => JSON.stringify(v)).join(", ")}`;
  if (level.choices) return [...new Set(level.choices.map((choice) => kind(choice, root)))].join(" or ");
  if (types.includes("array")) return level.items ? `list of ${kind(level.items, root)}` : "list";
  if (level.format) return FORMATS.get(level.format) ?? level.format;
  if (others(level) && types.includes("object")) return `object of ${kind(others(level), root)}`;
  if (types.length === 0) return level.properties ? "object" : "any value";
  return types.map((type) => (type === "string" ? "text" : type)).join(" or ");
}

const VISITS = 10_000;

/** What is said of a value: texts alone, whatever a document has there. */
export const saidOf = ({ description, title }) =>
  [description, title].find((words) => typeof words === "string") ?? "";

/**
 * The fields below a schema, in the schema's order: `{ name, path, depth, kind, required, description }`. No more than
 * `most`, for a schema may have itself inside.
 */
export function fieldsOf(root, most = 10_000) {
  const fields = [];
  let visits = 0;
  const inside = new Set(); // the references that are being followed
  const visit = (schema, path, depth) => {
    const reference = schema?.$ref;
    if (inside.has(reference)) return;
    if (reference) inside.add(reference);
    below(schema, path, depth);
    inside.delete(reference);
  };
  const below = (schema, path, depth) => {
    const level = flat(schema, root);
    if (depth > 12 || ++visits > VISITS) return;
    const required = new Set(level.required);
    for (const [name, property] of Object.entries(level.properties ?? {})) {
      if (fields.length === most) return;
      const at = path ? `${path}.${name}` : name;
      const field = flat(property, root);
      fields.push({
        name,
        path: at,
        depth,
        kind: kind(property, root),
        required: required.has(name),
        description: saidOf(field),
      });
      const items = field.items ? flat(field.items, root) : undefined;
      visit(items?.properties ? field.items : property, items?.properties ? `${at}[]` : at, depth + 1);
    }
    if (!level.properties && level.choices) for (const choice of level.choices) visit(choice, path, depth);
  };
  visit(root, "", 0);
  return fields;
}
