// CloudEvents in NATS messages, as their NATS protocol binding says: structured, one JSON text, or binary, the data
// alone with the attributes in headers.
import { encoded } from "./event-key.js";

const STRUCTURED = "application/cloudevents+json; charset=utf-8";

/** Header fields of a message with the attribute that each has: `data` is what the message carries. */
const PREFIX = "ce-";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** A CloudEvent as a message: its header fields and its payload. */
export function messageOf(event, mode) {
  if (mode === "structured")
    return { fields: { "content-type": STRUCTURED }, payload: JSON.stringify(event) };
  const { data, ...attributes } = event;
  const fields = Object.entries(attributes).map(([name, value]) => [PREFIX + name, encoded(String(value))]);
  return { fields: Object.fromEntries(fields), payload: data === undefined ? "" : JSON.stringify(data) };
}

/** Whether a message is a CloudEvent, as its header says. */
export function isCloudEvent(fields) {
  return isStructured(fields) || fields.get("ce-specversion") !== undefined;
}

const isStructured = (fields) => /^application\/cloudevents\b/i.test(fields.get("content-type") ?? "");

/** The CloudEvent of a message. Throws an `Error` that says what it lacks. */
export function cloudEventOf(payload, fields) {
  const event = isStructured(fields) ? jsonOf(payload) : fromFields(payload, fields.all);
  const isObject = event !== null && typeof event === "object" && !Array.isArray(event);
  if (!isObject) throw new Error("expected a CloudEvent as a JSON object, found another value");
  if (event.specversion !== "1.0") throw new Error("expected a CloudEvent of the version 1.0, found another");
  const missing = ["id", "source", "type"].filter(
    (name) => typeof event[name] !== "string" || event[name] === "",
  );
  if (missing.length > 0)
    throw new Error(`expected a CloudEvent with ${missing.join(", ")}, found one without`);
  return event;
}

function fromFields(payload, all) {
  const event = {};
  for (const [name, value] of Object.entries(all)) {
    if (name.startsWith(PREFIX)) event[name.slice(PREFIX.length)] = decoded(value);
  }
  if (payload.length > 0) event.data = jsonOf(payload);
  return event;
}

function jsonOf(payload) {
  try {
    return JSON.parse(decoder.decode(payload));
  } catch (cause) {
    throw new Error("expected a CloudEvent with data in JSON, found another payload", { cause });
  }
}

/** A header's value, which older senders may have quoted. */
function decoded(value) {
  const text = /^".*"$/s.test(value) ? value.slice(1, -1).replaceAll(/\\(.)/gs, "$1") : value;
  try {
    return decodeURIComponent(text.replaceAll(/%(?![\da-f]{2})/gi, "%25"));
  } catch (cause) {
    throw new Error("expected attributes in percent-encoded UTF-8, found other bytes", { cause });
  }
}
