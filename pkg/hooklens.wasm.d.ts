/** The compiled module, on platforms that import one as such, like Workers; elsewhere use the file's URL. */
declare const module: WebAssembly.Module;
export default module;
