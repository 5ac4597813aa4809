import { button, byId, h, icon, prose } from "./dom.js";
import { count, number } from "./text.js";

/** So many rows are drawn at once. */
const PAGE = 50;

const STATUS_ICONS = { valid: "ok", invalid: "error", unknown: "unknown", malformed: "error" };
const WORDS = { valid: "Valid", invalid: "Invalid", unknown: "Unknown", malformed: "Malformed" };
const ENCODINGS = {
  json: "",
  text: "as text",
  base64: "in base64",
  form: "in a form",
  percent: "percent-encoded",
};

/** What is inside the body, to be opened, and the way back to what was opened. */
export function createInside({ onOpen, onBack }) {
  const place = byId("inside");
  let drawnKey = "";
  let shown = PAGE;

  const back = button("Back", "back", onBack, { id: "back", title: "Back to what is around this body" });
  const from = h("span", { className: "inside-from" });
  const trail = h("div", { className: "inside-back" }, back, from);
  const title = h("h2", { id: "inside-title", tabIndex: -1 });
  const note = h("span", { className: "faint" });
  const list = h("ul", { className: "inside-list" });
  const more = h("button", { type: "button", id: "inside-more", onclick: showMore });
  const found = h("div", {}, h("div", { className: "panel-head" }, title, note), list, more);
  place.append(trail, found);
  let bodies = [];

  function showMore() {
    const first = shown;
    shown += PAGE;
    drawList();
    list.children[first]?.querySelector("button").focus();
  }

  function drawList() {
    list.replaceChildren(...bodies.slice(0, shown).map(row));
    const left = bodies.length - shown;
    more.hidden = left <= 0;
    more.textContent = `Show ${number(Math.min(left, PAGE))} more of ${number(left)}`;
  }

  function row(body, index) {
    const { status, told, where } = body;
    const name = `${told}, ${where}`.replaceAll("`", "");
    return h(
      "li",
      { className: "inside-body", "data-status": status },
      icon(STATUS_ICONS[status], 18),
      h(
        "div",
        { className: "inside-told" },
        h("p", {}, h("span", { className: "verdict-word" }, `${WORDS[status]}. `), prose(told)),
        h("p", { className: "where" }, prose(where)),
      ),
      h(
        "button",
        {
          type: "button",
          className: bodies.length === 1 ? "primary" : "",
          "aria-label": `Open it: ${name}`,
          onclick: () => onOpen(body, index),
        },
        "Open it",
      ),
    );
  }

  return {
    /** `inside` is what was found, null for nothing; `opened` what the body was opened from, the last one last. */
    show(inside, opened) {
      const key = JSON.stringify([inside, opened.map(({ where }) => where)]);
      if (key === drawnKey) return;
      drawnKey = key;
      const holder = opened.at(-1);
      trail.hidden = holder === undefined;
      if (holder) from.replaceChildren(...["Taken from another body, ", prose(holder.where), "."].flat(2));
      bodies = inside?.bodies ?? [];
      found.hidden = bodies.length === 0;
      place.hidden = trail.hidden && found.hidden;
      shown = PAGE;
      title.textContent = inside ? inside.title : "";
      note.textContent = inside?.note ?? "";
      drawList();
    },

    focus: () => (trail.hidden ? title : back).focus(),
  };
}

/** What `unwrap` has found, to be listed. */
export function eventsInside(wrapped, tell) {
  const bodies = wrapped.map(({ path, span, text, report }) => ({
    text,
    where: path.map(stepWords).filter(Boolean).join(", there ") || `line ${number(span.line)}`,
    status: report.status,
    told: tell(report),
  }));
  const title = bodies.length === 1 ? "An event is inside" : `${count(bodies.length, "event")} are inside`;
  return bodies.length === 0 ? null : { title, note: "", bodies };
}

function stepWords({ pointer, encoding }, index) {
  const how = ENCODINGS[encoding];
  if (pointer !== "") return `${how && `${how} `}at \`${pointer}\``;
  return index === 0 && encoding === "text" ? "" : how;
}

/** The bodies of a file of many, to be listed. */
export function listOf({ kind, bodies }, validate, tell) {
  const listed = bodies.map(({ text, where }) => {
    const report = validate(text);
    return { text, where, status: report.status, told: tell(report) };
  });
  const tally = Object.entries(WORDS).flatMap(([status, word]) => {
    const some = listed.filter((body) => body.status === status).length;
    return some > 0 ? `${number(some)} ${word.toLowerCase()}` : [];
  });
  const title = `${count(listed.length, "body", "bodies")}${kind}`;
  return { title, note: tally.join(", "), bodies: listed };
}
