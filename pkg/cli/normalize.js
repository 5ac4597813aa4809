// `hooklens normalize`: bodies in, CloudEvents out.
import { format } from "./concise.js";
import { Output } from "./output.js";
import { STDERR } from "./terminal.js";
import { TRANSFORM_OPTIONS, Transformer, transform } from "./transform.js";

export const command = {
  name: "normalize",
  title: "turns bodies into CloudEvents, one a line, in order",
  about:
    "PATH is as for hooklens check. A body that is not valid is told on standard error, and the others go on. A redelivery has the same id.",
  arguments: { usage: "[PATH…]" },
  options: TRANSFORM_OPTIONS,
  examples: [
    ["hooklens normalize body.json --pretty", "to look at"],
    ["hooklens normalize deliveries.ndjson.gz > events.ndjson", "an archive"],
    ["tail -f deliveries.ndjson | hooklens normalize --lines", "as they come"],
  ],
  exits: { 1: "a body is not valid, or is no event" },
};

export const run = (given) => transform(Normalizer, given);

class Normalizer extends Transformer {
  #errors = new Output(STDERR);
  #told = format(this.#errors, { quiet: true });

  tell(place, bytes) {
    let events;
    try {
      events = this.lens.normalize(bytes, this.settings.options);
    } catch (error) {
      if (error.name !== "PayloadError") throw error;
      return this.#refuse(place, error);
    }
    for (const event of events) this.write(JSON.stringify(event));
  }

  #refuse(place, { report, message }) {
    if (report.valid) return this.refuse(place, "NO_EVENT", message);
    this.isRefused = true;
    this.progress.clear();
    this.#told.body({ ...place, report: errorsOf(report) });
    this.#errors.flush();
  }
}

const errorsOf = (report) => ({
  ...report,
  problems: report.problems.filter(({ severity }) => severity === "error"),
});
