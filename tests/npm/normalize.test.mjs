// What an application gets of a valid body, `parse` and `normalize`, and the error that it gets otherwise.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { CloudEvent } from "cloudevents";
// The schema of the specification, compiled, as the SDK carries it: cloudevents.json of CloudEvents 1.0.
import matchesSpecification from "cloudevents/dist/schema/v1.js";
import fc from "fast-check";
import { PayloadError, catalog, normalize, parse, validate } from "hooklens";
import { places } from "./bodies.mjs";

const tests = new URL("../", import.meta.url);
const below = (folder) =>
  readdirSync(new URL(`${folder}/`, tests), { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".json"))
    .sort();
const text = (path) => readFileSync(new URL(path, tests), "utf8");

const payloads = below("payloads").map((path) => ({ path, body: text(`payloads/${path}`) }));
const payload = (path) => payloads.find((other) => other.path === `${path}.json`).body;
const providers = [...new Set(catalog.map(({ provider }) => provider))].map((provider) =>
  payloads.filter(({ path }) => path.startsWith(`${provider}/`)),
);
const valid = payloads.filter(({ body }) => validate(body).valid);
const isEvent = ({ id }) => catalog.find((entry) => entry.id === id).event;
const events = valid.filter(({ body }) => validate(body).events.every(isEvent));
const registrations = valid.filter(({ body }) => !validate(body).events.some(isEvent));

/** What an RFC 6901 pointer leads to. */
const at = (value, pointer) =>
  pointer
    .split("/")
    .slice(1)
    .reduce((inner, key) => inner[key.replaceAll("~1", "/").replaceAll("~0", "~")], value);

function thrown(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  assert.fail("nothing was thrown");
}

/** A valid body with more in it. */
const extended = (path, extra) => `${payload(path).trimEnd().replace(/\}$/, "")},${extra}}`;

const FORMS = {
  text: (body) => body,
  bytes: (body) => new TextEncoder().encode(body),
  "an ArrayBuffer": (body) => new TextEncoder().encode(body).buffer,
  "a decoded object": (body) => JSON.parse(body),
  "text after a byte order mark": (body) => `\ufeff${body}`,
  "bytes after a byte order mark": (body) => new TextEncoder().encode(`\ufeff${body}`),
};

// ---- the canonical form

test("every event has the canonical form that the crate gives it, whatever form its body has", () => {
  assert.deepEqual(
    events.map(({ path }) => path),
    below("canonical"),
  );
  for (const { path, body } of events) {
    const golden = JSON.parse(text(`canonical/${path}`));
    for (const [form, of] of Object.entries(FORMS)) {
      assert.deepEqual(normalize(of(body)), golden, `${path} as ${form}`);
    }
  }
});

/** What CloudEvents 1.0 says of an event in its JSON format, and what its schema does not say. */
function assertCloudEvent(event) {
  assert.ok(matchesSpecification(event), JSON.stringify([matchesSpecification.errors, event]));
  const { data, ...attributes } = event;
  const sdk = new CloudEvent(event, true);
  assert.deepEqual(sdk.data, data);
  for (const [name, value] of Object.entries(attributes)) {
    assert.match(name, /^[a-z]+$/);
    assert.equal(sdk[name], value);
    // Section 3.2: neither control characters, nor noncharacters, nor halves of surrogate pairs.
    assert.doesNotMatch(
      value,
      /^$|[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u,
      `${name} ${JSON.stringify(value)}`,
    );
  }
  assert.deepEqual(
    Object.keys(attributes),
    ATTRIBUTES.filter((name) => name in event),
  );
  assert.equal(Object.getPrototypeOf(data), Object.prototype);
}
const ATTRIBUTES = ["specversion", "id", "source", "type", "subject", "time", "datacontenttype"];

describe("it is a CloudEvent, by the official SDK and by the specification's schema", () => {
  test("the two refuse what is none", () => {
    const [event] = normalize(payload("paybook/refresh"));
    for (const wrong of [{ id: "" }, { source: "a b" }, { subject: "" }, { time: "2023-02-29T00:00:00Z" }]) {
      assert.ok(!matchesSpecification({ ...event, ...wrong }), JSON.stringify(wrong));
    }
    assert.throws(() => new CloudEvent({ ...event, source: "a b" }, true));
    assert.throws(() => new CloudEvent({ ...event, Extra: 1 }, true));
  });

  test("of every example", () => {
    let count = 0;
    for (const { body } of events) for (const event of normalize(body)) count += assertCloudEvent(event) ?? 1;
    assert.ok(count >= 32, `${count}`);
  });

  test("of bodies that are valid and odd", () => {
    const order = payload("chift/pos.order.completed");
    const id = "472563f9-1ffd-449b-8f9c-f0011ad4c727";
    const created = payload("paybook/credentials.created");
    const at = "2023-06-16 19:06:18.944575+0000";
    const odd = [
      ...["", "a\\nb", "\\u0000", "\\u0085", "\\ud800", "\\uffff", "é😀", " ", "%%%", "a b"].map((text) =>
        order.replace(id, text),
      ),
      ...[
        "0000-01-01 00:00:00+0000",
        "9999-12-31 23:59:59Z",
        "2016-12-31 23:59:60Z",
        "0000-01-01 00:00:00+0100",
      ].map((text) => created.replace(at, text)),
      order.replace("1741954370", "1741954370000"),
      extended(
        "seam/acs_credential.issued",
        '"__proto__": {"id": "x"}, "": 1, "specversion": "0.3", "data_base64": "!"',
      ),
    ];
    for (const body of odd) for (const event of normalize(body)) assertCloudEvent(event);
  });

  test("of generated bodies", () => {
    const flat = events.filter(({ body }) => !body.includes('"rid"')).map(({ body }) => JSON.parse(body));
    const property = fc.property(
      fc.constantFrom(...flat),
      fc.string({ unit: "binary" }),
      fc.dictionary(
        fc.string({ unit: "binary" }).map((key) => `x${key}`),
        fc.jsonValue(),
        { maxKeys: 3 },
      ),
      (body, order, extra) => {
        const whole = "order_id" in body ? { ...body, ...extra, order_id: order } : { ...body, ...extra };
        const report = validate(whole);
        fc.pre(report.valid);
        const [event] = normalize(whole);
        assertCloudEvent(event);
        for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(extra)))) {
          if (!JSON.stringify(value).match(/[0-9]{16}|e\+/)) assert.deepEqual(event.data[key], value);
        }
      },
    );
    fc.assert(property, { seed: 3, numRuns: 3_000 });
  });
});

test("the id is that of the content, not of its form", () => {
  for (const { path, body } of events) {
    const backwards = (value) =>
      value === null || typeof value !== "object"
        ? value
        : Array.isArray(value)
          ? value.map(backwards)
          : Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, backwards(inner)]),
            );
    const ids = [
      body,
      JSON.parse(body),
      JSON.stringify(backwards(JSON.parse(body)), null, "\t"),
      body.replaceAll("/", "\\/"),
    ]
      .flatMap((form) => normalize(form))
      .map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length / 4, path);
  }
});

test("a number that JavaScript cannot hold keeps its text, and half a surrogate pair is kept", () => {
  const body = extended(
    "paybook/refresh",
    '"large": [9007199254740993, 1e400, 1.5], "half": "\\ud800", "raw": "\ud800é"',
  );
  const [{ data }] = normalize(body);
  assert.deepEqual(data.large, ["9007199254740993", "1e400", 1.5]);
  assert.equal(data.half, "\ud800");
  assert.equal(data.raw, "\ud800é");
  // Decoded, it is another number already: that one's text.
  const decoded = JSON.parse(body.replace("1e400", "0"));
  assert.deepEqual(normalize(decoded)[0].data.large, ["9007199254740992", 0, 1.5]);
});

// ---- the payload as it was sent

test("the payload is exactly what is at its pointer, whatever form the body has", () => {
  for (const { path, body } of valid) {
    const sent = JSON.parse(body);
    for (const [form, of] of Object.entries(FORMS)) {
      const parsed = parse(of(body)).events;
      const report = validate(of(body));
      assert.equal(parsed.length, report.events.length, `${path} as ${form}`);
      parsed.forEach(({ payload, envelope, ...event }, index) => {
        assert.deepEqual(event, report.events[index]);
        const value = at(sent, event.pointer);
        if (value.header === undefined) return void assert.deepEqual(payload, value);
        assert.deepEqual(payload, value.payload);
        const { events, ...around } = sent;
        assert.ok(events.includes(value));
        assert.deepEqual(envelope, { ...around, header: value.header });
      });
    }
  }
});

test("what is around the payload is the envelope: of an answer of the API too, and of a flat event nothing", () => {
  for (const { path, body } of valid) {
    for (const event of parse(body).events) {
      const { response, ...answer } = JSON.parse(body);
      if (response !== undefined) assert.deepEqual(event.envelope, answer, path);
      else assert.equal("envelope" in event, event.pointer.startsWith("/events/"), path);
    }
  }
});

test("of a batch, each event has its own payload", () => {
  const [{ events: a, rid }, { events: b }] = ["credentials.created", "documents.failed"].map((name) =>
    JSON.parse(payload(`paybook/${name}`)),
  );
  const batch = { rid, note: "around", events: [...a, ...b, ...a] };
  const parsed = parse(JSON.stringify(batch)).events;
  assert.deepEqual(
    parsed.map(({ id, pointer }) => [id, pointer]),
    [
      ["paybook/credentials.created", "/events/0"],
      ["paybook/documents.failed", "/events/1"],
      ["paybook/credentials.created", "/events/2"],
    ],
  );
  parsed.forEach(({ payload, envelope }, index) => {
    assert.deepEqual(payload, batch.events[index].payload);
    assert.deepEqual(envelope, { rid, note: "around", header: batch.events[index].header });
  });
  assert.deepEqual(
    normalize(batch).map(({ type }) => type),
    ["com.paybook.credentials.created", "com.paybook.documents.failed", "com.paybook.credentials.created"],
  );
});

test("what is around very many events is with all of them where it is known, else with the first", () => {
  const { rid, events: sent } = JSON.parse(payload("paybook/credentials.created"));
  const unknown = Object.fromEntries(Array.from({ length: 399 }, (_, at) => [`x${at}`, { at }]));
  const around = { rid, ...unknown };
  const [{ header }] = sent;
  // Four hundred fields around so many events.
  for (const [count, repeated] of [
    [250, around],
    [251, { rid }],
  ]) {
    const events = Array(count).fill(sent[0]);
    const { events: given } = parse(JSON.stringify({ ...around, events }));
    assert.equal(given.length, count);
    given.forEach(({ payload, envelope }, index) => {
      assert.deepEqual(payload, sent[0].payload);
      assert.deepEqual(envelope, { ...(index === 0 ? around : repeated), header });
    });
  }
});

test("of a repeated key the last counts, for the verdict and for the payload", () => {
  const body = extended(
    "paybook/refresh",
    '"id_job": 5, "id_job": "5e793889b783081dd61de29d", "x": 1, "\\u0078": 2',
  );
  const [{ payload }] = parse(body).events;
  assert.equal(payload.id_job, "5e793889b783081dd61de29d");
  assert.equal(payload.x, 2);
  assert.equal(normalize(body)[0].data.job_id, "5e793889b783081dd61de29d");
  assert.equal(validate(extended("paybook/refresh", '"id_job": 5')).status, "invalid");
  // Whole parts of an envelope too.
  const again = extended("paybook/credentials.created", '"events": [], "events": 5');
  assert.equal(validate(again).valid, false);
});

test("`__proto__` is a member like any other", () => {
  const evil =
    '"__proto__": {"polluted": true, "is_executing": 1}, "constructor": {"prototype": {"polluted": true}}';
  const bodies = [
    extended("paybook/refresh", evil),
    extended("paybook/credentials.created", evil),
    payload("paybook/credentials.created").replace('"payload": {', `"payload": {${evil},`),
    payload("paybook/credentials.created").replace('"header": {', `${evil}, "header": {${evil},`),
    payload("paybook/webhook.answer").replace("{", `{${evil},`),
  ];
  for (const body of bodies) {
    for (const form of [body, JSON.parse(body)]) {
      for (const { payload, envelope = {} } of parse(form).events) {
        for (const object of [payload, envelope, envelope.header ?? {}]) {
          assert.equal(Object.getPrototypeOf(object), Object.prototype);
          assert.equal(object.polluted, undefined);
        }
        const owners = [payload, envelope, envelope.header ?? {}].filter((object) =>
          Object.hasOwn(object, "__proto__"),
        );
        assert.ok(owners.length > 0);
        for (const owner of owners) assert.equal(owner.__proto__.polluted, true);
      }
      if (body.includes('"response"')) continue;
      for (const { data } of normalize(form)) {
        assert.equal(Object.getPrototypeOf(data), Object.prototype);
        assert.ok(Object.keys(data).some((key) => key.endsWith("__proto__")));
        assert.equal(data.polluted, undefined);
      }
    }
  }
  assert.equal({}.polluted, undefined);
  // Nor does it stand for what is missing.
  const hidden = JSON.parse(`{"event":"refresh","__proto__":${payload("paybook/refresh")}}`);
  assert.equal(validate(hidden).valid, false);
  const inherited = Object.create(JSON.parse(payload("paybook/refresh")));
  assert.equal(validate(inherited).valid, false);
});

test("an object is read once: what was validated is what is given", () => {
  const good = JSON.parse(payload("paybook/refresh"));
  const bad = { ...good, id_user: "another", id_job: 5 };
  for (const give of [parse, normalize]) {
    let reads = 0;
    const read = () => (reads++ ? bad.id_user : good.id_user);
    const given = give(Object.defineProperty({ ...good }, "id_user", { enumerable: true, get: read }));
    assert.equal(reads, 1);
    assert.doesNotMatch(JSON.stringify(given), /another/);
  }
  let turns = 0;
  const fickle = { toJSON: () => (turns++ ? bad : good) };
  assert.deepEqual(parse(fickle).events[0].payload, good);
  assert.equal(turns, 1);
  turns = 0;
  assert.equal(normalize(fickle)[0].data.user_id, good.id_user);
  assert.equal(turns, 1);
  const proxy = new Proxy(good, {
    get: (target, key) => (key === "id_user" && turns++ ? bad.id_user : target[key]),
  });
  turns = 0;
  assert.equal(parse(proxy).events[0].payload.id_user, good.id_user);
  assert.equal(turns, 1);
  // What is given is the caller's own: no part of it is the body's.
  const [{ payload: given }] = parse(good).events;
  given.endpoints.credential.push("changed");
  assert.deepEqual(good, JSON.parse(payload("paybook/refresh")));
});

// ---- the error

const ORDINAL = /^and \d+ more$/;

/** A message's parts: `status webhook body ids (near: ids): problem; problem; and n more`. */
function assertReadable({ message, report }) {
  const [, status, ids, near, problems] = message.match(
    /^(valid|invalid|unknown|malformed) webhook body((?: |, )\S+\/[^\s:,]+(?:, \S+?)*)?(?: \(near: ([^)]+)\))?: (.+)$/s,
  );
  assert.equal(status, report.status);
  const unique = [...new Set(report.events.map(({ id }) => id))];
  assert.equal((ids ?? "").trim(), unique.join(", "));
  assert.equal(near ?? "", report.candidates.join(", "));
  const errors = report.problems.filter(({ severity }) => severity === "error");
  assert.ok(problems.startsWith(errors[0].code), message);
  const rest = errors.length - 3 + (report.omitted ?? 0);
  const last = problems.split("; ").at(-1);
  if (rest > 0) assert.equal(last, `and ${rest} more`);
  else assert.doesNotMatch(last, ORDINAL);
  for (const { code, pointer, span, expected } of errors.slice(0, 3)) {
    const place = span ? ` at ${span.line}:${span.column}` : "";
    assert.ok(problems.includes(`${code}${place}${pointer && ` ${pointer}`}, expected ${expected}`), message);
  }
  assert.doesNotMatch(message, /undefined|\[object|NaN/);
}

describe("PayloadError", () => {
  test("says what is wrong and where, on its own", () => {
    const error = thrown(() => parse('{\n "event": "refresh",\n "id_user": 5\n}'));
    assert.ok(error instanceof PayloadError && error instanceof Error);
    assert.equal(error.name, "PayloadError");
    assert.equal(
      error.message,
      "invalid webhook body paybook/refresh: " +
        "missing-field at 1:1 /endpoints, expected the field `endpoints`; " +
        "missing-field at 1:1 /id_credential, expected the field `id_credential`; " +
        "missing-field at 1:1 /id_job, expected the field `id_job`; and 5 more",
    );
    assert.equal(String(error), `PayloadError: ${error.message}`);
    assert.match(error.stack, /^PayloadError: invalid webhook body/);
    assert.deepEqual(error.report, validate('{\n "event": "refresh",\n "id_user": 5\n}'));
  });

  test("carries the whole report, of parse and of normalize", () => {
    const bodies = [
      ...payloads.map(({ body }) => body).filter((body) => !validate(body).valid),
      ...below("problems")
        .filter((path) => !path.endsWith(".expected.json"))
        .map((path) => readFileSync(new URL(`problems/${path}`, tests)))
        .filter((body) => !validate(body).valid),
    ];
    assert.ok(bodies.length > 100);
    for (const body of bodies) {
      for (const give of [parse, normalize]) {
        const error = thrown(() => give(body));
        assert.ok(error instanceof PayloadError);
        assert.deepEqual(error.report, validate(body));
        assertReadable(error);
      }
    }
  });

  test("is readable of a body that was decoded, which has no lines", () => {
    const error = thrown(() => parse({ event: "refresh", id_user: 5 }));
    assertReadable(error);
    assert.match(error.message, /: missing-field \/endpoints, expected the field `endpoints`; /);
    assert.ok(error.report.problems.every(({ span, fix }) => span === null && fix === undefined));
  });

  test("has the limits that were asked for", () => {
    const body = payload("paybook/refresh");
    for (const give of [parse, normalize]) {
      assert.match(thrown(() => give(body, { maxBytes: 10 })).message, /^malformed webhook body: too-large/);
      assert.match(thrown(() => give(body, { maxDepth: 1 })).message, /^malformed webhook body: too-deep/);
    }
  });

  test("says how many more there are, those that the report leaves out too", () => {
    const envelope = JSON.parse(payload("paybook/credentials.created"));
    const events = Array(70).fill({ header: {}, payload: {} });
    const { message, report } = thrown(() => parse({ ...envelope, events }));
    assert.ok(report.omitted > 0);
    assertReadable({ message, report });
    const errors = report.problems.filter(({ severity }) => severity === "error");
    assert.ok(message.endsWith(`; and ${errors.length - 3 + report.omitted} more`), message);
  });

  test("says of a subscription and a registration request that they are no event", () => {
    assert.equal(registrations.length, 7);
    for (const { path, body } of registrations) {
      assert.ok(parse(body).events.length > 0, path);
      const error = thrown(() => normalize(body));
      assert.ok(error instanceof PayloadError, path);
      assert.match(
        error.message,
        /^valid webhook body, but not an event: paybook\/(webhook(\.create)?|subscription\.create) registers/,
      );
      assert.deepEqual(error.report, validate(body));
    }
  });

  test("is not thrown for what is no body: that is the caller's mistake", () => {
    for (const body of [5, undefined, null, true, () => {}, Symbol("body")]) {
      for (const give of [parse, normalize]) {
        const error = thrown(() => give(body));
        assert.ok(error instanceof TypeError && !(error instanceof PayloadError));
      }
    }
  });

  test("never says a value of the body", () => {
    // No text of ours has it, in any case; and it can stand where a name, an id, a date or a path does.
    const SECRET = /zq7|10203040506/i;
    const spell = (seed) =>
      [
        "zq7",
        "Zq7 Doe <zq7@example.com>",
        "/v1/zq7",
        "//zq7",
        "zq7e751d54d0510472295413",
        "2023-06-16 zq7",
        "refresh zq7",
        "credential_zq7",
        "https:/zq7",
        "zq7\n",
        `ObjectId("zq7")`,
        "<zq7>",
        "\u0000zq7",
        "zq7".repeat(200),
      ][seed % 14];
    const seen = new Set();
    const number = fc.nat({ max: 2 ** 30 });
    const property = fc.property(
      // Of each provider as often, however many event types it has.
      fc.oneof(...providers.map((of) => fc.constantFrom(...of))),
      fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 5 }),
      ({ body }, steps) => {
        const mutated = JSON.parse(body);
        for (const [where, seed] of steps) {
          const all = places(mutated);
          if (all.length === 0) continue;
          const [container, key] = all[where % all.length];
          const kind = seed % 5;
          if (kind === 0) container[key] = 10203040506 + (seed % 2) / 2;
          else if (kind === 1) container[key] = { [spell(seed >> 4)]: spell(seed >> 8) };
          else if (kind === 2) container[key] = [spell(seed >> 4)];
          else if (kind === 3 && !Array.isArray(container)) container[spell(seed >> 4)] = spell(seed >> 8);
          else container[key] = spell(seed >> 4);
        }
        const whole = JSON.stringify(mutated);
        const torn = `${whole.slice(0, steps[0][1] % (whole.length + 1))}zq7`;
        for (const broken of [whole, mutated, torn]) {
          for (const give of [parse, normalize]) {
            try {
              give(broken);
            } catch (error) {
              assert.ok(error instanceof PayloadError);
              // The name of a field is no value: where a schema leaves the names to the sender, a pointer has them.
              const pointers = error.report.problems.map(({ pointer }) => ` ${pointer}, expected `);
              for (const said of [error.message, String(error), error.stack.split("\n    at ")[0]]) {
                const rest = pointers.reduce((rest, pointer) => rest.replaceAll(pointer, " "), said);
                assert.doesNotMatch(rest, SECRET);
              }
              if (!error.report.valid) assertReadable(error);
              for (const { code } of error.report.problems) seen.add(code);
            }
          }
        }
      },
    );
    fc.assert(property, { seed: 3, numRuns: 2_000 * providers.length });
    for (const code of [
      "missing-field",
      "wrong-type",
      "bad-format",
      "unexpected-value",
      "inconsistent-value",
      "unknown-event",
      "invalid-json",
    ]) {
      assert.ok(seen.has(code), code);
    }
  });

  test("says the name of a field, also where a schema leaves the names to the sender", () => {
    const body = JSON.parse(payload("seam/device.connected"));
    body.device_custom_metadata = { zq7: ["zq8"] };
    const { message } = thrown(() => parse(body));
    assert.match(message, /wrong-type \/device_custom_metadata\/zq7, expected a string or a boolean$/);
    assert.doesNotMatch(message, /zq8/);
  });

  test("says them where its report is asked for", () => {
    const body = payload("paybook/refresh").replace("5e751d54d0510472295413b3", "zq7");
    const error = thrown(() => parse(body));
    assert.doesNotMatch(error.message, /zq7/);
    assert.match(JSON.stringify(error.report), /zq7/);
    assert.match(inspect(error, { depth: 5 }), /zq7/);
  });
});
