// How a request arrives: its method, what it says of its body, and the body itself, to the limit and in time.
import { codingsOf, decode, isBytes, knownCodings } from "./coding.js";
import { handshakeAnswer, methodsOf } from "./handshakes.js";
import { Refusal, found } from "./refusal.js";
import { isThenable } from "./run.js";

const encoder = new TextEncoder();

/** What most requests have. */
const PLAIN = { codings: [] };

/** The codings of a body that is worth reading, or the answer to a handshake. */
export function headOf(settings, request, fields) {
  if (request.method !== undefined && request.method !== "POST") return asked(settings, request, fields);
  const { maxBytes } = settings;
  if (Number(fields.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  const coding = fields.get("content-encoding");
  const codings = codingsOf(coding);
  if (codings !== undefined) return codings.length === 0 ? PLAIN : { codings };
  const known = knownCodings().join(", ") || "identity";
  const detail = `expected no Content-Encoding other than ${known}, found ${found(coding)}`;
  throw new Refusal(415, detail, { headers: { "accept-encoding": known } });
}

/** What is no delivery: a handshake, or nothing that is answered here. */
function asked(settings, request, fields) {
  const answer = handshakeAnswer(settings, request, fields);
  if (answer !== undefined) return { answer };
  const methods = methodsOf(settings);
  throw new Refusal(405, `expected the method ${methods.join(" or ")}`, {
    headers: { allow: methods.join(", ") },
  });
}

/** The body, or what can be waited for to have it: not longer than it may take. Some readers keep the time themselves. */
export function sentBy(request, { maxBytes, timeout }, deadlines) {
  const { body } = request;
  if (typeof body !== "function") return body ?? "";
  const reading = request.body(maxBytes, deadlines);
  if (!isThenable(reading) || reading.keepsTime) return reading;
  // What is no real promise may settle twice.
  const read = Promise.resolve(reading);
  if (deadlines === undefined) return read;
  return new Promise((resolve, reject) => {
    const late = () => {
      request.abandon?.();
      reject(tooSlow(timeout));
    };
    const waiting = { late };
    deadlines.add(waiting);
    read.finally(() => deadlines.remove(waiting)).then(resolve, reject);
  });
}

/** What a body that takes longer is refused with. */
export function tooSlow(timeout) {
  return new Refusal(408, `expected the body within ${timeout} ms`);
}

function tooLarge(maxBytes) {
  return new Refusal(413, `expected a body of at most ${maxBytes} bytes`);
}

/** A body as bytes, which are no more than may be; null is what a reader gives of more. */
export function bytesOf(body, { maxBytes }) {
  if (body === null) throw tooLarge(maxBytes);
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  if (!isBytes(bytes)) {
    throw new TypeError("expected the raw body of a delivery as a string, a Uint8Array or a function");
  }
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** What the codings of a body hold: the body itself where it has none, else a promise. */
export function decoded(sent, codings, settings) {
  return codings.length === 0 ? sent : inflated(sent, codings, settings);
}

async function inflated(sent, codings, { maxBytes }) {
  let body;
  try {
    body = await decode(sent, codings, maxBytes);
  } catch (error) {
    throw new Refusal(400, `expected ${codings.join(", ")} data, as Content-Encoding declares`, { error });
  }
  if (body === null) throw tooLarge(maxBytes);
  return body;
}
