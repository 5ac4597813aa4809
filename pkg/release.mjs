#!/usr/bin/env node
// Publishes the npm package and the crate, once everything about them is as it should be.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { catalog } from "./catalog.js";

const USAGE = `Publishes hooklens to npm and to crates.io.

usage: npm run release -- [--check] [--fast]

  --check  do all of it but publish; it takes as long as every test, some half an hour
  --fast   with --check: leave out the tests
  --help   this text

The version is in pkg/package.json and in Cargo.toml, and CHANGELOG.md has it with the day. Before the first release,
put the address of the repository into both manifests, as \`repository\`.
`;

class Failure extends Error {}

const root = fileURLToPath(new URL("..", import.meta.url));

// ---- what can be read off the files; each gives what is wrong, in words

const read = (root, path) => readFileSync(join(root, path), "utf8");
const manifest = (root) => JSON.parse(read(root, "pkg/package.json"));

/** A key of the first section of a TOML file that is written as ours are. */
const packageKey = (toml, key) => toml.match(new RegExp(`^${key} = "([^"]+)"`, "m"))?.[1];

const locked = (toml) => toml.match(/\nname = "hooklens"\nversion = "([^"]+)"/)?.[1];

export function versions(root) {
  const { version } = manifest(root);
  const others = {
    "Cargo.toml": packageKey(read(root, "Cargo.toml"), "version"),
    "Cargo.lock": locked(read(root, "Cargo.lock")),
    "package-lock.json": JSON.parse(read(root, "package-lock.json")).packages.pkg.version,
    "tests/fuzz/Cargo.lock": locked(read(root, "tests/fuzz/Cargo.lock")),
    "pkg/schemas/asyncapi.json": JSON.parse(read(root, "pkg/schemas/asyncapi.json")).info.version,
  };
  return Object.entries(others)
    .filter(([, other]) => other !== version)
    .map(([path, other]) => `${path} has version ${other}, and pkg/package.json ${version}`);
}

export function changelog(root) {
  const { version } = manifest(root);
  const [, newest, day, said] =
    read(root, "CHANGELOG.md").match(/^## (\S+?),? (.+)$([^]*?)(?=^## |(?![^]))/m) ?? [];
  if (newest !== version)
    return [`CHANGELOG.md begins with ${newest ?? "no version"}, and not with ${version}`];
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
    return [`CHANGELOG.md has “${day}” for ${version}, and no day`];
  return said.trim() === "" ? [`CHANGELOG.md says nothing of ${version}`] : [];
}

/** Where the sources are, which npm and crates.io show; npm's provenance needs it. */
export function address(root) {
  const missing = [];
  if (manifest(root).repository === undefined) missing.push("pkg/package.json");
  if (packageKey(read(root, "Cargo.toml"), "repository") === undefined) missing.push("Cargo.toml");
  return missing.map((path) => `${path} has no \`repository\``);
}

const git = (root, ...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" });

export function uncommitted(root) {
  const files = git(root, "status", "--porcelain").split("\n").filter(Boolean);
  return files.map((line) => `${line.slice(3)} is not committed`);
}

/** What would be packed and nobody has committed: git does not tell of files that it ignores. */
function strays(root, paths) {
  const tracked = new Set(git(root, "ls-files").split("\n"));
  return paths
    .filter((path) => !tracked.has(path))
    .map((path) => `${path} would be packed, and is not in the repository`);
}

export function tarball(root) {
  const [{ files }] = JSON.parse(npm(["pack", "--dry-run", "--json"], join(root, "pkg")));
  return strays(
    root,
    files.map(({ path }) => `pkg/${path}`),
  );
}

/** What cargo writes itself. */
const OF_CARGO = ["Cargo.toml.orig", ".cargo_vcs_info.json"];

export function crate(root) {
  // What cargo warns of is told when it packs.
  const how = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const listed = execFileSync("cargo", ["package", "--list", "--allow-dirty"], how);
  const paths = listed.split(/\r?\n/).filter((path) => path !== "" && !OF_CARGO.includes(path));
  return strays(
    root,
    paths.map((path) => path.replaceAll("\\", "/")),
  );
}

// ---- what has to be tried

/** What npm prints. */
export function npm(args, cwd) {
  // What npm tells the scripts that it runs would change what it does itself.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const shell = process.platform === "win32";
  return execFileSync("npm", args, { cwd, env, shell, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function run(command, args, options = {}) {
  console.log(`$ ${[command, ...args].join(" ")}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) throw new Failure(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Failure(`${[command, ...args].join(" ")} failed`);
}

/** Calls `work` with a new folder, which is gone afterwards. */
function inEmptyFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "hooklens-release-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An event to try it with: its id, and a body. */
const { id: ID, example } = catalog.find((entry) => entry.event);
const BODY = JSON.stringify(example);

/** The npm package, packed and installed where there is nothing else. */
function tryPackage() {
  const { version } = manifest(root);
  inEmptyFolder((folder) => {
    const [{ filename }] = JSON.parse(
      npm(["pack", "--json", "--pack-destination", folder], join(root, "pkg")),
    );
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    npm(["install", "--no-audit", "--no-fund", join(folder, filename)], folder);
    const program = `import { validate } from "hooklens"; console.log(validate(${JSON.stringify(BODY)}).events[0].id);`;
    const node = (...args) => execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).trim();
    const said = node("--input-type=module", "-e", program);
    if (said !== ID) throw new Failure(`the installed package says ${said}`);
    const command = node("node_modules/hooklens/cli/hooklens.js", "--version");
    if (!command.includes(version)) throw new Failure(`the installed command says it is ${command}`);
  });
}

/** The crate, packed, built by itself, and used by a program where there is nothing else. */
function tryCrate() {
  const { version } = manifest(root);
  run("cargo", ["package", "--locked", ...(uncommitted(root).length > 0 ? ["--allow-dirty"] : [])]);
  const crate = join(root, "target", "package", `hooklens-${version}`);
  inEmptyFolder((folder) => {
    const manifest = `[package]\nname = "tries-hooklens"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\nhooklens = { path = ${JSON.stringify(crate)} }\n\n[workspace]\n`;
    const program = `fn main() {\n    println!("{}", hooklens::validate(br##"${BODY}"##).events[0].id);\n}\n`;
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "Cargo.toml"), manifest);
    writeFileSync(join(folder, "src", "main.rs"), program);
    const said = execFileSync("cargo", ["run", "--quiet"], { cwd: folder, encoding: "utf8" }).trim();
    if (said !== ID) throw new Failure(`a program with the crate says ${said}`);
  });
}

function check({ fast }) {
  const wrong = [versions, changelog, uncommitted, tarball, crate].flatMap((look) => look(root));
  if (wrong.length > 0) throw new Failure(wrong.join("\n"));
  run("cargo", ["doc", "--no-deps", "--locked"], { env: { ...process.env, RUSTDOCFLAGS: "-D warnings" } });
  tryPackage();
  tryCrate();
  if (!fast) run(join(root, ".ci", "run"), []);
}

export function main(args) {
  if (args.includes("--help") || args.includes("-h")) return void process.stdout.write(USAGE);
  const unknown = args.find((arg) => !["--check", "--fast"].includes(arg));
  const wrong =
    unknown !== undefined
      ? `Unknown option: ${unknown}`
      : args.includes("--fast") &&
        !args.includes("--check") &&
        "--fast needs --check: what is published is tested";
  if (wrong) {
    console.error(`${wrong}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  try {
    const only = args.includes("--check");
    const missing = address(root);
    if (missing.length > 0 && !only) throw new Failure(missing.join("\n"));
    check({ fast: args.includes("--fast") });
    for (const words of missing) console.error(`Before it can be published: ${words}`);
    if (only) return console.log(`${manifest(root).version} is ready.`);
    run("npm", ["publish", "--provenance", "--access", "public"], { cwd: join(root, "pkg") });
    run("cargo", ["publish", "--locked"]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (existsSync(process.argv[1] ?? "") && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2));
}
