#!/usr/bin/env node
// Which panics the built module can reach from what it exports: those that are named here, and no other.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../pkg/build.mjs";

/** Where a panic starts, in the names that the compiler gives. */
const PANIC =
  /panicking::panic|_failed"?$|_fail"?$|capacity_overflow|panic_already|handle_alloc_error|rust_oom|throw_str/;

/** What can be reached by calls: the panic, who calls it, and why no body makes it happen. */
const KNOWN = [
  [/handle_alloc_error/, /./, "the memory is at its end: 4 GiB, or what the host allows"],
  [
    /panic_fmt/,
    /bumpalo::(oom|allocation_size_overflow)/,
    "the memory is at its end: a catalog is kept in it",
  ],
  [/capacity_overflow/, /handle_error/, "a list would be larger than the memory can be"],
  [/throw_str/, /wasm_bindgen::convert::closures/, "closures, of which there are none"],
];

const text = disassembled(compile("full", "--profiling").wasm);
const NAME = '\\$("[^"]+"|[^\\s()]+)';
const all = (pattern, from) => [...from.matchAll(new RegExp(pattern, "g"))].map(([, found]) => found);

const bodies = new Map();
for (const body of text.split(/\n (?=\(func )/).slice(1)) {
  bodies.set(body.match(new RegExp(`^\\(func ${NAME}`))[1], body);
}
/** The functions of tables: whoever calls through one may call any of them. */
const tabled = all(NAME, all("\\(elem ([^\\n]*)", text).join(" ")).filter((name) => !PANIC.test(name));
const exported = all(`\\(export "[^"]+" \\(func ${NAME}\\)`, text);
if (bodies.size < 100 || exported.length < 6) throw new Error("the module was not understood");

const reached = [];
const seen = new Set();
const next = [...exported];
while (next.length > 0) {
  const caller = next.pop();
  if (seen.has(caller)) continue;
  seen.add(caller);
  const body = bodies.get(caller) ?? "";
  for (const name of all(`call ${NAME}`, body)) {
    if (PANIC.test(name)) reached.push([name, caller]);
    else next.push(name);
  }
  if (body.includes("(call_indirect")) next.push(...tabled);
}

const plain = (name) => name.replaceAll(/\[[0-9a-f]+\]|::h[0-9a-f]{16}|"/g, "");
const reasonOf = ([panic, caller]) =>
  KNOWN.findIndex(([what, where]) => what.test(panic) && where.test(caller));
const unknown = reached.filter((call) => reasonOf(call) < 0);
for (const call of reached) {
  const [, , reason] = KNOWN[reasonOf(call)] ?? [];
  console.log(`${call.map(plain).join(" in ")}: ${reason ?? "NOT KNOWN"}`);
}
const idle = KNOWN.filter((_, index) => !reached.some((call) => reasonOf(call) === index));
for (const [what, where] of idle) console.log(`no longer reached: ${what} in ${where}`);
console.log(
  `${seen.size} of ${bodies.size} functions are reached from ${exported.length} exports; ` +
    `${reached.length} calls of panics, ${unknown.length} not known`,
);
if (unknown.length > 0 || idle.length > 0) process.exitCode = 1;

function disassembled(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "hooklens-"));
  try {
    const [from, to] = [join(folder, "module.wasm"), join(folder, "module.wat")];
    writeFileSync(from, wasm);
    const command = fileURLToPath(new URL("../node_modules/.bin/wasm-dis", import.meta.url));
    const { status, stderr } = spawnSync(command, [from, "--all-features", "-o", to], { encoding: "utf8" });
    if (status !== 0) throw new Error(`wasm-dis: ${stderr}`);
    return readFileSync(to, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
