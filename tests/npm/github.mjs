// GitHub's own document of its webhooks, payloads that its users have collected, and what is true of each of them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";
import { randomOf } from "./random.mjs";

const require = createRequire(import.meta.url);
const path = require
  .resolve("@octokit/openapi-webhooks")
  .replace(/index\.js$/, "generated/api.github.com.json");

/** The document, as its file has it and read. */
export const bytes = readFileSync(path);
export const document = JSON.parse(bytes);
export const KEYS = Object.keys(document.webhooks);

export const idOf = (key) => `github/${key}`;

/** The key that the document has for an event: the header's name and the action, if there is one. */
const keyOf = (name, { action }) =>
  [name, ...(action === undefined ? [] : [action])].join("-").replaceAll("_", "-");

/** Each payload once: its text, the header that it came with, and the key of what it is. */
export const PAYLOADS = require("@octokit/webhooks-examples")
  .flatMap(({ name, examples }) =>
    examples.map((body) => ({ name, key: keyOf(name, body), body, text: JSON.stringify(body) })),
  )
  // Of `repository_dispatch` the action is the sender's own choice: the document has an example of one.
  .filter(({ key }) => Object.hasOwn(document.webhooks, key))
  .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at)
  .map((payload, at) => ({ ...payload, at, id: idOf(payload.key) }));

// ---- what ajv says

const pointer = (key) => `github#/webhooks/${key}/post/requestBody/content/application~1json/schema`;

/** An ajv that knows the document: gives the check of the event of a key, compiled when it is first asked for. */
export function ajvOf({ formats }) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: formats, logger: false });
  if (formats) addFormats(ajv);
  ajv.addSchema(document, "github");
  return (key) => ajv.getSchema(pointer(key));
}

// ---- one thing damaged

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const oneOf = (list, random) => list[random() % list.length];

const resolved = (schema) =>
  schema.$ref === undefined
    ? schema
    : resolved(
        schema.$ref
          .slice(2)
          .split("/")
          .reduce((inner, key) => inner[key], document),
      );

/** The keys that each body of a schema must have. */
function requiredOf(given) {
  const { required = [], allOf = [], oneOf, anyOf } = resolved(given);
  const branches = (oneOf ?? anyOf ?? []).map(requiredOf);
  const inEach = (branches[0] ?? []).filter((key) => branches.every((keys) => keys.includes(key)));
  return [...new Set([...required, ...allOf.flatMap(requiredOf), ...inEach])];
}

/** What a top-level key needs to be for an event of a key. */
export const requiredAt = (key) =>
  requiredOf(document.webhooks[key].post.requestBody.content["application/json"].schema);

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A name with one slip in it: a letter left out, doubled, swapped with the next, or another one. */
function misspelt(name, random) {
  const at = random() % name.length;
  const [before, letter, after] = [name.slice(0, at), name[at], name.slice(at + 1)];
  switch (random() % 4) {
    case 0:
      return name.length > 1 ? before + after : `${name}x`;
    case 1:
      return before + letter + letter + after;
    case 2:
      return after === "" || after[0] === letter ? `${name}x` : before + after[0] + letter + after.slice(1);
    default:
      return (
        before +
        oneOf(
          [...LETTERS].filter((other) => other !== letter),
          random,
        ) +
        after
      );
  }
}

const kindOf = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
const ofOtherKind = (value, random) =>
  oneOf(
    ["x", 7, true, [], {}].filter((other) => kindOf(other) !== kindOf(value)),
    random,
  );

/** Each way to damage the member of a container; says what was done. */
const WAYS = {
  misspelt(container, key, random) {
    const value = container[key];
    const name = misspelt(key, random);
    delete container[key];
    // Never one that is there already: then nothing would be missing.
    container[Object.hasOwn(container, name) ? `${key}_x` : name] = value;
    return `${key} misspelt as ${name}`;
  },
  kind(container, key, random) {
    const value = ofOtherKind(container[key], random);
    container[key] = value;
    return `${key} is ${JSON.stringify(value)}`;
  },
  removed(container, key) {
    if (Array.isArray(container)) container.splice(key, 1);
    else delete container[key];
    return `${key} removed`;
  },
};

/** Each container that is inside a value's members, with its path. */
function innerContainers(value, path = [], found = []) {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "object" || inner === null) continue;
    found.push([inner, [...path, key]]);
    innerContainers(inner, [...path, key], found);
  }
  return found;
}

/** One thing damaged in a payload, by what it is; undefined where that cannot be. */
export const DAMAGES = {
  none: ({ body }) => ({ body, what: "as it is" }),

  "key misspelt": ({ body }, random) =>
    damaged(body, (copy) => WAYS.misspelt(copy, oneOf(Object.keys(copy), random), random)),

  "other kind": ({ body }, random) =>
    damaged(body, (copy) => WAYS.kind(copy, oneOf(Object.keys(copy), random), random)),

  nested: ({ body }, random) =>
    damaged(body, (copy) => {
      const members = innerContainers(copy).flatMap(([container, path]) =>
        Object.keys(container).map((key) => [container, path, key]),
      );
      if (members.length === 0) return undefined;
      const [container, path, key] = oneOf(members, random);
      const ways = Object.keys(WAYS).filter((way) => way !== "misspelt" || isObject(container));
      return `${path.join(".")}: ${WAYS[oneOf(ways, random)](container, key, random)}`;
    }),

  "required removed": ({ body, key }, random) =>
    damaged(body, (copy) => {
      const keys = requiredAt(key).filter((name) => Object.hasOwn(copy, name));
      return keys.length === 0 ? undefined : WAYS.removed(copy, oneOf(keys, random));
    }),

  "action removed": ({ body }) =>
    damaged(body, (copy) => ("action" in copy ? WAYS.removed(copy, "action") : undefined)),
};

function damaged(body, damage) {
  const copy = structuredClone(body);
  const what = damage(copy);
  return what === undefined ? undefined : { body: copy, what };
}

/** Of each payload so many bodies with one thing damaged, always the same ones. */
export function* bodiesOf(damage, rounds) {
  for (let round = 0; round < rounds; round++) {
    for (const payload of PAYLOADS) {
      const made = DAMAGES[damage](payload, randomOf(round * 7919 + payload.at));
      if (made !== undefined) yield { payload, what: made.what, text: JSON.stringify(made.body) };
    }
  }
}

// ---- what became of a body

/**
 * - `right`: recognised as what it is;
 * - `several`: several candidates, the right one among them; `unsure`: the right one alone;
 * - `wrong`: recognised as another, or as something else than one event; `astray`: candidates without the right one;
 * - `none`: nothing is said of what it is.
 */
export const OUTCOMES = ["right", "several", "unsure", "wrong", "astray", "none"];

export function outcomeOf({ status, events, candidates }, id) {
  if (events.length === 1 && events[0].id === id) return "right";
  if (status !== "unknown" || events.length > 0) return "wrong";
  if (candidates.length === 0) return "none";
  if (!candidates.includes(id)) return "astray";
  return candidates.length === 1 ? "unsure" : "several";
}

/** How often each outcome is met, and all that is not right, for people. */
export function tally(judged) {
  const counts = Object.fromEntries(OUTCOMES.map((name) => [name, 0]));
  const others = [];
  for (const { outcome, payload, what, report } of judged) {
    counts[outcome] += 1;
    if (outcome === "right") continue;
    const said = report.events.map(({ id }) => id).join(", ") || report.candidates.join(", ") || "nothing";
    others.push(`${outcome}: ${payload.key} (payload ${payload.at}), ${what}: ${report.status}, ${said}`);
  }
  return { counts, others, all: OUTCOMES.reduce((sum, name) => sum + counts[name], 0) };
}

// ---- the event taken out

/** Documents that have all events but some, and the payloads of those: few of one document, of different families. */
export function* withoutSome(together) {
  const families = new Map();
  for (const key of new Set(PAYLOADS.map(({ key }) => key))) {
    const [family] = key.split("-");
    families.set(family, [...(families.get(family) ?? []), key]);
  }
  const queues = [...families.values()].sort((a, b) => b.length - a.length);
  while (queues[0]?.length > 0) {
    const taken = queues.slice(0, together).flatMap((queue) => queue.splice(0, 1));
    queues.sort((a, b) => b.length - a.length);
    const webhooks = Object.fromEntries(
      Object.entries(document.webhooks).filter(([key]) => !taken.includes(key)),
    );
    yield {
      document: { ...document, webhooks },
      payloads: PAYLOADS.filter(({ key }) => taken.includes(key)),
    };
  }
}
