/**
 * HookLens tells which webhook event a JSON body is, everything that is wrong
 * with it and where, and what it means in one common form.
 *
 * ```js
 * import { validate } from "hooklens";
 *
 * const report = validate('{"event":"refresh"}');
 * report.status;          // "invalid"
 * report.events[0].id;    // "paybook/refresh"
 * report.problems.length; // 8: every field that is missing, at once
 * ```
 *
 * @packageDocumentation
 */
import type { CloudEvent, CloudEventOf, EventId, KnownEvent, ProblemCode } from "./events.js";

export type * from "./events.js";

/**
 * What arrives: raw text, raw bytes (UTF-8; a `Buffer` is a `Uint8Array`), or decoded JSON (a plain object
 * or an array). Pass the raw body if you have it: decoded JSON has lost its positions, its duplicate keys and
 * the digits of its large numbers.
 */
export type Body = string | Uint8Array | ArrayBuffer | object;

/** Limits on what is read. A body that exceeds one is reported as `too-large` or `too-deep`. */
export interface Limits {
  /** The largest body, in bytes of UTF-8. Default: 16 MiB (16,777,216). */
  maxBytes?: number;
  /** The most nested objects and arrays. Default: 128. */
  maxDepth?: number;
}

/** Options of {@link validate}, {@link parse}, {@link normalize}, {@link provenance} and {@link unwrap}. */
export interface Options extends Limits {
  /**
   * What you know about the body from elsewhere: a header, a topic, a command-line option.
   * An exact id, such as `"seam/lock.locked"`, decides: the body is checked against that event type, whatever
   * it looks like. A type, or the first words of one, narrows the choice: `"lock.locked"`, `"Lock Locked"` and
   * `"lock"` all work, because case and separators do not matter. If nothing fits, the status is `"unknown"`.
   */
  event?: string;
}

/** The verdict on a whole body; what a handler acts on. */
export type Status = "valid" | "invalid" | "unknown" | "malformed";

/** What HookLens found out about a body. */
export interface Report<Id extends string = EventId> {
  /**
   * - `"valid"`: a known event without errors; it may have warnings. Go on.
   * - `"invalid"`: a known event with errors, or one inside something else. Answer 422.
   * - `"unknown"`: JSON, but no known event. Answer 2xx: a new event type must not break a handler.
   * - `"malformed"`: not JSON, not UTF-8, or over a limit. Answer 400.
   */
  status: Status;
  /** `status === "valid"`. */
  valid: boolean;
  /** The recognized events, in body order. */
  events: RecognizedEvent<Id>[];
  /**
   * If the body is ambiguous, every event type that fits; if the event's name or its fields are misspelled, the event
   * types that are near-certainly meant; otherwise empty.
   */
  candidates: Id[];
  /** Everything that is wrong, in text order; at most 100 problems. */
  problems: Problem[];
  /** How many problems `problems` leaves out; absent if it lists them all. */
  omitted?: number;
}

/** The provider in an event's id. */
export type ProviderOf<Id extends string> = Id extends `${infer Provider}/${string}` ? Provider : string;

/** An event recognized in a body. */
export interface RecognizedEvent<Id extends string = EventId> {
  /** `provider/type`, such as `"paybook/credentials.created"`. */
  id: Id;
  provider: ProviderOf<Id>;
  /** The event's name on the wire, in its canonical spelling. */
  type: string;
  /** A short title for people. */
  title: string;
  /** RFC 6901 pointer: `""` for a flat body, `"/events/0"` in an envelope. */
  pointer: string;
}

/** Something wrong with a body, and where. */
export interface Problem {
  code: ProblemCode;
  /** Only errors change the status; a warning never does. */
  severity: "error" | "warning";
  /** One sentence: expected X, found Y. It may quote a value of the body. */
  message: string;
  /** RFC 6901 pointer to the value, or to the missing field; `""` is the root. */
  pointer: string;
  /** Where it is in the text; `null` only if the body was already decoded. */
  span: Span | null;
  /** What was expected, in words. It never quotes a value of the body. */
  expected?: string;
  /** What is there instead, in words. It may quote a value of the body. */
  found?: string;
  /**
   * The field that it is about, for programs: the one that is missing or was meant, or the key of an
   * unexpected field.
   */
  field?: string;
  /** The allowed values, if there is a list of them. */
  allowed?: string[];
  /** The name or value that was meant, if that is near-certain. */
  suggestion?: string;
  /** An explanation or advice, if it is near-certain. */
  hint?: string;
  /** The text edit that makes this problem go away, if it is near-certain; never for a decoded body. */
  fix?: Fix;
}

/**
 * A half-open stretch of the body's text, in UTF-16 code units: `body.slice(start, end)` is the text.
 * For bytes, `body` is their text decoded as UTF-8, with the byte order mark if there is one.
 */
export interface Span {
  start: number;
  end: number;
  /** The line of `start`; the first line is 1. */
  line: number;
  /** The column of `start`, in UTF-16 code units; the first column is 1. */
  column: number;
}

/**
 * A text edit: `body.slice(0, start) + text + body.slice(end)`. Offsets as in {@link Span}.
 * The fixes of one report do not overlap; apply them from the last to the first.
 */
export interface Fix {
  /** What it does, as the label of a button. */
  title: string;
  start: number;
  end: number;
  text: string;
}

/**
 * Tells which event a body is and everything that is wrong with it.
 *
 * It never throws because of what a body contains: it always returns a report.
 *
 * @throws {TypeError} if `body` is not text, bytes or a decoded JSON object or array, or if an option is
 * invalid.
 *
 * @example
 * ```js
 * const body = '{"event":"refresh","id_usr":"5e751d54d0510472295413b3"}';
 * const [problem] = validate(body).problems.filter((p) => p.code === "misspelled-field");
 * problem.hint;                                             // "did you mean `id_user`?"
 * body.slice(problem.span.start, problem.span.end);         // '"id_usr"'
 * ```
 */
export function validate(body: Body, options?: Options): Report;

/** What {@link parse} returns. */
export interface ParsedBody {
  /** In body order. A union discriminated by `id`: checking `id` narrows `payload`. */
  events: KnownEvent[];
}

/**
 * Reads a valid body into typed events, with their payloads exactly as they were sent.
 *
 * @throws {PayloadError} unless the body's status is `"valid"`.
 * @throws {TypeError} as {@link validate} does.
 *
 * @example
 * ```js
 * for (const event of parse(body).events) {
 *   if (event.id === "paybook/refresh") console.log(event.payload.endpoints.accounts);
 * }
 * ```
 */
export function parse(body: Body, options?: Options): ParsedBody;

/**
 * Returns one CloudEvents 1.0 event for each event of a valid body. The same news has the same form, whichever
 * provider or version sent it.
 *
 * @throws {PayloadError} unless the body's status is `"valid"`, and also for a webhook subscription or
 * registration request, which is not an event.
 * @throws {TypeError} as {@link validate} does.
 *
 * @example
 * ```js
 * const [event] = normalize(body);
 * event.type;    // "com.paybook.credentials.created"
 * event.data.is_executing; // true
 * ```
 */
export function normalize(body: Body, options?: Options): CloudEvent[];

/** Where the parts of a CloudEvent came from. */
export interface Provenance {
  /**
   * One for each part of the CloudEvent that has no parts itself, in the order of the CloudEvent; at most 100,000.
   * Where their pointers would be several megabytes together, objects and arrays come as a whole.
   */
  origins: Origin[];
}

/** Where a part of a CloudEvent came from. */
export interface Origin {
  /** RFC 6901 pointer in the CloudEvent: `"/time"`, `"/data/user_id"`. */
  pointer: string;
  /**
   * Why it says what it says.
   *
   * - `"value"`: the body says it, in another spelling perhaps.
   * - `"constant"`: it is the same for every event of its provider.
   * - `"event-type"`: it says which event type it is.
   * - `"content"`: it is a hash of all that the event says.
   */
  kind: "value" | "constant" | "event-type" | "content";
  /**
   * Where in the body: the value itself; several where places say the same or it is put together of them; for
   * `"event-type"` the event's name, if it has one; otherwise none.
   */
  from: {
    /** RFC 6901 pointer in the body. */
    pointer: string;
    /** Where in its text; `null` only if the body was already decoded. */
    span: Span | null;
  }[];
}

/**
 * Returns where each part of what {@link normalize} gives came from: one for each CloudEvent, in the same order.
 *
 * @throws {PayloadError} as {@link normalize} does.
 * @throws {TypeError} as {@link validate} does.
 *
 * @example
 * ```js
 * const [{ origins }] = provenance(body);
 * const { kind, from } = origins.find(({ pointer }) => pointer === "/data/user_id");
 * kind; // "value"
 * from.length > 0; // true
 * ```
 */
export function provenance(body: Body, options?: Options): Provenance[];

/** What {@link unwrap} finds: an event inside a body, or several in their provider's envelope. */
export interface Wrapped<Id extends string = EventId> {
  /**
   * RFC 6901 pointer into the body: what the event is in, or what it is itself; `""` if the body is text and not
   * JSON.
   */
  pointer: string;
  /**
   * The way to the event, from the outside in; never empty. Each `pointer` is into what the step before came to.
   *
   * - `"json"`: the event stands there as JSON.
   * - `"text"`: a string, or other text, with JSON in it.
   * - `"base64"`, `"percent"` (`%7B%22…`): what a text stands for.
   * - `"form"` (`payload=…`): what a text stands for, its fields being the members of an object.
   */
  path: { pointer: string; encoding: "json" | "text" | "base64" | "form" | "percent" }[];
  /** Where in the body that is; `null` only if the body was already decoded. */
  span: Span | null;
  /** The event's own text. */
  text: string;
  /** The report on that text; its spans are places in `text`. */
  report: Report<Id>;
}

/**
 * Finds the events inside a body: in a queue's message, a proxy's request, a log line, a string that was encoded
 * twice. It returns them in their order, at most 10,000, and nothing if the body is an event itself.
 *
 * What is found is certain: it has the name and the fields of an event. `options.event` narrows what is looked for.
 * It never throws because of what a body contains.
 *
 * @throws {TypeError} as {@link validate} does.
 *
 * @example
 * ```js
 * const event = '{"event":"account.connection.created","connectionid":"b8efd63c-2ec8-422c-a3d6-f4bc398c671f"}';
 * const [found] = unwrap(JSON.stringify({ Records: [{ body: event }] }));
 * found.pointer;             // "/Records/0/body"
 * found.text === event;      // true
 * found.report.events[0].id; // "chift/account.connection.created"
 * ```
 */
export function unwrap(body: Body, options?: Options): Wrapped[];

/** Options of {@link redact}. */
export interface RedactOptions {
  /**
   * What tells which value becomes which: with the same key the same value becomes the same one in every call.
   * Whoever has the key can find out values by trying them, so make it long and random, and keep it. Default: random
   * bytes, new ones for each call.
   */
  key?: string;
  /** As in {@link Options}. */
  event?: string;
}

/**
 * Returns the same text with nothing personal in it, so that it can be put into a bug report. Ids, names, addresses,
 * codes, numbers, times and all other words are replaced by others of the same kind and length; names of fields and
 * events, and the values of enumerations, stay. The report on it is the same but for the values: every problem is at
 * the same offsets.
 *
 * A body that is no JSON is redacted as well, and so is what is encoded in it. `docs/redact.md` says what a redacted body still tells.
 *
 * @throws {TypeError} if `body` is no string, or if an option is invalid.
 *
 * @example
 * ```js
 * const body = '{"event":"refresh","id_user":"5e751d54d0510472295413b3"}';
 * const text = redact(body, { key: "a long random secret" });
 * text; // '{"event":"refresh","id_user":"2f759f29c9310482260806a2"}'
 * text.length === body.length; // true
 * validate(text).problems.length; // 7, as of the body itself
 * ```
 */
export function redact(body: string, options?: RedactOptions): string;

/** Thrown by {@link parse} and {@link normalize} if the body is not a valid event. */
export class PayloadError extends Error {
  name: "PayloadError";
  /**
   * The whole report; its ids are those of the lens that threw, if it was one. It may quote values of the body; `message`
   * never does, though it may name fields.
   */
  report: Report;
  constructor(report: Report, message?: string);
}

/** An event type of the catalog. */
export interface CatalogEntry<Id extends string = EventId> {
  readonly id: Id;
  readonly provider: ProviderOf<Id>;
  /** The event's name on the wire. */
  readonly type: string;
  /** A short title for people. */
  readonly title: string;
  /** `false` for what is not an event: a webhook subscription and its registration request. */
  readonly event: boolean;
  /** The provider's name for people. */
  readonly providerTitle: string;
  /** What it arrives in, such as `"Paybook Sync 3.1 envelope"`. */
  readonly envelopeTitle: string;
}

/**
 * Every event type that HookLens knows, in the order of the providers' documentation. `hooklens/catalog` has
 * everything known about them, including examples and schemas.
 */
export const catalog: readonly CatalogEntry[];

/** A document that describes events: OpenAPI 3, AsyncAPI 2 or 3, or JSON Schema. */
export interface CatalogSource {
  /** JSON as text or bytes, or decoded. Of what is decoded, problems have no places in the text. */
  document: string | Uint8Array | ArrayBuffer | object;
  /** The provider in the events' ids, as in `"github"`. Default: the document's title. */
  name?: string;
  /** The types of the events to load, also names of schemas in `components`. Default: all types in the document. */
  events?: readonly string[];
  /**
   * Whether a string that does not match its `format` is a warning or an error. Default: `"warn"`, unless the document
   * itself asks for errors.
   */
  formats?: "warn" | "assert";
  /**
   * With `"host"`, JavaScript's `RegExp` matches each `pattern` that cannot be matched in linear time: with look-around, a
   * back-reference or `\p{…}`. Such a pattern may take very long on some texts, so do this only with documents that you
   * trust. Default: such a pattern is a problem of the document.
   */
  patterns?: "host";
}

/** The options of {@link createHookLens}. */
export interface LensOptions {
  /** Documents with your events. A reference in one may lead to another by its `$id`. Default: none. */
  catalogs?: readonly CatalogSource[];
  /** Whether the lens also knows the events built into HookLens. Default: `true`. */
  builtIn?: boolean;
}

/** An event of a loaded catalog. */
export interface LoadedEvent<Id extends string = string, Payload = unknown> {
  id: Id;
  provider: ProviderOf<Id>;
  type: string;
  title: string;
  /** RFC 6901: where in the body it is. */
  pointer: string;
  /** Exactly as it was sent. */
  payload: Payload;
  /** What is around it in the body, where its document says that something is. */
  envelope?: unknown;
}

/**
 * The events of a lens, discriminated by `id`: those of `Events`, a map from ids to the types of payloads, and the
 * built-in ones. Without a map, `id` is a `string` and `payload` is `unknown`.
 */
export type LensEvent<Events = unknown, BuiltIn extends KnownEvent = KnownEvent> = unknown extends Events
  ? LoadedEvent
  : { [Id in keyof Events & string]: LoadedEvent<Id, Events[Id]> }[keyof Events & string] | BuiltIn;

/**
 * The map of events for {@link createHookLens}, of an OpenAPI document: `Webhooks` is the interface `webhooks` that
 * `openapi-typescript` generates, `Name` the name of the catalog.
 */
export type OpenApiEvents<Webhooks, Name extends string> = {
  [
    Type in keyof Webhooks & string as `${Name}/${Type extends `/${infer Rest}` ? Rest : Type}`
  ]: Webhooks[Type] extends {
    post: { requestBody?: { content: infer Content } };
  }
    ? Content extends { "application/json": infer Payload }
      ? Payload
      : Content[keyof Content]
    : unknown;
};

/** What `normalize` of a lens returns. The data of loaded events has no type. */
export type LensCloudEvent<Events = unknown> = unknown extends Events
  ? CloudEventOf<string, unknown>
  : [keyof Events] extends [never]
    ? CloudEvent
    : CloudEventOf<string, unknown>;

/** Any lens, whatever its events are. */
export interface AnyLens {
  readonly validate: (body: Body, options?: Options) => Report<string>;
  readonly parse: (body: Body, options?: Options) => { events: LoadedEvent[] };
  readonly normalize: (body: Body, options?: Options) => CloudEventOf<string, unknown>[];
  readonly unwrap: (body: Body, options?: Options) => Wrapped<string>[];
  readonly redact: (body: string, options?: RedactOptions) => string;
  readonly provenance: (body: Body, options?: Options) => Provenance[];
  readonly catalog: readonly CatalogEntry<string>[];
}

/** `validate`, `parse`, `normalize`, `provenance`, `unwrap`, `redact` and `catalog` for your own documents. You can destructure the functions. */
export interface HookLens<Events = unknown, BuiltIn extends KnownEvent = KnownEvent> {
  /** As {@link validate}. */
  readonly validate: (body: Body, options?: Options) => Report<LensEvent<Events, BuiltIn>["id"]>;
  /** As {@link parse}. */
  readonly parse: (body: Body, options?: Options) => { events: LensEvent<Events, BuiltIn>[] };
  /** As {@link normalize}. A loaded event has its payload as `data`, as it was sent, unless its document says more. */
  readonly normalize: (body: Body, options?: Options) => LensCloudEvent<Events>[];
  /** As {@link provenance}. */
  readonly provenance: (body: Body, options?: Options) => Provenance[];
  /** As {@link unwrap}. */
  readonly unwrap: (body: Body, options?: Options) => Wrapped<LensEvent<Events, BuiltIn>["id"]>[];
  /** As {@link redact}. */
  readonly redact: (body: string, options?: RedactOptions) => string;
  /** Every event type that the lens knows: first the loaded ones, in the order of their documents. */
  readonly catalog: readonly CatalogEntry<LensEvent<Events, BuiltIn>["id"]>[];
  /** The formats in the documents that HookLens does not know; nothing is checked against them. */
  readonly unknownFormats: readonly string[];
}

/**
 * Creates a lens: HookLens for the events of your own documents. It loads them at once, which takes a moment, so create
 * it once and keep it.
 *
 * @typeParam Events A map from the ids of events to the types of their payloads.
 * @throws {CatalogError} if something is wrong with a document.
 * @throws {TypeError} if an option is not what it should be.
 *
 * @example
 * ```js
 * const lens = createHookLens({
 *   catalogs: [
 *     {
 *       name: "acme",
 *       document: {
 *         title: "user.created",
 *         type: "object",
 *         required: ["user_id"],
 *         properties: { user_id: { type: "integer" } },
 *       },
 *     },
 *   ],
 * });
 * lens.catalog[0].id; // "acme/user-created"
 * const { problems } = lens.validate('{"user_id": "7"}', { event: "acme/user-created" });
 * problems[0].message; // 'expected an integer, found `"7"`'
 * ```
 */
export function createHookLens<Events = unknown>(
  options: LensOptions & { builtIn: false },
): HookLens<Events, never>;
export function createHookLens<Events = unknown>(options?: LensOptions): HookLens<Events>;

/** Something wrong with a document. */
export interface CatalogProblem extends Problem {
  /** The index of its source in `catalogs`. */
  source: number;
}

/**
 * Thrown by {@link createHookLens} if something is wrong with a document. Its message has the first problem, and says how
 * many more there are.
 *
 * @example
 * ```js
 * try {
 *   createHookLens({ catalogs: [{ name: "acme", document: '{"type": "text"}' }] });
 * } catch (error) {
 *   error.name; // "CatalogError"
 *   error.problems[0].pointer; // "/type"
 *   error.problems[0].span.column; // 10
 * }
 * ```
 */
export class CatalogError extends Error {
  name: "CatalogError";
  /** Everything that is wrong, by document and in text order; at most 100 problems. */
  problems: CatalogProblem[];
  constructor(problems: CatalogProblem[], message?: string);
}
