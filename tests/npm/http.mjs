// Requests as senders make them, down to those that break off.
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";

export const JSON_TYPE = { "content-type": "application/json" };

/** Sends a whole body and gives the answer. */
export async function post(url, body, { method = "POST", headers = JSON_TYPE, agent } = {}) {
  const request = httpRequest(url, { method, headers, agent });
  // With two writes and no length, the body goes out in chunks.
  if (Array.isArray(body)) for (const part of body) request.write(part);
  request.end(Array.isArray(body) ? undefined : body);
  return answerTo(request);
}

async function answerTo(request) {
  const [response] = await once(request, "response");
  response.setEncoding("utf8");
  let text = "";
  for await (const chunk of response) text += chunk;
  const { statusCode: status, headers } = response;
  const type = headers["content-type"] ?? "";
  return { status, headers, text, json: /\bjson\b/.test(type) ? JSON.parse(text) : undefined };
}

/**
 * Sends so many bytes, in chunks or with their number declared, as fast as they are taken. A polite sender stops
 * once it is answered; another goes on. One that lies declares another number than it sends in chunks.
 * Gives the answer's text, how much was sent, and how the connection ended.
 */
export function stream(url, bytes, { polite = true, declared = false, lie } = {}) {
  const { hostname, port, pathname, host } = new URL(url);
  const chunk = Buffer.alloc(64 * 1024, 0x20);
  const frame = declared
    ? chunk
    : Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port });
    let sent = 0;
    let answer = "";
    let error;
    const framing = declared ? { "content-length": bytes } : { "transfer-encoding": "chunked" };
    if (lie !== undefined) framing["content-length"] = lie;
    const fields = { host, ...JSON_TYPE, ...framing };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST ${pathname} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    function write() {
      while (sent < bytes && socket.writable) {
        if (polite && answer !== "") return void socket.end();
        sent += chunk.length;
        if (!socket.write(frame)) return void socket.once("drain", write);
      }
      if (!declared && socket.writable && sent >= bytes) socket.write("0\r\n\r\n");
      if (isDone()) socket.end();
    }
    socket.on("connect", write);
    // A server that means to keep the connection waits for the next request: there is none.
    const isDone = () => sent >= bytes && answer !== "" && !/\r\nconnection: close\r\n/i.test(answer);
    socket.on("data", (data) => {
      answer += data;
      if (isDone()) socket.end();
    });
    socket.on("end", () => socket.end());
    socket.on("error", (cause) => (error = cause));
    socket.on("close", () => resolve({ answer, sent, error }));
    socket.setTimeout(30_000, () => {
      socket.destroy();
      reject(new Error(`the connection did not end; the answer so far: ${answer}`));
    });
  });
}

/** Sends a part of a body, and leaves. */
export async function breakOff(url) {
  const { hostname, port, pathname, host } = new URL(url);
  const socket = connect({ host: hostname, port });
  await once(socket, "connect");
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"event":`,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await once(socket, "close");
}

/** A request as bytes. */
export function requestOf(url, body) {
  const { pathname, host } = new URL(url);
  const fields = { host, ...JSON_TYPE, "content-length": Buffer.byteLength(body) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([
    Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`),
    Buffer.from(body),
  ]);
}

/** A connection to which bytes are written as they are; `answer` gives all that came back, once it is like the pattern. */
export async function open(url) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port });
  let text = "";
  let isClosed = false;
  const closed = new Promise((resolve) => socket.once("close", resolve)).then(() => (isClosed = true));
  socket.setEncoding("latin1").on("data", (more) => (text += more));
  socket.on("error", () => {});
  await once(socket, "connect");
  async function answer(pattern, seconds = 10) {
    const end = performance.now() + seconds * 1000;
    while (!pattern.test(text)) {
      if (isClosed || performance.now() > end) throw new Error(`no ${pattern} in: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return text;
  }
  return { socket, closed, answer };
}
