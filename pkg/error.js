const SHOWN = 3;

/** Thrown for a body that cannot be given as events; its message may name fields of the body, but never quotes a value. */
export class PayloadError extends Error {
  constructor(report, message = summary(report)) {
    super(message);
    this.name = "PayloadError";
    this.report = report;
  }
}

function summary({ status, events, candidates, problems, omitted = 0 }) {
  const of = events.length > 0 ? ` ${[...new Set(events.map(({ id }) => id))].join(", ")}` : "";
  const near = candidates.length > 0 ? ` (near: ${candidates.join(", ")})` : "";
  const errors = problems.filter(({ severity }) => severity === "error");
  const rest = errors.length - SHOWN + omitted;
  const lines = errors.slice(0, SHOWN).map(line);
  if (rest > 0) lines.push(`and ${rest} more`);
  return `${status} webhook body${of}${near}: ${lines.join("; ")}`;
}

function line({ code, pointer, span, expected }) {
  const place = span === null ? "" : ` at ${span.line}:${span.column}`;
  return `${code}${place}${pointer === "" ? "" : ` ${pointer}`}, expected ${expected}`;
}
