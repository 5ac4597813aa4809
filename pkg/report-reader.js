// Reads what the module says: all texts in one, and numbers that tell which part is what (src/wasm.rs).

/** The place of a text that there is none of. */
const ABSENT = 0xffffffff;

const decoder = new TextDecoder();

/** The text that the module says at an address, whole. */
export function textAt(address, memory) {
  const numbers = memory.numbers();
  const at = address >>> 2;
  return decoder.decode(memory.bytesAt(numbers[at], numbers[at + 1]));
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
    span: { start: number(), end: number(), line: number(), column: number() },
    text: text(),
    report: reportFrom(cursor, facts),
  }));
}

/** Where reading begins, in the numbers and in the texts. */
function cursorAt(address, memory) {
  return { numbers: memory.numbers(), words: textAt(address, memory), at: (address >>> 2) + 2, from: 0 };
}

/** What reads the next number, and the next text. */
function readerOf(cursor) {
  const number = () => cursor.numbers[cursor.at++];
  const text = () => cursor.words.slice(cursor.from, (cursor.from += number()));
  return { number, text };
}

function reportFrom(cursor, { rows, codes, severities, statuses }) {
  const { numbers, words } = cursor;
  let { at, from } = cursor;
  const text = (units) => words.slice(from, (from += units));
  const optional = () => {
    const units = numbers[at++];
    return units === ABSENT ? undefined : text(units);
  };

  const status = statuses[numbers[at++]];
  const omitted = numbers[at++];
  const events = new Array(numbers[at++]);
  const candidates = new Array(numbers[at++]);
  const problems = new Array(numbers[at++]);
  for (let index = 0; index < events.length; index++) {
    const { id, provider, type, title } = rows[numbers[at++]];
    events[index] = { id, provider, type, title, pointer: text(numbers[at++]) };
  }
  for (let index = 0; index < candidates.length; index++) candidates[index] = rows[numbers[at++]].id;
  for (let index = 0; index < problems.length; index++) {
    const code = codes[numbers[at]];
    const severity = severities[numbers[at + 1]];
    const span = {
      start: numbers[at + 2],
      end: numbers[at + 3],
      line: numbers[at + 4],
      column: numbers[at + 5],
    };
    at += 6;
    const problem = { code, severity, message: text(numbers[at++]), pointer: text(numbers[at++]), span };
    const expected = optional();
    if (expected !== undefined) problem.expected = expected;
    const found = optional();
    if (found !== undefined) problem.found = found;
    const field = optional();
    if (field !== undefined) problem.field = field;
    const suggestion = optional();
    const hint = optional();
    const allowed = new Array(numbers[at++]);
    for (let value = 0; value < allowed.length; value++) allowed[value] = text(numbers[at++]);
    if (allowed.length > 0) problem.allowed = allowed;
    if (suggestion !== undefined) problem.suggestion = suggestion;
    if (hint !== undefined) problem.hint = hint;
    const title = optional();
    if (title !== undefined) {
      const replacement = text(numbers[at++]);
      problem.fix = { title, start: numbers[at++], end: numbers[at++], text: replacement };
    }
    problems[index] = problem;
  }
  cursor.at = at;
  cursor.from = from;
  const report = { status, valid: status === "valid", events, candidates, problems };
  if (omitted > 0) report.omitted = omitted;
  return report;
}
