// What went wrong, in words, on standard error.
import { Refusal } from "./options.js";
import { STDERR, paintFor, visible } from "./terminal.js";

/** What the system says, in words for people. */
const SYSTEM = {
  ENOENT: "there is no such file or folder",
  EACCES: "may not be read or written",
  EPERM: "may not be read or written",
  EISDIR: "is a folder",
  ENOTDIR: "a part of the path is no folder",
  EMFILE: "too many files are open",
  ENOSPC: "there is no space left",
  EADDRINUSE: "something listens there already",
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
};

/** Why something failed, in words. */
export function reasonOf(error) {
  return SYSTEM[error.code] ?? error.message;
}

export function sayError(error) {
  const paint = paintFor(STDERR);
  const file = error.path ?? error.file;
  const isExpected = error instanceof Refusal || error.code !== undefined;
  const words = isExpected ? reasonOf(error) : (error.stack ?? String(error));
  const said = file === undefined ? words : `${file}: ${words}`;
  process.stderr.write(`${paint.bold("hooklens")}: ${isExpected ? visible(said) : said}\n`);
  if (error.hint !== undefined) process.stderr.write(`${paint.cyan("hint")}: ${visible(error.hint)}\n`);
}
