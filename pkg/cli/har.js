// The bodies of the requests of an HTTP Archive.

/** Each request with a body: which entry it is, and the body. Undefined where it is no HTTP Archive. */
export function requestsOf(bytes) {
  let entries;
  try {
    ({ entries } = JSON.parse(new TextDecoder().decode(bytes)).log);
  } catch {
    return undefined;
  }
  if (!Array.isArray(entries)) return undefined;
  return entries.flatMap((entry, at) => {
    const text = entry?.request?.postData?.text;
    return typeof text === "string" && text !== "" ? [{ entry: at + 1, body: text }] : [];
  });
}
