/** A body in a link: deflated, base64url, in the fragment, which browsers never send to a server. */

export const CEILING = 32_000;
const LARGEST = 16 * 1024 * 1024;
const PREFIX = "#body=";

const toBase64Url = (bytes) => {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

const fromBase64Url = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
    character.charCodeAt(0),
  );

/** The fragment for a body, `#body=…`. */
export async function encode(body) {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return PREFIX + toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The body of a fragment. Throws an Error with a message for people if it cannot be read. */
export async function decode(fragment) {
  const chunks = [];
  let size = 0;
  try {
    const stream = new Blob([fromBase64Url(fragment.slice(PREFIX.length))])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > LARGEST) {
        await reader.cancel();
        break;
      }
      chunks.push(read.value);
    }
  } catch {
    throw new Error(
      "The link is damaged and its body cannot be read. Ask for a new link, or for the body itself.",
    );
  }
  if (size > LARGEST) throw new Error("The link was not opened: its body has more than 16 MiB.");
  return await new Blob(chunks).text();
}

export const isShared = (fragment) => fragment.startsWith(PREFIX);
