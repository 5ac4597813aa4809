/* global VERSION -- of HookLens */

/** What is said of a body, as Markdown for a bug tracker. */
import { capital, count, number, pointerName } from "./text.js";
import { WORDS, sentence } from "./verdict.js";

/** A bug tracker takes some 65,000 characters: so much of a text is in a report, so many problems, and so many events. */
const LONGEST = 15_000;
const MOST_PROBLEMS = 50;
const MOST_EVENTS = 20;

/**
 * The report on a text. `what` says what text it is, `events` are the canonical events as JSON, null where there are
 * none; `excerptOf` gives the line of a text that a span is in.
 */
export function markdownOf({ text, what, report, entries, events, excerptOf }) {
  const { status, problems, omitted = 0 } = report;
  const listed = problems.slice(0, MOST_PROBLEMS);
  const left = problems.length - listed.length + omitted;
  const parts = [
    `**${WORDS[status]}.** ${words(`${sentence(report, entries)}.`)}`,
    facts(report, entries),
    problems.length > 0 && `### ${capital(count(problems.length + omitted, "problem"))}`,
    ...listed.map((problem, at) => told(problem, at + 1, text, excerptOf)),
    left > 0 && `and ${number(left)} more.`,
    events && folded("The canonical form, as CloudEvents", events, "json"),
    folded(capital(what), text, status === "malformed" ? "text" : "json"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function facts({ events, candidates }, entries) {
  const named = (id, pointer = "") => {
    const { providerTitle, source } = entries.get(id) ?? {};
    return `- Event: ${code(id)}${pointer && ` at ${code(pointer)}`}${providerTitle ? `, ${words(source ?? providerTitle)}` : ""}`;
  };
  const left = events.length - MOST_EVENTS;
  return [
    ...events.slice(0, MOST_EVENTS).map(({ id, pointer }) => named(id, pointer)),
    left > 0 && `- and ${count(left, "more event")}`,
    events.length === 0 && candidates.length > 0 && `- Could be: ${candidates.map(code).join(", ")}`,
    `- HookLens ${VERSION}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function told({ severity, code: name, message, pointer, span, hint, fix }, at, text, excerptOf) {
  const place = span ? `line ${number(span.line)}, column ${number(span.column)}, ` : "";
  const isSaid = hint && message.includes(hint);
  return [
    `${at}. **${capital(severity)}** ${code(name)}, ${place}${code(pointerName(pointer))}: ${words(capital(message))}`,
    hint && !isSaid && indented(words(capital(hint))),
    span && indented(fenced(pointedOut(excerptOf(text, span), span.line), "text")),
    fix && indented(`Fix: ${words(fix.title)}`),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** A line with what is meant underlined. */
function pointedOut({ shown, offset, width }, line) {
  const margin = " ".repeat(String(line).length);
  return `${line} | ${shown}\n${margin} | ${" ".repeat(offset)}${"^".repeat(width)}`;
}

const indented = (text) => text.replaceAll(/^(?=.)/gm, "   ");

function folded(title, text, language) {
  const shown =
    text.length > LONGEST
      ? `${text.slice(0, LONGEST)}\n… ${count(text.length - LONGEST, "character")} more`
      : text;
  return `<details>\n<summary>${title}</summary>\n\n${fenced(shown, language)}\n\n</details>`;
}

/** One backtick more than the longest row of them in a text, and at least so many. */
const ticksAround = (text, least) =>
  "`".repeat(Math.max(least, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)));

/** A block that no fence in its text can end. */
function fenced(text, language) {
  const fence = ticksAround(text, 3);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** A sentence of the package: what is in backticks stays, and nothing else is taken for Markdown. */
const words = (sentence) =>
  sentence
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (at % 2 ? part : part.replaceAll(/[\\`*_[\]<>&|~#]/g, "\\$&")))
    .join("");

/** A name as code, whatever is in it. */
function code(name) {
  const ticks = ticksAround(name, 1);
  const pad = ticks.length > 1 ? " " : "";
  return `${ticks}${pad}${name.replaceAll(/[\r\n]/g, " ")}${pad}${ticks}`;
}
