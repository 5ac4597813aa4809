/**
 * Webhook handlers for servers with `Request` and `Response`: Hono, Next route handlers, Workers, Deno, Bun.
 *
 * @packageDocumentation
 */
import type { OnEvent, OwnLens, WebhookOptions } from "./handler.js";
import type { AnyLens } from "./index.js";

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
export function webhook<Lens extends AnyLens = OwnLens>(
  onEvent: OnEvent<{ request: Request }, Lens>,
  options?: WebhookOptions<Lens>,
): (request: Request) => Promise<Response>;
