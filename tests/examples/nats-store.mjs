import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { connect } from "@nats-io/transport-node";
import { publishBody } from "hooklens/nats";
import { webhook } from "hooklens/node";

const servers = process.env.NATS_URL ?? "127.0.0.1:4222";
const connection = await connect({ servers, maxReconnectAttempts: -1 });

const store = await publishBody(connection, {
  subject: "hooks.in",
  // What is delivered twice within the duplicate window of the stream is stored once.
  id: (headers, rawBody) => createHash("sha256").update(rawBody).digest("hex"),
});

const server = createServer(webhook(store)).listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}`);
});

process.once("SIGTERM", () => server.close(() => connection.drain()));
