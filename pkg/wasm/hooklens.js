/**
 * The verdict on the body of so many bytes that was written: the row of its event type, plus 256
 * where it stands in an array; plus 512 and 1024 for each event where there are several, whose rows
 * are at [`rows`]. `u32::MAX` where there is more to say: see [`report`].
 * @param {number} length
 * @param {number} max_bytes
 * @param {number} max_depth
 * @param {boolean} wtf8
 * @returns {number}
 */
export function check(length, max_bytes, max_depth, wtf8) {
    const ret = wasm.check(length, max_bytes, max_depth, wtf8);
    return ret >>> 0;
}

/**
 * What the numbers of verdicts and reports stand for, as lists of texts: codes, severities and statuses;
 * then every row of the catalog: provider, type and title; the field that its events stand in and the field
 * of an event that is its payload, or nothing; and the fields around. One type, for each is compiled anew.
 * @returns {any}
 */
export function facts() {
    const ret = wasm.facts();
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

/**
 * The CloudEvents of the body that was checked last, as a JSON array; where in memory it is, and 0 where
 * the body is not valid, or no event.
 * @returns {number}
 */
export function normalized() {
    const ret = wasm.normalized();
    return ret >>> 0;
}

/**
 * The report on the body that was checked last; where in memory it is, see [`Said`].
 * @returns {number}
 */
export function report() {
    const ret = wasm.report();
    return ret >>> 0;
}

/**
 * Makes room for a body of so many bytes; where in memory it is to be written.
 * @param {number} bytes
 * @returns {number}
 */
export function reserve(bytes) {
    const ret = wasm.reserve(bytes);
    return ret >>> 0;
}

/**
 * Where in memory the rows of several events are, a byte each.
 * @returns {number}
 */
export function rows() {
    const ret = wasm.rows();
    return ret >>> 0;
}

/**
 * The report on a body that was not read because of its size; where in memory it is.
 * @param {number} max_bytes
 * @returns {number}
 */
export function too_large(max_bytes) {
    const ret = wasm.too_large(max_bytes);
    return ret >>> 0;
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg_new_37eb45aaf5eeb820: function() {
            const ret = new Array();
            return ret;
        },
        __wbg_set_d2d33b52458e984a: function(arg0, arg1, arg2) {
            arg0[arg1 >>> 0] = arg2;
        },
        __wbindgen_generic_0000000000000001: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_init_externref_table: function() {
            const table = wasm.__wbindgen_externrefs;
            table.set(0, undefined);
            table.set(1024, undefined);
            table.set(1025, null);
            table.set(1026, true);
            table.set(1027, false);
        },
    };
    return {
        __proto__: null,
        "./hooklens_bg.js": import0,
    };
}

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function takeFromExternrefTable0(idx) {
    const value = wasm.__wbindgen_externrefs.get(idx);
    wasm.__externref_table_dealloc(idx);
    return value;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
    return cachedTextDecoder.decode(bytes);
}

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

function initSync({ module }) {
    const imports = __wbg_get_imports();
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}
export { initSync };
