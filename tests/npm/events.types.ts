// Compiled, never run: what an editor knows of every event, and what does not compile.
import {
  PayloadError,
  catalog,
  normalize,
  parse,
  validate,
  type CatalogEntry,
  type CloudEvent,
  type CloudEventOf,
  type Endpoint,
  type EventId,
  type KnownEvent,
  type Limits,
  type PaybookCredentialsCreatedEnvelope,
  type PaybookFlatDocumentsCompletedPayload,
  type PaybookPaymentsTransactionCreatedElement,
  type Problem,
  type ProblemCode,
  type ProviderName,
  type Report,
  type SeamAcsCredentialIssuedPayload,
  type Status,
} from "hooklens";
import { catalog as wholeCatalog, type DetailedCatalogEntry } from "hooklens/catalog";

/** Compiles only where both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<_ extends true>(): void {}

declare const body: string;
declare function never(value: never): never;

// ---- the union of events: in each case the payload is that event's

function subject(event: KnownEvent): string | null {
  switch (event.id) {
    case "paybook/credential_create":
    case "paybook/credential_update":
      is<Same<typeof event.payload.is_executing, 0 | 1>>();
      return event.payload.id_credential;
    case "paybook/refresh":
      is<Same<typeof event.payload.is_executing, 0 | 1 | undefined>>();
      is<Same<typeof event.payload.event, "refresh">>();
      is<Same<typeof event.payload.id_external, string | null | undefined>>();
      is<Same<typeof event.payload.endpoints.credential, string[]>>();
      is<Same<typeof event.payload.endpoints.accounts, string[] | undefined>>();
      // @ts-expect-error: of a flat event, nothing is around the payload
      event.envelope;
      return event.payload.id_credential;
    case "paybook/credentials.created":
      is<Same<typeof event.payload.event, "credential_create">>();
      is<Same<typeof event.envelope, PaybookCredentialsCreatedEnvelope>>();
      is<Same<typeof event.envelope.rid, string>>();
      is<Same<typeof event.envelope.header.event.name, "credentials.created">>();
      return event.payload.id_credential;
    case "paybook/credentials.updated":
    case "paybook/credentials.refreshed":
      is<Same<typeof event.envelope.header.user.id_user, string>>();
      return event.payload.id_credential;
    case "paybook/documents.completed":
    case "paybook/documents.success":
      is<Same<typeof event.payload.endpoints, string[]>>();
      // @ts-expect-error: a job with documents is of no one credential
      event.payload.id_credential;
      return event.payload.id_job;
    case "paybook/documents.failed":
      is<Same<typeof event.envelope.header.event.name, "documents.failed" | "documents.fail">>();
      return event.payload.id_job;
    case "paybook/documents_completed":
      // Beside a test call that has none of them, it has these three.
      is<Same<typeof event.payload.uuid, string | undefined>>();
      is<Same<NonNullable<typeof event.payload.endpoints>["documents"], string[]>>();
      is<Same<NonNullable<typeof event.payload.endpoints>["documents_zip"], string[] | undefined>>();
      is<Same<typeof event.payload, PaybookFlatDocumentsCompletedPayload>>();
      return event.payload.id_job ?? null;
    case "paybook/payments.chargeback_created":
      is<Same<typeof event.payload.has_devolution, "0" | "1">>();
      is<Same<typeof event.payload.origin.location.latitude, number | string>>();
      is<Same<typeof event.payload.dt_modify, string | number | null>>();
      is<Same<typeof event.envelope.header.event.at, string | undefined>>();
      if (!Array.isArray(event.payload.card)) is<Same<typeof event.payload.card.holder_name, string>>();
      return event.payload.id_pymnt_charge;
    case "paybook/payments.transaction_created": {
      is<
        Same<
          typeof event.payload,
          PaybookPaymentsTransactionCreatedElement[] | PaybookPaymentsTransactionCreatedElement
        >
      >();
      // @ts-expect-error: it may be a list
      event.payload.id_pymnt_charge;
      const charges = Array.isArray(event.payload) ? event.payload : [event.payload];
      is<Same<(typeof charges)[number]["amount"], number>>();
      return charges[0]?.id_pymnt_charge ?? null;
    }
    case "paybook/subscription.create":
      is<Same<typeof event.payload.events, string[]>>();
      is<Same<typeof event.payload.group_events, 0 | 1>>();
      return event.payload.url;
    case "paybook/webhook":
      is<Same<typeof event.payload.id_user, string | null | undefined>>();
      is<Same<typeof event.payload.dt_created, string | number | undefined>>();
      is<Same<typeof event.payload.dt_modify, string | number | null | undefined>>();
      is<
        Same<
          (typeof event.payload.events)[number],
          "credential_create" | "credential_update" | "refresh" | "documents_completed"
        >
      >();
      return event.payload.id_webhook;
    case "paybook/webhook.create":
      // @ts-expect-error: what is asked for has no id yet
      event.payload.id_webhook;
      return event.payload.url;
    case "chift/account.connection.updated":
      is<Same<typeof event.payload.status, "active" | "inactive">>();
      return event.payload.connectionid;
    case "chift/account.connection.created":
    case "chift/account.connection.deleted":
    case "chift/account.connection.up":
    case "chift/account.connection.down":
      // @ts-expect-error: only an update has it
      event.payload.status;
      // @ts-expect-error: a body as Chift's table shows it has no envelope
      event.payload.created.toFixed();
      return event.payload.connectionid;
    case "chift/account.flow.executed":
      is<Same<typeof event.payload.parentexecutionid, string | null>>();
      is<Same<typeof event.payload.status, "success" | "error">>();
      return event.payload.flowid;
    case "chift/account.flow.enabled":
    case "chift/account.flow.disabled":
      return event.payload.flowid;
    case "chift/account.issue.created":
    case "chift/account.issue.updated":
      is<Same<typeof event.payload.context, unknown>>();
      return event.payload.issue_id;
    case "chift/account.issue.closed":
      is<Same<typeof event.payload.issue_status, "auto_closed">>();
      // @ts-expect-error: a closed issue has no message
      event.payload.message;
      return event.payload.issue_id;
    case "chift/account.datalayer.refresh_executed":
      is<Same<typeof event.payload.accountid, string | undefined>>();
      // Its own fields are not published: they may be anything.
      is<Same<(typeof event.payload)["anything"], unknown>>();
      return null;
    case "chift/pos.order.completed":
    case "chift/pos.order.updated":
      is<Same<typeof event.payload.device_id, string | null | undefined>>();
      return event.payload.order_id;
    case "seam/acs_credential.deleted":
    case "seam/acs_credential.issued":
    case "seam/acs_credential.reissued":
    case "seam/acs_credential.invalidated":
      is<Same<typeof event.payload.connected_account_id, string | undefined>>();
      // @ts-expect-error: optional
      event.payload.connected_account_id.trim();
      return event.payload.acs_credential_id;
    default:
      // types.test.mjs makes a case for every event type. Seam's have this in common:
      if (event.provider !== "seam") return null;
      is<Same<typeof event.provider, "seam">>();
      is<Same<typeof event.payload.event_id, string>>();
      is<Same<typeof event.payload.event_type, typeof event.type>>();
      // @ts-expect-error: not every event is about a device
      event.payload.device_id;
      return event.payload.workspace_id;
  }
}

function lacksOne(event: KnownEvent): string {
  switch (event.provider) {
    case "chift":
    case "paybook":
      return event.id;
    default:
      // @ts-expect-error: Seam's have no case
      return never(event);
  }
}

for (const event of parse(body).events) {
  subject(event);
  lacksOne(event);
  is<Same<typeof event.id, EventId>>();
  is<Same<typeof event.provider, ProviderName>>();
  if (event.id === "seam/acs_credential.issued") {
    is<Same<typeof event.payload, SeamAcsCredentialIssuedPayload>>();
    is<Same<typeof event.provider, "seam">>();
    is<Same<typeof event.type, "acs_credential.issued">>();
    // @ts-expect-error: no such field
    event.payload.acs_user_id;
  }
  // @ts-expect-error: no such event
  if (event.id === "seam/intercom.rang") subject(event);
  // @ts-expect-error: not every event has it
  event.payload.id_credential;
}
// @ts-expect-error: it need not be there
parse(body).events[0].id;
is<Same<KnownEvent["id"], EventId>>();

// ---- the canonical form

for (const event of normalize(body)) {
  is<Same<typeof event.specversion, "1.0">>();
  is<Same<typeof event.datacontenttype, "application/json">>();
  is<Same<typeof event.time, string | undefined>>();
  is<Same<typeof event.subject, string | undefined>>();
  // @ts-expect-error: not every event has a time
  event.time.slice(0, 10);
  switch (event.type) {
    case "com.paybook.credentials.created":
      // Of both versions.
      is<Same<typeof event.data.is_executing, boolean>>();
      is<Same<typeof event.data.credential_id, string>>();
      is<Same<typeof event.data.endpoints.credential, Endpoint[]>>();
      // @ts-expect-error: the provider's name, not the canonical one
      event.data.id_credential;
      if ("environment" in event.data) {
        is<Same<typeof event.data.environment, "sandbox" | "production" | null>>();
      }
      break;
    case "com.paybook.documents.failed":
      is<Same<typeof event.data.endpoints, { documents: Endpoint[] }>>();
      is<Same<(typeof event.data.endpoints.documents)[number]["limit"], number | undefined>>();
      break;
    case "com.paybook.documents.completed":
      // Of both versions; of a test call, neither.
      is<Same<typeof event.data.job_id, string | undefined>>();
      is<Same<NonNullable<typeof event.data.endpoints>["documents"], Endpoint[]>>();
      break;
    case "com.paybook.payments.chargeback_created":
      is<Same<typeof event.data.charge_id, string>>();
      is<Same<typeof event.data.has_devolution, boolean>>();
      is<Same<typeof event.data.linked, string[] | undefined>>();
      break;
    case "com.paybook.payments.transaction_created": {
      const [charge] = event.data.charges;
      if (charge && "card_id" in charge.card) is<Same<typeof charge.card.card_id, string>>();
      is<Same<NonNullable<typeof charge>["modified_at"], number | string | null>>();
      // @ts-expect-error: the provider's name, not the canonical one
      charge?.id_pymnt_charge;
      break;
    }
    case "eu.chift.account.datalayer.refresh_executed":
      is<Same<(typeof event.data)["anything"], unknown>>();
      break;
    case "eu.chift.account.flow.executed":
      is<Same<typeof event.data.parent_execution_id, string | null>>();
      break;
    case "eu.chift.pos.order.completed":
      is<Same<typeof event.data.updated_at, string | number>>();
      break;
    case "co.seam.acs_credential.issued":
      is<Same<typeof event.data.created_at, string>>();
      // @ts-expect-error: it is the event's `time`
      event.data.occurred_at;
      break;
    // @ts-expect-error: a subscription is no event
    case "com.paybook.webhook":
      break;
  }
}
is<Same<ReturnType<typeof normalize>, CloudEvent[]>>();
const made: CloudEventOf<"com.example.made", { made: true }> = {
  specversion: "1.0",
  id: "1",
  source: "/example",
  type: "com.example.made",
  datacontenttype: "application/json",
  data: { made: true },
};
// @ts-expect-error: absent, not undefined
const timeless: CloudEventOf<string, unknown> = { ...made, time: undefined };

// ---- what is given, and the report

const given: Report[] = [
  validate(""),
  validate(new Uint8Array()),
  validate(new ArrayBuffer(0)),
  validate({}),
  validate([]),
  validate("", {}),
  validate("", { maxBytes: 1 }),
  validate("", { maxDepth: 1 } satisfies Limits),
];
// @ts-expect-error: a number is no body
validate(5);
// @ts-expect-error: nothing is no body
validate(undefined);
// @ts-expect-error: null is no body
validate(null);
// @ts-expect-error: a body is needed
validate();
// @ts-expect-error: as a number
validate("", { maxBytes: "1" });
// @ts-expect-error: no such limit
validate("", { maxLength: 1 });
// @ts-expect-error: absent, not undefined
validate("", { maxBytes: undefined });
// @ts-expect-error: no such status
given[0]?.status === "ok";

const report = validate(body);
is<Same<Report["status"], Status>>();
is<Same<Report["candidates"], EventId[]>>();
is<Same<Report["omitted"], number | undefined>>();
const [problem] = report.problems;
is<Same<typeof problem, Problem | undefined>>();
// @ts-expect-error: there may be none
problem.code;
if (problem) {
  is<Same<typeof problem.code, ProblemCode>>();
  is<Same<typeof problem.severity, "error" | "warning">>();
  // @ts-expect-error: of a decoded body there is no text
  problem.span.start;
  // @ts-expect-error: there may be none
  problem.fix.text;
  // @ts-expect-error: no such code
  if (problem.code === "unknown-field") problem.message;
}

const error: Error = new PayloadError(report, "message");
if (error instanceof PayloadError) {
  is<Same<typeof error.report, Report>>();
  is<Same<typeof error.name, "PayloadError">>();
}
// @ts-expect-error: of which report?
new PayloadError();

const [entry] = catalog;
is<Same<typeof entry, CatalogEntry | undefined>>();
// @ts-expect-error: the catalog is not to be changed
catalog.push(entry);
if (entry) {
  is<Same<typeof entry.event, boolean>>();
  // @ts-expect-error: the whole catalog has it
  entry.schema;
  // @ts-expect-error: nor is an entry to be changed
  entry.title = "";
}
const [whole] = wholeCatalog;
is<Same<typeof whole, DetailedCatalogEntry | undefined>>();
if (whole) {
  const plain: CatalogEntry = whole;
  const dialect: unknown = whole.schema["$schema"];
  const texts: string[] = [whole.family, whole.description, whole.source];
  is<Same<typeof whole.deprecated, string | undefined>>();
  // @ts-expect-error: of any form
  whole.example.event_type;
  void [plain, dialect, texts];
}
void timeless;
