/**
 * Webhooks for what speaks `Request` and `Response`: Hono, Next route handlers, Workers, Deno, Bun.
 *
 * @packageDocumentation
 */
import type { OnEvent, OwnLens, WebhookOptions } from "./handler.js";
import type { AnyLens } from "./index.js";

export type * from "./handler.js";

/**
 * Makes an endpoint that answers a `Request`: 204 once `onEvent` has had every event, or what is wrong.
 * What `onEvent` or a hook throws, it throws.
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
