import { button, byId, copy, h } from "./dom.js";
import { CEILING, encode } from "./share.js";
import { bytes, number } from "./text.js";

/** Offers the link that holds the body, and says what that means before it is copied. */
export async function openShare(body, { ofOwnEvents = false } = {}) {
  byId("share-dialog")?.remove();
  const fragment = await encode(body);
  const link = location.href.replace(/#.*$/, "") + fragment;
  const close = () => dialog.close();
  const tooLarge = fragment.length > CEILING;
  const field = h("input", {
    type: "text",
    readOnly: true,
    value: tooLarge ? "" : link,
    id: "share-link",
    onfocus: (event) => event.target.select(),
  });
  const dialog = h(
    "dialog",
    {
      id: "share-dialog",
      className: "dialog",
      "aria-labelledby": "share-title",
      onclose: () => dialog.remove(),
    },
    h("h2", { id: "share-title" }, "Share this body as a link"),
    tooLarge
      ? h(
          "p",
          { className: "notice" },
          `The body is too large for a link: compressed, it takes ${number(fragment.length)} characters, and a link holds at most ${number(CEILING)}. Send it as a file instead.`,
        )
      : [
          h(
            "p",
            { className: "notice" },
            h("b", {}, "The link contains the whole body. "),
            "Anyone with the link can read it, including every name, id and token. The body is in the part after “#”, which browsers never send to a server.",
          ),
          ofOwnEvents &&
            h(
              "p",
              { id: "share-own" },
              "The link does not contain your documents: whoever opens it needs to add them to see what you see.",
            ),
          h("label", { htmlFor: "share-link" }, `The link (${bytes(link.length)})`),
          field,
        ],
    h(
      "div",
      { className: "dialog-tools" },
      button("Close", null, close),
      !tooLarge &&
        button("Copy the link", "copy", () => copy(link, "the link").then(close), { className: "primary" }),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
