// The command as the packed tarball has it, in an empty folder, in each runtime.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { findBun, findDeno } from "./binaries.mjs";
import { MISSPELLED, VALID, hooklens } from "./cli.mjs";
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
