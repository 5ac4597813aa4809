/** What a catalog document says of its events for people, besides their shapes: families, descriptions, examples. */

const METHODS = ["post", "put", "patch", "get", "delete"];
const MOST_NODES = 30_000;

// A document may have a key named `__proto__` or `constructor`: only its own keys count.
const own = (object, key) =>
  object !== null && typeof object === "object" && Object.hasOwn(object, key) ? object[key] : undefined;

const entriesOf = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];

const text = (value) => (typeof value === "string" ? value.trim() : "");

const token = (part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~");

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a reference within the document leads to; undefined where it leads elsewhere. */
const target = (root, reference) =>
  reference === "#"
    ? root
    : reference.startsWith("#/")
      ? reference
          .slice(2)
          .split("/")
          .reduce((at, part) => own(at, token(part)), root)
      : undefined;

/** A value, or what it refers to. */
function led(value, root) {
  for (let steps = 0; steps < 20 && typeof own(value, "$ref") === "string"; steps++)
    value = target(root, value.$ref);
  return value;
}

const isJson = (name) => /^application\/json$|\+json$|^\*\/\*$/i.test(name.split(";")[0].trim());

function webhooks(root) {
  return entriesOf(root.webhooks ?? root["x-webhooks"]).map(([type, item]) => {
    const path = led(item, root);
    const operation = METHODS.map((method) => own(path, method)).find(Boolean);
    const content = entriesOf(own(led(own(operation, "requestBody"), root), "content"));
    const [, media] = content.find(([name]) => isJson(name)) ?? content[0] ?? [];
    return [
      type,
      {
        family:
          text(own(operation, "tags")?.[0]) || text(own(operation, "operationId")).match(/^(.+?)\//)?.[1],
        description: text(own(operation, "description")) || text(own(operation, "summary")),
        schema: own(media, "schema"),
        examples: [own(media, "example"), ...valuesOf(own(media, "examples"), "value", root)],
      },
    ];
  });
}

function messages(root) {
  const found = new Map();
  const add = (key, message) => {
    for (const each of own(led(message, root), "oneOf") ?? [message]) {
      const at = led(each, root);
      const name = text(own(at, "name")) || text(own(each, "$ref")).split("/").at(-1) || key;
      if (!found.has(name)) found.set(name, at);
    }
  };
  for (const [, channel] of entriesOf(root.channels)) {
    for (const [key, message] of entriesOf(own(channel, "messages"))) add(key, message);
    for (const operation of [own(channel, "publish"), own(channel, "subscribe")])
      if (own(operation, "message")) add(text(own(operation, "operationId")), operation.message);
  }
  for (const [key, message] of entriesOf(own(root.components, "messages"))) add(key, message);
  return [...found].map(([type, message]) => {
    const payload = own(message, "payload");
    const isWrapped = typeof (own(payload, "schemaFormat") ?? own(message, "schemaFormat")) === "string";
    return [
      type,
      {
        family: text(own(own(message, "tags")?.[0], "name")),
        description: text(own(message, "description")) || text(own(message, "summary")),
        schema: (isWrapped && own(payload, "schema")) || payload,
        examples: valuesOf(own(message, "examples"), "payload", root),
      },
    ];
  });
}

/** The value of each example that there is. */
const valuesOf = (examples, key, root) =>
  Object.values(examples ?? {}).map((example) => own(led(example, root), key));

function described(root, types) {
  if (root === null || typeof root !== "object") return [];
  if ("openapi" in root) return webhooks(root);
  if ("asyncapi" in root) return messages(root);
  if (types.length === 1) return [[types[0], { schema: root }]];
  return [...entriesOf(root.$defs), ...entriesOf(root.definitions)].map(([type, schema]) => [
    type,
    { schema },
  ]);
}

/**
 * By event type `{ family, description, example, schema }`, as far as the document says; the last two are worked out
 * when they are asked for.
 */
export function documentEvents(root, types) {
  const wanted = new Set(types);
  const found = described(root, types).filter(([type]) => wanted.has(type));
  return new Map(
    found.map(([type, { family = "", description = "", schema, examples = [] }]) => {
      const shape = led(schema, root);
      const all = [...examples, own(shape, "example"), ...[own(shape, "examples") ?? []].flat()];
      let kept;
      return [
        type,
        {
          family,
          description: description || text(own(shape, "description")),
          example: all.find((example) => example !== undefined),
          get schema() {
            kept ??= { schema: alone(schema, root) };
            return kept.schema;
          },
        },
      ];
    }),
  );
}

/** A schema with all that it refers to; undefined where that is not within reach, or too much to read. */
function alone(schema, root) {
  if (schema === null || typeof schema !== "object") return undefined;
  const names = new Map();
  const kept = [];
  let nodes = 0;
  const nameOf = (reference) => {
    if (names.has(reference)) return names.get(reference);
    const last = token(reference.split("/").at(-1)).replace(/^#$/, "document");
    const taken = new Set(names.values());
    let name = last;
    for (let number = 2; taken.has(name); number++) name = `${last}-${number}`;
    names.set(reference, name);
    kept.push(reference);
    return name;
  };
  const copied = (value) => {
    if (++nodes > MOST_NODES) throw new Unreachable();
    if (Array.isArray(value)) return value.map(copied);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (/^\$(id|dynamicRef|recursiveRef)$/.test(key) && typeof part === "string") throw new Unreachable();
        if (key !== "$ref" || typeof part !== "string") return [key, copied(part)];
        if (target(root, part) === undefined) throw new Unreachable();
        const name = encodeURIComponent(nameOf(part).replaceAll("~", "~0").replaceAll("/", "~1"));
        return [key, `#/$defs/${name}`];
      }),
    );
  };
  try {
    // Of a document that is one schema, the references lead where they should already.
    if (schema === root) return copied(schema) && schema;
    const shape = copied(led(schema, root));
    const definitions = [];
    for (const reference of kept) definitions.push([names.get(reference), copied(target(root, reference))]);
    return definitions.length ? { ...shape, $defs: Object.fromEntries(definitions) } : shape;
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}

class Unreachable extends Error {}
