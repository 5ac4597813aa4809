// `hooklens replay`: recorded deliveries, again.
import { bodiesOf } from "./content.js";
import { filesOf } from "./inputs.js";
import { Refusal } from "./options.js";
import { paceOf } from "./pace.js";
import { deliveryOf } from "./recording.js";
import { visible } from "./visible.js";
import { some } from "./tally.js";
import { openOutput } from "./output.js";
import { reasonOf, sayError } from "./say-error.js";
import { targetOf } from "./target.js";

export const command = {
  name: "replay",
  title: "sends recorded deliveries again, byte for byte",
  about:
    "FILE is what hooklens listen --record has written, or - for standard input. Each delivery goes to URL with its header; where the URL has no path, to the path that it came to. Each waits for the answer to the one before.",
  arguments: { usage: "FILE URL", least: 2, most: 2 },
  options: {
    recorded: { help: "with the time between them that there was" },
    rate: { value: "N", least: 1, help: "at most so many a second" },
    quiet: { help: "only what is not answered with success" },
  },
  examples: [
    ["hooklens replay deliveries.ndjson http://localhost:3000/webhook", "all, one after the other"],
    [
      "hooklens replay deliveries.ndjson http://localhost:3000 --rate 10",
      "ten a second, each to its own path",
    ],
  ],
  exits: { 1: "a delivery had no answer, or one of 400 or more" },
};

/** No line is longer than a body of 16 MiB can make it. */
const LONGEST = 1 << 27;

export async function run({ values, paths: [path, url] }) {
  if (values.recorded && values.rate !== undefined)
    throw new Refusal("--recorded and --rate cannot be together");
  const target = targetOf(url, "URL");
  const out = openOutput();
  const counts = { sent: 0, failed: 0, unread: 0 };
  const unread = (error) => {
    counts.unread += 1;
    sayError(error);
  };
  const pace = paceOf(values);
  for (const file of filesOf([path], { lines: true }, unread)) {
    try {
      for await (const lines of bodiesOf(file, LONGEST)) {
        for (const { line, body } of lines) {
          const delivery = deliveryOf(body.toString());
          if (delivery === undefined) {
            unread(Object.assign(new Refusal("is no recorded delivery"), { path: `${file.name}:${line}` }));
            continue;
          }
          await pace(delivery.time);
          await deliver(delivery, line);
        }
      }
    } catch (error) {
      if (error.code === undefined) throw error;
      unread(Object.assign(error, { path: error.path ?? file.name }));
    }
  }
  target.end();
  if (!values.quiet) out.write(`${some(counts.sent, "delivery", "deliveries")}, ${counts.failed} failed\n`);
  out.end();
  if (counts.unread > 0) return 2;
  return counts.failed > 0 ? 1 : 0;

  async function deliver(delivery, line) {
    const started = performance.now();
    counts.sent += 1;
    let answered;
    let isFine = false;
    try {
      const { status } = await target.send(delivery);
      isFine = status < 400;
      answered = String(status);
    } catch (error) {
      answered = reasonOf(error);
    }
    if (!isFine) counts.failed += 1;
    if (isFine && values.quiet) return;
    const took = out.paint.dim(`${Math.round(performance.now() - started)} ms`);
    const colour = isFine ? out.paint.green : out.paint.red;
    out.write(
      `${line} ${delivery.method} ${visible(delivery.path)} → ${colour(visible(answered))} ${took}\n`,
    );
  }
}
