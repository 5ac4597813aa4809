import { html } from "lit-html";
import { openDialog } from "./dom.js";
import { button } from "./pieces.js";

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const mod = mac ? "⌘" : "Ctrl";

const KEYS = [
  ["F8", "Next problem"],
  ["Shift F8", "Previous problem"],
  [`${mod} .`, "Fix the problem at the cursor"],
  [`${mod} Shift .`, "Fix all"],
  [`${mod} F`, "Find and replace in the body"],
  [`${mod} Z`, "Undo, including fixes"],
  [`${mod} ${mac ? "⌥" : "Shift"} [`, "Fold at the cursor"],
  [`${mod} ${mac ? "⌥" : "Shift"} ]`, "Unfold at the cursor"],
  ["Esc", "Close a tooltip or a dialog"],
];

const row = ([keys, what]) =>
  html`<div>
    <dt>${keys.split(" ").map((key) => html`<kbd>${key}</kbd>`)}</dt>
    <dd>${what}</dd>
  </div>`;

export const openHelp = () =>
  openDialog(
    "help-dialog",
    "help-title",
    (close) =>
      html`<h2 id="help-title">Keyboard</h2>
        <dl class="keys">${KEYS.map(row)}</dl>
        <p class="faint">Tab leaves the body for the next control instead of inserting a tab.</p>
        <div class="dialog-tools">${button("Close", null, close)}</div>`,
  );
