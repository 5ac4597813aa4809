/**
 * HookLens without the inlined module, for loading `hooklens/hooklens.wasm` yourself.
 *
 * @packageDocumentation
 */
export * from "./index.js";

/** A compiled module, its bytes, or a `Response` with them. */
export type ModuleSource = object;

/**
 * Loads the module. Await it once before you call any other function. Further calls do nothing, unless loading
 * has failed.
 *
 * @param source A `WebAssembly.Module`, its bytes, a `Response`, or a promise of one of these. By default the
 * module is loaded from beside this file; bundlers that support `new URL(…, import.meta.url)` put it there.
 *
 * @example
 * ```js
 * import { init, validate } from "hooklens/slim";
 * await init(fetch("/assets/hooklens.wasm"));
 * validate(body).status;
 * ```
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
