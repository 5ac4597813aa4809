// Loads catalog documents into an instance of the module. What that has come to is copied: loading takes long, and an
// instance may be dropped.
import { CatalogError, summary } from "./catalog-error.js";
import { factsOf } from "./facts.js";
import { ModuleMemory } from "./memory.js";
import { copyMemory, restoreMemory } from "./memory-copy.js";
import { reportAt, withoutPlaces } from "./report-reader.js";
import { bytesOf } from "./utf8.js";
import { documentHint } from "./document-hint.js";

/** The most bytes of a document; also in src/load. */
const MOST = 64 * 1024 * 1024;

/** The flags of a source, see src/wasm.rs. */
const NAMED = 1;
const SELECTED = 2;
const ASSERTED = 4;
const HOSTED = 8;

/**
 * The catalog of these sources: the facts of it, how much memory an instance with it has, and `instantiate`, which gives
 * the exports of one. Throws a `CatalogError`.
 */
export function loadCatalog(instantiate, { sources, builtIn }) {
  let ready = instantiate();
  const memory = new ModuleMemory();
  memory.exports = ready;
  const fresh = ready.memory.buffer.slice(0);
  refuseLarge(sources, memory);
  load(sources, builtIn, memory);
  // Values are left in a table of the instance, which is no part of its memory: the copy comes first.
  const copy = copyMemory(ready.memory, fresh);
  return {
    facts: factsOf(ready),
    unknownFormats: ready.unknown_formats(),
    size: copy.size,
    instantiate() {
      const exports = ready ?? instantiate();
      if (ready === undefined) restoreMemory(exports.memory, copy);
      ready = undefined;
      return exports;
    },
  };
}

function load(sources, builtIn, memory) {
  let address;
  try {
    for (const source of sources) add(source, memory);
    address = memory.exports.load_catalog(builtIn);
    if (address === 0) return memory.exports.clear_free_memory();
  } catch (cause) {
    throw new Error("hooklens: the WebAssembly module trapped while it loaded a catalog", { cause });
  }
  throw failed(sources, address, memory);
}

function add({ raw, name, events, asserts, hosts }, memory) {
  const parts = [raw, name ?? "", events?.join("\0") ?? ""].map((part) =>
    typeof part === "string" ? bytesOf(part) : part,
  );
  const said = [
    [name !== undefined, NAMED],
    [events !== undefined, SELECTED],
    [asserts, ASSERTED],
    [hosts, HOSTED],
  ];
  const flags = said.reduce((all, [isSo, flag]) => (isSo ? all | flag : all), 0);
  const lengths = parts.map(({ length }) => length);
  const room = memory.roomFor(lengths.reduce((sum, length) => sum + length));
  let at = 0;
  for (const part of parts) {
    room.set(part, at);
    at += part.length;
  }
  memory.exports.add_source(...lengths, flags);
  memory.leaveRoom();
}

/** What is too large is not even read. */
function refuseLarge(sources, memory) {
  const isLarge = ({ raw }) =>
    raw.length > MOST || (typeof raw === "string" && raw.length * 3 > MOST && bytesOf(raw).length > MOST);
  const large = sources.flatMap((source, index) => (isLarge(source) ? [index] : []));
  if (large.length === 0) return;
  const address = memory.exports.too_large(MOST);
  const [problem] = reportAt(address, memory, factsOf(memory.exports)).problems;
  throw errorOf(
    sources,
    large.map((source) => ({ ...problem, source })),
  );
}

function failed(sources, address, memory) {
  const { problems, omitted } = reportAt(address, memory, factsOf(memory.exports));
  const from = (memory.exports.rows() >>> 2) + 1;
  const numbers = memory.numbers();
  return errorOf(
    sources,
    problems.map((problem, at) => ({ ...problem, source: numbers[from + at] })),
    omitted,
  );
}

function errorOf(sources, found, omitted) {
  const told = new Set();
  const problems = found.map((problem) => {
    const source = sources[problem.source];
    const advised = told.has(source) ? problem : withAdvice(problem, source.raw);
    told.add(source);
    return source.isDecoded ? withoutPlaces(advised) : advised;
  });
  const names = sources.map(({ name }) => name);
  return new CatalogError(problems, summary(problems, { names, omitted }));
}

/** The first problem of a document; of one that is no JSON at all, what a reader of JSON would fix is of no use. */
function withAdvice(problem, raw) {
  const hint = documentHint(problem, raw);
  if (hint === undefined) return problem;
  const { fix: _, ...rest } = problem;
  return { ...rest, hint };
}
