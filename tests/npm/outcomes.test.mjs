// What becomes of a delivery, and what an endpoint makes of that: claims, statuses, handshakes, subscriptions, hooks.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { normalize } from "hooklens";
import { receive, webhook } from "hooklens/handler";
import { keyOf } from "../../pkg/event-key.js";
import { payload } from "./corpus.mjs";
import { JSON_TYPE } from "./http.mjs";

const seam = String(payload("seam/acs_credential.issued"));
const chift = String(payload("chift/account.flow.executed"));
const [canonical] = normalize(seam);
const key = `${canonical.source} ${canonical.id}`;
const delivery = (body, headers = JSON_TYPE) => ({ headers, body });
const invalid = seam.replace(/"event_id": ?"[^"]*"/, '"event_id":"secret"');

/** Claims in memory; `calls` has what was asked of them. */
function memory({ now = () => Date.now() } = {}) {
  const held = new Map();
  const calls = [];
  return {
    calls,
    held,
    claim(key, lease, owner) {
      calls.push(["claim", key, lease]);
      const claim = held.get(key);
      if (claim?.done) return "done";
      if (claim && claim.owner !== owner && claim.expires > now()) return "busy";
      held.set(key, { owner, expires: now() + lease });
      return "claimed";
    },
    complete(key) {
      calls.push(["complete", key]);
      held.set(key, { done: true });
    },
    release(key, owner) {
      calls.push(["release", key]);
      if (held.get(key)?.owner === owner) held.delete(key);
    },
  };
}

describe("claims", () => {
  test("an event is claimed, handled and done, and after that a duplicate", async () => {
    const dedupe = memory();
    const handled = [];
    const outcomes = [];
    const handle = webhook((event, context) => void handled.push(context.key), {
      dedupe,
      lease: 5_000,
      onOutcome: ({ outcome }) => outcomes.push(outcome),
    });
    assert.equal((await handle(delivery(seam))).status, 204);
    assert.equal((await handle(delivery(seam.replaceAll(",", " ,")))).status, 204);
    assert.deepEqual(handled, [key]);
    assert.deepEqual(dedupe.calls, [
      ["claim", key, 5_000],
      ["complete", key],
      ["claim", key, 5_000],
    ]);
    assert.deepEqual(outcomes, ["handled", "duplicate"]);
  });

  test("what is being handled is no duplicate: 503, and handled once that is over", async () => {
    const dedupe = memory();
    let finish;
    const started = [];
    const handle = webhook(
      (event) => {
        started.push(event.id);
        return new Promise((resolve) => (finish = resolve));
      },
      { dedupe },
    );
    const first = handle(delivery(seam));
    const { status, headers, body } = await handle(delivery(seam));
    assert.deepEqual([status, headers["retry-after"]], [503, "5"]);
    assert.deepEqual(JSON.parse(body), {
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      detail: "expected an event that nobody handles now, found one that is being handled",
    });
    finish();
    assert.equal((await first).status, 204);
    assert.equal((await handle(delivery(seam))).status, 204);
    assert.deepEqual(started, ["seam/acs_credential.issued"]);
  });

  test("what fails is free again, and its error is told", async () => {
    const dedupe = memory();
    const wrong = new Error("the database is away");
    let fails = true;
    const handle = webhook(
      () => {
        if (fails) throw wrong;
      },
      { dedupe },
    );
    await assert.rejects(handle(delivery(seam)), wrong);
    assert.deepEqual(
      dedupe.calls.map(([name]) => name),
      ["claim", "release"],
    );
    fails = false;
    assert.equal((await handle(delivery(seam))).status, 204);
    assert.deepEqual(dedupe.held.get(key), { done: true });
  });

  test("of an error while it is released, the first one is told", async () => {
    const wrong = new Error("the handler");
    const dedupe = { ...memory(), release: () => Promise.reject(new Error("the store")) };
    await assert.rejects(webhook(() => Promise.reject(wrong), { dedupe })(delivery(seam)), wrong);
    const away = { ...memory(), claim: () => Promise.reject(wrong) };
    await assert.rejects(webhook(() => assert.fail(), { dedupe: away })(delivery(seam)), wrong);
    const half = { ...memory(), complete: () => Promise.reject(wrong) };
    await assert.rejects(webhook(() => {}, { dedupe: half })(delivery(seam)), wrong);
  });

  test("a lease that runs out frees what a dead worker held", async () => {
    let time = 0;
    const dedupe = memory({ now: () => time });
    dedupe.claim(key, 1_000, "a dead worker");
    const handle = webhook(() => {}, { dedupe, lease: 1_000 });
    assert.equal((await handle(delivery(seam))).status, 503);
    time = 1_000;
    assert.equal((await handle(delivery(seam))).status, 204);
  });

  test("a lease is extended while the work goes on, and not after it", async () => {
    const dedupe = memory();
    const handle = webhook(() => new Promise((resolve) => setTimeout(resolve, 200)), { dedupe, lease: 60 });
    const first = handle(delivery(seam));
    await new Promise((resolve) => setTimeout(resolve, 120));
    assert.equal((await handle(delivery(seam))).status, 503);
    assert.equal((await first).status, 204);
    const { length } = dedupe.calls;
    assert.ok(length >= 5, JSON.stringify(dedupe.calls));
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal(dedupe.calls.length, length);
  });

  test("of several events each is claimed by itself; a busy one stops the rest", async () => {
    const created = JSON.parse(payload("paybook/credentials.created"));
    const failed = JSON.parse(payload("paybook/documents.failed"));
    const body = JSON.stringify({ ...created, events: [...created.events, ...failed.events] });
    const keys = normalize(body).map(({ source, id }) => `${source} ${id}`);
    const dedupe = memory();
    const handled = [];
    const handle = webhook((event, context) => void handled.push(context.key), { dedupe });
    dedupe.claim(keys[1], 60_000, "another");
    assert.equal((await handle(delivery(body))).status, 503);
    assert.deepEqual(handled, [keys[0]]);
    dedupe.complete(keys[1]);
    assert.equal((await handle(delivery(body))).status, 204);
    assert.deepEqual(handled, [keys[0]]);
  });

  test("what claim returns must be one of three", async () => {
    const dedupe = { ...memory(), claim: () => true };
    await assert.rejects(webhook(() => {}, { dedupe })(delivery(seam)), {
      name: "TypeError",
      message: "expected claim to return one of claimed, busy, done, found true",
    });
  });

  test("a key is one line of ASCII, and another for each source", () => {
    const id = 'Euro € 😀\r\n"100%"';
    const encoded = "Euro%20%E2%82%AC%20%F0%9F%98%80%0D%0A%22100%25%22";
    assert.equal(keyOf({ source: "/acme", id }), `/acme ${encoded}`);
    assert.equal(keyOf({ source: "/a b", id: "c" }), "/a%20b c");
    assert.notEqual(keyOf({ source: "/a", id: "b c" }), keyOf({ source: "/a b", id: "c" }));
    assert.equal(
      keyOf({ source: "!#$&'()*+,-./:;<=>?@[]^_`{|}~", id: "\ud800" }),
      "!#$&'()*+,-./:;<=>?@[]^_`{|}~ %EF%BF%BD",
    );
    assert.equal(keyOf(canonical), key);
  });
});

describe("invalid bodies", () => {
  test("get the status that is configured, and are told with their bytes", async () => {
    const told = [];
    const onInvalid = (report, headers, rawBody) =>
      void told.push([report.status, headers, String(Buffer.from(rawBody))]);
    const onRefused = ({ status }) => void told.push(status);
    const handle = webhook(() => assert.fail(), { invalidStatus: 202, onInvalid, onRefused });
    assert.deepEqual(await handle(delivery(invalid)), { status: 202, headers: {}, body: "" });
    assert.deepEqual(told, [["invalid", JSON_TYPE, invalid]]);
    const refusing = webhook(() => assert.fail(), { invalidStatus: 400, onInvalid, onRefused });
    const { status, body } = await refusing(delivery(invalid));
    assert.deepEqual([status, JSON.parse(body).status, JSON.parse(body).errors.length], [400, 400, 1]);
    assert.deepEqual(told.slice(1), [["invalid", JSON_TYPE, invalid], 400]);
    // What is malformed or unknown is neither.
    assert.equal((await handle(delivery("{"))).status, 400);
    assert.equal((await handle(delivery("{}"))).status, 202);
    assert.equal(told.length, 4);
  });

  test("a registration is one", async () => {
    const told = [];
    const options = { invalidStatus: 200, onInvalid: ({ status }) => void told.push(status) };
    const received = await receive(delivery(payload("paybook/webhook")), options);
    assert.deepEqual([received.answer.status, told], [200, ["valid"]]);
  });

  test("an unknown body comes with its bytes as well", async () => {
    const told = [];
    const onUnknown = (report, headers, rawBody) => void told.push(String(Buffer.from(rawBody)));
    await receive(delivery("{ }"), { onUnknown });
    assert.deepEqual(told, ["{ }"]);
  });

  test("what onInvalid throws goes to whoever called", async () => {
    const wrong = new Error("the bucket is away");
    const options = { onInvalid: () => Promise.reject(wrong) };
    await assert.rejects(webhook(() => {}, options)(delivery(invalid)), wrong);
    await assert.rejects(receive(delivery(invalid), options), wrong);
  });
});

describe("handshakes", () => {
  const handshakes = {
    cloudEvents: { origins: ["eventemitter.example.com"], rate: 120 },
    hub: { verifyToken: "s3cret" },
  };
  const ask = (request, options = { handshakes }) => webhook(() => assert.fail(), options)(request);

  test("CloudEvents' abuse protection: an origin that may deliver", async () => {
    const headers = { "WebHook-Request-Origin": "eventemitter.example.com", "WebHook-Request-Rate": "1000" };
    assert.deepEqual(await ask({ method: "OPTIONS", headers }), {
      status: 200,
      headers: {
        allow: "POST, OPTIONS, GET",
        "webhook-allowed-origin": "eventemitter.example.com",
        "webhook-allowed-rate": "120",
      },
      body: "",
    });
    const all = { handshakes: { cloudEvents: { origins: "*" } } };
    const { headers: fields } = await ask({ method: "OPTIONS", headers }, all);
    assert.deepEqual(fields, {
      allow: "POST, OPTIONS",
      "webhook-allowed-origin": "*",
      "webhook-allowed-rate": "*",
    });
  });

  test("one that may not, or none: no permission", async () => {
    const other = await ask({ method: "OPTIONS", headers: { "webhook-request-origin": "evil.example.com" } });
    assert.equal(other.status, 403);
    assert.ok(!Object.keys(other.headers).some((name) => name.startsWith("webhook-")));
    assert.ok(!other.body.includes("evil"));
    const none = await ask({ method: "OPTIONS", headers: {} });
    assert.deepEqual([none.status, none.headers.allow], [405, "POST, OPTIONS, GET"]);
  });

  test("hub: who knows the token gets the challenge, as text that is no page", async () => {
    const url = (token, challenge) =>
      `/webhook?${new URLSearchParams({ "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": challenge })}`;
    const right = await ask({ method: "GET", headers: {}, url: url("s3cret", "<b>1158201444</b>") });
    assert.deepEqual(right, {
      status: 200,
      headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
      body: "<b>1158201444</b>",
    });
    for (const token of ["", "s3cre", "s3cret1", "S3cret", "\u0000s3cret"]) {
      const wrong = await ask({ method: "GET", headers: {}, url: url(token, "1158201444") });
      assert.equal(wrong.status, 403, token);
      assert.ok(!wrong.body.includes("1158201444") && !wrong.body.includes("s3cret"));
    }
    for (const request of [{}, { url: "/" }, { url: "/?hub.mode=unsubscribe&hub.verify_token=s3cret" }]) {
      assert.equal((await ask({ method: "GET", headers: {}, ...request })).status, 405);
    }
  });

  test("without the option there is none", async () => {
    for (const method of ["OPTIONS", "GET"]) {
      const headers = { "webhook-request-origin": "eventemitter.example.com" };
      const url = "/?hub.mode=subscribe&hub.verify_token=&hub.challenge=5";
      const answer = await ask({ method, headers, url }, {});
      assert.deepEqual([answer.status, answer.headers.allow], [405, "POST"]);
      assert.equal(JSON.parse(answer.body).detail, "expected the method POST");
    }
  });
});

describe("SNS", () => {
  // As https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html shows it.
  const confirmation = {
    Type: "SubscriptionConfirmation",
    MessageId: "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
    Token: "2336412f37f",
    TopicArn: "arn:aws:sns:us-west-2:123456789012:MyTopic",
    Message: "You have chosen to subscribe to the topic.",
    SubscribeURL: "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37f",
    Timestamp: "2012-04-26T20:45:04.751Z",
    SignatureVersion: "1",
    Signature: "EXAMPLEpH+",
    SigningCertURL: "https://sns.us-west-2.amazonaws.com/SimpleNotificationService.pem",
  };
  const headers = {
    "content-type": "text/plain; charset=UTF-8",
    "x-amz-sns-message-type": "SubscriptionConfirmation",
  };

  test("a subscription to confirm is told, and nothing is fetched", async (t) => {
    const fetched = t.mock.method(globalThis, "fetch", () => assert.fail("it was fetched"));
    const told = [];
    const options = { onSubscription: (subscription, fields) => void told.push([subscription, fields]) };
    const handle = webhook(() => assert.fail(), options);
    for (const Type of ["SubscriptionConfirmation", "UnsubscribeConfirmation"]) {
      const message = { ...confirmation, Type };
      assert.equal((await handle(delivery(JSON.stringify(message), headers))).status, 204);
      assert.deepEqual(told.pop(), [message, headers]);
    }
    assert.equal(fetched.mock.callCount(), 0);
  });

  test("only once it is verified, only what is one, and only with the option", async () => {
    const onSubscription = () => assert.fail();
    const text = JSON.stringify(confirmation);
    const unverified = await webhook(() => {}, { onSubscription, verify: () => false })(
      delivery(text, headers),
    );
    assert.equal(unverified.status, 401);
    for (const [body, status] of [
      ["{", 400],
      ["null", 202],
      [JSON.stringify({ ...confirmation, Type: "Notification" }), 202],
      [JSON.stringify({ ...confirmation, SubscribeURL: 5 }), 202],
      [seam, 204],
    ]) {
      const answer = await webhook(() => {}, { onSubscription })(delivery(body, headers));
      assert.equal(answer.status, status, body);
    }
    assert.equal((await webhook(() => {}, {})(delivery(text, headers))).status, 415);
    // Without the header of SNS it is a body like any other.
    assert.equal((await webhook(() => {}, { onSubscription })(delivery(text))).status, 202);
  });

  test("what onSubscription throws goes to whoever called", async () => {
    const wrong = new Error("no");
    const handle = webhook(() => {}, { onSubscription: () => Promise.reject(wrong) });
    await assert.rejects(handle(delivery(JSON.stringify(confirmation), headers)), wrong);
  });
});

describe("a body that is wrapped", () => {
  // As https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html shows it.
  const notification = (message) =>
    JSON.stringify({
      Type: "Notification",
      MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
      TopicArn: "arn:aws:sns:us-west-2:123456789012:MyTopic",
      Message: message,
      Timestamp: "2012-05-02T00:54:06.655Z",
    });
  const batch = (...bodies) =>
    JSON.stringify({ Records: bodies.map((body, at) => ({ messageId: String(at), body })) });

  test("is invalid, unless the events inside are asked for", async () => {
    for (const body of [notification(seam), batch(seam, chift)]) {
      const { status, body: said } = await webhook(() => assert.fail())(delivery(body));
      assert.equal(status, 422);
      assert.deepEqual(
        JSON.parse(said).errors.map(({ code }) => code),
        ["wrapped-event"],
      );
    }
  });

  test("gives the events inside, each with its own report and key", async () => {
    const seen = [];
    const handle = webhook(
      (event, context) =>
        void seen.push([event.id, context.key, context.report.events.length, context.rawBody.length]),
      { unwrap: true },
    );
    const whole = batch(seam, notification(chift));
    assert.equal((await handle(delivery(whole))).status, 204);
    const [other] = normalize(chift);
    assert.deepEqual(seen, [
      ["seam/acs_credential.issued", key, 1, whole.length],
      ["chift/account.flow.executed", `${other.source} ${other.id}`, 1, whole.length],
    ]);
    const received = await receive(delivery(whole), { unwrap: true });
    assert.deepEqual(
      received.events.map(({ id }) => id),
      ["seam/acs_credential.issued", "chift/account.flow.executed"],
    );
    assert.deepEqual(received.canonical, [canonical, other]);
    // What is none is as it was.
    assert.equal((await handle(delivery(seam))).status, 204);
    assert.equal((await handle(delivery("{}"))).status, 202);
    assert.equal((await handle(delivery("{"))).status, 400);
  });

  test("may be compressed, its Content-Encoding being lost", async () => {
    const seen = [];
    const handle = webhook((event) => void seen.push(event.id), { unwrap: true, maxBytes: 100_000 });
    const compressed = gzipSync(notification(seam));
    assert.equal((await handle(delivery(compressed))).status, 204);
    assert.deepEqual(seen, ["seam/acs_credential.issued"]);
    const bomb = gzipSync(Buffer.alloc(1_000_000, " "));
    for (const body of [bomb, compressed.subarray(0, 100), gzipSync("{")]) {
      assert.equal((await handle(delivery(body))).status, 400);
    }
    assert.equal((await webhook(() => assert.fail())(delivery(compressed))).status, 400);
    assert.equal(seen.length, 1);
  });

  test("is refused as a whole if an event inside is not valid", async () => {
    const handle = webhook(() => assert.fail(), { unwrap: true });
    const { status, body } = await handle(delivery(batch(seam, invalid)));
    assert.equal(status, 422);
    assert.deepEqual(
      JSON.parse(body).errors.map(({ code, pointer }) => [code, pointer]),
      [["bad-format", "/event_id"]],
    );
  });
});

describe("a key that is taken for a prototype", () => {
  const polluting = [
    seam.replace("{", '{"__proto__":{"admin":true},'),
    seam.replace("{", '{"constructor":{"prototype":{"admin":true}},'),
    seam.replace("{", '{"\\u005f_proto__":1,'),
  ];

  test("makes a body invalid, and says so", async () => {
    for (const body of polluting) {
      const told = [];
      const onInvalid = (report) => void told.push([report.status, report.valid]);
      const { status, body: said } = await webhook(() => assert.fail(), { onInvalid })(delivery(body));
      assert.equal(status, 422);
      const { errors, detail } = JSON.parse(said);
      assert.equal(detail, "1 error in the body of seam/acs_credential.issued");
      assert.deepEqual(
        errors.map(({ code, detail }) => [code, detail]),
        [["prototype-key", "expected no key that can change the prototype of an object"]],
      );
      assert.deepEqual(told, [["invalid", false]]);
    }
  });

  test("is kept if that is asked for, and pollutes nothing", async () => {
    for (const body of polluting) {
      const events = [];
      const handle = webhook((event) => void events.push(event), { prototypeKeys: "keep" });
      assert.equal((await handle(delivery(body))).status, 204);
      assert.equal(events[0].payload.admin, undefined);
      assert.equal({}.admin, undefined);
    }
  });
});

describe("onOutcome", () => {
  test("is called once for each delivery, with all that is known of it", async () => {
    const records = [];
    const wrong = new Error("the database is away");
    const options = {
      onOutcome: (record) => records.push(record),
      verify: (rawBody, headers) => headers["x-signature"] !== "wrong",
    };
    const handle = webhook(({ id }) => {
      if (id.startsWith("chift")) throw wrong;
    }, options);
    const zipped = { ...JSON_TYPE, "content-encoding": "gzip" };
    const sent = [
      [delivery(seam), "handled", ["seam/acs_credential.issued"], 204, seam.length],
      [delivery(gzipSync(seam), zipped), "handled", ["seam/acs_credential.issued"], 204, seam.length],
      [delivery(chift), "failed", ["chift/account.flow.executed"], undefined, chift.length],
      [delivery(invalid), "invalid", ["seam/acs_credential.issued"], 422, invalid.length],
      [delivery("{}"), "unknown", [], 202, 2],
      [delivery("{"), "malformed", [], 400, 1],
      [delivery(seam, { ...JSON_TYPE, "x-signature": "wrong" }), "unverified", [], 401, seam.length],
      [delivery(seam, {}), "malformed", [], 415, seam.length],
      [delivery(seam, { ...JSON_TYPE, "content-encoding": "br" }), "malformed", [], 415, 0],
      [delivery("x".repeat(2 ** 20 + 1)), "malformed", [], 413, 0],
    ];
    for (const [request, outcome, events, status, bytes] of sent) {
      await handle(request).catch((error) => assert.equal(error, wrong));
      const [record, ...others] = records.splice(0);
      assert.deepEqual(others, []);
      const { durations, error, ...rest } = record;
      assert.deepEqual(rest, { outcome, events, bytes, status });
      assert.equal(
        error === undefined,
        ["handled"].includes(outcome) || [413, 415].includes(status),
        outcome,
      );
      const { total, ...steps } = durations;
      const sum = Object.values(steps).reduce((all, one) => all + one, 0);
      assert.ok(
        sum <= total + 0.001 && Object.values(steps).every((one) => one >= 0),
        JSON.stringify(durations),
      );
      assert.equal("handle" in steps, ["handled", "failed"].includes(outcome));
      assert.equal("verify" in steps, bytes > 0);
    }
    // No delivery at all.
    await handle({ ...delivery(seam), method: "GET" });
    assert.deepEqual(records, []);
  });

  test("tells how long the code took", async () => {
    const records = [];
    const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
    await webhook(pause, { onOutcome: (record) => records.push(record) })(delivery(seam));
    const [{ durations }] = records;
    assert.ok(durations.handle >= 25 && durations.total >= durations.handle);
    assert.ok(durations.read < durations.handle && durations.receive < durations.handle);
  });
});

describe("a slow body", () => {
  test("is answered with 408, and whoever reads it is told to stop", async () => {
    let abandoned = 0;
    const slow = {
      headers: JSON_TYPE,
      body: () => new Promise(() => {}),
      abandon: () => (abandoned += 1),
    };
    const started = performance.now();
    const answer = await webhook(() => assert.fail(), { timeout: 50 })(slow);
    assert.ok(performance.now() - started >= 45);
    assert.deepEqual(JSON.parse(answer.body), {
      type: "about:blank",
      title: "Request Timeout",
      status: 408,
      detail: "expected the body within 50 ms",
    });
    assert.equal(abandoned, 1);
  });

  test("that comes in time is read, also where there is no limit", async () => {
    const body = () => new Promise((resolve) => setTimeout(() => resolve(seam), 30));
    for (const timeout of [0, 5_000])
      assert.equal((await webhook(() => {}, { timeout })({ headers: JSON_TYPE, body })).status, 204);
    const wrong = new Error("gone");
    const broken = { headers: JSON_TYPE, body: () => Promise.reject(wrong) };
    await assert.rejects(webhook(() => {}, { timeout: 50 })(broken), wrong);
  });
});
