// What the build makes of wasm-bindgen's glue: a factory, or nothing where the glue is not as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { factoryOf } from "../../pkg/glue.mjs";

/** As wasm-bindgen writes it, for a module that exports one function. */
const GLUE = `/**
 * @returns {number}
 */
export function answer() {
    const ret = wasm.answer();
    return ret >>> 0;
}
function __wbg_get_imports() {
    return { "./hooklens_bg.js": {} };
}

let cachedUint8ArrayMemory0 = null;

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

function initSync(module) {
    const imports = __wbg_get_imports();
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}

export { initSync, __wbg_init as default };
`;

test("each call makes an instance with all that the glue keeps", async () => {
  const code = factoryOf(GLUE);
  const { Instance } = WebAssembly;
  let made = 0;
  WebAssembly.Instance = class {
    exports = { memory: {}, number: (made += 1), __wbindgen_start() {}, answer: () => this.exports.number };
  };
  try {
    const { instantiate } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const [one, other] = [instantiate(), instantiate()];
    assert.deepEqual(Object.keys(one), ["memory", "answer"]);
    assert.deepEqual([one.answer(), other.answer(), one.answer()], [1, 2, 1]);
  } finally {
    WebAssembly.Instance = Instance;
  }
});

test("glue that has changed is refused, whatever has", () => {
  for (const [from, to] of [
    ["let wasmModule, wasmInstance, wasm;", "let wasmModule, wasm;"],
    [
      "let wasmModule, wasmInstance, wasm;",
      "let wasmModule, wasmInstance, wasm;\nlet wasmModule, wasmInstance, wasm;",
    ],
    ["    wasm = instance.exports;\n", "    wasm = instance.exports;\n    wasm.more();\n"],
    ["    wasm.__wbindgen_start();\n", ""],
    ["    cachedUint8ArrayMemory0 = null;\n    wasm", "    cachedDataViewMemory0 = null;\n    wasm"],
    ["new WebAssembly.Instance(module, imports)", "await WebAssembly.instantiate(module, imports)"],
    ["export { initSync, __wbg_init as default };", "export default initSync;"],
    ["export function answer", "function answer"],
    ["/**", 'import * as more from "./more.js";\n/**'],
    ["/**", "export const more = 5;\n/**"],
    ["return ret >>> 0;", "return wasmInstance;"],
    ["return ret >>> 0;", 'return new URL("a", import.meta.url);'],
  ]) {
    const changed = GLUE.replace(from, to);
    assert.notEqual(changed, GLUE);
    assert.throws(() => factoryOf(changed), /glue has changed/, to);
  }
});
