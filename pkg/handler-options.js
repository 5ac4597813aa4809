// What may be asked of a webhook endpoint, checked once, when it is made.

const LIMIT = ["an integer from 0 to 4294967295", (value) => isInteger(value, 0, 0xffffffff)];
const FLAG = ["a boolean", (value) => typeof value === "boolean"];
const HOOK = ["a function", (value) => typeof value === "function"];
const STATUS = ["an HTTP status from 200 to 599", (value) => isInteger(value, 200, 599)];

const OPTIONS = {
  maxBytes: LIMIT,
  maxDepth: LIMIT,
  anyContentType: FLAG,
  echoValues: FLAG,
  unknownStatus: STATUS,
  verify: HOOK,
  dedupe: HOOK,
  onUnknown: HOOK,
  onRefused: HOOK,
};

const DEFAULTS = { maxBytes: 1024 * 1024, unknownStatus: 202 };

function isInteger(value, least, most) {
  return Number.isInteger(value) && value >= least && value <= most;
}

export function settingsOf(options = {}) {
  if (options === null || typeof options !== "object") {
    throw new TypeError(`expected options as an object, found ${options === null ? "null" : typeof options}`);
  }
  const settings = { ...DEFAULTS };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      throw new TypeError(`expected options of ${Object.keys(OPTIONS).join(", ")}, found ${name}`);
    }
    if (value === undefined) continue;
    const [expected, fits] = OPTIONS[name];
    if (!fits(value)) throw new TypeError(`expected options.${name} as ${expected}, found ${shown(value)}`);
    settings[name] = value;
  }
  const { maxBytes, maxDepth } = settings;
  settings.limits = maxDepth === undefined ? { maxBytes } : { maxBytes, maxDepth };
  return settings;
}

/** In words, without asking an object what it says of itself. */
function shown(value) {
  return Object(value) === value ? `a value of type ${typeof value}` : String(value);
}
