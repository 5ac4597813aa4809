import { button, byId, h, icon, prose } from "./dom.js";
import { number } from "./text.js";
import { WORDS, ICONS } from "./verdict.js";

/** So many rows are drawn at once. */
const PAGE = 50;

/** What is inside the body, to be opened, and the way back to what was opened. */
export function createInside({ onOpen, onBack }) {
  const place = byId("inside");
  const back = button("Back", "back", onBack, { id: "back", title: "Back to what is around this body" });
  const from = h("span", { className: "inside-from" });
  const trail = h("div", { className: "inside-back" }, back, from);
  const title = h("h2", { id: "inside-title", tabIndex: -1 });
  const progress = h("span", { className: "faint", id: "inside-progress" });
  const filters = new Map(Object.keys(WORDS).map((status) => [status, filterOf(status)]));
  const filterBar = h(
    "div",
    { className: "inside-filters", role: "group", "aria-label": "Show only" },
    ...filters.values(),
  );
  const note = h("p", { className: "none", id: "inside-note" });
  const list = h("ul", { className: "inside-list" });
  const more = h("button", { type: "button", id: "inside-more", onclick: showMore });
  const found = h(
    "div",
    {},
    h("div", { className: "panel-head" }, title, progress, filterBar),
    note,
    list,
    more,
  );
  place.append(trail, found);

  /** What is shown, with how it is shown in `view`, which is as it was when it is shown again. */
  let inside = null;

  function filterOf(status) {
    return h("button", {
      type: "button",
      className: "chip",
      "data-status": status,
      onclick() {
        const { view } = inside;
        view.only = view.only === status ? null : status;
        view.shown = PAGE;
        list.replaceChildren();
        draw();
      },
    });
  }

  function showMore() {
    const first = list.children.length;
    inside.view.shown += PAGE;
    draw();
    list.children[first]?.querySelector("button").focus();
  }

  /** Shows how far the verdicts are, and adds the rows that are known by now. */
  function draw() {
    const { bodies, verdicts, view } = inside;
    const { statuses, places } = verdicts;
    const isDone = statuses.length === bodies.length;
    progress.textContent = isDone ? "" : `${number(statuses.length)} of ${number(bodies.length)} looked at`;
    const kinds = Object.values(places).filter(({ length }) => length > 0).length;
    filterBar.hidden = bodies.length < 2;
    for (const [status, filter] of filters) {
      const { length } = places[status];
      filter.hidden = length === 0;
      filter.disabled = kinds < 2 && isDone;
      filter.setAttribute("aria-pressed", String(view.only === status));
      filter.textContent = `${number(length)} ${WORDS[status].toLowerCase()}`;
    }
    const total = view.only ? places[view.only].length : statuses.length;
    const rows = [];
    for (let at = list.children.length; at < Math.min(view.shown, total); at++)
      rows.push(row(view.only ? places[view.only][at] : at));
    list.append(...rows);
    const left = total - view.shown;
    more.hidden = left <= 0;
    more.textContent = `Show ${number(Math.min(left, PAGE))} more of ${number(left)}`;
  }

  function row(index) {
    const body = inside.bodies[index];
    const status = inside.verdicts.statuses[index];
    const told = inside.tell(body);
    const name = `${WORDS[status]}. ${told}, ${body.where}`.replaceAll("`", "");
    return h(
      "li",
      { className: "inside-body", "data-status": status, "data-index": index },
      icon(ICONS[status], 18),
      h(
        "div",
        { className: "inside-told" },
        h("p", {}, h("span", { className: "verdict-word" }, `${WORDS[status]}. `), prose(told)),
        h("p", { className: "where" }, h("span", {}, prose(body.where))),
      ),
      h(
        "button",
        {
          type: "button",
          className: inside.bodies.length === 1 ? "primary" : "",
          "aria-label": `Open it: ${name}`,
          onclick() {
            inside.view.opened = index;
            onOpen(body);
          },
        },
        "Open it",
      ),
    );
  }

  const announced = () => {
    const { bodies, verdicts, tell } = inside;
    if (bodies.length === 1) return `${inside.title}: ${tell(bodies[0])}`;
    const tally = Object.entries(verdicts.places).filter(([, { length }]) => length > 0);
    return `${inside.title}: ${tally.map(([status, { length }]) => `${number(length)} ${status}`).join(", ")}`;
  };

  return {
    /** `next` is what was found, null for nothing; `holder` is what the body was opened from, if it was. */
    show(next, holder) {
      if (inside !== next) inside?.verdicts.pause();
      inside = next;
      trail.hidden = !holder;
      if (holder) from.replaceChildren(...["Taken from another body, ", prose(holder.where), "."].flat(2));
      found.hidden = !inside;
      place.hidden = trail.hidden && found.hidden;
      list.replaceChildren();
      if (!inside) return;
      inside.view ??= { only: null, shown: PAGE, opened: null };
      title.textContent = inside.title;
      note.replaceChildren(...prose(inside.note ?? "").flat());
      note.hidden = !inside.note;
      const shown = inside;
      inside.verdicts.run(() => {
        if (inside !== shown) return;
        draw();
        if (inside.verdicts.isDone()) byId("announce").textContent = announced().replaceAll("`", "");
      });
      draw();
    },

    focusBack: () => back.focus(),

    /** Moves the focus to the body that was opened from here. */
    focusOpened() {
      const opened = list.querySelector(`[data-index="${inside?.view.opened}"] button`);
      (opened ?? title).focus();
    },
  };
}
