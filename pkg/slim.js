// For those who load the modules themselves: nothing is inlined, and `init` comes first.
import { instantiate } from "./wasm/hooklens.js";
import { createEngine, functionOf } from "./engine.js";
import { lensMaker } from "./lens.js";

const main = /* @__PURE__ */ loadable(
  "call `await init()` once before anything else",
  () => new URL("./wasm/hooklens_bg.wasm", import.meta.url),
);
const full = /* @__PURE__ */ loadable(
  "call `await initFull()` once before createHookLens, redact or provenance",
  () => new URL("./wasm/full_bg.wasm", import.meta.url),
);

const engine = /* @__PURE__ */ createEngine(main.instance);
const wholeEngine = /* @__PURE__ */ createEngine(full.instance);

export const validate = /* @__PURE__ */ functionOf(engine, "validate");
export const parse = /* @__PURE__ */ functionOf(engine, "parse");
export const normalize = /* @__PURE__ */ functionOf(engine, "normalize");
export const unwrap = /* @__PURE__ */ functionOf(engine, "unwrap");
export const redact = /* @__PURE__ */ functionOf(wholeEngine, "redact");
export const provenance = /* @__PURE__ */ functionOf(wholeEngine, "provenance");
export const createHookLens = /* @__PURE__ */ lensMaker(full.instance);
export const init = main.init;
export const initFull = full.init;
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";

/** A module that is loaded by a call of `init`, once: further calls wait for the first, unless that failed. */
function loadable(advice, url) {
  let module;
  let pending;

  async function load(source) {
    module = await compiled((await source) ?? (await fetched(url())));
  }

  return {
    init(source) {
      pending ??= load(source).catch((error) => {
        pending = undefined;
        throw error;
      });
      return pending;
    },
    instance() {
      if (module !== undefined) return instantiate(module);
      throw new Error(`hooklens/slim is not initialized: ${advice}`);
    },
  };
}

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string") return compiled(await fetch(source));
  if (source instanceof URL) return compiled(await fetched(source));
  if (typeof Response !== "function" || !(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok)
    throw new Error(`the module could not be fetched: ${source.status} ${source.statusText}, ${source.url}`);
  const streams = source.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
}

function fetched(url) {
  // Node fetches no files, and an `import` of its modules would break bundles for browsers.
  const files = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  return files ? files.readFile(url) : fetch(url);
}
