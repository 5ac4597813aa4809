// Generated JSON Schemas as catalogs, and bodies near to them: the verdict is that of ajv, and of an evaluator that
// is as short and slow as the specification.
//
//   RUNS=50 node --test tests/npm/catalog-oracle.test.mjs   fifty times as many, different ones each time
import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import { createHookLens } from "hooklens";
import { holds } from "./bodies.mjs";
import { DRAFTS, alone, groups } from "./json-schema.mjs";
import { randomOf } from "./random.mjs";
import { accepts } from "./reference.mjs";
import { near, schema } from "./schemas.mjs";

const SCHEMAS = 1_000;
/** Bodies of each: a schema takes longer to load than a body to check. */
const BODIES = 20;

const wordOf = (valid) => (valid ? "valid" : "invalid");

/**
 * What ajv says of bodies; undefined of schemas with `unevaluatedItems` or `unevaluatedProperties`: beside `contains`, an
 * `if` without both its branches or `items` in a branch it decides those otherwise than JSON Schema's test suite does.
 */
function ajvOf(schema) {
  if (/"unevaluated(Items|Properties)"/.test(JSON.stringify(schema))) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  // It would note what was evaluated though nobody asks, and throw now and then by that.
  ajv.opts.unevaluated = false;
  return ajv.compile(schema);
}

/** Where ajv is wrong, and the evaluator alone is asked. */
const AJV_IS_WRONG = [
  {
    why: "For an empty array `contains` says what a keyword before it said, if there was one.",
    excepts: (schema, body) => schema.includes('"contains"') && body.includes("[]"),
  },
];

const tally = { valid: 0, invalid: 0, byAjv: 0 };

function compare(given, seed) {
  const ajv = ajvOf(given);
  const lens = createHookLens({ builtIn: false, catalogs: [{ name: "t", document: JSON.stringify(given) }] });
  const ids = lens.catalog.map(({ id }) => id);
  assert.equal(ids.length, 1, `events ${ids.join(", ")} of ${JSON.stringify(given)}`);
  const random = randomOf(seed);
  for (let at = 0; at < BODIES; at++) {
    const body = near(given, random);
    const wanted = wordOf(accepts(given, body));
    const { status, problems } = lens.validate(JSON.stringify(body), { event: ids[0] });
    const isAsked =
      ajv !== undefined &&
      !AJV_IS_WRONG.some(({ excepts }) => excepts(JSON.stringify(given), JSON.stringify(body)));
    const said = { HookLens: status, ...(isAsked && { ajv: wordOf(ajv(body)) }) };
    tally[wanted] += 1;
    if (isAsked) tally.byAjv += 1;
    if (Object.values(said).every((verdict) => verdict === wanted)) continue;
    const words = [
      `the body is ${wanted}; ${JSON.stringify(said)}`,
      `schema: ${JSON.stringify(given)}`,
      `body: ${JSON.stringify(body)}`,
      `ajv: ${JSON.stringify(ajv?.errors?.map(({ schemaPath }) => schemaPath))}`,
      `HookLens: ${JSON.stringify(problems.map(({ pointer, code, message }) => [pointer, code, message]))}`,
    ];
    assert.fail(words.join("\n"));
  }
}

test("of generated schemas and bodies, the verdict is the specification's, and ajv's", () => {
  holds(fc.property(schema, fc.nat(), compare), SCHEMAS);
  const all = tally.valid + tally.invalid;
  assert.ok(tally.valid > all / 4 && tally.invalid > all / 4, JSON.stringify(tally));
  assert.ok(tally.byAjv > all / 2 && tally.byAjv < all, JSON.stringify(tally));
});

/** What the evaluator does not have: names of schemas, and references by them. */
const isByPointers = ({ schema, needs }) =>
  needs.length === 0 &&
  !/"\$(id|anchor|dynamicRef|dynamicAnchor)"/.test(schema) &&
  !/"\$ref":"(?!#(\/|"))/.test(schema);

test("the evaluator is right on JSON Schema's test suite", () => {
  const [draft] = Object.keys(DRAFTS);
  let looked = 0;
  for (const { file, group, schema, tests } of alone(groups(draft)).filter(isByPointers)) {
    for (const { description, body, valid } of tests) {
      assert.equal(accepts(JSON.parse(schema), JSON.parse(body)), valid, `${file}: ${group}: ${description}`);
      looked += 1;
    }
  }
  assert.ok(looked > 1_100, `${looked} tests`);
});
