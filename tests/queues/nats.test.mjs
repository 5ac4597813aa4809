// `hooklens/nats` on a NATS server: what is published, and what becomes of each message.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { jetstreamManager } from "@nats-io/jetstream";
import { headers as headersOf } from "@nats-io/nats-core";
import { CloudEvent } from "cloudevents";
import { normalize, validate } from "hooklens";
import { webhook } from "hooklens/handler";
import { check, consume, publish, publishBody } from "hooklens/nats";
import { cloudEventOf, isCloudEvent, messageOf } from "../../pkg/cloud-event-message.js";
import { Fields } from "../../pkg/fields.js";
import { subjectOf } from "../../pkg/nats-message.js";
import { corpus, payload } from "../npm/corpus.mjs";
import { JSON_TYPE } from "../npm/http.mjs";
import { connectNats, scope, sleep, startNats, until } from "./servers.mjs";

const seam = String(payload("seam/acs_credential.issued"));
const refresh = String(payload("paybook/refresh"));
const [canonical] = normalize(seam);
const silent = { onError() {} };

const all = scope();
let server;
let connection;
let manager;
before(async () => {
  server = await startNats(all);
  connection = await connectNats(all, server);
  manager = await jetstreamManager(connection);
});
after(() => all.end());

/** Streams of a test, empty. */
async function streams(...names) {
  for (const name of names) {
    await manager.streams.delete(name).catch(() => {});
    await manager.streams.add({ name, subjects: [`${name}.>`] });
  }
}

async function messagesIn(stream) {
  const { state } = await manager.streams.info(stream);
  const found = [];
  for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq++)
    found.push(await manager.streams.getMessage(stream, { seq }));
  return found.filter(Boolean);
}

const isIdle = (stream, durable) => async () => {
  const { num_pending, num_ack_pending } = await manager.consumers.info(stream, durable);
  return num_pending + num_ack_pending === 0;
};

const deliver = (onEvent, body, headers = JSON_TYPE) => webhook(onEvent)({ headers, body });

describe("publish", () => {
  test("structured: one JSON text, with the subject of its type, acknowledged before the answer", async () => {
    await streams("events");
    assert.equal((await deliver(await publish(connection), seam)).status, 204);
    const [message, ...others] = await messagesIn("events");
    assert.deepEqual(others, []);
    assert.equal(message.subject, `events.${canonical.type}`);
    assert.equal(message.header.get("content-type"), "application/cloudevents+json; charset=utf-8");
    assert.equal(message.header.get("Nats-Msg-Id"), `${canonical.source} ${canonical.id}`);
    assert.deepEqual(message.json(), canonical);
    // The SDK of CloudEvents takes it, in its strict mode.
    assert.equal(new CloudEvent(message.json(), true).id, canonical.id);
  });

  test("binary: the data alone, the attributes in headers", async () => {
    await streams("events");
    await deliver(await publish(connection, { mode: "binary", prefix: "events.hooks" }), seam);
    const [message] = await messagesIn("events");
    assert.equal(message.subject, `events.hooks.${canonical.type}`);
    const { data, ...attributes } = canonical;
    assert.deepEqual(message.json(), data);
    for (const [name, value] of Object.entries(attributes))
      assert.equal(message.header.get(`ce-${name}`), value);
    assert.equal(message.header.get("content-type"), "");
  });

  test("an event that is delivered twice is there once; the same id of another source is another event", async () => {
    await streams("events");
    const onEvent = await publish(connection);
    await Promise.all(Array.from({ length: 5 }, () => deliver(onEvent, seam)));
    await deliver(onEvent, seam.replace(/"workspace_id": ?"../, '"workspace_id":"ff'));
    const messages = await messagesIn("events");
    assert.deepEqual(
      messages.map((message) => message.json().id),
      [canonical.id, canonical.id],
    );
  });

  test("what no stream takes is no success", async () => {
    await streams("events");
    const onEvent = await publish(connection, { subject: ({ type }) => `nowhere.${type}`, timeout: 500 });
    await assert.rejects(deliver(onEvent, seam));
  });

  test("options that there are not say so", async () => {
    for (const [options, message] of [
      [{ mode: "batch" }, 'expected options.mode as "structured" or "binary", found batch'],
      [{ prefix: "" }, "expected options.prefix as a string that is not empty, found an empty text"],
      [{ stream: "a" }, "expected options of prefix, subject, mode, timeout, found stream"],
    ])
      await assert.rejects(publish(connection, options), { name: "TypeError", message });
  });
});

describe("CloudEvents in messages", () => {
  const fieldsOf = (fields) => new Fields(fields);
  const EVENT = {
    specversion: "1.0",
    id: 'Euro € 😀 "100%"',
    source: "/a b",
    type: "com.example.made",
    datacontenttype: "application/json",
    time: "2026-01-01T00:00:00Z",
    data: { a: [1, null, "€"] },
  };

  for (const mode of ["structured", "binary"]) {
    test(`${mode}: what is written is read again`, () => {
      const { fields, payload } = messageOf(EVENT, mode);
      assert.equal(isCloudEvent(fieldsOf(fields)), true);
      assert.deepEqual(cloudEventOf(Buffer.from(payload), fieldsOf(fields)), EVENT);
      for (const { bytes } of corpus().filter(({ path }) => path.includes("/payloads/"))) {
        for (const event of normalizeOrNone(bytes)) {
          const message = messageOf(event, mode);
          assert.deepEqual(cloudEventOf(Buffer.from(message.payload), fieldsOf(message.fields)), event);
        }
      }
    });
  }

  function normalizeOrNone(bytes) {
    try {
      return normalize(bytes);
    } catch {
      return [];
    }
  }

  test("headers are as the specification has them", () => {
    const { fields } = messageOf({ ...EVENT, id: "Euro € 😀" }, "binary");
    assert.equal(fields["ce-id"], "Euro%20%E2%82%AC%20%F0%9F%98%80");
    const read = (id) =>
      cloudEventOf(
        Buffer.from("5"),
        fieldsOf({ "ce-specversion": "1.0", "Ce-Id": id, "ce-source": "/", "ce-type": "t" }),
      ).id;
    assert.equal(read("Euro%20%e2%82%ac"), "Euro €");
    assert.equal(read('"quoted \\"twice\\" %20"'), 'quoted "twice"  ');
    assert.equal(read("100%"), "100%");
    assert.equal(read("%41"), "A");
    assert.throws(() => read("%C0%A0"), /^Error: expected attributes in percent-encoded UTF-8/);
  });

  test("what is none says what it lacks", () => {
    const structured = fieldsOf({ "content-type": "application/cloudevents+json" });
    for (const [payload, message] of [
      ["{", "expected a CloudEvent with data in JSON, found another payload"],
      ["[]", "expected a CloudEvent as a JSON object, found another value"],
      ["null", "expected a CloudEvent as a JSON object, found another value"],
      ["{}", "expected a CloudEvent of the version 1.0, found another"],
      [
        '{"specversion":"1.0","id":"","source":5}',
        "expected a CloudEvent with id, source, type, found one without",
      ],
    ])
      assert.throws(() => cloudEventOf(Buffer.from(payload), structured), { message });
    assert.equal(isCloudEvent(fieldsOf(JSON_TYPE)), false);
    assert.equal(isCloudEvent(fieldsOf({ "Content-Type": "Application/CloudEvents+JSON" })), true);
  });

  test("subjects have no part that a subject may not have", () => {
    assert.equal(subjectOf("events", "com.paybook.refresh"), "events.com.paybook.refresh");
    assert.equal(subjectOf("a.b", "c d", "*", ">", "€", ".x", "%"), "a.b.c%20d.%2A.%3E.%E2%82%AC.%.x.%25");
    assert.equal(subjectOf("\ud800"), "%EF%BF%BD");
  });
});

describe("publishBody", () => {
  test("the body as it arrived, unread, with the header fields that are named", async () => {
    await streams("hooks");
    const onEvent = await publishBody(connection, { subject: "hooks.seam", headers: ["X-Event"] });
    const bodies = [seam, "{", "", Buffer.from([0xff, 0xfe])];
    for (const body of bodies) {
      const headers = { ...JSON_TYPE, "X-Event": "acs", authorization: "secret" };
      assert.equal((await deliver(onEvent, body, headers)).status, 204);
    }
    const messages = await messagesIn("hooks");
    assert.deepEqual(
      messages.map(({ data }) => Buffer.from(data)),
      bodies.map((body) => Buffer.from(body)),
    );
    for (const { header, subject } of messages) {
      assert.equal(subject, "hooks.seam");
      assert.deepEqual(
        header.keys().map((name) => [name.toLowerCase(), header.get(name)]),
        [
          ["content-type", "application/json"],
          ["x-event", "acs"],
        ],
      );
    }
  });

  test("what has the same id is there once", async () => {
    await streams("hooks");
    const onEvent = await publishBody(connection, { id: ({ "x-id": id }) => id });
    for (const id of ["1", "1", "2", undefined, undefined])
      await deliver(onEvent, seam, { ...JSON_TYPE, ...(id && { "x-id": id }) });
    assert.equal((await messagesIn("hooks")).length, 4);
  });
});

describe("consume", () => {
  const OPTIONS = { stream: "hooks", durable: "worker", ...silent };

  /** A worker that ends with its test. */
  async function working(t, onEvent, options) {
    const worker = await consume(connection, onEvent, { ...OPTIONS, ...options });
    t.after(() => worker.stop());
    return worker;
  }

  const send = (body, fields = {}) => {
    const headers = headersOf();
    for (const [name, value] of Object.entries(fields)) headers.set(name, value);
    return manager.jetstream().publish("hooks.in", body, { headers });
  };

  test("CloudEvents of both modes and bodies as they arrived are events alike", async (t) => {
    await streams("hooks", "dead");
    const seen = [];
    for (const mode of ["structured", "binary"]) {
      const { fields, payload } = messageOf(canonical, mode);
      await send(payload, fields);
    }
    await send(seam);
    await working(t, (event, { key, message, report, canonical: same }) => {
      seen.push([event, key, message.seq, report?.status]);
      assert.equal(same, event);
    });
    await until("all is handled", isIdle("hooks", "worker"));
    seen.sort(([, , one], [, , other]) => one - other);
    const key = `${canonical.source} ${canonical.id}`;
    assert.deepEqual(seen, [
      [canonical, key, 1, undefined],
      [canonical, key, 2, undefined],
      [canonical, key, 3, "valid"],
    ]);
  });

  test("bad ones are set aside, each once, with what is wrong with it", async (t) => {
    await streams("hooks", "dead");
    await send("{", { "X-A": "1" });
    await send(Buffer.from([0x22, 0xff, 0x22]));
    await send(seam.replace(/"event_id": ?"[^"]*"/, '"event_id":"secret"'));
    await send("{}");
    await send("{}", { "content-type": "application/cloudevents+json" });
    await working(t, () => assert.fail());
    await until("all is set aside", isIdle("hooks", "worker"));
    const letters = (await messagesIn("dead")).map((message) => [message.subject, message.json()]);
    letters.sort(([, one], [, other]) => one.sequence - other.sequence);
    assert.deepEqual(
      letters.map(([subject, { problem, sequence, ...rest }]) => [
        subject,
        sequence,
        problem.status,
        problem.errors?.map(({ code }) => code),
        rest,
      ]),
      [
        [400, ["invalid-json"], { headers: { "x-a": "1" }, body: "{" }],
        [400, ["invalid-utf8"], { headers: {}, body_base64: "Iv8i" }],
        [422, ["bad-format"], { headers: {}, body: letters[2][1].body }],
        [422, ["unknown-event"], { headers: {}, body: "{}" }],
        [422, undefined, { headers: { "content-type": "application/cloudevents+json" }, body: "{}" }],
      ].map(([status, codes, { headers, ...body }], at) => [
        "dead.hooks.in",
        at + 1,
        status,
        codes,
        { attempts: 1, stream: "hooks", subject: "hooks.in", headers, ...body },
      ]),
    );
    assert.match(letters[2][1].problem.errors[0].detail, /found `"secret"`/);
    assert.match(letters[4][1].problem.detail, /^expected a CloudEvent of the version 1\.0/);
  });

  test("what fails comes again after a delay that grows, and is set aside after so many attempts", async (t) => {
    await streams("hooks", "dead");
    const attempts = [];
    const errors = [];
    await send(seam);
    await working(
      t,
      (event, { message }) => {
        attempts.push([message.info.deliveryCount, performance.now()]);
        throw new Error("the database is away");
      },
      {
        attempts: 4,
        backoff: { first: 100, most: 250 },
        onError: (error, message) => errors.push([error.message, message.seq]),
      },
    );
    await until("it is set aside", isIdle("hooks", "worker"));
    assert.deepEqual(
      attempts.map(([count]) => count),
      [1, 2, 3, 4],
    );
    const waits = attempts.slice(1).map(([, at], index) => at - attempts[index][1]);
    for (const [index, least] of [75, 150, 187].entries()) assert.ok(waits[index] >= least, String(waits));
    assert.deepEqual(errors, Array(4).fill(["the database is away", 1]));
    const [letter, ...others] = await messagesIn("dead");
    assert.deepEqual(others, []);
    assert.deepEqual([letter.json().attempts, letter.json().problem.status], [4, 500]);
  });

  test("long work is not given to another, and no more is under way than may be", async (t) => {
    await streams("hooks", "dead");
    for (let at = 0; at < 6; at++) await send(seam);
    let now = 0;
    let most = 0;
    const delivered = [];
    const work = async (event, { message }) => {
      most = Math.max(most, ++now);
      delivered.push([message.seq, message.info.deliveryCount]);
      await sleep(500);
      now -= 1;
    };
    await working(t, work, { concurrency: 2, ackWait: 150 });
    await until("all is handled", isIdle("hooks", "worker"));
    assert.equal(most, 2);
    assert.deepEqual(
      delivered,
      [1, 2, 3, 4, 5, 6].map((seq) => [seq, 1]),
    );
  });

  test("many workers share the work; when one stops, what it has begun is finished", async (t) => {
    await streams("hooks", "dead");
    for (let at = 0; at < 60; at++) await send(seam);
    const handled = [[], [], []];
    const workers = [];
    for (const list of handled) {
      const work = async (event, { message }) => {
        await sleep(20);
        list.push(message.seq);
      };
      workers.push(await working(t, work, { concurrency: 4 }));
    }
    await until("the first has begun", () => handled[0].length > 2);
    await workers[0].stop();
    const first = handled[0].length;
    await workers[0].closed;
    await until("all is handled", isIdle("hooks", "worker"));
    assert.equal(handled[0].length, first);
    const seqs = handled.flat().sort((a, b) => a - b);
    assert.deepEqual(
      seqs,
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
  });

  test("only messages of its subject, if that is named", async (t) => {
    await streams("hooks", "dead");
    const seen = [];
    const client = manager.jetstream();
    await client.publish("hooks.a", seam);
    await client.publish("hooks.b", seam);
    await working(t, (event, { message }) => void seen.push(message.subject), {
      durable: "b",
      subject: "hooks.b",
    });
    await until("all is handled", isIdle("hooks", "b"));
    assert.deepEqual(seen, ["hooks.b"]);
  });

  test("with claims an event is handled once, however often it is in the stream", async (t) => {
    await streams("hooks", "dead");
    for (let at = 0; at < 10; at++) await send(seam + " ".repeat(at));
    const held = new Map();
    const dedupe = {
      claim: (key, lease, owner) => {
        if (held.has(key)) return held.get(key) === "done" ? "done" : "busy";
        held.set(key, owner);
        return "claimed";
      },
      complete: (key) => void held.set(key, "done"),
      release: (key) => void held.delete(key),
    };
    let handled = 0;
    await working(t, () => sleep(50).then(() => (handled += 1)), {
      dedupe,
      backoff: { first: 20, most: 50 },
    });
    await until("all is acknowledged", isIdle("hooks", "worker"));
    assert.equal(handled, 1);
    assert.deepEqual(await messagesIn("dead"), []);
  });

  test("with onDeadLetter nothing is published, and no stream is needed", async (t) => {
    await streams("hooks");
    await manager.streams.delete("dead").catch(() => {});
    await send("{");
    const letters = [];
    await working(t, () => assert.fail(), {
      onDeadLetter: (message, problem, report) =>
        void letters.push([message.seq, problem.status, report.status]),
    });
    await until("it is set aside", isIdle("hooks", "worker"));
    assert.deepEqual(letters, [[1, 400, "malformed"]]);
  });

  test("what is missing says so at once", async () => {
    await streams("hooks");
    await manager.streams.delete("dead").catch(() => {});
    await assert.rejects(
      consume(connection, () => {}, OPTIONS),
      {
        message: "expected a stream with the subject dead.>, found none",
      },
    );
    await streams("dead");
    await assert.rejects(
      consume(connection, () => {}, { ...OPTIONS, stream: "none" }),
      { message: "expected a stream named none, found none" },
    );
    // As where `connect` was not waited for.
    for (const [none, found] of [
      [undefined, "undefined"],
      [Promise.resolve(connection), "object"],
    ])
      await assert.rejects(
        consume(none, () => {}, OPTIONS),
        { name: "TypeError", message: `expected a connection to NATS, as connect gives it, found ${found}` },
      );
    for (const [options, message] of [
      [{ durable: "a" }, "expected options.stream as a string that is not empty, found undefined"],
      [{ stream: "hooks" }, "expected options.durable as a string that is not empty, found undefined"],
      [{ ...OPTIONS, ackWait: 5 }, "expected options.ackWait as an integer from 100 to 2147483647, found 5"],
    ])
      await assert.rejects(
        consume(connection, () => {}, options),
        { name: "TypeError", message },
      );
    await assert.rejects(consume(connection, OPTIONS), {
      message: "expected onEvent as a function, found object",
    });
  });

  test("the server is away for a while: the worker goes on when it is back", async (t) => {
    await streams("hooks", "dead");
    const seen = [];
    await working(t, (event, { message }) => void seen.push(message.seq));
    await send(seam);
    await until("the first is handled", () => seen.includes(1));
    await server.servers[0].kill();
    await sleep(300);
    await server.servers[0].start();
    await until("it can be published to again", () => send(seam).then(() => true));
    await until("what came after is handled", () => seen.includes(2), { seconds: 30 });
  });
});

describe("check", () => {
  test("each body is published with its verdict, which is that of one process", async (t) => {
    await streams("hooks", "checked");
    const bodies = [
      seam,
      refresh,
      "{",
      "{}",
      payload("paybook/webhook"),
      refresh.replace('"refresh"', '"refresch"'),
    ];
    for (const body of bodies) await manager.jetstream().publish("hooks.in", body);
    const worker = await check(connection, { stream: "hooks", durable: "check", ...silent });
    t.after(() => worker.stop());
    await until("all is checked", isIdle("hooks", "check"));
    const verdicts = (await messagesIn("checked")).map((message) => [message.subject, message.json()]);
    verdicts.sort(([, one], [, other]) => one.sequence - other.sequence);
    assert.deepEqual(
      verdicts.map(([subject]) => subject),
      [
        "checked.valid.seam.acs_credential.issued",
        "checked.valid.paybook.refresh",
        "checked.malformed.-.-",
        "checked.unknown.-.-",
        "checked.valid.paybook.webhook",
        verdicts[5][0],
      ],
    );
    for (const [at, body] of bodies.entries()) {
      const [, { report, events, body: kept, ...origin }] = verdicts[at];
      assert.equal(JSON.stringify(report), JSON.stringify(validate(body)));
      assert.equal(kept, String(body));
      assert.deepEqual(origin, { stream: "hooks", sequence: at + 1, subject: "hooks.in", headers: {} });
      const isEvent = report.valid && at !== 4;
      assert.deepEqual(events, isEvent ? normalize(body) : []);
    }
  });

  test("without a stream for verdicts it says so", async () => {
    await streams("hooks");
    await manager.streams.delete("checked").catch(() => {});
    await assert.rejects(check(connection, { stream: "hooks", durable: "check" }), {
      message: "expected a stream with the subject checked.>, found none",
    });
  });
});
