/**
 * What a webhook endpoint does, the same on every server: from what arrived to what to answer.
 * `hooklens/fetch` and `hooklens/node` put it behind a server; this is for every other place.
 *
 * @packageDocumentation
 */
import type { AnyLens, EventId, HookLens, ProblemCode, Report } from "./index.js";

/** What arrived. */
export interface Delivery {
  /** Default: `"POST"`. Another is answered with 405. */
  method?: string;
  /** A `Headers`, or an object; names in any case. */
  headers: { get(name: string): string | null } | Record<string, string | readonly string[] | undefined>;
  /**
   * The raw body, or what reads it: a function that is given the limit, and gives `null` as soon as
   * the body is over it.
   */
  body:
    string | Uint8Array | null | undefined | ((maxBytes: number) => MaybePromise<string | Uint8Array | null>);
}

export type MaybePromise<T> = T | Promise<T>;

/** Header fields by their name in lower case. */
export type HeaderFields = Record<string, string>;

/** The events that a lens gives. */
export type EventOf<Lens extends AnyLens> = ReturnType<Lens["parse"]>["events"][number];

/** What a lens makes of an event. */
export type CloudEventOfLens<Lens extends AnyLens> = ReturnType<Lens["normalize"]>[number];

/** What a lens says of a body. */
export type ReportOf<Lens extends AnyLens> = ReturnType<Lens["validate"]>;

/** The package's own functions. */
export type OwnLens = HookLens<{}>;

export interface WebhookOptions<Lens extends AnyLens = OwnLens> {
  /** What `createHookLens` made, for events of your own documents. Default: the events that come with HookLens. */
  lens?: Lens;
  /**
   * The header field that names the event, as in `{ header: "x-github-event" }`. Its value narrows what a body may be, as
   * the option `event` of `validate` does, but never decides: header fields are not signed.
   */
  event?: { header: string };
  /** The most bytes that a body may have, once it is decompressed: over it, 413. Default: 1 MiB (1 048 576). */
  maxBytes?: number;
  /** The most nested levels. Default: 128. */
  maxDepth?: number;
  /** Whether a body is read whatever its Content-Type says. Default: no, another than JSON is answered with 415. */
  anyContentType?: boolean;
  /** Whether answers may quote values of the body. Default: no. */
  echoValues?: boolean;
  /**
   * What a body that is no event of the catalog is answered with. From 400 on the answer says so as a
   * problem. Default: 202, because a new event type must not make a handler fail.
   */
  unknownStatus?: number;
  /**
   * Tells whether the body comes from who it should, before anything of it is looked at. An answer that
   * is not truthy, or an exception, is 401.
   *
   * @param rawBody The bytes that were sent, decompressed.
   */
  verify?(rawBody: Uint8Array, headers: HeaderFields): unknown;
  /**
   * Tells whether the event with this id was handled before: `true` leaves it out. The id is that of
   * the normalised event, and the same when an event is delivered again. Keep the id when your work is
   * done, not here: an event whose handling fails is delivered again.
   */
  dedupe?(id: string): MaybePromise<boolean>;
  /** Called for unknown events, whatever the response status. */
  onUnknown?(report: ReportOf<Lens>, headers: HeaderFields): MaybePromise<void>;
  /**
   * Called for every refused delivery, with the response and its cause; for logging. The cause is what `verify`
   * threw, or a `PayloadError`, whose report may quote values of the body.
   */
  onRefused?(problem: ProblemDetails<ReportOf<Lens>["candidates"][number]>, error?: unknown): void;
}

/** What a handler gets beside the event. */
export interface EventContext<Lens extends AnyLens = OwnLens> {
  /** The event as a CloudEvent, the same whichever provider or version sent it. */
  readonly canonical: CloudEventOfLens<Lens>;
  /** The report on the whole body, with its warnings. */
  readonly report: ReportOf<Lens>;
  /** The bytes that were sent, decompressed. */
  readonly rawBody: Uint8Array;
  readonly headers: HeaderFields;
}

/** Is called for each event of a body, in order, one after the other. What it throws goes to the server. */
export type OnEvent<Around = unknown, Lens extends AnyLens = OwnLens> = (
  event: EventOf<Lens>,
  context: EventContext<Lens> & Around,
) => unknown;

/** What to answer. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** `""` for none. */
  body: string;
}

/** What {@link receive} found: events, or the answer to give. */
export type Received<Lens extends AnyLens = OwnLens> =
  | {
      ok: true;
      /** At least one. */
      events: EventOf<Lens>[];
      /** The same events as CloudEvents, in the same order. */
      readonly canonical: CloudEventOfLens<Lens>[];
      /** With the warnings. */
      readonly report: ReportOf<Lens>;
      /** The bytes that were sent, decompressed. */
      rawBody: Uint8Array;
      readonly headers: HeaderFields;
    }
  | {
      ok: false;
      /** A refusal, or what a body that is no event of the catalog is answered with. */
      answer: Answer;
      /** Where the body was read. */
      report?: ReportOf<Lens>;
    };

/** An `application/problem+json` of RFC 9457. */
export interface ProblemDetails<Id extends string = EventId> {
  type: "about:blank";
  title: string;
  status: number;
  detail: string;
  /** Everything that is wrong with the body; absent where it was not read. */
  errors?: ProblemError[];
  /** The event types that an unknown body may be. */
  candidates?: Id[];
  /** How many more errors there are than `errors` lists. */
  omitted?: number;
}

export interface ProblemError {
  /** What would be right; what is there instead is told only with `echoValues`. */
  detail: string;
  /** RFC 6901. */
  pointer: string;
  code: ProblemCode;
  /** Absent for a body that was decoded already. */
  line?: number;
  column?: number;
}

/**
 * Reads what arrived, and gives its events, or the answer to give instead. `dedupe` is not asked.
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
 * Makes an endpoint for a server that is neither `fetch`'s nor Node's.
 *
 * @returns A function from what arrived to what to answer; its second argument is given to `onEvent`
 * as further properties of the context.
 */
export function webhook<Around extends object = {}, Lens extends AnyLens = OwnLens>(
  onEvent: OnEvent<Around, Lens>,
  options?: WebhookOptions<Lens>,
): (delivery: Delivery, around?: Around) => Promise<Answer>;

/** A report as an RFC 9457 problem, without values of the body unless `echoValues` asks for them. */
export function problemDetails<Id extends string>(
  report: Report<Id>,
  options?: { echoValues?: boolean; status?: number },
): ProblemDetails<Id>;
export function problemDetails(
  report: Report,
  options?: { echoValues?: boolean; status?: number },
): ProblemDetails;
