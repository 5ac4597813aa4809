/** Files of many bodies: what is in them. */
import { number } from "./text.js";

/** Lines that are no JSON leave a file one of lines while they are this part of it at most. */
const MOST_BROKEN = 0.2;

/** Folders of a collection are looked into this deep. */
const MOST_FOLDERS = 32;

/**
 * What a text is where it is known to hold many bodies, and each of them with where it is; null for any other text.
 * `value` is what the text is as JSON, undefined where it is none.
 */
export function bodiesOf(text, value) {
  const many = value === undefined ? linesOf(text) : (archiveOf(value) ?? collectionOf(value));
  return many?.bodies.length > 0 ? many : null;
}

function linesOf(text) {
  const trimmed = text.split("\n").map((line) => line.trim());
  const lines = [...trimmed.entries()].filter(([, line]) => line !== "");
  const most = lines.length * MOST_BROKEN;
  let broken = 0;
  for (const [, line] of lines) if (!/^(?:\{.*\}|\[.*\])$/s.test(line) && ++broken > most) return null;
  const bodies = lines.map(([index, line]) => ({ text: line, where: `line ${number(index + 1)}` }));
  return bodies.length > 1 ? { kind: ", one a line", bodies, isLines: true } : null;
}

function archiveOf(value) {
  if (!Array.isArray(value?.log?.entries)) return null;
  const bodies = value.log.entries.flatMap((entry, index) => {
    const { postData, method = "", url = "" } = entry?.request ?? {};
    const text = postData?.text;
    const where = `${method} ${url}`.trim() || `request ${index + 1}`;
    return typeof text === "string" && text !== "" ? [{ text, where }] : [];
  });
  return { kind: " in a HAR file", bodies };
}

function collectionOf(value) {
  if (!value?.info?.schema || !Array.isArray(value.item)) return null;
  return { kind: " in a Postman collection", bodies: requestsIn(value.item, []) };
}

const requestsIn = (items, above) =>
  items.flatMap((one) => {
    const path = [...above, String(one?.name ?? "")];
    const text = one?.request?.body?.raw;
    const own = typeof text === "string" && text.trim() !== "" ? [{ text, where: path.join(" / ") }] : [];
    const isFolder = Array.isArray(one?.item) && path.length < MOST_FOLDERS;
    return isFolder ? [...own, ...requestsIn(one.item, path)] : own;
  });
