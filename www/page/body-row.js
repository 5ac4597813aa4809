import { h, icon, prose } from "./h.js";
import { ICONS, WORDS, outline, tally } from "./verdict.js";

/** The row of one body: its status, what it is, where it is, its problems, and the time of its first event. */
export function bodyRow({ text, raw, where }, engine, action) {
  const body = raw ?? text;
  const report = engine.validate(body);
  const { status } = report;
  const told = outline(report, engine.entries);
  const problems = tally(report);
  const time = timeOf(body, report, engine);
  return [
    { className: "inside-body", "data-status": status },
    icon(ICONS[status], 18),
    h(
      "div",
      { className: "inside-told" },
      h(
        "div",
        { title: told.replaceAll("`", "") },
        h("span", { className: "verdict-word" }, `${WORDS[status]}. `),
        prose(told),
      ),
      h("div", { className: "where" }, h("span", {}, prose(where))),
    ),
    h(
      "div",
      { className: "inside-more" },
      h("div", { className: "inside-problems" }, problems),
      time && h("div", {}, time),
    ),
    h("span", { className: "inside-open", "aria-hidden": "true" }, action),
  ];
}

/** The time of the first event, to the second; empty where it has none or the body has no canonical form. */
function timeOf(body, { valid }, engine) {
  if (!valid) return "";
  try {
    const { time = "" } = engine.normalize(body)[0] ?? {};
    return time.replace(/^(.{10})T(.{8})(?:\.\d+)?Z$/, "$1 $2 UTC");
  } catch {
    return ""; // It is valid, and no event.
  }
}
