#!/usr/bin/env node
// Builds the page and serves it on localhost, on a fresh clone too: it needs Node alone.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzip } from "node:zlib";
import { promisify } from "node:util";
import { headerPolicy } from "./csp.mjs";

const compress = promisify(gzip);
const root = fileURLToPath(new URL("..", import.meta.url));

const USAGE = `Serves the HookLens page on localhost.

usage: npm start [-- --port <number>]

  --port <number>  the port (default: the PORT variable, else 4173; 0 takes a free one)
  --help           this text
`;

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A server of static files with the page's Content-Security-Policy, compressed as file hosts do. */
export function createPageServer(directory, { base = "/" } = {}) {
  const kept = new Map();
  const load = async (path) => {
    const { mtimeMs: time } = await stat(path);
    if (kept.get(path)?.time !== time) {
      const content = await readFile(path);
      kept.set(path, { time, content, gzipped: await compress(content, { level: 9 }) });
    }
    return kept.get(path);
  };
  return createServer(async (request, response) => {
    const headers = { "x-content-type-options": "nosniff" };
    const policies = { "content-security-policy": headerPolicy, "referrer-policy": "no-referrer" };
    const refuse = (status) => response.writeHead(status, { ...headers, ...policies }).end();
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
    try {
      const { pathname } = new URL(request.url, "http://localhost");
      const within = decodeURIComponent(pathname);
      if (!within.startsWith(base) || within.includes("\0")) return refuse(404);
      const path = normalize(join(directory, within.slice(base.length) || "index.html"));
      if (!path.startsWith(directory + sep)) return refuse(404);
      const { content, gzipped } = await load(path);
      const packed = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
      const body = packed ? gzipped : content;
      response.writeHead(200, {
        ...headers,
        // A policy means something for a document and a worker's script alone.
        ...(/\.(html|js)$/.test(path) ? policies : {}),
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "content-length": body.length,
        "cache-control": /-[0-9A-Za-z]{8,10}\.\w+$/.test(path) ? "max-age=31536000, immutable" : "no-cache",
        vary: "accept-encoding",
        ...(packed ? { "content-encoding": "gzip" } : {}),
      });
      response.end(request.method === "HEAD" ? undefined : body);
    } catch {
      refuse(404);
    }
  });
}

function fail(words) {
  console.error(words);
  process.exit(2);
}

function portFrom(args) {
  let port = process.env.PORT || "4173";
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = args[at].split(/=(.*)/s);
    if (name === "--help" || name === "-h") {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    if (name !== "--port") fail(`Unknown option: ${args[at]}\n\n${USAGE}`);
    port = inline ?? args[++at] ?? "";
  }
  if (!/^\d+$/.test(port) || Number(port) > 65535)
    fail(`The port must be a number from 0 to 65535, not "${port}".`);
  return Number(port);
}

async function main() {
  const port = portFrom(process.argv.slice(2));
  if (!existsSync(join(root, "node_modules", "esbuild"))) {
    console.log("First start: installing the build's packages (npm ci) …");
    const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    if (npm.status !== 0) fail("npm ci failed: the page cannot be built without its packages.");
  }
  const { build, dist } = await import("./build.mjs");
  await build();
  const server = createPageServer(dist);
  server.on("error", (error) => {
    if (error.code === "EADDRINUSE")
      fail(`Port ${port} is taken. Choose another: npm start -- --port ${port + 1}`);
    if (error.code === "EACCES")
      fail(`Port ${port} needs more rights than this user has. Choose one above 1023.`);
    throw error;
  });
  server.listen(port, "localhost", () => {
    console.log(`HookLens is on http://localhost:${server.address().port}/  (Ctrl+C stops it)`);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main();
