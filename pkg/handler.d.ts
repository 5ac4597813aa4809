/**
 * The logic of a webhook handler without a server: it takes a delivery and returns the answer.
 * `hooklens/fetch` and `hooklens/node` connect it to servers; use this one everywhere else.
 *
 * @packageDocumentation
 */
import type { AnyLens, EventId, HookLens, ProblemCode, Report } from "./index.js";

/** A request as it arrived. */
export interface Delivery {
  /** Default: `"POST"`. Any other method is answered with 405. */
  method?: string;
  /** A `Headers`, or an object with names in any case. */
  headers: { get(name: string): string | null } | Record<string, string | readonly string[] | undefined>;
  /**
   * The raw body, or a function that reads it: it gets the limit, and returns `null` as soon as the body
   * exceeds it.
   */
  body:
    string | Uint8Array | null | undefined | ((maxBytes: number) => MaybePromise<string | Uint8Array | null>);
}

export type MaybePromise<T> = T | Promise<T>;

/** Header fields by lower-case name. */
export type HeaderFields = Record<string, string>;

/** The events that a lens returns. */
export type EventOf<Lens extends AnyLens> = ReturnType<Lens["parse"]>["events"][number];

/** The CloudEvents that a lens returns. */
export type CloudEventOfLens<Lens extends AnyLens> = ReturnType<Lens["normalize"]>[number];

/** The report that a lens returns. */
export type ReportOf<Lens extends AnyLens> = ReturnType<Lens["validate"]>;

/** The package's own functions, which handlers use if there is no `lens`. */
export type OwnLens = HookLens<{}>;

export interface WebhookOptions<Lens extends AnyLens = OwnLens> {
  /** The largest body in bytes, after decompression; over it, the answer is 413. Default: 1 MiB (1,048,576). */
  maxBytes?: number;
  /** The most nested objects and arrays. Default: 128. */
  maxDepth?: number;
  /**
   * Whether to read a body whatever its Content-Type. Default: `false`; a Content-Type other than JSON, or none
   * at all, is answered with 415.
   */
  anyContentType?: boolean;
  /** Whether answers may quote values of the body. Default: `false`. */
  echoValues?: boolean;
  /**
   * The status for a body that is not a known event. From 400 on, the answer is a problem that says so.
   * Default: 202, because a new event type must not break a handler.
   */
  unknownStatus?: number;
  /**
   * Checks the signature, before anything in the body is looked at. If it returns something falsy, or
   * throws, the answer is 401.
   *
   * @param rawBody The bytes as sent, after decompression.
   */
  verify?(rawBody: Uint8Array, headers: HeaderFields): unknown;
  /**
   * Whether the event with this id was handled before; if so, it is skipped. The id is that of the
   * normalized event, and stays the same when the event is delivered again. Store the id when your work is
   * done, not here: an event that could not be handled will be delivered again.
   */
  dedupe?(id: string): MaybePromise<boolean>;
  /** Called for unknown events, whatever the response status. */
  onUnknown?(report: ReportOf<Lens>, headers: HeaderFields): MaybePromise<void>;
  /**
   * Called for every refused delivery, with the response and its cause; for logging. The cause is what `verify`
   * threw, or a `PayloadError`, whose report may quote values of the body.
   */
  onRefused?(problem: ProblemDetails<ReportOf<Lens>["candidates"][number]>, error?: unknown): void;
  /** What `createHookLens` returned, for events of your own documents. Default: the events built into HookLens. */
  lens?: Lens;
  /**
   * The header that names the event, such as `{ header: "x-github-event" }`. Its value narrows the choice like the option
   * `event` of `validate`, but never decides, because headers are not signed.
   */
  event?: { header: string };
}

/** What a handler gets besides the event. */
export interface EventContext<Lens extends AnyLens = OwnLens> {
  /** The event as `normalize` returns it. */
  readonly canonical: CloudEventOfLens<Lens>;
  /** The report on the whole body, including warnings. */
  readonly report: ReportOf<Lens>;
  /** The bytes as sent, after decompression. */
  readonly rawBody: Uint8Array;
  readonly headers: HeaderFields;
}

/** Called for each event of a body, in order and one at a time. What it throws goes to the server. */
export type OnEvent<Around = unknown, Lens extends AnyLens = OwnLens> = (
  event: EventOf<Lens>,
  context: EventContext<Lens> & Around,
) => unknown;

/** The response to send. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** `""` if there is none. */
  body: string;
}

/** What {@link receive} returns: the events, or the answer to send instead. */
export type Received<Lens extends AnyLens = OwnLens> =
  | {
      ok: true;
      /** At least one. */
      events: EventOf<Lens>[];
      /** The same events as CloudEvents, in the same order. */
      readonly canonical: CloudEventOfLens<Lens>[];
      /** Including warnings. */
      readonly report: ReportOf<Lens>;
      /** The bytes as sent, after decompression. */
      rawBody: Uint8Array;
      readonly headers: HeaderFields;
    }
  | {
      ok: false;
      /** A refusal, or the answer to a body that is not a known event. */
      answer: Answer;
      /** Present if the body was read. */
      report?: ReportOf<Lens>;
    };

/** Problem details as in RFC 9457, sent as `application/problem+json`. */
export interface ProblemDetails<Id extends string = EventId> {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  /** Everything that is wrong with the body; absent if it was not read. */
  errors?: ProblemError[];
  /** The event types that an unknown body could be. */
  candidates?: Id[];
  /** How many more errors there are than `errors` lists. */
  omitted?: number;
}

export interface ProblemError {
  /** What was expected; what was found is included only with `echoValues`. */
  detail: string;
  /** RFC 6901. */
  pointer: string;
  code: ProblemCode;
  /** Absent if the body was already decoded. */
  line?: number;
  column?: number;
}

/**
 * Reads a delivery and returns its events, or the answer to send instead. It does not call `dedupe`.
 *
 * @example
 * ```js
 * const received = await receive({ headers, body }, { verify });
 * if (!received.ok) return received.answer;
 * for (const event of received.events) await handle(event);
 * ```
 */
export function receive<Lens extends AnyLens = OwnLens>(
  delivery: Delivery,
  options?: WebhookOptions<Lens>,
): Promise<Received<Lens>>;

/**
 * Creates a handler for any other kind of server.
 *
 * @returns A function that takes a delivery and returns the answer. The properties of its second argument
 * are added to the context that `onEvent` gets.
 */
export function webhook<Around extends object = {}, Lens extends AnyLens = OwnLens>(
  onEvent: OnEvent<Around, Lens>,
  options?: WebhookOptions<Lens>,
): (delivery: Delivery, around?: Around) => Promise<Answer>;

/** A report as RFC 9457 problem details, without values of the body unless `echoValues` is set. */
export function problemDetails<Id extends string>(
  report: Report<Id>,
  options?: { echoValues?: boolean; status?: number },
): ProblemDetails<Id>;
export function problemDetails(
  report: Report,
  options?: { echoValues?: boolean; status?: number },
): ProblemDetails;
