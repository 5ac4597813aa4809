// What the module knows of its catalog, by name.

/** The most bytes of a hint, at least. */
const SHORTEST_HINT = 256;

/**
 * The facts of the module (see src/wasm.rs) by name. Its `rows` are what the numbers of verdicts and reports stand
 * for: an event type in an envelope each. `envelopes` has for each field of a body that events stand in, "" for
 * none, the row of each event type by its id. No hint is looked at beyond the bytes of `longestHint`.
 */
export function indexFacts([codes, severities, statuses, columns, unknownFormats, ...lists]) {
  const rows = lists.map((list) => rowOf(columns, list));
  const envelopes = new Map();
  let longestHint = SHORTEST_HINT;
  for (const row of rows) {
    if (!envelopes.has(row.field)) envelopes.set(row.field, new Map());
    envelopes.get(row.field).set(row.id, row);
    longestHint = Math.max(longestHint, row.id.length * 3);
  }
  return { codes, severities, statuses, unknownFormats, rows, envelopes, longestHint };
}

function rowOf(columns, list) {
  const row = Object.fromEntries(columns.map((name, at) => [name, list[at]]));
  const id = `${row.provider}/${row.type}`;
  const pointer = row.field === "" ? "" : `/${row.field}`;
  return { ...row, id, pointer, isEvent: row.isEvent !== "", envelopeFields: list.slice(columns.length) };
}
