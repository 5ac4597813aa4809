// JSON Schema's own test suite on loaded catalogs: each group of it a document, with the hint that decides.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isAlone, options, table } from "./alone.mjs";
import {
  DRAFTS,
  alone,
  countTests,
  details,
  groups,
  refusedOfOthers,
  row,
  run,
  withGiven,
} from "./json-schema.mjs";

const USAGE = `Runs JSON Schema's test suite on loaded catalogs. By itself it prints a table first.

usage: node tests/npm/json-schema.test.mjs [--verbose] [--only <file>] [--draft <draft>]

  --verbose        each test that is wrong, and each group that was refused
  --only <file>    the tests of that file alone, as in ref
  --draft <draft>  of a draft alone, as in draft7
  --help           this text
`;

/** Groups that are refused though they need no other document: `<file>: <group>`, with the reason. */
const REFUSED = {
  "draft2020-12": {
    "pattern: pattern with Unicode property escape requires unicode mode": "`\\p{…}` needs tables of Unicode",
    "patternProperties: patternProperties with Unicode property escape": "`\\p{…}` needs tables of Unicode",
  },
  "draft2019-09": {},
  draft7: {},
  draft6: {},
  draft4: {},
};

/** The formats that are checked. Of all others the suite's tests are only counted. */
const FORMATS = [
  ...["date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference"],
  ...["uri-template", "uuid", "json-pointer", "regex", "unknown"],
];

/** Tests of formats that are decided otherwise: `<format>: <test>`, with the reason; of every draft that has them. */
const DECIDED_OTHERWISE = Object.fromEntries(
  [
    "Arabic-Indic digits mixed with Extended Arabic-Indic digits",
    "Begins with a Nonspacing Mark",
    "Begins with a Spacing Combining Mark",
    "Begins with an Enclosing Mark",
    "Exceptions that are DISALLOWED, left-to-right chars",
    "Exceptions that are DISALLOWED, right-to-left chars",
    "Greek KERAIA not followed by Greek",
    "Greek KERAIA not followed by anything",
    "Hebrew GERESH not preceded by Hebrew",
    "Hebrew GERESH not preceded by anything",
    "Hebrew GERSHAYIM not preceded by Hebrew",
    "Hebrew GERSHAYIM not preceded by anything",
    "KATAKANA MIDDLE DOT with no Hiragana, Katakana, or Han",
    "KATAKANA MIDDLE DOT with no other characters",
    "MIDDLE DOT with no following 'l'",
    "MIDDLE DOT with no preceding 'l'",
    "MIDDLE DOT with nothing following",
    "MIDDLE DOT with nothing preceding",
    "ZERO WIDTH JOINER not preceded by Virama",
    "ZERO WIDTH JOINER not preceded by anything",
    'contains "--" in the 3rd and 4th position',
    "contains illegal char U+302E Hangul single dot tone mark",
  ].map((name) => [`hostname: ${name}`, "what Punycode stands for is not looked up in the tables of IDNA"]),
);

/** By draft: how many tests there are, how many of them are of schemas that refer to another document, and the least
 * that must be right once the documents are given that can be. */
const SIZES = {
  "draft2020-12": { tests: 1299, needing: 53, least: 1250 },
  "draft2019-09": { tests: 1259, needing: 40, least: 0.96 * 1259 },
  draft7: { tests: 927, needing: 27, least: 0.96 * 927 },
  draft6: { tests: 839, needing: 27, least: 0.96 * 839 },
  draft4: { tests: 618, needing: 21, least: 0.96 * 618 },
};

const { only, draft: draftAsked, verbose } = options(USAGE);
const isWhole = only === undefined && draftAsked === undefined;
const drafts = Object.keys(DRAFTS).filter((draft) => draftAsked === undefined || draft === draftAsked);

const suite = new Map(drafts.map((draft) => [draft, groups(draft, { only })]));
const required = new Map([...suite].map(([draft, of]) => [draft, run(alone(of))]));
const completed = new Map([...suite].map(([draft, of]) => [draft, run(withGiven(of))]));
const formats = new Map(
  drafts.map((draft) => [draft, run(groups(draft, { formats: true, only }), { formats: "assert" })]),
);

const isChecked = ({ file }) => FORMATS.includes(file);
/** What is left of the wrong ones where those are left out that nobody promised, or that are listed. */
const unexplained = ({ wrong }) =>
  wrong.filter((test) => isChecked(test) && !Object.hasOwn(DECIDED_OTHERWISE, `${test.file}: ${test.test}`));

if (isAlone) {
  const rows = [...required].map(([draft, result]) => row(draft, result));
  for (const [draft, result] of completed) rows.push(row(`${draft}, documents given`, result));
  for (const [draft, result] of formats) {
    rows.push(row(`${draft}, formats`, { ...result, wrong: result.wrong.filter(isChecked) }));
  }
  console.log(table([["", "tests", "right", "needs others", "refused", "wrong"], ...rows]));
  if (verbose)
    for (const results of [required, completed, formats])
      for (const [, of] of results) console.log(details(of));
}

const names = (groups) => groups.map(({ file, group }) => `${file}: ${group}`).sort();

for (const [draft, result] of required) {
  describe(draft, () => {
    test("nothing is wrong", () => {
      assert.equal(result.wrong.length, 0, details({ refused: [], wrong: result.wrong.slice(0, 5) }));
      assert.ok(result.tests > 0);
    });

    test("what is refused needs a document that was not given, or is listed", { skip: !isWhole }, () => {
      assert.deepEqual(names(refusedOfOthers(result)), Object.keys(REFUSED[draft]).sort());
    });

    test("nothing is wrong where the documents are given that a schema refers to", () => {
      const { wrong } = completed.get(draft);
      assert.equal(wrong.length, 0, details({ refused: [], wrong: wrong.slice(0, 5) }));
    });

    test("enough is right", { skip: !isWhole }, () => {
      // What was refused alone is right with its documents, or is not counted.
      const right = result.right + completed.get(draft).right;
      assert.ok(right >= SIZES[draft].least, `${right} of ${result.tests}`);
    });

    test("the suite is whole", { skip: !isWhole }, () => {
      const needing = suite.get(draft).filter(({ needs }) => needs.length > 0);
      const { tests, needing: expected } = SIZES[draft];
      assert.deepEqual([result.tests, countTests(needing)], [tests, expected]);
      assert.ok(countTests(withGiven(suite.get(draft))) > 0);
    });
  });
}

describe("formats, asserted", () => {
  for (const [draft, result] of formats) {
    test(draft, () => {
      assert.deepEqual(names(refusedOfOthers(result)), []);
      const wrong = unexplained(result);
      assert.equal(wrong.length, 0, details({ refused: [], wrong: wrong.slice(0, 10) }));
    });
  }

  test("what is decided otherwise is so for a reason, and still is", { skip: !isWhole }, () => {
    const wrong = [...formats.values()].flatMap((result) => result.wrong).filter(isChecked);
    const keys = new Set(wrong.map(({ file, test }) => `${file}: ${test}`));
    assert.deepEqual(
      Object.keys(DECIDED_OTHERWISE).filter((key) => !keys.has(key)),
      [],
    );
  });
});
