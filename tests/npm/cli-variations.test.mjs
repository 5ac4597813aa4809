// What `hooklens send` makes of examples, and examples that are made from schemas.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as hooklens from "hooklens";
import { createHookLens, validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { documentEvents } from "hooklens/documents";
import { deliveriesOf } from "../../pkg/cli/delivery.js";
import { madeFrom } from "../../pkg/cli/made.js";
import { textFor } from "../../pkg/cli/pattern.js";
import { Random } from "../../pkg/cli/random.js";
import { bytes, document } from "./github.mjs";

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

/** Every value that is no object and no list, with its place; elements are not told apart. */
function* leaves(value, place = "") {
  if (typeof value !== "object" || value === null) yield [place, JSON.stringify(value)];
  else
    for (const [key, inner] of Object.entries(value))
      yield* leaves(inner, `${place}/${Array.isArray(value) ? "*" : key}`);
}

/** Values of which there are no others: the event's name, and what only one value may be. */
const FIXED = /^(\/event|\/event_type|\/events\/\*\/(header\/event\/(name|version)|payload\/event))$/;

describe("with a seed", () => {
  const sent = new Map(
    catalog.map((event) => [
      event,
      SEEDS.map((seed) => JSON.stringify(deliveriesOf(event, hooklens, seed)(1))),
    ]),
  );

  test("every body of every event is as valid as its example", () => {
    for (const [{ id, example }, bodies] of sent) {
      const most = validate(JSON.stringify(example)).problems.length;
      for (const body of bodies) {
        const { status, problems, events } = validate(body);
        assert.equal(status, "valid", `${id}: ${body}`);
        assert.ok(problems.length <= most, `${id}: ${body}`);
        assert.equal(events[0].id, id);
      }
    }
  });

  test("the same seed gives the same bodies, another one others", () => {
    for (const [event, bodies] of [...sent].filter((_, at) => at % 10 === 0)) {
      const give = deliveriesOf(event, hooklens, 3);
      assert.equal(JSON.stringify(give(1)), bodies[3]);
      assert.notEqual(JSON.stringify(give(2)), bodies[3]);
      assert.equal(new Set(bodies).size, SEEDS.length, event.id);
    }
  });

  test("every value that may be another one is", () => {
    const fixed = [];
    for (const [{ id, example }, bodies] of sent) {
      const seen = new Map([...leaves(example)].map(([place]) => [place, new Set()]));
      for (const body of bodies)
        for (const [place, value] of leaves(JSON.parse(body))) seen.get(place)?.add(value);
      for (const [place, values] of seen)
        if (values.size === 1 && ![...values].includes("null") && !FIXED.test(place))
          fixed.push(`${id} ${place} ${[...values]}`);
    }
    assert.deepEqual(fixed, [
      'chift/account.issue.closed /issue_status "auto_closed"',
      'seam/camera.activated /activation_reason "motion_detected"',
    ]);
  });

  test("ids that are the same stay the same", () => {
    const event = catalog.find(({ id }) => id === "paybook/refresh");
    for (const seed of SEEDS) {
      const { id_credential: id, endpoints } = deliveriesOf(event, hooklens, seed)(1);
      for (const path of [...(endpoints.accounts ?? []), ...endpoints.credential])
        assert.ok(path.includes(id), `${path} without ${id}`);
    }
  });
});

describe("without one", () => {
  test("only the ids and times are others, and the times are now", () => {
    for (const event of catalog.filter((_, at) => at % 10 === 0)) {
      const body = deliveriesOf(event, hooklens)(1);
      assert.deepEqual(
        [...leaves(body)].map(([place]) => place),
        [...leaves(event.example)].map(([place]) => place),
      );
    }
    const created = catalog.find(({ id }) => id === "chift/account.flow.enabled");
    const now = Date.now() / 1000;
    assert.ok(Math.abs(deliveriesOf(created, hooklens)(1).created - now) < 60, "seconds since 1970");
  });
});

describe("an example made from a schema", () => {
  /** Those of which no body can be valid. */
  const IMPOSSIBLE = ["repository-advisory-published", "repository-advisory-reported"];

  test("is valid, for nearly every event of GitHub's", () => {
    const lens = createHookLens({ catalogs: [{ name: "github", document: bytes }], builtIn: false });
    const problems = documentEvents(document, { name: "github" }).filter(({ id, schema }) =>
      [0, 1, 2].every((seed) => {
        const body = JSON.stringify(madeFrom(schema, schema, new Random(seed)));
        return !lens.validate(body, { event: id }).valid;
      }),
    );
    assert.deepEqual(problems.map(({ type }) => type).sort(), ["fork", ...IMPOSSIBLE]);
  });

  const made = (schema) => [0, 1, 2, 3].map((seed) => madeFrom(schema, schema, new Random(seed)));
  const CASES = {
    "a constant": { const: { a: 1 } },
    "an enumeration": { enum: ["a", 7] },
    "a list with so many": { type: "array", items: { type: "integer" }, minItems: 3, maxItems: 3 },
    "a tuple": { type: "array", prefixItems: [{ const: 1 }, { const: 2 }], items: false, minItems: 2 },
    "no elements": { type: "array", maxItems: 0 },
    "a number between": { type: "number", exclusiveMinimum: 3, maximum: 3.5 },
    "a large one": { type: "integer", minimum: 1_700_000_000_000 },
    "a multiple": { type: "integer", multipleOf: 7, maximum: -7 },
    "of two schemas": { allOf: [{ type: ["number", "null"] }, { type: "integer", minimum: 5 }] },
    "of one of several": { oneOf: [{ type: "string", maxLength: 3 }, { type: "boolean" }] },
    "a text so long": { type: "string", minLength: 40, maxLength: 41 },
    "a format": { type: "string", format: "date-time" },
    "a pattern": { type: "string", pattern: "^[A-Z]{3}-\\d+(a|b)?$" },
    "itself inside": { type: "object", properties: { inner: { $ref: "#" }, last: { type: "null" } } },
    "itself required inside": {
      type: "object",
      required: ["inner"],
      properties: { inner: { anyOf: [{ $ref: "#" }, { type: "null" }] } },
    },
    "other fields": { type: "object", minProperties: 2, additionalProperties: { type: "integer" } },
    "a type that is not said": { required: ["a"], properties: { a: { items: { minimum: 2 } } } },
  };
  for (const [name, schema] of Object.entries(CASES)) {
    test(name, () => {
      const lens = createHookLens({
        catalogs: [{ document: { title: "it", ...schema }, formats: "assert" }],
        builtIn: false,
      });
      const { id } = lens.catalog[0];
      for (const value of made(schema)) {
        const { valid, problems } = lens.validate(JSON.stringify(value), { event: id });
        assert.ok(valid, `${JSON.stringify(value)}: ${problems[0]?.message}`);
      }
    });
  }

  test("a schema without end comes to one", () => {
    const inner = { $ref: "#" };
    const schemas = [
      { required: ["a", "b"], properties: { a: inner, b: { type: "array", minItems: 1e9 } } },
      { required: ["a", "b"], properties: { a: inner, b: inner } },
      { type: "array", minItems: 1e9, items: inner },
    ];
    for (const schema of schemas) assert.ok(JSON.stringify(made(schema)[0]).length < 1e7);
  });
});

test("texts for patterns", () => {
  const PATTERNS = [
    ...["^[0-9a-fA-F]{24}$", "^cus_[a-z0-9]+$", "^(?:a|b)?c{2,}$", "^\\d{4}-\\d{2}$", "^#[\\da-f]{3,6}$"],
    ...["^[^@ ]+@[a-z]+\\.[a-z]{2,3}$", "x", "^$", "\\u0041\\x42\\n", "^[\\w.\\-]+?$", "^(foo|bar(baz)*)$"],
    ...["^\\S+\\s\\S$", "^(?<year>\\d{4})$", "^[^\\d]$", "a{0}b{2}c{1,2}d*"],
  ];
  for (const pattern of PATTERNS) {
    for (const seed of SEEDS) assert.match(textFor(pattern, new Random(seed)), new RegExp(pattern, "u"));
  }
  for (const pattern of ["(", "[a", "\\u", "a\\", "(a{1000}){1000}{1000}", "((a{500}){500}){500}"])
    assert.equal(textFor(pattern, new Random(1)), undefined, pattern);
});
