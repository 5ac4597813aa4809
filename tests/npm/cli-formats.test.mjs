// What `hooklens check` writes for programs: each format is what its readers take.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { MISSPELLED, VALID, WRONG, folderOf, hooklens } from "./cli.mjs";
import { root } from "./corpus.mjs";

const PRETTY = JSON.stringify(JSON.parse(MISSPELLED), null, 2);
const UNKNOWN = '{"some": "thing"}';

const folder = folderOf(
  {
    "valid.json": VALID,
    "misspelled.json": PRETTY,
    "a b%,:.json": WRONG,
    "lines.ndjson": `${VALID}\n${WRONG}\n\n${MISSPELLED}\n${VALID}\n`,
    "unknown.json": UNKNOWN,
    "multi.json": VALID.replace(/"endpoints":\{.*\},"event"/, '"endpoints":[\n1],"event"'),
    "odd.json": '{"event": "refresh", "<&\\"]]>\u0001\ufffe": 1, ',
  },
  after,
);

const run = (format, args = ["."], options) =>
  hooklens(["check", "--format", format, ...args], { cwd: folder, ...options });
const text = (format, args, options) => run(format, args, options).stdout;

describe("concise", () => {
  test("a line for each problem: place, severity, message, hint, code", () => {
    const lines = text("concise", ["misspelled.json", "lines.ndjson"]).trimEnd().split("\n");
    assert.equal(lines.length, 4);
    assert.match(
      lines[0],
      /^misspelled\.json:28:3: error: expected the field `id_user`, found `id_usr` \(did you mean `id_user`\?\) \[misspelled-field\]$/,
    );
    assert.match(lines[1], /^lines\.ndjson:2:\d+: error: .* \[bad-format\]$/);
    assert.match(lines[2], /^lines\.ndjson:4:\d+: error: .* \[misspelled-field\]$/);
  });
});

describe("ndjson", () => {
  test("a line for each body with problems", () => {
    const lines = text("ndjson", ["lines.ndjson", "valid.json", "unknown.json"]).trimEnd().split("\n");
    const bodies = lines.map((line) => JSON.parse(line));
    assert.deepEqual(
      bodies.map(({ file, line, status }) => [file, line, status]),
      [
        ["lines.ndjson", 2, "invalid"],
        ["lines.ndjson", 4, "invalid"],
        ["unknown.json", null, "unknown"],
      ],
    );
    const [{ problems, ...rest }] = bodies;
    assert.deepEqual(Object.keys(rest), ["file", "line", "status", "events", "candidates"]);
    assert.equal(WRONG.slice(problems[0].span.start, problems[0].span.end), '"xe751d54d0510472295413b3"');
    assert.equal(text("ndjson", ["valid.json"]), "");
  });
});

describe("json", () => {
  test("every body, and how many there are of each kind", () => {
    const { bodies, summary } = JSON.parse(text("json"));
    assert.equal(bodies.length, 10);
    assert.deepEqual(
      { ...summary, events: summary.events.length },
      {
        ...{ files: 7, bodies: 10, valid: 3, invalid: 5, unknown: 1, malformed: 1 },
        ...{ errors: 8, warnings: 0, fixes: summary.fixes, fixed: 0, events: 2, failures: [] },
      },
    );
    for (const status of ["valid", "invalid", "unknown", "malformed"])
      assert.equal(bodies.filter((body) => body.status === status).length, summary[status]);
    assert.deepEqual(JSON.parse(text("json", ["--lines"], { input: "" })).bodies, []);
  });
});

describe("github", () => {
  /** As GitHub's runner reads a command. */
  function command(line) {
    const [, name, properties, message] = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line);
    const unescaped = (text) =>
      text
        .replaceAll("%2C", ",")
        .replaceAll("%3A", ":")
        .replaceAll("%0A", "\n")
        .replaceAll("%0D", "\r")
        .replaceAll("%25", "%");
    const entries = properties.split(",").map((entry) => entry.split(/=(.*)/s).slice(0, 2));
    return { name, message, ...Object.fromEntries(entries.map(([key, value]) => [key, unescaped(value)])) };
  }

  const commands = (output) =>
    output
      .split("\n")
      .filter((line) => line.startsWith("::"))
      .map(command);

  test("a command for each problem", () => {
    const told = commands(text("github", ["misspelled.json", "a b%,:.json", "lines.ndjson"]));
    const { message, ...first } = told[0];
    assert.deepEqual(first, {
      ...{ name: "error", file: "misspelled.json", line: "28", col: "3", endColumn: "11" },
      title: "hooklens misspelled-field",
    });
    assert.match(message, /^expected the field `id_user`, found `id_usr`: did you mean/);
    assert.equal(told[1].file, "a b%,:.json");
    assert.deepEqual(
      told.slice(2).map(({ line }) => line),
      ["2", "4"],
    );
  });

  test("is what GitHub's runners have by themselves", () => {
    const { stdout } = hooklens(["check", "misspelled.json"], {
      cwd: folder,
      env: { GITHUB_ACTIONS: "true" },
    });
    assert.equal(stdout, text("github", ["misspelled.json"]));
  });

  test("what may be unknown is a notice", () => {
    assert.equal(commands(text("github", ["--allow-unknown", "unknown.json"]))[0].name, "notice");
  });
});

describe("sarif", () => {
  const logs = [
    run("sarif"),
    run("sarif", ["valid.json"]),
    run("sarif", ["nothing.json", "misspelled.json"]),
    run("sarif", ["--allow-unknown", join(folder, "unknown.json")]),
    run("sarif", [], { input: WRONG }),
  ].map(({ stdout }) => JSON.parse(stdout));

  test("has the types of SARIF 2.1.0", (t) => {
    const at = mkdtempSync(join(tmpdir(), "hooklens-sarif-"));
    t.after(() => rmSync(at, { recursive: true, force: true }));
    symlinkSync(join(root, "node_modules"), join(at, "node_modules"), "junction");
    // As literals: what the types do not have is an error.
    const constants = logs.map((log, index) => `export const log${index}: Log = ${JSON.stringify(log)};`);
    writeFileSync(join(at, "logs.ts"), `import type { Log } from "sarif";\n${constants.join("\n")}\n`);
    const options = { strict: true, noEmit: true, module: "nodenext", types: [] };
    writeFileSync(
      join(at, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["logs.ts"] }),
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", at], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });

  test("the place, the rule and the fix of each problem", () => {
    const [{ results, tool, columnKind, invocations }] = logs[0].runs;
    assert.equal(columnKind, "utf16CodeUnits");
    assert.deepEqual(invocations, [{ executionSuccessful: true }]);
    assert.equal(results.length, 8);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    const uriOf = ({ locations }) => locations[0].physicalLocation.artifactLocation.uri;
    const misspelled = results.find((result) => uriOf(result) === "./misspelled.json");
    const { region } = misspelled.locations[0].physicalLocation;
    assert.deepEqual(region, { startLine: 28, startColumn: 3, endLine: 28, endColumn: 11 });
    const [{ deletedRegion, insertedContent }] = misspelled.fixes[0].artifactChanges[0].replacements;
    assert.deepEqual([deletedRegion, insertedContent], [region, { text: '"id_user"' }]);
    const lines = results.filter((result) => uriOf(result) === "./lines.ndjson");
    assert.deepEqual(
      lines.map(({ locations }) => locations[0].physicalLocation.region.startLine),
      [2, 4],
    );
    const several = results.find((result) => uriOf(result) === "./multi.json");
    assert.deepEqual(several.locations[0].physicalLocation.region, {
      ...{ startLine: 1, startColumn: 14, endLine: 2, endColumn: 3 },
    });
    assert.ok(results.some((result) => uriOf(result) === "./a%20b%25%2C%3A.json"));
  });

  test("nothing wrong, something that could not be read, a place outside, and a note", () => {
    assert.deepEqual(logs[1].runs[0].results, []);
    assert.deepEqual(logs[2].runs[0].invocations[0], {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: "error", message: { text: "nothing.json: there is no such file or folder" } },
      ],
    });
    const [{ level, locations }] = logs[3].runs[0].results;
    assert.equal(level, "note");
    assert.match(locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/\//);
  });
});

describe("junit", () => {
  /** The elements of an XML document, checked to be one. */
  function xml(document) {
    assert.match(document, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
    assert.doesNotMatch(document, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    const top = { name: "", children: [], text: "" };
    const open = [top];
    const body = document.replace(/^<\?.*\?>\n/, "");
    const unescaped = (text) => {
      assert.doesNotMatch(text, /&(?!(amp|lt|gt|quot);)/);
      return text
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
    };
    for (const [, tag, plain] of body.matchAll(/<([^<>]*)>|([^<>]+)/g)) {
      if (plain !== undefined) {
        open.at(-1).text += unescaped(plain);
      } else if (tag.startsWith("/")) {
        assert.equal(open.pop().name, tag.slice(1));
      } else {
        const [, name, rest, ends] = /^(\w+)((?: \w+="[^"]*")*)(\/?)$/.exec(tag);
        const attributes = [...rest.matchAll(/ (\w+)="([^"]*)"/g)].map(([, key, value]) => [
          key,
          unescaped(value),
        ]);
        const element = { name, attributes: Object.fromEntries(attributes), children: [], text: "" };
        assert.equal(attributes.length, Object.keys(element.attributes).length);
        open.at(-1).children.push(element);
        if (ends === "") open.push(element);
      }
    }
    assert.equal(open.length, 1);
    assert.equal(top.children.length, 1);
    return top.children[0];
  }

  /** What the readers of JUnit's reports take: elements, their attributes, which of these must be there. */
  const KNOWN = {
    testsuites: { children: ["testsuite"], must: [], may: ["name"] },
    testsuite: { children: ["testcase"], must: ["name", "tests", "failures", "errors"], may: ["skipped"] },
    testcase: { children: ["failure", "error"], must: ["name", "classname"], may: [] },
    failure: { children: [], must: ["type", "message"], may: [] },
    error: { children: [], must: ["type", "message"], may: [] },
  };

  function conforms({ name, attributes, children }) {
    const known = KNOWN[name];
    for (const key of known.must) assert.ok(Object.hasOwn(attributes, key), `${name} ${key}`);
    for (const key of Object.keys(attributes))
      assert.ok([...known.must, ...known.may].includes(key), `${name} ${key}`);
    for (const child of children) assert.ok(known.children.includes(child.name), `${child.name} in ${name}`);
    children.forEach(conforms);
  }

  test("a suite for each file, a test for each body", () => {
    const suites = xml(text("junit"));
    conforms(suites);
    assert.equal(suites.children.length, 7);
    for (const { attributes, children } of suites.children) {
      assert.equal(Number(attributes.tests), children.length);
      assert.equal(Number(attributes.failures), children.filter((test) => test.children.length > 0).length);
    }
    const of = (name) => suites.children.find(({ attributes }) => attributes.name === name).children;
    assert.deepEqual(
      of("./lines.ndjson").map(({ attributes }) => attributes.name),
      ["2 bodies without problems", "line 2: invalid paybook/refresh", "line 4: invalid paybook/refresh"],
    );
    const [{ text: words }] = of("./misspelled.json")[0].children;
    assert.match(words, /^\.\/misspelled\.json:28:3: expected the field `id_user`/);
    assert.deepEqual(of("./valid.json")[0].children, []);
  });

  test("what could not be read, and nothing at all", () => {
    const suites = xml(text("junit", ["nothing.json"]));
    conforms(suites);
    assert.equal(suites.children[0].attributes.errors, "1");
    conforms(xml(text("junit", ["--lines"], { input: "" })));
    const compressed = xml(text("junit", ["--lines"], { input: gzipSync(`${WRONG}\n${VALID}`) }));
    assert.equal(compressed.children[0].attributes.tests, "2");
  });
});
