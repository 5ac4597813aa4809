// Generated JSON Schemas of draft 2020-12, and bodies that are near to them.
import fc from "fast-check";
import { put } from "./bodies.mjs";

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

/** Few, so that what a schema asks for is met by chance. */
const NAMES = ["a", "b", "ab", "é", "x-1"];
const NUMBERS = [0, 1, 2, 3, -1, 1.5, 4, 6];
const TEXTS = ["", "a", "b", "ab", "ba", "aab", "😀", "😀é", "1"];
const VALUES = [
  ...[null, true, false, ...NUMBERS, ...TEXTS],
  ...[
    [],
    [1],
    [1, "a"],
    [1, 1],
    ["a", "b", "a"],
    [[1], [1]],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ],
  ...[{}, { a: 1 }, { a: "a", b: null }, { ab: [], é: {} }, { a: { a: { a: 1 } } }],
];
const PATTERNS = ["^a", "b$", "a+", "^[ab]*$", "^.$", "^.{2}$", "^(a|b)+$", "[0-9]", "^[^a]*$", "\\d"];
const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"];

const count = fc.nat({ max: 3 });
const name = fc.constantFrom(...NAMES);
const number = fc.constantFrom(...NUMBERS);
const names = fc.uniqueArray(name, { maxLength: 3 });
const some = (value) => fc.array(value, { minLength: 1, maxLength: 3 });
const byName = (value, key = name) => fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });
const distinct = (values) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });

/** What asks something of a value itself. */
const ASSERTIONS = {
  type: fc.oneof(fc.constantFrom(...TYPES), distinct(TYPES)),
  const: fc.constantFrom(...VALUES),
  enum: distinct(VALUES),
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  // Of tenths ajv, which divides doubles, knows less than we do.
  multipleOf: fc.constantFrom(1, 2, 3, 0.5),
  minLength: count,
  maxLength: count,
  pattern: fc.constantFrom(...PATTERNS),
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
  minProperties: count,
  maxProperties: count,
  required: names,
  dependentRequired: byName(names),
};

/** What asks something by other schemas: `here` those of the same value, `inner` those of values in it. */
const applicators = (here, inner) => ({
  items: inner,
  prefixItems: some(inner),
  contains: inner,
  properties: byName(inner),
  patternProperties: byName(inner, fc.constantFrom(...PATTERNS)),
  additionalProperties: inner,
  propertyNames: here,
  dependentSchemas: byName(here),
  allOf: some(here),
  anyOf: some(here),
  oneOf: some(here),
  not: here,
  unevaluatedItems: inner,
  unevaluatedProperties: inner,
});

const pieces = (keywords) =>
  Object.entries(keywords).map(([keyword, value]) => value.map((given) => ({ [keyword]: given })));

function schemas(references) {
  const { tree } = fc.letrec((tie) => {
    const [here, inner] = [tie("tree"), tie("inner")];
    const piece = fc.oneof(
      ...pieces(ASSERTIONS),
      ...references.map(($ref) => fc.constant({ $ref })),
      ...pieces(applicators(here, inner)),
      fc.record({ contains: inner, minContains: count, maxContains: count }, { requiredKeys: ["contains"] }),
      fc.record({ if: here, then: here, else: here }, { requiredKeys: ["if"] }),
    );
    return {
      tree: fc.oneof(
        { maxDepth: 4, depthIdentifier: "schema" },
        { weight: 1, arbitrary: fc.boolean() },
        {
          weight: 12,
          arbitrary: fc.array(piece, { maxLength: 4 }).map((parts) => Object.assign({}, ...parts)),
        },
      ),
      // Inside a value it may begin again; at the same value, that would have no end.
      inner: fc.oneof({ weight: 8, arbitrary: here }, { weight: 1, arbitrary: fc.constant({ $ref: "#" }) }),
    };
  });
  return tree;
}

/** A schema of draft 2020-12, with every keyword that asks something of a body but `$dynamicRef` and `format`. */
export const schema = fc
  .record({ leaf: schemas([]), tree: schemas(["#/$defs/leaf"]) })
  .filter(({ tree }) => typeof tree === "object" && Object.keys(tree).length > 0)
  .map(({ leaf, tree }) => ({ $schema: DRAFT, ...tree, $defs: { leaf } }));

// ---- bodies

const oneOf = (list, random) => list[random() % list.length];
const often = (random, times) => random() % times !== 0;

/** A value that a schema is likely to accept. */
export function near(root, random) {
  return made(root, root, random, 5);
}

function made(schema, root, random, depth) {
  if (typeof schema === "boolean" || depth === 0 || !often(random, 8)) return anything(random);
  const { $ref, const: constant, enum: values, allOf, anyOf, oneOf: one } = schema;
  if ("const" in schema && often(random, 6)) return structuredClone(constant);
  if (values && often(random, 6)) return structuredClone(oneOf(values, random));
  const others = [...($ref ? [$ref === "#" ? root : root.$defs.leaf] : []), ...(allOf ?? [])];
  for (const branches of [anyOf, one]) if (branches) others.push(oneOf(branches, random));
  if (schema.if !== undefined) others.push(oneOf([schema.if, schema.then ?? {}, schema.else ?? {}], random));
  for (const name of Object.keys(schema.dependentSchemas ?? {})) others.push(schema.dependentSchemas[name]);
  const merged = { ...Object.assign({}, ...others.filter((other) => typeof other === "object")), ...schema };
  switch (kindOf(merged, random)) {
    case "array":
      return arrayOf(merged, root, random, depth);
    case "object":
      return objectOf(merged, root, random, depth);
    case "string":
      return oneOf(TEXTS, random);
    case "integer":
      return oneOf(NUMBERS.filter(Number.isInteger), random);
    case "number":
      return oneOf(NUMBERS, random);
    case "boolean":
      return random() % 2 === 0;
    default:
      return null;
  }
}

const OF_ARRAYS = [
  "items",
  "prefixItems",
  "contains",
  "minItems",
  "maxItems",
  "uniqueItems",
  "unevaluatedItems",
];
const OF_OBJECTS = [
  ...[
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "required",
    "minProperties",
  ],
  ...["maxProperties", "dependentRequired", "dependentSchemas", "unevaluatedProperties"],
];
const OF_TEXTS = ["minLength", "maxLength", "pattern"];

function kindOf({ type, ...schema }, random) {
  if (type !== undefined) return Array.isArray(type) ? oneOf(type, random) : type;
  const asked = (keywords) => keywords.filter((keyword) => keyword in schema).length;
  const kinds = [
    ...["number", "string", "array", "object"],
    ...Array(asked(OF_ARRAYS) * 3).fill("array"),
    ...Array(asked(OF_OBJECTS) * 3).fill("object"),
    ...Array(asked(OF_TEXTS) * 3).fill("string"),
  ];
  return oneOf(kinds, random);
}

function arrayOf(schema, root, random, depth) {
  const { prefixItems = [], items, contains, unevaluatedItems, minItems = 0 } = schema;
  const length = Math.max(minItems, random() % 4);
  return Array.from({ length }, (_, at) => {
    const inner = prefixItems[at] ?? items ?? unevaluatedItems ?? {};
    return made(contains !== undefined && random() % 3 === 0 ? contains : inner, root, random, depth - 1);
  });
}

function objectOf(schema, root, random, depth) {
  const { properties = {}, additionalProperties, unevaluatedProperties, required = [] } = schema;
  const object = {};
  const wanted = [...required.filter(() => often(random, 8)), ...Object.keys(properties)];
  for (let more = random() % 3; more > 0; more--) wanted.push(oneOf(NAMES, random));
  for (const name of wanted.filter((name) => required.includes(name) || often(random, 3))) {
    const [pattern] = Object.keys(schema.patternProperties ?? {}).filter((key) =>
      new RegExp(key, "u").test(name),
    );
    const inner =
      properties[name] ??
      schema.patternProperties?.[pattern] ??
      additionalProperties ??
      unevaluatedProperties ??
      {};
    put(object, name, made(inner, root, random, depth - 1));
  }
  return object;
}

const anything = (random) => structuredClone(oneOf(VALUES, random));
