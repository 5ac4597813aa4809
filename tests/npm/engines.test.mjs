// Several engines in one process: each has its own instance of the module, and answers, forgets and fails alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as hooklens from "hooklens";
import { createEngine } from "../../pkg/engine.js";
import { factsOf } from "../../pkg/facts.js";
import { cleanReport } from "../../pkg/verdict.js";
import { instantiate } from "../../pkg/wasm/hooklens.js";
import { corpus, payload, root } from "./corpus.mjs";

const MiB = 1 << 20;
const module = new WebAssembly.Module(readFileSync(join(root, "pkg/wasm/hooklens_bg.wasm")));

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** An engine, the memories of its instances, and what its exports do instead. */
function watched(instead = () => ({})) {
  const memories = [];
  const engine = createEngine(() => {
    const exports = instantiate(module);
    memories.push(new WeakRef(exports.memory));
    return { ...exports, ...instead(exports) };
  });
  return { ...engine, memories };
}

/** What is given for a body, or the error. */
function outcomeOf(give, ...given) {
  try {
    return give(...given);
  } catch (error) {
    return [error.name, error.message, error.report];
  }
}

const GIVES = ["validate", "parse", "normalize"];
const say = (engine, body) => GIVES.map((name) => outcomeOf(engine[name], body));

const refresh = String(payload("paybook/refresh"));
const created = JSON.parse(payload("paybook/credentials.created"));
const batch = (count) => ({ ...created, events: Array(count).fill(created.events[0]) });
const extended = (length) => JSON.stringify({ ...JSON.parse(refresh), id_external: "x".repeat(length) });

describe("two engines", () => {
  test("have an instance and a memory each, made by their first call", () => {
    const [one, other] = [watched(), watched()];
    assert.deepEqual([one.memories.length, other.memories.length], [0, 0]);
    one.validate(refresh);
    assert.deepEqual([one.memories.length, other.memories.length], [1, 0]);
    other.validate(refresh);
    assert.deepEqual([one.memories.length, other.memories.length], [1, 1]);
    assert.notEqual(one.memories[0].deref(), other.memories[0].deref());
  });

  test("say of every body in turn what the package says", () => {
    const [one, other] = [watched(), watched()];
    const bodies = corpus().map(({ bytes }) => bytes);
    for (const [at, body] of bodies.entries()) {
      assert.deepEqual(say(one, body), say(hooklens, body));
      const text = bodies.at(-1 - at).toString("utf8");
      assert.deepEqual(say(other, text), say(hooklens, text));
    }
    assert.deepEqual([one.memories.length, other.memories.length], [1, 1]);
  });

  test("give what is right of large bodies and small ones that alternate, and forget by themselves", () => {
    const [one, other] = [watched(), watched()];
    const sizeOf = ({ memories }) => memories.at(-1).deref()?.buffer.byteLength;
    const idOf = ({ events }) => events[0].payload.id_external.length;
    for (let turn = 1; turn <= 3; turn++) {
      assert.equal(idOf(one.parse(extended(9 * MiB))), 9 * MiB);
      assert.equal(idOf(other.parse(extended(10))), 10);
      assert.ok(sizeOf(one) > 8 * MiB && sizeOf(other) < 4 * MiB);
      // The small body of one engine is nothing that the other forgets by.
      for (let count = 0; count < 3; count++) assert.equal(other.validate(refresh).status, "valid");
      assert.deepEqual([one.memories.length, other.memories.length], [turn, 1]);
      assert.ok(sizeOf(one) > 8 * MiB);
      assert.equal(one.normalize(batch(2)).length, 2);
      assert.equal(other.parse(batch(300)).events.at(-1).pointer, "/events/299");
      assert.equal(one.parse(batch(300)).events.at(-1).pointer, "/events/299");
      assert.deepEqual([one.memories.length, other.memories.length], [turn + 1, 1]);
      assert.ok(sizeOf(one) < 8 * MiB);
    }
  });

  test("keep no memory of each other's alive, nor of their own that was dropped", async () => {
    const [one, other] = [watched(), watched()];
    for (const engine of [one, other]) {
      say(engine, '{"event":"refresh"}');
      engine.validate(extended(9 * MiB));
      engine.validate(refresh);
      say(engine, '{"event":"refresh"}');
    }
    for (let turn = 0; turn < 3; turn++) {
      // What was looked at through a WeakRef lives on until the next turn.
      await new Promise(setImmediate);
      collect();
    }
    const alive = ({ memories }) => memories.map((memory) => memory.deref() !== undefined);
    assert.deepEqual(
      [alive(one), alive(other)],
      [
        [false, true],
        [false, true],
      ],
    );
  });

  test("trap alone", () => {
    // (module (func (export "trap") unreachable))
    const code = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0];
    code.push(...[7, 8, 1, 4, 0x74, 0x72, 0x61, 0x70, 0, 0, 10, 5, 1, 3, 0, 0, 0x0b]);
    const { trap } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(code))).exports;
    let armed = false;
    const one = watched(({ check }) => ({ check: (...given) => (armed ? trap() : check(...given)) }));
    const other = watched();
    assert.deepEqual(say(one, refresh), say(other, refresh));
    const before = say(other, batch(3));
    armed = true;
    assert.throws(() => one.validate(refresh), /the WebAssembly module trapped/);
    assert.deepEqual(say(other, batch(3)), before);
    armed = false;
    assert.deepEqual(say(one, batch(3)), before);
    assert.deepEqual([one.memories.length, other.memories.length], [2, 1]);
  });
});

test("an engine reads the facts of the catalog once, however many instances it has had", () => {
  let read = 0;
  const engine = watched(({ facts }) => ({ facts: () => ((read += 1), facts()) }));
  for (let turn = 0; turn < 3; turn++) {
    engine.validate(extended(9 * MiB));
    engine.validate(refresh);
  }
  assert.deepEqual([read, engine.memories.length], [1, 3]);
});

test("the module's facts are those of the catalog", () => {
  const { codes, severities, statuses, rows, envelopes } = factsOf(instantiate(module));
  assert.equal(new Set(codes).size, codes.length);
  assert.ok(codes.includes("missing-field"));
  assert.deepEqual(severities, ["error", "warning"]);
  assert.deepEqual(statuses, ["valid", "invalid", "unknown", "malformed"]);
  for (const entry of hooklens.catalog) {
    const row = rows.find(({ id }) => id === entry.id);
    assert.deepEqual([row.provider, row.type, row.title], [entry.provider, entry.type, entry.title]);
    assert.equal(row.isEvent, entry.event, entry.id);
    assert.equal(envelopes.get(row.field).get(row.id), row);
  }
  const { type, pointer, envelopeTitle, ...row } = rows.find(({ field }) => field === "events");
  assert.ok(envelopeTitle.startsWith(row.providerTitle) && envelopeTitle.endsWith("envelope"));
  assert.deepEqual(
    [type, pointer, row.payload, row.envelopeFields],
    ["credentials.created", "/events", "payload", ["rid"]],
  );
});

describe("a hint", () => {
  let address;
  let given;
  const text = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const engine = watched(({ check, memory, reserve }) => ({
    reserve: (bytes) => (address = reserve(bytes)),
    check(length, maxBytes, maxDepth, wtf8, hintLength, decides) {
      const bytes = new Uint8Array(memory.buffer, address, length + hintLength);
      given = { body: text(bytes.subarray(0, length)), hint: text(bytes.subarray(length)) };
      given.decides = decides;
      return check(length, maxBytes, maxDepth, wtf8, hintLength, decides);
    },
  }));

  test("stands behind the body, whatever form and length that has", () => {
    // The room is as long as the first of these.
    for (const length of [16 * 1024, 16 * 1024 - 100, 16 * 1024 - 300, 20_000, 20_000, 10, 9 * MiB, 10]) {
      const body = `"${"x".repeat(length - 2)}"`;
      for (const form of [body, new TextEncoder().encode(body), [body], body.replace("x", "\ud800")]) {
        outcomeOf(engine.validate, form, { event: "seam/lock.locked" });
        assert.equal(given.hint, "seam/lock.locked");
        assert.equal(given.body.length >= length, true);
        if (form === body) assert.ok(given.body === body);
      }
    }
  });

  test("is UTF-8 of at most 256 bytes, and nothing where there is none", () => {
    for (const [event, hint] of [
      [undefined, ""],
      ["", ""],
      ["Lock Locked", "Lock Locked"],
      ["x".repeat(256), "x".repeat(256)],
      ["x".repeat(257), "x".repeat(256)],
      ["日".repeat(100), "日".repeat(85)],
      ["a\ud800", "a\ufffd"],
    ]) {
      for (const give of GIVES) outcomeOf(engine[give], refresh, { event });
      assert.deepEqual(given, { body: refresh, hint, decides: true });
    }
    engine.validate(refresh);
    assert.deepEqual(given, { body: refresh, hint: "", decides: true });
  });
});

test("a catalog may have many rows, and a body many events", () => {
  const rows = Array.from({ length: 1 << 16 }, (_, at) => {
    return { id: `p/${at}`, provider: "p", type: `${at}`, title: "", pointer: at % 2 ? "/events" : "" };
  });
  const eventOf = (row, pointer) => ({ id: `p/${row}`, provider: "p", type: `${row}`, title: "", pointer });
  const of = (verdict, memory) => cleanReport(verdict, memory, { rows }).events;
  for (const row of [0, 254, 256, 65_534])
    assert.deepEqual([of(row), of(row + (1 << 16))], [[eventOf(row, "")], [eventOf(row, "/0")]]);
  for (const row of [255, 65_535]) assert.deepEqual(of(row), [eventOf(row, "/events")]);

  const numbers = Uint32Array.of(7, 3, 1, 65_535, 257);
  const memory = { exports: { rows: () => 4 }, numbers: () => numbers };
  const events = [1, 65_535, 257].map((row, at) => eventOf(row, `/events/${at}`));
  assert.deepEqual(of(1 << 17, memory), events);
});

describe("a hint", () => {
  const refresh = String(payload("paybook/refresh"));

  test("decides, narrows, or leaves nothing", () => {
    const { validate, parse, normalize } = hooklens;
    const idsOf = (body, event) => validate(body, { event }).events.map(({ id }) => id);
    assert.deepEqual(idsOf(refresh, "paybook/refresh"), ["paybook/refresh"]);
    assert.deepEqual(idsOf(refresh, "Refresh"), ["paybook/refresh"]);
    assert.deepEqual(idsOf("7", "seam/lock.locked"), ["seam/lock.locked"]);
    assert.deepEqual(idsOf(refresh, "lock"), []);
    assert.equal(validate(refresh, { event: "lock" }).status, "unknown");
    for (const body of [refresh, new TextEncoder().encode(refresh), JSON.parse(refresh)]) {
      assert.equal(parse(body, { event: "refresh" }).events.length, 1);
      assert.equal(normalize(body, { event: "refresh" }).length, 1);
      assert.throws(() => parse(body, { event: "lock.locked" }), { name: "PayloadError" });
    }
    // The next call without one knows nothing of it.
    assert.deepEqual(idsOf(refresh), ["paybook/refresh"]);
  });

  test("of another kind than a string is a TypeError that says so", () => {
    const { validate } = hooklens;
    for (const event of [7, null, {}, ["refresh"]]) {
      assert.throws(() => validate(refresh, { event }), {
        name: "TypeError",
        message: /expected options\.event as a string/,
      });
    }
  });
});
