/** Claims in a table of PostgreSQL; `pool` is a Pool of pg. */
export async function claimsInPostgres(pool) {
  await pool.query(
    "CREATE TABLE IF NOT EXISTS webhook_claims (key text PRIMARY KEY, owner uuid, expires timestamptz)",
  );
  return {
    async claim(key, lease, owner) {
      const taken = await pool.query(
        `INSERT INTO webhook_claims AS held VALUES ($1, $2, now() + $3 * interval '1 millisecond')
         ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, expires = excluded.expires
         WHERE held.expires < now() OR held.owner = excluded.owner`,
        [key, owner, lease],
      );
      if (taken.rowCount === 1) return "claimed";
      const held = await pool.query("SELECT expires FROM webhook_claims WHERE key = $1", [key]);
      return held.rows[0]?.expires === null ? "done" : "busy";
    },

    // What is done has no owner, and never expires: delete old rows from time to time.
    async complete(key) {
      await pool.query(
        `INSERT INTO webhook_claims VALUES ($1, NULL, NULL)
         ON CONFLICT (key) DO UPDATE SET owner = NULL, expires = NULL`,
        [key],
      );
    },

    async release(key, owner) {
      await pool.query("DELETE FROM webhook_claims WHERE key = $1 AND owner = $2", [key, owner]);
    },
  };
}
