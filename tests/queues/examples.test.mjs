// The programs that the documentation shows, each started as its user starts it: a receiver, a worker and a reader of
// dead letters on one NATS server.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { headers } from "@nats-io/nats-core";
import { normalize } from "hooklens";
import pg from "pg";
import { payload, root } from "../npm/corpus.mjs";
import { post } from "../npm/http.mjs";
import { connectNats, scope, sleep, startNats, startPostgres, until } from "./servers.mjs";

const seam = payload("seam/acs_credential.issued");

function structured() {
  const fields = headers();
  fields.set("content-type", "application/cloudevents+json");
  return fields;
}

describe("receiver, worker and dead letters", () => {
  const all = scope();
  const running = {};
  let server;

  function start(name, env = {}) {
    const child = spawn(process.execPath, [join(root, "tests/examples", name)], {
      cwd: root,
      env: { ...process.env, NATS_URL: server.url, PORT: "0", REPLICAS: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const program = { child, output: "", ended: once(child, "exit") };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (program.output += text));
    all.after(() => child.kill("SIGKILL"));
    running[name] = program;
    return program;
  }

  const said = (program, pattern) =>
    until(`${pattern} in ${program.output}`, () => pattern.exec(program.output) ?? undefined);

  before(async () => {
    server = await startNats(all);
    assert.deepEqual(await start("nats-streams.mjs").ended, [0, null]);
  });
  after(() => all.end());

  test("what is delivered is handled by a worker, once", async () => {
    const receiver = start("nats-receiver.mjs");
    const [url] = await said(receiver, /http:\S+/);
    await said(start("nats-worker.mjs"), /ready/);
    assert.equal((await post(url, seam)).status, 204);
    await said(running["nats-worker.mjs"], /co\.seam\.acs_credential\.issued/);
    // The same again, also while the worker is stopped, and something else.
    assert.equal((await post(url, seam)).status, 204);
    assert.equal((await post(url, "{")).status, 400);
    running["nats-worker.mjs"].child.kill("SIGTERM");
    assert.deepEqual(await running["nats-worker.mjs"].ended, [0, null], running["nats-worker.mjs"].output);
    assert.equal((await post(url, payload("paybook/documents.failed"))).status, 204);
    const next = start("nats-worker.mjs");
    await said(next, /com\.paybook\.documents\.failed/);
    await sleep(200);
    assert.equal(next.output.includes("co.seam"), false, next.output);
  });

  test("what no worker can handle is told by the reader of dead letters", async () => {
    const client = jetstream(await connectNats(all, server));
    await client.publish("events.other", '{"specversion":"1.0"}');
    const reader = start("nats-dead-letters.mjs");
    await said(reader, /^events\.other \d+, after 1 attempts: expected a known event\n {2}: .+\n/m);
    reader.child.kill("SIGTERM");
    assert.deepEqual(await reader.ended, [0, null], reader.output);
  });

  test("bodies as they arrived are stored, and checked", async () => {
    const connection = await connectNats(all, server);
    const manager = await jetstreamManager(connection);
    for (const name of ["hooks", "checked"]) await manager.streams.add({ name, subjects: [`${name}.>`] });
    const [url] = await said(start("nats-store.mjs"), /http:\S+/);
    await said(start("nats-check.mjs"), /ready/);
    for (const body of [seam, "{", seam]) assert.equal((await post(url, body)).status, 204);
    const subjects = async () =>
      Object.keys(
        (await manager.streams.info("checked", { subjects_filter: ">" })).state.subjects ?? {},
      ).sort();
    const expected = ["checked.malformed.-.-", "checked.valid.seam.acs_credential.issued"];
    await until("both are checked", async () => (await subjects()).length === 2);
    assert.deepEqual(await subjects(), expected);
    assert.equal((await manager.streams.info("hooks")).state.messages, 2);
  });

  test("in the transaction of a database: what comes again has one effect", async () => {
    const postgres = await startPostgres(all);
    const env = { DATABASE_URL: postgres.url };
    await said(start("nats-worker-once.mjs", env), /ready/);
    const pool = new pg.Pool({ connectionString: postgres.url });
    pool.on("error", () => {});
    all.after(() => pool.end());
    const audited = async () =>
      (await pool.query("SELECT type FROM audit ORDER BY type")).rows.map(({ type }) => type);
    const types = ["co.seam.acs_credential.issued", "com.paybook.documents.failed"];
    await until("both events are audited", async () => (await audited()).length >= 2);
    const client = jetstream(await connectNats(all, server));
    const [event] = normalize(seam);
    await client.publish("events.again", JSON.stringify(event), { headers: structured() });
    const manager = await jetstreamManager(await connectNats(all, server));
    await until("what came again is acknowledged", async () => {
      const { num_pending, num_ack_pending, delivered } = await manager.consumers.info("events", "audit");
      return num_pending + num_ack_pending === 0 && delivered.stream_seq >= 4;
    });
    assert.deepEqual(await audited(), types);

    const [url] = await said(start("claims.mjs", env), /http:\S+/);
    for (let time = 0; time < 3; time++) assert.equal((await post(url, seam)).status, 204);
    await said(running["claims.mjs"], /seam\/acs_credential\.issued/);
    assert.equal(running["claims.mjs"].output.split("seam/acs_credential.issued").length, 2);
  });

  test("each ends when it is asked to", async () => {
    for (const name of ["receiver", "worker", "store", "check", "worker-once"].map(
      (name) => `nats-${name}.mjs`,
    )) {
      running[name].child.kill("SIGTERM");
      assert.deepEqual(await running[name].ended, [0, null], running[name].output);
    }
  });
});
