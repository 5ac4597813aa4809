import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sValidator } from "@hono/standard-validator";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { Hono } from "hono";
import { parse, validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { anyEvent, events, providers } from "hooklens/schema";
import { corpus, payload } from "./corpus.mjs";

const validateBy = (schema, body) => schema["~standard"].validate(body);
const TARGETS = {
  "draft-2020-12": [Ajv2020, "https://json-schema.org/draft/2020-12/schema"],
  "draft-07": [Ajv, "http://json-schema.org/draft-07/schema#"],
};
const compile = (Validator, schema) =>
  new Validator({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema);
const SCHEMAS = [["any event", anyEvent], ...Object.entries(providers), ...Object.entries(events)];

/** A value with each of its members away, and each another, one at a time. */
function* variantsOf(value) {
  for (const key of Object.keys(value)) {
    const inner = value[key];
    const put = (other) => Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [key]: other });
    if (!Array.isArray(value)) {
      const { [key]: _, ...rest } = value;
      yield rest;
    }
    for (const other of [null, "x", [inner]]) yield put(other);
    if (typeof inner === "object" && inner !== null) for (const other of variantsOf(inner)) yield put(other);
  }
}

test("there is a schema of any event, of each provider and of each event type", () => {
  assert.deepEqual(
    Object.keys(events),
    catalog.map(({ id }) => id),
  );
  assert.deepEqual(new Set(Object.keys(providers)), new Set(catalog.map(({ provider }) => provider)));
  for (const [name, schema] of SCHEMAS) {
    const { version, vendor } = schema["~standard"];
    assert.deepEqual([version, vendor], [1, "hooklens"], name);
  }
});

test("every body of the corpus: what parse gives, or an issue for every error", () => {
  let valid = 0;
  for (const { path, bytes } of corpus()) {
    const report = validate(bytes);
    const result = validateBy(anyEvent, bytes);
    assert.ok(!(result instanceof Promise));
    if (report.valid && report.events.every(({ id }) => catalog.find((entry) => entry.id === id).event)) {
      assert.deepEqual(result, { value: parse(bytes) }, path);
      valid += 1;
      for (const [id, schema] of Object.entries(events)) {
        const fits = report.events.every((event) => event.id === id);
        assert.equal(validateBy(schema, bytes).issues === undefined, fits, `${path} as ${id}`);
      }
      continue;
    }
    if (report.valid) {
      assert.match(
        result.issues[0].message,
        /^expected any event, found paybook\/(webhook|subscription)/,
        path,
      );
      continue;
    }
    const errors = report.problems.filter(({ severity }) => severity === "error");
    assert.deepEqual(
      result.issues.map(({ message }) => message),
      errors.map(({ message }) => message),
      path,
    );
    for (const [at, { path: keys }] of result.issues.entries()) {
      const pointer = keys
        .map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`)
        .join("");
      assert.equal(pointer, errors[at].pointer, path);
    }
  }
  assert.ok(valid > 50);
});

test("paths are keys: numbers in arrays, names in objects", () => {
  const body = JSON.parse(payload("paybook/documents.failed"));
  body.events[0].payload.endpoints[0] = 5;
  body.events[0]["0/~"] = true;
  delete body.events[0].header.user.id_user;
  for (const given of [
    body,
    JSON.stringify(body),
    `\uFEFF${JSON.stringify(body)}`,
    new TextEncoder().encode(JSON.stringify(body)),
  ]) {
    const paths = validateBy(anyEvent, given).issues.map(({ path }) => path);
    assert.deepEqual(
      new Set(paths.map(String)),
      new Set(["events,0,payload,endpoints,0", "events,0,header,user,id_user"]),
    );
    for (const path of paths) assert.equal(path[1], 0);
  }
});

test("a key is as it is in the body, whatever a pointer would make of it", () => {
  const { id_user: user, ...rest } = JSON.parse(payload("paybook/refresh"));
  for (const key of ["id~user", "id/user"]) {
    const [issue] = validateBy(anyEvent, { ...rest, [key]: user }).issues;
    assert.deepEqual(issue.path, [key]);
  }
});

test("an issue says what was expected", () => {
  const messageOf = (schema, body) => validateBy(schema, body).issues[0].message;
  const seam = payload("seam/acs_credential.issued");
  assert.equal(
    messageOf(providers.paybook, seam),
    "expected an event of paybook, found seam/acs_credential.issued",
  );
  assert.equal(
    messageOf(events["paybook/refresh"], seam),
    "expected paybook/refresh, found seam/acs_credential.issued",
  );
  assert.match(messageOf(anyEvent, 5), /^expected a body as a string, .*; found number$/);
});

test("what is no body at all is an issue, not an exception", () => {
  for (const body of [
    undefined,
    null,
    5,
    true,
    () => {},
    new Map(),
    new (class Body {})(),
    5n,
    Symbol("body"),
  ]) {
    const { issues } = validateBy(anyEvent, body);
    assert.equal(issues.length, 1, String(body));
  }
});

test("a decoded body is read once, though it says another thing each time", () => {
  const good = JSON.parse(payload("seam/acs_credential.issued"));
  const wrong = { ...good, event_id: 5 };
  for (const turns of [
    [good, wrong],
    [wrong, good],
    [wrong, undefined],
    [wrong, 5n],
  ]) {
    let reads = 0;
    const body = { toJSON: () => turns[reads++] };
    const { value, issues } = validateBy(anyEvent, body);
    assert.equal(reads, 1);
    if (turns[0] === good) assert.deepEqual(value.events[0].payload, good);
    else assert.deepEqual(issues[0].path, ["event_id"]);
  }
});

test("an event of another type, or of another provider, is an issue at its place", () => {
  const body = payload("paybook/documents.failed");
  for (const schema of [events["paybook/documents.completed"], providers.seam]) {
    const { issues } = validateBy(schema, body);
    assert.match(issues[0].message, /^expected .*, found paybook\/documents\.failed$/);
    assert.deepEqual(issues[0].path, ["events", 0]);
  }
});

for (const [target, [Validator, $schema]] of Object.entries(TARGETS)) {
  describe(`JSON Schema, ${target}`, () => {
    test("of what goes in: the verdict of the schema that is exported", () => {
      for (const [name, schema] of SCHEMAS) {
        const json = schema["~standard"].jsonSchema.input({ target });
        assert.equal(json.$schema, $schema, name);
        const ofInput = compile(Validator, json);
        for (const { id, example, schema: exported, event } of catalog) {
          const fits = name === id || name === id.split("/")[0] || name === "any event";
          if (fits && event) assert.equal(ofInput(example), true, `${id} as ${name}`);
          if (name !== id) continue;
          const expected = compile(Ajv2020, exported);
          for (const body of [{}, { ...example, event: 5 }, { ...example, events: [] }, [], null]) {
            assert.equal(ofInput(body), expected(body), `${JSON.stringify(body)} as ${name}`);
          }
        }
      }
    });

    test("of what goes in: with each of its members away, or another, the same verdict", () => {
      const any = compile(Validator, anyEvent["~standard"].jsonSchema.input({ target }));
      const exported = catalog.map(({ id, schema, event }) => [id, event, compile(Ajv2020, schema)]);
      for (const { id, example } of catalog) {
        const ofInput = compile(Validator, events[id]["~standard"].jsonSchema.input({ target }));
        for (const body of variantsOf(example)) {
          const fitting = exported.filter(([, , fits]) => fits(body));
          const what = `${id}: ${JSON.stringify(body)}`;
          assert.equal(
            ofInput(body),
            fitting.some(([other]) => other === id),
            what,
          );
          assert.equal(
            any(body),
            fitting.some(([, event]) => event),
            what,
          );
        }
      }
    });

    test("of what comes out: nothing of it may be away, or another", () => {
      const any = compile(Validator, anyEvent["~standard"].jsonSchema.output({ target }));
      for (const { id, example, event } of catalog) {
        const value = parse(example);
        const json = events[id]["~standard"].jsonSchema.output({ target });
        const ofOutput = compile(Validator, json);
        const { type, required, properties, $schema: written } = json;
        assert.deepEqual([written, type, required], [$schema, "object", ["events"]]);
        assert.equal(properties.events.minItems, 1);
        assert.equal(ofOutput(value), true, id);
        const others = event ? any : ofOutput;
        const [first] = value.events;
        for (const name of ["id", "provider", "type", "title", "pointer", "payload"]) {
          const { [name]: _, ...rest } = first;
          for (const wrong of [rest, { ...first, [name]: 5 }, { ...first, [name]: {} }]) {
            for (const fits of [ofOutput, others])
              assert.equal(fits({ events: [wrong] }), false, `${id} ${name}`);
          }
        }
        if (!("header" in (first.envelope ?? {}))) continue;
        const { header, ...around } = first.envelope;
        const { rid, ...inside } = first.envelope;
        const { event: named, ...named1 } = header;
        for (const envelope of [
          undefined,
          5,
          {},
          around,
          inside,
          { ...around, header: 5 },
          { rid: 5, header },
        ]) {
          assert.equal(
            ofOutput({ events: [{ ...first, envelope }] }),
            false,
            `${id} ${JSON.stringify(envelope)}`,
          );
        }
        for (const wrong of [
          named1,
          { ...header, event: { ...named, name: "other" } },
          { ...header, user: 5 },
        ]) {
          assert.equal(
            ofOutput({ events: [{ ...first, envelope: { ...around, header: wrong } }] }),
            false,
            id,
          );
        }
      }
    });

    test("of what comes out: what validate gives fits it", () => {
      const out = new Map(
        SCHEMAS.map(
          ([
            name,
            {
              "~standard": { jsonSchema },
            },
          ]) => [name, compile(Validator, jsonSchema.output({ target }))],
        ),
      );
      let checked = 0;
      for (const { path, bytes } of corpus()) {
        const report = validate(bytes);
        if (!report.valid || !report.events.every(({ id }) => catalog.find((entry) => entry.id === id).event))
          continue;
        const value = parse(bytes);
        for (const name of ["any event", report.events[0].provider]) {
          const fits = out.get(name);
          assert.ok(fits(value), `${path} as ${name}: ${JSON.stringify(fits.errors)}`);
        }
        checked += 1;
      }
      assert.ok(checked > 50);
      assert.equal(out.get("any event")({ events: [] }), false);
      const {
        events: [event],
      } = parse(payload("seam/acs_credential.issued"));
      assert.equal(out.get("any event")({ events: [{ ...event, payload: {} }] }), false);
      assert.equal(out.get("paybook")({ events: [event] }), false);
    });
  });
}

test("of one event type, what goes in is the schema that is exported", () => {
  for (const { id, schema } of catalog) {
    const { jsonSchema } = events[id]["~standard"];
    assert.deepEqual(jsonSchema.input({ target: "draft-2020-12" }), schema, id);
  }
});

test("another target throws", () => {
  for (const target of ["openapi-3.0", "draft-04", "toString", undefined]) {
    assert.throws(
      () => anyEvent["~standard"].jsonSchema.input({ target }),
      /expected the target draft-2020-12 or draft-07/,
    );
    assert.throws(() => anyEvent["~standard"].jsonSchema.output({ target }), /expected the target/);
  }
});

test("what is given is the caller's own: changing it changes nothing", () => {
  const once = anyEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" });
  const text = JSON.stringify(once);
  once.anyOf.length = 0;
  assert.equal(JSON.stringify(anyEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" })), text);
});

test("Hono validates a request with it", async () => {
  const app = new Hono();
  app.post("/webhook", sValidator("json", providers.seam), (c) =>
    c.json(c.req.valid("json").events.map(({ id }) => id)),
  );
  const send = (body) =>
    app.request("/webhook", { method: "POST", headers: { "content-type": "application/json" }, body });
  const taken = await send(payload("seam/acs_credential.issued"));
  assert.deepEqual([taken.status, await taken.json()], [200, ["seam/acs_credential.issued"]]);
  const wrong = await send(
    JSON.stringify({ ...JSON.parse(payload("seam/acs_credential.issued")), event_id: "x" }),
  );
  assert.equal(wrong.status, 400);
  assert.deepEqual((await wrong.json()).error[0].path, ["event_id"]);
  assert.equal((await send(payload("chift/account.flow.executed"))).status, 400);
});
