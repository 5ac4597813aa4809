// The packed tarball in every runtime and through every bundler: all must say the same, byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import { findBun, findDeno, findWorkerd } from "./binaries.mjs";
import { corpus, payload } from "./corpus.mjs";
import { install, installAlone } from "./tarball.mjs";
import { serveWorker } from "./workerd.mjs";
import { isInstalled } from "../www/engines/installed.mjs";
import { launch } from "../www/engines/playwright.mjs";

const NEWER_NODE = "26.10.0";
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const here = (name) => new URL(name, import.meta.url);

/** The first line that two texts do not share, for a failure that can be read. */
function assertSame(said, expected) {
  if (said === expected) return;
  const lines = expected.split("\n");
  const at = said.split("\n").findIndex((line, index) => line !== lines[index]);
  assert.equal(said.split("\n")[at], lines[at], `line ${at + 1}`);
  assert.fail(`${said.length} characters, expected ${expected.length}`);
}

const IMPORTS = `import * as whole from "hooklens/catalog";
import * as fetch from "hooklens/fetch";
import * as schema from "hooklens/schema";
import { say, sayCompressed } from "./say.mjs";
`;
const MAIN = `import * as hooklens from "hooklens";
${IMPORTS}import { readFileSync, writeFileSync } from "node:fs";
const corpus = JSON.parse(readFileSync("corpus.json", "utf8"));
const body = atob(corpus.find(([path]) => path.includes("acs_credential.issued"))[1]);
console.log(await sayCompressed({ fetch }, body));
writeFileSync("said.txt", await say({ hooklens, whole, fetch, schema }, corpus));
`;
const REQUIRING = `const { readFileSync, writeFileSync } = require("node:fs");
const hooklens = require("hooklens");
const whole = require("hooklens/catalog");
const fetch = require("hooklens/fetch");
const schema = require("hooklens/schema");
const corpus = JSON.parse(readFileSync("corpus.json", "utf8"));
const body = atob(corpus.find(([path]) => path.includes("acs_credential.issued"))[1]);
import("./say.mjs").then(async ({ say, sayCompressed }) => {
  console.log(await sayCompressed({ fetch }, body));
  writeFileSync("said.txt", await say({ hooklens, whole, fetch, schema }, corpus));
});
`;
const WORKER = `import * as hooklens from "hooklens";
${IMPORTS}export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/compressed") return new Response(await sayCompressed({ fetch }, await request.text()));
    return new Response(await say({ hooklens, whole, fetch, schema }, await request.json()));
  },
};
`;
const page = (load) => `${load}
${IMPORTS}const corpus = await (await globalThis.fetch("/corpus.json")).json();
const body = atob(corpus.find(([path]) => path.includes("acs_credential.issued"))[1]);
globalThis.said = { compressed: await sayCompressed({ fetch }, body), said: await say({ hooklens, whole, fetch, schema }, corpus) };
`;

let shared;
before(() => {
  shared = install();
  const { folder } = shared;
  const bodies = corpus().map(({ path, bytes }) => [path, bytes.toString("base64")]);
  writeFileSync(join(folder, "corpus.json"), JSON.stringify(bodies));
  writeFileSync(join(folder, "say.mjs"), readFileSync(here("say.mjs")));
  writeFileSync(join(folder, "main.mjs"), MAIN);
  writeFileSync(join(folder, "main.cjs"), REQUIRING);
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  writeFileSync(join(folder, "page.mjs"), page('import * as hooklens from "hooklens";'));
  writeFileSync(
    join(folder, "slim.mjs"),
    page(
      'import * as hooklens from "hooklens/slim";\nawait Promise.all([hooklens.init(), hooklens.initFull()]);',
    ),
  );
  shared.expected = run(process.execPath, ["main.mjs"]);
});
after(() => shared?.remove());

/** Runs it where the tarball is installed; gives what it said. */
function run(command, args) {
  const { folder } = shared;
  writeFileSync(join(folder, "said.txt"), "");
  const status = execFileSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  assert.equal(status.trim(), "204");
  return readFileSync(join(folder, "said.txt"), "utf8");
}

test("this Node, by import: what the golden reports say", () => {
  const lines = shared.expected
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line));
  assert.equal(lines.length, corpus().length);
  let golden = 0;
  for (const { path, report, sameAsText } of lines) {
    assert.ok(sameAsText, path);
    const expected = here(`../../${path.replace(/\.json$/, ".expected.json")}`);
    if (!existsSync(expected)) continue;
    assert.deepEqual(report, JSON.parse(readFileSync(expected, "utf8")), path);
    golden += 1;
  }
  assert.ok(golden > 100);
});

test(`this Node, by require`, () => assertSame(run(process.execPath, ["main.cjs"]), shared.expected));

test(`Node ${NEWER_NODE}, by import and by require`, (t) => {
  const os = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${os}-${process.arch}`;
  const folder = join(shared.folder, "newer-node");
  mkdirSync(folder);
  try {
    installAlone(`${name}@${NEWER_NODE}`, folder);
  } catch (error) {
    return t.skip(`Node ${NEWER_NODE}: npm gives no ${name}: ${error.message.split("\n")[0]}`);
  }
  const node = join(folder, "node_modules", name, "bin", os === "win" ? "node.exe" : "node");
  assert.equal(execFileSync(node, ["--version"], { encoding: "utf8" }).trim(), `v${NEWER_NODE}`);
  assertSame(run(node, ["main.mjs"]), shared.expected);
  assertSame(run(node, ["main.cjs"]), shared.expected);
});

test("Deno", (t) => {
  const deno = findDeno();
  if (!deno) return t.skip("Deno: npm has none for this machine");
  assertSame(run(deno, ["run", "--no-lock", "--allow-read", "--allow-write", "main.mjs"]), shared.expected);
});

test("Bun", (t) => {
  const bun = findBun();
  if (!bun) return t.skip("Bun: npm has none for this machine");
  assertSame(run(bun, ["main.mjs"]), shared.expected);
});

for (const [name, conditions] of [
  ["workerd", undefined],
  ["edge-light, in workerd", ["edge-light"]],
]) {
  test(name, async (t) => {
    if (!findWorkerd()) return t.skip("workerd: npm has none for this machine");
    const worker = await serveWorker(join(shared.folder, "worker.mjs"), conditions);
    t.after(worker.stop);
    assert.deepEqual([...worker.modules.keys()], ["./hooklens_bg.wasm", "./full_bg.wasm"]);
    const ask = async (path, body) =>
      (await fetch(new URL(path, worker.url), { method: "POST", body })).text();
    assertSame(await ask("/", readFileSync(join(shared.folder, "corpus.json"))), shared.expected);
    assert.equal(await ask("/compressed", payload("seam/acs_credential.issued")), "204");
  });
}

/** Each bundler with nothing configured but the entry and where its output goes. */
const BUNDLERS = {
  async esbuild(entry, out) {
    const entryPoints = { main: entry };
    await esbuild({ entryPoints, bundle: true, format: "esm", minify: true, outdir: out, logLevel: "error" });
  },
  async vite(entry, out) {
    await vite({
      root: dirname(entry),
      configFile: false,
      logLevel: "error",
      build: {
        outDir: out,
        rolldownOptions: {
          input: entry,
          output: { entryFileNames: "main.js" },
          preserveEntrySignatures: false,
        },
      },
    });
  },
  async webpack(entry, out) {
    const stats = await promisify(webpack)({
      mode: "production",
      context: dirname(entry),
      entry,
      output: { path: out, filename: "main.js", module: true, publicPath: "/" },
      experiments: { outputModule: true },
      performance: { hints: false },
    });
    const { errors, warnings } = stats.toJson();
    assert.deepEqual([...errors, ...warnings], []);
  },
};

describe("in Chromium, with a strict Content-Security-Policy", () => {
  let browser;
  before(async () => {
    if (isInstalled("chromium")) browser = await launch("chromium");
  });
  after(() => browser?.close());

  async function saidBy(out) {
    const TYPES = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
    const server = createServer(({ url }, response) => {
      const file = url === "/corpus.json" ? join(shared.folder, "corpus.json") : join(out, url);
      const headers = { "content-security-policy": CSP, "content-type": TYPES[extname(url)] ?? "text/html" };
      if (url === "/")
        return response.writeHead(200, headers).end('<script type="module" src="/main.js"></script>');
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, headers).end(readFileSync(file));
    });
    await new Promise((resolve) => server.listen(0, "localhost", resolve));
    const page = await browser.newPage();
    try {
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.goto(`http://localhost:${server.address().port}/`);
      await page
        .waitForFunction(() => globalThis.said, null, { timeout: 60_000 })
        .catch((error) => assert.fail([...errors, error.message].join("\n")));
      return await page.evaluate(() => globalThis.said);
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  }

  for (const [bundler, bundle] of Object.entries(BUNDLERS)) {
    test(`bundled by ${bundler}`, async (t) => {
      if (!browser) return t.skip("Chromium: there is none; install it, or set CHROMIUM_PATH to one");
      const out = join(shared.folder, `out-${bundler}`);
      await bundle(join(shared.folder, "page.mjs"), out);
      const { said, compressed } = await saidBy(out);
      assertSame(said, shared.expected);
      assert.equal(compressed, 204);
      const files = readdirSync(out, { recursive: true });
      assert.deepEqual(
        files.filter((name) => name.endsWith(".wasm")),
        [],
        "the module is inlined: a second copy is of no use",
      );
    });
  }

  for (const bundler of ["vite", "webpack"]) {
    test(`hooklens/slim bundled by ${bundler}, which finds the modules by itself`, async (t) => {
      if (!browser) return t.skip("Chromium: there is none; install it, or set CHROMIUM_PATH to one");
      const out = join(shared.folder, `out-slim-${bundler}`);
      await BUNDLERS[bundler](join(shared.folder, "slim.mjs"), out);
      const { said } = await saidBy(out);
      assertSame(said, shared.expected);
      assert.equal(readdirSync(out, { recursive: true }).filter((name) => name.endsWith(".wasm")).length, 2);
    });
  }
});
