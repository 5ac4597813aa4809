// What is in a Markdown file, as GitHub reads it: code blocks, links, and the anchors that links can have.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./corpus.mjs";

const IGNORED = new Set(["node_modules", "target", "dist", ".git"]);

/** Every file that git knows or would take; without git, every file but those of builds and of packages. */
export function repositoryFiles() {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return status === 0 && stdout !== "" ? stdout.split("\0").filter(Boolean) : walk("");
}

function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const FENCE = /^( *)(```+)([^\n`]*)\n([^]*?)^\1\2 *$/gm;

/** A Markdown file taken apart. */
export function markdown(path) {
  const text = readFileSync(join(root, path), "utf8");
  const blocks = [...text.matchAll(FENCE)].map(([, indent, , language, code]) => ({
    language: language.trim(),
    code: code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
  const prose = text.replaceAll(FENCE, "").replaceAll(/<!--[^]*?-->/g, "");
  const inline = [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, code]) => code);
  const plain = prose.replaceAll(/(?<!`)`[^`\n]+`(?!`)/g, (code) => code.replaceAll(/[[\]()<>]/g, "_"));
  const links = [
    ...[...plain.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, link]) => link),
    ...[...plain.matchAll(/^ {0,3}\[[^\]]+\]:\s*(\S+)/gm)].map(([, link]) => link),
    ...[...plain.matchAll(/<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]*)"/g)].map(([, link]) => link),
    ...[...plain.matchAll(/<(https?:[^\s>]+)>/g)].map(([, link]) => link),
  ];
  return { path, text, blocks, inline, links, anchors: anchors(prose) };
}

/** The ids that GitHub gives headings: one that is there twice gets a number. */
function anchors(prose) {
  const seen = new Map();
  const found = new Set();
  for (const [, title] of prose.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const slug = title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    found.add(times === 0 ? slug : `${slug}-${times}`);
  }
  return found;
}
