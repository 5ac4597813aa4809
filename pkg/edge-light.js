// Vercel's and Next's edge runtime, whose bundlers compile a module that is imported with `?module`.
import module from "./wasm/hooklens_bg.wasm?module";
import { instantiate } from "./wasm/hooklens.js";
import { createEngine } from "./engine.js";
import { lensMaker } from "./lens.js";

const instance = () => instantiate(module);

export const { validate, parse, normalize, unwrap } = createEngine(instance);
export const createHookLens = lensMaker(instance);
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
export { CatalogError } from "./catalog-error.js";
