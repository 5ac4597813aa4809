// Real servers on this machine, each test with its own: NATS with JetStream, alone or three as a cluster, PostgreSQL
// and Redis. They listen on the loopback address only, keep their data in a folder that goes with them, and can be killed.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect as connectTo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@nats-io/transport-node";
import pg from "pg";
import { findServer } from "./find-server.mjs";

const HOST = "127.0.0.1";

export async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What has its own end, like a test's context: `end` undoes all, the last first. */
export function scope() {
  const ends = [];
  return {
    after: (undo) => ends.push(undo),
    async end() {
      for (const undo of ends.splice(0).reverse()) await undo();
    },
  };
}

/** Tries until it gives something that is neither undefined nor false. */
export async function until(what, probe, { seconds = 60, every = 50 } = {}) {
  const end = performance.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      last = undefined;
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`${what}: not within ${seconds} s`, { cause: last });
    await sleep(every);
  }
}

async function listens(port) {
  const socket = connectTo({ port, host: HOST });
  try {
    await once(socket, "connect");
    return true;
  } finally {
    socket.destroy();
  }
}

/** A process that serves on a port; it can be killed, and started again with what it kept. */
class Server {
  constructor(name, command, args, { port, options = {}, isReady = () => listens(port) }) {
    Object.assign(this, { name, command, args, port, options, isReady, output: "" });
  }

  async start() {
    const child = spawn(this.command, this.args, { ...this.options, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.output = (this.output + text).slice(-20_000)));
    }
    this.child = child;
    this.ended = once(child, "exit");
    const failed = this.ended.then(() => Promise.reject(new Error(`${this.name} ended:\n${this.output}`)));
    failed.catch(() => {});
    await Promise.race([until(`${this.name} is ready`, () => this.isReady()), failed]);
    return this;
  }

  async end(signal) {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    await this.ended;
  }

  kill() {
    return this.end("SIGKILL");
  }

  stop() {
    return this.end("SIGTERM");
  }
}

/** A folder for the data of servers, which is gone after the test. */
function folderOf(t, name) {
  const folder = mkdtempSync(join(tmpdir(), `hooklens-${name}-`));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

function configOf({ name, port, clusterPort, store, routes }) {
  const cluster =
    clusterPort === undefined
      ? ""
      : `cluster { name: test, listen: "${HOST}:${clusterPort}", routes: [${routes.map((route) => `"nats://${HOST}:${route}"`).join(", ")}] }`;
  return `server_name: ${name}
listen: "${HOST}:${port}"
jetstream { store_dir: "${store}", max_memory_store: 64MB, max_file_store: 2GB }
${cluster}
`;
}

/** So many NATS servers; `url` names them all. */
export async function startNats(t, count = 1) {
  const folder = folderOf(t, "nats");
  const ports = await Promise.all(Array.from({ length: count * 2 }, freePort));
  const routes = count > 1 ? ports.slice(count) : [];
  const servers = Array.from({ length: count }, (_, at) => {
    const [port, clusterPort, name] = [ports[at], routes[at], `n${at + 1}`];
    const file = join(folder, `${name}.conf`);
    writeFileSync(file, configOf({ name, port, clusterPort, store: join(folder, name), routes }));
    return new Server(name, findServer("nats-server"), ["-c", file], { port });
  });
  t.after(() => Promise.all(servers.map((server) => server.kill())));
  await Promise.all(servers.map((server) => server.start()));
  return { servers, url: servers.map(({ port }) => `${HOST}:${port}`).join() };
}

/** A connection that comes back for as long as the test runs. */
export async function connectNats(t, { url }) {
  const connection = await connect({
    servers: url.split(","),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
  });
  t.after(() => connection.close());
  return connection;
}

/** The user that Debian's PostgreSQL runs as: it refuses to run as root. */
function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** It listens before it takes questions. */
async function answers(url) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.end();
  return true;
}

export async function startPostgres(t) {
  const folder = folderOf(t, "postgres");
  const user = postgresUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"];
  execFileSync(findServer("initdb"), initdb, { ...user, cwd: folder, stdio: "pipe" });
  const port = await freePort();
  const settings = { listen_addresses: HOST, port, unix_socket_directories: folder, max_connections: 60 };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const options = { ...user, cwd: folder };
  const url = `postgres://postgres@${HOST}:${port}/postgres`;
  const isReady = () => answers(url);
  const server = new Server("postgres", findServer("postgres"), ["-D", data, ...args], {
    port,
    options,
    isReady,
  });
  t.after(() => server.kill());
  await server.start();
  return Object.assign(server, { url });
}

export async function startRedis(t) {
  const folder = folderOf(t, "redis");
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const args = [
    "--port",
    port,
    "--bind",
    HOST,
    "--dir",
    folder,
    "--appendonly",
    "yes",
    "--appendfsync",
    "always",
  ];
  const server = new Server("redis", findServer("redis-server"), args.map(String), { port });
  t.after(() => server.kill());
  await server.start();
  server.url = `redis://${HOST}:${port}`;
  return server;
}
