// How long the WebAssembly module is kept, and that a body may be longer than the room that was made for one.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { payload } from "./corpus.mjs";

const MiB = 1 << 20;
const ANY_SIZE = { maxBytes: 0xffffffff };

/** How many modules there were, and how often one was asked for room. */
const seen = { modules: 0, rooms: 0 };

const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    seen.modules += 1;
    const { reserve } = super.exports;
    const counted = (bytes) => {
      seen.rooms += 1;
      return reserve(bytes);
    };
    Object.defineProperty(this, "exports", { value: { ...super.exports, reserve: counted } });
  }
};

let hooklens;
before(async () => {
  hooklens = await import("hooklens");
});

/** How many modules and rooms a call has taken. */
function taken(call) {
  const { modules, rooms } = seen;
  call();
  return { modules: seen.modules - modules, rooms: seen.rooms - rooms };
}

/** A JSON text of so many bytes, and what is taken to validate it. */
const textOf = (bytes) => `"${"a".repeat(bytes - 2)}"`;
const given = (body) => taken(() => assert.equal(hooklens.validate(body, ANY_SIZE).status, "unknown"));
const ofSize = (bytes) => given(textOf(bytes));

const tooLarge = () => {
  const { status, problems } = hooklens.validate("{  }", { maxBytes: 3 });
  assert.deepEqual([status, problems.length, problems[0].code], ["malformed", 1, "too-large"]);
};

const KEPT = { modules: 0, rooms: 0 };
const LARGER = { modules: 0, rooms: 1 };
const NEW = { modules: 1, rooms: 1 };

describe("the module", () => {
  test("is made by the first call, be its body too large", () => {
    assert.deepEqual(taken(tooLarge), NEW);
    assert.deepEqual(taken(tooLarge), KEPT);
  });

  test("has its room for as long as bodies fit in it", () => {
    assert.deepEqual(ofSize(16 * 1024), KEPT);
    assert.deepEqual(given(new TextEncoder().encode(textOf(16 * 1024))), KEPT);
    assert.deepEqual(ofSize(16 * 1024 + 1), LARGER);
    assert.deepEqual(ofSize(16 * 1024 + 1), KEPT);
    assert.deepEqual(given(new TextEncoder().encode(textOf(20_000))), LARGER);
    assert.deepEqual(ofSize(100), KEPT);
  });

  test("is kept with some memory", () => {
    assert.equal(ofSize(2 * MiB).modules, 0);
    assert.equal(ofSize(10).modules, 0);
    assert.equal(ofSize(10).modules, 0);
  });

  test("is kept with much memory until a body comes that needs less", () => {
    assert.equal(ofSize(10 * MiB).modules, 0);
    assert.deepEqual(ofSize(10 * MiB), KEPT);
    assert.deepEqual(ofSize(MiB / 2), KEPT);
    assert.deepEqual(ofSize(10 * MiB), KEPT);
    // It looks at this one still; the next has a new one.
    assert.deepEqual(ofSize(MiB / 2 - 1), KEPT);
    assert.deepEqual(ofSize(MiB / 2 - 1).modules, 1);
    assert.deepEqual(ofSize(10), KEPT);
  });

  test("is not given what is longer than the limit", () => {
    for (const body of [textOf(MiB), new Uint8Array(MiB)]) {
      assert.deepEqual(
        taken(() => assert.equal(hooklens.validate(body, { maxBytes: 5 }).problems[0].code, "too-large")),
        KEPT,
      );
    }
  });

  test("is dropped with very much at once", () => {
    // A long body takes it, and so do many values.
    for (const body of [new Uint8Array(130 * MiB).fill(0x31), `[${"0,".repeat(8 * MiB)}0]`]) {
      assert.equal(given(body).modules, 0);
      assert.deepEqual(taken(tooLarge), NEW);
    }
  });

  test("is dropped by `redact` as well", () => {
    const small = () => assert.match(hooklens.redact("x"), /^[a-z]$/);
    assert.equal(hooklens.redact(textOf(9 * MiB)).length, 9 * MiB);
    assert.equal(taken(small).modules, 0);
    assert.equal(taken(small).modules, 1);
  });

  test("is dropped by `parse` and `normalize` as well, and what they give is whole", () => {
    const long = "x".repeat(9 * MiB);
    const body = JSON.stringify({ ...REFRESH, id_external: long });
    for (const [give, externalOf] of [
      [hooklens.parse, ({ events: [{ payload }] }) => payload.id_external],
      [hooklens.normalize, ([{ data }]) => data.external_id],
    ]) {
      assert.equal(externalOf(give(body)), long);
      const small = JSON.stringify({ ...REFRESH, id_external: "x" });
      assert.equal(taken(() => assert.equal(externalOf(give(small)), "x")).modules, 0);
      assert.equal(taken(() => assert.equal(externalOf(give(small)), "x")).modules, 1);
    }
  });
});

const REFRESH = JSON.parse(payload("paybook/refresh"));

/** Has the next call make a new module, with no more room than it starts with. */
function renew() {
  ofSize(9 * MiB);
  ofSize(10);
}

/** A text takes up to three bytes a unit, of which the room for it knows nothing before. */
test("a text that needs more bytes than it has units is read whole", () => {
  for (const unit of ["a", "é", "日", "🎉", "\ud800", "\udc00x"]) {
    for (const units of [1_000, 5_000, 9_000, 17_000, 90_000]) {
      const external = unit.repeat(Math.ceil(units / unit.length)).slice(0, units);
      const body = JSON.stringify({ ...REFRESH, id_external: "…" });
      const text = body.replace("…", external);
      const what = `${units} units of ${JSON.stringify(unit)}`;
      renew();
      assert.ok(hooklens.parse(text).events[0].payload.id_external === external, what);
      assert.ok(hooklens.normalize(text)[0].data.external_id === external, what);
      // The last of it is what is wrong, where it stands in the text.
      const { problems } = hooklens.validate(`${text},`);
      assert.deepEqual([problems[0].code, problems[0].span.start], ["invalid-json", text.length], what);
    }
  }
});

test("a limit counts bytes, in whatever form they come", () => {
  for (const unit of ["a", "é", "日", "🎉"]) {
    const text = JSON.stringify({ ...REFRESH, id_external: unit.repeat(9_000) });
    const bytes = new TextEncoder().encode(text);
    for (const body of [text, bytes, JSON.parse(text)]) {
      assert.equal(hooklens.validate(body, { maxBytes: bytes.length }).status, "valid");
      const { problems } = hooklens.validate(body, { maxBytes: bytes.length - 1 });
      assert.deepEqual(
        problems.map(({ code, expected }) => [code, expected]),
        [["too-large", `at most ${bytes.length - 1} bytes`]],
      );
    }
  }
});
