// Everywhere that a module may be instantiated from bytes: Node, Deno, Bun, browsers, bundles.
import { instantiate } from "./wasm/hooklens.js";
import base64 from "./wasm/inline.js";
import { createEngine } from "./engine.js";
import { lensMaker } from "./lens.js";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

let module;

const instance = () => {
  module ??= new WebAssembly.Module(bytes());
  return instantiate(module);
};

export const { validate, parse, normalize, unwrap } = createEngine(instance);
export const createHookLens = lensMaker(instance);
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";
