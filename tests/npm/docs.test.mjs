// What the documents show is so: each JavaScript example runs, and each value that it says beside a line is
// that line's.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { catalog } from "hooklens/catalog";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

const folder = mkdtempSync(join(tmpdir(), "hooklens-docs-"));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "node_modules"));
symlinkSync(join(root, "pkg"), join(folder, "node_modules", "hooklens"), "junction");

const blocks = (path, language) =>
  [...read(path).matchAll(new RegExp(`^( \\* )?\`\`\`${language}\\n([^]*?)^( \\* )?\`\`\`$`, "gm"))].map(
    ([, , text]) => text.replaceAll(/^ \* ?/gm, ""),
  );

/** A statement that is an expression, and the value that the comment beside it says. */
const SAID = /^( *)([^/\s].*?); *\/\/ ("[^"]*"|'[^']*'|\d+|true|false|\{.*\})/gm;

const EXAMPLES = [
  { path: "README.md", examples: 1, values: 5 },
  { path: "pkg/index.d.ts", examples: 4, values: 7 },
  { path: "pkg/catalog.d.ts", examples: 1, values: 3 },
];

for (const { path, examples, values } of EXAMPLES) {
  test(`the examples of ${path}`, async () => {
    const found = blocks(path, "js");
    assert.equal(found.length, examples);
    const seen = [];
    for (const [index, block] of found.entries()) {
      const checked = block.replaceAll(
        SAID,
        (_, indent, expression, value) => `${indent}said(${expression}, ${value}); //`,
      );
      const imports = /^import /m.test(block)
        ? ""
        : 'import * as hooklens from "hooklens"; const { validate, parse, normalize } = hooklens;';
      const body = /\bconst body\b/.test(block) ? "" : "const body = given;";
      const file = join(folder, `${path.replaceAll(/\W/g, "-")}-${index}.mjs`);
      const [head] = checked.match(/^(?:import .*\n)*/);
      const rest = checked.slice(head.length);
      writeFileSync(
        file,
        `${imports}${head}\nexport function run(said, given, console) {\n${body}\n${rest}\n}\n`,
      );
      const { run } = await import(pathToFileURL(file));
      const said = (actual, expected) => {
        assert.deepEqual(actual, expected, block);
        seen.push(expected);
      };
      const example = /"paybook\/refresh"/.test(block) ? "paybook/refresh" : "paybook/credential_create";
      let printed = 0;
      run(said, catalog.find(({ id }) => id === example).example, { log: () => printed++ });
      assert.equal(printed > 0, block.includes("console.log"));
    }
    assert.equal(seen.length, values, `checked ${JSON.stringify(seen)}`);
  });
}

test("the canonical form in README.md is that of the example", () => {
  const [shown] = blocks("README.md", "json");
  assert.deepEqual([JSON.parse(shown)], JSON.parse(read("tests/canonical/paybook/credentials.created.json")));
});

test("the events that the documents count are the catalog's", () => {
  const of = (provider, event) =>
    catalog.filter((entry) => entry.provider === provider && entry.event === event).length;
  for (const path of ["README.md", "pkg/README.md"]) {
    const [, paybook, chift, seam] = read(path).match(
      /It knows all the events .*Paybook Sync\b.* \((\d+), .* the three bodies of .*Chift\b.* \((\d+)\) and .*Seam\b.* \((\d+)\)/,
    );
    assert.deepEqual(
      [paybook, chift, seam].map(Number),
      ["paybook", "chift", "seam"].map((provider) => of(provider, true)),
      path,
    );
  }
  assert.deepEqual([of("paybook", false), of("chift", false), of("seam", false)], [3, 0, 0]);
});
