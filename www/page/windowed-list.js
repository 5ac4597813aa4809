import { html, render } from "lit-html";
import { byId } from "./dom.js";

/** A list of at most so many rows is drawn whole, each row as high as what it says. */
const FEW = 50;

/** A row's height in a longer one, in rem, and how many more than those in view are drawn above and below. */
const ROW = 4;
const SPARE = 6;

/** No browser draws a higher element. */
const HIGHEST = 16_000_000;

/**
 * A list of options of which only those in view are in the document. The focus is on the list itself, which names its
 * current row. `rowOf` gives what is said in a place of the list, `{ status, view }`; `onOpen` is told the place that is
 * chosen. It is drawn by itself, once its view is in the document.
 */
export function createWindowedList({ id, label, rowOf, onOpen }) {
  let rows = new Map(); // what is said in the places that are drawn
  let length = 0;
  let height = 0;
  let isLong = false;
  let current = -1;

  const list = () => byId(id);
  const rowAt = (place) => byId(`${id}-${place}`);

  const view = (isHidden) =>
    html`<ul
      id=${id}
      class="window-list"
      role="listbox"
      tabindex="0"
      aria-label=${label}
      ?hidden=${isHidden}
      @scroll=${() => list() && draw()}
      @keydown=${keys}
      @focus=${focused}
      @click=${clicked}
    ></ul>`;

  function focused() {
    if (current < 0 && length > 0) select(isLong ? Math.ceil(list().scrollTop / height) : 0);
  }

  function clicked({ target }) {
    const row = target.closest("[role=option]");
    if (row) open(Number(row.dataset.place));
  }

  function inView() {
    const { scrollTop, clientHeight } = list();
    const first = Math.floor(scrollTop / height) - SPARE;
    const last = Math.ceil((scrollTop + clientHeight) / height) + SPARE;
    return [Math.max(0, Math.min(first, length)), Math.min(length, last)];
  }

  function draw() {
    const [from, to] = isLong ? inView() : [0, length];
    const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    rows = new Map(places.map((place) => [place, rows.get(place) ?? rowOf(place)]));
    const element = list();
    // What stands in place of the rows above and below: a padding would make the list itself as high.
    render(
      html`<li role="presentation"></li>
        ${places.map(option)}
        <li role="presentation"></li>`,
      element,
    );
    element.firstElementChild.style.height = `${isLong ? from * height : 0}px`;
    element.lastElementChild.style.height = `${isLong ? (length - to) * height : 0}px`;
    if (rows.has(current)) element.setAttribute("aria-activedescendant", `${id}-${current}`);
    else element.removeAttribute("aria-activedescendant");
  }

  function option(place) {
    const { status, view } = rows.get(place);
    return html`<li
      class="inside-body"
      data-status=${status}
      id="${id}-${place}"
      role="option"
      data-place=${place}
      aria-posinset=${place + 1}
      aria-setsize=${length}
      aria-selected=${place === current}
    >
      ${view}
    </li>`;
  }

  /** Makes a row the current one, and brings it into view. */
  function select(place) {
    current = Math.max(0, Math.min(place, length - 1));
    const element = list();
    const row = rowAt(current);
    const [top, bottom] = isLong
      ? [current * height, (current + 1) * height]
      : [row.offsetTop, row.offsetTop + row.offsetHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
    draw();
  }

  function open(place) {
    select(place);
    onOpen(place);
  }

  function keys(event) {
    if (length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(list().clientHeight / (height || rowAt(0).offsetHeight)) - 1);
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: length - 1,
    }[event.key];
    if (to !== undefined) select(to);
    else if (current >= 0 && (event.key === "Enter" || event.key === " ")) open(current);
    else return;
    event.preventDefault();
  }

  /** There are more rows; those that are drawn stay. */
  function grow(total) {
    length = isLong ? Math.min(total, Math.floor(HIGHEST / height)) : total;
    draw();
  }

  return {
    view,

    /** Draws anew: `total` rows, in a list that has `atMost` without a filter. */
    show(total, atMost) {
      rows.clear();
      current = -1;
      isLong = atMost > FEW;
      list().classList.toggle("long", isLong);
      height = isLong ? ROW * parseFloat(getComputedStyle(document.documentElement).fontSize) : 0;
      list().scrollTop = 0;
      grow(total);
    },

    grow,
    select,
    focus: () => list().focus({ preventScroll: true }),
  };
}
