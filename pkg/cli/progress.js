// How far it is, on a terminal, for what takes longer than a second.
import { many, some } from "./tally.js";
import { STDERR, isTerminal } from "./terminal.js";

const AFTER = 1000;
const EVERY = 200;

/** Since the command has started. The clock of `performance` takes as long to load as ten files of the command. */
const milliseconds = () => process.uptime() * 1000;

/** Is told of the files that are expected, of bytes that were read and of problems that were found. */
export function progressOf() {
  const started = milliseconds();
  let total = 0;
  let done = 0;
  let problems = 0;
  let shown = false;
  let next = started + AFTER;

  // Without a timer, which would not come to its turn while much is looked at.
  function show() {
    const now = milliseconds();
    if (now < next) return;
    next = isTerminal(STDERR) ? now + EVERY : Infinity;
    if (next === Infinity) return;
    const rate = `${(done / 1e6 / ((now - started) / 1000)).toFixed(0)} MB/s`;
    const part = total > 0 ? `${Math.min(100, Math.floor((done / total) * 100))} % of ` : "";
    const size = `${many(Math.round((total || done) / 1e6))} MB`;
    process.stderr.write(`\r\u001b[K${part}${size}, ${rate}, ${some(problems, "problem")} so far`);
    shown = true;
  }

  function clear() {
    if (shown) process.stderr.write("\r\u001b[K");
    shown = false;
  }

  return {
    expect(files) {
      // Of standard input it is not known how much comes.
      total = files.reduce((sum, { size = NaN }) => sum + size, 0);
    },
    read(bytes) {
      done += bytes;
      show();
    },
    problems: (number) => (problems += number),
    clear,
  };
}
