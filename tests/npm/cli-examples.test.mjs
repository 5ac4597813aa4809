// Every example of --help, and every line of a shell on the page about the command, runs.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { COMMAND, MISSPELLED, VALID, environment, folderOf, hooklens } from "./cli.mjs";
import { markdown } from "./markdown.mjs";

const LINE = /^(?: {2})?((?:[A-Z_]+=\S+ )?(?:[a-z]+ .*(?:\||&&) )?(?:npx )?hooklens .*)$/gm;
const lines = markdown("pkg/docs/cli.md")
  .blocks.filter(({ language }) => ["sh", "text"].includes(language))
  .flatMap(({ code }) => [...code.matchAll(LINE)].map(([, line]) => line))
  .filter((line) => !/^hooklens( [a-z]+)?: /.test(line));

const ACME = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1" },
  webhooks: {
    "user.created": {
      post: {
        requestBody: { content: { "application/json": { schema: { required: ["user"], type: "object" } } } },
      },
    },
  },
};
const DELIVERY = { time: "2026-01-02T03:04:05Z", method: "POST", path: "/webhook", headers: [], body: VALID };

/** What the files that are named have in them; a file that is written is not there before. */
const CONTENT = [
  [/openapi\.json$/, JSON.stringify(ACME)],
  [/baseline\.json$/, '{"differences": []}'],
  [/known\.json$/, JSON.stringify(ACME)],
  [/\.gz$/, gzipSync(`${VALID}\n${MISSPELLED}\n`)],
  [/\.ndjson$/, `${VALID}\n${MISSPELLED}\n`],
  [/\.json$/, MISSPELLED],
  [/\.log$/, `2026-01-02T03:04:05Z INFO ${VALID}\n`],
];

const folder = folderOf({ "fixtures/a.json": VALID, "fixtures/b.json": MISSPELLED }, after);
const own = join(folder, "bin");

/** What stands beside the command in a line. */
const STUBS = {
  hooklens: `exec '${process.execPath}' '${COMMAND}' "$@"`,
  npx: 'exec "$@"',
  curl: `echo '${VALID}'`,
  tail: 'cat "$2"',
  jq: "cat",
};

let server;
let url;
before(async () => {
  mkdirSync(own);
  for (const [name, script] of Object.entries(STUBS)) {
    writeFileSync(join(own, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(own, name), 0o755);
  }
  server = createServer((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(204).end());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `127.0.0.1:${server.address().port}`;
});
after(() => server.close());

function makeFiles(line) {
  for (const [, before, file] of line.matchAll(
    /(\S+) ([\w./-]+\.(?:ndjson|json|jsonl|har|log)(?:\.gz)?)(?= |$)/g,
  )) {
    const isWritten = /^(--output|--write|--record|>|>>)$/.test(before);
    if (isWritten) continue;
    const isRecording = /\breplay\b/.test(line);
    const [, content] = CONTENT.find(([name]) => name.test(file));
    writeFileSync(join(folder, file), isRecording ? `${JSON.stringify(DELIVERY)}\n` : content);
  }
}

/** Runs a line as somebody types it. */
async function shell(line, { until } = {}) {
  const env = environment({ PATH: `${own}${delimiter}${process.env.PATH}` });
  const child = spawn("bash", ["-o", "pipefail", "-c", line], { cwd: folder, env, detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  child.stdin.end(VALID);
  const closed = once(child, "close");
  if (until !== undefined) {
    while (!until.test(said)) await Promise.race([once(child.stdout, "data"), closed]);
    process.kill(-child.pid, "SIGINT");
  }
  const [status, signal] = await closed;
  return { status, signal, said };
}

describe("every example", { skip: process.platform === "win32" }, () => {
  test("is there", () => {
    const commands = [...hooklens(["--help"]).stdout.matchAll(/^ {2}([a-z]+) {3,}\w/gm)].map(
      ([, name]) => name,
    );
    for (const name of commands)
      assert.ok(
        lines.some((line) => line.includes(`hooklens ${name}`)),
        name,
      );
    assert.ok(lines.length > 35, `${lines.length} lines`);
  });

  for (const line of new Set(lines)) {
    test(line, async () => {
      const given = line.replaceAll("localhost:3000", url).replace("--recorded", "");
      makeFiles(given);
      if (/hooklens listen\b/.test(given)) {
        const { said } = await shell(`${given} --port 0`, { until: /listening on/ });
        return assert.doesNotMatch(said, /^hooklens: /m);
      }
      const quick = given.replace("--count 1000 --rate 50", "--count 20 --rate 50");
      const { status, said } = await shell(quick);
      assert.ok([0, 1].includes(status), `exit code ${status}: ${said}`);
      assert.doesNotMatch(said, /^hooklens: /m);
    });
  }
});
