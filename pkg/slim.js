// For those who load the module themselves: nothing is inlined, and `init` comes first.
import { instantiate } from "./wasm/hooklens.js";
import { createEngine } from "./engine.js";
import { lensMaker } from "./lens.js";

let module;
let pending;

const instance = () => {
  if (module === undefined) {
    throw new Error("hooklens/slim is not initialized: call `await init()` once before anything else");
  }
  return instantiate(module);
};

export const { validate, parse, normalize, unwrap } = createEngine(instance);
export const createHookLens = lensMaker(instance);
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";

/** Compiles and instantiates the module, once: further calls wait for the first, unless that failed. */
export function init(source) {
  pending ??= load(source).catch((error) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

async function load(source) {
  module = await compiled((await source) ?? (await fetched()));
}

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof Response !== "function" || !(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok)
    throw new Error(`hooklens_bg.wasm could not be fetched: ${source.status} ${source.statusText}`);
  const streams = source.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

function fetched() {
  const url = new URL("./wasm/hooklens_bg.wasm", import.meta.url);
  // Node fetches no files, and an `import` of its modules would break bundles for browsers.
  const files = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  return files ? files.readFile(url) : fetch(url);
}
