// `redact` as JavaScript sees it: text for text, keys, options, lenses. What becomes of which value is tested in Rust.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createHookLens, redact, validate } from "hooklens";
import { corpus, payload } from "./corpus.mjs";

const BODY = payload("paybook/refresh").toString();
const MISSPELLED = BODY.replace('"id_user"', '"id_usr"');

/** Every fixture and golden. */
const BODIES = corpus().map(({ path, bytes }) => ({ path, body: bytes.toString() }));

/** A report without the values of its body. */
const placesOf = (report) => ({
  ...report,
  problems: report.problems.map(({ code, severity, span, expected, hint, suggestion, allowed, fix }) => ({
    ...{ code, severity, span, expected, hint, suggestion, allowed },
    fix: fix && [fix.start, fix.end],
  })),
});

describe("a redacted body", () => {
  for (const [name, body] of [
    ["an event", BODY],
    ["a body with a fault", MISSPELLED],
    ["a body that is no JSON", `${BODY.trimEnd().slice(0, -1)},}`],
    ["JSON of another system", '{"order":{"id":4711,"mail":"ana@example.com"}}'],
    ["an empty body", ""],
    ["a byte order mark", `\ufeff${BODY}`],
    ["letters of two, three and four bytes", BODY.replace(/IXS\w+/, "é王😀𝒳")],
    ["halves of surrogate pairs", BODY.replace(/IXS\w+/, "\ud800x\udc00 \ud83d\ude00 \u{d7ff}\u{10ffff}")],
    ["escapes", '{"event":"refresh","id_user":"\\u00e9\\ud83d\\ude00\\ud800\\n\\/"}'],
    ["bytes that are no text, decoded", new TextDecoder().decode(Uint8Array.of(0x22, 0xff, 0xc3, 0x22))],
    ["line ends of all kinds", '{\r\n"a":\r"b",\n"c":"d"\u2028}'],
    ["a large body", `[${Array(60_000).fill('"ana@example.com"').join(",\n")}]`],
  ]) {
    test(`of ${name} has the same length and the same report but for the values`, () => {
      const text = redact(body);
      assert.equal(text.length, body.length);
      assert.equal(Buffer.byteLength(text), Buffer.byteLength(body));
      assert.deepEqual(placesOf(validate(text)), placesOf(validate(body)));
      const frameOf = (value) => value.replaceAll(/[\p{L}\p{N}\p{S}\p{M}\p{Cn}\p{Co}]/gu, "");
      if (name !== "escapes") assert.equal(frameOf(text), frameOf(body));
    });
  }

  test("has none of the values that it had", () => {
    for (const { path, body } of BODIES) {
      const text = redact(body);
      for (const [id] of body.matchAll(/\b[\da-f]{24}\b|\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g)) {
        const isEnvironment = /^574894bf7848066d138b457[01]$/.test(id);
        assert.ok(isEnvironment || !text.includes(id), `${path}: ${id}`);
      }
    }
  });
});

describe("its key", () => {
  const times = (options) => new Set(Array.from({ length: 20 }, () => redact(BODY, options)));

  test("is another one for each call where none is given", () => {
    assert.equal(times().size, 20);
    assert.equal(times({}).size, 20);
    assert.equal(times({ key: undefined }).size, 20);
  });

  test("gives the same text again, and another key another text", () => {
    assert.equal(times({ key: "a key" }).size, 1);
    assert.notEqual(redact(BODY, { key: "a key" }), redact(BODY, { key: "a kez" }));
    assert.notEqual(redact(BODY, { key: "\ud800" }), redact(BODY, { key: "\ud801" }));
  });

  test("makes one value the same in several bodies", () => {
    const id = (text) => /[\da-f]{24}/.exec(text)[0];
    const [one, other] = ['{"a":"5e751d54d0510472295413b3"}', "users/5e751d54d0510472295413b3?x"];
    assert.equal(id(redact(one, { key: "k" })), id(redact(other, { key: "k" })));
  });

  test("comes from the host's cryptography", (t) => {
    const { getRandomValues } = crypto;
    const sizes = [];
    t.after(() => delete crypto.getRandomValues);
    crypto.getRandomValues = (bytes) => (sizes.push(bytes.length), getRandomValues.call(crypto, bytes));
    redact(BODY);
    redact(BODY, { key: "k" });
    assert.deepEqual(sizes, [32]);
  });
});

test("what is no text, and options that are none, are refused", () => {
  for (const [given, message] of [
    [[], "expected a body as a string, found undefined"],
    [[null], "expected a body as a string, found null"],
    [[7], "expected a body as a string, found number"],
    [[{}], "expected a body as a string, found Object"],
    [[new Uint8Array(2)], "expected a body as a string, found Uint8Array"],
    [["{}", null], "expected options as an object, found null"],
    [["{}", "key"], "expected options as an object, found string"],
    [["{}", { key: "" }], "expected options.key as a string that is not empty, found an empty one"],
    [["{}", { key: null }], "expected options.key as a string that is not empty, found null"],
    [["{}", { key: 7 }], "expected options.key as a string that is not empty, found number"],
    [["{}", { event: 7 }], "expected options.event as a string, found number"],
    [["{}", { maxBytes: 7 }], "expected options of key, event, found maxBytes"],
  ]) {
    assert.throws(() => redact(...given), { name: "TypeError", message });
  }
});

describe("a lens", () => {
  const document = {
    title: "user.created",
    type: "object",
    required: ["user_id"],
    properties: {
      user_id: { type: "string", pattern: "^usr_[a-z0-9]{12}$" },
      plan: { enum: ["free", "professional"] },
      age: { type: "integer", minimum: 18, maximum: 21 },
      code: { type: "string", "x-hooklens": { public: true } },
      notes: { type: "object", additionalProperties: { type: "string" } },
    },
  };
  const lens = createHookLens({ catalogs: [{ name: "acme", document }] });
  const event = "acme/user-created";

  test("knows from its documents what is personal", () => {
    const { redact } = lens;
    const body = JSON.stringify({
      user_id: "usr_4f7hq2mdk1xz",
      plan: "professional",
      age: 18,
      code: "E_LIMIT",
      notes: { ana: "Díaz" },
      name: "E_LIMIT",
    });
    for (let times = 0; times < 20; times += 1) {
      const text = redact(body, { event });
      const { user_id, plan, age, code, notes, name } = JSON.parse(text);
      assert.match(user_id, /^usr_[a-z0-9]{12}$/);
      assert.notEqual(user_id, "usr_4f7hq2mdk1xz");
      assert.deepEqual([plan, code], ["professional", "E_LIMIT"]);
      assert.ok(age > 18 && age <= 21, String(age));
      assert.equal(notes.ana, undefined);
      assert.match(name, /^[A-Z]_[A-Z]{5}$/);
      assert.notEqual(name, "E_LIMIT");
      assert.deepEqual(lens.validate(text, { event }).status, lens.validate(body, { event }).status);
    }
  });

  test("redacts built-in events as `redact` does", () => {
    for (const { body } of BODIES) {
      assert.equal(lens.redact(body, { key: "k" }), redact(body, { key: "k" }));
    }
  });
});
