// Where a catalog document describes its events; what is loaded, src/load finds by itself.
import { unescaped } from "./json-pointer.js";

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

const token = (part) => unescaped(decoded(part));

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

export const isOpenApi30 = ({ openapi }) => /^3\.0/.test(openapi);

/** What the schemas of a document are written in, unless they say so themselves. */
function dialectOf(root) {
  if (isOpenApi30(root)) return OPEN_API_3_0;
  if ("openapi" in root) return text(root.jsonSchemaDialect) || DRAFT_2020_12;
  return "asyncapi" in root ? DRAFTS["draft-07"] : text(root.$schema) || DRAFT_2020_12;
}

/** Webhooks, or where there are none, the callbacks of operations. */
function webhooks(root) {
  const dialect = dialectOf(root);
  const hooks = root.webhooks ?? root["x-webhooks"];
  const found = hooks === undefined ? callbacks(root) : entriesOf(led(hooks, root));
  const events = found.flatMap(([key, item]) => {
    const path = led(item, root);
    const operation = METHODS.map((method) => own(path, method)).find(Boolean);
    if (operation === undefined) return [];
    const content = entriesOf(own(led(own(operation, "requestBody"), root), "content"));
    const [, media] = content.find(([name]) => isJson(name)) ?? content[0] ?? [];
    const family =
      text(own(operation, "tags")?.[0]) || text(own(operation, "operationId")).match(/^(.+?)\//)?.[1];
    const description = text(own(operation, "description")) || text(own(operation, "summary"));
    const examples = [own(media, "example"), ...valuesOf(own(media, "examples"), "value", root)];
    const type = key.replace(/^\/(?=.)/, "");
    return [{ type, family, description, dialect, examples, schema: own(media, "schema") }];
  });
  return hooks === undefined ? onceEach(events, root) : events;
}

/** Each with its name; what several refer to is looked at once. */
function callbacks(root) {
  const seen = new Set();
  const unseen = ([name, value]) => {
    const at = led(value, root);
    if (seen.has(at)) return [];
    seen.add(at);
    return [[name, entriesOf(at)]];
  };
  const operations = entriesOf(root.paths)
    .flatMap(unseen)
    .flatMap(([, operations]) => operations);
  const named = operations.flatMap(([, operation]) => entriesOf(led(own(operation, "callbacks"), root)));
  return named.flatMap(unseen).flatMap(([name, items]) => items.map(([, item]) => [name, item]));
}

/** Operations that have the same callback say so each. */
function onceEach(events, root) {
  const known = new Map();
  return events.filter(({ type, schema }) => {
    const schemas = known.get(type) ?? new Set();
    known.set(type, schemas);
    const size = schemas.size;
    return schemas.add(led(schema, root)).size > size;
  });
}

function messages(root) {
  const found = new Map();
  const add = (key, message, provider) => {
    const listed = own(led(message, root), "oneOf") ?? [message];
    const alternatives = Array.isArray(listed) ? listed : [];
    for (const each of alternatives) {
      const at = led(each, root);
      const named = text(own(at, "name")) || text(own(at, "messageId")) || lastOf(text(own(each, "$ref")));
      const type = named || (alternatives.length === 1 ? key : "");
      const id = JSON.stringify([provider, type]);
      if (type !== "" && !found.has(id)) found.set(id, { type, provider, message: at });
    }
  };
  // The channels of AsyncAPI 1 are topics.
  const parts = [...entriesOf(root.channels), ...entriesOf(root.topics)];
  const channels = parts.map(([name, channel]) => {
    const said = own(led(channel, root), "x-hooklens");
    const isProvider = own(said, "envelopes") !== undefined && text(own(said, "provider")) !== "";
    return { name, channel: led(channel, root), provider: isProvider ? said.provider : undefined };
  });
  const providers = channels.filter(({ provider }) => provider !== undefined);
  // Where channels say who sends in them, what is elsewhere is no event.
  for (const { name, channel, provider } of providers.length > 0 ? providers : channels) {
    for (const [key, message] of entriesOf(own(channel, "messages"))) add(key, message, provider);
    if (provider !== undefined) continue;
    for (const operation of [own(channel, "publish"), own(channel, "subscribe")]) {
      const message = own(operation, "message") ?? (own(root, "topics") && operation);
      if (message) add(text(own(operation, "operationId")) || name, message);
    }
  }
  if (providers.length === 0)
    for (const [key, message] of entriesOf(own(root.components, "messages"))) add(key, message);
  return [...found.values()].map(({ message, ...event }) => {
    const payload = own(message, "payload");
    const format = text(own(payload, "schemaFormat") ?? own(message, "schemaFormat"));
    const draft = Object.keys(DRAFTS).find((name) => format.endsWith(name));
    return {
      ...event,
      message,
      family: text(own(own(message, "tags")?.[0], "name")),
      description: text(own(message, "description")) || text(own(message, "summary")),
      dialect: DRAFTS[draft] ?? dialectOf(root),
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
  const dialect = dialectOf(root);
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
  return [{ type: slug(text(root.title)) || fileOf(root) || "event", dialect, schema: root }];
}

/** The name of the file that a schema says is its place. */
const fileOf = (root) =>
  text(root.$id)
    .replace(/#.*/, "")
    .split("/")
    .at(-1)
    .replace(/\.json$/, "");

/** A title as a name; also in src/load. */
const slug = (title) =>
  title
    .replaceAll(/[^A-Za-z0-9\u0080-\uffff]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * The events of a document in its order: `{ id, type, schema, dialect, examples, family, description }`, the schema
 * where it stands, of AsyncAPI also the `message`. `name` and `events` are those of the source.
 */
export function eventsIn(root, name, events) {
  const isDocument = root !== null && typeof root === "object" && !Array.isArray(root);
  if (!isDocument) return [];
  const [read, title] =
    "openapi" in root
      ? [webhooks, own(root.info, "title")]
      : "asyncapi" in root
        ? [messages, own(root.info, "title")]
        : [schemas, ""];
  const provider = text(own(root["x-hooklens"], "provider")) || name || slug(text(title)) || "catalog";
  const described = read(root);
  // What a document only keeps is an event to whoever says so.
  const asked = (events ?? []).filter((type) => !described.some((event) => event.type === type));
  const kept = led(own(root.components, "schemas"), root);
  const more = asked.filter((type) => own(kept, type) !== undefined);
  const dialect = dialectOf(root);
  const all = [...described, ...more.map((type) => ({ type, dialect, schema: own(kept, type) }))];
  return all
    .filter(({ type }) => events?.includes(type) ?? true)
    .map((event) => ({ ...event, id: `${event.provider ?? provider}/${event.type}` }));
}
