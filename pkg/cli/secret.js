// What must be in no list of processes and in no history of commands: from a file, or from a variable.
import { readFileSync } from "node:fs";
import { Refusal } from "./options.js";
import { reasonOf } from "./say-error.js";

/** What a file says that an option names, or else the variable; undefined where there is neither. */
export function secretOf(option, file, variable) {
  if (file === undefined) return process.env[variable] || undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new Refusal(`${option} ${file}: ${reasonOf(error)}`);
  }
}
