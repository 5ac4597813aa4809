// The page about the command line says what the command says.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { MISSPELLED, folderOf, hooklens } from "./cli.mjs";
import { root } from "./corpus.mjs";

const path = join(root, "pkg/docs/cli.md");
const MARKED = /(<!-- commands: .* -->\n)[^]*(<!-- \/commands -->)/;

const help = (...args) => hooklens([...args, "--help"]).stdout;
const commands = [...help().matchAll(/^ {2}([a-z]+) {3,}\w/gm)].map(([, name]) => name);

const section = (title, text) => `\n### ${title}\n\n\`\`\`text\n${text}\`\`\`\n`;

test("its reference is what --help says", () => {
  const reference = [
    section("hooklens", help()),
    ...commands.map((name) => section(`hooklens ${name}`, help(name))),
  ].join("");
  const page = readFileSync(path, "utf8");
  const written = page.replace(MARKED, (_, start, end) => `${start}${reference}\n${end}`);
  if (process.env.UPDATE_GOLDENS === "1") writeFileSync(path, written);
  else assert.equal(page, written);
});

test("what it shows of `check` is what that prints", () => {
  const body = JSON.stringify(JSON.parse(MISSPELLED), null, 2);
  const folder = folderOf({ "body.json": body }, after);
  const { stdout } = hooklens(["check", "body.json"], { cwd: folder });
  assert.ok(readFileSync(path, "utf8").includes(`\`\`\`text\n${stdout}\`\`\`\n`), stdout);
});
