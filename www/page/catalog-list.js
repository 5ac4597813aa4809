import { breakable, h } from "./dom.js";
import { count, linkTo, number } from "./text.js";

/** Event types to choose from: by provider, and there by family, each folded until it is wanted. */
export function createList() {
  const element = h("nav", { className: "catalog-list", "aria-label": "Event types" });
  const unfolded = new Set();

  function family(entries, chosen, all) {
    const key = keyOf(entries[0]);
    const details = h(
      "details",
      { className: "family", open: all || unfolded.has(key) },
      h("summary", {}, h("span", { className: "mono" }, entries[0].family), " ", size(entries)),
      h(
        "ul",
        {},
        entries.map((entry) => h("li", {}, link(entry, chosen))),
      ),
    );
    // A family that a search has opened is folded again after it.
    if (!all)
      details.addEventListener("toggle", () => (details.open ? unfolded.add(key) : unfolded.delete(key)));
    return details;
  }

  return {
    element,

    /** The family of an entry stays open until it is folded by hand. */
    unfold: (entry) => unfolded.add(keyOf(entry)),

    /** Lists these; `all` of them in the open where they are what was searched for. */
    show(entries, { chosen, all }) {
      const providers = grouped(entries, ({ provider }) => provider);
      element.replaceChildren(
        ...providers.map((ofProvider) =>
          h(
            "section",
            {},
            h("h2", {}, ofProvider[0].providerTitle, " ", size(ofProvider)),
            grouped(ofProvider, keyOf).map((ofFamily) => family(ofFamily, chosen, all)),
          ),
        ),
        ...(entries.length ? [] : [h("p", { className: "none" }, "No event type matches all these words.")]),
      );
    },
  };
}

const keyOf = ({ provider, family }) => `${provider}/${family}`;

/** Entries with the same key together, in the order of the first of each. */
function grouped(entries, key) {
  const groups = new Map();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return [...groups.values()];
}

const size = ({ length }) =>
  h(
    "span",
    { className: "family-size", title: count(length, "event type") },
    number(length),
    h("span", { className: "unseen" }, length === 1 ? " event type" : " event types"),
  );

const link = (entry, chosen) =>
  h(
    "a",
    { href: linkTo(entry.id), "aria-current": entry.id === chosen && "true" },
    h("span", { className: "mono" }, breakable(entry.type)),
    entry.title !== entry.type &&
      h("span", { className: "faint" }, entry.deprecated ? `${entry.title}, deprecated` : entry.title),
  );
