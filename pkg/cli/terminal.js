// What a terminal is, and colours where they are wanted.
import { fstatSync } from "node:fs";
import { styleText } from "node:util";

export const STDOUT = 1;
export const STDERR = 2;

/** Whether a descriptor may be a terminal: quickly told, and not of a file or a pipe. */
export function mayBeTerminal(descriptor) {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Whether a descriptor is a terminal. To look at the stream of one takes as long as to check a body. */
export const isTerminal = (descriptor) =>
  mayBeTerminal(descriptor) && (descriptor === STDOUT ? process.stdout : process.stderr).isTTY === true;

/** Whether what is written to a descriptor is to have colours. */
function hasColours(descriptor, { NO_COLOR, FORCE_COLOR, TERM } = process.env) {
  if (FORCE_COLOR !== undefined) return !["0", "false"].includes(FORCE_COLOR);
  return !NO_COLOR && TERM !== "dumb" && [STDOUT, STDERR].includes(descriptor) && isTerminal(descriptor);
}

const STYLES = ["bold", "dim", "red", "green", "yellow", "blue", "cyan"];

/** A function for each style, for what is written to a descriptor. */
export function paintFor(descriptor) {
  const coloured = hasColours(descriptor);
  return Object.fromEntries(
    STYLES.map((style) => [
      style,
      coloured ? (text) => styleText(style, text, { validateStream: false }) : (text) => text,
    ]),
  );
}
