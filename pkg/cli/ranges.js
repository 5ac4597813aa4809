// Looks at the lines of a file that begin within a part of it, so that several can look at once.
import { readSync } from "node:fs";
import { PIECE } from "./content.js";
import { lookAtLines } from "./look.js";

/** What is read beyond a part for the end of its last line, at first. */
const MORE = 1 << 14;

let room = Buffer.alloc(0);

/** The lines that begin from `start` on and before `end`. Of a line of more than `most` bytes, one more is read. */
export function lookAtRange(descriptor, { start, end, most }, validate, options, wants) {
  // With the byte before: where that ends a line, the first line begins at the start.
  const from = Math.max(0, start - 1);
  if (room.length < PIECE + MORE + 1) room = Buffer.allocUnsafe(PIECE + MORE + 1);
  let length = fill(descriptor, 0, end - from, from);
  const first = start === 0 ? 0 : room.subarray(0, length).indexOf(10) + 1;
  if (start > 0 && (first === 0 || first === length))
    return lookAtLines(room.subarray(0, 0), validate, options, wants);
  length = lastLine(descriptor, from, length, most);
  const seen = lookAtLines(room.subarray(first, length), validate, options, wants);
  if (room.length > 4 * PIECE) room = Buffer.alloc(0);
  return seen;
}

/** Reads to the end of the last line; gives how many bytes there are then. */
function lastLine(descriptor, from, length, most) {
  if (length === 0 || room[length - 1] === 10) return length;
  const lineStart = room.lastIndexOf(10, length - 1) + 1;
  for (let step = MORE; ; step *= 2) {
    const wanted = Math.min(step, lineStart + most + 1 - length);
    if (wanted <= 0) return lineStart + most + 1;
    if (room.length < length + wanted)
      room = Buffer.concat([room.subarray(0, length)], (length + wanted) * 2);
    const read = fill(descriptor, length, wanted, from + length);
    const end = room.subarray(length, length + read).indexOf(10);
    if (end >= 0) return length + end + 1;
    length += read;
    if (read < wanted) return length;
  }
}

/** Reads so many bytes, or as many as there are. */
function fill(descriptor, at, length, position) {
  let read = 0;
  while (read < length) {
    const more = readSync(descriptor, room, at + read, length - read, position + read);
    if (more === 0) break;
    read += more;
  }
  return read;
}
