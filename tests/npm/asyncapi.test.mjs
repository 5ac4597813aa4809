// The AsyncAPI document is one, by the schema that the specification publishes, and what it refers to is there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import addFormats from "ajv-formats";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { catalog } from "hooklens/catalog";

const schemas = new URL("../../pkg/schemas/", import.meta.url);
const document = JSON.parse(readFileSync(new URL("asyncapi.json", schemas), "utf8"));

/** Each `$ref` of a value, with what its target is. */
function references(value, found = []) {
  if (value === null || typeof value !== "object") return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref") found.push(inner);
    else if (key !== "examples") references(inner, found);
  }
  return found;
}

/** What a JSON pointer leads to. */
const at = (value, pointer) =>
  pointer
    .split("/")
    .slice(1)
    .reduce((inner, key) => inner?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], value);

// With its `$id`s, the specification's schema has draft-07's own in it a second time.
const schema = createRequire(import.meta.url)("@asyncapi/specs/schemas/3.0.0-without-$id.json");
const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema);

test("it is AsyncAPI 3", () => {
  assert.equal(document.asyncapi, "3.0.0");
  assert.ok(validate(document), JSON.stringify(validate.errors, null, 2));
});

test("the schema that says so refuses what is none", () => {
  for (const broken of [
    { ...document, info: {} },
    { ...document, channels: { seam: { messages: { a: { payload: 5 } } } } },
    { ...document, operations: { receive: { action: "take", channel: { $ref: "#/channels/seam" } } } },
  ]) {
    assert.ok(!validate(broken));
  }
});

test("every reference leads somewhere", () => {
  const found = references(document);
  for (const reference of found) {
    assert.ok(reference.startsWith("#"), reference);
    assert.ok(at(document, reference), reference);
  }
  assert.ok(found.length > 10);
});

test("the schema of each message accepts its example", () => {
  const all = addFormats(new Ajv2020({ strict: false })).addSchema(document, "document");
  for (const [provider, { messages }] of Object.entries(document.channels)) {
    for (const [key, { examples }] of Object.entries(messages)) {
      const check = all.getSchema(`document#/channels/${provider}/messages/${key}/payload/schema`);
      assert.ok(check(examples[0].payload), `${key}: ${JSON.stringify(check.errors)}`);
      assert.ok(!check([7]), key);
    }
  }
});

test("every message is an entry of the catalog, with its example", () => {
  const messages = Object.entries(document.channels).flatMap(([provider, { messages }]) =>
    Object.values(messages).map(({ name, title, summary, examples }) => ({
      id: `${provider}/${name}`,
      title,
      description: summary,
      example: examples[0].payload,
    })),
  );
  assert.deepEqual(
    messages,
    catalog.map(({ id, title, description, example }) => ({ id, title, description, example })),
  );
});

test("it is of the package's version", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", schemas), "utf8"));
  assert.equal(document.info.version, version);
});
