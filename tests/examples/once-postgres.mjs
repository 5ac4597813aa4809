/** Runs the work of an event once, in the transaction that remembers it: either both happen or neither. */
export async function oncePerEvent(pool, key, work) {
  const client = await pool.connect();
  let broken;
  const note = (error) => (broken = error);
  client.on("error", note);
  try {
    await client.query("BEGIN");
    // Whoever handles the same event at the same moment waits here for the end of this transaction.
    const first = await client.query("INSERT INTO webhooks_done VALUES ($1) ON CONFLICT DO NOTHING", [key]);
    if (first.rowCount === 1) await work(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(note);
    throw error;
  } finally {
    client.off("error", note);
    client.release(broken);
  }
}
