import { documentProblems } from "./document-problems.js";
import { breakable, button, byId, h, icon, prose } from "./dom.js";
import { titleOf } from "./own-events.js";
import { bytes, count, linkTo, listed } from "./text.js";
import { say } from "./toast.js";

/** A text of more than this is mended elsewhere: a text field would be slow with it. */
const EDITABLE = 1_000_000;
const FORMATS = 8;

/** What can be said of a catalog source besides its name: each with the words of its box. */
const OPTIONS = [
  ["formats", "assert", "A value without its format is an error, not a warning"],
  ["patterns", "host", "The browser matches patterns with look-around, however long that takes"],
];

/** "Your events": the user's documents, to add, to read what is in them and what is wrong with them, and to remove. */
export function createOwnView(own, { onChoose }) {
  const cards = new Map();
  let known = [];

  const pasted = h("textarea", {
    id: "own-text",
    rows: 6,
    autocomplete: "off",
    onkeydown: onShortcut(addPasted),
  });
  pasted.spellcheck = false;
  const heading = h("h1", { tabIndex: -1, id: "own-title" }, "Your events");
  const listTitle = h("h2", { tabIndex: -1, id: "own-list-title" }, "Your documents");
  const list = h("ul", { className: "documents" });
  const none = h("p", { className: "none" }, "No documents yet.");
  const box = h("input", { type: "checkbox", id: "keep-documents", checked: own.isKept(), onchange: keep });
  byId("own").replaceChildren(
    heading,
    h(
      "p",
      { className: "lead" },
      "Add documents that describe events, and the page knows those events as well: it recognizes them, lists their problems and shows them in the catalog.",
    ),
    h(
      "section",
      { className: "panel own-add", "aria-labelledby": "own-add-title" },
      h("h2", { id: "own-add-title" }, "Add a document"),
      h(
        "p",
        { id: "own-kinds" },
        "OpenAPI 3 with webhooks, AsyncAPI 2 or 3, or JSON Schema; as JSON or YAML.",
      ),
      h(
        "div",
        { className: "entry-tools" },
        button("Choose files", "open", onChoose, { className: "primary", id: "own-choose" }),
        h("span", { className: "faint" }, "or drop them anywhere on this page"),
      ),
      h("label", { htmlFor: "own-text" }, "Or paste a document"),
      pasted,
      h(
        "div",
        { className: "entry-tools" },
        button("Add", null, addPasted, { className: "primary", id: "own-add" }),
      ),
    ),
    h(
      "section",
      { className: "panel own-list", "aria-labelledby": "own-list-title" },
      listTitle,
      none,
      list,
      h("label", { className: "check" }, box, " Keep these documents in this browser"),
      h(
        "p",
        { className: "faint" },
        "Your documents are never sent anywhere, and a link that you share does not contain them.",
      ),
    ),
  );

  async function keep() {
    const trouble = await own.keep(box.checked);
    box.checked = own.isKept();
    say(trouble || (box.checked ? "The documents are kept in this browser." : "The documents are not kept."));
  }

  const failed = (error) => say(error.message);

  function add(all) {
    const waiting = own.add(all);
    cards.get(known.at(-1).key).focus();
    return waiting.then(announce, failed);
  }

  function addPasted() {
    const text = pasted.value;
    if (text.trim() === "") {
      say("There is no document to add yet.");
      return pasted.focus();
    }
    // What was pasted is in the list from here on, whatever is wrong with it.
    add([{ text }]);
    pasted.value = "";
  }

  function announce() {
    const loaded = known.filter(({ state }) => state === "loaded");
    const refused = known.length - loaded.length;
    const events = loaded.reduce((sum, { entries }) => sum + entries.length, 0);
    byId("announce").textContent = [
      `${count(events, "event")} of yours known.`,
      refused > 0 ? `${count(refused, "document")} with problems.` : "",
    ].join(" ");
  }

  function show(documents) {
    known = documents;
    const keys = new Set(documents.map(({ key }) => key));
    for (const [key, { element }] of cards)
      if (!keys.has(key)) {
        element.remove();
        cards.delete(key);
      }
    for (const document of documents) {
      if (!cards.has(document.key)) {
        const card = createCard(document.key, {
          onRename: (each, name) => own.rename(each, name).then(announce, failed),
          onOptions: (each, options) => own.choose(each, options).then(announce, failed),
          onEdit: (each, text) => own.edit(each, text).then(announce, failed),
          onRemove: remove,
        });
        cards.set(document.key, card);
        list.append(card.element);
      }
      cards.get(document.key).show(document);
    }
    none.hidden = documents.length > 0;
    box.checked = own.isKept();
  }

  function remove(document) {
    const at = known.indexOf(document);
    own.remove(document).catch(failed);
    const next = known[Math.min(at, known.length - 1)];
    if (next) cards.get(next.key).focus();
    else listTitle.focus();
    say(`Removed ${titleOf(document)}.`);
  }

  return { show, add, focus: () => heading.focus({ preventScroll: true }) };
}

const onShortcut = (action) => (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  action();
};

/** One document in the list. */
function createCard(key, { onRename, onOptions, onEdit, onRemove }) {
  let held;
  const ids = { name: `own-name-${key}`, note: `own-note-${key}`, edit: `own-edit-${key}` };
  const title = h("h3", { tabIndex: -1 });
  const state = h("div", { className: "document-state" });
  const name = h("input", {
    type: "text",
    id: ids.name,
    autocomplete: "off",
    "aria-describedby": ids.note,
    onchange: rename,
  });
  const note = h("p", { className: "faint", id: ids.note });
  const text = h("textarea", { id: ids.edit, rows: 14, onkeydown: onShortcut(reload) });
  name.spellcheck = text.spellcheck = false;
  const editor = h(
    "div",
    { className: "document-editor", hidden: true },
    h("label", { htmlFor: ids.edit }, "The document"),
    text,
    h(
      "div",
      { className: "entry-tools" },
      button("Load again", null, reload, { className: "primary" }),
      button("Cancel", null, () => {
        editor.hidden = true;
        edit.focus();
      }),
    ),
  );
  const edit = button("Edit", null, () => open());
  const remove = button("Remove", "clear", () => onRemove(held));
  const problems = h("div", {});
  const boxes = OPTIONS.map(([option, value, words]) => {
    const box = h("input", { type: "checkbox", onchange: chooseOptions });
    return { option, value, box, label: h("label", { className: "check" }, box, h("span", {}, words)) };
  });
  const more = h(
    "details",
    { className: "document-options" },
    h("summary", {}, "Options"),
    boxes.map(({ label }) => label),
  );
  const element = h(
    "li",
    { className: "document" },
    h("div", { className: "document-head" }, title, h("div", { className: "tools" }, edit, remove)),
    state,
    problems,
    editor,
    h(
      "div",
      { className: "document-name" },
      h("label", { htmlFor: ids.name }, "Name in the ids"),
      name,
      note,
    ),
    more,
  );

  function open(span) {
    if (editor.hidden) text.value = held.text;
    editor.hidden = false;
    text.focus();
    if (!span) return text.setSelectionRange(0, 0);
    text.setSelectionRange(span.start, Math.max(span.start, Math.min(span.end, span.start + 200)));
    // A text field does not scroll to what is selected in it; its lines are not wrapped.
    const lineHeight = text.scrollHeight / text.value.split("\n").length;
    text.scrollTop = Math.max(0, (span.line - 4) * lineHeight);
  }

  function reload() {
    editor.hidden = true;
    title.focus();
    onEdit(held, text.value);
  }

  function chooseOptions() {
    const chosen = boxes.filter(({ box }) => box.checked);
    onOptions(held, Object.fromEntries(chosen.map(({ option, value }) => [option, value])));
  }

  function rename() {
    const value = name.value.trim();
    const isWrong = /[/\p{Cc}]/u.test(value);
    if (isWrong) name.setAttribute("aria-invalid", "true");
    else name.removeAttribute("aria-invalid");
    if (isWrong) note.textContent = "A name has no slash.";
    else if (value !== held.name) onRename(held, value);
    else tellName();
  }

  function tellName() {
    const [first] = held.entries ?? [];
    name.placeholder = first && held.name === "" ? first.provider : "";
    note.replaceChildren(
      ...(first && held.name !== "" && first.provider !== held.name
        ? prose(`The document itself says \`${first.provider}\`, and that counts.`)
        : first
          ? prose(`As in \`${first.id}\`.`)
          : ["Empty: the document's own name."]
      ).flat(),
    );
  }

  const describe = {
    loading: () => h("p", { className: "faint" }, "Loading…"),
    refused: ({ problems: { length } }) =>
      h(
        "p",
        { className: "document-wrong" },
        icon("error"),
        ` ${length >= 100 ? "100 problems or more" : count(length, "problem")}. Its events are not known until ${length === 1 ? "it is" : "they are"} solved.`,
      ),
    loaded: ({ entries, unknownFormats: formats }) => [
      h(
        "p",
        { className: "document-right" },
        icon("ok"),
        ` ${count(entries.length, "event")} of `,
        h("b", {}, breakable(entries[0]?.providerTitle ?? "")),
        entries.length > 0 && [
          ". ",
          h(
            "a",
            { href: linkTo(entries[0].id) },
            entries.length === 1 ? "See it" : "See the first",
            " in the catalog",
          ),
        ],
      ),
      formats.length > 0 &&
        h(
          "p",
          { className: "faint" },
          prose(
            `${count(formats.length, "format is", "formats are")} not known, so no value is checked against ${formats.length === 1 ? "it" : "them"}: ${listed([...formats.slice(0, FORMATS).map((each) => `\`${each}\``), ...(formats.length > FORMATS ? [`${formats.length - FORMATS} more`] : [])])}.`,
          ),
        ),
    ],
  };

  return {
    element,
    focus: () => title.focus(),
    show(next) {
      if (next === held && element.dataset.state === next.state && next.problems === problems.shown) return;
      const isNew = next !== held;
      held = next;
      element.dataset.state = next.state;
      title.replaceChildren(
        ...[next.file ? breakable(next.file) : "Pasted document"].flat(),
        " ",
        h("span", { className: "faint" }, `${next.isYaml ? "YAML" : "JSON"}, ${bytes(next.text.length)}`),
      );
      remove.setAttribute("aria-label", `Remove ${titleOf(next)}`);
      edit.setAttribute("aria-label", `Edit ${titleOf(next)}`);
      edit.hidden = next.text.length > EDITABLE;
      state.replaceChildren(...[describe[next.state](next)].flat().filter(Boolean));
      problems.shown = next.problems;
      const pick = edit.hidden ? undefined : ({ span }) => open(span);
      problems.replaceChildren(
        ...(next.state === "refused" ? documentProblems(next.problems, next.text, pick) : []),
      );
      for (const { option, box } of boxes) box.checked = option in next.options;
      if (isNew && document.activeElement !== name) name.value = next.name;
      tellName();
    },
  };
}
