import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { breakable } from "./pieces.js";
import { count, linkTo, number } from "./text.js";

/**
 * Event types to choose from: by provider, and there by family, each folded until it is wanted: `unfolded` has the keys
 * of those that are not. All are in the open where they are what was searched for.
 */
export function catalogList({ hits, chosen, isSearch, unfolded }) {
  const family = (entries) => {
    const key = keyOf(entries[0]);
    // A family that a search has opened is folded again after it.
    const onToggle = ({ target: { open } }) => {
      if (!isSearch) unfolded[open ? "add" : "delete"](key);
    };
    return html`<details class="family" .open=${live(isSearch || unfolded.has(key))} @toggle=${onToggle}>
      <summary><span class="mono">${entries[0].family}</span> ${size(entries)}</summary>
      <ul>
        ${entries.map((entry) => html`<li>${link(entry, chosen)}</li>`)}
      </ul>
    </details>`;
  };
  const provider = (entries) =>
    html`<section>
      <h2>${entries[0].providerTitle} ${size(entries)}</h2>
      ${repeat(grouped(entries, keyOf), ([first]) => keyOf(first), family)}
    </section>`;
  return html`<nav class="catalog-list" aria-label="Event types">
    ${repeat(
      grouped(hits, ({ provider }) => provider),
      ([first]) => first.provider,
      provider,
    )}
    ${hits.length > 0 ? "" : html`<p class="none">No event type matches all these words.</p>`}
  </nav>`;
}

export const keyOf = ({ provider, family }) => `${provider}/${family}`;

/** Entries with the same key together, in the order of the first of each. */
function grouped(entries, key) {
  const groups = new Map();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return [...groups.values()];
}

const size = ({ length }) =>
  html`<span class="family-size" title=${count(length, "event type")}
    >${number(length)}<span class="unseen">${length === 1 ? " event type" : " event types"}</span></span
  >`;

function link({ id, type, title, deprecated }, chosen) {
  const about = deprecated ? `${title}, deprecated` : title;
  return html`<a href=${linkTo(id)} aria-current=${id === chosen ? "true" : nothing}>
    <span class="mono">${breakable(type)}</span
    >${title === type ? "" : html`<span class="faint">${about}</span>`}
  </a>`;
}
