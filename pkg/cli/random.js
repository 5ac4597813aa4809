// Chance that is the same for the same seed.

export class Random {
  #state;

  /** Of several numbers together, in which order matters. */
  constructor(...seeds) {
    this.#state = 0;
    for (const seed of seeds) this.#state = (Math.imul(this.below(2 ** 32) ^ seed, 0x9e3779b1) + 1) | 0;
  }

  /** A whole number below another. */
  below(end) {
    // Mulberry32, by Tommy Ettinger, in the public domain.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  oneOf(list) {
    return list[this.below(list.length)];
  }

  isOneIn(number) {
    return this.below(number) === 0;
  }

  /** A text of some of these characters. */
  text(characters, length) {
    return Array.from({ length }, () => this.oneOf(characters)).join("");
  }

  hex(length) {
    return this.text("0123456789abcdef", length);
  }

  /** Version 4, as most are. */
  uuid() {
    const [variant] = this.oneOf("89ab");
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }
}
