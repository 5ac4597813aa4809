// `hooklens listen`: an endpoint that shows each delivery as it comes.
import { once } from "node:events";
import { createWriteStream, fchmodSync, fstatSync } from "node:fs";
import { createServer } from "node:http";
import { answerOf, details, problemDetails } from "../details.js";
import { codingsOf, decode } from "../coding.js";
import { lineOf } from "./recording.js";
import { openLens, maxBytesOf, settingsOf } from "./open.js";
import { LENS_OPTIONS } from "./options.js";
import { placeInWords } from "./place.js";
import { passedOn, targetOf } from "./target.js";
import { reasonOf, sayError } from "./say-error.js";
import { STDOUT, paintFor } from "./terminal.js";
import { visible } from "./visible.js";

export const command = {
  name: "listen",
  title: "receives deliveries on a local port and shows each one's verdict",
  about:
    "It answers as a handler would: 204 to a valid body and to an unknown one, 422 to an invalid one, 400 to a malformed one. With --forward the answer is the other side's. It ends with Ctrl+C.",
  arguments: { usage: "", most: 0 },
  options: {
    ...LENS_OPTIONS,
    port: { value: "N", least: 0, most: 65535, help: "the port; 8080 unless given, 0 for one that is free" },
    host: {
      value: "ADDRESS",
      help: "the address; 127.0.0.1 unless given, so that only this machine can deliver",
    },
    forward: {
      value: "URL",
      help: "send each delivery on, byte for byte with its header, and pass the answer back; where the URL has no path, to the path of the delivery",
    },
    record: {
      value: "FILE",
      help: "add each delivery to this file, for hooklens replay; only you may read it",
    },
  },
  examples: [
    ["hooklens listen", "on http://127.0.0.1:8080"],
    ["hooklens listen --forward http://localhost:3000/webhook", "between a tunnel and your application"],
    ["hooklens listen --record deliveries.ndjson", "keep what comes"],
  ],
};

/** A sender that takes longer than this for a request is not waited for. */
const TIMEOUT = 60_000;

export async function run({ values }) {
  const target = values.forward === undefined ? undefined : targetOf(values.forward, "--forward");
  const settings = settingsOf(values);
  const lens = await openLens(settings);
  // The first time takes longer: not that of a delivery.
  lens.validate("{}");
  const record = values.record === undefined ? undefined : await openRecord(values.record);
  const listener = new Listener({ settings, lens, target, record });
  const server = createServer((request, response) => void listener.take(request, response));
  server.requestTimeout = TIMEOUT;
  server.listen(values.port ?? 8080, values.host ?? "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw Object.assign(error, { path: `${values.host ?? "127.0.0.1"}:${values.port ?? 8080}` });
  }
  const { address, port, family } = server.address();
  const host = family === "IPv6" ? `[${address}]` : address;
  process.stdout.write(`listening on http://${host}:${port}\n`);
  await interrupted();
  server.close();
  server.closeAllConnections();
  target?.end();
  record?.end();
  return 0;
}

/** A reader that has enough is as good as Ctrl+C. */
function interrupted() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
    process.stdout.on("error", resolve);
  });
}

async function openRecord(file) {
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  const [descriptor] = await once(stream, "open");
  try {
    // It may have been there before, for everybody to read.
    if (fstatSync(descriptor).isFile()) fchmodSync(descriptor, 0o600);
  } catch (error) {
    throw Object.assign(error, { path: file });
  }
  stream.on("error", (error) => sayError(Object.assign(error, { path: file })));
  return stream;
}

class Listener {
  #paint = paintFor(STDOUT);

  constructor({ settings, lens, target, record }) {
    Object.assign(this, { settings, lens, target, record, most: maxBytesOf(settings) });
  }

  async take(request, response) {
    const started = performance.now();
    const time = new Date().toISOString();
    const milliseconds = () => Math.round(performance.now() - started);
    response.on("error", () => {});
    try {
      const body = await bytesOf(request, this.most);
      if (body === undefined) {
        answer(request, response, plain(413, `expected at most ${this.most} bytes`));
        return this.#say(time, request, 413, milliseconds(), "too large");
      }
      const { method, url: path, rawHeaders: headers } = request;
      this.record?.write(lineOf({ time, method, path, headers, body }));
      const report = await this.#check(request, body);
      const given = await this.#answer({ method, path, headers, body }, report);
      answer(request, response, given);
      this.#say(time, request, given.status, milliseconds(), report, given.reason);
    } catch (error) {
      // A sender that goes away ends its own delivery.
      this.#say(time, request, undefined, milliseconds(), reasonOf(error));
      response.destroy();
    }
  }

  async #check({ method, headers }, body) {
    if (body.length === 0 && method !== "POST" && method !== "PUT") return "no body";
    const codings = codingsOf(headers["content-encoding"]);
    if (codings === undefined) return `a content coding that cannot be read: ${headers["content-encoding"]}`;
    let bytes = body;
    try {
      bytes = await decode(body, codings, this.most);
    } catch {
      return `no ${codings.join(", ")} data`;
    }
    // Of more than may be nothing is decompressed.
    return this.lens.validate(bytes ?? new Uint8Array(this.most + 1), this.settings.options);
  }

  async #answer(delivery, report) {
    if (this.target === undefined) return ownAnswer(report, delivery);
    try {
      return await this.target.send(delivery);
    } catch (error) {
      const reason = `${reasonOf(error)}`;
      return {
        ...plain(error.code === "ETIMEDOUT" ? 504 : 502, `could not be forwarded: ${reason}`),
        reason,
      };
    }
  }

  #say(time, { method, url }, status, milliseconds, report, reason) {
    const { dim, bold, green, red, yellow } = this.#paint;
    const verdict = { valid: green, invalid: red, malformed: red, unknown: yellow };
    const isReport = typeof report === "object";
    const ids = isReport ? [...new Set(report.events.map(({ id }) => id))].map((id) => bold(id)) : [];
    const what = isReport ? [...ids, verdict[report.status](report.status)].join(" ") : visible(report);
    const answered =
      status === undefined ? "no answer" : `${status < 400 ? green(status) : red(String(status))}`;
    const lines = [
      `${dim(time.slice(11, 23))} ${method} ${visible(url)} ${what} → ${answered} ${dim(`${milliseconds} ms`)}`,
    ];
    if (reason !== undefined) lines.push(`  ${red("not forwarded")}: ${visible(reason)}`);
    for (const { severity, code, span, message, hint } of isReport ? report.problems : []) {
      const place = placeInWords({ file: "body" }, span);
      const advice = hint === undefined ? "" : ` (${visible(hint)})`;
      const colour = severity === "error" ? red : yellow;
      lines.push(`  ${place}: ${colour(severity)}: ${visible(message)}${advice} [${code}]`);
    }
    process.stdout.write(`${lines.join("\n")}\n`);
  }
}

/** The whole body; undefined where it is more than may be. */
async function bytesOf(request, most) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** What a handler would answer. */
function ownAnswer(report, { method }) {
  if (typeof report === "string")
    return method === "POST" || method === "PUT" ? plain(415, report) : plain(405, report);
  if (report.valid || report.status === "unknown") return { status: 204, headers: [], body: Buffer.alloc(0) };
  const { status, headers, body } = answerOf(problemDetails(report));
  return { status, headers: Object.entries(headers).flat(), body: Buffer.from(body) };
}

function plain(code, detail) {
  const { status, headers, body } = answerOf(details(code, detail));
  return { status, headers: Object.entries(headers).flat(), body: Buffer.from(body) };
}

function answer(request, response, { status, message, headers, body }) {
  if (response.destroyed) return;
  const fields = [...passedOn(headers)];
  if (status !== 204 && status !== 304) fields.push("Content-Length", String(body.length));
  // What still comes of a body that is not read on is let go.
  if (!request.complete) fields.push("Connection", "close");
  if (message) response.writeHead(status, message, fields);
  else response.writeHead(status, fields);
  response.end(request.method === "HEAD" ? undefined : body);
  request.resume();
}
