import { html } from "lit-html";

const ROUND = "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z";

/** Each icon as the path of an SVG of 16 by 16. */
const PATHS = {
  error: `${ROUND}M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8`,
  warning: "M8 1.8 15 14H1L8 1.8ZM8 6.2v3.6M8 11.6v.6",
  ok: `${ROUND}M5 8.2l2.1 2.1L11 6`,
  unknown: `${ROUND}M6.2 6.2a1.9 1.9 0 1 1 2.6 1.9c-.5.2-.8.5-.8 1v.3M8 11.4v.4`,
  empty: "M3 2.5h7l3 3v8H3zM5.5 8h5M5.5 10.6h5",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  download: "M8 2v8.5M4.6 7.4l3.4 3.4 3.4-3.4M2.5 13.5h11",
  up: "M3.5 10l4.5-4.5 4.5 4.5",
  down: "M3.5 6l4.5 4.5L12.5 6",
  back: "M6.5 3.5 2 8l4.5 4.5M2.2 8H14",
  fix: "M9.7 6.3l-7.2 7.2M12 1.5l.7 1.8 1.8.7-1.8.7-.7 1.8-.7-1.8-1.8-.7 1.8-.7zM5 2l.4 1.1 1.1.4-1.1.4L5 5l-.4-1.1-1.1-.4 1.1-.4z",
  open: "M1.5 13V3.5h4.6l1.4 1.8h7V13z",
  book: "M8 4C6.5 2.9 4.6 2.5 1.8 2.5v9.7c2.8 0 4.7.4 6.2 1.5 1.5-1.1 3.4-1.5 6.2-1.5V2.5C11.4 2.5 9.5 2.9 8 4ZM8 4v9.7",
  share: "M8 9.5V1.8M5 4.4 8 1.5l3 2.9M4.5 7H2.8v7.2h10.4V7h-1.7",
  tidy: "M2 3.5h12M5 6.5h9M5 9.5h9M2 12.5h12",
  clear: "M4 4l8 8M12 4l-8 8",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3",
  moon: "M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z",
  system: "M1.8 2.8h12.4v8.4H1.8zM5.5 13.8h5M8 11.2v2.6",
  keyboard: "M1.5 4h13v8.5h-13zM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M4.5 9.8h7",
};

/** A decorative line icon; the words beside it (or the label) carry the meaning. */
export const icon = (name, size = 16) =>
  html`<svg viewBox="0 0 16 16" width=${size} height=${size} class="icon icon-${name}" aria-hidden="true">
    <path d=${PATHS[name]}></path>
  </svg>`;
