import { connect } from "@nats-io/transport-node";
import { check } from "hooklens/nats";

const servers = process.env.NATS_URL ?? "127.0.0.1:4222";
const connection = await connect({ servers, maxReconnectAttempts: -1 });

const worker = await check(connection, { stream: "hooks", durable: "check" });
console.log("ready");

process.once("SIGTERM", () => worker.stop().then(() => connection.drain()));
