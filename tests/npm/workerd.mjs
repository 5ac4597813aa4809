// Runs a Worker in workerd, bundled as Wrangler does it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { findWorkerd } from "./binaries.mjs";
import { root } from "./corpus.mjs";

/** Wrangler makes every `.wasm` that is imported a module of its own. */
function compiledModules(modules) {
  return {
    name: "compiled-modules",
    setup({ onResolve }) {
      onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path: asked, resolveDir }) => {
        const path = asked.replace(/\?module$/, "");
        const name = `./${path.split("/").at(-1)}`;
        modules.set(name, join(resolveDir, path));
        return { path: name, external: true };
      });
    },
  };
}

export async function bundleWorker(entry, conditions) {
  const modules = new Map();
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    conditions,
    plugins: [compiledModules(modules)],
    logLevel: "error",
  });
  return { script: outputFiles[0].text, modules };
}

/** A Worker that hands on what is posted to it as a batch of a queue, and answers with what became of each message. */
const QUEUE = `export default {
  async fetch(request, env) {
    const messages = (await request.json()).map((message) => ({ ...message, timestamp: new Date(message.timestamp) }));
    const { outcome, ackAll, retryBatch, explicitAcks, retryMessages } = await env.WORKER.queue("hooks", messages);
    return Response.json({ outcome, ackAll, retryBatch, explicitAcks, retryMessages });
  },
};
`;

function configOf(modules, queue) {
  const names = [...modules.keys()].map((name) => `(name = "${name}", wasm = embed "${name.slice(2)}")`);
  const dispatcher = `(name = "queue", worker = (
    modules = [(name = "queue", esModule = embed "queue.mjs")],
    compatibilityDate = "2025-01-01",
    compatibilityFlags = ["service_binding_extra_handlers", "experimental"],
    bindings = [(name = "WORKER", service = "main")],
  ))`;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "worker.mjs"), ${names.join(", ")}],
    compatibilityDate = "2025-01-01",
  ))${queue ? `, ${dispatcher}` : ""}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "${queue ? "queue" : "main"}")],
);
`;
}

/** Serves a Worker; the conditions are Wrangler's, unless others are given. With `queue`, what is posted are batches. */
export async function serveWorker(
  entry,
  conditions = ["workerd", "worker", "browser"],
  { queue = false } = {},
) {
  const { script, modules } = await bundleWorker(entry, conditions);
  const folder = mkdtempSync(join(tmpdir(), "hooklens-worker-"));
  writeFileSync(join(folder, "worker.mjs"), script);
  for (const [name, path] of modules) writeFileSync(join(folder, name), readFileSync(path));
  writeFileSync(join(folder, "queue.mjs"), QUEUE);
  writeFileSync(join(folder, "config.capnp"), configOf(modules, queue));
  const child = spawn(
    findWorkerd(),
    ["serve", "config.capnp", "--control-fd=3", ...(queue ? ["--experimental"] : [])],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    },
  );
  const worker = { output: "", errors: "", modules };
  child.stdout.setEncoding("utf8").on("data", (text) => (worker.output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (worker.errors += text));
  const ended = once(child, "exit");
  const [line] = await Promise.race([
    once(createInterface(child.stdio[3]), "line"),
    ended.then(() => Promise.reject(new Error(`workerd ended: ${worker.errors}`))),
  ]);
  worker.url = `http://127.0.0.1:${JSON.parse(line).port}/`;
  worker.stop = async () => {
    const { exitCode } = child;
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
    return exitCode;
  };
  return worker;
}

/** An example of `tests/examples`. */
export const startWorker = (name) => serveWorker(join(root, "tests/examples", name));
