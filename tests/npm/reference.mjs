// JSON Schema 2020-12 as its specification reads, short and slow: what a body is to a schema that refers to nothing
// but itself by pointers. Unlike ajv it has what is evaluated right; JSON Schema's test suite holds it to that.

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (object, key) => Object.hasOwn(object, key);

const isOfType = (value, type) => {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  return type === "object" ? isObject(value) : typeof value === type;
};

/** The same text for the same value, whatever the order of its members. */
const canonical = (value) =>
  JSON.stringify(value, (_, inner) =>
    isObject(inner)
      ? Object.keys(inner)
          .sort()
          .map((key) => [key, inner[key]])
          .concat(["object"])
      : inner,
  );
const areSame = (one, other) => canonical(one) === canonical(other);

const count = (text) => [...text].length;
const matches = (pattern, text) => new RegExp(pattern, "u").test(text);

/** Keywords that look at nothing but the value: each says whether it holds. */
const HOLDS = {
  type: (value, types) => [types].flat().some((type) => isOfType(value, type)),
  const: (value, constant) => areSame(value, constant),
  enum: (value, values) => values.some((other) => areSame(value, other)),
};
const OF_NUMBERS = {
  minimum: (value, bound) => value >= bound,
  maximum: (value, bound) => value <= bound,
  exclusiveMinimum: (value, bound) => value > bound,
  exclusiveMaximum: (value, bound) => value < bound,
  multipleOf: (value, factor) => Number.isInteger(value / factor),
};
const OF_TEXTS = {
  minLength: (value, bound) => count(value) >= bound,
  maxLength: (value, bound) => count(value) <= bound,
  pattern: (value, pattern) => matches(pattern, value),
};
const OF_ARRAYS = {
  minItems: (value, bound) => value.length >= bound,
  maxItems: (value, bound) => value.length <= bound,
  uniqueItems: (value, unique) => !unique || new Set(value.map(canonical)).size === value.length,
};
const OF_OBJECTS = {
  minProperties: (value, bound) => Object.keys(value).length >= bound,
  maxProperties: (value, bound) => Object.keys(value).length <= bound,
  required: (value, names) => names.every((name) => own(value, name)),
  dependentRequired: (value, names) =>
    Object.keys(names).every((name) => !own(value, name) || OF_OBJECTS.required(value, names[name])),
};

function rulesOf(value) {
  if (typeof value === "number") return { ...HOLDS, ...OF_NUMBERS };
  if (typeof value === "string") return { ...HOLDS, ...OF_TEXTS };
  if (Array.isArray(value)) return { ...HOLDS, ...OF_ARRAYS };
  return isObject(value) ? { ...HOLDS, ...OF_OBJECTS } : HOLDS;
}

/** Whether a schema accepts a value. */
export const accepts = (schema, value) => evaluate(schema, value, schema).valid;

const NOTHING = { valid: false, seen: new Set() };

/** Whether a value is accepted, and which of its members or elements were evaluated: of a rejected one, none. */
function evaluate(schema, value, root) {
  if (schema === true) return { valid: true, seen: new Set() };
  if (schema === false) return NOTHING;
  const rules = rulesOf(value);
  for (const keyword of Object.keys(rules)) {
    if (own(schema, keyword) && !rules[keyword](value, schema[keyword])) return NOTHING;
  }
  const seen = new Set();
  const has = (keyword) => own(schema, keyword);
  const here = (inner) => {
    const result = evaluate(inner, value, root);
    for (const key of result.seen) seen.add(key);
    return result.valid;
  };
  /** Evaluates what is at a place of the value. */
  const at = (inner, key) => {
    seen.add(key);
    return evaluate(inner, value[key], root).valid;
  };

  if (has("$ref") && !here(pointed(root, schema.$ref))) return NOTHING;
  // All branches are looked at, for each may have evaluated something.
  const among = (keyword) =>
    has(keyword) ? schema[keyword].filter((branch) => here(branch)).length : undefined;
  if (among("allOf") < schema.allOf?.length || among("anyOf") === 0) return NOTHING;
  if (has("oneOf") && among("oneOf") !== 1) return NOTHING;
  if (has("not") && evaluate(schema.not, value, root).valid) return NOTHING;
  if (has("if")) {
    const branch = here(schema.if) ? "then" : "else";
    if (has(branch) && !here(schema[branch])) return NOTHING;
  }

  if (Array.isArray(value)) {
    const keys = [...value.keys()];
    const { prefixItems = [] } = schema;
    if (!keys.slice(0, prefixItems.length).every((key) => at(prefixItems[key], key))) return NOTHING;
    if (has("items") && !keys.slice(prefixItems.length).every((key) => at(schema.items, key))) return NOTHING;
    if (has("contains")) {
      const those = keys.filter((key) => evaluate(schema.contains, value[key], root).valid);
      const { minContains = 1, maxContains = Infinity } = schema;
      if (those.length < minContains || those.length > maxContains) return NOTHING;
      for (const key of those) seen.add(key);
    }
    if (has("unevaluatedItems")) {
      const rest = keys.filter((key) => !seen.has(key));
      if (!rest.every((key) => at(schema.unevaluatedItems, key))) return NOTHING;
    }
  }

  if (isObject(value)) {
    const keys = Object.keys(value);
    const { properties = {}, patternProperties = {}, dependentSchemas = {} } = schema;
    for (const name of Object.keys(dependentSchemas)) {
      if (own(value, name) && !here(dependentSchemas[name])) return NOTHING;
    }
    const others = [];
    for (const key of keys) {
      if (has("propertyNames") && !evaluate(schema.propertyNames, key, root).valid) return NOTHING;
      const patterns = Object.keys(patternProperties).filter((pattern) => matches(pattern, key));
      if (own(properties, key) && !at(properties[key], key)) return NOTHING;
      if (!patterns.every((pattern) => at(patternProperties[pattern], key))) return NOTHING;
      if (!own(properties, key) && patterns.length === 0) others.push(key);
    }
    if (has("additionalProperties") && !others.every((key) => at(schema.additionalProperties, key)))
      return NOTHING;
    if (has("unevaluatedProperties")) {
      const rest = keys.filter((key) => !seen.has(key));
      if (!rest.every((key) => at(schema.unevaluatedProperties, key))) return NOTHING;
    }
  }
  return { valid: true, seen };
}

const pointed = (root, reference) =>
  reference
    .split("/")
    .slice(1)
    .reduce((inner, key) => inner[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")], root);
