import { html, nothing } from "lit-html";
import { icon } from "./icons.js";

/** A name that may break at its dots. */
export function breakable(text) {
  const parts = text.split(/(?<=\w[._/])(?=\w)/);
  return parts.length === 1 ? text : parts.map((part, at) => (at ? html`<wbr />${part}` : part));
}

/** A sentence of the package: what stands in backticks is code, and long names may break at their dots. */
export const prose = (text) =>
  text
    .split(/`([^`\n]+)`/)
    .map((part, at) => (at % 2 ? html`<code>${breakable(part)}</code>` : breakable(part)));

/** A button with an icon and words, or with the icon alone and the words as its label. */
export function button(words, iconName, onclick, about = {}) {
  const { bare, id, className, title, label, pressed, expanded, hidden, disabled } = about;
  return html`<button
    type="button"
    id=${id ?? nothing}
    class=${className ?? nothing}
    title=${title ?? (bare ? words : nothing)}
    aria-label=${label ?? (bare ? words : nothing)}
    aria-pressed=${pressed ?? nothing}
    aria-expanded=${expanded ?? nothing}
    ?hidden=${hidden}
    ?disabled=${disabled}
    @click=${onclick}
  >
    ${iconName ? icon(iconName) : ""}${bare ? "" : html`<span>${prose(words)}</span>`}
  </button>`;
}
