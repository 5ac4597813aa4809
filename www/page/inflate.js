/** What is compressed: what is in it, as far as that has room. */

/** The most bytes of a body, as the package has it. */
export const LARGEST_BODY = 16 * 1024 * 1024;

export const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes that these have when decompressed; null, and no more is read, once they are over `most`. Throws where they are broken. */
export async function inflate(bytes, most, coding = "gzip") {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(coding));
  const chunks = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
}

/** The bytes of base64, in either alphabet, with line ends in it or without. Throws where it is none. */
export function fromBase64(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The text of bytes as the package reads them, and the bytes where they are not UTF-8. A byte order mark is kept. */
export function textOf(bytes) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text };
  } catch {
    return { text, raw: bytes };
  }
}
