// The receiver of the proof: what is posted to it is in the stream before it is answered.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { connect } from "@nats-io/transport-node";
import { publishBody } from "hooklens/nats";
import { webhook } from "hooklens/node";

const connection = await connect({
  servers: process.env.NATS_URL.split(","),
  maxReconnectAttempts: -1,
  reconnectTimeWait: 100,
});

const store = await publishBody(connection, {
  subject: "hooks.in",
  id: (headers, rawBody) => createHash("sha256").update(rawBody).digest("hex"),
  timeout: 2_000,
});

const receive = webhook(store, { anyContentType: true });
// What could not be stored is answered with 500, and sent again.
const listener = (request, response) => receive(request, response, () => response.writeHead(500).end());

const server = createServer(listener).listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit());
