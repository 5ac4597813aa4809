import { engineLoaded } from "./engine.js";

/**
 * Everything known about the event types: descriptions, examples, schemas. No verdict needs those of the built-in ones,
 * so they load after the page, or earlier if they are asked for.
 */
let builtIn = null;
let own = [];
let entries = null;
let loading = null;
let arrived;

/** Fulfilled once they are loaded, whoever wanted them. */
export const wholeCatalogArrived = new Promise((resolve) => (arrived = resolve));

/** By id, once they are loaded; null before. */
export const wholeCatalog = () => entries;

/** Takes the entries of the user's own events, which stand first. */
export function setOwnEntries(all) {
  own = all;
  if (builtIn) join();
}

/** By id. If loading failed, the next call tries again. */
export async function loadWholeCatalog() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  await loading;
  return entries;
}

async function load() {
  const { whole } = await engineLoaded;
  builtIn = await whole().catch(() => {
    throw new Error("The catalog could not be loaded. Check your network connection.");
  });
  join();
  arrived();
}

const join = () => (entries = new Map([...own, ...builtIn].map((entry) => [entry.id, entry])));

/** Loads them once the browser has nothing else to do; Safari does not say when. */
export function prepareWholeCatalog() {
  const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 500));
  idle(() => loadWholeCatalog().catch(() => {}));
}

/** The example of an entry, as a body. */
export const exampleText = ({ example, isOwn }) =>
  typeof example === "string" && !isOwn ? example : JSON.stringify(example, null, 2);
