// What a webhook endpoint does over HTTP, the same on every server: from a request to a delivery, and from its outcome
// to an answer.
import { isJson } from "./content-type.js";
import { bytesOf, decoded, headOf, sentBy } from "./arrival.js";
import { Deliveries, beside } from "./delivery.js";
import { Timers } from "./deadlines.js";
import { answerOf, problemOf } from "./details.js";
import { Fields } from "./fields.js";
import { settingsOf } from "./handler-options.js";
import { Refusal, found } from "./refusal.js";
import { isThenable, then } from "./run.js";
import { isSubscription, subscriptionOf } from "./subscription.js";
import { Trace } from "./trace.js";

const DONE = Object.freeze({ status: 204, headers: Object.freeze({}), body: "" });

const HEADERS = {
  unverified: { "www-authenticate": "Webhook-Signature" },
  // In seconds.
  busy: { "retry-after": "5" },
};

/** An endpoint: from a request to its answer. Without a function for events it only reads them. */
export class Endpoint {
  constructor(deliveriesOf, options, Deadlines = Timers) {
    this.settings = settingsOf(options);
    const { timeout } = this.settings;
    this.deadlines = timeout === 0 ? undefined : new Deadlines(timeout);
    this.deliveries = deliveriesOf(this.settings, inspect);
  }

  /** Calls `done` with the answer, or `failed` with an error that is the server's: in the same turn, if it can be. */
  respond(request, around, done, failed) {
    const { settings } = this;
    const trace = settings.onOutcome && new Trace();
    const finish = (result) => {
      let answer;
      try {
        answer = answerTo(settings, result);
        trace?.tell(settings, result, { status: answer?.status });
      } catch (error) {
        return failed(error);
      }
      if (answer === undefined) failed(result.error);
      else done(answer);
    };
    new Visit(this, request, around, trace, finish, failed).begin();
  }

  /** The answer, or what the server is to be told, as a promise. */
  answer(request, around) {
    return new Promise((resolve, reject) => this.respond(request, beside(around), resolve, reject));
  }
}

/** A request on its way: `done` is called with what becomes of it, or `failed` with an error. */
class Visit {
  codings = undefined;

  constructor(endpoint, request, around, trace, done, failed) {
    this.endpoint = endpoint;
    this.request = request;
    this.fields = new Fields(request.headers, request.hasLowerCase);
    this.around = around;
    this.trace = trace;
    this.done = done;
    this.failed = failed;
  }

  begin() {
    const { endpoint, request, fields } = this;
    const { settings, deadlines } = endpoint;
    let head;
    let sent;
    try {
      head = headOf(settings, request, fields);
      if (head.answer === undefined) sent = sentBy(request, settings, deadlines);
    } catch (reason) {
      return this.refuse(reason);
    }
    if (head.answer !== undefined) return this.done(head);
    this.codings = head.codings;
    if (!isThenable(sent)) return this.take(sent);
    sent.then(
      (body) => this.take(body),
      (reason) => this.refuse(reason),
    );
  }

  refuse(reason) {
    if (reason instanceof Refusal) this.done({ outcome: reason.outcome, refusal: reason });
    else this.failed(reason);
  }

  take(body) {
    const { settings } = this.endpoint;
    let result;
    try {
      const sent = bytesOf(body, settings);
      result = then(decoded(sent, this.codings, settings), (bytes) => this.deliver(bytes));
    } catch (reason) {
      return this.refuse(reason);
    }
    if (!isThenable(result)) return this.done(result);
    result.then(this.done, (reason) => this.refuse(reason));
  }

  deliver(bytes) {
    const { endpoint, fields, around, trace } = this;
    if (trace !== undefined) trace.bytes = bytes.length;
    trace?.mark("receive");
    return endpoint.deliveries.deliver(bytes, fields, around, trace);
  }
}

/** What arrived: its events, or the answer to give instead. */
export function receive(options, request) {
  const endpoint = new Endpoint((settings, inspect) => new Deliveries(undefined, settings, inspect), options);
  return received(endpoint, request);
}

async function received(endpoint, request) {
  const result = await new Promise((done, failed) =>
    new Visit(endpoint, request, undefined, undefined, done, failed).begin(),
  );
  const { accepted, report, error } = result;
  if (accepted !== undefined) return accepted;
  const answer = answerTo(endpoint.settings, result);
  if (answer === undefined) throw error;
  return { ok: false, answer, ...(report && { report }) };
}

/** What becomes of a verified body before its events are looked for; undefined if nothing does. */
function inspect({ settings, bytes, fields }) {
  const { onSubscription, anyContentType } = settings;
  const isFromTopic = onSubscription !== undefined && isSubscription(fields);
  const subscription = isFromTopic ? subscriptionOf(bytes) : undefined;
  if (subscription !== undefined) return subscribed(onSubscription, subscription, fields);
  // That a body is empty says more than that nothing names its type.
  const type = fields.get("content-type");
  if (anyContentType || isFromTopic || bytes.length === 0 || isJson(type)) return undefined;
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
