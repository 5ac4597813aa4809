// `--catalog`: the examples and schemas of a document's events, and what counts where several say something.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { createHookLens } from "hooklens";
import { MISSPELLED, VALID, folderOf, hooklens, keeper, start } from "./cli.mjs";
import { root } from "./corpus.mjs";
import { bytes } from "./github.mjs";

const builtIn = () => JSON.parse(readFileSync(join(root, "pkg/schemas/asyncapi.json"), "utf8"));

/** What is built in of one provider, with a field more in each of its flat events. */
function extended(provider) {
  const document = builtIn();
  document.channels = { [provider]: document.channels[provider] };
  for (const { payload } of Object.values(document.channels[provider].messages))
    payload.schema.properties.novel = { type: "integer" };
  return document;
}

const user = (age) => ({
  title: "User created",
  type: "object",
  required: ["user", "age"],
  properties: { user: { type: "string", examples: ["u1"] }, age },
});

const folder = folderOf(
  {
    "github.json": bytes,
    "known.json": JSON.stringify(extended("paybook")),
    "several.json": JSON.stringify([user({ type: "integer" }), extended("paybook")]),
    "user.json": JSON.stringify(user({ type: "integer" })),
    "later.json": JSON.stringify(user({ type: ["integer", "string"] })),
    "two.json": JSON.stringify({
      $defs: { "user-created": user({ const: 7 }), other: { type: "object", required: ["x"] } },
    }),
    "elsewhere.json": JSON.stringify({
      $defs: { a: { properties: { b: { $ref: "hooklens:/user.json" } } } },
    }),
    "impossible.json": JSON.stringify({
      title: "None",
      type: "object",
      required: ["a"],
      properties: { a: false },
    }),
    "ahead.json": JSON.stringify({
      title: "It",
      type: "object",
      required: ["a"],
      properties: { a: { type: "string", pattern: "^(?=x)", format: "date" } },
    }),
    "kept.json": JSON.stringify({
      openapi: "3.0.3",
      info: { title: "Acme" },
      paths: {},
      components: {
        schemas: {
          Created: {
            type: "object",
            required: ["type"],
            properties: { type: { type: "string" }, at: { type: "integer" } },
          },
          Deleted: {
            type: "object",
            required: ["type"],
            properties: { type: { enum: ["Deleted", "Created", "Others"] }, at: { type: "integer" } },
          },
          Other: { type: "nonsense" },
        },
      },
    }),
    "odd.json": JSON.stringify({
      title: "Odd",
      type: "object",
      required: ["of_format", "of_pattern", "union"],
      properties: {
        of_format: { type: "string", format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        of_pattern: { type: "string", format: "regex", pattern: "^\\d+s$" },
        union: {
          type: "array",
          minItems: 8,
          items: {
            oneOf: [
              { type: "object", required: ["a"], properties: { a: { const: 1 } } },
              {
                type: "object",
                required: ["a", "b"],
                properties: { a: { const: 1 }, b: { type: "string" } },
              },
            ],
          },
        },
      },
    }),
    "none.json": "[]",
    "numbers.json": "[1, 2]",
    "cut.json": "[{",
  },
  after,
);
const run = (args, options) => hooklens(args, { cwd: folder, ...options });
const said = (args, options) => {
  const { status, stdout, stderr } = run(args, options);
  assert.deepEqual([status, stderr], [0, ""], args.join(" "));
  return stdout;
};
const GITHUB = ["--catalog", "github=github.json"];

describe("example and schema of GitHub's events", () => {
  const lens = createHookLens({ catalogs: [{ name: "github", document: bytes }] });

  test("the example of the document", () => {
    const { webhooks } = JSON.parse(bytes);
    const [type, { post }] = Object.entries(webhooks).find(([, { post }]) => {
      return post.requestBody.content["application/json"].examples !== undefined;
    });
    const names = Object.keys(post.requestBody.content["application/json"].examples);
    assert.ok(names.length > 0);
    const given = said(["example", type, ...GITHUB]);
    assert.ok(lens.validate(given, { event: `github/${type}` }).valid, type);
  });

  test("one that is made from the schema", () => {
    const given = said(["example", "github/star-created", ...GITHUB]);
    assert.deepEqual(lens.validate(given, { event: "github/star-created" }).problems, []);
    assert.equal(said(["check", ...GITHUB], { input: given }), "1 body in 1 file: 1 valid\n");
    assert.equal(
      said(["example", "github/star-created", "--compact", ...GITHUB]).trimEnd(),
      JSON.stringify(JSON.parse(given)),
    );
  });

  test("one that is made is the event's own", () => {
    for (const type of ["Created", "Deleted"]) {
      const given = said(["example", type, "--catalog", "acme=kept.json#Created,Deleted"]);
      assert.equal(JSON.parse(given).type, type);
      const args = ["check", "--catalog", "acme=kept.json#Created,Deleted", "--format", "json"];
      assert.equal(JSON.parse(said(args, { input: given })).bodies[0].events[0].id, `acme/${type}`);
    }
  });

  test("one that is made is valid where chance alone would take long", () => {
    const given = said(["example", "odd", "--catalog", "odd.json"]);
    assert.match(JSON.parse(given).of_pattern, /^\d+s$/);
    assert.equal(
      said(["check", "--catalog", "odd.json", "--event", "catalog/odd"], { input: given }),
      "1 body in 1 file: 1 valid\n",
    );
  });

  test("one that nothing can be is said to be wrong", () => {
    const { status, stdout, stderr } = run(["example", "none", "--catalog", "impossible.json"]);
    assert.deepEqual([status, stdout], [0, "{}\n"]);
    assert.match(
      stderr,
      /^warning: the example is made from the schema of catalog\/none, and has 1 problem: /,
    );
  });

  test("the schema with all that it refers to", () => {
    const schema = JSON.parse(said(["schema", "github/issues-opened", ...GITHUB]));
    const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
    assert.ok(validate(JSON.parse(said(["example", "github/issues-opened", ...GITHUB]))));
    assert.equal(validate({ action: "opened" }), false);
  });

  test("one that is elsewhere, and one that is not there", () => {
    const elsewhere = ["--catalog", "user.json=user.json", "--catalog", "elsewhere.json"];
    assert.match(
      run(["schema", "catalog/a", ...elsewhere]).stderr,
      /--catalog elsewhere\.json: the schema of catalog\/a cannot be taken out of it\nhint: it refers to another document/,
    );
    assert.match(run(["schema", "github/nothing", ...GITHUB]).stderr, /there is no event github\/nothing/);
  });

  test("built-in events are there as well", () => {
    assert.equal(said(["example", "refresh", "--compact", ...GITHUB]), `${VALID}\n`);
    assert.match(said(["schema", "lock.locked", ...GITHUB]), /urn:hooklens:seam\/lock\.locked"/);
  });

  test("send sends them", async (t) => {
    const { kept, url } = await keeper(t);
    const child = start(["send", "github/star-created", url, ...GITHUB, "--seed", "1", "--count", "3"], {
      cwd: folder,
    });
    const [status] = await once(child, "close");
    assert.equal(status, 0);
    for (const { body } of kept)
      assert.deepEqual(lens.validate(body, { event: "github/star-created" }).problems, []);
    assert.equal(new Set(kept.map(({ body }) => String(body))).size, 3);
  });
});

describe("what is said twice", () => {
  const problems = (catalogs, body, event) => {
    const args = ["check", ...catalogs.flatMap((file) => ["--catalog", file]), "--format", "json"];
    const { stdout, stderr } = run([...args, ...(event === undefined ? [] : ["--event", event])], {
      input: body,
    });
    assert.equal(stderr, "");
    const [{ events, problems }] = JSON.parse(stdout).bodies;
    return [events.map(({ id }) => id), problems.map(({ code }) => code)];
  };
  const novel = VALID.replace("{", '{"novel":1,');

  test("what a document says of a built-in provider counts, and the others are known as before", () => {
    assert.deepEqual(problems([], novel), [["paybook/refresh"], ["unexpected-field"]]);
    assert.deepEqual(problems(["known.json"], novel), [["paybook/refresh"], []]);
    assert.deepEqual(problems(["known.json"], MISSPELLED), [["paybook/refresh"], ["misspelled-field"]]);
    const locked = said(["example", "lock.locked"]);
    assert.deepEqual(problems(["known.json"], locked), [["seam/lock.locked"], []]);
    const ids = (...args) =>
      said(["events", "--json", ...args])
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id);
    assert.deepEqual(ids("--catalog", "known.json").sort(), ids().sort());
  });

  test("the last of several documents", () => {
    const body = '{"user":"u1","age":"old"}';
    const id = "catalog/user-created";
    assert.deepEqual(problems(["user.json", "later.json"], body, id), [[id], []]);
    assert.deepEqual(problems(["later.json", "user.json"], body, id), [[id], ["wrong-type"]]);
    // An event that only the first one has is still known.
    assert.deepEqual(problems(["two.json", "user.json"], body, id), [[id], ["wrong-type"]]);
    assert.deepEqual(problems(["two.json", "user.json"], '{"x":1}', "catalog/other"), [
      ["catalog/other"],
      [],
    ]);
    assert.deepEqual(
      JSON.parse(said(["schema", id, "--catalog", "user.json", "--catalog", "later.json"])).properties.age,
      {
        type: ["integer", "string"],
      },
    );
  });

  test("a file may have several documents", () => {
    assert.deepEqual(problems(["several.json"], novel), [["paybook/refresh"], []]);
    assert.deepEqual(problems(["several.json"], '{"user":"u1","age":7}'), [["catalog/user-created"], []]);
  });

  test("a file that has none is refused", () => {
    for (const file of ["none.json", "numbers.json", "cut.json"]) {
      const { status, stderr } = run(["check", "--catalog", file], { input: VALID });
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^hooklens: --catalog ${file.replace(".", "\\.")}:1:\\d+: expected `));
    }
  });
});

test("--assert-formats and --host-patterns", () => {
  const check = (...args) =>
    run(["check", "--catalog", "ahead.json", "--event", "catalog/it", ...args], { input: '{"a":"x"}' });
  assert.match(
    check().stderr,
    /--catalog ahead\.json:1:\d+: expected a regular expression without look-around/,
  );
  const warned = check("--host-patterns");
  assert.deepEqual([warned.status, warned.stderr], [0, ""]);
  assert.match(warned.stdout, /^warning\[bad-format\]/m);
  assert.equal(check("--host-patterns", "--assert-formats").status, 1);
  const [known] = said(["events", "--catalog", "ahead.json", "--host-patterns"]).split("\n");
  assert.match(known, /^catalog\/it /);
  const drift = ["drift", "--catalog", "ahead.json", "--host-patterns", "--write", "grown.json"];
  assert.equal(run(drift, { input: '{"a":"x","b":1}' }).stderr, "");
});
