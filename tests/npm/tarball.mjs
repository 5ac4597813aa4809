// The package as npm would publish it, installed in an empty folder.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "../../pkg/release.mjs";
import { root } from "./corpus.mjs";

/** Packs it into a new folder: `file` is the tarball, `listed` what npm says of it. */
export function pack() {
  const folder = mkdtempSync(join(tmpdir(), "hooklens-pack-"));
  const [listed] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], join(root, "pkg")));
  return {
    folder,
    listed,
    file: join(folder, listed.filename),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Packs it and installs it as a user does; `folder` has it in its node_modules. */
export function install() {
  const { folder, file, remove } = pack();
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  npm(["install", "--offline", "--no-audit", "--no-fund", file], folder);
  return { folder, remove };
}

/** Installs a package that carries a binary for this machine, in a folder of its own. */
export function installAlone(name, folder) {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", name], folder);
}
