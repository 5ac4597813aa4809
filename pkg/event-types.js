// Generated from the catalog by `npm run generate`.
const entry = (provider, type, title, event = true) =>
  Object.freeze({ id: `${provider}/${type}`, provider, type, title, event });

export const catalog = Object.freeze([
  entry("paybook", "credential_create", "Credential created"),
  entry("paybook", "credential_update", "Credential updated"),
  entry("paybook", "refresh", "Credential refreshed"),
  entry("paybook", "credentials.created", "Credential created"),
  entry("paybook", "credentials.updated", "Credential updated"),
  entry("paybook", "credentials.refreshed", "Credential refreshed"),
  entry("paybook", "documents.completed", "Documents downloaded"),
  entry("paybook", "documents.success", "Documents downloaded successfully"),
  entry("paybook", "documents.failed", "Documents downloaded unsuccessfully"),
  entry("paybook", "webhook", "Webhook subscription", false),
  entry("paybook", "webhook.create", "Webhook registration request", false),
  entry("chift", "account.connection.created", "Connection created"),
  entry("chift", "account.connection.updated", "Connection updated"),
  entry("chift", "account.connection.deleted", "Connection deleted"),
  entry("chift", "account.connection.up", "Connection up"),
  entry("chift", "account.connection.down", "Connection down"),
  entry("chift", "account.flow.enabled", "Flow enabled"),
  entry("chift", "account.flow.disabled", "Flow disabled"),
  entry("chift", "account.flow.executed", "Flow executed"),
  entry("chift", "account.issue.created", "Issue created"),
  entry("chift", "account.issue.updated", "Issue updated"),
  entry("chift", "account.issue.closed", "Issue closed"),
  entry("chift", "pos.order.completed", "Order completed"),
  entry("chift", "pos.order.updated", "Order updated"),
  entry("seam", "acs_credential.deleted", "Access system credential deleted"),
  entry("seam", "acs_credential.issued", "Access system credential issued"),
  entry("seam", "acs_credential.reissued", "Access system credential reissued"),
  entry("seam", "acs_credential.invalidated", "Access system credential invalidated"),
]);
