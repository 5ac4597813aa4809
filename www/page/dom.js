const SVG = "http://www.w3.org/2000/svg";

/** Makes an element. Strings become text nodes, so a body's text can never become markup. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes("-") && name !== "list") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

/** A sentence of the package: what stands in backticks is code, and long names may break at their dots. */
export const prose = (text) =>
  text.split(/`([^`\n]+)`/).map((part, at) => (at % 2 ? h("code", {}, breakable(part)) : breakable(part)));

export const breakable = (text) =>
  text.split(/(?<=\w[._/])(?=\w)/).flatMap((part, at) => (at ? [h("wbr"), part] : part));

export const byId = (id) => document.getElementById(id);

const ICONS = {
  error: ["M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"],
  warning: ["M8 1.8 15 14H1L8 1.8Z", "M8 6.2v3.6M8 11.6v.6"],
  ok: ["M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "m5 8.2 2.1 2.1L11 6"],
  unknown: [
    "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z",
    "M6.2 6.2a1.9 1.9 0 1 1 2.6 1.9c-.5.2-.8.5-.8 1v.3M8 11.4v.4",
  ],
  empty: ["M3 2.5h7l3 3v8H3z", "M5.5 8h5M5.5 10.6h5"],
  copy: ["M5.5 5.5h8v8h-8z", "M10.5 5.5v-3h-8v8h3"],
  download: ["M8 2v8.5", "m4.6 7.4 3.4 3.4 3.4-3.4M2.5 13.5h11"],
  up: ["m3.5 10 4.5-4.5 4.5 4.5"],
  down: ["m3.5 6 4.5 4.5L12.5 6"],
  back: ["M6.5 3.5 2 8l4.5 4.5", "M2.2 8H14"],
  fix: [
    "m9.7 6.3-7.2 7.2",
    "M12 1.5l.7 1.8 1.8.7-1.8.7-.7 1.8-.7-1.8-1.8-.7 1.8-.7zM5 2l.4 1.1 1.1.4-1.1.4L5 5l-.4-1.1-1.1-.4 1.1-.4z",
  ],
  open: ["M1.5 13V3.5h4.6l1.4 1.8h7V13z"],
  book: [
    "M8 4C6.5 2.9 4.6 2.5 1.8 2.5v9.7c2.8 0 4.7.4 6.2 1.5 1.5-1.1 3.4-1.5 6.2-1.5V2.5C11.4 2.5 9.5 2.9 8 4Z",
    "M8 4v9.7",
  ],
  share: ["M8 9.5V1.8", "M5 4.4 8 1.5l3 2.9M4.5 7H2.8v7.2h10.4V7h-1.7"],
  tidy: ["M2 3.5h12M5 6.5h9M5 9.5h9M2 12.5h12"],
  clear: ["m4 4 8 8M12 4l-8 8"],
  sun: [
    "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
    "M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3",
  ],
  moon: ["M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z"],
  system: ["M1.8 2.8h12.4v8.4H1.8z", "M5.5 13.8h5M8 11.2v2.6"],
  keyboard: ["M1.5 4h13v8.5h-13z", "M4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M4.5 9.8h7"],
};

/** A decorative line icon; the words beside it (or the label) carry the meaning. */
export function icon(name, size = 16) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 16 16", width: size, height: size, class: `icon icon-${name}` };
  for (const [key, value] of Object.entries({ ...attributes, "aria-hidden": "true" }))
    svg.setAttribute(key, value);
  for (const d of ICONS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** A button with an icon and words, or with the icon alone and the words as its label. */
export function button(words, iconName, onclick, { bare = false, ...props } = {}) {
  const label = bare ? { "aria-label": words, title: words } : {};
  return h(
    "button",
    { type: "button", ...label, onclick, ...props },
    iconName && icon(iconName),
    !bare && h("span", {}, prose(words)),
  );
}

let toastTimer;
/** Says a short thing on the page and to screen readers. */
export function say(words) {
  const toast = byId("toast");
  toast.textContent = words;
  toast.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove("shown"), 2500);
}

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
  const area = h("textarea", { className: "unseen", value: text });
  // What is outside of an open dialog cannot be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus();
  return done;
}

export function download(name, text, type = "application/json") {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** After this, what was drawn can be seen. A page in the background draws nothing. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
