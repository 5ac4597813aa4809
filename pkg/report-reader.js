// Reads what the module says: all texts in one, and numbers that tell which part is what (src/wasm.rs).

const decoder = new TextDecoder();

/** The text that the module says at an address, whole. */
export function textAt(address, memory) {
  return cursorAt(address, memory).words;
}

/** A problem of what was no text: it has no place in it. */
export function withoutPlaces({ fix: _, ...problem }) {
  return { ...problem, span: null };
}

/** The report that the module says at an address. */
export function reportAt(address, memory, facts) {
  return reportFrom(cursorAt(address, memory), facts);
}

/** The lists of texts that the module says at an address. */
export function listsAt(address, memory) {
  const { number, text } = readerOf(cursorAt(address, memory));
  return Array.from({ length: number() }, () => Array.from({ length: number() }, text));
}

/** What the module says at an address is inside of a body. */
export function wrappedAt(address, memory, facts) {
  const cursor = cursorAt(address, memory);
  const { number, text } = readerOf(cursor);
  const step = () => ({ pointer: text(), encoding: text() });
  return Array.from({ length: number() }, () => ({
    pointer: text(),
    path: Array.from({ length: number() }, step),
    span: spanFrom(number),
    text: text(),
    report: reportFrom(cursor, facts),
  }));
}

/** Where the parts of events came from, as the module says at an address. */
export function provenanceAt(address, memory) {
  const { number, text } = readerOf(cursorAt(address, memory));
  const list = (one) => Array.from({ length: number() }, one);
  const place = () => ({ pointer: text(), span: spanFrom(number) });
  return list(() => ({ origins: list(() => ({ pointer: text(), kind: text(), from: list(place) })) }));
}

/** Where reading begins, in the numbers and in the texts. */
function cursorAt(address, memory) {
  const numbers = memory.numbers();
  const at = address >>> 2;
  const words = decoder.decode(memory.bytesAt(numbers[at], numbers[at + 1]));
  return { numbers, words, at: at + 2, from: 0 };
}

/** What reads the next number, and the next text. */
function readerOf(cursor) {
  const number = () => cursor.numbers[cursor.at++];
  const text = () => cursor.words.slice(cursor.from, (cursor.from += number()));
  return { number, text };
}

/** What stands in a message before what is expected, and between that and what was found, in code units. */
const BEFORE = "expected ".length;
const BETWEEN = ", found ".length;

const spanFrom = (number) => ({ start: number(), end: number(), line: number(), column: number() });

function reportFrom(cursor, { rows, codes, severities, statuses }) {
  const { numbers, words } = cursor;
  let { at, from } = cursor;
  const text = (units) => words.slice(from, (from += units));

  const problems = new Array(numbers[at++]);
  for (let index = 0; index < problems.length; index++) {
    const code = codes[numbers[at]];
    const severity = severities[numbers[at + 1]];
    const span = {
      start: numbers[at + 2],
      end: numbers[at + 3],
      line: numbers[at + 4],
      column: numbers[at + 5],
    };
    const [expected, found] = [numbers[at + 6], numbers[at + 7]];
    const start = from;
    const message = text(BEFORE + expected + BETWEEN + found);
    const problem = { code, severity, message, pointer: text(numbers[at + 8]), span };
    if (expected > 0) problem.expected = words.slice(start + BEFORE, start + BEFORE + expected);
    if (found > 0) problem.found = words.slice(start + message.length - found, start + message.length);
    if (numbers[at + 9] > 0) problem.field = text(numbers[at + 9]);
    const suggestion = text(numbers[at + 10]);
    const hint = text(numbers[at + 11]);
    const title = text(numbers[at + 12]);
    const replacement = text(numbers[at + 13]);
    const allowed = numbers[at + 14];
    at += 15;
    if (allowed > 0) {
      problem.allowed = new Array(allowed);
      for (let value = 0; value < allowed; value++) problem.allowed[value] = text(numbers[at++]);
    }
    if (suggestion !== "") problem.suggestion = suggestion;
    if (hint !== "") problem.hint = hint;
    if (title !== "") problem.fix = { title, start: numbers[at++], end: numbers[at++], text: replacement };
    problems[index] = problem;
  }
  const status = statuses[numbers[at++]];
  const omitted = numbers[at++];
  const events = new Array(numbers[at++]);
  const candidates = new Array(numbers[at++]);
  for (let index = 0; index < events.length; index++) {
    const { id, provider, type, title } = rows[numbers[at++]];
    events[index] = { id, provider, type, title, pointer: text(numbers[at++]) };
  }
  for (let index = 0; index < candidates.length; index++) candidates[index] = rows[numbers[at++]].id;
  cursor.at = at;
  cursor.from = from;
  const report = { status, valid: status === "valid", events, candidates, problems };
  if (omitted > 0) report.omitted = omitted;
  return report;
}
