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
import type { CloudEvent, EventId, KnownEvent, ProblemCode, ProviderName } from "./events.js";

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

/** Everything that is known about a body. */
export interface Report {
  /**
   * - `"valid"`: a known event without a problem of severity `error`. Go on.
   * - `"invalid"`: a known event with errors. Answer 422.
   * - `"unknown"`: JSON, but no event of the catalog. Answer 2xx: a new event type must not make a handler fail.
   * - `"malformed"`: not JSON, not UTF-8, or over a limit. Answer 400.
   */
  status: Status;
  /** `status === "valid"`. */
  valid: boolean;
  /** The events that were recognized, in body order. */
  events: RecognizedEvent[];
  /** Ambiguous: every event type that fits. Unknown: what a misspelled name near-certainly means. Else empty. */
  candidates: EventId[];
  /** Everything that is wrong, in text order, at most 100. */
  problems: Problem[];
  /** How many more problems there are than `problems` lists; absent where it lists them all. */
  omitted?: number;
}

/** An event that was recognized in a body. */
export interface RecognizedEvent {
  /** `provider/type`, as in `"paybook/credentials.created"`. */
  id: EventId;
  provider: ProviderName;
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
  /** Everything that is wrong. It may quote values of the body; `message` never does, though it may name fields. */
  report: Report;
  constructor(report: Report, message?: string);
}

/** An event type of the catalog. */
export interface CatalogEntry {
  readonly id: EventId;
  readonly provider: ProviderName;
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
