/**
 * Webhook handlers for node:http, Express and Fastify.
 *
 * @packageDocumentation
 */
import type { OnEvent, OwnLens, WebhookOptions } from "./handler.js";
import type { AnyLens } from "./index.js";

export type * from "./handler.js";

/** The parts of a request that are used: an `IncomingMessage` fits, as does a request of Express. */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  httpVersionMajor: number;
  readableEnded: boolean;
  readableDidRead: boolean;
  on(event: string, listener: (...args: any[]) => void): unknown;
}

/** The parts of a response that are used: a `ServerResponse` fits. */
export interface NodeResponse {
  headersSent: boolean;
  writeHead(status: number, headers?: any): any;
  end(body?: any): unknown;
}

/**
 * Creates a listener for node:http, which is also an Express handler. It answers with 204 once `onEvent` has
 * handled every event, or with what is wrong; if `onEvent` has answered already, it sends nothing. What
 * `onEvent` or a hook throws goes to `next`; without `next` it is logged, and the answer is 500.
 *
 * It reads the raw body. If a body parser has read it already, it takes `request.rawBody` or the bytes of
 * `express.raw()`; if the parser has not kept the bytes, it fails with an error that says so.
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
 * Creates a Fastify plugin with one route: `POST` at `url` (default `"/"`, after the `prefix`). It reads the
 * body of that route only. What `onEvent` or a hook throws goes to Fastify's error handler.
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
