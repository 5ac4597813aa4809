import { codeBlock } from "./code.js";
import { button, byId, copy, h } from "./dom.js";
import { fieldsOf } from "./schema.js";
import { count, providerName } from "./words.js";

export const exampleText = ({ example }) =>
  typeof example === "string" ? example : JSON.stringify(example, null, 2);

/** The catalog: every event type to search, read and load. */
export function createCatalog(entries, { onLoad }) {
  const place = byId("catalog");
  const all = [...entries.values()].map((entry) => ({
    entry,
    words: `${entry.id} ${providerName(entry.provider)} ${entry.title} ${entry.description}`.toLowerCase(),
  }));
  const search = h("input", {
    type: "search",
    id: "catalog-search",
    placeholder: "Provider, name or what it says",
    autocomplete: "off",
    oninput: list,
  });
  const found = h("p", { className: "faint", role: "status", "aria-live": "polite", id: "catalog-count" });
  const nav = h("nav", { className: "catalog-list", "aria-label": "Event types" });
  const detail = h("article", { className: "panel catalog-detail", id: "catalog-detail" });
  const heading = h("h1", { tabIndex: -1, id: "catalog-title" }, "Catalog");
  let chosen = null;

  place.append(
    h(
      "div",
      { className: "catalog-side" },
      heading,
      h("p", { className: "lead" }, `Every event type that HookLens knows: ${all.length}.`),
      h("label", { htmlFor: "catalog-search" }, "Search"),
      search,
      found,
      nav,
    ),
    detail,
  );

  function list() {
    const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = all
      .filter(({ words }) => terms.every((term) => words.includes(term)))
      .map(({ entry }) => entry);
    found.textContent = terms.length ? `${count(hits.length, "event type")} found` : "";
    const providers = [...new Set(hits.map((entry) => entry.provider))];
    nav.replaceChildren(
      ...providers.map((provider) =>
        h(
          "section",
          {},
          h("h2", {}, providerName(provider)),
          h(
            "ul",
            {},
            hits
              .filter((entry) => entry.provider === provider)
              .map((entry) =>
                h(
                  "li",
                  {},
                  h(
                    "a",
                    { href: `#/${entry.id}`, "aria-current": entry.id === chosen && "true" },
                    h("span", { className: "mono" }, entry.type),
                    h("span", { className: "faint" }, entry.title),
                  ),
                ),
              ),
          ),
        ),
      ),
      ...(hits.length ? [] : [h("p", { className: "none" }, "No event type has all these words.")]),
    );
  }

  function show(id) {
    const entry = entries.get(id);
    chosen = entry?.id ?? null;
    place.classList.toggle("has-detail", Boolean(id));
    list();
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
        h("p", {}, "There is no event type ", h("code", {}, id), "."),
      );
      return "Not in the catalog";
    }
    const example = exampleText(entry);
    detail.replaceChildren(
      back(),
      h(
        "p",
        { className: "kicker" },
        `${providerName(entry.provider)}${entry.event === false ? ": no event" : ""}`,
      ),
      h("h1", { className: "mono", tabIndex: -1, id: "entry-title" }, entry.type),
      h("p", { className: "lead" }, entry.title),
      h("p", {}, entry.description),
      h(
        "div",
        { className: "entry-tools" },
        button("Load the example", "open", () => onLoad(entry), { className: "primary", id: "load-example" }),
        button("Copy the example", "copy", () => copy(example, "the example")),
      ),
      h("h2", {}, "Fields"),
      fieldTable(entry),
      h("h2", {}, "Example"),
      ...codeBlock(example, `An example of ${entry.type}`, { language: "json" }),
    );
    return entry.type;
  }

  list();
  return { show, focus: (id) => (id ? byId("entry-title") : heading)?.focus({ preventScroll: true }) };
}

const back = () => h("a", { className: "back", href: "#/catalog" }, "All event types");

function fieldTable(entry) {
  const fields = fieldsOf(entry.schema);
  return h(
    "ul",
    { className: "schema-fields" },
    fields.map(({ name, depth, kind, required, description }) =>
      h(
        "li",
        { className: `depth-${Math.min(depth, 6)}` },
        h("span", { className: "field-name" }, name),
        h("span", { className: required ? "need" : "need optional" }, required ? "required" : "optional"),
        h(
          "span",
          { className: "field-about" },
          h("span", { className: "field-kind" }, kind),
          description && h("span", { className: "field-description" }, description),
        ),
      ),
    ),
  );
}
