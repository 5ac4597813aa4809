import { childPointer } from "./text.js";

/**
 * Where everything is in `JSON.stringify(value, null, 2)`, by its pointer: a value is between `from` and `to`, and
 * `start` is where its name begins if it has one.
 */
export function placesOf(value) {
  const places = new Map();
  let at = 0;
  function visit(value, pointer, depth, start) {
    const from = at;
    const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
    if (inner.length === 0) at += JSON.stringify(value).length;
    else {
      const margin = 2 * depth;
      for (const [key, each] of inner) {
        // The bracket or the comma, and the line's end.
        at += 2 + margin + 2;
        const name = at;
        if (!Array.isArray(value)) at += JSON.stringify(key).length + 2;
        visit(each, childPointer(pointer, key), depth + 1, name);
      }
      at += 1 + margin + 1;
    }
    places.set(pointer, { start, from, to: at });
  }
  visit(value, "", 0, 0);
  return places;
}
