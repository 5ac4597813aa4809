// `hooklens redact`.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { redact } from "hooklens";
import { MISSPELLED, VALID, folderOf, hooklens, start } from "./cli.mjs";

const folder = folderOf(
  {
    "body.json": VALID,
    "other.json": MISSPELLED,
    "lines.ndjson": `${VALID}\r\n\n  \n${MISSPELLED}`,
    "lines.ndjson.gz": gzipSync(`${VALID}\n${VALID}\n`),
    "latin.txt": Buffer.from('{"name": "Jos\u00e9 4711"}', "latin1"),
    "empty.json": "",
    key: "a long key\n",
    "no-key": "\n",
  },
  after,
);

const run = (args, options) => hooklens(["redact", ...args], { cwd: folder, ...options });
const KEY = "a long key";
const env = { HOOKLENS_KEY: KEY };
const redacted = (text) => redact(text, { key: KEY });

describe("redact", () => {
  test("writes what a body is with nothing personal in it", () => {
    const { status, stdout, stderr } = run(["body.json"]);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(stdout.length, VALID.length);
    assert.notEqual(stdout, VALID);
    assert.notEqual(stdout, run(["body.json"]).stdout);
  });

  test("takes a key from a variable or a file, and never from the command line", () => {
    assert.equal(run(["body.json"], { env }).stdout, redacted(VALID));
    assert.equal(run(["body.json", "--key", "key"]).stdout, redacted(VALID));
    assert.equal(
      run(["body.json", "--key", "key"], { env: { HOOKLENS_KEY: "other" } }).stdout,
      redacted(VALID),
    );
    const missing = run(["body.json", "--key", KEY]);
    assert.deepEqual(
      [missing.status, missing.stdout, missing.stderr],
      [2, "", `hooklens: --key ${KEY}: there is no such file or folder\n`],
    );
    const empty = run(["body.json", "--key", "no-key"]);
    assert.deepEqual([empty.status, empty.stderr], [2, "hooklens: --key no-key: is empty\n"]);
  });

  test("keeps lines as they are, blank ones and the last without an end as well", () => {
    const { status, stdout } = run(["lines.ndjson"], { env });
    assert.equal(status, 0);
    assert.equal(stdout, `${redacted(VALID)}\r\n\n  \n${redacted(MISSPELLED)}`);
    assert.equal(run(["lines.ndjson.gz"], { env }).stdout, `${redacted(VALID)}\n`.repeat(2));
    assert.equal(run(["--lines"], { env, input: `${VALID}\n{}\n` }).stdout, `${redacted(VALID)}\n{}\n`);
  });

  test("replaces one value by the same one in all files of a run", () => {
    const [one, other] = run(["lines.ndjson.gz"]).stdout.trimEnd().split("\n");
    assert.equal(one, other);
    const { stdout } = run(["body.json", "other.json"]);
    const idOf = (text) => /"id_credential": ?"(\w+)"/.exec(text)[1];
    assert.equal(idOf(stdout.slice(0, VALID.length)), idOf(stdout.slice(VALID.length)));
  });

  test("takes bytes that are no UTF-8 for letters of Windows-1252", () => {
    const { status } = run(["latin.txt", "--output", "out"], { env });
    assert.equal(status, 0);
    const bytes = readFileSync(join(folder, "out"));
    assert.equal(bytes.length, statSync(join(folder, "latin.txt")).size);
    assert.match(bytes.toString("latin1"), /^\{"name": "[A-Z][a-z]{2}[\u00e0-\u00ff] \d{4}"\}$/);
    assert.doesNotMatch(bytes.toString("latin1"), /Jos|\u00e9|4711/);
  });

  test("knows the events of other catalogs, and a hint", () => {
    const document = JSON.stringify({
      title: "user",
      type: "object",
      properties: { plan: { const: "pro" } },
    });
    const other = folderOf({ "acme.json": document, "body.json": '{"plan":"pro","name":"pro"}' }, after);
    const { stdout } = run(["body.json", "--catalog", "acme=acme.json", "--event", "acme/user"], {
      cwd: other,
    });
    assert.match(stdout, /^\{"plan":"pro","name":"(?!pro)[a-z]{3}"\}$/);
  });

  test("goes on after what cannot be read, and says so", () => {
    const { status, stdout, stderr } = run(["missing.json", "empty.json", "body.json"], { env });
    assert.deepEqual([status, stdout], [2, redacted(VALID)]);
    assert.equal(stderr, "hooklens: missing.json: there is no such file or folder\n");
  });

  test("passes lines on as they come", async () => {
    const child = start(["redact", "--lines"], { env });
    child.stdin.write(`${VALID}\n`);
    const [chunk] = await once(child.stdout, "data");
    assert.equal(String(chunk), `${redacted(VALID)}\n`);
    child.stdin.end("{}");
    const [last] = await once(child.stdout, "data");
    assert.equal(String(last), "{}");
    const [status] = await once(child, "exit");
    assert.equal(status, 0);
  });
});
