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
    const lines = await this.#open();
    const { options } = this.#settings;
    const descriptor = openSync(path, "r");
    const tasks = ranges[Symbol.iterator]();
    const next = () => {
      const { done, value: range } = tasks.next();
      if (done) return undefined;
      told(range.end - range.start);
      return { path, range };
    };
    try {
      const look = ({ range }) => lookAtRange(descriptor, range, lines, options, this.#wants);
      yield* inOrder(next, look, await this.#poolFor(size));
    } finally {
      closeSync(descriptor);
    }
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
    let first = await next();
    const isLarge = !first.done && first.value.length >= PIECE;
    const pool = isLarge ? await this.#poolFor(Infinity) : undefined;
    const lines = await this.#open();
    const { options } = this.#settings;
    const look = ({ bytes }) => lookAtBytes(lines, bytes, options, this.#wants);
    const give = async () => {
      const { done, value: bytes } = first ?? (await next());
      first = undefined;
      return done ? undefined : { bytes };
    };
    yield* inOrder(give, look, pool);
    if (failure !== undefined) throw failure;
  }

  /** What this thread looks at lines with. */
  async #open() {
    this.#lines ??= await openLines(this.#settings);
    return this.#lines;
  }

  async #poolFor(size) {
    if (this.#jobs < 2 || size < WORTH_THREADS) return undefined;
    if (this.#pool === undefined) {
      const { Pool } = await import("./pool.js");
      const jobs = Math.min(this.#jobs, Math.ceil(size / PIECE));
      // This thread is one of them.
      this.#pool = new Pool(jobs - 1, { settings: this.#settings, wants: this.#wants });
    }
    return this.#pool;
  }

  async end() {
    await this.#pool?.end();
  }
}

/**
 * What is found in each of the tasks, in order. This thread looks at them; with a pool others do as well, and this one
 * only while what comes next is not there yet.
 */
async function* inOrder(next, look, pool) {
  const asked = [];
  let isEnd = false;
  const ask = async (one) => {
    const task = await next();
    if (task === undefined) isEnd = true;
    else asked.push(one(task));
  };
  const own = (task) => ({ isThere: true, answer: settled(async () => look(task)) });
  while (!isEnd || asked.length > 0) {
    while (!isEnd && pool?.hasRoom) await ask((task) => pool.ask(task));
    if (asked[0]?.isThere || isEnd || asked.length >= MOST_ASKED) {
      if (asked.length > 0) yield await asked.shift().answer;
      continue;
    }
    await ask(own);
    // What others have said in the meantime is heard.
    if (pool !== undefined) await new Promise(setImmediate);
  }
}

/** So many pieces wait for one before them. */
const MOST_ASKED = 64;

/** An answer that is waited for later, and may fail before. */
function settled(give) {
  const answer = give();
  answer.catch(() => {});
  return answer;
}

/** Whether a file can be read from anywhere in it, as it is. */
const isPlain = ({ size, isCompressed }) => size !== undefined && !isCompressed;
