import { render } from "lit-html";
import * as icons from "./icons.js";
import * as pieces from "./pieces.js";

/** Makes an element. Strings become text nodes, so a body's text can never become markup. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes("-") && name !== "list") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity))
    if (child || child === 0) element.append(...(child._$litType$ ? nodes(child) : [child]));
  return element;
}

/** The nodes of a view. */
function nodes(view) {
  const fragment = document.createDocumentFragment();
  render(view, fragment);
  return [...fragment.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);
}

export const prose = (text) => nodes(pieces.prose(text));
export const breakable = (text) => nodes(pieces.breakable(text));
export const icon = (...about) => nodes(icons.icon(...about))[0];

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
