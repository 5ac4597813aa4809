// The command as the packed tarball has it, in an empty folder, in each runtime.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parse as parseYaml } from "yaml";
import { findBun, findDeno } from "./binaries.mjs";
import { MISSPELLED, VALID, environment, hooklens } from "./cli.mjs";
import { markdown } from "./markdown.mjs";
import { install, installAlone } from "./tarball.mjs";

const NODES = ["22.21.1", "26.10.0"];

let folder;
let remove;
let expected;

const script = () => join(folder, "node_modules/hooklens/cli/hooklens.js");

before(() => {
  ({ folder, remove } = install());
  writeFileSync(join(folder, "body.json"), MISSPELLED);
  // Enough for several threads.
  writeFileSync(join(folder, "lines.ndjson"), `${VALID}\n`.repeat(16_000) + MISSPELLED);
  expected = said([process.execPath, script()]);
});
after(() => remove?.());

/** What it says, of a body and of an archive. */
function said(command) {
  return [
    ["check", "body.json"],
    ["check", "--jobs", "2", "lines.ndjson", "--format", "ndjson"],
    ["check", "none"],
  ].map((args) => hooklens(args, { cwd: folder, command }));
}

test("by its name, as npx starts it", () => {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  const command = [join(folder, "node_modules/.bin", `hooklens${suffix}`)];
  assert.deepEqual(said(command), expected);
  assert.deepEqual(
    expected.map(({ status }) => status),
    [1, 1, 2],
  );
  assert.match(expected[0].stdout, /misspelled-field/);
  assert.equal(JSON.parse(expected[1].stdout).line, 16_001);
});

describe("what the page about the command shows for continuous integration", () => {
  const documents = markdown("pkg/docs/cli.md")
    .blocks.filter(({ language }) => language === "yaml")
    .map(({ code }) => parseYaml(code));
  const steps = documents.flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []));
  const [hook] = documents.flatMap(({ repos = [] }) => repos.flatMap(({ hooks }) => hooks));

  /** Runs a line as a workflow's step does. */
  const bash = (line) =>
    spawnSync("bash", ["-e", "-c", line], {
      cwd: folder,
      env: environment({ GITHUB_ACTIONS: "true" }),
      encoding: "utf8",
    });

  /** With fixtures of which one is wrong, and with none of which that is so. */
  const fixtures = (...bodies) => {
    rmSync(join(folder, "fixtures"), { recursive: true, force: true });
    mkdirSync(join(folder, "fixtures"));
    bodies.forEach((body, at) => writeFileSync(join(folder, `fixtures/${at}.json`), body));
  };

  test("a step of a workflow", () => {
    const [step] = steps;
    fixtures(VALID, MISSPELLED);
    const { status, stdout } = bash(step);
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=fixtures\/1\.json,line=1,/);
    fixtures(VALID);
    assert.equal(bash(step).status, 0);
  });

  test("a step for code scanning", () => {
    const [, step] = steps;
    const results = () => JSON.parse(readFileSync(join(folder, "hooklens.sarif"), "utf8")).runs[0].results;
    fixtures(VALID, MISSPELLED);
    assert.equal(bash(step).status, 0);
    assert.equal(results().length, 1);
    fixtures(VALID);
    assert.equal(bash(step).status, 0);
    assert.deepEqual(results(), []);
    rmSync(join(folder, "fixtures"), { recursive: true });
    assert.notEqual(bash(step).status, 0);
  });

  test("a hook of pre-commit, which is given the files", () => {
    fixtures(VALID, MISSPELLED);
    const files = ["fixtures/0.json", "fixtures/1.json"];
    for (const file of files) assert.match(file, new RegExp(hook.files));
    const { status, stdout } = hooklens([...hook.entry.split(" ").slice(1), ...files], {
      cwd: folder,
      command: ["npx"],
    });
    assert.equal(status, 1);
    assert.match(stdout, /fixtures\/1\.json: invalid/);
    assert.doesNotMatch(stdout, /0\.json|in 2 files/);
  });
});

describe("other runtimes say the same", () => {
  test("Deno", (t) => {
    const deno = findDeno();
    if (!deno) return t.skip("Deno: npm has none for this machine");
    assert.deepEqual(
      said([deno, "run", "--no-lock", "--allow-read", "--allow-env", "--allow-sys", script()]),
      expected,
    );
  });

  test("Bun", (t) => {
    const bun = findBun();
    if (!bun) return t.skip("Bun: npm has none for this machine");
    assert.deepEqual(said([bun, script()]), expected);
  });

  for (const version of NODES) {
    test(`Node ${version}`, (t) => {
      const os = process.platform === "win32" ? "win" : process.platform;
      const name = `node-${os}-${process.arch}`;
      const at = join(folder, `node-${version}`);
      mkdirSync(at);
      try {
        installAlone(`${name}@${version}`, at);
      } catch (error) {
        return t.skip(`Node ${version}: npm gives no ${name}: ${error.message.split("\n")[0]}`);
      }
      const node = join(at, "node_modules", name, "bin", os === "win" ? "node.exe" : "node");
      assert.equal(execFileSync(node, ["--version"], { encoding: "utf8" }).trim(), `v${version}`);
      assert.deepEqual(said([node, script()]), expected);
    });
  }
});
