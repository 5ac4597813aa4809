// Vercel's and Next's edge runtime, whose bundlers compile a module that is imported with `?module`.
import module from "./wasm/hooklens_bg.wasm?module";
import loader from "./wasm/loader_bg.wasm?module";
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
