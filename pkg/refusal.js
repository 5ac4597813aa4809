// What ends a request before its body was read as events: an answer with what was expected, and what was found.
import { details } from "./details.js";

/** How much of a header field is shown to whoever sent it. */
const SHOWN = 100;

/** The answers to handshakes that fail, and to other methods. */
const NO_DELIVERY = new Set([403, 405]);

export class Refusal {
  constructor(status, detail, { headers, error } = {}) {
    Object.assign(this, { problem: details(status, detail), headers, error });
  }

  /** What became of a delivery that is refused so; a request with another method is none. */
  get outcome() {
    return NO_DELIVERY.has(this.problem.status) ? undefined : "malformed";
  }
}

/** What a header field says, in words. */
export function found(field) {
  if (field === undefined || field === "") return "none";
  return field.length > SHOWN ? `${field.slice(0, SHOWN)}…` : field;
}
