// What a queue's consumer does with a message, the same for every queue: its outcome becomes an acknowledgement, a retry
// or a dead letter.
import { isBytes } from "./coding.js";
import { beside, deliveriesTo } from "./delivery.js";
import { problemOf } from "./details.js";
import { Fields } from "./fields.js";
import { QUEUE, settingsOf } from "./handler-options.js";
import { Trace } from "./trace.js";

const encoder = new TextEncoder();

/** How much of a delay is left to chance, so that what failed together does not come back together. */
const JITTER = 0.25;

/** A consumer: messages are `{ body, headers, attempts }`, the first attempt is 1. */
export class Consumer {
  constructor(onEvent, options, { options: more, defaults } = {}) {
    this.settings = settingsOf(options, {
      options: { ...QUEUE.options, ...more },
      defaults: { ...QUEUE.defaults, ...defaults },
    });
    this.deliveries = deliveriesTo(onEvent)(this.settings);
  }

  /**
   * Does one of three things with a message. `acts` are those that its queue has: `ack()`, `retry(delay)` in
   * milliseconds, and `deadLetter(problem, result)`, which sets it aside where there is no `onDeadLetter`.
   */
  async process(message, around, { ack, retry, deadLetter }) {
    const { settings } = this;
    try {
      const result = await this.#result(message, around);
      const { action, delay, problem, outcome, error } = result;
      if (outcome === "failed") settings.onError(error, around.message);
      if (action === "retry") return void (await retry(delay));
      if (action === "dead-letter" && !settings.onDeadLetter) return void (await deadLetter(problem, result));
      if (action === "dead-letter") await settings.onDeadLetter(around.message, problem, result.report);
      await ack();
    } catch (error) {
      // What was told of the message failed, or its queue: it comes again.
      settings.onError(error, around.message);
      await retry(delayOf(settings, message.attempts));
    }
  }

  async #result({ body, headers, attempts }, around) {
    const { settings } = this;
    const trace = settings.onOutcome && new Trace();
    const bytes = bytesOf(body);
    if (trace !== undefined) trace.bytes = bytes.length;
    const result = await this.deliveries.deliver(bytes, new Fields(headers), beside(around), trace);
    const decision = decisionOn(result, attempts, settings);
    if (decision.action === "dead-letter") settings.onRefused?.(decision.problem, result.error);
    trace?.tell(settings, result, { action: decision.action, attempt: attempts });
    return { ...result, ...decision };
  }
}

/** What to do with a message after this outcome of its so many-th attempt. */
export function decisionOn(result, attempts, settings) {
  const { outcome } = result;
  if (outcome === "handled" || outcome === "duplicate") return { action: "ack" };
  if (outcome === "unknown" && settings.unknown === "ack") return { action: "ack" };
  // Who holds the event now finishes it, or lets the lease run out.
  if (outcome === "busy" || (outcome === "failed" && attempts < settings.attempts)) {
    return { action: "retry", delay: delayOf(settings, attempts) };
  }
  const { echoValues } = settings;
  const status = outcome === "unknown" ? 422 : undefined;
  return { action: "dead-letter", problem: result.problem ?? problemOf(result, { echoValues, status }) };
}

/** In how many milliseconds to try again. */
function delayOf({ backoff: { first, most } }, attempts) {
  const delay = Math.min(most, first * 2 ** (attempts - 1));
  return Math.round(delay * (1 - JITTER * Math.random()));
}

/** Some queues decode what they carry. */
function bytesOf(body) {
  if (isBytes(body)) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  return encoder.encode(typeof body === "string" ? body : (JSON.stringify(body) ?? ""));
}

/** Works on items, on so many at a time. */
export async function eachOf(items, concurrency, work) {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
