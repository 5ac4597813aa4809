// The page about the command line says what the command says.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { folderOf, hooklens } from "./cli.mjs";
import { payload, root } from "./corpus.mjs";
import { terminalPicture } from "./terminal-picture.mjs";

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

test("its picture is what the command shows", () => {
  const locked = payload("seam/lock.locked");
  const body = String(locked)
    .replace('"occurred_at"', '"occured_at"')
    .replace('nfc": false', 'nfc": "false"');
  const folder = folderOf({ "body.json": body }, after);
  const commands = [
    ["check", "body.json"],
    ["check", "--fix", "body.json"],
  ].map((args) => ({
    command: ["npx hooklens", ...args].join(" "),
    output: hooklens(args, { cwd: folder, env: { FORCE_COLOR: "1" } }).stdout,
  }));
  const drawn = terminalPicture("hooklens check in a terminal", commands);
  const picture = join(root, "pkg/docs/cli.svg");
  if (process.env.UPDATE_GOLDENS === "1") writeFileSync(picture, drawn);
  else assert.equal(readFileSync(picture, "utf8"), drawn);
});
