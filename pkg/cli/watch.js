// Checks again whenever something changes.
import { statSync, watch as watchFile } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What changes together, as when a branch is checked out, is looked at once. */
const QUIET = 100;

/** Runs `check` now, and again after each change of a file that these paths lead to. */
export async function watch(paths, check) {
  let changed;
  const next = () => new Promise((resolve) => (changed = resolve));
  let change = next();
  for (const path of paths) {
    const isFolder = statSync(path).isDirectory();
    // A file may be replaced by another: its folder is told of both.
    watchFile(isFolder ? path : dirname(path), { recursive: isFolder }, (_, name) => {
      const isHidden = name?.split(sep).some((part) => part.startsWith(".") || part === "node_modules");
      if (isFolder ? !isHidden : name === basename(path)) changed();
    });
  }
  for (;;) {
    await check();
    await change;
    await sleep(QUIET);
    change = next();
  }
}
