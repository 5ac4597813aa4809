// Webhooks for what speaks `Request` and `Response`: Hono, Next route handlers, Workers, Deno, Bun; and for the queues of
// Workers.
import { readStream } from "./coding.js";
import { deliveriesTo } from "./delivery.js";
import { Endpoint } from "./http.js";
import { Consumer, eachOf } from "./queue.js";

const CONSUMED =
  "expected a request with an unread body, found one that has already been read: " +
  "HookLens needs the raw bytes, so it must come before anything that reads the body";

/** The client left before the body was complete. */
class Interrupted extends Error {}

export function webhook(onEvent, options) {
  const endpoint = new Endpoint(deliveriesTo(onEvent), options);
  return async function respond(request) {
    const { method, headers, url } = request;
    const delivery = { method, headers, url, body: (maxBytes) => read(request, maxBytes) };
    try {
      const answer = await endpoint.answer(delivery, { request });
      const { status, headers: fields, body } = answer;
      return new Response(body === "" ? null : body, { status, headers: fields });
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      // Nobody is there any more to read an answer.
      return new Response(null, { status: 400 });
    }
  };
}

/** A handler of the batches of Cloudflare Queues. */
export function queue(onEvent, options) {
  const consumer = new Consumer(onEvent, options);
  return async function handle({ messages }, env, context) {
    await eachOf(messages, consumer.settings.concurrency, (message) =>
      consumer.process(
        message,
        { message, env, context },
        {
          ack: () => message.ack(),
          retry: (delay) => message.retry({ delaySeconds: Math.ceil(delay / 1000) }),
          // The queue sets aside what has come too often, if it is told where to.
          deadLetter: () => message.retry(),
        },
      ),
    );
  };
}

async function read(request, maxBytes) {
  if (request.bodyUsed) throw new TypeError(CONSUMED);
  try {
    // Servers hold a body to its Content-Length, which the caller has compared with the limit; not one in chunks,
    // nor one whose length is no number.
    const { headers } = request;
    const isBounded = /^\d+$/.test(headers.get("content-length")) && !headers.has("transfer-encoding");
    if (isBounded) return new Uint8Array(await request.arrayBuffer());
    return request.body === null ? "" : await readStream(request.body, maxBytes);
  } catch (cause) {
    throw new Interrupted("the body ended early", { cause });
  }
}
