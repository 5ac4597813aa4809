// What was measured, in Markdown that reads well as text too.
import { EXAMPLES, STYLES } from "./bodies.mjs";
import { JSON_PARSE, PARSE, SITUATIONS, SOURCES, VALIDATE } from "./examples.mjs";
import { goals } from "./goals.mjs";
import { THOUSAND } from "./large.mjs";
import { PEERS } from "./peers.mjs";
import { geometricMean } from "./timing.mjs";

const microseconds = (ns) => (ns / 1e3).toFixed(2);
const milliseconds = (ns) => (ns / 1e6).toFixed(2);

function table([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const padded = (row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [head, rule, ...rows].map((row) => `| ${padded(row).join(" | ")} |`).join("\n");
}

const details = (summary, text) => `<details>\n<summary>${summary}</summary>\n\n${text}\n\n</details>`;

/** Every part of the results that there is, in the order of tests/bench/README.md. */
export function report({ examples, large, foreign, cold, size }) {
  return [
    examples && means(examples),
    large && ofLarge(large),
    foreign && ofForeign(foreign),
    cold &&
      `The first verdict of a fresh process, from the import on, takes ${cold.HookLens.toFixed(0)} ms; with ajv, whose schema must be compiled, it takes ${cold.ajv.toFixed(0)} ms.`,
    size && `The WebAssembly module is ${size.raw} bytes, ${size.gzipped} gzipped.`,
    ...(examples ? STYLES.flatMap((style) => SOURCES.map((source) => perBody(examples, style, source))) : []),
    (examples || large || foreign || cold) &&
      details("What HookLens aims at", ofGoals(goals({ examples, large, foreign, cold }))),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Four rows for the front page: two that HookLens should win, and two that it may lose. */
export function summary({ examples, large }) {
  const [documented] = STYLES;
  const row = (what, ours, situation) => {
    const times = examples[documented][situation].bytes;
    const mean = (contender) => geometricMean(times[contender]);
    const best = Object.keys(PEERS).reduce((a, b) => (mean(b) < mean(a) ? b : a));
    return [
      what,
      `${microseconds(mean(ours))} µs`,
      times[JSON_PARSE] ? `${microseconds(mean(JSON_PARSE))} µs` : "",
      `${microseconds(mean(best))} µs (${best.replace(`${JSON_PARSE} + `, "")})`,
    ];
  };
  const thousand = large[THOUSAND(documented)];
  return table([
    ["", "HookLens", "`JSON.parse` alone", "`JSON.parse` + fastest validator"],
    row("`validate`, a valid body", VALIDATE, "valid"),
    row("`parse`, a valid body", PARSE, "valid"),
    row("`validate`, ten faults in a body", VALIDATE, "ten faults"),
    [
      `\`validate\`, 1,000 events in ${(thousand.bytes / 1e6).toFixed(0)} MB`,
      `${milliseconds(thousand.validated)} ms`,
      `${milliseconds(thousand.decoded)} ms`,
      `${milliseconds(thousand.checked)} ms (ajv)`,
    ],
  ]);
}

function means(times) {
  const [documented, minified] = STYLES.map((style) => times[style]);
  const base = geometricMean(documented.valid.bytes[JSON_PARSE]);
  const cell = (row) => (row ? microseconds(geometricMean(row)) : "");
  const rows = Object.keys(documented.valid.bytes).map((contender) => [
    contender,
    cell(documented.valid.bytes[contender]),
    (geometricMean(documented.valid.bytes[contender]) / base).toFixed(2),
    cell(documented.valid.text[contender]),
    cell(minified.valid.bytes[contender]),
    cell(documented["one fault"].bytes[contender]),
    cell(documented["ten faults"].bytes[contender]),
  ]);
  return table([
    ["µs a body", "valid", "× JSON.parse", "from text", "minified", "one fault", "ten faults"],
    ...rows,
  ]);
}

function perBody(times, style, source) {
  const base = geometricMean(times[style].valid[source][JSON_PARSE]);
  const rows = SITUATIONS.flatMap((situation) =>
    Object.entries(times[style][situation][source]).map(([contender, row]) => [
      situation === "valid" ? contender : `${situation}: ${contender}`,
      ...row.map(microseconds),
      microseconds(geometricMean(row)),
      (geometricMean(row) / base).toFixed(2),
    ]),
  );
  const head = ["µs a body", ...EXAMPLES.map(([name]) => name), "mean", "× JSON.parse"];
  return details(`Each body, ${style}, from ${source}`, table([head, ...rows]));
}

function ofLarge(rows) {
  const cells = Object.entries(rows).map(([name, { bytes, decoded, checked, validated }]) => [
    name,
    (bytes / 1e6).toFixed(2),
    milliseconds(decoded),
    milliseconds(checked),
    milliseconds(validated),
    (validated / decoded).toFixed(2),
    (validated / bytes).toFixed(2),
  ]);
  const head = ["ms a body, from bytes", "MB", "JSON.parse", "JSON.parse + ajv", "HookLens validate"];
  return table([[...head, "× JSON.parse", "ns a byte"], ...cells]);
}

/** How the ratios of all payloads are spread. */
function ofForeign(rows) {
  const ratios = rows.map(({ decoded, validated }) => validated / decoded).sort((a, b) => a - b);
  const at = (share) => ratios[Math.round(share * (ratios.length - 1))].toFixed(2);
  const cells = [geometricMean(ratios).toFixed(2), at(0), at(0.5), at(0.9), at(1)];
  return table([
    ["× JSON.parse, from bytes", "mean", "least", "median", "nine of ten", "most"],
    [`${rows.length} payloads of GitHub's, unknown`, ...cells],
  ]);
}

function ofGoals(rows) {
  const shown = (most, { value, where }) =>
    `${value.toFixed(2)}${where ? ` (${where})` : ""}, ${value <= most ? "met" : "missed"}`;
  const cells = rows.map(([goal, most, measured]) => [
    goal,
    most.toFixed(2),
    ...STYLES.map((_, at) => (measured[at] ? shown(most, measured[at]) : "")),
  ]);
  return table([["", "at most", ...STYLES], ...cells]);
}
