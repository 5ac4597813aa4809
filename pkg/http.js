// What a webhook endpoint does over HTTP, the same on every server: from a request to a delivery, and from its outcome
// to an answer.
import { codingsOf, CODINGS, decode, isBytes } from "./coding.js";
import { isJson } from "./content-type.js";
import { Accepted, Deliveries, admit } from "./delivery.js";
import { answerOf, problemOf } from "./details.js";
import { Fields } from "./fields.js";
import { handshakeAnswer, methodsOf } from "./handshakes.js";
import { settingsOf } from "./handler-options.js";
import { Refusal, found } from "./refusal.js";
import { isThenable } from "./run.js";
import { isSubscription, subscriptionOf } from "./subscription.js";
import { Trace } from "./trace.js";

const encoder = new TextEncoder();

const DONE = Object.freeze({ status: 204, headers: Object.freeze({}), body: "" });

const HEADERS = {
  unverified: { "www-authenticate": "Webhook-Signature" },
  // In seconds.
  busy: { "retry-after": "5" },
};

/** An endpoint: steps from a request to its answer. */
export class Endpoint {
  constructor(onEvent, options) {
    this.settings = settingsOf(options);
    this.deliveries = new Deliveries(onEvent, this.settings);
  }

  *respond(request, around) {
    const { settings } = this;
    const trace = settings.onOutcome && new Trace();
    const fields = new Fields(request.headers);
    let result = yield* arrive(settings, request, fields);
    trace?.mark("receive");
    const { rawBody } = result;
    if (rawBody !== undefined) {
      const inspect = (body) => inspected(settings, body, fields);
      result = yield* this.deliveries.deliver(rawBody, fields, { around, inspect, trace });
    }
    const answer = answerTo(settings, result);
    trace?.tell(settings, result, { bytes: rawBody?.length, status: answer?.status });
    if (answer === undefined) throw result.error;
    return answer;
  }
}

/** What arrived: its events, or the answer to give instead. Calls nothing that handles events. */
export function* receive(settings, request) {
  const fields = new Fields(request.headers);
  const { rawBody, ...turned } = yield* arrive(settings, request, fields);
  const inspect = (body) => inspected(settings, body, fields);
  const result = rawBody === undefined ? turned : yield* admit(settings, rawBody, fields, { inspect });
  if (result instanceof Accepted) return result;
  const { report } = result;
  return { ok: false, answer: answerTo(settings, result), ...(report && { report }) };
}

/** The raw body, once everything about it but its content is in order; or what became of the request instead. */
function* arrive(settings, request, fields) {
  try {
    return yield* read(settings, request, fields);
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    return { outcome: reason.problem.status === 405 ? undefined : "malformed", refusal: reason };
  }
}

function* read(settings, request, fields) {
  const { method = "POST" } = request;
  if (method !== "POST") {
    const answer = handshakeAnswer(settings, request, fields);
    if (answer !== undefined) return { answer };
    const methods = methodsOf(settings);
    const headers = { allow: methods.join(", ") };
    throw new Refusal(405, `expected the method ${methods.join(" or ")}`, { headers });
  }

  const { maxBytes } = settings;
  const tooLarge = () => new Refusal(413, `expected a body of at most ${maxBytes} bytes`);
  if (Number(fields.get("content-length")) > maxBytes) throw tooLarge();
  const coding = fields.get("content-encoding");
  const codings = codingsOf(coding);
  if (codings === undefined) {
    const known = CODINGS.join(", ") || "identity";
    const detail = `expected no Content-Encoding other than ${known}, found ${found(coding)}`;
    throw new Refusal(415, detail, { headers: { "accept-encoding": known } });
  }

  const reading = typeof request.body === "function" ? request.body(maxBytes) : (request.body ?? "");
  const sent = bytesOf(
    isThenable(reading) ? yield new Timely(reading, settings, request) : reading,
    maxBytes,
  );
  if (sent === null) throw tooLarge();
  if (codings.length === 0) return { rawBody: sent };
  let rawBody;
  try {
    rawBody = yield decode(sent, codings, maxBytes);
  } catch (error) {
    throw new Refusal(400, `expected ${codings.join(", ")} data, as Content-Encoding declares`, { error });
  }
  if (rawBody === null) throw tooLarge();
  return { rawBody };
}

/** A body that is being read, for as long as it may take. */
class Timely {
  constructor(reading, { timeout }, request) {
    Object.assign(this, { reading, timeout, request });
  }

  then(resolve, reject) {
    const { reading, timeout, request } = this;
    if (timeout === 0) return void reading.then(resolve, reject);
    const timer = setTimeout(() => {
      request.abandon?.();
      reject(new Refusal(408, `expected the body within ${timeout} ms`));
    }, timeout);
    const settled = (settle) => (value) => {
      clearTimeout(timer);
      settle(value);
    };
    reading.then(settled(resolve), settled(reject));
  }
}

/** A body as bytes; null if they are more than `maxBytes`, or the reader has found that they are. */
function bytesOf(body, maxBytes) {
  if (body === null) return null;
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  if (!isBytes(bytes)) {
    throw new TypeError("expected the raw body of a delivery as a string, a Uint8Array or a function");
  }
  if (bytes.length > maxBytes) return null;
  // A Buffer does some things in another way, `toString` for one; hooks get the same thing everywhere.
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** What becomes of a verified body before its events are looked for; undefined if nothing does. */
function inspected(settings, rawBody, fields) {
  const { onSubscription, anyContentType } = settings;
  const isFromTopic = onSubscription !== undefined && isSubscription(fields);
  const subscription = isFromTopic ? subscriptionOf(rawBody) : undefined;
  if (subscription !== undefined) return subscribed(onSubscription, subscription, fields);
  // That a body is empty says more than that nothing names its type.
  const type = fields.get("content-type");
  if (anyContentType || isFromTopic || rawBody.length === 0 || isJson(type)) return undefined;
  const expected = "expected the Content-Type application/json, with no charset other than utf-8";
  const headers = { accept: "application/json" };
  return {
    outcome: "malformed",
    refusal: new Refusal(415, `${expected}, found ${found(type)}`, { headers }),
  };
}

async function subscribed(onSubscription, subscription, fields) {
  await onSubscription(subscription, fields.all);
  return { answer: DONE };
}

/** The answer to what became of a request; none to a failure, which goes where the server has a place for it. */
function answerTo(settings, result) {
  const { outcome, answer, refusal, error } = result;
  if (answer !== undefined) return answer;
  if (refusal !== undefined) return refuse(settings, refusal);
  if (outcome === "handled" || outcome === "duplicate") return DONE;
  if (outcome === "failed") return undefined;
  const { echoValues, unknownStatus, invalidStatus } = settings;
  const status = { unknown: unknownStatus, invalid: invalidStatus }[outcome];
  if (status < 400) return { status, headers: {}, body: "" };
  const problem = problemOf(result, { echoValues, status });
  return refuse(settings, { problem, headers: HEADERS[outcome], error });
}

function refuse({ onRefused }, { problem, headers, error }) {
  onRefused?.(problem, error);
  return answerOf(problem, headers);
}
