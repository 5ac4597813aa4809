/**
 * HookLens as a validator for any library that supports Standard Schema (https://standardschema.dev).
 *
 * @packageDocumentation
 */
import type { AnyLens, EnvelopedBodies, EventId, KnownEvent, LoadedEvent, ProviderName } from "./index.js";

/** The schema of a body whose events are all of these types. Standard Schema v1. */
export interface LensSchema<Event extends LoadedEvent> {
  readonly "~standard": StandardOf<Event>;
}

/** The same for events built into HookLens. Standard Schema v1 and Standard JSON Schema v1. */
export interface EventSchema<Event extends KnownEvent = KnownEvent> {
  readonly "~standard": StandardOf<Event> & {
    /** Throws if it does not know the target. */
    readonly jsonSchema: {
      /** The schema of a body. */
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      /** The schema of what `validate` returns. */
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
}

export interface StandardOf<Event extends LoadedEvent> {
  readonly version: 1;
  readonly vendor: "hooklens";
  readonly types?: { readonly input: BodyOf<Event>; readonly output: EventsOf<Event> } | undefined;
  /** Takes a body in any form that `validate` takes, and returns what `parse` returns. Synchronous. */
  readonly validate: (body: unknown) => ValidationResult<EventsOf<Event>>;
}

export interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
}

export type ValidationResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[] };

/** The output: what `parse` returns, for these events. */
export interface EventsOf<Event extends LoadedEvent> {
  events: Event[];
}

/** The input: a flat body is the payload of its event; an envelope holds several events. */
export type BodyOf<Event extends LoadedEvent> = Event extends { id: keyof EnvelopedBodies }
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

/** What {@link schemasOf} returns. */
export interface LensSchemas<Event extends LoadedEvent> {
  /** Any event that it knows. */
  readonly anyEvent: LensSchema<Event>;
  /** The events of each provider. */
  readonly providers: {
    readonly [Name in Event["provider"]]: LensSchema<Extract<Event, { provider: Name }>>;
  };
  /** Each event type by id. A body is checked against that type, whatever it looks like. */
  readonly events: { readonly [Id in Event["id"]]: LensSchema<Extract<Event, { id: Id }>> };
}

/**
 * The schemas of a lens. They have no `jsonSchema`: the schemas of loaded events are in your documents.
 *
 * @throws {TypeError} if it is not a lens.
 *
 * @example
 * ```js
 * const lens = createHookLens({ catalogs: [{ name: "acme", document: { title: "ping", type: "object" } }] });
 * const { issues, value } = schemasOf(lens).events["acme/ping"]["~standard"].validate("{}");
 * ```
 */
export function schemasOf<Lens extends AnyLens>(
  lens: Lens,
): LensSchemas<ReturnType<Lens["parse"]>["events"][number]>;
