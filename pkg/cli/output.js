// What a command writes, to standard output or to a file, never faster than it is taken.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { paintFor } from "./terminal.js";

const MOST = 1 << 16;

/** Where a command writes to. */
export async function openOutput(file) {
  const stream = file === undefined ? process.stdout : createWriteStream(file);
  if (file !== undefined) await once(stream, "open");
  return new Output(stream);
}

class Output {
  #stream;
  #parts = [];
  #size = 0;

  constructor(stream) {
    this.#stream = stream;
    this.paint = paintFor(stream);
    this.isTerminal = stream.isTTY === true;
  }

  write(text) {
    this.#parts.push(text);
    this.#size += text.length;
  }

  /** Waits where much was written that nobody has taken. */
  async ease() {
    if (this.#size >= MOST) await this.flush();
  }

  async flush() {
    if (this.#size === 0) return;
    const text = this.#parts.join("");
    this.#parts = [];
    this.#size = 0;
    if (!this.#stream.write(text)) await once(this.#stream, "drain");
  }

  async end() {
    await this.flush();
    if (this.#stream === process.stdout) return;
    this.#stream.end();
    await once(this.#stream, "close");
  }
}
