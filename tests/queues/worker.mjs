// A worker of the proof, which may be killed at any moment. It does three things with each body: publishes its verdict,
// has an effect in the transaction that remembers it, and has an effect apart from the claim that guards it.
import { connect } from "@nats-io/transport-node";
import { check, consume } from "hooklens/nats";
import pg from "pg";
import { claimsInPostgres } from "../examples/claims-postgres.mjs";
import { oncePerEvent } from "../examples/once-postgres.mjs";

const { NATS_URL, POSTGRES_URL, NAME } = process.env;

const pool = new pg.Pool({ connectionString: POSTGRES_URL, max: 6 });
const connection = await connect({
  servers: NATS_URL.split(","),
  maxReconnectAttempts: -1,
  reconnectTimeWait: 100,
});

const quiet = { onError: () => {}, ackWait: 5_000, concurrency: 16 };
const common = { stream: "hooks", backoff: { first: 200, most: 2_000 }, attempts: 100, ...quiet };

const checking = await check(connection, { ...common, durable: "check" });

const once = await consume(
  connection,
  (event, { key }) =>
    oncePerEvent(pool, key, (client) =>
      client.query("INSERT INTO effects_once VALUES ($1, $2, $3)", [key, event.type, NAME]),
    ),
  { ...common, durable: "once" },
);

const apart = await consume(
  connection,
  (event, { key }) => pool.query("INSERT INTO effects_apart VALUES ($1, $2, now())", [key, NAME]),
  {
    ...common,
    durable: "apart",
    dedupe: await claimsInPostgres(pool),
    lease: 3_000,
    onDeadLetter: () => {},
  },
);

process.once("SIGTERM", async () => {
  await Promise.all([checking, once, apart].map((worker) => worker.stop()));
  await connection.drain();
  await pool.end();
  process.disconnect();
});

process.send("ready");
