// What may be asked of `redact`, checked at each call.
import { bytesOf } from "./utf8.js";

const NAMES = ["key", "event"];

/** How many random bytes are a key. */
const KEY_LENGTH = 32;

/** In the options of a call: the body may also be bytes, and so is the answer then. */
export const BYTES = Symbol("bytes for bytes");

/** A call's options: the bytes of its key, a random one where none is given. Throws a `TypeError` for what is none. */
export function redactOptions(body, options = {}) {
  if (typeof body !== "string" && !(options?.[BYTES] && body instanceof Uint8Array)) {
    throw new TypeError(`expected a body as a string, found ${kindOf(body)}`);
  }
  if (options === null || typeof options !== "object") {
    throw new TypeError(`expected options as an object, found ${kindOf(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) throw new TypeError(`expected options of ${NAMES.join(", ")}, found ${name}`);
  }
  const { key, event } = options;
  if (key !== undefined && (typeof key !== "string" || key === "")) {
    const found = key === "" ? "an empty one" : kindOf(key);
    throw new TypeError(`expected options.key as a string that is not empty, found ${found}`);
  }
  if (event !== undefined && typeof event !== "string") {
    throw new TypeError(`expected options.event as a string, found ${kindOf(event)}`);
  }
  return {
    key: key === undefined ? crypto.getRandomValues(new Uint8Array(KEY_LENGTH)) : bytesOf(key),
    event,
  };
}

function kindOf(value) {
  if (value === null) return "null";
  return typeof value === "object" ? Object.prototype.toString.call(value).slice(8, -1) : typeof value;
}
