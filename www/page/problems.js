import { copy } from "./clipboard.js";
import { button, byId, h, icon, prose } from "./dom.js";
import { capital, number, pointerName } from "./text.js";

/** The list of problems, in text order, with one of them current for the keyboard. */
export function createProblems({ onPick, onFix, onFixAll }) {
  const title = byId("problems-title");
  const counter = byId("problems-count");
  const body = byId("problems-body");
  let problems = [];
  let current = -1;
  let drawnKey = "";

  const previous = button("Previous problem (Shift+F8)", "up", () => move(-1, { focus: false }), {
    bare: true,
    id: "previous",
  });
  const next = button("Next problem (F8)", "down", () => move(1, { focus: false }), {
    bare: true,
    id: "next",
  });
  byId("problems-tools").append(previous, next);
  const fixable = byId("fixable");
  const fixableWords = h("span", {});
  const fixAll = button("Fix all", "fix", onFixAll, { className: "primary", id: "fix-all" });
  fixable.append(fixableWords, fixAll);
  // For the eyes alone: whoever does not see the list does not see it end either.
  const below = h("button", {
    type: "button",
    id: "below",
    tabIndex: -1,
    "aria-hidden": "true",
    onclick: goOn,
  });
  below.hidden = true;
  body.after(below);
  new ResizeObserver(showBelow).observe(body);

  /** Says how many problems are below the end of the list's view. */
  function showBelow() {
    const list = body.querySelector(".problem-list");
    const end = list ? list.scrollTop + list.clientHeight : 0;
    const items = list ? [...list.children] : [];
    const hidden = items.filter((item) => item.offsetTop + item.offsetHeight > end + 8).length;
    below.hidden = hidden === 0;
    below.replaceChildren(icon("down"), `${number(hidden)} more below`);
  }

  function goOn() {
    const list = body.querySelector(".problem-list");
    list.scrollTop += list.clientHeight - 2 * below.offsetHeight;
  }

  function move(by, { from, focus = true } = {}) {
    if (problems.length === 0) return;
    if (from !== undefined && current < 0) {
      const after = problems.findIndex((problem) => problem.span && problem.span.start >= from);
      current = by > 0 ? after - 1 : after < 0 ? problems.length : after;
    }
    current = (Math.max(current, by > 0 ? -1 : 0) + by + problems.length) % problems.length;
    markCurrent();
    const item = body.querySelectorAll(".problem")[current];
    if (item) scrollWithin(item);
    onPick(problems[current], { focus });
  }

  function markCurrent() {
    for (const [index, item] of body.querySelectorAll(".problem").entries()) {
      item.classList.toggle("current", index === current);
      if (index === current) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }

  function item(problem, index) {
    const { severity, message, span, pointer, expected, found, hint, fix, code } = problem;
    const untold = [expected, found].some((words) => words && !message.includes(words));
    return h(
      "li",
      { className: `problem problem-${severity}` },
      icon(severity, 18),
      h(
        "div",
        { className: "problem-main" },
        h(
          "button",
          { type: "button", className: "problem-go", onclick: () => pick(index) },
          h("span", { className: "severity" }, severity === "error" ? "Error" : "Warning"),
          " ",
          prose(capital(message)),
        ),
        hint && !message.includes(hint) && h("p", { className: "hint" }, prose(capital(hint))),
        untold &&
          h(
            "dl",
            { className: "compare" },
            expected && [h("dt", {}, "expected"), h("dd", {}, prose(expected))],
            found && [h("dt", {}, "found"), h("dd", {}, prose(found))],
          ),
        h(
          "p",
          { className: "where" },
          span && h("span", {}, `line ${number(span.line)}, column ${number(span.column)}`),
          h("code", { className: "pointer" }, pointerName(pointer)),
          button("Copy the pointer", "copy", () => copy(pointer, "the pointer"), {
            bare: true,
            className: "tiny",
          }),
          h("span", { className: "code" }, code),
        ),
      ),
      fix &&
        h(
          "button",
          {
            type: "button",
            className: "fix",
            title: plain(fix.title),
            "aria-label": `Fix: ${plain(fix.title)}`,
            onclick: () => onFix(problem),
          },
          "Fix",
        ),
    );
  }

  function pick(index) {
    current = index;
    markCurrent();
    onPick(problems[index]);
  }

  function offerFixes(count, total) {
    const of =
      count === total
        ? total === 1
          ? "The problem"
          : total === 2
            ? "Both problems"
            : `All ${total} problems`
        : `${count} of ${number(total)}`;
    fixableWords.textContent = `${of} can be fixed automatically.`;
    fixAll.lastChild.textContent = count > 1 ? `Fix all ${count}` : "Fix it";
    if (count === 0 && document.activeElement === fixAll) title.focus();
    fixable.hidden = count === 0;
  }

  return {
    move,

    show(report) {
      problems = report?.problems ?? [];
      const total = problems.length + (report?.omitted ?? 0);
      current = Math.min(current, problems.length - 1);
      counter.textContent = report ? number(total) : "";
      previous.disabled = next.disabled = problems.length === 0;
      offerFixes(problems.filter((problem) => problem.fix).length, total);
      const key = JSON.stringify([problems, total, Boolean(report)]);
      if (key === drawnKey) return;
      drawnKey = key;

      const focused = focusPath(body);
      if (total === 0)
        body.replaceChildren(
          h(
            "p",
            { className: "none" },
            report ? "No problems found." : "Problems with the body are listed here.",
          ),
        );
      else
        body.replaceChildren(
          h("ol", { className: "problem-list", onscroll: showBelow }, problems.map(item)),
          (report.omitted > 0 &&
            h("p", { className: "none" }, `and ${number(report.omitted)} more, not listed.`)) ||
            "",
        );
      markCurrent();
      showBelow();
      if (focused) restoreFocus(focused);
    },

    current: () => problems[current],
    select(problem) {
      const index = problems.indexOf(problem);
      if (index >= 0) pick(index);
    },
    reset: () => (current = -1),
  };

  // A list that is drawn again would drop the keyboard's focus to the page's top.
  function restoreFocus({ index, kind }) {
    const items = body.querySelectorAll(".problem");
    const target = items[Math.min(index, items.length - 1)];
    (target?.querySelector(kind) ?? target?.querySelector(".problem-go") ?? title).focus();
  }
}

const plain = (words) => words.replaceAll("`", "");

function focusPath(body) {
  const focused = document.activeElement;
  const item = focused?.closest?.(".problem");
  if (!item || !body.contains(item)) return null;
  const kind = focused.classList.contains("fix")
    ? ".fix"
    : focused.classList.contains("tiny")
      ? ".tiny"
      : ".problem-go";
  return { index: [...body.querySelectorAll(".problem")].indexOf(item), kind };
}

// `scrollIntoView` would also move the page, away from the editor that the problem is shown in.
function scrollWithin(item) {
  const list = item.parentElement;
  const covered = byId("below").offsetHeight;
  const end = item.offsetTop + item.offsetHeight + covered;
  if (item.offsetTop < list.scrollTop) list.scrollTop = item.offsetTop;
  else if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight;
}
