// `hooklens send`: an event's example as a delivery.
import { deliveriesOf } from "./delivery.js";
import { CODES, faultyOf } from "./faults.js";
import { findEvent } from "./find-event.js";
import { knownEvents } from "./known.js";
import { openLens, settingsOf } from "./open.js";
import { CATALOG_OPTIONS, Refusal } from "./options.js";
import { openOutput } from "./output.js";
import { paceOf } from "./pace.js";
import { keysOf, put, valueAt } from "./pointer.js";
import { reasonOf } from "./say-error.js";
import { secretOf } from "./secret.js";
import { signatureOf } from "./sign.js";
import { targetOf } from "./target.js";
import { visible } from "./visible.js";
import { versionOf } from "./version.js";

export const command = {
  name: "send",
  title: "sends the example of an event to your endpoint, as a real delivery",
  about:
    "EVENT is an id, a type, or the first or last words of one. Ids and times are fresh. Where the variable HOOKLENS_SECRET or --secret-file gives a secret, the delivery is signed: as Standard Webhooks and Svix do where it begins with whsec_, else with the HMAC-SHA256 of the body in hexadecimal.",
  arguments: { usage: "EVENT URL", least: 2, most: 2 },
  options: {
    ...CATALOG_OPTIONS,
    set: {
      value: "POINTER=VALUE",
      many: true,
      help: "another value in a place: JSON, or else a text; may be given several times",
    },
    fault: { value: "CODE", choices: CODES, help: "a body with just this problem" },
    "as-is": { help: "with the ids and times of the example" },
    seed: {
      value: "N",
      least: 0,
      most: 0xffffffff,
      help: "with other values in each field that may have others, the same ones each time, ids and times included",
    },
    count: { value: "N", least: 1, help: "so many deliveries, each with other ids" },
    rate: { value: "N", least: 1, help: "at most so many a second" },
    header: { value: "NAME:VALUE", many: true, help: "a header field besides; may be given several times" },
    "secret-file": { value: "FILE", help: "a file with the secret, in place of HOOKLENS_SECRET" },
    "signature-field": {
      value: "NAME",
      help: "the header field of an HMAC; X-Provider-Signature unless given",
    },
  },
  examples: [
    ["hooklens send lock.locked http://localhost:3000/webhook", "one delivery"],
    ["hooklens send refresh http://localhost:3000/webhook --set /id_user=7", "with another value"],
    ["hooklens send refresh http://localhost:3000/webhook --fault missing-field", "with something wrong"],
    ["HOOKLENS_SECRET=whsec_c2VjcmV0 hooklens send lock.locked http://localhost:3000/webhook", "signed"],
    ["hooklens send refresh http://localhost:3000/webhook --count 1000 --rate 50", "many"],
    [
      "hooklens send refresh http://localhost:3000/webhook --seed 7 --count 20",
      "with other values, always the same",
    ],
  ],
  exits: { 1: "a delivery had no answer, or one of 400 or more" },
};

export async function run({ values, paths: [name, url] }) {
  const target = targetOf(url, "URL");
  const edits = (values.set ?? []).map(editOf);
  const fields = (values.header ?? []).map(fieldOf).flat();
  const secret = secretOf("--secret-file", values["secret-file"], "HOOKLENS_SECRET");
  const { events, lens } = await knownEvents(values);
  const entry = findEvent(events, name);
  const make = await makerOf(entry, lens, edits, values);
  const pace = paceOf(values);
  const out = openOutput();
  let failed = 0;
  for (let number = 1; number <= (values.count ?? 1); number++) {
    await pace();
    const body = make(number);
    const signed =
      secret === undefined ? [] : signatureOf(secret, body, { ...entry, field: values["signature-field"] });
    const own = ["Content-Type", "application/json", "User-Agent", `hooklens/${versionOf()}`];
    const started = performance.now();
    let answered;
    let isFine = false;
    try {
      const { status } = await target.send({ headers: [...own, ...signed, ...fields], body });
      isFine = status < 400;
      answered = String(status);
    } catch (error) {
      answered = reasonOf(error);
    }
    if (!isFine) failed += 1;
    const colour = isFine ? out.paint.green : out.paint.red;
    const took = out.paint.dim(`${Math.round(performance.now() - started)} ms`);
    out.write(`${number} ${entry.id} → ${colour(visible(answered))} ${took}\n`);
    out.flush();
  }
  target.end();
  out.end();
  return failed > 0 ? 1 : 0;
}

/** What gives the body of each delivery. */
async function makerOf(entry, loaded, edits, { "as-is": isAsIs = false, fault, seed }) {
  const lens = loaded ?? (isAsIs && fault === undefined ? undefined : await openLens(settingsOf({})));
  const { example } = entry;
  const give = isAsIs ? () => structuredClone(example) : deliveriesOf({ ...entry, example }, lens, seed);
  return (number) => {
    const value = edits.reduce((edited, edit) => edit(edited), give(number));
    if (fault === undefined) return Buffer.from(JSON.stringify(value));
    const body = faultyOf(fault, value, lens.validate);
    if (body !== undefined) return body;
    throw new Refusal(`--fault: a body of ${entry.id} cannot have just the problem ${fault}`);
  };
}

function fieldOf(text) {
  const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*([\t\u0020-\u007e\u0080-\u00ff]*)$/.exec(text) ?? [];
  if (name === undefined) throw new Refusal(`--header: expected NAME:VALUE, found ${text}`);
  return [name, value];
}

/** What sets a value in a place. */
function editOf(text) {
  const [, pointer, given] = /^((?:\/[^=]*)?)=(.*)$/s.exec(text) ?? [];
  if (pointer === undefined)
    throw new Refusal(`--set: expected a pointer such as /id, = and a value, found ${text}`);
  const keys = keysOf(pointer);
  const value = valueOf(given);
  return (root) => {
    if (keys.length === 0) return value;
    const parent = valueAt(root, keys.slice(0, -1));
    if (typeof parent !== "object" || parent === null)
      throw new Refusal(`--set: there is no place ${pointer}`);
    const key = keys.at(-1);
    if (Array.isArray(parent) && key === "-") parent.push(value);
    else put(parent, key, value);
    return root;
  };
}

function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
