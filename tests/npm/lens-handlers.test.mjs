// Handlers and Standard Schemas with a lens: events of one's own documents, and what a header says of them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sValidator } from "@hono/standard-validator";
import express from "express";
import Fastify from "fastify";
import { Hono } from "hono";
import { createHookLens } from "hooklens";
import { webhook as fetchWebhook } from "hooklens/fetch";
import { receive, webhook } from "hooklens/handler";
import { fastifyWebhook, webhook as nodeWebhook } from "hooklens/node";
import { schemasOf } from "hooklens/schema";
import * as slim from "hooklens/slim";
import { payload } from "./corpus.mjs";
import { JSON_TYPE, post } from "./http.mjs";

const user = (type) => ({
  type: "object",
  required: ["type", "user_id"],
  properties: { type: { const: type }, user_id: { type: "integer" } },
});
const document = { $defs: { "user.created": user("user.created"), "user.deleted": user("user.deleted") } };
const lens = createHookLens({ catalogs: [{ name: "acme", document }], builtIn: false });
const both = createHookLens({ catalogs: [{ name: "acme", document }] });
const body = '{"type":"user.created","user_id":7}';
const id = "acme/user.created";
const delivery = (body, headers) => ({ headers: { ...JSON_TYPE, ...headers }, body });
const statusOf = ({ ok, answer }) => (ok ? 204 : answer.status);

describe("a handler with a lens", () => {
  test("gives its events, and what it says of them", async () => {
    const received = await receive(delivery(body), { lens });
    assert.equal(received.ok, true);
    assert.deepEqual(received.events, lens.parse(body).events);
    assert.deepEqual(received.canonical, lens.normalize(body));
    assert.deepEqual(received.report, lens.validate(body));
  });

  test("answers by what it says", async () => {
    const refused = await receive(delivery('{"type":"user.created","user_id":"7"}'), { lens });
    assert.equal(refused.answer.status, 422);
    const { detail, errors } = JSON.parse(refused.answer.body);
    assert.match(detail, /acme\/user\.created/);
    assert.deepEqual(
      errors.map(({ code, pointer, column }) => [code, pointer, column]),
      [["wrong-type", "/user_id", 34]],
    );
    assert.equal(statusOf(await receive(delivery("{"), { lens })), 400);
    assert.equal(statusOf(await receive(delivery(payload("seam/lock.locked")), { lens })), 202);
    assert.equal(statusOf(await receive(delivery(body))), 202);
  });

  test("refuses what only registers webhooks, where the lens knows it", async () => {
    const registration = payload("paybook/webhook");
    assert.equal(statusOf(await receive(delivery(registration), { lens: both })), 422);
    assert.equal(statusOf(await receive(delivery(registration), { lens })), 202);
    assert.equal(statusOf(await receive(delivery(payload("seam/lock.locked")), { lens: both })), 204);
  });

  test("on each server, and of each entry", async () => {
    const handled = [];
    const onEvent = ({ id, payload }, { canonical }) => handled.push([id, payload.user_id, canonical.type]);
    await slim.initFull();
    const own = slim.createHookLens({ catalogs: [{ name: "acme", document }] });
    const app = express().post("/", nodeWebhook(onEvent, { lens }));
    const server = app.listen(0);
    const fastify = Fastify();
    fastify.register(fastifyWebhook(onEvent, { lens }), { url: "/" });
    await fastify.listen({ port: 0 });
    try {
      const request = () => new Request("http://localhost/", { method: "POST", headers: JSON_TYPE, body });
      const statuses = [
        (await webhook(onEvent, { lens })(delivery(body))).status,
        (await webhook(onEvent, { lens: own })(delivery(body))).status,
        (await fetchWebhook(onEvent, { lens })(request())).status,
        (await post(`http://localhost:${server.address().port}/`, body)).status,
        (await post(`http://localhost:${fastify.server.address().port}/`, body)).status,
      ];
      assert.deepEqual(statuses, Array(5).fill(204));
      assert.deepEqual(handled, Array(5).fill([id, 7, "acme.user.created"]));
    } finally {
      server.close();
      await fastify.close();
    }
  });
});

describe("the header that names an event", () => {
  const event = { header: "X-Acme-Event" };
  const said = async (body, value, options) => {
    const headers = value === undefined ? {} : { "x-acme-event": value };
    const received = await receive(delivery(body, headers), { lens, event, ...options });
    if (received.ok) assert.deepEqual(received.report.events, lens.validate(body).events);
    return statusOf(received);
  };

  test("narrows", async () => {
    for (const value of [undefined, "", "user.created", "User Created", "user", id]) {
      assert.equal(await said(body, value), 204, value);
    }
    assert.equal(await said(body, "other"), 202);
    // Nearly that event, or none: in no case the one that the header does not name.
    for (const value of ["user.deleted", "acme/user.deleted"]) {
      assert.ok([202, 422].includes(await said(body, value)), value);
    }
  });

  test("never decides, though it is an id: nobody has signed it", async () => {
    for (const wrong of ["[]", "7", '{"type":"order.made"}', "{}"]) {
      assert.equal(lens.validate(wrong, { event: id }).status, "invalid");
      assert.equal(await said(wrong, id), 202, wrong);
    }
  });

  test("is found in whatever has the header fields, also for the package's own events", async () => {
    const refresh = payload("paybook/refresh");
    for (const [value, status] of [
      ["refresh", 204],
      ["lock.locked", 202],
    ]) {
      for (const headers of [
        new Headers({ ...JSON_TYPE, "x-event": value }),
        { ...JSON_TYPE, "X-EVENT": [value] },
      ]) {
        assert.equal(
          statusOf(await receive({ headers, body: refresh }, { event: { header: "x-event" } })),
          status,
        );
      }
    }
  });
});

describe("the schemas of a lens", () => {
  const validate = (schema, body) => schema["~standard"].validate(body);

  test("are those of its events", () => {
    const { anyEvent, providers, events } = schemasOf(lens);
    assert.deepEqual(Object.keys(providers), ["acme"]);
    assert.deepEqual(Object.keys(events), [id, "acme/user.deleted"]);
    for (const schema of [anyEvent, providers.acme, events[id]]) {
      const { version, vendor, jsonSchema } = schema["~standard"];
      assert.deepEqual([version, vendor, jsonSchema], [1, "hooklens", undefined]);
      assert.deepEqual(validate(schema, body), { value: lens.parse(body) });
      assert.deepEqual(validate(schema, JSON.parse(body)), { value: lens.parse(body) });
      const { issues } = validate(schema, { type: "user.created", user_id: "7" });
      assert.deepEqual(issues, [{ message: 'expected an integer, found `"7"`', path: ["user_id"] }]);
    }
  });

  test("of one event check a body against that, whatever it looks like", () => {
    const { events } = schemasOf(lens);
    const { issues } = validate(events[id], { type: "user.deleted", user_id: 7 });
    assert.deepEqual(
      issues.map(({ path }) => path),
      [["type"]],
    );
    assert.ok(validate(events[id], []).issues.length > 0);
    assert.match(validate(events[id], 7).issues[0].message, /^expected a body/);
  });

  test("have the built-in events as well, unless those are left out", () => {
    const { anyEvent, providers, events } = schemasOf(both);
    const lock = payload("seam/lock.locked");
    for (const schema of [anyEvent, providers.seam, events["seam/lock.locked"]]) {
      assert.deepEqual(validate(schema, lock), { value: both.parse(lock) });
    }
    assert.match(validate(providers.acme, lock).issues[0].message, /expected an event of acme, found seam/);
    assert.ok(validate(schemasOf(lens).anyEvent, lock).issues.length > 0);
    // What registers webhooks is no event.
    assert.ok(validate(anyEvent, payload("paybook/webhook")).issues.length > 0);
  });

  test("are those of a lens and of nothing else", () => {
    for (const value of [undefined, null, {}, "lens", both.parse]) {
      assert.throws(() => schemasOf(value), {
        name: "TypeError",
        message: /^expected a lens that createHookLens made/,
      });
    }
  });

  test("validate the requests of Hono", async () => {
    const app = new Hono();
    app.post("/", sValidator("json", schemasOf(lens).anyEvent), (c) =>
      c.json(c.req.valid("json").events[0].id),
    );
    const send = (body) => app.request("/", { method: "POST", headers: JSON_TYPE, body });
    assert.equal(await (await send(body)).json(), id);
    assert.equal((await send("{}")).status, 400);
  });
});
