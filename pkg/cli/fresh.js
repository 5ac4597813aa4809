// An example as another delivery: with ids that nobody has seen, and at another time.

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
const OBJECT_ID = /\b[0-9a-f]{24}\b/gi;
const TIME = /\b(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})/g;

/** Seconds since 1970, of a time between 2001 and 2033. */
const SECONDS = /(?<![\w.-])1\d{9}(?![\w.-])/g;

/** Whether there is an id or a time in a text. */
export const isFreshened = (text) => [UUID, OBJECT_ID, TIME, SECONDS].some((form) => text.search(form) >= 0);

/** A text with another id in the place of each, the same where they were, as far as `accepts` takes it. */
export function withOtherIds(text, random, accepts) {
  const others = new Map();
  for (const [id] of text.matchAll(UUID)) others.set(id, others.get(id) ?? random.uuid());
  for (const [id] of text.matchAll(OBJECT_ID)) others.set(id, others.get(id) ?? random.hex(24));
  const all = [...others].reduce((changed, [id, other]) => changed.replaceAll(id, other), text);
  if (accepts(all)) return all;
  // One of them is more than it looks like.
  return [...others].reduce((changed, [id, other]) => {
    const next = changed.replaceAll(id, other);
    return accepts(next) ? next : changed;
  }, text);
}

/** A text with all times in it later by so many milliseconds. */
export function later(text, milliseconds) {
  return text
    .replace(SECONDS, (seconds) => String(Number(seconds) + Math.round(milliseconds / 1000)))
    .replace(TIME, (time, date, between, clock, fraction = "", offset) => {
      // By the clock there: that all are later by the same needs no offset.
      const moment =
        Date.parse(`${date}T${clock}Z`) + milliseconds + Math.round(Number(`0${fraction}`) * 1000);
      if (!Number.isFinite(moment)) return time;
      const [day, rest] = new Date(moment).toISOString().split("T");
      const digits = Math.max(0, fraction.length - 1);
      const places = digits === 0 ? "" : `.${rest.slice(9, 12).padEnd(digits, "0").slice(0, digits)}`;
      return `${day}${between}${rest.slice(0, 8)}${places}${offset}`;
    });
}
