import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
} from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { ChangeSet, EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { theme } from "./editor-theme.js";
import { hangingIndent } from "./hanging-indent.js";
import { drawn, problemMarks, setProblems, showProblem, tooltipFor } from "./marks.js";

/** Whether most of the text has just been pasted. */
const isPasted = ({ transactions, changes, state }) =>
  transactions.some((transaction) => transaction.isUserEvent("input.paste")) &&
  changes.newLength - keptBy(changes) > state.doc.length / 2;

function keptBy(changes) {
  let kept = 0;
  changes.iterGaps((_, __, length) => (kept += length));
  return kept;
}

/**
 * Scrolls to a place, with some lines around it in view, and no further: to center it would also move the page, away
 * from the verdict.
 */
const scrollTo = (at) => EditorView.scrollIntoView(at, { y: "nearest", yMargin: 100 });

/**
 * The editor. It lives in a shadow root because CodeMirror then adds its styles as adopted style
 * sheets; in the document it would add a <style> element, which the Content-Security-Policy forbids.
 */
export function createEditor(
  host,
  {
    label = "Webhook body",
    hint = "Paste a webhook body here, or drop a file.",
    onChange,
    onFix,
    onPick,
    commands,
  },
) {
  const root = host.attachShadow({ mode: "open" });
  const extensions = [
    keymap.of(commands),
    lineNumbers(),
    problemMarks({ onFix, onPick }),
    codeFolding(),
    foldGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    bracketMatching(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    json(),
    syntaxHighlighting(classHighlighter),
    keymap.of([...standardKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap]),
    placeholder(hint),
    EditorView.lineWrapping,
    hangingIndent,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false" }),
    theme,
    EditorView.updateListener.of((update) => update.docChanged && onChange({ isNew: isPasted(update) })),
  ];
  const view = new EditorView({ root, parent: root, state: EditorState.create({ extensions }) });

  const edit = (changes, selection, userEvent) =>
    view.dispatch({ changes, selection, userEvent, scrollIntoView: Boolean(selection) });

  return {
    view,
    focus: () => view.focus(),
    text: () => view.state.doc.toString(),
    doc: () => view.state.doc,

    replace(text, userEvent = "input.load") {
      edit({ from: 0, to: view.state.doc.length, insert: text }, { anchor: 0 }, userEvent);
      view.scrollDOM.scrollTop = 0;
    },

    /** Applies rounds of edits, each on the text that the one before gave, as one change to undo. */
    apply(rounds) {
      let changes = ChangeSet.empty(view.state.doc.length);
      for (const round of rounds) changes = changes.compose(ChangeSet.of(round, changes.newLength));
      view.dispatch({ changes, userEvent: "input.fix" });
    },

    setProblems: (problems) => view.dispatch({ effects: setProblems.of(problems) }),

    /** Scrolls to a problem, or to the start where there is none; the cursor stays. */
    show(problem) {
      const at = problem?.span ? drawn(problem.span, view.state.doc.length).from : 0;
      view.dispatch({ effects: scrollTo(at) });
    },

    /** Selects a problem's text, scrolls to it and shows its tooltip. */
    reveal(problem) {
      if (!problem.span) return;
      const { from, to } = drawn(problem.span, view.state.doc.length);
      view.dispatch({
        selection: { anchor: from, head: Math.max(from, Math.min(to, problem.span.end)) },
        effects: scrollTo(from),
      });
      view.dispatch({ effects: showProblem.of(tooltipFor(view.state, problem, onFix)) });
    },

    /** Selects a place of the text and moves the focus there. */
    select(from, to) {
      view.dispatch({ selection: { anchor: from, head: to }, effects: scrollTo(from) });
      view.focus();
    },

    hideTooltip: () => view.dispatch({ effects: showProblem.of(null) }),
    cursor: () => view.state.selection.main,
  };
}
