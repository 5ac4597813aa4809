// The one file of the page that imports the package. It is called on the page's own thread: a megabyte
// takes a few milliseconds, less than a worker takes to wake up and answer (see www/bench.mjs).
import wasm from "hooklens/hooklens.wasm";
import {
  CatalogError,
  catalog,
  createHookLens,
  init,
  initFull,
  normalize,
  parse,
  provenance,
  redact,
  unwrap,
  validate,
} from "hooklens/slim";
import { fieldRows } from "./field-rows.js";

// A file of its own is compiled while it arrives, and is a third smaller than in base64. It is on its way already.
await init(globalThis.hooklensModule ?? fetch(new URL(wasm, import.meta.url)));

const ROUNDS = 20;

/** Milliseconds of work at a time, where there is much of it. */
const SLICE = 12;

/** What the page does with the package's functions, over the built-in catalog or one that was loaded. */
const engineOf = (lens) => ({
  entries: new Map(lens.catalog.map((entry) => [entry.id, entry])),
  validate: lens.validate,
  unwrap: lens.unwrap,

  /** Rounds of edits that mend a body: a mended syntax error can uncover further fixes. */
  mend(body) {
    const rounds = [];
    while (rounds.length < ROUNDS) {
      const fixes = lens.validate(body).problems.flatMap((problem) => problem.fix ?? []);
      if (fixes.length === 0) break;
      fixes.sort((a, b) => a.start - b.start);
      rounds.push(fixes.map(({ start, end, text }) => ({ from: start, to: end, insert: text })));
      for (const { start, end, text } of fixes.reverse())
        body = body.slice(0, start) + text + body.slice(end);
    }
    return rounds;
  },

  /**
   * The body with nothing personal in it. What redacts may have to be fetched. `byLine` is for many bodies, one a line:
   * they take long, and the page goes on in between.
   */
  async redacted(body, { byLine = false } = {}) {
    await fetched("what redacts");
    return byLine ? redactedLines(lens, body.split("\n")) : lens.redact(body);
  },

  /** Where the parts of a valid body's canonical events came from. What tells that may have to be fetched. */
  async provenance(body) {
    await fetched("what tells it");
    return lens.provenance(body);
  },

  normalize: lens.normalize,
  normalized: (body) => JSON.stringify(lens.normalize(body), null, 2),

  /** A body's events field by field, and as `parse` gives them where the body is valid. */
  fields(body, report, schemaOf) {
    const value = JSON.parse(body.replace(/^\uFEFF/, ""));
    const text = report.valid ? JSON.stringify(lens.parse(body), null, 2) : null;
    return { text, ...fieldRows(value, report, schemaOf) };
  },
});

/** All of them with one key, so that the same value is replaced by the same one. */
async function redactedLines(lens, lines) {
  const key = String(crypto.getRandomValues(new Uint8Array(32)));
  const redacted = [];
  while (redacted.length < lines.length) {
    const end = performance.now() + SLICE;
    while (redacted.length < lines.length && performance.now() < end)
      redacted.push(lens.redact(lines[redacted.length], { key }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return redacted.join("\n");
}

/** The engine of the built-in events. */
export const builtIn = engineOf({ catalog, validate, parse, normalize, provenance, redact, unwrap });

/** What shows the line of a text that a problem is in: the command's. */
export const excerpts = () => import("../../pkg/cli/excerpt.js");

/** The whole built-in catalog, with descriptions, examples and schemas: a file of its own. */
export const whole = async () => (await import("hooklens/catalog")).catalog;

let loading;

/** The module that loads documents, redacts, and tells where values came from. It is fetched once, unless that fails. */
function fullReady() {
  loading ??= fetchFull().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

const fetched = (what) =>
  fullReady().catch((error) => {
    throw new Error(`${what} could not be fetched (${error.message})`);
  });

async function fetchFull() {
  const { default: full } = await import("hooklens/full.wasm");
  await initFull(fetch(new URL(full, import.meta.url)));
}

/**
 * An engine that knows the events of these sources as well, and of each source either its `entries` and the
 * `unknownFormats` in them, or the `problems` for which it was left out; and `documentEvents` of the package.
 */
export async function load(sources) {
  let documentEvents;
  try {
    [{ documentEvents }] = await Promise.all([import("hooklens/documents"), fullReady()]);
  } catch (error) {
    const problems = [{ message: `the loader did not arrive: ${error.message}`, severity: "error" }];
    return { engine: builtIn, outcomes: sources.map(() => ({ problems })) };
  }
  const outcomes = sources.map(() => ({}));
  for (;;) {
    const left = sources.map((_, index) => index).filter((index) => !outcomes[index].problems);
    if (left.length === 0) return { engine: builtIn, outcomes };
    const used = left.map((index) => sources[index]);
    try {
      const lens = createHookLens({ catalogs: used });
      const entries = lens.catalog.slice(0, lens.catalog.length - catalog.length);
      for (const [at, index] of left.entries()) {
        const { size, unknownFormats } =
          left.length === 1 ? { size: entries.length, ...lens } : share(used, at);
        outcomes[index] = { entries: entries.splice(0, size), unknownFormats };
      }
      return { engine: engineOf(lens), outcomes, documentEvents };
    } catch (error) {
      if (error instanceof CatalogError)
        for (const problem of error.problems) (outcomes[left[problem.source]].problems ??= []).push(problem);
      // Whatever it was, it was not there before the last one came.
      else outcomes[left.at(-1)].problems = [{ message: error.message, severity: "error" }];
    }
  }
}

/** What was found out of a source beside others: it stays the same. */
const shares = new WeakMap();

/** How much of a lens is of one of its sources. The others are there only to be referred to. */
function share(sources, at) {
  if (shares.has(sources[at])) return shares.get(sources[at]);
  const catalogs = sources.map((source, index) => (index === at ? source : { ...source, events: [] }));
  const { catalog: entries, unknownFormats } = createHookLens({ catalogs, builtIn: false });
  const found = { size: entries.length, unknownFormats };
  shares.set(sources[at], found);
  return found;
}
