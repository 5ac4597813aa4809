// What a webhook endpoint does, the same on every server: from what arrived to what to answer.
import { PayloadError, catalog, normalize, parse, validate } from "#hooklens";
import { NARROWING } from "./call-options.js";
import { CODINGS, codingOf, inflate, isBytes } from "./coding.js";
import { answerOf, details, problemDetails } from "./details.js";
import { Fields } from "./fields.js";
import { settingsOf } from "./handler-options.js";

export { problemDetails };

const OWN = { validate, parse, normalize, catalog };

const CHARSETS = new Set(["utf-8", "utf8", "us-ascii"]);

/** Reads what arrived: its events, or the answer to give instead. */
export function receive(delivery, options) {
  return receiveWith(settingsOf(options), delivery);
}

/** An endpoint: given what arrived, it calls `onEvent` for each event and gives the answer. */
export function webhook(onEvent, options) {
  if (typeof onEvent !== "function") {
    throw new TypeError(`expected onEvent as a function, found ${typeof onEvent}`);
  }
  const settings = settingsOf(options);
  return async function handle(delivery, around) {
    const received = await receiveWith(settings, delivery);
    if (!received.ok) return received.answer;
    const { events } = received;
    for (let at = 0; at < events.length; at++) {
      if (settings.dedupe && (await settings.dedupe(received.canonical[at].id))) continue;
      await onEvent(events[at], Object.assign(new Context(received, at), around));
    }
    return { status: 204, headers: {}, body: "" };
  };
}

/** What was accepted. Its canonical form is made only when it is asked for. */
class Accepted {
  #lens;
  #options;
  #fields;
  #canonical;

  constructor(lens, options, rawBody, fields) {
    this.ok = true;
    this.events = lens.parse(rawBody, options).events;
    this.rawBody = rawBody;
    this.#lens = lens;
    this.#options = options;
    this.#fields = fields;
  }

  get canonical() {
    return (this.#canonical ??= this.#lens.normalize(this.rawBody, this.#options));
  }

  get report() {
    return this.#lens.validate(this.rawBody, this.#options);
  }

  get headers() {
    return this.#fields.all;
  }
}

/** What is told beside an event. */
class Context {
  #received;
  #at;

  constructor(received, at) {
    this.#received = received;
    this.#at = at;
  }

  get canonical() {
    return this.#received.canonical[this.#at];
  }

  get report() {
    return this.#received.report;
  }

  get rawBody() {
    return this.#received.rawBody;
  }

  get headers() {
    return this.#received.headers;
  }
}

/** Ends the reading of a delivery: what it is refused with. */
class Refusal {
  constructor(status, detail, { headers, error } = {}) {
    Object.assign(this, { problem: details(status, detail), headers, error });
  }
}

async function receiveWith(settings, delivery) {
  const fields = new Fields(delivery.headers);
  try {
    return accept(settings, await read(settings, delivery, fields), fields);
  } catch (reason) {
    if (reason instanceof PayloadError) return refuseBody(settings, reason, fields);
    if (reason instanceof Refusal) return refuse(settings, reason);
    throw reason;
  }
}

/** The raw body, once everything about it but its content is in order. */
async function read({ maxBytes, verify, anyContentType }, { method = "POST", body }, fields) {
  if (method !== "POST") throw new Refusal(405, "expected the method POST", { headers: { allow: "POST" } });

  const tooLarge = () => new Refusal(413, `expected a body of at most ${maxBytes} bytes`);
  if (Number(fields.get("content-length")) > maxBytes) throw tooLarge();
  const coding = codingOf(fields.get("content-encoding"));
  if (coding === undefined) {
    const known = CODINGS.join(", ") || "identity";
    const headers = { "accept-encoding": known };
    throw new Refusal(415, `expected no Content-Encoding other than ${known}`, { headers });
  }

  const sent = bytesOf(typeof body === "function" ? await body(maxBytes) : (body ?? ""), maxBytes);
  if (sent === null) throw tooLarge();
  const rawBody = coding === null ? sent : await decoded(sent, coding, maxBytes);
  if (rawBody === null) throw tooLarge();

  if (verify) await verified(verify, rawBody, fields.all);
  // That a body is empty says more than that nothing names its type.
  if (!anyContentType && rawBody.length > 0 && !isJson(fields.get("content-type"))) {
    const detail = "expected the Content-Type application/json, with no charset other than utf-8";
    throw new Refusal(415, detail, { headers: { accept: "application/json" } });
  }
  return rawBody;
}

/** By lens, the ids of what is no event but registers webhooks. */
const registrations = new WeakMap();

function registrationsOf(lens) {
  if (!registrations.has(lens)) {
    registrations.set(lens, new Set(lens.catalog.filter(({ event }) => !event).map(({ id }) => id)));
  }
  return registrations.get(lens);
}

function accept({ lens = OWN, limits, event }, rawBody, fields) {
  const said = event && fields.get(event.header.toLowerCase());
  const options = said === undefined ? limits : { ...limits, [NARROWING]: said };
  const accepted = new Accepted(lens, options, rawBody, fields);
  const others = registrationsOf(lens);
  // What is no event has no canonical form: this throws.
  if (accepted.events.some(({ id }) => others.has(id))) void accepted.canonical;
  return accepted;
}

async function refuseBody(settings, error, fields) {
  const { report } = error;
  const { echoValues, unknownStatus: status, onUnknown } = settings;
  if (report.status !== "unknown")
    return refuse(settings, { problem: problemDetails(report, { echoValues }), error });
  await onUnknown?.(report, fields.all);
  if (status < 400) return { ok: false, answer: { status, headers: {}, body: "" }, report };
  return refuse(settings, { problem: problemDetails(report, { echoValues, status }), error });
}

function refuse({ onRefused }, { problem, headers, error }) {
  onRefused?.(problem, error);
  const answer = answerOf(problem, headers);
  return error instanceof PayloadError ? { ok: false, answer, report: error.report } : { ok: false, answer };
}

/** A body as bytes; null if they are more than `maxBytes`, or the reader has found that they are. */
function bytesOf(body, maxBytes) {
  if (body === null) return null;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  if (!isBytes(bytes)) {
    throw new TypeError("expected the raw body of a delivery as a string, a Uint8Array or a function");
  }
  if (bytes.length > maxBytes) return null;
  // A Buffer does some things in another way, `toString` for one; hooks get the same thing everywhere.
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

async function decoded(sent, coding, maxBytes) {
  try {
    return await inflate(sent, coding, maxBytes);
  } catch (error) {
    throw new Refusal(400, `expected ${coding} data, as Content-Encoding declares`, { error });
  }
}

/** Only a truthy answer is a yes: to forget to answer must not let everything in. */
async function verified(verify, rawBody, headers) {
  let error;
  try {
    const answer = await verify(rawBody, headers);
    if (answer) return;
    error = new Error(`verify returned ${String(answer)}`);
  } catch (thrown) {
    error = thrown;
  }
  const detail = "expected a body with a valid signature";
  throw new Refusal(401, detail, { error, headers: { "www-authenticate": "Webhook-Signature" } });
}

function isJson(contentType = "") {
  if (contentType === "application/json") return true;
  const [media, ...parameters] = contentType.toLowerCase().split(";");
  if (!/^application\/([\w.!#$&^-]+\+)?json$/.test(media.trim())) return false;
  return parameters.every((parameter) => {
    const [name, ...value] = parameter.split("=");
    return name.trim() !== "charset" || CHARSETS.has(value.join("=").trim().replace(/^"|"$/g, ""));
  });
}
