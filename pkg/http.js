// What a webhook endpoint does over HTTP, the same on every server: from a request to a delivery, and from its outcome
// to an answer.
import { isJson } from "./content-type.js";
import { bytesOf, decoded, headOf, sentBy } from "./arrival.js";
import { Deliveries } from "./delivery.js";
import { Timers } from "./deadlines.js";
import { answerOf, problemOf } from "./details.js";
import { Fields } from "./fields.js";
import { settingsOf } from "./handler-options.js";
import { Refusal, found } from "./refusal.js";
import { isThenable, promiseOf, run } from "./run.js";
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
    this.deliveries = deliveriesOf(this.settings);
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
    run(this.steps(request, around, trace), finish, failed);
  }

  /** The answer, or what the server is to be told, as a promise. */
  answer(request, around) {
    return new Promise((resolve, reject) => this.respond(request, around, resolve, reject));
  }

  /** Steps to what becomes of a request. */
  *steps(request, around, trace) {
    const { settings, deadlines, deliveries } = this;
    const fields = new Fields(request.headers);
    let rawBody;
    try {
      const { answer, codings } = headOf(settings, request, fields);
      if (answer !== undefined) return { answer };
      const sent = sentBy(request, settings, deadlines);
      rawBody = bytesOf(isThenable(sent) ? yield sent : sent, settings);
      if (codings.length > 0) rawBody = yield decoded(rawBody, codings, settings);
    } catch (reason) {
      if (reason instanceof Refusal) return { outcome: reason.outcome, refusal: reason };
      throw reason;
    }
    if (trace !== undefined) trace.bytes = rawBody.length;
    trace?.mark("receive");
    return yield* deliveries.deliver(rawBody, fields, { around, inspect, trace });
  }
}

/** What arrived: its events, or the answer to give instead. */
export function receive(options, request) {
  const endpoint = new Endpoint((settings) => new Deliveries(undefined, settings), options);
  return promiseOf(received(endpoint, request));
}

function* received(endpoint, request) {
  const result = yield* endpoint.steps(request);
  const { accepted, report, error } = result;
  if (accepted !== undefined) return accepted;
  const answer = answerTo(endpoint.settings, result);
  if (answer === undefined) throw error;
  return { ok: false, answer, ...(report && { report }) };
}

/** What becomes of a verified body before its events are looked for; undefined if nothing does. */
function inspect(settings, rawBody, fields) {
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
