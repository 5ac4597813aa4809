// What keeps a release back.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { address, changelog, crate, tarball, uncommitted, versions } from "../../pkg/release.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hooklens-release-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const FILES = {
  "pkg/package.json": '{ "name": "hooklens", "version": "1.2.3", "files": ["*.js"], "repository": "x" }\n',
  "pkg/index.js": "export {};\n",
  "pkg/schemas/asyncapi.json": '{ "info": { "version": "1.2.3" } }\n',
  "src/lib.rs": "//! All.\n",
  ".gitignore": "/target/\n.DS_Store\n",
  "Cargo.toml": '[package]\nname = "hooklens"\nversion = "1.2.3"\nrepository = "x"\ninclude = ["/src"]\n',
  "Cargo.lock": '[[package]]\nname = "hooklens"\nversion = "1.2.3"\n',
  "tests/fuzz/Cargo.lock": '[[package]]\nname = "hooklens"\nversion = "1.2.3"\n',
  "package-lock.json": '{ "packages": { "pkg": { "version": "1.2.3" } } }\n',
  "CHANGELOG.md": "# Changelog\n\n## 1.2.3, 2026-01-02\n\n- All.\n\n## 1.2.2, 2026-01-01\n",
};
const git = (...args) =>
  execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", ...args], { cwd: folder });

for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
git("init", "-q");
git("add", "-A");
git("commit", "-qm", "all");

/** What a check says once a file has been changed; the file is as it was afterwards. */
function changed(check, path, change) {
  const file = join(folder, path);
  writeFileSync(file, change(FILES[path] ?? ""));
  try {
    return check(folder);
  } finally {
    if (path in FILES) writeFileSync(file, FILES[path]);
    else rmSync(file);
  }
}

describe("a release", () => {
  test("nothing keeps back what is as it should be", () => {
    for (const check of [versions, changelog, address, uncommitted, tarball, crate])
      assert.deepEqual(check(folder), [], check.name);
  });

  for (const path of [
    "Cargo.toml",
    "Cargo.lock",
    "tests/fuzz/Cargo.lock",
    "package-lock.json",
    "pkg/schemas/asyncapi.json",
  ]) {
    test(`another version in ${path} does`, () => {
      const said = changed(versions, path, (text) => text.replace("1.2.3", "1.2.4"));
      assert.deepEqual(said, [`${path} has version 1.2.4, and pkg/package.json 1.2.3`]);
    });
  }

  test("a changelog without it, or without its day, does", () => {
    const without = changed(changelog, "CHANGELOG.md", (text) =>
      text.replace("## 1.2.3, 2026-01-02", "## 1.3.0, unreleased"),
    );
    assert.deepEqual(without, ["CHANGELOG.md begins with 1.3.0, and not with 1.2.3"]);
    const dayless = changed(changelog, "CHANGELOG.md", (text) => text.replace("2026-01-02", "unreleased"));
    assert.deepEqual(dayless, ["CHANGELOG.md has “unreleased” for 1.2.3, and no day"]);
    assert.deepEqual(
      changed(changelog, "CHANGELOG.md", (text) => text.replace("2026-01-02", "2026-13-02")),
      ["CHANGELOG.md has “2026-13-02” for 1.2.3, and no day"],
    );
    assert.deepEqual(
      changed(changelog, "CHANGELOG.md", (text) => text.replace("- All.\n", "")),
      ["CHANGELOG.md says nothing of 1.2.3"],
    );
    assert.deepEqual(
      changed(changelog, "CHANGELOG.md", () => "# Changelog\n\n## 1.2.3, 2026-01-02\n"),
      ["CHANGELOG.md says nothing of 1.2.3"],
    );
    assert.deepEqual(
      changed(changelog, "CHANGELOG.md", () => "# Changelog\n"),
      ["CHANGELOG.md begins with no version, and not with 1.2.3"],
    );
  });

  test("manifests without the address of the repository do", () => {
    assert.deepEqual(
      changed(address, "Cargo.toml", (text) => text.replace('repository = "x"\n', "")),
      ["Cargo.toml has no `repository`"],
    );
    assert.deepEqual(
      changed(address, "pkg/package.json", (text) => text.replace(', "repository": "x"', "")),
      ["pkg/package.json has no `repository`"],
    );
  });

  test("what is not committed does", () => {
    assert.deepEqual(
      changed(uncommitted, "pkg/index.js", (text) => `${text}// more\n`),
      ["pkg/index.js is not committed"],
    );
  });

  test("a file too many in the tarball does", () => {
    assert.deepEqual(
      changed(tarball, "pkg/left-over.js", () => "export {};\n"),
      ["pkg/left-over.js would be packed, and is not in the repository"],
    );
  });

  test("a file too many in the crate does, also one that git ignores", () => {
    for (const path of ["src/left-over.rs", "src/.DS_Store"])
      assert.deepEqual(
        changed(crate, path, () => "\n"),
        [`${path} would be packed, and is not in the repository`],
      );
  });

  test("the command says what it can do, and what it cannot", () => {
    const command = (...args) =>
      spawnSync(process.execPath, [join(root, "pkg/release.mjs"), ...args], { encoding: "utf8" });
    assert.deepEqual([command("--help").status, command("--help").stderr], [0, ""]);
    assert.match(command("--help").stdout, /usage: npm run release/);
    for (const [args, words] of [
      [["--chekc"], "Unknown option: --chekc"],
      [["--fast"], "--fast needs --check"],
    ]) {
      const { status, stderr } = command(...args);
      assert.equal(status, 2);
      assert.ok(stderr.startsWith(words), stderr);
    }
  });

  test("the versions of this repository agree, and the changelog begins with what comes next", () => {
    assert.deepEqual(versions(root), []);
    assert.match(
      readFileSync(join(root, "CHANGELOG.md"), "utf8"),
      /^## \d+\.\d+\.\d+, (unreleased|\d{4}-\d\d-\d\d)$/m,
    );
  });
});
