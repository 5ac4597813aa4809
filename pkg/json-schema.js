// The JSON Schema of what goes into a Standard Schema and of what comes out of it, in the draft asked for.
import { escaped } from "./json-pointer.js";

const DRAFTS = {
  "draft-2020-12": (schema) => ({ $schema: "https://json-schema.org/draft/2020-12/schema", ...schema }),
  "draft-07": (schema) => ({ $schema: "http://json-schema.org/draft-07/schema#", ...inDraft07(schema) }),
};

/** A body with one of these events. */
export function inputSchema(title, entries, target) {
  const convert = converterTo(target);
  if (entries.length === 1) {
    const { $schema: _, ...schema } = entries[0].schema;
    return convert(schema);
  }
  const { $defs, anyOf } = alternatives(entries.map(({ id, schema }) => [id, bare(schema)]));
  return convert({ title, anyOf, $defs });
}

/** What `parse` gives of such a body. */
export function outputSchema(title, entries, target) {
  const convert = converterTo(target);
  const { $defs, anyOf } = alternatives(entries.map((entry) => [entry.id, eventSchema(entry)]));
  return convert({
    title,
    type: "object",
    properties: { events: { type: "array", minItems: 1, items: anyOf.length === 1 ? anyOf[0] : { anyOf } } },
    required: ["events"],
    $defs,
  });
}

function converterTo(target) {
  if (!Object.hasOwn(DRAFTS, target)) {
    throw new Error(`expected the target ${Object.keys(DRAFTS).join(" or ")}, found ${String(target)}`);
  }
  return DRAFTS[target];
}

/** A schema that others can hold. */
function bare({ $schema: _, $id: __, ...schema }) {
  return schema;
}

/** One definition each, and the choice between them. */
function alternatives(named) {
  const pointers = named.map(([id]) => `#/$defs/${escaped(id)}`);
  return {
    $defs: Object.fromEntries(named.map(([id, schema], at) => [id, moved(schema, pointers[at])])),
    anyOf: pointers.map(($ref) => ({ $ref })),
  };
}

/** A schema that is no longer the root: its own references start from where it is. */
function moved(schema, pointer) {
  return mapped(schema, ({ $ref, ...rest }) =>
    $ref === undefined ? rest : { $ref: pointer + $ref.slice(1), ...rest },
  );
}

/** An event as `parse` gives it: its payload, and what was around that in an envelope. */
function eventSchema({ id, provider, type, envelope, schema }) {
  const { title, description, ...rest } = bare(schema);
  const text = { type: "string" };
  const around = {
    id: { const: id },
    provider: { const: provider },
    type: { const: type },
    title: text,
    pointer: text,
  };
  const inside = envelope === undefined ? { payload: rest } : unwrapped(schema, envelope);
  const properties = { ...around, ...inside };
  return { title, description, type: "object", properties, required: Object.keys(properties) };
}

function unwrapped(body, envelope) {
  const item = body.$defs.event;
  const { [envelope.field]: _, ...ofBody } = body.properties;
  if (envelope.payload === null) return { payload: item, envelope: objectOf(ofBody, body.required) };
  const { [envelope.payload]: payload, ...ofItem } = item.properties;
  return { payload, envelope: objectOf({ ...ofBody, ...ofItem }, [...body.required, ...item.required]) };
}

/** An object of these properties, with those of the names that are among them required. */
function objectOf(properties, names) {
  return { type: "object", properties, required: names.filter((name) => name in properties) };
}

/** Keywords whose value is no schema, nor holds any. */
const PLAIN = new Set(["const", "default", "enum", "examples", "required", "dependentRequired"]);
/** Keywords whose value is an object of schemas by name. */
const BY_NAME = new Set(["$defs", "properties"]);

/** A schema with each schema in it, itself included, changed. */
function mapped(schema, change) {
  if (typeof schema !== "object") return schema;
  const inner = (value) => (typeof value === "object" && value !== null ? mapped(value, change) : value);
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (PLAIN.has(keyword)) return [keyword, value];
    if (Array.isArray(value)) return [keyword, value.map(inner)];
    if (!BY_NAME.has(keyword)) return [keyword, inner(value)];
    return [
      keyword,
      Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inner(member)])),
    ];
  });
  return change(Object.fromEntries(entries));
}

function inDraft07(schema) {
  return mapped(schema, ({ $ref, $defs, dependentRequired, ...rest }) => {
    if ($defs) rest.definitions = $defs;
    if (dependentRequired) rest.dependencies = dependentRequired;
    if ($ref === undefined) return rest;
    const reference = { $ref: $ref.replaceAll("/$defs/", "/definitions/") };
    // There, what stands beside a reference is ignored.
    return Object.keys(rest).length === 0 ? reference : { allOf: [reference], ...rest };
  });
}
