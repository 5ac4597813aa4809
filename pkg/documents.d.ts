/**
 * What a catalog document says of its events for people: descriptions, examples, and the schema of each by itself.
 * The `catalog` of a lens has their ids and titles; this has the rest, without loading anything.
 *
 * @packageDocumentation
 */

/** What a document says of one of its events. */
export interface DocumentEvent {
  /** As in the `catalog` of a lens that has loaded the document, such as `"acme/user.created"`. */
  readonly id: string;
  /** The second part of the id. */
  readonly type: string;
  /** A tag, or the first part of its `operationId`: for grouping events in a list. `""` if there is none. */
  readonly family: string;
  /** One or more sentences for people, perhaps in Markdown. `""` if there are none. */
  readonly description: string;
  /** The first example body of the event that the document has; `undefined` if it has none. */
  readonly example: unknown;
  /**
   * The JSON Schema of the body by itself: what it refers to is in its `$defs`, and `$schema` says which version of
   * JSON Schema it is. `undefined` if it refers to something outside of the document, or by another name than a JSON
   * pointer. Worked out when it is first read.
   */
  readonly schema: Record<string, unknown> | boolean | undefined;
}

/**
 * The events of a document, in its order. Of a document that `createHookLens` would refuse, there may be none, or
 * fewer; it never throws.
 *
 * @param document An OpenAPI, AsyncAPI or JSON Schema document, decoded. It is not changed; the results have parts of it.
 * @param options `name` and `events`: as in the catalog source: the provider, if the document does not say it itself,
 *   and the types of the events, if not all are wanted, or schemas are to be events by their names.
 *
 * @example
 * ```js
 * import { documentEvents } from "hooklens/documents";
 *
 * const document = {
 *   $defs: {
 *     id: { type: "integer" },
 *     "user.created": { properties: { id: { $ref: "#/$defs/id" } }, examples: [{ id: 7 }] },
 *   },
 *   oneOf: [{ $ref: "#/$defs/user.created" }],
 * };
 * const [event] = documentEvents(document, { name: "acme" });
 * event.id;                   // "acme/user.created"
 * event.example;              // {"id":7}
 * event.schema.$defs.id.type; // "integer"
 * ```
 */
export function documentEvents(
  document: object,
  options?: { readonly name?: string | undefined; readonly events?: readonly string[] | undefined },
): DocumentEvent[];
