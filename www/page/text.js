/** Numbers, lists and other pieces of text for people. */

export const number = (n) => n.toLocaleString("en");

export const count = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

export const listed = (words, last = "and") =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

export function bytes(n) {
  if (n < 1000) return count(n, "byte");
  if (n < 1e6) return `${(n / 1e3).toFixed(n < 1e4 ? 1 : 0)} KB`;
  return `${(n / 1e6).toFixed(1)} MB`;
}

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence of the package where nothing can be marked as code. */
export const plain = (sentence) => sentence.replaceAll("`", "");

/** The page's own link to an event type. */
export const linkTo = (id) => `#/${encodeURIComponent(id).replaceAll("%2F", "/")}`;

/** A pointer to read; the root's is an empty text. */
export const pointerName = (pointer) => pointer || "(root)";

/** The pointer of what a key, or an index, leads to. */
export const childPointer = (pointer, key) =>
  `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
