/** What differs between two JSON texts: in their values, not in how they are written. */
import { jsonTree } from "./json-tree.js";
import { childPointer } from "./text.js";

/** A number of more digits than this may be another one than `Number` says. */
const SAFE_DIGITS = 15;

/** The names of fields that tell the elements of an array from each other. */
const ID = /^(?:id|eid|id_.+|.+_id)$/;

/**
 * The differences of two well-formed JSON texts, in the order of the first: each with `here` and `there`, a side's
 * `{ pointer, from, to, text }`, or null where a side has nothing.
 *
 * The order of keys and spacing do not count, nor does the order of an array's objects where a field tells which is which;
 * other elements are matched by their place between what the arrays begin and end with alike.
 */
export function differences(here, there) {
  const found = [];
  const side = (text, node, pointer) =>
    node ? { pointer, from: node.from, to: node.to, text: text.slice(node.from, node.to) } : null;
  walk(jsonTree(here), jsonTree(there), "", "", (a, b, pointerA, pointerB) =>
    found.push({ here: side(here, a, pointerA), there: side(there, b, pointerB) }),
  );
  return found;
}

/** Tells `differ` of each pair of nodes that differ, of which one may be missing. */
function walk(a, b, pointerA, pointerB, differ) {
  if (!a || !b || a.kind !== b.kind) return differ(a, b, pointerA, pointerB);
  if (a.kind === "scalar") return isSame(a.text, b.text) || differ(a, b, pointerA, pointerB);
  for (const [keyA, keyB, innerA, innerB] of a.kind === "object" ? members(a, b) : elements(a.items, b.items))
    walk(innerA, innerB, childPointer(pointerA, keyA), childPointer(pointerB, keyB), differ);
}

function members(a, b) {
  const keys = new Set([...a.members.keys(), ...b.members.keys()]);
  return [...keys].map((key) => [key, key, a.members.get(key), b.members.get(key)]);
}

function elements(a, b) {
  const field = idOf(a, b);
  return field === undefined ? byPlace(a, b) : byId(a, b, field);
}

function byId(a, b, field) {
  const places = new Map(b.map((item, at) => [idText(item, field), at]));
  const pairs = a.map((item, at) => {
    const other = places.get(idText(item, field));
    places.delete(idText(item, field));
    return [at, other, item, b[other]];
  });
  return [...pairs, ...[...places.values()].map((at) => [undefined, at, undefined, b[at]])];
}

function byPlace(a, b) {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && areEqual(a[start], b[start])) start++;
  let end = 0;
  while (end < shorter - start && areEqual(a.at(-1 - end), b.at(-1 - end))) end++;
  const length = Math.max(a.length, b.length) - start - end;
  const within = (list, at) => (at < list.length - end ? list[at] : undefined);
  return Array.from({ length }, (_, index) => {
    const at = start + index;
    return [at, at, within(a, at), within(b, at)];
  });
}

/** The field that tells which element is which in both arrays: there in all, never twice, and the most often in both. */
function idOf(a, b) {
  const [first] = a;
  if (first?.kind !== "object") return undefined;
  let best;
  let most = 0;
  for (const field of first.members.keys()) {
    if (!ID.test(field)) continue;
    const [ofA, ofB] = [a, b].map((items) => new Set(items.map((item) => idText(item, field))));
    const isUnique =
      ofA.size === a.length && ofB.size === b.length && !ofA.has(undefined) && !ofB.has(undefined);
    const shared = isUnique ? [...ofA].filter((id) => ofB.has(id)).length : 0;
    if (shared > most) [best, most] = [field, shared];
  }
  return best;
}

function idText(item, field) {
  const { kind, text } = item.members?.get(field) ?? {};
  return kind === "scalar" ? valueText(text) : undefined;
}

const areEqual = (a, b) => {
  let equal = true;
  walk(a, b, "", "", () => (equal = false));
  return equal;
};

const isSame = (a, b) => a === b || valueText(a) === valueText(b);

/** The same text for the same value: strings without their escapes, numbers in one spelling unless they are long. */
function valueText(text) {
  if (text[0] === '"') return JSON.stringify(JSON.parse(text));
  if (!/^[-\d]/.test(text) || text.replaceAll(/\D/g, "").length > SAFE_DIGITS) return text;
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : text;
}
