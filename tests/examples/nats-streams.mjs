import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";

const connection = await connect({ servers: process.env.NATS_URL ?? "127.0.0.1:4222" });
const { streams } = await jetstreamManager(connection);

const replicas = { num_replicas: Number(process.env.REPLICAS ?? 3) };
await streams.add({ name: "events", subjects: ["events.>"], ...replicas });
await streams.add({ name: "dead", subjects: ["dead.>"], ...replicas });

await connection.close();
