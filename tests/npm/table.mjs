// Tables for people who run a test by itself.

/** Rows of cells in columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  const cell = (value, at) =>
    at === 0 ? String(value).padEnd(widths[at]) : String(value).padStart(widths[at]);
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}

/** Whether a test file was started by itself, not by `node --test`: then it says more. */
export const isAlone = process.env.NODE_TEST_CONTEXT === undefined;

/** The value of an option of the command line; true for one without a value; undefined where it is absent. */
export function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  if (at === -1) return undefined;
  const next = process.argv[at + 1];
  return next === undefined || next.startsWith("--") ? true : next;
}
