// The documents that `--catalog` names.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "./options.js";
import { reasonOf } from "./say-error.js";

/**
 * The sources of catalogs, each `{ file, formats, patterns }` with a file that is `FILE` or `NAME=FILE`, and perhaps
 * `#TYPE,TYPE` behind it: one, or where it has an array of documents, several.
 */
export async function sourcesOf(catalogs) {
  return (await Promise.all(catalogs.map(sourcesIn))).flat();
}

async function sourcesIn({ file: given, ...how }) {
  const [, name, rest] = existsSync(given) ? [] : (/^([^/=]+)=(.+)$/s.exec(given) ?? []);
  const whole = rest ?? given;
  const [, path, types] = existsSync(whole) ? [] : (/^(.+)#([^#]+)$/s.exec(whole) ?? []);
  const file = path ?? whole;
  const named = {
    ...(name !== undefined && { name }),
    ...(types !== undefined && { events: types.split(",") }),
  };
  const bytes = bytesOf(file);
  const document = /\.ya?ml$/i.test(file) ? await fromYaml(bytes, file) : several(bytes);
  return [document].flat().map((document) => ({ ...how, file, document, ...named }));
}

/** The documents in an array, or what it is. */
function several(bytes) {
  if (!/^\s*\[/.test(new TextDecoder().decode(bytes.subarray(0, 100)))) return bytes;
  try {
    const documents = JSON.parse(new TextDecoder().decode(bytes));
    return documents.length > 0 && documents.every(isObject) ? documents : bytes;
  } catch {
    return bytes;
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

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
