// wasm-bindgen's glue made a factory, so that several instances live side by side.

/** Where the glue keeps its one instance; all before it belongs to whichever instance there is. */
const KEPT = "\nlet wasmModule, wasmInstance, wasm;";

/** What the rest does with an instance, and all that has to be done. A view of its memory is new in a new closure. */
const STARTED = `
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}
`;

/** How it makes one while somebody waits. */
const MADE = `
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}
`;

const EXPORTED = "\nexport { initSync, __wbg_init as default };\n";

/**
 * The glue with `instantiate(module)` in place of all that it exports: a new instance, what that exports and its
 * memory, everything that the glue keeps inside. wasm-bindgen's own ways to instantiate keep one instance, and one
 * of them holds a URL for which bundlers would ship the module a second time.
 */
export function factoryOf(glue) {
  const [functions, rest] = split(`${glue.trimEnd()}\n`, KEPT);
  for (const known of [STARTED, MADE, EXPORTED]) split(rest, known);

  const names = [];
  const inner = functions.replace(/^export function (\w+)\(/gm, (_, name) => {
    names.push(name);
    return `function ${name}(`;
  });
  if (names.length === 0) throw changed("it exports no function");
  const outer = inner.match(
    /^(?:import|export)\b.*|^.*(?:import\.meta|\b__wbg_init|\bwasm(?:Module|Instance)\b).*/m,
  );
  if (outer) throw changed(`it has ${outer[0].trim()}`);

  return `/** A new instance of the module: what it exports, and its memory. */
export function instantiate(module) {
${inner.trim().replace(/^(?=.)/gm, "    ")}

    const wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
    wasm.__wbindgen_start();
    return { memory: wasm.memory, ${names.join(", ")} };
}
`;
}

/** What is before a text and after it, which stands there once. */
function split(text, at) {
  const parts = text.split(at);
  if (parts.length !== 2) throw changed(`it has ${parts.length - 1} times ${at.trim()}`);
  return parts;
}

function changed(how) {
  return new Error(`wasm-bindgen's glue has changed, and pkg/glue.mjs must follow: ${how}`);
}
