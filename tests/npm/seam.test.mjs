// What Seam publishes of its events, npm `@seamapi/types`, against the catalog: the same events of the same
// shapes, and of bodies made from Seam's schemas the same verdict. Every difference is listed here, with its
// reason.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { openapi } from "@seamapi/types/connect";
import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import { catalog, normalize, validate } from "hooklens";
import { drop, holds, isContainer, isThorough, mutated, oneOf, places, put } from "./bodies.mjs";
import { randomOf } from "./random.mjs";

const PUBLISHED = new Map(
  openapi.components.schemas.event.oneOf.map((schema) => {
    const [type, ...others] = schema.properties.event_type.enum;
    assert.deepEqual(others, [], `more than one name: ${type}`);
    return [type, schema];
  }),
);
const TYPES = [...PUBLISHED.keys()];

// ---- the catalog

const ours = catalog.filter(({ provider }) => provider === "seam");
const file = (type) => new URL(`../../pkg/schemas/seam/${type}.schema.json`, import.meta.url);
const exported = new Map(ours.map(({ type }) => [type, JSON.parse(readFileSync(file(type), "utf8"))]));

/** The keywords of either schema that are words, or say again what another one says. */
const WORDS = ["$schema", "$id", "title", "description", "examples", "x-route-path"];
const KNOWN = [
  ...[
    "type",
    "enum",
    "const",
    "format",
    "pattern",
    "nullable",
    "minimum",
    "maximum",
    "items",
    "anyOf",
    "oneOf",
  ],
  ...["properties", "required", "additionalProperties", "deprecated", "x-deprecated", "x-undocumented"],
];

const sorted = (list) => list.toSorted((a, b) => (a < b ? -1 : 1));
const each = (members, change) =>
  Object.fromEntries(sorted(Object.keys(members)).map((name) => [name, change(members[name])]));

/** What a schema of either side says, in one spelling. */
function said(schema) {
  for (const keyword of Object.keys(schema)) {
    assert.ok(
      WORDS.includes(keyword) || KNOWN.includes(keyword),
      `a keyword of no known meaning: ${keyword}`,
    );
  }
  const { anyOf, oneOf = anyOf, type, nullable } = schema;
  if (oneOf) {
    const branches = oneOf.filter((branch) => branch.type !== "null").map(said);
    const isNullable = branches.length < oneOf.length;
    if (branches.length === 1) return { ...branches[0], ...(isNullable && { nullable: true }) };
    return { oneOf: branches, ...(isNullable && { nullable: true }) };
  }
  const values = "const" in schema ? [schema.const] : schema.enum;
  const { format, minimum, maximum, items, properties, required, additionalProperties: others } = schema;
  return {
    type: Array.isArray(type) ? type[0] : values ? typeof values[0] : type,
    ...((nullable || Array.isArray(type)) && { nullable: true }),
    ...(values && { enum: sorted(values) }),
    // A number of JavaScript is never a single-precision one.
    ...(format && format !== "float" && { format }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(items && { items: said(items) }),
    ...(type === "object" && { properties: each(properties ?? {}, said), required: sorted(required ?? []) }),
    // An empty schema is as good as none.
    ...(others && Object.keys(others).length > 0 && { others: said(others) }),
  };
}

describe("the catalog and @seamapi/types", () => {
  test("have the same event types", () => {
    const types = ours.map(({ type }) => type);
    assert.deepEqual(
      TYPES.filter((type) => !types.includes(type)),
      [],
      "Seam has these, the catalog has not",
    );
    assert.deepEqual(
      types.filter((type) => !TYPES.includes(type)),
      [],
      "the catalog has these, Seam has not",
    );
  });

  test("have the same event types deprecated", () => {
    const isGone = (schema) =>
      Boolean(schema.deprecated || schema["x-deprecated"] || schema["x-undocumented"]);
    for (const type of TYPES) {
      assert.equal(exported.get(type).deprecated === true, isGone(PUBLISHED.get(type)), type);
    }
  });

  test("have the same fields, with the same constraints, wherever they stand", () => {
    for (const type of TYPES) assert.deepEqual(said(exported.get(type)), said(PUBLISHED.get(type)), type);
  });
});

// ---- bodies of Seam's schemas

const two = (number, most) => String(number % most).padStart(2, "0");

function uuid(random) {
  const digits = [...Array(8)].map(() => (random() & 0xffff).toString(16).padStart(4, "0")).join("");
  const text = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return random() % 4 === 0 ? text.toUpperCase() : text;
}

function moment(random) {
  if (random() % 16 === 0) return oneOf(["2016-12-31T23:59:60Z", "2016-12-31T15:59:60.5-08:00"], random());
  const date = `${2000 + (random() % 100)}-${two(1 + (random() % 12), 100)}-${two(1 + (random() % 28), 100)}`;
  const time = `${two(random(), 24)}:${two(random(), 60)}:${two(random(), 60)}`;
  const fraction = oneOf(["", ".482", ".0", ".123456789012"], random());
  const offset = `${oneOf("+-", random())}${two(random(), 24)}:${two(random(), 60)}`;
  return `${date}${oneOf("TTTt", random())}${time}${fraction}${oneOf(["Z", "Z", "z", offset], random())}`;
}

const TEXTS = [
  ...["x", "", " ", "null", "4821", "Front door", 'a "b" \\ c\n', "é😀日", "\u0000", "\ud800", "2025-06-16"],
  ...[
    "a/b~c",
    "lock.locked",
    "https://example.com/",
    "7c426373-917d-4f7e-8bf1-82f3037ee85b",
    "x".repeat(300),
  ],
];
const URLS = [
  ...["https://example.com/a.jpg", "http://[::1]:8080/?a=b#c", "urn:uuid:x", "mailto:a@b", "HTTPS://A"],
  ...["https://user:pass@example.com:443/a%20b;c=d/?e=/f?", "file:///a"],
];
const KEYS = ["room", "is_shared", "", "Room", "__proto__", "constructor", "a/b", "é", "0", "event_type"];
const ANY = [null, true, 1, -1.5, 2 ** 53, "x", [], {}, [{ a: [null] }], { a: { b: 1 } }];

/** A value of a schema of Seam's: of what may be absent, `often` says how much is there, from 0 to 4; and now
 * and then with a field that Seam may add one day. */
function made(schema, random, often) {
  const { type, format, nullable, oneOf: branches, additionalProperties: others } = schema;
  if (nullable && random() % 3 === 0) return null;
  if (branches) return made(oneOf(branches, random()), random, often);
  if (schema.enum) return oneOf(schema.enum, random());
  const few = () => Array.from({ length: oneOf([0, 1, 1, 2, 3], random()) });
  switch (type) {
    case "string":
      if (format === "uuid") return uuid(random);
      if (format === "date-time") return moment(random);
      return oneOf(format === "uri" ? URLS : TEXTS, random());
    case "boolean":
      return random() % 2 === 0;
    case "number": {
      const { minimum = -50, maximum = 120 } = schema;
      const share = oneOf([0, 1, random() / 2 ** 32, (random() % 100) / 100], random());
      return minimum + share * (maximum - minimum);
    }
    case "array":
      return few().map(() => made(schema.items, random, often));
    case "object": {
      const object = {};
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        const isRequired = schema.required?.includes(name);
        if (isRequired || random() % 4 < often) object[name] = made(property, random, often);
      }
      if (schema.properties && random() % 16 === 0) object.x_new = structuredClone(oneOf(ANY, random()));
      for (const _ of others ? few() : []) {
        const isAny = Object.keys(others).length === 0;
        const value = isAny ? structuredClone(oneOf(ANY, random())) : made(others, random, often);
        put(object, oneOf(KEYS, random()), value);
      }
      return object;
    }
    default:
      return assert.fail(`of a type that is not known here: ${JSON.stringify(schema)}`);
  }
}

const seedNumber = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const type = fc.constantFrom(...TYPES);
const valid = fc
  .tuple(type, seedNumber, fc.nat({ max: 4 }))
  .map(([type, seed, often]) => ({ type, body: made(PUBLISHED.get(type), randomOf(seed), often) }));

// ---- the same verdict

const refuse = (...words) => assert.fail(words.join(" "));
const ajv = addFormats(
  new Ajv({
    strict: true,
    strictRequired: true,
    allErrors: true,
    logger: { log: refuse, warn: refuse, error: refuse },
  }),
).addVocabulary(["x-route-path", "x-deprecated", "x-undocumented"]);
const compiled = new Map(TYPES.map((type) => [type, ajv.compile(PUBLISHED.get(type))]));

/** Spellings that ajv-formats and the validator judge differently, each with one that both take: of a body
 * with these the verdicts may differ, if they are the same once the spelling is another. */
const EXCEPTIONS = [
  {
    why: "ajv-formats takes a UUID with `urn:uuid:` before it, which is a URN.",
    other: (text) => text.replace(/^urn:uuid:/i, ""),
  },
  {
    why: "ajv-formats takes white space for the T of a moment, RFC 3339 does not.",
    other: (text) => text.replace(/^(\d{4}-\d\d-\d\d)\s(?=\d\d:)/, "$1T"),
  },
  {
    why: "ajv-formats takes an offset without minutes, RFC 3339 does not.",
    other: (text) => text.replace(/(?<=:\d\d(?:\.\d+)?)[+-]\d\d$/, "$&:00"),
  },
  {
    why: "ajv-formats takes an offset without a colon, RFC 3339 does not.",
    other: (text) => text.replace(/(?<=:\d\d(?:\.\d+)?[+-]\d\d)(?=\d\d$)/, ":"),
  },
  {
    why: "RFC 3986 takes a URI without a path, ajv-formats only with an authority.",
    other: (text) => text.replace(/^([a-z][a-z0-9+.-]*:)(?=[?#]|$)/i, "$1x"),
  },
  {
    why: "What is no authority ajv-formats takes for a path that starts with two slashes, which RFC 3986 forbids.",
    other(text) {
      const [, scheme, authority, path] = text.match(/^([a-z][a-z0-9+.-]*:)\/\/([^/?#]*)(.*)$/is) ?? [];
      const isOne = authority === undefined || /^(?:[^@]*@)?(?:\[.*\]|[^:@]*)(?::\d*)?$/s.test(authority);
      return isOne ? text : `${scheme}/${authority}${path}`;
    },
  },
];

/** Bodies that have all of an event of Seam's, and are taken for something else. */
const OTHERS = [
  {
    why: "A body with the name of another provider's event where that has it is taken for that event.",
    takes: (body, { events }) => events.length === 1 && events[0].type === body.event,
  },
  {
    why: "Outermost wins: what is around a flat event, and looks like another provider's envelope, is that.",
    takes: (body, { events }) => "rid" in body && "events" in body && events.length === 0,
  },
];

/** How often each exception was the reason. */
const met = new Map([...EXCEPTIONS, ...OTHERS].map(({ why }) => [why, 0]));
const meet = (why) => met.set(why, met.get(why) + 1);

const isValid = (type, report) => report.valid && report.events.every(({ id }) => id === `seam/${type}`);

/** Whether the two agree on a body once it has none of such spellings where one of the two minds them. */
function isExcepted(type, body, minded) {
  const changed = structuredClone(body);
  for (const pointer of minded) {
    const keys = pointer.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = keys.pop();
    const container = keys.slice(1).reduce((value, key) => value[key], changed);
    for (const { why, other } of EXCEPTIONS) {
      const text = other(container[last]);
      if (text !== container[last]) meet(why);
      put(container, last, text);
    }
  }
  return compiled.get(type)(changed) && isValid(type, validate(JSON.stringify(changed)));
}

/** Whether Seam's schema accepts a body, once the validator says the same. */
function compare(type, body) {
  const report = validate(JSON.stringify(body));
  const schema = compiled.get(type);
  const accepted = schema(body);
  if (accepted === isValid(type, report)) return accepted;
  const other = OTHERS.find(({ takes }) => takes(body, report));
  if (other) return (meet(other.why), accepted);
  const bad = report.problems.filter(({ code }) => code === "bad-format").map(({ pointer }) => pointer);
  const theirs = (schema.errors ?? []).filter(({ keyword }) => keyword === "format");
  if (isExcepted(type, body, [...bad, ...theirs.map((error) => error.instancePath)])) return accepted;
  const says = schema(body) ? "accepts it" : ajv.errorsText(schema.errors);
  const found = `${report.status} as ${report.events.map(({ id }) => id).join(", ") || "nothing"}`;
  const problems = report.problems.map(({ severity, message }) => `${severity}: ${message}`).join("; ");
  return assert.fail(
    `${type}: the schema ${says}; the validator finds it ${found} (${problems}): ${JSON.stringify(body)}`,
  );
}

/** Values that are nearly right somewhere. */
const VALUES = [
  ...[null, true, false, 0, 1, -1, 0.5, 1.5, -0.1, 1.0000000000000002, 5e-324, 1e21, 2 ** 53, 1.7e308],
  ...["", " ", "x", "0", "0.5", "true", "false", "null", "\u0000", "\ud800"],
  ...[[], {}, [""], [null], [[]], [{}], { a: null }, { a: 1 }, { a: [] }, { a: "b", c: true }],
  ...[["7c426373-917d-4f7e-8bf1-82f3037ee85b"], ["7c426373-917d-4f7e-8bf1-82f3037ee85"], [7]],
  "7c426373-917d-4f7e-8bf1-82f3037ee85b",
  "7C426373-917D-4F7E-8BF1-82F3037EE85B",
  "00000000-0000-0000-0000-000000000000",
  "urn:uuid:7c426373-917d-4f7e-8bf1-82f3037ee85b",
  "URN:UUID:7c426373-917d-4f7e-8bf1-82f3037ee85b",
  "{7c426373-917d-4f7e-8bf1-82f3037ee85b}",
  "7c426373917d4f7e8bf182f3037ee85b",
  "7c426373-917d-4f7e-8bf1-82f3037ee85",
  "7c426373-917d-4f7e-8bf1-82f3037ee85bb",
  "7c426373-917d-4f7e-8bf1-82f3037ee85g",
  "7c4263739-17d-4f7e-8bf1-82f3037ee85b",
  "7c426373-917d-4f7e-8bf1-82f3037ee85b\n",
  "2025-06-16T16:56:00.482Z",
  "2025-06-16t16:56:00z",
  "2025-06-16T16:56:00",
  "2025-06-16 16:56:00Z",
  "2025-06-16\n16:56:00Z",
  "2025-06-16\u00a016:56:00Z",
  "2025-06-16  16:56:00Z",
  "2025-06-16T16:56:00+00",
  "2025-06-16T16:56:00+0000",
  "2025-06-16T16:56:00-00:00",
  "2025-06-16T16:56:00+23:59",
  "2025-06-16T16:56:00+24:00",
  "2025-06-16T16:56:00+00:60",
  "2025-06-16T16:56:00−01:00",
  "2025-06-16T16:56:00.Z",
  "2025-06-16T16:56:00,5Z",
  "2025-06-16T16:56Z",
  "2025-06-16T24:00:00Z",
  "2025-06-16T16:60:00Z",
  "2025-06-16T16:56:60Z",
  "2025-06-16T16:56:61Z",
  "2016-12-31T23:59:60Z",
  "2016-12-31T23:59:60.999Z",
  "2016-12-31T15:59:60-08:00",
  "2017-01-01T00:59:60+01:00",
  "2017-01-01T05:29:60+05:30",
  "2016-12-31T23:59:60+01:00",
  "2016-12-31T23:59:60+0000",
  "2025-02-29T00:00:00Z",
  "2024-02-29T00:00:00Z",
  "1900-02-29T00:00:00Z",
  "2000-02-29T00:00:00Z",
  "2025-06-31T00:00:00Z",
  "2025-13-01T00:00:00Z",
  "2025-00-01T00:00:00Z",
  "2025-01-00T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "+2025-06-16T16:56:00Z",
  "２025-06-16T16:56:00Z",
  "2025-06-16T16:56:00Z\n",
  "2025-06-16",
  ...[
    "https://example.com/a.jpg",
    "https://a b",
    "//a",
    "/a",
    "a",
    "http:",
    "https://é",
    "a:b",
    "%",
    "http://[::1",
  ],
  ...[
    "https://a/%zz",
    "https://a/{b}",
    "data:,x",
    "https://a\\b",
    'https://a/"b"',
    "a:?b",
    "a:#",
    "a://",
    "a:/",
    "a:///",
    "https://a:b/c",
    "https://:a",
    "https://a@b@c",
  ],
  ...TYPES,
  ...[
    "lock.lock",
    "lock_locked",
    "Lock.Locked",
    " lock.locked",
    "lock.unknown",
    "refresh",
    "account.flow.enabled",
  ],
  ...[
    "keycode",
    "Keycode",
    "motion_detected",
    "critical",
    "heat_cool",
    "seam",
    "hub_disconnected",
    "deleting",
  ],
  "credential_error",
];

const NAMES = [
  ...new Set(
    JSON.stringify([...PUBLISHED.values()])
      .match(/"[a-z]\w*"(?=:\{)/g)
      .map((name) => JSON.parse(name)),
  ),
  ...[
    "x",
    "",
    "eventId",
    "event_typ",
    "EVENT_TYPE",
    "device_ids",
    "deviceid",
    "a/b",
    "__proto__",
    "toString",
  ],
  ...["event", "events", "rid", "payload", "accountid", "url"],
];

/** A string with one letter more, less, or another; in another case; or twice. */
function misspelled(value, seed) {
  if (typeof value !== "string")
    return typeof value === "number" ? value + ((seed % 5) - 2) / 2 : JSON.stringify(value);
  const at = (seed >> 3) % (value.length + 1);
  const letter = "0aAz-/:.+ T_"[(seed >> 9) % 12];
  const [start, rest] = [value.slice(0, at), value.slice(at)];
  return [
    start + letter + rest,
    start + rest.slice(1),
    start + letter + rest.slice(1),
    value.toUpperCase(),
    value.toLowerCase(),
    ` ${value}`,
    value + value,
    start + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2),
  ][seed & 7];
}

const MUTATIONS = {
  delete: (place) => drop(...place),
  rename([container, key], seed) {
    const value = container[key];
    drop(container, key);
    put(container, seed % 2 ? oneOf(NAMES, seed >> 1) : misspelled(key, seed >> 1), value);
  },
  replace: ([container, key], seed) => put(container, key, structuredClone(oneOf(VALUES, seed))),
  misspell: ([container, key], seed) => put(container, key, misspelled(container[key], seed)),
  nothing: ([container, key]) => put(container, key, null),
  insert: ([container], seed) =>
    put(container, oneOf(NAMES, seed >> 8), structuredClone(oneOf(VALUES, seed))),
  copy: ([container, key], seed) => put(container, oneOf(NAMES, seed), structuredClone(container[key])),
  swap([container, key], seed, all) {
    const [other, name] = oneOf(all, seed);
    const value = structuredClone(other[name]);
    put(other, name, structuredClone(container[key]));
    put(container, key, value);
  },
  wrap: ([container, key], seed) =>
    put(container, key, seed % 2 ? [container[key]] : { value: container[key] }),
};

const step = fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), seedNumber, seedNumber);

const mutations = fc
  .tuple(valid, fc.array(step, { minLength: 1, maxLength: 4 }))
  .map(([{ type, body }, steps]) => ({ type, body: mutated(body, steps, MUTATIONS) }));

describe("of bodies of Seam's schemas, the validator says what the schema says", () => {
  test("as they are", () => {
    for (const type of TYPES) {
      for (const often of [0, 4]) {
        for (let seed = 0; seed < 8; seed++) {
          assert.ok(compare(type, made(PUBLISHED.get(type), randomOf(seed), often)), type);
        }
      }
    }
    holds(
      fc.property(valid, ({ type, body }) => assert.ok(compare(type, body), type)),
      20_000,
    );
  });

  test("with something else in them", () => {
    const tally = { valid: 0, all: 0 };
    holds(
      fc.property(mutations, ({ type, body }) => {
        if (compare(type, body)) tally.valid++;
        tally.all++;
      }),
      150_000,
    );
    assert.ok(tally.valid > tally.all / 10 && tally.valid < tally.all / 2, JSON.stringify(tally));
  });

  test("with each value that is nearly right at each place", () => {
    for (const type of TYPES) {
      const body = made(PUBLISHED.get(type), randomOf(3), 4);
      for (const [container, key] of places(body)) {
        const right = container[key];
        for (const value of VALUES) {
          put(container, key, value);
          compare(type, body);
        }
        put(container, key, right);
      }
    }
  });

  test("without each of its members, and with each of its members misspelled", () => {
    for (const type of TYPES) {
      const body = made(PUBLISHED.get(type), randomOf(5), 4);
      for (let index = 0; index < places(body).length; index++) {
        for (const kind of ["delete", "rename"]) compare(type, mutated(body, [[kind, index, 6]], MUTATIONS));
      }
    }
  });

  test("and every exception is one", () => {
    const body = made(PUBLISHED.get("lock.locked"), randomOf(3), 4);
    compare("lock.locked", { ...body, event: "account.flow.enabled" });
    compare("lock.locked", { ...body, rid: "5cdda2a5-7f1b-4df9-9ab3-4b1c65b4a4a2", events: [] });
    for (const [why, count] of met) assert.ok(count > 0 || !isThorough, `never met: ${why}`);
  });
});

// ---- the normalized form

/** The field with the id of what the events of a family are about. */
const SUBJECTS = {
  ...{ access_code: "access_code_id", access_grant: "access_grant_id", access_method: "access_method_id" },
  ...{ acs_system: "acs_system_id", acs_credential: "acs_credential_id", acs_user: "acs_user_id" },
  ...{
    acs_encoder: "acs_encoder_id",
    acs_access_group: "acs_access_group_id",
    acs_entrance: "acs_entrance_id",
  },
  ...{ client_session: "client_session_id", connected_account: "connected_account_id" },
  ...{ action_attempt: "action_attempt_id", connect_webview: "connect_webview_id" },
  ...{ device: "device_id", noise_sensor: "device_id", lock: "device_id", thermostat: "device_id" },
  ...{ camera: "device_id", phone: "device_id", space: "space_id" },
  enrollment_automation: "enrollment_automation_id",
};

/** A moment in UTC, the digits of its fraction as they were. */
function inUtc(text) {
  const [, minute, second, fraction = "", offset] = text.match(/^(.{17})(\d\d)(\.\d+)?(.+)$/);
  // `Date` knows no leap seconds.
  const date = new Date(
    `${minute}${Math.min(second, 59)}${offset}`.toUpperCase().replace(/:(?=\d[Z+-])/, ":0"),
  );
  return `${date.toISOString().slice(0, 17)}${second}${fraction}Z`;
}

/** A value as it should be in the data: ids in one spelling, moments in UTC, all else as it was sent, numbers
 * beyond what JavaScript holds as their text. */
function canonical(schema, value) {
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) return JSON.stringify(value);
  if (schema.format === "uuid") return value?.toLowerCase() ?? null;
  if (schema.format === "date-time") return inUtc(value);
  if (Array.isArray(value)) return value.map((element) => canonical(schema.items ?? {}, element));
  if (!isContainer(value)) return value;
  const object = {};
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties[key] : {};
    put(object, key, canonical(inner, value[key]));
  }
  return object;
}

test("every event of Seam's schemas in its normalized form", () => {
  const families = new Set(TYPES.map((type) => type.split(".")[0]));
  assert.deepEqual(sorted([...families]), sorted(Object.keys(SUBJECTS)));
  const property = fc.property(valid, ({ type, body }) => {
    const { event_id, event_type, occurred_at, ...rest } = body;
    const subject = body[SUBJECTS[type.split(".")[0]]];
    const [event, ...others] = normalize(JSON.stringify(body));
    assert.deepEqual(others, []);
    assert.deepEqual(event, {
      specversion: "1.0",
      id: event_id.toLowerCase(),
      source: `/seam/workspaces/${body.workspace_id.toLowerCase()}`,
      type: `co.seam.${event_type}`,
      ...(subject !== undefined && { subject: subject.toLowerCase() }),
      time: inUtc(occurred_at),
      datacontenttype: "application/json",
      data: canonical(PUBLISHED.get(type), rest),
    });
  });
  holds(property, 20_000);
});
