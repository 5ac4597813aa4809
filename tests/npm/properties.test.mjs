// What holds for every body, whatever it is and whatever form it has: no body can hurt the module, which
// says of the next one what it always says. `RUNS=20 node --test tests/npm/properties.test.mjs` runs twenty
// times as many bodies, other ones each time.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { afterEach, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { PayloadError, catalog, normalize, parse, validate } from "hooklens";
import * as bodies from "./bodies.mjs";
import { holds, isContainer, isThorough, jsonOf, textOf } from "./bodies.mjs";
import { payload, root } from "./corpus.mjs";

const encode = (text) => new TextEncoder().encode(text);
const refresh = String(payload("paybook/refresh"));
const enveloped = String(payload("paybook/credentials.created"));

/** A report without what only a text has. */
const withoutText = (report) => ({
  ...report,
  problems: report.problems.map(({ fix: _, ...problem }) => ({ ...problem, span: null })),
});

/** A report without what quotes the text. */
const withoutQuotes = (report) => ({
  ...report,
  problems: withoutText(report).problems.map(({ message: _, found: __, ...problem }) => problem),
});

/** What an action gives, or what it throws. */
function outcomeOf(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error };
  }
}

const batch = { ...JSON.parse(enveloped), events: Array(3).fill(JSON.parse(enveloped).events[0]) };
const CANARIES = [
  refresh,
  encode(enveloped),
  batch,
  '{"event":"refresh","id_usr":"5e751d54d0510472295413b3","\ud800":5}',
  encode('{"event":"credentials.creatd","event":[1,'),
  { event: "refresh", id_user: 5, a: [9007199254740993] },
  Uint8Array.of(0x22, 0xff),
  " ".repeat(20_000),
];

/** All that is said of some bodies, as one text. */
function sayCanaries() {
  return JSON.stringify(
    CANARIES.flatMap((body) =>
      [validate, parse, normalize].map((give) => {
        const { value, error } = outcomeOf(() => give(body));
        return error === undefined ? value : [error.name, error.message, error.report];
      }),
    ),
  );
}

const canaries = sayCanaries();

function assertUnharmed() {
  const said = sayCanaries();
  if (said !== canaries) assert.fail(`the module says another thing now: ${said.slice(0, 300)}`);
}
afterEach(assertUnharmed);

const EXPECTED =
  /^expected a body as a string, a Uint8Array, an ArrayBuffer, or a decoded JSON object or array; found /;

/** What is no body is a mistake of the caller, and the error says which. */
function assertMistake(error, what) {
  assert.ok(error instanceof TypeError && !(error instanceof PayloadError), `${what}: ${error?.stack}`);
  assert.match(error.message, EXPECTED, what);
}

/** Whatever is given, each function gives what it should, or throws what it should. */
function assertAnswers(make, what) {
  const { value: report, error } = outcomeOf(() => validate(make()));
  if (error !== undefined) assertMistake(error, what);
  else assert.ok(["valid", "invalid", "unknown", "malformed"].includes(report.status), what);
  for (const give of [parse, normalize]) {
    const given = outcomeOf(() => give(make()));
    if (error !== undefined) assertMistake(given.error, what);
    else if (given.error !== undefined)
      assert.ok(given.error instanceof PayloadError, `${what}: ${given.error.stack}`);
  }
  return report;
}

// ---- one value, many forms

/** Each form that bytes may have. */
const FORMS = {
  "a Uint8Array": (bytes) => bytes,
  "a Buffer": (bytes) => Buffer.from(bytes),
  "an ArrayBuffer": (bytes) => bytes.slice().buffer,
  "a SharedArrayBuffer": (bytes) => sharing(bytes).buffer,
  "a view of a SharedArrayBuffer": (bytes) => sharing(bytes),
  "a view at an odd offset": (bytes) => within(new ArrayBuffer(bytes.length + 24), 13, bytes),
  "a view at the end": (bytes) => within(new ArrayBuffer(bytes.length + 7), 7, bytes),
  "a view of what could grow": (bytes) =>
    within(new ArrayBuffer(bytes.length + 3, { maxByteLength: 2 * bytes.length + 9 }), 3, bytes),
  "a resizable ArrayBuffer": (bytes) => {
    const buffer = new ArrayBuffer(bytes.length, { maxByteLength: 2 * bytes.length + 9 });
    return within(buffer, 0, bytes).buffer;
  },
  "a Uint8Array of another realm": (bytes) => runInNewContext("Uint8Array.from(bytes)", { bytes }),
  "a Uint8Array with another prototype": (bytes) =>
    Object.setPrototypeOf(bytes.slice(), Object.create(Uint8Array.prototype)),
  "a subclass that lies about everything but its length": (bytes) => new Lying(bytes),
};

function within(buffer, offset, bytes) {
  new Uint8Array(buffer).fill(0x7b);
  const view = new Uint8Array(buffer, offset, bytes.length);
  view.set(bytes);
  return view;
}

const sharing = (bytes) => within(new SharedArrayBuffer(bytes.length), 0, bytes);

/** Overrides what a careless reader would ask. */
class Lying extends Uint8Array {
  static get [Symbol.species]() {
    throw new RangeError("species was asked");
  }
  get [Symbol.toStringTag]() {
    return "Object";
  }
  get buffer() {
    return new ArrayBuffer(1);
  }
  get byteLength() {
    return 1;
  }
  get byteOffset() {
    return 1e9;
  }
}
for (const name of ["set", "slice", "subarray", "toString", "valueOf", "toJSON", "at", Symbol.iterator]) {
  Lying.prototype[name] = () => {
    throw new RangeError(`${String(name)} was called`);
  };
}

describe("one value, many forms", () => {
  test("text, bytes and the decoded value have one report", () => {
    const property = fc.property(
      bodies.spelled,
      fc.constantFrom(...Object.keys(FORMS)),
      ({ value, text }, form) => {
        const report = validate(text);
        assert.deepEqual(validate(FORMS[form](encode(text))), report, form);
        // What is decoded has lost the text of its strings and numbers: it is compared with a text of its own.
        const own = JSON.stringify(value);
        assert.deepEqual(validate(value), withoutText(validate(own)));
        assert.equal(validate(value).status, report.status);
        assert.equal(JSON.stringify(value), own, "it was changed");
      },
    );
    holds(property, 6_000);
  });

  test("any bytes have the report of their text, and what is not UTF-8 is malformed", () => {
    const property = fc.property(bodies.bytes, fc.constantFrom(...Object.keys(FORMS)), (bytes, form) => {
      const report = validate(bytes);
      assert.deepEqual(validate(FORMS[form](bytes)), report, form);
      const text = textOf(bytes);
      if (text !== undefined) return assert.deepEqual(validate(text), report);
      assert.equal(report.status, "malformed");
    });
    holds(property, 6_000);
  });

  test("half of a surrogate pair is the same as it is and escaped", () => {
    const half = fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff", "\ude00\ud83d");
    const property = fc.property(
      bodies.extended,
      half,
      fc.string({ unit: "binary" }),
      (value, unit, around) => {
        const whole = { ...value, [`x${around}${unit}`]: `${around}${unit}`, id_job: `${unit}${around}` };
        const escaped = JSON.stringify(whole);
        const raw = escaped.replaceAll(/(?<!\\)((?:\\\\)*)\\u(d[89a-f]..)/g, (_, before, code) => {
          return before + String.fromCharCode(Number.parseInt(code, 16));
        });
        assert.ok(raw.length < escaped.length);
        assert.deepEqual(withoutQuotes(validate(raw)), withoutQuotes(validate(escaped)));
        assert.deepEqual(withoutText(validate(escaped)), validate(whole));
        for (const { pointer, span } of validate(raw).problems) {
          assert.ok(span.start <= span.end && span.end <= raw.length, pointer);
        }
      },
    );
    holds(property, 1_000);
  });

  test("a view has what is in it, whatever becomes of its buffer", () => {
    const property = fc.property(
      fc.record({
        shared: fc.boolean(),
        tracking: fc.boolean(),
        offset: fc.nat({ max: 40 }),
        slack: fc.nat({ max: 40 }),
        size: fc.option(fc.nat({ max: 2 * refresh.length })),
      }),
      ({ shared, tracking, offset, slack, size }) => {
        const length = offset + refresh.length + slack;
        const buffer = new (shared ? SharedArrayBuffer : ArrayBuffer)(length, { maxByteLength: 3 * length });
        const view = tracking
          ? new Uint8Array(buffer, offset)
          : new Uint8Array(buffer, offset, refresh.length);
        view.fill(0x20).set(encode(refresh));
        if (size !== null && shared) buffer.grow(length + size);
        if (size !== null && !shared) buffer.resize(size);
        // Nothing is left of a view that is out of its buffer's bounds: that is a mistake, not an empty body.
        const least = tracking ? offset : offset + refresh.length;
        if (buffer.byteLength < least) return void assert.throws(() => validate(view), TypeError);
        const copy = Uint8Array.from(view);
        assert.deepEqual(validate(view), validate(copy));
        assert.deepEqual(
          outcomeOf(() => parse(view)),
          outcomeOf(() => parse(copy)),
        );
        assert.deepEqual(
          outcomeOf(() => normalize(view)),
          outcomeOf(() => normalize(copy)),
        );
      },
    );
    holds(property, 1_000);
  });
});

// ---- what a report says

/** The keys that an RFC 6901 pointer names. */
const keysOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

const decodedAt = (value, keys) => keys.reduce((inner, key) => inner[key], value);

const edited = (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end);

describe("what a report says", () => {
  test("a body is malformed just where JSON.parse refuses it", () => {
    const seen = new Set();
    const property = fc.property(bodies.text, (text) => {
      const report = validate(text, { maxDepth: 0xffffffff });
      const { status, valid, events, candidates, problems } = report;
      seen.add(status);
      assert.equal(status === "malformed", jsonOf(text) === undefined, JSON.stringify(report));
      assert.equal(valid, status === "valid");
      assert.equal(valid, events.length > 0 && problems.every(({ severity }) => severity === "warning"));
      assert.ok(events.length === 0 || status !== "malformed");
      assert.ok(candidates.length === 0 || !valid);
      assert.ok(problems.length <= 100);
      for (const { span, message, expected, found } of problems) {
        const { start, end, line, column } = span;
        assert.ok(0 <= start && start <= end && end <= text.length && line >= 1 && column >= 1);
        assert.equal(message, `expected ${expected}, found ${found}`);
      }
      assert.deepEqual(
        problems.map(({ span }) => span.start),
        problems.map(({ span }) => span.start).sort((a, b) => a - b),
      );
    });
    holds(property, 8_000);
    if (isThorough) assert.equal(seen.size, 4);
  });

  test("the text at a span is what the problem is about", () => {
    const VALUES = ["wrong-type", "bad-format", "unexpected-value", "inconsistent-value", "unsafe-number"];
    const NAMES = ["unexpected-field", "misspelled-field"];
    const MISSING = ["missing-field", "missing-envelope"];
    const seen = new Set();
    const property = fc.property(bodies.spelled, ({ value, text }) => {
      for (const { code, pointer, span } of validate(text).problems) {
        seen.add(code);
        // A pointer cannot name half of a surrogate pair.
        if (pointer.includes("\ufffd")) continue;
        const slice = text.slice(span.start, span.end);
        const keys = keysOf(pointer);
        if (VALUES.includes(code)) assert.deepEqual(jsonOf(slice), decodedAt(value, keys), code);
        if (NAMES.includes(code)) assert.equal(jsonOf(slice), keys.at(-1), code);
        if (MISSING.includes(code)) assert.equal(slice, "{", code);
        if (code === "missing-field")
          assert.ok(!Object.hasOwn(decodedAt(value, keys.slice(0, -1)), keys.at(-1)));
      }
    });
    holds(property, 6_000);
    for (const code of isThorough ? [...VALUES, ...NAMES, ...MISSING] : []) assert.ok(seen.has(code), code);
  });

  test("a fix mends its problem, alone and with all the others", () => {
    let mended = 0;
    const property = fc.property(bodies.text, (text) => {
      const { status, problems } = validate(text);
      const fixes = problems.flatMap(({ fix }) => fix ?? []);
      for (const { code, pointer, fix } of problems) {
        if (fix === undefined) continue;
        mended += 1;
        const after = validate(edited(text, fix));
        if (status !== "malformed") {
          const left = after.problems.some((problem) => problem.code === code && problem.pointer === pointer);
          assert.ok(after.status !== "malformed" && !left, `${fix.title}: ${text}`);
        }
      }
      if (status === "malformed" && problems[0].fix !== undefined) {
        // What else is wrong with the syntax comes after it, if anything does.
        const [{ fix, span }] = problems;
        const mendedText = edited(text, fix);
        const after = validate(mendedText);
        const [first] = after.status === "malformed" ? after.problems : [];
        const isFurther =
          first?.message !== problems[0].message ||
          first.span.start > span.start ||
          mendedText.length - first.span.start < text.length - span.start;
        assert.ok(isFurther, `${fix.title}: ${text}`);
      }
      fixes.sort((a, b) => b.start - a.start || b.end - a.end);
      for (const [at, { end }] of fixes.slice(1).entries()) assert.ok(end <= fixes[at].start, "they overlap");
      if (status !== "malformed" && fixes.length > 0) {
        assert.notEqual(validate(fixes.reduce(edited, text)).status, "malformed");
      }
    });
    holds(property, 8_000);
    if (isThorough) assert.ok(mended > 300, `${mended} fixes`);
  });
});

// ---- validate, parse and normalize

const isEvent = ({ id }) => catalog.find((entry) => entry.id === id).event;
const isEnveloped = ({ type }) => /^(credentials|documents|payments)\./.test(type);

function without(object, name) {
  const { [name]: _, ...rest } = object;
  return rest;
}

/** What `parse` should give of an event, from the JSON of the body. */
function eventFrom(value, event) {
  const item = decodedAt(value, keysOf(event.pointer));
  if (event.pointer === "") return { ...event, payload: item };
  const around = Array.isArray(value) ? {} : without(value, keysOf(event.pointer)[0]);
  if (isEnveloped(event)) {
    return { ...event, payload: item.payload, envelope: { ...around, ...without(item, "payload") } };
  }
  return Array.isArray(value) ? { ...event, payload: item } : { ...event, payload: item, envelope: around };
}

test("validate, parse and normalize agree", () => {
  const seen = new Set();
  const body = fc.oneof(
    bodies.text,
    bodies.spelled.map(({ text }) => text),
    bodies.extended.map((value) => JSON.stringify(value)),
  );
  const property = fc.property(body, fc.constantFrom(...Object.keys(FORMS)), (text, form) => {
    const report = validate(text);
    const given = text.isWellFormed() ? FORMS[form](encode(text)) : text;
    const parsed = outcomeOf(() => parse(given));
    const normalized = outcomeOf(() => normalize(given));
    seen.add(`${report.status} ${normalized.error === undefined}`);
    for (const [{ error }, fails] of [
      [parsed, !report.valid],
      [normalized, !report.valid || !report.events.every(isEvent)],
    ]) {
      assert.equal(error !== undefined, fails);
      if (!fails) continue;
      assert.ok(error instanceof PayloadError, error.stack);
      assert.deepEqual(error.report, report);
    }
    if (!report.valid) return;
    const value = jsonOf(text);
    assert.deepEqual(parsed.value, { events: report.events.map((event) => eventFrom(value, event)) });
    // A number that JavaScript cannot hold is none in its JSON.
    const own = JSON.parse(JSON.stringify(value));
    assert.deepEqual(parse(value), { events: report.events.map((event) => eventFrom(own, event)) });
    if (normalized.error !== undefined) return;
    assert.equal(normalized.value.length, report.events.length);
    assert.deepEqual(
      normalized.value.map(({ specversion, datacontenttype }) => [specversion, datacontenttype]),
      report.events.map(() => ["1.0", "application/json"]),
    );
  });
  holds(property, 6_000);
  const all = ["invalid false", "malformed false", "unknown false", "valid false", "valid true"];
  if (isThorough) assert.deepEqual([...seen].sort(), all);
});

test("a batch of any size is given whole, whatever form it has", () => {
  const [event] = JSON.parse(enveloped).events;
  for (const count of [1, 9, 10, 11, 100, 1_000, 5_000, 2]) {
    const value = { ...JSON.parse(enveloped), note: "é".repeat(count), events: Array(count).fill(event) };
    const text = JSON.stringify(value);
    const { payload: sent } = event;
    for (const body of [text, encode(text), value, Buffer.from(text), encode(` ${text}`).buffer]) {
      const { events } = parse(body);
      assert.equal(events.length, count);
      for (const { pointer, payload: given } of [events[0], events[count - 1]]) {
        assert.deepEqual(given, sent);
        assert.match(pointer, /^\/events\/\d+$/);
      }
      const canonical = normalize(body);
      assert.equal(canonical.length, count);
      assert.equal(canonical[count - 1].data.job_id, sent.id_job);
      assert.deepEqual(
        validate(body).events,
        events.map(({ payload: _, envelope: __, ...said }) => said),
      );
    }
    assertUnharmed();
  }
});

// ---- objects that are no plain data

const asked = (what) => () => {
  throw new RangeError(`${what} was asked`);
};

const TRAPS = ["get", "ownKeys", "getOwnPropertyDescriptor", "has", "set", "defineProperty", "apply"];

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cyclic(value) {
  value.inner = [{ value }];
  return value;
}

/** What may be somewhere in an object: each makes it anew from a value that is right there. */
const HOSTILE = {
  "a getter that throws": () => Object.defineProperty({}, "a", { enumerable: true, get: asked("it") }),
  "a getter that throws nothing": () =>
    Object.defineProperty({}, "a", {
      enumerable: true,
      get() {
        throw undefined;
      },
    }),
  "a getter that gives": (value) => Object.defineProperty({}, "a", { enumerable: true, get: () => value }),
  "a getter that takes its siblings away": () => ({
    get a() {
      delete this.b;
      this.c = [this];
      return 1;
    },
    b: 5,
  }),
  "a toJSON that throws": () => ({ toJSON: asked("toJSON") }),
  "a toJSON that gives": (value) => ({ toJSON: () => value }),
  "a toJSON that gives text": () => ({ toJSON: () => '{"event":' }),
  "a toJSON that gives bytes": () => ({ toJSON: () => encode(refresh) }),
  "a toJSON that gives nothing": () => ({ toJSON: () => undefined }),
  "a toJSON that gives itself": () => ({
    a: 1,
    toJSON() {
      return this;
    },
  }),
  "a toJSON without end": function endless() {
    return { toJSON: () => ({ a: HOSTILE["a toJSON without end"]() }) };
  },
  "a toJSON that is none": () => ({ toJSON: 5 }),
  "a toJSON that asks what it is": (value) => ({
    toJSON() {
      assertUnharmed();
      for (const give of [validate, parse, normalize]) outcomeOf(() => give({ ...value }));
      assert.equal(validate(" ".repeat(2 ** 17)).status, "malformed");
      return value;
    },
  }),
  "a getter that asks what it is": (value) =>
    Object.defineProperty({}, "event", {
      enumerable: true,
      get() {
        assertUnharmed();
        return validate(encode("[".repeat(2 ** 17))).status;
      },
    }),
  "a cycle": (value) => cyclic({ value }),
  "a cycle of arrays": () => {
    const list = [];
    list.push([list]);
    return list;
  },
  "a BigInt": () => 5n,
  "a symbol": () => Symbol("event"),
  "a function": () => () => "event",
  undefined: () => undefined,
  NaN: () => NaN,
  Infinity: () => -Infinity,
  "-0": () => -0,
  "a proxy": (value) => (isContainer(value) ? new Proxy(value, {}) : new Proxy({ value }, {})),
  "a proxy that throws from all": () =>
    new Proxy({}, new Proxy({}, { get: (_, trap) => asked(String(trap)) })),
  "a proxy that lies about its keys": () => new Proxy({}, { ownKeys: () => ["a", "a"] }),
  "a proxy that lies about its length": () =>
    new Proxy([], { get: (_, key) => (key === "length" ? 1e4 : 5) }),
  "a proxy of a function": () => new Proxy(() => {}, {}),
  "a proxy that is revoked": () => revoked({}),
  "a proxy of a list that is revoked": () => revoked([]),
  "an instance": (value) =>
    new (class Event {
      value = value;
      #secret = 5;
      get event() {
        return this.#secret;
      }
    })(),
  "what inherits": (value) => Object.create(isContainer(value) ? value : { value }),
  "what inherits from nothing": (value) => Object.assign(Object.create(null), { value }),
  "an object with the prototype of lists": () => Object.create(Array.prototype, { length: { value: 5 } }),
  "a list with the prototype of objects": () => Object.setPrototypeOf([1, 2], Object.prototype),
  "a list without a prototype": () => Object.setPrototypeOf([1, 2], null),
  "a list with names": () => Object.assign([1], { event: "refresh", length: 3 }),
  "a sparse list": () => Object.assign([], { 300: 1 }),
  "a long list": () => Array(50_000),
  "a list of lists": () => Array.from({ length: 300 }).reduce((inner) => [inner], []),
  "a deep list": () => Array.from({ length: 100_000 }).reduce((inner) => [inner], []),
  "the arguments of a call": (function () {
    const given = arguments;
    return () => given;
  })(1, 2),
  "a Map": () => new Map([["event", "refresh"]]),
  "a Set": () => new Set(["refresh"]),
  "a WeakMap": () => new WeakMap(),
  "a Date": () => new Date(0),
  "a Date that is none": () => new Date(NaN),
  "a regular expression": () => /refresh/g,
  "a promise": () => Promise.resolve(5),
  "an error": () => new Error("wrong", { cause: 5 }),
  "a generator": () => (function* () {})(),
  "a Uint8Array": () => encode("{}"),
  "a Buffer": () => Buffer.from("{}"),
  "a Float64Array": () => new Float64Array([NaN, -0, 1e300]),
  "a BigInt64Array": () => new BigInt64Array(1),
  "an ArrayBuffer": () => new ArrayBuffer(8),
  "a boxed string": () => new String("refresh"),
  "a boxed string that throws": () => Object.assign(new String("refresh"), { toString: asked("toString") }),
  "a boxed number that throws": () => Object.assign(new Number(5), { valueOf: asked("valueOf") }),
  "a boxed boolean": () => new Boolean(false),
  "a boxed BigInt": () => Object(5n),
  "a boxed symbol": () => Object(Symbol("event")),
  "a value of another realm": () => runInNewContext("({ a: [1, { b: new Date(0) }], toJSON: undefined })"),
  "a getter of another realm that throws": () => runInNewContext("({ get a() { throw new Error('it') } })"),
  "a lone surrogate": () => "\ud800",
  "names of what every object has": () => JSON.parse('{"__proto__":{"a":1},"constructor":5,"toString":null}'),
};
for (const trap of TRAPS)
  HOSTILE[`a proxy whose ${trap} throws`] = () => new Proxy({ a: 1 }, { [trap]: asked(trap) });

/** The object with something hostile at one of its places. */
function spoilt(value, where, name) {
  const copy = structuredClone(value);
  const all = bodies.containers(copy);
  const container = all[where % all.length];
  const keys = Object.keys(container);
  const key = keys[(where >> 10) % keys.length] ?? "x";
  bodies.put(container, key, HOSTILE[name](container[key]));
  return copy;
}

describe("objects that are no plain data", () => {
  test("anywhere in an object: what JSON makes of it, or the caller's mistake", () => {
    const seen = new Set();
    const cheap = Object.keys(HOSTILE).filter((name) => !/deep|without end/.test(name));
    const property = fc.property(
      fc.constantFrom(...bodies.events),
      fc.nat({ max: 2 ** 30 }),
      fc.constantFrom(...cheap),
      (value, where, name) => {
        const make = () => spoilt(value, where, name);
        const { value: text } = outcomeOf(() => JSON.stringify(make()));
        const report = assertAnswers(make, name);
        assert.equal(report === undefined, text === undefined, name);
        if (report !== undefined) assert.deepEqual(report, withoutText(validate(text)), name);
        seen.add(name);
        assertUnharmed();
      },
    );
    holds(property, 1_500);
    if (isThorough) assert.equal(seen.size, cheap.length);
  });

  test("as a member of an object, of a list, and of what a toJSON gives", () => {
    for (const [name, make] of Object.entries(HOSTILE)) {
      const good = JSON.parse(refresh);
      for (const wrap of [
        (value) => ({ value }),
        (value) => [value],
        (value) => ({ ...good, value }),
        (value) => ({ toJSON: () => ({ ...good, value: [value] }) }),
        (value) => Object.defineProperty({ ...good }, "value", { enumerable: true, get: () => value }),
      ]) {
        assertAnswers(() => wrap(make(good)), name);
        assertUnharmed();
      }
    }
  });

  test("itself: a report or the caller's mistake", () => {
    // The next test has those.
    const others = /^a proxy (whose|that throws|that is revoked|of a list)/;
    for (const [name, make] of Object.entries(HOSTILE).filter(([name]) => !others.test(name))) {
      assertAnswers(() => make(JSON.parse(refresh)), name);
      assertUnharmed();
    }
  });

  test("what its toJSON asks while it is read is answered, and so is it", () => {
    const inner = [];
    const body = {
      toJSON() {
        inner.push(validate(enveloped).status, parse(encode(refresh)).events[0].id, normalize(batch).length);
        inner.push(outcomeOf(() => parse("{")).error.report.status, validate("x".repeat(2 ** 20)).status);
        return { ...JSON.parse(refresh), id_user: { toJSON: () => validate(refresh).status } };
      },
    };
    const { status, problems } = validate(body);
    assert.deepEqual([status, problems.map(({ pointer }) => pointer)], ["invalid", ["/id_user"]]);
    assert.deepEqual(inner, ["valid", "paybook/refresh", 3, "malformed", "malformed"]);
  });

  test("as large as it may be, and larger", () => {
    assert.equal(validate(Array(1_000_000)).status, "unknown");
    assert.equal(validate({ event: "x".repeat(2 ** 24) }).problems[0].code, "too-large");
    assert.equal(validate(Array.from({ length: 200_000 }, (_, at) => ({ [at]: at }))).status, "unknown");
    assertMistake(outcomeOf(() => validate(Array(2 ** 32 - 1))).error);
    assert.equal(validate(HOSTILE["a list of lists"]()).problems[0].code, "too-deep");
    // Engines differ in how deep an object is of which they still make JSON.
    const deepest = assertAnswers(HOSTILE["a deep list"], "a deep list");
    if (deepest !== undefined) assert.equal(deepest.problems[0].code, "too-deep");
  });
});

// ---- prototypes that someone has changed

const MEMBERS =
  "fix span hint code message severity pointer status valid events problems omitted candidates envelope payload " +
  "id type length event get then cause";
const POLLUTIONS = [
  ...MEMBERS.split(" ").flatMap((name) =>
    [5, "text", { a: 1 }, () => asked(name)].map((value) => [Object.prototype, name, value]),
  ),
  [Object.prototype, "0", 5],
  [Array.prototype, "1", 5],
  [Object.prototype, "toJSON", asked("toJSON")],
  [Object.prototype, "toJSON", () => ({ event: "refresh" })],
  [Object.prototype, "toJSON", () => validate(enveloped).status],
  [Array.prototype, "toJSON", () => undefined],
  [String.prototype, "toJSON", () => 5n],
];

/** What is done while a prototype has one member more. */
function polluted(prototype, name, descriptor, action) {
  assert.equal(Object.hasOwn(prototype, name), false, name);
  Object.defineProperty(prototype, name, { ...descriptor, configurable: true });
  try {
    return action();
  } finally {
    delete prototype[name];
  }
}

describe("a prototype that someone has changed", () => {
  const sent = [refresh, enveloped, JSON.stringify(batch), '{"event":"refresh","id_usr":5}', "{", "[]"];
  const objects = sent.map(jsonOf).filter(isContainer);
  const say = () => sent.flatMap((text) => [validate(text), validate(encode(text))]);
  const sayObjects = () => objects.map((object) => outcomeOf(() => validate(object)));

  test("changes nothing of what is said of text and of bytes", () => {
    const expected = say();
    for (const [prototype, name, value] of POLLUTIONS) {
      const [said, others] = polluted(prototype, name, { value, writable: true }, () => [
        outcomeOf(say),
        sayObjects(),
      ]);
      assert.deepEqual(said, { value: expected }, name);
      // Of an object, what JSON makes of it now.
      for (const { error } of others) if (error !== undefined) assertMistake(error, name);
      assertUnharmed();
    }
  });

  test("so that nothing can be assigned changes nothing once it is as it was", () => {
    for (const prototype of [Object.prototype, Array.prototype]) {
      for (const name of ["0", "1", "id", "type", "fix", "expected", "found", "rid", "note"]) {
        for (const descriptor of [{ value: 5 }, { get: asked(name), set: asked(name) }]) {
          polluted(prototype, name, descriptor, () => [outcomeOf(say), sayObjects(), outcomeOf(sayCanaries)]);
          assertUnharmed();
        }
      }
    }
  });
});

test("a prototype that someone has changed before the first call changes nothing", () => {
  const say = `
    const { validate, parse, normalize } = await import("hooklens");
    const stringify = JSON.stringify;
    const texts = ${JSON.stringify([refresh, enveloped, '{"event":"refresh","id_usr":5}', "["])};
    const said = texts.map((text) => validate(text));
    said.push(parse(texts[1]), normalize(texts[1]), parse(texts[0]));
    clean();
    console.log(stringify(said));
  `;
  const changes = {
    nothing: "const clean = () => {};",
    "Object.prototype": `
      const names = ["toJSON", "fix", "span", "id", "type", "pointer", "payload", "event", "title", "omitted"];
      for (const name of names) Object.defineProperty(Object.prototype, name, { value: () => 5, writable: true, configurable: true });
      const clean = () => { for (const name of names) delete Object.prototype[name]; };
    `,
    "frozen prototypes": `
      for (const { prototype } of [Object, Array, Function, Uint8Array, String, Promise]) Object.freeze(prototype);
      const clean = () => {};
    `,
  };
  const [expected, ...said] = Object.entries(changes).map(([name, change]) => {
    const args = ["--input-type=module", "--eval", change + say];
    return [name, execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })];
  });
  for (const [name, text] of said) assert.equal(text, expected[1], name);
  assert.equal(JSON.parse(expected[1])[0].status, "valid");
});

// ---- limits

describe("limits", () => {
  test("a body of just so many bytes is taken, and of one more is not", () => {
    const property = fc.property(bodies.text, fc.integer({ min: -2, max: 2 }), (text, more) => {
      const bytes = encode(text);
      // A half of a surrogate pair is of three bytes, as what stands for it is.
      const maxBytes = bytes.length + more;
      if (maxBytes < 0) return;
      const isTooLarge = ({ problems }) => problems.length === 1 && problems[0].code === "too-large";
      for (const body of [text, bytes, bytes.buffer]) {
        assert.equal(isTooLarge(validate(body, { maxBytes })), more < 0);
      }
      if (more >= 0 && jsonOf(text) !== undefined) {
        assert.deepEqual(validate(text, { maxBytes }), validate(text));
      }
    });
    holds(property, 3_000);
  });

  test("a body of just so many levels is taken, and of one more is not", () => {
    const levels = (depth, seed) => {
      const opening = Array.from({ length: depth }, (_, at) => ((seed >> (at % 30)) & 1 ? "[" : '{"a":'));
      return `${opening.join("")}1${opening
        .map((text) => (text === "[" ? "]" : "}"))
        .reverse()
        .join("")}`;
    };
    const property = fc.property(
      fc.nat({ max: 200 }),
      fc.nat(),
      fc.nat({ max: 201 }),
      (depth, seed, maxDepth) => {
        const text = levels(depth, seed);
        const decoded = JSON.parse(text);
        for (const body of [text, encode(text), ...(isContainer(decoded) ? [decoded] : [])]) {
          for (const [limits, most] of [
            [undefined, 128],
            [{}, 128],
            [{ maxDepth }, maxDepth],
          ]) {
            const { status, problems } = validate(body, limits);
            assert.equal(status, depth > most ? "malformed" : "unknown");
            assert.equal(problems[0].code, depth > most ? "too-deep" : "unknown-event");
          }
        }
      },
    );
    holds(property, 500);
    const deepest = "[".repeat(1_000_000);
    assert.equal(validate(deepest, { maxDepth: 0xffffffff }).problems[0].code, "invalid-json");
    assert.equal(validate(deepest + "]".repeat(1_000_000), { maxDepth: 0xffffffff }).status, "unknown");
    assert.equal(validate(deepest).problems[0].code, "too-deep");
  });

  test("are the same for parse and normalize, and over both of them only the size is told", () => {
    for (const limits of [{ maxBytes: refresh.length - 1 }, { maxDepth: 1 }, { maxBytes: 5, maxDepth: 0 }]) {
      const report = validate(refresh, limits);
      for (const give of [parse, normalize]) {
        const { error } = outcomeOf(() => give(refresh, limits));
        assert.ok(error instanceof PayloadError);
        assert.deepEqual(error.report, report);
      }
    }
    assert.equal(validate(refresh, { maxBytes: 5, maxDepth: 0 }).problems[0].code, "too-large");
    assert.equal(validate("5", { maxDepth: 0 }).status, "unknown");
    assert.equal(validate("[]", { maxDepth: 0 }).problems[0].code, "too-deep");
    assert.equal(validate("", { maxBytes: 0 }).problems[0].code, "invalid-json");
    assert.equal(validate("é", { maxBytes: 1 }).problems[0].code, "too-large");
    assert.equal(validate({}, { maxBytes: 1 }).problems[0].code, "too-large");
    assert.equal(validate({}, { maxBytes: 2 }).status, "unknown");
    for (const limits of [
      undefined,
      {},
      { maxBytes: undefined },
      { maxDepth: undefined },
      Object.create(null),
    ]) {
      assert.equal(validate(refresh, limits).status, "valid");
    }
  });

  test("that are none are the caller's mistake, before the body is looked at", () => {
    const wrong = [
      -1,
      -0.5,
      0.5,
      1.5,
      NaN,
      Infinity,
      -Infinity,
      2 ** 32,
      2 ** 53,
      "5",
      "",
      true,
      null,
      5n,
      Symbol("5"),
      {},
      [],
      [5],
      () => 5,
      new Number(5),
      new Date(5),
    ];
    for (const name of ["maxBytes", "maxDepth"]) {
      for (const value of wrong) {
        const message = new RegExp(`^expected options\\.${name} as an integer from 0 to 4294967295, found `);
        for (const give of [validate, parse, normalize]) {
          for (const body of [refresh, "{", encode("{"), {}]) {
            assert.throws(() => give(body, { [name]: value }), { name: "TypeError", message });
          }
        }
      }
    }
    for (const options of [null, 5, "maxBytes", true, () => {}, 5n, Symbol("options")]) {
      assert.throws(() => validate(refresh, options), {
        name: "TypeError",
        message: /^expected options as an object/,
      });
    }
    for (const name of ["maxbytes", "max", "depth", "events", "0", "toString"]) {
      const message = `expected options of maxBytes, maxDepth, event, found ${name}`;
      assert.throws(() => validate(refresh, { [name]: 5 }), { name: "TypeError", message });
      assert.throws(() => validate(refresh, { [name]: undefined }), { name: "TypeError", message });
    }
  });
});
