// What a command may be given, read and explained from one description of it.
import { parseArgs } from "node:util";

/** Something that was asked for cannot be: said in one line, with exit code 2. */
export class Refusal extends Error {
  constructor(message, hint) {
    super(message);
    this.name = "Refusal";
    this.hint = hint;
  }
}

/** What every command has. */
const ALWAYS = {
  help: { help: "this text" },
  version: { help: "the version" },
};

/** What every command has that knows events. */
export const CATALOG_OPTIONS = {
  catalog: {
    value: "FILE",
    many: true,
    help: "also know the events of this OpenAPI, AsyncAPI or JSON Schema document: JSON, or YAML where the package yaml is installed; NAME=FILE names their provider, FILE#TYPE,… loads only these events, or schemas by name; may be given several times: of an event that is described twice, or is built in as well, the last description counts",
  },
  "assert-formats": { help: "a text that is not of its format is an error in events of --catalog" },
  "host-patterns": {
    help: "match the patterns of --catalog that need it with JavaScript's own RegExp, which may take long: for documents that you trust",
  },
};

/** What every command has that looks at bodies. */
export const LENS_OPTIONS = {
  ...CATALOG_OPTIONS,
  event: {
    value: "HINT",
    help: "what is known of the bodies: an event's id decides, a type or its first words narrow the choice",
  },
  "max-bytes": { value: "N", least: 0, help: "the largest body that is read; 16777216 unless given" },
  "max-depth": { value: "N", least: 0, help: "the most nested objects and arrays; 128 unless given" },
};

/** What commands have that read files of bodies, each its own of these. */
export const LINES = { help: "each line is a body, whatever the file's name" };
export const OUTPUT = { value: "FILE", help: "write to this file in place of standard output" };
export const JOBS = {
  value: "N",
  least: 1,
  most: 64,
  help: "threads for large archives; one a core unless given, at most 8",
};

const SHORT = { h: "help", V: "version" };

/** The options and arguments that are given; throws a `Refusal` for what cannot be. */
export function read(command, args) {
  const options = { ...command.options, ...ALWAYS };
  const shapes = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? "boolean" : "string" },
    ]),
  );
  for (const [short, name] of Object.entries(SHORT)) shapes[name].short = short;
  const { tokens } = parseArgs({
    args,
    options: shapes,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = {};
  const paths = [];
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind === "option") take(token, options, values, command);
  }
  if (values.help || values.version) return { values, paths };
  const { least = 0, most = Infinity, usage } = command.arguments;
  if (paths.length > most)
    throw refused(command, `expected ${usage || "no argument"}, found also ${paths[most]}`);
  if (paths.length < least) throw refused(command, `expected ${usage}`);
  return { values, paths };
}

function take({ name, rawName, value, inlineValue }, options, values, command) {
  if (!Object.hasOwn(options, name)) {
    const meant = nearest(name, Object.keys(options));
    throw refused(command, `there is no option ${rawName}`, meant && `did you mean --${meant}?`);
  }
  const option = options[name];
  if (option.value === undefined) {
    if (inlineValue) throw refused(command, `${rawName} takes no value, found ${value}`);
    values[name] = true;
    return;
  }
  // What looks like an option was meant as one.
  const isMissing = value === undefined || (!inlineValue && /^-./.test(value));
  if (isMissing) throw refused(command, `${rawName} needs a value: ${rawName} ${option.value}`);
  const checked = valueOf(option, rawName, value, command);
  if (option.many) (values[name] ??= []).push(checked);
  else values[name] = checked;
}

function valueOf({ choices, least, most = Number.MAX_SAFE_INTEGER }, name, value, command) {
  if (choices && !choices.includes(value)) {
    const meant = nearest(value, choices);
    throw refused(
      command,
      `${name}: expected ${choices.join(", ")}, found ${value}`,
      meant && `did you mean ${meant}?`,
    );
  }
  if (least === undefined) return value;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw refused(command, `${name}: expected a whole number ${range}, found ${value}`);
}

export function refused({ name }, message, hint = `hooklens ${name} --help says what there is`) {
  return new Refusal(message, hint);
}

/** The text of `--help`. */
export function help({ name, title, about = "", arguments: { usage }, options, examples, exits }) {
  const shown = Object.entries({ ...options, ...ALWAYS }).map(([option, { value, help, choices }]) => [
    value === undefined ? `--${option}` : `--${option} ${value}`,
    choices === undefined ? help : `${help}: ${choices.join(", ")}`,
  ]);
  const codes = Object.entries({
    0: "all is well",
    2: "an option or a file is not what it should be",
    ...exits,
  });
  return [
    `hooklens ${name}: ${title}\n`,
    `usage: hooklens ${name} ${usage === "" ? "" : `${usage} `}[OPTION…]\n`,
    ...(about === "" ? [] : [`${wrapped(about, 0)}\n`]),
    `options:\n${rows(shown)}\n`,
    `examples:\n${examples.map(([line, what]) => `  # ${what}\n  ${line}`).join("\n")}\n`,
    `exit codes:\n${rows(codes)}\n`,
  ].join("\n");
}

const WIDTH = 100;

function rows(list) {
  const widest = Math.min(Math.max(...list.map(([left]) => left.length)), 22);
  return list.map(([left, right]) => `  ${left.padEnd(widest)}  ${wrapped(right, widest + 4)}`).join("\n");
}

function wrapped(text, indent) {
  const paragraphs = text.split("\n").map((paragraph) => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const line = lines.at(-1);
      if (line !== "" && indent + line.length + 1 + word.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    }
    return lines.join(`\n${" ".repeat(indent)}`);
  });
  return paragraphs.join("\n");
}

/** The one of these that was near-certainly meant. */
export function nearest(given, names) {
  const most = Math.max(1, Math.floor(given.length / 3));
  const near = names
    .map((name) => [distance(given.toLowerCase(), name.toLowerCase()), name])
    .filter(([edits]) => edits <= most)
    .sort(([a], [b]) => a - b);
  return near.length > 1 && near[0][0] === near[1][0] ? undefined : near[0]?.[1];
}

/** How many letters must be changed, added, left out or swapped with the next. */
function distance(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}
