/**
 * Webhook handlers for servers with `Request` and `Response`: Hono, Next route handlers, Workers, Deno, Bun.
 *
 * @packageDocumentation
 */
import type { OnEvent, WebhookOptions } from "./handler.js";

export type * from "./handler.js";

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
export function webhook(
  onEvent: OnEvent<{ request: Request }>,
  options?: WebhookOptions,
): (request: Request) => Promise<Response>;
