/** A body in a link: deflated, base64url, in the fragment, which browsers never send to a server. */
import { LARGEST_BODY, fromBase64, inflate, textOf } from "./inflate.js";

export const CEILING = 32_000;
const PREFIX = "#body=";

const toBase64Url = (bytes) => {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};

/** The fragment for a body, `#body=…`. */
export async function encode(body) {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return PREFIX + toBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The body of a fragment. Throws an Error with a message for people if it cannot be read. */
export async function decode(fragment) {
  const body = await unpack(fragment.slice(PREFIX.length)).catch(() => {
    throw new Error(
      "The link is damaged and its body cannot be read. Ask for a new link, or for the body itself.",
    );
  });
  if (body === null) throw new Error("The link was not opened: its body has more than 16 MiB.");
  return textOf(body).text;
}

const unpack = async (text) => inflate(fromBase64(text), LARGEST_BODY, "deflate-raw");

export const isShared = (fragment) => fragment.startsWith(PREFIX);
