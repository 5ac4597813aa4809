// `hooklens normalize`: bodies in, CloudEvents out.
import { Checker, openProgress } from "./checker.js";
import { format } from "./concise.js";
import { bodiesOf } from "./content.js";
import { filesOf } from "./inputs.js";
import { openLens, settingsOf } from "./open.js";
import { LENS_OPTIONS, LINES, OUTPUT } from "./options.js";
import { Output, openOutput } from "./output.js";
import { sayError } from "./say-error.js";
import { STDERR } from "./terminal.js";

export const command = {
  name: "normalize",
  title: "turns bodies into CloudEvents, one a line, in order",
  about:
    "PATH is as for hooklens check. A body that is not valid is told on standard error, and the others go on. A redelivery has the same id.",
  arguments: { usage: "[PATH…]" },
  options: {
    ...LENS_OPTIONS,
    lines: LINES,
    pretty: { help: "one JSON array, indented" },
    output: OUTPUT,
  },
  examples: [
    ["hooklens normalize body.json --pretty", "to look at"],
    ["hooklens normalize deliveries.ndjson.gz > events.ndjson", "an archive"],
    ["tail -f deliveries.ndjson | hooklens normalize --lines", "as they come"],
  ],
  exits: { 1: "a body is not valid, or is no event" },
};

export async function run({ values, paths }) {
  let failures = 0;
  const progress = await openProgress();
  const fail = (error) => {
    progress.clear();
    sayError(error);
    failures += 1;
  };
  const files = filesOf(paths.length === 0 ? ["-"] : paths, values, fail);
  const settings = settingsOf(values);
  const lens = await openLens(settings);
  const out = openOutput(values.output);
  const normalizer = new Normalizer({
    values,
    settings,
    lens,
    out,
    progress,
    fail,
    reporter: SILENT,
    wants: {},
  });
  progress.expect(files);
  for (const file of files) await normalizer.look(file);
  progress.clear();
  normalizer.close();
  if (failures > 0) return 2;
  return normalizer.isRefused ? 1 : 0;
}

const SILENT = { body() {}, file() {}, end() {} };

class Normalizer extends Checker {
  isRefused = false;
  #separator = "[\n";
  #errors = new Output(STDERR);
  #told = format(this.#errors, { quiet: true });

  /** What `tail` gives is passed on as it comes. */
  async lines(file) {
    for await (const bodies of bodiesOf(file, this.most, this.progress.read)) {
      for (const { line, body } of bodies) this.tell({ file: file.name, line }, body);
      this.out.flush();
    }
  }

  tell(place, bytes) {
    let events;
    try {
      events = this.lens.normalize(bytes, this.settings.options);
    } catch (error) {
      if (error.name !== "PayloadError") throw error;
      return this.#refuse(place, error);
    }
    for (const event of events) this.#write(event);
  }

  #write(event) {
    if (!this.values.pretty) return this.out.write(`${JSON.stringify(event)}\n`);
    this.out.write(this.#separator + JSON.stringify(event, null, 2).replaceAll(/^/gm, "  "));
    this.#separator = ",\n";
  }

  #refuse(place, { report, message }) {
    this.isRefused = true;
    this.progress.clear();
    if (!report.valid) return (this.#told.body({ ...place, report: errorsOf(report) }), this.#errors.flush());
    const { file, line } = place;
    sayError(
      Object.assign(new Error(message), {
        code: "NO_EVENT",
        path: line === undefined ? file : `${file}:${line}`,
      }),
    );
  }

  close() {
    if (this.values.pretty) this.out.write(this.#separator === ",\n" ? "\n]\n" : "[]\n");
    this.out.end();
  }
}

const errorsOf = (report) => ({
  ...report,
  problems: report.problems.filter(({ severity }) => severity === "error"),
});
