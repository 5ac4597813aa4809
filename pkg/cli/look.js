// Looks at bodies: what is said of each, and how many of which kind there are.
import { newTally, count } from "./tally.js";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text that the places of a report on these bytes are in. */
export const textOf = (bytes) => decoder.decode(bytes);

/**
 * Looks at the bodies in lines, one each. Gives how many lines there are, the tally, and what is told of: each body with
 * problems, or with `all` each body, with its text where `texts` are wanted.
 */
export function lookAtLines(bytes, validate, options, { all = false, texts = false } = {}) {
  const tally = newTally();
  const found = [];
  let line = 0;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    const next = end < 0 ? bytes.length : end;
    line += 1;
    let to = next;
    while (to > from && isSpace(bytes[to - 1])) to -= 1;
    if (to > from) {
      const body = bytes.subarray(from, to);
      const report = validate(body, options);
      count(tally, report);
      if (all || report.problems.length > 0) found.push(recordOf({ line }, report, texts && body));
    }
    from = next + 1;
  }
  return { lines: line, tally, found };
}

/** Space, tab, line feed, carriage return: what JSON takes for white space. */
const isSpace = (byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13;

/** What is told of a body. The text of one that is too large is of no use. */
export function recordOf(place, report, body) {
  const isLarge = report.problems[0]?.code === "too-large";
  return { ...place, report, ...(body && !isLarge && { text: textOf(body) }) };
}
