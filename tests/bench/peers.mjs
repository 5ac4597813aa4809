// What else checks a body that `JSON.parse` has read, each as its documentation says it is fastest.
//
// All are asked for the same: ajv compiles the JSON Schema that HookLens exports for the event, and the schemas of
// the others are made from that same file, keyword by keyword; every error is listed. Three things differ. `format`
// is ajv's alone: wherever the file has one, it has a pattern beside it that is stricter, and that is what the
// others check. What JSON Schema cannot say (that two places of a body agree, that no key is there twice, that
// numbers are safe) HookLens alone checks, and it alone says where in the text a problem is. And the others are told
// which event it is, all but the ajv that has the schemas of all events.
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type } from "arktype";
import { catalog } from "hooklens/catalog";
import { anyEvent } from "hooklens/schema";
import Type from "typebox";
import { Compile } from "typebox/compile";
import { Settings } from "typebox/system";
import * as v from "valibot";
import * as z from "zod";

// It would stop after eight.
Settings.Set({ maxErrors: 1000 });

export const REFERENCE = "JSON.parse + ajv";

/** By name, what gives of an event's JSON Schema the check of a decoded body: its errors, or undefined. */
export const PEERS = {
  [REFERENCE]: (schema) => ajv(schema, { formats: true }),
  "JSON.parse + ajv, patterns alone": (schema) => ajv(schema, { formats: false }),
  "JSON.parse + ajv on all events": () => everyEvent(),
  "JSON.parse + typebox": (schema) => typebox(schema),
  "JSON.parse + arktype": (schema) => arktype(schema),
  "JSON.parse + valibot": (schema) => valibot(schema),
  "JSON.parse + zod": (schema) => zod(schema),
};

export const schemaOf = (event) => catalog.find(({ id }) => id === event).schema;

function ajv(schema, { formats }) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, validateFormats: formats });
  if (formats) addFormats(ajv);
  const accepts = ajv.compile(schema);
  return (value) => (accepts(value) ? undefined : accepts.errors);
}

let everyEventOnce;
function everyEvent() {
  const union = () => anyEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" });
  return (everyEventOnce ??= ajv(union(), { formats: true }));
}

function typebox(schema) {
  const compiled = Compile(
    translated(schema, {
      object: (fields) =>
        Type.Object(mapped(fields, (field, required) => (required ? field : Type.Optional(field)))),
      array: (items, minItems) => Type.Array(items, { minItems }),
      string: (pattern) => Type.String(pattern && { pattern }),
      oneOf: (values) => (values.length === 1 ? Type.Literal(values[0]) : Type.Enum(values)),
      orNull: (inner) => Type.Union([inner, Type.Null()]),
    }),
  );
  return (value) => (compiled.Check(value) ? undefined : compiled.Errors(value));
}

function arktype(schema) {
  const compiled = translated(schema, {
    object: (fields) =>
      type(
        Object.fromEntries(fields.map(([name, field, required]) => [required ? name : `${name}?`, field])),
      ),
    array: (items, minItems) => items.array().atLeastLength(minItems),
    string: (pattern) => type(pattern ?? "string"),
    oneOf: (values) => type.enumerated(...values),
    orNull: (inner) => inner.or("null"),
  });
  return (value) => {
    const result = compiled(value);
    return result instanceof type.errors ? result : undefined;
  };
}

function valibot(schema) {
  const compiled = translated(schema, {
    object: (fields) =>
      v.looseObject(mapped(fields, (field, required) => (required ? field : v.optional(field)))),
    array: (items, minItems) => (minItems ? v.pipe(v.array(items), v.minLength(minItems)) : v.array(items)),
    string: (pattern) => (pattern ? v.pipe(v.string(), v.regex(pattern)) : v.string()),
    oneOf: (values) => (values.length === 1 ? v.literal(values[0]) : v.picklist(values)),
    orNull: (inner) => v.nullable(inner),
  });
  return (value) => v.safeParse(compiled, value).issues;
}

function zod(schema) {
  const compiled = translated(schema, {
    object: (fields) =>
      z.looseObject(mapped(fields, (field, required) => (required ? field : field.optional()))),
    array: (items, minItems) => (minItems ? z.array(items).min(minItems) : z.array(items)),
    string: (pattern) => (pattern ? z.string().regex(pattern) : z.string()),
    oneOf: (values) => z.literal(values),
    orNull: (inner) => inner.nullable(),
  });
  return (value) => compiled.safeParse(value).error?.issues;
}

const mapped = (fields, change) =>
  Object.fromEntries(fields.map(([name, field, required]) => [name, change(field, required)]));

/** Keywords that ask nothing of a body. */
const NOTES = new Set(["$schema", "$id", "$defs", "title", "description", "examples"]);

/** A JSON Schema in the words of another library. One that has more to it than is translated is refused. */
function translated(schema, library, root = schema) {
  const {
    $ref,
    type,
    properties,
    required,
    items,
    minItems = 0,
    pattern,
    format,
    enum: values,
    ...rest
  } = schema;
  if ($ref !== undefined) return translated(root.$defs[$ref.replace("#/$defs/", "")], library, root);
  if ("const" in rest) return library.oneOf([rest.const]);
  const unknown = Object.keys(rest).filter((keyword) => !NOTES.has(keyword));
  if (unknown.length > 0) throw new Error(`not translated: ${unknown.join(", ")}`);
  if (format !== undefined && pattern === undefined) throw new Error(`a format without a pattern: ${format}`);
  if (values !== undefined) return library.oneOf(values);
  const inner = (schema) => translated(schema, library, root);
  switch (String(type)) {
    case "object":
      return library.object(
        Object.entries(properties).map(([name, field]) => [name, inner(field), required.includes(name)]),
      );
    case "array":
      return library.array(inner(items), minItems);
    case "string":
      // With this flag, as JSON Schema asks for and ajv does.
      return library.string(pattern && new RegExp(pattern, "u"));
    case "string,null":
      return library.orNull(library.string(pattern && new RegExp(pattern, "u")));
    default:
      throw new Error(`not translated: type ${type}`);
  }
}
