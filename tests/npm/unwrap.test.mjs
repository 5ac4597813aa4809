// `unwrap`: what JavaScript is given of the events inside a body. What is found is the core's: tests/unwrap.rs.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { createHookLens, parse, unwrap, validate } from "hooklens";
import { PayloadError } from "hooklens";
import { folderOf, hooklens } from "./cli.mjs";
import { payload, root } from "./corpus.mjs";
import { after } from "node:test";

const seam = String(payload("seam/acs_credential.issued")).trim();
const compact = JSON.stringify(JSON.parse(seam));
const notification = JSON.stringify({ TopicArn: "arn:aws:sns:eu-west-1:1:hooks", Message: seam });
const outer = `{"näme": "𝒳", "Records": [{"body": ${JSON.stringify(notification)}}]}`;

test("what is found has its way, its place, its text and its report", () => {
  const [found, ...others] = unwrap(outer);
  assert.equal(others.length, 0);
  const { span, report, ...rest } = found;
  assert.deepEqual(rest, {
    pointer: "/Records/0/body",
    path: [
      { pointer: "/Records/0/body", encoding: "text" },
      { pointer: "/Message", encoding: "text" },
    ],
    text: seam,
  });
  assert.equal(JSON.parse(outer.slice(span.start, span.end)), notification);
  assert.deepEqual([span.line, span.column], [1, span.start + 1]);
  assert.deepEqual(report, validate(seam));
});

test("text, bytes and decoded JSON have the same inside", () => {
  const expected = unwrap(outer);
  assert.deepEqual(unwrap(Buffer.from(outer)), expected);
  assert.deepEqual(unwrap(new TextEncoder().encode(outer).buffer), expected);
  assert.deepEqual(
    unwrap(JSON.parse(outer)),
    expected.map((one) => ({ ...one, span: null })),
  );
});

test("places in the text of what is inside are its own", () => {
  const broken = seam.replace('"occurred_at": "', '"occurred_at": "on ');
  const [{ text, report }] = unwrap(JSON.stringify([JSON.parse(broken)]));
  const [problem] = report.problems;
  assert.deepEqual([problem.code, problem.pointer], ["bad-format", "/occurred_at"]);
  assert.equal(
    text.slice(problem.span.start, problem.span.end),
    JSON.stringify(JSON.parse(broken).occurred_at),
  );
});

test("a body that is an event has nothing inside, nor has one without any", () => {
  for (const body of [seam, "{}", "", "no JSON", "[]", '"{}"', "7", "\ud800", new Uint8Array([0xff])])
    assert.deepEqual(unwrap(body), []);
});

test("halves of surrogate pairs stay what they are", () => {
  const half = compact.replace("{", '{"note":"\ud800",');
  const [{ text }] = unwrap(`[${half}]`);
  assert.equal(text, half.replace("\ud800", "\\ud800"));
  assert.deepEqual(JSON.parse(text), JSON.parse(half));
});

test("options are those of validate; an event narrows", () => {
  assert.equal(unwrap(outer, { event: "acs_credential" }).length, 1);
  assert.equal(unwrap(outer, { event: "seam/acs_credential.issued" }).length, 1);
  assert.deepEqual(unwrap(outer, { event: "chift" }), []);
  assert.deepEqual(unwrap(outer, { maxBytes: 100 }), []);
  assert.deepEqual(unwrap(outer, { maxDepth: 1 }), []);
  assert.throws(() => unwrap(outer, { events: "chift" }), TypeError);
  assert.throws(() => unwrap(7), TypeError);
});

test("a wrapped event is not valid, and parse says why", () => {
  const { status, events, problems } = validate(outer);
  assert.deepEqual([status, events, problems.map(({ code }) => code)], ["invalid", [], ["wrapped-event"]]);
  assert.equal(problems[0].fix.text, seam);
  assert.throws(
    () => parse(outer),
    (error) => error instanceof PayloadError && error.report.problems[0].code === "wrapped-event",
  );
  // Of what was decoded there is no text that could be mended.
  const [{ fix, span }] = validate(JSON.parse(outer)).problems;
  assert.deepEqual([fix, span], [undefined, null]);
});

test("calls do not leave anything behind", () => {
  const before = validate(seam);
  for (const body of [outer, "[]", outer.repeat(3), seam]) {
    unwrap(body, { event: "seam" });
    assert.deepEqual(validate(seam), before);
    assert.equal(unwrap(outer).length, 1);
  }
});

const document = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  webhooks: Object.fromEntries(
    ["order.paid", "order.sent"].map((type) => [
      type,
      { post: { requestBody: { content: schemaOf(type) } } },
    ]),
  ),
};

function schemaOf(type) {
  const properties = { type: { const: type }, order_id: { type: "string" }, amount: { type: "integer" } };
  return {
    "application/json": { schema: { type: "object", required: Object.keys(properties), properties } },
  };
}

test("a lens finds its own events, and can be taken apart", () => {
  const { unwrap: find } = createHookLens({ catalogs: [{ document, name: "acme" }] });
  const order = { type: "order.paid", order_id: "7", amount: 12 };
  const found = find({ items: [{ id: 1 }, { event: order }, JSON.stringify(order)], note: compact });
  assert.deepEqual(
    found.map(({ pointer, report }) => [pointer, report.events[0].id]),
    [
      ["/items/1/event", "acme/order.paid"],
      ["/items/2", "acme/order.paid"],
      ["/note", "seam/acs_credential.issued"],
    ],
  );
});

// ---- other systems

/** Bodies of other systems: those of GitHub, and whatever is in a folder, one folder a system. */
function* foreign() {
  const examples = createRequire(import.meta.url)("@octokit/webhooks-examples");
  for (const { examples: bodies } of examples)
    for (const body of bodies) yield ["GitHub", "examples", JSON.stringify(body)];
  const folder = process.env.HOOKLENS_FOREIGN_BODIES;
  if (folder === undefined || !existsSync(folder)) return;
  for (const system of readdirSync(folder))
    for (const name of readdirSync(join(folder, system)))
      yield [system, name, readFileSync(join(folder, system, name))];
}

test("nothing is found in bodies of other systems", (t) => {
  const github = createHookLens({ catalogs: [{ document, name: "acme" }] });
  const counts = new Map();
  for (const [system, name, body] of foreign()) {
    counts.set(system, (counts.get(system) ?? 0) + 1);
    assert.deepEqual(unwrap(body), [], `${system}, ${name}`);
    assert.deepEqual(github.unwrap(body), [], `${system}, ${name}, with a catalog`);
    const { status, problems } = validate(body);
    assert.notEqual(problems[0]?.code, "wrapped-event", `${system}, ${name}: ${status}`);
  }
  t.diagnostic([...counts].map(([system, count]) => `${system} ${count}`).join(", "));
  assert.ok(counts.get("GitHub") > 250, `${counts.get("GitHub")} bodies`);
});

// ---- the command

test("hooklens unwrap gives each event on a line, and passes events on", () => {
  const pretty = `[\n${seam}\n]`;
  const folder = folderOf(
    { "a.json": pretty, "b.json": seam, "c.ndjson": `${notification}\n\n{"x":1}\n` },
    after,
  );
  const { stdout, stderr, status } = hooklens(["unwrap", "a.json", "b.json", "c.ndjson"], { cwd: folder });
  assert.equal(stdout, `${compact}\n`.repeat(3));
  assert.equal(stderr, "hooklens: c.ndjson:3: there is no event in it\n");
  assert.equal(status, 1);
});

test("hooklens unwrap --places tells where they were", () => {
  const folder = folderOf({ "body.json": outer }, after);
  const { stdout, status } = hooklens(["unwrap", "--places", "--pretty", "body.json"], { cwd: folder });
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout), [
    {
      file: "body.json",
      pointer: "/Records/0/body",
      path: [
        { pointer: "/Records/0/body", encoding: "text" },
        { pointer: "/Message", encoding: "text" },
      ],
      status: "valid",
      ids: ["seam/acs_credential.issued"],
      event: JSON.parse(seam),
    },
  ]);
});

test("hooklens unwrap keeps every digit, and decompresses", () => {
  const exact = compact.replace("{", '{"n":12345678901234567890.10,"s":"a \\" b",');
  const { stdout, status } = hooklens(["unwrap"], {
    input: gzipSync(`log: ${exact.replaceAll(",", ", ")} end`),
  });
  assert.deepEqual([stdout, status], [`${exact}\n`, 0]);
});
