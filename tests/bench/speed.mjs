#!/usr/bin/env node
// How long HookLens takes, side by side in one process with what else a handler could do.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { catalog, normalize, parse, validate } from "hooklens";

const USAGE = `Measures HookLens beside JSON.parse and ajv, in one process.

usage: npm run bench [-- --write]

  --write  put the table into README.md as well
  --help   this text
`;

const root = new URL("../../", import.meta.url);
const BODIES = [
  ["flat create", "paybook/credential_create"],
  ["flat refresh", "paybook/refresh"],
  ["3.1 refreshed", "paybook/credentials.refreshed"],
  ["3.1 documents", "paybook/documents.success"],
  ["Seam", "seam/acs_credential.issued"],
];

function compiled(schema) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

/** The least time of several rounds, in nanoseconds a call: noise only ever adds. */
function time(work) {
  const now = () => Number(process.hrtime.bigint());
  for (let start = now(); now() - start < 5e7;) work();
  let calls = 1;
  for (let start = now(); now() - start < 2e6; calls++) work();
  let least = Infinity;
  for (let round = 0; round < 15; round++) {
    const start = now();
    for (let call = 0; call < calls; call++) work();
    least = Math.min(least, (now() - start) / calls);
  }
  return least;
}

/** A body with so many of its fields' values made wrong. */
function withFaults(text, count) {
  let left = count;
  return text.replace(/("(?:id_\w+|rid|eid|at|\w+_id|\w+_at)":\s*)"[^"]*"/g, (all, key) =>
    left-- > 0 ? `${key}"wrong"` : all,
  );
}

const decoder = new TextDecoder();

function measures(id, text) {
  const entry = catalog.find((entry) => entry.id === id);
  const accepts = compiled(entry.schema);
  const bytes = new TextEncoder().encode(text);
  const [one, ten] = [1, 10].map((count) => withFaults(text, count));
  const [oneBytes, tenBytes] = [one, ten].map((text) => new TextEncoder().encode(text));
  if (!validate(text).valid || !accepts(JSON.parse(text)) || validate(one).valid || validate(ten).valid)
    throw new Error(`${id}: not what the benchmark takes it for`);
  const parsed = (bytes) => JSON.parse(decoder.decode(bytes));
  return {
    "JSON.parse(bytes)": time(() => parsed(bytes)),
    "JSON.parse(text)": time(() => JSON.parse(text)),
    "JSON.parse(bytes) + ajv": time(() => accepts(parsed(bytes))),
    "validate(bytes)": time(() => validate(bytes)),
    "validate(text)": time(() => validate(text)),
    "parse(bytes)": time(() => parse(bytes)),
    "normalize(bytes)": time(() => normalize(bytes)),
    "one fault: JSON.parse(bytes) + ajv": time(() => accepts(parsed(oneBytes))),
    "one fault: validate(bytes)": time(() => validate(oneBytes)),
    "ten faults: JSON.parse(bytes) + ajv": time(() => accepts(parsed(tenBytes))),
    "ten faults: validate(bytes)": time(() => validate(tenBytes)),
  };
}

const mean = (numbers) => Math.exp(numbers.reduce((sum, n) => sum + Math.log(n), 0) / numbers.length);
const microseconds = (ns) => (ns / 1000).toFixed(2);

function table(style) {
  const columns = BODIES.map(([, id]) => {
    const text = readFileSync(new URL(`tests/payloads/${id}.json`, root), "utf8");
    return measures(id, style === "minified" ? JSON.stringify(JSON.parse(text)) : text);
  });
  const names = Object.keys(columns[0]);
  const base = mean(columns.map((column) => column["JSON.parse(bytes)"]));
  const rows = names.map((name) => {
    const times = columns.map((column) => column[name]);
    return [name, ...times.map(microseconds), microseconds(mean(times)), (mean(times) / base).toFixed(2)];
  });
  return [[`µs a body, ${style}`, ...BODIES.map(([name]) => name), "mean", "× JSON.parse"], ...rows];
}

function large() {
  const envelope = JSON.parse(
    readFileSync(new URL("tests/payloads/paybook/credentials.refreshed.json", root), "utf8"),
  );
  const batch = (events) => JSON.stringify({ ...envelope, events: Array(events).fill(envelope.events[0]) });
  const rows = [["body", "size", "JSON.parse(bytes)", "validate(bytes)", "ratio", "validate, ns a byte"]];
  const foreign = JSON.stringify(
    Array(60_000).fill({ id: 1, name: "a name", tags: ["x", "y"], price: 12.5, text: "t".repeat(90) }),
  );
  for (const [name, text] of [
    ["100 events", batch(80)],
    ["1,000 events", batch(1000)],
    ["8,000 events", batch(8000)],
    ["another system's", foreign],
  ]) {
    const bytes = new TextEncoder().encode(text);
    const [other, ours] = [time(() => JSON.parse(decoder.decode(bytes))), time(() => validate(bytes))];
    const cells = [
      `${(bytes.length / 1e6).toFixed(2)} MB`,
      `${(other / 1e6).toFixed(2)} ms`,
      `${(ours / 1e6).toFixed(2)} ms`,
    ];
    rows.push([name, ...cells, (ours / other).toFixed(2), (ours / bytes.length).toFixed(2)]);
  }
  return rows;
}

function markdown([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

const options = process.argv.slice(2);
const unknown = options.find((option) => !["--write", "--help"].includes(option));
if (unknown !== undefined) {
  console.error(`Unknown option: ${unknown}\n\n${USAGE}`);
  process.exit(2);
}
if (options.includes("--help")) {
  process.stdout.write(USAGE);
  process.exit(0);
}

console.log("Measuring; this takes about a minute …\n");
const wasm = readFileSync(new URL("pkg/wasm/hooklens_bg.wasm", root));
const size = `The WebAssembly module is ${wasm.length} bytes, ${gzipSync(wasm, { level: 9 }).length} gzipped.`;
const parts = [markdown(table("as documented")), markdown(table("minified")), markdown(large()), size];
const text = parts.join("\n\n");
console.log(text);

if (options.includes("--write")) {
  const readme = new URL("README.md", root);
  const [start, end] = ["<!-- speed: measured by `npm run bench -- --write` -->", "<!-- /speed -->"];
  const [before, rest] = readFileSync(readme, "utf8").split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error("README.md has no place for the table");
  const machine = `Node ${process.version}, ${process.platform} ${process.arch}; the least of 15 rounds, in one process.`;
  writeFileSync(readme, `${before}${start}\n\n${machine}\n\n${text}\n\n${end}${after}`);
  console.log("\nWrote README.md");
}
