import { createList } from "./catalog-list.js";
import { copy } from "./clipboard.js";
import { codeBlock } from "./code.js";
import { breakable, button, byId, h, prose } from "./dom.js";
import { fieldsOf } from "./schema.js";
import { count } from "./text.js";
import { exampleText } from "./whole-catalog.js";

const FIELDS = 1000;

/** The catalog: every event type to search, read and load. */
export function createCatalog(entries, { onLoad }) {
  const place = byId("catalog");
  const all = [...entries.values()].map((entry) => ({
    entry,
    words: [entry.id, entry.family, entry.providerTitle, entry.title, entry.description]
      .join(" ")
      .toLowerCase(),
  }));
  const search = h("input", {
    type: "search",
    id: "catalog-search",
    placeholder: "Provider, name or description",
    autocomplete: "off",
    oninput: list,
  });
  const found = h("p", { className: "faint", role: "status", "aria-live": "polite", id: "catalog-count" });
  const listed = createList();
  const detail = h("article", { className: "panel catalog-detail", id: "catalog-detail" });
  const heading = h("h1", { tabIndex: -1, id: "catalog-title" }, "Catalog");
  const side = h(
    "div",
    { className: "catalog-side" },
    heading,
    h(
      "p",
      { className: "lead" },
      `HookLens knows ${count(all.length, "event type")}. `,
      h("a", { href: "#/yours" }, "Add your own"),
    ),
    h("label", { htmlFor: "catalog-search" }, "Search"),
    search,
    found,
    listed.element,
  );
  let chosen = null;
  place.replaceChildren(side, detail);

  function list() {
    const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = all
      .filter(({ words }) => terms.every((term) => words.includes(term)))
      .map(({ entry }) => entry);
    found.textContent = terms.length ? `${count(hits.length, "event type")} found` : "";
    listed.show(hits, { chosen, all: terms.length > 0 });
  }

  /** Scrolls the list alone: the page stays where it is. */
  function revealChosen() {
    const { element } = listed;
    const current = element.querySelector("[aria-current]");
    if (!current) return;
    const [view, item] = [element, current].map((each) => each.getBoundingClientRect());
    if (item.top < view.top || item.bottom > view.bottom)
      element.scrollTop += item.top - view.top - view.height / 3;
  }

  function show(id) {
    const entry = entries.get(id);
    chosen = entry?.id ?? null;
    place.classList.toggle("has-detail", Boolean(id));
    if (entry) listed.unfold(entry);
    list();
    revealChosen();
    if (!id) {
      detail.replaceChildren(
        h("p", { className: "none" }, "Choose an event type to see its fields and an example."),
      );
      return "Catalog";
    }
    if (!entry) {
      detail.replaceChildren(
        back(),
        h("h1", { tabIndex: -1, id: "entry-title" }, "Not in the catalog"),
        h("p", {}, "There is no event type ", h("code", {}, breakable(id)), "."),
      );
      return "Not in the catalog";
    }
    const example = entry.example === undefined ? undefined : exampleText(entry);
    detail.replaceChildren(
      back(),
      h(
        "p",
        { className: "kicker" },
        `${entry.providerTitle}, ${entry.family}${entry.event ? "" : " (not an event)"}`,
      ),
      h("h1", { className: "mono", tabIndex: -1, id: "entry-title" }, breakable(entry.type)),
      entry.title === entry.type ? "" : h("p", { className: "lead" }, entry.title),
      entry.description ? h("p", {}, prose(entry.description)) : "",
      entry.deprecated ? h("p", {}, h("strong", {}, "Deprecated. "), prose(entry.deprecated)) : "",
      ...(example === undefined
        ? []
        : [
            h(
              "div",
              { className: "entry-tools" },
              button("Load the example", "open", () => onLoad(entry), {
                className: "primary",
                id: "load-example",
              }),
              button("Copy the example", "copy", () => copy(example, "the example")),
            ),
          ]),
      h("h2", {}, "Fields"),
      ...fieldTable(entry),
      ...(example === undefined
        ? []
        : [
            h("h2", {}, "Example"),
            entry.exampleIsMade
              ? h(
                  "p",
                  { className: "faint" },
                  "Made from the published fields: the provider publishes no example.",
                )
              : "",
            ...codeBlock(example, `An example of ${entry.type}`, { language: "json" }),
          ]),
      h("p", { className: "faint" }, `Source: ${entry.source}`),
    );
    return entry.type;
  }

  list();
  return { show, focus: (id) => (id ? byId("entry-title") : heading)?.focus({ preventScroll: true }) };
}

const back = () => h("a", { className: "back", href: "#/catalog" }, "All event types");

function fieldTable({ schema }) {
  if (!schema) return [h("p", { className: "none" }, "Its fields cannot be shown here.")];
  const fields = fieldsOf(schema, FIELDS + 1);
  const isCut = fields.length > FIELDS;
  if (fields.length === 0) return [h("p", { className: "none" }, "Its schema names no fields.")];
  const table = h(
    "ul",
    { className: "schema-fields" },
    fields
      .slice(0, FIELDS)
      .map(({ name, depth, kind, required, description }) =>
        h(
          "li",
          { className: `depth-${Math.min(depth, 6)}` },
          h("span", { className: "field-name" }, breakable(name)),
          h("span", { className: required ? "need" : "need optional" }, required ? "required" : "optional"),
          h(
            "span",
            { className: "field-about" },
            h("span", { className: "field-kind" }, kind),
            description && h("span", { className: "field-description" }, prose(description)),
          ),
        ),
      ),
  );
  return [
    table,
    isCut ? h("p", { className: "none" }, `Only the first ${count(FIELDS, "field")} are shown.`) : "",
  ];
}
