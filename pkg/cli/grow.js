// A catalog that knows what deliveries have: `--write` of `hooklens drift`.
import { eventsIn } from "../described.js";
import { Differences } from "./differences.js";
import { Learner } from "./learner.js";
import { lensOf } from "./open.js";
import { builtInDocument, decodedOf, lastSaid } from "./precedence.js";

/** What is behind a problem is seen once that is written: so often it is looked at again. */
const ROUNDS = 4;

/** So many characters of bodies are kept to look at again. */
const MOST_KEPT = 64 << 20;

export class Growth {
  #sources;
  #documents;
  #learner;
  #differences = new Differences();
  #samples = new Set();
  #kept = 0;
  #provider;
  #options;

  /** Over the sources that a catalog is made of besides what is built in; events of nobody known are of `provider`. */
  constructor(sources, provider, options) {
    const { sources: last, builtIn } = lastSaid(sources) ?? { sources, builtIn: true };
    const roots = last.map((source) => ({ root: structuredClone(decodedOf(source)), name: source.name }));
    if (builtIn) roots.push({ root: builtInDocument() });
    this.#sources = sources;
    this.#documents = roots.map((document) => ({ ...document, changed: new Set() }));
    this.#provider = provider;
    this.#options = options;
    this.#learner = new Learner(this.#documents, provider);
  }

  /** Takes what was said of a body; one in which there is something new is kept. */
  add(record) {
    const isLearned = this.#learner.add(record);
    const isDifferent = this.#differences.add(record);
    const { text = "" } = record;
    if (!(isLearned || isDifferent) || this.#kept + text.length > MOST_KEPT) return;
    this.#samples.add(text);
    this.#kept += text.length;
  }

  /** The documents that know what was added, and the differences that they do not know all the same. */
  async finish() {
    const others = this.#learner.write();
    if (others !== undefined) this.#documents.push({ root: others, changed: new Set([undefined]) });
    for (let round = 1; ; round++) {
      const documents = this.#documents.flatMap(changedPart);
      if (documents.length === 0) return { documents, left: this.#differences.rows() };
      const { validate } = await lensOf([...this.#sources, ...documents.map((document) => ({ document }))]);
      const learner = new Learner(this.#documents, this.#provider);
      const differences = new Differences();
      for (const text of this.#samples) {
        const report = validate(text, this.#options);
        learner.add({ report, text });
        differences.add({ report, text, file: "" });
      }
      if (!learner.hasLearned || round === ROUNDS) return { documents, left: differences.rows() };
      learner.write();
    }
  }
}

/** What there is to write of a document: all of it, or of one whose channels say who sends in them, the changed ones. */
function changedPart({ root, name, changed }) {
  if (changed.size === 0) return [];
  if (changed.has(undefined)) {
    const provider = eventsIn(root, name)[0].id.split("/")[0];
    return [{ ...root, "x-hooklens": { ...root["x-hooklens"], provider } }];
  }
  const isChanged = ([, channel]) => changed.has(channel["x-hooklens"]?.provider);
  const channels = Object.fromEntries(Object.entries(root.channels).filter(isChanged));
  const references = Object.keys(channels).map((name) => `#/channels/${name}`);
  const operations = Object.entries(root.operations ?? {}).filter(([, { channel }]) =>
    references.includes(channel?.$ref),
  );
  return [{ ...root, channels, ...(root.operations && { operations: Object.fromEntries(operations) }) }];
}
