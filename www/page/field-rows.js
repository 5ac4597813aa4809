import { flat, kind, saidOf, schemaAt, step, tokens } from "./schema.js";
import { childPointer } from "./text.js";

const ROWS = 1000;
const TEXT = 2000;

/**
 * A body's recognized events as rows for people: each value with what the catalog says of it, and the
 * required fields that are missing. At most ROWS rows, so that a body of many megabytes stays readable.
 */
export function fieldRows(document, report, schemaOf) {
  const budget = { left: ROWS, cut: 0 };
  const wrong = new Map();
  for (const { pointer, severity, message } of report.problems)
    if (!wrong.has(pointer)) wrong.set(pointer, { severity, message });
  const roots = new Map();
  const events = report.events.slice(0, 100).map((event) => {
    if (!roots.has(event.id)) roots.set(event.id, schemaOf(event.id));
    const schema = roots.get(event.id);
    const root = schema ?? {};
    const value = tokens(event.pointer).reduce((at, key) => at?.[key], document);
    return {
      ...event,
      rows: children(value, schemaAt(root, event.pointer), event.pointer, {
        root,
        isTold: Boolean(schema),
        wrong,
        budget,
      }),
    };
  });
  return { events, cut: budget.cut + Math.max(0, report.events.length - 100) };
}

function children(value, schema, pointer, known) {
  if (value === null || typeof value !== "object") return [];
  const level = flat(schema, known.root);
  const required = new Set(level.required);
  const rows = [];
  for (const [key, item] of Object.entries(value)) {
    if (known.budget.left-- <= 0) {
      known.budget.cut++;
      continue;
    }
    rows.push(
      row(key, item, step(schema, key, known.root), childPointer(pointer, key), known, required.has(key)),
    );
  }
  if (!Array.isArray(value))
    for (const key of required)
      if (!Object.hasOwn(value, key))
        rows.push(missing(key, step(schema, key, known.root), childPointer(pointer, key), known));
  return rows;
}

function row(name, value, schema, pointer, known, required) {
  const level = flat(schema, known.root);
  return {
    name,
    ...shown(value),
    kind: schema ? kind(schema, known.root) : undefined,
    // Where there is no schema to read, nothing is said of any field.
    required: required || !known.isTold,
    known: Boolean(schema) || !known.isTold,
    description: saidOf({ description: level.description }),
    problem: known.wrong.get(pointer),
    rows: children(value, schema, pointer, known),
  };
}

function missing(name, schema, pointer, known) {
  const description = saidOf({ description: flat(schema, known.root).description });
  const problem = known.wrong.get(pointer);
  return {
    name,
    missing: true,
    kind: kind(schema, known.root),
    required: true,
    known: true,
    description,
    problem,
    rows: [],
  };
}

function shown(value) {
  if (Array.isArray(value)) return { type: "array", size: value.length };
  if (value === null) return { type: "null", text: "null" };
  if (typeof value === "object") return { type: "object", size: Object.keys(value).length };
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, TEXT)) : String(value);
  return { type: typeof value, text: text + (value.length > TEXT ? "…" : "") };
}
