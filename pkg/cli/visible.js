// What a terminal would obey, in signs that it only shows.

/** What a terminal would obey, or would show elsewhere than it stands. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as one line, with a sign for what cannot be seen. */
export function visible(text) {
  return text.replace(HIDDEN, signOf);
}

function signOf(character) {
  const code = character.codePointAt(0);
  if (code === 0x7f) return "\u2421";
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\ufffd";
}
