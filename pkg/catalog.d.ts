/**
 * All that HookLens knows of the event types. `hooklens` has what events there are, and is small; this has
 * their descriptions, examples and JSON Schemas as well.
 *
 * @packageDocumentation
 */
import type { CatalogEntry } from "./index.js";

/** An event type of the catalog, with all that is known of it. */
export interface DetailedCatalogEntry extends CatalogEntry {
  /** What it is about, as in `"acs_credential"`: what groups a provider's event types in a list for people. */
  readonly family: string;
  /** A sentence or more for people. */
  readonly description: string;
  /** The document that says so. */
  readonly source: string;
  /**
   * Where an event stands in its body: the body's field with the events, and an event's field with the payload,
   * `null` where the whole event is the payload. Absent where the body is the event.
   */
  readonly envelope?: { readonly field: string; readonly payload: string | null };
  /** What its provider says of its end, or of what has come in its place; absent while it is not deprecated. */
  readonly deprecated?: string;
  /** A whole body that is valid; a new one at every access. */
  readonly example: unknown;
  /** Whether the example was made from the published fields, because the provider publishes none. */
  readonly exampleIsMade: boolean;
  /** The JSON Schema (2020-12) of the whole body; a new one at every access. */
  readonly schema: Record<string, unknown>;
}

/**
 * Every event type that HookLens knows, the same and in the same order as in `hooklens`.
 *
 * @example
 * ```js
 * import { catalog } from "hooklens/catalog";
 *
 * const entry = catalog.find(({ id }) => id === "seam/acs_credential.issued");
 * entry.family;                 // "acs_credential"
 * entry.example.event_type;     // "acs_credential.issued"
 * entry.schema.required.length; // 7
 * ```
 */
export const catalog: readonly DetailedCatalogEntry[];
