// Mends bodies by the fixes of their reports.

/** A fix may show what else can be fixed; there is an end to it, whatever they say. */
const MOST_ROUNDS = 20;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The titles of the fixes that leave a body of what is around it; also in src/json/syntax.rs and src/unwrap/words.rs. */
const TAKING_OUT = ["Remove what is around it", "Take the event out"];

/** A file is not replaced by what is in it: what is around a body is for `hooklens unwrap` to take away. */
const fixOf = ({ code, fix }) =>
  code === "wrapped-event" || TAKING_OUT.includes(fix?.title) ? undefined : fix;

/** A body with all that can be fixed: its text then, the report on it, and how many fixes that took. */
export function mended(bytes, validate, options) {
  let report = validate(bytes, options);
  let fixes = 0;
  let text = decoded(bytes);
  if (text === undefined) return { report, fixes };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = report.problems.flatMap((problem) => fixOf(problem) ?? []);
    if (edits.length === 0) break;
    const changed = applied(text, edits);
    if (changed === text) break;
    text = changed;
    fixes += edits.length;
    report = validate(text, options);
  }
  return { text, report, fixes };
}

function decoded(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** They do not overlap; the last comes first, so that the places of the others stay. */
function applied(text, edits) {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: inserted }) => all.slice(0, start) + inserted + all.slice(end), text);
}
