// What a catalog document says of its events for people: descriptions, examples, and the schema of each by itself.
import { DRAFTS, OPEN_API_3_0, eventsIn, lastOf, led, own, target, text } from "./described.js";
import { escaped } from "./json-pointer.js";

/** Members of a schema whose members are schemas by name, and those that are no schemas at all. */
const MAPS = new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]);
const DATA = new Set(["const", "enum", "default", "example", "examples"]);

/** What is said of each event, as `documents.d.ts` describes it. */
export function documentEvents(root, { name, events } = {}) {
  return eventsIn(root, name, events).map(({ id, type, family = "", description = "", ...event }) => {
    const shape = led(event.schema, root);
    const examples = [
      ...(event.examples ?? []),
      own(shape, "example"),
      ...[own(shape, "examples") ?? []].flat(),
    ];
    let kept;
    return {
      id,
      type,
      family,
      description: description || text(own(shape, "description")),
      example: examples.find((example) => example !== undefined),
      get schema() {
        kept ??= { schema: alone(event, root) };
        return kept.schema;
      },
    };
  });
}

/** A schema with all that it refers to; undefined where that is not within reach. */
function alone({ schema = true, dialect }, root) {
  if (typeof schema === "boolean") return { $schema: draftOf(dialect), ...(schema ? {} : { not: {} }) };
  const names = new Map();
  const nameOf = (reference) => {
    if (names.has(reference)) return names.get(reference);
    const last = lastOf(reference) || "document";
    const taken = new Set(names.values());
    let name = last;
    for (let number = 2; taken.has(name); number++) name = `${last}-${number}`;
    names.set(reference, name);
    return name;
  };
  const member = (key, part, isMap) => {
    if (isMap || typeof part !== "string") {
      if (!isMap && DATA.has(key)) return [key, part];
      return [key, copied(part, !isMap && MAPS.has(key))];
    }
    if (/^\$(id|dynamicRef|recursiveRef)$/.test(key)) throw new Unreachable();
    if (key !== "$ref") return [key, part];
    if (target(root, part) === undefined) throw new Unreachable();
    return [key, `#/$defs/${encodeURIComponent(escaped(nameOf(part)))}`];
  };
  const copied = (value, isMap = false) => {
    if (Array.isArray(value)) return value.map((part) => copied(part));
    if (value === null || typeof value !== "object") return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => member(key, part, isMap)));
    return dialect === OPEN_API_3_0 && !isMap ? asDraft4(copy) : copy;
  };
  try {
    // Of a document that is one schema, the references lead where they should already.
    if (schema === root) return refersOutside(root) ? undefined : root;
    const isReference = typeof schema.$ref === "string" && Object.keys(schema).length === 1;
    const shape = copied(isReference ? led(schema, root) : schema);
    const kept = {};
    for (const [reference, name] of names) kept[name] = copied(target(root, reference));
    const more = names.size > 0 ? { $defs: { ...shape.$defs, ...kept } } : {};
    return { $schema: draftOf(dialect), ...shape, ...more };
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}

function refersOutside(value) {
  if (value === null || typeof value !== "object") return false;
  return Object.entries(value).some(([key, part]) =>
    key === "$ref" && typeof part === "string" ? !part.startsWith("#") : refersOutside(part),
  );
}

class Unreachable extends Error {}

/** What is nearest to the schemas of OpenAPI 3.0 is draft 4. */
const draftOf = (dialect) => (dialect === OPEN_API_3_0 ? DRAFTS["draft-04"] : dialect);

/** `nullable`, of which JSON Schema knows nothing, counts beside a `type` only. */
function asDraft4({ nullable, ...schema }) {
  return nullable === true && typeof schema.type === "string"
    ? { ...schema, type: [schema.type, "null"] }
    : schema;
}
