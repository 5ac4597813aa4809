// An example as a delivery of now: with ids and times that nobody has seen.

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
const OBJECT_ID = /\b[0-9a-f]{24}\b/gi;
const TIME = /\b(\d{4}-\d{2}-\d{2})([T ])(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})/g;

/** A text with other ids, the same where they were, and with all times later by so much. */
export function freshened(text, digits, later) {
  const ids = new Map();
  const other = (make) => (id) => {
    if (!ids.has(id)) ids.set(id, make());
    return ids.get(id);
  };
  return text
    .replace(
      UUID,
      other(() => uuidOf(digits(32))),
    )
    .replace(
      OBJECT_ID,
      other(() => digits(24)),
    )
    .replace(TIME, (time, date, between, clock, fraction = "", offset) => {
      // By the clock there: that all are later by the same needs no offset.
      const moment = Date.parse(`${date}T${clock}Z`) + later + Math.round(Number(`0${fraction}`) * 1000);
      if (!Number.isFinite(moment)) return time;
      const [day, rest] = new Date(moment).toISOString().split("T");
      const places =
        fraction === ""
          ? ""
          : `.${rest
              .slice(9, 12)
              .padEnd(fraction.length - 1, "0")
              .slice(0, fraction.length - 1)}`;
      return `${day}${between}${rest.slice(0, 8)}${places}${offset}`;
    });
}

/** Version 4, as most ids are. */
function uuidOf(hex) {
  const variant = "89ab"[parseInt(hex[16], 16) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return parts.join("-");
}

/** Hexadecimal digits, of a seed always the same. */
export function digitsOf(seed) {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger, in the public domain.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 28).toString(16);
  };
  return (count) => Array.from({ length: count }, next).join("");
}
