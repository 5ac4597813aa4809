// A trap ends the call that it happened in, and nothing else: the next call has a new module.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, describe, test } from "node:test";
import { payload, root } from "./corpus.mjs";

// (module (func (export "trap") unreachable))
const TRAP = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0],
  ...[7, 8, 1, 4, 0x74, 0x72, 0x61, 0x70, 0, 0, 10, 5, 1, 3, 0, 0, 0x0b],
);
const { Instance } = WebAssembly;
const { trap } = new Instance(new WebAssembly.Module(TRAP)).exports;

/** How many instances there were, and the call that traps: of one export or any, before or after its work. */
const seen = { instances: 0 };
let armed;

/** What an instance exports, with the trap in it. */
function rigged(exports) {
  const entries = Object.entries(exports).map(([name, value]) => {
    if (typeof value !== "function") return [name, value];
    return [
      name,
      (...given) => {
        if (armed === undefined || (armed.name ?? name) !== name) return value(...given);
        const { late, after = 0 } = armed;
        if (after > 0) {
          armed.after -= 1;
          return value(...given);
        }
        armed = undefined;
        if (late) value(...given);
        return trap();
      },
    ];
  });
  return Object.fromEntries(entries);
}

WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    seen.instances += 1;
    const exports = rigged(super.exports);
    Object.defineProperty(this, "exports", { value: exports });
  }
};

let hooklens;
let slim;
let handler;
let schema;
before(async () => {
  hooklens = await import("hooklens");
  slim = await import("hooklens/slim");
  handler = await import("hooklens/handler");
  schema = await import("hooklens/schema");
});

const refresh = String(payload("paybook/refresh"));
const created = JSON.parse(payload("paybook/credentials.created"));
const batch = { ...created, events: Array(3).fill(created.events[0]) };
const invalid = '{"event":"refresh","id_usr":"5e751d54d0510472295413b3"}';

function outcomeOf(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error };
  }
}

function say({ validate, parse, normalize, redact } = hooklens) {
  const redacted = (body) => redact(body, { key: "the same again" });
  const bodies = [refresh, new TextEncoder().encode(refresh), batch, invalid, "{", "[]", " ".repeat(100_000)];
  return JSON.stringify(
    bodies.flatMap((body) =>
      [validate, parse, normalize, redacted].map((give) => {
        const { value, error } = outcomeOf(() => give(body));
        return error === undefined ? value : [error.name, error.message, error.report];
      }),
    ),
  );
}

function assertTrapped({ error }) {
  assert.equal(error?.constructor, Error, String(error?.stack));
  assert.equal(error.name, "Error");
  assert.match(error.message, /hooklens.*trap/i);
  assert.ok(error.cause instanceof WebAssembly.RuntimeError);
  // What trapped may be about the body, whose values are nobody's business.
  assert.doesNotMatch(error.message, /5e751d54d0510472295413b3/);
}

let longest = 1_000_000;

/** A call for each export, which it cannot answer without that. */
const CALLS = {
  // Longer each time: there is no room for it yet.
  reserve: () => hooklens.validate(" ".repeat((longest += 100_000))),
  check: () => hooklens.validate(refresh),
  report: () => hooklens.validate(invalid),
  normalized: () => hooklens.normalize(refresh),
  rows: () => hooklens.validate(batch),
  too_large: () => hooklens.validate(refresh, { maxBytes: 5 }),
  redact_body: () => hooklens.redact(refresh),
};

describe("a trap", () => {
  test("at whichever step of the first call of all: the next call starts anew", () => {
    let steps = 0;
    for (;;) {
      armed = { after: steps };
      const outcome = outcomeOf(CALLS.check);
      if (armed !== undefined) break;
      assertTrapped(outcome);
      steps += 1;
    }
    armed = undefined;
    assert.ok(steps >= 3, `${steps} steps`);
    assert.equal(hooklens.validate(refresh).status, "valid");
  });

  for (const [name, call] of Object.entries(CALLS)) {
    for (const late of [false, true]) {
      test(`in ${name}, ${late ? "after" : "before"} its work: an error that says so, and a new module`, () => {
        const expected = say();
        const { instances } = seen;
        armed = { name, late };
        assertTrapped(outcomeOf(call));
        assert.equal(armed, undefined, "it was never called");
        assert.equal(say(), expected);
        assert.equal(seen.instances, instances + 1);
        assert.equal(outcomeOf(call).error, undefined);
        assert.equal(seen.instances, instances + 1);
      });
    }
  }

  test("while the new module starts: once more", () => {
    const expected = say();
    for (const after of [0, 1, 2]) {
      armed = { name: "check" };
      assertTrapped(outcomeOf(CALLS.check));
      armed = { after };
      assertTrapped(outcomeOf(CALLS.check));
      assert.equal(say(), expected);
    }
  });

  test("of one function and of another, many times over", () => {
    const expected = say();
    const names = Object.keys(CALLS);
    for (let turn = 0; turn < 60; turn++) {
      const name = names[turn % names.length];
      armed = { name, late: turn % 2 === 0 };
      assertTrapped(outcomeOf(CALLS[name]));
      if (turn % 5 === 0) assert.equal(say(), expected);
    }
    assert.equal(say(), expected);
  });

  test("in parse, and on the way from an object", () => {
    for (const body of [refresh, JSON.parse(refresh)]) {
      armed = { name: "check" };
      assertTrapped(outcomeOf(() => hooklens.parse(body)));
      assert.equal(hooklens.parse(body).events.length, 1);
    }
  });

  test("through hooklens/slim, which is not initialized again", async () => {
    await Promise.all([slim.init(), slim.initFull()]);
    const expected = say(slim);
    armed = { name: "check" };
    assertTrapped(outcomeOf(() => slim.validate(refresh)));
    assert.equal(say(slim), expected);
    armed = { name: "check" };
    assertTrapped(outcomeOf(() => slim.validate(refresh)));
    assert.equal(say(hooklens), expected);
  });

  test("in an endpoint is an exception of that request alone", async () => {
    const receive = () =>
      handler.receive(
        { headers: { "content-type": "application/json" }, body: refresh },
        { dedupe: () => true },
      );
    assert.equal((await receive()).ok, true);
    armed = { name: "check" };
    assertTrapped({ error: await receive().catch((error) => error) });
    assert.equal((await receive()).ok, true);
  });

  test("in a Standard Schema is an exception, not an issue of the body", () => {
    armed = { name: "check" };
    assertTrapped(outcomeOf(() => schema.anyEvent["~standard"].validate(refresh)));
    assert.equal(schema.anyEvent["~standard"].validate(refresh).issues, undefined);
  });
});

describe("a module that has no more room", () => {
  test("on the stack: whatever that call throws, the next is answered", () => {
    const expected = say();
    const calls = {
      "validate text": () => hooklens.validate(refresh),
      "validate bytes": () => hooklens.validate(new TextEncoder().encode(refresh)),
      "validate what is invalid": () => hooklens.validate(invalid),
      normalize: () => hooklens.normalize(refresh),
      parse: () => hooklens.parse(batch),
      redact: () => hooklens.redact(refresh),
    };
    for (const [name, call] of Object.entries(calls)) {
      // Frames of another size each time: the stack ends somewhere else in the call.
      for (let size = 0; size < 8; size++) {
        let left = 300;
        const names = Array.from({ length: size }, (_, at) => `a${at}`).join();
        const dive = new Function(
          "call",
          `return function dive(${names}) {
            try { dive(${names}); } catch (error) { try { call(); } catch {} throw error; }
          };`,
        )(() => left-- > 0 && call());
        assert.throws(dive, RangeError);
        assert.equal(say(), expected, name);
      }
    }
  });

  test("on the stack, at the first call of all", () => {
    const script = `
      import { validate } from "hooklens";
      const body = ${JSON.stringify(refresh)};
      function dive() {
        try { dive(); } catch (error) { try { validate(body); } catch {} throw error; }
      }
      try { dive(); } catch {}
      console.log(validate(body).status);
    `;
    const args = ["--input-type=module", "--eval", script];
    assert.equal(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }), "valid\n");
  });

  test("in its memory: a report or an error that says so", () => {
    const expected = say();
    for (const size of [2 ** 31 + 5, 2 ** 32 - 70_000]) {
      const { value, error } = outcomeOf(() =>
        hooklens.validate(new Uint8Array(size), { maxBytes: 0xffffffff }),
      );
      if (value === undefined) assertTrapped({ error });
      assert.equal(say(), expected);
    }
  });
});
