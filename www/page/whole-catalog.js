import { engineLoaded } from "./engine.js";

/**
 * Everything known about the event types: descriptions, examples, schemas. No verdict needs them, so they load
 * after the page, or earlier if they are asked for.
 */
let entries = null;
let loading = null;
let arrived;

/** Fulfilled once they are loaded, whoever wanted them. */
export const wholeCatalogArrived = new Promise((resolve) => (arrived = resolve));

/** By id, once they are loaded; null before. */
export const wholeCatalog = () => entries;

/** By id. If loading failed, the next call tries again. */
export function loadWholeCatalog() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  const { whole } = await engineLoaded;
  const catalog = await whole().catch(() => {
    throw new Error("The catalog could not be loaded. Check your network connection.");
  });
  entries = new Map(catalog.map((entry) => [entry.id, entry]));
  arrived();
  return entries;
}

/** Loads them once the browser has nothing else to do; Safari does not say when. */
export function prepareWholeCatalog() {
  const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 500));
  idle(() => loadWholeCatalog().catch(() => {}));
}
