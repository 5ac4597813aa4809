// Deliveries as lines of JSON, from which each can be sent again byte for byte.

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A delivery as a line. Its body is a text, or where it is none, its bytes in base64. */
export function lineOf({ time, method, path, headers, body }) {
  let content;
  try {
    content = { body: decoder.decode(body) };
  } catch {
    content = { base64: body.toString("base64") };
  }
  return `${JSON.stringify({ time, method, path, headers, ...content })}\n`;
}

/** The delivery of a line; undefined where it is none. */
export function deliveryOf(line) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { time, method, path, headers, body, base64 } = value ?? {};
  const isText =
    typeof method === "string" && typeof path === "string" && typeof (body ?? base64) === "string";
  const isHeader =
    Array.isArray(headers) && headers.length % 2 === 0 && headers.every((part) => typeof part === "string");
  if (!isText || !isHeader) return undefined;
  const bytes = body === undefined ? Buffer.from(base64, "base64") : Buffer.from(body);
  return { time: Date.parse(time), method, path, headers, body: bytes };
}
