// An instance of the module, and room for bodies in its memory, which never shrinks.

/** What a body is given to the module in, at least. */
const SMALLEST_ROOM = 1 << 14;

/**
 * An instance that has more memory than this beyond what it began with is dropped at the next body that needs less, so
 * that one large body is forgotten and a run of them stays fast; one that has more than the second, at once.
 */
const MOST_KEPT = 8 << 20;
const MOST_USED = 128 << 20;

const NO_ROOM = new Uint8Array(0);
const NO_NUMBERS = new Uint32Array(0);

/**
 * Nothing but the engine sees it: its fields are plain, for as private ones they made a small body 3 % slower.
 */
export class ModuleMemory {
  instantiate;
  room = NO_ROOM;
  address = 0;
  words = NO_NUMBERS;
  /** How much memory the instance has, as far as was looked. */
  size = 0;
  /** What the instance exports; undefined before there is room for a body. */
  exports;

  /** What an instance begins with, where that is more than the module alone needs. */
  least;

  /** `instantiate` gives the exports of a new instance, `least` is the memory that its catalog takes. */
  constructor(instantiate, least = 0) {
    this.instantiate = instantiate;
    this.least = least;
  }

  /** Where a body of so many bytes is written. What was written before stays, also where the room has moved. */
  roomFor(bytes) {
    this.exports ??= this.instantiate();
    // Growing the memory detaches what was seen of it: the room is empty then.
    if (this.room.length < bytes || this.room.length === 0) {
      const length = Math.max(bytes, SMALLEST_ROOM);
      this.address = this.exports.reserve(length);
      this.room = this.bytesAt(this.address, length);
      this.size = this.exports.memory.buffer.byteLength;
    }
    return this.room;
  }

  /** Forgets the room, where the module has taken it. */
  leaveRoom() {
    this.room = NO_ROOM;
  }

  /** The body of so many bytes that was written. */
  body(length) {
    return this.bytesAt(this.address, length);
  }

  bytesAt(address, length) {
    return new Uint8Array(this.numbers().buffer, address, length);
  }

  /** The memory as numbers of four bytes. */
  numbers() {
    // What was seen of the memory is empty once that has grown.
    if (this.words.length === 0) this.words = new Uint32Array(this.exports.memory.buffer);
    return this.words;
  }

  /** Drops the instance after a body of that length where its memory is more than is kept. */
  releaseLargeMemory(length) {
    if (this.room.length === 0) this.size = this.exports?.memory.buffer.byteLength ?? 0;
    const more = this.size - this.least;
    if (more > MOST_KEPT && (length < MOST_KEPT >> 4 || more > MOST_USED)) this.drop();
  }

  /** Forgets the instance, so that the next call has a new one. Memory lives for as long as it is looked at. */
  drop() {
    this.exports = undefined;
    this.room = NO_ROOM;
    this.words = NO_NUMBERS;
    this.size = 0;
  }
}
