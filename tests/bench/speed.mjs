#!/usr/bin/env node
// How long HookLens takes, side by side in one process with what else a handler could do.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { gzipSync } from "node:zlib";
import { cold } from "./cold.mjs";
import { examples } from "./examples.mjs";
import { large } from "./large.mjs";
import { report } from "./tables.mjs";

const USAGE = `Measures HookLens beside JSON.parse and other validators, in one process. It takes about two minutes.

usage: npm run bench [-- --write | --only <section> ...]

  --write           put the tables into README.md as well
  --only <section>  this section alone; may be given several times:
                      examples  the documents' own bodies, with and without faults
                      large     an envelope of 1,000 events, and bodies of up to 10 MB
                      cold      the first verdict of a fresh process
                      size      the bytes of the WebAssembly module
  --help            this text

The tables go to the standard output, what is being measured to the standard error.
`;

const root = new URL("../../", import.meta.url);

const SECTIONS = { examples, large, cold, size };

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
  if (write && only.size > 0) refuse("--write needs all sections: the README has them all");
  return { write, sections: Object.keys(SECTIONS).filter((name) => only.size === 0 || only.has(name)) };
}

function writeReadme(text) {
  const readme = new URL("README.md", root);
  const [start, end] = ["<!-- speed: measured by `npm run bench -- --write` -->", "<!-- /speed -->"];
  const [before, rest] = readFileSync(readme, "utf8").split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error("README.md has no place for the tables");
  writeFileSync(readme, `${before}${start}\n\n${text}\n\n${end}${after}`);
  console.error("Wrote README.md");
}

const { write, sections } = chosen(process.argv.slice(2));
const results = {};
for (const name of sections) {
  results[name] = SECTIONS[name]((what) => console.error(`measuring ${name}: ${what} …`));
}
const machine = `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus()[0].model}.`;
const text = [machine, report(results)].join("\n\n");
console.log(text);
if (write) writeReadme(text);
