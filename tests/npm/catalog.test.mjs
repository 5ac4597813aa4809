// The two catalogs: what event types there are, small however many, and all that is known of them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { build } from "esbuild";
import { catalog, parse, validate } from "hooklens";
import { catalog as whole } from "hooklens/catalog";
import { root } from "./corpus.mjs";

const NAMES = ["id", "provider", "type", "title", "event", "providerTitle", "envelopeTitle"];

/** What all but the module and the names of the events may weigh, and the names of one, in bytes. */
const CODE = 13_950;
const NAMED = 110;

const isFrozen = (list) => Object.isFrozen(list) && list.every((entry) => Object.isFrozen(entry));

test("an entry has what an event type is called, as plain data", () => {
  assert.ok(isFrozen(catalog));
  for (const entry of catalog) {
    const properties = Object.entries(Object.getOwnPropertyDescriptors(entry));
    assert.deepEqual(
      properties.map(([name]) => name),
      NAMES,
    );
    assert.ok(properties.every(([, { value }]) => typeof value === "string" || typeof value === "boolean"));
    assert.equal(entry.id, `${entry.provider}/${entry.type}`);
  }
});

test("the whole catalog has the same event types in the same order, with all that is known of them", () => {
  assert.ok(isFrozen(whole));
  const named = whole.map((entry) => Object.fromEntries(NAMES.map((name) => [name, entry[name]])));
  assert.deepEqual(named, catalog);
  for (const { id, family, description, source, example, schema } of whole) {
    for (const text of [family, description, source]) assert.match(text, /^\S.*\S$/, id);
    assert.equal(schema.$id, `urn:hooklens:${id}`);
    assert.deepEqual(schema.examples, [example]);
    assert.deepEqual([validate(example).status, validate(example).events[0].id], ["valid", id]);
  }
});

test("an event in an envelope stands where its entry says", () => {
  const wrapped = whole.filter(({ envelope }) => envelope !== undefined);
  assert.ok(wrapped.length > 0);
  for (const { id, envelope, envelopeTitle, providerTitle, example } of whole) {
    const [{ pointer, payload }] = parse(example).events;
    assert.ok(envelopeTitle.startsWith(providerTitle), id);
    if (envelope === undefined) assert.deepEqual([pointer, payload], ["", example]);
    else {
      assert.equal(pointer, `/${envelope.field}/0`);
      assert.deepEqual(payload, example[envelope.field][0][envelope.payload]);
    }
  }
});

test("examples and schemas are one's own", () => {
  const [entry] = whole;
  entry.schema.title = entry.example.event = "changed";
  assert.notEqual(entry.schema.title, "changed");
  assert.notEqual(entry.example.event, "changed");
});

/** Bundles an entry for everyone who imports it; gives the bytes and the files of the package in it. */
async function bundled(name, conditions) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `import * as all from "${name}"; console.log(all);`, resolveDir: root },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "neutral",
    conditions,
    absWorkingDir: root,
    external: ["node:*", "*.wasm", "*.wasm?module", "*/wasm/inline.js", "*/wasm/full_inline.js"],
    logLevel: "error",
  });
  return { bytes: outputFiles[0].contents.length, files: Object.keys(metafile.inputs) };
}

describe("what is bundled without `hooklens/catalog`", () => {
  const ENTRIES = [
    ["hooklens"],
    ["hooklens", ["workerd"]],
    ["hooklens", ["edge-light"]],
    ["hooklens/slim"],
    ["hooklens/handler"],
    ["hooklens/fetch"],
    ["hooklens/node"],
  ];
  for (const [name, conditions] of ENTRIES) {
    test([name, ...(conditions ?? [])].join(", "), async () => {
      const { bytes, files } = await bundled(name, conditions);
      assert.ok(files.includes("pkg/engine.js") && !files.includes("pkg/catalog.js"), files.join());
      const most = CODE + NAMED * catalog.length;
      if (name === "hooklens") assert.ok(bytes <= most, `${bytes} bytes, of at most ${most}`);
    });
  }

  test("and it brings nothing of that", async () => {
    const { files } = await bundled("hooklens/catalog");
    assert.deepEqual(
      files.filter((path) => path.startsWith("pkg")),
      ["pkg/catalog.js"],
    );
  });
});
