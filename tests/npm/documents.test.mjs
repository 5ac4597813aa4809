// `hooklens/documents`: what a catalog document says of its events for people.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { catalog, createHookLens } from "hooklens";
import { documentEvents } from "hooklens/documents";
import { root } from "./corpus.mjs";
import { PAYLOADS, ajvOf, bodiesOf, bytes, document } from "./github.mjs";

const text = { type: "string" };
const media = (schema, more) => ({ "application/json": { schema, ...more } });
const hook = (schema, more) => ({ post: { requestBody: { content: media(schema) }, ...more } });
const info = { title: "Acme: Ünits & Co.", version: "1" };

/** Documents of every kind, each with the event that is looked at. */
const DOCUMENTS = {
  "OpenAPI 3.1": {
    openapi: "3.1.0",
    info,
    webhooks: {
      "user.created": {
        $ref: "#/components/pathItems/created",
      },
      "user.deleted": hook({ type: "object", properties: { a: text } }, { operationId: "user/deleted" }),
      nothing: { description: "has no operation" },
    },
    components: {
      pathItems: {
        created: hook({ $ref: "#/components/schemas/user" }, { tags: ["people"], summary: "New" }),
      },
      schemas: {
        user: {
          type: "object",
          properties: {
            friends: { type: "array", items: { $ref: "#/components/schemas/user" } },
            "a/b~c": { $ref: "#/components/schemas/a~1b~0c" },
            default: { const: { $ref: "#/components/schemas/none" } },
          },
          example: { friends: [] },
        },
        "a/b~c": text,
      },
    },
  },
  "OpenAPI 3.0": {
    openapi: "3.0.3",
    info,
    "x-webhooks": {
      "user.created": hook({ type: "object", properties: { name: { type: "string", nullable: true } } }),
    },
  },
  "OpenAPI with names that are paths": {
    openapi: "3.1.0",
    info,
    webhooks: { "/USER_CREATED": hook(text) },
  },
  "OpenAPI with callbacks": {
    openapi: "3.0.3",
    info,
    paths: {
      "/users": {
        parameters: [],
        post: {
          callbacks: {
            "user.created": { "{$request.body#/url}": hook({ $ref: "#/components/schemas/user" }) },
            shared: { $ref: "#/components/callbacks/shared" },
          },
        },
      },
      "/teams": {
        $ref: "#/components/pathItems/teams",
      },
      "/again": {
        $ref: "#/components/pathItems/teams",
      },
    },
    components: {
      callbacks: { shared: { $url: hook(text), $other: {} } },
      schemas: { user: { type: "object", nullable: true } },
      pathItems: {
        teams: {
          put: {
            callbacks: {
              "user.created": { $url: hook({ $ref: "#/components/schemas/user" }) },
              again: { $ref: "#/components/callbacks/shared" },
              "team.created": { $url: hook({ $ref: "#/components/schemas/user" }) },
            },
          },
        },
      },
    },
  },
  "AsyncAPI 1": {
    asyncapi: "1.2.0",
    info,
    topics: {
      "user.created": { subscribe: { payload: text } },
      "user.deleted": { publish: { $ref: "#/components/messages/deleted" } },
    },
    components: { messages: { deleted: { payload: text } } },
  },
  "AsyncAPI 2 with messages in channels": {
    asyncapi: "2.6.0",
    info,
    channels: {
      users: { subscribe: { message: { payload: text } } },
      teams: { subscribe: { message: { oneOf: [{ messageId: "a", payload: text }, { name: "b" }] } } },
    },
  },
  "AsyncAPI 2": {
    asyncapi: "2.6.0",
    info,
    channels: {
      users: {
        subscribe: {
          operationId: "onUser",
          message: { oneOf: [{ $ref: "#/components/messages/one" }, { name: "two", payload: text }] },
        },
      },
    },
    components: { messages: { one: { payload: { type: "object", properties: { a: text } } } } },
  },
  "AsyncAPI 3": {
    asyncapi: "3.0.0",
    info,
    channels: {
      users: {
        messages: {
          created: {
            name: "user.created",
            summary: "New",
            payload: { schemaFormat: "application/schema+json;version=draft-2020-12", schema: text },
            examples: [{ payload: "x" }],
          },
          deleted: { payload: { type: "object" } },
        },
      },
    },
  },
  "one schema": { title: "Door opened!", type: "object", properties: { door: text } },
  "one schema without a title": { type: "object" },
  "one schema with an address": { $id: "https://acme.example/v1/UserCreated.json#", type: "object" },
  "only definitions": { $defs: { a: text, b: { $ref: "#/$defs/a" } }, definitions: { c: text } },
  "a union of references": {
    "x-hooklens": { provider: "shop" },
    title: "Events",
    anyOf: [{ $ref: "#/$defs/a" }, { $ref: "#/definitions/c" }],
    $defs: { a: text, b: text },
    definitions: { c: text },
  },
  "a union of something else": { title: "Mixed", oneOf: [{ $ref: "#/$defs/a" }, text], $defs: { a: text } },
};

describe("the ids are those of a lens", () => {
  for (const [kind, document] of Object.entries(DOCUMENTS)) {
    for (const name of [undefined, "named"]) {
      test(`${kind}, ${name ?? "without a name"}`, () => {
        const lens = createHookLens({ catalogs: [{ document, name }], builtIn: false });
        const events = documentEvents(document, { name });
        assert.deepEqual(
          events.map(({ id, type }) => [id, type]),
          lens.catalog.map(({ id, type }) => [id, type]),
        );
      });
    }
  }

  test("schemas that are events because they are asked for, and others that are not", () => {
    for (const key of ["openapi", "asyncapi"]) {
      const document = {
        [key]: "3.0.0",
        webhooks: { ping: hook(text), pong: hook(text) },
        components: {
          schemas: { "user.created": { title: "New", ...text }, other: text },
          messages: { ping: { payload: text }, pong: { payload: text } },
        },
      };
      const source = { document, name: "acme", events: ["user.created", "ping"] };
      const lens = createHookLens({ catalogs: [source], builtIn: false });
      assert.deepEqual(
        lens.catalog.map(({ id, title }) => [id, title]),
        [
          ["acme/ping", "ping"],
          ["acme/user.created", "New"],
        ],
      );
      const events = documentEvents(document, source);
      assert.deepEqual(
        events.map(({ id }) => id),
        lens.catalog.map(({ id }) => id),
      );
      assert.equal(events[1].schema.title, "New");
    }
  });

  test("schemas that are asked for are of their document's version of JSON Schema", () => {
    const draft07 = "http://json-schema.org/draft-07/schema#";
    const latest = "https://json-schema.org/draft/2020-12/schema";
    for (const [said, dialect] of [
      [{ openapi: "3.1.0", jsonSchemaDialect: draft07 }, draft07],
      [{ openapi: "3.1.0" }, latest],
      [{ asyncapi: "3.0.0" }, draft07],
    ]) {
      const document = { ...said, components: { schemas: { created: text } } };
      const [{ schema }] = documentEvents(document, { name: "acme", events: ["created"] });
      assert.equal(schema.$schema, dialect);
    }
  });

  test("GitHub's document, and all that is built in", () => {
    const github = documentEvents(document, { name: "github" });
    const lens = createHookLens({ catalogs: [{ document: bytes, name: "github" }], builtIn: false });
    assert.deepEqual(
      github.map(({ id }) => id),
      lens.catalog.map(({ id }) => id),
    );
    const builtIn = documentEvents(JSON.parse(readFileSync(join(root, "pkg/schemas/asyncapi.json"), "utf8")));
    assert.deepEqual(builtIn.map(({ id }) => id).sort(), catalog.map(({ id }) => id).sort());
  });
});

describe("what is said", () => {
  const of = (kind, at = 0) => documentEvents(DOCUMENTS[kind])[at];

  test("families, descriptions and examples", () => {
    const told = ({ family, description, example }) => [family, description, example];
    assert.deepEqual(told(of("OpenAPI 3.1")), ["people", "New", { friends: [] }]);
    assert.deepEqual(told(of("OpenAPI 3.1", 1)), ["user", "", undefined]);
    assert.deepEqual(told(of("AsyncAPI 3")), ["", "New", "x"]);
  });

  test("a schema has what it refers to", () => {
    const user = {
      type: "object",
      properties: {
        friends: { type: "array", items: { $ref: "#/$defs/user" } },
        "a/b~c": { $ref: "#/$defs/a~1b~0c" },
        default: { const: { $ref: "#/components/schemas/none" } },
      },
      example: { friends: [] },
    };
    assert.deepEqual(of("OpenAPI 3.1").schema, {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      ...user,
      $defs: { user, "a/b~c": text },
    });
    assert.equal(of("one schema").schema, DOCUMENTS["one schema"]);
  });

  test("of OpenAPI 3.0 it is of draft 4", () => {
    assert.deepEqual(of("OpenAPI 3.0").schema, {
      $schema: "http://json-schema.org/draft-04/schema#",
      type: "object",
      properties: { name: { type: ["string", "null"] } },
    });
    assert.equal(of("AsyncAPI 2").schema.$schema, "http://json-schema.org/draft-07/schema#");
    assert.match(of("AsyncAPI 3").schema.$schema, /2020-12/);
  });

  test("one that refers elsewhere is not there", () => {
    for (const reference of ["other.json", "#anchor", "#/none"]) {
      const [event] = documentEvents({ $defs: { a: { items: { $ref: reference } } } });
      assert.equal(event.schema, undefined, reference);
    }
    assert.equal(documentEvents({ items: { $ref: "other.json" } })[0].schema, undefined);
  });

  test("no document at all has no events", () => {
    for (const document of [null, [], 7, "{}", undefined]) assert.deepEqual(documentEvents(document), []);
    for (const document of [{ openapi: 3 }, { asyncapi: {}, channels: 7 }, { webhooks: [] }])
      assert.ok(Array.isArray(documentEvents(document)));
  });
});

test("each schema of GitHub's by itself decides as the document does", () => {
  const events = new Map(documentEvents(document, { name: "github" }).map((event) => [event.type, event]));
  const inDocument = ajvOf({ formats: false });
  const byItself = new Ajv({ strict: false, validateFormats: false, logger: false });
  let valid = 0;
  for (const { payload, text } of [...bodiesOf("none", 1), ...bodiesOf("nested", 1)]) {
    const body = JSON.parse(text);
    const expected = inDocument(payload.key)(body);
    const { schema } = events.get(payload.key);
    assert.equal(byItself.validate(schema, body), expected, payload.key);
    valid += expected;
  }
  assert.ok(valid > 100 && valid < 2 * PAYLOADS.length - 100, `${valid} of twice ${PAYLOADS.length}`);
});
