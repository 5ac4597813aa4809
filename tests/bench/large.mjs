// Large bodies: an envelope of 1,000 events, how the time grows with the size, and what is no webhook at all.
import { validate } from "hooklens";
import { REPEATED, STYLES, encode, envelope, envelopeOf, foreign } from "./bodies.mjs";
import { PEERS, REFERENCE, schemaOf } from "./peers.mjs";
import { race } from "./timing.mjs";

export const THOUSAND = (style) => `1,000 events, ${style}`;
export const SMALLEST = "0.1 MB of events";
export const LARGEST = "16 MiB of events";

const BYTES = { MB: 1e6, MiB: 1 << 20 };
/** A little less than the limit, for the envelope is around the events. */
const sizeOf = (name) => parseFloat(name) * BYTES[name.split(" ")[1]] - 1000;

function* bodies() {
  for (const style of STYLES) yield [THOUSAND(style), envelope(1000, style), "valid"];
  for (const size of [
    SMALLEST,
    "0.3 MB of events",
    "1 MB of events",
    "3 MB of events",
    "10 MB of events",
    LARGEST,
  ]) {
    yield [size, envelopeOf(sizeOf(size)), "valid"];
  }
  yield ["10 MB of another system", foreign(10e6), "unknown"];
}

/** Of each large body its size and the nanoseconds that it takes. */
export function large(progress) {
  const ajv = PEERS[REFERENCE](schemaOf(REPEATED));
  const decoder = new TextDecoder();
  const sizes = {};
  const contenders = {};
  for (const [name, text, status] of bodies()) {
    const body = encode(text);
    const decoded = () => JSON.parse(decoder.decode(body));
    const accepted = ajv(decoded()) === undefined;
    if (validate(body).status !== status || accepted !== (status === "valid"))
      throw new Error(`${name}: not ${status}`);
    sizes[name] = body.length;
    contenders[`${name}: decoded`] = decoded;
    contenders[`${name}: validated`] = () => validate(body);
    contenders[`${name}: checked`] = () => ajv(decoded());
  }
  const times = race(contenders, { rounds: 15, milliseconds: 5, repeats: 4 }, progress);
  const rowOf = (name) => ({
    bytes: sizes[name],
    decoded: times[`${name}: decoded`],
    validated: times[`${name}: validated`],
    checked: times[`${name}: checked`],
  });
  return Object.fromEntries(Object.keys(sizes).map((name) => [name, rowOf(name)]));
}
