// Cloudflare Workers, where a module is compiled when the Worker is deployed, and only then.
import module from "./wasm/hooklens_bg.wasm";
import loader from "./wasm/loader_bg.wasm";
import { instantiate } from "./wasm/hooklens.js";
import { createEngine, functionOf } from "./engine.js";
import { lensMaker } from "./lens.js";

const engine = /* @__PURE__ */ createEngine(() => instantiate(module));

export const validate = /* @__PURE__ */ functionOf(engine, "validate");
export const parse = /* @__PURE__ */ functionOf(engine, "parse");
export const normalize = /* @__PURE__ */ functionOf(engine, "normalize");
export const unwrap = /* @__PURE__ */ functionOf(engine, "unwrap");
export const createHookLens = /* @__PURE__ */ lensMaker(() => instantiate(loader));
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";
