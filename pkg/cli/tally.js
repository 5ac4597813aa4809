// How many bodies there are, of which events and with which status, and how many problems.

export const STATUSES = ["valid", "invalid", "unknown", "malformed"];

/** Beside a body that is no known event. */
const NO_EVENT = "";

/** `fixes` can be had, `fixed` were applied. */
const NONE = { bodies: 0, errors: 0, warnings: 0, fixes: 0, fixed: 0, unknownErrors: 0 };

export function newTally() {
  return { ...NONE, statuses: [0, 0, 0, 0], events: new Map() };
}

export function count(tally, { status, events, problems, omitted = 0 }) {
  const at = STATUSES.indexOf(status);
  tally.bodies += 1;
  tally.statuses[at] += 1;
  if (events.length === 0) row(tally, NO_EVENT)[at] += 1;
  else if (events.length === 1) row(tally, events[0].id)[at] += 1;
  else for (const id of new Set(events.map(({ id }) => id))) row(tally, id)[at] += 1;
  // Of those that are left out it is not known what they are.
  let errors = omitted;
  for (const { severity, fix } of problems) {
    if (severity === "error") errors += 1;
    else tally.warnings += 1;
    if (fix !== undefined) tally.fixes += 1;
  }
  tally.errors += errors;
  if (status === "unknown") tally.unknownErrors += errors;
}

/** So many bodies that are valid and one event. */
export function countValid(tally, id, number) {
  tally.bodies += number;
  tally.statuses[0] += number;
  row(tally, id)[0] += number;
}

function row({ events }, id) {
  const found = events.get(id);
  if (found !== undefined) return found;
  const made = [0, 0, 0, 0];
  events.set(id, made);
  return made;
}

export function addTally(tally, more) {
  for (const name of Object.keys(NONE)) tally[name] += more[name];
  more.statuses.forEach((number, at) => (tally.statuses[at] += number));
  for (const [id, numbers] of more.events) {
    const sum = row(tally, id);
    numbers.forEach((number, at) => (sum[at] += number));
  }
}

/** The same as plain data, for programs. */
export function plainTally({ bodies, statuses, events, errors, warnings, fixes, fixed }) {
  const named = (numbers) => Object.fromEntries(STATUSES.map((status, at) => [status, numbers[at]]));
  return {
    bodies,
    ...named(statuses),
    errors,
    warnings,
    fixes,
    fixed,
    events: [...events]
      .sort()
      .map(([id, numbers]) => ({ id: id === NO_EVENT ? null : id, ...named(numbers) })),
  };
}

/** The same in words. */
export function tallyInWords({ bodies, statuses, errors, warnings, fixes, fixed }, files, paint) {
  const COLOURS = [paint.green, paint.red, paint.yellow, paint.red];
  const kinds = statuses.flatMap((number, at) =>
    number === 0 ? [] : [COLOURS[at](`${many(number)} ${STATUSES[at]}`)],
  );
  const parts = [errors > 0 && some(errors, "error"), warnings > 0 && some(warnings, "warning")].filter(
    Boolean,
  );
  const found = parts.length === 0 ? "" : `; ${parts.join(", ")}`;
  const fixable = fixes === 0 ? "" : `, ${many(fixes)} with a fix`;
  const mended = fixed === 0 ? "" : `; ${some(fixed, "problem")} fixed`;
  return `${some(bodies, "body", "bodies")} in ${some(files, "file")}: ${kinds.join(", ") || "none"}${found}${fixable}${mended}`;
}

/** A table of more rows would be no summary. */
const MOST_ROWS = 20;

/** The table of events and statuses; empty where it would say no more than the line above it. */
export function tableOf({ events, statuses }, paint) {
  if (events.size < 2) return [];
  const shown = STATUSES.flatMap((status, at) => (statuses[at] > 0 ? [{ status, at }] : []));
  // Where not all are shown, those are that have something other than valid bodies.
  const sorted = [...events].sort().sort(([, [, ...a]], [, [, ...b]]) => (sum(b) > 0) - (sum(a) > 0));
  const rows = sorted
    .slice(0, MOST_ROWS)
    .map(([id, numbers]) => [id === NO_EVENT ? "(no known event)" : id, numbers]);
  const widest = Math.max(...rows.map(([id]) => id.length));
  const cell = (text, status) => text.padStart(Math.max(status.length, 9));
  const line = (first, texts) =>
    `  ${first.padEnd(widest)} ${texts.map((text, at) => cell(text, shown[at].status)).join(" ")}`.trimEnd();
  const more = sorted.length - rows.length;
  return [
    paint.dim(
      line(
        "",
        shown.map(({ status }) => status),
      ),
    ),
    ...rows.map(([id, numbers]) =>
      line(
        id,
        shown.map(({ at }) => (numbers[at] === 0 ? "" : many(numbers[at]))),
      ),
    ),
    ...(more > 0 ? [paint.dim(`  and ${some(more, "other event")}`)] : []),
  ];
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

export const many = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

export const some = (number, one, several = `${one}s`) => `${many(number)} ${number === 1 ? one : several}`;
