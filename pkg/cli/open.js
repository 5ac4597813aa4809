// The lens that a command looks through: the module from its own file, with the catalogs that are given.
import { readFileSync } from "node:fs";
import { createEngine } from "../engine.js";
import { instantiate } from "../wasm/hooklens.js";
import { Refusal } from "./options.js";

/** Makes instances of a module: of the one with the loader only where there are catalogs to load. */
function instances(name) {
  const module = new WebAssembly.Module(readFileSync(new URL(`../wasm/${name}_bg.wasm`, import.meta.url)));
  return () => instantiate(module);
}

/** What is to be known, as the options say it; the same for every thread. */
export function settingsOf({ catalog = [], event, "max-bytes": maxBytes, "max-depth": maxDepth }) {
  const limits = Object.fromEntries(
    Object.entries({ event, maxBytes, maxDepth }).filter(([, value]) => value !== undefined),
  );
  return { catalogs: catalog, options: limits };
}

/** The most bytes of a body. */
export const maxBytesOf = ({ options }) => options.maxBytes ?? 16 * 1024 * 1024;

/** `validate`, `parse`, `normalize` and `unwrap` over these catalogs; without any there is no `catalog`, which would cost time. */
export async function openLens({ catalogs }) {
  if (catalogs.length === 0) return createEngine(instances("hooklens"));
  const { lensMaker } = await import("../lens.js");
  const { sourcesOf } = await import("./catalogs.js");
  const sources = await sourcesOf(catalogs);
  try {
    return lensMaker(instances("loader"))({ catalogs: sources.map(({ file: _, ...source }) => source) });
  } catch (error) {
    if (error.name !== "CatalogError") throw error;
    throw refusalOf(error, sources);
  }
}

function refusalOf({ problems }, sources) {
  const [{ source, span, pointer, message, hint }] = problems;
  const place = span === null ? pointer && ` at ${pointer}` : `:${span.line}:${span.column}`;
  const more = problems.length - 1;
  const rest = more === 0 ? "" : ` (and ${more} more ${more === 1 ? "problem" : "problems"})`;
  return new Refusal(`--catalog ${sources[source].file}${place}: ${message}${rest}`, hint);
}
