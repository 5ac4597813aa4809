import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { webhook } from "hooklens/fetch";

const app = new Hono();

const receive = webhook((event) => {
  console.log(event.id, event.payload);
});

app.post("/webhook", (c) => receive(c.req.raw));

serve({ fetch: app.fetch, port: process.env.PORT ?? 3000 }, ({ port }) => {
  console.log(`http://localhost:${port}/webhook`);
});
