// `hooklens unwrap`: bodies in, the events inside of them out.
import { gunzipSync } from "node:zlib";
import { isGzip } from "./content.js";
import { textOf } from "./look.js";
import { TRANSFORM_OPTIONS, Transformer, transform } from "./transform.js";

export const command = {
  name: "unwrap",
  title: "takes events out of what is around them, one a line, in order",
  about:
    "PATH is as for hooklens check. What is around an event may be a queue's message, a proxy's request, a log line, a string that was encoded twice, base64, a form, or several of them in each other. A body that is an event itself is passed on. A body without an event is told on standard error, and the others go on.",
  arguments: { usage: "[PATH…]" },
  options: {
    ...TRANSFORM_OPTIONS,
    places: {
      help: "where each event was, in place of the event alone: file, line, pointer, path, status, ids, event",
    },
  },
  examples: [
    ["hooklens unwrap record.json | hooklens check", "what a queue has handed on"],
    ["hooklens unwrap --lines lambda.log | hooklens check --lines", "a log, one event a line"],
    ["hooklens unwrap requests.json --places --pretty", "where they are"],
  ],
  exits: { 1: "a body has no event in it, and is none" },
};

export const run = (given) => transform(Unwrapper, given);

class Unwrapper extends Transformer {
  tell(place, given) {
    const bytes = inflated(given, this.most);
    const { options } = this.settings;
    const found = this.lens.unwrap(bytes, options);
    if (found.length > 0) return found.forEach((one) => this.#give(place, one));
    const report = this.lens.validate(bytes, options);
    if (report.events.length === 0) return this.refuse(place, "NO_EVENT", "there is no event in it");
    this.#give(place, { pointer: "", path: [], text: textOf(bytes), report });
  }

  #give(place, { pointer, path, text, report: { status, events } }) {
    const event = onOneLine(text);
    if (!this.values.places) return this.write(event);
    const ids = events.map(({ id }) => id);
    const where = JSON.stringify({ ...place, pointer, path, status, ids });
    this.write(`${where.slice(0, -1)},"event":${event}}`);
  }
}

/** What gzip holds, and no more than `most` bytes and one; anything else as it is. */
function inflated(bytes, most) {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch {
    // It is broken, or too large: what is said of the bytes themselves.
    return bytes;
  }
}

/** JSON without the white space between its tokens, all else as it stands: a number may have more digits than fit one. */
const onOneLine = (json) => json.replaceAll(/("(?:[^"\\]|\\.)*")|[\s\ufeff]+/g, "$1");
