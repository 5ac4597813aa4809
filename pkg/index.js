// Everywhere that a module may be instantiated from bytes: Node, Deno, Bun, browsers, bundles.
import { initSync } from "./wasm/hooklens.js";
import base64 from "./wasm/inline.js";
import { bind } from "./core.js";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

let module;

export const { validate, parse, normalize } = bind(() => {
  module ??= new WebAssembly.Module(bytes());
  return initSync({ module });
});
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
