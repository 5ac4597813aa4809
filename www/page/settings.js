import { render } from "lit-html";
import { byId } from "./dom.js";
import { icon } from "./icons.js";

/** What this browser keeps: the chosen colors, and the draft if the user turns that on. */

const DRAFT = "hooklens.draft";
const DRAFT_LIMIT = 1_000_000;

const store = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
};

const THEMES = [
  ["system", "Colors: system", "system"],
  ["light", "Colors: light", "sun"],
  ["dark", "Colors: dark", "moon"],
];

export function themeSwitch() {
  const control = byId("theme");
  const show = () => {
    const chosen = document.documentElement.dataset.theme ?? "system";
    const [, label, iconName] = THEMES.find(([name]) => name === chosen);
    control.title = label;
    control.setAttribute("aria-label", label);
    render(icon(iconName, 18), control);
  };
  control.onclick = () => {
    const chosen = document.documentElement.dataset.theme ?? "system";
    const [next] = THEMES[(THEMES.findIndex(([name]) => name === chosen) + 1) % THEMES.length];
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    store.set("hooklens.theme", next === "system" ? null : next);
    show();
  };
  show();
}

/** The draft, kept only while the box is ticked. */
export function draftKeeper(text) {
  const box = byId("keep-draft");
  box.checked = store.get(DRAFT) !== null;
  let timer;
  const save = () => {
    const body = text();
    if (!store.set(DRAFT, body.length > DRAFT_LIMIT ? "" : body)) store.set(DRAFT, "");
  };
  box.onchange = () => (box.checked ? save() : (clearTimeout(timer), store.set(DRAFT, null)));
  addEventListener("pagehide", () => box.checked && save());
  return {
    kept: () => store.get(DRAFT) ?? "",
    changed() {
      if (!box.checked) return;
      clearTimeout(timer);
      timer = setTimeout(save, 500);
    },
  };
}
