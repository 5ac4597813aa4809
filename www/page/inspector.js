import { createDetails } from "./details.js";
import { byId, h } from "./dom.js";
import { createEditor } from "./editor.js";
import { drawn } from "./marks.js";
import { compressedIn, decompressed, foundIn } from "./found.js";
import { createInside } from "./inside-later.js";
import { createLink } from "./link.js";
import { createProblems } from "./problems.js";
import { formatJson } from "./format-json.js";
import { say } from "./toast.js";
import { showEvents, showVerdict } from "./verdict.js";
import { loadWholeCatalog, wholeCatalog, wholeCatalogArrived } from "./whole-catalog.js";
import { count } from "./text.js";

// A frame, in milliseconds: a body that takes longer to check is checked when the typing pauses.
const FRAME = 16;

/** The body in the editor and everything that is said of it. */
export function createInspector({ onChange, onShown }) {
  let engine = null;
  let report = null;
  let reportedDoc = null;
  let unreadable = null; // the bytes of a file that is not UTF-8, until the text is edited
  let loading = null; // such bytes while their text is put into the editor
  let cost = 0; // milliseconds that the last check took
  let isNew = false; // whether the body has just come, so that its first problem is to be seen
  let found = null; // what is inside the body
  let opened = []; // the bodies that this one was opened from, the outermost first
  let checkTimer;

  const always = (action) => () => (action(), true);
  const editor = createEditor(byId("editor"), {
    onChange: changed,
    onFix: fix,
    onPick: (problem) => problems.select(problem),
    commands: [
      { key: "F8", run: always(() => step(1)) },
      { key: "Shift-F8", run: always(() => step(-1)) },
      { key: "Mod-.", run: always(fixHere) },
      { key: "Mod-Shift-.", run: always(fixAll) },
      { key: "Escape", run: () => editor.hideTooltip() },
    ],
  });
  const problems = createProblems({ onPick: reveal, onFix: fix, onFixAll: fixAll });
  const details = createDetails(createLink(editor.view));
  const inside = createInside({ onOpen: open, onBack: goBack });

  function changed({ isNew: pasted }) {
    unreadable = loading;
    if (pasted) {
      isNew = true;
      opened = [];
    }
    onChange();
    clearTimeout(checkTimer);
    if (cost > FRAME) checkTimer = setTimeout(inspect, Math.min(500, cost * 3));
    // The editor takes no changes, such as new marks, while it tells of one.
    else queueMicrotask(inspect);
  }

  function inspect() {
    const doc = editor.doc();
    if (!engine || doc === reportedDoc) return;
    reportedDoc = doc;
    const start = performance.now();
    const text = doc.toString();
    // By Back, or undone.
    const left = opened.at(-1)?.text === text ? opened.pop() : null;
    if (left) unreadable = left.raw;
    const body = { text, raw: unreadable };
    if (!/\S/.test(text)) report = null;
    else if (unreadable) report = inEditor(engine.validate(unreadable), unreadable);
    else report = engine.validate(text);
    found = left?.engine === engine ? left.found : report && foundIn(body, report, engine);
    cost = performance.now() - start;
    inside.show(found, opened.at(-1));
    show(text);
    if (isNew) editor.show(report?.problems[0]);
    isNew = false;
    if (report && !found) lookIntoGzip(body);
  }

  /** Finds what is compressed in the body. */
  async function lookIntoGzip(body) {
    const compressed = report.events.length > 0 ? [] : compressedIn(body, report);
    if (compressed.length === 0) return;
    const [doc, asked] = [reportedDoc, engine];
    const what = await decompressed(compressed, engine);
    if (doc !== reportedDoc || asked !== engine) return;
    found = what;
    inside.show(found, opened.at(-1));
  }

  function open({ text, raw, where }) {
    const from = { text: editor.text(), raw: unreadable, where, found, engine };
    put(text, raw);
    opened.push(from);
    inspect();
    inside.focusBack();
  }

  function goBack() {
    put(opened.at(-1).text);
    inspect();
    inside.focusOpened();
  }

  /** Puts a body into the editor in place of the one that is there; `raw` are its bytes where it is no text. */
  function put(text, raw = null) {
    problems.reset();
    cost = 0;
    isNew = true;
    loading = raw;
    editor.replace(text);
    loading = null;
  }

  function show(text) {
    showVerdict(report, engine.entries);
    editor.setProblems(report?.problems ?? []);
    problems.show(report);
    describeEvents();
    const { lines, length } = editor.doc();
    showSize(lines, length);
    document.documentElement.dataset.body = length ? "some" : "none";
    details.show(report && { body: text, report, engine });
    onShown();
  }

  function showSize(lines, length) {
    const whole = (words) => h("span", { className: "whole" }, words);
    const parts = length ? [whole(`${count(lines, "line")},`), " ", whole(count(length, "character"))] : [];
    byId("body-size").replaceChildren(...parts);
  }

  /** What the events are, in full once that has arrived. */
  function describeEvents() {
    const whole = wholeCatalog();
    showEvents(report, whole ?? engine.entries);
    if (!whole && !byId("events").hidden) loadWholeCatalog().catch(() => {});
  }

  function reveal(problem, { focus = true } = {}) {
    editor.reveal(problem);
    byId("announce").textContent = problem.message;
    byId("editor").scrollIntoView({ block: "nearest" });
    // On a touch screen the focus would bring up the keyboard over the text that is shown.
    if (focus && !matchMedia("(pointer: coarse)").matches) editor.focus();
  }

  const step = (by) => problems.move(by, { from: editor.cursor().head });

  function fix(problem) {
    inspect();
    const same = ({ code, pointer, fix: edit }) =>
      edit && code === problem.code && pointer === problem.pointer;
    const still = report?.problems.find((each) => each === problem) ?? report?.problems.find(same);
    if (!still?.fix) return say("That problem is gone already.");
    const { title, start, end, text } = still.fix;
    editor.apply([[{ from: start, to: end, insert: text }]]);
    say(`Done: ${title.replaceAll("`", "")}.`);
  }

  function fixHere() {
    inspect();
    const at = editor.cursor().head;
    const { length } = editor.doc();
    const here = report?.problems.find((problem) => {
      if (!problem.fix || !problem.span) return false;
      const { from, to } = drawn(problem.span, length);
      return from <= at && at <= to;
    });
    if (here) fix(here);
    else say("There is no fix at the cursor.");
  }

  function fixAll() {
    const rounds = engine?.mend(editor.text()) ?? [];
    const applied = rounds.flat().length;
    if (applied === 0) return say("Nothing can be fixed automatically.");
    editor.apply(rounds);
    say(`Applied ${count(applied, "fix", "fixes")}.`);
  }

  wholeCatalogArrived.then(describeEvents);
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]") || byId("inspect").hidden) return;
    if (event.key === "F8") step(event.shiftKey ? -1 : 1);
    else if ((event.ctrlKey || event.metaKey) && event.key === ".") (event.shiftKey ? fixAll : fixHere)();
    else return;
    event.preventDefault();
  });
  showVerdict(null, new Map());
  problems.show(null);

  return {
    editor,
    text: editor.text,
    engine: () => engine,

    /** The bodies that this one is beside, or that are in it; null where it is by itself. */
    list() {
      const held = opened.at(-1)?.found ?? found;
      return held?.bodies.length > 1 ? held : null;
    },

    /** Checks the body with this engine from now on. */
    use(next) {
      engine = next;
      reportedDoc = null;
      inspect();
    },

    fail: (error) => (byId("verdict-line").textContent = error.message),

    /** The body with nothing personal in it. */
    redacted() {
      inspect();
      return engine.redacted(editor.text(), { byLine: found?.isLines });
    },

    /** The user's documents that the recognized events are from. */
    origins: () => [...new Set(report?.events.flatMap(({ id }) => engine.origins.get(id) ?? []) ?? [])],

    /** Puts a new body in place of the one that is there; it can be undone. */
    load(text, raw = null) {
      opened = [];
      put(text, raw);
    },

    tidy() {
      inspect();
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
