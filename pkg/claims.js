// Which events are handled once: whoever handles one claims it for a while, and says when it is done.
import { then } from "./run.js";

const CLAIMED = ["claimed", "busy", "done"];

/** How often a claim is extended while the work goes on, per lease. */
const EXTENSIONS = 3;

/** `dedupe` in one form. A function only says whether an event was handled before, by its id alone. */
export function claimsOf({ dedupe, lease }) {
  if (dedupe === undefined) return undefined;
  return typeof dedupe === "function" ? new Known(dedupe) : new Claims(dedupe, lease);
}

class Known {
  constructor(isKnown) {
    this.isKnown = isKnown;
  }

  once({ canonical }, work) {
    const decide = (known) => (known ? "duplicate" : then(work(), () => "handled"));
    return then(this.isKnown(canonical.id), decide);
  }
}

class Claims {
  constructor(store, lease) {
    Object.assign(this, { store, lease });
  }

  /** Runs the work if nobody has done it, nor does it now; gives the outcome. */
  async once({ key }, work) {
    const { store, lease } = this;
    // Of one delivery, so that what it no longer holds is left alone.
    const owner = crypto.randomUUID();
    const claim = await store.claim(key, lease, owner);
    if (!CLAIMED.includes(claim)) {
      throw new TypeError(`expected claim to return one of ${CLAIMED.join(", ")}, found ${String(claim)}`);
    }
    if (claim !== "claimed") return claim === "done" ? "duplicate" : "busy";
    const extension = this.extend(key, owner);
    try {
      await work();
    } catch (error) {
      await this.release(key, owner);
      throw error;
    } finally {
      clearInterval(extension);
    }
    await store.complete(key, owner);
    return "handled";
  }

  /** Work may take longer than the lease, which is short so that a dead worker's is soon free. */
  extend(key, owner) {
    const again = async () => this.store.claim(key, this.lease, owner);
    // Whether it could be extended is seen when the work is done.
    const timer = setInterval(() => again().catch(() => {}), Math.max(1, this.lease / EXTENSIONS));
    timer.unref?.();
    return timer;
  }

  /** What cannot be released is free when the lease has run out; the error of the work says more. */
  async release(key, owner) {
    try {
      await this.store.release(key, owner);
    } catch {
      return;
    }
  }
}
