// Cloudflare Workers, where a module is compiled when the Worker is deployed, and only then.
import module from "./wasm/hooklens_bg.wasm";
import { instantiate } from "./wasm/hooklens.js";
import { createEngine } from "./engine.js";

export const { validate, parse, normalize } = createEngine(() => instantiate(module));
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
