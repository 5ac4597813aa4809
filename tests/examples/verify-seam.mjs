import { Webhook } from "svix";

/** Seam: signed by Svix, whose library throws if the signature is wrong. */
export function verifySeam(secret) {
  const svix = new Webhook(secret);
  return (rawBody, headers) => svix.verify(new TextDecoder().decode(rawBody), headers);
}
