import { html, nothing, render } from "lit-html";
import { copy } from "./clipboard.js";
import { byId } from "./dom.js";
import { icon } from "./icons.js";
import { button, prose } from "./pieces.js";
import { capital, number, plain, pointerName } from "./text.js";

const problemsOf = ({ report }) => report?.problems ?? [];
const totalOf = ({ report }) => report.problems.length + (report.omitted ?? 0);

/** How many problems there are. */
export const problemCount = (state) => (state.report ? number(totalOf(state)) : "");

/** The list of problems, in text order, with one of them current for the keyboard. */
export function createProblems(state, draw, { onPick, onFix, onFixAll, onReport }) {
  function move(by, { from, focus = true } = {}) {
    const problems = problemsOf(state);
    if (problems.length === 0) return;
    let { current } = state;
    if (from !== undefined && current < 0) {
      const after = problems.findIndex((problem) => problem.span && problem.span.start >= from);
      current = by > 0 ? after - 1 : after < 0 ? problems.length : after;
    }
    state.current = (Math.max(current, by > 0 ? -1 : 0) + by + problems.length) % problems.length;
    draw();
    scrollWithin(items()[state.current]);
    onPick(problems[state.current], { focus });
  }

  function pick(index) {
    state.current = index;
    draw();
    onPick(problemsOf(state)[index]);
  }

  const item = (problem, index) => {
    const { severity, message, hint, fix } = problem;
    const isCurrent = index === state.current;
    return html`<li
      class="problem problem-${severity}${isCurrent ? " current" : ""}"
      aria-current=${isCurrent ? "true" : nothing}
    >
      ${icon(severity, 18)}
      <div class="problem-main">
        <button type="button" class="problem-go" @click=${() => pick(index)}>
          <span class="severity">${severity === "error" ? "Error" : "Warning"}</span>
          ${prose(capital(message))}
        </button>
        ${hint && !message.includes(hint) ? html`<p class="hint">${prose(capital(hint))}</p>` : ""}
        ${comparison(problem)}${where(problem)}
      </div>
      ${fix ? fixButton(problem) : ""}
    </li>`;
  };

  const fixButton = (problem) => {
    const title = plain(problem.fix.title);
    return html`<button
      type="button"
      class="fix"
      title=${title}
      aria-label="Fix: ${title}"
      @click=${() => onFix(problem)}
    >
      Fix
    </button>`;
  };

  const list = () => {
    const { report } = state;
    if (!report) return html`<p class="none">Problems with the body are listed here.</p>`;
    if (totalOf(state) === 0) return html`<p class="none">No problems found.</p>`;
    const omitted = totalOf(state) - report.problems.length;
    return html`<ol class="problem-list" @scroll=${showBelow}>
        ${report.problems.map(item)}
      </ol>
      ${omitted > 0 ? html`<p class="none">and ${number(omitted)} more, not listed.</p>` : ""}`;
  };

  return {
    move,

    tools() {
      const disabled = problemsOf(state).length === 0;
      const tool = (words, name, id, by) =>
        button(words, name, () => move(by, { focus: false }), { bare: true, id, disabled });
      const title = "Copy what is said of the body as Markdown, for a bug tracker";
      return [
        button("Copy report", "copy", onReport, { id: "copy-report", title }),
        tool("Previous problem (Shift+F8)", "up", "previous", -1),
        tool("Next problem (F8)", "down", "next", 1),
      ];
    },

    /** The list, what can be fixed in it, and for the eyes alone how much is below the end of its view. */
    view() {
      const count = problemsOf(state).filter(({ fix }) => fix).length;
      const words = count > 1 ? `Fix all ${count}` : "Fix it";
      return html`<div id="fixable" ?hidden=${count === 0}>
          <span>${count > 0 ? `${fixable(count, totalOf(state))} can be fixed automatically.` : ""}</span
          >${button(words, "fix", onFixAll, { className: "primary", id: "fix-all" })}
        </div>
        <div id="problems-body">${list()}</div>
        <button type="button" id="below" tabindex="-1" aria-hidden="true" hidden @click=${goOn}></button>`;
    },

    /** Draws anew how much is below whenever the list gets another height. */
    watch: () => new ResizeObserver(showBelow).observe(byId("problems-body")),

    select(problem) {
      const index = problemsOf(state).indexOf(problem);
      if (index >= 0) pick(index);
    },
  };
}

const listElement = () => document.querySelector(".problem-list");
const items = () => [...(listElement()?.children ?? [])];

function fixable(count, total) {
  if (count < total) return `${count} of ${number(total)}`;
  return total === 1 ? "The problem" : total === 2 ? "Both problems" : `All ${total} problems`;
}

/** What was expected and what was found, where the message does not say both. */
function comparison({ message, expected, found }) {
  const isTold = [expected, found].every((words) => !words || message.includes(words));
  if (isTold) return "";
  const row = (name, words) =>
    words
      ? html`<dt>${name}</dt>
          <dd>${prose(words)}</dd>`
      : "";
  return html`<dl class="compare">${row("expected", expected)}${row("found", found)}</dl>`;
}

function where({ span, pointer, code }) {
  const place = span ? html`<span>line ${number(span.line)}, column ${number(span.column)}</span>` : "";
  const copying = () => copy(pointer, "the pointer");
  const tool = button("Copy the pointer", "copy", copying, { bare: true, className: "tiny" });
  return html`<p class="where">
    ${place}<code class="pointer">${pointerName(pointer)}</code>${tool}<span class="code">${code}</span>
  </p>`;
}

/** Says how many problems are below the end of the list's view. */
export function showBelow() {
  const list = listElement();
  const end = list ? list.scrollTop + list.clientHeight : 0;
  const hidden = items().filter((item) => item.offsetTop + item.offsetHeight > end + 8).length;
  const below = byId("below");
  below.hidden = hidden === 0;
  render(html`${icon("down")}${number(hidden)} more below`, below);
}

function goOn() {
  const list = listElement();
  list.scrollTop += list.clientHeight - 2 * byId("below").offsetHeight;
}

/** Shows the beginning of the list. */
export function showFirst() {
  if (listElement()) listElement().scrollTop = 0;
}

// `scrollIntoView` would also move the page, away from the editor that the problem is shown in.
function scrollWithin(item) {
  const list = listElement();
  const covered = byId("below").offsetHeight;
  const end = item.offsetTop + item.offsetHeight + covered;
  if (item.offsetTop < list.scrollTop) list.scrollTop = item.offsetTop;
  else if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight;
}

/** Moves the focus to what took the place of a problem, where `held`, which had the focus, is gone or hidden. */
export function moveFocusOn(held, index = -1) {
  if (held.isConnected && !held.closest("[hidden]")) return;
  const next = items()[Math.min(index, items().length - 1)];
  (next?.querySelector(".fix, .problem-go") ?? byId("problems-title")).focus();
}
