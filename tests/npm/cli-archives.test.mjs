// Archives: a body in each line, many of them, and every kind of damage.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { COMMAND, MISSPELLED, VALID, WRONG, environment, folderOf, hooklens, inTerminal } from "./cli.mjs";
import { randomOf } from "./random.mjs";

const folder = folderOf({}, after);

/** Writes lines to a file; gives its path. */
function archive(name, lines, { end = "\n" } = {}) {
  const path = join(folder, name);
  const file = openSync(path, "w");
  for (let at = 0; at < lines.length; at += 5000)
    writeSync(file, lines.slice(at, at + 5000).join("\n") + end);
  closeSync(file);
  return path;
}

/** What `ndjson` tells of lines, as `line status` each. */
function told(args, options) {
  const { stdout, stderr } = hooklens(["check", "--format", "ndjson", ...args], options);
  const found = stdout.split("\n").filter(Boolean);
  return {
    stderr,
    found: found.map((text) => JSON.parse(text)).map(({ line, status }) => `${line} ${status}`),
  };
}

const DAMAGES = [
  [WRONG, "invalid"],
  [MISSPELLED, "invalid"],
  [VALID.slice(0, -1), "malformed"],
  [`${VALID},`, "malformed"],
  ["\u0000", "malformed"],
  ['{"some":"thing"}', "unknown"],
  ["7", "unknown"],
  [`${WRONG}\r`, "invalid"],
];
const FINE = [VALID, `${VALID}\r`, "", "  \t", "\r", ` ${VALID} `];

test("every faulty line is told once, with its number, and nothing else, whoever looks at it", () => {
  const random = randomOf(1);
  const expected = [];
  const lines = Array.from({ length: 40_000 }, (_, at) => {
    if (random() % 500 > 0) return FINE[random() % 40 > 0 ? 0 : random() % FINE.length];
    const [text, status] = DAMAGES[random() % DAMAGES.length];
    expected.push(`${at + 1} ${status}`);
    return text;
  });
  const path = archive("damaged.ndjson", lines);
  assert.ok(expected.length > 40);
  for (const jobs of ["1", "2", "5"])
    assert.deepEqual(told([path, "--jobs", jobs]).found, expected, `${jobs} jobs`);
  const input = Buffer.from(lines.join("\n"));
  assert.deepEqual(told(["--lines"], { input }).found, expected, "standard input");
  assert.deepEqual(
    told(["--lines", "--jobs", "3"], { input: gzipSync(input, { level: 1 }) }).found,
    expected,
    "gzip",
  );
});

test("a line over the limit is told with its line and ends nothing", () => {
  const long = (length) => `"${"x".repeat(length)}"`;
  const lines = [
    VALID,
    long(5000),
    VALID,
    WRONG,
    long(11_000_000),
    WRONG,
    "",
    long(3_000_000),
    MISSPELLED,
    long(9_000_000),
  ];
  const expected = ["2", "4 invalid", "5", "6 invalid", "8", "9 invalid", "10"].map((line) =>
    line.includes(" ") ? line : `${line} malformed`,
  );
  for (const end of ["\n", ""]) {
    const path = archive("long.ndjson", lines, { end });
    for (const jobs of ["1", "3"])
      assert.deepEqual(told([path, "--max-bytes", "4000", "--jobs", jobs]).found, expected);
    const { found } = told(["--lines", "--max-bytes", "4000", "-"], { input: lines.join("\n") + end });
    assert.deepEqual(found, expected);
  }
});

test("a last line that is cut off, and a gzip that is", () => {
  const text = `${VALID}\n`.repeat(3000) + VALID.slice(0, 300);
  assert.deepEqual(told(["--lines"], { input: text }).found, ["3001 malformed"]);
  const { found, stderr } = told(["--lines"], { input: gzipSync(text).subarray(0, -1000) });
  assert.match(stderr, /^hooklens: stdin:\d+: the gzip data is broken: it ends too early\n$/);
  assert.equal(found.length, 1);
});

test("the whole is told in order, with counts", () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => (at % 3000 === 1234 ? WRONG : VALID));
  const path = archive("counted.ndjson", lines);
  const { stdout, status } = hooklens(["check", path, "--jobs", "2"]);
  assert.equal(status, 1);
  assert.match(stdout, /30,000 bodies in 1 file: 29,990 valid, 10 invalid; 10 errors\n$/);
  const places = [...stdout.matchAll(/--> .*:(\d+):\d+$/gm)].map(([, line]) => Number(line));
  assert.deepEqual(
    places,
    Array.from({ length: 10 }, (_, at) => at * 3000 + 1235),
  );
});

test("memory does not grow with the file", (t) => {
  if (!existsSync("/usr/bin/time")) return t.skip("there is no /usr/bin/time");
  const peak = (path) => {
    const args = ["-f", "%M", process.execPath, COMMAND, "check", path, "--jobs", "2", "--format", "ndjson"];
    const { stderr } = spawnSync("/usr/bin/time", args, { env: environment(), encoding: "utf8" });
    return Number(stderr.trim().split("\n").at(-1)) / 1024;
  };
  const lines = (length) => Array.from({ length }, () => VALID);
  const small = peak(archive("small.ndjson", lines(30_000)));
  const large = peak(archive("large.ndjson", lines(150_000)));
  assert.ok(large < 150, `${large} MiB`);
  assert.ok(large < small * 1.3, `${small} MiB, then ${large} MiB`);
});

test("progress in a terminal, and none elsewhere", (t) => {
  const path = archive(
    "slow.ndjson",
    Array.from({ length: 150_000 }, () => VALID.replaceAll(",", " , ")),
  );
  const args = [
    "check",
    path,
    path.replace("slow", "large"),
    path.replace("slow", "damaged"),
    "--jobs",
    "1",
    "--quiet",
  ];
  const shown = inTerminal(args);
  if (shown === undefined) return t.skip("there is no `script` that makes a pseudo-terminal");
  assert.equal(hooklens(args).stderr, "");
  if (!shown.stdout.includes("MB/s")) return t.skip("it took less than a second");
  assert.match(shown.stdout, /\d+ % of \d+ MB, \d+ MB\/s, \d+ problems? so far/);
});
