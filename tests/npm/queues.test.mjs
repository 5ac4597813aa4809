// Queues: what becomes of each outcome, and the handlers of SQS and of Cloudflare Queues with batches as those platforms
// document them.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { queue as cloudflareQueue } from "hooklens/fetch";
import { queue as sqsQueue, webhook as lambdaWebhook } from "hooklens/lambda";
import { findWorkerd } from "./binaries.mjs";
import { payload, root } from "./corpus.mjs";
import { JSON_TYPE, post } from "./http.mjs";
import { serveWorker } from "./workerd.mjs";
import { handler as sqsExample } from "../examples/sqs.mjs";

const seam = String(payload("seam/acs_credential.issued"));
const refresh = String(payload("paybook/refresh"));
const invalid = seam.replace(/"event_id": ?"[^"]*"/, '"event_id":"secret"');
const silent = { onError() {} };

/** A record as https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html shows it. */
const record = (messageId, body, { attempts = 1, group, headers = {}, fifo = group !== undefined } = {}) => ({
  messageId,
  receiptHandle: `AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a${messageId}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(attempts),
    SentTimestamp: "1545082649183",
    SenderId: "AIDAIENQZJOLO23YVJ4VO",
    ApproximateFirstReceiveTimestamp: "1545082649185",
    ...(group && {
      MessageGroupId: group,
      SequenceNumber: "18849496460467696128",
      MessageDeduplicationId: messageId,
    }),
  },
  messageAttributes: Object.fromEntries(
    Object.entries(headers).map(([name, stringValue]) => [
      name,
      { stringValue, stringListValues: [], binaryListValues: [], dataType: "String" },
    ]),
  ),
  md5OfBody: "e4e68fb7bd0e697a0ae8f1bb342846b3",
  eventSource: "aws:sqs",
  eventSourceARN: `arn:aws:sqs:us-east-2:123456789012:my-queue${fifo ? ".fifo" : ""}`,
  awsRegion: "us-east-2",
});
const failuresOf = ({ batchItemFailures }) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();

describe("SQS", () => {
  test("of a batch only what could not be handled comes again", async () => {
    const handled = [];
    const handler = sqsQueue(
      (event, { message, invocation, canonical }) => {
        handled.push([event.id, message.messageId, invocation.awsRequestId, canonical.type]);
        if (event.id === "paybook/refresh") throw new Error("the database is away");
      },
      { ...silent, onDeadLetter() {}, concurrency: 1 },
    );
    const Records = [
      record("1", seam),
      record("2", refresh),
      record("3", "{"),
      record("4", invalid),
      record("5", "{}"),
    ];
    assert.deepEqual(failuresOf(await handler({ Records }, { awsRequestId: "r" })), ["2"]);
    assert.deepEqual(handled, [
      ["seam/acs_credential.issued", "1", "r", "co.seam.acs_credential.issued"],
      ["paybook/refresh", "2", "r", "com.paybook.credentials.refreshed"],
    ]);
    assert.deepEqual(await handler({ Records: [] }), { batchItemFailures: [] });
  });

  test("what is to be set aside goes to onDeadLetter with its problem, or to the queue's own redrive policy", async () => {
    const letters = [];
    const refused = [];
    const options = {
      ...silent,
      onDeadLetter: (message, problem, report) =>
        void letters.push([message.messageId, problem, report?.status]),
      onRefused: ({ status }) => refused.push(status),
    };
    const Records = [
      record("1", "{"),
      record("2", invalid),
      record("3", "{}"),
      record("4", payload("paybook/webhook") + ""),
    ];
    assert.deepEqual(failuresOf(await sqsQueue(() => assert.fail(), options)({ Records })), []);
    const told = letters.map(([id, { status, errors }, report]) => [
      id,
      status,
      errors.map(({ code }) => code),
      report,
    ]);
    assert.deepEqual(told, [
      ["1", 400, ["invalid-json"], "malformed"],
      ["2", 422, ["bad-format"], "invalid"],
      ["3", 422, ["unknown-event"], "unknown"],
      ["4", 422, [], "valid"],
    ]);
    // A dead letter has the body beside it, so its values may be said.
    assert.match(letters[1][1].errors[0].detail, /`"secret"`/);
    assert.deepEqual(refused, [400, 422, 422, 422]);
    const own = sqsQueue(() => assert.fail(), { ...silent, unknown: "ack" });
    assert.deepEqual(failuresOf(await own({ Records })), ["1", "2", "4"]);
    const failing = { ...silent, onDeadLetter: () => Promise.reject(new Error("no")) };
    assert.deepEqual(failuresOf(await sqsQueue(() => {}, failing)({ Records })), ["1", "2", "3", "4"]);
  });

  test("what fails too often is set aside", async () => {
    const letters = [];
    const errors = [];
    const wrong = new Error("the database is away");
    const handler = sqsQueue(() => Promise.reject(wrong), {
      attempts: 3,
      onDeadLetter: (message, problem) => void letters.push([message.messageId, problem]),
      onError: (error, message) => errors.push([error, message.messageId]),
    });
    const Records = [record("1", seam, { attempts: 2 }), record("2", seam, { attempts: 3 })];
    assert.deepEqual(failuresOf(await handler({ Records })), ["1"]);
    assert.deepEqual(letters, [
      [
        "2",
        {
          type: "about:blank",
          title: "Internal Server Error",
          status: 500,
          detail: "expected an event that can be handled, found one whose handler failed each time",
        },
      ],
    ]);
    assert.deepEqual(errors, [
      [wrong, "1"],
      [wrong, "2"],
    ]);
  });

  test("of a FIFO queue the rest of a group comes again as well, in order", async () => {
    const handled = [];
    const handler = sqsQueue(
      async (event, { message }) => {
        handled.push(message.messageId);
        await new Promise(setImmediate);
        if (message.messageId === "a2") throw new Error("no");
      },
      { ...silent },
    );
    const ids = ["a1", "b1", "a2", "b2", "a3", "b3"];
    const Records = ids.map((id) =>
      record(id, seam.replace(/"event_id": ?"../, `"event_id":"${id.charCodeAt(0).toString(16)}`), {
        group: id[0],
      }),
    );
    assert.deepEqual(failuresOf(await handler({ Records })), ["a2", "a3"]);
    assert.deepEqual(
      handled.filter((id) => id[0] === "a"),
      ["a1", "a2"],
    );
    assert.deepEqual(
      handled.filter((id) => id[0] === "b"),
      ["b1", "b2", "b3"],
    );
  });

  test("attributes are headers: for hints and signatures", async () => {
    const seen = [];
    const handler = sqsQueue((event) => void seen.push(event.id), {
      ...silent,
      event: { header: "x-event" },
      verify: (rawBody, headers) => headers["x-signature"] === "right",
      onDeadLetter: (message, problem) => void seen.push([message.messageId, problem.status]),
    });
    const Records = [
      record("1", refresh, { headers: { "X-Signature": "right", "X-Event": "refresh" } }),
      record("2", refresh, { headers: { "X-Signature": "wrong" } }),
      record("3", refresh, { headers: { "X-Signature": "right", "X-Event": "lock.locked" } }),
    ];
    assert.deepEqual(failuresOf(await handler({ Records })), []);
    assert.deepEqual(seen, ["paybook/refresh", ["2", 401], ["3", 422]]);
  });

  test("what another delivery handles comes again, however often", async () => {
    const dedupe = { claim: () => "busy", complete: () => assert.fail(), release: () => assert.fail() };
    const handler = sqsQueue(() => assert.fail(), {
      ...silent,
      dedupe,
      attempts: 1,
      onDeadLetter: () => assert.fail(),
    });
    assert.deepEqual(failuresOf(await handler({ Records: [record("1", seam, { attempts: 50 })] })), ["1"]);
    const done = sqsQueue(() => assert.fail(), { dedupe: { ...dedupe, claim: () => "done" } });
    assert.deepEqual(failuresOf(await done({ Records: [record("1", seam)] })), []);
  });

  test("no more at a time than is allowed", async () => {
    let now = 0;
    let most = 0;
    const handler = sqsQueue(
      async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
      },
      { concurrency: 3 },
    );
    await handler({ Records: Array.from({ length: 10 }, (_, at) => record(String(at), seam)) });
    assert.equal(most, 3);
  });

  test("each attempt is told", async () => {
    const records = [];
    const onOutcome = ({ outcome, action, attempt, bytes, status }) =>
      void records.push([outcome, action, attempt, bytes, status]);
    const handler = sqsQueue(() => Promise.reject(new Error("no")), { ...silent, onOutcome, concurrency: 1 });
    await handler({
      Records: [record("1", seam, { attempts: 4 }), record("2", "{"), record("3", seam, { attempts: 12 })],
    });
    assert.deepEqual(records, [
      ["failed", "retry", 4, seam.length, undefined],
      ["malformed", "dead-letter", 1, 1, undefined],
      ["failed", "dead-letter", 12, seam.length, undefined],
    ]);
  });

  test("without onError errors are logged", async (t) => {
    const logged = t.mock.method(console, "error", () => {});
    const wrong = new Error("no");
    await sqsQueue(() => Promise.reject(wrong))({ Records: [record("1", seam)] });
    assert.deepEqual(
      logged.mock.calls.map(({ arguments: [error] }) => error),
      [wrong],
    );
  });

  test("what is no batch says so", async () => {
    await assert.rejects(sqsQueue(() => {})({}), {
      name: "TypeError",
      message: "expected an event of SQS, found one without Records",
    });
    assert.throws(() => sqsQueue(), {
      name: "TypeError",
      message: "expected onEvent as a function, found undefined",
    });
    for (const [options, message] of [
      [{ attempts: 0 }, "expected options.attempts as an integer from 1 to 4294967295, found 0"],
      [
        { backoff: { first: 5 } },
        /^expected options\.backoff as an object with first and most, in milliseconds, found/,
      ],
      [{ backoff: { first: 5, most: 4 } }, /^expected options\.backoff/],
      [{ unknown: "retry" }, 'expected options.unknown as "dead-letter" or "ack", found retry'],
      [{ concurrency: 0 }, "expected options.concurrency as an integer from 1 to 65536, found 0"],
      [{ unknownStatus: 200 }, /^expected options of maxBytes, .*, onError, found unknownStatus$/],
    ])
      assert.throws(() => sqsQueue(() => {}, options), { name: "TypeError", message });
  });

  test("sqs.mjs", async (t) => {
    const logged = t.mock.method(console, "log", () => {});
    t.mock.method(console, "error", () => {});
    assert.deepEqual(failuresOf(await sqsExample({ Records: [record("1", seam), record("2", "{")] })), ["2"]);
    assert.equal(logged.mock.callCount(), 1);
  });
});

describe("Lambda, behind", () => {
  /** As https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html has it: also of an HTTP API, version 2.0. */
  const v2 = (body, { method = "POST", headers = JSON_TYPE, query = "", ...more } = {}) => ({
    version: "2.0",
    routeKey: "$default",
    rawPath: "/my/path",
    rawQueryString: query,
    cookies: ["cookie1", "cookie2"],
    headers,
    requestContext: {
      accountId: "123456789012",
      apiId: "<urlid>",
      domainName: "<url-id>.lambda-url.us-west-2.on.aws",
      http: {
        method,
        path: "/my/path",
        protocol: "HTTP/1.1",
        sourceIp: "123.123.123.123",
        userAgent: "agent",
      },
      requestId: "id",
      routeKey: "$default",
      stage: "$default",
      time: "12/Mar/2020:19:03:58 +0000",
      timeEpoch: 1583348638390,
    },
    body,
    isBase64Encoded: false,
    ...more,
  });
  /** As https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html has it. */
  const v1 = (
    body,
    { method = "POST", headers = { "Content-Type": "application/json" }, query = null, ...more } = {},
  ) => ({
    resource: "/my/path",
    path: "/my/path",
    httpMethod: method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: query,
    multiValueQueryStringParameters: null,
    requestContext: { accountId: "123456789012", httpMethod: method, path: "/my/path", stage: "$default" },
    pathParameters: null,
    stageVariables: null,
    body,
    isBase64Encoded: false,
    ...more,
  });

  for (const [name, request, query] of [
    ["a function URL or an HTTP API", v2, "hub.mode=subscribe&hub.verify_token=a%20b&hub.challenge=c%20d"],
    ["a REST API", v1, { "hub.mode": "subscribe", "hub.verify_token": "a b", "hub.challenge": "c d" }],
  ]) {
    test(name, async () => {
      const handled = [];
      const handler = lambdaWebhook(
        (event, { request, invocation }) =>
          void handled.push([event.id, request.isBase64Encoded, invocation]),
        { handshakes: { hub: { verifyToken: "a b" } } },
      );
      const done = { statusCode: 204, headers: {}, body: "" };
      assert.deepEqual(await handler(request(seam), "context"), done);
      const base64 = Buffer.from(seam).toString("base64");
      assert.deepEqual(await handler(request(base64, { isBase64Encoded: true }), "context"), done);
      assert.deepEqual(handled, [
        ["seam/acs_credential.issued", false, "context"],
        ["seam/acs_credential.issued", true, "context"],
      ]);
      const refusal = await handler(request(invalid));
      assert.deepEqual(
        [refusal.statusCode, refusal.headers["content-type"]],
        [422, "application/problem+json"],
      );
      assert.equal(JSON.parse(refusal.body).errors.length, 1);
      for (const body of [null, undefined, ""]) assert.equal((await handler(request(body))).statusCode, 400);
      assert.equal((await handler(request(seam, { headers: {} }))).statusCode, 415);
      assert.equal((await handler(request(null, { method: "GET" }))).statusCode, 405);
      const known = await handler(request(null, { method: "GET", query }));
      assert.deepEqual([known.statusCode, known.body], [200, "c d"]);
      const wrong = new Error("the database is away");
      await assert.rejects(lambdaWebhook(() => Promise.reject(wrong))(request(seam)), wrong);
    });
  }

  test("what is no request says so", async () => {
    await assert.rejects(lambdaWebhook(() => {})({ Records: [] }), {
      name: "TypeError",
      message: "expected an event of a function URL or an API Gateway, found one without a method",
    });
  });
});

describe("Cloudflare Queues", () => {
  /** A batch as https://developers.cloudflare.com/queues/configuration/javascript-apis/ describes it. */
  function batchOf(messages) {
    const done = [];
    const batch = {
      queue: "hooks",
      messages: messages.map(([id, body, attempts = 1]) => ({
        id,
        timestamp: new Date(0),
        body,
        attempts,
        ack: () => done.push([id, "ack"]),
        retry: (options) => done.push([id, "retry", ...(options ? [options.delaySeconds] : [])]),
      })),
      ackAll: () => assert.fail(),
      retryAll: () => assert.fail(),
    };
    return { batch, done };
  }

  test("each message is acknowledged or comes again by itself", async () => {
    const handled = [];
    const { batch, done } = batchOf([
      ["1", seam],
      ["2", refresh],
      ["3", "{"],
      ["4", JSON.parse(seam)],
      ["5", new TextEncoder().encode(seam).buffer],
      ["6", undefined],
    ]);
    const handler = cloudflareQueue(
      (event, { message, env, context }) => {
        handled.push([event.id, message.id, env, context]);
        if (event.id === "paybook/refresh") throw new Error("no");
      },
      { ...silent, concurrency: 1 },
    );
    assert.equal(await handler(batch, "env", "context"), undefined);
    assert.deepEqual(done, [
      ["1", "ack"],
      ["2", "retry", 1],
      ["3", "retry"],
      ["4", "ack"],
      ["5", "ack"],
      ["6", "retry"],
    ]);
    assert.deepEqual(
      handled.map(([id, message, ...around]) => [id, message, ...around]),
      ["1", "2", "4", "5"].map((message) => [
        message === "2" ? "paybook/refresh" : "seam/acs_credential.issued",
        message,
        "env",
        "context",
      ]),
    );
  });

  test("the delay grows with each attempt, by chance up to a quarter less, to the most", async () => {
    const delays = [];
    for (const attempts of [1, 2, 3, 4, 8]) {
      const { batch, done } = batchOf([["1", seam, attempts]]);
      await cloudflareQueue(() => Promise.reject(new Error("no")), {
        ...silent,
        backoff: { first: 10_000, most: 1_000_000 },
      })(batch);
      const [[, , delay]] = done;
      const full = Math.min(1_000, 10 * 2 ** (attempts - 1));
      assert.ok(delay >= 0.75 * full && delay <= full, `${attempts}: ${delay}`);
      delays.push(delay);
    }
    assert.deepEqual(
      delays,
      delays.toSorted((a, b) => a - b),
    );
  });

  test("dead letters: onDeadLetter, else the queue's own", async () => {
    const letters = [];
    const onDeadLetter = async ({ id }, { status }) => void letters.push([id, status]);
    const messages = [
      ["1", "{"],
      ["2", seam, 12],
    ];
    const fails = () => Promise.reject(new Error("no"));
    const kept = batchOf(messages);
    await cloudflareQueue(fails, { ...silent, onDeadLetter, concurrency: 1 })(kept.batch);
    assert.deepEqual(letters, [
      ["1", 400],
      ["2", 500],
    ]);
    assert.deepEqual(kept.done, [
      ["1", "ack"],
      ["2", "ack"],
    ]);
    const own = batchOf(messages);
    await cloudflareQueue(fails, { ...silent, concurrency: 1 })(own.batch);
    assert.deepEqual(own.done, [
      ["1", "retry"],
      ["2", "retry"],
    ]);
  });

  describe("in workerd", { skip: findWorkerd() ? false : "npm has no workerd for this machine" }, () => {
    let worker;
    before(async () => {
      const entry = join(root, "tests/examples/cloudflare-queue.mjs");
      worker = await serveWorker(entry, undefined, { queue: true });
    });
    after(() => worker?.stop());

    test("the runtime's own batches: what becomes of each message", async () => {
      const messages = [
        { id: "1", timestamp: 0, attempts: 1, body: seam },
        { id: "2", timestamp: 0, attempts: 1, body: "{" },
        { id: "3", timestamp: 0, attempts: 1, body: JSON.parse(seam) },
      ];
      const { json } = await post(worker.url, JSON.stringify(messages));
      assert.deepEqual(
        { ...json, explicitAcks: json.explicitAcks.toSorted() },
        {
          outcome: "ok",
          ackAll: false,
          retryBatch: { retry: false },
          explicitAcks: ["1", "3"],
          retryMessages: [{ msgId: "2" }],
        },
      );
      assert.equal(worker.output.split("seam/acs_credential.issued").length - 1, 2, worker.output);
    });
  });
});
