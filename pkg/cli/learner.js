// Learns from deliveries what a catalog does not have, and writes it into the documents that it is made of.
import { eventsIn } from "../described.js";
import { detailOf, isQuoted } from "./differences.js";
import { EACH } from "./locate.js";
import { NewEvents, eventSchemaOf } from "./new-events.js";
import { keysOf, valueAt } from "./pointer.js";
import { Seen } from "./seen.js";
import { SchemaPlace } from "./widen.js";

/** In an archive of anything, everything is new: these are enough to see that. */
const MOST_PLACES = 10_000;
const MOST_VALUES = 1000;

/** So many characters of bodies are kept as examples; without one, a place is all branches of a union. */
const MOST_KEPT = 64 << 20;

export class Learner {
  #events = new Map();
  #places = new Map();
  #kept = 0;
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
    const place = this.#places.get(key) ?? newPlace({ id, isInEvent: inner !== undefined, isField, path });
    if (!this.#places.has(key)) {
      if (this.#places.size >= MOST_PLACES) return false;
      this.#places.set(key, place);
      this.#kept += text.length;
      if (this.#kept <= MOST_KEPT) place.example = example;
    }
    place.codes.add(code);
    if (isQuoted(problem, value) && place.listed.size < MOST_VALUES) place.listed.add(value);
    else place.seen.add(value);
    const detail = detailOf(problem, text);
    if (place.details.has(detail) || place.details.size >= MOST_VALUES) return false;
    place.details.add(detail);
    return true;
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
