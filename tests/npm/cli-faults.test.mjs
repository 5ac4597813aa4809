// `hooklens send --fault`: for each code and each event, a body with just that problem, or none.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { validate } from "hooklens";
import { catalog } from "hooklens/catalog";
import { CODES, faultyOf } from "../../pkg/cli/faults.js";
import { keeper, start } from "./cli.mjs";
import { root } from "./corpus.mjs";

/** Of which events a code can be had alone, where not of all: their number, for that of the others is what it is. */
const LEAST = {
  "ambiguous-event": 98,
  "wrapped-event": catalog.filter(({ event }) => event).length,
  "unexpected-value": 26,
  "inconsistent-value": 6,
  "missing-envelope": 12,
  "unexpected-field": catalog.length - 1,
  "unsafe-number": 12,
  "lone-surrogate": 123,
};

/** A rule that only loaded catalogs have. */
const LOADED = ["unmet-rule"];

test("every code that a body can have is there", () => {
  const types = readFileSync(join(root, "pkg/events.d.ts"), "utf8");
  const [list] = /export type ProblemCode =[^;]*;/.exec(types);
  const codes = [...list.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
  assert.deepEqual([...CODES, ...LOADED].toSorted(), codes.toSorted());
});

for (const code of CODES) {
  test(code, () => {
    let had = 0;
    for (const { example } of catalog) {
      const body = faultyOf(code, example, validate);
      if (body === undefined) continue;
      had += 1;
      const { problems, omitted } = validate(body);
      assert.deepEqual([problems.map((problem) => problem.code), omitted], [[code], undefined]);
    }
    const least = LEAST[code] ?? catalog.length;
    assert.ok(had >= least, `${had} events of at least ${least}`);
  });
}

test("is what is sent; what cannot be is refused", async (t) => {
  const { kept, url } = await keeper(t);
  const send = async (...args) => {
    const child = start(["send", ...args]);
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.stdout.resume();
    const [status] = await once(child, "close");
    return { status, stderr };
  };
  for (const code of ["missing-field", "invalid-json", "invalid-utf8", "duplicate-key"]) {
    assert.equal((await send("refresh", url, "--fault", code)).status, 0);
    assert.deepEqual(
      validate(kept.at(-1).body).problems.map((problem) => problem.code),
      [code],
    );
  }
  const refused = await send("refresh", url, "--fault", "unsafe-number");
  assert.equal(refused.status, 2);
  assert.match(
    refused.stderr,
    /--fault: a body of paybook\/refresh cannot have just the problem unsafe-number/,
  );
  assert.match(
    (await send("refresh", url, "--fault", "missing-feild")).stderr,
    /did you mean missing-field\?/,
  );
});
