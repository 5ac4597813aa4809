#!/usr/bin/env node
// How long HookLens takes, side by side in one process with what else a handler could do.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { gzipSync } from "node:zlib";
import { cold } from "./cold.mjs";
import { examples } from "./examples.mjs";
import { foreign } from "./foreign.mjs";
import { large } from "./large.mjs";
import { report, summary } from "./tables.mjs";

const USAGE = `Measures HookLens beside JSON.parse and other validators, in one process. It takes about two minutes.

usage: npm run bench [-- --write | --only <section> ...]

  --write           write the tables to tests/bench/README.md and four rows to README.md as well
  --only <section>  this section alone; may be given several times:
                      examples  the documents' own bodies, with and without faults
                      large     an envelope of 1,000 events, and bodies of up to 16 MiB
                      foreign   GitHub's payloads, which are no events of the catalog
                      cold      the first verdict of a fresh process
                      size      the bytes of the WebAssembly module
  --help            this text

The tables go to the standard output, what is being measured to the standard error.
`;

const root = new URL("../../", import.meta.url);

const SECTIONS = { examples, large, foreign, cold, size };

function size() {
  const wasm = readFileSync(new URL("pkg/wasm/hooklens_bg.wasm", root));
  return { raw: wasm.length, gzipped: gzipSync(wasm, { level: 9 }).length };
}

function refuse(words) {
  console.error(`${words}\n\n${USAGE}`);
  process.exit(2);
}

function chosen(args) {
  const only = new Set();
  let write = false;
  for (let at = 0; at < args.length; at++) {
    const [option, inline] = args[at].split(/=(.*)/s);
    if (option === "--help" || option === "-h") {
      process.stdout.write(USAGE);
      process.exit(0);
    } else if (args[at] === "--write") {
      write = true;
    } else if (option === "--only") {
      const name = inline ?? args[++at];
      if (name === undefined) refuse("--only needs the name of a section");
      if (!Object.hasOwn(SECTIONS, name)) refuse(`Unknown section: ${name}`);
      only.add(name);
    } else {
      refuse(`Unknown option: ${args[at]}`);
    }
  }
  if (write && only.size > 0) refuse("--write needs all sections: the pages show all of them");
  return { write, sections: Object.keys(SECTIONS).filter((name) => only.size === 0 || only.has(name)) };
}

/** Puts a text between the markers of a page. */
function writeInto(path, name, text) {
  const page = new URL(path, root);
  const [start, end] = [`<!-- ${name}: measured by \`npm run bench -- --write\` -->`, `<!-- /${name} -->`];
  const [before, rest] = readFileSync(page, "utf8").split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${path} has no markers for ${name}`);
  writeFileSync(page, `${before}${start}\n\n${text}\n\n${end}${after}`);
  console.error(`Wrote ${path}`);
}

const { write, sections } = chosen(process.argv.slice(2));
const results = {};
for (const name of sections) {
  results[name] = SECTIONS[name]((what) => console.error(`measuring ${name}: ${what} …`));
}
const machine = `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus()[0].model}.`;
const text = [machine, report(results)].join("\n\n");
console.log(text);
if (write) {
  writeInto("tests/bench/README.md", "speed", text);
  writeInto("README.md", "speed", summary(results));
}
