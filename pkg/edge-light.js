// Vercel's and Next's edge runtime, whose bundlers compile a module that is imported with `?module`.
import module from "./wasm/hooklens_bg.wasm?module";
import { initSync } from "./wasm/hooklens.js";
import { bind } from "./core.js";

export const { validate, parse, normalize } = bind(() => initSync({ module }));
export { catalog } from "./event-types.js";
export { PayloadError } from "./error.js";
