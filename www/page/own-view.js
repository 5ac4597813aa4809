import { html, render } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { FIRST } from "./document-problems.js";
import { byId } from "./dom.js";
import { idsOf, onShortcut, ownCard } from "./own-card.js";
import { titleOf } from "./own-events.js";
import { button } from "./pieces.js";
import { count } from "./text.js";
import { say } from "./toast.js";

const LEAD =
  "Add documents that describe events, and the page knows those events as well: it recognizes them, lists their problems and shows them in the catalog.";

/** "Your events": the user's documents, to add, to read what is in them and what is wrong with them, and to remove. */
export function createOwnView(own, { onChoose }) {
  let known = [];
  const used = new Map(); // what the user does in the card of each

  const usedIn = ({ key }) => used.get(key) ?? {};

  function use({ key }, change) {
    used.set(key, { ...used.get(key), ...change });
    draw();
  }

  const cardOf = (document) => byId(idsOf(document).card);
  const focusTitle = (document) => cardOf(document).querySelector("h3").focus();
  const textOf = (document) => byId(idsOf(document).edit);
  const failed = (error) => say(error.message);

  const on = {
    open(document, span) {
      const text = textOf(document);
      if (!usedIn(document).isOpen) text.value = document.text;
      use(document, { isOpen: true });
      text.focus();
      if (span) select(text, span);
      else text.setSelectionRange(0, 0);
    },
    cancel(document) {
      use(document, { isOpen: false });
      cardOf(document).querySelector(".document-head button").focus();
    },
    reload(document) {
      use(document, { isOpen: false });
      focusTitle(document);
      own.edit(document, textOf(document).value).then(announce, failed);
    },
    rename(document, name) {
      const hasWrongName = /[/\p{Cc}]/u.test(name);
      use(document, { hasWrongName });
      if (!hasWrongName && name !== document.name) own.rename(document, name).then(announce, failed);
    },
    choose: (document, options) => own.choose(document, options).then(announce, failed),
    showAll(document) {
      use(document, { allOf: document.problems });
      cardOf(document).querySelectorAll(".problem")[FIRST].querySelector("button, pre")?.focus();
    },
    remove(document) {
      used.delete(document.key);
      const at = known.indexOf(document);
      own.remove(document).catch(failed);
      const next = known[Math.min(at, known.length - 1)];
      if (next) focusTitle(next);
      else byId("own-list-title").focus();
      say(`Removed ${titleOf(document)}.`);
    },
  };

  async function keep({ target }) {
    const trouble = await own.keep(target.checked);
    draw();
    say(
      trouble || (own.isKept() ? "The documents are kept in this browser." : "The documents are not kept."),
    );
  }

  function add(all) {
    const waiting = own.add(all);
    focusTitle(known.at(-1));
    return waiting.then(announce, failed);
  }

  function addPasted() {
    const pasted = byId("own-text");
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

  const adding = () =>
    html`<section class="panel own-add" aria-labelledby="own-add-title">
      <h2 id="own-add-title">Add a document</h2>
      <p id="own-kinds">OpenAPI 3 with webhooks, AsyncAPI 2 or 3, or JSON Schema; as JSON or YAML.</p>
      <div class="entry-tools">
        ${button("Choose files", "open", onChoose, { className: "primary", id: "own-choose" })}
        <span class="faint">or drop them anywhere on this page</span>
      </div>
      <label for="own-text">Or paste a document</label>
      <textarea
        id="own-text"
        rows="6"
        autocomplete="off"
        spellcheck="false"
        @keydown=${onShortcut(addPasted)}
      ></textarea>
      <div class="entry-tools">
        ${button("Add", null, addPasted, { className: "primary", id: "own-add" })}
      </div>
    </section>`;

  const list = () =>
    html`<section class="panel own-list" aria-labelledby="own-list-title">
      <h2 tabindex="-1" id="own-list-title">Your documents</h2>
      <p class="none" ?hidden=${known.length > 0}>No documents yet.</p>
      <ul class="documents">
        ${repeat(
          known,
          ({ key }) => key,
          (document) => ownCard(document, usedIn(document), on),
        )}
      </ul>
      <label class="check">
        <input type="checkbox" id="keep-documents" .checked=${live(own.isKept())} @change=${keep} />
        Keep these documents in this browser
      </label>
      <p class="faint">
        Your documents are never sent anywhere, and a link that you share does not contain them.
      </p>
    </section>`;

  function draw() {
    render(
      html`<h1 tabindex="-1" id="own-title">Your events</h1>
        <p class="lead">${LEAD}</p>
        ${adding()}${list()}`,
      byId("own"),
    );
  }

  return {
    show(documents) {
      known = documents;
      draw();
    },
    add,
    focus: () => byId("own-title").focus({ preventScroll: true }),
  };
}

/** Selects a place in a text field and scrolls to it. */
function select(field, { start, end, line }) {
  field.setSelectionRange(start, Math.max(start, Math.min(end, start + 200)));
  // A text field does not scroll to what is selected in it; its lines are not wrapped.
  const lineHeight = field.scrollHeight / field.value.split("\n").length;
  field.scrollTop = Math.max(0, (line - 4) * lineHeight);
}
