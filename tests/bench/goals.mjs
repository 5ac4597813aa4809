// What HookLens wants to be, beside what it is. Nothing fails here: the numbers are for people.
import { EXAMPLES, STYLES } from "./bodies.mjs";
import { JSON_PARSE, NORMALIZE, PARSE, SITUATIONS, SOURCES, VALIDATE } from "./examples.mjs";
import { LARGEST, SMALLEST, THOUSAND } from "./large.mjs";
import { PEERS, REFERENCE } from "./peers.mjs";
import { geometricMean } from "./timing.mjs";

const perByte = ({ validated, bytes }) => validated / bytes;

/** Rows of what is wanted, the most that it may be, and what it is: as documented and minified, or once. */
export function goals({ examples, large, foreign, cold }) {
  return [
    ...(examples ? ofExamples(examples) : []),
    ...(large ? ofLarge(large) : []),
    ...(foreign ? ofForeign(foreign) : []),
    ...(cold ? ofCold(cold) : []),
  ];
}

function ofExamples(times) {
  const ratio = (situation, source, ours, theirs, theirSituation = situation) =>
    STYLES.map((style) => {
      const [a, b] = [times[style][situation][source][ours], times[style][theirSituation][source][theirs]];
      return { value: geometricMean(a) / geometricMean(b) };
    });
  return [
    ["validate(bytes) ÷ JSON.parse", 0.5, ratio("valid", "bytes", VALIDATE, JSON_PARSE)],
    ["validate(bytes) ÷ (JSON.parse + ajv)", 0.28, ratio("valid", "bytes", VALIDATE, REFERENCE)],
    ["validate(text) ÷ (JSON.parse + ajv)", 0.32, ratio("valid", "text", VALIDATE, REFERENCE)],
    ...["one fault", "ten faults"].map((situation) => [
      `${situation}: validate(bytes) ÷ the best of the others`,
      MOST[situation],
      STYLES.map((style) => ({ value: overBest(times[style][situation].bytes) })),
    ]),
    [
      "parse(bytes) ÷ (validate(bytes) + JSON.parse)",
      1.08,
      STYLES.map((style) => ({ value: overBoth(times[style].valid.bytes) })),
    ],
    ["normalize(bytes) ÷ JSON.parse", 3.5, ratio("valid", "bytes", NORMALIZE, JSON_PARSE)],
    ...SITUATIONS.map((situation) => [
      `${situation}: validate ÷ the best of the others, on the body where that is worst`,
      MOST[situation],
      STYLES.map((style) => worst(times[style][situation])),
    ]),
  ];
}

/** How far a body may be behind the fastest of the validators. */
const MOST = { valid: 1, "one fault": 1, "ten faults": 4 };

/** The means of all bodies, of ours and of the fastest of the others. */
function overBest(row) {
  const means = Object.keys(PEERS).map((peer) => geometricMean(row[peer]));
  return geometricMean(row[VALIDATE]) / Math.min(...means);
}

/** What `parse` takes over what it is made of. */
function overBoth(row) {
  return geometricMean(row[PARSE].map((time, at) => time / (row[VALIDATE][at] + row[JSON_PARSE][at])));
}

/** Where HookLens is least ahead of all others, or furthest behind. */
function worst(bySource) {
  const duels = SOURCES.flatMap((source) =>
    EXAMPLES.flatMap(([body], at) =>
      Object.keys(PEERS).map((peer) => ({
        value: bySource[source][VALIDATE][at] / bySource[source][peer][at],
        where: `${body} from ${source}, ${peer}`,
      })),
    ),
  );
  return duels.reduce((worst, duel) => (duel.value > worst.value ? duel : worst));
}

function ofLarge(rows) {
  return [
    [
      "1,000 events: validate(bytes) ÷ JSON.parse",
      0.42,
      STYLES.map((style) => ({ value: rows[THOUSAND(style)].validated / rows[THOUSAND(style)].decoded })),
    ],
    ["time a byte: 16 MiB ÷ 0.1 MB", 1.2, [{ value: perByte(rows[LARGEST]) / perByte(rows[SMALLEST]) }]],
  ];
}

function ofForeign(rows) {
  const ratios = rows.map(({ key, decoded, validated }) => ({ value: validated / decoded, where: key }));
  const worst = ratios.reduce((worst, ratio) => (ratio.value > worst.value ? ratio : worst));
  const mean = geometricMean(ratios.map(({ value }) => value));
  return [
    ["GitHub's payloads: validate(bytes) ÷ JSON.parse", 0.45, [{ value: mean }]],
    ["GitHub's payloads: the same, on the payload where that is worst", 1, [worst]],
  ];
}

function ofCold(starts) {
  return [["first verdict of a fresh process ÷ ajv's", 1, [{ value: starts.HookLens / starts.ajv }]]];
}
