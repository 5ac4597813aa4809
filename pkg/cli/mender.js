// Looks at files as the checker does, mends them, or shows how they would be mended.
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Checker } from "./checker.js";
import { piecesOf } from "./content.js";
import { diffHeader, unifiedDiff } from "./diff.js";
import { mended } from "./fixes.js";
import { textOf } from "./look.js";
import { Refusal } from "./options.js";

const NEWLINE = Buffer.from("\n");

export class Mender extends Checker {
  /** The file of which a diff was shown last. */
  #shown;

  /** What is told of it all the same, and why it stays as it is if there is something to mend. */
  async har(file) {
    await super.har(file);
    this.#leave("an HTTP Archive");
  }

  async body(file) {
    if (file.isCompressed) {
      await super.body(file);
      return this.#leave("what is compressed");
    }
    const bytes = await this.bytesOf(file, this.most);
    const { report, text } = this.#mend({ file: file.name }, bytes);
    if (this.values.fix && text !== undefined) write(realpathSync(file.path), text);
    await this.told({ file: file.name }, report, text === undefined ? bytes : Buffer.from(text));
  }

  async lines(file) {
    if (file.isCompressed) {
      await super.lines(file);
      return this.#leave("what is compressed");
    }
    const { name } = file;
    // What a link leads to is replaced, not the link.
    const path = this.values.fix ? realpathSync(file.path) : undefined;
    const temporary = this.values.fix ? await openBeside(path) : undefined;
    let line = 0;
    let isChanged = false;
    try {
      for await (const piece of piecesOf(file, this.most, this.progress.read)) {
        for (let from = 0; from < piece.length;) {
          const end = piece.indexOf(10, from);
          const next = end < 0 ? piece.length : end;
          line += 1;
          const to = next > from && piece[next - 1] === 13 ? next - 1 : next;
          const body = piece.subarray(from, to);
          const { report, text } = isBlank(body) ? {} : this.#mend({ file: name, line }, body);
          isChanged ||= text !== undefined;
          const shown = text === undefined ? body : Buffer.from(text);
          if (report !== undefined) await this.told({ file: name, line }, report, shown);
          await temporary?.write(shown, piece.subarray(to, next), end < 0 ? undefined : NEWLINE);
          // The rest of a line that is too large was left out: the file stays as it is.
          if (body.length > this.most && temporary !== undefined) {
            throw new Refusal(`line ${line} is larger than what is read: the file is not mended`);
          }
          from = next + 1;
        }
      }
      if (isChanged) await temporary?.replace(path);
    } finally {
      await temporary?.remove();
    }
  }

  /** The tally is of this file alone. */
  #leave(what) {
    if (this.tally.fixes > 0) throw new Refusal(`${what} cannot be mended`);
  }

  /** What a body is once it is mended, where it can be; with `--diff` it is shown. */
  #mend(place, bytes) {
    const { validate } = this.lens;
    const { options } = this.settings;
    const before = validate(bytes, options);
    if (before.problems.every(({ fix }) => fix === undefined)) return { report: before };
    const { text, report, fixes } = mended(bytes, validate, options);
    const isLine = place.line !== undefined;
    // What is no known event even then may be no body at all: a configuration with comments stays as it is.
    const isKnown = report.events.length > 0;
    // A line must stay one.
    if (fixes === 0 || !isKnown || (isLine && /[\n\r]/.test(text))) return { report: before };
    if (this.values.diff) {
      this.progress.clear();
      const end = isLine ? "\n" : "";
      const { paint } = this.out;
      if (this.#shown !== place.file) this.out.write(diffHeader(place.file, paint));
      this.#shown = place.file;
      this.out.write(unifiedDiff(textOf(bytes) + end, text + end, paint, place.line));
    }
    // Without --fix everything is as it was.
    if (!this.values.fix) return { report: before };
    this.tally.fixed += fixes;
    return { text, report };
  }
}

const isBlank = (bytes) => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);

const temporaryName = (path) => join(dirname(path), `.hooklens-${process.pid}.tmp`);

/** Replaces a file as a whole, so that it is never half written. */
function write(path, text) {
  const temporary = temporaryName(path);
  try {
    writeFileSync(temporary, text, { mode: statSync(path).mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

async function openBeside(path) {
  const temporary = temporaryName(path);
  const handle = await open(temporary, "w", statSync(path).mode);
  const stream = handle.createWriteStream();
  const interrupted = () => {
    rmSync(temporary, { force: true });
    process.kill(process.pid, "SIGINT");
  };
  process.once("SIGINT", interrupted);
  const ended = new Promise((resolve, reject) => stream.once("close", resolve).once("error", reject));
  ended.catch(() => {});
  return {
    async write(...parts) {
      const isTaken = parts.map((part) => part === undefined || part.length === 0 || stream.write(part));
      if (isTaken.includes(false)) await new Promise((resolve) => stream.once("drain", resolve));
    },
    async replace(target) {
      stream.end();
      await ended;
      renameSync(temporary, target);
    },
    async remove() {
      process.removeListener("SIGINT", interrupted);
      stream.destroy();
      rmSync(temporary, { force: true });
    },
  };
}
