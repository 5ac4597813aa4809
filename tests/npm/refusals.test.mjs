// Every refusal of an endpoint, word for word: what is answered, and what the log is told.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { PayloadError, validate } from "hooklens";
import { problemDetails, receive, webhook } from "hooklens/handler";
import { payload } from "./corpus.mjs";
import { JSON_TYPE } from "./http.mjs";

const seam = payload("seam/acs_credential.issued");
const EVERY_TYPE = "application/problem+json";

/** What is answered to a delivery, and what the log is told of it. */
async function refusalOf(sent, options) {
  const told = [];
  const onRefused = (...given) => void told.push(given);
  const { ok, answer } = await receive({ headers: JSON_TYPE, ...sent }, { ...options, onRefused });
  assert.equal(ok, false);
  const [[problem, error], ...others] = told;
  assert.deepEqual(others, []);
  assert.deepEqual(JSON.parse(answer.body), problem);
  const { "content-type": type, ...headers } = answer.headers;
  assert.deepEqual([type, answer.status, problem.type], [EVERY_TYPE, problem.status, "about:blank"]);
  return { problem, headers, error };
}

const headers = (more) => ({ ...JSON_TYPE, ...more });
const wrong = new Error("no signature");

/** A delivery and options; the status, the title, the detail, the headers and the error of the refusal. */
const REFUSALS = {
  "another method": [
    { method: "DELETE", body: seam },
    {},
    [405, "Method Not Allowed", "expected the method POST", { allow: "POST" }],
  ],
  "more than the limit": [
    { body: seam },
    { maxBytes: 20 },
    [413, "Content Too Large", "expected a body of at most 20 bytes", {}],
  ],
  "more than the limit, as its length says": [
    { headers: headers({ "content-length": "21" }), body: "{}" },
    { maxBytes: 20 },
    [413, "Content Too Large", "expected a body of at most 20 bytes", {}],
  ],
  "more than the limit, as its reader says": [
    { headers: headers({ "content-encoding": "gzip" }), body: () => null },
    {},
    [413, "Content Too Large", "expected a body of at most 1048576 bytes", {}],
  ],
  "more than the limit, once it is decompressed": [
    { headers: headers({ "content-encoding": "gzip" }), body: gzipSync(seam) },
    { maxBytes: seam.length - 1 },
    [413, "Content Too Large", `expected a body of at most ${seam.length - 1} bytes`, {}],
  ],
  "another type": [
    { headers: { "content-type": "text/plain" }, body: seam },
    {},
    [
      415,
      "Unsupported Media Type",
      "expected the Content-Type application/json, with no charset other than utf-8, found text/plain",
      { accept: "application/json" },
    ],
  ],
  "another coding": [
    { headers: headers({ "content-encoding": "br" }), body: seam },
    {},
    [
      415,
      "Unsupported Media Type",
      "expected no Content-Encoding other than gzip, deflate, found br",
      { "accept-encoding": "gzip, deflate" },
    ],
  ],
  "no type": [
    { headers: {}, body: seam },
    {},
    [
      415,
      "Unsupported Media Type",
      "expected the Content-Type application/json, with no charset other than utf-8, found none",
      { accept: "application/json" },
    ],
  ],
  "a long type": [
    { headers: { "content-type": "x".repeat(1000) }, body: seam },
    {},
    [
      415,
      "Unsupported Media Type",
      `expected the Content-Type application/json, with no charset other than utf-8, found ${"x".repeat(100)}…`,
      { accept: "application/json" },
    ],
  ],
  "data that is not of its coding": [
    { headers: headers({ "content-encoding": "gzip" }), body: gzipSync(seam).subarray(0, 40) },
    {},
    [400, "Bad Request", "expected gzip data, as Content-Encoding declares", {}, /^/],
  ],
  "a signature that throws": [
    { body: seam },
    { verify: () => Promise.reject(wrong) },
    [
      401,
      "Unauthorized",
      "expected a body with a valid signature",
      { "www-authenticate": "Webhook-Signature" },
      /^no signature$/,
    ],
  ],
  "a signature that is not verified": [
    { body: seam },
    { verify: () => 0 },
    [
      401,
      "Unauthorized",
      "expected a body with a valid signature",
      { "www-authenticate": "Webhook-Signature" },
      /^verify returned 0$/,
    ],
  ],
};

for (const [name, [sent, options, expected]] of Object.entries(REFUSALS)) {
  test(`${name}: ${expected[0]}`, async () => {
    const [status, title, detail, fields, message] = expected;
    const { problem, headers, error } = await refusalOf(sent, options);
    assert.deepEqual(problem, { type: "about:blank", title, status, detail });
    assert.deepEqual(headers, fields);
    if (message === undefined) assert.equal(error, undefined);
    else assert.match(error.message, message);
  });
}

test("just so many bytes are taken, whoever counts them", async () => {
  const maxBytes = seam.length;
  for (const sent of [
    { body: seam },
    { headers: headers({ "content-length": String(maxBytes) }), body: seam },
    { headers: headers({ "content-encoding": " GZip " }), body: gzipSync(seam) },
    { headers: headers({ "content-encoding": "gzip" }), body: () => gzipSync(seam) },
  ]) {
    assert.equal((await receive({ headers: JSON_TYPE, ...sent }, { maxBytes })).ok, true);
  }
});

describe("a body that was read", () => {
  const invalid = '{"event":"refresh","endpoints":{},\n "id_usr":"5e751d54d0510472295413b3"}';

  test("malformed: 400, with what is wrong", async () => {
    const { problem, error } = await refusalOf({ body: '{"event":' });
    assert.deepEqual(problem, {
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      detail: "expected a JSON body within the limits",
      errors: [
        {
          detail: "expected a value: the body is cut off, or something in it is not closed",
          pointer: "",
          code: "invalid-json",
          line: 1,
          column: 10,
        },
      ],
    });
    assert.ok(error instanceof PayloadError);
  });

  test("invalid: 422, with what is wrong, hints and places", async () => {
    const { problem, error } = await refusalOf({ body: invalid });
    const { errors, ...rest } = problem;
    assert.equal(error.report.problems.length, errors.length);
    assert.deepEqual(rest, {
      type: "about:blank",
      title: "Unprocessable Content",
      status: 422,
      detail: `${errors.length} errors in the body of paybook/refresh`,
    });
    assert.deepEqual(errors.at(-1), {
      detail: "expected the field `id_user`: did you mean `id_user`?",
      pointer: "/id_usr",
      code: "misspelled-field",
      line: 2,
      column: 2,
    });
    assert.deepEqual(errors[0], {
      detail: "expected the field `id_credential`",
      pointer: "/id_credential",
      code: "missing-field",
      line: 1,
      column: 1,
    });
  });

  test("with one error, it is one", async () => {
    const body = JSON.stringify({ ...JSON.parse(seam), event_id: 5 });
    const { problem } = await refusalOf({ body });
    assert.equal(problem.detail, "1 error in the body of seam/acs_credential.issued");
    assert.deepEqual(Object.keys(problem), ["type", "title", "status", "detail", "errors"]);
  });

  test("of several events, all are named, each once", () => {
    const envelope = JSON.parse(payload("paybook/credentials.created"));
    const [created] = envelope.events;
    const [failed] = JSON.parse(payload("paybook/documents.failed")).events;
    const events = [created, failed, { ...created, payload: { ...created.payload, id_job: 5 } }];
    const { detail } = problemDetails(validate({ ...envelope, events }));
    assert.equal(detail, "1 error in the body of paybook/credentials.created, paybook/documents.failed");
  });

  test("with more than a hundred problems, it says how many there are", () => {
    const envelope = JSON.parse(payload("paybook/credentials.created"));
    const events = Array(70).fill({ header: {}, payload: {} });
    const report = validate({ ...envelope, events });
    const details = problemDetails(report);
    assert.ok(report.omitted > 0 && details.errors.length === 100);
    assert.equal(details.omitted, report.omitted);
    assert.match(details.detail, new RegExp(`^${100 + report.omitted} errors? `));
  });

  test("a warning is no error", async () => {
    const report = validate(invalid.replace("{", '{"x":1,"x":2,'));
    const { errors, detail } = problemDetails(report);
    assert.ok(report.problems.length > errors.length);
    assert.match(detail, new RegExp(`^${errors.length} errors`));
    assert.ok(errors.every(({ code }) => !["unexpected-field", "duplicate-key"].includes(code)));
  });

  test("unknown: as a problem from 400 on, with what it may be", async () => {
    const body = String(seam).replace("acs_credential.issued", "acs_credential.isued");
    for (const unknownStatus of [400, 404, 422, 599]) {
      const { problem } = await refusalOf({ body }, { unknownStatus });
      const { errors, candidates, title, status, detail } = problem;
      assert.deepEqual([status, detail], [unknownStatus, "expected a known event"]);
      assert.equal(title, { 400: "Bad Request", 422: "Unprocessable Content" }[status] ?? "Refused");
      assert.deepEqual([errors.length, candidates[0]], [1, "seam/acs_credential.issued"]);
      assert.ok(!errors[0].detail.includes("isued"));
    }
    const { problem } = await refusalOf({ body }, { unknownStatus: 400, echoValues: true });
    assert.match(problem.errors[0].detail, /acs_credential\.isued/);
    const { problem: foreign } = await refusalOf({ body: "{}" }, { unknownStatus: 422 });
    assert.equal("candidates" in foreign, false);
    const { ok, answer } = await receive({ headers: JSON_TYPE, body }, { unknownStatus: 399 });
    assert.deepEqual([ok, answer], [false, { status: 399, headers: {}, body: "" }]);
  });

  test("valid, and no event: 422", async () => {
    const { problem, error } = await refusalOf({ body: payload("paybook/webhook") });
    assert.deepEqual(problem, {
      type: "about:blank",
      title: "Unprocessable Content",
      status: 422,
      detail: "expected an event, found paybook/webhook, which is not one",
      errors: [],
    });
    assert.equal(error.report.status, "valid");
  });
});

test("options that are none say what was expected", () => {
  const WRONG = [
    [null, "expected options as an object, found null"],
    ["{}", "expected options as an object, found string"],
    [{ maxBytes: 0.5 }, "expected options.maxBytes as an integer from 0 to 4294967295, found 0.5"],
    [{ maxBytes: 2 ** 32 }, "expected options.maxBytes as an integer from 0 to 4294967295, found 4294967296"],
    [{ maxDepth: -1 }, "expected options.maxDepth as an integer from 0 to 4294967295, found -1"],
    [
      { maxDepth: [] },
      "expected options.maxDepth as an integer from 0 to 4294967295, found a value of type object",
    ],
    [{ unknownStatus: 199 }, "expected options.unknownStatus as an HTTP status from 200 to 599, found 199"],
    [{ unknownStatus: 600 }, "expected options.unknownStatus as an HTTP status from 200 to 599, found 600"],
    [{ echoValues: 1 }, "expected options.echoValues as a boolean, found 1"],
    [{ anyContentType: "yes" }, "expected options.anyContentType as a boolean, found yes"],
    [{ verify: true }, "expected options.verify as a function, found true"],
    // It may be the secret.
    [{ verify: "whsec_x" }, "expected options.verify as a function, found a string"],
    ...[new Set(), null, { claim() {}, complete() {} }].map((dedupe) => [
      { dedupe },
      "expected options.dedupe as a function, or an object with the functions claim, complete and release, " +
        `found ${dedupe === null ? "null" : "a value of type object"}`,
    ]),
    [{ lease: 0 }, "expected options.lease as an integer from 1 to 2147483647, found 0"],
    [{ timeout: 0.5 }, "expected options.timeout as an integer from 0 to 2147483647, found 0.5"],
    [{ invalidStatus: 100 }, "expected options.invalidStatus as an HTTP status from 200 to 599, found 100"],
    [{ prototypeKeys: true }, 'expected options.prototypeKeys as "refuse" or "keep", found true'],
    ...[
      {},
      { hub: null },
      { hub: { verifyToken: "" } },
      { hub: { verifyToken: "a", other: 1 } },
      { cloudEvents: true },
      { cloudEvents: { origins: "example.com" } },
      { cloudEvents: { origins: [5] } },
      { cloudEvents: { origins: "*", rate: 0 } },
      { github: {} },
    ].map((handshakes) => [
      { handshakes },
      "expected options.handshakes as an object with cloudEvents, hub or both, as its documentation says, " +
        "found a value of type object",
    ]),
    [
      { secret: "x" },
      "expected options of maxBytes, maxDepth, echoValues, unwrap, prototypeKeys, verify, dedupe, lease, onUnknown, " +
        "onInvalid, onRefused, onOutcome, lens, event, anyContentType, unknownStatus, invalidStatus, timeout, " +
        "handshakes, onSubscription, found secret",
    ],
    [{ lens: null }, "expected options.lens as what createHookLens gives, found null"],
    [
      { lens: { parse() {} } },
      "expected options.lens as what createHookLens gives, found a value of type object",
    ],
    ...[
      "refresh",
      {},
      { header: "" },
      { header: "a b" },
      { header: "a\n" },
      { header: 5 },
      { header: "a", as: "b" },
    ].map((event) => [
      { event },
      'expected options.event as an object with the name of a header field, as in { header: "x-event" }, found ' +
        (typeof event === "string" ? event : "a value of type object"),
    ]),
  ];
  for (const [options, message] of WRONG) {
    assert.throws(() => webhook(() => {}, options), { name: "TypeError", message });
    assert.throws(() => receive({ headers: JSON_TYPE, body: seam }, options), { name: "TypeError", message });
  }
  assert.throws(() => webhook(), {
    name: "TypeError",
    message: "expected onEvent as a function, found undefined",
  });
  const most = { maxBytes: 0xffffffff, maxDepth: 0xffffffff, unknownStatus: 599 };
  const least = { maxBytes: 0, maxDepth: 0, unknownStatus: 200, echoValues: false, anyContentType: true };
  for (const options of [most, least, {}, undefined]) webhook(() => {}, options);
});

test("what a delivery is not says so", async () => {
  const message = "expected the raw body of a delivery as a string, a Uint8Array or a function";
  await assert.rejects(receive({ headers: JSON_TYPE, body: {} }), { name: "TypeError", message });
});

test("header fields are told by lower-case name, whatever has them", async () => {
  const verify = (rawBody, fields) => told.push(fields);
  const told = [];
  const given = { "Content-Type": "application/json", "X-A": ["1", "2"], "x-b": undefined, "X-C": "" };
  await receive({ headers: given, body: seam }, { verify });
  assert.deepEqual(told.pop(), { "content-type": "application/json", "x-a": "1, 2", "x-c": "" });
  await receive({ headers: new Headers({ "X-A": "1", ...JSON_TYPE }), body: seam }, { verify });
  assert.deepEqual(told.pop(), { "content-type": "application/json", "x-a": "1" });
});
