// What is common to commands that make other JSON of bodies, in their order.
import { Checker } from "./checker.js";
import { bodiesOf } from "./content.js";
import { opened } from "./opened.js";
import { LENS_OPTIONS, LINES, OUTPUT } from "./options.js";
import { sayError } from "./say-error.js";

export const TRANSFORM_OPTIONS = {
  ...LENS_OPTIONS,
  lines: LINES,
  pretty: { help: "one JSON array, indented" },
  output: OUTPUT,
};

const SILENT = { body() {}, file() {}, end() {} };

/** Gives what comes of each body to a file or to standard output: a line each, or one array. */
export class Transformer extends Checker {
  /** Whether nothing came of a body. */
  isRefused = false;
  #separator = "[\n";

  /** What `tail` gives is passed on as it comes. */
  async lines(file) {
    for await (const bodies of bodiesOf(file, this.most, this.progress.read)) {
      for (const { line, body } of bodies) this.tell({ file: file.name, line }, body);
      this.out.flush();
    }
  }

  /** Writes JSON, which is on one line. */
  write(json) {
    if (!this.values.pretty) return this.out.write(`${json}\n`);
    this.out.write(this.#separator + JSON.stringify(JSON.parse(json), null, 2).replaceAll(/^/gm, "  "));
    this.#separator = ",\n";
  }

  /** Says that nothing came of a body. */
  refuse({ file, line, entry }, code, message) {
    this.isRefused = true;
    this.progress.clear();
    const place = line ?? entry;
    sayError(
      Object.assign(new Error(message), { code, path: place === undefined ? file : `${file}:${place}` }),
    );
  }

  close() {
    if (this.values.pretty) this.out.write(this.#separator === ",\n" ? "\n]\n" : "[]\n");
    this.out.end();
  }
}

/** Runs a command over the bodies of some paths; gives its exit code. */
export async function transform(Kind, options) {
  const open = await opened(options);
  const { files, given } = open;
  const transformer = new Kind({ ...given, reporter: SILENT, wants: {} });
  given.progress.expect(files);
  for (const file of files) await transformer.look(file);
  given.progress.clear();
  transformer.close();
  if (open.failures > 0) return 2;
  return transformer.isRefused ? 1 : 0;
}
