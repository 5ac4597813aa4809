import { html } from "lit-html";
import { bodyInCode } from "./body-in-code.js";
import { codeBlock } from "./code.js";
import { loadWholeCatalog, wholeCatalog } from "./whole-catalog.js";

/** From this length on a form is worked out when it is wanted, not while the body is typed. */
export const LARGE = 2_000_000;

const CATALOG = { now: wholeCatalog, load: loadWholeCatalog, words: "Loading the catalog…" };

/** A part of the page that a tab needs. */
function later(name, load) {
  let part = null;
  return {
    now: () => part,
    words: `Loading the ${name}…`,
    async load() {
      part = await load().catch(() => {
        throw new Error(`The ${name} could not be loaded. Check your network connection.`);
      });
    },
  };
}

const SNIPPETS = later("code", () => import("./snippets.js"));
const ROWS = later("fields", () => import("./event-fields.js"));

/**
 * Each tab gives what it shows of the body at hand, `{ view, text, name }`, or `{ none }`:
 * why it has nothing to show. `choice` is what can be chosen in it. Some need what is not in the first load.
 */
export const TABS = [
  {
    id: "normalized",
    title: "CloudEvents",
    fill({ body, report, engine }) {
      if (!report.valid) return { none: wait(report, "Only a valid body can be normalized.") };
      const text = engine.normalized(body);
      const name = "cloudevents.json";
      if (body.length <= LARGE) return { linked: { text, body, engine }, text, name };
      const view = html`${codeBlock(text, "The events as CloudEvents", { language: "json" })}
        <p class="none">Where the values came from is not told of so large a body.</p>`;
      return { view, text, name };
    },
  },
  {
    id: "fields",
    title: "Fields",
    needs: [CATALOG, ROWS],
    fill({ body, report, engine }) {
      if (report.events.length === 0) return { none: "The fields appear once an event is recognized." };
      const catalog = wholeCatalog();
      const fields = engine.fields(body, report, (id) => catalog.get(id)?.schema);
      return { view: ROWS.now().eventFields(fields, catalog), text: fields.text, name: "parsed.json" };
    },
  },
  {
    id: "schema",
    title: "Schema",
    needs: [CATALOG],
    fill({ report }, { choices }) {
      const ids = [...new Set([...report.events.map((event) => event.id), ...report.candidates])];
      if (ids.length === 0) return { none: "The schema appears once an event is recognized." };
      const id = ids.includes(choices.schema) ? choices.schema : ids[0];
      const { schema } = wholeCatalog().get(id);
      const options = ids.map((each) => [each, each]);
      const choice = ids.length > 1 ? { label: "Event type", options, chosen: id } : undefined;
      if (!schema) return { choice, none: "Its schema cannot be shown here: it is in your document." };
      const text = JSON.stringify(schema, null, 2);
      const view = codeBlock(text, `JSON Schema of ${id}`, { language: "json" });
      return { choice, view, text, name: `${id.split("/")[1]}.schema.json` };
    },
  },
  {
    id: "code",
    title: "Code",
    needs: [SNIPPETS],
    fill(about, state, again) {
      const { report, engine } = about;
      const { FORMS, sourcesOf } = SNIPPETS.now();
      const { code = "curl" } = state.choices;
      const [id, title, make, name, hasBody] = FORMS.find(([each]) => each === code) ?? FORMS[0];
      const choice = { label: "Copy as", options: FORMS, chosen: id, isOfBody: hasBody };
      const { none, body } = hasBody ? bodyInCode(about, state, again) : about;
      if (none) return { choice, none };
      const text = make(body, report, sourcesOf(report, engine));
      return { choice, view: codeBlock(text, title), text, name, type: "text/plain" };
    },
  },
];

const wait = ({ status }, what) =>
  status === "invalid"
    ? `${what} Fix its problems first.`
    : status === "unknown"
      ? `${what} This one is not a known event.`
      : what;

/** What the open tab shows; `again` is called when that has changed. */
export function formOf(state, again) {
  const { about, isWanted } = state;
  const { id, needs = [], fill } = TABS.find((tab) => tab.id === state.tab);
  if (!about) return { none: "Other forms of the event appear here." };
  if (about.report.status === "malformed" && id !== "code")
    return { none: "The body cannot be read as JSON yet." };
  if (about.body.length > LARGE && !isWanted) return { none: "Large body.", isLarge: true };
  const missing = needs.find(({ now }) => !now());
  if (missing) return { none: missing.words, load: missing.load };
  try {
    return fill(about, state, again);
  } catch (error) {
    return { none: error.message };
  }
}
