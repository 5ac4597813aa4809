// Signatures of deliveries, as providers make them.
import { createHmac, randomBytes } from "node:crypto";

/** What secrets of Standard Webhooks begin with: base64 comes after it. https://www.standardwebhooks.com */
const STANDARD = "whsec_";

/** The header fields that sign a body; any other secret than one of Standard Webhooks makes an HMAC of the body. */
export function signatureOf(secret, body, { provider, field = `X-${titled(provider)}-Signature` }) {
  if (!secret.startsWith(STANDARD)) return [field, createHmac("sha256", secret).update(body).digest("hex")];
  const key = Buffer.from(secret.slice(STANDARD.length), "base64");
  const id = `msg_${randomBytes(12).toString("hex")}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64")}`;
  // Svix, where they come from, has names of its own.
  return ["webhook", "svix"].flatMap((name) => [
    ...[`${name}-id`, id],
    ...[`${name}-timestamp`, timestamp],
    ...[`${name}-signature`, signature],
  ]);
}

const titled = (name) => name.slice(0, 1).toUpperCase() + name.slice(1);
