// `hooklens normalize`, `events`, `example` and `schema`.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { normalize, validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { MISSPELLED, VALID, WRONG, folderOf, hooklens, start } from "./cli.mjs";
import { payload } from "./corpus.mjs";

const SUBSCRIPTION = JSON.stringify(JSON.parse(payload("paybook/webhook")));
const OTHER = JSON.stringify(JSON.parse(payload("seam/lock.locked")));
const parsed = (lines) =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe("normalize", () => {
  const expected = [...normalize(VALID), ...normalize(OTHER)];
  const folder = folderOf(
    {
      "a.json": VALID,
      "b.json": OTHER,
      "lines.ndjson": `${VALID}\n\n${WRONG}\r\n${SUBSCRIPTION}\n${OTHER}`,
      "lines.ndjson.gz": gzipSync(`${VALID}\n${OTHER}\n`),
    },
    after,
  );
  const run = (args, options) => hooklens(["normalize", ...args], { cwd: folder, ...options });

  test("what the function gives, one a line, in order", () => {
    for (const [args, input] of [
      [["a.json", "b.json"]],
      [["lines.ndjson.gz"]],
      [["--lines"], `${VALID}\n${OTHER}`],
    ]) {
      const { status, stdout, stderr } = run(args, { input });
      assert.deepEqual([status, stderr], [0, ""]);
      assert.deepEqual(parsed(stdout), expected);
    }
  });

  test("--pretty: one array, indented", () => {
    const { stdout } = run(["--pretty", "a.json", "b.json"]);
    assert.equal(stdout, `${JSON.stringify(expected, null, 2)}\n`);
    assert.equal(run(["--pretty", "--lines"], { input: "" }).stdout, "[]\n");
  });

  test("what is not valid, or no event, is told on standard error, and the others go on", () => {
    const { status, stdout, stderr } = run(["lines.ndjson"]);
    assert.equal(status, 1);
    assert.deepEqual(parsed(stdout), expected);
    const [first, second, ...rest] = stderr.trimEnd().split("\n");
    assert.match(first, /^lines\.ndjson:3:\d+: error: .* \[bad-format\]$/);
    assert.match(second, /^hooklens: lines\.ndjson:4: valid webhook body, but not an event/);
    assert.deepEqual(rest, []);
    assert.equal(run(["a.json", "nothing.json"]).status, 2);
  });

  test("--output, --event and limits", () => {
    assert.equal(run(["a.json", "--output", "out.ndjson"]).stdout, "");
    assert.deepEqual(parsed(readFileSync(join(folder, "out.ndjson"), "utf8")), [expected[0]]);
    assert.match(run(["--event", "lock", "a.json"]).stderr, /unknown-event/);
    assert.match(
      run(["--max-bytes", "10", "--lines"], { input: `${VALID}\n` }).stderr,
      /stdin:1:1: error: .*too-large/,
    );
  });

  test("lines come out as they come in", async () => {
    const child = start(["normalize", "--lines"]);
    child.stdin.write(`${VALID}\n${OTHER}\n{"half`);
    let text = "";
    while (parsed(text.slice(0, text.lastIndexOf("\n") + 1)).length < 2) {
      const [chunk] = await once(child.stdout, "data");
      text += chunk;
    }
    child.stdin.end();
    const [status] = await once(child, "close");
    assert.equal(status, 1);
    assert.deepEqual(parsed(text), expected);
  });
});

describe("events", () => {
  const run = (...args) => hooklens(["events", ...args]);

  test("every event, and those with all of the words", () => {
    const ids = (text) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]);
    assert.deepEqual(
      ids(run().stdout),
      catalog.map(({ id }) => id),
    );
    assert.deepEqual(ids(run("lock", "DENIED").stdout), ["seam/lock.access_denied"]);
    assert.deepEqual(ids(run("lock denied").stdout), ["seam/lock.access_denied"]);
    assert.match(run("subscription request").stdout, /Webhook subscription request \(no event\)/);
  });

  test("--json", () => {
    const all = parsed(run("--json").stdout);
    const { id, provider, type, title, event, providerTitle, envelopeTitle } = catalog[0];
    assert.deepEqual(all[0], { id, provider, type, title, event, providerTitle, envelopeTitle });
    assert.equal(all.length, catalog.length);
  });

  test("none", () => {
    const { status, stdout, stderr } = run("nothing like that");
    assert.deepEqual([status, stdout], [1, ""]);
    assert.match(stderr, /there is no event with nothing like that/);
  });

  test("--catalog: loaded ones first", () => {
    const document = { title: "Door opened", type: "object", required: ["door"], properties: { door: {} } };
    const folder = folderOf({ "acme.json": JSON.stringify(document) }, after);
    const { stdout } = run("--catalog", `acme=${join(folder, "acme.json")}`);
    assert.match(stdout, /^acme\/door-opened +Door opened\n/);
    assert.equal(stdout.trimEnd().split("\n").length, catalog.length + 1);
  });
});

describe("example and schema", () => {
  test("of every event, by its id", () => {
    // Each command loads the whole catalog: some of them will do.
    for (const { id, example, schema } of catalog.filter((_, at) => at % 20 === 0)) {
      const given = hooklens(["example", id]).stdout;
      assert.equal(given, `${JSON.stringify(example, null, 2)}\n`);
      assert.ok(validate(given).events.some((event) => event.id === id));
      assert.deepEqual(JSON.parse(hooklens(["schema", id, "--compact"]).stdout), schema);
    }
  });

  test("by its type or first words, whatever the case and separators", () => {
    for (const name of ["refresh", "REFRESH", "paybook/refresh"]) {
      assert.equal(hooklens(["example", name, "--compact"]).stdout, `${VALID}\n`);
    }
    for (const name of ["Lock Locked", "lock_locked", "lockLocked"])
      assert.match(hooklens(["schema", name]).stdout, /urn:hooklens:seam\/lock\.locked"/);
  });

  test("what is none, several, or missing", () => {
    const refused = (...args) => {
      const { status, stdout, stderr } = hooklens(args);
      assert.deepEqual([status, stdout], [2, ""]);
      return stderr;
    };
    assert.match(refused("example", "refrehs"), /no event refrehs\nhint: did you mean refresh\?/);
    assert.match(refused("schema", "qqqqqqqq"), /no event qqqqqqqq\nhint: hooklens events lists them/);
    assert.match(
      refused("example", "lock"),
      /lock may be each of seam\/lock\.locked, .*\nhint: give the whole id/,
    );
    assert.match(refused("example"), /expected EVENT/);
    assert.match(refused("example", "a", "b"), /expected EVENT, found also b/);
  });

  test("an example is checked, also with one thing wrong", () => {
    const { stdout } = hooklens(["example", "refresh"]);
    assert.equal(hooklens(["check"], { input: stdout }).status, 0);
    assert.equal(hooklens(["check"], { input: MISSPELLED }).status, 1);
  });
});
