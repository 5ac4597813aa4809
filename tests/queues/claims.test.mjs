// The examples of claims, on the real servers: atomic among many, and right when a worker or the server is killed.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { webhook } from "hooklens/handler";
import pg from "pg";
import { createClient } from "redis";
import { claimsInPostgres } from "../examples/claims-postgres.mjs";
import { claimsInRedis } from "../examples/claims-redis.mjs";
import { oncePerEvent } from "../examples/once-postgres.mjs";
import { payload } from "../npm/corpus.mjs";
import { JSON_TYPE } from "../npm/http.mjs";
import { scope, sleep, startPostgres, startRedis, until } from "./servers.mjs";

const seam = String(payload("seam/acs_credential.issued"));
const chift = String(payload("chift/account.flow.executed"));
const OWNERS = Array.from(
  { length: 40 },
  (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
);

/** Each store: its server, and what opens it. */
const STORES = {
  PostgreSQL: {
    start: startPostgres,
    async open(t, url) {
      const pool = new pg.Pool({ connectionString: url, max: 10 });
      pool.on("error", () => {});
      t.after(() => pool.end());
      return claimsInPostgres(pool);
    },
  },
  Redis: {
    start: startRedis,
    async open(t, url) {
      const client = createClient({ url, socket: { reconnectStrategy: 50 } }).on("error", () => {});
      await client.connect();
      t.after(() => client.destroy());
      return claimsInRedis(client);
    },
  },
};

for (const [name, { start, open }] of Object.entries(STORES)) {
  describe(name, () => {
    const all = scope();
    let server;
    let claims;
    before(async () => {
      server = await start(all);
      claims = await open(all, server.url);
    });
    after(() => all.end());

    test("of many at the same moment one has the claim; when it is done it is done for all", async () => {
      for (const key of ["/a 1", "/a 2", "/a%20b 1"]) {
        const all = await Promise.all(OWNERS.map((owner) => claims.claim(key, 10_000, owner)));
        assert.deepEqual(all.toSorted(), [...Array(39).fill("busy"), "claimed"]);
        const owner = OWNERS[all.indexOf("claimed")];
        assert.equal(await claims.claim(key, 10_000, owner), "claimed");
        await claims.complete(key, owner);
        const after = await Promise.all(OWNERS.map((owner) => claims.claim(key, 10_000, owner)));
        assert.deepEqual(after, Array(40).fill("done"));
        await claims.release(key, owner);
        assert.equal(await claims.claim(key, 10_000, OWNERS[0]), "done");
      }
    });

    test("a claim that is released is free; one of somebody else stays", async () => {
      const [mine, other] = OWNERS;
      assert.equal(await claims.claim("k1", 10_000, mine), "claimed");
      await claims.release("k1", other);
      assert.equal(await claims.claim("k1", 10_000, other), "busy");
      await claims.release("k1", mine);
      assert.equal(await claims.claim("k1", 10_000, other), "claimed");
      await claims.release("never claimed", mine);
    });

    test("a lease that runs out is for the next, and what the first one holds is nothing", async () => {
      const [dead, next, third] = OWNERS;
      assert.equal(await claims.claim("k2", 100, dead), "claimed");
      assert.equal(await claims.claim("k2", 100, next), "busy");
      await sleep(150);
      const all = await Promise.all(OWNERS.slice(1).map((owner) => claims.claim("k2", 5_000, owner)));
      assert.equal(all.filter((claim) => claim === "claimed").length, 1);
      await claims.release("k2", dead);
      assert.equal(await claims.claim("k2", 100, dead), "busy");
      // It was slow, not dead: what it has done is done.
      await claims.complete("k2", dead);
      assert.equal(await claims.claim("k2", 100, third), "done");
      assert.equal(await claims.claim("k2", 100, next), "done");
    });

    test("a lease that is extended does not run out", async () => {
      for (let round = 0; round < 6; round++) {
        assert.equal(await claims.claim("k3", 300, OWNERS[0]), "claimed");
        await sleep(100);
        assert.equal(await claims.claim("k3", 300, OWNERS[1]), "busy");
      }
    });

    test("the server is killed, and comes back: what was done is done, and the next delivery is handled", async () => {
      const handled = [];
      const handle = webhook((event, { key }) => void handled.push(key), { dedupe: claims, lease: 2_000 });
      const request = (body) => ({ headers: JSON_TYPE, body });
      assert.equal((await handle(request(seam))).status, 204);
      await server.kill();
      const away = handle(request(seam)).then(
        () => "answered",
        () => "failed",
      );
      // One store refuses at once, the other waits until the server is back.
      assert.notEqual(await Promise.race([away, sleep(200)]), "answered");
      await server.start();
      await until("it answers again", async () => (await handle(request(seam))).status === 204);
      const other = seam.replace(/"event_id": ?"../, '"event_id":"ff');
      assert.equal((await handle(request(other))).status, 204);
      assert.deepEqual(handled.length, 2, "the first event was handled again");
      await away;
    });

    test("a worker is killed between claim and effect: the event is free when the lease has run out", async (t) => {
      const env = { ...process.env, STORE: name, URL: server.url };
      const child = fork(fileURLToPath(new URL("claimer.mjs", import.meta.url)), [], {
        env,
        stdio: ["ignore", 2, 2, "ipc"],
      });
      t.after(() => child.kill("SIGKILL"));
      const [key] = await once(child, "message");
      child.kill("SIGKILL");
      await once(child, "exit");
      const handled = [];
      const handle = webhook((event, context) => void handled.push(context.key), {
        dedupe: claims,
        lease: 5_000,
      });
      const answer = await handle({ headers: JSON_TYPE, body: chift });
      assert.equal(answer.status, 503, "a dead worker's claim is a claim until it runs out");
      await until(
        "the lease has run out",
        async () => (await handle({ headers: JSON_TYPE, body: chift })).status === 204,
      );
      assert.deepEqual(handled, [key]);
    });
  });
}

/** The process of a connection may outlive the server that was killed for long enough to commit. */
function killProcess(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    assert.equal(error.code, "ESRCH");
  }
}

describe("oncePerEvent", () => {
  test("effect and claim are in one transaction, whoever is killed", async (t) => {
    const server = await startPostgres(t);
    const pool = new pg.Pool({ connectionString: server.url, max: 20 });
    pool.on("error", () => {});
    t.after(() => pool.end());
    await pool.query("CREATE TABLE webhooks_done (key text PRIMARY KEY)");
    await pool.query("CREATE TABLE effects (key text)");
    const effect = (key) => (client) => client.query("INSERT INTO effects VALUES ($1)", [key]);

    // At the same moment, and again.
    await Promise.all(Array.from({ length: 20 }, () => oncePerEvent(pool, "same", effect("same"))));
    await oncePerEvent(pool, "same", effect("same"));

    // What throws has neither effect nor claim.
    const wrong = new Error("no");
    const fails = async (client) => {
      await effect("thrown")(client);
      throw wrong;
    };
    await assert.rejects(oncePerEvent(pool, "thrown", fails), wrong);
    await oncePerEvent(pool, "thrown", effect("thrown"));

    // Killed in the middle of the transaction, as often as it takes.
    for (let round = 0; round < 2; round++) {
      const killed = oncePerEvent(pool, `killed ${round}`, async (client) => {
        await effect(`killed ${round}`)(client);
        const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
        await server.kill();
        killProcess(rows[0].pid);
      });
      await assert.rejects(killed);
      await server.start();
      await until("it answers again", () => pool.query("SELECT 1").then(() => true));
      await oncePerEvent(pool, `killed ${round}`, effect(`killed ${round}`));
    }
    const { rows } = await pool.query("SELECT key, count(*)::int FROM effects GROUP BY key ORDER BY key");
    const keys = ["killed 0", "killed 1", "same", "thrown"];
    assert.deepEqual(
      rows,
      keys.map((key) => ({ key, count: 1 })),
    );
  });
});
