// The files that paths lead to, and what is in each.
import { fstatSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { Refusal } from "./options.js";

const KIND = { json: "body", ndjson: "lines", jsonl: "lines", har: "har" };

const NAMED = /\.(json|ndjson|jsonl|har)(\.gz)?$/i;

/** Standard input, as a path. */
export const STDIN = "-";

/** Whether standard input is a terminal, at which somebody would wait for nothing. */
const isTyped = () => fstatSync(0).isCharacterDevice() && process.stdin.isTTY;

/**
 * The files that these paths lead to, each once: `name` is how it is spoken of, `path` where it is (undefined: standard
 * input). In folders, files are taken by how their names end, and whether one is compressed is told by that. `fail` is told of a path that cannot be read.
 */
export function filesOf(paths, { lines = false }, fail) {
  const files = [];
  const seen = new Set();
  const kindOf = (name) => (lines ? "lines" : (KIND[NAMED.exec(name)?.[1].toLowerCase()] ?? "body"));

  function add(path, size) {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    const isCompressed = /\.gz$/i.test(path);
    files.push({ name: path.split("\\").join("/"), path, kind: kindOf(path), size, isCompressed });
  }

  function walk(folder) {
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name } of entries) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = folder.endsWith("/") ? folder + name : `${folder}/${name}`;
      attempt(path, () => {
        // Links to folders may lead round in a circle.
        const entry = lstatSync(path);
        if (entry.isDirectory()) return walk(path);
        if (!NAMED.test(name)) return;
        const file = entry.isSymbolicLink() ? statSync(path) : entry;
        if (file.isFile()) add(path, file.size);
      });
    }
  }

  function attempt(path, act) {
    try {
      act();
    } catch (error) {
      if (error.code === undefined) throw error;
      fail(error.path === undefined ? Object.assign(error, { path }) : error);
    }
  }

  for (const path of paths) {
    if (path === STDIN) {
      if (isTyped()) process.stderr.write("reading standard input; Ctrl+D ends it\n");
      if (!seen.has(STDIN)) files.push({ name: "stdin", kind: lines ? "lines" : "body" });
      seen.add(STDIN);
      continue;
    }
    attempt(path, () => {
      const entry = statSync(path);
      if (!entry.isDirectory()) return add(path, entry.isFile() ? entry.size : undefined);
      const before = files.length;
      walk(path.length > 1 ? path.replace(/[\\/]+$/, "") : path);
      if (files.length === before)
        fail(Object.assign(new Refusal("there is no file in it to read"), { path }));
    });
  }
  return files;
}
