import { bodyRow } from "./body-row.js";
import { differences } from "./compare.js";
import { originOf } from "./counterparts.js";
import { byId } from "./dom.js";
import { button, h } from "./h.js";
import { say } from "./toast.js";
import { createEditor } from "./editor.js";
import { count, number, pointerName } from "./text.js";
import { createWindowedList } from "./windowed-list.js";

/** So many differences are listed, and so much of a value. */
const MOST = 200;
const LONGEST = 160;

/** Milliseconds after the last change of a body. */
const PAUSE = 200;

/** A second body beside the first, and what differs. `inspector` has the first; `chooseFile` lets a file be chosen. */
export function createCompare(inspector, { chooseFile }) {
  const place = byId("compare");
  const host = h("div", { className: "editor compare-editor" });
  const said = h("p", { id: "compare-said", className: "compare-said", role: "status" });
  const results = h("div", { id: "compare-results" });
  const pick = button("From the list", null, togglePicker, { id: "compare-pick", "aria-expanded": "false" });
  const picker = createWindowedList({
    id: "compare-list",
    label: "Bodies to compare with",
    rowOf: (at) => bodyRow(list.bodies[at], list.engine, "Compare"),
    onOpen(at) {
      put(list.bodies[at].text);
      togglePicker();
      pick.focus();
    },
  });
  picker.element.hidden = true;
  place.append(
    h(
      "div",
      { className: "panel-head" },
      h("h2", { id: "compare-title", tabIndex: -1 }, "Compare with"),
      h(
        "div",
        { className: "tools" },
        pick,
        button("Open", "open", chooseFile, { id: "compare-open", title: "Open a file to compare with" }),
        button("Close", "clear", hide, { id: "compare-close", bare: true }),
      ),
    ),
    picker.element,
    host,
    said,
    results,
  );
  const editor = createEditor(host, {
    label: "The other body",
    hint: "Paste the other body here, or drop a file.",
    onChange({ isNew }) {
      update();
      // The editor takes no other change while it tells of one.
      if (isNew) queueMicrotask(() => editor.show());
    },
    commands: [],
  });
  let list = null;
  let timer;

  function put(text) {
    editor.replace(text);
    update();
  }

  function hide() {
    place.hidden = true;
    byId("compare-button").setAttribute("aria-pressed", "false");
    byId("compare-button").focus();
  }

  function togglePicker() {
    const isOpen = picker.element.hidden;
    picker.element.hidden = !isOpen;
    pick.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    picker.show(list.bodies.length, list.bodies.length);
    picker.element.focus();
  }

  function update() {
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE);
  }

  function draw() {
    if (place.hidden) return;
    list = inspector.list();
    pick.hidden = !list;
    if (!list && !picker.element.hidden) togglePicker();
    const engine = inspector.engine();
    const texts = [inspector.text(), editor.text()];
    const empty = texts.findIndex((text) => !/\S/.test(text));
    if (!engine || empty >= 0)
      return show(empty === 0 ? "There is no body to compare with it yet." : "What differs appears here.");
    const reports = texts.map((text) => engine.validate(text));
    const broken = reports.findIndex(({ status }) => status === "malformed");
    if (broken >= 0) return show(`${broken ? "The other body" : "The body"} cannot be read as JSON.`);
    const inText = differences(...texts);
    const canonical = canonicalOf(texts, reports, engine);
    const inForm = canonical && differences(...canonical);
    show(summary(inText, inForm), [
      inForm?.length > 0 && section("In the canonical form", inForm, showOrigin),
      inText.length > 0 && section("In the bodies", inText, showValue),
    ]);
  }

  function show(words, sections = []) {
    said.textContent = words;
    results.replaceChildren(...sections.filter(Boolean));
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
      say(`${pointer}: ${words}.`.replaceAll("`", ""));
    } catch (error) {
      say(`Where it came from cannot be told: ${error.message}.`);
    }
  }

  /** `show` shows a value that is clicked on. */
  function section(title, found, show) {
    return h(
      "section",
      { "aria-label": title },
      h("h3", {}, title, " ", h("span", { className: "faint" }, count(found.length, "difference"))),
      h(
        "ul",
        { className: "differences" },
        found.slice(0, MOST).map((each) => row(each, show)),
      ),
      found.length > MOST &&
        h("p", { className: "none" }, `${number(found.length - MOST)} more are not listed.`),
    );
  }

  function row({ here, there }, show) {
    const pointers = [...new Set([here, there].filter(Boolean).map(({ pointer }) => pointerName(pointer)))];
    return h(
      "li",
      { className: "difference" },
      h("p", { className: "mono" }, pointers.join(" and ")),
      h(
        "dl",
        { className: "compare" },
        side("Here", here, !there, (value) => show(inspector.editor, value)),
        side("There", there, !here, (value) => show(editor, value)),
      ),
    );
  }

  const side = (words, value, isOnly, go) =>
    value && [
      h("dt", {}, isOnly ? `Only ${words.toLowerCase()}` : words),
      h("dd", {}, valueView(words, value, go)),
    ];

  function valueView(words, value, go) {
    const { text, pointer } = value;
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    return h(
      "button",
      {
        type: "button",
        className: "difference-go",
        "aria-label": `${words}, ${pointerName(pointer)}: ${shown}. Show it in the text`,
        onclick: () => go(value),
      },
      shown,
    );
  }

  return {
    put,
    update,
    toggle() {
      if (!place.hidden) return hide();
      place.hidden = false;
      byId("compare-button").setAttribute("aria-pressed", "true");
      draw();
      editor.focus();
      place.scrollIntoView({ block: "nearest" });
    },
  };
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
