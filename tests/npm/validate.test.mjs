// The package as an application has it: what it says of a body is what the crate says, whatever form
// the body has.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { normalize, parse, validate } from "hooklens";

const tests = new URL("../", import.meta.url);
const root = fileURLToPath(new URL("../../", import.meta.url));

const payloads = ["chift", "paybook", "seam"].flatMap((provider) =>
  readdirSync(new URL(`payloads/${provider}/`, tests)).map((name) => {
    const path = `${provider}/${name}`;
    return { path, bytes: readFileSync(new URL(`payloads/${path}`, tests)) };
  }),
);

const problems = readdirSync(new URL("problems/", tests))
  .filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"))
  .map((file) => {
    const name = file.slice(0, -".json".length);
    const bytes = readFileSync(new URL(`problems/${file}`, tests));
    const expected = JSON.parse(readFileSync(new URL(`problems/${name}.expected.json`, tests), "utf8"));
    return { name, bytes, expected };
  });

/** The text of bytes, a byte order mark kept; `null` where they are not UTF-8. */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const small = payloads.find(({ path }) => path === "paybook/refresh.json").bytes;

/** A report without what only a text has. */
const withoutText = (report) => ({
  ...report,
  problems: report.problems.map(({ fix: _, ...problem }) => ({ ...problem, span: null })),
});

function formsOf(bytes) {
  const larger = new Uint8Array(bytes.length + 64).fill(0x7b);
  larger.set(bytes, 17);
  const exact = new Uint8Array(bytes);
  return {
    "a Buffer": Buffer.from(bytes),
    "a Uint8Array": exact,
    "a view into a larger buffer": larger.subarray(17, 17 + bytes.length),
    "a view at the end of a buffer": larger.subarray(17).subarray(0, bytes.length),
    "an ArrayBuffer": exact.buffer,
    "a Uint8Array of another realm": runInNewContext("Uint8Array.from(list)", { list: [...bytes] }),
    "an ArrayBuffer of another realm": runInNewContext("Uint8Array.from(list).buffer", { list: [...bytes] }),
  };
}

test("every example gives one report as text, as bytes and as an object", () => {
  assert.ok(payloads.length > 40, `${payloads.length} examples`);
  for (const { path, bytes } of payloads) {
    const report = validate(bytes.toString("utf8"));
    const ambiguous = report.problems.some(({ code }) => code === "ambiguous-event");
    assert.equal(report.status, ambiguous ? "unknown" : "valid", path);
    assert.equal(report.valid, !ambiguous, path);
    for (const { id, provider, type, title } of report.events) {
      assert.equal(id, `${provider}/${type}`, path);
      assert.ok(path.startsWith(id) && title.length > 0, `${path} is ${id}`);
    }
    for (const [form, body] of Object.entries(formsOf(bytes))) {
      assert.deepEqual(validate(body), report, `${path} as ${form}`);
    }
    const decoded = JSON.parse(bytes.toString("utf8"));
    assert.deepEqual(validate(decoded), withoutText(report), `${path} as an object`);
    const foreign = runInNewContext("JSON.parse(text)", { text: bytes.toString("utf8") });
    assert.deepEqual(validate(foreign), withoutText(report), `${path} as an object of another realm`);
    assert.deepEqual(decoded, JSON.parse(bytes.toString("utf8")), `${path} is not changed`);
  }
});

test("every bad body gives the report that the crate gives", () => {
  assert.ok(problems.length > 300, `${problems.length} bad bodies`);
  for (const { name, bytes, expected } of problems) {
    assert.deepEqual(validate(new Uint8Array(bytes)), expected, `${name} as bytes`);
    const text = textOf(bytes);
    if (text === null) assert.match(name, /^(utf8|pasted)-/);
    else assert.deepEqual(validate(text), expected, `${name} as text`);
  }
});

test("a report is plain data with the fields that are declared", () => {
  const told = ["expected", "found", "field", "allowed", "suggestion", "hint", "fix"];
  const fields = ["code", "severity", "message", "pointer", "span", ...told];
  for (const { name, bytes } of problems) {
    const report = validate(bytes);
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report, name);
    assert.deepEqual(Object.keys(report), ["status", "valid", "events", "candidates", "problems"], name);
    for (const problem of report.problems) {
      assert.deepEqual(
        Object.keys(problem).filter((key) => !fields.includes(key)),
        [],
        name,
      );
      assert.deepEqual(Object.keys(problem.span), ["start", "end", "line", "column"], name);
      if (problem.fix) assert.deepEqual(Object.keys(problem.fix), ["title", "start", "end", "text"], name);
    }
  }
});

test("spans slice the text, and lines and columns are those of an editor", () => {
  for (const { name, bytes } of problems) {
    const text = textOf(bytes);
    if (text === null) continue;
    for (const { code, pointer, span } of validate(text).problems) {
      const { start, end, line, column } = span;
      const before = text.slice(0, start).split(/\r\n|\r(?!\n)|\n/);
      const split = text[start - 1] === "\r" && text[start] === "\n";
      if (!split) {
        assert.deepEqual([line, column], [before.length, before.at(-1).length + 1], `${name} ${pointer}`);
      }
      assert.ok(end <= text.length, `${name} ${pointer}`);
      const slice = text.slice(start, end);
      if (["missing-field", "missing-envelope"].includes(code))
        assert.equal(slice, "{", `${name} ${pointer}`);
      if (["unexpected-field", "misspelled-field"].includes(code)) {
        const key = pointer.slice(pointer.lastIndexOf("/") + 1);
        assert.equal(
          JSON.parse(slice),
          key.replaceAll("~1", "/").replaceAll("~0", "~"),
          `${name} ${pointer}`,
        );
      }
    }
  }
});

test("a fix, applied as the documentation says, mends its problem", () => {
  const apply = (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end);
  let fixes = 0;
  for (const { name, bytes } of problems) {
    const text = textOf(bytes);
    if (text === null) continue;
    const report = validate(text);
    for (const problem of report.problems.filter(({ fix }) => fix)) {
      fixes++;
      const after = validate(apply(text, problem.fix));
      const what = `${name}: ${problem.fix.title}`;
      if (report.status === "malformed") {
        const left = after.status === "malformed" ? after.problems.length : 0;
        assert.ok(left < report.problems.length, what);
      } else {
        assert.notEqual(after.status, "malformed", what);
        const same = ({ code, pointer }) => code === problem.code && pointer === problem.pointer;
        assert.equal(after.problems.find(same), undefined, what);
      }
    }
    const all = report.problems
      .flatMap(({ fix }) => fix ?? [])
      .sort((a, b) => b.start - a.start || b.end - a.end);
    for (const [at, fix] of all.slice(1).entries())
      assert.ok(fix.end <= all[at].start, `${name}: they overlap`);
    if (all.length > 0 && all.length === report.problems.length) {
      assert.notEqual(validate(all.reduce(apply, text)).status, "malformed", `${name}: all at once`);
    }
  }
  assert.ok(fixes > 60, `${fixes} fixes`);
});

const NO_BODIES = {
  undefined: undefined,
  null: null,
  number: 1,
  NaN: NaN,
  bigint: 1n,
  symbol: Symbol("body"),
  function: () => "{}",
  class: class Body {},
  true: true,
  false: false,
  Map: new Map([["event", "refresh"]]),
  Set: new Set(),
  Date: new Date(),
  RegExp: /x/,
  Promise: Promise.resolve("{}"),
  Int8Array: new Int8Array(2),
  Int16Array: new Int16Array(2),
  Uint8ClampedArray: new Uint8ClampedArray(2),
  Float64Array: new Float64Array(1),
  DataView: new DataView(new ArrayBuffer(2)),
  "boxed string": new String("{}"),
  "boxed number": new Number(1),
  Error: new Error("{}"),
  Blob: new Blob(["{}"]),
  Request: new Request("https://example.com/", { method: "POST", body: "{}" }),
  "array with a bigint": [1n],
  "object with a bigint": { event: 1n },
  "object without JSON": { toJSON: () => undefined },
};

test("what is no body is a TypeError that says what was expected", () => {
  const expected =
    /^expected a body as a string, a Uint8Array, an ArrayBuffer, or a decoded JSON object or array/;
  for (const [name, body] of Object.entries(NO_BODIES)) {
    assert.throws(() => validate(body), { name: "TypeError", message: expected }, name);
  }
  assert.throws(() => validate(), { name: "TypeError", message: expected }, "nothing");

  const cyclic = { event: "refresh" };
  cyclic.self = cyclic;
  assert.throws(() => validate(cyclic), { name: "TypeError", message: expected }, "cyclic");

  const cause = new Error("not this one");
  const throwing = {
    get event() {
      throw cause;
    },
  };
  assert.throws(
    () => validate(throwing),
    (error) => error instanceof TypeError && expected.test(error.message) && error.cause === cause,
    "throwing",
  );
  const lying = {
    get [Symbol.toStringTag]() {
      throw cause;
    },
  };
  assert.throws(() => validate(lying), { name: "TypeError", message: expected }, "throwing tag");

  const detached = new ArrayBuffer(2);
  structuredClone(detached, { transfer: [detached] });
  assert.throws(() => validate(detached), TypeError, "detached");

  // None of them has broken anything.
  assert.equal(validate(small).status, "valid");
});

test("what is no body is told by what was found", () => {
  const detached = new ArrayBuffer(2);
  structuredClone(detached, { transfer: [detached] });
  const throwing = Object.defineProperty({}, Symbol.toStringTag, { get: () => assert.fail("it was asked") });
  const FOUND = [
    [undefined, "undefined"],
    [null, "null"],
    [1n, "bigint"],
    [() => {}, "function"],
    [new Map(), "a value of type Map"],
    [new Int8Array(2), "a value of type Int8Array"],
    [new String("{}"), "a value of type String"],
    [{ event: 1n }, "an object that cannot be serialized to JSON", TypeError],
    [{ toJSON: () => undefined }, "an object that cannot be serialized to JSON"],
    [throwing, "an object that throws", assert.AssertionError],
    [detached, "a detached ArrayBuffer", TypeError],
  ];
  const expected =
    "expected a body as a string, a Uint8Array, an ArrayBuffer, or a decoded JSON object or array; found ";
  for (const [body, found, cause] of FOUND) {
    assert.throws(
      () => validate(body),
      (error) => {
        assert.deepEqual([error.name, error.message], ["TypeError", expected + found]);
        assert.equal("cause" in error, cause !== undefined);
        return cause === undefined || error.cause instanceof cause;
      },
    );
  }
});

test("text may hold half of a surrogate pair, which bytes cannot", () => {
  for (const half of ["\ud800", "\udfff", "\ud83d", "\udc00\ud800"]) {
    const body = `{"event":"refresh","😀":"é","id_external":"a${half}日","id_job":1,"more":"😀"}`;
    const { status, problems } = validate(body);
    assert.equal(status, "invalid");
    const lone = problems.find(({ code }) => code === "lone-surrogate");
    assert.equal(lone.severity, "warning");
    assert.equal(lone.pointer, "/id_external");
    assert.equal(body.slice(lone.span.start, lone.span.end), `"a${half}日"`);
    const after = problems.find(({ pointer }) => pointer === "/id_job");
    assert.equal(body.slice(after.span.start, after.span.end), "1");
    const unexpected = problems.findLast(({ code }) => code === "unexpected-field");
    assert.equal(body.slice(unexpected.span.start, unexpected.span.end), '"more"');
  }
  assert.equal(validate('{"event":\ud800}').status, "malformed");
  assert.equal(validate("\ud800").status, "malformed");
  assert.deepEqual(
    validate({ event: "refresh", id_external: "\ud800", id_job: null })
      .problems.map(({ code }) => code)
      .sort(),
    [...Array(7).fill("missing-field"), "lone-surrogate", "wrong-type"].sort(),
  );
});

test("limits hold for every form of a body", () => {
  const bytes = small.length;
  const forms = [small.toString("utf8"), new Uint8Array(small), new Uint8Array(small).buffer];
  for (const body of forms) {
    for (const maxBytes of [bytes, bytes + 1, 0xffffffff]) {
      assert.equal(validate(body, { maxBytes }).status, "valid", `at most ${maxBytes}`);
    }
    for (const maxBytes of [0, 1, bytes - 1]) {
      const report = validate(body, { maxBytes });
      assert.equal(report.status, "malformed", `at most ${maxBytes}`);
      assert.deepEqual(report.events, []);
      assert.deepEqual(
        report.problems,
        [
          {
            code: "too-large",
            severity: "error",
            message: `expected at most ${maxBytes} bytes, found more`,
            pointer: "",
            span: { start: 0, end: 0, line: 1, column: 1 },
            expected: `at most ${maxBytes} bytes`,
            found: "more",
          },
        ],
        `at most ${maxBytes}`,
      );
    }
    assert.equal(validate(body, { maxDepth: 3 }).status, "valid");
    assert.equal(validate(body, { maxDepth: 2 }).problems[0].code, "too-deep");
    assert.equal(validate(body, {}).status, "valid");
    assert.equal(validate(body, undefined).status, "valid");
    assert.equal(validate(body, { maxBytes: undefined }).status, "valid");
  }
  const decoded = JSON.parse(forms[0]);
  const [problem] = validate(decoded, { maxBytes: 10 }).problems;
  assert.deepEqual([problem.code, problem.span], ["too-large", null]);
  assert.equal(validate(decoded, { maxDepth: 0 }).problems[0].code, "too-deep");

  // Bytes are counted, not characters.
  const wide = JSON.stringify("é".repeat(100));
  assert.equal(validate(wide, { maxBytes: 202 }).status, "unknown");
  assert.equal(validate(wide, { maxBytes: 201 }).problems[0].code, "too-large");
  assert.equal(validate(wide, { maxBytes: 101 }).problems[0].code, "too-large");
});

test("options that are none are a TypeError", () => {
  for (const options of [null, 5, "x", true, { maxBytes: -1 }, { maxBytes: 1.5 }, { maxBytes: "5" }]) {
    assert.throws(() => validate("{}", options), { name: "TypeError", message: /options/ });
  }
  for (const [options, found] of [
    [null, "null"],
    [5, "number"],
    ["x", "string"],
  ]) {
    const message = `expected options as an object, found ${found}`;
    assert.throws(() => validate("{}", options), { name: "TypeError", message });
  }
  for (const maxDepth of [-1, NaN, Infinity, 2 ** 32, null, "5", 5n, {}]) {
    assert.throws(() => validate("{}", { maxDepth }), { name: "TypeError", message: /maxDepth/ });
  }
  assert.throws(() => validate("{}", { maxDept: 5 }), { name: "TypeError", message: /maxDept/ });
  for (const [event, found] of [
    [null, "null"],
    [5, "number"],
    [["paybook/refresh"], "object"],
    [new String("paybook/refresh"), "object"],
  ]) {
    const message = `expected options.event as a string, found ${found}`;
    for (const give of [validate, parse, normalize])
      assert.throws(() => give("{}", { event }), { name: "TypeError", message });
  }
});

const node = (...args) => execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });

test("`require` gives it in CommonJS", () => {
  const script = `
    const { validate } = require("hooklens");
    console.log(JSON.stringify(validate('{"event":"account.connection.created"}')));
  `;
  const report = JSON.parse(node("--input-type=commonjs", "--eval", script));
  assert.deepEqual(report, validate('{"event":"account.connection.created"}'));
});

test("twenty thousand calls take no more memory than a few", () => {
  const script = `
    import { readFileSync, readdirSync } from "node:fs";
    import { validate } from "hooklens";
    const folder = "tests/problems/";
    const names = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));
    const bodies = names.flatMap((name) => {
      const bytes = readFileSync(folder + name);
      return [bytes, bytes.toString("utf8"), { name, value: [bytes.length] }];
    });
    const run = (calls) => {
      for (let at = 0; at < calls; at++) validate(bodies[at % bodies.length]);
      gc();
      const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
      return { rss, heapUsed, external, arrayBuffers };
    };
    run(5000);
    const before = run(5000);
    const after = run(20000);
    console.log(JSON.stringify(Object.keys(before).map((key) => [key, after[key] - before[key]])));
  `;
  const growth = Object.fromEntries(JSON.parse(node("--expose-gc", "--input-type=module", "--eval", script)));
  assert.ok(growth.heapUsed < 1 << 20, `${growth.heapUsed} bytes more on the heap`);
  assert.ok(growth.external < 1 << 20, `${growth.external} bytes more outside of it`);
  assert.ok(growth.rss < 24 << 20, `${growth.rss} bytes more in all`);
});

test("a body of megabytes is read, and a small one after it", () => {
  const envelope = JSON.parse(
    payloads.find(({ path }) => path === "paybook/credentials.created.json").bytes.toString("utf8"),
  );
  const [event] = envelope.events;
  const count = 6000;
  const large = JSON.stringify({ ...envelope, events: Array(count).fill(event) }, null, 1);
  assert.ok(large.length > 5e6, `${large.length} characters`);
  for (const body of [large, new TextEncoder().encode(large)]) {
    const report = validate(body);
    assert.equal(report.status, "valid");
    assert.equal(report.events.length, count);
    for (const [at, { id, pointer }] of report.events.entries()) {
      assert.equal(id, "paybook/credentials.created");
      assert.equal(pointer, `/events/${at}`);
    }
    const parsed = parse(body).events;
    assert.equal(parsed.length, count);
    assert.deepEqual(parsed.at(-1).payload, event.payload);
  }
  const end = large.lastIndexOf('"is_executing": 1');
  const report = validate(large.slice(0, end) + '"is_executing": 2' + large.slice(end + 17));
  assert.equal(report.status, "invalid");
  assert.equal(report.events.length, count);
  assert.deepEqual(
    report.problems.map(({ code, pointer }) => [code, pointer]),
    [["unexpected-value", `/events/${count - 1}/payload/is_executing`]],
  );
  assert.equal(report.problems[0].span.start, end + '"is_executing": '.length);

  // Three bytes a character: more room than the text has characters.
  const wide = `{"event":"refresh","id_user":null,"id_external":"${"日".repeat(2e6)}","x":0}`;
  const [last] = validate(wide).problems.slice(-1);
  assert.equal(wide.slice(last.span.start, last.span.end), '"x"');
  assert.equal(validate(small).status, "valid");
  assert.equal(validate(" ".repeat(16 * 1024 * 1024 + 1)).problems[0].code, "too-large");
  assert.equal(validate(small.toString("utf8")).status, "valid");
});

test("it answers the same however calls follow each other", () => {
  const bodies = [...problems, ...payloads].map(({ bytes }) => bytes);
  const alone = bodies.map((bytes) => validate(bytes));
  for (const [at, bytes] of bodies.entries()) {
    validate(bodies[(at * 7) % bodies.length].toString("utf8"));
    assert.deepEqual(validate(bytes), alone[at]);
  }
});
