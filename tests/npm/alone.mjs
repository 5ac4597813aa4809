// For test files that say more to people who run them by themselves, not by `node --test`.

export const isAlone = process.env.NODE_TEST_CONTEXT === undefined;

/**
 * The options of the command line, as `--name value`, or `--name` alone, which is true. `--help` prints the usage, which
 * names them all.
 */
export function options(usage) {
  const given = {};
  const words = process.argv.slice(2);
  const isOption = (word) => word?.startsWith("--");
  while (words.length > 0) {
    const name = words.shift();
    if (name === "--help" || name === "-h") {
      process.stdout.write(usage);
      process.exit(0);
    }
    if (!isOption(name) || !usage.includes(`  ${name} `)) {
      console.error(`Unknown option: ${name}\n\n${usage}`);
      process.exit(2);
    }
    given[name.slice(2)] = words.length > 0 && !isOption(words[0]) ? words.shift() : true;
  }
  return given;
}

/** Rows of cells in columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  const cell = (value, at) =>
    at === 0 ? String(value).padEnd(widths[at]) : String(value).padStart(widths[at]);
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}
