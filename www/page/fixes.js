import { drawn } from "./marks.js";
import { moveFocusOn } from "./problems.js";
import { count, plain } from "./text.js";
import { say } from "./toast.js";

/** What mends the body in the editor: one problem, the one at the cursor, or all. `inspect` checks the body now. */
export function createFixes(state, editor, inspect) {
  function fix(problem) {
    inspect();
    const { report } = state;
    const same = ({ code, pointer, fix: edit }) =>
      edit && code === problem.code && pointer === problem.pointer;
    const still = report?.problems.find((each) => each === problem) ?? report?.problems.find(same);
    if (!still?.fix) return say("That problem is gone already.");
    const { title, start, end, text } = still.fix;
    apply([[{ from: start, to: end, insert: text }]], report.problems.indexOf(still));
    say(`Done: ${plain(title)}.`);
  }

  /** Applies rounds of edits; what has the focus, such as the button of a fix, may be gone then. */
  function apply(rounds, index) {
    const held = document.activeElement;
    editor.apply(rounds);
    inspect();
    moveFocusOn(held, index);
  }

  function fixHere() {
    inspect();
    const at = editor.cursor().head;
    const { length } = editor.doc();
    const here = state.report?.problems.find((problem) => {
      if (!problem.fix || !problem.span) return false;
      const { from, to } = drawn(problem.span, length);
      return from <= at && at <= to;
    });
    if (here) fix(here);
    else say("There is no fix at the cursor.");
  }

  function fixAll() {
    const rounds = state.engine?.mend(editor.text()) ?? [];
    const applied = rounds.flat().length;
    if (applied === 0) return say("Nothing can be fixed automatically.");
    apply(rounds);
    say(`Applied ${count(applied, "fix", "fixes")}.`);
  }

  return { fix, fixHere, fixAll };
}
