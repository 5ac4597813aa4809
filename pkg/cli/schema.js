// `hooklens schema`: the JSON Schema of the body of an event.
import { findEvent } from "./find-event.js";
import { openOutput } from "./output.js";

export const command = {
  name: "schema",
  title: "prints the JSON Schema of an event's body",
  about: "EVENT is an id, a type, or the first or last words of one. The schema is of draft 2020-12.",
  arguments: { usage: "EVENT", least: 1, most: 1 },
  options: { compact: { help: "on one line" } },
  examples: [
    ["hooklens schema refresh", "to look at"],
    ["hooklens schema lock.locked > lock.locked.schema.json", "for another validator"],
  ],
};

export async function run({ values, paths }) {
  const { catalog } = await import("../catalog.js");
  const { schema } = findEvent(catalog, paths[0]);
  const out = openOutput();
  out.write(`${JSON.stringify(schema, null, values.compact ? undefined : 2)}\n`);
  out.end();
  return 0;
}
