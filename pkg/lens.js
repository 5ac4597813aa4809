// `createHookLens`: an engine with a catalog of its own.
import { catalogOptions } from "./catalog-options.js";
import { createEngine } from "./engine.js";
import { loadCatalog } from "./loader.js";

/** `createHookLens`; `instantiate` gives the exports of a new instance of the module. */
export function lensMaker(instantiate) {
  return function createHookLens(options) {
    const loaded = loadCatalog(instantiate, catalogOptions(options));
    return Object.freeze({
      ...createEngine(loaded.instantiate, loaded),
      catalog: entriesOf(loaded.facts.rows),
      unknownFormats: Object.freeze(loaded.unknownFormats),
    });
  };
}

/** The event types of rows, each once: it may come in several envelopes. */
function entriesOf(rows) {
  const entries = new Map();
  for (const { id, provider, type, title, isEvent, providerTitle, envelopeTitle } of rows) {
    if (entries.has(id)) continue;
    const entry = { id, provider, type, title, event: isEvent, providerTitle, envelopeTitle };
    entries.set(id, Object.freeze(entry));
  }
  return Object.freeze([...entries.values()]);
}
