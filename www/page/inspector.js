import { html, render } from "lit-html";
import { createDetails } from "./details.js";
import { byId } from "./dom.js";
import { createEditor } from "./editor.js";
import { engineLoaded } from "./engine.js";
import { eventCards, hasEventCards } from "./event-cards.js";
import { createFixes } from "./fixes.js";
import { compressedIn, decompressed, foundIn } from "./found.js";
import { formatJson } from "./format-json.js";
import { createInside } from "./inside-later.js";
import { createLink } from "./link.js";
import { createProblems, problemCount, showBelow, showFirst } from "./problems.js";
import { createState } from "./state.js";
import { count } from "./text.js";
import { say } from "./toast.js";
import { statusOf, verdictLine, verdictMark, verdictMore } from "./verdict.js";
import { loadWholeCatalog, wholeCatalogArrived } from "./whole-catalog.js";

// A frame, in milliseconds: a body that takes longer to check is checked when the typing pauses.
const FRAME = 16;

/** The body in the editor and everything that is said of it. */
export function createInspector({ onChange, onShown, onReport }) {
  const state = createState();
  let reportedDoc = null; // the editor's document that the report is about
  let unreadable = null; // the bytes of a file that is not UTF-8, until the text is edited
  let loading = null; // such bytes while their text is put into the editor
  let cost = 0; // milliseconds that the last check took
  let isNew = false; // whether the body has just come, so that its first problem is to be seen
  let checkTimer;

  const always = (action) => () => (action(), true);
  const editor = createEditor(byId("editor"), {
    onChange: changed,
    onFix: (problem) => fixes.fix(problem),
    onPick: (problem) => problems.select(problem),
    commands: [
      { key: "F8", run: always(() => step(1)) },
      { key: "Shift-F8", run: always(() => step(-1)) },
      { key: "Mod-.", run: always(() => fixes.fixHere()) },
      { key: "Mod-Shift-.", run: always(() => fixes.fixAll()) },
      { key: "Escape", run: () => editor.hideTooltip() },
    ],
  });
  const fixes = createFixes(state, editor, inspect);
  const problems = createProblems(state, draw, {
    onPick: reveal,
    onFix: fixes.fix,
    onFixAll: fixes.fixAll,
    onReport,
  });
  const details = createDetails(state, draw, createLink(editor.view));
  const inside = createInside({ onOpen: open, onBack: goBack });

  function changed({ isNew: pasted }) {
    unreadable = loading;
    if (pasted) {
      isNew = true;
      state.opened = [];
    }
    onChange();
    clearTimeout(checkTimer);
    if (cost > FRAME) checkTimer = setTimeout(inspect, Math.min(500, cost));
    // The editor takes no changes, such as new marks, while it tells of one.
    else queueMicrotask(inspect);
  }

  function inspect() {
    const { engine, opened } = state;
    const doc = editor.doc();
    if (!engine || doc === reportedDoc) return;
    reportedDoc = doc;
    const start = performance.now();
    const text = doc.toString();
    // By Back, or undone.
    const left = opened.at(-1)?.text === text ? opened.pop() : null;
    if (left) unreadable = left.raw;
    const body = { text, raw: unreadable };
    state.report = reportOf(body);
    state.found = left?.engine === engine ? left.found : state.report && foundIn(body, state.report, engine);
    cost = performance.now() - start;
    state.current = Math.min(state.current, (state.report?.problems.length ?? 0) - 1);
    state.size = { lines: doc.lines, length: doc.length };
    inside.show(state.found, opened.at(-1));
    editor.setProblems(state.report?.problems ?? []);
    draw();
    details.show(state.report && { body: text, report: state.report, engine }, isNew);
    if (isNew) showNew();
    isNew = false;
    onShown();
    // The events are told in full once it has arrived.
    if (hasEventCards(state)) loadWholeCatalog().catch(() => {});
    if (state.report && !state.found) lookIntoGzip(body);
  }

  function reportOf({ text, raw }) {
    if (!/\S/.test(text)) return null;
    return raw ? inEditor(state.engine.validate(raw), raw) : state.engine.validate(text);
  }

  function showNew() {
    showFirst();
    editor.show(state.report?.problems[0]);
  }

  /** Finds what is compressed in the body. */
  async function lookIntoGzip(body) {
    const { report, engine } = state;
    const compressed = report.events.length > 0 ? [] : compressedIn(body, report);
    if (compressed.length === 0) return;
    const doc = reportedDoc;
    const found = await decompressed(compressed, engine);
    if (doc !== reportedDoc || engine !== state.engine) return;
    state.found = found;
    inside.show(found, state.opened.at(-1));
  }

  function open({ text, raw, where }) {
    const { found, engine } = state;
    const from = { text: editor.text(), raw: unreadable, where, found, engine };
    put(text, raw);
    state.opened.push(from);
    inspect();
    inside.focusBack();
  }

  function goBack() {
    put(state.opened.at(-1).text);
    inspect();
    inside.focusOpened();
  }

  /** Puts a body into the editor in place of the one that is there; `raw` are its bytes where it is no text. */
  function put(text, raw = null) {
    state.current = -1;
    cost = 0;
    isNew = true;
    loading = raw;
    editor.replace(text);
    loading = null;
  }

  const bodySize = ({ size: { lines, length } }) =>
    length > 0
      ? html`<span class="whole">${count(lines, "line")},</span>
          <span class="whole">${count(length, "character")}</span>`
      : "";

  /** Each view with the id of its place. */
  const views = [
    ["verdict-mark", verdictMark],
    ["verdict-line", verdictLine],
    ["verdict-more", verdictMore],
    ["body-size", bodySize],
    ["events", eventCards],
    ["problems-count", problemCount],
    ["problems-tools", problems.tools],
    ["problems", problems.view],
    ["details", details.view],
  ];

  function draw() {
    for (const [id, view] of views) render(view(state), byId(id));
    const verdict = byId("verdict").dataset;
    if (verdict.status !== statusOf(state)) verdict.status = statusOf(state);
    byId("events").hidden = !hasEventCards(state);
    document.documentElement.dataset.body = state.size.length > 0 ? "some" : "none";
    showBelow();
  }

  function reveal(problem, { focus = true } = {}) {
    editor.reveal(problem);
    byId("announce").textContent = problem.message;
    byId("editor").scrollIntoView({ block: "nearest" });
    // On a touch screen the focus would bring up the keyboard over the text that is shown.
    if (focus && !matchMedia("(pointer: coarse)").matches) editor.focus();
  }

  const step = (by) => problems.move(by, { from: editor.cursor().head });

  wholeCatalogArrived.then(draw);
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]") || byId("inspect").hidden) return;
    if (event.key === "F8") step(event.shiftKey ? -1 : 1);
    else if ((event.ctrlKey || event.metaKey) && event.key === ".")
      (event.shiftKey ? fixes.fixAll : fixes.fixHere)();
    else return;
    event.preventDefault();
  });
  byId("verdict-line").replaceChildren();
  details.show(null);
  problems.watch();

  return {
    editor,
    text: editor.text,
    engine: () => state.engine,

    /** The bodies that this one is beside, or that are in it; null where it is by itself. */
    list() {
      const held = state.opened.at(-1)?.found ?? state.found;
      return held?.bodies.length > 1 ? held : null;
    },

    /** Checks the body with this engine from now on. */
    use(next) {
      state.engine = next;
      reportedDoc = null;
      inspect();
    },

    fail(error) {
      state.failure = error.message;
      draw();
    },

    /** The body with nothing personal in it. */
    redacted() {
      inspect();
      return state.engine.redacted(editor.text(), { byLine: state.found?.isLines });
    },

    /** What a report in Markdown is made of, on the body or on the body redacted. */
    async toReport(text) {
      inspect();
      const { engine, report } = state;
      const [{ excerptOf }, entries] = await Promise.all([
        engineLoaded.then(({ excerpts }) => excerpts()),
        loadWholeCatalog().catch(() => engine.entries),
      ]);
      const on = text === editor.text() ? report : engine.validate(text);
      const events = on.valid ? engine.normalized(text) : null;
      return { report: on, entries, events, excerptOf };
    },

    /** The user's documents that the recognized events are from. */
    origins: () => [
      ...new Set(state.report?.events.flatMap(({ id }) => state.engine.origins.get(id) ?? []) ?? []),
    ],

    /** Puts a new body in place of the one that is there; it can be undone. */
    load(text, raw = null) {
      state.opened = [];
      put(text, raw);
    },

    tidy() {
      inspect();
      const { report } = state;
      if (!report || report.status === "malformed") say("Only valid JSON can be tidied.");
      else editor.replace(formatJson(editor.text()), "input.tidy");
    },
  };
}

/**
 * A report about bytes, told of the editor's text: the editor has one character for each line end, and
 * the fixes would edit text that was never sent.
 */
function inEditor(report, raw) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw);
  const at = (offset) => offset - (text.slice(0, offset).match(/\r\n/g) ?? []).length;
  const problems = report.problems.map(({ fix, span, ...problem }) => ({
    ...problem,
    span: span && { ...span, start: at(span.start), end: at(span.end) },
  }));
  return { ...report, problems };
}
