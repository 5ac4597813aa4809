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
  const end = from + CHUNK;
  if (from >= fresh.length) return isZero(numbers, from, end);
  for (let at = from; at < end; at++) if (numbers[at] !== fresh[at]) return false;
  return true;
}

/** Four at a time, which takes half as long. */
function isZero(numbers, from, end) {
  for (let at = from; at < end; at += 4) {
    if ((numbers[at] | numbers[at + 1] | numbers[at + 2] | numbers[at + 3]) !== 0) return false;
  }
  return true;
}

/** Gives the memory of a new instance what was copied. */
export function restoreMemory(memory, { size, parts }) {
  memory.grow((size - memory.buffer.byteLength) / PAGE);
  const numbers = new Uint32Array(memory.buffer);
  for (const { start, part } of parts) numbers.set(part, start);
}
