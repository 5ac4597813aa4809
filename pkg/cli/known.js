// Every event that is known, with its example and its schema: those of documents first, then the built-in ones.
import { documentEvents } from "../documents.js";
import { lensOf, settingsOf } from "./open.js";
import { madeFrom } from "./made.js";
import { keysOf, valueAt } from "./pointer.js";
import { Random } from "./random.js";
import { decodedOf } from "./precedence.js";
import { Refusal } from "./options.js";

/** How often an example is made until one is valid. */
const ATTEMPTS = 10;

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
      return exampleIsMade ? madeExample(id, this.schema, validate) : structuredClone(event.example);
    },
  };
}

/** An example with as few problems as are to be had. */
function madeExample(id, schema, validate) {
  let best;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const value = madeFrom(schema, schema, new Random(attempt));
    const problemsOf = () => validate(JSON.stringify(value), { event: id }).problems;
    // What one part of a schema adds another may forbid.
    for (const { code, pointer } of problemsOf()) if (code === "unexpected-field") remove(value, pointer);
    const problems = problemsOf().length;
    if (best === undefined || problems < best.problems) best = { value, problems };
    if (problems === 0) break;
  }
  return best.value;
}

function remove(value, pointer) {
  const keys = keysOf(pointer);
  const parent = valueAt(value, keys.slice(0, -1));
  if (typeof parent === "object" && parent !== null) delete parent[keys.at(-1)];
}
