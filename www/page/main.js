import { html, render } from "lit-html";
import { compareLater } from "./compare-later.js";
import { areKept } from "./document-store.js";
import { byId } from "./dom.js";
import { engineLoaded } from "./engine.js";
import { icon } from "./icons.js";
import { createInspector } from "./inspector.js";
import { button } from "./pieces.js";
import { draftKeeper, themeSwitch } from "./settings.js";
import { decode, isShared } from "./share.js";
import { inputSources } from "./input-sources.js";
import { say } from "./toast.js";
import { exampleText, loadWholeCatalog, prepareWholeCatalog } from "./whole-catalog.js";

const draft = draftKeeper(() => inspector.text());
const inspector = createInspector({
  onChange: () => draft.changed(),
  onShown: () => compare.update(),
  onReport: () => give("report"),
});
const compare = compareLater(inspector, {
  chooseFile: () => sources.chooseOther(),
  onToggle: (isComparing) => drawTools({ isComparing }),
});
performance.mark("editor");
let catalogView = null;

/** Checks the body with this engine from now on, and shows the catalog that it has. */
function use(engine) {
  inspector.use(engine);
  if (!catalogView) return;
  catalogView = null;
  if (!byId("catalog").hidden) follow({ first: true });
}

function load(text, raw) {
  inspector.load(text, raw);
  if (!byId("inspect").hidden) return;
  location.hash = "#/";
}

async function route({ first = false } = {}) {
  const { hash } = location;
  if (isShared(hash)) {
    try {
      inspector.load(await decode(hash));
    } catch (error) {
      say(error.message);
    }
  }
  const path = isShared(hash) ? "" : plain(hash.replace(/^#\/?/, ""));
  const shownView = path === "" ? "inspect" : path === "yours" ? "own" : "catalog";
  for (const view of ["inspect", "catalog", "own"]) byId(view).hidden = view !== shownView;
  for (const link of document.querySelectorAll("[data-view]"))
    if (link.dataset.view === shownView) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");

  document.title = shownView === "own" ? "Your events · HookLens" : "HookLens";
  if (shownView === "own") {
    const view = await shownIn("own", ownShown);
    // Somebody who did not wait is elsewhere by now.
    if (location.hash !== hash) return;
    if (!first) view.focus();
  } else if (shownView === "catalog") {
    const id = path === "catalog" ? null : path;
    const view = await shownIn("catalog", catalogShown);
    if (location.hash !== hash) return;
    document.title = `${view.show(id)} · HookLens`;
    if (!first) view.focus(id);
  } else {
    inspector.editor.view.requestMeasure();
    if (!first) byId("inspect-title").focus({ preventScroll: true });
  }
  if (!first) scrollTo(0, 0);
}

/** A view that is fetched when it is first shown; where that fails, its place says so. */
async function shownIn(place, view) {
  try {
    return await view();
  } catch (error) {
    render(html`<p class="none">${error.message}</p>`, byId(place));
    throw error;
  }
}

async function catalogShown() {
  if (catalogView) return catalogView;
  await restored;
  const [{ createCatalog }, entries] = await Promise.all([
    fetched(import("./event-catalog.js")),
    loadWholeCatalog(),
  ]);
  catalogView ??= createCatalog(entries, { onLoad: (entry) => load(exampleText(entry)) });
  return catalogView;
}

let ownParts;
/** The view of the user's documents, and when those are loaded that this browser has kept. */
function own() {
  ownParts ??= fetched(import("./own.js")).then(({ createOwnEvents, createOwnView }) => {
    const events = createOwnEvents({ onDocuments: (documents) => view.show(documents), onEngine: use });
    const view = createOwnView(events, { onChoose: () => sources.chooseDocuments() });
    view.show([]);
    return { view, restored: areKept() ? events.restore().catch(inspector.fail) : null };
  });
  ownParts.catch(() => (ownParts = undefined));
  return ownParts;
}

const ownShown = async () => (await own()).view;

/** A part of the page that was not in the first load. */
const fetched = (part) =>
  part.catch(() => {
    throw new Error("That part of the page could not be loaded.");
  });

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const sources = inputSources({
  load,
  loadOther: compare.put,
  add: (added) => later(ownShown(), (view) => view.add(added)),
  wantsDocuments: () => !byId("own").hidden,
});
function drawTools({ isComparing }) {
  const tools = [
    button("Open", "open", sources.choose, { id: "open", title: "Open a file" }),
    button("Tidy", "tidy", inspector.tidy, {
      id: "tidy",
      title: "Indent the body; only white space changes",
    }),
    button("Compare", null, compare.toggle, {
      id: "compare-button",
      title: "Compare the body with another",
      pressed: isComparing,
    }),
    button("Copy", "copy", () => give("body"), {
      id: "copy",
      title: "Copy the body, redacted or as it is",
    }),
    button("Share", "share", () => give("link"), {
      id: "share",
      title: "Share the body as a link, redacted or as it is",
    }),
    button("Clear", "clear", () => inspector.load(""), { id: "clear", title: "Empty the editor" }),
  ];
  render(tools, byId("body-tools"));
}
drawTools({ isComparing: false });

const GIVE = { body: "copy", link: "share", report: "report on" };

/** Offers the body, a link to it or a report on it to be given to others. */
function give(form) {
  const body = inspector.text();
  if (body.trim() === "") say(`There is no body to ${GIVE[form]} yet.`);
  else
    later(import("./dialogs.js"), ({ openGiveDialog }) =>
      openGiveDialog({
        body,
        form,
        redacted: inspector.redacted,
        toReport: inspector.toReport,
        ofOwnEvents: inspector.origins().length > 0,
      }),
    );
}

/** Does this with a part of the page that was not in the first load. */
const later = (part, use) => fetched(part).then(use, (error) => say(error.message));

engineLoaded.then(offerExamples, () => {});

async function loadExample(id) {
  try {
    load(exampleText((await loadWholeCatalog()).get(id)));
  } catch (error) {
    say(error.message);
  }
}

/** Of each provider the first of the most events whose names begin alike: what it has most to say about. */
function examples(entries) {
  const groups = new Map();
  for (const entry of entries.filter(({ event }) => event)) {
    const [start] = entry.id.split(".");
    groups.set(start, [...(groups.get(start) ?? []), entry]);
  }
  const largest = new Map();
  for (const group of groups.values()) {
    const [{ provider }] = group;
    if (group.length > (largest.get(provider)?.length ?? 0)) largest.set(provider, group);
  }
  return [...largest.values()].map(([entry]) => entry);
}

function offerExamples({ builtIn: { entries } }) {
  const starter = ({ id, providerTitle, type }) =>
    html`<button type="button" class="chip" @click=${() => loadExample(id)}>
      ${providerTitle} ${type}
    </button>`;
  render(
    html`<span>Try an example:</span>
      ${examples([...entries.values()]).map(starter)}
      <a href="#/catalog">all examples</a>
      <a href="#/yours">your own events</a>`,
    byId("starters"),
  );
}

byId("skip").onclick = (event) => {
  event.preventDefault();
  const target = !byId("inspect").hidden
    ? byId("results")
    : !byId("own").hidden
      ? byId("own-title")
      : (byId("entry-title") ?? byId("catalog-title"));
  target?.focus();
};
render(icon("keyboard", 18), byId("help"));
byId("help").setAttribute("aria-label", "Keyboard");
byId("help").title = "Keyboard";
byId("help").onclick = () => later(import("./dialogs.js"), ({ openHelp }) => openHelp());
themeSwitch();

/** Gives the page its engine: that of the user's documents, where this browser has kept some. */
async function start() {
  const kept = areKept() && (await own().catch((error) => say(error.message)));
  if (kept) return kept.restored;
  const { builtIn } = await engineLoaded;
  use({ ...builtIn, origins: new Map() });
}
const restored = start().catch(inspector.fail);

const follow = (how) => route(how).catch((error) => say(error.message));
addEventListener("hashchange", () => follow());
const shown = follow({ first: true }).then(() => {
  if (!isShared(location.hash) && draft.kept()) inspector.load(draft.kept());
  performance.mark("ready");
  document.documentElement.dataset.ready = "yes";
});
// After the page is there: these are work that nobody waits for.
Promise.all([engineLoaded, shown]).then(
  () => {
    prepareWholeCatalog();
    setTimeout(() => import("./offline.js").then(({ keepOffline }) => keepOffline()).catch(() => {}));
  },
  () => {},
);
