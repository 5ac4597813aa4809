#!/usr/bin/env node
// The command `hooklens`: finds the command that is asked for, and says what went wrong where something did.
import { Refusal, help, nearest, read } from "./options.js";

/** Each command's module is loaded when it is asked for. */
const COMMANDS = {
  check: ["tell which event each body is, and everything that is wrong with it", () => import("./check.js")],
  normalize: ["turn bodies into CloudEvents", () => import("./normalize.js")],
  unwrap: ["take events out of what is around them", () => import("./unwrap.js")],
  redact: ["write bodies with nothing personal in them", () => import("./redact.js")],
  events: ["list the events that are known", () => import("./events.js")],
  example: ["print an example body of an event", () => import("./example.js")],
  schema: ["print the JSON Schema of an event's body", () => import("./schema.js")],
  drift: ["tell what deliveries have that the catalog does not", () => import("./drift.js")],
  listen: ["receive deliveries on a local port and show each one's verdict", () => import("./listen.js")],
  send: ["send an event's example to your endpoint", () => import("./send.js")],
  replay: ["send recorded deliveries again", () => import("./replay.js")],
};

const USAGE = `hooklens: tells which webhook event a body is, everything that is wrong with it, and what it means

usage: hooklens COMMAND [OPTION…]

commands:
${Object.entries(COMMANDS)
  .map(([name, [title]]) => `  ${name.padEnd(10)} ${title}`)
  .join("\n")}

options:
  --help     this text; \`hooklens COMMAND --help\` is about a command
  --version  the version

environment:
  NO_COLOR     where it is not empty, no colour
  FORCE_COLOR  colour also where the output is no terminal; 0 for none

examples:
  hooklens check body.json
  hooklens events credential
  hooklens example refresh | hooklens normalize

exit codes:
  0  all is well
  1  there are problems
  2  an option or a file is not what it should be
`;

async function main([name, ...rest]) {
  if (name === "--help" || name === "-h") return print(USAGE);
  if (name === "--version" || name === "-V") return print(`${await version()}\n`);
  if (name === "help") return rest.length === 0 ? print(USAGE) : main([rest[0], "--help"]);
  if (name === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw await unknown(name);
  const { command, run } = await COMMANDS[name][1]();
  const given = read(command, rest);
  if (given.values.help) return print(help(command));
  if (given.values.version) return print(`${await version()}\n`);
  return run(given);
}

async function print(text) {
  const { openOutput } = await import("./output.js");
  const out = openOutput();
  out.write(text);
  out.end();
  return 0;
}

async function version() {
  const { versionOf } = await import("./version.js");
  return versionOf();
}

async function unknown(name) {
  if (name.startsWith("-")) return new Refusal(`there is no option ${name} before a command`);
  const { existsSync } = await import("node:fs");
  const meant = nearest(name, Object.keys(COMMANDS));
  if (meant !== undefined) return new Refusal(`there is no command ${name}`, `did you mean ${meant}?`);
  if (existsSync(name))
    return new Refusal(`there is no command ${name}`, `to check it: hooklens check ${name}`);
  return new Refusal(`there is no command ${name}`, "hooklens --help lists them");
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { sayError } = await import("./say-error.js");
  sayError(error);
  process.exitCode = 2;
}
