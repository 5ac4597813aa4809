import { html, nothing } from "lit-html";
import { FIRST, documentProblems } from "./document-problems.js";
import { icon } from "./icons.js";
import { titleOf } from "./own-events.js";
import { breakable, button, prose } from "./pieces.js";
import { bytes, count, linkTo, listed } from "./text.js";

/** A text of more than this is mended elsewhere: a text field would be slow with it. */
const EDITABLE = 1_000_000;
const FORMATS = 8;

/** What can be said of a catalog source besides its name: each with the words of its box. */
const OPTIONS = [
  ["formats", "assert", "A value without its format is an error, not a warning"],
  ["patterns", "host", "The browser matches patterns with look-around, however long that takes"],
];

/** Does this at the keys that mean "Done" in a field of many lines. */
export const onShortcut = (action) => (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  action();
};

/** The elements of a card that are asked for. */
export const idsOf = ({ key }) => ({
  card: `own-document-${key}`,
  name: `own-name-${key}`,
  note: `own-note-${key}`,
  edit: `own-edit-${key}`,
});

/**
 * One of the user's documents in their list, with what its user does there: `{ isOpen, hasWrongName, allOf }`, whether its
 * text is open, whether its name cannot be one, and the problems that are all shown.
 */
export function ownCard(document, { isOpen, hasWrongName, allOf }, on) {
  const { state, problems, text, file, isYaml } = document;
  const ids = idsOf(document);
  const isEditable = text.length <= EDITABLE;
  const title = titleOf(document);
  const reload = () => on.reload(document);
  const edit = button("Edit", null, () => on.open(document), { label: `Edit ${title}`, hidden: !isEditable });
  const remove = button("Remove", "clear", () => on.remove(document), { label: `Remove ${title}` });
  const cancel = button("Cancel", null, () => on.cancel(document));
  const wrong = () =>
    documentProblems(problems, text, {
      onPick: isEditable ? ({ span }) => on.open(document, span) : undefined,
      onAll: problems.length > FIRST && allOf !== problems ? () => on.showAll(document) : undefined,
    });
  return html`<li class="document" id=${ids.card} data-state=${state}>
    <div class="document-head">
      <h3 tabindex="-1">
        ${file ? breakable(file) : "Pasted document"}
        <span class="faint">${isYaml ? "YAML" : "JSON"}, ${bytes(text.length)}</span>
      </h3>
      <div class="tools">${edit}${remove}</div>
    </div>
    <div class="document-state">${DESCRIBED[state](document)}</div>
    <div>${state === "refused" ? wrong() : ""}</div>
    <div class="document-editor" ?hidden=${!isOpen}>
      <label for=${ids.edit}>The document</label>
      <textarea id=${ids.edit} rows="14" spellcheck="false" @keydown=${onShortcut(reload)}></textarea>
      <div class="entry-tools">${button("Load again", null, reload, { className: "primary" })}${cancel}</div>
    </div>
    <div class="document-name">
      <label for=${ids.name}>Name in the ids</label>
      <input
        type="text"
        id=${ids.name}
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${ids.note}
        aria-invalid=${hasWrongName ? "true" : nothing}
        placeholder=${(document.name === "" && document.entries?.[0]?.provider) || ""}
        .value=${document.name}
        @change=${({ target }) => on.rename(document, target.value.trim())}
      />
      <p class="faint" id=${ids.note}>${hasWrongName ? "A name has no slash." : aboutName(document)}</p>
    </div>
    <details class="document-options">
      <summary>Options</summary>
      ${OPTIONS.map((option) => optionBox(document, option, on.choose))}
    </details>
  </li>`;
}

function optionBox(document, [option, value, words], choose) {
  const { [option]: before, ...others } = document.options;
  const change = ({ target }) => choose(document, target.checked ? { ...others, [option]: value } : others);
  return html`<label class="check"
    ><input type="checkbox" .checked=${before !== undefined} @change=${change} /><span>${words}</span></label
  >`;
}

function aboutName({ name, entries: [first] = [] }) {
  if (!first) return "Empty: the document's own name.";
  return name !== "" && first.provider !== name
    ? prose(`The document itself says \`${first.provider}\`, and that counts.`)
    : prose(`As in \`${first.id}\`.`);
}

const DESCRIBED = {
  loading: () => html`<p class="faint">Loading…</p>`,
  refused({ problems: { length } }) {
    const many = length >= 100 ? "100 problems or more" : count(length, "problem");
    const words = `${many}. Its events are not known until ${length === 1 ? "it is" : "they are"} solved.`;
    return html`<p class="document-wrong">${icon("error")} ${words}</p>`;
  },
  loaded({ entries, unknownFormats: formats }) {
    const [first] = entries;
    const see = () =>
      html`.
        <a href=${linkTo(first.id)}>${entries.length === 1 ? "See it" : "See the first"} in the catalog</a>`;
    return html`<p class="document-right">
        ${icon("ok")} ${count(entries.length, "event")} of
        <b>${breakable(first?.providerTitle ?? "")}</b>${first ? see() : ""}
      </p>
      ${formats.length > 0 ? html`<p class="faint">${prose(aboutFormats(formats))}</p>` : ""}`;
  },
};

function aboutFormats(formats) {
  const named = formats.slice(0, FORMATS).map((each) => `\`${each}\``);
  if (formats.length > FORMATS) named.push(`${formats.length - FORMATS} more`);
  const what = count(formats.length, "format is", "formats are");
  return `${what} not known, so no value is checked against ${formats.length === 1 ? "it" : "them"}: ${listed(named)}.`;
}
