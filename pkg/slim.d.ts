/**
 * HookLens without the inlined modules, for loading `hooklens/hooklens.wasm` and `hooklens/full.wasm` yourself.
 *
 * @packageDocumentation
 */
export * from "./index.js";

/** A compiled module, its bytes, a `Response` with them, or their URL. */
export type ModuleSource = object | string;

/**
 * Loads the module. Await it once before you call any other function but `createHookLens`. Further calls do nothing, unless loading
 * has failed.
 *
 * @param source A `WebAssembly.Module`, its bytes, a `Response`, a URL, or a promise of one of these. By default the
 * module is loaded from beside this file; bundlers that support `new URL(…, import.meta.url)` put it there.
 *
 * @example
 * ```js
 * import { init, validate } from "hooklens/slim";
 * await init("/assets/hooklens.wasm");
 * validate(body).status;
 * ```
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/**
 * Loads the module that loads catalog documents, which is nearly twice as large. Await it once before you call
 * `createHookLens`. Further calls do nothing, unless loading has failed.
 *
 * @param source As for {@link init}; by default `hooklens/full.wasm` from beside this file. It does all that the other
 * module does: one `WebAssembly.Module` of it can be given to both.
 *
 * @example
 * ```js
 * import { createHookLens, initFull } from "hooklens/slim";
 * await initFull("/assets/full.wasm");
 * createHookLens({ catalogs: [{ name: "github", document }] }).validate(body).status;
 * ```
 */
export function initFull(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
