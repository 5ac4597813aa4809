// Cloudflare Workers, where a module is compiled when the Worker is deployed, and only then.
import module from "./wasm/hooklens_bg.wasm";
import full from "./wasm/full_bg.wasm";
import { instantiate } from "./wasm/hooklens.js";
import { createEngine, functionOf } from "./engine.js";
import { lensMaker } from "./lens.js";

const engine = /* @__PURE__ */ createEngine(() => instantiate(module));

/** Of the module that does all: it also loads catalogs, redacts, and tells where things came from. */
const whole = () => instantiate(full);
const wholeEngine = /* @__PURE__ */ createEngine(whole);

export const validate = /* @__PURE__ */ functionOf(engine, "validate");
export const parse = /* @__PURE__ */ functionOf(engine, "parse");
export const normalize = /* @__PURE__ */ functionOf(engine, "normalize");
export const unwrap = /* @__PURE__ */ functionOf(engine, "unwrap");
export const redact = /* @__PURE__ */ functionOf(wholeEngine, "redact");
export const provenance = /* @__PURE__ */ functionOf(wholeEngine, "provenance");
export const createHookLens = /* @__PURE__ */ lensMaker(whole);
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";
