import { bodyRow } from "./body-row.js";
import { byId } from "./dom.js";
import { button, h, prose } from "./h.js";
import { number } from "./text.js";
import { WORDS, sentence } from "./verdict.js";
import { createVerdicts } from "./verdicts.js";
import { createWindowedList } from "./windowed-list.js";

/** What is inside the body, to be opened, and the way back to what was opened. */
export function createInside({ onOpen, onBack }) {
  const place = byId("inside");
  const back = button("Back", "back", onBack, { id: "back", title: "Back to what is around this body" });
  const from = h("span", { className: "inside-from" });
  const trail = h("div", { className: "inside-back" }, back, from);
  const title = h("h2", { id: "inside-title", tabIndex: -1 });
  const progress = h("span", { className: "faint", id: "inside-progress" });
  const chips = new Map(Object.keys(WORDS).map((status) => [status, chip(status)]));
  const chipBar = h(
    "div",
    { className: "inside-filters", role: "group", "aria-label": "Show only" },
    ...chips.values(),
  );
  const words = h("input", {
    type: "search",
    id: "inside-words",
    placeholder: "Event or status",
    "aria-label": "Filter by event or status",
    autocomplete: "off",
    spellcheck: false,
    oninput: () => filter({ words: words.value }),
  });
  const event = h("select", {
    id: "inside-event",
    "aria-label": "Event",
    onchange: () => filter({ event: event.value }),
  });
  const filterBar = h("div", { className: "inside-filter" }, words, event);
  const note = h("p", { className: "none", id: "inside-note" });
  const list = createWindowedList({
    id: "inside-list",
    label: "Bodies",
    rowOf: (at) => bodyRow(inside.bodies[inside.view.places.at(at)], inside.engine, "Open it"),
    onOpen(at) {
      const index = inside.view.places.at(at);
      inside.view.opened = index;
      onOpen(inside.bodies[index]);
    },
  });
  const none = h("p", { className: "none", id: "inside-none" }, "No body passes this filter.");
  const found = h(
    "div",
    {},
    h("div", { className: "panel-head" }, title, progress, chipBar),
    filterBar,
    note,
    list.element,
    none,
  );
  place.append(trail, found);

  /** What is shown, with how it is shown in `view`, which is as it was when it is shown again. */
  let inside = null;

  function chip(status) {
    return h("button", {
      type: "button",
      className: "chip",
      "data-status": status,
      onclick: () => filter({ only: inside.view.only === status ? null : status }),
    });
  }

  function filter(change) {
    Object.assign(inside.view, change);
    count();
    list.show(inside.view.places.length, inside.bodies.length);
  }

  /** Shows how far the verdicts are and what they are, and finds which bodies pass. */
  function count() {
    const { bodies, view } = inside;
    const { verdicts, only } = view;
    const isDone = verdicts.isDone();
    const wanted = view.words.toLowerCase().split(/\s+/).filter(Boolean);
    view.places = verdicts.where(
      ({ status, ids }) =>
        (!only || status === only) &&
        (!view.event || ids.includes(view.event)) &&
        wanted.every((word) => status.startsWith(word) || ids.some((id) => id.toLowerCase().includes(word))),
    );
    const isFiltered = view.places.length < verdicts.known();
    progress.textContent = !isDone
      ? `${number(verdicts.known())} of ${number(bodies.length)} looked at`
      : isFiltered
        ? `${number(view.places.length)} shown`
        : "";
    const byStatus = verdicts.byStatus();
    chipBar.hidden = filterBar.hidden = bodies.length < 2;
    for (const [status, element] of chips) {
      const length = byStatus.get(status) ?? 0;
      element.hidden = length === 0;
      element.disabled = byStatus.size < 2 && isDone;
      element.setAttribute("aria-pressed", String(only === status));
      element.textContent = `${number(length)} ${WORDS[status].toLowerCase()}`;
    }
    none.hidden = view.places.length > 0 || !isDone || bodies.length === 0;
    list.element.hidden = view.places.length === 0;
  }

  /** Offers each event that was found, the most frequent first, once all are known. */
  function offerEvents() {
    const { verdicts, event: chosen } = inside.view;
    const counted = verdicts.isDone() ? [...verdicts.byEvent()].sort((a, b) => b[1] - a[1]) : [];
    event.disabled = counted.length < 2;
    event.replaceChildren(
      h("option", { value: "" }, `All events${counted.length > 1 ? ` (${number(counted.length)})` : ""}`),
      ...counted.map(([id, n]) =>
        h("option", { value: id, selected: id === chosen }, `${id} (${number(n)})`),
      ),
    );
  }

  const announced = () => {
    const { bodies, view, engine } = inside;
    if (bodies.length === 1) {
      const [{ text, raw }] = bodies;
      return `${inside.title}: ${sentence(engine.validate(raw ?? text), engine.entries)}`;
    }
    const byStatus = view.verdicts.byStatus();
    const tallies = [...chips.keys()].filter((status) => byStatus.has(status));
    return `${inside.title}: ${tallies.map((status) => `${number(byStatus.get(status))} ${status}`).join(", ")}`;
  };

  const viewOf = ({ bodies, engine }) => ({
    verdicts: createVerdicts(bodies, ({ text, raw }) => engine.validate(raw ?? text)),
    only: null,
    event: "",
    words: "",
    opened: null,
    places: { length: 0 },
  });

  return {
    show(next, holder) {
      if (inside !== next) inside?.view.verdicts.pause();
      inside = next;
      trail.hidden = !holder;
      if (holder) from.replaceChildren(...["Taken from another body, ", prose(holder.where), "."].flat(2));
      found.hidden = !inside;
      place.hidden = trail.hidden && found.hidden;
      if (!inside) return list.show(0, 0);
      inside.view ??= viewOf(inside);
      title.textContent = inside.title;
      note.replaceChildren(...prose(inside.note ?? "").flat());
      note.hidden = !inside.note;
      words.value = inside.view.words;
      const shown = inside;
      filter({});
      offerEvents();
      inside.view.verdicts.run(() => {
        if (inside !== shown) return;
        count();
        list.grow(inside.view.places.length);
        if (!inside.view.verdicts.isDone()) return;
        offerEvents();
        byId("announce").textContent = announced().replaceAll("`", "");
      });
    },

    focusBack: () => back.focus(),

    /** Moves the focus to the body that was opened from here. */
    focusOpened() {
      const { places, opened } = inside?.view ?? { places: [] };
      if (!inside || opened === null || places.length === 0) return title.focus();
      let at = 0;
      while (at < places.length - 1 && places.at(at) < opened) at++;
      list.select(at);
      list.element.focus({ preventScroll: true });
    },
  };
}
