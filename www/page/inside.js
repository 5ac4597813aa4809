import { html, render } from "lit-html";
import { bodyRow } from "./body-row.js";
import { byId } from "./dom.js";
import { button, prose } from "./pieces.js";
import { number, plain } from "./text.js";
import { WORDS, sentence } from "./verdict.js";
import { createVerdicts } from "./verdicts.js";
import { createWindowedList } from "./windowed-list.js";

/** What is inside the body, to be opened, and the way back to what was opened. */
export function createInside({ onOpen, onBack }) {
  /** What is shown, with how it is shown in `view`, which is as it was when it is shown again. */
  let inside = null;
  let holder; // what the body was opened from, if it was

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

  function filter(change) {
    Object.assign(inside.view, change);
    choose();
    draw();
    list.show(inside.view.places.length, inside.bodies.length);
  }

  /** Finds which bodies pass. */
  function choose() {
    const { view } = inside;
    const wanted = view.words.toLowerCase().split(/\s+/).filter(Boolean);
    view.places = view.verdicts.where(
      ({ status, ids }) =>
        (!view.only || status === view.only) &&
        (!view.event || ids.includes(view.event)) &&
        wanted.every((word) => status.startsWith(word) || ids.some((id) => id.toLowerCase().includes(word))),
    );
  }

  /** How far the verdicts are. */
  function progress({ bodies, view: { verdicts, places } }) {
    if (!verdicts.isDone()) return `${number(verdicts.known())} of ${number(bodies.length)} looked at`;
    return places.length < verdicts.known() ? `${number(places.length)} shown` : "";
  }

  /** What shows the bodies of one status alone, with how many they are. */
  const chip =
    ({ verdicts, only }) =>
    (status) => {
      const byStatus = verdicts.byStatus();
      const length = byStatus.get(status) ?? 0;
      const words = `${number(length)} ${WORDS[status].toLowerCase()}`;
      return html`<button
        type="button"
        class="chip"
        data-status=${status}
        aria-pressed=${only === status}
        ?hidden=${length === 0}
        ?disabled=${byStatus.size < 2 && verdicts.isDone()}
        @click=${() => filter({ only: only === status ? null : status })}
      >
        ${words}
      </button>`;
    };

  /** Offers each event that was found, the most frequent first, once all are known. */
  function eventChooser({ verdicts, event }) {
    const counted = verdicts.isDone() ? [...verdicts.byEvent()].sort((a, b) => b[1] - a[1]) : [];
    const option = ([id, n]) =>
      html`<option value=${id} .selected=${id === event}>${id} (${number(n)})</option>`;
    const all = `All events${counted.length > 1 ? ` (${number(counted.length)})` : ""}`;
    return html`<select
      id="inside-event"
      aria-label="Event"
      ?disabled=${counted.length < 2}
      @change=${({ target }) => filter({ event: target.value })}
    >
      <option value="" .selected=${event === ""}>${all}</option>
      ${counted.map(option)}
    </select>`;
  }

  const trail = () =>
    html`<div class="inside-back" ?hidden=${!holder}>
      ${button("Back", "back", onBack, { id: "back", title: "Back to what is around this body" })}<span
        class="inside-from"
        >${holder ? ["Taken from another body, ", prose(holder.where), "."] : ""}</span
      >
    </div>`;

  const found = ({ title, note, bodies, view }) => {
    const isDone = view.verdicts.isDone();
    const isOne = bodies.length < 2;
    const isEmpty = view.places.length === 0;
    return html`<div class="panel-head">
        <h2 id="inside-title" tabindex="-1">${title}</h2>
        <span class="faint" id="inside-progress">${progress(inside)}</span>
        <div class="inside-filters" role="group" aria-label="Show only" ?hidden=${isOne}>
          ${Object.keys(WORDS).map(chip(view))}
        </div>
      </div>
      <div class="inside-filter" ?hidden=${isOne}>
        <input
          type="search"
          id="inside-words"
          placeholder="Event or status"
          aria-label="Filter by event or status"
          autocomplete="off"
          spellcheck="false"
          .value=${view.words}
          @input=${({ target }) => filter({ words: target.value })}
        />
        ${eventChooser(view)}
      </div>
      <p class="none" id="inside-note" ?hidden=${!note}>${prose(note ?? "")}</p>
      ${list.view(isEmpty)}
      <p class="none" id="inside-none" ?hidden=${!isEmpty || !isDone || bodies.length === 0}>
        No body passes this filter.
      </p>`;
  };

  function draw() {
    const place = byId("inside");
    place.hidden = !holder && !inside;
    render(
      html`${trail()}
        <div ?hidden=${!inside}>${inside ? found(inside) : ""}</div>`,
      place,
    );
  }

  const announced = () => {
    const { bodies, view, engine } = inside;
    if (bodies.length === 1) {
      const [{ text, raw }] = bodies;
      return `${inside.title}: ${sentence(engine.validate(raw ?? text), engine.entries)}`;
    }
    const byStatus = view.verdicts.byStatus();
    const tallies = Object.keys(WORDS).filter((status) => byStatus.has(status));
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
    /** `next` is what was found, null for nothing; `from` is what the body was opened from, if it was. */
    show(next, from) {
      if (inside !== next) inside?.view.verdicts.pause();
      inside = next;
      holder = from;
      if (!inside) return draw();
      inside.view ??= viewOf(inside);
      filter({});
      const shown = inside;
      inside.view.verdicts.run(() => {
        if (inside !== shown) return;
        choose();
        draw();
        list.grow(inside.view.places.length);
        if (inside.view.verdicts.isDone()) byId("announce").textContent = plain(announced());
      });
    },

    focusBack: () => byId("back").focus(),

    /** Moves the focus to the body that was opened from here. */
    focusOpened() {
      const { places, opened } = inside?.view ?? { places: [] };
      if (!inside || opened === null || places.length === 0) return byId("inside-title")?.focus();
      let at = 0;
      while (at < places.length - 1 && places.at(at) < opened) at++;
      list.select(at);
      list.focus();
    },
  };
}
