// The exported JSON Schemas in ajv against our own validator: a guard against a wrong table, for the two
// read the same catalog in different ways. Every difference is listed here, with its reason.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import { validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { drop, mutated, places, put } from "./bodies.mjs";

const schemas = new URL("../../pkg/schemas/", import.meta.url);
const payloads = new URL("../payloads/", import.meta.url);
const read = (url) => JSON.parse(readFileSync(url, "utf8"));
const below = (url, end) =>
  readdirSync(url, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(end))
    .sort();

const refuse = (...words) => assert.fail(words.join(" "));
const ajv = addFormats(
  new Ajv({
    strict: true,
    strictRequired: true,
    allowUnionTypes: true,
    logger: { log: refuse, warn: refuse, error: refuse },
  }),
);
const compiled = new Map(
  below(schemas, ".schema.json").map((path) => [
    path.replace(".schema.json", ""),
    ajv.compile(read(new URL(path, schemas))),
  ]),
);
const ENVELOPE = "paybook/envelope";

const ENVELOPED = catalog
  .map(({ id }) => id)
  .filter((id) => /^paybook\/(credentials|documents|payments)\./.test(id));

/** What a schema stands for, in our validator's words: a valid body, every event of which is of its type. */
function verdict(id, report) {
  const ids = id === ENVELOPE ? ENVELOPED : [id];
  return report.valid && report.events.every((event) => ids.includes(event.id));
}

const isNameless = (body) => body !== null && typeof body === "object" && body.event === undefined;

/** What an RFC 6901 pointer leads to. */
const at = (value, pointer) =>
  pointer
    .split("/")
    .slice(1)
    .reduce((inner, key) => inner[key.replaceAll("~1", "/").replaceAll("~0", "~")], value);

/** Whether a body is recognized as another provider's than an event type is of. */
const isOfAnother = (id, { events }) =>
  events.length > 0 && events.every(({ provider }) => !id.startsWith(`${provider}/`));

/** Whether a body is invalid, and all that is wrong in it are URLs of some kind. */
const areBadUrls = (body, { status, problems }, kind) =>
  status === "invalid" &&
  problems
    .filter(({ severity }) => severity === "error")
    .every(({ code, pointer }) => code === "bad-format" && kind.test(at(body, pointer)));

/** What JSON Schema cannot say, or the schema of one event type leaves to the others. */
const EXCEPTIONS = [
  {
    why: "A subscription may stand in a list or in an answer of the API: the schema is of the resource alone.",
    excepts: (id, body, report) =>
      (id.startsWith("paybook/webhook") || id === "paybook/subscription.create") &&
      report.valid &&
      report.events.every(({ pointer }) => pointer !== ""),
  },
  {
    why: "A subscription has all that a registration request has, and more: it is recognized as what it is.",
    excepts: (id, body, report) =>
      ["paybook/webhook.create", "paybook/subscription.create"].includes(id) &&
      report.events.some((event) => event.id === "paybook/webhook"),
  },
  {
    why: "An event of Chift without its name is known by its shape, which several event types may share, or not at all where much in it is unknown.",
    excepts: (id, body, report) =>
      id.startsWith("chift/") && isNameless(body) && report.events.every((event) => event.id !== id),
  },
  {
    why: "A misspelled field of Chift's envelope is that: to a schema it is one that nobody knows, of a body that has no envelope.",
    excepts: (id, body, report) =>
      id.startsWith("chift/") &&
      ["accountid", "consumerid", "created"].every((name) => !(name in body)) &&
      report.problems.some(({ code }) => code === "misspelled-field"),
  },
  {
    why: "A flat event's name is believed beside a field of Paybook's own, or where there is nothing else: others may use it too.",
    excepts: (id, body, report) =>
      id === "paybook/documents_completed" &&
      (report.status === "unknown" || isOfAnother(id, report)) &&
      !["endpoints", "id_external", "id_job", "id_job_uuid", "id_site", "id_user"].some(
        (name) => name in body,
      ),
  },
  {
    why: "A misspelled field of those that stand together is that: to a schema it is one that nobody knows, and none of them is there.",
    excepts: (id, body, report) =>
      id === "paybook/documents_completed" &&
      !["endpoints", "id_user", "uuid"].some((name) => name in body) &&
      report.problems.some(({ code }) => code === "misspelled-field"),
  },
  {
    why: "A body that has the name of another event is taken for that, though all of an event without one, or of another provider's, is there too.",
    excepts: (id, body, report) =>
      (isOfAnother(id, report) || id.startsWith("paybook/webhook")) &&
      report.events.length > 0 &&
      report.events.every(({ type }) => Object.values(body).includes(type)),
  },
  {
    why: "A leap second is the last of a day in UTC: a pattern does not reckon with offsets.",
    excepts: (id, body, report) =>
      /:60(\.\d+)?["Zz+-]/.test(JSON.stringify(body)) &&
      report.problems.some(({ severity, code }) => severity === "error" && code === "bad-format"),
  },
  {
    why: "To a pattern, a host with a part percent-encoded is a name, though it be an address out of range.",
    excepts: (id, body, report) => areBadUrls(body, report, /^https?:\/\/[^/?#]*%/i),
  },
  {
    why: "A pattern does not decode Punycode.",
    excepts: (id, body, report) => areBadUrls(body, report, /^https?:\/\/[^/?#]*xn--/i),
  },
  {
    why: "The format `uri` of ajv-formats wants a path, which RFC 3986 lets be empty.",
    excepts: (id, body, report) =>
      report.valid &&
      compiled.get(id).errors?.every(({ params }) => params.format === "uri") &&
      /^[^:/?#]+:([?#]|$)/.test(at(body, compiled.get(id).errors[0].instancePath)),
  },
  {
    why: "Outermost wins: a flat event inside what looks like an envelope is not one.",
    excepts: (id, body, report) =>
      ["rid", "events"].every((name) => name in body) && report.events.every((event) => event.id !== id),
  },
];

/** How often each exception was the reason. */
const met = new Map(EXCEPTIONS.map(({ why }) => [why, 0]));

function compare(id, body, report = validate(JSON.stringify(body))) {
  const schema = compiled.get(id);
  const accepted = schema(body);
  if (accepted === verdict(id, report)) return;
  const exception = EXCEPTIONS.find(({ excepts }) => excepts(id, body, report));
  if (exception) return void met.set(exception.why, met.get(exception.why) + 1);
  const says = accepted ? "accepts it" : ajv.errorsText(schema.errors);
  const found = `${report.status} as ${report.events.map((event) => event.id).join(", ") || "nothing"}`;
  const problems = report.problems.map(({ severity, message }) => `${severity}: ${message}`).join("; ");
  assert.fail(
    `${id}: the schema ${says}; the validator finds it ${found} (${problems}): ${JSON.stringify(body)}`,
  );
}

test("there is a schema for every event type, and for the envelope", () => {
  const ids = catalog.map(({ id }) => id);
  assert.deepEqual([...compiled.keys()].sort(), [...ids, ENVELOPE].sort());
});

test("the catalog's schema is the file's, and accepts the catalog's example", () => {
  for (const { id, schema, example } of catalog) {
    assert.deepEqual(schema, read(new URL(`${id}.schema.json`, schemas)), id);
    assert.ok(compiled.get(id)(example), id);
    for (const listed of schema.examples) assert.ok(compiled.get(id)(listed), id);
  }
  for (const listed of read(new URL(`${ENVELOPE}.schema.json`, schemas)).examples) {
    assert.ok(compiled.get(ENVELOPE)(listed));
  }
});

const fixtures = below(payloads, ".json").map((path) => {
  const body = read(new URL(path, payloads));
  const stem = path.replace(/\.json$/, "");
  const [id] = catalog
    .map((entry) => entry.id)
    .filter((id) => stem === id || stem.startsWith(`${id}.`))
    .sort((a, b) => b.length - a.length);
  return { path, id, body };
});

/** Compares what every schema says of a body. */
function compareAll(body) {
  const report = validate(JSON.stringify(body));
  for (const id of compiled.keys()) compare(id, body, report);
}

test("of every fixture, every schema says what the validator says", () => {
  for (const { body } of fixtures) compareAll(body);
});

// ---- mutations

/** Values that are nearly right somewhere. */
const VALUES = [
  null,
  true,
  false,
  0,
  1,
  2,
  -1,
  1.5,
  1e13,
  1.7e9,
  1e21,
  -0,
  "",
  " ",
  "x",
  "0",
  "1",
  "é",
  "\u0000",
  "null",
  [],
  {},
  [""],
  [null],
  [[]],
  [{}],
  { event: "refresh" },
  "active",
  "inactive",
  "Active",
  "success",
  "error",
  "open",
  "auto_closed",
  "3.1",
  "3.2",
  "refresh",
  "5e751d54d0510472295413b3",
  "5E751D54D0510472295413B3",
  "5e751d54d0510472295413b",
  "5e751d54d0510472295413bg",
  "5e751d54d0510472295413b30",
  "e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601",
  "E8A3C459-35B4-4F6E-A6A6-B8AAC9F8A601",
  "{e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601}",
  "urn:uuid:e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601",
  "e8a3c45935b44f6ea6a6b8aac9f8a601",
  "00000000-0000-0000-0000-000000000000",
  "574894bf7848066d138b4570",
  "2023-06-16 19:06:18.944575+0000",
  "2023-06-16T19:06:18Z",
  "2023-06-16t19:06:18.0z",
  "2023-06-16T19:06:18",
  "2023-02-29T00:00:00Z",
  "2024-02-29T00:00:00Z",
  "1900-02-29T00:00:00Z",
  "2000-02-29T00:00:00Z",
  "2023-06-31T00:00:00Z",
  "2023-06-16T24:00:00Z",
  "2023-06-16T19:60:00Z",
  "2023-06-16T19:06:60Z",
  "2016-12-31T23:59:60Z",
  "2016-12-31T15:59:60-08:00",
  "2023-06-16T19:06:18+24:00",
  "2023-06-16T19:06:18+23:59",
  "2023-06-16T19:06:18+0100",
  "2023-06-16T19:06:18-00:00",
  "2023-06-16T19:06:18+01",
  "2023-06-16T19:06:18.Z",
  "2023-06-16",
  "2023-06-16  19:06:18Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "２023-06-16T19:06:18Z",
  "2023-06-16T19:06:18Z\n",
  "2023-13-01T00:00:00Z",
  "2023-00-01T00:00:00Z",
  "2023-01-00T00:00:00Z",
  "/",
  "//",
  "//host/x",
  "/\\x",
  "/v1/x",
  "v1/x",
  "/v1/x y",
  "/é",
  "/v1/x?a=b#c",
  "/\u007f",
  "https://a/v1/x",
  "https://a",
  "http://a_b:8080/x",
  "HTTPS://a",
  "https://",
  "https:///x",
  "https://:80",
  "ftp://a",
  "https://a b",
  "https://é",
  "https://a\u007f",
  "https://a/{x}",
  "https://?",
  "https://#",
  "http://[::1]/",
  "http://[::1",
  "http://[::1]:65535?a",
  "http://[1:2:3:4:5:6:7::]",
  "http://[::ffff:1.2.3.04]",
  "http://[fe80::1%25eth0]/",
  "http://a:",
  "http://a:abc/",
  "http://a:0065535/",
  "http://a:65536/",
  "http://a:99999/",
  "http://u:p@a/",
  "http://u@/",
  "http://u@v@1.2.3.4:80#a",
  "http://1.2.3.256/",
  "http://1.2.3.4.5/",
  "http://0x7f.1/",
  "http://017700000001/",
  "http://4294967296/",
  "http://a.1./",
  "http://a..b./",
  "http://09a",
  "http://09",
  "http://１２７.0.0.1/",
  "http://%61%2Eb/",
  "http://%31.2.3.4/",
  "http://%31.2.3.256/",
  "http://a%/",
  "http://a%23b/",
  "http://a%C3%A9/",
  "http://xn--bcher-kva.example/",
  "http://xn--a/",
  "data:",
  "s3:?a#b",
  "data:image/png;base64,iVBORw0KGgo=",
  "s3://bucket/key#",
  "urn:a:b",
  "1a:b",
  "a_b:c",
  "data:%4",
  "s3://[::1.2.3]/",
  ...catalog.map(({ type }) => type),
  "documents.fail",
  "documents_completed",
  "payments.created",
];

const NAMES = [
  ...new Set(
    catalog.flatMap(({ schema }) =>
      JSON.stringify(schema)
        .match(/"(?:[a-z]\w*)"(?=:\{)/g)
        .map((name) => JSON.parse(name)),
    ),
  ),
  "x",
  "webhookid",
  "url",
  "signingsecret",
  "idCredential",
  "id_crdential",
  "acountid",
  "Event",
];

/** A string with one letter more, less, or another; in another case; or twice. */
function misspell(text, seed) {
  if (typeof text !== "string") return text === 1 ? 0 : String(text);
  const at = (seed >> 3) % (text.length + 1);
  const letter = "0aAz-/:.+ T"[(seed >> 9) % 11];
  const rest = text.slice(at);
  return [
    text.slice(0, at) + letter + rest,
    text.slice(0, at) + rest.slice(1),
    text.slice(0, at) + letter + rest.slice(1),
    text.toUpperCase(),
    ` ${text}`,
    text + text,
    text.slice(0, at) + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2),
    `${text}\n`,
  ][seed & 7];
}

const MUTATIONS = {
  delete: (place) => drop(...place),
  duplicate: ([container, key], seed) =>
    put(container, NAMES[seed % NAMES.length], structuredClone(container[key])),
  rename([container, key], seed) {
    if (Array.isArray(container)) return void container.reverse();
    const value = container[key];
    delete container[key];
    container[seed % 3 ? NAMES[seed % NAMES.length] : misspell(key, seed)] = value;
  },
  replace: ([container, key], seed) => (container[key] = structuredClone(VALUES[seed % VALUES.length])),
  misspell: ([container, key], seed) => (container[key] = misspell(container[key], seed)),
  insert: ([container], seed) =>
    put(container, NAMES[(seed >> 8) % NAMES.length], structuredClone(VALUES[seed % VALUES.length])),
  swap([container, key], seed, all) {
    const [other, name] = all[seed % all.length];
    const value = structuredClone(other[name]);
    other[name] = structuredClone(container[key]);
    container[key] = value;
  },
  wrap: ([container, key], seed) =>
    (container[key] = seed % 2 ? [container[key]] : { value: container[key] }),
};

const number = fc.nat({ max: 2 ** 30 });
const mutation = fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), number, number);
const providers = [...new Set(catalog.map(({ provider }) => provider))];
/** Of each provider as often, however many event types it has. */
const fixture = fc.oneof(
  ...providers.map((provider) =>
    fc.constantFrom(...fixtures.filter(({ id }) => id.startsWith(`${provider}/`))),
  ),
);
const mutations = fc.tuple(fixture, fc.array(mutation, { minLength: 1, maxLength: 4 }));

describe("of mutations", () => {
  const tally = { valid: 0, all: 0 };

  test("the event's own schema says what the validator says", () => {
    const property = fc.property(mutations, ([fixture, steps]) => {
      const body = mutated(fixture.body, steps, MUTATIONS);
      compare(fixture.id, body);
      tally.all++;
      if (compiled.get(fixture.id)(body)) tally.valid++;
    });
    fc.assert(property, {
      seed: 3,
      numRuns: 200_000,
      interruptAfterTimeLimit: 240_000,
      markInterruptAsFailure: true,
    });
  });

  test("every schema of an event that the body may be says what the validator says", () => {
    const property = fc.property(mutations, ([fixture, steps]) =>
      compareAll(mutated(fixture.body, steps, MUTATIONS)),
    );
    fc.assert(property, {
      seed: 5,
      numRuns: 30_000,
      interruptAfterTimeLimit: 240_000,
      markInterruptAsFailure: true,
    });
  });

  test("every value at every place is judged alike", () => {
    for (const { id, body } of fixtures) {
      for (const [container, key] of places(body)) {
        const before = container[key];
        for (const value of VALUES) {
          container[key] = value;
          compare(id, body);
        }
        container[key] = before;
      }
    }
  });

  test("enough of them are valid, and enough are not", () => {
    assert.ok(tally.valid > tally.all / 10 && tally.valid < (tally.all * 9) / 10, JSON.stringify(tally));
  });
});

test("every exception is one", () => {
  const leap = structuredClone(fixtures.find(({ id }) => id === "paybook/credentials.created").body);
  leap.events[0].header.event.at = "2023-06-16 12:30:60+0000";
  compare("paybook/credentials.created", leap);
  const flat = structuredClone(fixtures.find(({ id }) => id === "paybook/refresh").body);
  compare("paybook/refresh", { ...flat, rid: "e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601", events: [] });
  const seam = structuredClone(fixtures.find(({ id }) => id === "seam/acs_credential.issued").body);
  compare("seam/acs_credential.issued", { ...seam, event: "account.flow.enabled" });
  for (const [why, count] of met) assert.ok(count > 0, `never met: ${why}`);
});
