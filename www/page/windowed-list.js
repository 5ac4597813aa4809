import { h } from "./h.js";

/** A list of at most so many rows is drawn whole, each row as high as what it says. */
const FEW = 50;

/** A row's height in a longer one, in rem, and how many more than those in view are drawn above and below. */
const ROW = 4;
const SPARE = 6;

/** No browser draws a higher element. */
const HIGHEST = 16_000_000;

/**
 * A list of options of which only those in view are in the document. The focus is on the list itself, which names its
 * current row. `rowOf` gives an option's properties and children for a place in the list; `onOpen` is told the place that
 * is chosen.
 */
export function createWindowedList({ id, label, rowOf, onOpen }) {
  const element = h("ul", {
    id,
    className: "window-list",
    role: "listbox",
    tabIndex: 0,
    "aria-label": label,
    onscroll: draw,
    onkeydown: keys,
    onfocus: () => current < 0 && length > 0 && select(isLong ? Math.ceil(element.scrollTop / height) : 0),
    onclick(event) {
      const row = event.target.closest("[role=option]");
      if (row) open(Number(row.dataset.place));
    },
  });
  // In place of the rows above and below: a padding would make the list itself as high.
  const [above, below] = [0, 1].map(() => h("li", { role: "presentation" }));
  element.append(above, below);
  const rows = new Map();
  let length = 0;
  let height = 0;
  let isLong = false;
  let current = -1;

  function inView() {
    const first = Math.floor(element.scrollTop / height) - SPARE;
    const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + SPARE;
    return [Math.max(0, Math.min(first, length)), Math.min(length, last)];
  }

  function draw() {
    const [from, to] = isLong ? inView() : [0, length];
    for (const [place, row] of rows)
      if (place < from || place >= to) {
        row.remove();
        rows.delete(place);
      }
    let next = below;
    for (let place = to - 1; place >= from; place--) {
      if (!rows.has(place)) {
        const row = option(place);
        rows.set(place, row);
        element.insertBefore(row, next);
      }
      next = rows.get(place);
    }
    above.style.height = `${isLong ? from * height : 0}px`;
    below.style.height = `${isLong ? (length - to) * height : 0}px`;
    mark();
  }

  function option(place) {
    const [props, ...children] = rowOf(place);
    return h(
      "li",
      { ...props, id: `${id}-${place}`, role: "option", "data-place": place, "aria-posinset": place + 1 },
      ...children,
    );
  }

  function mark() {
    for (const [place, row] of rows) {
      row.setAttribute("aria-setsize", length);
      row.setAttribute("aria-selected", place === current);
    }
    if (rows.has(current)) element.setAttribute("aria-activedescendant", `${id}-${current}`);
    else element.removeAttribute("aria-activedescendant");
  }

  /** Makes a row the current one, and brings it into view. */
  function select(place) {
    current = Math.max(0, Math.min(place, length - 1));
    const row = rows.get(current);
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
    const page = Math.max(1, Math.floor(element.clientHeight / (height || rows.get(0).offsetHeight)) - 1);
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

  return {
    element,

    /** Draws anew: `total` rows, in a list that has `atMost` without a filter. */
    show(total, atMost) {
      for (const row of rows.values()) row.remove();
      rows.clear();
      current = -1;
      isLong = atMost > FEW;
      element.classList.toggle("long", isLong);
      height = isLong ? ROW * parseFloat(getComputedStyle(document.documentElement).fontSize) : 0;
      this.grow(total);
      element.scrollTop = 0;
      draw();
    },

    /** There are more rows; those that are drawn stay. */
    grow(total) {
      length = isLong ? Math.min(total, Math.floor(HIGHEST / height)) : total;
      draw();
    },

    select,
  };
}
