// The command itself: its help, what it refuses and how, its colours, and how it ends.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MISSPELLED, VALID, folderOf, hooklens, inTerminal, start } from "./cli.mjs";
import { root } from "./corpus.mjs";

const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));

/** The commands that the help names. */
const COMMANDS = [...hooklens(["--help"]).stdout.matchAll(/^ {2}([a-z]+) {3,}\w/gm)].map(([, name]) => name);

const folder = folderOf(
  {
    "valid.json": VALID,
    "wrong.json": MISSPELLED,
    "openapi.json": JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Acme", version: "1" },
      webhooks: { "user.created": webhookOf({ user_id: { type: "integer" } }) },
    }),
    "acme.yaml":
      'title: Door opened\ntype: object\nrequired: ["door"]\nproperties: { door: { type: string } }\n',
    "broken.yaml": "a: [",
    "broken.json": '{"type": "text"}',
    "none.json": "[",
  },
  after,
);

function webhookOf(properties) {
  const schema = { type: "object", properties, required: Object.keys(properties) };
  return { post: { requestBody: { content: { "application/json": { schema } } } } };
}

const run = (args, options) => hooklens(args, { cwd: folder, ...options });

describe("help", () => {
  test("of the command names every command", () => {
    for (const args of [["--help"], ["-h"], ["help"]]) {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, 0);
      assert.equal(stderr, "");
      assert.match(stdout, /^ {2}check /m);
    }
    assert.ok(COMMANDS.length >= 1, COMMANDS.join());
  });

  for (const name of COMMANDS) {
    test(`of ${name}`, () => {
      const { status, stdout } = run([name, "--help"]);
      assert.equal(status, 0);
      assert.equal(stdout, run(["help", name]).stdout);
      for (const part of ["usage: ", "options:", "examples:", "exit codes:"])
        assert.ok(stdout.includes(part), part);
      for (const line of stdout.split("\n")) assert.ok(line.length <= 110, line);
      assert.ok(stdout.includes("\n  # "), "no example says what it is for");
    });

    test(`--version of ${name}`, () => assert.equal(run([name, "--version"]).stdout, `${version}\n`));
  }

  test("the version", () => assert.equal(run(["--version"]).stdout, `${version}\n`));

  test("without a command it says what there is, with exit code 2", () => {
    const { status, stdout, stderr } = run([]);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /usage: hooklens COMMAND/);
  });
});

/** What is refused, with what standard error then says. */
const REFUSED = {
  "a command that is misspelled": [["chek"], /no command chek\nhint: did you mean check\?/],
  "a command that is none": [["frobnicate"], /no command frobnicate\nhint: hooklens --help/],
  "a file in place of a command": [["valid.json"], /hint: to check it: hooklens check valid.json/],
  "an option in place of a command": [["--quiet"], /no option --quiet before a command/],
  "an option that is misspelled": [
    ["check", "--fromat", "json"],
    /no option --fromat\nhint: did you mean --format\?/,
  ],
  "an option that is none": [
    ["check", "--frobnicate"],
    /no option --frobnicate\nhint: hooklens check --help/,
  ],
  "a short option that is none": [["check", "-x"], /no option -x/],
  "an option without its value": [["check", "--format"], /--format needs a value: --format FORMAT/],
  "an option with an option for its value": [["check", "--format", "--quiet"], /--format needs a value/],
  "an option with a value too many": [["check", "--quiet=1"], /--quiet takes no value, found 1/],
  "a value that is none": [
    ["check", "--format", "jsom"],
    /--format: expected pretty, .*, found jsom\nhint: did you mean json\?/,
  ],
  "a number that is none": [
    ["check", "--jobs", "many"],
    /--jobs: expected a whole number from 1 to 64, found many/,
  ],
  "a number that is too small": [
    ["check", "--jobs", "0"],
    /--jobs: expected a whole number from 1 to 64, found 0/,
  ],
  "a file that there is not": [["check", "nothing.json"], /nothing.json: there is no such file/],
  "a file without a name": [["check", ""], /^hooklens: "": there is no such file/],
  "a catalog that there is not": [
    ["check", "--catalog", "no.json", "valid.json"],
    /--catalog no.json: there is no such/,
  ],
  "a catalog that is no JSON": [
    ["check", "--catalog", "none.json", "valid.json"],
    /--catalog none.json:1:2: expected/,
  ],
  "a catalog that is no schema": [
    ["check", "--catalog", "broken.json", "valid.json"],
    /--catalog broken.json:1:10: /,
  ],
  "an output that cannot be written": [
    ["check", "--output", "no/where", "valid.json"],
    /no\/where: there is no such/,
  ],
  "fixes of standard input": [["check", "--fix"], /--fix mends files/],
  "watching standard input": [["check", "--watch"], /--watch is for files/],
  "watching what there is not": [["check", "--watch", "nothing"], /nothing: there is no such file/],
  "a diff in a format": [["check", "--diff", "--format", "json", "valid.json"], /--diff shows a diff/],
};

describe("refused, with exit code 2 and a word of what", () => {
  for (const [name, [args, said]] of Object.entries(REFUSED)) {
    test(name, () => {
      const { status, stdout, stderr } = run(args);
      assert.match(stderr, said);
      assert.match(stderr, /^hooklens: /);
      assert.doesNotMatch(stderr, /\n {4}at /, "a stack");
      assert.equal(status, 2);
      assert.doesNotMatch(stdout, /invalid|malformed/);
    });
  }
});

describe("--catalog", () => {
  const check = (catalog, body) => run(["check", "--catalog", catalog, "--format", "json"], { input: body });

  test("OpenAPI: its events are known beside the built-in ones", () => {
    const { status, stdout } = check("openapi.json", '{"user_id": 7}');
    assert.equal(status, 0);
    const [body] = JSON.parse(stdout).bodies;
    assert.deepEqual([body.status, body.events[0].id], ["valid", "acme/user.created"]);
    assert.equal(check("openapi.json", VALID).status, 0);
  });

  test("NAME=FILE names the provider", () => {
    const { stdout } = check("shop=openapi.json", '{"user_id": 7}');
    assert.equal(JSON.parse(stdout).bodies[0].events[0].id, "shop/user.created");
  });

  test("several", () => {
    const args = ["check", "--catalog", "openapi.json", "--catalog", "b=openapi.json", "--format", "json"];
    const { stdout } = run([...args, "--event", "b/user.created"], { input: '{"user_id": 7}' });
    assert.equal(JSON.parse(stdout).bodies[0].events[0].id, "b/user.created");
  });

  test("YAML, or what it needs", () => {
    const { status, stdout, stderr } = check("acme.yaml", '{"door": "front"}');
    if (status === 2)
      return assert.match(stderr, /acme.yaml: YAML needs the package yaml.*\nhint: npm install yaml/);
    assert.equal(JSON.parse(stdout).bodies[0].events[0].id, "catalog/door-opened", stdout);
    assert.match(check("broken.yaml", "{}").stderr, /--catalog broken.yaml: /);
  });
});

test("--event is a hint", () => {
  const { stdout } = run(["check", "--event", "lock.locked", "--format", "json"], { input: "{}" });
  assert.equal(JSON.parse(stdout).bodies[0].status, "unknown");
  const decided = run(["check", "--event=seam/lock.locked", "--format", "json"], { input: "{}" });
  assert.equal(JSON.parse(decided.stdout).bodies[0].events[0].id, "seam/lock.locked");
});

describe("colours", () => {
  const ESCAPE = /\u001b\[/;
  const plain = (text) => text.replaceAll(/\u001b\[\d+m/g, "").replaceAll("\r\n", "\n");
  const args = ["check", "wrong.json"];
  const without = run(args).stdout;

  test("none where the output is no terminal", () => assert.doesNotMatch(without, ESCAPE));

  test("FORCE_COLOR: the same text with colours", () => {
    const { stdout } = run(args, { env: { FORCE_COLOR: "1" } });
    assert.match(stdout, ESCAPE);
    assert.equal(plain(stdout), without);
    assert.equal(run(args, { env: { FORCE_COLOR: "0" } }).stdout, without);
  });

  test("in a terminal: the same text with colours, and none with NO_COLOR", (t) => {
    const coloured = inTerminal(args, { cwd: folder });
    if (coloured === undefined) return t.skip("there is no `script` that makes a pseudo-terminal");
    assert.match(coloured.stdout, ESCAPE);
    assert.equal(plain(coloured.stdout), without);
    assert.equal(coloured.status, 1);
    const { stdout } = inTerminal(args, { cwd: folder, env: { NO_COLOR: "1" } });
    assert.equal(stdout.replaceAll("\r\n", "\n"), without);
  });

  test("errors too", () => {
    assert.match(run(["check", "nothing.json"], { env: { FORCE_COLOR: "1" } }).stderr, ESCAPE);
  });
});

describe("it ends quietly", () => {
  test("when nobody reads on", async () => {
    const child = start(["check", "tests/problems"]);
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    const [status, signal] = await once(child, "close");
    assert.equal(stderr, "");
    assert.deepEqual([status, signal], [0, null]);
  });

  test("on Ctrl+C", async () => {
    const child = start(["check", "-"]);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.stdin.write("{");
    setTimeout(() => child.kill("SIGINT"), 700);
    const [status, signal] = await once(child, "close");
    assert.deepEqual([status, signal], [null, "SIGINT"]);
    assert.equal(said, "");
  });
});
