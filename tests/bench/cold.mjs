// The first verdict of a fresh process, from the import on: each start is a process of its own, which is this file
// with what to start as its argument.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const EVENT = "paybook/refresh";
const ROUNDS = 20;

const STARTS = {
  async HookLens(body) {
    const { validate } = await import("hooklens");
    return validate(body).valid;
  },

  async ajv(body, schema) {
    const [{ default: Ajv }, { default: addFormats }] = await Promise.all([
      import("ajv/dist/2020.js"),
      import("ajv-formats"),
    ]);
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
    addFormats(ajv);
    const accepts = ajv.compile(schema);
    return accepts(JSON.parse(new TextDecoder().decode(body)));
  },
};

async function start(name) {
  const body = readFileSync(new URL(`../payloads/${EVENT}.json`, import.meta.url));
  const schema = JSON.parse(
    readFileSync(new URL(`../../pkg/schemas/${EVENT}.schema.json`, import.meta.url), "utf8"),
  );
  const begun = performance.now();
  const valid = await STARTS[name](new Uint8Array(body), schema);
  const milliseconds = performance.now() - begun;
  if (!valid) throw new Error(`${name}: the body is not valid`);
  process.stdout.write(String(milliseconds));
}

/** The least milliseconds of many starts of each. */
export function cold(progress) {
  const least = {};
  for (let round = 1; round <= ROUNDS; round++) {
    if (round % 5 === 0) progress(`${round} of ${ROUNDS} starts of each`);
    for (const name of Object.keys(STARTS)) {
      const printed = execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], {
        encoding: "utf8",
      });
      least[name] = Math.min(least[name] ?? Infinity, Number(printed));
    }
  }
  return least;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await start(process.argv[2]);
