/**
 * Webhook handlers for AWS Lambda: behind a function URL or an API Gateway, and from SQS.
 *
 * @packageDocumentation
 */
import type { OnEvent, OwnLens, WebhookOptions } from "./handler.js";
import type { AnyLens } from "./index.js";
import type { QueueOptions } from "./queue.js";

export type * from "./handler.js";
export type * from "./queue.js";

/**
 * The parts of a request that are used: an event of a function URL, of an HTTP API (payload format 2.0 or 1.0) or of a REST
 * API fits.
 */
export interface LambdaRequest {
  requestContext?: object | null;
  httpMethod?: string;
  rawPath?: string;
  rawQueryString?: string;
  path?: string;
  queryStringParameters?: Record<string, string | undefined> | null;
  headers: Record<string, string | undefined>;
  body?: string | null;
  isBase64Encoded?: boolean;
}

export interface LambdaAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** The parts of a record of SQS that are used. */
export interface SqsRecord {
  messageId: string;
  body: string;
  attributes?: object;
  messageAttributes?: Record<string, { stringValue?: string | undefined }>;
}

/** Which records of a batch come again. */
export interface SqsAnswer {
  batchItemFailures: { itemIdentifier: string }[];
}

/**
 * Creates a handler of requests. It answers with 204 once `onEvent` has handled every event, or with what is wrong. It
 * rejects with whatever `onEvent` or a hook throws, which Lambda answers with an error of the server.
 *
 * @example
 * ```js
 * export const handler = webhook((event) => console.log(event.id), { verify });
 * ```
 */
export function webhook<
  Request extends LambdaRequest = LambdaRequest,
  Invocation = unknown,
  Lens extends AnyLens = OwnLens,
>(
  onEvent: OnEvent<{ request: Request; invocation: Invocation }, Lens>,
  options?: WebhookOptions<Lens>,
): (request: Request, invocation?: Invocation) => Promise<LambdaAnswer>;

/**
 * Creates a handler of batches of SQS. Turn on `ReportBatchItemFailures` for its event source: only the records that could
 * not be handled come again, and of a FIFO queue those of the same group after them. When they come again is up to the
 * queue's visibility timeout. A record that is to be set aside goes to `onDeadLetter`; without that it comes again until the
 * queue's redrive policy moves it. Message attributes are the headers.
 *
 * @example
 * ```js
 * export const handler = queue((event) => console.log(event.id));
 * ```
 */
export function queue<
  Record extends SqsRecord = SqsRecord,
  Invocation = unknown,
  Lens extends AnyLens = OwnLens,
>(
  onEvent: OnEvent<{ message: Record; invocation: Invocation }, Lens>,
  options?: QueueOptions<Record, Lens>,
): (batch: { Records: Record[] }, invocation?: Invocation) => Promise<SqsAnswer>;
