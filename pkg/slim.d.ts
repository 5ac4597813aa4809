/**
 * HookLens without the module inlined: for those who load `hooklens/hooklens.wasm` themselves.
 *
 * @packageDocumentation
 */
export * from "./index.js";

/** A compiled module, its bytes, or the answer to a request for them. */
export type ModuleSource = object;

/**
 * Loads the module; to be awaited once before any other function is called. It may be called again: the
 * first source counts, unless loading it failed.
 *
 * @param source A `WebAssembly.Module`, its bytes, or a `Response` with them, or a promise of one. Without it
 * the module is looked for beside this file, which bundlers that know `new URL(…, import.meta.url)` arrange.
 *
 * @example
 * ```js
 * import { init, validate } from "hooklens/slim";
 * await init(fetch("/assets/hooklens.wasm"));
 * validate(body).status;
 * ```
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
