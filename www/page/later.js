/* global LATER_STYLE_FILE -- the name of later.css in the built page */

/** What comes when it is asked for: the list of bodies and what compares two, with their style sheet. */
const style = new Promise((resolve) => {
  const href = new URL(LATER_STYLE_FILE, import.meta.url).href;
  // Without its style it works as well.
  const link = document.createElement("link");
  document.head.append(Object.assign(link, { rel: "stylesheet", href, onload: resolve, onerror: resolve }));
});
await style;

export { createInside } from "./inside.js";
export { createCompare } from "./compare-view.js";
