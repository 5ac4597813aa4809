/* global HOOKLENS_FILE -- the name of hooklens.js in the built page */

/** The package and what the page does with it. It loads in parallel with the editor. */
export const engineLoaded = import(new URL(HOOKLENS_FILE, import.meta.url).href).catch(() => {
  throw new Error("HookLens cannot run in this browser: it needs WebAssembly.");
});
