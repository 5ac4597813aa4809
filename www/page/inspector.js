import { createDetails } from "./details.js";
import { byId, say } from "./dom.js";
import { createEditor } from "./editor.js";
import { drawn } from "./marks.js";
import { bodiesOf } from "./bodies.js";
import { createInside, eventsInside, listOf } from "./inside.js";
import { createProblems } from "./problems.js";
import { formatJson } from "./format-json.js";
import { sentence, showEvents, showVerdict } from "./verdict.js";
import { loadWholeCatalog, wholeCatalog, wholeCatalogArrived } from "./whole-catalog.js";
import { count } from "./text.js";

// A frame, in milliseconds: a body that takes longer to check is checked when the typing pauses.
const FRAME = 16;

/** The body in the editor and everything that is said of it. */
export function createInspector({ onChange }) {
  let engine = null;
  let report = null;
  let reportedDoc = null;
  let unreadable = null; // the bytes of a file that is not UTF-8, until the text is edited
  let loading = null; // such bytes while their text is put into the editor
  let cost = 0; // milliseconds that the last check took
  let isNew = false; // whether the body has just come, so that its first problem is to be seen
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
  const details = createDetails();
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
    if (!/\S/.test(text)) report = null;
    else if (unreadable) report = inEditor(engine.validate(unreadable), unreadable);
    else report = engine.validate(text);
    const found = report && insideOf(text);
    // Undone.
    if (opened.at(-1)?.text === text) opened.pop();
    cost = performance.now() - start;
    inside.show(found, opened);
    show(text);
    if (isNew) editor.show(report?.problems[0]);
    isNew = false;
  }

  /** What is inside the body: bodies of a file of many, or events in what is around them. */
  function insideOf(text) {
    if (report.events.length > 0) return null;
    const tell = (of) => sentence(of, engine.entries);
    if (unreadable) return eventsInside(engine.unwrap(unreadable), tell);
    const many = bodiesOf(text, () => (report.status === "malformed" ? undefined : JSON.parse(text)));
    if (many?.bodies.length > 0) return listOf(many, engine.validate, tell);
    return eventsInside(engine.unwrap(text), tell);
  }

  function open({ text, where }) {
    const from = { text: editor.text(), where };
    put(text);
    opened.push(from);
    inspect();
    inside.focus();
  }

  function goBack() {
    put(opened.pop().text);
    inspect();
    inside.focus();
  }

  /** Puts a body into the editor in place of the one that is there. */
  function put(text) {
    problems.reset();
    cost = 0;
    isNew = true;
    editor.replace(text);
  }

  function show(text) {
    showVerdict(report, engine.entries);
    editor.setProblems(report?.problems ?? []);
    problems.show(report);
    describeEvents();
    const { lines, length } = editor.doc();
    byId("body-size").textContent = length ? `${count(lines, "line")}, ${count(length, "character")}` : "";
    document.documentElement.dataset.body = length ? "some" : "none";
    details.show(report && { body: text, report, engine });
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

    /** Checks the body with this engine from now on. */
    use(next) {
      engine = next;
      reportedDoc = null;
      inspect();
    },

    fail: (error) => (byId("verdict-line").textContent = error.message),

    /** The user's documents that the recognized events are from. */
    origins: () => [...new Set(report?.events.flatMap(({ id }) => engine.origins.get(id) ?? []) ?? [])],

    /** Puts a new body in place of the one that is there; it can be undone. */
    load(text, raw = null) {
      opened = [];
      loading = raw;
      put(text);
      loading = null;
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
