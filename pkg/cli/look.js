// Looks at bodies: what is said of each, and how many of which kind there are.
import { count, countValid, newTally } from "./tally.js";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text that the places of a report on these bytes are in. */
export const textOf = (bytes) => decoder.decode(bytes);

/**
 * Looks at the bodies in lines, one each, of what was written to the room of `lines` between two places. Gives how many
 * lines there are, the tally, and what is told of: each body with problems, or with `all` each body, with its text where
 * `texts` are wanted.
 */
export function lookAtLines(lines, place, options, { all = false, texts = false } = {}) {
  const tally = newTally();
  const found = [];
  const seen = lines.look(place, options, all, (report, line, body) => {
    count(tally, report);
    if (all || report.problems.length > 0) found.push(recordOf({ line }, report, texts && body));
  });
  for (const [id, number] of seen.counts) countValid(tally, id, number);
  return { lines: seen.lines, tally, found };
}

/** The same of bytes that are elsewhere. */
export function lookAtBytes(lines, bytes, options, wants) {
  lines.roomFor(bytes.length).set(bytes);
  return lookAtLines(lines, [0, bytes.length], options, wants);
}

/** What is told of a body. The text of one that is too large is of no use. */
export function recordOf(place, report, body) {
  const isLarge = report.problems[0]?.code === "too-large";
  return { ...place, report, ...(body && !isLarge && { text: textOf(body) }) };
}
