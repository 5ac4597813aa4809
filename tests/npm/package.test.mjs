// What npm would publish: that it holds what it should, and that its entries can be had.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { catalog } from "hooklens";
import { publint } from "publint";
import { BUDGETS as MODULES } from "../../pkg/build.mjs";
import { payload, root } from "./corpus.mjs";
import { install, pack } from "./tarball.mjs";

const manifest = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
const KB = 1000;

/** What the command and its page add. */
const COMMAND = { packed: 80 * KB, unpacked: 260 * KB };

/** What queues add, with their page and their types. */
const QUEUES = { packed: 30 * KB, unpacked: 110 * KB };

/**
 * What everyone who installs it pays, in bytes: for the modules (each there twice), the code and the documentation, and
 * for each event type, whose schema is in a file and in catalog.js. The modules have budgets of their own, which are in
 * pkg/build.mjs.
 */
const BUDGETS = {
  packed:
    2.05 * (MODULES.hooklens + MODULES.full) +
    95 * KB +
    COMMAND.packed +
    QUEUES.packed +
    catalog.length * 1.6 * KB,
  unpacked: 2465 * KB + COMMAND.unpacked + QUEUES.unpacked + catalog.length * 20 * KB,
};

/** Every file of the tarball that is not generated from the catalog. */
const FILES = [
  "LICENSE",
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "package.json",
  ...[
    "arrival",
    "body",
    "call-options",
    "catalog",
    "catalog-error",
    "catalog-options",
    "claims",
    "cloud-event-message",
    "coding",
    "content-type",
    "deadlines",
    "delivery",
    "described",
    "details",
    "document-hint",
    "documents",
    "edge-light",
    "engine",
    "envelopes",
    "error",
    "event-key",
    "event-types",
    "facts",
    "fetch",
    "fields",
    "handler",
    "handler-options",
    "handshakes",
    "http",
    "index",
    "is-lens",
    "json-pointer",
    "json-schema",
    "lambda",
    "lens",
    "lines",
    "loader",
    "memory",
    "memory-copy",
    "nats",
    "nats-message",
    "nats-peer",
    "nats-worker",
    "node",
    "one-of",
    "queue",
    "redact-options",
    "refusal",
    "report-reader",
    "run",
    "schema",
    "shown",
    "slim",
    "subscription",
    "trace",
    "utf8",
    "verdict",
    "workerd",
  ].map(js),
  ...[
    ...[
      "catalog",
      "documents",
      "events",
      "fetch",
      "handler",
      "hooklens.wasm",
      "index",
      "lambda",
      "nats",
      "node",
    ],
    ...["queue", "schema", "slim"],
  ].map((name) => `${name}.d.ts`),
  ...readdirSync(join(root, "pkg/cli")).map((name) => `cli/${name}`),
  ...[
    "catalogs",
    "cli",
    "handlers",
    "normalized-form",
    "queues",
    "redact",
    "report",
    "runtimes",
    "types",
    "unwrap",
  ].map((name) => `docs/${name}.md`),
  "docs/cli.svg",
  "wasm/hooklens.js",
  "wasm/hooklens_bg.wasm",
  "wasm/inline.js",
  "wasm/full_bg.wasm",
  "wasm/full_inline.js",
];

function js(name) {
  return `${name}.js`;
}

describe("the tarball", () => {
  let packed;
  before(() => (packed = pack()));
  after(() => packed?.remove());

  test("holds what it should, and nothing else", () => {
    const schemas = catalog.map(({ id }) => `schemas/${id}.schema.json`);
    const paths = packed.listed.files.map(({ path }) => path);
    assert.deepEqual(paths.filter((path) => !path.startsWith("schemas/")).sort(), FILES.toSorted());
    for (const path of schemas) assert.ok(paths.includes(path), `${path} is missing`);
    const others = paths.filter((path) => path.startsWith("schemas/") && !schemas.includes(path));
    for (const path of others) assert.match(path, /^schemas\/(asyncapi|\w+\/envelope\.schema)\.json$/);
  });

  test("names no place of the machine that packed it", () => {
    for (const { path } of packed.listed.files) {
      const text = readFileSync(join(root, "pkg", path), "latin1");
      for (const place of [root.replace(/[\\/]$/, ""), process.env.HOME]) {
        if (place?.length > 1) assert.ok(!text.includes(place), `${path} names ${place}`);
      }
    }
  });

  test("is within its budgets", () => {
    const { size, unpackedSize } = packed.listed;
    assert.ok(size <= BUDGETS.packed, `${size} bytes packed, of at most ${BUDGETS.packed}`);
    assert.ok(
      unpackedSize <= BUDGETS.unpacked,
      `${unpackedSize} bytes unpacked, of at most ${BUDGETS.unpacked}`,
    );
    for (const [name, most] of Object.entries(MODULES)) {
      const wasm = gzipSync(readFileSync(join(root, `pkg/wasm/${name}_bg.wasm`)), { level: 9 }).length;
      assert.ok(wasm <= most, `${name}_bg.wasm is ${wasm} bytes gzipped, of at most ${most}`);
    }
  });

  test("publint finds nothing", async () => {
    const tarball = new Uint8Array(readFileSync(packed.file)).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true, level: "suggestion" });
    assert.deepEqual(messages, []);
  });

  test("attw finds nothing", () => {
    const cli = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [cli, packed.file, "--profile", "esm-only", "--format", "json"];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    const { analysis } = JSON.parse(stdout);
    const wrong = Object.values(analysis.problems ?? {}).flat();
    const counted = wrong.filter(({ resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind));
    assert.deepEqual(counted, []);
    assert.deepEqual(Object.keys(analysis.entrypoints), Object.keys(manifest.exports));
  });
});

describe("installed in an empty folder", () => {
  let installed;
  before(() => (installed = install()));
  after(() => installed?.remove());

  /** Runs a module there; gives what it printed. */
  function run(source, { name = "main.mjs" } = {}) {
    const file = join(installed.folder, name);
    writeFileSync(file, source);
    return execFileSync(process.execPath, [file], { cwd: installed.folder, encoding: "utf8" }).trim();
  }

  test("installs nothing else, and runs nothing to be installed", () => {
    const modules = join(installed.folder, "node_modules");
    const names = readdirSync(modules).filter((name) => !name.startsWith("."));
    assert.deepEqual(names, ["hooklens"]);
    const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"));
    assert.deepEqual(Object.keys(packages), ["node_modules/hooklens"]);
    assert.equal(packages["node_modules/hooklens"].hasInstallScript, undefined);
    const fields = Object.keys(JSON.parse(readFileSync(join(modules, "hooklens/package.json"), "utf8")));
    const others = fields.filter((name) => /^(scripts|gypfile)$|dependencies$/i.test(name));
    assert.deepEqual(others, ["peerDependencies"]);
    const { peerDependencies, peerDependenciesMeta } = manifest;
    for (const name of Object.keys(peerDependencies))
      assert.equal(peerDependenciesMeta[name].optional, true, name);
  });

  test("every entry can be imported, and has the functions that its types say", () => {
    const EXPORTS = {
      hooklens: [
        "CatalogError",
        "PayloadError",
        "catalog",
        "createHookLens",
        "normalize",
        "parse",
        "provenance",
        "redact",
        "unwrap",
        "validate",
      ],
      "hooklens/catalog": ["catalog"],
      "hooklens/documents": ["documentEvents"],
      "hooklens/fetch": ["queue", "webhook"],
      "hooklens/handler": ["problemDetails", "receive", "webhook"],
      "hooklens/lambda": ["queue", "webhook"],
      "hooklens/nats": ["check", "consume", "publish", "publishBody"],
      "hooklens/node": ["fastifyWebhook", "webhook"],
      "hooklens/schema": ["anyEvent", "events", "providers", "schemasOf"],
      "hooklens/slim": [
        ...["CatalogError", "PayloadError", "catalog", "createHookLens", "init"],
        ...["initFull", "normalize", "parse", "provenance", "redact", "unwrap", "validate"],
      ],
    };
    const code = Object.keys(manifest.exports).filter((name) => !/[*]|\.(json|wasm)$/.test(name));
    assert.deepEqual(code.map((name) => name.replace(/^\./, "hooklens")).sort(), Object.keys(EXPORTS).sort());
    for (const [name, names] of Object.entries(EXPORTS)) {
      const printed = run(`console.log(JSON.stringify(Object.keys(await import("${name}"))))`);
      assert.deepEqual(JSON.parse(printed), names, name);
    }
  });

  test("its schemas, its manifest and its module can be had", () => {
    const printed = run(`
      import { readFileSync } from "node:fs";
      import schema from "hooklens/schemas/paybook/refresh.schema.json" with { type: "json" };
      import manifest from "hooklens/package.json" with { type: "json" };
      const module = readFileSync(new URL(import.meta.resolve("hooklens/hooklens.wasm")));
      console.log(schema.$id, manifest.name, WebAssembly.validate(module));
    `);
    assert.equal(printed, "urn:hooklens:paybook/refresh hooklens true");
  });

  test("where the optional peer is missing, hooklens/nats says so", () => {
    const printed = run(`
      import { check, consume, publish, publishBody } from "hooklens/nats";
      const options = { stream: "hooks", durable: "worker" };
      const calls = [publish({}), publishBody({}), consume({}, () => {}, options), check({}, options)];
      const said = await Promise.all(calls.map((call) => call.catch(({ message }) => message)));
      console.log(JSON.stringify([...new Set(said)]));
    `);
    assert.deepEqual(JSON.parse(printed), [
      "hooklens/nats needs the package @nats-io/jetstream, which is not installed: " +
        "npm install @nats-io/jetstream @nats-io/transport-node",
    ]);
  });

  test("what is not exported cannot be had", () => {
    const printed = run(`
      const errors = ["hooklens/engine.js", "hooklens/wasm/hooklens.js"].map((name) => import(name).catch(({ code }) => code));
      console.log(String(await Promise.all(errors)));
    `);
    assert.equal(printed, "ERR_PACKAGE_PATH_NOT_EXPORTED,ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  describe("hooklens/slim", () => {
    const body = JSON.stringify(String(payload("seam/acs_credential.issued")));
    const SOURCES = {
      nothing: "",
      "the bytes": "await readFile(file)",
      "a promise of them": "readFile(file)",
      "a compiled module": "new WebAssembly.Module(await readFile(file))",
      "a response that streams":
        'new Response(await readFile(file), { headers: { "content-type": "application/wasm" } })',
      "a response of another type": "new Response(await readFile(file))",
      "a URL": "file",
      "a URL as text": "`data:application/wasm;base64,${(await readFile(file)).toString('base64')}`",
    };
    const start = `
      import { readFile } from "node:fs/promises";
      import { init, validate } from "hooklens/slim";
      const file = new URL(import.meta.resolve("hooklens/hooklens.wasm"));
    `;

    for (const [name, source] of Object.entries(SOURCES)) {
      test(`init takes ${name}`, () => {
        const printed = run(`${start} await init(${source}); console.log(validate(${body}).status);`);
        assert.equal(printed, "valid");
      });
    }

    test("before init everything says what is missing, and a failed init can be repeated", () => {
      const printed = run(`${start}
        const wrong = await init(new Response("", { status: 404 })).catch(({ message }) => message);
        let early;
        try { validate("{}") } catch ({ message }) { early = message }
        await Promise.all([init(), init()]);
        console.log(JSON.stringify([wrong, early, validate(${body}).status]));
      `);
      const [wrong, early, status] = JSON.parse(printed);
      assert.match(wrong, /could not be fetched: 404/);
      assert.match(early, /not initialized: call `await init\(\)`/);
      assert.equal(status, "valid");
    });

    test("the module with the loader is one of its own, or the one for all", () => {
      const printed = run(`
        import { readFile } from "node:fs/promises";
        import { createHookLens, init, initFull, validate } from "hooklens/slim";
        let early;
        await init();
        try { createHookLens() } catch ({ message }) { early = message }
        const wrong = await initFull(new Response("", { status: 404 })).catch(({ message }) => message);
        await initFull();
        const lens = createHookLens({ catalogs: [{ document: { title: "Hello", properties: { a: { const: 1 } }, required: ["a"] } }] });
        console.log(JSON.stringify([early, wrong, lens.validate({ a: 1 }).status, lens.validate(${body}).status, validate({ a: 1 }).status]));
      `);
      const [early, wrong, ...statuses] = JSON.parse(printed);
      assert.match(early, /not initialized: call `await initFull\(\)` once before createHookLens/);
      assert.match(wrong, /could not be fetched: 404/);
      assert.deepEqual(statuses, ["valid", "valid", "unknown"]);
      const one = run(`
        import { readFile } from "node:fs/promises";
        import { createHookLens, init, initFull, validate } from "hooklens/slim";
        const module = await WebAssembly.compile(await readFile(new URL(import.meta.resolve("hooklens/full.wasm"))));
        await Promise.all([init(module), initFull(module)]);
        console.log(validate(${body}).status, createHookLens().validate(${body}).status);
      `);
      assert.equal(one, "valid valid");
    });

    test("beside the other entry: each has a module of its own", () => {
      const printed = run(`${start}
        import * as other from "hooklens";
        await init();
        const body = ${body};
        const large = " ".repeat(3_000_000) + body;
        const statuses = [validate(body), other.validate(large), validate(body), other.validate(body), validate(large)];
        console.log(statuses.map(({ status }) => status).join());
      `);
      assert.equal(printed, "valid,valid,valid,valid,valid");
    });
  });

  test("its types are those of its functions, and of Standard Schema", () => {
    const modules = join(root, "node_modules");
    writeFileSync(join(installed.folder, "types.ts"), readFileSync(new URL("types.ts", import.meta.url)));
    for (const module of ["nodenext", "preserve"]) {
      const options = {
        strict: true,
        noEmit: true,
        target: "es2022",
        module,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        skipLibCheck: false,
        lib: ["es2022", "dom", "dom.iterable"],
        typeRoots: [join(modules, "@types")],
        types: ["node"],
        paths: { "@standard-schema/spec": [join(modules, "@standard-schema/spec/dist/index.d.ts")] },
      };
      writeFileSync(
        join(installed.folder, "tsconfig.json"),
        JSON.stringify({ compilerOptions: options, files: ["types.ts"] }),
      );
      const { stdout, status } = spawnSync(
        process.execPath,
        [join(modules, "typescript/bin/tsc"), "-p", installed.folder],
        {
          encoding: "utf8",
        },
      );
      assert.equal(status, 0, `${module}:\n${stdout}`);
    }
  });
});
