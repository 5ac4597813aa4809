#!/usr/bin/env node
// How fast the command checks an archive, beside a loop of readline, JSON.parse and ajv, and beside jq: whole processes,
// one after the other, in rounds.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const USAGE = `Measures how fast \`hooklens check\` goes through an archive of paybook/refresh, one line in ten thousand with a fault.

usage: node tests/bench/archive.mjs [--lines <count>] [--rounds <count>]

  --lines <count>   the bodies in the archive: 300000
  --rounds <count>  how often each is run; the median counts: 7
  --help            this text
`;

const options = { lines: 300_000, rounds: 7 };
for (let args = process.argv.slice(2); args.length > 0; args = args.slice(2)) {
  const [name, value] = args;
  const key = name.slice(2);
  if (name === "--help" || !Object.hasOwn(options, key) || !/^[1-9]\d*$/.test(value ?? "")) {
    console.error(USAGE);
    process.exit(name === "--help" ? 0 : 2);
  }
  options[key] = Number(value);
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const EVERY = 10_000;

/** What many do: the schema of the one event is known, and all that is asked is how many do not match it. */
const LOOP = `
  import { createReadStream, readFileSync } from "node:fs";
  import { createInterface } from "node:readline";
  import Ajv from "ajv/dist/2020.js";
  import addFormats from "ajv-formats";
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false }));
  const accepts = ajv.compile(JSON.parse(readFileSync("pkg/schemas/paybook/refresh.schema.json")));
  let wrong = 0;
  for await (const line of createInterface({ input: createReadStream(process.argv[1]) }))
    if (!accepts(JSON.parse(line))) wrong += 1;
  console.log(wrong);
`;

function write(path) {
  const body = JSON.stringify(JSON.parse(readFileSync(join(root, "tests/payloads/paybook/refresh.json"))));
  const wrong = body.replace('"id_user":', '"id_usr":');
  if (wrong === body) throw new Error("the body has no id_user");
  const file = openSync(path, "w");
  for (let line = 1; line <= options.lines;) {
    const lines = [];
    for (; lines.length < EVERY && line <= options.lines; line++)
      lines.push(line % EVERY === 0 ? wrong : body);
    writeSync(file, `${lines.join("\n")}\n`);
  }
  closeSync(file);
}

const CONTENDERS = {
  "hooklens check": (path) => [process.execPath, "pkg/cli/hooklens.js", "check", "--format", "ndjson", path],
  "hooklens check --jobs 1": (path) => [
    ...[process.execPath, "pkg/cli/hooklens.js", "check"],
    ...["--jobs", "1", "--format", "ndjson", path],
  ],
  "readline, JSON.parse and ajv": (path) => [process.execPath, "--input-type=module", "-e", LOOP, path],
  "jq empty": (path) => ["jq", "empty", path],
};

/** Its seconds, and what it printed; nothing where there is no such program. */
function run([command, ...args]) {
  const start = performance.now();
  const { stdout, error, status } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error?.code === "ENOENT") return undefined;
  if (error || status > 1) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? status}`);
  return { seconds, stdout };
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

const folder = mkdtempSync(join(tmpdir(), "hooklens-archive-"));
try {
  const path = join(folder, "archive.ndjson");
  write(path);
  const times = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, []]));
  for (let round = 0; round <= options.rounds; round++) {
    for (const [name, command] of Object.entries(CONTENDERS)) {
      process.stderr.write(`round ${round} of ${options.rounds}: ${name}\n`);
      const ran = run(command(path));
      if (ran === undefined) delete times[name];
      else if (round > 0) times[name]?.push(ran.seconds);
      const expected = Math.floor(options.lines / EVERY);
      if (ran !== undefined && name.startsWith("hooklens") && ran.stdout.split("\n").length - 1 !== expected)
        throw new Error(`${name} did not tell of ${expected} lines`);
    }
  }
  const megabytes = statSync(path).size / 1e6;
  const reference = median(times["readline, JSON.parse and ajv"]);
  console.log(
    `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${availableParallelism()} cores of ${cpus()[0].model.trim()}; ${options.lines} lines, ${megabytes.toFixed(0)} MB, the median of ${options.rounds} rounds, start included.\n`,
  );
  console.log("| | s | MB/s | ÷ readline, JSON.parse and ajv |\n| --- | --: | --: | --: |");
  for (const [name, all] of Object.entries(times)) {
    const seconds = median(all);
    const cells = [seconds, megabytes / seconds, seconds / reference];
    console.log(`| ${name} | ${cells[0].toFixed(2)} | ${cells[1].toFixed(0)} | ${cells[2].toFixed(2)} |`);
  }
  for (const name of Object.keys(CONTENDERS)) if (!(name in times)) console.log(`\n${name}: not installed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
