#!/usr/bin/env node
// Fuzzes the core: makes the seeds from the fixtures, builds the targets, and runs each for a while.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "../npm/corpus.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const TARGETS = readdirSync(join(folder, "targets"))
  .filter((name) => name.endsWith(".rs"))
  .map((name) => name.slice(0, -".rs".length));

const USAGE = `Fuzzes the core with libFuzzer.

usage: npm run fuzz [-- <target> ...] [-- --minutes <number>]

  ${TARGETS.join(", ")}: what is fuzzed; without any, each in turn
  --minutes  how long each target runs; 10 without it
  --help     this text

It needs a nightly Rust (\`rustup toolchain install nightly\`), a C++ compiler and cargo-fuzz
(\`cargo install cargo-fuzz --locked\`). What it learns stays in tests/fuzz/corpus, and a body that breaks
something in tests/fuzz/artifacts: \`cargo +nightly fuzz run --fuzz-dir tests/fuzz <target> <file>\` runs it again.
`;

function refuse(words) {
  console.error(`${words}\n\n${USAGE}`);
  process.exit(2);
}

function options(args) {
  const targets = [];
  let minutes = 10;
  for (let at = 0; at < args.length; at++) {
    if (args[at] === "--help" || args[at] === "-h") {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    if (args[at] === "--minutes") minutes = Number(args[++at]);
    else if (TARGETS.includes(args[at])) targets.push(args[at]);
    else refuse(`Unknown target or option: ${args[at]}`);
  }
  if (!(minutes > 0)) refuse("--minutes needs a number");
  return { targets: targets.length > 0 ? targets : TARGETS, minutes };
}

/** Every fixture as it is, and without white space where it is JSON: short bodies are changed more to the point. */
function writeSeeds() {
  const seeds = join(folder, "seeds");
  mkdirSync(seeds, { recursive: true });
  for (const { path, bytes } of corpus()) {
    const name = path.replaceAll("/", "-");
    writeFileSync(join(seeds, name), bytes);
    try {
      writeFileSync(join(seeds, `minified-${name}`), JSON.stringify(JSON.parse(bytes)));
    } catch {
      // What is no JSON has no other spelling.
    }
  }
  return seeds;
}

/** Schemas of JSON Schema's test suite, each by itself, or with each of some bodies behind a line of `---`. */
function writeSchemas(withBodies) {
  const seeds = join(folder, withBodies ? "seeds-loaded" : "seeds-document");
  mkdirSync(seeds, { recursive: true });
  const suite = join(folder, "../json-schema/draft2020-12");
  for (const file of readdirSync(suite).filter((name) => name.endsWith(".json"))) {
    const groups = JSON.parse(readFileSync(join(suite, file), "utf8"));
    for (const [at, { schema, tests }] of groups.entries()) {
      const text = JSON.stringify(schema);
      const bodies = withBodies
        ? tests.slice(0, 4).map(({ data }) => `\n---\n${JSON.stringify(data)}`)
        : [""];
      for (const [number, body] of bodies.entries()) {
        writeFileSync(join(seeds, `${file}-${at}-${number}`), text + body);
      }
    }
  }
  return seeds;
}

const { targets, minutes } = options(process.argv.slice(2));
const bodies = writeSeeds();
const SEEDS = { document: writeSchemas(false), loaded: writeSchemas(true) };
let failed = false;
for (const target of targets) {
  const corpus = join(folder, "corpus", target);
  const seeds = SEEDS[target] ?? bodies;
  mkdirSync(corpus, { recursive: true });
  // The core has no unsafe code: without a sanitizer it is as well tested, several times as fast.
  const args = [
    "+nightly",
    "fuzz",
    "run",
    "--fuzz-dir",
    folder,
    "--sanitizer",
    "none",
    target,
    corpus,
    seeds,
  ];
  const limits = ["-max_len=4096", "-timeout=20", `-max_total_time=${Math.round(minutes * 60)}`];
  console.log(`${target}, for ${minutes} minutes …`);
  const { status, error } = spawnSync(
    "cargo",
    [...args, "--", `-dict=${join(folder, "words.dict")}`, ...limits],
    {
      cwd: folder,
      stdio: "inherit",
    },
  );
  if (error) refuse(`cargo could not be started: ${error.message}`);
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
