import { webhook } from "hooklens/fetch";

const receive = webhook((event) => {
  console.log(event.id, event.payload);
});

Deno.serve(
  {
    port: Number(Deno.env.get("PORT") ?? 3000),
    onListen: ({ port }) => console.log(`http://localhost:${port}/webhook`),
  },
  receive,
);
