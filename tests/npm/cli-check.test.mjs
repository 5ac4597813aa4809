// `hooklens check`: what it reads, what it says of it, and what it mends.
import assert from "node:assert/strict";
import { once } from "node:events";
import {
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { MISSPELLED, VALID, WRONG, folderOf, hooklens, start } from "./cli.mjs";
import { corpus, payload, root } from "./corpus.mjs";

const har = (...bodies) =>
  JSON.stringify({
    log: {
      version: "1.2",
      entries: bodies.map((text) => ({ request: { method: "POST", ...(text && { postData: { text } }) } })),
    },
  });

const folderWith = (files) => folderOf(files, after);
const run = (args, options) => hooklens(["check", ...args], options);

/** Each body that it tells of, in JSON. */
function bodies(args, options) {
  const { stdout, status, stderr } = run([...args, "--format", "json"], options);
  return { status, stderr, ...JSON.parse(stdout) };
}

const seen = (args, options) =>
  bodies(args, options).bodies.map(({ file, line, entry, status }) =>
    [file, line, entry, status].filter((part) => part !== undefined && part !== null).join(" "),
  );

describe("what is read", () => {
  const folder = folderWith({
    "b.json": VALID,
    "a.json": WRONG,
    "lines.ndjson": `${VALID}\r\n\n${WRONG}\n   \n${VALID.slice(0, 40)}`,
    "lines.jsonl.gz": gzipSync(`${VALID}\n${WRONG}\n`),
    "body.json.gz": gzipSync(VALID),
    "requests.har": har(VALID, undefined, WRONG),
    "in/deep/c.json": VALID,
    "in/note.txt": "not looked at",
    "in/.hidden/d.json": "no",
    "in/.e.json": "no",
    "in/node_modules/f.json": "no",
    "body.txt": VALID,
  });
  symlinkSync(join(folder, "in"), join(folder, "in/deep/loop"));
  symlinkSync(join(folder, "b.json"), join(folder, "in/link.json"));

  test("a folder, in order, each file once", () => {
    assert.deepEqual(seen(["."], { cwd: folder }), [
      "./a.json invalid",
      "./b.json valid",
      "./body.json.gz valid",
      "./in/deep/c.json valid",
      "./lines.jsonl.gz 1 valid",
      "./lines.jsonl.gz 2 invalid",
      "./lines.ndjson 1 valid",
      "./lines.ndjson 3 invalid",
      "./lines.ndjson 5 malformed",
      "./requests.har 1 valid",
      "./requests.har 3 invalid",
    ]);
  });

  test("files and folders that are named, and standard input", () => {
    const paths = ["body.txt", "in/", "-", "b.json", "b.json"];
    const expected = ["body.txt valid", "in/deep/c.json valid", "in/link.json valid", "stdin invalid"];
    assert.deepEqual(seen(paths, { cwd: folder, input: WRONG }), expected);
  });

  test("standard input: a body, lines, compressed", () => {
    const text = `${VALID}\n${WRONG}`;
    assert.deepEqual(seen([], { input: VALID }), ["stdin valid"]);
    assert.deepEqual(seen(["--lines"], { input: text }), ["stdin 1 valid", "stdin 2 invalid"]);
    assert.deepEqual(seen(["--lines"], { input: gzipSync(text) }), ["stdin 1 valid", "stdin 2 invalid"]);
    assert.deepEqual(seen(["-"], { input: gzipSync(VALID) }), ["stdin valid"]);
    assert.deepEqual(seen([], { input: "" }), ["stdin malformed"]);
    assert.deepEqual(seen(["--lines"], { input: "" }), []);
  });

  test("what cannot be read is told, and ends nothing", () => {
    const {
      status,
      stderr,
      bodies: told,
      summary,
    } = bodies(["nothing", "b.json", "."], { cwd: join(folder, "in/deep") });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^hooklens: nothing: there is no such file or folder\nhooklens: b.json: there is no such/,
    );
    assert.deepEqual(
      told.map(({ file }) => file),
      ["./c.json"],
    );
    assert.equal(summary.failures.length, 2);
  });

  test("a folder with nothing to read", () => {
    const { status, stderr } = run([folderWith({ "a.txt": "" })]);
    assert.equal(status, 2);
    assert.match(stderr, /there is no file in it to read/);
  });

  test("--event that fits no event is said, and ends nothing", () => {
    const given = { "valid.json": VALID, "acme.txt": '{ "title": "user created", "type": "object" }' };
    const cwd = folderWith(given);
    const said = (...args) => run(["valid.json", ...args], { cwd });
    const slip = said("--event", "refrehs");
    assert.equal(slip.stderr, "hooklens: --event: there is no event refrehs\nhint: did you mean refresh?\n");
    assert.match(slip.stdout, /^1 body in 1 file: 1 unknown; 1 error$/m);
    assert.equal(slip.status, 1);
    assert.match(said("--event", "locked").stderr, /no event locked\nhint: hooklens events lists them\n$/);
    for (const known of ["", "refresh", "PAYBOOK/Refresh", "paybook", "seam/lock", "ACCESS-code"])
      assert.equal(said("--event", known).stderr, "", known);
    const own = ["--catalog", "acme=acme.txt", "--event", "acme/user-created"];
    assert.equal(said(...own).stderr, "");
  });

  test("broken gzip, and no HTTP Archive", () => {
    const broken = folderWith({
      "cut.ndjson.gz": gzipSync(`${VALID}\n`.repeat(5000)).subarray(0, -60),
      "none.json.gz": VALID,
      "none.har": "{}",
    });
    const { status, stderr, summary } = bodies(["."], { cwd: broken });
    assert.equal(status, 2);
    assert.match(stderr, /\.\/cut\.ndjson\.gz:\d+: the gzip data is broken: it ends too early/);
    assert.match(stderr, /none\.json\.gz: the gzip data is broken/);
    assert.match(stderr, /none\.har: is no HTTP Archive/);
    assert.ok(summary.valid > 1000, "what came before the end is checked");
  });

  test("a body over the limit is malformed, and not read as a whole", () => {
    const large = folderWith({
      "large.json": `"${"x".repeat(3000)}"`,
      "large.json.gz": gzipSync("x".repeat(1e6)),
    });
    const { bodies: told } = bodies(["--max-bytes", "2000", large]);
    assert.deepEqual(
      told.map(({ problems }) => problems[0].code),
      ["too-large", "too-large"],
    );
    assert.equal(bodies(["--max-depth", "2"], { input: "[[[]]]" }).bodies[0].problems[0].code, "too-deep");
  });
});

describe("exit codes", () => {
  const folder = folderWith({
    "valid.json": VALID,
    "wrong.json": WRONG,
    "unknown.json": '{"some": "thing"}',
    "warning.json": VALID.replace("{", '{"novel_field_of_mine":1,'),
  });
  const CASES = {
    "a valid body": [["valid.json"], 0],
    "warnings alone": [["warning.json"], 0],
    "more warnings than may be": [["--max-warnings", "0", "warning.json"], 1],
    "as many as may be": [["--max-warnings", "1", "warning.json"], 0],
    "an invalid body": [["wrong.json"], 1],
    "an unknown body": [["unknown.json"], 1],
    "an unknown body that may be": [["--allow-unknown", "unknown.json"], 0],
    "an invalid one beside it": [["--allow-unknown", "unknown.json", "wrong.json"], 1],
    "a file that cannot be read outranks problems": [["wrong.json", "nothing.json"], 2],
  };
  for (const [name, [args, status]] of Object.entries(CASES)) {
    test(name, () => assert.equal(run(args, { cwd: folder }).status, status));
  }

  test("what may be unknown is no error", () => {
    const { stdout } = run(["--allow-unknown", "unknown.json", "wrong.json"], { cwd: folder });
    assert.match(stdout, /^note\[unknown-event\]/m);
    assert.match(stdout, /^2 bodies in 2 files: 1 invalid, 1 unknown; 1 error$/m);
  });

  test("--quiet: only errors", () => {
    assert.equal(run(["--quiet", "valid.json", "warning.json"], { cwd: folder }).stdout, "");
    assert.equal(run(["--quiet", "--allow-unknown", "unknown.json"], { cwd: folder }).stdout, "");
    assert.match(run(["--quiet", "wrong.json"], { cwd: folder }).stdout, /bad-format(?!.*\bbodies\b)/s);
  });

  test("--output writes it to a file", () => {
    const args = ["--format", "json", "wrong.json"];
    const { stdout, status } = run([...args, "--output", "out.json"], { cwd: folder });
    assert.deepEqual([stdout, status], ["", 1]);
    assert.equal(readFileSync(join(folder, "out.json"), "utf8"), run(args, { cwd: folder }).stdout);
  });
});

describe("pretty", () => {
  test("the place, the text with what is meant underlined, the hint and the fix", () => {
    const { stdout } = run([], {
      input: '{\n\t"event": "refresh",\n\t"id_usr": "5e751d54d0510472295413b3"\n}\n',
    });
    const told = stdout.slice(stdout.indexOf("error[misspelled-field]"));
    assert.equal(
      told,
      `error[misspelled-field]: expected the field \`id_user\`, found \`id_usr\`
 --> stdin:3:2
  |
3 |     "id_usr": "5e751d54d0510472295413b3"
  |     ^^^^^^^^ did you mean \`id_user\`?
  = fix: Rename to \`id_user\`
  -     "id_usr": "5e751d54d0510472295413b3"
  +     "id_user": "5e751d54d0510472295413b3"

1 body in 1 file: 1 invalid; 8 errors, 1 with a fix
`,
    );
  });

  test("problems in one place are told together", () => {
    const { stdout } = run([], { input: '{"event": "refresh"}' });
    assert.equal(stdout.match(/^error\[missing-field\]/gm).length, 8);
    assert.equal(stdout.match(/-->/g).length, 1);
  });

  /** Where the underlining begins and how long it is, in columns, and the line above it. */
  function underlined(input) {
    const lines = run([], { input }).stdout.split("\n");
    const at = lines.findIndex((line) => /^ *\| *\^+( |$)/.test(line) && !/\| \^$/.test(line));
    const [, before, marks] = /^( *\| *)(\^+)/.exec(lines[at]);
    return { column: before.length, length: marks.length, line: lines[at - 1] };
  }

  const at = (line, text) => line.indexOf(text);

  test("tabs, wide characters and emoji", () => {
    const misspelled = (external) =>
      `{"event": "refresh", "id_external": "${external}", "id_usr": "5e751d54d0510472295413b3"}`;
    const ascii = underlined(misspelled("a"));
    assert.equal(ascii.column, at(ascii.line, '"id_usr"'));
    assert.equal(ascii.length, '"id_usr"'.length);
    const body = (key, value) => `{"event": "refresh", "id_user": "${value}", "id_job": "${key}"}`;
    // Each takes as many columns as it says here.
    for (const [sign, columns] of [
      ["名", 2],
      ["👩‍👩‍👧", 2],
      ["é", 1],
      ["e\u0301", 1],
      ["ｱ", 1],
      ["🇫🇷", 2],
      ["☺️", 2],
      ["한", 2],
    ]) {
      const { length } = underlined(body("5e793889b783081dd61de29c", sign));
      assert.equal(length, columns + 2, sign);
      assert.equal(underlined(misspelled(sign)).column, ascii.column + columns - 1, sign);
    }
    const tab = underlined('{"event": "refresh",\t"id_usr": "5e751d54d0510472295413b3"}');
    assert.equal(tab.column, at(tab.line, '"id_usr"'));
  });

  test("a line of a megabyte shows what matters", () => {
    for (const [front, back] of [
      ["x", ""],
      ["", "x"],
      ["x", "x"],
      ["名", "👩"],
    ]) {
      const long = (sign) => sign.repeat(500_000);
      const body = `{"event": "refresh", "a": "${long(front)}", "id_usr": "5e751d54d0510472295413b3", "b": "${long(back)}"}`;
      const { stdout } = run([], { input: body });
      for (const line of stdout.split("\n")) assert.ok(line.length < 500, line.slice(0, 200));
      assert.match(stdout, /"id_usr"/);
      assert.match(stdout, /…/);
    }
  });

  test("nothing that a terminal would obey", () => {
    const { stdout } = run([], {
      input: '{"event": "refresh", "\u001b[31m\u202e\u0007": "\u001b]0;title\u0007"',
    });
    assert.doesNotMatch(stdout, /[\u001b\u0007\u202e]/);
    assert.match(stdout, /␛/);
  });

  test("counts for each event and status", () => {
    const { stdout } = run([], { input: "" });
    assert.match(stdout, /1 body in 1 file: 1 malformed; 1 error/);
    const all = run(["tests/payloads/paybook", "-"], { input: WRONG }).stdout;
    assert.match(all, / +valid +invalid\n/);
    assert.match(all, /^ {2}paybook\/refresh +1 +1$/m);
  });

  test("every golden body can be told of, the same with any colours", () => {
    const { stdout, stderr, status } = run(["tests/problems", "tests/payloads"]);
    assert.equal(stderr, "");
    assert.equal(status, 1);
    assert.ok(stdout.split("\n").every((line) => line.length < 2500));
  });
});

test("what it says of the golden bodies is what `validate` says", () => {
  const { bodies: told } = bodies(["tests/problems"]);
  const byFile = new Map(told.map((body) => [body.file, body]));
  let golden = 0;
  for (const { path } of corpus()) {
    if (!path.startsWith("tests/problems/")) continue;
    const expected = join(root, path.replace(/\.json$/, ".expected.json"));
    if (
      !readdirSync(join(root, "tests/problems")).includes(
        path
          .split("/")
          .at(-1)
          .replace(/\.json$/, ".expected.json"),
      )
    )
      continue;
    const { status, events, candidates, problems } = JSON.parse(readFileSync(expected, "utf8"));
    const body = byFile.get(path);
    const { status: s, events: e, candidates: c, problems: p } = body;
    assert.deepEqual(
      { status: s, events: e, candidates: c, problems: p },
      { status, events, candidates, problems },
      path,
    );
    golden += 1;
  }
  assert.ok(golden > 100);
});

describe("--fix and --diff", () => {
  const files = () => ({
    "a.json": `${JSON.stringify(JSON.parse(MISSPELLED), null, 2)}\n`,
    "b.json": VALID,
    "lines.ndjson": `${VALID}\r\n${MISSPELLED}\r\n\n${WRONG}\n${MISSPELLED}`,
    "wrapped.json": JSON.stringify({ deliveries: [VALID] }),
  });

  test("--diff shows what --fix changes, and changes nothing", () => {
    const folder = folderWith(files());
    const { stdout, status } = run(["--diff", "."], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stdout, /^--- \.\/a\.json\n\+\+\+ \.\/a\.json\n@@ -\d+,5 \+\d+,5 @@\n/);
    assert.equal(stdout.match(/^---/gm).length, 2);
    assert.match(stdout, /^-  "id_usr": .*\n\+  "id_user": .*$/m);
    assert.match(stdout, /^@@ -2 \+2 @@$/m);
    assert.match(stdout, /^@@ -5 \+5 @@$/m);
    for (const [name, content] of Object.entries(files()))
      assert.equal(readFileSync(join(folder, name), "utf8"), content);
  });

  test("--fix mends, and tells what is left", () => {
    const folder = folderWith(files());
    const { mode } = statSync(join(folder, "a.json"));
    const { stdout, status } = run(["--fix", ".", "--format", "concise"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stdout, /^\.\/lines\.ndjson:4:\d+: error: .*\[bad-format\]$/m);
    assert.match(stdout, /; 2 errors, 1 with a fix; 3 problems fixed\n$/);
    assert.doesNotMatch(stdout, /misspelled/);
    const read = (name) => readFileSync(join(folder, name), "utf8");
    assert.equal(read("a.json"), files()["a.json"].replace("id_usr", "id_user"));
    assert.equal(read("b.json"), VALID);
    assert.equal(read("lines.ndjson"), files()["lines.ndjson"].replaceAll("id_usr", "id_user"));
    assert.equal(read("wrapped.json"), files()["wrapped.json"], "a body stays in its wrapping");
    assert.equal(statSync(join(folder, "a.json")).mode, mode);
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(files()).sort());
  });

  test("--fix does not replace a file by the body in it", () => {
    const given = {
      "deploy.sh": `#!/bin/sh\ncurl https://example.com -d '${VALID}'\nrm -rf ./tmp\n`,
      "README.md": `# Hooks\n\n\`\`\`json\n${VALID}\n\`\`\`\n\nAnd more.\n`,
    };
    const folder = folderWith(given);
    for (const [name, content] of Object.entries(given)) {
      assert.equal(run(["--fix", name], { cwd: folder }).status, 1);
      assert.equal(readFileSync(join(folder, name), "utf8"), content);
    }
  });

  test("--fix leaves what is no known event as it is", () => {
    const given = {
      "tsconfig.json": '{\n  // strict\n  "strict": true,\n}\n',
      "a.ndjson": `${MISSPELLED}\n{"a": 1,}\n`,
    };
    const folder = folderWith(given);
    const { status, stdout } = run(["--fix", "tsconfig.json", "a.ndjson"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stdout, /^3 bodies in 2 files: 1 valid, 2 malformed; .*; 1 problem fixed$/m);
    const read = (name) => readFileSync(join(folder, name), "utf8");
    assert.equal(read("tsconfig.json"), given["tsconfig.json"]);
    assert.equal(read("a.ndjson"), `${MISSPELLED.replace("id_usr", "id_user")}\n{"a": 1,}\n`);
    assert.equal(run(["--diff", "tsconfig.json"], { cwd: folder }).stdout, "");
  });

  test("a fix may show what else can be fixed", () => {
    const folder = folderWith({ "a.json": MISSPELLED.replaceAll('"', "'") });
    assert.equal(run(["--fix", "a.json"], { cwd: folder }).status, 0);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, "a.json"), "utf8")), JSON.parse(VALID));
  });

  test("a link stays one: what it leads to is mended", () => {
    const folder = folderWith({ "real/a.json": MISSPELLED, "real/b.ndjson": MISSPELLED });
    for (const name of ["a.json", "b.ndjson"]) {
      symlinkSync(join(folder, "real", name), join(folder, name));
      assert.equal(run(["--fix", name], { cwd: folder }).status, 0);
      assert.ok(lstatSync(join(folder, name)).isSymbolicLink());
      assert.equal(readFileSync(join(folder, "real", name), "utf8"), VALID);
    }
  });

  test("what is compressed cannot be mended, and is checked all the same", () => {
    const files = {
      "a.json.gz": gzipSync(MISSPELLED),
      "b.ndjson.gz": gzipSync(MISSPELLED),
      "c.har": har(MISSPELLED),
    };
    const folder = folderWith(files);
    const { status, stdout, stderr } = run(["--fix", ".", "--format", "concise"], { cwd: folder });
    assert.equal(status, 2);
    assert.equal(
      stderr,
      "hooklens: ./a.json.gz: what is compressed cannot be mended\n" +
        "hooklens: ./b.ndjson.gz: what is compressed cannot be mended\n" +
        "hooklens: ./c.har: an HTTP Archive cannot be mended\n",
    );
    assert.equal(stdout.match(/\[misspelled-field\]$/gm).length, 3);
    assert.match(stdout, /^3 bodies in 3 files: 3 invalid; 3 errors, 3 with a fix$/m);
    assert.match(
      run(["--diff", "."], { cwd: folder }).stderr,
      /a\.json\.gz: what is compressed cannot be mended/,
    );
  });

  test("what is compressed and needs no fix keeps nothing back", () => {
    const folder = folderWith({
      "a.json.gz": gzipSync(VALID),
      "b.ndjson.gz": gzipSync(WRONG),
      "c.har": har(VALID),
    });
    const { status, stdout, stderr } = run(["--fix", ".", "--format", "concise"], { cwd: folder });
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /^3 bodies in 3 files: 2 valid, 1 invalid; 1 error$/m);
  });
});

test("--watch checks again after each change", async (t) => {
  const folder = folderWith({ "in/a.json": VALID, "b.json": VALID });
  const child = start(["check", "--watch", "in", "b.json", "--format", "concise"], { cwd: folder });
  t.after(() => child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  const until = async (pattern) => {
    while (!pattern.test(said)) await once(child.stdout, "data");
    said = "";
    // What is changed before it watches again is seen all the same, but told with what comes next.
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  await until(/2 valid/);
  writeFileSync(join(folder, "in/a.json"), WRONG);
  await until(/in\/a\.json:.*bad-format.*1 valid, 1 invalid/s);
  writeFileSync(join(folder, "in/a.json"), VALID);
  await until(/2 valid/);
  renameSync(join(folder, "in/a.json"), join(folder, "b.json"));
  await until(/1 body in 1 file/);
});

test("payloads of every provider are what they are", () => {
  const { bodies: told } = bodies(["tests/payloads"]);
  for (const { file, status, events } of told) {
    if (status !== "valid") continue;
    const path = file.replace("tests/payloads/", "");
    assert.ok(
      events.some(({ id }) => path.startsWith(id)),
      file,
    );
  }
  assert.ok(told.filter(({ status }) => status === "valid").length > 130);
  assert.ok(payload("paybook/refresh").length > 0);
});
