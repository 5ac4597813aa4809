// What went wrong, in words, on standard error.
import { Refusal } from "./options.js";
import { STDERR, paintFor } from "./terminal.js";
import { visible } from "./visible.js";

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
  EADDRNOTAVAIL: "is no address of this machine",
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the other side has closed the connection",
  EHOSTUNREACH: "there is no way to this host",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up now",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  CERT_HAS_EXPIRED: "its certificate has expired",
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
  const said = file === undefined ? words : `${file || '""'}: ${words}`;
  process.stderr.write(`${paint.bold("hooklens")}: ${isExpected ? visible(said) : said}\n`);
  if (error.hint !== undefined) process.stderr.write(`${paint.cyan("hint")}: ${visible(error.hint)}\n`);
}
