// Webhooks for node:http and what builds on it: Express, Fastify.
import { isBytes, join } from "./coding.js";
import { answerOf, details } from "./details.js";
import { webhook as endpoint } from "./handler.js";

/** How long a client that sends on after it was refused may go on, in milliseconds. */
const LINGER = 5_000;

const CONSUMED =
  "expected a request with an unread body, found one that a body parser has already read: " +
  "HookLens needs the raw bytes, so mount its route before express.json() and the like, " +
  "or use express.raw({ type: '*/*' })";

/** The client left before the body was complete. */
class Interrupted extends Error {}

class BodyConsumed extends TypeError {}

/** A listener of node:http, and a handler of Express. */
export function webhook(onEvent, options) {
  const handle = endpoint(onEvent, options);
  return async function respond(request, response, next) {
    try {
      const answer = await handle(deliveryOf(request), { request, response });
      if (!response.headersSent) send(request, response, answer);
    } catch (error) {
      if (error instanceof Interrupted) return;
      if (typeof next === "function") return next(error);
      console.error(error);
      if (response.headersSent) return response.destroy();
      const detail = error instanceof BodyConsumed ? error.message : "the webhook could not be handled";
      send(request, response, answerOf(details(500, detail)));
    }
  };
}

/** A plugin of Fastify with one route, whose body nothing else reads. */
export function fastifyWebhook(onEvent, options) {
  const handle = endpoint(onEvent, options);
  return async function hooklens(instance, { url = "/" } = {}) {
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser("*", (request, body, done) => done(null));
    instance.post(url, async (request, reply) => {
      try {
        const answer = await handle(deliveryOf(request.raw), { request, reply });
        if (reply.sent) return reply;
        if (isUnread(request.raw)) {
          // Fastify would end the connection before the client has read why.
          reply.hijack();
          return send(request.raw, reply.raw, {
            ...answer,
            headers: { ...reply.getHeaders(), ...answer.headers },
          });
        }
        reply.code(answer.status).headers(answer.headers);
        // To text, Fastify would add a charset, which no JSON has.
        return reply.send(answer.body === "" ? undefined : Buffer.from(answer.body));
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        reply.hijack();
      }
    });
  };
}

function deliveryOf(request) {
  const { method, headers } = request;
  return { method, headers, body: (maxBytes) => read(request, maxBytes) };
}

/** Reads the body to its end, or to where it is more than `maxBytes`: then null. */
function read(request, maxBytes) {
  if (request.readableDidRead || request.readableEnded) return kept(request);
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new Interrupted("the body never arrived"));
    const chunks = [];
    let size = 0;
    let settled = false;
    function data(chunk) {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      request.off("data", data).pause();
      settled = true;
      resolve(null);
    }
    function end() {
      settled = true;
      resolve(join(chunks, size));
    }
    // It stays for as long as the request does: an `error` that nobody listens to ends the process.
    function broken(cause) {
      if (!settled) reject(new Interrupted("the body ended early", { cause }));
    }
    request.on("data", data).on("end", end).on("error", broken).on("close", broken);
  });
}

/** What a parser that keeps the raw body has read: `express.raw()`, or one that leaves it in `rawBody`. */
function kept({ rawBody, body }) {
  const found = [rawBody, body].find((value) => typeof value === "string" || isBytes(value));
  if (found === undefined) throw new BodyConsumed(CONSUMED);
  return found;
}

function isUnread(request) {
  if (request.readableEnded) return false;
  if (request.httpVersionMajor > 1) return !request.stream.endAfterHeaders;
  const { "content-length": length = "0", "transfer-encoding": coding } = request.headers;
  return length !== "0" || coding !== undefined;
}

function send(request, response, { status, headers, body }) {
  const unread = isUnread(request);
  if (body === "" && !unread) return void response.writeHead(status, headers).end();
  const fields = { ...headers, "content-length": Buffer.byteLength(body) };
  if (!unread) return void response.writeHead(status, fields).end(body);

  // HTTP/2 has a way to say that no more is wanted.
  if (request.httpVersionMajor > 1) {
    response.writeHead(status, fields).end(body);
    request.stream.close();
    return void request.resume();
  }
  // To close a connection while the client still sends resets it, and the answer may be lost with it:
  // so the answer is sent whole, and what still comes is let go, for a while.
  fields.connection = "close";
  response.writeHead(status, fields).write(body);
  const timer = setTimeout(end, LINGER);
  function end() {
    clearTimeout(timer);
    response.end();
  }
  request.once("end", end).once("close", end).resume();
}
