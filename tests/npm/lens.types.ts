// Compiled, never run: the types of what `createHookLens` gives, and of what takes it. types.test.mjs compiles it again
// without the lines that expect an error.
import {
  CatalogError,
  createHookLens,
  type CatalogSource,
  type CloudEvent,
  type EventId,
  type HookLens,
  type KnownEvent,
  type LoadedEvent,
  type OpenApiEvents,
  type Report,
} from "hooklens";
import { problemDetails, receive, webhook as anyWebhook, type OwnLens } from "hooklens/handler";
import { webhook as nodeWebhook } from "hooklens/node";
import { schemasOf } from "hooklens/schema";
import * as slim from "hooklens/slim";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function is<_ extends true>(): void;

// ---- options

const source: CatalogSource = {
  document: {},
  name: "acme",
  events: ["a"],
  formats: "assert",
};
createHookLens();
createHookLens({});
createHookLens({ catalogs: [source, { document: "{}" }, { document: new Uint8Array() }], builtIn: true });
// @ts-expect-error: no such option
createHookLens({ catalog: [] });
// @ts-expect-error: not a list
createHookLens({ catalogs: source });
// @ts-expect-error: without a document
createHookLens({ catalogs: [{ name: "acme" }] });
// @ts-expect-error: no document
createHookLens({ catalogs: [{ document: 5 }] });
// @ts-expect-error: neither of the two
createHookLens({ catalogs: [{ document: "", formats: "ignore" }] });
// @ts-expect-error There is no other matcher.
createHookLens({ catalogs: [{ document: "", patterns: "linear" }] });
createHookLens({ catalogs: [{ document: "", patterns: "host" }] });
// @ts-expect-error: not a list
createHookLens({ catalogs: [{ document: "", events: "push" }] });
// @ts-expect-error: a boolean or nothing
createHookLens({ builtIn: "no" });

// ---- without a map of events

const plain = createHookLens({ catalogs: [source] });
const [first] = plain.parse("{}").events;
if (first) {
  is<Same<typeof first, LoadedEvent>>();
  is<Same<typeof first.id, string>>();
  is<Same<typeof first.payload, unknown>>();
  // @ts-expect-error: nothing is known of it
  first.payload.user_id;
}
is<Same<ReturnType<typeof plain.validate>, Report<string>>>();
is<Same<(typeof plain.unknownFormats)[number], string>>();
for (const { id, event } of plain.catalog) is<Same<[typeof id, typeof event], [string, boolean]>>();
for (const { type, data } of plain.normalize("{}", { event: "push" })) {
  is<Same<[typeof type, typeof data], [string, unknown]>>();
}
// @ts-expect-error: not to be changed
plain.catalog.push();
// @ts-expect-error: nor is the lens
plain.parse = plain.validate;

// ---- with one

interface Events {
  "acme/user.created": { user_id: number };
  "acme/user.deleted": { user_id: number; reason?: "spam" };
}

const own = createHookLens<Events>({ catalogs: [source], builtIn: false });
const { parse, validate } = own;
for (const event of parse("{}").events) {
  is<Same<typeof event.id, keyof Events>>();
  is<Same<typeof event.provider, "acme">>();
  if (event.id === "acme/user.deleted") is<Same<typeof event.payload.reason, "spam" | undefined>>();
  else is<Same<typeof event.payload, { user_id: number }>>();
  // @ts-expect-error: the built-in events are not known
  if (event.id === "paybook/refresh") void 0;
}
is<Same<ReturnType<typeof validate>["candidates"], (keyof Events)[]>>();
is<Same<(typeof own.catalog)[number]["id"], keyof Events>>();

const both = createHookLens<Events>({ catalogs: [source] });
for (const event of both.parse("{}").events) {
  is<Same<typeof event.id, keyof Events | EventId>>();
  if (event.id === "paybook/refresh") event.payload.endpoints.accounts?.at(0);
  if (event.id === "acme/user.created") event.payload.user_id.toFixed();
  // @ts-expect-error: no such event
  if (event.id === "acme/user.updated") void 0;
}
is<Same<typeof both, HookLens<Events>>>();
for (const { data } of both.normalize("{}")) is<Same<typeof data, unknown>>();

// ---- with one that openapi-typescript has generated

interface webhooks {
  "star-created": {
    parameters: { query?: never };
    get?: never;
    post: {
      requestBody: { content: { "application/json": { action: "created" } } };
      responses: { 200: { content?: never } };
    };
  };
  "star-deleted": { post: { requestBody?: { content: { "application/json": { action: "deleted" } } } } };
  other: { get: { responses: object } };
  "/SENT": { post: { requestBody: { content: { "application/cloudevents+json": { sent: true } } } } };
}
type Generated = OpenApiEvents<webhooks, "github">;
is<Same<keyof Generated, "github/star-created" | "github/star-deleted" | "github/other" | "github/SENT">>();
is<Same<Generated["github/star-deleted"], { action: "deleted" }>>();
is<Same<Generated["github/other"], unknown>>();
is<Same<Generated["github/SENT"], { sent: true }>>();
for (const event of createHookLens<Generated>({ builtIn: false }).parse("{}").events) {
  if (event.id === "github/star-created") is<Same<typeof event.payload, { action: "created" }>>();
}

// ---- errors

declare const error: unknown;
if (error instanceof CatalogError) {
  is<Same<typeof error.name, "CatalogError">>();
  for (const { source, message, span } of error.problems) {
    is<Same<[typeof source, typeof message], [number, string]>>();
    span?.line.toFixed();
  }
}
// @ts-expect-error: of which problems?
new CatalogError();

// ---- handlers

const options = { lens: own, event: { header: "x-acme-event" } };
nodeWebhook((event, { canonical, report, headers }) => {
  is<Same<typeof event.id, keyof Events>>();
  if (event.id === "acme/user.created") event.payload.user_id.toFixed();
  is<Same<typeof report, Report<keyof Events>>>();
  is<Same<typeof canonical.data, unknown>>();
  is<Same<(typeof headers)["x"], string>>();
}, options);
anyWebhook<{ tenant: string }, typeof both>(
  (event, { tenant }) => {
    is<Same<typeof event.id, keyof Events | EventId>>();
    tenant.trim();
  },
  {
    lens: both,
    onUnknown: ({ candidates }) => is<Same<typeof candidates, (keyof Events | EventId)[]>>(),
    onRefused: ({ candidates }) => void candidates?.includes("acme/user.created"),
  },
);
anyWebhook((event) => is<Same<typeof event, LoadedEvent>>(), { lens: plain });
anyWebhook((event, { canonical, report }) => {
  is<Same<typeof event, KnownEvent>>();
  is<Same<typeof canonical, CloudEvent>>();
  is<Same<typeof report, Report>>();
});
is<Same<ReturnType<OwnLens["parse"]>["events"][number], KnownEvent>>();
// @ts-expect-error: an event that only a lens knows
anyWebhook((event: LoadedEvent<"acme/user.created", { user_id: number }>) => event.payload.user_id);
// @ts-expect-error: no lens
anyWebhook(() => {}, { lens: { parse } });
// @ts-expect-error: the hint is no option of a handler
anyWebhook(() => {}, { lens: own, event: "acme/user.created" });
// @ts-expect-error: the hint that only narrows is no option of a call
validate("{}", { event: { header: "x-acme-event" } });

const received = await receive({ headers: {}, body: "{}" }, { lens: own });
if (received.ok) is<Same<(typeof received.events)[number]["id"], keyof Events>>();
else if (received.report) problemDetails(received.report).candidates?.includes("acme/user.created");

// ---- Standard Schema

const schemas = schemasOf(own);
const result = schemas.events["acme/user.created"]["~standard"].validate("{}");
if (!result.issues) is<Same<(typeof result.value.events)[number]["payload"], { user_id: number }>>();
const any = schemas.anyEvent["~standard"].validate("{}");
if (!any.issues) is<Same<(typeof any.value.events)[number]["id"], keyof Events>>();
void schemas.providers.acme;
// @ts-expect-error: no such event
void schemas.events["acme/user.updated"];
// @ts-expect-error: the schema of a loaded event is in its document
void schemas.anyEvent["~standard"].jsonSchema;
// @ts-expect-error: no lens
schemasOf({});
void schemasOf(plain).events["acme/anything"]?.["~standard"];
void schemasOf(both).events["paybook/refresh"]["~standard"].types?.input.id_user;

is<Same<ReturnType<typeof slim.createHookLens>, HookLens>>();
