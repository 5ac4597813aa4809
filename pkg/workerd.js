// Cloudflare Workers, where a module is compiled when the Worker is deployed, and only then.
import module from "./wasm/hooklens_bg.wasm";
import { initSync } from "./wasm/hooklens.js";
import { bind } from "./core.js";

export const { validate, parse, normalize } = bind(() => initSync({ module }));
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
