import { button, byId, h } from "./dom.js";

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

export function openHelp() {
  byId("help-dialog")?.remove();
  const dialog = h(
    "dialog",
    {
      id: "help-dialog",
      className: "dialog",
      "aria-labelledby": "help-title",
      onclose: () => dialog.remove(),
    },
    h("h2", { id: "help-title" }, "Keyboard"),
    h(
      "dl",
      { className: "keys" },
      KEYS.map(([keys, what]) =>
        h(
          "div",
          {},
          h(
            "dt",
            {},
            keys.split(" ").map((key) => h("kbd", {}, key)),
          ),
          h("dd", {}, what),
        ),
      ),
    ),
    h("p", { className: "faint" }, "Tab leaves the body for the next control instead of inserting a tab."),
    h(
      "div",
      { className: "dialog-tools" },
      button("Close", null, () => dialog.close()),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
