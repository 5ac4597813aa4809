import { copy } from "./clipboard.js";
import { button, byId, h, painted } from "./dom.js";
import { CEILING, encode } from "./share.js";
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

/**
 * Offers the body to be given to others, as a link or as text: redacted first, as it is second. `redacted` gives the
 * redacted text, or fails.
 */
export function openGiveDialog({ body, redacted, asLink, ofOwnEvents }) {
  byId("give-dialog")?.remove();
  let chosen = "redacted";
  let asked = 0;
  let redaction;

  const choice = (name) => {
    const [words, about] = CHOICES[name];
    const id = `give-${name}`;
    return h(
      "div",
      { className: "give-choice" },
      h("input", {
        type: "radio",
        name: "give",
        id,
        checked: name === chosen,
        "aria-describedby": `${id}-about`,
        onchange() {
          chosen = name;
          show();
        },
      }),
      h("label", { htmlFor: id }, words),
      h("p", { id: `${id}-about` }, about),
    );
  };
  const said = h("p", { id: "give-said", role: "status" });
  const content = h("div", { id: "give-content" });
  const tools = h("div", { className: "dialog-tools" });
  const dialog = h(
    "dialog",
    {
      id: "give-dialog",
      className: "dialog",
      "aria-labelledby": "give-title",
      onclose: () => dialog.remove(),
    },
    h("h2", { id: "give-title" }, asLink ? "Share this body as a link" : "Copy this body"),
    h(
      "fieldset",
      {},
      h("legend", { className: "unseen" }, asLink ? "What is in the link" : "What is copied"),
      Object.keys(CHOICES).map(choice),
    ),
    said,
    content,
    tools,
  );
  const close = () => dialog.close();

  /** Shows what can be given by now; `words` say what is the matter where that is nothing. */
  function draw(words, parts, ...buttons) {
    said.textContent = words;
    content.replaceChildren(...parts.filter(Boolean));
    tools.replaceChildren(button("Close", null, close), ...buttons);
  }

  async function show() {
    const mine = ++asked;
    const isOver = () => mine !== asked || !dialog.isConnected;
    let text = body;
    if (chosen === "redacted")
      try {
        if (!redaction) draw("Redacting the body…", []);
        redaction ??= painted().then(redacted);
        text = await redaction;
      } catch (error) {
        redaction = undefined;
        if (isOver()) return;
        return draw(
          `The body could not be redacted: ${error.message}. Nothing was ${asLink ? "shared" : "copied"}.`,
          [],
          button("Try again", null, show, { className: "primary", id: "give-again" }),
        );
      }
    const given = asLink ? await linkTo(text) : asText(text);
    if (isOver()) return;
    draw(...given);
    // Whoever comes to the link by Tab finds it selected in Safari as well.
    byId("share-link")?.setSelectionRange(0, CEILING + location.href.length);
  }

  const named = (what) => (chosen === "redacted" ? `the redacted ${what}` : `the ${what} as it is`);

  const preview = (text) =>
    h(
      "pre",
      {
        className: "code give-preview",
        tabIndex: 0,
        role: "region",
        "aria-label": chosen === "redacted" ? "The redacted body" : "The body as it is",
      },
      text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text,
    );

  const asText = (text) => [
    "",
    [preview(text)],
    button(`Copy ${named("body")}`, "copy", () => copy(text, named("body")).then(close), {
      className: "primary",
      id: "give-copy",
    }),
  ];

  async function linkTo(text) {
    let fragment;
    try {
      fragment = await encode(text);
    } catch {
      return ["This browser cannot create the link.", []];
    }
    if (fragment.length > CEILING)
      return [
        `The body is too large for a link: compressed, it takes ${number(fragment.length)} characters, and a link holds at most ${number(CEILING)}. Copy it, or send it as a file instead.`,
        [],
      ];
    const link = location.href.replace(/#.*$/, "") + fragment;
    const field = h("input", {
      type: "text",
      readOnly: true,
      value: link,
      id: "share-link",
      onfocus: () => field.select(),
      // In Safari the click that brings the focus takes back what the focus selected.
      onmousedown(event) {
        if (document.activeElement === field) return;
        event.preventDefault();
        field.focus();
      },
    });
    const parts = [
      preview(text),
      h(
        "p",
        { className: "notice" },
        h("b", {}, `The link contains ${named("body")}. `),
        "Anyone with the link can read it. It is in the part after “#”, which browsers never send to a server.",
      ),
      ofOwnEvents &&
        h(
          "p",
          { id: "share-own" },
          "The link does not contain your documents: whoever opens it needs to add them to see what you see.",
        ),
      h("label", { htmlFor: "share-link" }, `The link (${bytes(link.length)})`),
      field,
    ];
    const copying = () => copy(link, `the link to ${named("body")}`).then(close);
    return ["", parts, button("Copy the link", "copy", copying, { className: "primary", id: "give-copy" })];
  }

  document.body.append(dialog);
  dialog.showModal();
  show();
}
