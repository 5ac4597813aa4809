/**
 * Webhooks for node:http and what builds on it: Express, Fastify.
 *
 * @packageDocumentation
 */
import type { OnEvent, OwnLens, WebhookOptions } from "./handler.js";
import type { AnyLens } from "./index.js";

export type * from "./handler.js";

/** What is used of a request: an `IncomingMessage` fits, and what Express makes of it. */
export interface NodeRequest {
  method?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  httpVersionMajor: number;
  readableEnded: boolean;
  readableDidRead: boolean;
  on(event: string, listener: (...args: any[]) => void): unknown;
}

/** What is used of a response: a `ServerResponse` fits. */
export interface NodeResponse {
  headersSent: boolean;
  writeHead(status: number, headers?: any): any;
  end(body?: any): unknown;
}

/**
 * Makes a listener of node:http, which is a handler of Express too: it answers 204 once `onEvent` has had
 * every event, or what is wrong; nothing where `onEvent` has answered by itself. What `onEvent` or a
 * hook throws goes to `next`; without one it is logged, and answered with 500.
 *
 * It reads the raw body. Where a body parser has done so before, it takes `request.rawBody` or the bytes
 * of `express.raw()`; a body that is parsed and gone is an error that says so.
 *
 * @example
 * ```js
 * app.post("/webhook", webhook((event) => console.log(event.id), { verify })); // Express
 * ```
 */
export function webhook<
  Request extends NodeRequest = NodeRequest,
  Response extends NodeResponse = NodeResponse,
  Lens extends AnyLens = OwnLens,
>(
  onEvent: OnEvent<{ request: Request; response: Response }, Lens>,
  options?: WebhookOptions<Lens>,
): (request: Request, response: Response, next?: (error?: any) => void) => Promise<void>;

/**
 * Makes a plugin of Fastify with one route, `POST` at `url` (default `"/"`, after the `prefix`), whose
 * body only HookLens reads. What `onEvent` or a hook throws goes to Fastify's error handler.
 *
 * @example
 * ```js
 * app.register(fastifyWebhook((event) => console.log(event.id), { verify }), { url: "/webhook" });
 * ```
 */
export function fastifyWebhook<Lens extends AnyLens = OwnLens>(
  onEvent: OnEvent<{ request: any; reply: any }, Lens>,
  options?: WebhookOptions<Lens>,
): (instance: any, options: { url?: string }) => Promise<void>;
