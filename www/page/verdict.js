import { html } from "lit-html";
import { icon } from "./icons.js";
import { prose } from "./pieces.js";
import { capital, count, linkTo, listed, number } from "./text.js";

const EMPTY = "Paste a webhook body to see which event it is.";

const ANSWERS = {
  valid: "A handler can go on with it.",
  invalid: "A handler should answer 422.",
  unknown: "A handler should answer 2xx and ignore it: a new event type must not make it fail.",
  malformed: "A handler should answer 400.",
};

const MALFORMED = new Map([
  ["invalid-json", "Not JSON"],
  ["invalid-utf8", "Not UTF-8 text"],
  ["too-large", "Too large to read"],
  ["too-deep", "Nested too deeply to read"],
]);

/** The names of some events: each once, the most told in full. */
function names(types) {
  const times = new Map();
  for (const type of types) times.set(type, (times.get(type) ?? 0) + 1);
  const words = [...times].map(([type, n]) => (n > 1 ? `${type} ×${number(n)}` : type));
  return words.length > 4
    ? `${words.slice(0, 3).join(", ")} and ${words.length - 3} more types`
    : words.join(", ");
}

function subject(events, entries) {
  const [first] = events;
  const { event: isEvent, providerTitle, envelopeTitle } = entries.get(first.id);
  const types = names(events.map((event) => event.type));
  if (first.pointer !== "") {
    const isList = events.every(({ pointer }) => /^\/\d+$/.test(pointer));
    // A resource that is not an event has no envelope: it stands in a response of the provider's API.
    const holder = isList
      ? `${providerTitle} list`
      : isEvent
        ? envelopeTitle
        : `${providerTitle} API response`;
    return `${holder} with ${count(events.length, isEvent ? "event" : "resource")}: ${types}`;
  }
  return isEvent
    ? `${providerTitle} event ${first.type}`
    : `${providerTitle} ${first.title.toLowerCase()}, not an event`;
}

/** How many problems a report has. */
export function tally({ problems, omitted = 0 }) {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return "no problems";
  if (omitted > 0) return `${number(problems.length + omitted)} problems`;
  if (warnings === 0) return count(errors, "problem");
  if (errors === 0) return count(warnings, "warning");
  return `${count(errors, "problem")}, ${count(warnings, "warning")}`;
}

/** The problem with an event of a known provider that this version does not know; none if its name was misspelled. */
const notKnown = ({ candidates, problems }) =>
  candidates.length === 0
    ? problems.find(({ code, hint, pointer }) => code === "unknown-event" && hint && pointer !== "")
    : undefined;

/** A report in one sentence. */
export function sentence(report, entries) {
  const told = outline(report, entries);
  const { valid, status, problems } = report;
  const isTold = !valid && (status !== "invalid" || problems.some(({ code }) => code === "wrapped-event"));
  return isTold ? told : `${told}; ${tally(report)}`;
}

/** What a body is, without how many problems it has. */
export function outline(report, entries) {
  const { status, events, candidates, problems } = report;
  const could = listed(
    candidates.slice(0, 6).map((id) => entries.get(id)?.type ?? id),
    "or",
  );
  if (status === "malformed") {
    const [{ code, message, span }] = problems;
    const place = span ? ` (line ${number(span.line)}, column ${number(span.column)})` : "";
    return `${MALFORMED.get(code) ?? "Not readable"}: ${lowerFirst(unstopped(message))}${place}`;
  }
  if (status === "unknown") {
    const { found } = notKnown(report) ?? {};
    if (events.length > 0)
      return `${subject(events, entries)}; another event is not in the catalog${found ? `: ${found}` : ""}`;
    if (found) return `Not in the catalog: ${found}`;
    if (candidates.length === 0) return noDelivery(report) ?? "Not a known webhook event";
    if (problems.some((problem) => problem.code === "ambiguous-event"))
      return `Any of ${count(candidates.length, "event")}: ${could}`;
    return `Not a known webhook event; the closest ${candidates.length === 1 ? "is" : "are"} ${could}`;
  }
  const wrapped = problems.find(({ code }) => code === "wrapped-event");
  if (wrapped) return capital(unstopped(wrapped.message));
  if (events.length === 0) return `A known envelope, but its event type cannot be determined`;
  return subject(events, entries);
}

/** Why a body is unknown, and what a handler does with it. */
export function advice(report) {
  const why = report.problems.find(({ code }) => code === "unknown-event" || code === "ambiguous-event");
  const { hint } = notKnown(report) ?? {};
  const [first] = report.problems;
  if (report.status === "malformed" || first?.code === "wrapped-event" || noDelivery(report))
    return [first.hint && `${capital(first.hint)}.`, ANSWERS[report.status]].filter(Boolean).join(" ");
  return [
    why && `${capital(unstopped(why.message))}.`,
    hint ? `${capital(unstopped(hint))}.` : ANSWERS[report.status],
  ]
    .filter(Boolean)
    .join(" ");
}

/** What a body is that is known to be no delivery. */
function noDelivery({ problems: [{ code, hint, found, pointer } = {}] }) {
  return code === "unknown-event" && hint && pointer === "" ? `Not a delivery: ${found}` : undefined;
}

const unstopped = (text) => text.replace(/\.$/, "");
const lowerFirst = (text) => (/^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text);

export const ICONS = {
  valid: "ok",
  invalid: "error",
  unknown: "unknown",
  malformed: "error",
  empty: "empty",
};
export const WORDS = { valid: "Valid", invalid: "Invalid", unknown: "Unknown", malformed: "Malformed" };

/** The body's status, or that there is no body. */
export const statusOf = ({ report }) => report?.status ?? "empty";

export const verdictMark = (state) => icon(ICONS[statusOf(state)], 28);

export function verdictLine({ report, engine, failure }) {
  if (!report) return failure || EMPTY;
  const word = html`<span class="verdict-word">${WORDS[report.status]}. </span>`;
  return html`${word}${prose(`${sentence(report, engine.entries)}.`)}`;
}

export const verdictMore = ({ report }) => prose(report ? advice(report) : "");
