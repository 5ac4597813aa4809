// JSON pointers.
import { unescaped } from "../json-pointer.js";

/** The keys of a pointer, elements' numbers as texts. */
export const keysOf = (pointer) => pointer.split("/").slice(1).map(unescaped);

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
