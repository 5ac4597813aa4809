import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";

const DEEPEST = 12;
const FURTHER = 2;

const decorations = Array.from({ length: DEEPEST + 1 }, (_, indent) => {
  const hang = indent + FURTHER;
  return Decoration.line({
    attributes: { style: `padding-left: calc(8px + ${hang}ch); text-indent: -${hang}ch` },
  });
});

function hanging(view) {
  const builder = new RangeSetBuilder();
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const indent = /^ */.exec(line.text.slice(0, DEEPEST))[0].length;
      builder.add(line.from, line.from, decorations[indent]);
      at = line.to + 1;
    }
  return builder.finish();
}

/** Indents what wraps of a long line under where the line begins, so that nesting stays readable. */
export const hangingIndent = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = hanging(view);
    }
    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = hanging(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
