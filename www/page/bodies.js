/** Files of many bodies: what is in them. */

/** Lines that are no JSON leave a file one of lines while they are this part of it at most. */
const MOST_BROKEN = 0.2;

/**
 * What a text is where it is known to hold many bodies, and each of them with where it is; null for any other text.
 * `value` gives what the text is as JSON, undefined where it is none.
 */
export function bodiesOf(text, value) {
  const known = value();
  if (known === undefined) return linesOf(text);
  if (Array.isArray(known?.log?.entries)) return archiveOf(known.log.entries);
  if (known?.info?.schema && Array.isArray(known.item)) return collectionOf(known.item);
  return null;
}

function linesOf(text) {
  const lines = text.split(/\r?\n/).map((line, index) => [line.trim(), `line ${index + 1}`]);
  const bodies = lines.filter(([line]) => line !== "").map(([line, where]) => ({ text: line, where }));
  const broken = bodies.filter(({ text: line }) => !/^(\{.*\}|\[.*\])$/s.test(line)).length;
  return bodies.length > 1 && broken <= bodies.length * MOST_BROKEN ? { kind: ", one a line", bodies } : null;
}

function archiveOf(entries) {
  const bodies = entries.flatMap(({ request } = {}, index) => {
    const text = request?.postData?.text;
    const where = `${request?.method ?? ""} ${request?.url ?? ""}`.trim() || `request ${index + 1}`;
    return typeof text === "string" && text !== "" ? [{ text, where }] : [];
  });
  return { kind: " in an HTTP Archive", bodies };
}

function collectionOf(items, above = []) {
  const bodies = [];
  for (const { name = "", item, request } of items.filter((one) => typeof one === "object" && one !== null)) {
    const path = [...above, String(name)];
    const text = request?.body?.raw;
    if (typeof text === "string" && text.trim() !== "") bodies.push({ text, where: path.join(" / ") });
    if (Array.isArray(item) && path.length < 32) bodies.push(...collectionOf(item, path).bodies);
  }
  return { kind: " in a Postman collection", bodies };
}
