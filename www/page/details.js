import { createBodyInCode } from "./body-in-code.js";
import { copy } from "./clipboard.js";
import { codeBlock } from "./code.js";
import { button, byId, h } from "./dom.js";
import { download } from "./download.js";
import { eventFields } from "./event-fields.js";
import { loadWholeCatalog, wholeCatalog } from "./whole-catalog.js";

const LARGE = 2_000_000;

const CATALOG = { now: wholeCatalog, load: loadWholeCatalog, words: "Loading the catalog…" };

let snippets = null;
const SNIPPETS = {
  now: () => snippets,
  async load() {
    snippets = await import("./snippets.js").catch(() => {
      throw new Error("The code could not be loaded. Check your network connection.");
    });
  },
  words: "Loading the code…",
};

/**
 * Each tab gives `{ view, text, name }` for the body at hand, or `{ none }`: why it has nothing to show. Some
 * need what is not in the first load.
 */
const TABS = [
  {
    id: "normalized",
    title: "CloudEvents",
    fill({ body, report, engine, link }) {
      if (!report.valid) return { none: wait(report, "Only a valid body can be normalized.") };
      const text = engine.normalized(body);
      const [pre, more] = codeBlock(text, "The events as CloudEvents", { language: "json" });
      const origins =
        body.length > LARGE
          ? h("p", { className: "none" }, "Where the values came from is not told of so large a body.")
          : link.show({ pre, text, body, engine });
      return {
        view: [pre, more, origins],
        text,
        name: "cloudevents.json",
      };
    },
  },
  {
    id: "fields",
    title: "Fields",
    needs: CATALOG,
    fill({ body, report, engine, catalog }) {
      if (report.events.length === 0) return { none: "The fields appear once an event is recognized." };
      const fields = engine.fields(body, report, (id) => catalog.get(id)?.schema);
      return { view: eventFields(fields, catalog), text: fields.text, name: "parsed.json" };
    },
  },
  {
    id: "schema",
    title: "Schema",
    needs: CATALOG,
    fill({ report, catalog }, choice, again) {
      const ids = [...new Set([...report.events.map((event) => event.id), ...report.candidates])];
      if (ids.length === 0) return { none: "The schema appears once an event is recognized." };
      const id = ids.includes(choice) ? choice : ids[0];
      const { schema } = catalog.get(id);
      const choices =
        ids.length > 1 &&
        chooser(
          "Event type",
          ids.map((each) => [each, each]),
          id,
          again,
        );
      if (!schema) return { choices, none: "Its schema cannot be shown here: it is in your document." };
      const text = JSON.stringify(schema, null, 2);
      return {
        choices,
        view: codeBlock(text, `JSON Schema of ${id}`, { language: "json" }),
        text,
        name: `${id.split("/")[1]}.schema.json`,
      };
    },
  },
  {
    id: "code",
    title: "Code",
    needs: SNIPPETS,
    fill({ report, engine, bodyInCode, ...rest }, choice = "curl", again) {
      const { FORMS, sourcesOf } = snippets;
      const [id, title, make, name, hasBody] = FORMS.find(([each]) => each === choice) ?? FORMS[0];
      const choices = [chooser("Copy as", FORMS, id, again), hasBody && bodyInCode.box()];
      const { none, body } = hasBody ? bodyInCode.of({ ...rest, engine }) : rest;
      if (none) return { choices, none };
      const text = make(body, report, sourcesOf(report, engine));
      return {
        choices,
        view: codeBlock(text, title),
        text,
        name,
        type: "text/plain",
      };
    },
  },
];

const wait = ({ status }, what) =>
  status === "invalid"
    ? `${what} Fix its problems first.`
    : status === "unknown"
      ? `${what} This one is not a known event.`
      : what;

function chooser(label, options, chosen, again) {
  const select = h(
    "select",
    { onchange: (event) => again(event.target.value) },
    options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)),
  );
  return h("label", { className: "chooser" }, h("span", {}, label), select);
}

/** The tabs beside the body. A tab is worked out only while it is open. */
export function createDetails(link) {
  const choices = {};
  let open = TABS[0];
  let now = null;
  let asked = false;
  let timer;
  const bodyInCode = createBodyInCode(() => open.id === "code" && fill());

  const tabs = TABS.map((tab) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${tab.id}`,
        "aria-controls": "details-panel",
        onclick: () => choose(tab),
      },
      tab.title,
    ),
  );
  const panel = h("div", { className: "details-panel", id: "details-panel", role: "tabpanel" });
  const tools = h("div", { className: "tools" });
  const tablist = h(
    "div",
    { className: "tabs", role: "tablist", "aria-label": "Other forms of the event", onkeydown: arrows },
    tabs,
  );
  byId("details").append(h("div", { className: "panel-head tabs-head" }, tablist, tools), panel);

  function arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = TABS.indexOf(open);
    const to = step ? (at + step + TABS.length) % TABS.length : { Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(TABS[to]);
    tabs[to].focus();
  }

  function choose(tab) {
    open = tab;
    for (const [index, element] of tabs.entries()) {
      const selected = TABS[index] === tab;
      element.setAttribute("aria-selected", String(selected));
      element.tabIndex = selected ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", `tab-${tab.id}`);
    fill();
  }

  function fill() {
    link.show(null);
    if (!now) return draw({ none: "Other forms of the event appear here." });
    if (now.report.status === "malformed" && open.id !== "code")
      return draw({ none: "The body cannot be read as JSON yet." });
    if (now.body.length > LARGE && !asked) return draw({ none: "Large body.", choices: ask() });
    const { needs } = open;
    if (needs && !needs.now()) return fillLater(needs);
    const again = (choice) => {
      choices[open.id] = choice;
      fill();
    };
    try {
      draw(open.fill({ ...now, catalog: wholeCatalog(), bodyInCode, link }, choices[open.id], again));
    } catch (error) {
      draw({ none: error.message });
    }
  }

  function fillLater(needs) {
    draw({ none: needs.words });
    needs.load().then(fill, (error) => open.needs === needs && draw({ none: error.message }));
  }

  // What takes long for a large body is done when it is wanted, not while it is typed.
  const ask = () =>
    button("Show anyway", null, () => {
      asked = true;
      fill();
      panel.querySelector("pre")?.focus();
    });

  function draw({ none, choices: chooserElement, view, text, name, type }) {
    panel.dataset.tab = open.id;
    const held = panel.querySelector(":focus")?.localName;
    panel.replaceChildren(
      ...[chooserElement, none && h("p", { className: "none" }, none), view].flat(3).filter(Boolean),
    );
    if (held) panel.querySelector(held)?.focus();
    tools.replaceChildren(
      button("Copy", "copy", () => copy(text, "the text"), {
        disabled: !text,
        bare: true,
        id: "details-copy",
      }),
      button("Download", "download", () => download(name, text, type), {
        disabled: !text,
        bare: true,
        id: "details-download",
      }),
    );
  }

  choose(TABS[0]);

  return {
    /** `{ body, report, engine }`, or null for an empty body. */
    show(next) {
      now = next;
      asked = false;
      clearTimeout(timer);
      if (!now || now.body.length > LARGE) fill();
      else timer = setTimeout(fill, now.body.length < 100_000 ? 50 : 300);
    },
  };
}
