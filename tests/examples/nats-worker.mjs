import { connect } from "@nats-io/transport-node";
import { consume } from "hooklens/nats";

const servers = process.env.NATS_URL ?? "127.0.0.1:4222";
const connection = await connect({ servers, maxReconnectAttempts: -1 });

const worker = await consume(
  connection,
  (event) => {
    console.log(event.type, event.data);
  },
  { stream: "events", durable: "worker", concurrency: 32 },
);
console.log("ready");

// What was begun is finished, and nothing more is taken.
process.once("SIGTERM", () => worker.stop().then(() => connection.drain()));
