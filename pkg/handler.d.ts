/**
 * The logic of a webhook handler without a server: it takes a delivery and returns the answer.
 * `hooklens/fetch` and `hooklens/node` connect it to servers; use this one everywhere else.
 *
 * @packageDocumentation
 */
import type { AnyLens, EventId, HookLens, ProblemCode, Report } from "./index.js";

/** A request as it arrived. */
export interface Delivery {
  /** Default: `"POST"`. Any other method is answered with 405, unless it is a handshake that `handshakes` allows. */
  method?: string;
  /** The URL, or its path with the query; only the handshake of `hub` looks at it. */
  url?: string;
  /** A `Headers`, or an object with names in any case. */
  headers: { get(name: string): string | null } | Record<string, string | readonly string[] | undefined>;
  /**
   * The raw body, or a function that reads it: it gets the limit, and returns `null` as soon as the body
   * exceeds it.
   */
  body:
    string | Uint8Array | null | undefined | ((maxBytes: number) => MaybePromise<string | Uint8Array | null>);
  /** Called if the body takes longer than `timeout`: nobody wants the rest of it. */
  abandon?(): void;
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

/** What became of a delivery. */
export type Outcome =
  /** Your function has handled at least one of its events. */
  | "handled"
  /** All its events were handled before. */
  | "duplicate"
  /** One of its events is being handled now, by somebody else. */
  | "busy"
  /** It is no known event. */
  | "unknown"
  /** It is a known event with errors, or about the registration of a webhook. */
  | "invalid"
  /** It could not be read as JSON, or was more than may be. */
  | "malformed"
  /** `verify` did not accept it. */
  | "unverified"
  /** Your function, `verify`, `dedupe` or a hook threw. */
  | "failed";

/** Whether an event may be handled now: `"busy"` if somebody else holds it, `"done"` if it was handled. */
export type Claim = "claimed" | "busy" | "done";

/**
 * Remembers which events were handled, and who handles one now. `key` is the `source` and `id` of the normalized event,
 * one line of ASCII. `owner` is a UUID of the delivery: only who holds a claim may release it.
 */
export interface Claims {
  /**
   * Claims an event in one atomic step, for `lease` milliseconds. If the same owner claims it again, that extends the
   * lease: this happens three times per lease while your function works. A lease that runs out frees the event.
   */
  claim(key: string, lease: number, owner: string): MaybePromise<Claim>;
  /** The event was handled: from now on it is `"done"`. */
  complete(key: string, owner: string): MaybePromise<unknown>;
  /** It could not be handled: it is free again, if that owner still holds it. */
  release(key: string, owner: string): MaybePromise<unknown>;
}

/** What {@link CommonOptions.onOutcome} is told. */
export interface OutcomeRecord {
  outcome: Outcome;
  /** The ids of the event types in the body, such as `"seam/lock.locked"`; empty if it was not recognized. */
  events: string[];
  /** What `verify` or your function threw, or a `PayloadError`. */
  error?: unknown;
  /** The size of the body in bytes, after decompression; 0 if it was not read to its end. */
  bytes: number;
  /**
   * How long each step took, in milliseconds: `receive` the body (HTTP only), `verify` it, `read` it (recognize, validate
   * and parse), `handle` its events; and `total`. Steps that did not happen are absent.
   */
  durations: { receive?: number; verify?: number; read?: number; handle?: number; total: number };
  /** HTTP only: the status of the answer; absent if your function failed, because its server answers. */
  status?: number;
  /** Queues only: what was done with the message. */
  action?: "ack" | "retry" | "dead-letter";
  /** Queues only: which attempt it was, from 1 on. */
  attempt?: number;
}

/** Options of handlers over HTTP and of queues. */
export interface CommonOptions<Lens extends AnyLens = OwnLens> {
  /** The largest body in bytes, after decompression; over HTTP, the answer is 413. Default: 1 MiB (1,048,576). */
  maxBytes?: number;
  /** The most nested objects and arrays. Default: 128. */
  maxDepth?: number;
  /** Whether problem details may quote values of the body. Default: `false`; for dead letters `true`. */
  echoValues?: boolean;
  /**
   * Whether to take events out of a body that wraps them, such as a message of SNS. Default: `false`; such a body is
   * invalid. All the events inside are handled, or none if one of the bodies inside is not valid. Whatever in the body
   * is an event is taken for one: verify who sent it.
   */
  unwrap?: boolean;
  /**
   * What to do with a body that has `__proto__` or `constructor.prototype` as keys, which no provider sends. Default:
   * `"refuse"`: it is invalid.
   */
  prototypeKeys?: "refuse" | "keep";
  /**
   * Checks the signature, before anything in the body is looked at. If it returns something falsy, or
   * throws, the outcome is `"unverified"`; over HTTP, the answer is 401.
   *
   * @param rawBody The bytes as sent, after decompression.
   */
  verify?(rawBody: Uint8Array, headers: HeaderFields): unknown;
  /**
   * Keeps events from being handled twice. {@link Claims} claim an event before your function gets it, so that two
   * deliveries at the same moment are no problem either; over HTTP, `"busy"` is answered with 503.
   *
   * A function only says whether the event with this id (that of the normalized event) was handled before; store the id
   * when your work is done.
   */
  dedupe?: Claims | ((id: string) => MaybePromise<boolean>);
  /** For how long an event is claimed, in milliseconds. Default: 60,000. */
  lease?: number;
  /** Called for unknown events, whatever becomes of them. */
  onUnknown?(report: ReportOf<Lens>, headers: HeaderFields, rawBody: Uint8Array): MaybePromise<void>;
  /** Called for invalid bodies, whatever becomes of them: the place to set a body aside. */
  onInvalid?(report: ReportOf<Lens>, headers: HeaderFields, rawBody: Uint8Array): MaybePromise<void>;
  /**
   * Called for every refused delivery and every dead letter, with the problem details and their cause; for logging. The
   * cause is what `verify` or your function threw, or a `PayloadError`, whose report may quote values of the body.
   */
  onRefused?(problem: ProblemDetails<ReportOf<Lens>["candidates"][number]>, error?: unknown): void;
  /** Called once for every delivery, at its end; for metrics and traces. It must not throw. */
  onOutcome?(record: OutcomeRecord): void;
  /** What `createHookLens` returned, for events of your own documents. Default: the events built into HookLens. */
  lens?: Lens;
  /**
   * The header that names the event, such as `{ header: "x-github-event" }`. Its value narrows the choice like the option
   * `event` of `validate`, but never decides, because headers are not signed.
   */
  event?: { header: string };
}

/** Options of handlers over HTTP. */
export interface WebhookOptions<Lens extends AnyLens = OwnLens> extends CommonOptions<Lens> {
  /**
   * Whether to read a body whatever its Content-Type. Default: `false`; a Content-Type other than JSON, or none
   * at all, is answered with 415.
   */
  anyContentType?: boolean;
  /**
   * The status for a body that is not a known event. From 400 on, the answer is a problem that says so.
   * Default: 202, because a new event type must not break a handler.
   */
  unknownStatus?: number;
  /**
   * The status for an invalid body. From 400 on, the answer is a problem that says so. Default: 422. Some senders stop
   * delivering if they get 4xx for days: with 2xx, `onInvalid` can set the body aside.
   */
  invalidStatus?: number;
  /** How long a body may take to arrive, in milliseconds; longer is answered with 408. 0 is no limit. Default: 30,000. */
  timeout?: number;
  /** The handshakes with which senders ask whether they may deliver. Default: none; other methods than POST get 405. */
  handshakes?: Handshakes;
  /**
   * Called for SNS's `SubscriptionConfirmation` and `UnsubscribeConfirmation`, once `verify` has accepted them. Nothing is
   * fetched: visit its `SubscribeURL` yourself if you want the topic, and only if its host is one of AWS. With this option,
   * what SNS sends need not have a JSON Content-Type.
   */
  onSubscription?(subscription: Subscription, headers: HeaderFields): MaybePromise<void>;
}

/** The handshakes that an endpoint answers. */
export interface Handshakes {
  /** CloudEvents' abuse protection: `OPTIONS` with `WebHook-Request-Origin`. Its callback is never called. */
  cloudEvents?: {
    /** The origins that may deliver, or `"*"` for all. */
    origins: readonly string[] | "*";
    /** How many requests a minute; default: no limit. */
    rate?: number;
  };
  /** Meta's and WebSub's: `GET` with `hub.mode=subscribe`; who knows the token gets `hub.challenge` back. */
  hub?: { verifyToken: string };
}

/** A message of SNS about a subscription. */
export interface Subscription {
  Type: "SubscriptionConfirmation" | "UnsubscribeConfirmation";
  TopicArn: string;
  Token: string;
  SubscribeURL: string;
  [field: string]: unknown;
}

/** What a handler gets besides the event. */
export interface EventContext<Lens extends AnyLens = OwnLens> {
  /** The event as `normalize` returns it. */
  readonly canonical: CloudEventOfLens<Lens>;
  /** Its `source` and `id` in one line of ASCII: what tells it from every other event, and is the same when it is delivered again. */
  readonly key: string;
  /** The report on the whole body, including warnings; with `unwrap`, on the body inside that has the event. */
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
