// What stays in memory once bodies were looked at: `tests/bench/memory.mjs` measures it, and takes far more of
// them with `--long`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { root } from "./corpus.mjs";

function measure(...options) {
  const args = ["tests/bench/memory.mjs", ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
}

test("many calls take no more memory than some", () => measure("--calls"));

test("a body as large as may be leaves nothing once a small one has come after it", () => measure("--large"));

test("whatever becomes of a large body and of small ones after it, no more is kept", () =>
  measure("--small"));
