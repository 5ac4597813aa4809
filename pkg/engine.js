// `validate`, `parse`, `normalize`, `unwrap` and `redact` over an instance of the module of their own.
import { read } from "./body.js";
import { callOptions } from "./call-options.js";
import { attachPayloads } from "./envelopes.js";
import { PayloadError } from "./error.js";
import { factsOf } from "./facts.js";
import { ModuleMemory } from "./memory.js";
import { redactOptions } from "./redact-options.js";
import { provenanceAt, reportAt, textAt, withoutPlaces, wrappedAt } from "./report-reader.js";
import { hasHalves, textOf, writeBehind, writeHalves, writeHint, writeText } from "./utf8.js";
import { MORE_TO_SAY, cleanReport } from "./verdict.js";

const decoder = new TextDecoder();

/**
 * An engine; `instantiate` gives the exports of a new instance of the module. Where that has a catalog of its own, its
 * facts are given, and the memory that it takes.
 */
export function createEngine(instantiate, { facts, size } = {}) {
  const memory = new ModuleMemory(() => {
    const exports = instantiate();
    // The same for every instance.
    facts ??= factsOf(exports);
    return exports;
  }, size);

  /** Whether what was written last is a text with halves of surrogate pairs. */
  let halves = false;

  /** Writes a body to the memory; gives its bytes, or -1 where there are too many. */
  function write(raw, maxBytes) {
    halves = false;
    // No text has fewer bytes than code units.
    if (raw.length > maxBytes) return -1;
    if (typeof raw !== "string") {
      memory.roomFor(raw.length).set(raw);
      return raw.length;
    }
    const length = writeText(raw, memory);
    if (length > maxBytes) return -1;
    halves = hasHalves(raw, length);
    return halves ? writeHalves(raw, memory) : length;
  }

  /** Writes a hint behind a body of so many bytes; gives its bytes. */
  function writeEvent(event, length) {
    return event === undefined ? 0 : writeHint(event, length, memory, facts.longestHint);
  }

  function check(raw, { maxBytes, maxDepth, event, decides }) {
    const length = write(raw, maxBytes);
    if (length < 0) return tooLarge(maxBytes);
    const verdict = memory.exports.check(
      length,
      maxBytes,
      maxDepth,
      halves,
      writeEvent(event, length),
      decides,
    );
    if (verdict !== MORE_TO_SAY) return cleanReport(verdict, memory, facts);
    return reportAt(memory.exports.report(), memory, facts);
  }

  function inside(raw, body, { maxBytes, maxDepth, event }) {
    const length = write(raw, maxBytes);
    if (length < 0) return [];
    const hintLength = writeEvent(event, length);
    const address = memory.exports.unwrapped(length, maxBytes, maxDepth, halves, hintLength);
    const wrapped = wrappedAt(address, memory, facts);
    return isOurOwn(raw, body) ? wrapped.map((one) => ({ ...one, span: null })) : wrapped;
  }

  function tooLarge(maxBytes) {
    memory.roomFor(0);
    return reportAt(memory.exports.too_large(maxBytes), memory, facts);
  }

  function reportOf(raw, body, options) {
    const report = check(raw, options);
    return isOurOwn(raw, body) ? withoutText(report) : report;
  }

  /** The report on a valid body; throws that on any other. */
  function validReport(raw, body, options) {
    const report = reportOf(raw, body, options);
    if (!report.valid) throw new PayloadError(report);
    return report;
  }

  function eventsOf(raw, body, options) {
    const report = validReport(raw, body, options);
    // Bytes are taken from where they were checked, for others may change them.
    const text = typeof raw === "string" ? raw : decoder.decode(memory.body(raw.length));
    // A byte order mark is no JSON for `JSON.parse`; the decoder has left it out already.
    const value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    const events = attachPayloads(report.events, value, facts.envelopes);
    return options.reported ? { events, report } : { events };
  }

  function cloudEventsOf(raw, body, options) {
    const report = validReport(raw, body, options);
    const address = memory.exports.normalized();
    if (address === 0) throw new PayloadError(report, noEvent(report));
    return JSON.parse(textAt(address, memory));
  }

  function provenanceOf(raw, body, options) {
    const report = validReport(raw, body, options);
    const address = memory.exports.provenance();
    if (address === 0) throw new PayloadError(report, noEvent(report));
    const events = provenanceAt(address, memory);
    if (isOurOwn(raw, body)) for (const place of placesOf(events)) place.span = null;
    return events;
  }

  /** A text, or bytes, of the same length with nothing personal in it. */
  function redacted(raw, { key, event = "" }) {
    const length = write(raw, Infinity);
    const hintLength = event === "" ? 0 : writeEvent(event, length);
    writeBehind(key, length + hintLength, memory);
    memory.exports.redact_body(length, hintLength, key.length);
    const bytes = memory.body(length);
    return typeof raw === "string" ? textOf(bytes) : bytes.slice();
  }

  /** What `give` makes of a body. However that ends, large memory is released once all that it says was read. */
  function answer(give, body, options) {
    const raw = read(body);
    const checked = callOptions(options);
    return released(raw, () => give(raw, body, checked));
  }

  function released(raw, give) {
    try {
      return give();
    } catch (error) {
      throw failed(error);
    } finally {
      memory.releaseLargeMemory(raw.length);
    }
  }

  /** What a call throws in place of an error from inside of it, after which the instance is not to be trusted. */
  function failed(error) {
    if (error instanceof PayloadError) return error;
    memory.drop();
    if (!(error instanceof WebAssembly.RuntimeError)) return error;
    return new Error("hooklens: the WebAssembly module trapped; the next call has a new one", {
      cause: error,
    });
  }

  return {
    validate: (body, options) => answer(reportOf, body, options),
    parse: (body, options) => answer(eventsOf, body, options),
    normalize: (body, options) => answer(cloudEventsOf, body, options),
    unwrap: (body, options) => answer(inside, body, options),
    provenance: (body, options) => answer(provenanceOf, body, options),
    redact(body, options) {
      const checked = redactOptions(body, options);
      return released(body, () => redacted(body, checked));
    },
  };
}

const placesOf = (events) => events.flatMap(({ origins }) => origins.flatMap(({ from }) => from));

/** Whether the text of a body is our own, it being neither text nor bytes. */
function isOurOwn(raw, body) {
  return typeof raw === "string" && typeof body !== "string";
}

/** A function of an engine; bundlers leave this call out where that is not used, as they can't a look at a member. */
export const functionOf = (engine, name) => engine[name];

/** The report on a body that was no text. */
function withoutText(report) {
  return { ...report, problems: report.problems.map(withoutPlaces) };
}

function noEvent({ events }) {
  const ids = [...new Set(events.map(({ id }) => id))].join(", ");
  return `valid webhook body, but not an event: ${ids} registers webhooks and has no canonical form`;
}
