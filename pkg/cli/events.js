// `hooklens events`: which events are known.
import { CATALOG_OPTIONS, Refusal } from "./options.js";
import { openOutput } from "./output.js";
import { sayError } from "./say-error.js";

export const command = {
  name: "events",
  title: "lists the events that are known",
  about: "SEARCH is words that an event's id or title must have, each of them.",
  arguments: { usage: "[SEARCH…]" },
  options: {
    ...CATALOG_OPTIONS,
    json: { help: "as JSON, one a line: id, provider, type, title, event, providerTitle, envelopeTitle" },
  },
  examples: [
    ["hooklens events", "every event"],
    ["hooklens events access code", "those about access codes"],
    ["hooklens events --catalog openapi.json", "with events of your own"],
    ["hooklens events --json | jq -r .id", "the ids alone"],
  ],
  exits: { 1: "there is none with these words" },
};

export async function run({ values, paths }) {
  const catalog = await catalogOf(values);
  const words = paths.join(" ").toLowerCase().split(/\s+/).filter(Boolean);
  const found = catalog.filter((entry) => {
    const text = `${entry.id} ${entry.title} ${entry.providerTitle}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (found.length === 0) {
    sayError(new Refusal(`there is no event with ${paths.join(" ")}`));
    return 1;
  }
  const out = openOutput();
  const widest = Math.max(...found.map(({ id }) => id.length));
  for (const entry of found) {
    const { id, title, event } = entry;
    const what = event ? title : `${title} (no event)`;
    out.write(`${values.json ? JSON.stringify(entry) : `${id.padEnd(widest)}  ${out.paint.dim(what)}`}\n`);
  }
  out.end();
  return 0;
}

async function catalogOf(values) {
  if (values.catalog === undefined) return (await import("../event-types.js")).catalog;
  const { openLens, settingsOf } = await import("./open.js");
  return (await openLens(settingsOf(values))).catalog;
}
