// A body with problems, for people: each place, the text there with what is meant underlined, and how to mend it.
import { editOf, excerptOf } from "./excerpt.js";
import { nameOf, placeInWords, placeOf } from "./place.js";
import { some } from "./tally.js";
import { visible } from "./visible.js";

/** Writes what is told of a body. */
export function bodyWriter(out) {
  const { paint } = out;
  const COLOURS = { error: paint.red, warning: paint.yellow, note: paint.cyan };
  const STATUS = { valid: paint.green, invalid: paint.red, malformed: paint.red, unknown: paint.yellow };
  const write = (line) => out.write(`${line}\n`);

  function body(record) {
    const { line, report } = record;
    const { status, events, candidates, problems, omitted } = report;
    const place = visible(nameOf(record)) + (line === undefined ? "" : `:${line}`);
    const ids = [...new Set(events.map(({ id }) => id))].join(", ");
    write(`${paint.bold(place)}: ${STATUS[status](status)}${ids && ` ${ids}`}`);
    for (const group of grouped(problems)) tell(record, group);
    if (candidates.length > 0) write(`${paint.cyan("it may be")}: ${candidates.map(visible).join(", ")}`);
    if (omitted > 0) write(`and ${some(omitted, "more problem")}`);
    write("");
  }

  /** Problems in one place, with the text there once. */
  function tell(record, group) {
    for (const { severity, code, message, hint } of group) {
      write(`${COLOURS[severity](paint.bold(`${severity}[${code}]`))}: ${visible(message)}`);
      if (group.length > 1 && hint !== undefined) write(`  ${paint.cyan("hint")}: ${visible(hint)}`);
    }
    const [{ span, severity, hint }] = group;
    const margin = String(placeOf(record, span).line).length;
    const gutter = (text, mark = "|") => paint.blue(`${String(text).padStart(margin)} ${mark}`);
    write(`${" ".repeat(margin)}${paint.blue("-->")} ${visible(placeInWords(record, span))}`);
    const said = group.length === 1 && hint !== undefined ? ` ${visible(hint)}` : "";
    if (record.text === undefined) {
      if (said !== "") write(gutter("", "=") + said);
      return;
    }
    const { before, inside, after, offset, width } = excerptOf(record.text, span);
    const colour = COLOURS[severity];
    write(gutter(""));
    write(`${gutter(placeOf(record, span).line)} ${before}${colour(inside)}${after}`);
    write(`${gutter("")} ${" ".repeat(offset)}${colour("^".repeat(width) + said)}`);
    for (const { fix } of group) if (fix !== undefined) tellFix(record, fix, gutter);
  }

  function tellFix({ text }, fix, gutter) {
    const { removed, inserted } = editOf(text, fix);
    write(`${gutter("", "=")} fix: ${visible(fix.title)}`);
    write(`${gutter("", "-")} ${removed.before}${paint.red(removed.inside)}${removed.after}`);
    write(`${gutter("", "+")} ${inserted.before}${paint.green(inserted.inside)}${inserted.after}`);
  }

  return body;
}

/** Problems that follow each other in the same place are told together. */
function grouped(problems) {
  const groups = [];
  for (const problem of problems) {
    const last = groups.at(-1)?.[0];
    const isSame = last?.span.start === problem.span.start && last.span.end === problem.span.end;
    if (isSame && last.severity === problem.severity) groups.at(-1).push(problem);
    else groups.push([problem]);
  }
  return groups;
}
