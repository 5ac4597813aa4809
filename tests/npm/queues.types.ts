// Compiled, never run: the types of outcomes, claims and the consumers of queues. types.test.mjs compiles it again without
// the lines that expect an error.
import { createHookLens, type CloudEvent, type EventId, type KnownEvent, type Report } from "hooklens";
import { queue as cloudflareQueue, webhook as fetchWebhook, type QueueMessage } from "hooklens/fetch";
import {
  webhook,
  type Claims,
  type Outcome,
  type OutcomeRecord,
  type WebhookOptions,
} from "hooklens/handler";
import { queue as sqsQueue, webhook as lambdaWebhook } from "hooklens/lambda";
import {
  check,
  consume,
  publish,
  publishBody,
  type DeadLetter,
  type JetStreamMessage,
  type NatsConnection,
  type Verdict,
  type Worker,
} from "hooklens/nats";
import { webhook as nodeWebhook } from "hooklens/node";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function is<_ extends true>(): void;

// ---- claims

const claims: Claims = {
  claim: async (key, lease, owner) => (key.length + lease > owner.length ? "claimed" : "busy"),
  complete: (key) => key,
  release: async () => {},
};
webhook(() => {}, { dedupe: claims, lease: 5_000 });
webhook(() => {}, { dedupe: (id) => id.length > 5 });
webhook(() => {}, { dedupe: async () => true });
// @ts-expect-error: no such claim
webhook(() => {}, { dedupe: { ...claims, claim: () => "taken" } });
// @ts-expect-error: without release
webhook(() => {}, { dedupe: { claim: claims.claim, complete: claims.complete } });

// ---- options of handlers

const options: WebhookOptions = {
  invalidStatus: 202,
  onInvalid: (report, headers, rawBody) => {
    is<Same<typeof report, Report>>();
    is<Same<typeof rawBody, Uint8Array>>();
    headers["x"]?.trim();
  },
  prototypeKeys: "keep",
  unwrap: true,
  timeout: 0,
  handshakes: { cloudEvents: { origins: ["example.com"], rate: 120 }, hub: { verifyToken: "token" } },
  onSubscription: ({ SubscribeURL, Type }) => {
    is<Same<typeof Type, "SubscriptionConfirmation" | "UnsubscribeConfirmation">>();
    SubscribeURL.trim();
  },
  onOutcome: ({ outcome, events, durations, bytes, status, action, error }) => {
    is<Same<typeof outcome, Outcome>>();
    is<Same<typeof events, string[]>>();
    is<Same<typeof status, number | undefined>>();
    is<Same<typeof action, "ack" | "retry" | "dead-letter" | undefined>>();
    is<Same<typeof error, unknown>>();
    (durations.total + bytes).toFixed();
    // @ts-expect-error: it need not have happened
    durations.verify.toFixed();
  },
};
nodeWebhook((event, { key }) => {
  is<Same<typeof event, KnownEvent>>();
  is<Same<typeof key, string>>();
}, options);
fetchWebhook(() => {}, { ...options, handshakes: { cloudEvents: { origins: "*" } } });
// @ts-expect-error: not all of them
fetchWebhook(() => {}, { handshakes: { cloudEvents: { origins: "example.com" } } });
// @ts-expect-error: neither of the two
fetchWebhook(() => {}, { prototypeKeys: true });
// @ts-expect-error: a queue's option
fetchWebhook(() => {}, { attempts: 5 });
declare const record: OutcomeRecord;
// @ts-expect-error: no such outcome
if (record.outcome === "ok") void 0;

// ---- Lambda

const lambda = lambdaWebhook((event, { request }) => {
  is<Same<typeof event, KnownEvent>>();
  request.headers["x"]?.trim();
}, options);
lambda({ headers: {}, body: null }).then(({ statusCode, body }) => [statusCode.toFixed(), body.trim()]);
const sqs = sqsQueue(
  (event, { message, canonical }) => {
    is<Same<typeof event, KnownEvent>>();
    is<Same<typeof canonical, CloudEvent>>();
    message.messageId.trim();
  },
  {
    attempts: 5,
    onDeadLetter: ({ body }, { status }, report) => [body.trim(), status.toFixed(), report?.status],
  },
);
sqs({ Records: [{ messageId: "1", body: "{}" }] }).then(({ batchItemFailures: [failure] }) =>
  failure?.itemIdentifier.trim(),
);
// @ts-expect-error: no records
sqs({});
// @ts-expect-error: an endpoint's option
sqsQueue(() => {}, { invalidStatus: 202 });

// ---- Cloudflare Queues

interface Env {
  DB: { put(key: string): Promise<void> };
}
declare const batch: { readonly messages: readonly QueueMessage[] };
cloudflareQueue<QueueMessage, Env>((event, { env, message }) => {
  is<Same<typeof event.id, EventId>>();
  is<Same<typeof message.body, unknown>>();
  return env.DB.put(event.id);
})(batch, { DB: { put: async () => {} } });
// @ts-expect-error: no messages
cloudflareQueue(() => {})({});
// @ts-expect-error: not both
cloudflareQueue(() => {}, { backoff: { first: 5 } });

// ---- NATS

declare const connection: NatsConnection;
nodeWebhook(await publish(connection, { mode: "binary", subject: ({ type }) => type }));
nodeWebhook(await publishBody(connection, { headers: ["x-event"], id: (headers) => headers["x-id"] }));
// @ts-expect-error: no such mode
publish(connection, { mode: "batch" });
const worker = await consume(
  connection,
  (event, { message, key, report }) => {
    is<Same<typeof event, CloudEvent>>();
    is<Same<typeof message, JetStreamMessage>>();
    is<Same<typeof report, Report | undefined>>();
    if (event.type === "com.paybook.credentials.created") event.data.credential_id.trim();
    key.trim();
  },
  { stream: "hooks", durable: "billing", dedupe: claims, deadLetters: "dead", ackWait: 5_000 },
);
is<Same<typeof worker, Worker>>();
worker.stop().then(() => connection.drain());
// @ts-expect-error: of which stream?
consume(connection, () => {}, { durable: "billing" });
// @ts-expect-error: there is no handler
consume(connection, { stream: "hooks", durable: "billing" });
check(connection, { stream: "hooks", durable: "check", checked: "seen" });
// @ts-expect-error: it has none
check(connection, { stream: "hooks", durable: "check", deadLetters: "dead" });

const lens = createHookLens<{ "acme/ping": { at: number } }>({ builtIn: false });
consume(connection, ({ data }) => is<Same<typeof data, unknown>>(), {
  stream: "hooks",
  durable: "acme",
  lens,
});

declare const letter: DeadLetter;
letter.problem.errors?.[0]?.pointer.trim();
// @ts-expect-error: it may be no text
letter.body.trim();
declare const verdict: Verdict;
is<Same<typeof verdict.report, Report>>();
