// What a value looks like, with nothing of it in it that may be a person's.

const LONGEST = 60;
const MOST_MEMBERS = 20;
const MOST_ELEMENTS = 3;
const DEEPEST = 6;

/** A name that a program gives to a field. */
const NAME = /^[\w.:$-]{1,60}$/;

/** A text with other letters and digits. */
export function maskedText(text) {
  const shape = text.slice(0, LONGEST).replaceAll(/\p{L}/gu, "a").replaceAll(/\p{N}/gu, "9");
  return shape.replaceAll(/a{4,}/g, "aaa\u2026").replaceAll(/9{5,}/g, "9999\u2026");
}

/** A value with other letters and digits, and no more of it than shows what it is like. */
export function masked(value, depth = 0) {
  if (typeof value === "string") return maskedText(value);
  if (typeof value === "number") return Number(String(value).replaceAll(/\d/g, "9").slice(0, 9)) || 9;
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return Array.isArray(value) ? [] : {};
  if (Array.isArray(value)) return value.slice(0, MOST_ELEMENTS).map((element) => masked(element, depth + 1));
  const members = Object.entries(value).slice(0, MOST_MEMBERS);
  return Object.fromEntries(
    members.map(([key, inner]) => [NAME.test(key) ? key : maskedText(key), masked(inner, depth + 1)]),
  );
}
