#!/usr/bin/env node
// What memory HookLens keeps: after millions of bodies, and after bodies as large as they may be.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { corpus } from "../npm/corpus.mjs";
import { memories } from "./memories.mjs";

const USAGE = `Measures the memory that HookLens keeps. Ends with 1 where it is more than it may be.

usage: node tests/bench/memory.mjs [--calls] [--large] [--small] [--long]

  --calls  after many calls alone
  --large  after large bodies alone
  --small  after small bodies alone that come after large ones, whatever becomes of either
  --long   ten million calls, and every large body three times, as bytes and as text
  --help   this text
`;

const PARTS = ["--calls", "--large", "--small"];
const OPTIONS = [...PARTS, "--long", "--help"];
const options = new Set(process.argv.slice(2));
if ([...options].some((option) => !OPTIONS.includes(option)) || options.has("--help")) {
  console.error(USAGE);
  process.exit(options.has("--help") ? 0 : 2);
}
const isLong = options.has("--long");
const isAll = !PARTS.some((part) => options.has(part));

const MiB = 1024 * 1024;
const LIMIT = 16 * MiB;
/** The calls that what follows is compared with, and those. */
const FIRST = isLong ? 1_000_000 : 30_000;
const CALLS = isLong ? 10_000_000 : 150_000;
const STAGES = 5;
const ROUNDS = isLong ? 3 : 1;

/** By how much the calls may grow it, in bytes. */
const GROWTH = { module: 0, heap: MiB, outside: MiB, process: 32 * MiB };
/** What may stay of the module's memory once a large body is gone. */
const KEPT = 8 * MiB;

// Once the memories of modules are watched.
const { normalize, parse, validate } = await import("hooklens");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** What is in use once everything is collected that nobody refers to. */
async function measure() {
  const lives = (reference) => reference.deref() !== undefined;
  for (let turn = 0; turn < 3 || (turn < 12 && [...memories].filter(lives).length > 1); turn++) {
    // What was looked at through a WeakRef lives on until the next turn. While the machine is busy, more of them pass
    // until the last instance but one is collected.
    await new Promise((resolve) => (turn < 3 ? setImmediate(resolve) : setTimeout(resolve, 10)));
    collect();
  }
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  let module = 0;
  for (const reference of memories) {
    const memory = reference.deref();
    if (memory === undefined) memories.delete(reference);
    else module += memory.buffer.byteLength;
  }
  return { module, heap: heapUsed, outside: external + arrayBuffers, process: rss };
}

const GIVES = [validate, parse, normalize];

function call(give, body, limits) {
  try {
    return give(body, limits);
  } catch (error) {
    // So parse and normalize refuse a body.
    if (error.name === "PayloadError") return error;
    // Alone: with its cause Node would show the whole of what it could not read.
    throw new Error(`${give.name}: ${error.name}: ${error.message}`);
  }
}

const failures = [];
const columns = ["module", "heap", "outside", "process"];
const row = (name, cells) =>
  console.log([name.padEnd(44), ...cells.map((cell) => String(cell).padStart(9))].join(" "));
const inMiB = (bytes) => (bytes / MiB).toFixed(2);

// ---- many calls

function decoded(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : [value];
  } catch {
    return [text];
  }
}

async function calls() {
  const bodies = corpus().flatMap(({ bytes }) => {
    const text = bytes.toString("utf8");
    const torn = text.slice(0, text.length >> 1);
    const half = `${text.slice(0, -3)}\ud800"}`;
    return [bytes, text, torn, half, decoded(text)];
  });
  let done = 0;
  async function run(count) {
    for (const end = done + count; done < end; done++) {
      call(GIVES[Math.floor(done / bodies.length) % GIVES.length], bodies[done % bodies.length]);
    }
    const used = await measure();
    const cells = columns.map((column) => inMiB(used[column]));
    row(done.toLocaleString("en"), cells);
    return used;
  }
  console.log(`${bodies.length} bodies in turn, by validate, parse and normalize; MiB in use\n`);
  row("calls", columns);
  const first = await run(FIRST);
  let last;
  for (let stage = 0; stage < STAGES; stage++) last = await run(CALLS / STAGES);
  for (const [column, most] of Object.entries(GROWTH)) {
    const grown = last[column] - first[column];
    if (grown > most)
      failures.push(`${done} calls: ${column} has grown by ${inMiB(grown)} MiB, of at most ${inMiB(most)}`);
  }
}

// ---- large bodies

const created = JSON.parse(
  corpus().find(({ path }) => path.endsWith("paybook/credentials.created.json")).bytes,
);
const refresh = JSON.parse(corpus().find(({ path }) => path.endsWith("paybook/refresh.json")).bytes);

/** So many copies as the limit has room for, between a start and an end. */
function filled(start, part, end, separator = ",") {
  const count = Math.floor((LIMIT - start.length - end.length) / (part.length + separator.length));
  return `${start}${Array(count).fill(part).join(separator)}${end}`;
}

function batchOf(event) {
  const [start, end] = JSON.stringify({ ...created, events: [] }).split("[]");
  return filled(`${start}[`, JSON.stringify(event), `]${end}`);
}

/** An event with more in it than is known. */
const fields = JSON.stringify(refresh).slice(0, -1);
const extended = (value) => `${fields},"note":${JSON.stringify(value)}}`;
const [event] = created.events;
const wrong = {
  header: { event: { ...event.header.event, at: 5 } },
  payload: { ...event.payload, id_user: "who" },
};
const letters = (text, bytes) => text.repeat(Math.floor(bytes / Buffer.byteLength(text)));

/** Each is near the limit, or makes the most of what it is. */
const LARGE = {
  "a batch that is valid": () => batchOf(event),
  "a batch with two errors an event": () => batchOf(wrong),
  "a batch of empty events": () =>
    filled('{"rid":"c53b1fcb-e112-465c-ad3e-8b64cf2f602c","events":[', "{}", "]}"),
  "a batch with a name each that nobody knows": () =>
    batchOf({
      ...event,
      header: { ...event.header, event: { ...event.header.event, name: "credentials.x" } },
    }),
  "an event with one more field of numbers": () => filled(`${fields},"note":[`, "0", "]}"),
  "an event with a text of 5 MB": () => extended("x".repeat(5 * MiB)),
  "an event with a text of 5 MB of escapes": () => extended("\u0001".repeat((5 * MiB) / 6)),
  "an event with a text of 15 MB of three bytes each": () => extended(letters("日", 15 * MiB)),
  "an event with halves of surrogate pairs": () => `${fields},"note":"${"日\ud800".repeat(2_700_000)}"}`,
  "an event with as many fields as it can have": () =>
    `${fields}${Array.from({ length: 1_200_000 }, (_, at) => `,"x${at}":0`).join("")}}`,
  "an event with one field over and over": () => filled(fields, ',"x":0', "}", ""),
  "lists in a list": () => filled("[", "[]", "]"),
  "numbers in a list": () => filled("[", "0", "]"),
  "lists in lists, as deep as may be": () => filled("[", `${"[".repeat(127)}${"]".repeat(127)}`, "]"),
  "objects in a list": () => filled("[", '{"":0}', "]"),
  "one text": () => JSON.stringify("x".repeat(LIMIT - 2)),
  "one text of escapes": () => `"${"\\u0000".repeat((LIMIT - 2) / 6)}"`,
  "one number": () => "1".repeat(LIMIT),
  "white space": () => " ".repeat(LIMIT),
  "brackets that never close": () => "[".repeat(LIMIT),
  quotes: () => '"'.repeat(LIMIT),
  "what is no UTF-8": () => Buffer.alloc(LIMIT, 0xff),
  "a text that ends too early": () => batchOf(event).slice(0, -5),
  "a byte more than may be": () => " ".repeat(LIMIT + 1),
  "a hundred times more than may be": () => " ".repeat(100 * MiB),
};

/** Those of each kind that take least time. */
const SHORT = [
  "a batch that is valid",
  "a batch with two errors an event",
  "an event with one more field of numbers",
  "an event with a text of 5 MB",
  "lists in a list",
  "a text that ends too early",
  "a byte more than may be",
];

/** A large body in each of its forms, made one after the other: they are not kept. */
function* formsOf(name) {
  const body = LARGE[name]();
  if (typeof body !== "string") return yield body;
  // Larger than may be, it is not looked at: its bytes are not worth their room.
  if (body.length <= LIMIT) yield new TextEncoder().encode(body);
  if (isLong || body.length > LIMIT) yield body;
}

const small = JSON.stringify(refresh);

/** Gives a large body to everything that takes one, and then small ones. */
function give(body) {
  const said = { size: Buffer.byteLength(body), slowest: 0, most: 0, status: validate(body).status };
  for (const take of GIVES) {
    const start = performance.now();
    call(take, body);
    said.slowest = Math.max(said.slowest, performance.now() - start);
    for (const reference of memories) {
      said.most = Math.max(said.most, reference.deref()?.buffer.byteLength ?? 0);
    }
  }
  for (const take of GIVES) take(small);
  return said;
}

async function large() {
  console.log("\nthe module's memory, in MiB: with a large body, and once small ones have come after it\n");
  row("body", ["MiB", "status", "ms", "with it", "after it"]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of isLong ? Object.keys(LARGE) : SHORT) {
      for (const form of formsOf(name)) {
        const { size, status, slowest, most } = give(form);
        const { module } = await measure();
        if (module > KEPT) failures.push(`${name}: ${inMiB(module)} MiB are kept, of at most ${inMiB(KEPT)}`);
        const what = typeof form === "string" && size <= LIMIT ? "  as text" : name;
        if (round === 0) row(what, [inMiB(size), status, slowest.toFixed(0), inMiB(most), inMiB(module)]);
      }
    }
  }
  const { process, heap } = await measure();
  console.log(`\nthe process has ${inMiB(process)} MiB then, ${inMiB(heap)} of them on the heap`);
}

// ---- small bodies after large ones

const webhook = corpus().find(({ path }) => path.endsWith("paybook/webhook.json")).bytes;

/** A small body of each status, with its limits; what is no event is valid, and `normalize` refuses it. */
const SMALL = {
  valid: [small],
  "valid, no event": [webhook],
  invalid: ['{"event":"refresh"}'],
  unknown: ["{}"],
  malformed: ["{"],
  "too large": [small, { maxBytes: 5 }],
};

/** What makes the module's memory large, in each status. */
const long = "x".repeat(9 * MiB);
const FILLS = {
  valid: [extended(long)],
  invalid: [`{"event":"refresh","note":"${long}"}`],
  unknown: [`{"note":"${long}"}`],
  malformed: [`{"note":"${long}"`],
  // Its bytes are counted in the module's memory: it has fewer code units than that.
  "too large": [extended("日".repeat(3 * MiB)), { maxBytes: 8 * MiB }],
};

/** Small ones that have to be enough. */
const ENOUGH = 3;

async function smallAfterLarge() {
  console.log("\nthe module's memory, in MiB, by what became of a large body and of small ones after it\n");
  row("by a function: small after large", Object.keys(FILLS));
  for (const give of GIVES) {
    for (const [outcome, [body, limits]] of Object.entries(SMALL)) {
      const cells = [];
      for (const [fill, [filling, bounds]] of Object.entries(FILLS)) {
        call(give, filling, bounds);
        for (let count = 0; count < ENOUGH; count++) call(give, body, limits);
        const { module } = await measure();
        cells.push(inMiB(module));
        const what = `${give.name} of what is ${outcome}, after what is ${fill}`;
        if (module > KEPT) failures.push(`${what}: ${inMiB(module)} MiB are kept, of at most ${inMiB(KEPT)}`);
      }
      row(`${give.name}: ${outcome}`, cells);
    }
  }
}

if (isAll || options.has("--calls")) await calls();
if (isAll || options.has("--large")) await large();
if (isAll || options.has("--small")) await smallAfterLarge();
if (failures.length > 0) {
  console.error(`\n${[...new Set(failures)].join("\n")}`);
  process.exitCode = 1;
}
