// `createHookLens`: what it takes and refuses, that each lens has a catalog and a memory of its own, and that the
// catalog is there again once an instance had to be dropped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as hooklens from "hooklens";
import * as slim from "hooklens/slim";
import { CatalogError, PayloadError, catalog, createHookLens } from "hooklens";
import { lensMaker } from "../../pkg/lens.js";
import { instantiate } from "../../pkg/wasm/hooklens.js";
import { corpus, payload, root } from "./corpus.mjs";
import { bytes as github } from "./github.mjs";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const MiB = 1 << 20;
const created = {
  title: "user.created",
  type: "object",
  required: ["user_id"],
  properties: { user_id: { type: "integer" }, email: { type: "string", format: "email" } },
  additionalProperties: false,
};
const acme = { name: "acme", document: created };
const event = "acme/user-created";
const only = (...catalogs) => createHookLens({ builtIn: false, catalogs });
const idsOf = ({ catalog }) => catalog.map(({ id }) => id);

/** An OpenAPI document with these schemas by the names of their events. */
const openApi = (schemas) => ({
  openapi: "3.1.0",
  info: { title: "Acme Events", version: "1" },
  webhooks: Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      { post: { requestBody: { content: { "application/json": { schema } } } } },
    ]),
  ),
});

/** What is thrown. */
function thrown(work) {
  try {
    work();
  } catch (error) {
    return error;
  }
  assert.fail("nothing is thrown");
}

describe("what is asked for", () => {
  const circular = {};
  circular.self = circular;
  const source = (more) => ({ catalogs: [{ document: created, ...more }] });
  const WRONG = [
    [null, /expected options as an object, found null/],
    ["github", /expected options as an object, found github/],
    [[], /expected options as an object, found an array/],
    [{ catalog: [] }, /expected options of catalogs, builtIn, found catalog/],
    [{ builtIn: 1 }, /expected options\.builtIn as a boolean, found 1/],
    [
      { catalogs: created },
      /expected options\.catalogs as an array of catalog sources, found a value of type/,
    ],
    [{ catalogs: [acme, "{}"] }, /expected options\.catalogs\[1\] as an object, found \{\}/],
    [{ catalogs: [,] }, /expected options\.catalogs\[0\] as an object, found undefined/],
    [{ catalogs: [{ name: "acme" }] }, /expected options\.catalogs\[0\]\.document as a string, a Uint8Array/],
    [source({ document: 5 }), /catalogs\[0\]\.document as a string.*; found number/],
    [source({ document: true }), /catalogs\[0\]\.document as a string.*; found boolean/],
    [source({ document: new Map() }), /document.*; found a value of type Map/],
    [source({ document: circular }), /document.*; found an object that cannot be serialized to JSON/],
    [source({ document: { toJSON: () => undefined } }), /found an object that cannot be serialized to JSON/],
    [source({ title: "" }), /expected options\.catalogs\[0\] of document, name, .*, found title/],
    [source({ name: "" }), /expected options\.catalogs\[0\]\.name as .*, found an empty text/],
    [source({ name: "a/b" }), /name as a text without a slash or control characters/],
    [source({ name: "a\nb" }), /name as a text without a slash or control characters/],
    [source({ name: 7 }), /name as a text/],
    [source({ events: "push" }), /expected options\.catalogs\[0\]\.events as an array of event types/],
    [source({ events: ["push", ""] }), /events as an array of event types, none empty/],
    [source({ events: [7] }), /events as an array of event types/],
    [source({ events: ["a\0b"] }), /events as an array of event types/],
    [source({ formats: "ignore" }), /formats as "warn" or "assert", found ignore/],
    [source({ patterns: "linear" }), /patterns as "host", found linear/],
    [source({ formats: null }), /formats as "warn" or "assert", found null/],
  ];
  for (const [options, message] of WRONG) {
    test(`${String(message)}`, () => {
      assert.throws(() => createHookLens(options), { name: "TypeError", message });
    });
  }

  test("nothing asked for is what the package itself has", () => {
    for (const options of [undefined, {}, { catalogs: undefined, builtIn: undefined }, { catalogs: [] }]) {
      const lens = createHookLens(options);
      assert.deepEqual(lens.catalog, catalog);
      assert.deepEqual(lens.unknownFormats, []);
      for (const { bytes } of corpus()) assert.deepEqual(lens.validate(bytes), hooklens.validate(bytes));
    }
  });

  test("without anything to know, every body is unknown", () => {
    const lens = createHookLens({ builtIn: false });
    assert.deepEqual(lens.catalog, []);
    for (const { bytes } of corpus()) {
      const { status, events, candidates } = lens.validate(bytes);
      assert.ok(status === "unknown" || status === "malformed", status);
      assert.deepEqual([events, candidates], [[], []]);
    }
  });

  test("hooklens/slim says what is missing before `initFull`", async () => {
    assert.throws(() => slim.createHookLens(), /not initialized: call `await initFull\(\)` once before cre/);
    await slim.initFull();
    assert.deepEqual(idsOf(slim.createHookLens({ catalogs: [acme], builtIn: false })), [event]);
    assert.equal(slim.CatalogError, CatalogError);
  });
});

describe("a document", () => {
  const text = JSON.stringify(created);
  const bytes = new TextEncoder().encode(text);

  test("is text, bytes or decoded, and then all is the same", () => {
    const bodies = ['{"user_id":7}', '{"user_id":"7"}', '{"user_id":7,"usr":1,"email":"?"}', "[]", "{"];
    const expected = only(acme);
    for (const document of [text, bytes, bytes.buffer, Buffer.from(text), `\uFEFF${text}`, ` ${text}\n`]) {
      const lens = only({ name: "acme", document });
      assert.deepEqual(lens.catalog, expected.catalog);
      for (const body of bodies) {
        assert.deepEqual(lens.validate(body, { event }), expected.validate(body, { event }));
      }
    }
  });

  test("is read once: what becomes of it later is nothing to the lens", () => {
    const given = Uint8Array.from(bytes);
    const events = ["user-created"];
    const lens = only({ name: "acme", document: given, events });
    given.fill(0);
    events.length = 0;
    assert.deepEqual(idsOf(lens), [event]);
    assert.equal(lens.validate('{"user_id":7}', { event }).status, "valid");
  });

  test("of other letters than ASCII is read as well", () => {
    const lens = only({ name: "ünïcode", document: { ...created, title: "日本", description: "𝄞" } });
    const [{ id, title }] = lens.catalog;
    assert.deepEqual([id.split("/")[0], title], ["ünïcode", "日本"]);
    assert.equal(lens.validate("{}", { event: id }).events[0].id, id);
  });

  test("may have an event with a very long id", () => {
    const title = "x".repeat(1000);
    const lens = only({ name: "acme", document: { ...created, title } });
    assert.equal(lens.validate("7", { event: `acme/${title}` }).events[0].id, `acme/${title}`);
  });

  test("may be as large as 64 MiB", () => {
    const padded = (size) => {
      const document = new Uint8Array(size).fill(0x20);
      document.set(bytes);
      return document;
    };
    assert.deepEqual(idsOf(only({ name: "acme", document: padded(64 * MiB) })), [event]);
    const error = thrown(() => only(acme, { document: padded(64 * MiB + 1) }));
    assert.ok(error instanceof CatalogError);
    assert.deepEqual(
      error.problems.map(({ code, source }) => [code, source]),
      [["too-large", 1]],
    );
    assert.match(error.message, /^catalog 1, line 1, column 1: expected at most .*67.?108.?864/);
    // Of text it is the bytes that count.
    for (const letters of ["x".repeat(64 * MiB), "é".repeat(33 * MiB), "日".repeat(22 * MiB)]) {
      const { problems } = thrown(() => only({ document: JSON.stringify(letters) }));
      assert.equal(problems[0].code, "too-large");
    }
  });
});

describe("a CatalogError", () => {
  /** Each fault, the code of its problem, its pointer, and the text that it is at. */
  const FAULTS = {
    "a text that is cut off": ['{"type": "object"', "invalid-json", "", ""],
    "a byte that is no UTF-8": [Buffer.from('{"title": "\xff"}', "latin1"), "invalid-utf8", "", "\ufffd"],
    "half of a surrogate pair": ['{"title": "\ud800"}', "invalid-utf8", "", "\ud800"],
    "too many levels": ["[".repeat(257), "too-deep", "", "["],
    "no schema": ["7", "wrong-type", "", "7"],
    "a keyword of another type": ['{"minLength": "1"}', "wrong-type", "/minLength", '"1"'],
    "an unknown type": ['{"type": "text"}', "unexpected-value", "/type", '"text"'],
    "an unknown $schema": ['{"$schema": "urn:other"}', "unexpected-value", "/$schema", '"urn:other"'],
    "a reference to somewhere else": [
      '{"items": {"$ref": "https://acme.example/x"}}',
      "unexpected-value",
      "/items/$ref",
      '"https://acme.example/x"',
    ],
    "a pattern that is none": ['{"pattern": "("}', "bad-format", "/pattern", '"("'],
    "a pattern that cannot be matched": ['{"pattern": "(?=a)"}', "unmet-rule", "/pattern", '"(?=a)"'],
    Swagger: ['{"swagger": "2.0"}', "unexpected-value", "/swagger", '"2.0"'],
    "OpenAPI without webhooks": ['{"openapi": "3.1.0", "info": {"title": "x"}}', "missing-field", "", "{"],
    "another notation in AsyncAPI": [
      '{"asyncapi": "2.6.0", "channels": {"a": {"subscribe": {"message": {"schemaFormat": "avro"}}}}}',
      "unexpected-value",
      "/channels/a/subscribe/message/schemaFormat",
      '"avro"',
    ],
  };
  for (const [name, [document, code, pointer, found]] of Object.entries(FAULTS)) {
    test(name, () => {
      const error = thrown(() => only(acme, { name: "broken", document }));
      assert.ok(error instanceof CatalogError && error instanceof Error);
      assert.equal(error.name, "CatalogError");
      const [problem, ...others] = error.problems;
      assert.deepEqual(others, []);
      const { source, severity, span, message } = problem;
      assert.deepEqual([source, severity, problem.code, problem.pointer], [1, "error", code, pointer]);
      const text = typeof document === "string" ? document : new TextDecoder().decode(document);
      assert.equal(text.slice(span.start, span.end), found);
      const place = `catalog "broken", line ${span.line}, column ${span.column}: ${message}`;
      assert.ok(error.message.startsWith(place), error.message);
    });
  }

  test("says everything that is wrong with all documents, in order", () => {
    const broken = '{\n  "type": "text",\n  "minItems": -1\n}';
    const error = thrown(() => only(acme, { document: broken }, { name: "other", document: '{"type": 7}' }));
    assert.deepEqual(
      error.problems.map(({ source, pointer, span: { line } }) => [source, pointer, line]),
      [
        [1, "/type", 2],
        [1, "/minItems", 3],
        [2, "/type", 1],
      ],
    );
    assert.match(error.message, /^catalog 1, line 2, column 11: .*"text".*; and 2 more problems$/);
  });

  test("has no places in a document that was decoded", () => {
    const { problems, message } = thrown(() => only({ name: "acme", document: { type: "text" } }));
    assert.deepEqual([problems[0].span, "fix" in problems[0]], [null, false]);
    assert.match(message, /^catalog "acme" at \/type: expected/);
  });

  test("counts what is left out", () => {
    const properties = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [at, { type: "text" }]));
    const { problems, message } = thrown(() => only({ document: { properties } }));
    assert.equal(problems.length, 100);
    assert.match(message, /and \d+ more problems$/);
  });

  test("advises to parse YAML first, where it is that", () => {
    const adviceOf = (document) => thrown(() => only({ document })).problems.map(({ hint }) => hint);
    const YAML = [
      "openapi: 3.1.0\ninfo:\n  title: Acme\n",
      "# Acme's events\n\nasyncapi: 3.0.0\r\n",
      "---\nopenapi: 3.1.0\n",
      "%YAML 1.2\n---\na: 1\n",
      "\uFEFF$schema: https://json-schema.org/draft/2020-12/schema\n",
      Buffer.from("x-hooklens:\n  provider: acme\n"),
    ];
    for (const document of YAML) assert.match(adviceOf(document)[0], /YAML: parse it first.*`yaml`/);
    for (const document of ["", "{", "[1", '"openapi": "3.1.0"', "nul", "1 2", "<openapi>", "http://a"]) {
      for (const hint of adviceOf(document)) assert.doesNotMatch(hint ?? "", /YAML/, document);
    }
    // The message has it, and other documents do not.
    const { message, problems } = thrown(() => only({ document: "{" }, { document: YAML[0] }));
    assert.doesNotMatch(message, /YAML/);
    assert.match(problems.find(({ source }) => source === 1).hint, /YAML/);
    assert.match(thrown(() => only({ document: YAML[0] })).message, /YAML/);
  });

  test("advises what to do about documents without webhooks, and patterns that take long", () => {
    const hintOf = (document) => thrown(() => only({ document })).problems[0].hint;
    const none =
      'if schemas in `components` describe events, name them: `events: ["…"]`, or `--catalog FILE#NAME,…`';
    assert.equal(hintOf({ openapi: "3.0.0", paths: {} }), none);
    assert.equal(hintOf('{"swagger": "2.0"}'), "convert it to OpenAPI 3 first");
    assert.equal(
      hintOf({ pattern: "(?=a)" }),
      'if you trust the document, let JavaScript match it: `patterns: "host"`, or `--host-patterns`',
    );
    assert.equal(hintOf({ pattern: "(" }), undefined);
    assert.equal(hintOf({ asyncapi: "3.0.0" }), undefined);
  });

  test("advises to read it first, where only its place is given", () => {
    const hintOf = (document) => thrown(() => only({ document })).problems[0].hint;
    for (const place of [
      "openapi.json",
      "./docs/acme.yaml\n",
      "C:\\acme\\api.YML",
      "https://acme.example/a.json",
    ])
      assert.equal(hintOf(place), "this looks like the place of a document: pass what is in it", place);
    for (const text of ["", "{", '"a.json"', "a.json b.json", "openapi", "[a.json]"])
      assert.doesNotMatch(hintOf(text) ?? "", /place/, text);
  });

  test("ids are had once", () => {
    assert.throws(() => only(acme, acme), { name: "CatalogError", message: /`acme\/user-created`/ });
    const seam = { name: "seam", document: openApi({ "lock.locked": created }) };
    assert.throws(() => createHookLens({ catalogs: [seam] }), {
      name: "CatalogError",
      message: /`seam\/lock\.locked`/,
    });
    assert.deepEqual(idsOf(only(seam)), ["seam/lock.locked"]);
  });

  test("an event that is asked for and not there is one", () => {
    assert.throws(() => only({ ...acme, events: ["user-deleted"] }), {
      name: "CatalogError",
      message: /the event `user-deleted`/,
    });
  });
});

describe("catalogs", () => {
  test("come first, in the order of the documents, and are not to be changed", () => {
    const other = { document: openApi({ "b.made": created, "a.made": true }) };
    const lens = createHookLens({ catalogs: [other, acme] });
    const loaded = ["acme-events/b.made", "acme-events/a.made", event];
    assert.deepEqual(idsOf(lens), [...loaded, ...catalog.map(({ id }) => id)]);
    const entry = lens.catalog.find(({ id }) => id === event);
    assert.deepEqual(
      [entry.provider, entry.type, entry.title, entry.event],
      ["acme", "user-created", "user.created", true],
    );
    assert.deepEqual(Object.keys(entry), Object.keys(catalog[0]));
    for (const value of [lens, lens.catalog, entry, lens.unknownFormats]) assert.ok(Object.isFrozen(value));
    assert.deepEqual(lens.catalog.slice(loaded.length), catalog);
  });

  test("refer to each other by `$id`", () => {
    const user = { $id: "https://acme.example/schemas/user.json", type: "object", required: ["id"] };
    const schema = { type: "object", properties: { user: { $ref: "user.json" } } };
    const document = { $id: "https://acme.example/schemas/made.json", title: "made", ...schema };
    const validate = (lens, body) => lens.validate(body, { event: "acme/made" });
    for (const catalogs of [
      [
        { name: "acme", document },
        { name: "types", document: user, events: [] },
      ],
      [
        { name: "types", document: JSON.stringify(user), events: [] },
        { name: "acme", document: JSON.stringify(document) },
      ],
    ]) {
      const lens = only(...catalogs);
      assert.deepEqual(idsOf(lens), ["acme/made"]);
      assert.equal(validate(lens, { user: { id: 1 } }).status, "valid");
      const { status, problems } = validate(lens, { user: {} });
      assert.deepEqual(
        [status, problems[0].code, problems[0].pointer],
        ["invalid", "missing-field", "/user/id"],
      );
    }
    assert.throws(() => only({ name: "acme", document }), CatalogError);
  });

  test("may be without the built-in ones", () => {
    const lens = only(acme);
    assert.deepEqual(idsOf(lens), [event]);
    assert.equal(lens.validate(payload("seam/lock.locked")).status, "unknown");
    assert.equal(lens.validate("{}", { event: "seam/lock.locked" }).status, "unknown");
    const both = createHookLens({ catalogs: [acme] });
    for (const { bytes } of corpus().slice(0, 20)) {
      assert.deepEqual(both.validate(bytes), hooklens.validate(bytes));
      assert.deepEqual(both.validate(String(bytes)), hooklens.validate(String(bytes)));
    }
  });

  test("may have some of their events only", () => {
    const document = openApi({ a: created, b: { $ref: "#/components/schemas/x" }, c: created });
    assert.deepEqual(idsOf(only({ document, events: ["c", "a"] })), ["acme-events/a", "acme-events/c"]);
    assert.deepEqual(idsOf(only({ document, events: [] })), []);
    // What is not loaded is not looked at.
    assert.throws(() => only({ document }), CatalogError);
  });

  test("are matched by the host where that takes more than linear time, and only if that is asked for", () => {
    const withPattern = (pattern, given) =>
      only({
        name: "acme",
        document: {
          title: "e",
          type: "object",
          required: ["p"],
          properties: { p: { type: "string", pattern } },
        },
        ...given,
      });
    for (const [pattern, right, wrong] of [
      ["^(?=.*\\d)[a-z0-9]+$", "abc1", "abc"],
      ["(?<!x)y", "y", "xy"],
      ["^(a+)-\\1$", "aa-aa", "aa-a"],
      ["^\\p{Lu}$", "\u{c4}", "\u{e4}"],
      ["^(?!\u{1f600}$).$", "\u{1f601}", "\u{1f600}"],
    ]) {
      assert.throws(() => withPattern(pattern), { name: "CatalogError" }, pattern);
      const lens = withPattern(pattern, { patterns: "host" });
      assert.equal(lens.validate({ p: right }).status, "valid", pattern);
      const { problems } = lens.validate({ p: wrong });
      assert.deepEqual(
        problems.map(({ code, pointer }) => [code, pointer]),
        [["bad-format", "/p"]],
      );
      // Another instance has it as well.
      lens.validate(`{"p":"${"x".repeat(12_000_000)}"}`);
      assert.equal(lens.validate({ p: right }).status, "valid", pattern);
    }
    assert.throws(() => withPattern("(?=(", { patterns: "host" }), /a regular expression as in ECMAScript/);
    // What can be matched in linear time is, whoever else could.
    const slow = withPattern("^(a+)+$", { patterns: "host" });
    assert.equal(slow.validate({ p: `${"a".repeat(100_000)}b` }).status, "invalid");
  });

  test("tell what formats they do not know, and what those are that do not hold", () => {
    const properties = { at: { format: "moon-phase" }, on: { format: "date" } };
    const schema = { title: "seen", properties };
    const severityOf = (formats) => {
      const lens = only({ name: "acme", document: schema, formats });
      assert.deepEqual(lens.unknownFormats, ["moon-phase"]);
      return lens.validate('{"at":"full","on":"today"}', { event: "acme/seen" }).problems[0].severity;
    };
    assert.deepEqual([undefined, "warn", "assert"].map(severityOf), ["warning", "warning", "error"]);
  });
});

describe("the functions of a lens", () => {
  const { validate, parse, normalize } = only(acme);
  const body = '{"user_id": 7, "email": "a@acme.example"}';

  test("may be destructured, and give what is right", () => {
    assert.deepEqual(validate(body, { event }), {
      status: "valid",
      valid: true,
      events: [{ id: event, provider: "acme", type: "user-created", title: "user.created", pointer: "" }],
      candidates: [],
      problems: [],
    });
    assert.deepEqual(parse(body, { event }).events[0].payload, JSON.parse(body));
    const [{ id, ...made }] = normalize(body, { event });
    assert.match(id, /^[\da-f]{32}$/);
    assert.deepEqual(made, {
      specversion: "1.0",
      source: "/acme",
      type: "acme.user-created",
      datacontenttype: "application/json",
      data: JSON.parse(body),
    });
    assert.deepEqual(normalize(Buffer.from(body), { event }), normalize(JSON.parse(body), { event }));
  });

  test("say everything that is wrong, each in its place", () => {
    const wrong = '{"user_id": "7", "mail": 1}';
    const report = validate(wrong, { event });
    assert.equal(report.status, "invalid");
    const found = report.problems.map(({ code, severity, span }) => [
      ...[code, severity],
      wrong.slice(span.start, span.end),
    ]);
    assert.deepEqual(found, [
      ["wrong-type", "error", '"7"'],
      ["unexpected-field", "error", '"mail"'],
    ]);
    for (const give of [parse, normalize]) {
      const error = thrown(() => give(wrong, { event }));
      assert.ok(error instanceof PayloadError);
      assert.deepEqual(error.report, report);
    }
  });

  test("take what the package's own take", () => {
    assert.throws(() => validate(7), TypeError);
    assert.throws(() => validate(body, { events: event }), TypeError);
    assert.equal(validate(body, { event, maxBytes: 5 }).problems[0].code, "too-large");
    assert.equal(validate("[[]]", { event, maxDepth: 1 }).problems[0].code, "too-deep");
  });
});

test("two lenses and the package's own functions know nothing of each other", () => {
  const text = { ...created, properties: { user_id: { type: "string" } } };
  const one = createHookLens({ catalogs: [acme] });
  const other = createHookLens({ catalogs: [{ name: "acme", document: text }], builtIn: false });
  const refresh = payload("paybook/refresh");
  for (let turn = 0; turn < 3; turn++) {
    assert.equal(one.validate('{"user_id":7}', { event }).status, "valid");
    assert.equal(other.validate('{"user_id":7}', { event }).status, "invalid");
    assert.equal(hooklens.validate('{"user_id":7}', { event }).status, "unknown");
    assert.deepEqual(one.validate(refresh), hooklens.validate(refresh));
    assert.deepEqual(one.normalize(refresh), hooklens.normalize(refresh));
    assert.equal(other.validate(refresh).status, "unknown");
    assert.throws(() => createHookLens({ catalogs: [{ document: "{" }] }), CatalogError);
  }
});

describe("memory", () => {
  const module = new WebAssembly.Module(readFileSync(join(root, "pkg/wasm/full_bg.wasm")));

  /** A lens, the memories of its instances, and what their exports do instead. */
  function watched(options, instead = () => ({})) {
    const memories = [];
    const lens = lensMaker(() => {
      const exports = instantiate(module);
      memories.push(exports.memory);
      return { ...exports, ...instead(exports) };
    })(options);
    return { ...lens, memories, size: () => memories.at(-1).buffer.byteLength };
  }

  const large = JSON.stringify({ user_id: 7, email: "x".repeat(16 * MiB - 100) });
  const small = '{"user_id":7}';
  const options = { catalogs: [acme] };

  for (const [name, given, hint] of [
    ["a small catalog", options, event],
    ["GitHub's", { builtIn: false, catalogs: [{ name: "github", document: github }] }, "github/push"],
  ]) {
    test(`is given back after large bodies, with ${name}`, () => {
      const lens = watched(given);
      const said = (body) => lens.validate(body, { event: hint });
      const [before, least] = [said(small), lens.size()];
      for (const give of [lens.validate, lens.parse, lens.normalize]) {
        for (const body of [large, Buffer.from(large), `${large}}`, large.replace("7", '"7"')]) {
          const outcome = () => {
            try {
              give(body, { event: hint });
            } catch (error) {
              if (!(error instanceof PayloadError)) throw error;
            }
          };
          outcome();
          assert.ok(lens.size() > least + 8 * MiB);
          // Small ones that throw are followed by a new instance as well.
          assert.throws(() => lens.parse("{", { event: hint }), PayloadError);
          assert.deepEqual(said(small), before);
          assert.ok(lens.size() <= least + 8 * MiB, `${lens.size()} of ${least}`);
        }
      }
      assert.equal(lens.memories.length, 13);
    });
  }

  test("is not kept alive of an instance that was dropped", async () => {
    const lens = watched(options);
    const references = [];
    const remember = () => references.push(new WeakRef(lens.memories.pop()));
    for (let turn = 0; turn < 2; turn++) {
      lens.validate(large, { event });
      lens.validate(small, { event });
      lens.validate('{"user_id":"7"}', { event });
      remember();
    }
    lens.memories.length = 0;
    for (let turn = 0; turn < 3; turn++) {
      // What was looked at through a WeakRef lives on until the next turn.
      await new Promise(setImmediate);
      collect();
    }
    assert.deepEqual(
      references.map((reference) => reference.deref() !== undefined),
      [false, true],
    );
  });

  test("of a catalog is not taken for that of a large body", () => {
    const lens = watched({ builtIn: false, catalogs: [{ name: "github", document: github }] });
    assert.ok(lens.size() > 8 * MiB, "the catalog has become small: another must be loaded here");
    for (let turn = 0; turn < 5; turn++) lens.validate(small, { event: "github/push" });
    assert.equal(lens.memories.length, 1);
  });

  test("of a new instance has the catalog, which was loaded once", () => {
    let loaded = 0;
    let read = 0;
    const lens = watched(options, ({ load_catalog, facts }) => ({
      load_catalog: (builtIn) => ((loaded += 1), load_catalog(builtIn)),
      facts: () => ((read += 1), facts()),
    }));
    const bodies = [small, '{"user_id":"7"}', ...corpus().map(({ bytes }) => bytes)];
    const said = () => bodies.map((body, at) => lens.validate(body, at < 2 ? { event } : {}));
    const before = said();
    for (let turn = 0; turn < 2; turn++) {
      lens.validate(large, { event });
      lens.validate(small, { event });
      assert.deepEqual(said(), before);
    }
    assert.deepEqual([loaded, read, lens.memories.length], [1, 1, 3]);
  });

  test("after a trap is that of a new instance, which has the catalog", () => {
    let armed = false;
    const lens = watched(options, ({ check }) => ({
      check(...given) {
        if (armed) throw new WebAssembly.RuntimeError("unreachable");
        return check(...given);
      },
    }));
    const before = lens.validate(small, { event });
    armed = true;
    assert.throws(() => lens.validate(small, { event }), /the WebAssembly module trapped/);
    armed = false;
    assert.deepEqual(lens.validate(small, { event }), before);
    assert.equal(lens.memories.length, 2);
  });

  for (const name of ["reserve", "add_source", "load_catalog", "clear_free_memory"]) {
    test(`a trap in ${name} while a catalog is loaded is an error that says so`, () => {
      const trap = () => {
        throw new WebAssembly.RuntimeError("unreachable");
      };
      assert.throws(() => watched(options, () => ({ [name]: trap })), {
        name: "Error",
        message: /trapped while it loaded a catalog/,
      });
    });
  }
});
