// Looks at the lines of a file that begin within a part of it, so that several can look at once.
import { readSync } from "node:fs";
import { PIECE } from "./content.js";
import { lookAtLines } from "./look.js";

/** What is read beyond a part for the end of its last line, at first. */
const MORE = 1 << 14;

/** The lines that begin from `start` on and before `end`. Of a line of more than `most` bytes, one more is read. */
export function lookAtRange(descriptor, { start, end, most }, lines, options, wants) {
  // With the byte before: where that ends a line, the first line begins at the start.
  const from = Math.max(0, start - 1);
  const text = new Text(lines, descriptor, from);
  const length = text.read(0, end - from);
  const first = start === 0 ? 0 : text.indexOf(10, 0, length) + 1;
  if (start > 0 && (first === 0 || first === length)) return lookAtLines(lines, [0, 0], options, wants);
  return lookAtLines(lines, [first, lastLine(text, length, most)], options, wants);
}

/** Reads to the end of the last line; gives how many bytes there are then. */
function lastLine(text, length, most) {
  if (length === 0 || text.at(length - 1) === 10) return length;
  const lineStart = text.lastIndexOf(10, length) + 1;
  for (let step = MORE; ; step *= 2) {
    const wanted = Math.min(step, lineStart + most + 1 - length);
    if (wanted <= 0) return lineStart + most + 1;
    const read = text.read(length, wanted);
    const end = text.indexOf(10, length, length + read);
    if (end >= 0) return end + 1;
    length += read;
    if (read < wanted) return length;
  }
}

/** A part of a file in the module's memory, into which it is read. */
class Text {
  #lines;
  #descriptor;
  #position;
  #room;

  constructor(lines, descriptor, position) {
    this.#lines = lines;
    this.#descriptor = descriptor;
    this.#position = position;
    this.#room = lines.roomFor(PIECE + MORE + 1);
  }

  at(place) {
    return this.#room[place];
  }

  indexOf(byte, from, to) {
    const at = this.#room.subarray(from, to).indexOf(byte);
    return at < 0 ? -1 : from + at;
  }

  lastIndexOf(byte, to) {
    return this.#room.subarray(0, to).lastIndexOf(byte);
  }

  /** Reads so many bytes to a place, or as many as there are. */
  read(at, length) {
    if (this.#room.length < at + length) this.#room = this.#lines.roomFor((at + length) * 2);
    let read = 0;
    while (read < length) {
      const left = length - read;
      const more = readSync(this.#descriptor, this.#room, at + read, left, this.#position + at + read);
      if (more === 0) break;
      read += more;
    }
    return read;
  }
}
