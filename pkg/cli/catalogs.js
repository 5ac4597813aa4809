// The documents that `--catalog` names.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "./options.js";
import { reasonOf } from "./say-error.js";

/** A source for each `FILE` or `NAME=FILE`. */
export function sourcesOf(given) {
  return Promise.all(given.map(sourceOf));
}

async function sourceOf(given) {
  const [, name, rest] = existsSync(given) ? [] : (/^([^/=]+)=(.+)$/s.exec(given) ?? []);
  const file = rest ?? given;
  const bytes = bytesOf(file);
  const document = /\.ya?ml$/i.test(file) ? await fromYaml(bytes, file) : bytes;
  return { file, document, ...(name !== undefined && { name }) };
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(`--catalog ${file}: ${reasonOf(error)}`);
  }
}

async function fromYaml(bytes, file) {
  const { parse } = await importYaml(file);
  let document;
  try {
    document = parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new Refusal(`--catalog ${file}: ${error.message.split("\n")[0].replace(/:$/, "")}`);
  }
  if (typeof document === "object" && document !== null) return document;
  throw new Refusal(
    `--catalog ${file}: expected an object, found ${document === null ? "null" : typeof document}`,
  );
}

/** The package beside this one, or else that of the folder in which the command runs. */
async function importYaml(file) {
  try {
    return await import("yaml");
  } catch {
    try {
      return await import(pathToFileURL(createRequire(join(process.cwd(), "/")).resolve("yaml")).href);
    } catch {
      throw new Refusal(
        `--catalog ${file}: YAML needs the package yaml, which is not installed`,
        "npm install yaml, or give the document as JSON",
      );
    }
  }
}
