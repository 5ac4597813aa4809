// Looks at archives: files with a body in each line, by several threads where that is worth it.
import { closeSync, openSync } from "node:fs";
import { availableParallelism } from "node:os";
import { PIECE, piecesOf } from "./content.js";
import { lookAtBytes } from "./look.js";
import { maxBytesOf, openLines } from "./open.js";
import { lookAtRange } from "./ranges.js";

const MOST_JOBS = 8;

/** A thread costs what some megabytes of bodies cost. */
const WORTH_THREADS = 4 * PIECE;

export class Archives {
  #lines;
  #settings;
  #wants;
  #jobs;
  #pool;

  constructor(settings, wants, jobs = Math.min(MOST_JOBS, availableParallelism())) {
    this.#settings = settings;
    this.#wants = wants;
    this.#jobs = jobs;
  }

  /** What was found in each piece, in order: `before` is the number of lines before it. */
  async *look(file, told) {
    let before = 0;
    const seen = isPlain(file) ? this.#lookAtFile(file, told) : this.#lookAtStream(file, told);
    try {
      for await (const piece of seen) {
        yield { ...piece, before };
        before += piece.lines;
      }
    } catch (error) {
      // What is broken is so at the line that comes next.
      throw Object.assign(error, { path: `${file.name}:${before + 1}` });
    }
  }

  async *#lookAtFile({ path, size }, told) {
    const most = maxBytesOf(this.#settings);
    const ranges = Array.from({ length: Math.ceil(size / PIECE) }, (_, at) => ({
      start: at * PIECE,
      end: Math.min(size, (at + 1) * PIECE),
      most,
    }));
    const pool = await this.#poolFor(size);
    if (pool === undefined) {
      const lines = await this.#open();
      const descriptor = openSync(path, "r");
      try {
        for (const range of ranges) {
          told(range.end - range.start);
          yield lookAtRange(descriptor, range, lines, this.#settings.options, this.#wants);
        }
      } finally {
        closeSync(descriptor);
      }
      return;
    }
    const tasks = ranges[Symbol.iterator]();
    yield* inOrder(pool, () => {
      const { done, value: range } = tasks.next();
      if (done) return undefined;
      told(range.end - range.start);
      return { answer: pool.ask({ path, range }) };
    });
  }

  async *#lookAtStream(file, told) {
    const pieces = piecesOf(file, maxBytesOf(this.#settings), told);
    let failure;
    const next = async () => {
      try {
        return await pieces.next();
      } catch (error) {
        failure = error;
        return { done: true };
      }
    };
    let taken = await next();
    const isLarge = !taken.done && taken.value.length >= PIECE;
    const pool = isLarge ? await this.#poolFor(Infinity) : undefined;
    if (pool === undefined) {
      const lines = await this.#open();
      for (; !taken.done; taken = await next()) {
        yield lookAtBytes(lines, taken.value, this.#settings.options, this.#wants);
      }
    } else {
      yield* inOrder(pool, async () => {
        const { done, value } = taken;
        if (done) return undefined;
        taken = await next();
        // A small piece is a part of memory that others have parts of.
        const bytes = value.byteLength === value.buffer.byteLength ? value : Uint8Array.from(value);
        return { answer: pool.ask({ bytes }) };
      });
    }
    if (failure !== undefined) throw failure;
  }

  /** Where no thread is worth it. */
  async #open() {
    this.#lines ??= await openLines(this.#settings);
    return this.#lines;
  }

  async #poolFor(size) {
    if (this.#jobs < 2 || size < WORTH_THREADS) return undefined;
    if (this.#pool === undefined) {
      const { Pool } = await import("./pool.js");
      const jobs = Math.min(this.#jobs, Math.ceil(size / PIECE));
      this.#pool = new Pool(jobs, { settings: this.#settings, wants: this.#wants });
    }
    return this.#pool;
  }

  async end() {
    await this.#pool?.end();
  }
}

/** Answers in order, with as many tasks under way as keep the threads busy. */
async function* inOrder(pool, next) {
  const answers = [];
  for (;;) {
    while (answers.length < pool.depth) {
      const task = await next();
      if (task === undefined) break;
      answers.push(task.answer);
    }
    if (answers.length === 0) return;
    yield await answers.shift();
  }
}

/** Whether a file can be read from anywhere in it, as it is. */
const isPlain = ({ size, isCompressed }) => size !== undefined && !isCompressed;
