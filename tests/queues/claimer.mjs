// Claims an event, says so and never comes to an end: to be killed.
import { webhook } from "hooklens/handler";
import pg from "pg";
import { createClient } from "redis";
import { claimsInPostgres } from "../examples/claims-postgres.mjs";
import { claimsInRedis } from "../examples/claims-redis.mjs";
import { payload } from "../npm/corpus.mjs";
import { JSON_TYPE } from "../npm/http.mjs";

const { STORE, URL: url } = process.env;

const dedupe =
  STORE === "Redis"
    ? claimsInRedis(await createClient({ url }).connect())
    : await claimsInPostgres(new pg.Pool({ connectionString: url }));

const hang = (event, { key }) => {
  process.send(key);
  return new Promise(() => {});
};

await webhook(hang, { dedupe, lease: 1_500 })({
  headers: JSON_TYPE,
  body: payload("chift/account.flow.executed"),
});
