import { createServer } from "node:http";
import { webhook } from "hooklens/node";
import pg from "pg";
import { claimsInPostgres } from "./claims-postgres.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
pool.on("error", console.error);

const receive = webhook(
  (event) => {
    console.log(event.id, event.payload);
  },
  { dedupe: await claimsInPostgres(pool) },
);

const server = createServer(receive).listen(process.env.PORT ?? 3000, () => {
  console.log(`http://localhost:${server.address().port}`);
});
