// JSON pointers.

/** The keys of a pointer, elements' numbers as texts. */
export const keysOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The value at keys; undefined where there is none. */
export const valueAt = (root, keys) =>
  keys.reduce(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key] : undefined,
    root,
  );

/** Sets a member, whatever its name is. */
export const put = (object, key, value) =>
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
