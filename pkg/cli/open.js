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
export function settingsOf({ catalog = [], event, "max-bytes": maxBytes, "max-depth": maxDepth, ...values }) {
  const given = (options) =>
    Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const how = given({
    formats: values["assert-formats"] && "assert",
    patterns: values["host-patterns"] && "host",
  });
  return {
    catalogs: catalog.map((file) => ({ file, ...how })),
    options: given({ event, maxBytes, maxDepth }),
  };
}

/** The most bytes of a body. */
export const maxBytesOf = ({ options }) => options.maxBytes ?? 16 * 1024 * 1024;

/** `validate`, `parse` and `normalize` over these catalogs; without any there is no `catalog`, which would cost time. */
export async function openLens({ catalogs }) {
  if (catalogs.length === 0) return createEngine(instances("hooklens"));
  const { sourcesOf } = await import("./catalogs.js");
  return lensOf(await sourcesOf(catalogs));
}

/** A lens over these sources. Of what is said twice the last counts; that is looked for where a lens cannot be made. */
export async function lensOf(sources) {
  const { lensMaker } = await import("../lens.js");
  const make = ({ sources, builtIn }) => {
    const catalogs = sources.map(({ file: _, ...source }) => source);
    return lensMaker(instances("loader"))({ catalogs, builtIn });
  };
  try {
    return make({ sources, builtIn: true });
  } catch (error) {
    if (error.name !== "CatalogError") throw error;
    const { lastSaid } = await import("./precedence.js");
    const last = lastSaid(sources);
    if (last === undefined) throw refusalOf(error, sources);
    try {
      return make(last);
    } catch (error) {
      throw error.name === "CatalogError" ? refusalOf(error, last.sources) : error;
    }
  }
}

function refusalOf({ problems }, sources) {
  const [{ source, span, pointer, message, hint }] = problems;
  const place = span === null ? pointer && ` at ${pointer}` : `:${span.line}:${span.column}`;
  const more = problems.length - 1;
  const rest = more === 0 ? "" : ` (and ${more} more ${more === 1 ? "problem" : "problems"})`;
  return new Refusal(`--catalog ${sources[source].file}${place}: ${message}${rest}`, hint);
}
