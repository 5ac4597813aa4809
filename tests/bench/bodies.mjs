// What is measured: the documents' own examples, as they stand there and minified, without and with faults; an
// envelope of many events; and what another system might send.
import { readFileSync } from "node:fs";

export const EXAMPLES = [
  ["flat create", "paybook/credential_create"],
  ["flat refresh", "paybook/refresh"],
  ["3.1 refreshed", "paybook/credentials.refreshed"],
  ["3.1 documents", "paybook/documents.success"],
  ["Seam", "seam/acs_credential.issued"],
];

export const STYLES = ["as documented", "minified"];

/** The event that the large bodies are made of. */
export const REPEATED = "paybook/credentials.refreshed";

const bytes = new TextEncoder();
export const encode = (text) => bytes.encode(text);

function read(id) {
  return readFileSync(new URL(`../payloads/${id}.json`, import.meta.url), "utf8");
}

function styled(value, style) {
  // Four spaces, as the documents have them.
  return style === "minified" ? JSON.stringify(value) : JSON.stringify(value, null, 4);
}

export function example(id, style) {
  const text = read(id);
  return style === "minified" ? styled(JSON.parse(text), style) : text;
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
/** A string or a number with its key and the comma after it; or the key of a container. */
const TOKEN = new RegExp(
  String.raw`(?<key>${STRING}\s*:\s*)?(?:(?<value>${STRING}(?!\s*:)|-?\d+)(?<comma>\s*,\s*)?|(?=[{[]))`,
  "g",
);

const MISSING = "";
const WRONG_FORMAT = '"wrong"';
const WRONG_TYPE = "false";

/**
 * A body with so many faults: in turn a text that is no id, date or path and a value of another type, and among
 * many one field that is missing. Fewer, where no more has room.
 *
 * @param {(text: string) => number} faultsOf how many faults a body has
 */
export function withFaults(text, type, count, faultsOf) {
  const tokens = [...text.matchAll(TOKEN)].filter(({ groups: { value } }) => value && value !== `"${type}"`);
  // One alone is in the middle.
  if (count === 1) tokens.splice(0, tokens.length >> 1);
  const edits = [];
  const kinds = new Set();
  for (const { index, 0: whole, groups } of tokens) {
    if (edits.length === count) break;
    const { key = "", comma = "" } = groups;
    const tries = edits.length % 2 === 0 ? [WRONG_FORMAT, WRONG_TYPE] : [WRONG_TYPE];
    if (edits.length > 0 && key && comma && !kinds.has(MISSING)) tries.unshift(MISSING);
    for (const words of tries) {
      const edit = [index, index + whole.length, words === MISSING ? "" : key + words + comma];
      if (faultsOf(edited(text, [...edits, edit])) !== edits.length + 1) continue;
      edits.push(edit);
      kinds.add(words);
      break;
    }
  }
  return edited(text, edits);
}

function edited(text, edits) {
  return edits.reduceRight(
    (text, [start, end, words]) => text.slice(0, start) + words + text.slice(end),
    text,
  );
}

/** A 3.1 envelope of so many events, each with an id of its own. */
export function envelope(count, style) {
  const body = JSON.parse(read(REPEATED));
  const [event] = body.events;
  const events = Array.from({ length: count }, (_, at) => {
    const copy = structuredClone(event);
    copy.header.event.eid = event.header.event.eid.slice(0, -8) + at.toString(16).padStart(8, "0");
    return copy;
  });
  return styled({ ...body, events }, style);
}

/** An envelope of about so many bytes. */
export function envelopeOf(size) {
  const [one, two] = [1, 2].map((count) => envelope(count, "minified").length);
  return envelope(Math.round(size / (two - one)), "minified");
}

/** About so many bytes of what a shop might send: of all kinds of values, and with a few escapes. */
export function foreign(size) {
  const order = (at) => ({
    id: 4_000_000 + at,
    reference: `R-${at}`,
    paid: at % 3 > 0,
    total: (at % 1000) + 0.25,
    customer: { name: "Zoë Example", mail: `customer${at}@example.org`, phone: null },
    lines: [{ sku: `sku-${at % 97}`, quantity: (at % 7) + 1, note: 'said: "as a gift",\nplease' }],
    tags: ["shop", "web"],
    comment: "It may be left with the neighbours if nobody answers the door in the afternoon.",
  });
  const orders = Array.from({ length: Math.round(size / encode(JSON.stringify(order(10_000))).length) });
  return JSON.stringify({ shop: "example", orders: orders.map((_, at) => order(at)) });
}
