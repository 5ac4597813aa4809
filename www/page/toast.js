import { byId } from "./dom.js";

let timer;

/** Says a short thing on the page and to screen readers. */
export function say(words) {
  const toast = byId("toast");
  toast.textContent = words;
  toast.classList.add("shown");
  clearTimeout(timer);
  timer = setTimeout(() => toast.classList.remove("shown"), 2500);
}
