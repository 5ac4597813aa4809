// The optional peer of `hooklens/nats`, loaded when it is first needed.

const MISSING =
  "hooklens/nats needs the package @nats-io/jetstream, which is not installed: " +
  "npm install @nats-io/jetstream @nats-io/transport-node";

/** What a connection can do with JetStream, and how headers are made. */
export async function jetStreamOf(connection) {
  const { jetstream, jetstreamManager, headers } = await load();
  if (typeof connection?.request !== "function") {
    throw new TypeError(`expected a connection to NATS, as connect gives it, found ${typeof connection}`);
  }
  const manager = await jetstreamManager(connection, { checkAPI: false });
  return { client: jetstream(connection), manager, headers };
}

async function load() {
  try {
    const [peer, core] = await Promise.all([import("@nats-io/jetstream"), import("@nats-io/nats-core")]);
    return { ...peer, headers: core.headers };
  } catch (cause) {
    if (cause?.code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new Error(MISSING, { cause });
  }
}

/** For how long a cluster that has no leader yet is waited for, and for how long between two tries, in milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 500;

/** Asks a cluster; once more for as long as it is only not ready. */
export async function asked(ask) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isUnready(error) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

function isUnready({ name, code, cause }) {
  const names = [name, cause?.name];
  return (
    code === 503 || ["TimeoutError", "NoRespondersError", "RequestError"].some((one) => names.includes(one))
  );
}
