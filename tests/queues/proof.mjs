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

/** So many bodies, each of its own bytes: every example of an event, and as many bodies with faults, with other ids. */
function bodiesOf(count, random) {
  const fixtures = corpus();
  const halves = ["/payloads/", "/problems/"].map((folder) =>
    fixtures.filter(({ path }) => path.includes(folder)),
  );
  return Array.from({ length: count }, (_, at) => {
    const half = halves[at % 2];
    const index = at >> 1;
    const { bytes } = half[index % half.length];
    const round = Math.floor(index / half.length);
    const text = bytes
      .toString("latin1")
      .replaceAll(IDS, (id) => (ENVIRONMENTS.includes(id) ? id : idAfter(id, round)));
    // Some bodies have no id, and some are the same in both halves.
    const body = Buffer.from(`${text}${" ".repeat(1 + (at % 2))}${"\n".repeat(1 + round)}`, "latin1");
    return { body, order: random() };
  });
}

function idAfter(id, round) {
  const last = (parseInt(id.slice(-6), 16) + round) % 2 ** 24;
  return id.slice(0, -6) + last.toString(16).padStart(6, "0");
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

/** What `normalize` says of a body, where it says anything. */
function eventsIn(rawBody) {
  try {
    return normalize(rawBody);
  } catch {
    return [];
  }
}

/** What a body is to have: a verdict, the keys of its events, or its place among the dead letters. */
async function expectedOf(rawBody) {
  const received = await receive({ headers: {}, body: rawBody }, { anyContentType: true });
  const report = validate(rawBody, { maxBytes: 1024 * 1024 });
  return {
    verdict: JSON.stringify(report),
    events: JSON.stringify(eventsIn(rawBody)),
    keys: received.ok ? received.canonical.map(({ source, id }) => `${source} ${id}`) : [],
    isDead: !received.ok,
  };
}

/** What happens on the way: when so much was sent, what it is, and how it is done. */
const FAULTS = [
  [0.2, "a worker is killed", ({ workers }) => workers.killOne().then(() => workers.add())],
  [
    0.4,
    "the leader of the stream is killed",
    async ({ manager, nats }) => {
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
    async ({ manager, nats, random }) => {
      await until("the cluster is whole again", () => isWhole(manager));
      const server = nats.servers[random() % 3];
      await server.stop();
      await sleep(1_000);
      await server.start();
    },
  ],
  [0.85, "another worker is killed", ({ workers }) => workers.killOne().then(() => workers.add())],
];

/** Lets happen what is due, one after the other; `ended` is when all has. */
class Faults {
  ended = Promise.resolve();
  #rest = [...FAULTS];

  constructor(around, say) {
    Object.assign(this, { around, say });
  }

  due(part) {
    while (this.#rest.length > 0 && part >= this.#rest[0][0]) {
      const [, name, happen] = this.#rest.shift();
      this.ended = this.ended.then(() => {
        this.say(name);
        return happen(this.around);
      });
      this.ended.catch(() => {});
    }
  }

  async all() {
    assert.equal(this.#rest.length, 0);
    await this.ended;
  }
}

/** The cluster with its streams, and the database with its tables. */
async function prepare(t) {
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
  return { nats, manager, pool, env: { NATS_URL: nats.url, POSTGRES_URL: postgres.url } };
}

async function startReceiver(t, env) {
  const [port] = await once(start(t, "receiver.mjs", env), "message");
  return `http://127.0.0.1:${port}/`;
}

/** Nothing is left to do, nor being done. */
const isIdle = (manager) => async () => {
  for (const durable of DURABLES) {
    const { num_pending, num_ack_pending } = await manager.consumers.info("hooks", durable);
    if (num_pending > 0 || num_ack_pending > 0) return false;
  }
  return true;
};

/** Runs the proof; throws where it fails. What is to be done at the end, whatever that is, `t.after` gets. */
export async function prove(t, { count, workers: size, seed, say: tell = () => {} }) {
  const started = performance.now();
  const say = (words) => tell(`${((performance.now() - started) / 1000).toFixed(1)} s: ${words}`);
  const random = randomOf(seed);
  const deliveries = deliveriesOf(bodiesOf(count, random), random);
  const { nats, manager, pool, env } = await prepare(t);
  const workers = new Workers(t, env);
  // The first one creates the consumers.
  await workers.add();
  await Promise.all(Array.from({ length: size - 1 }, () => workers.add()));
  const url = await startReceiver(t, env);
  say("ready");

  const faults = new Faults({ workers, manager, nats, random }, say);
  await send(deliveries, url, (part) => faults.due(part));
  await faults.all();
  say("all is sent");
  await until("everything is handled", isIdle(manager), { seconds: 60 + count / 50, every: 250 });
  say("all is handled");
  await workers.stop();
  await until("the cluster is whole at the end", () => isWhole(manager));

  const found = await compare(deliveries, manager, pool, workers.killed);
  return { ...found, sent: deliveries.flat().length, seconds: (performance.now() - started) / 1000 };
}

/** What was sent against all that came of it. */
async function compare(deliveries, manager, pool, killed) {
  const hooks = await messagesOf(manager, "hooks");
  compareBodies(hooks, deliveries);
  const expected = new Map();
  for (const { seq, data } of hooks) expected.set(seq, await expectedOf(data));
  compareVerdicts(await messagesOf(manager, "checked"), expected);
  const dead = compareDead(await messagesOf(manager, "dead"), expected);
  const keys = [...new Set([...expected.values()].flatMap((one) => one.keys))].sort();
  const rowsOf = async (table) => (await pool.query(`SELECT key, worker FROM ${table}`)).rows;
  const effects = await rowsOf("effects_once");
  assert.deepEqual(effects.map(({ key }) => key).sort(), keys, "not each event has had its effect once");
  const twice = compareApart(await rowsOf("effects_apart"), keys, killed);
  return { bodies: hooks.length, events: keys.length, dead, twice };
}

/** What was stored is what was sent, each body once. */
function compareBodies(hooks, deliveries) {
  const sent = new Set(deliveries.flat().map((body) => body.toString("latin1")));
  const stored = hooks.map(({ data }) => Buffer.from(data).toString("latin1"));
  assert.equal(new Set(stored).size, stored.length, "a body was stored twice");
  assert.equal(stored.length, sent.size, "a body was lost, or one that nobody sent was stored");
  for (const body of stored) assert.ok(sent.has(body));
}

/** Each verdict is that of one process that looks at them in order, byte for byte, and there is one for each body. */
function compareVerdicts(messages, expected) {
  const verdicts = messages.map((message) => message.json()).sort((a, b) => a.sequence - b.sequence);
  assert.deepEqual(
    verdicts.map(({ sequence }) => sequence),
    [...expected.keys()],
    "not one verdict for each body",
  );
  for (const { sequence, report, events } of verdicts) {
    assert.equal(JSON.stringify(report), expected.get(sequence).verdict);
    assert.equal(JSON.stringify(events), expected.get(sequence).events);
  }
}

/** Each faulty body is among the dead letters once, with what is wrong with it. */
function compareDead(messages, expected) {
  const dead = messages.map((message) => message.json()).sort((a, b) => a.sequence - b.sequence);
  const faulty = [...expected].filter(([, { isDead }]) => isDead).map(([sequence]) => sequence);
  assert.deepEqual(
    dead.map(({ sequence }) => sequence),
    faulty,
  );
  for (const { problem } of dead) assert.ok(problem.status >= 400 && problem.detail !== "");
  return dead.length;
}

/** Where effect and claim are apart, only who was killed between the two has an effect that somebody repeated. */
function compareApart(rows, keys, killed) {
  const byKey = new Map(keys.map((key) => [key, []]));
  for (const { key, worker } of rows) byKey.get(key).push(worker);
  for (const [key, effectors] of byKey) {
    assert.ok(effectors.length > 0, `no effect of ${key}`);
    const living = effectors.filter((worker) => !killed.includes(worker));
    assert.ok(living.length <= 1, `${key}: ${effectors}`);
  }
  return [...byKey.values()].filter((effectors) => effectors.length > 1).length;
}

/** How many bodies a second so many workers handle, all three things, where everything is there before they start. */
export async function throughput(t, { count, workers: size, seed }) {
  const random = randomOf(seed);
  const deliveries = bodiesOf(count, random).map(({ body }) => [body]);
  const { manager, env } = await prepare(t);
  const url = await startReceiver(t, env);
  await send(deliveries, url, () => {});
  const started = performance.now();
  const workers = new Workers(t, env);
  await workers.add();
  await Promise.all(Array.from({ length: size - 1 }, () => workers.add()));
  await until("everything is handled", isIdle(manager), { seconds: 600, every: 50 });
  const seconds = (performance.now() - started) / 1000;
  await workers.stop();
  return { bodies: count, seconds, rate: count / seconds };
}
