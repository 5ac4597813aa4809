// `hooklens listen`, `replay` and `send`: deliveries over HTTP.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { validate } from "hooklens";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { MISSPELLED, VALID, folderOf, hooklens, keeper, start } from "./cli.mjs";

const folder = folderOf({}, after);
const JSON_FIELDS = { "content-type": "application/json" };

/** Runs `listen` on a free port. */
async function listen(t, args = [], options) {
  const child = start(["listen", "--port", "0", ...args], options);
  const state = { said: "", errors: "", child };
  child.stderr.on("data", (chunk) => (state.errors += chunk));
  child.stdout.on("data", (chunk) => (state.said += chunk));
  t.after(() => child.kill("SIGKILL"));
  while (!/listening on (\S+)\n/.test(state.said)) await once(child.stdout, "data");
  state.url = /listening on (\S+)\n/.exec(state.said)[1];
  state.lines = () => state.said.split("\n").filter((line) => / → /.test(line));
  state.until = async (count) => {
    while (state.lines().length < count) await once(child.stdout, "data");
  };
  state.end = async () => {
    child.kill("SIGINT");
    const [status, signal] = await once(child, "close");
    assert.deepEqual([status, signal, state.errors], [0, null, ""]);
  };
  return state;
}

/** Runs it to its end while servers here go on. */
async function run(args, { env, input = "" } = {}) {
  const child = start(args, { cwd: folder, env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdin.end(input);
  const [status] = await once(child, "close");
  return { status, stdout, stderr };
}

const post = (url, body, headers = JSON_FIELDS) => fetch(url, { method: "POST", headers, body });

/** Sends a request as it is written; gives the status of the answer. */
async function raw(url, { method = "POST", path = "/", headers = [], body = Buffer.alloc(0) }) {
  const { hostname, port } = new URL(url);
  const fields = ["Host", "example.test", ...headers, "Content-Length", String(body.length)];
  const request = httpRequest({ hostname, port, method, path, headers: fields });
  request.end(body);
  const [response] = await once(request, "response");
  response.resume();
  await once(response, "end");
  return response.statusCode;
}

describe("listen", () => {
  test("answers as a handler does, and shows each delivery", async (t) => {
    const listener = await listen(t);
    const statuses = [];
    for (const body of [VALID, MISSPELLED, "{", '{"some":"thing"}']) {
      const response = await post(`${listener.url}/hook`, body);
      statuses.push(response.status);
      if (response.status === 422) assert.equal((await response.json()).errors[0].code, "misspelled-field");
    }
    assert.deepEqual(statuses, [204, 422, 400, 204]);
    assert.equal((await post(listener.url, gzipSync(VALID), { "content-encoding": "gzip" })).status, 204);
    assert.equal((await post(listener.url, "x", { "content-encoding": "br" })).status, 415);
    assert.equal((await post(listener.url, "x", { "content-encoding": "gzip" })).status, 400);
    assert.equal((await fetch(listener.url)).status, 405);
    await listener.until(8);
    const [valid, invalid] = listener.lines();
    assert.match(valid, /^\d\d:\d\d:\d\d\.\d{3} POST \/hook paybook\/refresh valid → 204 \d+ ms$/);
    assert.match(invalid, /POST \/hook paybook\/refresh invalid → 422/);
    assert.match(
      listener.said,
      /^ {2}body:1:\d+: error: expected the field `id_user`.*\[misspelled-field\]$/m,
    );
    await listener.end();
  });

  test("forwards byte for byte with its header, and passes the answer back", async (t) => {
    const { kept, url } = await keeper(t, (_, response) =>
      response.writeHead(202, "Fine", ["X-Two", "1", "X-Two", "2", "Set-Cookie", "a=b"]).end("taken"),
    );
    const listener = await listen(t, ["--forward", `${url}/fixed?key=1`]);
    const headers = { "content-type": "application/json", "X-Signature": "abc", "x-odd": "ä" };
    const body = Buffer.from([0x20, ...Buffer.from(VALID), 0xff]);
    const response = await post(`${listener.url}/elsewhere`, body, headers);
    assert.deepEqual([response.status, response.statusText, await response.text()], [202, "Fine", "taken"]);
    assert.deepEqual([response.headers.get("x-two"), response.headers.get("set-cookie")], ["1, 2", "a=b"]);
    assert.deepEqual([kept[0].method, kept[0].url], ["POST", "/fixed?key=1"]);
    assert.deepEqual(kept[0].body, body);
    for (const [name, value] of Object.entries(headers)) {
      const at = kept[0].rawHeaders.findIndex(
        (field, at) => at % 2 === 0 && field.toLowerCase() === name.toLowerCase(),
      );
      assert.equal(kept[0].rawHeaders[at + 1], value);
    }
    assert.equal(kept[0].headers.host, new URL(url).host);
    await listener.end();

    const other = await listen(t, ["--forward", url]);
    await post(`${other.url}/path/of?its=own`, VALID);
    assert.equal(kept[1].url, "/path/of?its=own");
    await other.end();
  });

  test("a forward that nobody answers is a 502, said as such, and ends nothing", async (t) => {
    const listener = await listen(t, ["--forward", "http://127.0.0.1:1/"]);
    for (let at = 0; at < 3; at++) assert.equal((await post(listener.url, VALID)).status, 502);
    await listener.until(3);
    assert.match(listener.said, /refresh valid → 502 .*\n {2}not forwarded: nothing listens there\n/);
    await listener.end();
  });

  test("many at once, aborted, large and slow ones", async (t) => {
    const listener = await listen(t);
    const { hostname, port } = new URL(listener.url);
    const abort = async () => {
      const socket = connect(port, hostname);
      socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
      await once(socket, "connect");
      socket.destroy();
    };
    const slow = async () => {
      const socket = connect(port, hostname);
      socket.write(`POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: ${VALID.length}\r\n\r\n`);
      for (let at = 0; at < VALID.length; at += 200) {
        socket.write(VALID.slice(at, at + 200));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const [answer] = await once(socket, "data");
      socket.destroy();
      return Number(String(answer).split(" ")[1]);
    };
    const large = async () => {
      try {
        return (await post(`${listener.url}/large`, Buffer.alloc(20 << 20))).status;
      } catch {
        return "refused";
      }
    };
    const answers = await Promise.all([
      ...Array.from({ length: 2000 }, () => post(listener.url, VALID).then(({ status }) => status)),
      ...Array.from({ length: 5 }, slow),
    ]);
    assert.ok(answers.every((status) => status === 204));
    await Promise.all(Array.from({ length: 50 }, abort));
    assert.ok([413, "refused"].includes(await large()));
    assert.equal((await post(listener.url, VALID)).status, 204);
    await listener.end();
  });

  test("what it cannot do is refused", async (t) => {
    const { url } = await listen(t);
    const taken = await run(["listen", "--port", new URL(url).port]);
    assert.equal(taken.status, 2);
    assert.match(taken.stderr, /127\.0\.0\.1:\d+: something listens there already/);
    assert.match(
      hooklens(["listen", "--forward", "nowhere"]).stderr,
      /--forward: expected an http or https URL/,
    );
    assert.match(hooklens(["listen", "--record", "no/such/file"]).stderr, /no\/such\/file: there is no such/);
    assert.match(
      hooklens(["listen", "--port", "70000"]).stderr,
      /--port: expected a whole number from 0 to 65535/,
    );
    assert.match(
      hooklens(["listen", "--host", "192.0.2.1", "--port", "0"]).stderr,
      /^hooklens: 192\.0\.2\.1:0: is no address of this machine\n$/,
    );
    assert.match(hooklens(["listen", "here"]).stderr, /expected no argument, found also here/);
  });
});

describe("a recorded delivery", () => {
  const DELIVERIES = [
    {
      path: "/a?b=c",
      headers: ["Content-Type", "application/json", "X-Twice", "1", "x-twice", "2"],
      body: VALID,
    },
    { path: "/bytes", headers: ["X-Odd", "\u00e4"], body: Buffer.from([0, 255, 254, 10, 13, 34]) },
    { path: "/mark", headers: [], body: Buffer.from(`\ufeff${VALID}\r\n`) },
    { path: "/gzip", headers: ["Content-Encoding", "gzip"], body: gzipSync(VALID) },
    { method: "PUT", path: "/%7Bx%7D", headers: ["X-Signature", "sha256=abc"], body: "" },
  ].map((delivery) => ({ method: "POST", ...delivery, body: Buffer.from(delivery.body) }));

  test("is replayed byte for byte; only its owner may read the file", async (t) => {
    const record = join(folder, "deliveries.ndjson");
    // Also of one that was there.
    writeFileSync(record, "", { mode: 0o644 });
    const listener = await listen(t, ["--record", record]);
    for (const delivery of DELIVERIES) await raw(listener.url, delivery);
    await listener.until(DELIVERIES.length);
    await listener.end();
    if (process.platform !== "win32") assert.equal(statSync(record).mode & 0o777, 0o600);

    const { kept, url } = await keeper(t);
    const { status, stdout, stderr } = await run(["replay", record, url]);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^1 POST \/a\?b=c → 204 \d+ ms\n/);
    assert.match(stdout, /\n5 deliveries, 0 failed\n$/);
    const pairs = (list) => list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]]] : []));
    for (const [at, { method, path, headers, body }] of DELIVERIES.entries()) {
      assert.deepEqual([kept[at].method, kept[at].url], [method, path]);
      assert.deepEqual(kept[at].body, body);
      const own = /^(host|content-length|connection|date)$/i;
      assert.deepEqual(
        pairs(kept[at].rawHeaders).filter(([name]) => !own.test(name)),
        pairs(headers),
      );
    }
  });

  const line = (path, time) => JSON.stringify({ time, method: "POST", path, headers: [], body: VALID });

  test("what fails, what is no delivery, and what is not answered", async (t) => {
    const { url } = await keeper(t, ({ url }, response) =>
      response.writeHead(url === "/no" ? 500 : 200).end(),
    );
    const input = `${line("/yes")}\n\n{}\n${line("/no")}\nnot json\n`;
    const { status, stdout, stderr } = await run(["replay", "-", url, "--quiet"], { input });
    assert.equal(status, 2);
    assert.match(stdout, /^4 POST \/no → 500 \d+ ms\n$/);
    assert.match(stderr, /stdin:3: is no recorded delivery\nhooklens: stdin:5: is no recorded delivery/);
    const dead = await run(["replay", "-", "http://127.0.0.1:1/"], { input: line("/") });
    assert.equal(dead.status, 1);
    assert.match(dead.stdout, /→ nothing listens there/);
    assert.equal((await run(["replay", "nothing", url])).status, 2);
    assert.match((await run(["replay", "-", url, "--recorded", "--rate", "1"])).stderr, /cannot be together/);
  });

  test("in the recorded or a chosen pace", async (t) => {
    const { url } = await keeper(t);
    writeFileSync(
      join(folder, "paced.ndjson"),
      [0, 300, 700].map((later) => line("/", new Date(1e12 + later).toISOString())).join("\n"),
    );
    const took = async (...args) => {
      const started = performance.now();
      assert.equal((await run(["replay", "paced.ndjson", url, ...args])).status, 0);
      return performance.now() - started;
    };
    const fast = await took();
    assert.ok((await took("--recorded")) >= 700);
    assert.ok((await took("--rate", "4")) >= 500);
    assert.ok(fast > 0);
  });
});

describe("send", () => {
  test("the example with fresh ids and times, each time others", async (t) => {
    const { kept, url } = await keeper(t);
    const before = Date.now() - 1000;
    const { status, stdout } = await run(["send", "lock.locked", `${url}/hook`, "--count", "3"]);
    assert.equal(status, 0);
    assert.match(stdout, /^1 seam\/lock\.locked → 204 \d+ ms\n2 /);
    const bodies = kept.map(({ body }) => JSON.parse(body));
    assert.equal(new Set(bodies.map(({ event_id }) => event_id)).size, 3);
    for (const { occurred_at } of bodies) assert.ok(Date.parse(occurred_at) >= before, occurred_at);
    for (const { body, headers } of kept) {
      assert.deepEqual([validate(body).status, validate(body).problems], ["valid", []]);
      assert.equal(headers["content-type"], "application/json");
      assert.match(headers["user-agent"], /^hooklens\/\d/);
    }
  });

  test("the same ids with --seed, those of the example with --as-is", async (t) => {
    const { kept, url } = await keeper(t);
    for (let at = 0; at < 2; at++) await run(["send", "refresh", url, "--seed", "7"]);
    await run(["send", "refresh", url, "--as-is"]);
    assert.deepEqual(kept[0].body, kept[1].body);
    assert.notEqual(String(kept[0].body), VALID);
    assert.equal(String(kept[2].body), VALID);
  });

  test("--set and --header", async (t) => {
    const { kept, url } = await keeper(t);
    const edits = [
      "/id_user=7",
      "/id_external=some text",
      "/endpoints/accounts/-=/x",
      '/new~1field={"a":null}',
    ];
    const args = edits.flatMap((edit) => ["--set", edit]);
    await run(["send", "refresh", url, "--as-is", ...args, "--header", "X-A: b", "--header", "X-A:c"]);
    const body = JSON.parse(kept[0].body);
    assert.deepEqual([body.id_user, body.id_external, body["new/field"]], [7, "some text", { a: null }]);
    assert.equal(body.endpoints.accounts.at(-1), "/x");
    assert.equal(kept[0].headers["x-a"], "b, c");
    const refused = async (...more) => (await run(["send", "refresh", url, ...more])).stderr;
    assert.match(
      await refused("--set", "id=7"),
      /--set: expected a pointer such as \/id, = and a value, found id=7/,
    );
    assert.match(await refused("--set", "/a/b/c=7"), /--set: there is no place \/a\/b\/c/);
    assert.match(await refused("--header", "nonsense"), /--header: expected NAME:VALUE/);
    assert.match(
      (await run(["send", "refresh", "ftp://x"])).stderr,
      /URL: expected an http or https URL, found ftp:\/\/x/,
    );
  });

  test("signed by a secret that is never on the command line", async (t) => {
    const { kept, url } = await keeper(t);
    const secret = `whsec_${Buffer.from("a secret of some bytes").toString("base64")}`;
    await run(["send", "lock.locked", url], { env: { HOOKLENS_SECRET: secret } });
    new StandardWebhook(secret).verify(String(kept[0].body), kept[0].headers);
    new Svix(secret).verify(String(kept[0].body), kept[0].headers);

    writeFileSync(join(folder, "secret"), "another\n");
    await run(["send", "account.flow.enabled", url, "--secret-file", "secret"]);
    const hmac = createHmac("sha256", "another").update(kept[1].body).digest("hex");
    assert.equal(kept[1].headers["x-chift-signature"], hmac);
    await run(["send", "flow.enabled", url, "--secret-file", "secret", "--signature-field", "X-Own"]);
    assert.match(kept[2].headers["x-own"], /^[0-9a-f]{64}$/);
    assert.match(
      (await run(["send", "refresh", url, "--secret-file", "none"])).stderr,
      /--secret-file none: there is no/,
    );
    await run(["send", "refresh", url]);
    assert.ok(Object.keys(kept[3].headers).every((name) => !name.includes("signature")));
  });

  test("an answer of 400 or more, and none", async (t) => {
    const { url } = await keeper(t, (_, response) => response.writeHead(503).end());
    const refused = await run(["send", "refresh", url]);
    assert.equal(refused.status, 1);
    assert.match(refused.stdout, /→ 503/);
    assert.equal((await run(["send", "refresh", "http://127.0.0.1:1"])).status, 1);
    assert.equal((await run(["send", "nothing.like", url])).status, 2);
  });

  test("to `listen`", async (t) => {
    const listener = await listen(t, ["--record", join(folder, "sent.ndjson")]);
    const { status } = await run(["send", "refresh", listener.url, "--set", "/id_user=7"]);
    assert.equal(status, 1);
    await listener.until(1);
    assert.match(listener.said, /refresh invalid → 422/);
    await listener.end();
    assert.equal(JSON.parse(readFileSync(join(folder, "sent.ndjson"), "utf8")).method, "POST");
  });
});
