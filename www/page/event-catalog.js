import { html, render } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { keyed } from "lit-html/directives/keyed.js";
import { catalogList, keyOf } from "./catalog-list.js";
import { copy } from "./clipboard.js";
import { codeBlock } from "./code.js";
import { byId } from "./dom.js";
import { breakable, button, prose } from "./pieces.js";
import { fieldsOf } from "./schema.js";
import { count } from "./text.js";
import { exampleText } from "./whole-catalog.js";

const FIELDS = 1000;

/** The catalog: every event type to search, read and load. */
export function createCatalog(entries, { onLoad }) {
  const all = [...entries.values()].map((entry) => ({
    entry,
    words: [entry.id, entry.family, entry.providerTitle, entry.title, entry.description]
      .join(" ")
      .toLowerCase(),
  }));
  const state = { id: null, words: "", unfolded: new Set() };

  const wanted = () => state.words.toLowerCase().split(/\s+/).filter(Boolean);

  const found = (terms) =>
    all.filter(({ words }) => terms.every((term) => words.includes(term))).map(({ entry }) => entry);

  function search({ target }) {
    state.words = target.value;
    draw();
  }

  function side() {
    const { id, unfolded } = state;
    const terms = wanted();
    const hits = found(terms);
    return html`<div class="catalog-side">
      <h1 tabindex="-1" id="catalog-title">Catalog</h1>
      <p class="lead">
        HookLens knows ${count(all.length, "event type")}. <a href="#/yours">Add your own</a>
      </p>
      <label for="catalog-search">Search</label>
      <input
        type="search"
        id="catalog-search"
        placeholder="Provider, name or description"
        autocomplete="off"
        .value=${state.words}
        @input=${search}
      />
      <p class="faint" role="status" aria-live="polite" id="catalog-count">
        ${terms.length > 0 ? `${count(hits.length, "event type")} found` : ""}
      </p>
      ${catalogList({ hits, chosen: id, isSearch: terms.length > 0, unfolded })}
    </div>`;
  }

  function detail() {
    const { id } = state;
    const entry = entries.get(id);
    if (!id) return html`<p class="none">Choose an event type to see its fields and an example.</p>`;
    return [BACK, entry ? about(entry, onLoad) : unknown(id)];
  }

  function draw() {
    const place = byId("catalog");
    place.classList.toggle("has-detail", Boolean(state.id));
    render(
      html`${side()}
        <article class="panel catalog-detail" id="catalog-detail">
          ${guard([state.id, entries.get(state.id)], () => keyed(state.id, detail()))}
        </article>`,
      place,
    );
  }

  /** Scrolls the list alone: the page stays where it is. */
  function revealChosen() {
    const list = document.querySelector(".catalog-list");
    const current = list.querySelector("[aria-current]");
    if (!current) return;
    const [view, item] = [list, current].map((each) => each.getBoundingClientRect());
    if (item.top < view.top || item.bottom > view.bottom)
      list.scrollTop += item.top - view.top - view.height / 3;
  }

  return {
    /** Shows an entry, or none where there is no id; gives the title of that. */
    show(id) {
      const entry = entries.get(id);
      state.id = id;
      if (entry) state.unfolded.add(keyOf(entry));
      draw();
      revealChosen();
      return entry?.type ?? (id ? "Not in the catalog" : "Catalog");
    },
    focus: (id) => byId(id ? "entry-title" : "catalog-title").focus({ preventScroll: true }),
  };
}

const BACK = html`<a class="back" href="#/catalog">All event types</a>`;

const unknown = (id) =>
  html`<h1 tabindex="-1" id="entry-title">Not in the catalog</h1>
    <p>There is no event type <code>${breakable(id)}</code>.</p>`;

function about(entry, onLoad) {
  const { type, title, description, deprecated, source } = entry;
  const text = entry.example === undefined ? undefined : exampleText(entry);
  return html`<p class="kicker">
      ${entry.providerTitle}, ${entry.family}${entry.event ? "" : " (not an event)"}
    </p>
    <h1 class="mono" tabindex="-1" id="entry-title">${breakable(type)}</h1>
    ${title === type ? "" : html`<p class="lead">${title}</p>`}
    ${description ? html`<p>${prose(description)}</p>` : ""}
    ${deprecated ? html`<p><strong>Deprecated. </strong>${prose(deprecated)}</p>` : ""}
    ${text === undefined ? "" : exampleTools(text, () => onLoad(entry))}
    <h2>Fields</h2>
    ${fieldTable(entry)}${text === undefined ? "" : example(entry, text)}
    <p class="faint">Source: ${source}</p>`;
}

function exampleTools(text, load) {
  const loading = button("Load the example", "open", load, { className: "primary", id: "load-example" });
  const copying = button("Copy the example", "copy", () => copy(text, "the example"));
  return html`<div class="entry-tools">${loading}${copying}</div>`;
}

const example = ({ type, exampleIsMade }, text) =>
  html`<h2>Example</h2>
    ${exampleIsMade ? MADE : ""}${codeBlock(text, `An example of ${type}`, { language: "json" })}`;

const MADE = html`<p class="faint">Made from the published fields: the provider publishes no example.</p>`;

function fieldTable({ schema }) {
  if (!schema) return html`<p class="none">Its fields cannot be shown here.</p>`;
  const fields = fieldsOf(schema, FIELDS + 1);
  if (fields.length === 0) return html`<p class="none">Its schema names no fields.</p>`;
  const cut = html`<p class="none">Only the first ${count(FIELDS, "field")} are shown.</p>`;
  return html`<ul class="schema-fields">
      ${fields.slice(0, FIELDS).map(fieldRow)}
    </ul>
    ${fields.length > FIELDS ? cut : ""}`;
}

const fieldRow = ({ name, depth, kind, required, description }) =>
  html`<li class="depth-${Math.min(depth, 6)}">
    <span class="field-name">${breakable(name)}</span
    ><span class=${required ? "need" : "need optional"}>${required ? "required" : "optional"}</span
    ><span class="field-about"
      ><span class="field-kind">${kind}</span>${
        description ? html`<span class="field-description">${prose(description)}</span>` : ""
      }</span
    >
  </li>`;
