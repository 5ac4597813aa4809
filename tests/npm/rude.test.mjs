// Senders that are slow, many, idle, in a hurry or gone, over real connections, to every server of `hooklens/node`.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import express from "express";
import Fastify from "fastify";
import { fastifyWebhook, webhook } from "hooklens/node";
import { payload } from "./corpus.mjs";
import { JSON_TYPE, breakOff, open, post, requestOf } from "./http.mjs";

const seam = payload("seam/acs_credential.issued");
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function serving(t, server) {
  server.listen(0, "localhost");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://localhost:${server.address().port}/`;
}

/** Each server with the same endpoint at its root. */
const SERVERS = {
  "node:http": (t, onEvent, options) => serving(t, createServer(webhook(onEvent, options))),
  Express: (t, onEvent, options) => serving(t, createServer(express().all("/", webhook(onEvent, options)))),
  async Fastify(t, onEvent, options) {
    const app = Fastify().register(fastifyWebhook(onEvent, options));
    t.after(() => app.close());
    return `${await app.listen({ port: 0, host: "localhost" })}/`;
  },
};

/** The head of a request whose body is so long, or is said to be. */
const head = (length, ...more) =>
  [
    "POST / HTTP/1.1",
    "host: localhost",
    "content-type: application/json",
    `content-length: ${length}`,
    ...more,
    "",
    "",
  ].join("\r\n");

for (const [name, begin] of Object.entries(SERVERS)) {
  describe(name, () => {
    test("a body a byte at a time, for longer than it may take: 408, and the connection ends", async (t) => {
      const url = await begin(t, () => assert.fail(), { timeout: 300 });
      const slow = await open(url);
      slow.socket.write(head(5_000));
      const started = performance.now();
      const drip = setInterval(() => slow.socket.write(" "), 20);
      const said = await slow.answer(/^HTTP\/1\.1 408 .*\r\n\r\n\{.*\}/s);
      clearInterval(drip);
      const took = performance.now() - started;
      assert.ok(took >= 280 && took < 5_000, `${took} ms`);
      assert.match(said, /\r\nconnection: close\r\n/i);
      assert.match(said, /"detail":"expected the body within 300 ms"/);
      slow.socket.end();
      await slow.closed;
      assert.equal((await post(url, "{")).status, 400);
    });

    test("a body that never comes: 408", async (t) => {
      const url = await begin(t, () => assert.fail(), { timeout: 200 });
      const silent = await open(url);
      silent.socket.write(head(10));
      await silent.answer(/^HTTP\/1\.1 408 /);
      silent.socket.destroy();
    });

    test("pipelined requests are answered in order", async (t) => {
      const ids = [];
      const url = await begin(t, async ({ id }) => {
        await sleep(ids.length === 0 ? 30 : 0);
        ids.push(id);
      });
      const connection = await open(url);
      const bodies = [seam, "{", "{}", seam, '{"event":"refresh"}', seam];
      connection.socket.write(Buffer.concat(bodies.map((body) => requestOf(url, body))));
      const said = await connection.answer(/(HTTP\/1\.1 \d{3} [^]*){6}/);
      const statuses = () => [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      assert.deepEqual(statuses(), [204, 400, 202, 204, 422, 204]);
      assert.equal(ids.length, 3);
      connection.socket.end();
      await connection.closed;
    });

    test("another method: 405 with Allow; a handshake: its answer", async (t) => {
      const url = await begin(t, () => assert.fail());
      for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
        const { status, headers, json } = await post(url, undefined, { method, headers: {} });
        assert.deepEqual(
          [status, headers.allow, json.detail],
          [405, "POST", "expected the method POST"],
          method,
        );
        assert.equal(headers["content-type"], "application/problem+json");
      }
      const headed = await open(url);
      headed.socket.write("HEAD / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
      await headed.closed;
      assert.match(await headed.answer(/./), /^HTTP\/1\.1 405 [^]*\r\n\r\n$/);

      const handshakes = { cloudEvents: { origins: ["example.com"] }, hub: { verifyToken: "s3cret" } };
      const asked = await begin(t, () => assert.fail(), { handshakes });
      const allowed = await post(asked, undefined, {
        method: "OPTIONS",
        headers: { "webhook-request-origin": "example.com" },
      });
      assert.deepEqual([allowed.status, allowed.headers["webhook-allowed-origin"]], [200, "example.com"]);
      const query = "?hub.mode=subscribe&hub.verify_token=s3cret&hub.challenge=1158201444";
      const known = await post(`${asked}${query}`, undefined, { method: "GET", headers: {} });
      assert.deepEqual([known.status, known.text], [200, "1158201444"]);
      assert.match(known.headers["content-type"], /^text\/plain/);
      assert.equal((await post(asked, undefined, { method: "GET", headers: {} })).status, 405);
    });

    test("Expect: 100-continue: told to go on, and then answered", async (t) => {
      const url = await begin(t, () => {});
      const polite = await open(url);
      polite.socket.write(head(seam.length, "expect: 100-continue"));
      await polite.answer(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
      polite.socket.write(seam);
      assert.match(await polite.answer(/ 204 /), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 204 /);
      polite.socket.destroy();
    });

    test("senders that leave in the middle: nothing is left of them", async (t) => {
      let failures = 0;
      t.mock.method(console, "error", () => (failures += 1));
      const url = await begin(t, () => {});
      for (let round = 0; round < 5; round++)
        await Promise.all(Array.from({ length: 20 }, () => breakOff(url)));
      assert.equal((await post(url, seam)).status, 204);
      assert.equal(failures, 0);
    });
  });
}

test("Expect: 100-continue where the endpoint is asked first: what is refused need not be sent", async (t) => {
  const receive = webhook(() => {}, { maxBytes: 4_096 });
  const server = createServer(receive).on("checkContinue", receive);
  const url = await serving(t, server);
  for (const [length, fields, status] of [
    [5_000, [], 413],
    [seam.length, ["content-encoding: br"], 415],
  ]) {
    const sender = await open(url);
    sender.socket.write(head(length, "expect: 100-continue", ...fields));
    assert.match(await sender.answer(/\r\n\r\n\{/), new RegExp(`^HTTP/1\\.1 ${status} `));
    sender.socket.end();
    await sender.closed;
  }
  const taken = await open(url);
  taken.socket.write(head(seam.length, "expect: 100-continue"));
  await taken.answer(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  taken.socket.write(seam);
  assert.match(await taken.answer(/ 204 /), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 204 /);
  taken.socket.destroy();
});

test("2,000 idle connections, and half of them in the middle of a body: the next request is answered, the memory stays flat", async (t) => {
  const ids = [];
  const url = await serving(t, createServer(webhook(({ id }) => void ids.push(id), { timeout: 0 })));
  const idle = [];
  for (let batch = 0; batch < 20; batch++)
    idle.push(...(await Promise.all(Array.from({ length: 100 }, () => open(url)))));
  t.after(() => idle.forEach(({ socket }) => socket.destroy()));
  for (const { socket } of idle.slice(0, 1_000)) socket.write(`${head(10_000)}{"event":`);
  await sleep(100);
  assert.equal(idle.length, 2_000);
  const before = process.memoryUsage().rss;
  for (let round = 0; round < 200; round++) assert.equal((await post(url, seam)).status, 204);
  assert.equal(ids.length, 200);
  const grown = process.memoryUsage().rss - before;
  assert.ok(grown < 64 * 1024 * 1024, `${grown} bytes more`);
  assert.ok(idle.every(({ socket }) => !socket.destroyed));
});

test("what was begun and left a thousand times takes no memory", { timeout: 60_000 }, async (t) => {
  const url = await serving(t, createServer(webhook(() => {}, { timeout: 30_000 })));
  const leave = async () => {
    const { socket, closed } = await open(url);
    socket.write(head(900_000));
    socket.write(Buffer.alloc(64 * 1024, 0x20));
    await sleep(5);
    socket.destroy();
    await closed;
  };
  const many = async () => {
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 50 }, leave));
    return process.memoryUsage().rss;
  };
  const before = await many();
  const after = await many();
  assert.ok(after - before < 48 * 1024 * 1024, `${after - before} bytes more`);
  assert.equal((await post(url, seam, { headers: JSON_TYPE })).status, 204);
});
