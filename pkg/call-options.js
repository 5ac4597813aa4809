// What may be asked of a call, checked at each.

const PUBLIC = { maxBytes: 16 * 1024 * 1024, maxDepth: 128, event: undefined };
const DEFAULTS = { ...PUBLIC, decides: true, reported: false };

/** On options that were checked before. */
const CHECKED = Symbol("checked");

/** The options of a handler's calls, checked once, when it is made. `parse` gives the report beside the events. */
export function handlerOptions(limits) {
  return { ...callOptions(limits), reported: true, [CHECKED]: true };
}

/** The same with a hint from a header, which nobody has signed: it only narrows. */
export function narrowedBy(event, options) {
  return { ...options, event, decides: false };
}

/** A call's options, each with its value. Throws a `TypeError` for what is none. */
export function callOptions(options) {
  if (options === undefined) return DEFAULTS;
  if (options === null || typeof options !== "object") {
    throw new TypeError(`expected options as an object, found ${options === null ? "null" : typeof options}`);
  }
  if (options[CHECKED]) return options;
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
  return {
    maxBytes: limit("maxBytes", maxBytes),
    maxDepth: limit("maxDepth", maxDepth),
    event,
    decides: true,
    reported: false,
  };
}

function limit(name, value = PUBLIC[name]) {
  if (Number.isInteger(value) && value >= 0 && value <= 0xffffffff) return value;
  throw new TypeError(`expected options.${name} as an integer from 0 to 4294967295, found ${String(value)}`);
}
