import { html } from "lit-html";
import { icon } from "./icons.js";
import { breakable, prose } from "./pieces.js";
import { count, linkTo, number } from "./text.js";

/** The parsed events, field by field, as nested lists; `entries` of the catalog by id. */
export function eventFields({ events, cut }, entries) {
  const place = ({ id, pointer }) => `${entries.get(id).providerTitle}${pointer && `, at ${pointer}`}`;
  const section = (event) =>
    html`<section class="event-fields">
      <h3><a href=${linkTo(event.id)}>${event.type}</a><span class="faint">${place(event)}</span></h3>
      ${list(event.rows)}
    </section>`;
  const more = cut > 0 ? html`<p class="none">${number(cut)} more values are not shown.</p>` : "";
  return html`${events.map(section)}${more}`;
}

const list = (rows) =>
  html`<ul class="fields">
    ${rows.map(row)}
  </ul>`;

function row(field) {
  const { name, size, kind, required, missing, known, description, problem, rows } = field;
  const besides = about(name, size === undefined && kind, required, known);
  return html`<li class=${missing ? "field missing" : "field"}>
    <div class="field-line">
      <span class="field-name">${breakable(name)}</span>${value(field)}
      <span class="field-about">
        ${besides ? html`<span class="field-kind">${besides}</span>` : ""}${
          description ? html`<span class="field-description">${prose(description)}</span>` : ""
        }${problem ? trouble(problem) : ""}
      </span>
    </div>
    ${rows.length > 0 ? list(rows) : ""}
  </li>`;
}

function value({ type, text, size, missing }) {
  if (missing) return html`<span class="field-missing">missing</span>`;
  if (text !== undefined) return html`<span class="field-value tok-${token(type)}">${text}</span>`;
  return html`<span class="field-size"
    >${type === "array" ? count(size, "item") : count(size, "field")}</span
  >`;
}

const trouble = ({ severity, message }) =>
  html`<span class="field-problem ${severity}">${icon(severity)} ${message}</span>`;

/** What a field is besides its value; an item of a list is what the list says already. */
function about(name, kind, required, known) {
  if (!known) return "not in the catalog";
  if (/^\d+$/.test(name)) return "";
  return [kind, !required && "optional"].filter(Boolean).join(", ");
}

const token = (type) => ({ string: "string", number: "number", boolean: "bool" })[type] ?? "null";
