import { say } from "./toast.js";

/** Copies a text, and says that `what` was copied, or that it could not be. */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyBySelection(text)) return say(`The browser did not allow copying ${what}.`);
  }
  say(`Copied ${what}.`);
}

// The clipboard API is missing where the page is served over plain HTTP from another machine.
function copyBySelection(text) {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  Object.assign(area, { className: "unseen", value: text });
  // What is outside of an open dialog cannot be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus();
  return done;
}
