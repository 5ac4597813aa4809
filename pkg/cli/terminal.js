// What a terminal shows: colours where they are wanted, and nothing that it would obey.
import { styleText } from "node:util";

/** Whether a stream is to have colours. */
function hasColours(stream, { NO_COLOR, FORCE_COLOR, TERM } = process.env) {
  if (FORCE_COLOR !== undefined) return !["0", "false"].includes(FORCE_COLOR);
  return !NO_COLOR && TERM !== "dumb" && stream?.isTTY === true;
}

const STYLES = ["bold", "dim", "red", "green", "yellow", "blue", "cyan"];

/** A function for each style, for what is written to a stream. */
export function paintFor(stream) {
  const coloured = hasColours(stream);
  return Object.fromEntries(
    STYLES.map((style) => [
      style,
      coloured ? (text) => styleText(style, text, { validateStream: false }) : (text) => text,
    ]),
  );
}

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
