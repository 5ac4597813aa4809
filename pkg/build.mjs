#!/usr/bin/env node
// Builds pkg/wasm from the crate, the same bytes on every machine.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { factoryOf } from "./glue.mjs";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const OUT = join(root, "pkg", "wasm");
const COMMAND = "npm run build";

/** What each WebAssembly module may weigh, gzipped. */
export const BUDGETS = { hooklens: 111_900, full: 200_800 };

/** How the crate is compiled for each: without the loader, and all that only loaded catalogs need, or with them. */
const FEATURES = { hooklens: ["--no-default-features", "--features", "wasm"], full: ["--features", "wasm"] };

const USAGE = `Builds pkg/wasm, which is committed, from the Rust crate.

usage: npm run build [-- --check]

  --check  build aside and fail unless the result is what is committed, byte for byte
  --help   this text
`;

/** Copied beside the package, because npm packs only what is in its folder. */
const LICENSES = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

const WASM_PACK = "0.15.1";

class Failure extends Error {}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) throw new Failure(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Failure(`${command} ${args[0]} failed`);
}

function pinnedWasmBindgen() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = lock.match(/name = "wasm-bindgen"\nversion = "([^"]+)"/)?.[1];
  if (!version) throw new Failure("Cargo.lock names no version of wasm-bindgen");
  return version;
}

function hasVersion(command, version) {
  const { stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
  return stdout?.trim().split(/\s+/)[1] === version;
}

/** The folder of a cargo tool of exactly this version; "" where the PATH has it already. */
function tool(crate, command, version) {
  if (hasVersion(command, version)) return "";
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const at = join(cache, "hooklens", `${crate}-${version}`);
  if (!hasVersion(join(at, "bin", command), version)) {
    console.log(`${command} ${version} is not here: compiling it into ${at}, once; it takes some minutes …`);
    const install = ["install", crate, "--version", version, "--root", at];
    const env = cleanEnvironment();
    const { status } = spawnSync("cargo", [...install, "--locked"], { cwd: root, stdio: "inherit", env });
    // A registry's mirror may be behind the versions that the tool was published with.
    if (status !== 0) run("cargo", install, { env });
  }
  return join(at, "bin");
}

/** The environment without what would change the build. */
function cleanEnvironment() {
  const changes =
    /^(RUSTUP_TOOLCHAIN|RUSTFLAGS|RUSTC|RUSTC_.*|RUSTDOCFLAGS|CARGO_ENCODED_RUSTFLAGS|CARGO_INCREMENTAL|CARGO_(BUILD|PROFILE|TARGET)_.*)$/;
  const kept = Object.entries(process.env).filter(([name]) => !changes.test(name));
  // Empty, it switches off a wrapper that the user's configuration of cargo names.
  return { ...Object.fromEntries(kept), RUSTC_WRAPPER: "" };
}

function rustFlags() {
  const pinned = readFileSync(join(root, "rust-toolchain.toml"), "utf8").match(/channel = "([^"]+)"/)[1];
  const rustc = (...args) =>
    execFileSync("rustc", args, { cwd: root, env: cleanEnvironment(), encoding: "utf8" }).trim();
  const version = rustc("--version", "--verbose");
  if (version.match(/release: (.+)/)[1] !== pinned)
    throw new Failure(`The build needs Rust ${pinned}; found ${version.split("\n")[0]}`);
  // The dependencies' folders are named after the registry they came from, which may be a mirror.
  run("cargo", ["fetch", "--locked", "--target", "wasm32-unknown-unknown"], { env: cleanEnvironment() });
  const sources = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "registry", "src");
  const registries = existsSync(sources) ? readdirSync(sources) : [];
  // Where the standard library's source is installed, rustc names it by its place on this machine.
  const std = join(rustc("--print", "sysroot"), "lib", "rustlib", "src", "rust");
  return [
    "-Ctarget-feature=+simd128",
    // What is hot uses SIMD by itself; elsewhere these make the module a tenth larger for nothing.
    "-Cno-vectorize-loops",
    "-Cno-vectorize-slp",
    // What is hot is marked `#[inline(always)]`. With 60 and 100 in place of these, checking a body takes 2 %
    // less time and the module 1.4 KB more, gzipped; with 25 and 60, a report takes a tenth more time and the module 0.4 KB
    // less.
    "-Cllvm-args=-inline-threshold=50",
    "-Cllvm-args=-inlinehint-threshold=60",
    "-Cllvm-args=-unroll-threshold=10",
    // Engines have fewer registers than these take there to be: they make the reader a tenth slower, and no smaller.
    "-Cllvm-args=-bonus-inst-threshold=0",
    "-Cllvm-args=-disable-lsr",
    `--remap-path-prefix=${root}=/hooklens`,
    ...registries.map((name) => `--remap-path-prefix=${join(sources, name)}=/cargo`),
    `--remap-path-prefix=${std}=/rustc/${version.match(/commit-hash: (.+)/)[1]}`,
  ];
}

/** What wasm-pack makes of the crate for a module, by a profile of the crate: the glue, and the module. */
export function compile(name, profile = "--release") {
  const bin = join(root, "node_modules", ".bin");
  if (!existsSync(join(bin, "wasm-opt")))
    throw new Failure("wasm-opt is missing: run `npm ci` first, it comes with the package `binaryen`");
  const tools = [
    tool("wasm-pack", "wasm-pack", WASM_PACK),
    tool("wasm-bindgen-cli", "wasm-bindgen", pinnedWasmBindgen()),
  ];
  const out = mkdtempSync(join(tmpdir(), "hooklens-"));
  try {
    const args = ["build", root, "--target", "web", profile, "--out-dir", out, "--out-name", "hooklens"];
    run(
      "wasm-pack",
      [...args, "--no-pack", "--no-gitignore", "--no-typescript", "--", "--locked", ...FEATURES[name]],
      {
        env: {
          ...cleanEnvironment(),
          PATH: [...tools, bin, process.env.PATH].filter(Boolean).join(delimiter),
          CARGO_ENCODED_RUSTFLAGS: rustFlags().join("\x1f"),
          CARGO_TARGET_DIR: join(root, "target", "wasm"),
        },
      },
    );
    return {
      glue: readFileSync(join(out, "hooklens.js"), "utf8"),
      wasm: readFileSync(join(out, "hooklens_bg.wasm")),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Everything that is built: the path in the repository, and the bytes. */
function build() {
  const hooklens = compile("hooklens");
  const full = compile("full");
  checkGlue(hooklens.wasm, full.glue);
  return new Map([
    ["pkg/wasm/hooklens.js", Buffer.from(factoryOf(full.glue))],
    ["pkg/wasm/hooklens_bg.wasm", hooklens.wasm],
    ["pkg/wasm/inline.js", Buffer.from(inlined(hooklens.wasm, "hooklens_bg.wasm"))],
    ["pkg/wasm/full_bg.wasm", full.wasm],
    ["pkg/wasm/full_inline.js", Buffer.from(inlined(full.wasm, "full_bg.wasm"))],
    ...LICENSES.map((name) => [`pkg/${name}`, readFileSync(join(root, name))]),
  ]);
}

/** One glue is for both modules: the one with the loader has all that the other imports. */
function checkGlue(wasm, glue) {
  for (const { name } of WebAssembly.Module.imports(new WebAssembly.Module(wasm)))
    if (!glue.includes(name)) throw new Failure(`The glue of the module with the loader has no ${name}`);
}

const inlined = (wasm, name) =>
  `// Generated by \`${COMMAND}\`: ${name} in base64.\nexport default "${wasm.toString("base64")}";\n`;

/** What is in pkg/wasm now. */
const built = () => (existsSync(OUT) ? readdirSync(OUT).map((name) => `pkg/wasm/${name}`) : []);

const gzipped = (wasm) => gzipSync(wasm, { level: 9 }).length;

/** No path of the machine that built it may be in what everyone gets. */
function checkPaths(files) {
  for (const [path, bytes] of files) {
    for (const place of [root, homedir()]) {
      if (place.length > 1 && bytes.includes(place)) throw new Failure(`${path} names ${place}`);
    }
  }
}

export function main(args) {
  for (const arg of args) {
    if (arg === "--help" || arg === "-h") return void process.stdout.write(USAGE);
    if (arg !== "--check") {
      console.error(`Unknown option: ${arg}\n\n${USAGE}`);
      process.exitCode = 2;
      return;
    }
  }
  try {
    const files = build();
    const sizes = Object.keys(BUDGETS).map((name) => {
      const wasm = files.get(`pkg/wasm/${name}_bg.wasm`);
      console.log(
        `${name}_bg.wasm: ${wasm.length} bytes, ${gzipped(wasm)} gzipped, of at most ${BUDGETS[name]}`,
      );
      return [name, gzipped(wasm)];
    });
    if (args.includes("--check")) {
      const changed = [...files].filter(([path, bytes]) => {
        const file = join(root, path);
        return !existsSync(file) || !readFileSync(file).equals(bytes);
      });
      const stale = [...changed.map(([path]) => path), ...built().filter((path) => !files.has(path))];
      if (stale.length > 0)
        throw new Failure(`Not what the sources build: ${stale.join(", ")}. \`${COMMAND}\` mends it.`);
      console.log(`The ${files.size} committed files are what the sources build.`);
    } else {
      rmSync(OUT, { recursive: true, force: true });
      mkdirSync(OUT);
      for (const [path, bytes] of files) writeFileSync(join(root, path), bytes);
      console.log(`Wrote ${[...files.keys()].join(", ")}.`);
    }
    checkPaths(files);
    for (const [name, size] of sizes) {
      const over = size - BUDGETS[name];
      if (over > 0) throw new Failure(`${name}_bg.wasm is ${over} bytes over its budget`);
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  main(process.argv.slice(2));
