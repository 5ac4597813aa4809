// A text that fits a regular expression, of those that schemas have: no look-around, no references back.

const DIGITS = "0123456789";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const WORD = `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}_`;
const ANY = `${LETTERS}${DIGITS}`;
const CLASSES = { d: DIGITS, w: WORD, s: " ", D: LETTERS, W: "-", S: ANY };
const SIGNS = { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v", 0: "\0" };

/** What `*` and `+` give at most more than they must. */
const MOST_MORE = 6;

/** A text of more is no example. */
const LONGEST = 10_000;

/** A text that is likely to fit a pattern; undefined for one that is not understood. */
export function textFor(pattern, random) {
  try {
    return new Sampler([...pattern], random).alternatives();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class NotUnderstood extends Error {}

class Sampler {
  #rest;
  #random;

  constructor(pattern, random) {
    this.#rest = pattern;
    this.#random = random;
  }

  #take() {
    if (this.#rest.length === 0) throw new NotUnderstood();
    return this.#rest.shift();
  }

  #isNext(sign) {
    return this.#rest[0] === sign;
  }

  /** Up to the end, or the bracket that closes a group; each is read, one of them is given. */
  alternatives() {
    const texts = [this.#sequence()];
    while (this.#isNext("|")) {
      this.#take();
      texts.push(this.#sequence());
    }
    return this.#random.oneOf(texts);
  }

  #sequence() {
    let text = "";
    while (this.#rest.length > 0 && !this.#isNext("|") && !this.#isNext(")")) text += this.#repeated();
    return text;
  }

  #repeated() {
    const from = [...this.#rest];
    let text = this.#atom();
    const atom = from.slice(0, from.length - this.#rest.length);
    const count = this.#count();
    if (count * text.length > LONGEST) throw new NotUnderstood();
    if (count === 0) return "";
    for (let number = 1; number < count; number++)
      text += new Sampler([...atom], this.#random).alternatives();
    return text;
  }

  /** How often what is before is to be there. */
  #count() {
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.#rest.join(""));
    if (quantifier === null) return 1;
    const [all, given, comma, end] = quantifier;
    this.#rest.splice(0, all.length);
    if (this.#isNext("?")) this.#take();
    const least = given === undefined ? Number(all === "+") : Number(given);
    if (all === "?") return this.#random.below(2);
    const most = comma === "" ? least : end ? Number(end) : least + MOST_MORE;
    return this.#random.between(least, Math.min(most, least + MOST_MORE));
  }

  #atom() {
    const sign = this.#take();
    if (sign === "^" || sign === "$") return "";
    if (sign === ".") return this.#random.oneOf(ANY);
    if (sign === "[") return this.#random.oneOf(this.#class());
    if (sign === "(") return this.#group();
    return sign === "\\" ? this.#random.oneOf(this.#escaped()) : sign;
  }

  #group() {
    const said = /^\?(:|<[^=!][^>]*>)/.exec(this.#rest.join(""));
    // What is only looked at is left to chance.
    const isLooked = said === null && this.#isNext("?");
    if (said !== null) this.#rest.splice(0, [...said[0]].length);
    const text = this.alternatives();
    this.#take();
    return isLooked ? "" : text;
  }

  /** The characters that an escape stands for. */
  #escaped() {
    const sign = this.#take();
    if (sign === "b" || sign === "B") return [""];
    if (sign === "x" || sign === "u") {
      const said = /^(?:\{([\da-f]+)\}|([\da-f]{4}|[\da-f]{2}))/i.exec(this.#rest.join(""));
      if (said === null) throw new NotUnderstood();
      this.#rest.splice(0, said[0].length);
      return [String.fromCharCode(parseInt(said[1] ?? said[2], 16))];
    }
    return [...(CLASSES[sign] ?? SIGNS[sign] ?? sign)];
  }

  #class() {
    const isNegated = this.#isNext("^");
    if (isNegated) this.#take();
    const listed = [];
    while (!this.#isNext("]")) {
      const first = this.#member();
      const isRange = this.#isNext("-") && this.#rest[1] !== "]" && first.length === 1;
      if (!isRange) {
        listed.push(...first);
        continue;
      }
      this.#take();
      const [last] = this.#member();
      const [from, to] = [first[0], last].map((character) => character.codePointAt(0));
      for (let code = from; code <= Math.min(to, from + 200); code++) listed.push(String.fromCodePoint(code));
    }
    this.#take();
    return isNegated ? [...WORD, ..."-. "].filter((character) => !listed.includes(character)) : listed;
  }

  #member() {
    const sign = this.#take();
    return sign === "\\" ? this.#escaped() : [sign];
  }
}
