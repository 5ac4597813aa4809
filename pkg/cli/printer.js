// What `hooklens example` and `hooklens schema` have in common: they print one thing that is known of an event.
import { findEvent } from "./find-event.js";
import { knownEvents } from "./known.js";
import { CATALOG_OPTIONS } from "./options.js";
import { openOutput } from "./output.js";

export const EVENT = "EVENT is an id, a type, or the first or last words of one.";

/** A command that prints what `valueOf` gives of an event, as JSON. */
export const printer = ({ name, title, about, examples, valueOf }) => ({
  command: {
    ...{ name, title, about, examples },
    arguments: { usage: "EVENT", least: 1, most: 1 },
    options: { ...CATALOG_OPTIONS, compact: { help: "on one line" } },
  },
  async run({ values, paths }) {
    const { events, lens } = await knownEvents(values);
    const value = valueOf(findEvent(events, paths[0]), lens);
    const out = openOutput();
    out.write(`${JSON.stringify(value, null, values.compact ? undefined : 2)}\n`);
    out.end();
    return 0;
  },
});
