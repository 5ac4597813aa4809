// What becomes of a delivery: verify → unwrap → parse → dedupe → your code. It knows neither HTTP nor queues, and gives
// an outcome: what to answer, or whether to acknowledge, is for others to say.
import { PayloadError, catalog, normalize, parse, unwrap, validate } from "#hooklens";
import { narrowedBy } from "./call-options.js";
import { claimsOf } from "./claims.js";
import { decode, plain } from "./coding.js";
import { keyOf } from "./event-key.js";
import { attempt, run, then } from "./run.js";

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
  /** `inspect` is a step: it may look at a body once that is verified, and say what became of it. */
  constructor(onEvent, settings, inspect) {
    this.onEvent = onEvent;
    this.settings = settings;
    this.claims = claimsOf(settings);
    this.reader = onEvent?.[READER] ?? readEvents;
    this.steps = [settings.verify && verify, inspect, settings.unwrap && decompress, read].filter(Boolean);
  }

  /** What became of a body, or a promise of it. `around` puts what its server has on the context of each event. */
  deliver(bytes, fields, around, trace) {
    return run(new Delivery(this, bytes, fields, around, trace));
  }
}

/** A body on its way. */
class Delivery {
  steps = 0;
  plain = undefined;
  accepted = undefined;
  /** How many parts are behind it, how many events of the next one, and how many events were handled. */
  parts = 0;
  events = 0;
  handled = 0;

  constructor(deliveries, bytes, fields, around, trace) {
    this.deliveries = deliveries;
    this.settings = deliveries.settings;
    /** As they arrived, and what of them is read for events. */
    this.bytes = bytes;
    this.body = bytes;
    this.fields = fields;
    this.around = around;
    this.trace = trace;
  }

  /** The bytes that hooks get, the same wherever they came from; made only when one asks for them. */
  get rawBody() {
    return (this.plain ??= plain(this.bytes));
  }

  /** After the steps that all bodies take, each event is one. */
  step() {
    const { steps } = this.deliveries;
    return this.steps < steps.length ? steps[this.steps++](this) : handle(this);
  }

  caught(error) {
    if (this.accepted !== undefined) return this.end("failed", error);
    this.trace?.mark("read");
    return refused(this, error);
  }

  /** What became of an event: nothing is left to do if somebody else is busy with it. */
  count(outcome) {
    if (outcome === "busy") return this.end(outcome);
    if (outcome === "handled") this.handled += 1;
    return undefined;
  }

  end(outcome, error) {
    this.trace?.mark("handle");
    return { outcome, error, accepted: this.accepted };
  }
}

/** What makes the deliveries of a function that somebody gave. */
export function deliveriesTo(onEvent) {
  if (typeof onEvent !== "function") {
    throw new TypeError(`expected onEvent as a function, found ${typeof onEvent}`);
  }
  return (settings, inspect) => new Deliveries(onEvent, settings, inspect);
}

/** Only a truthy answer is a yes: to forget to answer must not let everything in. */
function verify(delivery) {
  const { settings, fields, trace } = delivery;
  const judge = (answer) => {
    if (!answer) throw new Error(`verify returned ${String(answer)}`);
    trace?.mark("verify");
  };
  const refuse = (error) => {
    trace?.mark("verify");
    return { outcome: "unverified", error: error ?? new Error(`verify threw ${String(error)}`) };
  };
  return attempt(() => settings.verify(delivery.rawBody, fields.all), judge, refuse);
}

/** What gzip holds whose `Content-Encoding` was lost; any other body is as it is, and one that is broken or too large. */
function decompress(delivery) {
  const { bytes, settings } = delivery;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return undefined;
  const take = (body) => void (delivery.body = body ?? bytes);
  return decode(bytes, ["gzip"], settings.maxBytes).then(take, () => {});
}

function read(delivery) {
  const { deliveries, settings, body, fields, trace } = delivery;
  const accepted = new Accepted(deliveries.reader(settings, body, fields), delivery);
  delivery.accepted = accepted;
  trace?.mark("read");
  return deliveries.onEvent === undefined ? { accepted } : undefined;
}

/** Handles the next event; after the last it says what became of them all. */
function handle(delivery) {
  const { deliveries, accepted, around } = delivery;
  const part = accepted.parts[delivery.parts];
  if (part === undefined) return delivery.end(delivery.handled > 0 ? "handled" : "duplicate");
  if (delivery.events === part.events.length) {
    delivery.parts += 1;
    delivery.events = 0;
    return undefined;
  }
  const at = delivery.events++;
  const { onEvent, claims } = deliveries;
  const event = part.events[at];
  const context = new Context(accepted, part, at);
  around?.(context);
  if (claims === undefined) return then(onEvent(event, context), () => delivery.count("handled"));
  const claimed = claims.once(context, () => onEvent(event, context));
  return then(claimed, (outcome) => delivery.count(outcome));
}

/** What became of a body that could not be read. */
function refused(delivery, error) {
  if (error instanceof Unreadable) return { outcome: error.outcome, problem: error.problem, error };
  if (!(error instanceof PayloadError)) return { outcome: "failed", error };
  const { settings, fields } = delivery;
  const { report } = error;
  // What is valid and yet refused registers webhooks.
  const outcome = report.status === "valid" ? "invalid" : report.status;
  const tell = { unknown: settings.onUnknown, invalid: settings.onInvalid }[outcome];
  return attempt(
    () => tell?.(report, fields.all, delivery.rawBody),
    () => ({ outcome, report, error }),
    (thrown) => ({ outcome: "failed", error: thrown, report }),
  );
}

/** What a body is read with: a lens, and options in which a header, that nobody has signed, only narrows. */
export function readingOf({ lens = OWN, limits, event }, fields) {
  const said = event && fields.get(event.header.toLowerCase());
  return { lens, options: said === undefined ? limits : narrowedBy(said, limits) };
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
  return [{ events: [plain(rawBody)], canonical: [], report: undefined }];
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
  let ids = registrations.get(lens);
  if (ids === undefined) {
    ids = new Set(lens.catalog.filter(({ event }) => !event).map(({ id }) => id));
    registrations.set(lens, ids);
  }
  return ids;
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
  #delivery;

  constructor(parts, delivery) {
    this.ok = true;
    this.parts = parts;
    this.#delivery = delivery;
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

  get rawBody() {
    return this.#delivery.rawBody;
  }

  get headers() {
    return this.#delivery.fields.all;
  }
}

/** Puts what there is on a context; where the names are known, to write them down takes a third of the time. */
export const beside = (things) => (context) => void Object.assign(context, things);

/** What is told beside an event. */
class Context {
  #accepted;
  #part;
  #at;

  constructor(accepted, part, at) {
    this.#accepted = accepted;
    this.#part = part;
    this.#at = at;
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
