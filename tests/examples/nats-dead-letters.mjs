import { jetstream } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";

const servers = process.env.NATS_URL ?? "127.0.0.1:4222";
const connection = await connect({ servers, maxReconnectAttempts: -1 });
process.once("SIGTERM", () => connection.drain());

// Everything that was set aside, from the first on, and then what comes.
const consumer = await jetstream(connection).consumers.get("dead");

for await (const message of await consumer.consume()) {
  const { problem, subject, sequence, attempts } = message.json();
  console.log(`${subject} ${sequence}, after ${attempts} attempts: ${problem.detail}`);
  for (const { pointer, detail } of problem.errors ?? []) console.log(`  ${pointer}: ${detail}`);
}
