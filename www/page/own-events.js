import { areKept, forgetDocuments, keepDocuments, keptDocuments } from "./document-store.js";
import { painted } from "./dom.js";
import { engineLoaded } from "./engine.js";
import { say } from "./toast.js";
import { setOwnEntries } from "./whole-catalog.js";
import { isYaml, readYaml } from "./yaml.js";

/** Of these it is the key that is wrong, not its value. */
const OF_KEYS = new Set(["unexpected-field", "misspelled-field", "duplicate-key", "prototype-key"]);

/**
 * The user's documents and the engine that knows their events. `onDocuments` is told when something is to be seen of them,
 * `onEngine` gets each engine that comes of them.
 */
export function createOwnEvents({ onDocuments, onEngine }) {
  let documents = [];
  let last = 0;
  let run = 0;
  let kept = areKept();
  let saving = Promise.resolve();

  const made = ({ text, raw, file, name = "", options = {} }) => ({
    key: ++last,
    name,
    file,
    options,
    // Line ends as a text field gives them back.
    text: text.replaceAll("\r\n", "\n"),
    raw,
    isYaml: !raw && isYaml(text, file),
    state: "loading",
  });

  async function update() {
    const mine = ++run;
    onDocuments(documents);
    const saved = save();
    const { builtIn, load } = await engineLoaded.catch(refuseAll);
    if (documents.some(({ state }) => state === "loading")) await painted();
    await Promise.all(documents.map(prepare));
    if (mine !== run) return;
    const ready = documents.filter(({ source }) => source);
    const { engine, outcomes, documentEvents } =
      ready.length > 0 ? await load(ready.map(({ source }) => source)) : { engine: builtIn };
    if (mine !== run) return;
    for (const [at, document] of ready.entries()) settle(document, outcomes[at]);
    await Promise.all(ready.map(placeInYaml));
    const trouble = await saved;
    if (trouble) say(trouble);
    if (mine !== run) return;
    publish(engine, documentEvents);
    onDocuments(documents);
  }

  /** Where nothing can be loaded, nothing is loading. */
  function refuseAll(error) {
    for (const document of documents)
      Object.assign(document, {
        state: "refused",
        problems: [{ severity: "error", message: error.message, pointer: "", span: null }],
      });
    onDocuments(documents);
    throw error;
  }

  /** Makes what is loaded of a document, once. */
  async function prepare(document) {
    if (document.source) return;
    const told = { ...document.options, ...(document.name === "" ? {} : { name: document.name }) };
    if (!document.isYaml) {
      document.source = { document: document.raw ?? document.text, ...told };
      return;
    }
    document.reading ??= readYaml(document.text);
    const { json, problems } = await document.reading;
    if (problems) Object.assign(document, { state: "refused", problems, reading: undefined });
    else document.source ??= { document: (document.json = json), ...told };
  }

  function settle(document, { problems, entries, unknownFormats }) {
    document.problems = problems;
    document.state = problems ? "refused" : "loaded";
    document.entries = entries;
    document.unknownFormats = unknownFormats;
  }

  async function placeInYaml(document) {
    const { isYaml: isIt, text, problems, placed } = document;
    if (!isIt || !problems || problems === placed) return;
    const asked = problems.map(({ pointer = "", code }) => ({ pointer, isKey: OF_KEYS.has(code) }));
    const { places = [] } = await readYaml(text, asked);
    document.problems = problems.map((problem, at) => ({ ...problem, span: places[at] ?? null }));
    document.placed = document.problems;
  }

  /** Gives the engine to the page, with where each of the events comes from. */
  function publish(engine, documentEvents) {
    const origins = new Map();
    const all = documents.flatMap((document) => {
      const { entries = [], name } = document;
      if (entries.length === 0) return [];
      document.said ??= said(document, documentEvents);
      return entries.map((entry) => {
        const about = document.said.get(entry.type);
        origins.set(entry.id, document);
        return {
          ...entry,
          providerTitle: name || entry.providerTitle,
          family: about?.family || beginning(entry.type),
          description: about?.description ?? "",
          example: about?.example,
          source: `your document ${titleOf(document)}`,
          isOwn: true,
          get schema() {
            return about?.schema;
          },
        };
      });
    });
    setOwnEntries(all);
    const entries = new Map(engine.entries);
    for (const entry of all) entries.set(entry.id, entry);
    onEngine({ ...engine, entries, origins });
  }

  /** Does this after what was asked for before it; says what went wrong, if anything did. */
  const inOrder = (action) => (saving = saving.then(action));

  function save() {
    if (!kept) return "";
    const all = documents.map(({ name, file, options, text, raw }) => ({ name, file, options, text, raw }));
    return inOrder(async () => {
      try {
        await keepDocuments(all);
        return "";
      } catch {
        kept = false;
        await forgetDocuments().catch(() => {});
        return "This browser could not keep the documents.";
      }
    });
  }

  const forget = () =>
    inOrder(() =>
      forgetDocuments().then(
        () => "",
        () => "This browser could not delete the documents.",
      ),
    );

  const replaced = (document, values) => {
    const { key, reading } = document;
    const next = { ...made({ ...document, ...values }), key };
    if (!("text" in values)) next.reading = reading;
    documents = documents.map((each) => (each === document ? next : each));
    return update();
  };

  return {
    isKept: () => kept,

    /** Adds documents, each `{ text, raw, file }`. */
    add(all) {
      documents = [...documents, ...all.map(made)];
      return update();
    },
    rename: (document, name) => replaced(document, { name }),
    /** `options` as a catalog source has them. */
    choose: (document, options) => replaced(document, { options }),
    edit: (document, text) => replaced(document, { text, raw: undefined }),
    remove(document) {
      documents = documents.filter((each) => each !== document);
      return update();
    },

    /** Keeps the documents in this browser, or not any more; says what went wrong, if anything did. */
    async keep(wanted) {
      kept = wanted;
      return wanted ? save() : forget();
    },

    /** Loads what this browser has kept. */
    async restore() {
      try {
        if (kept) documents = (await keptDocuments()).map(made);
      } catch {
        kept = false;
      }
      await update();
    },
  };
}

/** What a document that was loaded says of its events. None of it is needed to know them. */
function said({ json, text }, documentEvents) {
  try {
    const events = documentEvents(JSON.parse(json ?? text.replace(/^\uFEFF/, "")));
    return new Map(events.map((event) => [event.type, event]));
  } catch {
    return new Map();
  }
}

/** An event's type up to its last word. */
const beginning = (type) => type.replace(/(?<=.)[-._/:][^-._/:]*$/, "");

/** What a document is called. */
export const titleOf = ({ file, entries }) => file ?? entries?.[0]?.provider ?? "pasted document";
