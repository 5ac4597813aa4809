// `hooklens drift`: what an archive has that the catalog does not.
import { readFileSync, writeFileSync } from "node:fs";
import { Checker } from "./checker.js";
import { Differences } from "./differences.js";
import { opened } from "./opened.js";
import { JOBS, LENS_OPTIONS, LINES, OUTPUT, Refusal } from "./options.js";
import { reasonOf } from "./say-error.js";
import { many, some } from "./tally.js";
import { visible } from "./visible.js";

export const command = {
  name: "drift",
  title: "tells what deliveries have that the catalog does not",
  about:
    "PATH is as for hooklens check. Told are unknown events, fields, values of enumerations, kinds of values and formats: each once, with how often it is there, and where first and last. Of values that are not in an enumeration only the kind or the shape is told.",
  arguments: { usage: "[PATH…]" },
  options: {
    ...LENS_OPTIONS,
    lines: LINES,
    format: { value: "FORMAT", choices: ["table", "json"], help: "how it is told; table unless given" },
    output: OUTPUT,
    baseline: { value: "FILE", help: "leave out what is in this file, which --format json has written" },
    write: {
      value: "FILE",
      help: "write a catalog document that knows what the deliveries have, for --catalog; NAME=FILE names who sends events of which nobody is known to send them, else new",
    },
    jobs: JOBS,
  },
  examples: [
    ["hooklens drift deliveries.ndjson.gz", "what is new in it"],
    ["hooklens drift deliveries.ndjson --format json --output baseline.json", "keep what is known"],
    [
      "hooklens drift deliveries.ndjson --baseline baseline.json",
      "in continuous integration: fail only on what is new",
    ],
    ["hooklens drift deliveries.ndjson --write known.json", "know it from now on"],
  ],
  exits: { 1: "there is something that the catalog, and the baseline, do not have" },
};

export async function run({ values, paths }) {
  const baseline = values.baseline === undefined ? [] : baselineOf(values.baseline);
  const open = await opened({ values, paths });
  const { files, given } = open;
  const { out, progress, settings } = given;
  const differences = new Differences();
  const growth = values.write === undefined ? undefined : await growthOf(values.write, settings);
  const body = (record) => {
    differences.add(record);
    growth?.add(record);
  };
  const reporter = { body, file() {} };
  const checker = new Checker({ ...given, reporter, wants: { texts: true } });
  progress.expect(files);
  try {
    for (const file of files) await checker.look(file);
  } finally {
    await checker.end();
    progress.clear();
  }
  const rows = differences.rows(baseline);
  const { bodies } = checker.tally;
  if (values.format === "json") {
    out.write(`${JSON.stringify({ bodies, differences: rows, omitted: differences.omitted }, null, 2)}\n`);
  } else {
    table(out, rows);
    const more =
      differences.omitted === 0 ? "" : `, and ${many(differences.omitted)} more that are not told apart`;
    out.write(`${some(bodies, "body", "bodies")}: ${some(rows.length, "difference")}${more}\n`);
  }
  out.end();
  if (growth !== undefined) await write(values.write, growth);
  if (open.failures > 0) return 2;
  return rows.length > 0 ? 1 : 0;
}

/** `NAME=FILE`, the name of the provider, or `FILE`. */
function writtenOf(given) {
  const [, name = "new", file = given] = /^([^/=]+)=(.+)$/s.exec(given) ?? [];
  return { name, file };
}

async function growthOf(given, { catalogs, options }) {
  const { Growth } = await import("./grow.js");
  const { sourcesOf } = await import("./catalogs.js");
  return new Growth(await sourcesOf(catalogs), writtenOf(given).name, options);
}

async function write(given, growth) {
  const { file } = writtenOf(given);
  const { documents, left } = await growth.finish();
  const say = (text) => process.stderr.write(`${visible(text)}\n`);
  const told = some(left.length, "difference");
  if (documents.length === 0)
    return say(
      `${file} is not written: ${left.length === 0 ? "there is nothing to know" : `no document can know the ${told}`}`,
    );
  try {
    writeFileSync(file, `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`);
  } catch (error) {
    throw new Refusal(`--write ${file}: ${reasonOf(error)}`);
  }
  if (left.length === 0) return;
  const [{ code, event, pointer }] = left;
  const place = `${event ?? "a body"}${pointer === "" ? "" : ` at ${pointer}`}`;
  say(
    `${file} does not know ${some(left.length, "difference")}: ${code} in ${place}${left.length > 1 ? " and others" : ""}`,
  );
}

function baselineOf(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(`--baseline ${file}: ${reasonOf(error)}`);
  }
  try {
    const { differences } = JSON.parse(text);
    if (Array.isArray(differences)) return differences;
  } catch {
    // Said below, as for any other file.
  }
  throw new Refusal(`--baseline ${file}: expected what hooklens drift --format json has written`);
}

function table(out, rows) {
  if (rows.length === 0) return;
  const lines = [
    ["event", "what", "where", "value", "times", "first", "last"],
    ...rows.map(({ event, code, pointer, detail, count, first, last }) =>
      [event ?? "-", code, pointer === "" ? "-" : pointer, detail ?? "", many(count), first, last].map(
        visible,
      ),
    ),
  ];
  const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  lines.forEach((line, index) => {
    const text = line
      .map((cell, at) => (at === 4 ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join("  ")
      .trimEnd();
    out.write(`${index === 0 ? out.paint.dim(text) : text}\n`);
  });
  out.write("\n");
}
