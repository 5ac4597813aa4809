// `hooklens drift --write`: a catalog document that knows what deliveries have.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { createHookLens, normalize, validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { Differences } from "../../pkg/cli/differences.js";
import { Growth } from "../../pkg/cli/grow.js";
import { lensOf } from "../../pkg/cli/open.js";
import { VALID, folderOf, hooklens } from "./cli.mjs";
import { payload } from "./corpus.mjs";
import { PAYLOADS, bodiesOf, bytes, withoutSome } from "./github.mjs";

const refresh = JSON.parse(VALID);
const locked = JSON.parse(payload("seam/lock.locked"));
const created = JSON.parse(payload("paybook/credentials.created"));
const [{ header, ...rest }] = created.events;
const named = (name) => ({ header: { ...header, event: { ...header.event, name } }, ...rest });

const LINES = {
  valid: refresh,
  "a new field": { ...refresh, novel: 1 },
  "of two kinds": {
    ...refresh,
    novel: { id: "7c426373-917d-4f7e-8bf1-82f3037ee85b", list: [{ a: 1 }, { b: null }] },
  },
  "of another format": { ...refresh, id_user: "zoe@example.com" },
  "of another kind": { ...refresh, id_job: 7 },
  "no flag": { ...refresh, is_executing: 2 },
  "in a list": { ...refresh, endpoints: { ...refresh.endpoints, accounts: [1, "/x"] } },
  "a misspelled field": { ...refresh, id_usr: "5e751d54d0510472295413b3" },
  "not listed": { ...locked, method: "telepathy" },
  "around the events": { ...created, surprise: true },
  "a new event": { ...locked, event_type: "lock.melted", heat: 33.5, code: 4821 },
  "another body of it": { ...locked, event_type: "lock.melted", heat: 40, device_id: "no id" },
  "a new event beside a known one": { ...created, events: [created.events[0], named("credentials.melted")] },
  "of nobody known": { type: "user.created", id: 7, name: "Zebediah" },
  "another of it": { type: "user.created", id: 8, name: null, age: 41 },
  "without a name": { door: "zanzibar", open: true },
};
const archive = Object.values(LINES).map((value) => JSON.stringify(value));

const folder = folderOf(
  {
    "archive.ndjson": archive.join("\n"),
    "valid.ndjson": VALID,
    "odd.ndjson": `${VALID}\n[1]\n7\n{}\n`,
    "github.ndjson": [...bodiesOf("nested", 1)].map(({ text }) => text).join("\n"),
    "github.json": bytes,
  },
  after,
);
const run = (args, options) => hooklens(args, { cwd: folder, ...options });
const written = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

describe("what is written", () => {
  const { status, stderr, stdout } = run(["drift", "archive.ndjson", "--write", "known.json"]);
  const documents = written("known.json");
  const lens = createHookLens({ catalogs: documents.map((document) => ({ document })), builtIn: false });

  test("is known by --catalog: the same archive has no drift, and every body is valid", () => {
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /\d+ differences\n$/);
    const again = run(["drift", "archive.ndjson", "--catalog", "known.json"]);
    assert.deepEqual([again.status, again.stdout], [0, `${archive.length} bodies: 0 differences\n`]);
    const { summary } = JSON.parse(
      run(["check", "archive.ndjson", "--catalog", "known.json", "--format", "json"]).stdout,
    );
    assert.equal(summary.valid, archive.length);
  });

  test("are the providers of which there is something new, and what nobody is known to send", () => {
    const [builtIn, others] = documents;
    assert.deepEqual(Object.keys(builtIn.channels), ["paybook", "seam"]);
    assert.deepEqual(others, {
      "x-hooklens": { provider: "new" },
      $defs: {
        "user.created": {
          title: "user.created",
          type: "object",
          properties: {
            type: { const: "user.created" },
            id: { type: "integer" },
            name: { type: ["string", "null"] },
            age: { type: "integer" },
          },
          required: ["type", "id", "name"],
        },
        event: {
          title: "Event",
          type: "object",
          properties: { door: { type: "string" }, open: { type: "boolean" } },
          required: ["door", "open"],
        },
      },
    });
    assert.deepEqual(lens.catalog.length, 109 + 15 + 2 + 2);
  });

  test("has what was seen, and otherwise what was there before", () => {
    const { properties } = documents[0].channels.paybook.messages.refresh.payload.schema;
    assert.deepEqual(properties.novel, {
      type: ["integer", "object"],
      properties: {
        id: { type: "string", format: "uuid" },
        list: { type: "array", items: { type: "object", properties: { a: { type: "integer" }, b: {} } } },
      },
    });
    const flag = { type: "integer", enum: [0, 1], "x-hooklens": { is: "flag" } };
    assert.deepEqual(properties.is_executing.anyOf, [flag, { type: "integer" }]);
    const { method } = documents[0].channels.seam.messages["lock-locked"].payload.schema.properties;
    assert.equal(method.enum.at(-1), "telepathy");
    const wrong = lens.validate(JSON.stringify({ ...locked, method: "telepathie" })).problems[0];
    assert.deepEqual([wrong.code, wrong.suggestion], ["unexpected-value", "telepathy"]);
  });

  test("a new event of a known provider is made like the others", () => {
    const [event] = lens.normalize(archive[Object.keys(LINES).indexOf("a new event")]);
    const [known] = normalize(JSON.stringify(locked));
    assert.equal(event.type, "co.seam.lock.melted");
    for (const name of ["id", "source", "time"]) assert.equal(event[name], known[name], name);
    assert.deepEqual(event.data, { ...known.data, heat: 33.5, code: 4821 });
  });

  test("what had nothing new is normalized as before", () => {
    for (const { id, example, event } of catalog) {
      if (!event || id === "paybook/refresh") continue;
      const text = JSON.stringify(example);
      if (/^(paybook|seam)\//.test(id)) assert.deepEqual(lens.normalize(text), normalize(text), id);
    }
  });

  test("has nothing that may be a person's", () => {
    // In a failure nobody wants to read all of it.
    assert.equal(/zebediah|zanzibar|zoe@/i.exec(JSON.stringify(documents)), null);
  });

  test("is there as well for deliveries from standard input, and with a name for who sends them", () => {
    const { stderr } = run(["drift", "--lines", "--write", "acme=acme.json"], {
      input: archive.slice(-3).join("\n"),
    });
    assert.equal(stderr, "");
    assert.deepEqual(Object.keys(written("acme.json").$defs), ["user.created", "event"]);
    assert.match(run(["events", "--catalog", "acme.json"]).stdout, /^acme\/user\.created +user\.created\n/);
  });

  test("grows on what was written before", () => {
    const more = JSON.stringify({ ...locked, method: "by_thought" });
    run(["drift", "--catalog", "known.json", "--lines", "--write", "more.json"], { input: more });
    const both = [more, ...archive].join("\n");
    const { status, stdout } = run(
      ["drift", "--catalog", "known.json", "--catalog", "more.json", "--lines"],
      { input: both },
    );
    assert.deepEqual([status, stdout], [0, `${archive.length + 1} bodies: 0 differences\n`]);
  });

  test("nothing, where there is nothing new", () => {
    const { status, stderr } = run(["drift", "valid.ndjson", "--write", "none.json"]);
    assert.deepEqual([status, stderr], [0, "none.json is not written: there is nothing to know\n"]);
    assert.ok(!existsSync(join(folder, "none.json")));
  });

  test("what no document can know is told, and where nothing can be written", () => {
    const { stderr } = run(["drift", "odd.ndjson", "--write", "odd.json"]);
    assert.match(stderr, /^odd\.json is not written: no document can know the 1 difference/);
    const refused = run(["drift", "archive.ndjson", "--write", "no/where.json"]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^hooklens: --write no\/where\.json: there is no such file or folder\n/);
  });
});

/** What is left of the differences of bodies once they are written, and how many there were. */
async function grown(sources, bodies) {
  const before = createHookLens({ catalogs: sources.map(({ name, document }) => ({ name, document })) });
  const growth = new Growth(sources, "new", {});
  const all = new Differences();
  for (const text of bodies) {
    const record = { report: before.validate(text), text, file: "" };
    growth.add(record);
    all.add(record);
  }
  const { documents, left } = await growth.finish();
  const lens = await lensOf([...sources, ...documents.map((document) => ({ document }))]);
  const again = new Differences();
  for (const text of bodies) again.add({ report: lens.validate(text), text, file: "" });
  return { left, again: again.rows(), count: all.rows().length };
}

function* places(value, put = (other) => other) {
  yield { value, put };
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    const isList = Array.isArray(value);
    yield* places(value[key], (other) => put(isList ? value.with(key, other) : { ...value, [key]: other }));
  }
}

const OTHERS = [7, "quite another text", null, true, { x: 1 }, [1], 1.5, -3, "2020-01-01T00:00:00Z"];

test("any value in any place of every example", async () => {
  // Every third event, so that it takes no longer than a second or two.
  const bodies = catalog
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ example }) =>
      [...places(example)].flatMap(({ value, put }) => [
        ...OTHERS.map((other) => JSON.stringify(put(other))),
        ...(typeof value === "object" && !Array.isArray(value)
          ? [JSON.stringify(put({ ...value, novel: 1 }))]
          : []),
      ]),
    );
  const { left, count } = await grown([], bodies);
  assert.ok(count > 2000, `${count} differences`);
  // An event without its name is none.
  const others = left.filter(({ event, pointer }) => event !== null && !/\/event$/.test(pointer));
  assert.deepEqual(others, []);
});

describe("GitHub's document", () => {
  const source = { name: "github", document: bytes };

  for (const damage of ["none", "nested", "other kind", "key misspelt"]) {
    test(`payloads: ${damage}`, async () => {
      const { left, again, count } = await grown(
        [source],
        [...bodiesOf(damage, 1)].map(({ text }) => text),
      );
      assert.ok(count > 100, `${count} differences`);
      assert.ok(left.length <= 1, JSON.stringify(left));
      assert.ok(again.length <= 3, JSON.stringify(again));
    });
  }

  test("events that it does not have", async () => {
    for (const { document, payloads } of [...withoutSome(6)].slice(0, 4)) {
      const { left, again, count } = await grown(
        [{ name: "github", document }],
        payloads.map(({ text }) => text),
      );
      assert.ok(count > 0);
      assert.deepEqual([left, again], [[], []]);
    }
  });

  test("by the command: the document as it was, with what is new", () => {
    const args = ["drift", "github.ndjson", "--catalog", "github=github.json"];
    assert.equal(run([...args, "--write", "grown.json"]).stderr, "");
    const all = [written("grown.json")].flat();
    assert.equal(all[0]["x-hooklens"].provider, "github");
    assert.equal(Object.keys(all[0].webhooks).length, 261);
    for (const catalogs of [["grown.json"], ["github=github.json", "grown.json"]]) {
      const given = catalogs.flatMap((file) => ["--catalog", file]);
      assert.equal(
        run(["drift", "github.ndjson", ...given]).stdout,
        `${PAYLOADS.length} bodies: 0 differences\n`,
      );
    }
  });
});

test("what it is called in a document is of no consequence", async () => {
  const document = { title: "It", type: "object", required: ["kind"], properties: { kind: { const: "it" } } };
  const odd = JSON.parse('{"kind": "it", "__proto__": {"constructor": 7}, "a/b~c": [{"": 1}]}');
  const { left, again } = await grown([{ name: "acme", document }], [JSON.stringify(odd)]);
  assert.deepEqual([left, again], [[], []]);
  assert.ok(validate("{}").status === "unknown");
});
