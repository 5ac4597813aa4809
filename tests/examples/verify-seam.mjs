import { Webhook } from "svix";

/** Seam: signed by Svix, whose library throws for a signature that does not fit. */
export function verifySeam(secret) {
  const svix = new Webhook(secret);
  return (rawBody, headers) => svix.verify(new TextDecoder().decode(rawBody), headers);
}
