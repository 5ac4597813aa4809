// The runtimes that npm packages carry. Their install scripts do not run, so each is looked for in the package
// that has it for this machine.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { platform, arch } = process;
const exe = platform === "win32" ? ".exe" : "";

/** Where the first of these packages that is there has its binary; `owner` is the package that brings it. */
function binaryOf(owner, packages, ...path) {
  const require = createRequire(createRequire(import.meta.url).resolve(`${owner}/package.json`));
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
  return binaryOf("deno", [`@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`], `deno${exe}`);
}

export function findBun() {
  const os = platform === "win32" ? "windows" : platform;
  const name = `@oven/bun-${os}-${arch === "arm64" ? "aarch64" : arch}`;
  return binaryOf("bun", [name, `${name}-musl`], "bin", `bun${exe}`);
}

export function findWorkerd() {
  const os = platform === "win32" ? "windows" : platform;
  const name = `@cloudflare/workerd-${os}-${arch === "x64" ? "64" : arch}`;
  return binaryOf("workerd", [name], "bin", `workerd${exe}`);
}
