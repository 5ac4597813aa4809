// What tells one event from every other: its source and its id, for an id is unique only within its source.

/** The characters that CloudEvents keeps as they are in a header: printable ASCII but for space, `"` and `%`. */
const OTHERS = /[^!#$&-~]/u;
const EACH_OTHER = /[^!#$&-~]/gu;

const encoder = new TextEncoder();

/** An attribute as CloudEvents writes it in a header: percent-encoded UTF-8. */
export function encoded(text) {
  return OTHERS.test(text) ? text.replace(EACH_OTHER, percent) : text;
}

function percent(character) {
  let all = "";
  for (const byte of encoder.encode(character)) all += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return all;
}

/** One line of ASCII: also a header's value, and the key of a row. */
export function keyOf({ source, id }) {
  return `${encoded(source)} ${encoded(id)}`;
}
