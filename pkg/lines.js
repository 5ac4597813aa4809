// Bodies in lines, many in one call of the module.
import { callOptions } from "./call-options.js";
import { factsOf } from "./facts.js";
import { ModuleMemory } from "./memory.js";
import { reportAt } from "./report-reader.js";
import { writeHint } from "./utf8.js";
import { MORE_TO_SAY, cleanReport } from "./verdict.js";

/** What the numbers are that the module gives, see src/wasm/lines.rs. */
const [LINES, NEXT, START, LENGTH, VERDICT, COUNTS] = [0, 1, 2, 3, 4, 5];

const EVERY = 1;
const GOES_ON = 2;

/**
 * What looks at lines with an instance of the module. `instantiate` gives the exports of a new one; where that has a
 * catalog of its own, its facts are given, and the memory that it takes.
 */
export function createLines(instantiate, { facts, size } = {}) {
  const memory = new ModuleMemory(() => {
    const exports = instantiate();
    facts ??= factsOf(exports);
    return exports;
  }, size);

  /**
   * Looks at the lines of the text that was written, from one place in it to another. `told` gets the report on each
   * body that has more to be said of it than which one event it is, with `every` on each, and its line, counted from 1
   * on, and its bytes. Gives how many lines there are, and how many bodies were valid and one event, by the id of that.
   */
  function look([start, end], options, every, told) {
    const { maxBytes, maxDepth, event, decides } = callOptions(options);
    const hintLength = event === undefined ? 0 : writeHint(event, end, memory, facts.longestHint);
    let lines = 0;
    const ask = (from) =>
      memory.exports.check_lines(
        from,
        end,
        maxBytes,
        maxDepth,
        hintLength,
        decides,
        (every ? EVERY : 0) | (from > start ? GOES_ON : 0),
      ) >>> 2;
    for (let from = start; ;) {
      const at = ask(from);
      const numbers = memory.numbers();
      lines += numbers[at + LINES];
      const [body, size, verdict] = [numbers[at + START], numbers[at + LENGTH], numbers[at + VERDICT]];
      if (size === 0) return { lines, counts: countsAt(numbers, at + COUNTS) };
      from = numbers[at + NEXT];
      const report =
        verdict === MORE_TO_SAY
          ? reportAt(memory.exports.report(), memory, facts)
          : cleanReport(verdict, memory, facts);
      told(report, lines, memory.body(end).subarray(body, body + size));
      if (from >= end) return { lines, counts: countsAt(memory.numbers(), at + COUNTS) };
    }
  }

  function countsAt(numbers, from) {
    const counts = new Map();
    for (const [row, { id }] of facts.rows.entries()) {
      const count = numbers[from + row];
      if (count > 0) counts.set(id, (counts.get(id) ?? 0) + count);
    }
    return counts;
  }

  return {
    /** Where so many bytes of a text are to be written; what was there before stays. */
    roomFor: (length) => memory.roomFor(length),
    look(...given) {
      try {
        return look(...given);
      } catch (error) {
        memory.drop();
        throw error;
      } finally {
        memory.releaseLargeMemory(given[0][1]);
      }
    },
  };
}
