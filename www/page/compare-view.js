import { html, render } from "lit-html";
import { bodyRow } from "./body-row.js";
import { differences } from "./compare.js";
import { originOf } from "./counterparts.js";
import { byId } from "./dom.js";
import { createEditor } from "./editor.js";
import { button } from "./pieces.js";
import { count, number, plain, pointerName } from "./text.js";
import { say } from "./toast.js";
import { createWindowedList } from "./windowed-list.js";

/** So many differences are listed, and so much of a value. */
const MOST = 200;
const LONGEST = 160;

/** Milliseconds after the last change of a body. */
const PAUSE = 200;

/**
 * A second body beside the first, and what differs. `inspector` has the first; `chooseFile` lets a file be chosen;
 * `onToggle` is told whether it is shown.
 */
export function createCompare(inspector, { chooseFile, onToggle }) {
  const place = byId("compare");
  const state = { isOpen: false, isPicking: false, list: null, words: "", inForm: [], inText: [] };
  const picker = createWindowedList({
    id: "compare-list",
    label: "Bodies to compare with",
    rowOf: (at) => bodyRow(state.list.bodies[at], state.list.engine, "Compare"),
    onOpen(at) {
      put(state.list.bodies[at].text);
      togglePicker();
      byId("compare-pick").focus();
    },
  });
  draw();
  const editor = createEditor(place.querySelector(".compare-editor"), {
    label: "The other body",
    hint: "Paste the other body here, or drop a file.",
    onChange({ isNew }) {
      update();
      // The editor takes no other change while it tells of one.
      if (isNew) queueMicrotask(() => editor.show());
    },
    commands: [],
  });
  let timer;

  function draw() {
    place.hidden = !state.isOpen;
    const open = { id: "compare-open", title: "Open a file to compare with" };
    const tools = [
      button("From the list", null, togglePicker, {
        id: "compare-pick",
        expanded: state.isPicking,
        hidden: !state.list,
      }),
      button("Open", "open", chooseFile, open),
      button("Close", "clear", hide, { id: "compare-close", bare: true }),
    ];
    render(
      html`<div class="panel-head">
          <h2 id="compare-title" tabindex="-1">Compare with</h2>
          <div class="tools">${tools}</div>
        </div>
        ${picker.view(!state.isPicking)}
        <div class="editor compare-editor"></div>
        <p id="compare-said" class="compare-said" role="status">${state.words}</p>
        <div id="compare-results">
          ${section("In the canonical form", state.inForm, showOrigin)}
          ${section("In the bodies", state.inText, showValue)}
        </div>`,
      place,
    );
  }

  function put(text) {
    editor.replace(text);
    update();
  }

  function show(isOpen) {
    state.isOpen = isOpen;
    draw();
    onToggle(isOpen);
  }

  function hide() {
    show(false);
    byId("compare-button").focus();
  }

  function togglePicker() {
    state.isPicking = !state.isPicking;
    draw();
    if (!state.isPicking) return;
    picker.show(state.list.bodies.length, state.list.bodies.length);
    picker.focus();
  }

  function update() {
    clearTimeout(timer);
    timer = setTimeout(compare, PAUSE);
  }

  function compare() {
    if (!state.isOpen) return;
    state.list = inspector.list();
    state.isPicking &&= Boolean(state.list);
    Object.assign(state, { inForm: [], inText: [] }, compared());
    draw();
  }

  /** What differs, in `inText` and `inForm`, and the words for it. */
  function compared() {
    const engine = inspector.engine();
    const texts = [inspector.text(), editor.text()];
    const empty = texts.findIndex((text) => !/\S/.test(text));
    if (!engine || empty >= 0)
      return {
        words: empty === 0 ? "There is no body to compare with it yet." : "What differs appears here.",
      };
    const reports = texts.map((text) => engine.validate(text));
    const broken = reports.findIndex(({ status }) => status === "malformed");
    if (broken >= 0) return { words: `${broken ? "The other body" : "The body"} cannot be read as JSON.` };
    const inText = differences(...texts);
    const canonical = canonicalOf(texts, reports, engine);
    const inForm = canonical && differences(...canonical);
    return { words: summary(inText, inForm), inForm: inForm ?? [], inText };
  }

  function showValue(target, { from, to }) {
    target.select(from, to);
    target.view.dom.getRootNode().host.scrollIntoView({ block: "nearest" });
  }

  /** Shows what a value of the canonical form came from, or says why it has no place in the body. */
  async function showOrigin(target, { pointer }) {
    const text = target.text();
    try {
      const { words, span } = originOf(await inspector.engine().provenance(text), pointer);
      if (text !== target.text()) return;
      if (span) showValue(target, { from: span.start, to: span.end });
      say(plain(`${pointer}: ${words}.`));
    } catch (error) {
      say(`Where it came from cannot be told: ${error.message}.`);
    }
  }

  /** `show` shows a value that is clicked on. */
  function section(title, found, show) {
    if (found.length === 0) return "";
    const more = found.length - MOST;
    return html`<section aria-label=${title}>
      <h3>${title} <span class="faint">${count(found.length, "difference")}</span></h3>
      <ul class="differences">
        ${found.slice(0, MOST).map((each) => row(each, show))}
      </ul>
      ${more > 0 ? html`<p class="none">${number(more)} more are not listed.</p>` : ""}
    </section>`;
  }

  function row({ here, there }, show) {
    const pointers = [...new Set([here, there].filter(Boolean).map(({ pointer }) => pointerName(pointer)))];
    const side = (words, value, isOnly, editor) =>
      value
        ? html`<dt>${isOnly ? `Only ${words.toLowerCase()}` : words}</dt>
            <dd>${valueView(words, value, () => show(editor, value))}</dd>`
        : "";
    return html`<li class="difference">
      <p class="mono">${pointers.join(" and ")}</p>
      <dl class="compare">
        ${side("Here", here, !there, inspector.editor)}${side("There", there, !here, editor)}
      </dl>
    </li>`;
  }

  return {
    put,
    update,
    toggle() {
      if (state.isOpen) return hide();
      show(true);
      compare();
      editor.focus();
      place.scrollIntoView({ block: "nearest" });
    },
  };
}

function valueView(words, { text, pointer }, onClick) {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const label = `${words}, ${pointerName(pointer)}: ${shown}. Show it in the text`;
  return html`<button type="button" class="difference-go" aria-label=${label} @click=${onClick}>
    ${shown}
  </button>`;
}

/** The canonical forms of two bodies, where both have one. */
function canonicalOf(texts, reports, engine) {
  if (!reports.every(({ valid }) => valid)) return null;
  try {
    return texts.map(engine.normalized);
  } catch {
    return null; // One of them is valid, and no event.
  }
}

function summary(inText, inForm) {
  if (inText.length === 0) return "The same: no difference but the order of keys and the spacing.";
  const told = `${count(inText.length, "difference")} in the bodies`;
  if (!inForm) return `${told}. The canonical forms are compared where both bodies are valid events.`;
  return inForm.length === 0
    ? `The same event: no difference in the canonical form; ${told}.`
    : `${count(inForm.length, "difference")} in the canonical form, ${told}.`;
}
