// A copy of an instance's memory, to be put into another instance. Most of the memory is zero, and none of that is
// copied.

/** What memory grows by, in bytes. */
const PAGE = 1 << 16;

/** What is copied at a time, in numbers of four bytes. */
const CHUNK = 1 << 10;

/** Copies a memory; `fresh` is what a new instance has in its own. */
export function copyMemory({ buffer }, fresh) {
  const [numbers, before] = [new Uint32Array(buffer), new Uint32Array(fresh)];
  const parts = [];
  let start = 0;
  for (let at = 0; at <= numbers.length; at += CHUNK) {
    if (at < numbers.length && !(isZero(numbers, at) && isZero(before, at))) continue;
    if (at > start) parts.push({ start, part: numbers.slice(start, at) });
    start = at + CHUNK;
  }
  return { size: buffer.byteLength, parts };
}

function isZero(numbers, from) {
  const end = Math.min(from + CHUNK, numbers.length);
  for (let at = from; at < end; at++) if (numbers[at] !== 0) return false;
  return true;
}

/** Gives the memory of a new instance what was copied. */
export function restoreMemory(memory, { size, parts }) {
  memory.grow((size - memory.buffer.byteLength) / PAGE);
  const numbers = new Uint32Array(memory.buffer);
  for (const { start, part } of parts) numbers.set(part, start);
}
