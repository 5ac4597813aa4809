// Bodies of a system that is in no catalog, GitHub's payloads: what a handler sees of a provider that it does not know.
import { validate } from "hooklens";
import { encode } from "./bodies.mjs";
import { PAYLOADS } from "../npm/github.mjs";
import { race } from "./timing.mjs";

/** There are hundreds of them: each has a short turn. */
const EFFORT = { rounds: 20, milliseconds: 0.2 };

/** Of each payload its key and the nanoseconds that it takes. */
export function foreign(progress) {
  const decoder = new TextDecoder();
  const contenders = {};
  for (const { text, key, at } of PAYLOADS) {
    const body = encode(text);
    const { status, candidates } = validate(body);
    if (status !== "unknown" || candidates.length > 0) throw new Error(`${key}: ${status}`);
    contenders[`${at} decoded`] = () => JSON.parse(decoder.decode(body));
    contenders[`${at} validated`] = () => validate(body);
  }
  const times = race(contenders, EFFORT, progress);
  return PAYLOADS.map(({ key, at }) => ({
    key,
    decoded: times[`${at} decoded`],
    validated: times[`${at} validated`],
  }));
}
