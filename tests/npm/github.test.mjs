// GitHub's document as a catalog, on payloads of GitHub: each is recognised as what it is, from the body alone, also
// when something in it is damaged, and is found as valid as ajv finds it, which is told which event it is.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createHookLens, validate } from "hooklens";
import { isAlone, options, table } from "./alone.mjs";
import { corpus } from "./corpus.mjs";
import { KEYS, OUTCOMES, PAYLOADS, ajvOf, bodiesOf, bytes, document, idOf } from "./github.mjs";
import { outcomeOf, tally, withoutSome } from "./github.mjs";

const USAGE = `Runs GitHub's document and payloads on a loaded catalog. By itself it prints a table first.

usage: node tests/npm/github.test.mjs [--verbose]

  --verbose  each body that is not recognised as what it is
  --help     this text

RUNS=n in the environment damages each payload n times as often.
`;

const { verbose } = options(USAGE);

const { RUNS = 1 } = process.env;

/** How often each payload is damaged: RUNS=n times as often. */
const ROUNDS = Math.ceil(3 * RUNS);

/** How many events are taken out of a document at a time: none is a sibling of another. */
const TOGETHER = 6;

const source = { name: "github", document: bytes };
const lensOf = (given = {}) => createHookLens({ builtIn: false, catalogs: [{ ...source, ...given }] });

/**
 * What a prototype reached, of how many bodies: the shares of what is right, and of what helps at
 * all, are the least that is wanted, that of what is wrong is the most.
 */
const ROWS = [
  { name: "as they are", damage: "none", of: 270, right: 269, several: 0, unsure: 1, wrong: 0 },
  {
    name: "a top-level key misspelt",
    damage: "key misspelt",
    of: 270,
    right: 261,
    several: 0,
    unsure: 7,
    wrong: 0,
  },
  {
    name: "a top-level value of another kind",
    damage: "other kind",
    of: 270,
    right: 226,
    several: 36,
    unsure: 5,
    wrong: 0,
  },
  { name: "anything nested damaged", damage: "nested", of: 270, right: 269, several: 0, unsure: 1, wrong: 0 },
  {
    name: "a required top-level key removed",
    damage: "required removed",
    of: 270,
    right: 176,
    several: 70,
    unsure: 0,
    wrong: 20,
  },
  {
    name: "the same, with the event's header",
    damage: "required removed",
    hinted: true,
    of: 270,
    right: 218,
    several: 47,
    unsure: 1,
    wrong: 0,
  },
  {
    name: "`action` removed",
    damage: "action removed",
    of: 239,
    right: 37,
    several: 183,
    unsure: 0,
    wrong: 17,
  },
];

/** Of bodies whose event the document does not have, how many may be taken for another. */
const MOST_TAKEN = 0.06;

/** Whether a body is, at its root, all that the event asks for which it was taken for. Then nobody could know better. */
const isAnother = ({ outcome, report }) =>
  outcome === "wrong" &&
  report.events.length === 1 &&
  report.problems.every(({ pointer }) => /\/.*\//.test(pointer));

function judge(lens, { damage, hinted }) {
  const rounds = damage === "none" || damage === "action removed" ? 1 : ROUNDS;
  const judged = [...bodiesOf(damage, rounds)].map(({ payload, what, text }) => {
    const report = lens.validate(text, hinted ? { event: payload.name } : undefined);
    return { payload, what, report, outcome: outcomeOf(report, payload.id) };
  });
  return { ...tally(judged), another: judged.filter(isAnother).length };
}

function judgeTaken() {
  const judged = [];
  for (const { document, payloads } of withoutSome(TOGETHER)) {
    const lens = lensOf({ document });
    for (const payload of payloads) {
      const report = lens.validate(payload.text);
      judged.push({ payload, what: "not in the document", report, outcome: outcomeOf(report, payload.id) });
    }
  }
  return tally(judged);
}

let [lens, results, taken] = [];

before(() => {
  lens = lensOf();
  results = new Map(ROWS.map((row) => [row, judge(lens, row)]));
  taken = judgeTaken();
  if (isAlone) print();
});

function print() {
  const cells = ({ counts, all }) => [...OUTCOMES.map((name) => counts[name]), all];
  const shares = ({ of, ...row }, { all }) => [
    ...OUTCOMES.map((name) => (row[name] === undefined ? "" : ((row[name] / of) * all).toFixed(1))),
    "",
  ];
  const rows = [...results].flatMap(([row, result]) => [
    [row.name, ...cells(result)],
    ["    the prototype", ...shares(row, result)],
  ]);
  rows.push(["the event taken out of the document first", ...cells(taken)]);
  console.log(table([["", ...OUTCOMES, "all"], ...rows]));
  if (!verbose) return;
  for (const [{ name }, { others }] of results) console.log(`\n${name}\n${others.join("\n")}`);
  console.log(`\nthe event taken out of the document first\n${taken.others.join("\n")}`);
}

/** The first few of what is not right. */
const some = ({ others }, wanted = /./) =>
  others
    .filter((line) => wanted.test(line))
    .slice(0, 20)
    .join("\n");

describe("the document", () => {
  test("loads whole, in its order", () => {
    assert.equal(KEYS.length, 261);
    assert.deepEqual(
      lens.catalog.map(({ id }) => id),
      KEYS.map(idOf),
    );
  });

  test("is the same as bytes, as text and as an object", () => {
    const [opened] = PAYLOADS.filter(({ key }) => key === "issues-opened");
    for (const given of [String(bytes), document]) {
      const other = lensOf({ document: given });
      assert.deepEqual(other.catalog, lens.catalog);
      assert.deepEqual(other.validate(opened.text), lens.validate(opened.text));
    }
  });

  test("loads in part", () => {
    const some = ["star-created", "push"];
    const part = lensOf({ events: some });
    assert.deepEqual(part.catalog.map(({ id }) => id).sort(), some.map(idOf).sort());
    const [known, unknown] = [
      ["push", "star-created"],
      ["fork", "release-published"],
    ].map((keys) => PAYLOADS.filter(({ key }) => keys.includes(key)));
    assert.ok(known.length > 1 && unknown.length > 1);
    for (const { text, id } of known) assert.equal(outcomeOf(part.validate(text), id), "right");
    for (const { text } of unknown) assert.equal(part.validate(text).status, "unknown");
  });
});

describe("payloads are recognised", () => {
  test("there are enough of them", () => {
    assert.equal(PAYLOADS.length, 322);
  });

  test("from the body alone: all but three, and none as another", () => {
    const result = results.get(ROWS[0]);
    assert.ok(result.counts.right >= PAYLOADS.length - 3, some(result));
    assert.equal(result.counts.wrong, 0, some(result, /^wrong/));
  });

  test("with the event's header: all but two, and none as another", () => {
    const result = judge(lens, { damage: "none", hinted: true });
    assert.ok(result.counts.right >= PAYLOADS.length - 2, some(result));
    assert.equal(result.counts.wrong, 0, some(result, /^wrong/));
  });

  for (const row of ROWS.slice(1)) {
    test(`${row.name}: as the prototype did, or better`, () => {
      const result = results.get(row);
      const { counts, another } = result;
      // What has become another event altogether, in the eyes of everybody, says nothing of who recognises it.
      const [all, wrong] = [result.all - another, counts.wrong - another];
      const share = (count) => count / row.of;
      assert.ok(all >= row.of, `${all} bodies`);
      assert.ok(wrong <= share(row.wrong) * all, `${wrong} wrong:\n${some(result, /^wrong/)}`);
      assert.ok(
        counts.right >= Math.floor(share(row.right) * all),
        `${counts.right} of ${all} right:\n${some(result)}`,
      );
      const helped = counts.right + counts.several + counts.unsure;
      const wanted = share(row.right + row.several + row.unsure) * all;
      assert.ok(
        helped >= Math.floor(wanted),
        `${helped} of ${all} with the right one:\n${some(result, /^(none|astray|wrong)/)}`,
      );
    });
  }

  test("the event taken out of the document: few are taken for a sibling", () => {
    assert.equal(taken.all, PAYLOADS.length);
    assert.equal(taken.counts.right + taken.counts.unsure + taken.counts.several, 0);
    assert.ok(taken.counts.wrong <= MOST_TAKEN * taken.all, some(taken, /^wrong/));
  });
});

describe("payloads are as valid as ajv finds them", () => {
  for (const formats of ["warn", "assert"]) {
    test(`formats: ${formats}`, () => {
      const engine = formats === "warn" ? lens : lensOf({ formats });
      const check = ajvOf({ formats: formats === "assert" });
      const count = { valid: 0, invalid: 0 };
      for (const { key, id, body, text } of PAYLOADS) {
        const wanted = check(key)(body) ? "valid" : "invalid";
        const reports = [engine.validate(text, { event: id }), engine.validate(text)];
        for (const { status, problems } of reports.filter((report) => outcomeOf(report, id) === "right")) {
          const says = JSON.stringify(wanted === "valid" ? problems : check(key).errors, null, 1);
          assert.equal(status, wanted, `${key}: ${says}`);
        }
        assert.equal(outcomeOf(reports[0], id), "right", `${id} does not decide`);
        count[wanted] += 1;
      }
      assert.ok(count.valid > 100 && count.invalid > 100, JSON.stringify(count));
    });
  }
});

describe("one provider's bodies are not another's", () => {
  const fixtures = corpus().filter(({ path }) => path.startsWith("tests/payloads/"));

  test("GitHub's, to the built-in catalog", () => {
    for (const { key, text } of PAYLOADS) {
      const { status, events, candidates } = validate(text);
      assert.deepEqual(
        { status, events, candidates },
        { status: "unknown", events: [], candidates: [] },
        key,
      );
    }
  });

  test("the fixtures, to GitHub's", () => {
    assert.ok(fixtures.length > 100);
    for (const { path, bytes } of fixtures) {
      const { status, events, candidates } = lens.validate(bytes);
      assert.deepEqual(
        { status, events, candidates },
        { status: "unknown", events: [], candidates: [] },
        path,
      );
    }
  });

  test("with both in one engine nothing changes for either", () => {
    const both = createHookLens({ catalogs: [source] });
    for (const { text, key } of PAYLOADS) assert.deepEqual(both.validate(text), lens.validate(text), key);
    for (const { path, bytes } of corpus()) assert.deepEqual(both.validate(bytes), validate(bytes), path);
  });
});
