import { h, icon, prose } from "./dom.js";
import { capital, count, number, pointerName } from "./text.js";

const AROUND = 60;
const FIRST = 10;
const MARKED = 200;

/** What is wrong with a document, each problem with an excerpt; `onPick` shows the place, where that can be done. */
export function documentProblems(problems, text, onPick) {
  const more =
    problems.length > FIRST &&
    h(
      "button",
      {
        type: "button",
        className: "link",
        onclick() {
          list.append(...problems.slice(FIRST).map(item));
          list.children[FIRST].querySelector("button, pre")?.focus();
          more.remove();
        },
      },
      `Show all ${count(problems.length, "problem")}`,
    );
  const item = (problem) => entry(problem, text, onPick);
  const list = h("ol", { className: "document-problems" }, problems.slice(0, FIRST).map(item));
  return [list, more].filter(Boolean);
}

function entry(problem, text, onPick) {
  const { severity, message, hint, span, pointer = "", code } = problem;
  const words = [
    h("span", { className: "severity" }, severity === "error" ? "Error" : "Warning"),
    " ",
    prose(capital(message)),
  ];
  return h(
    "li",
    { className: `problem problem-${severity}` },
    icon(severity, 18),
    h(
      "div",
      { className: "problem-main" },
      onPick && span
        ? h("button", { type: "button", className: "problem-go", onclick: () => onPick(problem) }, words)
        : h("p", {}, words),
      hint && !message.includes(hint) && h("p", { className: "hint" }, prose(capital(hint))),
      span && excerpt(text, span),
      h(
        "p",
        { className: "where" },
        span && h("span", {}, `line ${number(span.line)}, column ${number(span.column)}`),
        code && h("code", { className: "pointer" }, pointerName(pointer)),
        code && h("span", { className: "code" }, code),
      ),
    ),
  );
}

/** The line of a problem, or the part of it around the place, with the place marked. */
function excerpt(text, { start, end }) {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : newline;
  const stop = Math.max(start, Math.min(end, lineEnd, start + MARKED));
  const from = Math.max(lineStart, start - AROUND);
  const to = Math.min(lineEnd, stop + AROUND);
  return h(
    "pre",
    { className: "excerpt" },
    from > lineStart && "…",
    text.slice(from, start).trimStart(),
    h("mark", {}, text.slice(start, stop) || " "),
    text.slice(stop, to),
    to < lineEnd && "…",
  );
}
