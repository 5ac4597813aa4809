// The runtimes that npm packages carry. Only those for Linux on x64 are installed, as optional dependencies:
// the packages that choose one for the machine name some that a registry may lack, which no lock survives.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { platform, arch } = process;
const exe = platform === "win32" ? ".exe" : "";

const require = createRequire(import.meta.url);

/** Where the first of these packages that is there has its binary. */
function binaryOf(packages, ...path) {
  for (const name of packages) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), ...path);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Each gives the path of its binary, or undefined where npm has none for this machine. */
export function findDeno() {
  return binaryOf([`@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`], `deno${exe}`);
}

export function findBun() {
  const os = platform === "win32" ? "windows" : platform;
  const name = `@oven/bun-${os}-${arch === "arm64" ? "aarch64" : arch}`;
  return binaryOf([name, `${name}-musl`], "bin", `bun${exe}`);
}

export function findWorkerd() {
  const os = platform === "win32" ? "windows" : platform;
  const name = `@cloudflare/workerd-${os}-${arch === "x64" ? "64" : arch}`;
  return binaryOf([name], "bin", `workerd${exe}`);
}
