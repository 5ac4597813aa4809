import { html } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { copy } from "./clipboard.js";
import { byId } from "./dom.js";
import { download } from "./download.js";
import { LARGE, TABS, formOf } from "./forms.js";
import { button } from "./pieces.js";

/** The tabs beside the body. A tab is worked out only while it is open. */
export function createDetails(state, draw, link) {
  let timer;

  function workOut() {
    const form = formOf(state, () => state.tab === "code" && workOut());
    show(form);
    form.load?.().then(workOut, ({ message }) => state.form === form && show({ none: message }));
  }

  function show(form) {
    state.form = form;
    draw();
    link.show(form.linked ? { ...form.linked, pre: text() } : null);
  }

  /** Changes what the user has chosen. */
  function choose(change) {
    Object.assign(state, change);
    workOut();
    text()?.scrollTo(0, 0);
  }

  const text = () => byId("details-panel").querySelector("pre");

  function arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = TABS.findIndex(({ id }) => id === state.tab);
    const to = step ? (at + step + TABS.length) % TABS.length : { Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose({ tab: TABS[to].id });
    byId(`tab-${state.tab}`).focus();
  }

  const tab = ({ id, title }) =>
    html`<button
      type="button"
      role="tab"
      id="tab-${id}"
      aria-controls="details-panel"
      aria-selected=${id === state.tab}
      tabindex=${id === state.tab ? 0 : -1}
      @click=${() => choose({ tab: id })}
    >
      ${title}
    </button>`;

  const chooser = ({ label, options, chosen }) => {
    const option = ([value, words]) =>
      html`<option value=${value} .selected=${value === chosen}>${words}</option>`;
    const onChange = ({ target }) => choose({ choices: { ...state.choices, [state.tab]: target.value } });
    return html`<label class="chooser">
      <span>${label}</span
      ><select @change=${onChange}>
        ${options.map(option)}
      </select>
    </label>`;
  };

  const redactBox = () =>
    html`<label class="chooser">
      <input
        type="checkbox"
        id="code-redacted"
        .checked=${state.isRedacted}
        @change=${({ target }) => choose({ isRedacted: target.checked, redaction: null })}
      />
      Redact the body
    </label>`;

  const wanted = () =>
    button("Show anyway", null, () => {
      choose({ isWanted: true });
      text()?.focus();
    });

  function panel(form) {
    const { none, choice, view = "", linked, isLarge } = form;
    return [
      choice ? chooser(choice) : "",
      choice?.isOfBody ? redactBox() : "",
      isLarge ? wanted() : "",
      none ? html`<p class="none">${none}</p>` : "",
      guard([form], () => (linked ? link.view(linked.text) : view)),
    ];
  }

  function tools({ text, name, type }) {
    const options = { bare: true, disabled: !text };
    return [
      button("Copy", "copy", () => copy(text, "the text"), { ...options, id: "details-copy" }),
      button("Download", "download", () => download(name, text, type), {
        ...options,
        id: "details-download",
      }),
    ];
  }

  return {
    view: () =>
      html`<div class="panel-head tabs-head">
          <div class="tabs" role="tablist" aria-label="Other forms of the event" @keydown=${arrows}>
            ${TABS.map(tab)}
          </div>
          <div class="tools">${tools(state.form)}</div>
        </div>
        <div
          class="details-panel"
          id="details-panel"
          role="tabpanel"
          aria-labelledby="tab-${state.tab}"
          data-tab=${state.tab}
        >
          ${panel(state.form)}
        </div>`,

    /** The body has changed: `{ body, report, engine }`, or null for an empty one; `isNew` where it is another. */
    show(about, isNew) {
      const next = () => {
        Object.assign(state, { about, isWanted: false });
        workOut();
        if (isNew) text()?.scrollTo(0, 0);
      };
      clearTimeout(timer);
      if (!about || about.body.length > LARGE) next();
      else timer = setTimeout(next, about.body.length < 100_000 ? 50 : 300);
    },
  };
}
