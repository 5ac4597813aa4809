// What may be asked of a webhook endpoint or of a queue's consumer, checked once, when it is made.
import { handlerOptions } from "./call-options.js";
import { isLens } from "./is-lens.js";
import { oneOf } from "./one-of.js";
import { shown } from "./shown.js";

const LIMIT = integer(0, 0xffffffff);
const FLAG = ["a boolean", (value) => typeof value === "boolean"];
const HOOK = ["a function", (value) => typeof value === "function"];
const STATUS = ["an HTTP status from 200 to 599", (value) => isInteger(value, 200, 599)];
/** The longest that a timer of JavaScript can wait. */
const MILLISECONDS = integer(0, 0x7fffffff);

const LENS = ["what createHookLens gives", isLens];
const HEADER = ['an object with the name of a header field, as in { header: "x-event" }', namesHeader];
const CLAIMS = ["a function, or an object with the functions claim, complete and release", isClaims];
const HANDSHAKES = ["an object with cloudEvents, hub or both, as its documentation says", isHandshakes];

const COMMON = {
  maxBytes: LIMIT,
  maxDepth: LIMIT,
  echoValues: FLAG,
  unwrap: FLAG,
  prototypeKeys: oneOf("refuse", "keep"),
  verify: HOOK,
  dedupe: CLAIMS,
  lease: integer(1, 0x7fffffff),
  onUnknown: HOOK,
  onInvalid: HOOK,
  onRefused: HOOK,
  onOutcome: HOOK,
  lens: LENS,
  event: HEADER,
};

const DEFAULTS = {
  maxBytes: 1024 * 1024,
  lease: 60_000,
  prototypeKeys: "refuse",
};

/** What an endpoint has besides: options with what is expected of them, and defaults. */
export const HTTP = {
  options: {
    anyContentType: FLAG,
    unknownStatus: STATUS,
    invalidStatus: STATUS,
    timeout: MILLISECONDS,
    handshakes: HANDSHAKES,
    onSubscription: HOOK,
  },
  defaults: { unknownStatus: 202, invalidStatus: 422, timeout: 30_000 },
};

/** What a queue's consumer has besides. */
export const QUEUE = {
  options: {
    attempts: integer(1, 0xffffffff),
    backoff: ["an object with first and most, in milliseconds", isBackoff],
    concurrency: integer(1, 65_536),
    unknown: oneOf("dead-letter", "ack"),
    onDeadLetter: HOOK,
    onError: HOOK,
  },
  defaults: {
    attempts: 12,
    backoff: { first: 1_000, most: 15 * 60_000 },
    concurrency: 16,
    unknown: "dead-letter",
    onError: (error) => console.error(error),
    // A dead letter has the body beside it.
    echoValues: true,
  },
};

/** Options by name with what is expected of each, such as an adapter has of its own. */
export const text = ["a string that is not empty", (value) => typeof value === "string" && value !== ""];
export const hook = HOOK;

export function integer(least, most) {
  return [`an integer from ${least} to ${most}`, (value) => isInteger(value, least, most)];
}

function isInteger(value, least, most) {
  return Number.isInteger(value) && value >= least && value <= most;
}

const isObject = (value) => value !== null && typeof value === "object";

/** Of letters, digits and what else a field's name may have, by RFC 9110. */
function namesHeader(value) {
  if (Object(value) !== value || Object.keys(value).join() !== "header") return false;
  return typeof value.header === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(value.header);
}

function isClaims(value) {
  if (typeof value === "function") return true;
  return (
    isObject(value) && ["claim", "complete", "release"].every((name) => typeof value[name] === "function")
  );
}

function isBackoff(value) {
  if (!isObject(value) || Object.keys(value).sort().join() !== "first,most") return false;
  return MILLISECONDS[1](value.first) && MILLISECONDS[1](value.most) && value.first <= value.most;
}

function isHandshakes(value) {
  if (!isObject(value)) return false;
  const { cloudEvents, hub, ...others } = value;
  if (Object.keys(others).length > 0 || Object.keys(value).length === 0) return false;
  return (cloudEvents === undefined || isOrigins(cloudEvents)) && (hub === undefined || isHub(hub));
}

function isOrigins(value) {
  if (!isObject(value)) return false;
  const { origins, rate, ...others } = value;
  const names = Array.isArray(origins) && origins.every((origin) => typeof origin === "string");
  const isRate = rate === undefined || isInteger(rate, 1, 0xffffffff);
  return Object.keys(others).length === 0 && (names || origins === "*") && isRate;
}

function isHub(value) {
  if (!isObject(value)) return false;
  const { verifyToken, ...others } = value;
  return Object.keys(others).length === 0 && typeof verifyToken === "string" && verifyToken !== "";
}

/** The settings of an endpoint or a consumer; `more` is what it has besides the common options. */
export function settingsOf(options, more = HTTP) {
  const settings = optionsOf(options, {
    options: { ...COMMON, ...more.options },
    defaults: { ...DEFAULTS, ...more.defaults },
  });
  const { maxBytes, maxDepth } = settings;
  settings.limits = handlerOptions({ maxBytes, maxDepth });
  return settings;
}

/** Options with their defaults; throws a `TypeError` for one that is none, or not as it is expected. */
export function optionsOf(options = {}, { options: known, defaults }) {
  if (options === null || typeof options !== "object") {
    throw new TypeError(`expected options as an object, found ${options === null ? "null" : typeof options}`);
  }
  const settings = { ...defaults };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, name)) {
      throw new TypeError(`expected options of ${Object.keys(known).join(", ")}, found ${name}`);
    }
    if (value === undefined) continue;
    const [expected, fits] = known[name];
    if (!fits(value)) {
      // In place of a function there may be the secret that it was to know.
      const found = fits === HOOK[1] && typeof value === "string" ? "a string" : shown(value);
      throw new TypeError(`expected options.${name} as ${expected}, found ${found}`);
    }
    settings[name] = value;
  }
  return settings;
}
