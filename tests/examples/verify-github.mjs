import { createHmac, timingSafeEqual } from "node:crypto";

/** GitHub: the HMAC-SHA256 of the raw body, in hexadecimal after "sha256=", in X-Hub-Signature-256. */
export function verifyGitHub(secret) {
  return (rawBody, headers) => {
    const expected = createHmac("sha256", secret).update(rawBody).digest();
    const [, hex] = /^sha256=([\da-f]{64})$/i.exec(headers["x-hub-signature-256"]) ?? [];
    return hex !== undefined && timingSafeEqual(Buffer.from(hex, "hex"), expected);
  };
}
