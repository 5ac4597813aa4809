// What imports what, in the package and in the page, and where no provider may be named.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, test } from "node:test";
import { build, transform } from "esbuild";
import { catalog } from "hooklens";
import { root } from "./corpus.mjs";

/** Every module of a folder. Each imports only from its left: what stands before an arrow that it stands behind. */
const ORDER = {
  pkg: `
    wasm/hooklens wasm/inline wasm/full_inline
    → body call-options catalog-error document-hint envelopes error is-lens json-pointer memory memory-copy one-of report-reader shown utf8 verdict
      content-type deadlines event-key nats-message nats-peer nats-worker run subscription trace
    → claims facts
    → catalog-options loader redact-options
    → engine lines
    → lens
    → event-types
    → index slim workerd edge-light
    → coding described details fields handler-options
    → cloud-event-message delivery refusal
    → handshakes queue
    → arrival
    → http
    → fetch handler lambda nats node
    → catalog documents json-schema
    → schema`,
  "pkg/cli": `
    content diff faults fixes fresh har locate masked options pace pattern place plain-record pointer pool random
    recording sign tally terminal version visible watch words
    → concise differences github inputs json junit look made ndjson output precedence progress
    sarif say-error seen target vary widen width
    → catalogs delivery excerpt find-event made-example new-events ranges replay secret
    → learner open pretty-body
    → archives events grow known listen pretty worker
    → checker printer send
    → opened
    → drift example mender redact schema transform
    → normalize unwrap
    → check
    → hooklens`,
  "www/page": `
    body-in-code code document-store dom download format-json icons inflate schema snippets state text verdicts yaml
    → pieces toast
    → clipboard
    → bodies document-problems event-fields field-rows json-tree problems share verdict
    windowed-list
    → body-row compare counterparts found hooklens report
    → give-dialog origins
    → link
    → engine inside
    → whole-catalog
    → editor-theme event-cards forms hanging-indent marks own-events
    → catalog-list details editor fixes own-card
    → compare-view event-catalog help input-sources offline own-view settings
    → dialogs later own
    → inside-later
    → compare-later inspector
    → main
    → boot sw yaml-worker`,
};

/** The modules between the arrows. */
const layersOf = (order) => order.split("→").map((names) => names.trim().split(/\s+/));

const files = (folder, end) => readdirSync(join(root, folder)).filter((name) => name.endsWith(end));
const read = (path) => readFileSync(join(root, path), "utf8");

/** What is imported from a folder above is from elsewhere. */
const above = {
  name: "above",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\.\// }, ({ path }) => ({ path, external: true })),
};

/** Each module of a folder with the modules there that it imports, and with what it imports from elsewhere. */
async function importsOf(folder) {
  const { metafile } = await build({
    entryPoints: files(folder, ".js").map((name) => join(folder, name)),
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    outdir: "out",
    packages: "external",
    external: ["*.wasm", "*.wasm?module"],
    plugins: [above],
    logLevel: "error",
  });
  const nameOf = (path) => path.slice(folder.length + 1, -".js".length);
  return Object.entries(metafile.inputs).map(([path, { imports }]) => ({
    name: nameOf(path),
    inner: imports.filter(({ external }) => !external).map(({ path }) => nameOf(path)),
    outer: imports.filter(({ external }) => external).map(({ path }) => path),
  }));
}

for (const [folder, order] of Object.entries(ORDER)) {
  describe(folder, async () => {
    const modules = await importsOf(folder);
    const layers = layersOf(order);
    const layerOf = (name) => layers.findIndex((names) => names.includes(name));

    test("every module has its place in the order", () => {
      assert.deepEqual(modules.map(({ name }) => name).sort(), layers.flat().sort());
    });

    test("no module imports from its right, nor from beside it", () => {
      const wrong = modules.flatMap(({ name, inner }) =>
        inner.filter((other) => layerOf(other) >= layerOf(name)).map((other) => `${name} imports ${other}`),
      );
      assert.deepEqual(wrong, []);
      assert.ok(modules.some(({ inner }) => inner.length > 0));
    });
  });
}

test("the package imports nothing from elsewhere but its modules, and optional peers in one file", async () => {
  const all = await importsOf("pkg");
  const others = all.filter(({ name }) => name !== "nats-peer").flatMap(({ outer }) => outer);
  const modules = ["./wasm/full_bg.wasm", "./wasm/hooklens_bg.wasm"];
  assert.deepEqual(
    others.sort(),
    modules.flatMap((path) => [path, `${path}?module`]),
  );
  const { outer } = all.find(({ name }) => name === "nats-peer");
  assert.deepEqual(outer.sort(), ["@nats-io/jetstream", "@nats-io/nats-core"]);
});

/** Of the package the command imports what it needs, by name: nothing that inlines the module. */
test("the command imports Node's own modules, the package's, and one optional peer", async () => {
  const others = (await importsOf("pkg/cli")).flatMap(({ outer }) => outer);
  const inner = others.filter((path) => path.startsWith("../")).map((path) => path.slice(3, -".js".length));
  const inlining = ["catalog", "index", "event-types", "schema"];
  const lazily = ["catalog", "event-types"];
  assert.deepEqual(
    [...new Set(inner)].filter((name) => inlining.includes(name) && !lazily.includes(name)),
    [],
  );
  const rest = others.filter((path) => !path.startsWith("../") && !path.startsWith("node:"));
  assert.deepEqual(rest, ["yaml"]);
});

/** Node takes about as long to load a module as to check a body: here are those that a small valid file needs. */
test("to check a file loads few modules", () => {
  const loaded = new Set();
  const load = (path) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const imports = read(path).matchAll(/^(?:import|export) [^;]*?from "(\.[^"]+)";$/gm);
    for (const [, other] of imports) load(posix.join(posix.dirname(path), other));
  };
  for (const name of ["hooklens", "check", "pretty"]) load(`pkg/cli/${name}.js`);
  assert.ok(loaded.size > 15 && loaded.size <= 25, [...loaded].join("\n"));
});

test("one file of the page imports the package", async () => {
  const those = (await importsOf("www/page")).filter(({ outer }) =>
    outer.some((path) => /^hooklens\b/.test(path)),
  );
  assert.deepEqual(
    those.map(({ name }) => name),
    ["hooklens"],
  );
});

/** What is known of a provider is in the catalog of the core and in what that generates. */
test("no provider is named", async () => {
  const providers = [...new Set(catalog.map(({ provider }) => provider))];
  assert.ok(providers.length > 2);
  const named = new RegExp(providers.join("|"), "i");
  const paths = [
    ...files("pkg", "js").map((name) => `pkg/${name}`),
    ...files("pkg/cli", "js").map((name) => `pkg/cli/${name}`),
    ...files("pkg", ".d.ts").map((name) => `pkg/${name}`),
    ...files("www/page", ".js").map((name) => `www/page/${name}`),
  ];
  let looked = 0;
  for (const path of paths) {
    const text = read(path);
    if (text.startsWith("// Generated")) continue;
    looked += 1;
    // Of comments esbuild leaves none; types it would leave out as well.
    const code = path.endsWith(".ts")
      ? text.replaceAll(/\/\*[^]*?\*\//g, "")
      : (await transform(text, { legalComments: "none" })).code;
    assert.doesNotMatch(code, named, path);
  }
  assert.ok(looked > 50, `${looked} files`);
});
