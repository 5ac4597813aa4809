// Where the programs of servers are. It needs no package: the test runner asks before any is installed.
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian puts what no user starts by hand. */
function folders() {
  const postgres = "/usr/lib/postgresql";
  let versions = [];
  try {
    versions = readdirSync(postgres).map((version) => join(postgres, version, "bin"));
  } catch {
    // There is none.
  }
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", ...versions];
}

/** The path of a server's program; undefined if there is none. */
export function findServer(name) {
  return folders()
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
