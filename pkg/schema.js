// Standard Schema: HookLens as a validator of any library that speaks it. https://standardschema.dev
import { PayloadError, parse } from "#hooklens";
import { read } from "./body.js";
import { catalog } from "./catalog.js";
import { isLens } from "./is-lens.js";
import { unescaped } from "./json-pointer.js";
import { inputSchema, outputSchema } from "./json-schema.js";
import { shown } from "./shown.js";

/** Any event that HookLens knows, the events of each provider, and each event type by id. */
export const { anyEvent, providers, events } = schemasOver(catalog, (title, entries) => ({
  ...validator(parse, title, entries),
  jsonSchema: {
    input: ({ target }) => inputSchema(title, entries, target),
    output: ({ target }) => outputSchema(title, entries, target),
  },
}));

/** The same of a lens: the schema of a loaded event is in its document. */
export function schemasOf(lens) {
  if (!isLens(lens)) throw new TypeError(`expected a lens that createHookLens made, found ${shown(lens)}`);
  return schemasOver(lens.catalog, (title, entries, id) =>
    // Of one event's schema it is known which event is meant, whatever the body looks like.
    validator(id === undefined ? lens.parse : (raw) => lens.parse(raw, { event: id }), title, entries),
  );
}

/** The schemas of a catalog; `standard` gives what one has, by its title and entries, and its id if it is one event's. */
function schemasOver(catalog, standard) {
  const schema = (title, entries, id) =>
    Object.freeze({ "~standard": Object.freeze(standard(title, entries, id)) });
  const named = [...new Set(catalog.map(({ provider }) => provider))];
  const eventsOf = (name) =>
    catalog.filter(({ provider, event }) => event && (name ?? provider) === provider);
  const byKey = (list) => Object.freeze(Object.fromEntries(list));
  return Object.freeze({
    anyEvent: schema("any event", eventsOf()),
    providers: byKey(named.map((name) => [name, schema(`an event of ${name}`, eventsOf(name))])),
    events: byKey(catalog.map((entry) => [entry.id, schema(entry.id, [entry], entry.id)])),
  });
}

function validator(parse, title, entries) {
  const ids = new Set(entries.map(({ id }) => id));
  return { version: 1, vendor: "hooklens", validate: (body) => validate(body, parse, title, ids) };
}

function validate(body, parse, title, ids) {
  let raw;
  try {
    // Read once: what a decoded body says of itself may be another thing the next time.
    raw = read(body);
    const value = parse(raw);
    const others = value.events.filter(({ id }) => !ids.has(id));
    if (others.length === 0) return { value };
    return {
      issues: others.map(({ id, pointer }) => ({
        message: `expected ${title}, found ${id}`,
        path: pathOf(pointer, decoded(raw)),
      })),
    };
  } catch (error) {
    // A TypeError is about what is no body at all: a number, null, a class of its own.
    if (error instanceof TypeError) return { issues: [{ message: error.message }] };
    if (!(error instanceof PayloadError)) throw error;
    const { status, problems } = error.report;
    const value = status === "malformed" ? undefined : decoded(raw);
    return {
      issues: problems
        .filter(({ severity }) => severity === "error")
        .map(({ message, pointer }) => ({ message, path: pathOf(pointer, value) })),
    };
  }
}

/** A body's JSON; a body that is malformed has none. */
function decoded(raw) {
  return JSON.parse(typeof raw === "string" ? raw.replace(/^\uFEFF/, "") : new TextDecoder().decode(raw));
}

/** A pointer as keys; those of arrays are numbers. */
function pathOf(pointer, value) {
  const names = pointer.split("/").slice(1);
  return names.map((name) => {
    const key = unescaped(name);
    const found = Array.isArray(value) ? Number(key) : key;
    value = value?.[found];
    return found;
  });
}
