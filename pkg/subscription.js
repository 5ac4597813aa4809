// What SNS sends before and beside its notifications: that a topic asks to be subscribed to. Its URL is never fetched
// here: whoever sends a body would choose what this machine asks for.

const TYPE = "x-amz-sns-message-type";

const decoder = new TextDecoder();

/** Whether a request says that a topic of SNS sent it. Nobody has signed that: the body tells. */
export function isSubscription(fields) {
  return fields.get(TYPE) !== undefined;
}

/** The message of a body that asks to confirm a subscription, or the end of one; undefined for any other. */
export function subscriptionOf(rawBody) {
  let message;
  try {
    message = JSON.parse(decoder.decode(rawBody));
  } catch {
    return undefined;
  }
  const isAsked = ["SubscriptionConfirmation", "UnsubscribeConfirmation"].includes(message?.Type);
  return isAsked && typeof message.SubscribeURL === "string" ? message : undefined;
}
