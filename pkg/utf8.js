// Text as the bytes that the module reads.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** What half of a surrogate pair begins with, and some letters. */
const HALF = 0xed;

/** Writes a text to the memory; gives its bytes. In place of a half of a surrogate pair it writes U+FFFD. */
export function writeText(text, memory) {
  // A text takes up to three bytes a unit, and most take one.
  const { read, written } = encoder.encodeInto(text, memory.roomFor(text.length));
  if (read === text.length) return written;
  return encoder.encodeInto(text, memory.roomFor(text.length * 3)).written;
}

/** Whether a text that took so many bytes has halves of surrogate pairs. */
export function hasHalves(text, written) {
  if (written === text.length) return false;
  return !(text.isWellFormed ? text.isWellFormed() : !/\p{Surrogate}/u.test(text));
}

/** Writes a text with halves of surrogate pairs, those in the manner of WTF-8; gives its bytes. */
export function writeHalves(text, memory) {
  return writeInto(memory.roomFor(text.length * 3), text);
}

/** The bytes of a text, halves of surrogate pairs in the manner of WTF-8. */
export function bytesOf(text) {
  const bytes = encoder.encode(text);
  if (!hasHalves(text, bytes.length)) return bytes;
  const room = new Uint8Array(text.length * 3);
  return room.subarray(0, writeInto(room, text));
}

function writeInto(room, text) {
  let at = 0;
  let start = 0;
  for (const { index, 0: half } of text.matchAll(/\p{Surrogate}/gu)) {
    at += encoder.encodeInto(text.slice(start, index), room.subarray(at)).written;
    const unit = half.charCodeAt(0);
    room[at++] = 0xe0 | (unit >> 12);
    room[at++] = 0x80 | ((unit >> 6) & 0x3f);
    room[at++] = 0x80 | (unit & 0x3f);
    start = index + 1;
  }
  return at + encoder.encodeInto(text.slice(start), room.subarray(at)).written;
}

/** A text of its bytes, in which halves of surrogate pairs are in the manner of WTF-8. */
export function textOf(bytes) {
  let text = "";
  let start = 0;
  for (let at = bytes.indexOf(HALF); at >= 0; at = bytes.indexOf(HALF, at + 1)) {
    if (bytes[at + 1] < 0xa0) continue;
    const unit = 0xd000 | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
    text += decoder.decode(bytes.subarray(start, at)) + String.fromCharCode(unit);
    start = at + 3;
  }
  return text + decoder.decode(bytes.subarray(start));
}

/** Writes bytes behind so many others. */
export function writeBehind(bytes, length, memory) {
  memory.roomFor(length + bytes.length).set(bytes, length);
}

/** Writes a hint behind a body of so many bytes, and no more of it than `most`; gives the hint's bytes. */
export function writeHint(hint, length, memory, most) {
  const room = memory.roomFor(length + most).subarray(length, length + most);
  return encoder.encodeInto(hint, room).written;
}
