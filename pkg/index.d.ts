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
 * What arrives: raw text, raw bytes (UTF-8; a `Buffer` is a `Uint8Array`), or JSON already decoded
 * (a plain object or an array). Raw is better: a decoded body has lost its positions, its duplicate
 * keys and the digits of its large numbers.
 */
export type Body = string | Uint8Array | ArrayBuffer | object;

/** Bounds on what is read. Over one of them the report says `too-large` or `too-deep`. */
export interface Limits {
  /** The most bytes of UTF-8 that a body may have. Default: 16 MiB (16 777 216). */
  maxBytes?: number;
  /** The most nested levels. Default: 128. */
  maxDepth?: number;
}

/** What may be asked of a call. */
export interface Options extends Limits {
  /**
   * What is known of the body besides: the event that it is said to be, by a command line, a topic or a header.
   * An exact id, as in `"seam/lock.locked"`, decides: the body is checked against that event type, whatever it
   * looks like. A type, or the first words of one, narrows: `"lock.locked"`, `"Lock Locked"` and `"lock"` alike, for
   * case and separators do not matter. Where nothing fits, the status is `"unknown"`.
   */
  event?: string;
}

/** What a report says of a body as a whole; what a handler acts on. */
export type Status = "valid" | "invalid" | "unknown" | "malformed";

/** Everything that is known about a body. `Id` is an event's id. */
export interface Report<Id extends string = EventId> {
  /**
   * - `"valid"`: a known event without a problem of severity `error`. Go on.
   * - `"invalid"`: a known event with errors. Answer 422.
   * - `"unknown"`: JSON, but no event of the catalog. Answer 2xx: a new event type must not make a handler fail.
   * - `"malformed"`: not JSON, not UTF-8, or over a limit. Answer 400.
   */
  status: Status;
  /** `status === "valid"`. */
  valid: boolean;
  /** The events that were recognised, in body order. */
  events: RecognizedEvent<Id>[];
  /** Ambiguous: every event type that fits. Unknown: what a misspelt name near-certainly means. Else empty. */
  candidates: Id[];
  /** Everything that is wrong, in text order, at most 100. */
  problems: Problem[];
  /** How many more problems there are than `problems` lists; absent where it lists them all. */
  omitted?: number;
}

/** The provider's part of an event's id. */
export type ProviderOf<Id extends string> = Id extends `${infer Provider}/${string}` ? Provider : string;

/** An event that was recognised in a body. */
export interface RecognizedEvent<Id extends string = EventId> {
  /** `provider/type`, as in `"paybook/credentials.created"`. */
  id: Id;
  provider: ProviderOf<Id>;
  /** The wire name in its canonical spelling. */
  type: string;
  /** A few words for people. */
  title: string;
  /** RFC 6901: `""` for a flat body, `"/events/0"` in an envelope. */
  pointer: string;
}

/** Something wrong with a body, and where. */
export interface Problem {
  code: ProblemCode;
  /** Only errors change the status; a warning never does. */
  severity: "error" | "warning";
  /** One sentence: expected X, found Y. It may quote a value of the body. */
  message: string;
  /** RFC 6901 pointer of the value, or of the field that is missing; `""` is the root. */
  pointer: string;
  /** Where it is in the text; `null` only when the body was already decoded. */
  span: Span | null;
  /** What would be right, in words. Never quotes a value of the body. */
  expected?: string;
  /** What is there instead. It may quote a value of the body. */
  found?: string;
  /**
   * The field that it is about, for programs that would else read prose: the one that is missing or was meant;
   * of an unexpected field its key.
   */
  field?: string;
  /** The values that may stand there, where they are listed. */
  allowed?: string[];
  /** The name or value that was meant, given only when that is near-certain. */
  suggestion?: string;
  /** What probably happened, given only when that is near-certain. */
  hint?: string;
  /** A text edit that mends this problem; never for a body that was already decoded. */
  fix?: Fix;
}

/**
 * A half-open stretch of the body's text, in UTF-16 code units: `body.slice(start, end)` is the text.
 * For a body given as bytes, of its text as UTF-8 decodes it, a byte order mark kept.
 */
export interface Span {
  start: number;
  end: number;
  /** Of `start`; the first line is 1. */
  line: number;
  /** Of `start`, in UTF-16 code units; the first column is 1. */
  column: number;
}

/**
 * A text edit: `body.slice(0, start) + text + body.slice(end)`. Offsets as in {@link Span}.
 * The fixes of one report do not overlap; apply them last first.
 */
export interface Fix {
  /** What applying it does, as for a button. */
  title: string;
  start: number;
  end: number;
  text: string;
}

/**
 * Tells which event a body is and everything that is wrong with it.
 *
 * It never throws on a bad body: whatever arrives, the answer is a report.
 *
 * @throws {TypeError} if `body` is not text, bytes or a decoded JSON object or array, or if an
 * option is not what it should be.
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
  /** In body order. A union that is discriminated by `id`: narrowing on it types `payload`. */
  events: KnownEvent[];
}

/**
 * Reads a valid body into typed events, the payload exactly as it was sent.
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
 * Gives one CloudEvents 1.0 JSON event per event of a valid body, the same whichever provider or
 * version sent it.
 *
 * @throws {PayloadError} unless the body's status is `"valid"`, and for a webhook subscription or
 * registration request, which is no event.
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

/** Thrown by {@link parse} and {@link normalize} for a body that they cannot give. */
export class PayloadError extends Error {
  name: "PayloadError";
  /** Everything that is wrong; from a lens, the ids in it are those of its catalog. It may quote values of the body; `message` never does, though it may name fields. */
  report: Report;
  constructor(report: Report, message?: string);
}

/** An event type of the catalog. */
export interface CatalogEntry<Id extends string = EventId> {
  readonly id: Id;
  readonly provider: ProviderOf<Id>;
  /** The wire name. */
  readonly type: string;
  /** A few words for people. */
  readonly title: string;
  /** `false` for what is no event: a webhook subscription and its registration request. */
  readonly event: boolean;
  /** What its provider is called. */
  readonly providerTitle: string;
  /** What it arrives in, as in `"Paybook Sync 3.1 envelope"`. */
  readonly envelopeTitle: string;
}

/**
 * Every event type that HookLens knows, in the order of the providers' documents. All that is known of
 * them, examples and schemas as well, is in `hooklens/catalog`.
 */
export const catalog: readonly CatalogEntry[];

/** A document that describes events: OpenAPI 3, AsyncAPI 2 or 3, or JSON Schema. */
export interface CatalogSource {
  /** JSON as text or bytes, or decoded. Of what is decoded, problems have no places in the text. */
  document: string | Uint8Array | ArrayBuffer | object;
  /** The provider in the events' ids, as in `"github"`. Default: the document's title. */
  name?: string;
  /** The types of the events to load. Default: all of the document's. */
  events?: readonly string[];
  /** What a string is that does not have its `format`. Default: `"warn"`, unless the document says otherwise. */
  formats?: "warn" | "assert";
  /**
   * With `"host"`, patterns that cannot be matched in linear time are left to the `RegExp` of the runtime: those with
   * look-around and back-references. A body can make such a pattern take very long. Default: they are refused.
   */
  patterns?: "host";
}

/** What a lens looks through. */
export interface LensOptions {
  /** Documents whose events are known; a reference in one may lead to another by its `$id`. Default: none. */
  catalogs?: readonly CatalogSource[];
  /** Whether the events that come with HookLens are known as well. Default: yes. */
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
 * The events of a lens, discriminated by `id`: those of `Events`, a map from an id to the type of its payload, and the
 * built-in ones. Without a map, all that is known of an event is what every event has.
 */
export type LensEvent<Events = unknown, BuiltIn extends KnownEvent = KnownEvent> = unknown extends Events
  ? LoadedEvent
  : { [Id in keyof Events & string]: LoadedEvent<Id, Events[Id]> }[keyof Events & string] | BuiltIn;

/** What `normalize` of a lens gives. Of a loaded event, only the document says more. */
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
  readonly catalog: readonly CatalogEntry<string>[];
}

/** `validate`, `parse`, `normalize` and `catalog` over catalogs of your own. The functions may be destructured. */
export interface HookLens<Events = unknown, BuiltIn extends KnownEvent = KnownEvent> {
  /** As {@link validate}. */
  readonly validate: (body: Body, options?: Options) => Report<LensEvent<Events, BuiltIn>["id"]>;
  /** As {@link parse}. */
  readonly parse: (body: Body, options?: Options) => { events: LensEvent<Events, BuiltIn>[] };
  /** As {@link normalize}. What has no CloudEvents form of its own has the payload as `data`, as it was sent. */
  readonly normalize: (body: Body, options?: Options) => LensCloudEvent<Events>[];
  /** Every event type that is known: first the loaded ones, in the order of their documents. */
  readonly catalog: readonly CatalogEntry<LensEvent<Events, BuiltIn>["id"]>[];
  /** The names of formats in the documents that are not known: no value is checked against them. */
  readonly unknownFormats: readonly string[];
}

/**
 * Makes a lens: HookLens over the events of your own documents. It loads them at once; that takes a moment, so make it
 * once and keep it.
 *
 * @typeParam Events A map from an event's id to the type of its payload.
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
 * Thrown by {@link createHookLens} for documents of which no catalog can be made. Its message says the first problem and
 * how many more there are.
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
  /** Everything that is wrong, at most 100 problems: by document, in text order. */
  problems: CatalogProblem[];
  constructor(problems: CatalogProblem[], message?: string);
}
