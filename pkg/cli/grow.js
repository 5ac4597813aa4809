// A catalog that knows what deliveries have: `--write` of `hooklens drift`.
import { eventsIn, isOpenApi30 } from "../described.js";
import { escaped } from "../json-pointer.js";
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
    const own = last.map(({ file: _, events, document, ...source }) => ({
      ...source,
      root: withEvents(structuredClone(decodedOf({ document })), source.name, events),
    }));
    const all = builtIn ? [...own, { root: builtInDocument() }] : own;
    this.#sources = sources;
    this.#documents = all.map((document) => ({ ...document, changed: new Set() }));
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
      const grown = this.#documents.flatMap(changedPart);
      const documents = grown.map(({ document }) => document);
      if (documents.length === 0) return { documents, left: this.#differences.rows() };
      const { validate } = await lensOf([...this.#sources, ...grown]);
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

/** A document in which also those schemas are events that were so only because they were asked for. */
function withEvents(root, name, asked) {
  const known = new Set(eventsIn(root, name).map(({ type }) => type));
  for (const { type } of eventsIn(root, name, asked)) {
    if (known.has(type)) continue;
    const schema = { $ref: `#/components/schemas/${escaped(type)}` };
    const key = isOpenApi30(root) ? "x-webhooks" : "webhooks";
    if ("openapi" in root)
      root[key] = {
        ...root[key],
        [type]: { post: { requestBody: { content: { "application/json": { schema } } } } },
      };
    else root.components.messages = { ...root.components.messages, [type]: { payload: schema } };
  }
  return root;
}

/** The source of what there is to write: of a document whose channels say who sends in them, those that are changed. */
function changedPart({ root, changed, name, ...how }) {
  if (changed.size === 0) return [];
  if (changed.has(undefined)) {
    const provider = eventsIn(root, name)[0].id.split("/")[0];
    return [{ ...how, document: { ...root, "x-hooklens": { ...root["x-hooklens"], provider } } }];
  }
  const isChanged = ([, channel]) => changed.has(channel["x-hooklens"]?.provider);
  const channels = Object.fromEntries(Object.entries(root.channels).filter(isChanged));
  const references = Object.keys(channels).map((name) => `#/channels/${name}`);
  const isOfThose = ([, { channel }]) => references.includes(channel?.$ref);
  const operations = Object.fromEntries(Object.entries(root.operations ?? {}).filter(isOfThose));
  return [{ ...how, document: { ...root, channels, ...(root.operations && { operations }) } }];
}
