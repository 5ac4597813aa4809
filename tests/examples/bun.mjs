import { webhook } from "hooklens/fetch";

const receive = webhook((event) => {
  console.log(event.id, event.payload);
});

const { port } = Bun.serve({ port: process.env.PORT ?? 3000, fetch: receive });
console.log(`http://localhost:${port}/webhook`);
