// `hooklens example`: an example body of an event.
import { findEvent } from "./find-event.js";
import { openOutput } from "./output.js";

export const command = {
  name: "example",
  title: "prints an example body of an event",
  about: "EVENT is an id, a type, or the first or last words of one.",
  arguments: { usage: "EVENT", least: 1, most: 1 },
  options: { compact: { help: "on one line" } },
  examples: [
    ["hooklens example refresh", "to look at"],
    ["hooklens example lock.locked | hooklens check", "to see that it is one"],
    ["hooklens example lock.locked --compact >> lines.ndjson", "as a line of an archive"],
  ],
};

export async function run({ values, paths }) {
  const { catalog } = await import("../catalog.js");
  const { example } = findEvent(catalog, paths[0]);
  const out = openOutput();
  out.write(`${JSON.stringify(example, null, values.compact ? undefined : 2)}\n`);
  out.end();
  return 0;
}
