// How senders ask whether an endpoint wants their deliveries, before they send any.
import { Refusal } from "./refusal.js";

/** The methods that an endpoint answers. */
export function methodsOf({ handshakes = {} }) {
  return ["POST", handshakes.cloudEvents && "OPTIONS", handshakes.hub && "GET"].filter(Boolean);
}

/** The answer to a handshake; undefined to what is none. */
export function handshakeAnswer({ handshakes = {} }, { method, url = "" }, fields) {
  const { cloudEvents, hub } = handshakes;
  const origin = method === "OPTIONS" && cloudEvents ? fields.get("webhook-request-origin") : undefined;
  if (origin !== undefined) return permission(cloudEvents, origin, methodsOf({ handshakes }));
  return method === "GET" && hub ? challenge(hub, url) : undefined;
}

/** CloudEvents' abuse protection: a sender asks by its name. What it wants to be called back at is never fetched. */
function permission({ origins, rate }, origin, methods) {
  if (origins !== "*" && !origins.includes(origin)) {
    throw new Refusal(403, "expected a WebHook-Request-Origin that may deliver here");
  }
  return {
    status: 200,
    headers: {
      allow: methods.join(", "),
      "webhook-allowed-origin": origins === "*" ? "*" : origin,
      "webhook-allowed-rate": rate === undefined ? "*" : String(rate),
    },
    body: "",
  };
}

/** Meta's, and WebSub's: who knows the token gets the challenge back. */
function challenge({ verifyToken }, url) {
  const at = url.indexOf("?");
  const query = new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
  if (query.get("hub.mode") !== "subscribe") return undefined;
  if (!isSame(query.get("hub.verify_token") ?? "", verifyToken)) {
    throw new Refusal(403, "expected the hub.verify_token of this endpoint");
  }
  return {
    status: 200,
    // It is the sender's own text: no browser may take it for a page.
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
    body: query.get("hub.challenge") ?? "",
  };
}

/** Takes as long whichever character differs. */
function isSame(given, secret) {
  let difference = given.length ^ secret.length;
  for (let at = 0; at < secret.length; at++) difference |= given.charCodeAt(at) ^ secret.charCodeAt(at);
  return difference === 0;
}
