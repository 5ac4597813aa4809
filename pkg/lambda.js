// Webhooks for AWS Lambda: behind a function URL or an API Gateway, and from SQS.
import { deliveriesTo } from "./delivery.js";
import { Endpoint } from "./http.js";
import { Consumer, eachOf } from "./queue.js";

/** A handler of requests: of a function URL, of an HTTP API (version 2.0 or 1.0) or of a REST API. */
export function webhook(onEvent, options) {
  const endpoint = new Endpoint(deliveriesTo(onEvent), options);
  return async function handler(request, invocation) {
    const { status, headers, body } = await endpoint.answer(deliveryOf(request), { request, invocation });
    return { statusCode: status, headers, body };
  };
}

/** A handler of SQS's batches, which says what of a batch is to come again. */
export function queue(onEvent, options) {
  const consumer = new Consumer(onEvent, options);
  return async function handler(batch, invocation) {
    const failures = [];
    await eachOf(groupsOf(batch), consumer.settings.concurrency, async (records) => {
      let isInOrder = true;
      for (const record of records) {
        // After one that has to come again, the rest of its group would overtake it.
        isInOrder &&= await isDone(consumer, record, invocation);
        if (!isInOrder) failures.push({ itemIdentifier: record.messageId });
      }
    });
    return { batchItemFailures: failures };
  };
}

async function isDone(consumer, record, invocation) {
  let done = false;
  const comesAgain = () => (done = false);
  await consumer.process(
    messageOf(record),
    { message: record, invocation },
    {
      ack: () => (done = true),
      // When, says the queue: by its visibility timeout; and when it is to be given up, by its redrive policy.
      retry: comesAgain,
      deadLetter: comesAgain,
    },
  );
  return done;
}

/** The records in the groups of a FIFO queue, each in order; of any other, each for itself. */
function groupsOf({ Records: records }) {
  if (!Array.isArray(records)) throw new TypeError("expected an event of SQS, found one without Records");
  const groups = new Map();
  for (const record of records) {
    const group = record.attributes?.MessageGroupId ?? record;
    if (groups.has(group)) groups.get(group).push(record);
    else groups.set(group, [record]);
  }
  return [...groups.values()];
}

function messageOf({ body, attributes = {}, messageAttributes = {} }) {
  const headers = Object.entries(messageAttributes).map(([name, { stringValue }]) => [name, stringValue]);
  return {
    body,
    headers: Object.fromEntries(headers),
    attempts: Number(attributes.ApproximateReceiveCount ?? 1),
  };
}

function deliveryOf(request) {
  const { requestContext, httpMethod, headers, body, isBase64Encoded } = request;
  const method = requestContext?.http?.method ?? httpMethod;
  if (method === undefined) {
    throw new TypeError("expected an event of a function URL or an API Gateway, found one without a method");
  }
  const sent = body ?? "";
  return { method, headers, url: urlOf(request), body: isBase64Encoded ? Buffer.from(sent, "base64") : sent };
}

function urlOf({ rawPath, rawQueryString, path = "/", queryStringParameters }) {
  if (rawPath !== undefined) return `${rawPath}?${rawQueryString ?? ""}`;
  return `${path}?${new URLSearchParams(queryStringParameters ?? {})}`;
}
