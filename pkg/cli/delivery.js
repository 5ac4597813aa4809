// What `hooklens send` sends: an event's example, or what is made of it.
import { randomInt } from "node:crypto";
import { later, withOtherIds } from "./fresh.js";
import { Random } from "./random.js";
import { varied } from "./vary.js";

const DAY = 86_400_000;

/** With a seed, times are before or after those of the example by at most so much. */
const FAR = 180;

/**
 * Gives the value of the delivery of each number: the example, with fresh ids and at the time that it is; with a seed
 * with other values as well, always the same ones. It is as valid as the example.
 */
export function deliveriesOf({ id, example, schema }, { validate, normalize }, seed) {
  const options = { event: id };
  const text = JSON.stringify(example);
  // Also whoever is not told which event it is must find that out.
  const [known, found] = [validate(text, options), validate(text)];
  const accepts = (other) => {
    const { status, problems } = validate(other, options);
    if (status !== known.status || problems.length > known.problems.length) return false;
    return validate(other).status === found.status;
  };
  const time = Date.parse(timeOf(text, options, normalize));
  return (number) => {
    const random = new Random(seed ?? randomInt(2 ** 32), number);
    const days = random.between(-FAR * 24, FAR * 24) / 24;
    const wait = seed === undefined ? Date.now() - time : days * DAY;
    const other = withOtherIds(text, random, accepts);
    const moved = Number.isNaN(wait) ? other : later(other, wait);
    const value = JSON.parse(accepts(moved) ? moved : other);
    if (seed === undefined) return value;
    return varied(value, schema, random, (body) => accepts(JSON.stringify(body)));
  };
}

function timeOf(text, options, normalize) {
  try {
    return normalize(text, options)[0].time;
  } catch (error) {
    // A request to register a webhook has no time.
    if (error.name !== "PayloadError") throw error;
    return undefined;
  }
}
