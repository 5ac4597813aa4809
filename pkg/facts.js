// What the module knows of its catalog, by name.

/**
 * The facts of the module (see src/wasm.rs) by name. Its `rows` are what the numbers of verdicts and reports stand
 * for: an event type in an envelope each. `envelopes` has for each field of a body that events stand in, "" for
 * none, the row of each event type by its id.
 */
export function indexFacts([codes, severities, statuses, columns, ...lists]) {
  const rows = lists.map((list) => rowOf(columns, list));
  const envelopes = new Map();
  for (const row of rows) {
    if (!envelopes.has(row.field)) envelopes.set(row.field, new Map());
    envelopes.get(row.field).set(row.id, row);
  }
  return { codes, severities, statuses, rows, envelopes };
}

function rowOf(columns, list) {
  const row = Object.fromEntries(columns.map((name, at) => [name, list[at]]));
  const id = `${row.provider}/${row.type}`;
  const pointer = row.field === "" ? "" : `/${row.field}`;
  return { ...row, id, pointer, isEvent: row.isEvent !== "", envelopeFields: list.slice(columns.length) };
}
