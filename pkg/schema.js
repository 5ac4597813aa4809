// Standard Schema: HookLens as a validator of any library that speaks it. https://standardschema.dev
import { PayloadError, parse } from "#hooklens";
import { read } from "./body.js";
import { catalog } from "./catalog.js";
import { inputSchema, outputSchema } from "./json-schema.js";

/** Any event that HookLens knows. */
export const anyEvent = schemaOf(
  "any event",
  catalog.filter(({ event }) => event),
);

/** The events of each provider. */
export const providers = Object.freeze(
  Object.fromEntries(
    [...new Set(catalog.map(({ provider }) => provider))].map((name) => [
      name,
      schemaOf(
        `an event of ${name}`,
        catalog.filter(({ provider, event }) => provider === name && event),
      ),
    ]),
  ),
);

/** Each event type, and what registers webhooks, by id. */
export const events = Object.freeze(
  Object.fromEntries(catalog.map((entry) => [entry.id, schemaOf(entry.id, [entry])])),
);

function schemaOf(title, entries) {
  const ids = new Set(entries.map(({ id }) => id));
  const jsonSchema = {
    input: ({ target }) => inputSchema(title, entries, target),
    output: ({ target }) => outputSchema(title, entries, target),
  };
  const standard = {
    version: 1,
    vendor: "hooklens",
    validate: (body) => validate(body, title, ids),
    jsonSchema,
  };
  return Object.freeze({ "~standard": Object.freeze(standard) });
}

function validate(body, title, ids) {
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
    const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
    const found = Array.isArray(value) ? Number(key) : key;
    value = value?.[found];
    return found;
  });
}
