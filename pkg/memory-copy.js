// A copy of an instance's memory, to be put into another instance. What a new one has by itself is left out: zeros, for
// the most part.

/** What memory grows by, in bytes. */
const PAGE = 1 << 16;

/** What is copied at a time, in numbers of four bytes. */
const CHUNK = 1 << 10;

/** Copies a memory; `before` is what a new instance has in its own, and memory that grows is zero. */
export function copyMemory({ buffer }, before) {
  const [numbers, fresh] = [new Uint32Array(buffer), new Uint32Array(before)];
  const parts = [];
  let start = 0;
  for (let at = 0; at <= numbers.length; at += CHUNK) {
    if (at < numbers.length && !isFresh(numbers, fresh, at)) continue;
    if (at > start) parts.push({ start, part: numbers.slice(start, at) });
    start = at + CHUNK;
  }
  return { size: buffer.byteLength, parts };
}

function isFresh(numbers, fresh, from) {
  for (let at = from; at < from + CHUNK; at++) {
    if (numbers[at] !== (at < fresh.length ? fresh[at] : 0)) return false;
  }
  return true;
}

/** Gives the memory of a new instance what was copied. */
export function restoreMemory(memory, { size, parts }) {
  memory.grow((size - memory.buffer.byteLength) / PAGE);
  const numbers = new Uint32Array(memory.buffer);
  for (const { start, part } of parts) numbers.set(part, start);
}
