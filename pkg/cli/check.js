// `hooklens check`: which event each body is, and everything that is wrong with it.
import { Checker, openProgress } from "./checker.js";
import { filesOf } from "./inputs.js";
import { openLens, settingsOf } from "./open.js";
import { JOBS, LENS_OPTIONS, LINES, OUTPUT, Refusal } from "./options.js";
import { openOutput } from "./output.js";
import { reasonOf, sayError } from "./say-error.js";
import { STATUSES } from "./tally.js";
import { STDOUT, isTerminal } from "./terminal.js";

const FORMATS = {
  pretty: () => import("./pretty.js"),
  concise: () => import("./concise.js"),
  json: () => import("./json.js"),
  ndjson: () => import("./ndjson.js"),
  github: () => import("./github.js"),
  sarif: () => import("./sarif.js"),
  junit: () => import("./junit.js"),
};

export const command = {
  name: "check",
  title: "tells which event each body is, and everything that is wrong with it",
  about:
    "PATH is a file, a folder, or - for standard input, which is also what is read without a PATH. A file is one body; of .ndjson and .jsonl each line is one, of .har each request. Any of them may be compressed with gzip. In folders, files with these endings and .json are read; names with a dot in front, and node_modules, are left out.",
  arguments: { usage: "[PATH…]" },
  options: {
    ...LENS_OPTIONS,
    lines: LINES,
    format: {
      value: "FORMAT",
      choices: Object.keys(FORMATS),
      help: "how problems are told; pretty unless given, on GitHub's runners github",
    },
    output: OUTPUT,
    fix: { help: "mend the bodies of known events as far as that is near-certain, then tell what is left" },
    diff: { help: "show what --fix would change, in place of the problems" },
    quiet: { help: "only errors: no warnings, no notes and no summary" },
    "allow-unknown": { help: "a body that is no known event is no failure" },
    "max-warnings": { value: "N", least: 0, help: "fail where there are more warnings than these" },
    watch: { help: "check again whenever a file changes, until Ctrl+C" },
    jobs: JOBS,
  },
  examples: [
    ["hooklens check body.json", "one body"],
    ["hooklens check fixtures --format concise", "every body in a folder, a line for each problem"],
    ["hooklens check deliveries.ndjson.gz --format ndjson", "an archive, for a program to read"],
    [
      "curl -s https://example.com/body | hooklens check --event refresh",
      "a body of which the event is known",
    ],
    ["hooklens check --catalog openapi.json fixtures", "with events of your own"],
    ["hooklens check --fix fixtures", "mend what can be mended"],
  ],
  exits: { 1: "a body is invalid, malformed or unknown, or there are too many warnings" },
};

export async function run({ values, paths }) {
  checkTogether(values, paths);
  if (!values.watch) return check({ values, paths });
  const { watch } = await import("./watch.js");
  return watch(paths, async () => {
    // What was said before is out of date.
    if (values.output === undefined && isTerminal(STDOUT)) process.stdout.write("\u001b[2J\u001b[3J\u001b[H");
    await check({ values, paths });
    process.stderr.write("watching for changes\n");
  });
}

async function check({ values, paths }) {
  const out = openOutput(values.output);
  const failures = [];
  const progress = await openProgress();
  const fail = (error) => {
    progress.clear();
    sayError(error);
    const file = error.path ?? error.file;
    failures.push(file === undefined ? reasonOf(error) : `${file}: ${reasonOf(error)}`);
  };
  const files = filesOf(paths.length === 0 ? ["-"] : paths, values, fail);
  const settings = settingsOf(values);
  const lens = await openLens(settings);
  const { reporter, wants } = values.diff ? DIFF : await reporterOf(values, out);
  const checker = await checkerOf({ values, settings, lens, reporter, wants, out, progress, fail });
  progress.expect(files);
  try {
    for (const file of files) await checker.look(file);
  } finally {
    await checker.end();
    progress.clear();
  }
  const { tally } = checker;
  // What is wrong with a body that may be unknown is no error.
  const errors = tally.errors - (values["allow-unknown"] ? tally.unknownErrors : 0);
  reporter.end({ files: files.length, tally: { ...tally, errors }, failures });
  out.end();
  if (failures.length > 0) return 2;
  return isFailure(tally, values) ? 1 : 0;
}

function checkTogether({ fix, diff, format, output, watch }, paths) {
  if (diff && format !== undefined) throw new Refusal("--diff shows a diff: it cannot be with --format");
  if (fix && (paths.length === 0 || paths.includes("-")))
    throw new Refusal("--fix mends files: give it a PATH that is one");
  if (watch && (paths.length === 0 || paths.includes("-")))
    throw new Refusal("--watch is for files: give it a PATH that is one");
  if (output === "") throw new Refusal("--output needs the name of a file");
}

function isFailure(
  { statuses, warnings },
  { "allow-unknown": allowsUnknown, "max-warnings": most = Infinity },
) {
  const failing = allowsUnknown ? ["invalid", "malformed"] : ["invalid", "malformed", "unknown"];
  return warnings > most || STATUSES.some((status, at) => statuses[at] > 0 && failing.includes(status));
}

const SILENT = { body() {}, file() {}, end() {} };

const DIFF = { reporter: SILENT, wants: {} };

async function reporterOf({ format: name, quiet = false, "allow-unknown": allowsUnknown = false }, out) {
  const chosen = name ?? (process.env.GITHUB_ACTIONS === "true" ? "github" : "pretty");
  const { format, wants } = await FORMATS[chosen]();
  const reporter = { ...SILENT, ...format(out, { quiet }) };
  const told = ({ problems, status }) => {
    const isNoFailure = allowsUnknown && status === "unknown";
    const all = isNoFailure ? problems.map((problem) => ({ ...problem, severity: "note" })) : problems;
    return quiet ? all.filter(({ severity }) => severity === "error") : all;
  };
  return {
    wants,
    reporter: {
      ...reporter,
      body(record) {
        const problems = told(record.report);
        if (!wants.all && problems.length === 0) return;
        return reporter.body({ ...record, report: { ...record.report, problems } });
      },
    },
  };
}

async function checkerOf(options) {
  const { fix, diff } = options.values;
  if (!fix && !diff) return new Checker(options);
  const { Mender } = await import("./mender.js");
  return new Mender(options);
}
