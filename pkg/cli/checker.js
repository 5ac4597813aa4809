// Looks at files and tells a reporter of the bodies in them.
import { readFileSync } from "node:fs";
import { recordOf } from "./look.js";
import { maxBytesOf } from "./open.js";
import { Refusal } from "./options.js";
import { addTally, count, newTally } from "./tally.js";
import { STDERR, mayBeTerminal } from "./terminal.js";

const NO_PROGRESS = { expect() {}, read() {}, problems() {}, clear() {} };

/** Shows how far it is, where somebody may see that. */
export async function openProgress() {
  if (!mayBeTerminal(STDERR)) return NO_PROGRESS;
  return (await import("./progress.js")).progressOf();
}

export class Checker {
  tally = newTally();
  #archives;

  constructor({ values, settings, lens, reporter, wants, out, progress, fail }) {
    Object.assign(this, { values, settings, lens, reporter, wants, out, progress, fail });
    this.most = maxBytesOf(settings);
  }

  /** One file; what cannot be read of it is told, and ends nothing. */
  async look(file) {
    const before = this.tally;
    this.tally = newTally();
    try {
      await this[file.kind](file);
    } catch (error) {
      if (error.code === undefined && !(error instanceof Refusal)) throw error;
      this.fail(Object.assign(error, { path: error.path ?? file.name }));
    }
    const { tally } = this;
    if (tally.bodies > 0) this.reporter.file({ name: file.name, tally, isArchive: file.kind === "lines" });
    addTally(before, tally);
    this.tally = before;
  }

  async body(file) {
    await this.tell({ file: file.name }, await this.bytesOf(file, this.most));
  }

  async har(file) {
    const { requestsOf } = await import("./har.js");
    const requests = requestsOf(await this.bytesOf(file, Infinity));
    if (requests === undefined)
      throw new Refusal("is no HTTP Archive: expected JSON with an array at /log/entries");
    for (const { entry, body } of requests) await this.tell({ file: file.name, entry }, Buffer.from(body));
  }

  async lines(file) {
    const archives = await this.#open();
    const { name } = file;
    for await (const { before, tally, found } of archives.look(file, this.progress.read)) {
      addTally(this.tally, tally);
      this.progress.problems(tally.errors + tally.warnings);
      if (found.length > 0) this.progress.clear();
      for (const record of found) {
        await this.reporter.body({ ...record, file: name, line: before + record.line });
      }
    }
  }

  async #open() {
    if (this.#archives !== undefined) return this.#archives;
    const { Archives } = await import("./archives.js");
    const all = this.wants.all && this.wants.allOfArchives !== false;
    const wants = { all, texts: this.wants.texts };
    this.#archives = new Archives(this.settings, wants, this.values.jobs);
    return this.#archives;
  }

  tell(place, bytes) {
    const report = this.lens.validate(bytes, this.settings.options);
    return this.told(place, report, bytes);
  }

  async told(place, report, bytes) {
    count(this.tally, report);
    this.progress.problems(report.problems.length);
    if (this.wants.all || report.problems.length > 0) {
      this.progress.clear();
      await this.reporter.body(recordOf(place, report, this.wants.texts && bytes));
    }
  }

  /** A file's bytes, decompressed; of more than `most` bytes, one more. */
  async bytesOf(file, most) {
    const { path, size, isCompressed } = file;
    if (size <= most && !isCompressed) {
      this.progress.read(size);
      return readFileSync(path);
    }
    const { wholeOf } = await import("./content.js");
    return wholeOf(file, most, this.progress.read);
  }

  async end() {
    await this.#archives?.end();
  }
}
