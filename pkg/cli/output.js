// What a command writes, to standard output or to a file, never faster than it is taken.
import { closeSync, openSync, writeSync } from "node:fs";
import { STDOUT, paintFor } from "./terminal.js";

/** What is written at once. */
const MOST = 1 << 16;

/** Where a command writes to. */
export const openOutput = (file) => new Output(file === undefined ? STDOUT : openSync(file, "w"));

export class Output {
  #descriptor;
  #parts = [];
  #size = 0;

  constructor(descriptor = STDOUT) {
    this.#descriptor = descriptor;
    this.paint = paintFor(descriptor);
  }

  write(text) {
    this.#parts.push(text);
    this.#size += text.length;
    if (this.#size >= MOST) this.flush();
  }

  /** Writes bytes, at once. */
  bytes(bytes) {
    this.flush();
    writeAll(this.#descriptor, bytes);
  }

  flush() {
    if (this.#size === 0) return;
    const text = this.#parts.join("");
    this.#parts = [];
    this.#size = 0;
    writeAll(this.#descriptor, Buffer.from(text));
  }

  end() {
    this.flush();
    if (this.#descriptor !== STDOUT) closeSync(this.#descriptor);
  }
}

/** Writes at once, without the stream, which would take long to make. */
function writeAll(descriptor, bytes) {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      // A reader that has enough, such as `head`, ends the command.
      if (error.code === "EPIPE" || error.code === "EOF") process.exit();
      if (error.code !== "EAGAIN") throw error;
      // Others have made it so that it does not wait by itself.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
