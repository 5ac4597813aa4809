// The one glue between JavaScript and the WebAssembly module. Each entry says how to instantiate it.
import * as wasm from "./wasm/hooklens.js";
import { PayloadError } from "./error.js";
import { read } from "./body.js";
import { forget, reportAt, textAt } from "./said.js";

const DEFAULT_LIMITS = { maxBytes: 16 * 1024 * 1024, maxDepth: 128 };

// What `check` answers: see src/wasm.rs.
const MORE_TO_SAY = 0xffffffff;
const LISTED = 256;
const SEVERAL = 512;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What a body is given to the module in, at least. */
const SMALLEST_ROOM = 1 << 14;

/**
 * Memory never shrinks. A module that has more than this is dropped at the next body that needs less, so that
 * one large body is forgotten and a run of them stays fast; one that has more than the second, at once.
 */
const MOST_KEPT = 8 << 20;
const MOST_USED = 128 << 20;

// There is one glue, so there is one module, whichever entries are used together.
let memory;
let facts;
/** Where in the module's memory a body is written. */
let room = new Uint8Array(0);
let address = 0;
/** How much memory the module has, as far as was looked. */
let size = 0;

/** The facts of the module by name; `wrapped` has the row of each event type for each field that it stands in. */
function named([codes, severities, statuses, ...rows]) {
  const wrapped = new Map();
  const row = ([provider, type, title, field, name, ...around]) => {
    const id = `${provider}/${type}`;
    wrapped.set(field, (wrapped.get(field) ?? new Map()).set(id, { name, around }));
    return { id, provider, type, title, pointer: field === "" ? "" : `/${field}` };
  };
  return { rows: rows.map(row), wrapped, codes, severities, statuses };
}

/** Forgets the module, so that the next call has a new one. */
function drop() {
  memory = undefined;
  room = new Uint8Array(0);
  size = 0;
  forget();
}

/** Drops the module after a body of that length where its memory is more than is kept. */
function settle(length) {
  // What was seen of the memory is empty once that has grown.
  if (room.length === 0) size = memory?.buffer.byteLength ?? 0;
  if (size > MOST_KEPT && (length < MOST_KEPT >> 4 || size > MOST_USED)) drop();
}

/** What a call throws in place of an error from inside of it, after which the module is not to be trusted. */
function failed(error) {
  if (error instanceof PayloadError) return error;
  drop();
  if (!(error instanceof WebAssembly.RuntimeError)) return error;
  return new Error("hooklens: the WebAssembly module trapped; the next call has a new one", { cause: error });
}

/** `validate`, `parse` and `normalize` over the module; `instantiate` gives the exports of a new instance. */
export function bind(instantiate) {
  function roomFor(bytes) {
    if (memory === undefined) {
      memory = instantiate().memory;
      facts ??= named(wasm.facts());
    }
    // Growing the memory detaches what was seen of it: the room is empty then.
    if (room.length < bytes || room.length === 0) {
      const bytesOfRoom = Math.max(bytes, SMALLEST_ROOM);
      address = wasm.reserve(bytesOfRoom);
      room = new Uint8Array(memory.buffer, address, bytesOfRoom);
      size = memory.buffer.byteLength;
    }
    return room;
  }

  /** The module's verdict on a body, or the report on one that is too large to be given to it. */
  function check(body, { maxBytes, maxDepth }) {
    if (typeof body !== "string") {
      const { length } = body;
      if (length > maxBytes) return tooLarge(maxBytes);
      roomFor(length).set(body);
      return wasm.check(length, maxBytes, maxDepth, false);
    }
    if (body.length > maxBytes) return tooLarge(maxBytes);
    let { read: units, written } = encoder.encodeInto(body, roomFor(body.length));
    if (units < body.length) ({ written } = encoder.encodeInto(body, roomFor(body.length * 3)));
    if (written > maxBytes) return tooLarge(maxBytes);
    const halves = written !== body.length && !isWellFormed(body);
    if (halves) written = encodeHalves(body, roomFor(body.length * 3));
    return wasm.check(written, maxBytes, maxDepth, halves);
  }

  function tooLarge(maxBytes) {
    roomFor(0);
    return reportAt(wasm.too_large(maxBytes), memory, facts);
  }

  /** The report on a body without a problem. */
  function clean(verdict) {
    const listed = (verdict & LISTED) !== 0;
    if ((verdict & SEVERAL) === 0) {
      const { id, provider, type, title, pointer } = facts.rows[verdict & 255];
      const event = { id, provider, type, title, pointer: listed ? `${pointer}/0` : pointer };
      return { status: "valid", valid: true, events: [event], candidates: [], problems: [] };
    }
    const indices = new Uint8Array(memory.buffer, wasm.rows(), verdict >>> 10);
    const events = Array.from(indices, (index, at) => {
      const { id, provider, type, title, pointer } = facts.rows[index];
      return { id, provider, type, title, pointer: `${pointer}/${at}` };
    });
    return { status: "valid", valid: true, events, candidates: [], problems: [] };
  }

  function reportOf(raw, body, limits) {
    const verdict = check(raw, limits);
    if (typeof verdict === "number" && verdict !== MORE_TO_SAY) return clean(verdict);
    const report = typeof verdict === "object" ? verdict : reportAt(wasm.report(), memory, facts);
    return isDecoded(raw, body) ? withoutText(report) : report;
  }

  /** The report on a valid body; throws that on any other. */
  function validReport(raw, body, limits) {
    const report = reportOf(raw, body, limits);
    if (!report.valid) throw new PayloadError(report);
    return report;
  }

  /** What a body was read as: bytes are taken from where they were checked, for others may change them. */
  function textOf(raw) {
    if (typeof raw === "string") return raw;
    return decoder.decode(new Uint8Array(memory.buffer, address, raw.length));
  }

  function eventsOf(raw, body, limits) {
    const report = validReport(raw, body, limits);
    const text = textOf(raw);
    // A byte order mark is no JSON for `JSON.parse`; the decoder has left it out already.
    const value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return { events: known(report.events, value, facts.wrapped) };
  }

  function cloudEventsOf(raw, body, limits) {
    const report = validReport(raw, body, limits);
    const place = wasm.normalized();
    if (place === 0) throw new PayloadError(report, noEvent(report));
    return JSON.parse(textAt(place, memory));
  }

  /** What `give` makes of a body. The memory is settled however that ends, once all that it says was read. */
  function settled(give, body, limits) {
    const raw = read(body);
    const within = bounds(limits);
    try {
      return give(raw, body, within);
    } catch (error) {
      throw failed(error);
    } finally {
      settle(raw.length);
    }
  }

  const validate = (body, limits) => settled(reportOf, body, limits);
  const parse = (body, limits) => settled(eventsOf, body, limits);
  const normalize = (body, limits) => settled(cloudEventsOf, body, limits);

  return { validate, parse, normalize };
}

/** Whether a body was neither text nor bytes, so that the text that was read is our own. */
function isDecoded(raw, body) {
  return typeof raw === "string" && typeof body !== "string";
}

function noEvent({ events }) {
  const ids = [...new Set(events.map(({ id }) => id))].join(", ");
  return `valid webhook body, but no event: ${ids} is sent to register webhooks, and has no canonical form`;
}

/** How many fields around several events all of them get together; past it, unknown ones stay with the first. */
const MOST_REPEATED = 100_000;

/** The events of a valid body with their payloads and what was around those. */
function known(events, body, wrapped) {
  const [{ id, provider, type, title, pointer }] = events;
  if (pointer === "") return [{ id, provider, type, title, pointer, payload: body }];
  // All events of a body are in one envelope, and all elements of its array are events.
  const field = Array.isArray(body) ? "" : fieldOf(pointer);
  const { around, name } = wrapped.get(field).get(id);
  const outer = field === "" ? undefined : without(body, field);
  const values = field === "" ? body : body[field];
  const list = Array.isArray(values) ? values : [values];
  // The events after the first get what is around them in an object of their own.
  const many = events.length > 1 && Object.keys(outer ?? {}).length * events.length > MOST_REPEATED;
  const rest = many ? only(outer, around) : outer;
  const envelopeOf = (value, at) => {
    const outside = at === events.length - 1 && !many ? outer : { ...(at === 0 ? outer : rest) };
    return name === "" ? outside : copy(value, name, outside);
  };
  return events.map(({ id, provider, type, title, pointer }, at) => {
    const value = list[at];
    const payload = name === "" ? value : value[name];
    if (outer === undefined) return { id, provider, type, title, pointer, payload };
    return { id, provider, type, title, pointer, payload, envelope: envelopeOf(value, at) };
  });
}

/** The field of the body that a pointer starts with. */
function fieldOf(pointer) {
  const end = pointer.indexOf("/", 1);
  return pointer.slice(1, end < 0 ? pointer.length : end);
}

const without = (object, key) => copy(object, key, {});

/** The members of an object but for one, in another. */
function copy(object, key, into) {
  for (const name of Object.keys(object)) {
    // Assigned, it would be the prototype.
    if (name === "__proto__")
      Object.defineProperty(into, name, Object.getOwnPropertyDescriptor(object, name));
    else if (name !== key) into[name] = object[name];
  }
  return into;
}

const only = (object, names) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(object, name)).map((name) => [name, object[name]]));

/** The report on a body that was no text: it has no places in it. */
function withoutText(report) {
  const problems = report.problems.map(({ fix: _, ...problem }) => ({ ...problem, span: null }));
  return { ...report, problems };
}

function bounds(limits) {
  if (limits === undefined) return DEFAULT_LIMITS;
  if (limits === null || typeof limits !== "object") {
    throw new TypeError(`expected limits as an object, found ${limits === null ? "null" : typeof limits}`);
  }
  const bound = (name) => {
    const { [name]: value = DEFAULT_LIMITS[name] } = limits;
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
      throw new TypeError(
        `expected limits.${name} as an integer from 0 to 4294967295, found ${String(value)}`,
      );
    }
    return value;
  };
  for (const name of Object.keys(limits)) {
    if (!(name in DEFAULT_LIMITS))
      throw new TypeError(`expected limits of maxBytes and maxDepth, found ${name}`);
  }
  return { maxBytes: bound("maxBytes"), maxDepth: bound("maxDepth") };
}

function isWellFormed(text) {
  return text.isWellFormed ? text.isWellFormed() : !/\p{Surrogate}/u.test(text);
}

/** Text with halves of surrogate pairs in the manner of WTF-8: `TextEncoder` would replace them. */
function encodeHalves(text, into) {
  let at = 0;
  let start = 0;
  for (const { index, 0: half } of text.matchAll(/\p{Surrogate}/gu)) {
    at += encoder.encodeInto(text.slice(start, index), into.subarray(at)).written;
    const unit = half.charCodeAt(0);
    into[at++] = 0xe0 | (unit >> 12);
    into[at++] = 0x80 | ((unit >> 6) & 0x3f);
    into[at++] = 0x80 | (unit & 0x3f);
    start = index + 1;
  }
  return at + encoder.encodeInto(text.slice(start), into.subarray(at)).written;
}
