// What the documentation shows is so: every link leads somewhere, every code block runs or is checked, and the
// values beside its lines are what those lines give.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Server } from "node:net";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import express from "express";
import { parse as parseYaml } from "yaml";
import * as hooklens from "hooklens";
import { catalog } from "hooklens/catalog";
import { receive } from "hooklens/handler";
import { payload, root } from "./corpus.mjs";
import { JSON_TYPE, post } from "./http.mjs";
import { markdown, repositoryFiles } from "./markdown.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
const json = (path) => JSON.parse(read(path));

const FILES = repositoryFiles();
const FOLDERS = new Set(FILES.flatMap((path) => ancestors(path)));
const PAGES = FILES.filter((path) => path.endsWith(".md")).map(markdown);
const pageAt = (path) => PAGES.find((page) => page.path === path);

function ancestors(path) {
  const above = posix.dirname(path);
  return above === "." ? ["."] : [above, ...ancestors(above)];
}

/** Code blocks of the comments of type declarations. */
const DECLARATIONS = ["pkg/index.d.ts", "pkg/catalog.d.ts"].map((path) => ({
  path,
  blocks: [...read(path).matchAll(/^ *\* ```(\w+)\n([^]*?)^ *\* ```$/gm)].map(([, language, code]) => ({
    language,
    code: code.replaceAll(/^ *\* ?/gm, ""),
  })),
}));

const blocksOf = (language) =>
  [...PAGES, ...DECLARATIONS].flatMap(({ path, blocks }) =>
    blocks
      .filter((block) => block.language === language)
      .map(({ code }, index) => ({ name: `${path}, ${language} block ${index + 1}`, path, code })),
  );

const folder = mkdtempSync(join(tmpdir(), "hooklens-docs-"));
after(() => rmSync(folder, { recursive: true, force: true }));
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');

test("the front page and the npm page are short", () => {
  const lines = (path) => read(path).trimEnd().split("\n").length;
  assert.ok(lines("README.md") <= 150, `README.md has ${lines("README.md")} lines`);
  assert.ok(lines("pkg/README.md") <= 120, `pkg/README.md has ${lines("pkg/README.md")} lines`);
});

describe("links", () => {
  for (const { path, links, anchors } of PAGES) {
    test(path, () => {
      for (const link of links) {
        if (/^[a-z][a-z+.-]*:/i.test(link)) {
          assert.match(link, /^https:\/\//, `${link} is not https`);
          assert.ok(URL.canParse(link), link);
          continue;
        }
        const [file, anchor] = link.split("#");
        const target = file === "" ? path : posix.join(posix.dirname(path), decodeURI(file));
        const isFolder = FOLDERS.has(target.replace(/\/$/, ""));
        assert.ok(FILES.includes(target) || isFolder, `${link} leads to no file`);
        if (anchor === undefined) continue;
        const known = target === path ? anchors : pageAt(target)?.anchors;
        assert.ok(known?.has(anchor), `${link} leads to no heading`);
      }
    });
  }

  test("in what npm publishes they lead to what npm publishes", () => {
    const published = json("pkg/package.json").files;
    for (const { path, links } of PAGES.filter(({ path }) => path.startsWith("pkg/"))) {
      assert.ok(path === "pkg/README.md" || published.includes(path.split("/")[1]), path);
      for (const link of links.filter((link) => !/^(https:|#)/.test(link))) {
        const target = posix.join(posix.dirname(path), link.split("#")[0]);
        assert.ok(target.startsWith("pkg/"), `${path}: ${link} is not in the package`);
      }
    }
  });
});

test("every code block is of a language that is checked", () => {
  const CHECKED = ["js", "ts", "json", "sh", "rust", "text", "yaml"];
  for (const { path, blocks } of PAGES) {
    for (const { language } of blocks) assert.ok(CHECKED.includes(language), `${path}: \`\`\`${language}`);
  }
});

// ---- JavaScript

/** A statement that is an expression, and the value that the comment beside it says. */
const SAID = /^( *)([^/\s].*?); *\/\/ ("[^"]*"|'[^']*'|\d+|true|false|\{.*\})/gm;

/** Pages and how many values their blocks say at least: were the pattern wrong, there would be none. */
const VALUES = {
  "README.md": 2,
  "pkg/docs/catalogs.md": 16,
  "pkg/docs/report.md": 6,
  "pkg/docs/types.md": 2,
  "pkg/index.d.ts": 12,
  "pkg/catalog.d.ts": 3,
};

describe("JavaScript", () => {
  const examples = new Map(
    readdirSync(join(root, "tests/examples"))
      .filter((name) => name.endsWith(".mjs"))
      .map((name) => [name, read(`tests/examples/${name}`)]),
  );
  for (const [name, source] of examples) writeFileSync(join(folder, name), source);
  const shown = new Set();
  const said = new Map();

  for (const [index, { name, path, code }] of blocksOf("js").entries()) {
    const example = [...examples].find(([, source]) => source === code);
    if (example) shown.add(example[0]);
    // Each of these runs in examples.test.mjs, as its user starts it.
    else test(name, () => runs(code, path, index));
  }

  async function runs(code, path, index) {
    const seen = said.get(path) ?? said.set(path, []).get(path);
    const checked = code.replaceAll(SAID, "$1said($2, $3); //");
    const id = code.includes('"paybook/refresh"') ? "paybook/refresh" : "paybook/credential_create";
    const printed = [];
    const servers = [];
    const handled = [];
    const globals = {
      ...(/^import /m.test(code) ? {} : hooklens),
      said: (actual, expected) => {
        assert.deepEqual(actual, expected, code);
        seen.push(expected);
      },
      console: { ...console, log: (...values) => printed.push(values) },
      body: catalog.find((entry) => entry.id === id).example,
      app: express(),
      onEvent: (event) => handled.push(event.id),
    };
    const before = Object.fromEntries(Object.keys(globals).map((key) => [key, globalThis[key]]));
    const { listen } = Server.prototype;
    Server.prototype.listen = function (port, ...rest) {
      servers.push(this);
      return listen.call(this, typeof port === "number" || typeof port === "string" ? 0 : port, ...rest);
    };
    const { PORT, SEAM_WEBHOOK_SECRET } = process.env;
    Object.assign(process.env, { PORT: "0", SEAM_WEBHOOK_SECRET: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" });
    Object.assign(globalThis, globals);
    try {
      const file = join(folder, `block-${index}.mjs`);
      writeFileSync(file, checked);
      const module = await import(pathToFileURL(file));
      // What is a webhook endpoint is one: it answers an event with 204, or 401 where it verifies signatures.
      const expected = code.includes("verify:") ? 401 : 204;
      if (code.includes("app.")) servers.push(globals.app.listen(0));
      for (const server of new Set(servers)) {
        if (!server.listening) await once(server, "listening");
        const url = `http://localhost:${server.address().port}/webhook`;
        assert.equal((await post(url, payload("seam/acs_credential.issued"))).status, expected);
      }
      if (module.POST) {
        const request = { method: "POST", headers: JSON_TYPE, body: payload("seam/acs_credential.issued") };
        assert.equal((await module.POST(new Request("http://localhost/webhook", request))).status, expected);
      }
      const works = servers.length === 0 || printed.length + handled.length > 0 || expected === 401;
      assert.ok(works, "the event reached nobody");
      assert.ok(printed.length > 0 || !code.includes("console.log"), "it prints nothing");
      const { path: page, blocks } = pageAt("README.md");
      if (path === page && code.includes("console.log(problem)")) {
        // As JSON, and the block after it is what it printed.
        const [[problem]] = printed;
        const json = blocks.find(({ language }) => language === "json");
        assert.deepEqual(JSON.parse(json.code), JSON.parse(JSON.stringify(problem)));
      }
    } finally {
      Server.prototype.listen = listen;
      for (const server of servers) server.close();
      Object.assign(process.env, { PORT, SEAM_WEBHOOK_SECRET });
      for (const [key, value] of Object.entries({ PORT, SEAM_WEBHOOK_SECRET })) {
        if (value === undefined) delete process.env[key];
      }
      for (const key of Object.keys(globals)) {
        if (before[key] === undefined) delete globalThis[key];
        else globalThis[key] = before[key];
      }
    }
  }

  test("every example is shown", () => assert.deepEqual([...shown].sort(), [...examples.keys()].sort()));

  test("values are said", () => {
    for (const [path, least] of Object.entries(VALUES)) {
      const seen = said.get(path) ?? [];
      assert.ok(seen.length >= least, `${path} says ${JSON.stringify(seen)}`);
    }
  });
});

// ---- TypeScript

/** What `openapi-typescript` makes of a webhook of GitHub's, shortened. */
const GENERATED = `
export interface webhooks {
  "issues-opened": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    post: operations["issues/opened"];
  };
}
export interface operations {
  "issues/opened": {
    parameters: { query?: never; header?: { "X-Github-Event"?: string }; path?: never; cookie?: never };
    requestBody: { content: { "application/json": components["schemas"]["webhook-issues-opened"] } };
    responses: { 200: { headers: { [name: string]: unknown }; content?: never } };
  };
}
export interface components {
  schemas: { "webhook-issues-opened": { action: "opened"; issue: { number: number } } };
}
`;

test("TypeScript blocks have the right types", () => {
  const blocks = blocksOf("ts");
  assert.ok(blocks.length >= 2);
  const files = blocks.map(({ code }, index) => {
    const name = `block-${index}.ts`;
    // An interface that is shown is the one that there is.
    const shown = [...code.matchAll(/^interface (\w+)/gm)].map(([, type]) => {
      const [here, there] = [`Required<${type}>`, `Required<import("hooklens").${type}>`];
      return (
        `export const to${type} = (value: ${here}): ${there} => value;\n` +
        `export const from${type} = (value: ${there}): ${here} => value;\n`
      );
    });
    writeFileSync(join(folder, name), `${code}\n${shown.join("")}export {};\n`);
    return name;
  });
  writeFileSync(join(folder, "github.d.ts"), GENERATED);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "nodenext",
    exactOptionalPropertyTypes: true,
    types: [],
    skipLibCheck: false,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

// ---- JSON

describe("JSON", () => {
  for (const { name, code } of blocksOf("json")) test(name, () => void JSON.parse(code));

  const shown = (path) => blocksOf("json").filter((block) => block.path === path);

  test("the answer to an invalid body is what an endpoint answers", async () => {
    const [answer] = shown("pkg/docs/handlers.md");
    const body = String(payload("paybook/refresh")).replace(/("id_user": *)"\w+"/, '$1"someone"');
    const given = await receive({ headers: JSON_TYPE, body });
    assert.deepEqual(JSON.parse(answer.code), JSON.parse(given.answer.body));
  });

  test("the example of a new provider is the one that tests/catalogs.rs checks", () => {
    const [{ code }] = shown(".github/CONTRIBUTING.md");
    assert.equal(code, read("tests/examples/acme/door.opened.json"));
  });

  test("the normalized events are what `normalize` gives", () => {
    const events = shown("pkg/docs/normalized-form.md").map(({ code }) => [JSON.parse(code)]);
    const ids = ["paybook/credential_create", "paybook/credentials.created"];
    assert.deepEqual(
      events,
      ids.map((id) => hooklens.normalize(payload(id))),
    );
  });
});

// ---- YAML

describe("YAML", () => {
  const commandsOf = (value) =>
    typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap((member) => commandsOf(member));

  for (const { name, code } of blocksOf("yaml")) {
    test(name, () => {
      const commands = commandsOf(parseYaml(code)).filter((text) => text.startsWith("npx "));
      assert.ok(commands.length > 0);
      for (const [, command, options] of commands.map((text) => /hooklens (\w+)([^|]*)/.exec(text))) {
        const { status, stdout } = spawnSync(process.execPath, ["pkg/cli/hooklens.js", command, "--help"], {
          cwd: root,
          encoding: "utf8",
        });
        assert.equal(status, 0, command);
        for (const [option] of options.matchAll(/--[\w-]+/g))
          assert.ok(stdout.includes(`  ${option}`), option);
      }
    });
  }
});

// ---- Rust

test("Rust blocks are files of tests/examples, which tests/catalogs.rs compiles and runs", () => {
  // Those of the crate's own page are run by `cargo test`, as its documentation.
  const blocks = blocksOf("rust").filter(({ path }) => path !== "src/crate.md");
  assert.ok(blocks.length >= 1);
  const sources = readdirSync(join(root, "tests/examples"))
    .filter((name) => name.endsWith(".rs"))
    .map((name) => read(`tests/examples/${name}`));
  for (const { name, code } of blocks) {
    const here = code.replaceAll("../../tests/payloads/", "");
    assert.ok(sources.includes(here), `${name} is no file of tests/examples, or is another`);
  }
});

// ---- commands

describe("commands", () => {
  const scripts = json("package.json").scripts;
  const cargoToml = read("Cargo.toml");
  const help = new Map();

  /** Whether the help of a script names an option. */
  function accepts(script, option) {
    if (!help.has(script)) {
      const { stdout, stderr } = spawnSync(process.execPath, [script, "--help"], {
        cwd: root,
        encoding: "utf8",
      });
      help.set(script, stdout + stderr);
    }
    return help.get(script).includes(option);
  }

  function checkOptions(script, args) {
    for (const option of args.filter((word) => word.startsWith("--"))) {
      assert.ok(accepts(script, option), `${script} knows no ${option}`);
    }
  }

  const fileExists = (path) => {
    const pattern = new RegExp(
      `^${path
        .split("*")
        .map(RegExp.escape ?? escape)
        .join("[^/]*")}$`,
    );
    assert.ok(
      FILES.some((file) => pattern.test(file)),
      `there is no ${path}`,
    );
  };
  function escape(text) {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }

  const CARGO = {
    test: (args) => args.forEach((word, at) => word === "--test" && fileExists(`tests/${args[at + 1]}.rs`)),
    bench: (args) =>
      assert.ok(cargoToml.includes(`[[bench]]\nname = "${args[args.indexOf("--bench") + 1]}"`), args),
    run: (args) =>
      assert.ok(cargoToml.includes(`[[bin]]\nname = "${args[args.indexOf("--bin") + 1]}"`), args),
    fmt() {},
    clippy() {},
    // Installed by whoever wants them; each page says so.
    deny() {},
    mutants: () => fileExists(".cargo/mutants.toml"),
    "llvm-cov"() {},
    "+nightly"() {},
    install: ([crate]) =>
      assert.ok(["cargo-fuzz", "cargo-deny", "cargo-mutants", "cargo-llvm-cov"].includes(crate)),
  };

  const PROGRAMS = {
    npm([command, ...args]) {
      if (command === "ci") return;
      if (command === "install") return assert.match(args[0], /^(hooklens|\.\/pkg|\S*\/hooklens\/pkg)$/);
      const name = command === "run" ? args.shift() : command;
      assert.ok(Object.hasOwn(scripts, name), `npm run ${name}`);
      const script = scripts[name].match(/^node (\S+)$/)?.[1];
      if (args.length === 0) return;
      assert.equal(args.shift(), "--", "options come after --");
      if (name === "generate") return assert.deepEqual(args, ["--check"]);
      checkOptions(script, args);
      if (name === "test" && args[0] === "--only")
        assert.match(read("tests/run.mjs"), new RegExp(`\\["?\\n? *"${args[1]}"`));
      if (name === "fuzz" && args[0]) fileExists(`tests/fuzz/targets/${args[0]}.rs`);
    },
    node(args) {
      const at = args.findIndex((word) => !word.startsWith("-"));
      if (args.length === 1 && !args[0].includes("/")) return;
      fileExists(args[at]);
      if (!args.includes("--test")) checkOptions(args[at], args.slice(at + 1));
    },
    cargo([command, ...args]) {
      assert.ok(Object.hasOwn(CARGO, command), `cargo ${command}`);
      CARGO[command](args);
    },
    npx(args) {
      if (args[0] === "hooklens") return PROGRAMS.hooklens(args.slice(1));
      args.filter((word) => /^[\w/.-]+\.json$/.test(word)).forEach(fileExists);
    },
    hooklens([command, ...args]) {
      const known = spawnSync(process.execPath, ["pkg/cli/hooklens.js", command, "--help"], {
        cwd: root,
        encoding: "utf8",
      });
      assert.equal(known.status, 0, `hooklens ${command}`);
      for (const option of args.filter((word) => word.startsWith("--")))
        assert.ok(known.stdout.includes(`  ${option}`), `hooklens ${command} knows no ${option}`);
    },
    git() {},
    cd() {},
    export() {},
    ulimit() {},
    curl() {},
    ".ci/run": () => fileExists(".ci/run"),
  };

  function check(line) {
    for (const command of line.replace(/(^| )#.*$/, "").split(/ && | \| /)) {
      const words = command.trim().split(/\s+/).filter(Boolean);
      while (/^[A-Z_]+=/.test(words[0] ?? "")) words.shift();
      if (words.length === 0) continue;
      assert.ok(Object.hasOwn(PROGRAMS, words[0]), `what is ${words[0]}?`);
      PROGRAMS[words[0]](words.slice(1));
    }
  }

  for (const { name, code } of blocksOf("sh")) {
    test(name, () => code.split("\n").forEach(check));
  }

  for (const { path, inline } of PAGES.filter(({ path }) => path !== "CHANGELOG.md")) {
    const commands = inline.filter((code) => /^([A-Z_]+=\S+ )*(npm|node|cargo|\.ci\/run)\b(?!:)/.test(code));
    const whole = commands.filter((code) => code.includes(" ") || code === ".ci/run");
    if (whole.length > 0) test(`in the text of ${path}`, () => whole.forEach(check));
  }
});
