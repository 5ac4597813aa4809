// In which turn an answer leaves, and that there is one, whatever the code does.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import express from "express";
import Fastify from "fastify";
import { webhook as endpoint } from "hooklens/handler";
import { queue } from "hooklens/lambda";
import { fastifyWebhook, webhook } from "hooklens/node";
import { SharedTimer } from "../../pkg/deadlines.js";
import { payload } from "./corpus.mjs";
import { JSON_TYPE, post } from "./http.mjs";

const seam = payload("seam/acs_credential.issued");
const batch = payload("paybook/credentials.created");
const both = JSON.stringify({
  ...JSON.parse(batch),
  events: ["paybook/credentials.created", "paybook/documents.failed"].flatMap(
    (id) => JSON.parse(payload(id)).events,
  ),
});
const delivery = (body) => ({ headers: JSON_TYPE, body });

/** Servers that say where they are, and tell the status of each answer when it leaves. */
const SERVERS = {
  "node:http": (t, told, ...given) => listening(t, told, createServer(webhook(...given))),
  Express: (t, told, ...given) => {
    const app = express().post("/", webhook(...given));
    app.use((error, request, response, next) => response.status(500).end(next && String(error)));
    return listening(t, told, createServer(app));
  },
  async Fastify(t, told, ...given) {
    let server;
    const serverFactory = (handler) => (server = createServer(handler));
    const app = Fastify({ serverFactory }).register(fastifyWebhook(...given));
    await app.ready();
    return listening(t, told, server);
  },
};

async function listening(t, told, server) {
  server.prependListener("request", (request, response) => {
    const { end } = response;
    response.end = function (...args) {
      told.push(response.statusCode);
      return end.apply(this, args);
    };
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  t.after(() => server.close());
  return `http://localhost:${server.address().port}/`;
}

for (const [name, begin] of Object.entries(SERVERS)) {
  describe(name, () => {
    test("an answer leaves in the turn in which the body was read, where nothing is waited for", async (t) => {
      const told = [];
      const hooks = {
        verify: () => told.push("verify"),
        dedupe: () => void told.push("dedupe"),
        onOutcome: ({ outcome }) => told.push(outcome),
      };
      const onEvent = ({ id }) => {
        told.push(id);
        process.nextTick(() => told.push("the next tick"));
        queueMicrotask(() => told.push("the next microtask"));
      };
      const url = await begin(t, told, onEvent, hooks);
      assert.equal((await post(url, seam)).status, 204);
      assert.deepEqual(told.slice(0, 5), ["verify", "dedupe", "seam/acs_credential.issued", "handled", 204]);
      assert.deepEqual(told.slice(5).sort(), ["the next microtask", "the next tick"]);

      told.length = 0;
      assert.equal((await post(url, "{")).status, 400);
      assert.deepEqual(told, ["verify", "malformed", 400]);
    });

    test("where something is, it leaves once that is over", async (t) => {
      const told = [];
      const hooks = {
        verify: async () => told.push("verify"),
        onOutcome: ({ outcome }) => told.push(outcome),
      };
      const onEvent = async ({ type }) => {
        told.push(`begin ${type}`);
        await new Promise(setImmediate);
        told.push(`end ${type}`);
      };
      const url = await begin(t, told, onEvent, hooks);
      assert.equal((await post(url, both)).status, 204);
      assert.deepEqual(told, [
        "verify",
        "begin credentials.created",
        "end credentials.created",
        "begin documents.failed",
        "end documents.failed",
        "handled",
        204,
      ]);
    });

    test("what the code throws, at once or later, is answered once, and the next request as well", async (t) => {
      t.mock.method(console, "error", () => {});
      const ways = {
        "at once": () => {
          throw new Error("at once");
        },
        later: () => Promise.reject(new Error("later")),
        "nothing to speak of": () => {
          throw undefined;
        },
      };
      for (const [way, onEvent] of Object.entries(ways)) {
        if (name === "Express" && way === "nothing to speak of") continue; // `next()` goes on to the next route
        const told = [];
        const outcomes = [];
        const url = await begin(t, told, onEvent, { onOutcome: ({ outcome }) => outcomes.push(outcome) });
        for (const body of [seam, seam]) assert.equal((await post(url, body)).status, 500, way);
        assert.deepEqual(
          [told, outcomes],
          [
            [500, 500],
            ["failed", "failed"],
          ],
          way,
        );
      }
    });

    test("after an event that fails, the others of its body are left alone", async (t) => {
      t.mock.method(console, "error", () => {});
      for (const fail of [() => assert.fail(), async () => assert.fail()]) {
        const told = [];
        const onEvent = ({ type }) => {
          told.push(type);
          return fail();
        };
        const url = await begin(t, told, onEvent);
        assert.equal((await post(url, both)).status, 500);
        assert.deepEqual(told, ["credentials.created", 500]);
      }
    });
  });
}

/** What is waited for like a promise, and says twice that it is over. */
const twice = (value) => ({
  then(resolve) {
    resolve(value);
    resolve(value);
  },
});

test("what is no real promise is waited for, and settles once", async () => {
  const ids = [];
  const told = [];
  const onEvent = ({ id }) => {
    ids.push(id);
    return twice();
  };
  const onOutcome = ({ outcome }) => told.push(outcome);
  for (const timeout of [0, 5_000]) {
    const handle = endpoint(onEvent, {
      timeout,
      onOutcome,
      verify: () => twice(true),
      dedupe: () => twice(false),
    });
    assert.equal((await handle(delivery(() => twice(seam)))).status, 204);
  }
  assert.deepEqual(ids, ["seam/acs_credential.issued", "seam/acs_credential.issued"]);
  assert.deepEqual(told, ["handled", "handled"]);
  const refused = await endpoint(() => assert.fail(), { verify: () => twice(false) })(delivery(seam));
  assert.equal(refused.status, 401);
});

test("ten thousand events in one body take no stack, waited for or not", async () => {
  const envelope = JSON.parse(batch);
  const many = JSON.stringify({
    ...envelope,
    events: Array.from({ length: 10_000 }, () => envelope.events[0]),
  });
  for (const onEvent of [
    () => {},
    async () => {},
    ({ pointer }) => (/0$/.test(pointer) ? twice() : undefined),
  ]) {
    let calls = 0;
    const handle = endpoint(
      (event) => {
        calls += 1;
        return onEvent(event);
      },
      { maxBytes: 16 << 20 },
    );
    assert.equal((await handle(delivery(many))).status, 204);
    assert.equal(calls, 10_000);
  }
});

test("hooks and the code get the same bytes, and never a Buffer", async () => {
  const given = [];
  const take = (bytes) => given.push(bytes);
  const options = { verify: take, onInvalid: (report, headers, bytes) => void take(bytes) };
  const onEvent = (event, { rawBody }) => void take(rawBody);
  const invalid = Buffer.from(String(seam).replace(/"event_id": ?"[^"]*"/, '"event_id":"secret"'));
  const receive = endpoint(onEvent, options);
  assert.equal((await receive(delivery(seam))).status, 204);
  assert.equal((await receive(delivery(invalid))).status, 422);
  assert.equal(given.length, 4);
  assert.ok(given[0] === given[1] && given[2] === given[3]);
  assert.deepEqual([given[0], given[2]], [new Uint8Array(seam), new Uint8Array(invalid)]);

  given.length = 0;
  const record = { messageId: "1", body: String(seam) };
  assert.deepEqual(await queue(onEvent, options)({ Records: [record] }), { batchItemFailures: [] });
  assert.deepEqual([given.length, given[0]], [2, new Uint8Array(seam)]);
});

describe("a timer that is shared", () => {
  const waiting = (told, name) => ({ late: () => told.push(name) });

  test("calls what waits too long, from the oldest on, and nothing that is over", (t) => {
    t.mock.timers.enable({ apis: ["setInterval"] });
    const told = [];
    const timer = new SharedTimer(1_000);
    const [first, second, third] = ["first", "second", "third"].map((name) => waiting(told, name));
    timer.add(first);
    timer.add(second);
    t.mock.timers.tick(600);
    timer.add(third);
    timer.remove(second);
    t.mock.timers.tick(400);
    assert.deepEqual(told, []);
    t.mock.timers.tick(100);
    assert.deepEqual(told, ["first"]);
    t.mock.timers.tick(600);
    assert.deepEqual(told, ["first", "third"]);
    assert.equal(timer.timer, undefined);
  });

  test("what is over holds nothing else that waited", () => {
    const timer = new SharedTimer(1_000);
    const all = ["first", "second", "third"].map((name) => waiting([], name));
    for (const one of all) timer.add(one);
    for (const one of [all[1], all[0], all[2]]) timer.remove(one);
    for (const { next, previous } of all) assert.deepEqual([next, previous], [undefined, undefined]);
    assert.ok(timer.next === timer && timer.previous === timer);
    clearInterval(timer.timer);
  });
});
