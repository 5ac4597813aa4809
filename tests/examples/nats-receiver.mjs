import { createServer } from "node:http";
import { connect } from "@nats-io/transport-node";
import { publish } from "hooklens/nats";
import { webhook } from "hooklens/node";

const servers = process.env.NATS_URL ?? "127.0.0.1:4222";
const connection = await connect({ servers, maxReconnectAttempts: -1 });

// The sender gets its 204 when the stream has the events, and 500 if it cannot have them: then it delivers again.
const receive = webhook(await publish(connection));

const server = createServer((request, response) => {
  if (request.url === "/webhook") return receive(request, response);
  response.writeHead(404).end();
});

server.listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}/webhook`);
});

process.once("SIGTERM", () => server.close(() => connection.drain()));
