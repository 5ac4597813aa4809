import { syntaxTree } from "@codemirror/language";
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import { html } from "lit-html";
import { codeOf } from "./code.js";

/** What links the canonical events and the body in the editor. Most of it is fetched when somebody uses it. */

const setLinked = StateEffect.define();
const mark = Decoration.mark({ class: "cm-linked" });

const linked = StateField.define({
  create: () => Decoration.none,
  update(marks, { docChanged, effects }) {
    if (docChanged) marks = Decoration.none;
    for (const effect of effects)
      if (effect.is(setLinked))
        marks = Decoration.set(
          effect.value.map(({ from, to }) => mark.range(from, to)),
          true,
        );
    return marks;
  },
  provide: (self) => EditorView.decorations.from(self),
});

/** The body in the editor, as the link sees it. */
const bodyIn = (view) => ({
  mark: (ranges) => view.dispatch({ effects: setLinked.of(ranges) }),
  cursor: () => view.state.selection.main.head,
  pointed: ({ clientX: x, clientY: y }) => view.posAtCoords({ x, y }),

  /** Where the value is whose name is at a place; or that place. */
  valueAt(at) {
    const { name, parent } = syntaxTree(view.state).resolveInner(at, 1);
    return name === "PropertyName" ? parent.lastChild.from : at;
  },

  /** Scrolls the editor, and the page not at all: its user is looking elsewhere on it. */
  scrollTo(at) {
    const { scrollX: left, scrollY: top } = window;
    view.dispatch({ effects: EditorView.scrollIntoView(at, { yMargin: 40 }) });
    // It scrolls when it is measured.
    view.coordsAtPos(at);
    window.scrollTo({ left, top, behavior: "instant" });
  },
});

const HINT = "Point at a value, or move the cursor to it, here or in the body, to see where it came from.";

/** Links the canonical events that are shown with the body in an editor. */
export function createLink(view) {
  const line = Object.assign(document.createElement("p"), { className: "origin", id: "origin" });
  line.setAttribute("role", "status");
  let shown = null;
  let loading;
  let link;

  function use(event, how) {
    if (link) link[how](event);
    else if (shown)
      loading ??= import("./origins.js").then(
        ({ createOrigins }) => {
          link = createOrigins(bodyIn(view), line);
          link.show(shown);
          link[how](event);
        },
        () => (line.textContent = "What tells where the values came from could not be loaded."),
      );
  }
  const on = (how) => (event) => use(event, how);

  view.dispatch({
    effects: StateEffect.appendConfig.of([
      linked,
      EditorView.updateListener.of(({ docChanged, selectionSet }) => {
        if (docChanged) link?.forget();
        // The editor takes no marks while it tells of a change.
        else if (selectionSet) queueMicrotask(() => use(null, "moveInBody"));
      }),
    ]),
  });
  view.contentDOM.addEventListener("pointermove", on("pointInBody"));
  view.contentDOM.addEventListener("pointerleave", on("leave"));
  document.addEventListener("selectionchange", () => {
    if (shown && document.activeElement === shown.pre) use(null, "moveInEvents");
  });

  return {
    /** The canonical events, with a cursor, without which no key could move in them. Their text stays what it is. */
    view(text) {
      const { code, cut } = codeOf(text, "json");
      return html`<pre
          class="code"
          tabindex="0"
          contenteditable="true"
          role="textbox"
          aria-label="The events as CloudEvents"
          aria-multiline="true"
          aria-readonly="true"
          aria-describedby="origin-hint"
          inputmode="none"
          spellcheck="false"
          @beforeinput=${refuse}
          @drop=${refuse}
          @pointermove=${on("pointInEvents")}
          @pointerleave=${on("leave")}
        >
${code}</pre>
        ${cut}${line}
        <p class="origin-hint" id="origin-hint">${HINT}</p>`;
    },

    /** `{ pre, text, body, engine }`: `pre` shows `text`, the canonical events of `body`; or null. */
    show(next) {
      shown = next;
      link?.show(next);
    },
  };
}

const refuse = (event) => event.preventDefault();
