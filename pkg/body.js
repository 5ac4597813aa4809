// What may be given as a body, and what it is given to the module as.

/**
 * A body's text or bytes, or the text of a decoded one. Throws a `TypeError` for what is no body, with the words for
 * what is given.
 */
export function read(body, words = "a body") {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (typeof body !== "object" || body === null) throw wrong(words, body === null ? "null" : typeof body);
  // A tag, unlike `instanceof`, tells a value of another realm as well.
  const tag = tagOf(body, words);
  if (tag === "Uint8Array") return body;
  if (tag === "ArrayBuffer" || tag === "SharedArrayBuffer") return bytesOf(body, words);
  if (tag !== "Object" && tag !== "Array") throw wrong(words, `a value of type ${tag}`);
  return textOf(body, words);
}

function tagOf(body, words) {
  try {
    return Object.prototype.toString.call(body).slice(8, -1);
  } catch (cause) {
    throw wrong(words, "an object that throws", cause);
  }
}

function bytesOf(buffer, words) {
  try {
    return new Uint8Array(buffer);
  } catch (cause) {
    throw wrong(words, "a detached ArrayBuffer", cause);
  }
}

function textOf(body, words) {
  let text;
  try {
    text = JSON.stringify(body);
  } catch (cause) {
    throw wrong(words, "an object that cannot be serialized to JSON", cause);
  }
  if (typeof text !== "string") throw wrong(words, "an object that cannot be serialized to JSON");
  return text;
}

function wrong(words, found, cause) {
  return new TypeError(
    `expected ${words} as a string, a Uint8Array, an ArrayBuffer, or a decoded JSON object or array; found ${found}`,
    cause === undefined ? undefined : { cause },
  );
}
