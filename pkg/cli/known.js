// Every event that is known, with its example and its schema: those of documents first, then the built-in ones.
import { documentEvents } from "../documents.js";
import { lensOf, settingsOf } from "./open.js";
import { madeExample } from "./made-example.js";
import { decodedOf } from "./precedence.js";
import { Refusal } from "./options.js";

/**
 * The events of the documents that `--catalog` names, and of the built-in catalog: `{ id, provider, type, title, schema,
 * example, exampleIsMade }`, and the lens that knows them; without documents that one is undefined.
 */
export async function knownEvents(values) {
  const { catalogs } = settingsOf(values);
  const { catalog } = await import("../catalog.js");
  if (catalogs.length === 0) return { events: catalog };
  const { sourcesOf } = await import("./catalogs.js");
  const sources = await sourcesOf(catalogs);
  const lens = await lensOf(sources);
  const builtIn = new Map(catalog.map((event) => [event.id, event]));
  // Of what is said twice the last counts.
  const said = new Map(
    sources.flatMap((source) =>
      documentEvents(decodedOf(source), source).map((event) => [event.id, { event, file: source.file }]),
    ),
  );
  const events = lens.catalog.map((entry) => {
    const about = said.get(entry.id);
    return about === undefined ? builtIn.get(entry.id) : describedEvent(entry, about, lens);
  });
  return { events, lens };
}

function describedEvent({ id, provider, type, title }, { event, file }, { validate }) {
  const exampleIsMade = event.example === undefined;
  return {
    ...{ id, provider, type, title, exampleIsMade },
    get schema() {
      if (event.schema !== undefined) return event.schema;
      throw new Refusal(
        `--catalog ${file}: the schema of ${id} cannot be taken out of it`,
        "it refers to another document, or to something by its name",
      );
    },
    get example() {
      return exampleIsMade
        ? madeExample({ id, type }, this.schema, validate)
        : structuredClone(event.example);
    },
  };
}
