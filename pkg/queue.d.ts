/** Types of the consumers of queues, whichever queue it is. */
import type { CommonOptions, MaybePromise, OwnLens, ProblemDetails, ReportOf } from "./handler.js";
import type { AnyLens } from "./index.js";

/** Options of the consumers of queues. */
export interface QueueOptions<Message, Lens extends AnyLens = OwnLens> extends CommonOptions<Lens> {
  /** After how many attempts a message that could not be handled is set aside. Default: 12. */
  attempts?: number;
  /**
   * When a message comes again, in milliseconds: after `first`, then twice as long each time, up to `most`; each up to a
   * quarter less, by chance. Default: `{ first: 1000, most: 900000 }`.
   */
  backoff?: { first: number; most: number };
  /** How many messages are worked on at a time. Default: 16. */
  concurrency?: number;
  /** What becomes of a body that is not a known event. Default: `"dead-letter"`, so that it can be looked at. */
  unknown?: "dead-letter" | "ack";
  /**
   * Sets a message aside in place of the queue: called with what is wrong as problem details (RFC 9457). The message is
   * acknowledged when it returns, and comes again if it throws.
   */
  onDeadLetter?(
    message: Message,
    problem: ProblemDetails<ReportOf<Lens>["candidates"][number]>,
    report?: ReportOf<Lens>,
  ): MaybePromise<unknown>;
  /** Called with what your function, `dedupe` or a hook threw; the message comes again. Default: `console.error`. */
  onError?(error: unknown, message?: Message): void;
}
