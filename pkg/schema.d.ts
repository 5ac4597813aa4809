/**
 * HookLens as a validator for any library that supports Standard Schema (https://standardschema.dev).
 *
 * @packageDocumentation
 */
import type { EnvelopedBodies, EventId, KnownEvent, ProviderName } from "./index.js";

/** The schema of a body whose events are all of these types. Standard Schema v1 and Standard JSON Schema v1. */
export interface EventSchema<Event extends KnownEvent = KnownEvent> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "hooklens";
    readonly types?: { readonly input: BodyOf<Event>; readonly output: EventsOf<Event> } | undefined;
    /** Takes a body in any form that `validate` takes, and returns what `parse` returns. Synchronous. */
    readonly validate: (body: unknown) => ValidationResult<EventsOf<Event>>;
    /** Throws if it does not know the target. */
    readonly jsonSchema: {
      /** The schema of a body. */
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      /** The schema of what `validate` returns. */
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

export interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
}

export type ValidationResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[] };

/** The output: what `parse` returns, for these events. */
export interface EventsOf<Event extends KnownEvent> {
  events: Event[];
}

/** The input: a flat body is the payload of its event; an envelope holds several events. */
export type BodyOf<Event extends KnownEvent> = Event extends { id: keyof EnvelopedBodies }
  ? EnvelopedBodies[Event["id"]]
  : Event["payload"];

/** Any event that HookLens knows. */
export const anyEvent: EventSchema<KnownEvent>;

/** The events of each provider. */
export const providers: {
  readonly [Name in ProviderName]: EventSchema<Extract<KnownEvent, { provider: Name }>>;
};

/**
 * Every event type, and the bodies about a webhook's registration, by id.
 *
 * @example
 * ```js
 * const { issues, value } = events["seam/acs_credential.issued"]["~standard"].validate(body);
 * ```
 */
export const events: { readonly [Id in EventId]: EventSchema<Extract<KnownEvent, { id: Id }>> };
