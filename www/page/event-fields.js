import { breakable, h, icon, prose } from "./dom.js";
import { count, linkTo, number } from "./text.js";

/** The parsed events, field by field, as nested lists; `entries` of the catalog by id. */
export function eventFields({ events, cut }, entries) {
  return [
    events.map((event) =>
      h(
        "section",
        { className: "event-fields" },
        h(
          "h3",
          {},
          h("a", { href: linkTo(event.id) }, event.type),
          h(
            "span",
            { className: "faint" },
            `${entries.get(event.id).providerTitle}${event.pointer && `, at ${event.pointer}`}`,
          ),
        ),
        list(event.rows),
      ),
    ),
    cut > 0 ? h("p", { className: "none" }, `${number(cut)} more values are not shown.`) : "",
  ];
}

const list = (rows) => h("ul", { className: "fields" }, rows.map(row));

function row({ name, type, text, size, kind, required, missing, known, description, problem, rows }) {
  const value = missing
    ? h("span", { className: "field-missing" }, "missing")
    : text !== undefined
      ? h("span", { className: `field-value tok-${token(type)}` }, text)
      : h("span", { className: "field-size" }, type === "array" ? count(size, "item") : count(size, "field"));
  const besides = about(name, size === undefined && kind, required, known);
  return h(
    "li",
    { className: missing ? "field missing" : "field" },
    h(
      "div",
      { className: "field-line" },
      h("span", { className: "field-name" }, breakable(name)),
      value,
      h(
        "span",
        { className: "field-about" },
        besides && h("span", { className: "field-kind" }, besides),
        description && h("span", { className: "field-description" }, prose(description)),
        problem &&
          h(
            "span",
            { className: `field-problem ${problem.severity}` },
            icon(problem.severity),
            " ",
            problem.message,
          ),
      ),
    ),
    rows.length ? list(rows) : "",
  );
}

/** What a field is besides its value; an item of a list is what the list says already. */
function about(name, kind, required, known) {
  if (!known) return "not in the catalog";
  if (/^\d+$/.test(name)) return "";
  return [kind, !required && "optional"].filter(Boolean).join(", ");
}

const token = (type) => ({ string: "string", number: "number", boolean: "bool" })[type] ?? "null";
