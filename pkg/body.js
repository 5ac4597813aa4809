// What may be given as a body, and what it is given to the module as.

const EXPECTED =
  "expected a body as a string, a Uint8Array, an ArrayBuffer, or a decoded JSON object or array";

/** A body's text or bytes, or the text of a decoded one. Throws a `TypeError` for what is no body. */
export function read(body) {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (typeof body !== "object" || body === null) throw wrong(body === null ? "null" : typeof body);
  // A tag, unlike `instanceof`, tells a value of another realm as well.
  const tag = tagOf(body);
  if (tag === "Uint8Array") return body;
  if (tag === "ArrayBuffer" || tag === "SharedArrayBuffer") return bytesOf(body);
  if (tag !== "Object" && tag !== "Array") throw wrong(`a value of type ${tag}`);
  return textOf(body);
}

function tagOf(body) {
  try {
    return Object.prototype.toString.call(body).slice(8, -1);
  } catch (cause) {
    throw wrong("an object that throws", cause);
  }
}

function bytesOf(buffer) {
  try {
    return new Uint8Array(buffer);
  } catch (cause) {
    throw wrong("a detached ArrayBuffer", cause);
  }
}

function textOf(body) {
  let text;
  try {
    text = JSON.stringify(body);
  } catch (cause) {
    throw wrong("an object that cannot be serialized to JSON", cause);
  }
  if (typeof text !== "string") throw wrong("an object that cannot be serialized to JSON");
  return text;
}

function wrong(found, cause) {
  return new TypeError(`${EXPECTED}; found ${found}`, cause === undefined ? undefined : { cause });
}
