import { createHmac, timingSafeEqual } from "node:crypto";

/** Acme: "t=", a time in seconds, ",v1=" and the HMAC-SHA256 of the time, a dot and the raw body, in Acme-Signature. */
export function verifyAcme(secret, tolerance = 300) {
  return (rawBody, headers) => {
    const [, time, hex] = /^t=(\d+),v1=([\da-f]{64})$/i.exec(headers["acme-signature"]) ?? [];
    // Whoever has seen a delivery could send it again: what was signed long ago counts no more.
    if (hex === undefined || Math.abs(Date.now() / 1000 - time) > tolerance) return false;
    const expected = createHmac("sha256", secret).update(`${time}.`).update(rawBody).digest();
    return timingSafeEqual(Buffer.from(hex, "hex"), expected);
  };
}
