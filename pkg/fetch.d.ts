/**
 * Webhook handlers for servers with `Request` and `Response`: Hono, Next route handlers, Workers, Deno, Bun; and for
 * Cloudflare Queues.
 *
 * @packageDocumentation
 */
import type { OnEvent, OwnLens, WebhookOptions } from "./handler.js";
import type { AnyLens } from "./index.js";
import type { QueueOptions } from "./queue.js";

export type * from "./handler.js";
export type * from "./queue.js";

/** The parts of a message of Cloudflare Queues that are used. */
export interface QueueMessage {
  readonly id: string;
  /** Text, bytes, or what was sent as JSON. */
  readonly body: unknown;
  readonly attempts: number;
  ack(): void;
  retry(options?: { delaySeconds?: number }): void;
}

/**
 * Creates a handler that answers a `Request`: with 204 once `onEvent` has handled every event, or with what is
 * wrong. It rejects with whatever `onEvent` or a hook throws.
 *
 * @example
 * ```js
 * const receive = webhook((event) => console.log(event.id), { verify });
 * app.post("/webhook", (c) => receive(c.req.raw)); // Hono
 * export const POST = receive;                     // Next
 * ```
 */
export function webhook<Lens extends AnyLens = OwnLens>(
  onEvent: OnEvent<{ request: Request }, Lens>,
  options?: WebhookOptions<Lens>,
): (request: Request) => Promise<Response>;

/**
 * Creates a handler of the batches of Cloudflare Queues. Each message is acknowledged or comes again by itself, after a
 * delay that grows. One that is to be set aside goes to `onDeadLetter`; without that it comes again until the queue moves it
 * to its dead letter queue.
 *
 * @example
 * ```js
 * export default { queue: queue((event, { env }) => env.DB.put(event.id, "seen")) };
 * ```
 */
export function queue<
  Message extends QueueMessage = QueueMessage,
  Env = unknown,
  Lens extends AnyLens = OwnLens,
>(
  onEvent: OnEvent<{ message: Message; env: Env; context: unknown }, Lens>,
  options?: QueueOptions<Message, Lens>,
): (batch: { readonly messages: readonly Message[] }, env?: Env, context?: unknown) => Promise<void>;
