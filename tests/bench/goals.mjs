// What HookLens wants to be, beside what it is. Nothing fails here: the numbers are for people.
import { EXAMPLES, STYLES } from "./bodies.mjs";
import { JSON_PARSE, NORMALIZE, PARSE, SITUATIONS, SOURCES, VALIDATE } from "./examples.mjs";
import { LARGEST, SMALLEST, THOUSAND } from "./large.mjs";
import { PEERS, REFERENCE } from "./peers.mjs";
import { geometricMean } from "./timing.mjs";

const perByte = ({ validated, bytes }) => validated / bytes;

/** Rows of what is wanted, the most that it may be, and what it is: as documented and minified, or once. */
export function goals({ examples, large, cold }) {
  return [
    ...(examples ? ofExamples(examples) : []),
    ...(large ? ofLarge(large) : []),
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
    ["validate(bytes) ÷ (JSON.parse + ajv)", 0.33, ratio("valid", "bytes", VALIDATE, REFERENCE)],
    ["validate(text) ÷ (JSON.parse + ajv)", 0.4, ratio("valid", "text", VALIDATE, REFERENCE)],
    [
      "with one fault: validate(bytes) ÷ (JSON.parse + ajv)",
      1,
      ratio("one fault", "bytes", VALIDATE, REFERENCE),
    ],
    ["parse(bytes) ÷ JSON.parse", 1.6, ratio("valid", "bytes", PARSE, JSON_PARSE)],
    ["normalize(bytes) ÷ JSON.parse", 4, ratio("valid", "bytes", NORMALIZE, JSON_PARSE)],
    ...SITUATIONS.map((situation) => [
      `${situation}: validate ÷ the best of the others, on the body where that is worst`,
      1,
      STYLES.map((style) => worst(times[style][situation])),
    ]),
  ];
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
      0.5,
      STYLES.map((style) => ({ value: rows[THOUSAND(style)].validated / rows[THOUSAND(style)].decoded })),
    ],
    ["time a byte: 10 MB ÷ 0.1 MB", 1.3, [{ value: perByte(rows[LARGEST]) / perByte(rows[SMALLEST]) }]],
  ];
}

function ofCold(starts) {
  return [["first verdict of a fresh process ÷ ajv's", 1, [{ value: starts.HookLens / starts.ajv }]]];
}
