/**
 * Webhooks in NATS JetStream: a receiver publishes what arrives, any number of workers check and handle it. It needs the
 * packages `@nats-io/jetstream` and one to connect with, such as `@nats-io/transport-node`.
 *
 * @packageDocumentation
 */
import type {
  CloudEventOfLens,
  HeaderFields,
  MaybePromise,
  OwnLens,
  ProblemDetails,
  ReportOf,
} from "./handler.js";
import type { AnyLens, CloudEventOf, Report } from "./index.js";
import type { QueueOptions } from "./queue.js";

export type * from "./handler.js";
export type * from "./queue.js";

/** The parts of a connection that are used: what `connect` of `@nats-io/transport-node` returns fits. */
export interface NatsConnection {
  drain(): Promise<void>;
  closed(): Promise<void | Error>;
}

/** The parts of a message that are used: a `JsMsg` of `@nats-io/jetstream` fits, and is what your function gets. */
export interface JetStreamMessage {
  readonly subject: string;
  /** Its number in the stream. */
  readonly seq: number;
  readonly data: Uint8Array;
  readonly info: { readonly stream: string; readonly deliveryCount: number };
}

export interface PublishOptions {
  /** What subjects start with: an event's subject is this and its `type`. Default: `"events"`. */
  prefix?: string;
  /** The subject of an event, in place of that. */
  subject?(event: CloudEventOf<string, unknown>): string;
  /** The content mode of CloudEvents' NATS binding. Default: `"structured"`, one JSON text. */
  mode?: "structured" | "binary";
  /** How long the stream may take to acknowledge, in milliseconds. Default: that of the connection. */
  timeout?: number;
}

/**
 * Creates an `onEvent` that publishes each event as a CloudEvent. It is done when the stream has acknowledged: only then
 * does the sender get its 2xx. `Nats-Msg-Id` is the event's `source` and `id`, so that within the duplicate window of the
 * stream an event that is delivered twice is stored once.
 *
 * @example
 * ```js
 * createServer(webhook(await publish(await connect({ servers })), { verify })).listen(3000);
 * ```
 */
export function publish(
  connection: NatsConnection,
  options?: PublishOptions,
): Promise<
  (event: unknown, context: { canonical: CloudEventOf<string, unknown>; key: string }) => Promise<void>
>;

export interface PublishBodyOptions {
  /** Default: `"hooks.in"`. */
  subject?: string;
  /** The header fields that are kept beside `Content-Type`, such as one that names the event. Default: none. */
  headers?: readonly string[];
  /** The `Nats-Msg-Id` of a body, such as the id of a delivery in a header or a digest of the body. Default: none. */
  id?(headers: HeaderFields, rawBody: Uint8Array): string | undefined;
  /** How long the stream may take to acknowledge, in milliseconds. Default: that of the connection. */
  timeout?: number;
}

/**
 * Creates an `onEvent` that publishes the body as it arrived, unread: for {@link consume} and {@link check}. `verify` is
 * called before it, the other options about events are not used.
 *
 * @example
 * ```js
 * const receive = webhook(await publishBody(connection, { subject: "hooks.seam" }), { verify });
 * ```
 */
export function publishBody(
  connection: NatsConnection,
  options?: PublishBodyOptions,
): Promise<(rawBody: any, context: { headers: HeaderFields }) => Promise<void>>;

/** Options of the workers. */
export interface WorkerOptions<Lens extends AnyLens = OwnLens> extends QueueOptions<JetStreamMessage, Lens> {
  /** The stream. It must exist. */
  stream: string;
  /** The name of the durable consumer, which all workers that share the work name. It is created unless it exists. */
  durable: string;
  /** Only messages of this subject; for a consumer that is created. Default: all of the stream. */
  subject?: string;
  /**
   * After how many milliseconds without a sign of life the server gives a message to another worker; for a consumer that is
   * created. A sign is sent three times as often, however long your function takes. Default: 30,000.
   */
  ackWait?: number;
}

export interface ConsumeOptions<Lens extends AnyLens = OwnLens> extends WorkerOptions<Lens> {
  /**
   * What the subjects of dead letters start with, before the subject of the message. A stream must have them. Default:
   * `"dead"`. Not used with `onDeadLetter`.
   */
  deadLetters?: string;
}

export interface CheckOptions<Lens extends AnyLens = OwnLens> extends WorkerOptions<Lens> {
  /**
   * What the subjects of verdicts start with: they are `<checked>.<status>.<provider>.<type>`, with `-` for what is not
   * known. A stream must have them. Default: `"checked"`.
   */
  checked?: string;
}

/** A worker that runs. */
export interface Worker {
  /** Takes nothing more, and resolves when all that it has begun is done. Call it on SIGTERM, then `connection.drain()`. */
  stop(): Promise<void>;
  /** Resolves when it has stopped. */
  readonly closed: Promise<void>;
}

/** Where a message came from, with its body. */
export interface Origin {
  stream: string;
  sequence: number;
  subject: string;
  headers: HeaderFields;
  /** The body as text. */
  body?: string;
  /** The body, if it is not UTF-8. */
  body_base64?: string;
}

/** The JSON of a dead letter. */
export interface DeadLetter extends Origin {
  problem: ProblemDetails;
  /** How often it was delivered. */
  attempts: number;
}

/** The JSON of a verdict. */
export interface Verdict extends Origin {
  /** What `validate` says. */
  report: Report;
  /** What `normalize` says, if the body is valid. */
  events: CloudEventOf<string, unknown>[];
}

/** What your function gets beside a CloudEvent. */
export interface CloudEventContext<Lens extends AnyLens = OwnLens> {
  /** Its `source` and `id` in one line of ASCII. */
  readonly key: string;
  /** The report on the body that it came in; absent if the message was a CloudEvent already. */
  readonly report?: ReportOf<Lens>;
  /** The payload of the message. */
  readonly rawBody: Uint8Array;
  readonly headers: HeaderFields;
  /** A `JsMsg` of `@nats-io/jetstream`. It is acknowledged for you. */
  readonly message: JetStreamMessage;
}

/**
 * Starts a worker that handles the events of a stream: CloudEvents, as {@link publish} publishes them, and those in bodies
 * as they arrived, which it checks first. Your function gets CloudEvents in both cases. A message is acknowledged when your
 * function is done, comes again after a delay that grows if it throws, and is set aside if it is not valid.
 *
 * @example
 * ```js
 * const worker = await consume(connection, (event) => console.log(event.type), { stream: "hooks", durable: "billing" });
 * process.once("SIGTERM", () => worker.stop().then(() => connection.drain()));
 * ```
 */
export function consume<Lens extends AnyLens = OwnLens>(
  connection: NatsConnection,
  onEvent: (event: CloudEventOfLens<Lens>, context: CloudEventContext<Lens>) => MaybePromise<unknown>,
  options: ConsumeOptions<Lens>,
): Promise<Worker>;

/**
 * Starts a worker that checks the bodies of a stream, whatever they are, and publishes each with its verdict.
 *
 * @example
 * ```js
 * await check(connection, { stream: "hooks", durable: "check" });
 * ```
 */
export function check<Lens extends AnyLens = OwnLens>(
  connection: NatsConnection,
  options: CheckOptions<Lens>,
): Promise<Worker>;
