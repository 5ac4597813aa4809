// Where something is, as editors read it.

/** The line and column in the file of a place in a body. */
export function placeOf({ line = 1 }, span) {
  return { line: line + span.line - 1, column: span.column };
}

/** The name of what a body is in: of an archive of requests, with its entry. */
export const nameOf = ({ file, entry }) => (entry === undefined ? file : `${file}#${entry}`);

/** `file:line:column`. */
export function placeInWords(record, span) {
  const { line, column } = placeOf(record, span);
  return `${nameOf(record)}:${line}:${column}`;
}

/** Where a span ends; undefined without the text. */
export function endOf(record, span) {
  if (record.text === undefined) return undefined;
  const lines = record.text.slice(span.start, span.end).split(/\r\n|[\n\r]/);
  const { line, column } = placeOf(record, span);
  const last = lines.at(-1).length;
  return { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 };
}
