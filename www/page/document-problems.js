import { html } from "lit-html";
import { icon } from "./icons.js";
import { prose } from "./pieces.js";
import { capital, count, number, pointerName } from "./text.js";

const AROUND = 60;
const MARKED = 200;

/** So many are shown at first. */
export const FIRST = 10;

/**
 * What is wrong with a document, each problem with an excerpt; `onPick` shows the place, where that can be done, and
 * `onAll` those that are not shown, where there are such.
 */
export function documentProblems(problems, text, { onPick, onAll }) {
  const shown = onAll ? problems.slice(0, FIRST) : problems;
  const words = `Show all ${count(problems.length, "problem")}`;
  return html`<ol class="document-problems">
      ${shown.map((problem) => entry(problem, text, onPick))}
    </ol>
    ${onAll ? html`<button type="button" class="link" @click=${onAll}>${words}</button>` : ""}`;
}

function entry(problem, text, onPick) {
  const { severity, message, hint, span, pointer = "", code } = problem;
  const told = html`<span class="severity">${severity === "error" ? "Error" : "Warning"}</span>
    ${prose(capital(message))}`;
  const go = () =>
    html`<button type="button" class="problem-go" @click=${() => onPick(problem)}>${told}</button>`;
  const place = () => html`<span>line ${number(span.line)}, column ${number(span.column)}</span>`;
  const about = () =>
    html`<code class="pointer">${pointerName(pointer)}</code><span class="code">${code}</span>`;
  return html`<li class="problem problem-${severity}">
    ${icon(severity, 18)}
    <div class="problem-main">
      ${onPick && span ? go() : html`<p>${told}</p>`}
      ${hint && !message.includes(hint) ? html`<p class="hint">${prose(capital(hint))}</p>` : ""}
      ${span ? excerpt(text, span) : ""}
      <p class="where">${span ? place() : ""}${code ? about() : ""}</p>
    </div>
  </li>`;
}

/** The line of a problem, or the part of it around the place, with the place marked. */
function excerpt(text, { start, end }) {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : newline;
  const stop = Math.max(start, Math.min(end, lineEnd, start + MARKED));
  const from = Math.max(lineStart, start - AROUND);
  const to = Math.min(lineEnd, stop + AROUND);
  const before = (from > lineStart ? "…" : "") + text.slice(from, start).trimStart();
  const after = text.slice(stop, to) + (to < lineEnd ? "…" : "");
  return html`<pre class="excerpt">${before}<mark>${text.slice(start, stop) || " "}</mark>${after}</pre>`;
}
