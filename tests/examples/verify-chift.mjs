import { createHmac, timingSafeEqual } from "node:crypto";

/** Chift: the HMAC-SHA256 of the raw body, in hexadecimal, in X-Chift-Signature. */
export function verifyChift(secret) {
  return (rawBody, headers) => {
    const expected = createHmac("sha256", secret).update(rawBody).digest();
    const given = Buffer.from(headers["x-chift-signature"] ?? "", "hex");
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
}
