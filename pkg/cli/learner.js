// Learns from deliveries what a catalog does not have, and writes it into the documents that it is made of.
import { eventsIn } from "../described.js";
import { detailOf, isQuoted } from "./differences.js";
import { EACH } from "./locate.js";
import { NewEvents, eventSchemaOf } from "./new-events.js";
import { keysOf, valueAt } from "./pointer.js";
import { Seen } from "./seen.js";
import { SchemaPlace } from "./widen.js";

export class Learner {
  #events = new Map();
  #places = new Map();
  #newEvents;

  /**
   * `documents` are `{ root, name, changed }`: what is learned is written into the root, and who sends the events that it
   * is about into the set `changed`. Events of nobody known are those of `provider`.
   */
  constructor(documents, provider) {
    this.#newEvents = new NewEvents(documents, provider);
    for (const document of documents)
      for (const event of eventsIn(document.root, document.name))
        this.#events.set(event.id, { document, event });
  }

  /** Looks at a body with problems; whether there is something in it that none before had. */
  add({ report, text = "" }) {
    const told = report.problems.filter((problem) => detailOf(problem, text) !== undefined);
    const body = told.length === 0 ? undefined : parsed(text);
    if (body === undefined) return false;
    let isNew = false;
    for (const problem of told) isNew = this.#learn(problem, report, body, text) || isNew;
    return isNew;
  }

  #learn(problem, { events }, body, text) {
    const { code, pointer } = problem;
    if (code === "unknown-event") return this.#newEvents.add(problem, body);
    const inner = events.findLast(({ pointer: at }) => pointer === at || pointer.startsWith(`${at}/`));
    const { id } = inner ?? events[0] ?? {};
    if (!this.#events.has(id)) return false;
    const from = inner?.pointer ?? "";
    const example = valueAt(body, keysOf(from));
    const path = pathIn(example, keysOf(pointer.slice(from.length)));
    const value = valueAt(body, keysOf(pointer));
    const isField = code.endsWith("-field");
    const key = JSON.stringify([id, inner === undefined, isField, path]);
    const place =
      this.#places.get(key) ?? newPlace({ id, isInEvent: inner !== undefined, isField, path, example });
    this.#places.set(key, place);
    place.codes.add(code);
    if (isQuoted(problem, value)) place.listed.add(value);
    else place.seen.add(value);
    const detail = detailOf(problem, text);
    const isNew = !place.details.has(detail);
    place.details.add(detail);
    return isNew;
  }

  get hasLearned() {
    return this.#places.size > 0;
  }

  /** Writes what was learned; gives a document of the events that nobody is known to send, where there are some. */
  write() {
    // New events are made like others, as those were.
    const others = this.#newEvents.write();
    for (const { id, isInEvent, isField, path, example, ...found } of this.#places.values()) {
      const { document, event } = this.#events.get(id);
      const { root, changed } = document;
      changed.add(event.provider);
      for (const schema of isInEvent ? [schemaOf(event)] : envelopesOf(root, event)) {
        const place = new SchemaPlace(schema, root, path, example);
        if (isField) place.addField(found.seen);
        else place.allow({ ...found, listed: [...found.listed] });
      }
    }
    this.#places.clear();
    return others;
  }
}

const newPlace = (place) => ({
  ...place,
  codes: new Set(),
  listed: new Set(),
  details: new Set(),
  seen: new Seen(),
});

/** What an event itself must be. */
const schemaOf = ({ message, schema, provider }) =>
  provider === undefined ? schema : eventSchemaOf(message);

/** What the bodies must be that an event arrives in. */
function envelopesOf({ channels }, { message, provider }) {
  const said = Object.values(channels).find((channel) => channel["x-hooklens"]?.provider === provider);
  const indices = message["x-hooklens"]?.envelopes ?? [];
  return indices.flatMap((index) => said?.["x-hooklens"].envelopes[index].body ?? []);
}

/** Keys with numbers of elements left open. */
function pathIn(root, keys) {
  let inner = root;
  return keys.map((key) => {
    const isElement = Array.isArray(inner);
    inner = valueAt(inner, [key]);
    return isElement ? EACH : key;
  });
}

function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
