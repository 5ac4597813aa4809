import { html } from "lit-html";
import { icon } from "./icons.js";
import { prose } from "./pieces.js";
import { plain } from "./text.js";
import { ICONS, WORDS, outline, tally } from "./verdict.js";

/**
 * The row of one body: its status, and a view of that, what it is, where it is, its problems, and the time of its first
 * event.
 */
export function bodyRow({ text, raw, where }, engine, action) {
  const body = raw ?? text;
  const report = engine.validate(body);
  const { status } = report;
  const told = outline(report, engine.entries);
  const time = timeOf(body, report, engine);
  const view = html`${icon(ICONS[status], 18)}
    <div class="inside-told">
      <div title=${plain(told)}><span class="verdict-word">${WORDS[status]}. </span>${prose(told)}</div>
      <div class="where"><span>${prose(where)}</span></div>
    </div>
    <div class="inside-more">
      <div class="inside-problems">${tally(report)}</div>
      ${time ? html`<div>${time}</div>` : ""}
    </div>
    <span class="inside-open" aria-hidden="true">${action}</span>`;
  return { status, view };
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
