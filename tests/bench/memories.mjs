/** The memories of every module that is made from here on: to be imported before `hooklens` is. */
export const memories = new Set();

const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    memories.add(new WeakRef(this.exports.memory));
  }
};
