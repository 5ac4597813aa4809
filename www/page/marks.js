import { RangeSet, RangeValue, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter, hoverTooltip, showTooltip } from "@codemirror/view";
import { html, render } from "lit-html";
import { icon } from "./icons.js";
import { button, prose } from "./pieces.js";
import { capital } from "./text.js";

/** Shows a report's problems in the text: underlines, marks in the gutter, tooltips with their fixes. */

export const setProblems = StateEffect.define();
export const showProblem = StateEffect.define();

/** Where a problem is drawn: its span, widened to one character where the span is empty. */
export function drawn({ start, end }, length) {
  let from = Math.min(start, length);
  const to = Math.min(Math.max(end, start + 1), length);
  if (from === to) from = Math.max(0, to - 1);
  return { from, to };
}

class Mark extends GutterMarker {
  constructor(severity, messages) {
    super();
    this.severity = severity;
    this.messages = messages;
  }
  eq(other) {
    return this.severity === other.severity && this.messages === other.messages;
  }
  toDOM() {
    const mark = Object.assign(document.createElement("span"), {
      className: `mark mark-${this.severity}`,
      title: this.messages,
    });
    render(icon(this.severity, 14), mark);
    return mark;
  }
}

const worst = (problems) => (problems.some(({ severity }) => severity === "error") ? "error" : "warning");

/** The stretches of text with a problem, none on another, each as bad as the worst that is there. */
function stretches(places) {
  const edges = [...new Set(places.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b);
  const found = [];
  for (const [at, to] of edges.slice(1).entries()) {
    const from = edges[at];
    const here = places.filter((place) => place.from <= from && place.to >= to);
    if (here.length === 0) continue;
    const severity = worst(here.map(({ problem }) => problem));
    const before = found.at(-1);
    if (before?.to === from && before.severity === severity) before.to = to;
    else found.push({ from, to, severity });
  }
  return found;
}

class Place extends RangeValue {
  constructor(problem) {
    super();
    this.problem = problem;
  }
}

function marksOf(problems, doc) {
  const places = [];
  const lines = new Map();
  for (const problem of problems) {
    if (!problem.span) continue;
    const { from, to } = drawn(problem.span, doc.length);
    if (from < to) places.push({ from, to, problem });
    const line = doc.lineAt(from).from;
    lines.set(line, [...(lines.get(line) ?? []), problem]);
  }
  const gutterMarks = [...lines].map(([line, here]) => {
    return new Mark(worst(here), here.map((problem) => problem.message).join("\n")).range(line);
  });
  return {
    places: RangeSet.of(
      places.map(({ from, to, problem }) => new Place(problem).range(from, to)),
      true,
    ),
    underlines: Decoration.set(
      stretches(places).map(({ from, to, severity }) =>
        Decoration.mark({ class: `cm-problem cm-problem-${severity}` }).range(from, to),
      ),
    ),
    gutter: RangeSet.of(gutterMarks, true),
  };
}

const field = StateField.define({
  create: () => ({
    places: RangeSet.empty,
    underlines: Decoration.none,
    gutter: RangeSet.empty,
    tooltip: null,
  }),
  update(value, transaction) {
    if (transaction.docChanged)
      value = {
        places: value.places.map(transaction.changes),
        underlines: value.underlines.map(transaction.changes),
        gutter: value.gutter.map(transaction.changes),
        tooltip: null,
      };
    else if (transaction.selection && value.tooltip) value = { ...value, tooltip: null };
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) value = { ...marksOf(effect.value, transaction.state.doc), tooltip: null };
      if (effect.is(showProblem)) value = { ...value, tooltip: effect.value };
    }
    return value;
  },
  provide: (self) => [
    EditorView.decorations.from(self, (value) => value.underlines),
    showTooltip.from(self, (value) => value.tooltip),
  ],
});

function problemsAt(state, pos, side = 0) {
  const found = [];
  state.field(field).places.between(pos, pos, (from, to, { problem }) => {
    if ((pos > from || side >= 0) && (pos < to || side <= 0)) found.push({ from, to, problem });
  });
  return found;
}

const card = ({ severity, message, hint, fix }, onFix) =>
  html`<div class="tip tip-${severity}">
    <p>${icon(severity)}<b>${severity === "error" ? "Error: " : "Warning: "}</b>${prose(capital(message))}</p>
    ${hint ? html`<p class="tip-hint">${prose(capital(hint))}</p>` : ""}
    ${fix ? button(fix.title, "fix", onFix, { className: "small" }) : ""}
  </div>`;

const tooltip = (found, onFix) => ({
  pos: found[0].from,
  end: found[0].to,
  above: true,
  create() {
    const dom = Object.assign(document.createElement("div"), { className: "tips" });
    render(
      found.map(({ problem }) => card(problem, () => onFix(problem))),
      dom,
    );
    return { dom };
  },
});

/** A tooltip for one problem, as the keyboard commands and the list show it. */
export const tooltipFor = (state, problem, onFix) => {
  const { from, to } = drawn(problem.span, state.doc.length);
  return tooltip([{ from, to, problem }], onFix);
};

export function problemMarks({ onFix, onPick }) {
  return [
    field,
    hoverTooltip((view, pos, side) => {
      const found = problemsAt(view.state, pos, side);
      return found.length ? tooltip(found, onFix) : null;
    }),
    gutter({
      class: "cm-problem-gutter",
      markers: (view) => view.state.field(field).gutter,
      initialSpacer: () => new Mark("error", ""),
      domEventHandlers: {
        mousedown(view, line) {
          let first;
          view.state.field(field).places.between(line.from, line.to, (from, to, { problem }) => {
            if (from < line.from) return;
            first = problem;
            return false;
          });
          if (first) onPick(first);
          return Boolean(first);
        },
      },
    }),
  ];
}
