#!/usr/bin/env node
// Runs every test, after setting up whatever of the tools is missing.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { availableParallelism, homedir } from "node:os";
import { findServer } from "./queues/find-server.mjs";
import { ENGINES, isInstalled } from "./www/engines/installed.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ci = process.env.CI === "true" || process.env.CI === "1";
const asRoot = process.getuid?.() === 0;
const windows = process.platform === "win32";

/** What ends a step: a failure, or the reason why it cannot run here. */
class Failed extends Error {}
class Skipped extends Error {}

function run(command, args, { why, limit = 30, ...options } = {}) {
  console.log(`$ ${[command, ...args].join(" ")}${why ? `    # ${why}` : ""}`);
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: limit * 60_000,
    shell: windows && command === "npm",
    ...options,
  });
  if (error?.code === "ETIMEDOUT") throw new Failed(`no end after ${limit} minutes`);
  if (error) throw new Failed(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Failed(`${command} ended with ${signal ?? `exit code ${status}`}`);
}

const answer = (command, ...args) =>
  spawnSync(command, args, { cwd: root, encoding: "utf8", shell: windows && command === "npm" }).stdout ?? "";
const runs = (command, ...args) => spawnSync(command, args, { cwd: root, stdio: "ignore" }).status === 0;

function onPath(...names) {
  const runnable = (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runnable);
}

function aptInstall(names, why) {
  if (!asRoot || !onPath("apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env, why: "what follows needs it" });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], { env, why });
  return true;
}

/** Whether what is installed is what the lock names; a package for another platform may be absent. */
function packagesAreInstalled() {
  const packages = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  if (!existsSync(join(root, "node_modules", ".package-lock.json"))) return false;
  const installed = packages(join("node_modules", ".package-lock.json"));
  return Object.entries(packages("package-lock.json")).every(([path, { integrity, optional }]) => {
    if (!path.startsWith("node_modules/") || !integrity) return true;
    return installed[path] ? installed[path].integrity === integrity : optional;
  });
}

/** The browser of an engine that the page is tested in. */
function browser(engine) {
  const { title, packages, size, elsewhere } = ENGINES[engine];
  if (!isInstalled(engine)) aptInstall(packages, `${title}, which the page is tested in, some ${size}`);
  if (!isInstalled(engine)) throw new Skipped(`there is no ${title}: ${elsewhere}`);
}

/** What must be here before a step can run: each is made ready once, when the first step asks for it. */
const SETUP = {
  packages() {
    if (packagesAreInstalled()) return;
    run("npm", ["ci"], { why: "the packages of package-lock.json" });
  },

  compiler() {
    if (onPath("cc", "gcc", "clang") || windows) return;
    if (!aptInstall(["build-essential"], "a C linker, which cargo needs")) {
      throw new Skipped("there is no C linker: install gcc or clang");
    }
  },

  rust() {
    SETUP.compiler();
    const cargoBin = join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "bin");
    if (!onPath(windows ? "cargo.exe" : "cargo") && existsSync(cargoBin)) {
      process.env.PATH = `${cargoBin}${delimiter}${process.env.PATH}`;
    }
    if (!onPath("cargo", "cargo.exe")) {
      if (windows || !onPath("curl"))
        throw new Skipped("there is no Rust: install rustup, https://rustup.rs");
      run(
        "sh",
        ["-c", "curl -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain none --no-modify-path"],
        {
          why: "rustup, which installs Rust",
        },
      );
      process.env.PATH = `${cargoBin}${delimiter}${process.env.PATH}`;
    }
    const toolchain = readFileSync(join(root, "rust-toolchain.toml"), "utf8");
    const channel = toolchain.match(/channel = "([^"]+)"/)[1];
    const list = (key) => [...toolchain.match(new RegExp(`${key} = \\[(.*)\\]`))[1].matchAll(/"([^"]+)"/g)];
    const targets = list("targets").map(([, name]) => name);
    const components = list("components").map(([, name]) => name);
    const ready =
      answer("rustc", "--version").includes(` ${channel} `) &&
      targets.every((name) =>
        existsSync(answer("rustc", "--print", "target-libdir", "--target", name).trim()),
      ) &&
      runs("cargo", "fmt", "--version") &&
      runs("cargo", "clippy", "--version");
    if (ready) return;
    if (!onPath("rustup", "rustup.exe"))
      throw new Skipped(`the tests need Rust ${channel}: install rustup, https://rustup.rs`);
    run(
      "rustup",
      [
        ...["toolchain", "install", channel, "--profile", "minimal", "--no-self-update"],
        ...components.flatMap((name) => ["--component", name]),
        ...targets.flatMap((name) => ["--target", name]),
      ],
      { why: `Rust ${channel} and what the build needs of it, some 200 MB` },
    );
  },

  chromium: () => browser("chromium"),
  firefox: () => browser("firefox"),
  webkit: () => browser("webkit"),

  servers() {
    const packages = { "nats-server": "nats-server", postgres: "postgresql", "redis-server": "redis-server" };
    const missing = () => Object.keys(packages).filter((name) => !findServer(name));
    const absent = missing().map((name) => packages[name]);
    if (absent.length > 0)
      aptInstall(absent, "the servers that events are queued and claimed in, some 60 MB");
    const [first] = missing();
    if (first) throw new Skipped(`there is no ${first}: install ${packages[first]}`);
  },
};

const cargo = (...args) => run("cargo", args);

/** A crate of its own: the fuzz targets need a nightly Rust to run, and none to be checked. */
const FUZZ = "tests/fuzz/Cargo.toml";

/** What the step core has checked without any tool, checked by one; and what is known of vulnerabilities. */
function supply() {
  if (!runs("cargo", "deny", "--version")) {
    console.log("cargo-deny is not installed: `cargo install cargo-deny --locked`, some three minutes");
    console.log("not checked: advisories; licenses, duplicates and sources are, by the step core");
    return;
  }
  cargo("deny", "--locked", "check", "bans", "licenses", "sources");
  if (runs("cargo", "deny", "fetch", "db"))
    cargo("deny", "--locked", "check", "--disable-fetch", "advisories");
  else console.log("not checked: advisories, for their database cannot be had here");
}

function nodeTest(folder, { only = () => true, env = {}, options = [] } = {}) {
  const paths = existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(".test.mjs"))
        .map((name) => `${folder}/${name}`)
        .filter(only)
    : [];
  if (paths.length === 0) throw new Skipped(`${folder} has no tests`);
  run(
    process.execPath,
    ["--test", "--test-reporter=spec", "--test-timeout=600000", ...options, ...paths.toSorted()],
    { env: { ...process.env, ...env } },
  );
}

const opensPage = (path) => readFileSync(join(root, path), "utf8").includes("usePage(");

/** The tests of the page in one engine; those that open no page run once, with the first engine. */
function pageTest(engine) {
  nodeTest("tests/www", {
    only: (path) => engine === "chromium" || opensPage(path),
    env: { ENGINE: engine },
    options: [`--test-concurrency=${Math.max(1, Math.min(4, availableParallelism()))}`],
  });
}

/** Every step: its name, what it shows, what it needs, and how it runs. */
const STEPS = [
  [
    "format",
    "Rust, JavaScript, CSS and HTML are formatted",
    ["packages", "rust"],
    () => {
      cargo("fmt", "--check");
      cargo("fmt", "--check", "--manifest-path", FUZZ);
      const files = "{pkg,tests,www}/**/*.{js,mjs,ts,css,html}";
      run(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--check", files]);
    },
  ],
  [
    "clippy",
    "the lints, for this machine, for WebAssembly and of the fuzz targets",
    ["rust"],
    () => {
      cargo("clippy", "--all-targets", "--locked", "--", "-D", "warnings");
      const wasm = ["clippy", "--lib", "--target", "wasm32-unknown-unknown", "--locked"];
      cargo(...wasm, "--", "-D", "warnings");
      cargo(...wasm, "--no-default-features", "--", "-D", "warnings");
      cargo("clippy", "--manifest-path", FUZZ, "--target-dir", "target", "--locked", "--", "-D", "warnings");
    },
  ],
  ["core", "the tests of the crate", ["rust"], () => cargo("test", "--locked")],
  [
    "generated",
    "the generated files are what the catalog gives",
    ["rust"],
    () => cargo("run", "--locked", "--bin", "generate", "--", "--check"),
  ],
  [
    "build",
    "the committed pkg/wasm is what the sources build",
    ["packages", "rust"],
    () => run(process.execPath, ["pkg/build.mjs", "--check"]),
  ],
  [
    "agreement",
    "pkg/wasm says what the crate says natively, byte for byte",
    ["rust"],
    () => cargo("test", "--locked", "--test", "agreement", "--", "--ignored"),
  ],
  [
    "oracles",
    "URLs and URIs are what Node's URL and ajv-formats take for them",
    ["packages", "rust"],
    () => cargo("test", "--locked", "--test", "oracles", "--", "--ignored"),
  ],
  ["supply", "the crates are what deny.toml allows, where cargo-deny is installed", ["rust"], supply],
  [
    "panics",
    "the module reaches no panic but those that are explained",
    ["packages", "rust"],
    () => run(process.execPath, ["tests/panics.mjs"]),
  ],
  ["npm", "the tests of the package", ["packages"], () => nodeTest("tests/npm")],
  [
    "queues",
    "queues and claims on real servers, which are killed",
    ["packages", "servers"],
    () => nodeTest("tests/queues"),
  ],
  ["www", "the tests of the page, in Chromium", ["packages", "chromium"], () => pageTest("chromium")],
  ["www-firefox", "the same, in Firefox", ["packages", "firefox"], () => pageTest("firefox")],
  ["www-webkit", "the same, in WebKitGTK", ["packages", "webkit"], () => pageTest("webkit")],
].map(([name, title, needs, test]) => ({ name, title, needs, test }));

const USAGE = `Runs every test of HookLens; installs what is missing of what they need.

usage: npm test [-- --only <step> ...] [-- --list]

  --only <step>  this step alone; may be given several times
  --list         the names of the steps
  --help         this text

CHROMIUM_PATH and FIREFOX_PATH name browsers that are not on the PATH. With CI=true a skipped step is a failure.
`;

function refuse(words) {
  console.error(`${words}\n\n${USAGE}`);
  process.exit(2);
}

function chosen(args) {
  const only = new Set();
  for (let at = 0; at < args.length; at++) {
    const [option, inline] = args[at].split(/=(.*)/s);
    if (option === "--help" || option === "-h") {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    if (option === "--list") {
      for (const { name, title } of STEPS) console.log(`${name.padEnd(11)} ${title}`);
      process.exit(0);
    }
    if (option !== "--only") refuse(`Unknown option: ${args[at]}`);
    const name = inline ?? args[++at];
    if (name === undefined) refuse("--only needs the name of a step");
    if (!STEPS.some((step) => step.name === name)) refuse(`Unknown step: ${name}`);
    only.add(name);
  }
  return only.size > 0 ? STEPS.filter(({ name }) => only.has(name)) : STEPS;
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The tests need Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const done = new Map();
/** Makes something ready; one that failed fails every step that needs it, and is tried once. */
function prepare(need) {
  if (!done.has(need)) {
    try {
      SETUP[need]();
      done.set(need, null);
    } catch (error) {
      done.set(need, error);
    }
  }
  if (done.get(need)) throw done.get(need);
}

function outcome({ name, title, needs, test }) {
  console.log(`\n── ${name}: ${title} ${"─".repeat(Math.max(3, 90 - name.length - title.length))}`);
  const started = performance.now();
  const ended = (result, why = "") => ({ name, result, why, seconds: (performance.now() - started) / 1000 });
  try {
    needs.forEach(prepare);
    test();
    return ended("passed");
  } catch (error) {
    if (error instanceof Skipped) return ended(ci ? "failed" : "skipped", error.message);
    if (error instanceof Failed) return ended("failed", error.message);
    return ended("failed", error.stack);
  }
}

const outcomes = chosen(process.argv.slice(2)).map((step) => {
  const result = outcome(step);
  if (result.why) console.log(`${result.name} ${result.result}: ${result.why}`);
  return result;
});

console.log(`\n${"step".padEnd(11)} ${"result".padEnd(8)} seconds`);
for (const { name, result, seconds, why } of outcomes) {
  console.log(
    `${name.padEnd(11)} ${result.padEnd(8)} ${seconds.toFixed(1).padStart(7)}${why ? `  ${why.split("\n")[0]}` : ""}`,
  );
}
const count = (wanted) => outcomes.filter(({ result }) => result === wanted).length;
console.log(`\n${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
if (count("failed") > 0) process.exitCode = 1;
