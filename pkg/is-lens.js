const FUNCTIONS = ["validate", "parse", "normalize"];

/** Whether a value is what `createHookLens` gives, as far as handlers and schemas use it. */
export function isLens(value) {
  if (Object(value) !== value) return false;
  return FUNCTIONS.every((name) => typeof value[name] === "function") && Array.isArray(value.catalog);
}
