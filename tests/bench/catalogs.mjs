#!/usr/bin/env node
// What a large loaded catalog costs, GitHub's document of 261 webhooks: to load, to keep, and to check bodies with; side
// by side in one process with ajv, which is told which event a body is.
import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { corpus } from "../npm/corpus.mjs";
import { KEYS, PAYLOADS, ajvOf, bytes } from "../npm/github.mjs";
import { geometricMean, race } from "./timing.mjs";
import { memories } from "./memories.mjs";

const USAGE = `Measures what a large loaded catalog costs, beside ajv. It takes about a minute.

usage: node tests/bench/catalogs.mjs [--only <section> ...]

  --only <section>  this section alone; may be given several times:
                      load      how long GitHub's document takes to load, and the memory it keeps
                      speed     a body of each of five event types, from bytes
                      breadth   261 event types beside 10
  --help            this text

The table goes to the standard output, what is being measured to the standard error.
`;

// Once the memories of modules are watched.
const { createHookLens } = await import("hooklens");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const MiB = 1024 * 1024;
const EFFORT = { rounds: 60, milliseconds: 3 };
const LOADS = 5;

/** What is kept of a loaded catalog over what it took, once a small body follows a large one. */
const KEPT = 8 * MiB;

/** The event types that the five bodies are of, and five more. */
const CHECKED = ["pull-request-opened", "issues-opened", "push", "star-created", "check-run-completed"];
const OTHERS = ["release-published", "issue-comment-created", "fork", "workflow-run-completed", "create"];

const lensOf = (given) =>
  createHookLens({ builtIn: false, catalogs: [{ name: "github", document: bytes, ...given }] });
const asserted = ajvOf({ formats: true });

/** Of each event type that is checked the payload with the fewest errors: of `push`, none is without. */
function payloads() {
  return CHECKED.map((key) => {
    const errorsOf = ({ body }) => (asserted(key)(body) ? 0 : asserted(key).errors.length);
    const [[payload, errors]] = PAYLOADS.filter((payload) => payload.key === key)
      .map((payload) => [payload, errorsOf(payload)])
      .sort(([, one], [, other]) => one - other);
    return { ...payload, bytes: Buffer.from(payload.text), status: errors === 0 ? "valid" : "invalid" };
  });
}

/** Whatever an engine left to its first body is done as well. */
function loaded(given) {
  const lens = lensOf(given);
  lens.validate("{}");
  return lens;
}

function timed(work) {
  const start = performance.now();
  const made = work();
  return [performance.now() - start, made];
}

/** The memory in use once everything is collected that nobody refers to; that of modules is in it. */
async function memory() {
  for (let turn = 0; turn < 3; turn++) {
    // What was looked at through a WeakRef lives on until the next turn.
    await new Promise(setImmediate);
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  let modules = 0;
  for (const reference of memories) modules += reference.deref()?.buffer.byteLength ?? 0;
  return { all: heapUsed + external, modules };
}

/** A payload with one more field, of 14 MB. */
const extended = (text) => `${text.slice(0, -1)},"note":[${Array(7_000_000).fill("0").join()}]}`;

async function load(progress) {
  progress("HookLens");
  // The module itself is compiled before.
  loaded({ events: OTHERS.slice(0, 1) });
  const before = await memory();
  const lens = loaded();
  const after = await memory();
  const ours = Math.min(...Array.from({ length: LOADS }, () => timed(() => loaded())[0]));

  progress("large bodies");
  const idle = await memory();
  const [opened] = payloads();
  const times = Array.from({ length: LOADS }, () => {
    lens.validate(extended(opened.text));
    // The body itself took far more than that, to make it.
    collect();
    // A small body is what large memory goes with; what was dropped for it is back with the next one.
    return timed(() => {
      lens.validate(opened.bytes);
      lens.validate(opened.bytes);
    })[0];
  });
  const back = Math.min(...times);
  const later = await memory();
  if (lens.validate(opened.bytes).status !== opened.status) throw new Error("not what it was");

  progress("ajv, some 20 s");
  const theirs = ["warn", "assert"].map((formats) => {
    const check = ajvOf({ formats: formats === "assert" });
    return timed(() => KEYS.forEach((key) => check(key)))[0];
  });

  const ms = (time) => `${time.toFixed(0)} ms`;
  const mib = (size) => `${(size / MiB).toFixed(1)} MiB`;
  return [
    [`261 webhooks load ÷ ajv's compiling (${ms(ours)} ÷ ${ms(theirs[1])})`, 1 / 50, ours / theirs[1]],
    [`the same, without formats (${ms(ours)} ÷ ${ms(theirs[0])})`, 1 / 50, ours / theirs[0]],
    [
      `MiB kept, all (the module's memory: ${mib(after.modules - before.modules)})`,
      48,
      (after.all - before.all) / MiB,
    ],
    ["MiB more after a body of 14 MB and small ones", KEPT / MiB, (later.all - idle.all) / MiB],
    [`back after that ÷ load (${ms(back)})`, 1 / 10, back / ours],
  ];
}

const decoder = new TextDecoder();

function speed(progress) {
  const lens = lensOf({ formats: "assert" });
  const contenders = {};
  for (const { key, id, bytes, status } of payloads()) {
    const report = lens.validate(bytes);
    if (report.status !== status || report.events[0].id !== id)
      throw new Error(`${key}: ${report.status} ${report.events.map(({ id }) => id)}`);
    const check = asserted(key);
    contenders[`ours ${key}`] = () => lens.validate(bytes);
    contenders[`theirs ${key}`] = () => check(JSON.parse(decoder.decode(bytes)));
  }
  const times = race(contenders, EFFORT, progress);
  return ratios("validate(bytes) ÷ (JSON.parse + ajv)", 0.4, CHECKED, times);
}

function breadth(progress) {
  const [wide, narrow] = [lensOf(), lensOf({ events: [...CHECKED, ...OTHERS] })];
  const contenders = {};
  const compare = (name, bytes, isOne) => {
    for (const lens of [wide, narrow]) {
      const report = lens.validate(bytes);
      if (isOne !== (report.events.length === 1)) throw new Error(`${name}: ${report.status}`);
    }
    contenders[`ours ${name}`] = () => wide.validate(bytes);
    contenders[`theirs ${name}`] = () => narrow.validate(bytes);
  };
  for (const { key, bytes } of payloads()) compare(key, bytes, true);
  const foreign = corpus().filter(({ path }) =>
    /^tests\/payloads\/\w+\/(refresh|lock\.locked|webhook)\.json$/.test(path),
  );
  for (const { path, bytes } of foreign) compare(path, bytes, false);
  const times = race(contenders, EFFORT, progress);
  return [
    ...ratios("validate(bytes), 261 ÷ 10 event types", 1.6, CHECKED, times),
    ...ratios(
      "a body of another system, 261 ÷ 10 event types",
      1.6,
      foreign.map(({ path }) => path),
      times,
    ),
  ];
}

/** The mean of the ratios, and each of them. */
function ratios(what, most, names, times) {
  const ratio = (name) => times[`ours ${name}`] / times[`theirs ${name}`];
  const micro = (time) => (time / 1e3).toFixed(1);
  return [
    [what, most, geometricMean(names.map(ratio))],
    ...names.map((name) => [
      `    ${name} (${micro(times[`ours ${name}`])} µs ÷ ${micro(times[`theirs ${name}`])} µs)`,
      most,
      ratio(name),
    ]),
  ];
}

const SECTIONS = { load, speed, breadth };

function refuse(words) {
  console.error(`${words}\n\n${USAGE}`);
  process.exit(2);
}

function chosen(args) {
  const only = new Set();
  for (let at = 0; at < args.length; at++) {
    if (args[at] === "--help" || args[at] === "-h") {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    if (args[at] !== "--only") refuse(`Unknown option: ${args[at]}`);
    const name = args[++at];
    if (!Object.hasOwn(SECTIONS, name ?? "")) refuse(`Unknown section: ${name}`);
    only.add(name);
  }
  return Object.keys(SECTIONS).filter((name) => only.size === 0 || only.has(name));
}

const rows = [];
for (const name of chosen(process.argv.slice(2))) {
  rows.push(...(await SECTIONS[name]((what) => console.error(`measuring ${name}: ${what} …`))));
}
const shown = rows.map(([what, most, value]) => [
  what,
  most.toFixed(2),
  value.toFixed(3),
  value <= most ? "met" : "missed",
]);
const widths = [0, 1, 2].map((column) => Math.max(8, ...shown.map((row) => row[column].length)));
console.log(`Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus()[0].model}.\n`);
for (const [what, ...cells] of [["", "at most", "is", ""], ...shown]) {
  console.log(
    [what.padEnd(widths[0]), ...cells.map((cell, at) => cell.padStart(widths[at + 1] ?? 0))].join("  "),
  );
}
