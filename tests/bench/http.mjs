#!/usr/bin/env node
// Requests per second over loopback: HookLens against JSON.parse and ajv, on the same servers.
// Each server is a process of its own; they take turns, round after round, so that what else the machine does
// hits all alike.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import express from "express";
import Fastify from "fastify";
import { catalog } from "hooklens/catalog";
import { fastifyWebhook, webhook } from "hooklens/node";

const CONNECTIONS = 32;
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const SECONDS = Number(process.env.SECONDS ?? 2);
const EVENT = "paybook/refresh";
const body = readFileSync(new URL(`../payloads/${EVENT}.json`, import.meta.url));

/** ajv at its best: it is told which event comes, and knows that one schema alone. */
function ajv() {
  const { schema } = catalog.find(({ id }) => id === EVENT);
  return new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
}

const handled = () => {};

const SERVERS = {
  "node:http, HookLens": () => createServer(webhook(handled)),

  "node:http, JSON.parse and ajv"() {
    const validate = ajv();
    return createServer((request, response) => {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        const payload = JSON.parse(Buffer.concat(chunks).toString());
        if (!validate(payload)) return response.writeHead(422).end();
        handled(payload);
        response.writeHead(204).end();
      });
    });
  },

  "Express, HookLens": () => createServer(express().post("/webhook", webhook(handled))),

  "Express, express.json() and ajv"() {
    const validate = ajv();
    const app = express();
    app.post("/webhook", express.json(), ({ body: payload }, response) => {
      if (!validate(payload)) return response.status(422).end();
      handled(payload);
      response.status(204).end();
    });
    return createServer(app);
  },

  "Fastify, HookLens": () => fastified((app) => app.register(fastifyWebhook(handled), { url: "/webhook" })),

  "Fastify, its own validation"() {
    // Its validator knows an older draft, in which all that this schema says means the same.
    const { $schema: _, ...schema } = catalog.find(({ id }) => id === EVENT).schema;
    return fastified((app) =>
      app.post("/webhook", { schema: { body: schema } }, async ({ body: payload }, reply) => {
        handled(payload);
        reply.code(204).send();
      }),
    );
  },
};

/** The server of an application of Fastify, ready but for the port. */
async function fastified(add) {
  let server;
  const serverFactory = (handler) => (server = createServer(handler));
  const ajv = { customOptions: { allErrors: true, strict: false, validateFormats: false } };
  const app = Fastify({ serverFactory, ajv });
  add(app);
  await app.ready();
  return server;
}

/** How many of its own requests a server does beside those of the other, of two that come in pairs. */
const PAIRS = Object.keys(SERVERS)
  .filter((name) => name.endsWith("HookLens"))
  .map((name) => [name, Object.keys(SERVERS)[Object.keys(SERVERS).indexOf(name) + 1]]);

async function serve(name) {
  const server = await SERVERS[name]();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.on("message", () => process.send(process.cpuUsage()));
  process.send(server.address().port);
  process.on("disconnect", () => process.exit());
}

const REQUEST = Buffer.concat([
  Buffer.from(
    `POST /webhook HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  ),
  body,
]);

/** The microseconds of processor time that a server has taken. */
async function cpuOf(child) {
  child.send("cpu");
  const [{ user, system }] = await once(child, "message");
  return user + system;
}

/** Requests per second, and what each costs the server; every answer must be a 204. */
async function load({ child, port }, seconds) {
  const before = await cpuOf(child);
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const connections = Array.from({ length: CONNECTIONS }, async () => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let rest = "";
    socket.on("data", (data) => {
      rest += data.toString("latin1");
      if (!rest.endsWith("\r\n\r\n")) return;
      if (!rest.startsWith("HTTP/1.1 204 ")) return socket.destroy(new Error(rest));
      rest = "";
      answered += 1;
      if (performance.now() < end) socket.write(REQUEST);
      else socket.end();
    });
    socket.write(REQUEST);
    await once(socket, "close");
  });
  const start = performance.now();
  await Promise.all(connections);
  const rate = answered / ((performance.now() - start) / 1000);
  return { rate, cpu: ((await cpuOf(child)) - before) / answered };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const shown = (number) => Math.round(number).toLocaleString("en").padStart(8);

async function main() {
  const running = [];
  for (const name of Object.keys(SERVERS)) {
    const child = fork(fileURLToPath(import.meta.url), [name]);
    const [port] = await once(child, "message");
    const server = { name, child, port, loads: [] };
    running.push(server);
    await load(server, SECONDS);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of running) server.loads.push(await load(server, SECONDS));
  }
  for (const { child } of running) child.disconnect();
  console.log(
    `${body.length} bytes of ${EVENT}, ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${SECONDS} s; ` +
      `Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0].model}, the client on the same machine`,
  );
  for (const { name, loads } of running) {
    const rates = loads.map(({ rate }) => rate);
    const spread = `${shown(Math.min(...rates))} to ${shown(Math.max(...rates))}`;
    const cpu = median(loads.map(({ cpu }) => cpu)).toFixed(1);
    console.log(
      `${name.padEnd(34)} ${shown(median(rates))} requests/s  (${spread})  ${cpu} µs of the server's CPU each`,
    );
  }
  // Of each round by itself, for what else the machine does changes from one to the next.
  for (const [name, other] of PAIRS) {
    const [one, two] = [name, other].map((wanted) => running.find((server) => server.name === wanted).loads);
    const ratios = (of) => median(one.map((load, round) => of(load, two[round])));
    const rate = ratios((a, b) => a.rate / b.rate).toFixed(2);
    const cpu = ratios((a, b) => b.cpu / a.cpu).toFixed(2);
    console.log(`${name}: ${rate} × the requests of ${other}; ${cpu} × by the server's CPU`);
  }
}

if (process.send && process.argv[2]) await serve(process.argv[2]);
else await main();
