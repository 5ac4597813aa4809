// Every example as its user starts it, under what the internet sends.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { Agent } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { findBun, findDeno, findWorkerd } from "./binaries.mjs";
import { payload, root } from "./corpus.mjs";
import { PAYLOADS } from "./github.mjs";
import { JSON_TYPE, breakOff, open, post, requestOf, stream } from "./http.mjs";
import { startWorker } from "./workerd.mjs";
import { handler } from "../examples/lambda.mjs";
import { verifyGitHub } from "../examples/verify-github.mjs";
import { verifyAcme } from "../examples/verify-timed.mjs";

const MiB = 1024 * 1024;
const PROBE = new URL("probe.mjs", import.meta.url).href;
const seam = payload("seam/acs_credential.issued");
const envelope = payload("paybook/documents.failed");

/** Starts an example; `url` is where it said that it listens, `output` everything that it has said. */
async function start(name, command, args, options) {
  const child = spawn(command, [...args, join(root, "tests/examples", name)], {
    cwd: root,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  const example = { output: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (example.output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (example.errors += text));
  const ended = once(child, "exit");
  while (!/^(http:\S+)\n/.test(example.output)) {
    await Promise.race([
      once(child.stdout, "data"),
      ended.then(() => Promise.reject(new Error(`${name} ended: ${example.errors}`))),
    ]);
  }
  [example.url] = example.output.split("\n");
  example.child = child;
  example.stop = async () => {
    const { exitCode } = child;
    child.kill();
    await ended;
    return exitCode;
  };
  return example;
}

async function startNode(name, more = {}) {
  const env = { ...process.env, PORT: "0", ...more };
  const options = { stdio: ["ignore", "pipe", "pipe", "ipc"], env };
  const example = await start(name, process.execPath, ["--import", PROBE], options);
  /** By how much its memory has grown, at most, since this was asked before. */
  example.grown = async () => {
    example.child.send("grown");
    const [{ grown }] = await once(example.child, "message");
    return grown;
  };
  return example;
}

const startDeno = (name) => start(name, findDeno(), ["run", "--no-lock", "--allow-net", "--allow-env"]);
const startBun = (name) => start(name, findBun(), []);

const EXAMPLES = [
  ["node-http.mjs", startNode],
  ["express.mjs", startNode],
  ["fastify.mjs", startNode],
  ["hono.mjs", startNode],
  ["worker.mjs", startWorker, findWorkerd],
  ["deno.mjs", startDeno, findDeno],
  ["bun.mjs", startBun, findBun],
];

for (const [name, begin, find = () => process.execPath] of EXAMPLES) {
  const skip = find() ? false : `${name}: npm has no such runtime for this machine`;
  describe(name, { skip }, () => {
    let example;
    before(async () => (example = await begin(name)));
    after(async () => {
      if (!example) return;
      assert.equal(await example.stop(), null, "it ended by itself");
      assert.equal(example.errors, "");
    });

    const send = (...request) => post(example.url, ...request);
    const wasHandled = async (id, count = 1) => {
      const handled = () => example.output.split(`${id} `).length - 1;
      for (let tries = 0; handled() < count && tries < 200; tries++)
        await new Promise((go) => setTimeout(go, 10));
      assert.equal(handled(), count, example.output);
      example.output = "";
    };
    const refused = ({ status, headers, json }, expected, code) => {
      assert.deepEqual([status, json?.status], [expected, expected]);
      assert.equal(headers["content-type"], "application/problem+json");
      if (code !== undefined) assert.equal(json.errors[0].code, code);
    };

    test("valid: 204, and the event is handled", async () => {
      const { status, text } = await send(envelope);
      assert.deepEqual([status, text], [204, ""]);
      await wasHandled("paybook/documents.failed");
    });

    test("invalid: 422 with everything that is wrong", async () => {
      const answer = await send('{"event":"refresh",\n"id_user":"who?"}');
      refused(answer, 422, "missing-field");
      assert.ok(answer.json.errors.length > 5);
      const [wrong] = answer.json.errors.filter(({ pointer }) => pointer === "/id_user");
      assert.deepEqual([wrong.code, wrong.line, wrong.column], ["bad-format", 2, 11]);
      assert.ok(!answer.text.includes("who?"));
    });

    test("malformed and empty: 400", async () => {
      refused(await send("{"), 400, "invalid-json");
      refused(await send(""), 400, "invalid-json");
      refused(await send(Buffer.from([0x22, 0xff, 0x22])), 400, "invalid-utf8");
    });

    test("unknown: 202", async () => {
      for (const body of ["{}", seam.toString().replace("acs_credential.issued", "intercom.rang")]) {
        const { status, text } = await send(body);
        assert.deepEqual([status, text], [202, ""]);
      }
    });

    test("wrong content type: 415", async () => {
      refused(await send(seam, { headers: { "content-type": "text/plain" } }), 415);
      refused(await send(seam, { headers: {} }), 415);
      refused(await send(seam, { headers: { ...JSON_TYPE, "content-encoding": "br" } }), 415);
    });

    test("gzip-encoded, and chunked", async () => {
      const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
      assert.equal((await send(gzipSync(seam), { headers })).status, 204);
      refused(await send(gzipSync(Buffer.alloc(4 * MiB)), { headers }), 413);
      refused(await send(gzipSync(seam).subarray(0, 50), { headers }), 400);
      const parts = [seam.subarray(0, 10), seam.subarray(10, 60), seam.subarray(60)];
      assert.equal((await send(parts)).status, 204);
      await wasHandled("seam/acs_credential.issued", 2);
    });

    test("20 MiB streamed to a limit of 1 MiB: 413, the memory stays flat, the connection ends", async () => {
      await example.grown?.();
      refused(await send(Buffer.alloc(MiB + 1, 0x20)), 413);
      const rude = Array.from({ length: 8 }, () => ({ polite: false }));
      for (const sender of [{}, { declared: true }, { declared: true, polite: false }, ...rude]) {
        const { answer, sent, error } = await stream(example.url, 20 * MiB, sender);
        // workerd resets the connection of a sender that goes on for long, and the answer may be lost with it.
        if (answer === "" && name === "worker.mjs") continue;
        assert.match(answer, /^HTTP\/1\.1 413 /, String(error));
        assert.match(answer, /application\/problem\+json/);
        // The other runtimes read ahead of who asks them for the body.
        if (begin === startNode && sender.polite !== false) {
          assert.ok(sent < 20 * MiB, "it read everything before it answered");
        }
      }
      if (example.grown) {
        const grown = await example.grown();
        assert.ok(grown < 64 * MiB, `${grown} bytes more`);
      }
      assert.equal((await send(seam)).status, 204);
      await wasHandled("seam/acs_credential.issued");
    });

    test("20 MiB in chunks that declare to be 20 bytes: refused", async () => {
      const { answer, sent } = await stream(example.url, 20 * MiB, { lie: 20 });
      assert.match(answer, /^HTTP\/1\.1 4(00|13) |^$/);
      if (begin === startNode) assert.ok(sent < 20 * MiB);
    });

    test("a sender that breaks off", async () => {
      await breakOff(example.url);
      assert.equal((await send(seam)).status, 204);
      await wasHandled("seam/acs_credential.issued");
    });

    test("pipelined requests are answered, in order", async () => {
      const bodies = [seam, "{", "{}", seam];
      const { answer, socket } = await open(example.url);
      socket.write(Buffer.concat(bodies.map((body) => requestOf(example.url, body))));
      await answer(/(HTTP\/1\.1 \d{3}[^]*){4}/);
      assert.deepEqual(
        [...(await answer(/./)).matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)),
        [204, 400, 202, 204],
      );
      socket.destroy();
      await wasHandled("seam/acs_credential.issued", 2);
    });

    test("2,000 connections that are idle, or send a byte now and then: others are answered", async () => {
      await example.grown?.();
      const idle = [];
      for (let at = 0; at < 20; at++)
        idle.push(...(await Promise.all(Array.from({ length: 100 }, () => open(example.url)))));
      const slow = idle.slice(0, 200);
      for (const { socket } of slow)
        socket.write(requestOf(example.url, seam).subarray(0, -seam.length + 10));
      for (let round = 0; round < 5; round++) {
        for (const { socket } of slow) socket.write(" ");
        assert.equal((await send(seam)).status, 204);
      }
      if (example.grown) assert.ok((await example.grown()) < 96 * MiB);
      for (const { socket } of idle) socket.destroy();
      assert.equal((await send(seam)).status, 204);
      await wasHandled("seam/acs_credential.issued", 6);
    });

    test("200 requests at once", async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 200 });
      const bodies = Array.from({ length: 200 }, (_, at) => [seam, "{", "{}", '{"event":"refresh"}'][at % 4]);
      const answers = await Promise.all(bodies.map((body) => send(body, { agent })));
      agent.destroy();
      const expected = bodies.map((_, at) => [204, 400, 202, 422][at % 4]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        expected,
      );
      await wasHandled("seam/acs_credential.issued", 50);
    });
  });
}

describe("github.mjs", () => {
  const secret = "It's a Secret to Everybody";
  const { name, key, text } = PAYLOADS.find(({ key }) => key === "issues-opened");
  const signed = (body, event = name, by = secret) => ({
    headers: {
      ...JSON_TYPE,
      "x-github-event": event,
      "x-hub-signature-256": `sha256=${createHmac("sha256", by).update(body).digest("hex")}`,
    },
  });
  let example;
  before(async () => (example = await startNode("github.mjs", { GITHUB_WEBHOOK_SECRET: secret })));
  after(async () => {
    if (!example) return;
    assert.equal(await example.stop(), null, "it ended by itself");
    assert.equal(example.errors, "");
  });
  const send = (body, options = signed(body)) => post(example.url, body, options);

  test("an event that is signed: 204, and it is handled", async () => {
    assert.equal((await send(text)).status, 204);
    assert.ok(example.output.includes(`github/${key} `), example.output);
  });

  test("one that is not, or by somebody else: 401", async () => {
    assert.equal((await send(text, { headers: JSON_TYPE })).status, 401);
    assert.equal((await send(text, signed(text, name, "another"))).status, 401);
    assert.equal((await send(text, signed(`${text} `))).status, 401);
    const headers = { ...signed(text).headers, "x-hub-signature-256": "sha256=0" };
    assert.equal((await send(text, { headers })).status, 401);
  });

  test("an event with errors: 422, and each is told", async () => {
    const body = text.replace(/"number": ?\d+/, '"number":"one"');
    assert.notEqual(body, text);
    const { status, json } = await send(body);
    assert.equal(status, 422);
    assert.deepEqual(
      json.errors.map(({ code, pointer }) => [code, pointer]),
      [["wrong-type", "/issue/number"]],
    );
  });

  test("a header narrows: of another event's name the body is unknown, and never that event", async () => {
    assert.equal((await send(text, signed(text, "star"))).status, 202);
    // An id decides nothing here: nobody has signed it.
    assert.equal((await send("[]", signed("[]", "github/issues-opened"))).status, 202);
    assert.equal((await send(text, signed(text, ""))).status, 204);
  });
});

test("verify-github.mjs, with GitHub's own example", () => {
  const headers = {
    "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
  };
  const verify = verifyGitHub("It's a Secret to Everybody");
  assert.equal(verify(Buffer.from("Hello, World!"), headers), true);
  assert.equal(verify(Buffer.from("Hello, World?"), headers), false);
  assert.equal(verify(Buffer.from("Hello, World!"), {}), false);
});

test("verify-timed.mjs takes what was signed just now, and nothing else", () => {
  const now = Math.floor(Date.now() / 1000);
  const signed = (time, body = "{}", secret = "secret") => {
    const hex = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
    return { "acme-signature": `t=${time},v1=${hex}` };
  };
  const verify = verifyAcme("secret");
  const taken = (headers) => verify(Buffer.from("{}"), headers);
  for (const time of [now, now - 290, now + 290]) assert.equal(taken(signed(time)), true);
  for (const time of [now - 310, now + 310, 0]) assert.equal(taken(signed(time)), false);
  for (const headers of [
    signed(now, "[]"),
    signed(now, "{}", "another"),
    {},
    { "acme-signature": "t=1,v1=" },
  ])
    assert.equal(taken(headers), false);
  // The time is signed as well.
  const old = signed(now - 310)["acme-signature"];
  assert.equal(taken({ "acme-signature": old.replace(/t=\d+/, `t=${now}`) }), false);
});

test("lambda.mjs", async (t) => {
  const logged = t.mock.method(console, "log", () => {});
  const call = (body, more) =>
    handler({
      requestContext: { http: { method: "POST" } },
      headers: { "Content-Type": "application/json" },
      body,
      ...more,
    });
  assert.deepEqual(await call(seam.toString()), { statusCode: 204, headers: {}, body: "" });
  assert.equal((await call(seam.toString("base64"), { isBase64Encoded: true })).statusCode, 204);
  assert.equal(logged.mock.callCount(), 2);
  const refusal = await call(undefined);
  assert.equal(refusal.statusCode, 400);
  assert.equal(JSON.parse(refusal.body).status, 400);
});
