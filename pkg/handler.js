// A webhook endpoint without a server: given what arrived, what to answer.
import { deliveriesTo } from "./delivery.js";
import { problemDetails } from "./details.js";
import { Endpoint, receive as receiveWith } from "./http.js";

export { problemDetails };

/** Reads what arrived: its events, or the answer to give instead. */
export function receive(delivery, options) {
  return receiveWith(options, delivery);
}

/** An endpoint: given what arrived, it calls `onEvent` for each event and gives the answer. */
export function webhook(onEvent, options) {
  const endpoint = new Endpoint(deliveriesTo(onEvent), options);
  return (delivery, around) => endpoint.answer(delivery, around);
}
