// The five bodies of the documents: every contender on each, from bytes and from text, without and with faults.
import { normalize, parse, validate } from "hooklens";
import { EXAMPLES, STYLES, encode, example, withFaults } from "./bodies.mjs";
import { PEERS, REFERENCE, schemaOf } from "./peers.mjs";
import { race } from "./timing.mjs";

export const SOURCES = ["bytes", "text"];
export const SITUATIONS = ["valid", "one fault", "ten faults"];
const FAULTS = { valid: 0, "one fault": 1, "ten faults": 10 };
/** Seam's body is the smallest: it has no more places for faults. */
const FEWEST_OF_TEN = 7;

/** Enough that every contender meets quiet moments, and no longer than one waits for. */
const EFFORT = { rounds: 60, milliseconds: 2 };

export const VALIDATE = "HookLens validate";
export const PARSE = "HookLens parse";
export const NORMALIZE = "HookLens normalize";
export const JSON_PARSE = "JSON.parse";

/** `times[style][situation][source][contender]`: nanoseconds a body, in the order of the examples. */
export function examples(progress) {
  const cells = STYLES.flatMap((style) => EXAMPLES.flatMap(([, id]) => cellsOf(id, style)));
  const measured = race(Object.fromEntries(cells.map(({ work }, at) => [at, work])), EFFORT, progress);
  const times = {};
  for (const [at, { style, situation, source, contender }] of cells.entries()) {
    const row = ((((times[style] ??= {})[situation] ??= {})[source] ??= {})[contender] ??= []);
    row.push(measured[at]);
  }
  return times;
}

/** All that is measured of one body. */
function cellsOf(id, style) {
  const checks = Object.entries(PEERS).map(([name, compile]) => [name, compile(schemaOf(id))]);
  const bodies = bodiesOf(id, example(id, style), Object.fromEntries(checks));
  return SITUATIONS.flatMap((situation) =>
    SOURCES.flatMap((source) =>
      Object.entries(contenders(bodies[situation], source, checks, situation === "valid")).map(
        ([contender, work]) => ({ style, situation, source, contender, work }),
      ),
    ),
  );
}

const decoder = new TextDecoder();

function contenders(text, source, checks, valid) {
  const body = source === "bytes" ? encode(text) : text;
  const decoded = source === "bytes" ? () => JSON.parse(decoder.decode(body)) : () => JSON.parse(body);
  const ours = { [VALIDATE]: () => validate(body) };
  if (valid) Object.assign(ours, { [PARSE]: () => parse(body), [NORMALIZE]: () => normalize(body) });
  const theirs = checks.map(([name, check]) => [name, () => check(decoded())]);
  return { ...ours, ...(valid ? { [JSON_PARSE]: decoded } : {}), ...Object.fromEntries(theirs) };
}

/** The body in every situation; all contenders must find it to be in that. */
function bodiesOf(id, text, checks) {
  const type = id.slice(id.indexOf("/") + 1);
  const faultsOf = (text) => {
    const { status, events, problems } = validate(text);
    const known = status === "invalid" && events[0].id === id;
    const errors = problems.filter(({ severity }) => severity === "error").length;
    return known && checks[REFERENCE](JSON.parse(text))?.length >= errors ? errors : 0;
  };
  return Object.fromEntries(
    SITUATIONS.map((situation) => {
      const body = withFaults(text, type, FAULTS[situation], faultsOf);
      const faults = faultsOf(body);
      if (faults < Math.min(FAULTS[situation], FEWEST_OF_TEN))
        throw new Error(`${id}: ${faults} faults, ${situation}`);
      if (validate(body).valid !== (faults === 0)) throw new Error(`${id}: ${validate(body).status}`);
      for (const [name, check] of Object.entries(checks)) {
        const found = check(JSON.parse(body))?.length ?? 0;
        if (faults === 0 ? found > 0 : found < faults)
          throw new Error(`${id} with ${faults} faults: ${name} finds ${found}`);
      }
      return [situation, body];
    }),
  );
}
