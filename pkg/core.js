// The one glue between JavaScript and the WebAssembly module. Each entry says how to instantiate it.
import * as wasm from "./wasm/hooklens.js";
import { PayloadError } from "./error.js";
import { read } from "./body.js";

const DEFAULT_LIMITS = { maxBytes: 16 * 1024 * 1024, maxDepth: 128 };

// What `check` answers: see src/wasm.rs.
const MORE_TO_SAY = 0xffffffff;
const LISTED = 256;
const SEVERAL = 512;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// There is one glue, so there is one module, whichever entries are used together.
let memory;
let rows;
/** Where in the module's memory a body is written. */
let room = new Uint8Array(0);

/** `validate`, `parse` and `normalize` over the module whose exports `instantiate` gives at first use. */
export function bind(instantiate) {
  function roomFor(bytes) {
    if (memory === undefined) {
      memory = instantiate().memory;
      rows = wasm.catalog_rows();
    }
    // Growing the memory detaches what was seen of it: the room is empty then.
    if (room.length < bytes || room.length === 0) {
      const size = Math.max(bytes, 1 << 14);
      const at = wasm.reserve(size);
      room = new Uint8Array(memory.buffer, at, size);
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
    return JSON.parse(wasm.too_large(maxBytes));
  }

  /** The report on a body without a problem. */
  function clean(verdict) {
    const listed = (verdict & LISTED) !== 0;
    if ((verdict & SEVERAL) === 0) {
      const { id, provider, type, title, pointer } = rows[verdict & 255];
      const event = { id, provider, type, title, pointer: listed ? `${pointer}/0` : pointer };
      return { status: "valid", valid: true, events: [event], candidates: [], problems: [] };
    }
    const indices = new Uint8Array(memory.buffer, wasm.rows(), verdict >>> 10);
    const events = Array.from(indices, (index, at) => {
      const { id, provider, type, title, pointer } = rows[index];
      return { id, provider, type, title, pointer: `${pointer}/${at}` };
    });
    return { status: "valid", valid: true, events, candidates: [], problems: [] };
  }

  function reportOf(raw, body, limits) {
    const verdict = check(raw, bounds(limits));
    if (typeof verdict === "number" && verdict !== MORE_TO_SAY) return clean(verdict);
    const report = typeof verdict === "object" ? verdict : JSON.parse(wasm.report());
    return isDecoded(raw, body) ? withoutText(report) : report;
  }

  function validate(body, limits) {
    return reportOf(read(body), body, limits);
  }

  function parse(body, limits) {
    const raw = read(body);
    const report = reportOf(raw, body, limits);
    if (!report.valid) throw new PayloadError(report);
    const text = typeof raw === "string" ? raw : decoder.decode(raw);
    // A byte order mark is no JSON for `JSON.parse`; the decoder has left it out already.
    const value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return { events: known(report.events, value, rows) };
  }

  function normalize(body, limits) {
    const raw = read(body);
    const report = reportOf(raw, body, limits);
    if (!report.valid) throw new PayloadError(report);
    const events = wasm.normalized();
    if (events === undefined) throw new PayloadError(report, noEvent(report));
    return JSON.parse(events);
  }

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

/** The events of a body with their payloads and what was around those. */
function known(events, body, rows) {
  const [first] = events;
  if (first.pointer === "") return [{ ...first, payload: body }];
  const field = Array.isArray(body) ? undefined : first.pointer.split("/")[1];
  // All events of a body are in one envelope.
  const { payload, around } = rows.find(({ id, pointer }) => id === first.id && pointer === wrapper(field));
  const outer = field === undefined ? undefined : without(body, field);
  const many = outer !== undefined && Object.keys(outer).length * events.length > MOST_REPEATED;
  const rest = many ? only(outer, around) : outer;
  const list = field === undefined ? body : body[field];
  return events.map((event, at) => {
    const value = Array.isArray(list) ? list[event.pointer.slice(event.pointer.lastIndexOf("/") + 1)] : list;
    const outside = at === 0 ? outer : rest;
    if (payload !== undefined) {
      return { ...event, payload: value[payload], envelope: { ...outside, ...without(value, payload) } };
    }
    return outside === undefined
      ? { ...event, payload: value }
      : { ...event, payload: value, envelope: { ...outside } };
  });
}

const wrapper = (field) => (field === undefined ? "" : `/${field}`);

function without(object, key) {
  const rest = {};
  for (const name of Object.keys(object)) {
    // Assigned, it would be the prototype.
    if (name === "__proto__")
      Object.defineProperty(rest, name, Object.getOwnPropertyDescriptor(object, name));
    else if (name !== key) rest[name] = object[name];
  }
  return rest;
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
