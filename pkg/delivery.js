// What becomes of a delivery: verify → unwrap → parse → dedupe → your code. It knows neither HTTP nor queues, and gives
// an outcome: what to answer, or whether to acknowledge, is for others to say.
import { PayloadError, catalog, normalize, parse, unwrap, validate } from "#hooklens";
import { NARROWING } from "./call-options.js";
import { claimsOf } from "./claims.js";
import { decode } from "./coding.js";
import { keyOf } from "./event-key.js";
import { isThenable } from "./run.js";

const OWN = { validate, parse, normalize, unwrap, catalog };

/** On a function for events: how it wants a body read, where it is not as events of a lens. */
export const READER = Symbol("how a body is read");

/** What a reader throws of a body that is not as it wants it: what became of it, and what is wrong with it. */
export class Unreadable extends Error {
  constructor(outcome, problem, cause) {
    super(problem.detail, { cause });
    Object.assign(this, { outcome, problem });
  }
}

/** The steps from a body to what became of it, for one function; without one, to what was accepted. */
export class Deliveries {
  constructor(onEvent, settings) {
    this.onEvent = onEvent;
    this.settings = settings;
    this.claims = claimsOf(settings);
    this.read = onEvent?.[READER] ?? readEvents;
  }

  /** `inspect` may look at the body once it is verified: what it gives is what became of it. */
  *deliver(rawBody, fields, { around, inspect, trace } = {}) {
    const { settings, onEvent, claims } = this;
    let accepted;
    try {
      if (settings.verify) {
        const error = yield* signatureError(settings.verify, rawBody, fields.all);
        trace?.mark("verify");
        if (error !== undefined) return { outcome: "unverified", error };
      }
      let found = inspect?.(settings, rawBody, fields);
      if (isThenable(found)) found = yield found;
      if (found !== undefined) return found;
      const body = settings.unwrap ? yield* decompressed(rawBody, settings) : rawBody;
      accepted = new Accepted(this.read(settings, body, fields), rawBody, fields);
      trace?.mark("read");
      if (onEvent === undefined) return { accepted };
      let handled = 0;
      for (const part of accepted.parts) {
        for (let at = 0; at < part.events.length; at++) {
          const event = part.events[at];
          const context = new Context(accepted, part, at, around);
          if (claims === undefined) {
            const given = onEvent(event, context);
            if (isThenable(given)) yield given;
            handled += 1;
            continue;
          }
          const outcome = yield* claims.once(context, () => onEvent(event, context));
          if (outcome === "busy") return { outcome, accepted };
          if (outcome === "handled") handled += 1;
        }
      }
      return { outcome: handled > 0 ? "handled" : "duplicate", accepted };
    } catch (error) {
      if (accepted !== undefined) return { outcome: "failed", error, accepted };
      trace?.mark("read");
      return yield* refused(settings, error, rawBody, fields);
    } finally {
      if (accepted !== undefined) trace?.mark("handle");
    }
  }
}

/** What makes the deliveries of a function that somebody gave. */
export function deliveriesTo(onEvent) {
  if (typeof onEvent !== "function") {
    throw new TypeError(`expected onEvent as a function, found ${typeof onEvent}`);
  }
  return (settings) => new Deliveries(onEvent, settings);
}

/** Only a truthy answer is a yes: to forget to answer must not let everything in. */
function* signatureError(verify, rawBody, headers) {
  try {
    const answer = yield verify(rawBody, headers);
    return answer ? undefined : new Error(`verify returned ${String(answer)}`);
  } catch (error) {
    return error ?? new Error(`verify threw ${String(error)}`);
  }
}

/** What gzip holds whose `Content-Encoding` was lost; any other body as it is, and one that is broken or too large. */
function* decompressed(rawBody, { maxBytes }) {
  if (rawBody[0] !== 0x1f || rawBody[1] !== 0x8b) return rawBody;
  try {
    return (yield decode(rawBody, ["gzip"], maxBytes)) ?? rawBody;
  } catch {
    return rawBody;
  }
}

/** What became of a body that could not be read. */
function* refused({ onUnknown, onInvalid }, error, rawBody, fields) {
  if (error instanceof Unreadable) return { outcome: error.outcome, problem: error.problem, error };
  if (!(error instanceof PayloadError)) return { outcome: "failed", error };
  const { report } = error;
  // What is valid and yet refused registers webhooks.
  const outcome = report.status === "valid" ? "invalid" : report.status;
  try {
    if (outcome === "unknown") yield onUnknown?.(report, fields.all, rawBody);
    if (outcome === "invalid") yield onInvalid?.(report, fields.all, rawBody);
  } catch (thrown) {
    return { outcome: "failed", error: thrown, report };
  }
  return { outcome, report, error };
}

/** What a body is read with: a lens, and options in which a header, that nobody has signed, only narrows. */
export function readingOf({ lens = OWN, limits, event }, fields) {
  const said = event && fields.get(event.header.toLowerCase());
  return { lens, options: said === undefined ? limits : { ...limits, [NARROWING]: said } };
}

/** The events of a lens in a body: one part, or of what is wrapped one for each body inside. */
export function readEvents(settings, rawBody, fields) {
  const { lens, options } = readingOf(settings, fields);
  const part = (body) => new Part(lens, options, body, settings.prototypeKeys);
  try {
    return [part(rawBody)];
  } catch (error) {
    if (!settings.unwrap || error.report?.problems[0]?.code !== "wrapped-event") throw error;
    return lens.unwrap(rawBody, options).map(({ text }) => part(text));
  }
}

/** The body itself, unread, in place of an event. */
export function readBody(settings, rawBody) {
  return [{ events: [rawBody], canonical: [], report: undefined }];
}

/** The events of one body. Their canonical form is made only when it is asked for. */
class Part {
  #lens;
  #options;
  #body;
  #canonical;
  #report;

  constructor(lens, options, body, prototypeKeys) {
    this.#lens = lens;
    this.#options = options;
    this.#body = body;
    const { events, report } = lens.parse(body, options);
    this.events = events;
    this.#report = report;
    // What is no event has no canonical form: this throws.
    const others = registrationsOf(lens);
    for (const { id } of events) if (others.has(id)) void this.canonical;
    if (prototypeKeys === "refuse") refusePrototypeKeys(this.report);
  }

  get canonical() {
    return (this.#canonical ??= this.#lens.normalize(this.#body, this.#options));
  }

  get report() {
    return (this.#report ??= this.#lens.validate(this.#body, this.#options));
  }
}

/** By lens, the ids of what is no event but registers webhooks. */
const registrations = new WeakMap();

function registrationsOf(lens) {
  if (!registrations.has(lens)) {
    registrations.set(lens, new Set(lens.catalog.filter(({ event }) => !event).map(({ id }) => id)));
  }
  return registrations.get(lens);
}

/** A key that some code takes for a prototype is a warning of a report; what handles events is safe without it. */
function refusePrototypeKeys(report) {
  if (report.problems.every(({ code }) => code !== "prototype-key")) return;
  const problems = report.problems.map((problem) =>
    problem.code === "prototype-key" ? { ...problem, severity: "error" } : problem,
  );
  throw new PayloadError({ ...report, status: "invalid", valid: false, problems });
}

/** What was accepted: the parts that its reader has found, each with events. */
export class Accepted {
  #fields;

  constructor(parts, rawBody, fields) {
    this.ok = true;
    this.parts = parts;
    this.rawBody = rawBody;
    this.#fields = fields;
  }

  get events() {
    return this.parts.length === 1 ? this.parts[0].events : this.parts.flatMap(({ events }) => events);
  }

  get canonical() {
    return this.parts.flatMap(({ canonical }) => canonical);
  }

  get report() {
    return this.parts[0].report;
  }

  get headers() {
    return this.#fields.all;
  }
}

/** What is told beside an event. */
class Context {
  #accepted;
  #part;
  #at;

  /** What its server has `around` it is told as well. */
  constructor(accepted, part, at, around) {
    this.#accepted = accepted;
    this.#part = part;
    this.#at = at;
    for (const name in around) this[name] = around[name];
  }

  get canonical() {
    return this.#part.canonical[this.#at];
  }

  get key() {
    return keyOf(this.canonical);
  }

  get report() {
    return this.#part.report;
  }

  get rawBody() {
    return this.#accepted.rawBody;
  }

  get headers() {
    return this.#accepted.headers;
  }
}
