/** The compiled module, where an import of one gives that, as in Workers; elsewhere it is the file's address that is of use. */
declare const module: WebAssembly.Module;
export default module;
