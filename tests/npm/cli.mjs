// The command as its users start it.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { payload, root } from "./corpus.mjs";

export const COMMAND = join(root, "pkg/cli/hooklens.js");

/** What the command must not take from where the tests run. */
const { NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, NODE_OPTIONS: ____, ...CLEAN } = process.env;

export const environment = (env = {}) => ({ ...CLEAN, ...env });

/** Runs it to its end: its exit code and what it wrote. */
export function hooklens(args, { input = "", env, cwd = root, command = [process.execPath, COMMAND] } = {}) {
  const [program, ...first] = command;
  const { status, signal, stdout, stderr } = spawnSync(program, [...first, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, signal, stdout, stderr };
}

/** Starts it. */
export const start = (args, { env, cwd = root } = {}) =>
  spawn(process.execPath, [COMMAND, ...args], { cwd, env: environment(env) });

/** Runs it in a pseudo-terminal, behind what a shell pipes into it; undefined where there is no `script` that makes one. */
export function inTerminal(args, { env, cwd = root, piped } = {}) {
  const quoted = [process.execPath, COMMAND, ...args].map((word) => `'${word}'`).join(" ");
  const { status, stdout, error } = spawnSync(
    "script",
    ["-qec", piped === undefined ? quoted : `(${piped}) | ${quoted}`, "/dev/null"],
    {
      cwd,
      env: environment({ TERM: "xterm-256color", ...env }),
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  return error === undefined && status < 126 ? { status, stdout } : undefined;
}

/** A server that keeps each request whole. */
export async function keeper(t, answer = (_, response) => response.writeHead(204).end()) {
  const kept = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, rawHeaders } = request;
    kept.push({ method, url, rawHeaders, headers: request.headers, body: Buffer.concat(chunks) });
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { kept, url: `http://127.0.0.1:${server.address().port}` };
}

/** A folder of these files, by path; it is removed once the tests have run. */
export function folderOf(files, after) {
  const folder = mkdtempSync(join(tmpdir(), "hooklens-cli-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A body that is valid, on one line; one with a misspelled field, and one with a wrong value. */
export const VALID = JSON.stringify(JSON.parse(payload("paybook/refresh")));
export const MISSPELLED = VALID.replace('"id_user"', '"id_usr"');
export const WRONG = VALID.replace(/("id_user":")\w/, "$1x");
