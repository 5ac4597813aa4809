// The bytes of a body, and the content codings that it may arrive in.

/** Whether a value is bytes, of whichever realm: a test runner may give each file one of its own. */
export function isBytes(value) {
  if (value instanceof Uint8Array) return true;
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

/** The same bytes as a `Uint8Array` and nothing more: a Buffer does some things in another way, `toString` for one. */
export function plain(bytes) {
  if (bytes.constructor === Uint8Array) return bytes;
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** By the first byte of the data: a body of JSON starts with neither. */
const FIRST_BYTE = { gzip: 0x1f, deflate: 0x78 };

let known;

/** The codings that can be decoded here: without `DecompressionStream` none, and a compressed body is refused. */
export function knownCodings() {
  return (known ??= canDecompress() ? Object.keys(FIRST_BYTE) : []);
}

/** Next's edge runtime has a constructor of that name that throws. */
function canDecompress() {
  try {
    return new DecompressionStream("gzip") !== undefined;
  } catch {
    return false;
  }
}

const NONE = [];

/** A list that is longer than this is nobody's but an attacker's. */
const MOST_CODINGS = 3;

/** The codings that a `Content-Encoding` lists, in the order in which they were applied; undefined if one cannot be read. */
export function codingsOf(field) {
  if (field === undefined || field === null || field === "") return NONE;
  const names = field
    .toLowerCase()
    .split(",")
    .map((name) => name.trim().replace(/^x-gzip$/, "gzip"))
    .filter((name) => name !== "" && name !== "identity");
  if (names.length === 0) return NONE;
  return names.length <= MOST_CODINGS && names.every((name) => knownCodings().includes(name))
    ? names
    : undefined;
}

/** The data decoded; null once it is more than `maxBytes`. */
export async function decode(bytes, codings, maxBytes) {
  let decoded = bytes;
  for (const coding of [...codings].reverse()) {
    decoded = await inflate(decoded, coding, maxBytes);
    if (decoded === null) return null;
  }
  return decoded;
}

async function inflate(bytes, coding, maxBytes) {
  // A proxy or a body parser in front may have decoded it and left the field.
  if (bytes[0] !== FIRST_BYTE[coding]) return bytes;
  const source = new Blob([bytes]).stream();
  return readStream(source.pipeThrough(new DecompressionStream(coding)), maxBytes);
}

/** A whole stream; null, and nothing more is read, once it is more than `maxBytes`. */
export async function readStream(stream, maxBytes) {
  const reader = stream.getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, size);
    size += value.length;
    if (size > maxBytes) {
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
}

export function join(chunks, size) {
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
