// How long a call takes. Noise only ever adds, so the least of many short rounds is what counts; and contenders
// take turns, so that what else the machine does hits all alike.

const now = () => Number(process.hrtime.bigint());

/** What the last call gave: nothing may be left out because nobody looks at it. */
export let last;

function timed(work, calls) {
  const start = now();
  for (let call = 0; call < calls; call++) last = work();
  return now() - start;
}

/**
 * The nanoseconds that one call of each takes.
 *
 * @param {Record<string, () => unknown>} contenders
 * @param {{ rounds: number, milliseconds: number, repeats?: number }} effort how often it is the turn of each, for
 *   how long, and how many times in a row: what the one before it has left to collect is not its own
 */
export function race(contenders, { rounds, milliseconds, repeats = 1 }, progress) {
  const slice = milliseconds * 1e6;
  const runners = Object.entries(contenders).map(([name, work]) => ({ name, work, least: Infinity }));
  const turn = (runner, calls) => {
    const spent = timed(runner.work, calls);
    runner.least = Math.min(runner.least, spent / calls);
    return spent;
  };
  for (const runner of runners) {
    // Until it is compiled, calls say nothing of the later ones.
    let spent = 0;
    for (let calls = 1; spent < 5 * slice; calls *= 2) spent += turn(runner, calls);
  }
  for (let round = 1; round <= rounds; round++) {
    if (round % 5 === 0) progress(`round ${round} of ${rounds}`);
    for (const runner of runners) {
      const calls = Math.max(1, Math.round(slice / runner.least));
      for (let repeat = 0; repeat < repeats; repeat++) turn(runner, calls);
    }
  }
  return Object.fromEntries(runners.map(({ name, least }) => [name, least]));
}

/** Of ratios, the mean that does not depend on which of two is divided by the other. */
export const geometricMean = (numbers) =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
