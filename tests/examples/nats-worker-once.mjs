import { connect } from "@nats-io/transport-node";
import { consume } from "hooklens/nats";
import pg from "pg";
import { oncePerEvent } from "./once-postgres.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
pool.on("error", console.error);
await pool.query("CREATE TABLE IF NOT EXISTS webhooks_done (key text PRIMARY KEY)");
await pool.query("CREATE TABLE IF NOT EXISTS audit (type text, subject text)");

const servers = process.env.NATS_URL ?? "127.0.0.1:4222";
const connection = await connect({ servers, maxReconnectAttempts: -1 });

const worker = await consume(
  connection,
  ({ type, subject }, { key }) =>
    oncePerEvent(pool, key, (client) => client.query("INSERT INTO audit VALUES ($1, $2)", [type, subject])),
  { stream: "events", durable: "audit" },
);
console.log("ready");

process.once("SIGTERM", async () => {
  await worker.stop();
  await connection.drain();
  await pool.end();
});
