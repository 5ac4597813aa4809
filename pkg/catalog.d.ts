/**
 * Everything HookLens knows about its event types. The `catalog` of `hooklens` only lists them and stays small;
 * this one adds their descriptions, examples and JSON Schemas.
 *
 * @packageDocumentation
 */
import type { CatalogEntry } from "./index.js";

/** An event type of the catalog, with everything known about it. */
export interface DetailedCatalogEntry extends CatalogEntry {
  /** What it is about, such as `"acs_credential"`: for grouping a provider's event types in a list. */
  readonly family: string;
  /** One or more sentences for people. */
  readonly description: string;
  /** The document that describes it. */
  readonly source: string;
  /**
   * Where the event is in its body: `field` is the body's field that holds the events, `payload` the event's
   * field that holds the payload, or `null` if the whole event is the payload. Absent if the body is the event.
   */
  readonly envelope?: { readonly field: string; readonly payload: string | null };
  /** What its provider says about its removal or replacement; absent unless it is deprecated. */
  readonly deprecated?: string;
  /** A whole valid body; a new value on every access. */
  readonly example: unknown;
  /** Whether the example was made from the published fields, because the provider publishes no example. */
  readonly exampleIsMade: boolean;
  /** The JSON Schema (2020-12) of the whole body; a new object on every access. */
  readonly schema: Record<string, unknown>;
}

/**
 * Every event type that HookLens knows, in the same order as in `hooklens`.
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
