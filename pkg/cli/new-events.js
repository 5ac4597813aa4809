// Events that nobody knew: each is described by what all bodies of it have.
import { own } from "../described.js";
import { keysOf, put, valueAt } from "./pointer.js";
import { Seen } from "./seen.js";

/** Fields that say which event a body is, where they hold one word. */
const NAMES = ["type", "event", "event_type", "eventType", "event_name", "eventName", "topic"];
const WORD = /^[A-Za-z][\w.:/-]{0,99}$/;

/** Of an archive of anything, no more are described. */
const MOST = 1000;

/** Bodies of one event that are kept, each with something that no other had. */
const MOST_BODIES = 50;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export class NewEvents {
  #envelopes;
  #found = new Map();
  #provider;

  constructor(documents, provider) {
    this.#provider = provider;
    this.#envelopes = documents.flatMap((document) =>
      Object.entries(document.root.channels ?? {}).flatMap(([channel, { "x-hooklens": said }]) =>
        (own(said, "envelopes") ?? []).map((envelope, index) => ({
          document,
          channel,
          said,
          envelope,
          index,
        })),
      ),
    );
  }

  /** Takes the event that a problem is about; whether it has something that none before had. */
  add({ pointer }, body) {
    const said = valueAt(body, keysOf(pointer));
    const place = pointer !== "" && typeof said === "string" ? this.#placeOf(pointer, body) : undefined;
    const event = valueAt(body, keysOf(place?.from ?? ""));
    if (!isObject(event) || (pointer !== "" && place === undefined)) return false;
    const nameKey = place === undefined ? nameKeyOf(event) : undefined;
    const name = place === undefined ? own(event, nameKey) : said;
    const key = JSON.stringify([place?.channel, place?.index, nameKey, name ?? Object.keys(event).sort()]);
    if (!this.#found.has(key) && this.#found.size >= MOST) return false;
    const found = this.#found.get(key) ?? { place, name, nameKey, seen: new Seen(), outlines: new Set() };
    this.#found.set(key, found);
    found.seen.add(event);
    const outline = JSON.stringify(new Seen().add(event).schema());
    if (found.outlines.has(outline) || found.outlines.size >= MOST_BODIES) return false;
    found.outlines.add(outline);
    return true;
  }

  /** The envelope that a known provider's event of such a name is in, and where the event begins. */
  #placeOf(pointer, body) {
    const fitting = this.#envelopes.flatMap((place) => {
      const { nameAt, markers = [], events, body: around } = place.envelope;
      if (nameAt === undefined || !pointer.endsWith(nameAt)) return [];
      const from = pointer.slice(0, pointer.length - nameAt.length);
      const isPlaced = around === undefined ? /^(\/\d+)?$/.test(from) : keysOf(from)[0] === events;
      const event = valueAt(body, keysOf(from));
      if (!isPlaced || !isObject(event)) return [];
      const marks = markers.filter((key) => Object.hasOwn(event, key)).length;
      return marks > 0 || markers.length === 0 ? [{ ...place, from, marks }] : [];
    });
    return fitting.sort((a, b) => b.marks - a.marks)[0];
  }

  /** Writes those of known providers into their documents; a document of all others, where there are some. */
  write() {
    const others = {};
    for (const found of this.#found.values()) {
      if (found.place !== undefined) addMessage(found);
      else if (found.seen.fields.length > 0)
        put(others, free(found.name?.replaceAll("/", ".") ?? "event", others), described(found));
    }
    this.#found.clear();
    if (Object.keys(others).length === 0) return undefined;
    return { "x-hooklens": { provider: this.#provider }, $defs: others };
  }
}

/** The field that says which event a body is. */
const nameKeyOf = (event) =>
  NAMES.find((key) => typeof own(event, key) === "string" && WORD.test(event[key]));

/** A name that nothing else has. */
function free(name, taken) {
  let found = name;
  for (let number = 2; Object.hasOwn(taken, found); number++) found = `${name}-${number}`;
  return found;
}

/** A body of somebody unknown: what names it is a constant, and what all have must be there. */
function described({ name, nameKey, seen }) {
  const schema = { title: name ?? "Event", ...seen.schema(), required: seen.always };
  if (nameKey !== undefined) schema.properties[nameKey] = { const: name };
  return schema;
}

/** An event of a known provider, made like the one beside it that has most of its fields. */
function addMessage({ place, name, seen }) {
  const { document, channel, said, envelope, index } = place;
  const { messages } = document.root.channels[channel];
  const saidOf = (message) => own(message, "x-hooklens") ?? {};
  const beside = Object.values(messages).filter((message) => saidOf(message).envelopes?.includes(index));
  const [sibling] = beside.sort((a, b) => shared(b, seen) - shared(a, seen));
  const { schemaFormat, schema } = sibling.payload;
  const event = merged(structuredClone(eventSchemaOf(sibling)), seen, envelope.unnamed);
  const path = keysOf(envelope.nameAt).flatMap((key) => ["properties", key]);
  const named = { ...valueAt(eventSchemaOf(sibling), path), const: name };
  put(valueAt(event, path.slice(0, -1)), path.at(-1), named);
  const key = free(name.replaceAll(/[^\w-]+/g, "-"), messages);
  const { subject } = saidOf(sibling);
  put(messages, key, {
    ...{ name, title: name, contentType: "application/json" },
    payload: { schemaFormat, schema: around(schema, event, `#/channels/${channel}/messages/${key}`) },
    "x-hooklens": { envelopes: [index], type: name, ...(seen.always.includes(subject) && { subject }) },
  });
  document.changed.add(said.provider);
}

/** What an event itself must be, of a message whose body may have others around it. */
export const eventSchemaOf = ({ payload: { schema } }) => schema.$defs?.event ?? schema;

/** How many of the fields that were seen an event has, in it and in the objects in it. */
function shared(message, seen, schema = eventSchemaOf(message)) {
  const known = seen.fields.filter((key) => own(schema.properties, key) !== undefined);
  const inner = known.map((key) => shared(message, seen.field(key), schema.properties[key]));
  return inner.reduce((sum, number) => sum + number, known.length);
}

/** The schema of a body with an event in it, as that of another has it. */
function around(schema, event, place) {
  if (schema.$defs?.event === undefined) return event;
  const text = JSON.stringify({ ...schema, $defs: undefined });
  const body = JSON.parse(
    text.replaceAll(
      /"#\/channels\/[^"]*\/\$defs\/event"/g,
      JSON.stringify(`${place}/payload/schema/$defs/event`),
    ),
  );
  return { $defs: { event }, ...body };
}

/** What an event was like is what another must be: of its fields those that were seen, and those that all events have. */
function merged(schema, seen, ofAll) {
  schema.type = "object";
  const known = schema.properties ?? {};
  schema.properties = {};
  for (const key of new Set([...Object.keys(ofAll?.properties ?? {}), ...seen.fields])) {
    const [field, inAll, found] = [own(known, key), own(ofAll?.properties, key), seen.field(key)];
    const isFixed = field === undefined || "const" in field || field["x-hooklens"]?.agrees !== undefined;
    const hasFields = isObject(field?.properties);
    if (hasFields && found?.isObject) put(schema.properties, key, merged(field, found, inAll));
    else put(schema.properties, key, isFixed || hasFields ? (found?.schema() ?? inAll) : field);
  }
  schema.required = seen.always;
  return schema;
}
