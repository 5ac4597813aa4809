// Cloudflare Workers, where a module is compiled when the Worker is deployed, and only then.
import module from "./wasm/hooklens_bg.wasm";
import { instantiate } from "./wasm/hooklens.js";
import { createEngine } from "./engine.js";
import { lensMaker } from "./lens.js";

const instance = () => instantiate(module);

export const { validate, parse, normalize, unwrap } = createEngine(instance);
export const createHookLens = lensMaker(instance);
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";
