// When deliveries are due.
import { setTimeout as sleep } from "node:timers/promises";

/** Waits until a delivery is due. */
export function paceOf({ recorded = false, rate }) {
  const started = performance.now();
  let first;
  let sent = 0;
  return async (time) => {
    first ??= time;
    const due = recorded && Number.isFinite(time - first) ? time - first : (sent++ / rate) * 1000 || 0;
    const wait = started + due - performance.now();
    if (wait > 0) await sleep(wait);
  };
}
