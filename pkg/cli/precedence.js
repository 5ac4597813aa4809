// What several documents, or a document and the built-in catalog, say of the same event: the last of them counts.
import { readFileSync } from "node:fs";
import { eventsIn, led } from "../described.js";
import { catalog } from "../event-types.js";

/** A document as a value, whatever it was given as; undefined where it is no JSON. */
export function decodedOf({ document }) {
  if (!(document instanceof Uint8Array)) return document;
  try {
    return JSON.parse(new TextDecoder().decode(document));
  } catch {
    return undefined;
  }
}

/** All that is built in, as a document. */
export const builtInDocument = () =>
  JSON.parse(readFileSync(new URL("../schemas/asyncapi.json", import.meta.url), "utf8"));

/**
 * The sources without what a later one says anew, and whether the built-in catalog is needed as it is; undefined where
 * nothing is said twice.
 */
export function lastSaid(sources) {
  const taken = new Set();
  const kept = [];
  const keep = (source, isRepeated) => kept.unshift(...(isRepeated ? withoutTaken(source, taken) : [source]));
  let changes = false;
  for (const source of sources.toReversed()) {
    const ids = eventsIn(decodedOf(source), source.name, source.events).map(({ id }) => id);
    const isRepeated = ids.some((id) => taken.has(id));
    changes ||= isRepeated;
    keep(source, isRepeated);
    for (const id of ids) taken.add(id);
  }
  const builtIn = !catalog.some(({ id }) => taken.has(id));
  if (!builtIn) kept.push(...withoutTaken({ document: builtInDocument() }, taken));
  return changes || !builtIn ? { sources: kept, builtIn } : undefined;
}

/** A source with the events that nobody else has: none, where there are none. */
function withoutTaken(source, taken) {
  const root = decodedOf(source);
  const events = eventsIn(root, source.name, source.events);
  const left = events.filter(({ id }) => !taken.has(id));
  if (left.length === 0) return [];
  // A document whose channels say who sends in them is loaded with all that is in them.
  const isByChannel = events.some(({ provider }) => provider !== undefined);
  if (!isByChannel) return [{ ...source, events: left.map(({ type }) => type) }];
  const messages = new Set(left.map(({ message }) => message));
  const channels = Object.entries(root.channels).flatMap(([name, channel]) => {
    const own = Object.entries(channel.messages ?? {}).filter(([, message]) =>
      messages.has(led(message, root)),
    );
    return own.length === 0 ? [] : [[name, { ...channel, messages: Object.fromEntries(own) }]];
  });
  return [{ ...source, document: { ...root, channels: Object.fromEntries(channels) } }];
}
