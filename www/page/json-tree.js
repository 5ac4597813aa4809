/** What stands where in a JSON text: its values as they are written, each with its place. */
import { childPointer } from "./text.js";

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"\uFEFF]+/g;

/**
 * The value of a JSON text that is known to be well-formed: `{ kind, from, to }`, with `members` (by key) of an object,
 * `items` of an array, and the `text` of any other. `start` is where its name begins if it has one, else where it begins
 * itself. Of keys that are there twice the last counts, as in `JSON.parse`.
 */
export function jsonTree(text) {
  const root = { kind: "array", items: [] };
  const open = [root];
  let key;
  let start;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === "}" || token === "]") {
      inner.to = index + 1;
      open.pop();
    } else if (inner.kind === "object" && key === undefined && token[0] === '"') {
      key = JSON.parse(token);
      start = index;
    } else if (token !== "," && token !== ":") {
      const node = nodeOf(token, index);
      if (inner.kind === "array") inner.items.push(node);
      else inner.members.set(key, Object.assign(node, { start }));
      key = undefined;
      if (node.kind !== "scalar") open.push(node);
    }
  }
  return root.items[0];
}

function nodeOf(token, from) {
  if (token === "{") return { kind: "object", members: new Map(), start: from, from };
  if (token === "[") return { kind: "array", items: [], start: from, from };
  return { kind: "scalar", text: token, start: from, from, to: from + token.length };
}

/** Every value of such a text, by its pointer. */
export function placesOf(text) {
  const places = new Map();
  const visit = (node, pointer) => {
    places.set(pointer, node);
    for (const [key, inner] of node.members ?? node.items?.entries() ?? [])
      visit(inner, childPointer(pointer, key));
  };
  visit(jsonTree(text), "");
  return places;
}
