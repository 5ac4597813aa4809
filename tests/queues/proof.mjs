// The proof that nothing is lost and nothing is done twice: three NATS servers as a cluster, a receiver, workers as
// processes, and bodies of every event and every kind of fault, some sent twice, some at the same moment. On the way a
// worker is killed, the leader of the stream is killed, and a server is stopped and comes back.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { fileURLToPath } from "node:url";
import { jetstreamManager } from "@nats-io/jetstream";
import { normalize, validate } from "hooklens";
import { receive } from "hooklens/handler";
import pg from "pg";
import { corpus } from "../npm/corpus.mjs";
import { post } from "../npm/http.mjs";
import { randomOf } from "../npm/random.mjs";
import { connectNats, sleep, startNats, startPostgres, until } from "./servers.mjs";

/** Requests under way at a time. */
const SENDERS = 24;

const STREAMS = { hooks: "hooks.>", checked: "checked.>", dead: "dead.>" };
const DURABLES = ["check", "once", "apart"];

const ENVIRONMENTS = ["574894bf7848066d138b4570", "574894bf7848066d138b4571"];

/** Ids of every event, which are replaced by others. */
const IDS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{24}\b/gi;

/** So many bodies, each of its own bytes: the corpus again and again, with other ids each time. */
function bodiesOf(count, random) {
  const fixtures = corpus();
  return Array.from({ length: count }, (_, at) => {
    const { bytes } = fixtures[at % fixtures.length];
    const round = Math.floor(at / fixtures.length);
    const text = bytes.toString("latin1");
    const other = text.replaceAll(IDS, (id) =>
      ENVIRONMENTS.includes(id)
        ? id
        : id.slice(0, -6) + ((parseInt(id.slice(-6), 16) + round) % 2 ** 24).toString(16).padStart(6, "0"),
    );
    // Some bodies of the corpus have no id, and some the same content.
    return Buffer.from(other + " ".repeat(1 + (at % 7)) + "\n".repeat(1 + round), "latin1");
  }).map((body) => ({ body, order: random() }));
}

/** What is sent: everything once, some of it twice, some of that at the same moment, and some in other words. */
function deliveriesOf(bodies, random) {
  const again = bodies.filter(() => random() % 8 === 0).map(({ body }) => ({ body, order: random() }));
  const spaced = bodies
    .filter(() => random() % 8 === 0)
    .map(({ body }) => ({
      body: Buffer.concat([Buffer.from("\t"), body]),
      order: random(),
    }));
  const sorted = [...bodies, ...again, ...spaced].sort((a, b) => a.order - b.order);
  return sorted.flatMap(({ body }) => (random() % 16 === 0 ? [[body, body]] : [[body]]));
}

function start(t, file, env) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.ended = once(child, "exit");
  t.after(() => child.kill("SIGKILL"));
  return child;
}

class Workers {
  running = [];
  killed = [];
  #count = 0;

  constructor(t, env) {
    Object.assign(this, { t, env });
  }

  async add() {
    const name = `w${++this.#count}`;
    const child = start(this.t, "worker.mjs", { ...this.env, NAME: name });
    child.name = name;
    this.running.push(child);
    const early = child.ended.then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)));
    early.catch(() => {});
    await Promise.race([once(child, "message"), early]);
  }

  async killOne() {
    const child = this.running.shift();
    child.kill("SIGKILL");
    await child.ended;
    this.killed.push(child.name);
  }

  /** Every one is asked to end, and does, with all that it had begun done. */
  async stop() {
    for (const child of this.running) child.kill("SIGTERM");
    const ends = await Promise.all(this.running.map(({ ended }) => ended));
    assert.deepEqual(
      ends,
      this.running.map(() => [0, null]),
      "a worker did not drain",
    );
  }
}

/** Sends everything, each body until it is accepted; `progress` is told how many were. */
async function send(deliveries, url, progress) {
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS * 2 });
  const sendOne = async (body) => {
    for (let tries = 0; tries < 200; tries++) {
      const answer = await post(url, body, { agent }).catch(({ code }) => ({ status: code }));
      if (answer.status === 204) return;
      await sleep(100);
    }
    throw new Error("a body was not accepted in 200 tries");
  };
  const rest = deliveries.values();
  let done = 0;
  const sender = async () => {
    for (const same of rest) {
      await Promise.all(same.map(sendOne));
      progress(++done / deliveries.length);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  agent.destroy();
}

async function leaderOf(manager, stream) {
  const { cluster } = await manager.streams.info(stream);
  return cluster.leader;
}

/** Whether all replicas of all streams and consumers are there and have caught up. */
async function isWhole(manager) {
  for (const name of Object.keys(STREAMS)) {
    const { cluster } = await manager.streams.info(name);
    if (!cluster?.leader || cluster.replicas?.length !== 2) return false;
    if (cluster.replicas.some(({ current, offline }) => !current || offline)) return false;
  }
  return true;
}

/** Every message of a stream, in order. */
async function messagesOf(manager, stream) {
  const { state } = await manager.streams.info(stream);
  const all = [];
  const queue = Array.from({ length: state.messages }, (_, at) => state.first_seq + at).values();
  const reader = async () => {
    for (const seq of queue) all.push(await manager.streams.getMessage(stream, { seq }));
  };
  await Promise.all(Array.from({ length: 32 }, reader));
  assert.equal(all.length, state.last_seq, `${stream} lost messages`);
  return all.sort((a, b) => a.seq - b.seq);
}

/** What a body is to have: a verdict, the keys of its events, or its place among the dead letters. */
async function expectedOf(rawBody) {
  const received = await receive({ headers: {}, body: rawBody }, { anyContentType: true });
  const report = validate(rawBody, { maxBytes: 1024 * 1024 });
  return {
    verdict: JSON.stringify(report),
    events: JSON.stringify(received.ok ? normalize(rawBody) : []),
    keys: received.ok ? received.canonical.map(({ source, id }) => `${source} ${id}`) : [],
    isDead: !received.ok,
  };
}

/**
 * Runs the proof; throws where it fails. `t.after` gets what is to be done at the end, whatever that is.
 */
export async function prove(t, { count, workers: size, seed, say = () => {} }) {
  const started = performance.now();
  const random = randomOf(seed);
  const deliveries = deliveriesOf(bodiesOf(count, random), random);
  const [nats, postgres] = await Promise.all([startNats(t, 3), startPostgres(t)]);
  const connection = await connectNats(t, nats);
  const manager = await until("JetStream answers", () => jetstreamManager(connection));
  for (const [name, subject] of Object.entries(STREAMS)) {
    const config = { name, subjects: [subject], num_replicas: 3, duplicate_window: 600e9 };
    await until(`the stream ${name}`, () => manager.streams.add(config));
  }
  const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
  pool.on("error", () => {});
  t.after(() => pool.end());
  await pool.query("CREATE TABLE webhooks_done (key text PRIMARY KEY)");
  await pool.query("CREATE TABLE effects_once (key text, type text, worker text)");
  await pool.query("CREATE TABLE effects_apart (key text, worker text, at timestamptz)");

  const env = { NATS_URL: nats.url, POSTGRES_URL: postgres.url };
  const receiver = start(t, "receiver.mjs", env);
  const [port] = await once(receiver, "message");
  const workers = new Workers(t, env);
  await workers.add();
  await Promise.all(Array.from({ length: size - 1 }, () => workers.add()));
  say(`ready after ${Math.round(performance.now() - started)} ms`);

  const faults = [
    [0.2, "a worker is killed", () => workers.killOne().then(() => workers.add())],
    [
      0.4,
      "the leader of the stream is killed",
      async () => {
        const leader = await leaderOf(manager, "hooks");
        const server = nats.servers.find(({ name }) => name === leader);
        await server.kill();
        await sleep(1_500);
        await server.start();
      },
    ],
    [
      0.7,
      "a server is stopped, and comes back",
      async () => {
        await until("the cluster is whole again", () => isWhole(manager));
        const server = nats.servers[random() % 3];
        await server.stop();
        await sleep(1_000);
        await server.start();
      },
    ],
    [0.85, "another worker is killed", () => workers.killOne().then(() => workers.add())],
  ];
  const happened = [];
  let chain = Promise.resolve();
  const sending = performance.now();
  await send(deliveries, `http://127.0.0.1:${port}/`, (part) => {
    while (faults.length > 0 && part >= faults[0][0]) {
      const [, name, happen] = faults.shift();
      chain = chain.then(() => {
        say(`${Math.round(performance.now() - started)} ms: ${name}`);
        happened.push(name);
        return happen();
      });
      chain.catch(() => {});
    }
  });
  await chain;
  assert.equal(happened.length, 4);
  say(`sent ${deliveries.flat().length} in ${Math.round(performance.now() - sending)} ms`);

  await until(
    "everything is handled",
    async () => {
      for (const durable of DURABLES) {
        const { num_pending, num_ack_pending } = await manager.consumers.info("hooks", durable);
        if (num_pending > 0 || num_ack_pending > 0) return false;
      }
      return true;
    },
    { seconds: 60 + count / 50, every: 250 },
  );
  const took = performance.now() - sending;
  say(`handled after ${Math.round(took)} ms`);
  await workers.stop();
  await until("the cluster is whole at the end", () => isWhole(manager));

  // ---- what was stored is what was sent

  const hooks = await messagesOf(manager, "hooks");
  const sent = new Set(deliveries.flat().map((body) => body.toString("latin1")));
  const stored = hooks.map(({ data }) => Buffer.from(data).toString("latin1"));
  assert.equal(new Set(stored).size, stored.length, "a body was stored twice");
  assert.equal(stored.length, sent.size, "a body was lost, or one that nobody sent was stored");
  for (const body of stored) assert.ok(sent.has(body));

  // ---- each verdict is that of one process, once

  const expected = new Map();
  for (const { seq, data } of hooks) expected.set(seq, await expectedOf(data));
  const verdicts = (await messagesOf(manager, "checked")).map((message) => message.json());
  assert.equal(verdicts.length, hooks.length, "not one verdict for each body");
  for (const { sequence, report, events } of verdicts) {
    const { verdict, events: normalized } = expected.get(sequence);
    assert.equal(JSON.stringify(report), verdict);
    assert.equal(JSON.stringify(events), normalized);
  }
  assert.equal(new Set(verdicts.map(({ sequence }) => sequence)).size, hooks.length);

  // ---- each faulty body is among the dead letters once

  const dead = (await messagesOf(manager, "dead")).map((message) => message.json());
  const faulty = [...expected].filter(([, { isDead }]) => isDead).map(([sequence]) => sequence);
  assert.deepEqual(
    dead.map(({ sequence }) => sequence).sort((a, b) => a - b),
    faulty,
  );
  for (const { problem } of dead) assert.ok(problem.status >= 400 && problem.detail !== "");

  // ---- each event took effect once

  const keys = new Set([...expected.values()].flatMap(({ keys }) => keys));
  const rowsOf = async (table) => (await pool.query(`SELECT key, worker FROM ${table}`)).rows;
  const effects = await rowsOf("effects_once");
  assert.deepEqual(effects.map(({ key }) => key).sort(), [...keys].sort(), "not each event once");
  const apart = groupedBy(await rowsOf("effects_apart"), ({ key }) => key);
  assert.deepEqual([...apart.keys()].sort(), [...keys].sort(), "an event had no effect");
  const twice = [...apart.values()].filter((rows) => rows.length > 1);
  for (const rows of twice) {
    // Killed between the effect and the claim's end: each time but one.
    const byDead = rows.filter(({ worker }) => workers.killed.includes(worker));
    assert.ok(byDead.length >= rows.length - 1, JSON.stringify(rows));
  }

  return {
    bodies: hooks.length,
    sent: deliveries.flat().length,
    events: keys.size,
    dead: dead.length,
    twice: twice.length,
    seconds: (performance.now() - started) / 1000,
    rate: hooks.length / (took / 1000),
  };
}

function groupedBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
