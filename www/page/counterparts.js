import { placesOf } from "./json-tree.js";
import { listed, number, pointerName } from "./text.js";

/** So many places are named. */
const MOST = 3;

function named(pointers) {
  const shown = pointers.slice(0, MOST).map((pointer) => `\`${pointerName(pointer)}\``);
  const more = pointers.length - shown.length;
  return listed(more > 0 ? [...shown, `${number(more)} more`] : shown);
}

const WORDS = {
  value: (from) => `from ${named(from)}`,
  constant: () => "the same for every event of this provider",
  "event-type": (from) =>
    from.length > 0
      ? `from the event’s name, ${named(from)}`
      : "from what the event is; the body has no name for it",
  content: () => "made of the content",
};

/** Of some places the one that an offset is in; the smallest, where one is in another. */
const placeAt = (offset, places) =>
  places
    .filter(({ start, to }) => start <= offset && offset <= to)
    .toSorted((a, b) => a.to - a.start - (b.to - b.start))[0];

/**
 * Where a value of canonical events came from, or the first that is in it: how in words, and its place in the body if it
 * has one. `pointer` is one into the array of the events.
 */
export function originOf(provenance, pointer) {
  const [, index, within] = pointer.match(/^\/(\d+)(.*)$/s);
  const { kind, from } = provenance[index].origins.find(
    (origin) => origin.pointer === within || origin.pointer.startsWith(`${within}/`),
  );
  return { words: WORDS[kind](from.map((each) => each.pointer)), span: from[0]?.span };
}

/**
 * What belongs together in canonical events and their body. `text` is the events' JSON. Each answer
 * is `{ body, events, words }`: the places in either, and how they belong together; the same object each time.
 */
export function counterpartsOf(provenance, text) {
  const places = placesOf(text);
  const inEvents = [];
  const inBody = new Map();
  for (const [index, { origins }] of provenance.entries())
    for (const { pointer, kind, from } of origins) {
      const whole = `/${index}${pointer}`;
      const place = places.get(whole);
      if (!place) continue;
      const name = provenance.length > 1 ? whole : pointer;
      const words = `\`${name}\`: ${WORDS[kind](from.map((each) => each.pointer))}`;
      const body = from.map(({ span }) => ({ from: span.start, to: span.end }));
      inEvents.push({ ...place, found: { body, events: [place], words } });
      for (const { pointer: source, span } of from) {
        if (!inBody.has(span.start)) inBody.set(span.start, new Map());
        const here = inBody.get(span.start);
        if (!here.has(span.end)) here.set(span.end, { source, names: [], events: [] });
        const { names, events } = here.get(span.end);
        names.push(name);
        events.push(place);
      }
    }
  const sources = [...inBody].flatMap(([start, ends]) =>
    [...ends].map(([to, { source, names, events }]) => ({
      start,
      to,
      found: { body: [{ from: start, to }], events, words: `\`${source}\`: becomes ${named(names)}` },
    })),
  );

  return {
    /** What belongs to what is at an offset of the events' text. */
    atEvents: (offset) => placeAt(offset, inEvents)?.found,
    /** What belongs to what is at an offset of the body. */
    atBody: (offset) => placeAt(offset, sources)?.found,
  };
}
