// Vercel's and Next's edge runtime, whose bundlers compile a module that is imported with `?module`.
import module from "./wasm/hooklens_bg.wasm?module";
import { instantiate } from "./wasm/hooklens.js";
import { createEngine } from "./engine.js";

export const { validate, parse, normalize } = createEngine(() => instantiate(module));
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
