// What may be asked of a webhook endpoint, checked once, when it is made.
import { isLens } from "./is-lens.js";
import { shown } from "./shown.js";

const LIMIT = ["an integer from 0 to 4294967295", (value) => isInteger(value, 0, 0xffffffff)];
const FLAG = ["a boolean", (value) => typeof value === "boolean"];
const HOOK = ["a function", (value) => typeof value === "function"];
const STATUS = ["an HTTP status from 200 to 599", (value) => isInteger(value, 200, 599)];

const LENS = ["what createHookLens gives", isLens];
const HEADER = ['an object with the name of a header field, as in { header: "x-event" }', namesHeader];

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
  lens: LENS,
  event: HEADER,
};

const DEFAULTS = { maxBytes: 1024 * 1024, unknownStatus: 202 };

function isInteger(value, least, most) {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Of letters, digits and what else a field's name may have, by RFC 9110. */
function namesHeader(value) {
  if (Object(value) !== value || Object.keys(value).join() !== "header") return false;
  return typeof value.header === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(value.header);
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
