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

/** Options of {@link validate}, {@link parse} and {@link normalize}. */
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
export interface Report {
  /**
   * - `"valid"`: a known event without errors; it may have warnings. Go on.
   * - `"invalid"`: a known event with errors. Answer 422.
   * - `"unknown"`: JSON, but no known event. Answer 2xx: a new event type must not break a handler.
   * - `"malformed"`: not JSON, not UTF-8, or over a limit. Answer 400.
   */
  status: Status;
  /** `status === "valid"`. */
  valid: boolean;
  /** The recognized events, in body order. */
  events: RecognizedEvent[];
  /**
   * If the body is ambiguous, every event type that fits; if the event's name is misspelled, the event type that
   * is near-certainly meant; otherwise empty.
   */
  candidates: EventId[];
  /** Everything that is wrong, in text order; at most 100 problems. */
  problems: Problem[];
  /** How many problems `problems` leaves out; absent if it lists them all. */
  omitted?: number;
}

/** An event recognized in a body. */
export interface RecognizedEvent {
  /** `provider/type`, such as `"paybook/credentials.created"`. */
  id: EventId;
  provider: ProviderName;
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

/** Thrown by {@link parse} and {@link normalize} if the body is not a valid event. */
export class PayloadError extends Error {
  name: "PayloadError";
  /** The whole report. It may quote values of the body; `message` never does, though it may name fields. */
  report: Report;
  constructor(report: Report, message?: string);
}

/** An event type of the catalog. */
export interface CatalogEntry {
  readonly id: EventId;
  readonly provider: ProviderName;
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
