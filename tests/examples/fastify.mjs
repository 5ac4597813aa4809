import Fastify from "fastify";
import { fastifyWebhook } from "hooklens/node";

const app = Fastify();

app.register(
  fastifyWebhook((event) => {
    console.log(event.id, event.payload);
  }),
  { url: "/webhook" },
);

await app.listen({ port: process.env.PORT ?? 3000 });
console.log(`http://localhost:${app.server.address().port}/webhook`);
