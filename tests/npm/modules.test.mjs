// The two modules: the one with the loader says of the built-in events what the other says, and a bundle has only what
// it uses.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { build } from "esbuild";
import * as hooklens from "hooklens";
import { corpus, root } from "./corpus.mjs";

const everything = ({ validate, normalize }, bytes) => {
  const report = validate(bytes);
  return { report, events: report.valid && report.events.every(({ event }) => event) && normalize(bytes) };
};

test("both modules say the same of every body", () => {
  const loading = hooklens.createHookLens({});
  const bodies = corpus();
  assert.ok(bodies.length > 300);
  for (const { path, bytes } of bodies)
    assert.deepEqual(everything(loading, bytes), everything(hooklens, bytes), path);
});

/** What a bundle weighs that imports some names. */
async function bundled(names) {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names} } from "hooklens";`, resolveDir: join(root, "tests") },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}

describe("a bundle", () => {
  const inlined = (name) => {
    const [, base64] = readFileSync(join(root, "pkg/wasm", name), "utf8").match(/"(.+)"/);
    return base64;
  };
  const [small, loader] = ["inline.js", "full_inline.js"].map(inlined);

  for (const [names, hasSmall, hasLoader] of [
    ["validate", true, false],
    ["parse, normalize, catalog, PayloadError", true, false],
    ["createHookLens, CatalogError", false, true],
    ["validate, createHookLens", true, true],
    ["catalog", false, false],
  ]) {
    test(`of ${names} has the modules that these need, and no other`, async () => {
      const text = await bundled(names);
      assert.deepEqual([text.includes(small), text.includes(loader)], [hasSmall, hasLoader]);
    });
  }
});
