// The bodies that every runtime must say the same of: every fixture and every golden problem.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const isBody = (name) => name.endsWith(".json") && !name.endsWith(".expected.json");

/** Each body's path and bytes, in an order that no machine changes. */
export function corpus() {
  return ["tests/payloads", "tests/problems"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isBody(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((path) => ({ path: relative(root, path).split(sep).join("/"), bytes: readFileSync(path) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

export const payload = (path) => readFileSync(join(root, "tests/payloads", `${path}.json`));
