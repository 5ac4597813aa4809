// What the module knows of its catalog, by name.
import { ModuleMemory } from "./memory.js";
import { listsAt } from "./report-reader.js";

/** The most bytes of a hint, at least. */
const SHORTEST_HINT = 256;

/**
 * The facts of an instance, of which this is what it exports, by name (see src/wasm/facts.rs). Its `rows` are what the
 * numbers of verdicts and reports stand for: an event type in an envelope each. `envelopes` has for each field of a body
 * that events stand in, "" for none, the row of each event type by its id. No hint is looked at beyond the bytes of
 * `longestHint`.
 */
export function factsOf(exports) {
  const memory = new ModuleMemory();
  memory.exports = exports;
  const [codes, severities, statuses, columns, ...lists] = listsAt(exports.facts(), memory);
  const rows = lists.map((list) => rowOf(columns, list));
  const envelopes = new Map();
  let longestHint = SHORTEST_HINT;
  for (const row of rows) {
    if (!envelopes.has(row.field)) envelopes.set(row.field, new Map());
    envelopes.get(row.field).set(row.id, row);
    longestHint = Math.max(longestHint, row.id.length * 3);
  }
  return { codes, severities, statuses, rows, envelopes, longestHint };
}

function rowOf(columns, list) {
  const row = Object.fromEntries(columns.map((name, at) => [name, list[at]]));
  const id = `${row.provider}/${row.type}`;
  const pointer = row.field === "" ? "" : `/${row.field}`;
  return { ...row, id, pointer, isEvent: row.isEvent !== "", envelopeFields: list.slice(columns.length) };
}
