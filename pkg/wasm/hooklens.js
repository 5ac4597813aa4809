/** A new instance of the module: what it exports, and its memory. */
export function instantiate(module) {
    /**
     * Takes what was written as a document that is to be loaded: so many bytes of text, then the source's name, then
     * the types of its events with a zero byte between.
     * @param {number} document
     * @param {number} name
     * @param {number} events
     * @param {number} flags
     */
    function add_source(document, name, events, flags) {
        wasm.add_source(document, name, events, flags);
    }

    /**
     * The verdict on the body of so many bytes that was written: the row of its event type, with [`LISTED`]
     * where it stands in an array. For several events [`SEVERAL`], and their rows are at [`rows`]. `u32::MAX`
     * where there is more to say: see [`report`].
     *
     * A hint of so many bytes stands behind the body; of no bytes it is none. It may decide, or only narrows.
     * @param {number} length
     * @param {number} max_bytes
     * @param {number} max_depth
     * @param {boolean} wtf8
     * @param {number} hint_length
     * @param {boolean} hint_decides
     * @returns {number}
     */
    function check(length, max_bytes, max_depth, wtf8, hint_length, hint_decides) {
        const ret = wasm.check(length, max_bytes, max_depth, wtf8, hint_length, hint_decides);
        return ret >>> 0;
    }

    /**
     * Checks the bodies in the lines of a text that was written, from a place in it to its end, until one has more to be
     * said of it: a problem, several events, or with [`EVERY`] anything. What came of the others is counted. Where in memory the numbers are, see [`TOLD`]: the body that ended it has no length where none did,
     * and is else the one that `report` is about.
     *
     * A hint of so many bytes stands behind the text. It may decide, or only narrows.
     * @param {number} from
     * @param {number} to
     * @param {number} max_bytes
     * @param {number} max_depth
     * @param {number} hint_length
     * @param {boolean} hint_decides
     * @param {number} flags
     * @returns {number}
     */
    function check_lines(from, to, max_bytes, max_depth, hint_length, hint_decides, flags) {
        const ret = wasm.check_lines(from, to, max_bytes, max_depth, hint_length, hint_decides, flags);
        return ret >>> 0;
    }

    /**
     * Writes zeros where memory is free, so that a copy of it need not have what loading left there.
     */
    function clear_free_memory() {
        wasm.clear_free_memory();
    }

    /**
     * What the numbers of verdicts and reports stand for, see [`facts::write`]; where in memory it is.
     * @returns {number}
     */
    function facts() {
        const ret = wasm.facts();
        return ret >>> 0;
    }

    /**
     * Makes the catalog of the documents that were added, with the built-in providers or without. 0: from now on it is
     * the catalog of this instance. Else where in memory a report with everything that is wrong with the documents is;
     * the index of the document of each problem is at [`rows`].
     *
     * A catalog lives as long as the instance: its memory is never given back.
     * @param {boolean} built_in
     * @returns {number}
     */
    function load_catalog(built_in) {
        const ret = wasm.load_catalog(built_in);
        return ret >>> 0;
    }

    /**
     * The CloudEvents of the body that was checked last, as a JSON array; where in memory it is, and 0 where
     * the body is not valid, or no event.
     * @returns {number}
     */
    function normalized() {
        const ret = wasm.normalized();
        return ret >>> 0;
    }

    /**
     * Where the parts of the CloudEvents of the body that was checked last came from; where in memory that is, see
     * [`ReportWriter`], and 0 where the body is not valid, or no event.
     * @returns {number}
     */
    function provenance() {
        const ret = wasm.provenance();
        return ret >>> 0;
    }

    /**
     * Replaces what is personal in the text of so many bytes that was written. A hint of so many bytes stands behind it,
     * and behind that a key.
     * @param {number} length
     * @param {number} hint_length
     * @param {number} key_length
     */
    function redact_body(length, hint_length, key_length) {
        wasm.redact_body(length, hint_length, key_length);
    }

    /**
     * The report on the body that was checked last; where in memory it is, see [`ReportWriter`].
     * @returns {number}
     */
    function report() {
        const ret = wasm.report();
        return ret >>> 0;
    }

    /**
     * Makes room for a body of so many bytes; where in memory it is to be written.
     * @param {number} bytes
     * @returns {number}
     */
    function reserve(bytes) {
        const ret = wasm.reserve(bytes);
        return ret >>> 0;
    }

    /**
     * Where in memory the rows of several events are: their count, then a number each.
     * @returns {number}
     */
    function rows() {
        const ret = wasm.rows();
        return ret >>> 0;
    }

    /**
     * The report on a body that was not read because of its size; where in memory it is.
     * @param {number} max_bytes
     * @returns {number}
     */
    function too_large(max_bytes) {
        const ret = wasm.too_large(max_bytes);
        return ret >>> 0;
    }

    /**
     * The names of formats in the loaded documents that are not known.
     * @returns {any}
     */
    function unknown_formats() {
        const ret = wasm.unknown_formats();
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }

    /**
     * The events inside of the body of so many bytes that was written, behind which a hint stands that narrows; where in
     * memory they are, see [`ReportWriter`].
     * @param {number} length
     * @param {number} max_bytes
     * @param {number} max_depth
     * @param {boolean} wtf8
     * @param {number} hint_length
     * @returns {number}
     */
    function unwrapped(length, max_bytes, max_depth, wtf8, hint_length) {
        const ret = wasm.unwrapped(length, max_bytes, max_depth, wtf8, hint_length);
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
            __wbg_new_d31bc3265033a5d2: function() { return handleError(function (arg0, arg1, arg2, arg3) {
                const ret = new RegExp(getStringFromWasm0(arg0, arg1), getStringFromWasm0(arg2, arg3));
                return ret;
            }, arguments); },
            __wbg_set_d2d33b52458e984a: function(arg0, arg1, arg2) {
                arg0[arg1 >>> 0] = arg2;
            },
            __wbg_test_a702a948fba66c8e: function(arg0, arg1, arg2) {
                const ret = arg0.test(getStringFromWasm0(arg1, arg2));
                return ret;
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

    function addToExternrefTable0(obj) {
        const idx = wasm.__externref_table_alloc();
        wasm.__wbindgen_externrefs.set(idx, obj);
        return idx;
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

    function handleError(f, args) {
        try {
            return f.apply(this, args);
        } catch (e) {
            const idx = addToExternrefTable0(e);
            wasm.__wbindgen_exn_store(idx);
        }
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

    const wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
    wasm.__wbindgen_start();
    return { memory: wasm.memory, add_source, check, check_lines, clear_free_memory, facts, load_catalog, normalized, provenance, redact_body, report, reserve, rows, too_large, unknown_formats, unwrapped };
}
