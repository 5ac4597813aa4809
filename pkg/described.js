// Where a catalog document describes its events; what is loaded, src/load finds by itself.

const METHODS = ["post", "put", "patch", "get", "delete"];

const DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";
export const DRAFTS = {
  "draft-2019-09": "https://json-schema.org/draft/2019-09/schema",
  "draft-2020-12": DRAFT_2020_12,
  "draft-04": "http://json-schema.org/draft-04/schema#",
  "draft-06": "http://json-schema.org/draft-06/schema#",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/** The schemas of OpenAPI 3.0 are of no version of JSON Schema. */
export const OPEN_API_3_0 = "openapi-3.0";

/** What a schema may say besides its events; also in src/load. */
const ANNOTATIONS = new Set([
  ...["$schema", "$id", "id", "$comment", "$anchor", "$vocabulary", "title", "description", "examples"],
  ...["default", "deprecated", "discriminator", "$dynamicAnchor", "readOnly", "writeOnly"],
]);

// A document may have a key named `__proto__` or `constructor`: only its own keys count.
export const own = (object, key) =>
  object !== null && typeof object === "object" && Object.hasOwn(object, key) ? object[key] : undefined;

const entriesOf = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];

export const text = (value) => (typeof value === "string" ? value.trim() : "");

const token = (part) => decoded(part).replaceAll("~1", "/").replaceAll("~0", "~");

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a reference within the document leads to; undefined where it leads elsewhere. */
export function target(root, reference) {
  if (reference === "#") return root;
  if (!reference.startsWith("#/")) return undefined;
  const parts = reference.slice(2).split("/");
  return parts.reduce((at, part) => own(at, token(part)), root);
}

/** A value, or what it refers to. */
export function led(value, root) {
  for (let steps = 0; steps < 20 && typeof own(value, "$ref") === "string"; steps++)
    value = target(root, value.$ref);
  return value;
}

/** The last part of a reference, which is the name of what it leads to. */
export const lastOf = (reference) => token(reference.split(/[/#]/).at(-1));

const isJson = (name) => /^application\/json$|\+json$|^\*\/\*$/i.test(name.split(";")[0].trim());

function webhooks(root) {
  const dialect = /^3\.0/.test(root.openapi) ? OPEN_API_3_0 : text(root.jsonSchemaDialect) || DRAFT_2020_12;
  return entriesOf(led(root.webhooks ?? root["x-webhooks"], root)).flatMap(([type, item]) => {
    const path = led(item, root);
    const operation = METHODS.map((method) => own(path, method)).find(Boolean);
    if (operation === undefined) return [];
    const content = entriesOf(own(led(own(operation, "requestBody"), root), "content"));
    const [, media] = content.find(([name]) => isJson(name)) ?? content[0] ?? [];
    const family =
      text(own(operation, "tags")?.[0]) || text(own(operation, "operationId")).match(/^(.+?)\//)?.[1];
    const description = text(own(operation, "description")) || text(own(operation, "summary"));
    const examples = [own(media, "example"), ...valuesOf(own(media, "examples"), "value", root)];
    return [{ type, family, description, dialect, examples, schema: own(media, "schema") }];
  });
}

function messages(root) {
  const found = new Map();
  const add = (key, message, provider) => {
    for (const each of own(led(message, root), "oneOf") ?? [message]) {
      const at = led(each, root);
      const type = text(own(at, "name")) || lastOf(text(own(each, "$ref"))) || key;
      const id = JSON.stringify([provider, type]);
      if (!found.has(id)) found.set(id, { type, provider, message: at });
    }
  };
  const channels = entriesOf(root.channels).map(([, channel]) => {
    const said = own(led(channel, root), "x-hooklens");
    const isProvider = own(said, "envelopes") !== undefined && text(own(said, "provider")) !== "";
    return { channel: led(channel, root), provider: isProvider ? said.provider : undefined };
  });
  const providers = channels.filter(({ provider }) => provider !== undefined);
  // Where channels say who sends in them, what is elsewhere is no event.
  for (const { channel, provider } of providers.length > 0 ? providers : channels) {
    for (const [key, message] of entriesOf(own(channel, "messages"))) add(key, message, provider);
    if (provider !== undefined) continue;
    for (const operation of [own(channel, "publish"), own(channel, "subscribe")])
      if (own(operation, "message")) add(text(own(operation, "operationId")), operation.message);
  }
  if (providers.length === 0)
    for (const [key, message] of entriesOf(own(root.components, "messages"))) add(key, message);
  return [...found.values()].map(({ message, ...event }) => {
    const payload = own(message, "payload");
    const format = text(own(payload, "schemaFormat") ?? own(message, "schemaFormat"));
    const draft = Object.keys(DRAFTS).find((name) => format.endsWith(name)) ?? "draft-07";
    return {
      ...event,
      message,
      family: text(own(own(message, "tags")?.[0], "name")),
      description: text(own(message, "description")) || text(own(message, "summary")),
      dialect: DRAFTS[draft],
      examples: valuesOf(own(message, "examples"), "payload", root),
      schema: (format !== "" && own(payload, "schema")) || payload,
    };
  });
}

/** The value of each example that there is. */
const valuesOf = (examples, key, root) =>
  Object.values(examples ?? {}).map((example) => own(led(example, root), key));

/** Several where it is a union of references, or only definitions; else one. */
function schemas(root) {
  const dialect = text(root.$schema) || DRAFT_2020_12;
  const said = Object.keys(root).filter((key) => !key.startsWith("x-") && !ANNOTATIONS.has(key));
  const rest = said.filter((key) => !/^(\$defs|definitions|oneOf|anyOf)$/.test(key));
  const list = root.oneOf ?? root.anyOf;
  if (rest.length === 0 && Array.isArray(list)) {
    const isReference = (schema) =>
      typeof own(schema, "$ref") === "string" && Object.keys(schema).length === 1;
    if (list.length > 0 && list.every(isReference))
      return list.map((schema) => ({ type: lastOf(schema.$ref), dialect, schema }));
  }
  const kept = [...entriesOf(root.$defs), ...entriesOf(root.definitions)];
  if (rest.length === 0 && list === undefined && kept.length > 0)
    return kept.map(([type, schema]) => ({ type, dialect, schema }));
  return [{ type: slug(text(root.title)) || "event", dialect, schema: root }];
}

/** A title as a name; also in src/load. */
const slug = (title) =>
  title
    .replaceAll(/[^A-Za-z0-9\u0080-\uffff]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * The events of a document in its order: `{ id, type, schema, dialect, examples, family, description }`, the schema
 * where it stands, of AsyncAPI also the `message`. `name` is that of the source.
 */
export function eventsIn(root, name) {
  const isDocument = root !== null && typeof root === "object" && !Array.isArray(root);
  if (!isDocument) return [];
  const [read, title] =
    "openapi" in root
      ? [webhooks, own(root.info, "title")]
      : "asyncapi" in root
        ? [messages, own(root.info, "title")]
        : [schemas, ""];
  const provider = text(own(root["x-hooklens"], "provider")) || name || slug(text(title)) || "catalog";
  return read(root).map((event) => ({ ...event, id: `${event.provider ?? provider}/${event.type}` }));
}
