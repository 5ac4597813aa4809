// Compiled, never run: what TypeScript must make of the package, and what it must refuse.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import {
  CatalogError,
  PayloadError,
  catalog,
  createHookLens,
  normalize,
  parse,
  validate,
  type EventId,
  type KnownEvent,
  type Options,
  type Report,
} from "hooklens";
import { catalog as wholeCatalog } from "hooklens/catalog";
import { webhook as fetchWebhook } from "hooklens/fetch";
import {
  problemDetails,
  receive,
  webhook as anyWebhook,
  type Answer,
  type ProblemDetails,
} from "hooklens/handler";
import { fastifyWebhook, webhook as nodeWebhook } from "hooklens/node";
import { anyEvent, events, providers, schemasOf } from "hooklens/schema";
import { init, initFull } from "hooklens/slim";

/** Compiles only where both are the same type. */
function same<A, B>(
  ..._: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? [] : [never]
): void {}

const report: Report = validate(new Uint8Array(), { event: "seam", maxDepth: 5 } satisfies Options);
// @ts-expect-error: a hint is a text
parse("", { event: 5 });
if (report.problems[0]?.span) report.problems[0].span.line.toFixed();

for (const event of parse("{}").events) {
  if (event.id === "paybook/refresh") {
    same<typeof event.provider, "paybook">();
    const accounts: string[] | undefined = event.payload.endpoints.accounts;
    void accounts;
  }
  if (event.id === "paybook/documents.failed") event.envelope.header.user.id_user.trim();
  // @ts-expect-error: no such event
  if (event.id === "paybook/refreshed") void 0;
}
for (const event of normalize({})) {
  if (event.type === "com.paybook.credentials.refreshed") same<typeof event.data.job_id, string>();
}
try {
  parse("");
} catch (error) {
  if (error instanceof PayloadError) same<typeof error.report, Report>();
}
const ids: EventId[] = catalog.map(({ id }) => id);
void ids;
same<(typeof wholeCatalog)[number]["id"], EventId>();
for (const { providerTitle, envelopeTitle } of catalog) same<typeof providerTitle, typeof envelopeTitle>();
wholeCatalog[0]?.envelope?.field.trim();

const endpoint = fetchWebhook(
  async (event, { canonical, report, request, rawBody, headers }) => {
    same<typeof event, KnownEvent>();
    same<typeof request, Request>();
    same<typeof rawBody, Uint8Array>();
    canonical.id.trim();
    report.problems.length.toFixed();
    headers["x-signature"]?.trim();
  },
  {
    maxBytes: 5,
    verify: (rawBody, headers) => rawBody.length > 0 && "x-signature" in headers,
    dedupe: async (id) => id === "",
    onUnknown: ({ candidates }) => console.log(candidates),
    onRefused: ({ status, errors }, error) => console.log(status, errors?.[0]?.line, error),
  },
);
same<typeof endpoint, (request: Request) => Promise<Response>>();
export default { fetch: endpoint };
// @ts-expect-error: no such option
fetchWebhook(() => {}, { limit: 5 });

createServer(nodeWebhook(({ id }, { request }) => `${id} ${request.url ?? "/"}`));
createServer(
  nodeWebhook<IncomingMessage, ServerResponse>((_, { request, response }) => {
    response.writeHead(request.url === "/" ? 200 : 201).end();
  }),
);
void fastifyWebhook((event) => event.payload);

const received = await receive({ headers: new Headers(), body: "" });
if (received.ok) received.events[0]?.id;
else same<typeof received.answer, Answer>();
same<ReturnType<typeof problemDetails>, ProblemDetails>();
void anyWebhook<{ tenant: string }>((_, { tenant }) => tenant.trim())(
  { headers: {}, body: null },
  { tenant: "" },
);

const refresh = events["paybook/refresh"] satisfies StandardSchemaV1 & StandardJSONSchemaV1;
same<StandardSchemaV1.InferInput<typeof refresh>["event"], "refresh">();
same<StandardSchemaV1.InferOutput<typeof refresh>["events"][number]["id"], "paybook/refresh">();
const failed: StandardSchemaV1.InferInput<
  (typeof events)["paybook/documents.failed"]
>["events"][number]["payload"]["endpoints"] = [];
void failed;
same<StandardSchemaV1.InferInput<(typeof events)["paybook/documents.failed"]>["rid"], string>();
anyEvent satisfies StandardSchemaV1;
same<StandardSchemaV1.InferOutput<typeof providers.seam>["events"][number]["provider"], "seam">();
const result = providers.chift["~standard"].validate({});
if (result.issues) result.issues[0]?.path?.[0];
else same<(typeof result.value.events)[number]["provider"], "chift">();

await init(fetch("/hooklens.wasm"));
await initFull(fetch("/full.wasm"));

try {
  const lens = createHookLens<{ "acme/ping": { at: string } }>({
    catalogs: [{ document: {} }],
    builtIn: false,
  });
  fetchWebhook(({ payload }) => payload.at.trim(), { lens, event: { header: "x-acme-event" } });
  const ping = schemasOf(lens).events["acme/ping"] satisfies StandardSchemaV1;
  same<StandardSchemaV1.InferOutput<typeof ping>["events"][number]["id"], "acme/ping">();
} catch (error) {
  if (error instanceof CatalogError) error.problems[0]?.source.toFixed();
}
