// The proof in the size that every test run has time for, and by flags in others.
import { test } from "node:test";
import { parseArgs } from "node:util";
import { prove, throughput } from "./proof.mjs";

const USAGE = `usage: node tests/queues/proof.test.mjs [options]

  --long        the whole proof: 30,000 bodies, ten times, each time in another order
  --bodies N    so many bodies; 2,500 unless given
  --workers N   so many workers; 3 unless given
  --times N     so often, each time with another seed
  --seed N      the first seed; 1 unless given
  --throughput  measures instead how many bodies a second 1, 2 and 4 workers handle in peace
  --help        this text
`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    throughput: { type: "boolean", default: false },
    bodies: { type: "string" },
    workers: { type: "string" },
    times: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const count = Number(values.bodies ?? (values.long ? 30_000 : 2_500));
const times = Number(values.times ?? (values.long ? 10 : 1));
const seed = Number(values.seed);

async function proof(t, options) {
  const say = (words) => t.diagnostic(words);
  const { bodies, sent, events, dead, twice, seconds } = await prove(t, { ...options, say });
  say(
    `${bodies} bodies of ${sent} deliveries, ${events} events, ${dead} dead letters, ` +
      `${twice} effects repeated for a killed worker, ${Math.round(seconds)} s`,
  );
}

if (values.help) {
  process.stdout.write(USAGE);
} else if (values.throughput) {
  for (const workers of [1, 2, 4])
    test(`${workers} workers`, async (t) => {
      const { bodies, seconds, rate } = await throughput(t, { count, workers, seed });
      t.diagnostic(`${bodies} bodies in ${seconds.toFixed(1)} s: ${Math.round(rate)} bodies/s`);
    });
} else {
  for (let time = 0; time < times; time++) {
    const name = `nothing is lost, and nothing is done twice: ${count} bodies, seed ${seed + time}`;
    test(name, (t) => proof(t, { count, workers: Number(values.workers ?? 3), seed: seed + time }));
  }
}
