#!/usr/bin/env node
// Builds the page into www/dist: static files that any host can serve from any path.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build as esbuild } from "esbuild";
import { headerPolicy, metaPolicy } from "./csp.mjs";
import { templates } from "./templates.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const { version } = JSON.parse(await readFile(join(here, "..", "pkg", "package.json"), "utf8"));
export const dist = join(here, "dist");

/** What the first load may transfer, gzipped, all files together. */
export const BUDGET = 280_000;

// The pictures are fetched when the page is installed as an application, not when it is opened.
const NOT_FIRST = /\.png$|^_headers$/;

const hash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** The packages that are in the page, by name. */
const packages = new Set();

async function bundle(entry, options = {}) {
  const result = await esbuild({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    conditions: ["browser"],
    outdir: "dist",
    logLevel: "warning",
    metafile: true,
    plugins: [templates],
    ...options,
  });
  for (const path of Object.keys(result.metafile.inputs)) {
    const [, name] = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
    if (name) packages.add(name);
  }
  const isLater = afterwards(result.metafile.outputs, `dist/${basename(entry)}`);
  return result.outputFiles.map(({ path, contents }) => {
    const name = path.slice(dist.length + 1);
    return { name, contents, later: isLater(`dist/${name}`) };
  });
}

/** The licenses of what is in the page, which is to be given with it. */
async function licenses() {
  const texts = [...packages].sort().map(async (name) => {
    const folder = join(here, "..", "node_modules", name);
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((each) => /^licen[sc]e/i.test(each));
    return `${name} ${version}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}

/** Tells what only an `import()` asks for. */
function afterwards(outputs, entry) {
  const first = new Set();
  const visit = (path) => {
    if (first.has(path) || !outputs[path]) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind !== "dynamic-import") visit(next);
  };
  visit(entry);
  return (path) => !first.has(path);
}

/** Builds the page; returns its files with their sizes. */
export async function build({ out = dist } = {}) {
  const files = new Map();
  const add = (name, contents) => files.set(name, Buffer.from(contents));
  const hashed = ({ name, contents }) => {
    const [, stem, extension] = name.match(/^(?:.*\/)?([^/]+?)(\.\w+)$/);
    const named = `${stem}-${hash(contents)}${extension}`;
    add(named, contents);
    return named;
  };

  // Its parts have their hashes already; the entry's name is given to main.js.
  const ENTRY = "hooklens.js";
  const engine = await bundle(`page/${ENTRY}`, {
    loader: { ".wasm": "file" },
    assetNames: "[name]-[hash]",
    splitting: true,
    chunkNames: "[name]-[hash]",
  });
  for (const { name, contents } of engine) if (name !== ENTRY) add(name, contents);
  const hooklens = hashed(engine.find(({ name }) => name === ENTRY));
  const later = new Set(engine.filter((file) => file.later).map(({ name }) => name));
  const preloads = [...files.keys()].filter((name) => !later.has(name));
  const [yaml] = await bundle("page/yaml-worker.js", { format: "iife" });
  const yamlFile = hashed(yaml);
  later.add(yamlFile);
  const [laterStyle] = await bundle("style/later.css", { target: undefined });
  const laterStyleFile = hashed(laterStyle);
  later.add(laterStyleFile);
  const page = await bundle("page/main.js", {
    splitting: true,
    chunkNames: "[name]-[hash]",
    define: {
      HOOKLENS_FILE: JSON.stringify(`./${hooklens}`),
      YAML_FILE: JSON.stringify(`./${yamlFile}`),
      LATER_STYLE_FILE: JSON.stringify(`./${laterStyleFile}`),
      VERSION: JSON.stringify(version),
    },
  });
  const main = page.find(({ name }) => name === "main.js");
  for (const { name, contents, later: isLater } of page) {
    if (name === "main.js") continue;
    add(name, contents);
    if (isLater) later.add(name);
    else preloads.push(name);
  }
  const wasm = preloads.find((name) => name.endsWith(".wasm"));
  const [boot] = await bundle("page/boot.js", {
    format: "iife",
    define: { WASM_FILE: JSON.stringify(`./${wasm}`) },
  });
  const [style] = await bundle("style/style.css", { target: undefined });
  const icon = hashed({ name: "icon.svg", contents: await readFile(join(here, "icons", "icon.svg")) });
  const html = (await readFile(join(here, "index.html"), "utf8"))
    .replace("%CSP%", metaPolicy)
    .replace("%STYLE%", hashed(style))
    .replace("%BOOT%", hashed(boot))
    .replace("%MAIN%", hashed(main))
    .replace("%ICON%", icon)
    .replace(
      "%PRELOAD%",
      preloads
        .filter((name) => name !== wasm)
        .map(preload)
        .join("\n    "),
    )
    // No text of the page has lines of its own.
    .replace(/\n\s+/g, "\n");
  add("index.html", html);
  for (const name of await readdir(join(here, "icons")))
    if (name.endsWith(".png")) add(name, await readFile(join(here, "icons", name)));
  add(
    "manifest.webmanifest",
    (await readFile(join(here, "manifest.webmanifest"), "utf8")).replace("%ICON%", icon),
  );
  add("_headers", `/*\n  Content-Security-Policy: ${headerPolicy}\n  X-Content-Type-Options: nosniff\n`);

  add("licenses.txt", await licenses());
  later.add("licenses.txt");

  const own = [...files.keys()].filter((name) => name !== "index.html" && !NOT_FIRST.test(name));
  const revision = hash([...files].map(([name, contents]) => `${name} ${hash(contents)}`).join("\n"));
  const [sw] = await bundle("page/sw.js", {
    format: "iife",
    define: {
      REVISION: JSON.stringify(revision),
      FILES: JSON.stringify(["./", ...own.map((name) => `./${name}`)]),
    },
  });
  add("sw.js", sw.contents);

  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const [name, contents] of files) await writeFile(join(out, name), contents);
  return [...files].map(([name, contents]) => ({
    name,
    bytes: contents.length,
    gzipped: gzipSync(contents, { level: 9 }).length,
    first: !NOT_FIRST.test(name) && !later.has(name),
  }));
}

const preload = (name) => `<link rel="modulepreload" href="${name}" />`;

export const firstLoad = (files) =>
  files.filter(({ first }) => first).reduce((total, { gzipped }) => total + gzipped, 0);

export function sizes(files) {
  const row = ({ name, gzipped, first }) =>
    `${String(gzipped).padStart(8)}  ${name}${first ? "" : "  (not in the first load)"}`;
  const total = firstLoad(files);
  return [
    "gzipped bytes",
    ...files.toSorted((a, b) => b.gzipped - a.gzipped).map(row),
    `${String(total).padStart(8)}  first load, of at most ${BUDGET}`,
  ].join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = await build();
  console.log(sizes(files));
  if (firstLoad(files) > BUDGET) {
    console.error("The first load is over its budget.");
    process.exitCode = 1;
  }
}
