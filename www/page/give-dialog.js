import { html } from "lit-html";
import { copy } from "./clipboard.js";
import { byId, openDialog, painted } from "./dom.js";
import { button } from "./pieces.js";
import { CEILING, encode } from "./share.js";
import { markdownOf } from "./report.js";
import { bytes, number } from "./text.js";

/** So much of a text is shown before it is given away. */
const PREVIEW = 4000;

const CHOICES = {
  redacted: [
    "Redacted",
    "Names, ids, addresses, tokens and free text are replaced by others of the same form. Events and problems stay the same.",
  ],
  whole: ["The body as it is", "With every name, id and token in it."],
};

/** What can be given, with the words for it. */
const FORMS = {
  link: { title: "Share this body as a link", legend: "What is in the link", done: "shared" },
  body: { title: "Copy this body", legend: "What is copied", done: "copied" },
  report: { title: "Copy a report for a bug tracker", legend: "What the report is about", done: "copied" },
};

/**
 * Offers the body to be given to others, as a link, as text or as a report: redacted first, as it is second. `redacted`
 * gives the redacted text, `toReport` what a report on a text is made of; either may fail.
 */
export function openGiveDialog({ body, form, redacted, toReport, ofOwnEvents }) {
  const { title, legend, done } = FORMS[form];
  /** `words` say what is the matter where there is nothing to give. */
  const state = { chosen: "redacted", words: "", content: "", action: "" };
  let asked = 0;
  let redaction;

  const choice = (name) => {
    const [words, about] = CHOICES[name];
    const id = `give-${name}`;
    const choose = () => {
      state.chosen = name;
      show();
    };
    return html`<div class="give-choice">
      <input
        type="radio"
        name="give"
        id=${id}
        .checked=${name === state.chosen}
        aria-describedby="${id}-about"
        @change=${choose}
      /><label for=${id}>${words}</label>
      <p id="${id}-about">${about}</p>
    </div>`;
  };

  const { dialog, draw, close } = openDialog(
    "give-dialog",
    "give-title",
    (close) =>
      html`<h2 id="give-title">${title}</h2>
        <fieldset>
          <legend class="unseen">${legend}</legend>
          ${Object.keys(CHOICES).map(choice)}
        </fieldset>
        <p id="give-said" role="status">${state.words}</p>
        <div id="give-content">${state.content}</div>
        <div class="dialog-tools">${button("Close", null, close)}${state.action}</div>`,
  );

  /** Shows what can be given by now. */
  function put({ words = "", content = "", action = "" }) {
    Object.assign(state, { words, content, action });
    draw();
  }

  async function show() {
    const mine = ++asked;
    const isOver = () => mine !== asked || !dialog.isConnected;
    let text = body;
    if (state.chosen === "redacted")
      try {
        if (!redaction) put({ words: "Redacting the body…" });
        redaction ??= painted().then(redacted);
        text = await redaction;
      } catch (error) {
        redaction = undefined;
        if (isOver()) return;
        return put({
          words: `The body could not be redacted: ${error.message}. Nothing was ${done}.`,
          action: button("Try again", null, show, { className: "primary", id: "give-again" }),
        });
      }
    const given = await give(text).catch((error) => ({
      words: `That could not be made: ${error.message}.`,
    }));
    if (isOver()) return;
    put(given);
    // Whoever comes to the link by Tab finds it selected in Safari as well.
    byId("share-link")?.setSelectionRange(0, CEILING + location.href.length);
  }

  const isRedacted = () => state.chosen === "redacted";
  const named = (what) => (isRedacted() ? `the redacted ${what}` : `the ${what} as it is`);

  const give = async (text) =>
    form === "link"
      ? linkTo(text)
      : form === "report"
        ? asText(markdownOf({ text, what: named("body"), ...(await toReport(text)) }), "report")
        : asText(text, "body");

  const copyButton = (words, text, what) =>
    button(words, "copy", () => copy(text, what).then(close), { className: "primary", id: "give-copy" });

  const preview = (text, what = "body") => {
    const label = isRedacted() ? `The redacted ${what}` : `The ${what} as it is`;
    const shown = text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text;
    return html`<pre class="code give-preview" tabindex="0" role="region" aria-label=${label}>${shown}</pre>`;
  };

  const asText = (text, what) => ({
    content: preview(text, what),
    action: copyButton(`Copy ${named(what)}`, text, named(what)),
  });

  async function linkTo(text) {
    let fragment;
    try {
      fragment = await encode(text);
    } catch {
      return { words: "This browser cannot create the link." };
    }
    if (fragment.length > CEILING)
      return {
        words: `The body is too large for a link: compressed, it takes ${number(fragment.length)} characters, and a link holds at most ${number(CEILING)}. Copy it, or send it as a file instead.`,
      };
    const link = location.href.replace(/#.*$/, "") + fragment;
    return {
      content: html`${preview(text)}
        <p class="notice"><b>The link contains ${named("body")}. </b>${WHO_READS}</p>
        ${ofOwnEvents ? html`<p id="share-own">${NO_DOCUMENTS}</p>` : ""}<label for="share-link"
          >The link (${bytes(link.length)})</label
        >
        <input
          type="text"
          readonly
          .value=${link}
          id="share-link"
          @focus=${({ target }) => target.select()}
          @mousedown=${focusFirst}
        />`,
      action: copyButton("Copy the link", link, `the link to ${named("body")}`),
    };
  }

  show();
}

const WHO_READS =
  "Anyone with the link can read it. It is in the part after “#”, which browsers never send to a server.";
const NO_DOCUMENTS =
  "The link does not contain your documents: whoever opens it needs to add them to see what you see.";

/** In Safari the click that brings the focus takes back what the focus selected. */
function focusFirst(event) {
  if (document.activeElement === event.target) return;
  event.preventDefault();
  event.target.focus();
}
