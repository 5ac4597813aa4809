import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { fieldsOf, kind, schemaAt } from "../../www/page/schema.js";
import { curl, fetchHandler, nodeHandler, testCase } from "../../www/page/snippets.js";
import { formatJson } from "../../www/page/format-json.js";
import { advice, sentence } from "../../www/page/verdict.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = new Map(catalog.map((entry) => [entry.id, entry]));
const example = (id) => structuredClone(entries.get(id).example);
const say = (body) => sentence(validate(typeof body === "string" ? body : JSON.stringify(body)), entries);

test("the verdict says in one sentence what a body is", () => {
  const created = example("paybook/credentials.created");
  const webhook = example("paybook/webhook");
  assert.equal(say(example("chift/pos.order.completed")), "Chift event pos.order.completed; no problems");
  assert.equal(say(created), "Paybook Sync 3.1 envelope with 1 event: credentials.created; no problems");
  assert.equal(
    say({ ...created, events: [...created.events, ...created.events] }),
    "Paybook Sync 3.1 envelope with 2 events: credentials.created ×2; no problems",
  );
  assert.equal(say(webhook), "Paybook Sync webhook subscription, not an event; no problems");
  assert.equal(say([webhook]), "Paybook Sync list with 1 resource: webhook; no problems");
  assert.equal(say({}), "Not a known webhook event");
  assert.match(say(""), /^Not JSON: /);
});

test("an event of a known provider that this version does not know is told as such", () => {
  const expected = "the name of a known Seam event";
  const found = '`"device.levitated"`';
  const problem = {
    code: "unknown-event",
    severity: "error",
    message: `expected ${expected}, found ${found}`,
    pointer: "/event_type",
    span: null,
    expected,
    found,
    hint: "this version does not know this Seam event: answer it with a 2xx, and update HookLens",
  };
  const report = { status: "unknown", valid: false, events: [], candidates: [], problems: [problem] };
  assert.equal(sentence(report, entries), `Not in the catalog: ${found}`);
  assert.equal(
    advice(report),
    `Expected ${expected}, found ${found}. ` +
      "This version does not know this Seam event: answer it with a 2xx, and update HookLens.",
  );

  const beside = { ...report, events: validate(example("paybook/credentials.created")).events };
  assert.equal(
    sentence(beside, entries),
    `Paybook Sync 3.1 envelope with 1 event: credentials.created; another event is not in the catalog: ${found}`,
  );

  const hint = "did you mean `acs_credential.issued`?";
  const near = {
    ...report,
    candidates: ["seam/acs_credential.issued"],
    problems: [{ ...problem, hint }],
  };
  assert.equal(sentence(near, entries), "Not a known webhook event; the closest is acs_credential.issued");
  assert.match(advice(near), /A handler should answer 2xx and ignore it/);
  assert.equal(
    advice({ ...report, problems: [] }),
    "A handler should answer 2xx and ignore it: a new event type must not make it fail.",
    "a body of somebody else",
  );
});

test("every problem of the schema is told in words", () => {
  for (const { id, schema } of catalog) {
    const fields = fieldsOf(schema);
    assert.ok(fields.length > 0, id);
    for (const { name, kind: words } of fields)
      assert.ok(words && !words.includes("undefined"), `${id} ${name}: ${words}`);
  }
});

test("a schema's references, nulls and choices are read", () => {
  const schema = {
    $defs: { id: { type: "string", format: "uuid", description: "An id." } },
    type: "object",
    required: ["a"],
    properties: {
      a: { $ref: "#/$defs/id" },
      b: { type: ["string", "null"] },
      c: { anyOf: [{ $ref: "#/$defs/id" }, { type: "null" }] },
      d: { type: "array", items: { type: "object", properties: { e: { enum: [0, 1] } } } },
      f: { oneOf: [{ type: "string" }, { type: "integer" }] },
      g: { type: "object", additionalProperties: { anyOf: [{ type: "string" }, { type: "boolean" }] } },
    },
  };
  const words = (pointer) => kind(schemaAt(schema, pointer), schema);
  assert.equal(words("/a"), "UUID");
  assert.equal(words("/b"), "text or null");
  assert.equal(words("/c"), "UUID or null");
  assert.equal(words("/d/3/e"), "one of 0, 1");
  assert.equal(words("/f"), "text or integer");
  assert.equal(words("/g"), "object of text or boolean");
  assert.equal(words("/g/whatever"), "text or boolean");
  assert.equal(schemaAt(schema, "/response/0"), schema);
  assert.deepEqual(
    fieldsOf(schema).map(({ path, required }) => [path, required]),
    [
      ["a", true],
      ["b", false],
      ["c", false],
      ["d", false],
      ["d[].e", false],
      ["f", false],
      ["g", false],
    ],
  );
  assert.equal(fieldsOf(schema)[0].description, "An id.");
  for (const name of ["__proto__", "constructor", "toString"])
    assert.equal(schemaAt(schema, `/${name}`), schema);
});

test("tidying changes white space alone", () => {
  const strings = /"[^"\\]*(?:\\.[^"\\]*)*"|[^\s"]/g;
  const bodies = [
    ...catalog.map((entry) => JSON.stringify(entry.example)),
    '[[],{},"a\\"]",1.0,{"a":[{}]}]',
    " 1 ",
    '""',
  ];
  for (const body of bodies) {
    const tidied = formatJson(body);
    assert.equal(tidied.match(strings).join(""), body.match(strings).join(""));
    assert.equal(formatJson(tidied), tidied);
  }
  const value = { a: [1, "x", { b: null }], c: {} };
  assert.equal(formatJson(JSON.stringify(value)), JSON.stringify(value, null, 2));
});

const nasty = JSON.stringify({
  event: "refresh",
  quotes: "'\"`${process.exit(9)}\\",
  shell: "$(exit 9) `exit 9` ; exit 9 #",
  marks: "\u202e\u2028\u0000",
});

test("the test case that is copied passes", async (t) => {
  const folder = await mkdtemp(join(root, "node_modules", ".copied-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const [at, body] of [
    nasty,
    JSON.stringify(example("seam/acs_credential.issued"), null, 2),
    '{"a": `${x}`',
  ].entries()) {
    const file = join(folder, `${at}.test.mjs`);
    await writeFile(file, testCase(body, validate(body)));
    const { status, stdout } = spawnSync(process.execPath, [file], {
      encoding: "utf8",
      env: { ...process.env, NODE_TEST_CONTEXT: "" },
    });
    assert.equal(status, 0, stdout);
  }
});

test("the curl command that is copied sends the body as it is", () => {
  const script = `curl() { for each in "$@"; do last=$each; done; printf %s "$last"; }\n${curl(nasty)}`;
  const { stdout, status } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
  assert.equal(status, 0);
  assert.equal(stdout, nasty);
  assert.match(curl(" ".repeat(100_000)), /--data-binary @body\.json/);
});

const deliveries = [
  [JSON.stringify(example("seam/acs_credential.issued")), 204],
  ['{"event":"refresh"}', 422],
  ["{}", 202],
  ["{", 400],
];
const post = { method: "POST", headers: { "content-type": "application/json" } };
const issued = validate(JSON.stringify(example("seam/acs_credential.issued")));

test("the handler that is copied for fetch answers", async (t) => {
  const folder = await mkdtemp(join(root, "node_modules", ".copied-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "fetch.mjs"), fetchHandler(issued));
  const { POST } = await import(join(folder, "fetch.mjs"));
  for (const [body, status] of deliveries)
    assert.equal((await POST(new Request("http://localhost/", { ...post, body }))).status, status, body);
});

test("the handler that is copied for Node answers", async (t) => {
  const folder = await mkdtemp(join(root, "node_modules", ".copied-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "server.mjs");
  const listening = "listen(0, function () { console.log(`:${this.address().port}:`); })";
  await writeFile(file, nodeHandler(issued).replace("listen(3000)", listening));
  const server = spawn(process.execPath, [file]);
  t.after(() => server.kill());
  const [said] = await once(server.stdout, "data");
  const [, port] = String(said).match(/:(\d+):/);
  for (const [body, status] of deliveries)
    assert.equal((await fetch(`http://localhost:${port}/`, { ...post, body })).status, status, body);
});
