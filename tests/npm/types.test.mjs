// The types of every event and of lenses, under the strictest options that TypeScript has.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalog } from "hooklens";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Each file with what it needs of the platform besides the language. */
const SOURCES = [
  ["events.types.ts", []],
  ["lens.types.ts", []],
  ["queues.types.ts", ["dom"]],
].map(([name, more]) => ({
  name,
  source: readFileSync(new URL(name, import.meta.url), "utf8"),
  lib: ["es2022", ...more],
}));

const folder = mkdtempSync(join(tmpdir(), "hooklens-types-"));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "node_modules"));
symlinkSync(join(root, "pkg"), join(folder, "node_modules", "hooklens"), "junction");
for (const scope of ["@nats-io", "@types"])
  symlinkSync(join(root, "node_modules", scope), join(folder, "node_modules", scope), "junction");
writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');

/** What the compiler says of a source. */
function compile(text, options) {
  writeFileSync(join(folder, "events.types.ts"), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022"],
    types: [],
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    isolatedModules: true,
    isolatedDeclarations: false,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    ...options,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["events.types.ts"] }),
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [tsc, "-p", folder], {
    encoding: "utf8",
  });
  assert.equal(error, undefined);
  return { status, said: stdout + stderr };
}

const RESOLUTIONS = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

for (const { name, source, lib } of SOURCES) {
  for (const options of RESOLUTIONS) {
    test(`${name}: they are right where modules are resolved as ${options.moduleResolution} does`, () => {
      const { status, said } = compile(source, { ...options, lib });
      assert.equal(status, 0, said);
    });
  }

  test(`${name}: what must not compile does not: each error is where it is expected`, () => {
    const bare = source.replaceAll(/^\s*\/\/ @ts-expect-error.*$/gm, "");
    const expected = source.match(/^\s*\/\/ @ts-expect-error/gm).length;
    const { status, said } = compile(bare, { ...RESOLUTIONS[0], lib });
    assert.notEqual(status, 0);
    assert.equal(said.match(/error TS\d+/g).length, expected, said);
    assert.doesNotMatch(said, /error TS(2307|2305|5\d{3}|6\d{3}|18003)\b/, "an error of the setup");
  });
}

test("platforms.types.ts: what the platforms' own types say fits", () => {
  const source = readFileSync(new URL("platforms.types.ts", import.meta.url), "utf8");
  const lib = ["es2023", "dom"];
  const { status, said } = compile(source, { ...RESOLUTIONS[0], lib, types: ["node"], skipLibCheck: true });
  assert.equal(status, 0, said);
});

test("every event type is a case of the switch; without any one of them it does not compile", () => {
  // One compilation for all: a switch that has every event type, and for each event type one that lacks it.
  const ids = catalog.map(({ id }) => id);
  const lacking = [undefined, ...ids].map((lacks, index) => {
    const cases = ids.filter((id) => id !== lacks).map((id) => `    case ${JSON.stringify(id)}:`);
    return [
      `export function lacks${index}(event: KnownEvent): string {`,
      "  switch (event.id) {",
      ...cases,
      "      return event.title;",
      "    default:",
      ...(lacks ? [`      // @ts-expect-error: ${lacks} has no case`] : []),
      "      return never(event);",
      "  }",
      "}",
    ].join("\n");
  });
  const text = `import type { KnownEvent } from "hooklens";\ndeclare function never(value: never): never;\n${lacking.join("\n")}\n`;
  const { status, said } = compile(text, RESOLUTIONS[0]);
  assert.equal(status, 0, said);
});
