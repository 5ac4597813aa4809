import { h } from "./dom.js";

/** The body as it stands in code: redacted, unless the user wants it as it is. `again` is called when that has changed. */
export function createBodyInCode(again) {
  let isRedacted = true;
  let last = null;

  function redact({ body, engine }) {
    const mine = { of: body, engine, none: "Redacting the body…" };
    last = mine;
    engine
      .redacted(body)
      .then((text) => Object.assign(mine, { body: text, none: "" }))
      .catch((error) => (mine.none = `The body could not be redacted: ${error.message}.`))
      .then(() => mine === last && again());
  }

  return {
    box: () =>
      h(
        "label",
        { className: "chooser" },
        h("input", {
          type: "checkbox",
          id: "code-redacted",
          checked: isRedacted,
          onchange(event) {
            isRedacted = event.target.checked;
            last = null;
            again();
          },
        }),
        " Redact the body",
      ),

    /** The body, or in `none` why there is none yet. */
    of(now) {
      if (!isRedacted) return now;
      if (last?.of !== now.body || last.engine !== now.engine) redact(now);
      return last;
    },
  };
}
