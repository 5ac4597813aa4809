/** Thrown for documents of which no catalog can be made. */
export class CatalogError extends Error {
  constructor(problems, message = summary(problems)) {
    super(message);
    this.name = "CatalogError";
    this.problems = problems;
  }
}

/** The first problem, and how many more there are; `names` are those of the sources. */
export function summary(problems, { names = [], omitted = 0 } = {}) {
  const [{ source, span, pointer, message, hint }] = problems;
  const catalog = names[source] === undefined ? `catalog ${source}` : `catalog "${names[source]}"`;
  const place = span === null ? pointer && ` at ${pointer}` : `, line ${span.line}, column ${span.column}`;
  const more = problems.length - 1 + omitted;
  const rest = more === 0 ? "" : `; and ${more} more ${more === 1 ? "problem" : "problems"}`;
  return `${catalog}${place}: ${message}${hint === undefined ? "" : `: ${hint}`}${rest}`;
}
