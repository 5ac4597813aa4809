// A webhook endpoint without a server: given what arrived, what to answer.
import { problemDetails } from "./details.js";
import { settingsOf } from "./handler-options.js";
import { Endpoint, receive as receiveSteps } from "./http.js";
import { promiseOf } from "./run.js";

export { problemDetails };

/** Reads what arrived: its events, or the answer to give instead. */
export function receive(delivery, options) {
  return promiseOf(receiveSteps(settingsOf(options), delivery));
}

/** An endpoint: given what arrived, it calls `onEvent` for each event and gives the answer. */
export function webhook(onEvent, options) {
  const endpoint = new Endpoint(onEvent, options);
  return (delivery, around) => promiseOf(endpoint.respond(delivery, around));
}
