import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer } from "node:http";
import http2 from "node:http2";
import { connect } from "node:net";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { deflateSync, gzipSync, brotliCompressSync } from "node:zlib";
import express from "express";
import Fastify from "fastify";
import { PayloadError, normalize, parse, validate } from "hooklens";
import { problemDetails, receive, webhook } from "hooklens/handler";
import { webhook as fetchWebhook } from "hooklens/fetch";
import { fastifyWebhook, webhook as nodeWebhook } from "hooklens/node";
import { Webhook } from "svix";
import { verifyChift } from "../examples/verify-chift.mjs";
import { verifySeam } from "../examples/verify-seam.mjs";
import { corpus, payload, root } from "./corpus.mjs";
import { JSON_TYPE, breakOff, post, stream } from "./http.mjs";

const seam = payload("seam/acs_credential.issued");
const batch = (...paths) => {
  const envelopes = paths.map((path) => JSON.parse(payload(path)));
  return JSON.stringify({ ...envelopes[0], events: envelopes.flatMap(({ events }) => events) });
};
const delivery = (body, headers = JSON_TYPE) => ({ headers, body });
const problemOf = ({ answer }) => ({ ...JSON.parse(answer.body), headers: answer.headers });

describe("receive", () => {
  test("gives the events of a valid body, typed and canonical", async () => {
    const body = batch("paybook/credentials.created", "paybook/documents.failed");
    const received = await receive(delivery(body));
    assert.equal(received.ok, true);
    assert.deepEqual(received.events, parse(body).events);
    assert.deepEqual(received.canonical, normalize(body));
    assert.equal(received.canonical.length, 2);
    assert.deepEqual(received.rawBody, new TextEncoder().encode(body));
  });

  test("takes a body as text, as bytes, or as what reads it", async () => {
    for (const body of [
      String(seam),
      seam,
      new Uint8Array(seam),
      runInNewContext("Uint8Array.from(bytes)", { bytes: seam }),
      () => seam,
      async (limit) => seam.subarray(0, limit),
    ]) {
      const received = await receive(delivery(body));
      assert.deepEqual(
        received.events?.map(({ id }) => id),
        ["seam/acs_credential.issued"],
      );
      assert.equal(received.rawBody.constructor, Uint8Array);
    }
    for (const body of [
      { a: 1 },
      new Int8Array(seam),
      { [Symbol.toStringTag]: "Uint8Array" },
      seam.buffer,
      5,
    ]) {
      await assert.rejects(receive(delivery(body)), { name: "TypeError", message: /^expected the raw body/ });
    }
  });

  test("answers every body of the corpus by its status, and never quotes its values", async () => {
    const STATUS = { malformed: 400, invalid: 422, unknown: 202 };
    const seen = new Set();
    let quoted = 0;
    for (const { path, bytes } of corpus()) {
      const report = validate(bytes);
      const received = await receive(delivery(bytes), { maxBytes: 2 ** 24 });
      if (report.valid) {
        const events =
          report.problems.every(({ code }) => code !== "prototype-key") &&
          report.events.every(
            ({ type, provider }) => provider !== "paybook" || !/^(webhook|subscription)/.test(type),
          );
        assert.equal(received.ok, events, path);
        if (!events) assert.equal(received.answer.status, 422, path);
        continue;
      }
      seen.add(report.status);
      assert.equal(received.answer.status, STATUS[report.status], path);
      if (report.status === "unknown") {
        assert.equal(received.answer.body, "");
        continue;
      }
      const { errors, type, status } = JSON.parse(received.answer.body);
      assert.deepEqual([type, status], ["about:blank", received.answer.status]);
      assert.deepEqual(
        errors.map(({ code, pointer, line, column }) => ({ code, pointer, line, column })),
        report.problems
          .filter(({ severity }) => severity === "error")
          .map(({ code, pointer, span: { line, column } }) => ({ code, pointer, line, column })),
        path,
      );
      const wrong = report.problems.filter(({ severity }) => severity === "error");
      for (const [at, { code, expected = "", found = "" }] of wrong.entries()) {
        const values = code === "misspelled-field" ? [] : found.matchAll(/`([^`]*\w[^`]*)`/g);
        for (const [, value] of values) {
          quoted += 1;
          // What the catalog expects is said, be it in the body as well.
          const said =
            errors[at].detail.includes(value) && !expected.includes(value) && value !== "undefined";
          assert.ok(!said, `${path}: ${errors[at].detail}`);
        }
      }
    }
    assert.ok(quoted > 50);
    assert.deepEqual([...seen].sort(), ["invalid", "malformed", "unknown"]);
  });

  test("quotes no value of the body unless asked to", async () => {
    const secret = "5ecre7-5ecre7";
    const body = JSON.stringify({
      ...JSON.parse(seam),
      event_id: secret,
      created_at: secret,
      workspace_id: 5,
    });
    const silent = await receive(delivery(body));
    assert.equal(silent.answer.status, 422);
    assert.ok(!silent.answer.body.includes(secret));
    assert.equal(JSON.parse(silent.answer.body).errors.length, 3);
    const telling = await receive(delivery(body), { echoValues: true });
    assert.ok(telling.answer.body.includes(secret));
  });

  test("refuses a subscription, which is valid but no event", async () => {
    const received = await receive(delivery(payload("paybook/webhook")));
    const { status, detail } = problemOf(received);
    assert.equal(status, 422);
    assert.match(detail, /paybook\/webhook/);
    assert.equal(received.report.status, "valid");
  });

  test("takes JSON by any name of it, in UTF-8", async () => {
    const taken = [
      "application/json",
      "Application/JSON; charset=UTF-8",
      'application/json;charset="utf-8"',
      "application/cloudevents+json; charset=utf8",
      "application/vnd.seam.v1+json;v=1",
    ];
    for (const type of taken)
      assert.equal((await receive(delivery(seam, { "content-type": type }))).ok, true, type);
    const refused = [
      "text/plain",
      "application/jsonp",
      "application/json; charset=utf-16",
      "text/json+x",
      "",
      undefined,
    ];
    for (const type of refused) {
      const { status, headers } = problemOf(await receive(delivery(seam, { "content-type": type })));
      assert.deepEqual([status, headers.accept], [415, "application/json"], type);
      assert.equal(
        (await receive(delivery(seam, { "content-type": type }), { anyContentType: true })).ok,
        true,
        type,
      );
    }
  });

  test("says of an empty body that it is empty, whatever its type", async () => {
    for (const headers of [JSON_TYPE, {}]) {
      const { status, errors } = problemOf(await receive(delivery("", headers)));
      assert.equal(status, 400);
      assert.match(errors[0].detail, /the body is empty/);
    }
    const { errors } = problemOf(await receive({ headers: JSON_TYPE }));
    assert.match(errors[0].detail, /the body is empty/);
  });

  test("refuses another method than POST", async () => {
    for (const method of ["GET", "PUT", "HEAD"]) {
      const { status, headers } = problemOf(await receive({ ...delivery(seam), method }));
      assert.deepEqual([status, headers.allow], [405, "POST"]);
    }
  });

  test("refuses a body over the limit: by its length, by its bytes, and without reading on", async () => {
    const limit = { maxBytes: seam.length - 1 };
    assert.equal(problemOf(await receive(delivery(seam), limit)).status, 413);
    assert.equal((await receive(delivery(seam), { maxBytes: seam.length })).ok, true);
    const unread = () => assert.fail("it was read");
    const declared = await receive(
      delivery(unread, { ...JSON_TYPE, "content-length": String(seam.length) }),
      limit,
    );
    assert.equal(problemOf(declared).status, 413);
    assert.equal(problemOf(await receive(delivery(() => null))).status, 413);
  });

  test("takes a body as large as it is told to, be that more than `validate` takes by itself", async () => {
    const maxBytes = 16 * 1024 * 1024 + 1;
    const large = `${seam}${" ".repeat(maxBytes - seam.length)}`;
    assert.equal((await receive(delivery(large), { maxBytes })).ok, true);
    assert.equal(problemOf(await receive(delivery(`${large} `), { maxBytes })).status, 413);
  });

  test("refuses a body that is too deep", async () => {
    const deep = `${"[".repeat(9)}${"]".repeat(9)}`;
    const { status, errors } = problemOf(await receive(delivery(deep), { maxDepth: 8 }));
    assert.equal(status, 400);
    assert.equal(errors[0].code, "too-deep");
  });

  test("decompresses what is sent compressed, to the limit", async () => {
    const coded = (body, coding) => delivery(body, { ...JSON_TYPE, "content-encoding": coding });
    for (const [coding, body] of [
      ["gzip", gzipSync(seam)],
      ["X-GZIP", gzipSync(seam)],
      ["deflate", deflateSync(seam)],
      ["identity", seam],
      ["gzip, gzip", gzipSync(gzipSync(seam))],
      ["deflate , x-gzip", gzipSync(deflateSync(seam))],
      ["identity,, gzip,", gzipSync(seam)],
      ["gzip", seam], // by a proxy that decompressed it and left the field
    ]) {
      const received = await receive(coded(body, coding));
      assert.equal(received.ok, true, coding);
      assert.deepEqual(received.rawBody, new Uint8Array(seam));
    }
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024, 0x20));
    assert.ok(bomb.length < 64 * 1024);
    assert.equal(problemOf(await receive(coded(bomb, "gzip"))).status, 413);
    assert.equal(problemOf(await receive(coded(gzipSync(bomb), "gzip, gzip"))).status, 413);
    for (const broken of [
      gzipSync(seam).subarray(0, 60),
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), seam]),
    ]) {
      assert.equal(problemOf(await receive(coded(broken, "gzip"))).status, 400);
    }
    for (const [coding, body] of [
      ["br", brotliCompressSync(seam)],
      ["gzip, br", brotliCompressSync(gzipSync(seam))],
      ["gzip, gzip, gzip, gzip", seam],
    ]) {
      const { status, headers } = problemOf(await receive(coded(body, coding)));
      assert.deepEqual([status, headers["accept-encoding"]], [415, "gzip, deflate"]);
    }
  });

  test("refuses what is compressed where nothing decompresses, and says so", () => {
    const program = `
      globalThis.DecompressionStream = PLATFORM;
      const { receive } = await import("hooklens/handler");
      const headers = { "content-type": "application/json", "content-encoding": "gzip" };
      const { answer } = await receive({ headers, body: "{}" });
      console.log(answer.status, answer.headers["accept-encoding"], JSON.parse(answer.body).detail);`;
    // The second is what Next's edge runtime has.
    for (const platform of ["undefined", "class { constructor() { throw new Error('not supported'); } }"]) {
      const code = program.replace("PLATFORM", platform);
      assert.equal(
        execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: root, encoding: "utf8" }),
        "415 identity expected no Content-Encoding other than identity, found gzip\n",
      );
    }
  });

  test("knows header fields in any case, in a Headers and in lists", async () => {
    for (const headers of [
      new Headers(JSON_TYPE),
      { "Content-Type": "application/json" },
      { "content-type": ["application/json"] },
    ]) {
      assert.equal((await receive(delivery(seam, headers))).ok, true);
    }
  });

  test("refuses options that it does not have", async () => {
    for (const options of [
      null,
      5,
      { maxBites: 1 },
      { maxBytes: -1 },
      { verify: true },
      { unknownStatus: 99 },
      { maxBytes: Object.create(null) },
      { maxDepth: { toString: () => assert.fail("it was asked") } },
      { maxBytes: Symbol("bytes") },
      { verify: [] },
      { constructor: 1 },
      JSON.parse('{"__proto__":1}'),
    ]) {
      const refusal = { name: "TypeError", message: /^expected options/ };
      await assert.rejects(async () => receive(delivery(seam), options), refusal);
    }
    assert.throws(() => webhook({ onEvent() {} }), TypeError);
    assert.equal((await receive(delivery(seam), { maxBytes: undefined, verify: undefined })).ok, true);
  });
});

describe("what a hostile sender says", () => {
  const withHeaders = (headers, body = seam) => delivery(body, { ...JSON_TYPE, ...headers });
  const statusOf = async (sent, options) => {
    const received = await receive(sent, options);
    return received.ok ? 204 : received.answer.status;
  };

  test("of the type: several of them, other charsets, names of what every object has", async () => {
    const refused = [
      "application/json, text/plain",
      "application/json, application/json",
      ["application/json", "text/plain"],
      "application/json; charset",
      "application/json; charset=",
      'application/json; charset=""',
      "application/json; charset=utf-7",
      "application/json; charset=utf-8; charset=utf-16",
      "application/json; charset=utf-8=",
      'application/json; charset=ut"f-8',
      'application/json; CHARSET = "UTF-16"',
      'application/json; charset="a"b"',
      "application/json\u0000",
      "json",
      "application/+json",
      "application/a/json",
      "constructor",
      "__proto__",
    ];
    for (const type of refused)
      assert.equal(await statusOf(withHeaders({ "content-type": type })), 415, type);
    const taken = [
      " application/json ",
      "application/json;",
      "application/json;;charset=utf-8;",
      "application/json; charset = utf-8",
      "application/json; charset=us-ascii",
      'application/json; profile="x=y"; charset="UTF-8"',
      "application/json\t;\tcharset=utf-8\t",
    ];
    for (const type of taken) assert.equal(await statusOf(withHeaders({ "content-type": type })), 204, type);
    const both = new Headers([["content-type", "application/json"]]);
    both.append("content-type", "text/plain");
    assert.equal(await statusOf(delivery(seam, both)), 415);
  });

  test("as much as a header may hold takes no time to read", async () => {
    const long = 64 * 1024;
    const spaces = " ".repeat(long);
    const types = [
      `application/json;charset=${spaces}a"b`,
      `application/json;charset${spaces}=${spaces}x`,
      `application/json${spaces}x`,
      `${spaces}application/json`,
      `application/json${";".repeat(long)}x`,
      `application/${"a".repeat(long)}+x`,
      `application/${"a+".repeat(long)}json`,
      `application/json;${"charset=utf-8;".repeat(long / 8)}`,
      `application/json;charset=${'"'.repeat(long)}`,
    ];
    const start = performance.now();
    for (const type of types) {
      await receive(withHeaders({ "content-type": type }));
      await receive(withHeaders({ "content-encoding": type }));
      await receive(withHeaders({ "content-length": type }));
    }
    const took = performance.now() - start;
    assert.ok(took < 2_000, `${took} ms`);
  });

  test("of the length: more is refused unread, and less or nonsense changes nothing", async () => {
    const unread = () => assert.fail("it was read");
    for (const length of ["1048577", "1e9", "0x7fffffff", "Infinity", " 9999999 ", ["9999999"]]) {
      assert.equal(await statusOf(withHeaders({ "content-length": length }, unread)), 413, length);
    }
    const long = Buffer.alloc(1024 * 1024 + 1, 0x20);
    for (const length of ["0", "5", "-1", "-Infinity", "NaN", "", "five", "5, 5", ["5", "5"], null]) {
      assert.equal(await statusOf(withHeaders({ "content-length": length })), 204, length);
      assert.equal(await statusOf(withHeaders({ "content-length": length }, long)), 413, length);
      assert.equal(await statusOf(withHeaders({ "content-length": length }, () => long)), 413, length);
    }
  });

  test("of the coding: chains of them, and names of what every object has", async () => {
    const codings = [
      "gzip, gzip, gzip, gzip",
      ["gzip", "gzip", "deflate", "gzip"],
      "gzip, zstd",
      "gzip;q=1",
      "compress",
      "zstd",
      "gzip\u0000",
      "constructor",
      "__proto__",
      "toString",
      "*",
    ];
    for (const coding of codings) {
      const { status, headers } = problemOf(await receive(withHeaders({ "content-encoding": coding })));
      assert.deepEqual([status, headers["accept-encoding"]], [415, "gzip, deflate"], coding);
    }
  });

  test("a gigabyte that was compressed to one: 413 at the limit, and the memory stays flat", async () => {
    const spaces = Buffer.alloc(8 * 1024 * 1024, 0x20);
    // So many members of one gzip stream are a gigabyte.
    const members = Buffer.concat(Array(119).fill(gzipSync(spaces)));
    assert.ok(members.length < 1024 * 1024, `${members.length} bytes`);
    const sent = [
      [members, "gzip"],
      [gzipSync(Buffer.alloc(2 ** 28, 0x20)), "gzip"],
      [deflateSync(Buffer.alloc(2 ** 28)), "deflate"],
    ];
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 1);
    for (const [body, coding] of [...sent, ...sent, ...sent]) {
      assert.equal(await statusOf(withHeaders({ "content-encoding": coding }, body)), 413);
    }
    // What is still inflated when it was answered would be seen now.
    await new Promise((resolve) => setTimeout(resolve, 200));
    clearInterval(watch);
    assert.ok(most - before < 48 * 1024 * 1024, `${most - before} bytes more`);
  });

  test("compressed twice: the data inside is no JSON, whatever it would be", async () => {
    assert.equal(await statusOf(withHeaders({ "content-encoding": "gzip" }, gzipSync(gzipSync(seam)))), 400);
    assert.equal(
      await statusOf(withHeaders({ "content-encoding": "deflate" }, deflateSync(gzipSync(seam)))),
      400,
    );
    assert.equal(await statusOf(withHeaders({ "content-encoding": "gzip" }, deflateSync(seam))), 400);
    assert.equal(await statusOf(withHeaders({ "content-encoding": "gzip" }, Buffer.from([0x1f]))), 400);
    assert.equal(await statusOf(withHeaders({ "content-encoding": "gzip" }, "")), 400);
    const trailing = Buffer.concat([gzipSync(seam), Buffer.from("and more")]);
    assert.ok([204, 400].includes(await statusOf(withHeaders({ "content-encoding": "gzip" }, trailing))));
  });

  test("members that every object has are members like any other", async () => {
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":5,"get":7';
    const refresh = String(payload("paybook/refresh"));
    const bodies = {
      204: [seam, refresh, payload("paybook/credentials.created")].map((body) =>
        String(body).replace("{", `{${evil},`),
      ),
      422: [refresh.replace(/"id_user": *"[^"]*"/, `"id_user":{${evil}},${evil}`)],
      202: [`{${evil}}`, `[{${evil}}]`, '{"__proto__":{"event":"refresh"}}', '{"event":"__proto__"}'],
      400: [`{${evil}`],
    };
    for (const [status, sent] of Object.entries(bodies)) {
      for (const body of sent) {
        const told = [];
        const handle = webhook((event, context) => void told.push([event, context]), {
          prototypeKeys: "keep",
          onUnknown: (report) => void told.push([report]),
          onRefused: (problem) => void told.push([problem]),
        });
        const headers = { ...JSON_TYPE, ...JSON.parse('{"__proto__":"x","constructor":"y","toString":"z"}') };
        const answer = await handle(delivery(body, headers));
        assert.equal(String(answer.status), status, body);
        assert.ok(told.length > 0);
        for (const [said, context] of told) {
          assert.equal(said.polluted ?? said.payload?.polluted, undefined);
          assert.equal(Object.getPrototypeOf(said.payload ?? said), Object.prototype);
          if (!context) continue;
          assert.equal(Object.getPrototypeOf(context.canonical.data), Object.prototype);
          assert.equal(context.canonical.data.polluted, undefined);
          assert.equal(Object.getPrototypeOf(context.headers), Object.prototype);
          assert.equal(context.headers.constructor, "y");
        }
        if (status === "422") assert.ok(JSON.parse(answer.body).errors.length > 0);
      }
    }
    assert.equal({}.polluted, undefined);
  });

  test("header fields may be absent as a whole", async () => {
    for (const headers of [undefined, null, {}, Object.create(null)]) {
      assert.equal(await statusOf({ headers, body: seam }), 415);
      assert.equal(await statusOf({ headers, body: seam }, { anyContentType: true }), 204);
    }
  });

  test("a body may come a byte at a time", async () => {
    let at = 0;
    const slow = new ReadableStream({
      async pull(controller) {
        await new Promise(setImmediate);
        if (at === seam.length) controller.close();
        else controller.enqueue(Uint8Array.of(seam[at++]));
      },
    });
    const headers = { ...JSON_TYPE };
    const sent = new Request("http://localhost/", { method: "POST", headers, body: slow, duplex: "half" });
    assert.equal((await fetchWebhook(() => {})(sent)).status, 204);
    assert.equal(at, seam.length);
  });
});

describe("unknown events", () => {
  const unknown = JSON.stringify({ ...JSON.parse(seam), event_type: "acs_credential.isued" });

  test("are accepted, and the code is told", async () => {
    const told = [];
    const onUnknown = (report, headers) =>
      void told.push([report.status, report.candidates, headers["content-type"]]);
    const { answer } = await receive(delivery(unknown), { onUnknown });
    assert.deepEqual([answer.status, answer.body], [202, ""]);
    assert.deepEqual(told, [["unknown", validate(unknown).candidates, "application/json"]]);
  });

  test("are answered with the configured status, as a problem from 400 on", async () => {
    assert.equal((await receive(delivery(unknown), { unknownStatus: 200 })).answer.status, 200);
    const { status, errors, candidates } = problemOf(
      await receive(delivery(unknown), { unknownStatus: 422 }),
    );
    assert.deepEqual([status, errors[0].code], [422, "unknown-event"]);
    assert.ok(candidates.includes("seam/acs_credential.issued"));
  });
});

describe("verify", () => {
  const chift = payload("chift/account.flow.executed");
  const sign = (body) => createHmac("sha256", "s3cret").update(body).digest("hex");
  const signed = (body, signature) => delivery(body, { ...JSON_TYPE, "X-Chift-Signature": signature });

  test("Chift's signature: the HMAC of the raw body", async () => {
    const verify = verifyChift("s3cret");
    assert.equal((await receive(signed(chift, sign(chift)), { verify })).ok, true);
    for (const signature of [sign("another body"), sign(chift).slice(2), "", undefined]) {
      const { status, headers } = problemOf(await receive(signed(chift, signature), { verify }));
      assert.equal(status, 401);
      assert.ok(headers["www-authenticate"]);
    }
  });

  test("Seam's signature, by Svix", async () => {
    const secret = `whsec_${Buffer.from("a secret of some length!").toString("base64")}`;
    const verify = verifySeam(secret);
    const now = new Date();
    const headers = {
      ...JSON_TYPE,
      "svix-id": "msg_1",
      "svix-timestamp": String(Math.floor(now / 1000)),
      "svix-signature": new Webhook(secret).sign("msg_1", now, String(seam)),
    };
    assert.equal((await receive(delivery(seam, headers), { verify })).ok, true);
    const refused = await receive(delivery(`${seam} `, headers), { verify });
    assert.equal(refused.answer.status, 401);
  });

  test("comes before anything else that the body says, and gets what was sent", async () => {
    const calls = [];
    const verify = (rawBody, headers) => void calls.push([rawBody, headers]);
    for (const body of ["", "{", "{}", seam]) {
      assert.equal(
        (await receive(delivery(body, { "Content-Type": "text/plain" }), { verify })).answer.status,
        401,
      );
    }
    assert.deepEqual(calls.at(-1), [new Uint8Array(seam), { "content-type": "text/plain" }]);
    const zipped = delivery(gzipSync(seam), { ...JSON_TYPE, "content-encoding": "gzip" });
    await receive(zipped, { verify });
    assert.deepEqual(calls.at(-1)[0], new Uint8Array(seam));
  });

  test("only what is truthy is a yes; the log is told why not", async () => {
    const told = [];
    const onRefused = ({ status }, error) => void told.push([status, error?.message]);
    const wrong = new Error("no signature");
    for (const verify of [() => false, async () => {}, () => Promise.reject(wrong)]) {
      assert.equal((await receive(delivery(seam), { verify, onRefused })).answer.status, 401);
    }
    assert.deepEqual(told, [
      [401, "verify returned false"],
      [401, "verify returned undefined"],
      [401, "no signature"],
    ]);
    assert.equal((await receive(delivery(seam), { verify: async () => ({}) })).ok, true);
  });
});

describe("webhook", () => {
  test("calls for each event, in order, one after the other", async () => {
    const calls = [];
    const handle = webhook(async (event, { canonical, report, rawBody, headers, extra }) => {
      calls.push(`start ${event.id}`);
      await new Promise(setImmediate);
      calls.push(`end ${canonical.id}`);
      assert.equal(report.status, "valid");
      assert.ok(rawBody.length > 0 && headers["content-type"] && extra === 5);
    });
    const body = batch("paybook/credentials.created", "paybook/documents.failed");
    assert.deepEqual(await handle(delivery(body), { extra: 5 }), { status: 204, headers: {}, body: "" });
    const [first, second] = normalize(body);
    assert.deepEqual(calls, [
      "start paybook/credentials.created",
      `end ${first.id}`,
      "start paybook/documents.failed",
      `end ${second.id}`,
    ]);
  });

  test("dedupe leaves out what was handled, and is asked by the normalized event's id", async () => {
    const done = new Set();
    const handled = [];
    const handle = webhook(
      (event, { canonical }) => {
        handled.push(event.id);
        done.add(canonical.id);
      },
      { dedupe: async (id) => done.has(id) },
    );
    const chift = payload("chift/account.flow.executed");
    const again = JSON.stringify(JSON.parse(chift), null, 4); // other white space: the same event
    for (const body of [chift, again, seam, seam]) assert.equal((await handle(delivery(body))).status, 204);
    assert.deepEqual(handled, ["chift/account.flow.executed", "seam/acs_credential.issued"]);
  });

  test("what the code throws goes to whoever called", async () => {
    const wrong = new Error("the database is away");
    const fails = () => Promise.reject(wrong);
    await assert.rejects(webhook(fails)(delivery(seam)), wrong);
    await assert.rejects(webhook(() => {}, { dedupe: fails })(delivery(seam)), wrong);
    await assert.rejects(webhook(() => {}, { onUnknown: fails })(delivery("{}")), wrong);
  });
});

test("problemDetails says what is wrong with a report", () => {
  const details = problemDetails(validate('{\n "event": "refresh", "id_usr": "5e751d54d0510472295413b3"}'));
  assert.equal(details.status, 422);
  assert.equal(details.title, "Unprocessable Content");
  const decoded = problemDetails(validate({ event: "refresh", endpoints: 5, id_credential: "x" }));
  for (const error of decoded.errors) assert.deepEqual(Object.keys(error), ["detail", "pointer", "code"]);
});

test("PayloadError of an answer reaches the log with its report", async () => {
  const told = [];
  await receive(delivery("{"), { onRefused: (problem, error) => told.push([problem, error]) });
  const [[problem, error]] = told;
  assert.equal(problem.status, 400);
  assert.ok(error instanceof PayloadError);
  assert.equal(error.report.status, "malformed");
});

describe("hooklens/fetch", () => {
  const request = (body, init = {}) =>
    new Request("http://localhost/webhook", {
      method: "POST",
      headers: JSON_TYPE,
      body,
      duplex: "half",
      ...init,
    });

  test("answers a Request", async () => {
    const events = [];
    const respond = fetchWebhook((event, context) => events.push([event.id, context.request.url]));
    const response = await respond(request(seam));
    assert.deepEqual([response.status, response.body], [204, null]);
    assert.deepEqual(events, [["seam/acs_credential.issued", "http://localhost/webhook"]]);
    const refused = await respond(request("{"));
    assert.equal(refused.status, 400);
    assert.equal(refused.headers.get("content-type"), "application/problem+json");
    assert.equal((await refused.json()).errors[0].code, "invalid-json");
    assert.equal((await respond(new Request("http://localhost/", { method: "GET" }))).status, 405);
    const empty = await respond(new Request("http://localhost/", { method: "POST" }));
    assert.equal(empty.status, 400);
    assert.match((await empty.json()).errors[0].detail, /the body is empty/);
  });

  test("takes a body whose length is told as a whole, and none of one that is longer than may be", async () => {
    const told = [];
    const respond = fetchWebhook((event, { rawBody }) => told.push([event.id, Buffer.from(rawBody)]), {
      maxBytes: seam.length,
    });
    const withLength = (body, length) =>
      request(body, { headers: { ...JSON_TYPE, "content-length": String(length) } });
    assert.equal((await respond(withLength(seam, seam.length))).status, 204);
    assert.deepEqual(told, [["seam/acs_credential.issued", Buffer.from(seam)]]);
    const longer = withLength(seam, seam.length + 1);
    assert.equal((await respond(longer)).status, 413);
    assert.equal(longer.bodyUsed, false);
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    assert.equal((await respond(withLength(broken, 5))).status, 400);
    assert.equal(told.length, 1);
  });

  test("stops reading at the limit", async () => {
    // A length that is no number, or of a body in chunks, is one that no server has held it to.
    const lengths = [
      {},
      ...["five", "-5", "5.5", " ", "5, 5"].map((length) => ({ "content-length": length })),
    ];
    for (const more of [...lengths, { "content-length": "5", "transfer-encoding": "chunked" }]) {
      let pulled = 0;
      let canceled = false;
      const endless = new ReadableStream({
        cancel: () => void (canceled = true),
        pull(controller) {
          pulled += 65536;
          if (pulled > 2 ** 26) controller.error(new Error("it reads on"));
          else controller.enqueue(new Uint8Array(65536));
        },
      });
      const response = await fetchWebhook(() => {})(request(endless, { headers: { ...JSON_TYPE, ...more } }));
      assert.equal(response.status, 413);
      assert.ok(pulled <= 1024 * 1024 + 4 * 65536, `${pulled} bytes were read`);
      assert.ok(canceled);
    }
  });

  test("says clearly that something has read the body before", async () => {
    const used = request(seam);
    await used.json();
    await assert.rejects(
      fetchWebhook(() => {})(used),
      /expected a request with an unread body.*HookLens needs the raw bytes/,
    );
  });

  test("a sender that breaks off gets no exception", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    assert.equal((await fetchWebhook(() => assert.fail())(request(broken))).status, 400);
  });
});

describe("hooklens/node", () => {
  async function serving(t, listener) {
    const server = createServer(listener);
    await new Promise((resolve) => server.listen(0, "localhost", resolve));
    t.after(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return `http://localhost:${server.address().port}/`;
  }

  test("a body that express.json() has read is an error that says so", async (t) => {
    const app = express().use(express.json());
    app.post(
      "/",
      nodeWebhook(() => assert.fail()),
    );
    const errors = [];
    app.use((error, request, response, next) => {
      errors.push(error);
      response.status(500).end();
    });
    const url = await serving(t, app);
    assert.equal((await post(url, seam)).status, 500);
    assert.match(errors[0].message, /a body parser has already read.*before express\.json\(\)/);
    // What express.json() leaves alone can still be read.
    assert.equal((await post(url, "{", { headers: { "content-type": "text/plain" } })).status, 415);
  });

  test("so it is without Express, and the answer says it", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const receiver = nodeWebhook(() => assert.fail());
    const url = await serving(t, async (request, response) => {
      for await (const _ of request);
      request.body = { parsed: true };
      await receiver(request, response);
    });
    const { status, json } = await post(url, seam);
    assert.equal(status, 500);
    assert.match(json.detail, /a body parser has already read/);
    assert.equal(logged.mock.callCount(), 1);
  });

  test("the raw body of express.raw(), of express.text() and in rawBody is as good", async (t) => {
    const parsers = [
      express.raw({ type: "*/*" }),
      express.text({ type: "*/*" }),
      express.json({ verify: (request, response, bytes) => (request.rawBody = bytes) }),
      // A test runner may give each file a realm of its own.
      express.json({
        verify: (request, response, bytes) =>
          (request.rawBody = runInNewContext("Uint8Array.from(bytes)", { bytes })),
      }),
    ];
    for (const parser of parsers) {
      const ids = [];
      const url = await serving(
        t,
        express()
          .use(parser)
          .post(
            "/",
            nodeWebhook(({ id }) => ids.push(id)),
          ),
      );
      assert.equal((await post(url, seam)).status, 204);
      const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
      assert.equal((await post(url, gzipSync(seam), { headers })).status, 204);
      assert.deepEqual(ids, ["seam/acs_credential.issued", "seam/acs_credential.issued"]);
    }
  });

  test("what the code throws goes to next, to Fastify, or is logged and answered with 500", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const wrong = new Error("the database is away");
    const fails = () => Promise.reject(wrong);

    const plain = await post(await serving(t, nodeWebhook(fails)), seam);
    assert.deepEqual([plain.status, plain.headers["content-type"]], [500, "application/problem+json"]);
    assert.ok(!plain.text.includes(wrong.message));
    assert.equal(logged.mock.calls[0].arguments[0], wrong);

    const app = express().post("/", nodeWebhook(fails));
    app.use((error, request, response, next) => response.status(503).end(error.message));
    const passed = await post(await serving(t, app), seam);
    assert.deepEqual([passed.status, passed.text], [503, wrong.message]);

    const fastify = Fastify().register(fastifyWebhook(fails));
    fastify.setErrorHandler((error, request, reply) => reply.code(503).send(error.message));
    t.after(() => fastify.close());
    const thrown = await post(await fastify.listen({ port: 0 }), seam);
    assert.deepEqual([thrown.status, thrown.text], [503, wrong.message]);

    // What is thrown need be no error.
    const odd = Fastify().register(fastifyWebhook(() => Promise.reject("away")));
    odd.setErrorHandler((error, request, reply) => reply.code(503).send(`${error.message}!`));
    t.after(() => odd.close());
    const told = await post(await odd.listen({ port: 0 }), seam);
    assert.deepEqual([told.status, told.text], [503, "away!"]);
    assert.equal(logged.mock.callCount(), 1);
  });

  test("the code may answer by itself", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const receiver = nodeWebhook((event, { response }) => response.writeHead(200).end(event.id));
    const answer = await post(await serving(t, receiver), seam);
    assert.deepEqual([answer.status, answer.text], [200, "seam/acs_credential.issued"]);
    await new Promise(setImmediate);
    assert.equal(logged.mock.callCount(), 0);
  });

  test("Fastify's hooks and its other routes are as they were", async (t) => {
    const app = Fastify({ bodyLimit: 10 });
    app.addHook("onSend", async (request, reply) => void reply.header("x-hook", "1"));
    app.register(
      fastifyWebhook(() => {}, { maxBytes: 4096 }),
      { prefix: "/in", url: "/webhook" },
    );
    app.post("/other", async ({ body }) => body);
    t.after(() => app.close());
    const url = await app.listen({ port: 0 });
    const answer = await post(`${url}/in/webhook`, seam);
    assert.deepEqual([answer.status, answer.headers["x-hook"]], [204, "1"]);
    assert.deepEqual((await post(`${url}/other`, '{"a":1}')).json, { a: 1 });
    assert.equal((await post(`${url}/other`, '{"a":1000000}')).status, 413);
  });

  test("over HTTP/2 too, where a stream that is refused is closed", async (t) => {
    const server = http2.createServer(nodeWebhook(() => {}));
    const closed = [];
    server.on("stream", (stream) => closed.push(once(stream, "close")));
    await new Promise((resolve) => server.listen(0, "localhost", resolve));
    const client = http2.connect(`http://localhost:${server.address().port}`);
    t.after(() => {
      client.destroy();
      server.close();
    });
    for (const [body, status] of [
      [seam, 204],
      ["{", 400],
      [Buffer.alloc(3 * 1024 * 1024, 0x20), 413],
    ]) {
      const request = client.request({ ":method": "POST", ...JSON_TYPE });
      request.end(body);
      const [headers] = await once(request, "response");
      assert.equal(headers[":status"], status);
      request.resume();
    }
    await Promise.all(closed);
    assert.equal(closed.length, 3);
  });

  const fastifying = async (t, plugin, more = () => {}) => {
    const app = Fastify();
    more(app);
    app.register(plugin);
    t.after(() => app.close());
    return `${await app.listen({ port: 0 })}/`;
  };

  test("more than the limit: the answer comes whole while more is sent, and the connection ends", async (t) => {
    const hooked = (app) =>
      app.addHook("onRequest", async (request, reply) => void reply.header("x-hook", "1"));
    const urls = {
      node: await serving(
        t,
        nodeWebhook(() => assert.fail()),
      ),
      fastify: await fastifying(
        t,
        fastifyWebhook(() => assert.fail()),
        hooked,
      ),
    };
    for (const [name, url] of Object.entries(urls)) {
      for (const sender of [{}, { polite: false }, { declared: true }, { declared: true, polite: false }]) {
        const { answer } = await stream(url, 4 * 1024 * 1024, sender);
        const [head] = answer.split("\r\n\r\n");
        // Fastify answers the end of such a connection as well, after this.
        const length = Number(/content-length: (\d+)/i.exec(head)[1]);
        const body = answer.slice(head.length + 4).slice(0, length);
        assert.match(head, /^HTTP\/1\.1 413 Payload Too Large\r\n/);
        assert.match(head, /\r\ncontent-type: application\/problem\+json\r\n/i);
        assert.match(head, /\r\nconnection: close\r\n/i);
        assert.equal(/\r\nx-hook: 1\r\n/.test(head), name === "fastify");
        assert.equal(JSON.parse(body).status, 413);
      }
      // What was read whole leaves the connection as it is.
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const status of [400, 413, 400]) {
        const sent = status === 413 ? Buffer.alloc(1024 * 1024 + 1) : "{";
        const { headers, ...answer } = await post(url, sent, { agent });
        assert.equal(answer.status, status);
        assert.equal(headers.connection, status === 413 ? "close" : "keep-alive");
      }
      agent.destroy();
    }
  });

  test("just so many bytes are taken, in chunks or at once", async (t) => {
    const options = { maxBytes: seam.length };
    for (const url of [
      await serving(
        t,
        nodeWebhook(() => {}, options),
      ),
      await fastifying(
        t,
        fastifyWebhook(() => {}, options),
      ),
    ]) {
      for (const body of [seam, [seam.subarray(0, 10), seam.subarray(10)]]) {
        assert.equal((await post(url, body)).status, 204);
      }
      assert.equal((await post(url, [seam, " "])).status, 413);
      assert.equal((await post(url, `${seam} `)).status, 413);
    }
  });

  test("an answer has the fields that it needs, and no more", async (t) => {
    for (const url of [
      await serving(
        t,
        nodeWebhook(() => {}),
      ),
      await fastifying(
        t,
        fastifyWebhook(() => {}),
      ),
    ]) {
      const taken = await post(url, seam);
      assert.deepEqual([taken.status, taken.text], [204, ""]);
      assert.equal(taken.headers["content-type"], undefined);
      const unknown = await post(url, "{}");
      assert.deepEqual([unknown.status, unknown.text], [202, ""]);
      const refused = await post(url, "{");
      assert.equal(refused.headers["content-type"], "application/problem+json");
      assert.equal(Number(refused.headers["content-length"]), Buffer.byteLength(refused.text));
    }
  });

  test("the code gets what the server has, and may answer by itself to Fastify too", async (t) => {
    const seen = [];
    const url = await fastifying(
      t,
      fastifyWebhook((event, { request, reply }) => {
        seen.push([event.id, request.method, typeof reply.send]);
        return reply.code(200).send({ done: true });
      }),
    );
    const answer = await post(url, seam);
    assert.deepEqual([answer.status, answer.json], [200, { done: true }]);
    assert.deepEqual(seen, [["seam/acs_credential.issued", "POST", "function"]]);
  });

  test("a failure once an answer has begun ends the connection", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const url = await serving(
      t,
      nodeWebhook((event, { response }) => {
        response.writeHead(200).write("half");
        throw new Error("the database is away");
      }),
    );
    await assert.rejects(post(url, seam), { code: "ECONNRESET" });
    assert.equal(logged.mock.callCount(), 1);
  });

  test("a failure is answered with what can be told of it", async (t) => {
    t.mock.method(console, "error", () => {});
    const { json } = await post(
      await serving(
        t,
        nodeWebhook(() => Promise.reject(new Error("secret"))),
      ),
      seam,
    );
    assert.deepEqual(json, {
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      detail: "the webhook could not be handled",
    });
  });

  test("a sender that has left, or leaves, is nobody's failure", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const failures = [];
    const next = (error) => void failures.push(error);
    const receiver = nodeWebhook(() => assert.fail());
    for (const hasLeft of [false, true]) {
      const settled = [];
      const url = await serving(t, async (request, response) => {
        if (hasLeft) await new Promise((go) => request.on("error", () => {}).once("close", go));
        settled.push(receiver(request, response, next));
      });
      await breakOff(url);
      while (settled.length < 1) await new Promise((go) => setTimeout(go, 5));
      assert.deepEqual(await Promise.all(settled), [undefined]);
    }

    const others = await fastifying(
      t,
      fastifyWebhook(() => assert.fail()),
      (app) => app.addHook("onError", async (request, reply, error) => void failures.push(error)),
    );
    await breakOff(others);
    assert.equal((await post(others, "{")).status, 400);
    assert.deepEqual([failures, logged.mock.callCount()], [[], 0]);
  });

  test("what no client would send: refused, and the next request is answered", async (t) => {
    const ids = [];
    const url = await serving(
      t,
      nodeWebhook(({ id }) => ids.push(id)),
    );
    const { hostname, port } = new URL(url);
    /** Sends the parts one after the other; gives the status of the answer. */
    async function sendRaw(fields, ...parts) {
      const socket = connect({ host: hostname, port });
      let answer = "";
      socket.setEncoding("latin1").on("data", (text) => (answer += text));
      socket.on("error", () => {});
      socket.write(["POST / HTTP/1.1", "host: localhost", ...fields, "", ""].join("\r\n"));
      for (const part of parts) {
        await new Promise(setImmediate);
        socket.write(part);
      }
      while (!answer.includes("\r\n\r\n") && !socket.closed) await new Promise((go) => setTimeout(go, 5));
      socket.destroy();
      return Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
    }
    const type = "content-type: application/json";
    const length = `content-length: ${seam.length}`;
    const bytes = Array.from(seam, (byte) => Uint8Array.of(byte));
    assert.equal(await sendRaw([type, length], ...bytes), 204);
    // Node keeps the first of two types.
    assert.equal(await sendRaw([type, "content-type: text/plain", length], seam), 204);
    assert.equal(await sendRaw(["content-type: text/plain", type, length], seam), 415);
    assert.deepEqual(ids, ["seam/acs_credential.issued", "seam/acs_credential.issued"]);
    for (const fields of [
      [length, "content-length: 5"],
      [length, "transfer-encoding: chunked"],
      ["content-length: -5"],
      ["content-length: 0x10"],
      ["content-length: 5, 5"],
      ["transfer-encoding: gzip, chunked", "content-encoding: gzip"],
      ["transfer-encoding: chunked", "content-encoding: gzip, gzip"],
      ["content-length: 99999999999999999999"],
      [length, "expect: something"],
    ]) {
      const status = await sendRaw([type, ...fields], seam);
      assert.ok(status >= 400 && status < 500, `${fields}: ${status}`);
    }
    assert.equal((await post(url, seam)).status, 204);
    assert.equal(ids.length, 3);
  });

  test("a sender that breaks off ends nothing but itself", async (t) => {
    const receiver = nodeWebhook(() => {});
    const settled = [];
    const url = await serving(t, (request, response) => settled.push(receiver(request, response)));
    await breakOff(url);
    assert.equal((await post(url, seam)).status, 204);
    assert.deepEqual(await Promise.all(settled), [undefined, undefined]);
  });
});
