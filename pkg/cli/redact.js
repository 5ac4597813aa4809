// `hooklens redact`: bodies in, the same text with nothing personal in it out.
import { randomBytes } from "node:crypto";
import { BYTES } from "../redact-options.js";
import { contentOf, wholeOf } from "./content.js";
import { opened } from "./opened.js";
import { LENS_OPTIONS, LINES, OUTPUT, Refusal } from "./options.js";
import { secretOf } from "./secret.js";

export const command = {
  name: "redact",
  title: "writes bodies with nothing personal in them, for bug reports",
  about:
    "PATH is as for hooklens check. Every byte stands where it stood, faults included; ids, names, addresses, codes, numbers, times and words are others, the same one by the same one wherever it is. Another run makes others of them, unless a key is given: in the variable HOOKLENS_KEY or in a file.",
  arguments: { usage: "[PATH…]" },
  options: {
    catalog: LENS_OPTIONS.catalog,
    event: LENS_OPTIONS.event,
    lines: LINES,
    key: {
      value: "FILE",
      help: "a file with the key, in place of HOOKLENS_KEY: long and random, for who has it can try values",
    },
    output: OUTPUT,
  },
  examples: [
    ["hooklens redact body.json", "to paste into an issue"],
    ["hooklens redact deliveries.ndjson.gz > shared.ndjson", "an archive"],
    ["openssl rand -hex 32 > key && hooklens redact --key key fixtures > all.txt", "with a key"],
  ],
};

export async function run({ values, paths }) {
  const key = secretOf("--key", values.key, "HOOKLENS_KEY") ?? randomBytes(32).toString("hex");
  if (key === "") throw new Refusal(`--key ${values.key}: is empty`);
  const open = await opened({ values, paths }, "full");
  const { lens, settings, out, fail } = open.given;
  const redacted = (bytes) => lens.redact(bytes, { key, event: settings.options.event, [BYTES]: true });
  for (const file of open.files) {
    try {
      if (file.kind === "lines") await lines(file, redacted, out);
      else out.bytes(redacted(await wholeOf(file, Infinity)));
    } catch (error) {
      if (error.code === undefined) throw error;
      fail(Object.assign(error, { path: error.path ?? file.name }));
    }
  }
  out.end();
  return open.failures > 0 ? 2 : 0;
}

/** Each line by itself, as it comes: what `tail` gives is passed on. */
async function lines(file, redacted, out) {
  let rest = [];
  for await (const chunk of contentOf(file)) {
    const done = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      done.push(redacted(Buffer.concat([...rest, chunk.subarray(from, end)])), NEWLINE);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (done.length > 0) out.bytes(Buffer.concat(done));
  }
  if (rest.length > 0) out.bytes(redacted(Buffer.concat(rest)));
}

const NEWLINE = Buffer.from("\n");
