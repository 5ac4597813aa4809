// What may be asked of a call, checked at each.

const PUBLIC = { maxBytes: 16 * 1024 * 1024, maxDepth: 128, event: undefined };
const DEFAULTS = { ...PUBLIC, decides: true };

/** In the options of a handler's call: a hint that only narrows, from a header, which nobody has signed. */
export const NARROWING = Symbol("a hint that only narrows");

/** In the options of a handler's call: `parse` is to give the report beside the events, for its warnings. */
export const REPORTED = Symbol("the report as well");

/** A call's options, each with its value. Throws a `TypeError` for what is none. */
export function callOptions(options) {
  if (options === undefined) return DEFAULTS;
  if (options === null || typeof options !== "object") {
    throw new TypeError(`expected options as an object, found ${options === null ? "null" : typeof options}`);
  }
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(PUBLIC, name)) {
      throw new TypeError(`expected options of ${Object.keys(PUBLIC).join(", ")}, found ${name}`);
    }
  }
  const { maxBytes, maxDepth, event } = options;
  if (event !== undefined && typeof event !== "string") {
    throw new TypeError(
      `expected options.event as a string, found ${event === null ? "null" : typeof event}`,
    );
  }
  const narrowing = options[NARROWING];
  return {
    maxBytes: limit("maxBytes", maxBytes),
    maxDepth: limit("maxDepth", maxDepth),
    event: narrowing ?? event,
    decides: narrowing === undefined,
    reported: options[REPORTED],
  };
}

function limit(name, value = PUBLIC[name]) {
  if (Number.isInteger(value) && value >= 0 && value <= 0xffffffff) return value;
  throw new TypeError(`expected options.${name} as an integer from 0 to 4294967295, found ${String(value)}`);
}
