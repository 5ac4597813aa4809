// Webhooks for node:http and what builds on it: Express, Fastify.
import { tooSlow } from "./arrival.js";
import { isBytes, join } from "./coding.js";
import { SharedTimer } from "./deadlines.js";
import { deliveriesTo } from "./delivery.js";
import { answerOf, details } from "./details.js";
import { Endpoint } from "./http.js";

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
  const endpoint = new Endpoint(deliveriesTo(onEvent), options, SharedTimer);
  return function respond(request, response, next) {
    return new Promise((resolve) => {
      const answered = (answer) => {
        if (!response.headersSent) send(request, response, answer);
        resolve();
      };
      const failed = (error) => {
        fail(error, request, response, next);
        resolve();
      };
      const around = (context) => {
        context.request = request;
        context.response = response;
      };
      endpoint.respond(new Arrival(request, response), around, answered, failed);
    });
  };
}

function fail(error, request, response, next) {
  if (error instanceof Interrupted) return;
  if (typeof next === "function") return next(error);
  console.error(error);
  if (response.headersSent) return response.destroy();
  const detail = error instanceof BodyConsumed ? error.message : "the webhook could not be handled";
  send(request, response, answerOf(details(500, detail)));
}

/** A plugin of Fastify with one route, whose body nothing else reads. */
export function fastifyWebhook(onEvent, options) {
  const endpoint = new Endpoint(deliveriesTo(onEvent), options, SharedTimer);
  return async function hooklens(instance, { url = "/" } = {}) {
    instance.removeAllContentTypeParsers();
    // By its name a parser is found at once; that for all others is looked for anew at each request.
    instance.addContentTypeParser(["application/json", "*"], (request, body, done) => done(null));
    instance.all(url, (request, reply) => {
      const { raw } = request;
      const failed = (error) => (error instanceof Interrupted ? reply.hijack() : reply.send(errorOf(error)));
      const answered = (answer) => {
        if (!reply.sent) answerWith(reply, raw, answer);
      };
      const around = (context) => {
        context.request = request;
        context.reply = reply;
      };
      endpoint.respond(new Arrival(raw, reply.raw), around, answered, failed);
    });
  };
}

/** What is no error would be sent as an answer. */
function errorOf(thrown) {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}

function answerWith(reply, request, answer) {
  const { status, headers, body } = answer;
  if (isUnread(request)) {
    // Fastify would end the connection before the client has read why.
    reply.hijack();
    return send(request, reply.raw, { ...answer, headers: { ...reply.getHeaders(), ...headers } });
  }
  // To text, Fastify would add a charset, which no JSON has.
  reply
    .code(status)
    .headers(headers)
    .send(body === "" ? undefined : Buffer.from(body));
}

/** A request as a delivery. Its body settles in the turn in which it has ended, or is more than may be. */
class Arrival {
  // All that it will have is there from the start: an object whose shape changes is slower.
  keepsTime = true;
  hasLowerCase = true;
  maxBytes = 0;
  deadlines = undefined;
  size = 0;
  chunks = [];
  isSettled = false;
  resolve = undefined;
  reject = undefined;
  since = 0;
  next = undefined;
  previous = undefined;

  constructor(request, response) {
    this.request = request;
    this.response = response;
    this.method = request.method;
    this.headers = request.headers;
    this.url = request.url;
  }

  body(maxBytes, deadlines) {
    const { request, response } = this;
    if (request.readableDidRead || request.readableEnded) return kept(request);
    // Where it is the server's listener for such requests: nothing is sent that would be refused unread.
    if (request.headers.expect !== undefined && !response._sent100) response.writeContinue?.();
    this.maxBytes = maxBytes;
    this.deadlines = deadlines;
    return this;
  }

  then(resolve, reject) {
    const { request } = this;
    if (request.destroyed) return reject(new Interrupted("the body never arrived"));
    this.resolve = resolve;
    this.reject = reject;
    this.deadlines?.add(this);
    request
      .on("data", (chunk) => this.add(chunk))
      .on("end", () => this.settle(this.resolve, join(this.chunks, this.size)));
    // Of HTTP/1 it comes only where somebody listens; of HTTP/2 one that nobody listens to ends the process.
    if (request.httpVersionMajor > 1) request.on("error", (cause) => this.interrupt(cause));
  }

  add(chunk) {
    // What comes now nobody wants. To take the listener off it would have to be kept, and where a request keeps a
    // function of its own, V8 keeps requests that are over: see tests/bench/README.md.
    if (this.isSettled) return;
    const { request } = this;
    // Most bodies come at once, and whole: only of others it matters that the sender may leave.
    if (this.size === 0 && !request.complete) request.on("close", () => this.interrupt());
    this.size += chunk.length;
    if (this.size <= this.maxBytes) return void this.chunks.push(chunk);
    this.abandon();
    this.settle(this.resolve, null);
  }

  settle(how, value) {
    if (this.isSettled) return;
    this.isSettled = true;
    this.deadlines?.remove(this);
    how(value);
  }

  interrupt(cause) {
    // An error is not made in vain: it takes longer than all the rest.
    if (!this.isSettled) this.settle(this.reject, new Interrupted("the body ended early", { cause }));
  }

  /** Reads nothing more. */
  abandon() {
    this.request.pause();
  }

  late() {
    const { timeout } = this.deadlines;
    // It is not among those that wait any more.
    this.deadlines = undefined;
    this.abandon();
    this.settle(this.reject, tooSlow(timeout));
  }
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
