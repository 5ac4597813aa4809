// Webhooks in NATS JetStream: events and bodies that are published as they arrive, and workers that check and handle
// them.
import { PayloadError } from "#hooklens";
import { cloudEventOf, isCloudEvent, messageOf } from "./cloud-event-message.js";
import { READER, Unreadable, readBody, readEvents, readingOf } from "./delivery.js";
import { details } from "./details.js";
import { hook, integer, optionsOf, text } from "./handler-options.js";
import { deliveryIdOf, fieldsOf, originOf, subjectOf } from "./nats-message.js";
import { asked, jetStreamOf } from "./nats-peer.js";
import { Worker } from "./nats-worker.js";
import { oneOf } from "./one-of.js";
import { Consumer } from "./queue.js";

const MILLISECONDS = integer(1, 0x7fffffff);
const NAMES = ["a list of names of header fields", isNames];

function isNames(value) {
  return Array.isArray(value) && value.every((name) => typeof name === "string" && name !== "");
}

const PUBLISH = {
  options: { prefix: text, subject: hook, mode: oneOf("structured", "binary"), timeout: MILLISECONDS },
  defaults: { prefix: "events", mode: "structured" },
};

const PUBLISH_BODY = {
  options: { subject: text, headers: NAMES, id: hook, timeout: MILLISECONDS },
  defaults: { subject: "hooks.in", headers: [] },
};

const WORKER = { stream: text, durable: text, subject: text, ackWait: integer(100, 0x7fffffff) };

const CONSUME = {
  options: { ...WORKER, deadLetters: text },
  defaults: { ackWait: 30_000, deadLetters: "dead" },
};

const CHECK = {
  options: { ...WORKER, checked: text },
  defaults: { ackWait: 30_000, checked: "checked" },
};

/** An `onEvent` that publishes each event as a CloudEvent, and is done when the stream has it. */
export async function publish(connection, options) {
  const settings = optionsOf(options, PUBLISH);
  const { client, headers } = await jetStreamOf(connection);
  const { prefix, mode, timeout, subject = ({ type }) => subjectOf(prefix, type) } = settings;
  return async function publishEvent(event, { canonical, key }) {
    const { fields, payload } = messageOf(canonical, mode);
    const sent = { msgID: key, headers: headersOf(headers, fields), ...(timeout && { timeout }) };
    await client.publish(subject(canonical), payload, sent);
  };
}

/** An `onEvent` that publishes the body as it arrived, unread. */
export async function publishBody(connection, options) {
  const { subject, headers: kept, id, timeout } = optionsOf(options, PUBLISH_BODY);
  const { client, headers } = await jetStreamOf(connection);
  const names = ["content-type", ...kept.map((name) => name.toLowerCase())];
  async function publishRaw(rawBody, { headers: all }) {
    const fields = Object.fromEntries(names.filter((name) => all[name]).map((name) => [name, all[name]]));
    const msgID = id?.(all, rawBody);
    const sent = {
      headers: headersOf(headers, fields),
      ...(msgID && { msgID }),
      ...(timeout && { timeout }),
    };
    await client.publish(subject, rawBody, sent);
  }
  publishRaw[READER] = readBody;
  return publishRaw;
}

/** A worker that handles the events of a stream: CloudEvents, and those in bodies as they arrived. */
export async function consume(connection, onEvent, options) {
  if (typeof onEvent !== "function")
    throw new TypeError(`expected onEvent as a function, found ${typeof onEvent}`);
  const handle = (event, context) => onEvent(event, context);
  handle[READER] = readCloudEvents;
  const consumer = new Consumer(handle, options, CONSUME);
  const jetStream = await jetStreamOf(connection);
  const { deadLetters, onDeadLetter } = consumer.settings;
  if (!onDeadLetter) await expectStream(jetStream, subjectOf(deadLetters, "x"));
  return workerOf(jetStream, consumer, async (message, problem) => {
    const letter = { problem, attempts: message.info.deliveryCount, ...originOf(message) };
    const subject = subjectOf(deadLetters, message.subject);
    await jetStream.client.publish(subject, JSON.stringify(letter), { msgID: deliveryIdOf(message) });
  });
}

/** A worker that checks the bodies of a stream, and publishes each with its verdict. */
export async function check(connection, options) {
  const jetStream = await jetStreamOf(connection);
  async function publishVerdict({ report, events }, { message }) {
    const { checked } = consumer.settings;
    const [{ provider = "-", type = "-" } = {}] = report.events;
    const verdict = { report, events, ...originOf(message) };
    const subject = subjectOf(checked, report.status, provider, type);
    await jetStream.client.publish(subject, JSON.stringify(verdict), { msgID: deliveryIdOf(message) });
  }
  publishVerdict[READER] = readVerdict;
  const consumer = new Consumer(publishVerdict, options, CHECK);
  await expectStream(jetStream, subjectOf(consumer.settings.checked, "valid", "x"));
  // A verdict that cannot be published comes again, however often.
  return workerOf(jetStream, consumer, () => Promise.reject(new Error("the verdict could not be published")));
}

async function workerOf({ client, manager }, consumer, deadLetter) {
  const { settings } = consumer;
  const { stream, durable, subject, ackWait } = settings;
  for (const [name, value] of Object.entries({ stream, durable })) {
    if (value === undefined) throw new TypeError(`expected options.${name} as ${text[0]}, found undefined`);
  }
  await addConsumer(manager, stream, durable, {
    ack_policy: "explicit",
    ack_wait: ackWait * 1_000_000,
    max_deliver: -1,
    ...(subject !== undefined && { filter_subject: subject }),
  });
  const pulled = await asked(() => client.consumers.get(stream, durable));
  return new Worker(pulled, settings, (message) =>
    consumer.process(
      deliveryOf(message),
      { message },
      {
        ack: () => message.ackAck(),
        retry: (delay) => message.nak(delay),
        deadLetter: async (problem) => {
          await deadLetter(message, problem);
          await message.ackAck();
        },
      },
    ),
  );
}

/** What is there stays as it is. */
async function addConsumer(manager, stream, durable, config) {
  try {
    await asked(() => manager.consumers.info(stream, durable));
  } catch (error) {
    if (error.name === "StreamNotFoundError")
      throw new Error(`expected a stream named ${stream}, found none`, { cause: error });
    if (error.name !== "ConsumerNotFoundError") throw error;
    await asked(() => manager.consumers.add(stream, { durable_name: durable, ...config }));
  }
}

async function expectStream({ manager }, subject) {
  try {
    await asked(() => manager.streams.find(subject));
  } catch (cause) {
    const words = `expected a stream with the subject ${subject.split(".")[0]}.>, found none`;
    throw cause.message === "no stream matches subject" ? new Error(words, { cause }) : cause;
  }
}

function deliveryOf({ data, headers, info }) {
  return { body: data, headers: fieldsOf(headers), attempts: info.deliveryCount };
}

function headersOf(make, fields) {
  const all = make();
  for (const [name, value] of Object.entries(fields)) all.set(name, value);
  return all;
}

/** CloudEvents, of whichever form a message is. */
function readCloudEvents(settings, rawBody, fields) {
  if (!isCloudEvent(fields)) return readEvents(settings, rawBody, fields).map(canonicalPart);
  try {
    const events = [cloudEventOf(rawBody, fields)];
    return [{ events, canonical: events, report: undefined }];
  } catch (error) {
    throw new Unreadable("invalid", details(422, error.message), error);
  }
}

function canonicalPart(part) {
  return { events: part.canonical, canonical: part.canonical, report: part.report };
}

/** What one process would say of a body, and its events where they are in order. */
function readVerdict(settings, rawBody, fields) {
  const { lens, options } = readingOf(settings, fields);
  const report = lens.validate(rawBody, options);
  return [{ events: [{ report, events: report.valid ? canonicalOf(lens, rawBody, options) : [] }], report }];
}

/** What registers webhooks is valid, and no event. */
function canonicalOf(lens, rawBody, options) {
  try {
    return lens.normalize(rawBody, options);
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error;
    return [];
  }
}
