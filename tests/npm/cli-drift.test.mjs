// `hooklens drift`: what deliveries have that the catalog does not.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { VALID, folderOf, hooklens } from "./cli.mjs";
import { payload } from "./corpus.mjs";

const refresh = JSON.parse(VALID);
const locked = JSON.parse(payload("seam/lock.locked"));
const LINES = [
  refresh,
  { ...refresh, novel: 1 },
  { ...refresh, novel: "a secret" },
  { ...refresh, novel: 2 },
  { ...refresh, id_user: "person@example.com" },
  { ...refresh, id_job: 7 },
  { ...refresh, event: "refreshed_now" },
  { ...locked, method: "telepathy" },
  { ...refresh, endpoints: { ...refresh.endpoints, accounts: [1, 2, "/x", 3] } },
].map((value) => JSON.stringify(value));

const folder = folderOf(
  {
    "a.ndjson": LINES.join("\n"),
    "b.ndjson.gz": gzipSync([...LINES, "{}"].join("\n")),
    "none.ndjson": VALID,
    "other.json": "{}",
  },
  after,
);
const run = (...args) => hooklens(["drift", ...args], { cwd: folder });
const drift = (...args) => JSON.parse(run(...args, "--format", "json").stdout);

test("each difference once, with how often, where first and last", () => {
  const { bodies, differences, omitted } = drift("a.ndjson");
  assert.deepEqual([bodies, omitted], [9, 0]);
  const told = differences.map(({ event, code, pointer, detail, count, first, last }) =>
    [event, code, pointer, detail, count, first, last].join(" | "),
  );
  assert.deepEqual(
    told.toSorted(),
    [
      'paybook/refresh | bad-format | /id_user | like "aaa…@aaa….aaa" | 1 | a.ndjson:5 | a.ndjson:5',
      "paybook/refresh | unexpected-field | /novel | a number | 2 | a.ndjson:2 | a.ndjson:4",
      "paybook/refresh | unexpected-field | /novel | a string | 1 | a.ndjson:3 | a.ndjson:3",
      "paybook/refresh | wrong-type | /endpoints/accounts/* | a number | 3 | a.ndjson:9 | a.ndjson:9",
      "paybook/refresh | wrong-type | /id_job | a number | 1 | a.ndjson:6 | a.ndjson:6",
      'seam/lock.locked | unexpected-value | /method | "telepathy" | 1 | a.ndjson:8 | a.ndjson:8',
      ' | unknown-event | /event | `"refreshed_now"` | 1 | a.ndjson:7 | a.ndjson:7',
    ].toSorted(),
  );
  assert.deepEqual(
    differences.map(({ count }) => count),
    differences.map(({ count }) => count).toSorted((a, b) => b - a),
  );
});

test("no value that may be a person's", () => {
  assert.doesNotMatch(
    run("a.ndjson").stdout + run("a.ndjson", "--format", "json").stdout,
    /person|example\.com|secret/,
  );
});

test("a table, and the number of bodies and differences", () => {
  const { status, stdout } = run("a.ndjson", "b.ndjson.gz");
  assert.equal(status, 1);
  assert.match(stdout, /^event +what +where +value +times +first +last\n/);
  assert.match(
    stdout,
    /^paybook\/refresh +unexpected-field +\/novel +a number +4 +a\.ndjson:2 +b\.ndjson\.gz:4$/m,
  );
  assert.match(stdout, /\n\n19 bodies: 8 differences\n$/);
});

test("nothing new is exit code 0", () => {
  const { status, stdout } = run("none.ndjson");
  assert.deepEqual([status, stdout], [0, "1 body: 0 differences\n"]);
});

test("--baseline leaves out what is known", () => {
  run("a.ndjson", "--format", "json", "--output", "known.json");
  assert.equal(run("a.ndjson", "--baseline", "known.json").status, 0);
  const { differences } = drift("b.ndjson.gz", "--baseline", "known.json");
  assert.deepEqual(
    differences.map(({ code, first }) => [code, first]),
    [["unknown-event", "b.ndjson.gz:10"]],
  );
  assert.equal(run("b.ndjson.gz", "--baseline", "known.json").status, 1);
});

test("what cannot be read is exit code 2", () => {
  assert.equal(run("a.ndjson", "nothing").status, 2);
  const refused = (file) => run("a.ndjson", "--baseline", file).stderr;
  assert.match(refused("nothing"), /--baseline nothing: there is no such file/);
  assert.match(
    refused("a.ndjson"),
    /--baseline a\.ndjson: expected what hooklens drift --format json has written/,
  );
  assert.match(refused("other.json"), /expected what hooklens drift/);
});
