import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { get, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { createPageServer } from "../../www/serve.mjs";

const script = fileURLToPath(new URL("../../www/serve.mjs", import.meta.url));

async function run(args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) child[stream].on("data", (chunk) => (output[stream] += chunk));
  const [code] = await once(child, "close");
  return { code, ...output };
}

const listening = (server) =>
  new Promise((resolve) => server.listen(0, "localhost", () => resolve(server.address().port)));

test("--help says how it is used", async () => {
  const { code, stdout } = await run(["--help"]);
  assert.equal(code, 0);
  assert.match(stdout, /usage: npm start/);
});

test("an unknown option is refused by name", async () => {
  const { code, stderr } = await run(["--prot", "80"]);
  assert.equal(code, 2);
  assert.match(stderr, /Unknown option: --prot/);
});

test("a port that is no port is refused", async () => {
  for (const port of ["http", "70000", "-1", ""]) {
    const { code, stderr } = await run(["--port", port]);
    assert.equal(code, 2, port);
    assert.match(stderr, /port must be a number/);
  }
});

test("a port that is taken is told, with another to choose", async (t) => {
  const other = createServer();
  const port = await listening(other);
  t.after(() => other.close());
  const { code, stderr } = await run([], { PORT: String(port) });
  assert.equal(code, 2);
  assert.match(stderr, new RegExp(`Port ${port} is taken`));
});

test("it serves the page and says where", async (t) => {
  const child = spawn(process.execPath, [script, "--port=0"]);
  t.after(() => child.kill());
  let said = "";
  for await (const chunk of child.stdout) if (/http:\S+/.test((said += chunk))) break;
  const response = await fetch(said.match(/http:\S+/)[0]);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /<title>HookLens<\/title>/);
});

test("it serves its folder alone", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "hooklens-serve-"));
  await writeFile(join(folder, "index.html"), "page");
  const server = createPageServer(folder);
  const port = await listening(server);
  t.after(() => rm(folder, { recursive: true }));
  t.after(() => server.close().closeAllConnections());
  const ask = (path, method = "GET") =>
    new Promise((resolve, reject) =>
      get({ host: "localhost", port, path, method }, (response) => resolve(response.resume())).on(
        "error",
        reject,
      ),
    );
  assert.equal((await ask("/")).statusCode, 200);
  for (const path of [
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2f..%2fetc/passwd",
    "/%00",
    "/%",
    "/none.js",
    "//",
  ])
    assert.equal((await ask(path)).statusCode, 404, path);
  assert.equal((await ask("/", "POST")).statusCode, 405);
  assert.match((await ask("/none.js")).headers["content-security-policy"], /default-src 'none'/);
});
