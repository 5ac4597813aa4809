// Everywhere that a module may be instantiated from bytes: Node, Deno, Bun, browsers, bundles. What is not used is left
// out of a bundle, and so is the module that only it needs.
import { instantiate } from "./wasm/hooklens.js";
import base64 from "./wasm/inline.js";
import fullBase64 from "./wasm/full_inline.js";
import { createEngine, functionOf } from "./engine.js";
import { lensMaker } from "./lens.js";

/** Makes instances of a module, which is compiled when the first is asked for. */
function instances(text) {
  let module;
  return () => {
    module ??= new WebAssembly.Module(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
    return instantiate(module);
  };
}

const engine = /* @__PURE__ */ createEngine(/* @__PURE__ */ instances(base64));

/** Of the module that does all: it also loads catalogs, redacts, and tells where things came from. */
const whole = /* @__PURE__ */ instances(fullBase64);
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
