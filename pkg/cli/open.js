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

/**
 * The functions of an engine over these catalogs; without any there is no `catalog`, which would cost time. Of the two
 * modules only the one named full redacts.
 */
export async function openLens({ catalogs, options }, module = "hooklens") {
  const lens = catalogs.length === 0 ? createEngine(instances(module)) : await loadedLens(catalogs);
  if (options.event !== undefined) {
    const { noteUnlessKnown } = await import("./find-event.js");
    noteUnlessKnown(lens.catalog ?? (await import("../event-types.js")).catalog, options.event);
  }
  return lens;
}

async function loadedLens(catalogs) {
  const { sourcesOf } = await import("./catalogs.js");
  return lensOf(await sourcesOf(catalogs));
}

/** What looks at the lines of archives over these catalogs. */
export async function openLines({ catalogs }) {
  const { createLines } = await import("../lines.js");
  if (catalogs.length === 0) return createLines(instances("hooklens"));
  const { catalogOptions } = await import("../catalog-options.js");
  const { loadCatalog } = await import("../loader.js");
  const { sourcesOf } = await import("./catalogs.js");
  const load = (options) => loadCatalog(instances("full"), catalogOptions(options));
  const loaded = await loading(await sourcesOf(catalogs), load);
  return createLines(loaded.instantiate, loaded);
}

/** A lens over these sources. */
export async function lensOf(sources) {
  const { lensMaker } = await import("../lens.js");
  return loading(sources, lensMaker(instances("full")));
}

/** Loads these sources. Of what is said twice the last counts; that is looked for where they cannot be loaded. */
async function loading(sources, load) {
  const make = ({ sources, builtIn }) =>
    load({ catalogs: sources.map(({ file: _, ...source }) => source), builtIn });
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
