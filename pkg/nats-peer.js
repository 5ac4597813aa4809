// The optional peer of `hooklens/nats`, loaded when it is first needed.

const MISSING =
  "hooklens/nats needs the package @nats-io/jetstream, which is not installed: " +
  "npm install @nats-io/jetstream @nats-io/transport-node";

/** What a connection can do with JetStream, and how headers are made. */
export async function jetStreamOf(connection) {
  const { jetstream, jetstreamManager, headers } = await load();
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
