// Generated from the catalog by `npm run generate`.

/** Who sends events. */
export type ProviderName =
  | "paybook"
  | "chift"
  | "seam";

/** The identity of an event type: `provider/type`. */
export type EventId =
  | "paybook/credential_create"
  | "paybook/credential_update"
  | "paybook/refresh"
  | "paybook/documents_completed"
  | "paybook/credentials.created"
  | "paybook/credentials.updated"
  | "paybook/credentials.refreshed"
  | "paybook/documents.completed"
  | "paybook/documents.success"
  | "paybook/documents.failed"
  | "paybook/payments.chargeback_created"
  | "paybook/payments.transaction_created"
  | "paybook/webhook"
  | "paybook/webhook.create"
  | "paybook/subscription.create"
  | "chift/account.connection.created"
  | "chift/account.connection.updated"
  | "chift/account.connection.deleted"
  | "chift/account.connection.up"
  | "chift/account.connection.down"
  | "chift/account.flow.enabled"
  | "chift/account.flow.disabled"
  | "chift/account.flow.executed"
  | "chift/account.issue.created"
  | "chift/account.issue.updated"
  | "chift/account.issue.closed"
  | "chift/pos.order.completed"
  | "chift/pos.order.updated"
  | "chift/account.datalayer.refresh_executed"
  | "seam/acs_credential.deleted"
  | "seam/acs_credential.issued"
  | "seam/acs_credential.reissued"
  | "seam/acs_credential.invalidated";

/** What is wrong.
 *
 * - `invalid-json`: The body is not JSON. Status `malformed`.
 * - `invalid-utf8`: The body's bytes are not UTF-8. Status `malformed`.
 * - `too-large`: The body has more bytes than the limit. Status `malformed`.
 * - `too-deep`: Objects and arrays are nested deeper than the limit. Status `malformed`.
 * - `unknown-event`: No event of the catalog. Status `unknown`.
 * - `ambiguous-event`: Several event types fit equally well. Status `unknown`.
 * - `missing-field`: A required field is absent.
 * - `wrong-type`: A value is of another JSON type than it should be.
 * - `bad-format`: A string does not look as it should. A warning where the catalog says so.
 * - `unexpected-value`: A value is none of those that are known. A warning where the catalog says so.
 * - `misspelled-field`: A key is near-certainly a misspelling of a required field that is absent.
 * - `inconsistent-value`: Two places that must agree do not. A warning where the catalog says so.
 * - `unexpected-field`: A field that the event does not have. Always a warning: providers add fields.
 * - `missing-envelope`: The event's own fields without those around it. Always a warning.
 * - `duplicate-key`: A key is repeated; the last one counts, as in `JSON.parse`. Always a warning.
 * - `unsafe-number`: A number beyond ±(2^53−1), which JavaScript cannot hold exactly. Always a warning.
 * - `lone-surrogate`: Half of a surrogate pair: not text that can be kept as UTF-8. Always a warning.
 */
export type ProblemCode =
  | "invalid-json"
  | "invalid-utf8"
  | "too-large"
  | "too-deep"
  | "unknown-event"
  | "ambiguous-event"
  | "missing-field"
  | "wrong-type"
  | "bad-format"
  | "unexpected-value"
  | "misspelled-field"
  | "inconsistent-value"
  | "unexpected-field"
  | "missing-envelope"
  | "duplicate-key"
  | "unsafe-number"
  | "lone-surrogate";

/** A path of the provider's API, whole and in its parts. */
export interface Endpoint {
  /** As it was sent. */
  url: string;
  path: string;
  /** The parameters, decoded; an array where one is repeated. */
  query: Record<string, string | string[]>;
  /** `limit` of the query: how many are on the page. */
  limit?: number;
  /** `skip` of the query: how many are before it. */
  skip?: number;
  /** The start of the window of time that was refreshed, RFC 3339 in UTC. */
  refreshed_from?: string;
  /** Its end. */
  refreshed_to?: string;
}

/** CloudEvents 1.0 in its JSON format. */
export interface CloudEventOf<Type extends string, Data> {
  specversion: "1.0";
  /** The provider's own id of the event, else one made of its content: equal for a redelivery. */
  id: string;
  /** A URI-reference: the provider and, as far as the body names one, its tenant. */
  source: string;
  type: Type;
  /** The id of the resource that the event is about. */
  subject?: string;
  /** RFC 3339 in UTC, with the digits that were sent; absent where the body has no time. */
  time?: string;
  datacontenttype: "application/json";
  data: Data;
}

/** The payload of `credential_create`. New credential was created. Source: Paybook Sync documentation, events (flat). */
export interface PaybookCredentialCreatePayload {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: string[];
    /** Where the attachments are, a page each. */
    attachments?: string[];
    /** Where the credential is. */
    credential: string[];
    /** Where the transactions are, a page each. */
    transactions?: string[];
  };
  /** Name of the event type. */
  event: "credential_create";
  /** ID of the credential. */
  id_credential: string;
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** ID of the user. */
  id_user: string;
  /** Whether the job is still executing. */
  is_executing: 0 | 1;
}

/** `credential_create`: Credential created */
export interface PaybookCredentialCreateEvent {
  id: "paybook/credential_create";
  provider: "paybook";
  type: "credential_create";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookCredentialCreatePayload;
}

/** The canonical data of `credential_create`. New credential was created. */
export interface PaybookCredentialCreateData {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: Endpoint[];
    /** Where the attachments are, a page each. */
    attachments?: Endpoint[];
    /** Where the credential is. */
    credential: Endpoint[];
    /** Where the transactions are, a page each. */
    transactions?: Endpoint[];
  };
  /** ID of the credential. */
  credential_id: string;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** ID of the user. */
  user_id: string;
  /** Whether the job is still executing. */
  is_executing: boolean;
}

/** The payload of `credential_update`. Existing credential was updated. Source: Paybook Sync documentation, events (flat). */
export interface PaybookCredentialUpdatePayload {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: string[];
    /** Where the attachments are, a page each. */
    attachments?: string[];
    /** Where the credential is. */
    credential: string[];
    /** Where the transactions are, a page each. */
    transactions?: string[];
  };
  /** Name of the event type. */
  event: "credential_update";
  /** ID of the credential. */
  id_credential: string;
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** ID of the user. */
  id_user: string;
  /** Whether the job is still executing. */
  is_executing: 0 | 1;
}

/** `credential_update`: Credential updated */
export interface PaybookCredentialUpdateEvent {
  id: "paybook/credential_update";
  provider: "paybook";
  type: "credential_update";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookCredentialUpdatePayload;
}

/** The canonical data of `credential_update`. Existing credential was updated. */
export interface PaybookCredentialUpdateData {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: Endpoint[];
    /** Where the attachments are, a page each. */
    attachments?: Endpoint[];
    /** Where the credential is. */
    credential: Endpoint[];
    /** Where the transactions are, a page each. */
    transactions?: Endpoint[];
  };
  /** ID of the credential. */
  credential_id: string;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** ID of the user. */
  user_id: string;
  /** Whether the job is still executing. */
  is_executing: boolean;
}

/** The payload of `refresh`. Data for an existing credential was added or updated: a new or updated account, or a new or updated transaction. The event does not say which. Source: Paybook Sync documentation, events (flat). */
export interface PaybookRefreshPayload {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: string[];
    /** Where the attachments are, a page each. */
    attachments?: string[];
    /** Where the credential is. */
    credential: string[];
    /** Where the transactions are, a page each. */
    transactions?: string[];
  };
  /** Name of the event type. */
  event: "refresh";
  /** ID of the credential. */
  id_credential: string;
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** ID of the user. */
  id_user: string;
  /** Whether the job is still executing. */
  is_executing?: 0 | 1;
}

/** `refresh`: Credential refreshed */
export interface PaybookRefreshEvent {
  id: "paybook/refresh";
  provider: "paybook";
  type: "refresh";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookRefreshPayload;
}

/** The canonical data of `refresh`. Data for an existing credential was added or updated: a new or updated account, or a new or updated transaction. The event does not say which. */
export interface PaybookRefreshData {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: Endpoint[];
    /** Where the attachments are, a page each. */
    attachments?: Endpoint[];
    /** Where the credential is. */
    credential: Endpoint[];
    /** Where the transactions are, a page each. */
    transactions?: Endpoint[];
  };
  /** ID of the credential. */
  credential_id: string;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** ID of the user. */
  user_id: string;
  /** Whether the job is still executing. */
  is_executing?: boolean;
}

/** The payload of `documents_completed`. Documents have been downloaded, with or without errors. A new webhook is tried with a call that has the event's name alone. Source: Paybook/code-samples, `webhooks/sync/methods.md`, `SAT/…/README.md` and `curp/README.md`. */
export interface PaybookFlatDocumentsCompletedPayload {
  /** Paths of the API with the documents, by kind. */
  endpoints?: {
    /** Where the documents are, a page each. */
    documents: string[];
    /** Where they are as JSON. */
    documents_json?: string[];
    /** Where they are as ZIP archives. */
    documents_zip?: string[];
  };
  /** Name of the event type. */
  event: "documents_completed";
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job?: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid?: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site?: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization?: string;
  /** ID of that organization's type. */
  id_site_organization_type?: string;
  /** ID of the user. */
  id_user?: string;
  /** ID that Paybook keeps the documents of this event under: the endpoints name it. */
  uuid?: string;
}

/** `documents_completed`: Documents downloaded */
export interface PaybookFlatDocumentsCompletedEvent {
  id: "paybook/documents_completed";
  provider: "paybook";
  type: "documents_completed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookFlatDocumentsCompletedPayload;
}

/** The canonical data of `documents_completed`. Documents have been downloaded, with or without errors. A new webhook is tried with a call that has the event's name alone. */
export interface PaybookFlatDocumentsCompletedData {
  /** Paths of the API with the documents, by kind. */
  endpoints?: {
    /** Where the documents are, a page each. */
    documents: Endpoint[];
    /** Where they are as JSON. */
    documents_json?: Endpoint[];
    /** Where they are as ZIP archives. */
    documents_zip?: Endpoint[];
  };
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the job. */
  job_id?: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid?: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id?: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id?: string;
  /** ID of that organization's type. */
  site_organization_type_id?: string;
  /** ID of the user. */
  user_id?: string;
  /** ID that Paybook keeps the documents of this event under: the endpoints name it. */
  uuid?: string;
}

/** The payload of `credentials.created`. New credential was created. Source: Paybook Sync documentation, events (3.1 envelopes). */
export interface PaybookCredentialsCreatedPayload {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: string[];
    /** Where the attachments are, a page each. */
    attachments?: string[];
    /** Where the credential is. */
    credential: string[];
    /** Where the transactions are, a page each. */
    transactions?: string[];
  };
  /** Name of the same event as a flat event. */
  event: "credential_create";
  /** ID of the credential. */
  id_credential: string;
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** ID of the user. */
  id_user: string;
  /** Whether the job is still executing. */
  is_executing: 0 | 1;
}

/** What is around the payload of `credentials.created`. */
export interface PaybookCredentialsCreatedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "credentials.created";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `credentials.created`: Credential created */
export interface PaybookCredentialsCreatedEvent {
  id: "paybook/credentials.created";
  provider: "paybook";
  type: "credentials.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookCredentialsCreatedPayload;
  envelope: PaybookCredentialsCreatedEnvelope;
}

/** The canonical data of `credentials.created`. New credential was created. */
export interface PaybookCredentialsCreatedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: Endpoint[];
    /** Where the attachments are, a page each. */
    attachments?: Endpoint[];
    /** Where the credential is. */
    credential: Endpoint[];
    /** Where the transactions are, a page each. */
    transactions?: Endpoint[];
  };
  /** ID of the credential. */
  credential_id: string;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** Whether the job is still executing. */
  is_executing: boolean;
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `credentials.updated`. Existing credential was updated. Source: Paybook Sync documentation, events (3.1 envelopes). */
export interface PaybookCredentialsUpdatedPayload {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: string[];
    /** Where the attachments are, a page each. */
    attachments?: string[];
    /** Where the credential is. */
    credential: string[];
    /** Where the transactions are, a page each. */
    transactions?: string[];
  };
  /** Name of the same event as a flat event. */
  event: "credential_update";
  /** ID of the credential. */
  id_credential: string;
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** ID of the user. */
  id_user: string;
  /** Whether the job is still executing. */
  is_executing: 0 | 1;
}

/** What is around the payload of `credentials.updated`. */
export interface PaybookCredentialsUpdatedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "credentials.updated";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `credentials.updated`: Credential updated */
export interface PaybookCredentialsUpdatedEvent {
  id: "paybook/credentials.updated";
  provider: "paybook";
  type: "credentials.updated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookCredentialsUpdatedPayload;
  envelope: PaybookCredentialsUpdatedEnvelope;
}

/** The canonical data of `credentials.updated`. Existing credential was updated. */
export interface PaybookCredentialsUpdatedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: Endpoint[];
    /** Where the attachments are, a page each. */
    attachments?: Endpoint[];
    /** Where the credential is. */
    credential: Endpoint[];
    /** Where the transactions are, a page each. */
    transactions?: Endpoint[];
  };
  /** ID of the credential. */
  credential_id: string;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** Whether the job is still executing. */
  is_executing: boolean;
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `credentials.refreshed`. Data for an existing credential was added or updated: a new or updated account, or a new or updated transaction. The event does not say which. Source: Paybook Sync documentation, events (3.1 envelopes). */
export interface PaybookCredentialsRefreshedPayload {
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: string[];
    /** Where the attachments are, a page each. */
    attachments?: string[];
    /** Where the credential is. */
    credential: string[];
    /** Where the transactions are, a page each. */
    transactions?: string[];
  };
  /** Name of the same event as a flat event. */
  event: "refresh";
  /** ID of the credential. */
  id_credential: string;
  /** The ID that the user has in your system. */
  id_external?: string | null;
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** ID of the user. */
  id_user: string;
  /** Whether the job is still executing. */
  is_executing?: 0 | 1;
}

/** What is around the payload of `credentials.refreshed`. */
export interface PaybookCredentialsRefreshedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "credentials.refreshed";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `credentials.refreshed`: Credential refreshed */
export interface PaybookCredentialsRefreshedEvent {
  id: "paybook/credentials.refreshed";
  provider: "paybook";
  type: "credentials.refreshed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookCredentialsRefreshedPayload;
  envelope: PaybookCredentialsRefreshedEnvelope;
}

/** The canonical data of `credentials.refreshed`. Data for an existing credential was added or updated: a new or updated account, or a new or updated transaction. The event does not say which. */
export interface PaybookCredentialsRefreshedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** Paths of the API with the data that the event is about, by kind. */
  endpoints: {
    /** Where the accounts are. */
    accounts?: Endpoint[];
    /** Where the attachments are, a page each. */
    attachments?: Endpoint[];
    /** Where the credential is. */
    credential: Endpoint[];
    /** Where the transactions are, a page each. */
    transactions?: Endpoint[];
  };
  /** ID of the credential. */
  credential_id: string;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** Whether the job is still executing. */
  is_executing?: boolean;
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `documents.completed`. Documents have been downloaded, with or without errors. Source: Paybook Sync documentation, events (3.1 envelopes). */
export interface PaybookDocumentsCompletedPayload {
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** Paths of the API with the documents. */
  endpoints: string[];
}

/** What is around the payload of `documents.completed`. */
export interface PaybookDocumentsCompletedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "documents.completed";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `documents.completed`: Documents downloaded */
export interface PaybookDocumentsCompletedEvent {
  id: "paybook/documents.completed";
  provider: "paybook";
  type: "documents.completed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookDocumentsCompletedPayload;
  envelope: PaybookDocumentsCompletedEnvelope;
}

/** The canonical data of `documents.completed`. Documents have been downloaded, with or without errors. */
export interface PaybookDocumentsCompletedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** Paths of the API with the documents. */
  endpoints: { documents: Endpoint[] };
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `documents.success`. Documents have been downloaded successfully: without any error. Source: Paybook Sync documentation, events (3.1 envelopes). */
export interface PaybookDocumentsSuccessPayload {
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** Paths of the API with the documents. */
  endpoints: string[];
}

/** What is around the payload of `documents.success`. */
export interface PaybookDocumentsSuccessEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "documents.success";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `documents.success`: Documents downloaded successfully */
export interface PaybookDocumentsSuccessEvent {
  id: "paybook/documents.success";
  provider: "paybook";
  type: "documents.success";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookDocumentsSuccessPayload;
  envelope: PaybookDocumentsSuccessEnvelope;
}

/** The canonical data of `documents.success`. Documents have been downloaded successfully: without any error. */
export interface PaybookDocumentsSuccessData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** Paths of the API with the documents. */
  endpoints: { documents: Endpoint[] };
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `documents.failed`. Documents have been downloaded unsuccessfully: one or more errors occurred while downloading them. There may be inconsistencies in the document. Source: Paybook Sync documentation, events (3.1 envelopes). */
export interface PaybookDocumentsFailedPayload {
  /** ID of the job. */
  id_job: string;
  /** ID of the job's type. */
  id_job_type?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  id_job_uuid: string;
  /** ID of the type of the job's second ID. */
  id_job_uuid_type?: string;
  /** ID of the site. */
  id_site: string;
  /** ID of the organization that the site belongs to. */
  id_site_organization: string;
  /** ID of that organization's type. */
  id_site_organization_type: string;
  /** Paths of the API with the documents. */
  endpoints: string[];
}

/** What is around the payload of `documents.failed`. */
export interface PaybookDocumentsFailedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "documents.failed" | "documents.fail";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `documents.failed`: Documents downloaded unsuccessfully */
export interface PaybookDocumentsFailedEvent {
  id: "paybook/documents.failed";
  provider: "paybook";
  type: "documents.failed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookDocumentsFailedPayload;
  envelope: PaybookDocumentsFailedEnvelope;
}

/** The canonical data of `documents.failed`. Documents have been downloaded unsuccessfully: one or more errors occurred while downloading them. There may be inconsistencies in the document. */
export interface PaybookDocumentsFailedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** ID of the job. */
  job_id: string;
  /** ID of the job's type. */
  job_type_id?: string;
  /** Second ID of the job: 24 hexadecimal digits, not a UUID. */
  job_uuid: string;
  /** ID of the type of the job's second ID. */
  job_uuid_type_id?: string;
  /** ID of the site. */
  site_id: string;
  /** ID of the organization that the site belongs to. */
  site_organization_id: string;
  /** ID of that organization's type. */
  site_organization_type_id: string;
  /** Paths of the API with the documents. */
  endpoints: { documents: Endpoint[] };
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `payments.chargeback_created`. A charge was taken back: the chargeback, of a negative amount, is a charge itself. Source: Paybook/sync-code-samples, `webhooks/payments/events.md`. */
export interface PaybookPaymentsChargebackCreatedPayload {
  /** ID of the charge. */
  id_pymnt_charge: string;
  /** ID of the affiliate; null where there is none. */
  id_pymnt_affiliate: string | null;
  /** ID of the customer. */
  id_pymnt_customer?: string;
  /** ID of the currency of the amounts. */
  id_currency?: string;
  /** ID of the cryptocurrency; empty where there is none. */
  id_crypto_currency?: string;
  /** ID of the profile. */
  id_profile?: string;
  /** The payment processor's number of the transaction, in base64. */
  transaction: string;
  /** Address of the cryptocurrency; empty where there is none. */
  address?: string;
  /** What there is to say of a cryptocurrency. */
  crypto?: unknown;
  /** Date and time of the transaction. */
  timestamp?: string | number;
  /** When the charge was made. */
  dt_charge?: string | number;
  /** Year and month, as in 202105. */
  period?: number;
  /** The week, by a day of it, as in 20210520. */
  week?: number;
  /** The day, as in 20210520. */
  day?: number;
  /** How it was paid, as in `POS`. */
  payment_method: string;
  /** The bank's authorization; empty where there is none. */
  authorization_code: string;
  /** Status of the charge, as in `N`; may be empty. */
  status: string;
  /** Type of the transaction: `C` of a chargeback. */
  transaction_type: string;
  /** Where the receipt is; empty where there is none. */
  receipt_url: string;
  /** Where the checkout is; empty where there is none. */
  checkout_url?: string;
  /** Whether it was given back. */
  has_devolution: "0" | "1";
  /** The merchant's affiliation. */
  affiliation?: string;
  /** Name of the affiliation; may be empty. */
  affiliation_name?: string;
  /** What the charge refers to. */
  reference: {
    /** A number for the charge. */
    number?: string;
    /** What the charge is for. */
    description: string;
  };
  /** The card that paid; an empty array where there is none. */
  card: {
    /** ID of the card. */
    id_pymnt_card: string;
    /** Name of its holder. */
    holder_name: string;
    /** Kind of card, as in `VISA`. */
    type: string;
    /** Its number, masked. */
    number: string;
  } | never[];
  /** IDs of other charges: of a chargeback, the charge that was taken back. */
  linked?: string[];
  /** The amount, negative where it was taken back. */
  amount: number;
  /** The amount in the cryptocurrency. */
  amount_crypto?: string;
  /** The amount less the fees. */
  net_amount: number;
  /** The net amount in the cryptocurrency. */
  net_amount_crypto?: string;
  /** The tip. */
  tip: number;
  /** The commission. */
  commission: number;
  /** The commission in the cryptocurrency. */
  commission_crypto?: string;
  /** The fee. */
  fee: number;
  /** The fee in the cryptocurrency. */
  fee_crypto?: string;
  /** What the fee is made of; null where there is none. */
  fee_details: ({
    /** Kind of fee. */
    type: string;
    /** Its percentage of the amount. */
    percentage: number;
    /** Its amount. */
    amount: number;
    /** What it is for; may be empty. */
    description: string;
  })[] | null;
  /** Where the charge was made. */
  origin: {
    /** Where that is. */
    location: {
      /** Degrees north. */
      latitude: number | string;
      /** Degrees east. */
      longitude: number | string;
    };
  };
  /** When the charge was recorded. */
  dt_create: string | number;
  /** When its record was last changed; null where it was not. */
  dt_modify: string | number | null;
}

/** What is around the payload of `payments.chargeback_created`. */
export interface PaybookPaymentsChargebackCreatedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at?: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "payments.chargeback_created";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `payments.chargeback_created`: Chargeback created */
export interface PaybookPaymentsChargebackCreatedEvent {
  id: "paybook/payments.chargeback_created";
  provider: "paybook";
  type: "payments.chargeback_created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookPaymentsChargebackCreatedPayload;
  envelope: PaybookPaymentsChargebackCreatedEnvelope;
}

/** The canonical data of `payments.chargeback_created`. A charge was taken back: the chargeback, of a negative amount, is a charge itself. */
export interface PaybookPaymentsChargebackCreatedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** ID of the charge. */
  charge_id: string;
  /** ID of the affiliate; null where there is none. */
  affiliate_id: string | null;
  /** ID of the customer. */
  customer_id?: string;
  /** ID of the currency of the amounts. */
  currency_id?: string;
  /** ID of the cryptocurrency; empty where there is none. */
  crypto_currency_id?: string;
  /** ID of the profile. */
  profile_id?: string;
  /** The payment processor's number of the transaction, in base64. */
  transaction: string;
  /** Address of the cryptocurrency; empty where there is none. */
  address?: string;
  /** What there is to say of a cryptocurrency. */
  crypto?: unknown;
  /** Date and time of the transaction. */
  timestamp?: number | string;
  /** When the charge was made. */
  charged_at?: number | string;
  /** Year and month, as in 202105. */
  period?: number | string;
  /** The week, by a day of it, as in 20210520. */
  week?: number | string;
  /** The day, as in 20210520. */
  day?: number | string;
  /** How it was paid, as in `POS`. */
  payment_method: string;
  /** The bank's authorization; empty where there is none. */
  authorization_code: string;
  /** Status of the charge, as in `N`; may be empty. */
  status: string;
  /** Type of the transaction: `C` of a chargeback. */
  transaction_type: string;
  /** Where the receipt is; empty where there is none. */
  receipt_url: string;
  /** Where the checkout is; empty where there is none. */
  checkout_url?: string;
  /** Whether it was given back. */
  has_devolution: boolean;
  /** The merchant's affiliation. */
  affiliation?: string;
  /** Name of the affiliation; may be empty. */
  affiliation_name?: string;
  /** What the charge refers to. */
  reference: {
    /** A number for the charge. */
    number?: string;
    /** What the charge is for. */
    description: string;
  };
  /** The card that paid; an empty array where there is none. */
  card: {
    /** ID of the card. */
    card_id: string;
    /** Name of its holder. */
    holder_name: string;
    /** Kind of card, as in `VISA`. */
    type: string;
    /** Its number, masked. */
    number: string;
  } | never[];
  /** IDs of other charges: of a chargeback, the charge that was taken back. */
  linked?: string[];
  /** The amount, negative where it was taken back. */
  amount: number | string;
  /** The amount in the cryptocurrency. */
  amount_crypto?: string;
  /** The amount less the fees. */
  net_amount: number | string;
  /** The net amount in the cryptocurrency. */
  net_amount_crypto?: string;
  /** The tip. */
  tip: number | string;
  /** The commission. */
  commission: number | string;
  /** The commission in the cryptocurrency. */
  commission_crypto?: string;
  /** The fee. */
  fee: number | string;
  /** The fee in the cryptocurrency. */
  fee_crypto?: string;
  /** What the fee is made of; null where there is none. */
  fee_details: ({
    /** Kind of fee. */
    type: string;
    /** Its percentage of the amount. */
    percentage: number | string;
    /** Its amount. */
    amount: number | string;
    /** What it is for; may be empty. */
    description: string;
  })[] | null;
  /** Where the charge was made. */
  origin: {
    /** Where that is. */
    location: {
      /** Degrees north. */
      latitude: number | string;
      /** Degrees east. */
      longitude: number | string;
    };
  };
  /** When the charge was recorded. */
  created_at: number | string;
  /** When its record was last changed; null where it was not. */
  modified_at: number | string | null;
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `payments.transaction_created`. One charge or more were made: a list of them, in older documents the one charge. Source: Paybook/sync-code-samples, `webhooks/payments/events.md`. */
export type PaybookPaymentsTransactionCreatedPayload = PaybookPaymentsTransactionCreatedElement[] | PaybookPaymentsTransactionCreatedElement;

/** One of what the payload of `payments.transaction_created` lists, or is. */
export interface PaybookPaymentsTransactionCreatedElement {
  /** ID of the charge. */
  id_pymnt_charge: string;
  /** ID of the affiliate; null where there is none. */
  id_pymnt_affiliate: string | null;
  /** ID of the customer. */
  id_pymnt_customer?: string;
  /** ID of the currency of the amounts. */
  id_currency?: string;
  /** ID of the cryptocurrency; empty where there is none. */
  id_crypto_currency?: string;
  /** ID of the profile. */
  id_profile?: string;
  /** The payment processor's number of the transaction, in base64. */
  transaction: string;
  /** Address of the cryptocurrency; empty where there is none. */
  address?: string;
  /** What there is to say of a cryptocurrency. */
  crypto?: unknown;
  /** Date and time of the transaction. */
  timestamp?: string | number;
  /** When the charge was made. */
  dt_charge?: string | number;
  /** Year and month, as in 202105. */
  period?: number;
  /** The week, by a day of it, as in 20210520. */
  week?: number;
  /** The day, as in 20210520. */
  day?: number;
  /** How it was paid, as in `POS`. */
  payment_method: string;
  /** The bank's authorization; empty where there is none. */
  authorization_code: string;
  /** Status of the charge, as in `N`; may be empty. */
  status: string;
  /** Type of the transaction: `C` of a chargeback. */
  transaction_type: string;
  /** Where the receipt is; empty where there is none. */
  receipt_url: string;
  /** Where the checkout is; empty where there is none. */
  checkout_url?: string;
  /** Whether it was given back. */
  has_devolution: "0" | "1";
  /** The merchant's affiliation. */
  affiliation?: string;
  /** Name of the affiliation; may be empty. */
  affiliation_name?: string;
  /** What the charge refers to. */
  reference: {
    /** A number for the charge. */
    number?: string;
    /** What the charge is for. */
    description: string;
  };
  /** The card that paid; an empty array where there is none. */
  card: {
    /** ID of the card. */
    id_pymnt_card: string;
    /** Name of its holder. */
    holder_name: string;
    /** Kind of card, as in `VISA`. */
    type: string;
    /** Its number, masked. */
    number: string;
  } | never[];
  /** IDs of other charges: of a chargeback, the charge that was taken back. */
  linked?: string[];
  /** The amount, negative where it was taken back. */
  amount: number;
  /** The amount in the cryptocurrency. */
  amount_crypto?: string;
  /** The amount less the fees. */
  net_amount: number;
  /** The net amount in the cryptocurrency. */
  net_amount_crypto?: string;
  /** The tip. */
  tip: number;
  /** The commission. */
  commission: number;
  /** The commission in the cryptocurrency. */
  commission_crypto?: string;
  /** The fee. */
  fee: number;
  /** The fee in the cryptocurrency. */
  fee_crypto?: string;
  /** What the fee is made of; null where there is none. */
  fee_details: ({
    /** Kind of fee. */
    type: string;
    /** Its percentage of the amount. */
    percentage: number;
    /** Its amount. */
    amount: number;
    /** What it is for; may be empty. */
    description: string;
  })[] | null;
  /** Where the charge was made. */
  origin: {
    /** Where that is. */
    location: {
      /** Degrees north. */
      latitude: number | string;
      /** Degrees east. */
      longitude: number | string;
    };
  };
  /** When the charge was recorded. */
  dt_create: string | number;
  /** When its record was last changed; null where it was not. */
  dt_modify: string | number | null;
}

/** What is around the payload of `payments.transaction_created`. */
export interface PaybookPaymentsTransactionCreatedEnvelope {
  /** ID of the request that delivers them. */
  rid: string;
  /** What the event is, and whose. */
  header: {
    /** Which event it is. */
    event: {
      /** When the event happened. */
      at?: string;
      /** ID of the event. */
      eid: string;
      /** Name of the event type. */
      name: "payments.transaction_created";
      /** Version of the envelope. */
      version: "3.1" | (string & {});
    };
    /** Whose event it is. */
    user: {
      /** ID of the environment: sandbox or production. */
      id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
      /** The ID that the user has in your system. */
      id_external?: string | null;
      /** ID of the user. */
      id_user: string;
    };
  };
}

/** `payments.transaction_created`: Payment transactions created */
export interface PaybookPaymentsTransactionCreatedEvent {
  id: "paybook/payments.transaction_created";
  provider: "paybook";
  type: "payments.transaction_created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookPaymentsTransactionCreatedPayload;
  envelope: PaybookPaymentsTransactionCreatedEnvelope;
}

/** The canonical data of `payments.transaction_created`. One charge or more were made: a list of them, in older documents the one charge. */
export interface PaybookPaymentsTransactionCreatedData {
  /** Version of the envelope. */
  version: "3.1" | (string & {});
  /** ID of the environment: sandbox or production. */
  environment_id: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What that is called; null where it is not known. */
  environment: "sandbox" | "production" | null;
  /** The ID that the user has in your system. */
  external_id?: string | null;
  /** ID of the user. */
  user_id: string;
  /** The charges. */
  charges: ({
    /** ID of the charge. */
    charge_id: string;
    /** ID of the affiliate; null where there is none. */
    affiliate_id: string | null;
    /** ID of the customer. */
    customer_id?: string;
    /** ID of the currency of the amounts. */
    currency_id?: string;
    /** ID of the cryptocurrency; empty where there is none. */
    crypto_currency_id?: string;
    /** ID of the profile. */
    profile_id?: string;
    /** The payment processor's number of the transaction, in base64. */
    transaction: string;
    /** Address of the cryptocurrency; empty where there is none. */
    address?: string;
    /** What there is to say of a cryptocurrency. */
    crypto?: unknown;
    /** Date and time of the transaction. */
    timestamp?: number | string;
    /** When the charge was made. */
    charged_at?: number | string;
    /** Year and month, as in 202105. */
    period?: number | string;
    /** The week, by a day of it, as in 20210520. */
    week?: number | string;
    /** The day, as in 20210520. */
    day?: number | string;
    /** How it was paid, as in `POS`. */
    payment_method: string;
    /** The bank's authorization; empty where there is none. */
    authorization_code: string;
    /** Status of the charge, as in `N`; may be empty. */
    status: string;
    /** Type of the transaction: `C` of a chargeback. */
    transaction_type: string;
    /** Where the receipt is; empty where there is none. */
    receipt_url: string;
    /** Where the checkout is; empty where there is none. */
    checkout_url?: string;
    /** Whether it was given back. */
    has_devolution: boolean;
    /** The merchant's affiliation. */
    affiliation?: string;
    /** Name of the affiliation; may be empty. */
    affiliation_name?: string;
    /** What the charge refers to. */
    reference: {
      /** A number for the charge. */
      number?: string;
      /** What the charge is for. */
      description: string;
    };
    /** The card that paid; an empty array where there is none. */
    card: {
      /** ID of the card. */
      card_id: string;
      /** Name of its holder. */
      holder_name: string;
      /** Kind of card, as in `VISA`. */
      type: string;
      /** Its number, masked. */
      number: string;
    } | never[];
    /** IDs of other charges: of a chargeback, the charge that was taken back. */
    linked?: string[];
    /** The amount, negative where it was taken back. */
    amount: number | string;
    /** The amount in the cryptocurrency. */
    amount_crypto?: string;
    /** The amount less the fees. */
    net_amount: number | string;
    /** The net amount in the cryptocurrency. */
    net_amount_crypto?: string;
    /** The tip. */
    tip: number | string;
    /** The commission. */
    commission: number | string;
    /** The commission in the cryptocurrency. */
    commission_crypto?: string;
    /** The fee. */
    fee: number | string;
    /** The fee in the cryptocurrency. */
    fee_crypto?: string;
    /** What the fee is made of; null where there is none. */
    fee_details: ({
      /** Kind of fee. */
      type: string;
      /** Its percentage of the amount. */
      percentage: number | string;
      /** Its amount. */
      amount: number | string;
      /** What it is for; may be empty. */
      description: string;
    })[] | null;
    /** Where the charge was made. */
    origin: {
      /** Where that is. */
      location: {
        /** Degrees north. */
        latitude: number | string;
        /** Degrees east. */
        longitude: number | string;
      };
    };
    /** When the charge was recorded. */
    created_at: number | string;
    /** When its record was last changed; null where it was not. */
    modified_at: number | string | null;
  })[];
  /** ID of the request that delivers them. */
  rid: string;
}

/** The payload of `webhook`. A webhook that is registered: the URL, and the events that are sent there. Source: Paybook Sync documentation, webhooks. */
export interface PaybookWebhookPayload {
  /** ID of the webhook. */
  id_webhook: string;
  /** ID of the user whose events are sent; null: of every user. */
  id_user?: string | null;
  /** Whether it is switched off: 0 or 1. */
  is_disabled?: 0 | 1;
  /** Names of the events that are sent. */
  events: ("credential_create" | "credential_update" | "refresh" | "documents_completed")[];
  /** Where the events are sent. */
  url: string;
  /** How long a delivery waits, in the provider's unit. */
  delay?: number;
  /** How many deliveries have failed. */
  ct_failed?: number;
  /** When it was registered. */
  dt_created?: string | number;
  /** When it was last changed. */
  dt_modified?: string | number | null;
  /** The same as `dt_created`, in other answers of the API. */
  dt_create?: string | number;
  /** The same as `dt_modified`, in other answers of the API. */
  dt_modify?: string | number | null;
}

/** `webhook`: Webhook subscription */
export interface PaybookWebhookEvent {
  id: "paybook/webhook";
  provider: "paybook";
  type: "webhook";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookWebhookPayload;
}

/** The payload of `webhook.create`. The request that creates a new webhook. Source: Paybook Sync documentation, webhooks. */
export interface PaybookWebhookCreatePayload {
  /** Where the events are sent. */
  url: string;
  /** Names of the events that are sent. */
  events: ("credential_create" | "credential_update" | "refresh" | "documents_completed")[];
  /** ID of the user whose events are to be sent; null: of every user. */
  id_user?: string | null;
  /** ID of the environment: sandbox or production. */
  id_environment?: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** How long a delivery waits, in the provider's unit. */
  delay?: number;
  /** HTTP headers that are sent with each event. */
  headers?: unknown;
  /** The API key, where it is not in a header. */
  api_key?: string;
}

/** `webhook.create`: Webhook registration request */
export interface PaybookWebhookCreateEvent {
  id: "paybook/webhook.create";
  provider: "paybook";
  type: "webhook.create";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookWebhookCreatePayload;
}

/** The payload of `subscription.create`. The request that subscribes a URL to events of the 3.1 envelope. Source: Paybook/sync-code-samples, `postman/payments.json`, `POST /v1/webhooks/subscriptions`. */
export interface PaybookSubscriptionCreatePayload {
  /** ID of the environment: sandbox or production. */
  id_environment: "574894bf7848066d138b4570" | "574894bf7848066d138b4571" | (string & {});
  /** What the subscription is for, in your words. */
  description: string;
  /** IDs of the events that are sent, as `GET /v1/catalogues/webhook3_events` lists them. */
  events: string[];
  /** Whether events are grouped in one delivery: 0 or 1. */
  group_events: 0 | 1;
  /** Where the events are sent. */
  url: string;
}

/** `subscription.create`: Webhook subscription request */
export interface PaybookSubscriptionCreateEvent {
  id: "paybook/subscription.create";
  provider: "paybook";
  type: "subscription.create";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: PaybookSubscriptionCreatePayload;
}

/** The payload of `account.connection.created`. Event on the creation of a new consumer’s connection (you receive this event only when the connection was successfully created). Source: Chift documentation, webhook events. */
export interface ChiftAccountConnectionCreatedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.connection.created";
  /** ID of the connection on which the event occurred. */
  connectionid: string;
}

/** `account.connection.created`: Connection created */
export interface ChiftAccountConnectionCreatedEvent {
  id: "chift/account.connection.created";
  provider: "chift";
  type: "account.connection.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountConnectionCreatedPayload;
}

/** The canonical data of `account.connection.created`. Event on the creation of a new consumer’s connection (you receive this event only when the connection was successfully created). */
export interface ChiftAccountConnectionCreatedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the connection on which the event occurred. */
  connection_id: string;
}

/** The payload of `account.connection.updated`. Event on the update of a consumer’s connection. Source: Chift documentation, webhook events. */
export interface ChiftAccountConnectionUpdatedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.connection.updated";
  /** ID of the connection on which the event occurred. */
  connectionid: string;
  /** Whether the connection works: `active` or `inactive`. */
  status: "active" | "inactive";
}

/** `account.connection.updated`: Connection updated */
export interface ChiftAccountConnectionUpdatedEvent {
  id: "chift/account.connection.updated";
  provider: "chift";
  type: "account.connection.updated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountConnectionUpdatedPayload;
}

/** The canonical data of `account.connection.updated`. Event on the update of a consumer’s connection. */
export interface ChiftAccountConnectionUpdatedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the connection on which the event occurred. */
  connection_id: string;
  /** Whether the connection works: `active` or `inactive`. */
  status: "active" | "inactive";
}

/** The payload of `account.connection.deleted`. Event on the deletion of a consumer’s connection. Source: Chift documentation, webhook events. */
export interface ChiftAccountConnectionDeletedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.connection.deleted";
  /** ID of the connection on which the event occurred. */
  connectionid: string;
}

/** `account.connection.deleted`: Connection deleted */
export interface ChiftAccountConnectionDeletedEvent {
  id: "chift/account.connection.deleted";
  provider: "chift";
  type: "account.connection.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountConnectionDeletedPayload;
}

/** The canonical data of `account.connection.deleted`. Event on the deletion of a consumer’s connection. */
export interface ChiftAccountConnectionDeletedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the connection on which the event occurred. */
  connection_id: string;
}

/** The payload of `account.connection.up`. Event when a local agent is correctly set up. Source: Chift documentation, webhook events. */
export interface ChiftAccountConnectionUpPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.connection.up";
  /** ID of the connection on which the event occurred. */
  connectionid: string;
}

/** `account.connection.up`: Connection up */
export interface ChiftAccountConnectionUpEvent {
  id: "chift/account.connection.up";
  provider: "chift";
  type: "account.connection.up";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountConnectionUpPayload;
}

/** The canonical data of `account.connection.up`. Event when a local agent is correctly set up. */
export interface ChiftAccountConnectionUpData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the connection on which the event occurred. */
  connection_id: string;
}

/** The payload of `account.connection.down`. Event when a local agent did not send any ping for 15 minutes. Source: Chift documentation, webhook events. */
export interface ChiftAccountConnectionDownPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.connection.down";
  /** ID of the connection on which the event occurred. */
  connectionid: string;
}

/** `account.connection.down`: Connection down */
export interface ChiftAccountConnectionDownEvent {
  id: "chift/account.connection.down";
  provider: "chift";
  type: "account.connection.down";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountConnectionDownPayload;
}

/** The canonical data of `account.connection.down`. Event when a local agent did not send any ping for 15 minutes. */
export interface ChiftAccountConnectionDownData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the connection on which the event occurred. */
  connection_id: string;
}

/** The payload of `account.flow.enabled`. Event on the activation of a flow for a specific consumer. Source: Chift documentation, webhook events. */
export interface ChiftAccountFlowEnabledPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.flow.enabled";
  /** ID of the flow on which the event occurred. */
  flowid: string;
  /** ID of the sync on which the event occurred. */
  syncid: string;
}

/** `account.flow.enabled`: Flow enabled */
export interface ChiftAccountFlowEnabledEvent {
  id: "chift/account.flow.enabled";
  provider: "chift";
  type: "account.flow.enabled";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountFlowEnabledPayload;
}

/** The canonical data of `account.flow.enabled`. Event on the activation of a flow for a specific consumer. */
export interface ChiftAccountFlowEnabledData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the flow on which the event occurred. */
  flow_id: string;
  /** ID of the sync on which the event occurred. */
  sync_id: string;
}

/** The payload of `account.flow.disabled`. Event on the deactivation of a flow for a specific consumer. Source: Chift documentation, webhook events. */
export interface ChiftAccountFlowDisabledPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.flow.disabled";
  /** ID of the flow on which the event occurred. */
  flowid: string;
  /** ID of the sync on which the event occurred. */
  syncid: string;
}

/** `account.flow.disabled`: Flow disabled */
export interface ChiftAccountFlowDisabledEvent {
  id: "chift/account.flow.disabled";
  provider: "chift";
  type: "account.flow.disabled";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountFlowDisabledPayload;
}

/** The canonical data of `account.flow.disabled`. Event on the deactivation of a flow for a specific consumer. */
export interface ChiftAccountFlowDisabledData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the flow on which the event occurred. */
  flow_id: string;
  /** ID of the sync on which the event occurred. */
  sync_id: string;
}

/** The payload of `account.flow.executed`. Event on full execution of a flow (one event per consumer). Source: Chift documentation, webhook events. */
export interface ChiftAccountFlowExecutedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.flow.executed";
  /** ID of the flow on which the event occurred. */
  flowid: string;
  /** ID of the sync on which the event occurred. */
  syncid: string;
  /** How the execution ended: `success` or `error`. */
  status: "success" | "error";
  /** ID of the execution of the consumer flow. */
  executionid: string;
  /** ID of the execution of the parent flow; null where there is none. */
  parentexecutionid: string | null;
}

/** `account.flow.executed`: Flow executed */
export interface ChiftAccountFlowExecutedEvent {
  id: "chift/account.flow.executed";
  provider: "chift";
  type: "account.flow.executed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountFlowExecutedPayload;
}

/** The canonical data of `account.flow.executed`. Event on full execution of a flow (one event per consumer). */
export interface ChiftAccountFlowExecutedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the flow on which the event occurred. */
  flow_id: string;
  /** ID of the sync on which the event occurred. */
  sync_id: string;
  /** How the execution ended: `success` or `error`. */
  status: "success" | "error";
  /** ID of the execution of the consumer flow. */
  execution_id: string;
  /** ID of the execution of the parent flow; null where there is none. */
  parent_execution_id: string | null;
}

/** The payload of `account.issue.created`. Event when a new consumer issue is raised. Source: Chift documentation, webhook events. */
export interface ChiftAccountIssueCreatedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.issue.created";
  /** ID of the consumer issue. */
  issue_id: string;
  /** ID of the connection on which the issue occurred. */
  connectionid: string;
  /** ID of the sync on which the issue occurred. */
  syncid?: string | null;
  /** Error code of the issue. */
  error_code: string;
  /** Status of the issue. */
  issue_status: string;
  /** Error message describing the issue. */
  message: string;
  /** Additional context information: any JSON. */
  context: unknown;
}

/** `account.issue.created`: Issue created */
export interface ChiftAccountIssueCreatedEvent {
  id: "chift/account.issue.created";
  provider: "chift";
  type: "account.issue.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountIssueCreatedPayload;
}

/** The canonical data of `account.issue.created`. Event when a new consumer issue is raised. */
export interface ChiftAccountIssueCreatedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the consumer issue. */
  issue_id: string;
  /** ID of the connection on which the issue occurred. */
  connection_id: string;
  /** ID of the sync on which the issue occurred. */
  sync_id?: string | null;
  /** Error code of the issue. */
  error_code: string;
  /** Status of the issue. */
  issue_status: string;
  /** Error message describing the issue. */
  message: string;
  /** Additional context information: any JSON. */
  context: unknown;
}

/** The payload of `account.issue.updated`. Event when there is a new occurrence of an existing consumer issue. Source: Chift documentation, webhook events. */
export interface ChiftAccountIssueUpdatedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.issue.updated";
  /** ID of the consumer issue. */
  issue_id: string;
  /** ID of the connection on which the issue occurred. */
  connectionid: string;
  /** ID of the sync on which the issue occurred. */
  syncid?: string | null;
  /** Error code of the issue. */
  error_code: string;
  /** Status of the issue. */
  issue_status: string;
  /** Error message describing the issue. */
  message: string;
  /** Additional context information: any JSON. */
  context: unknown;
  /** Number of times this issue has occurred. */
  occurrences: number;
}

/** `account.issue.updated`: Issue updated */
export interface ChiftAccountIssueUpdatedEvent {
  id: "chift/account.issue.updated";
  provider: "chift";
  type: "account.issue.updated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountIssueUpdatedPayload;
}

/** The canonical data of `account.issue.updated`. Event when there is a new occurrence of an existing consumer issue. */
export interface ChiftAccountIssueUpdatedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the consumer issue. */
  issue_id: string;
  /** ID of the connection on which the issue occurred. */
  connection_id: string;
  /** ID of the sync on which the issue occurred. */
  sync_id?: string | null;
  /** Error code of the issue. */
  error_code: string;
  /** Status of the issue. */
  issue_status: string;
  /** Error message describing the issue. */
  message: string;
  /** Additional context information: any JSON. */
  context: unknown;
  /** Number of times this issue has occurred. */
  occurrences: number | string;
}

/** The payload of `account.issue.closed`. Event when a consumer issue was closed automatically. Source: Chift documentation, webhook events. */
export interface ChiftAccountIssueClosedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.issue.closed";
  /** ID of the consumer issue. */
  issue_id: string;
  /** ID of the connection on which the issue occurred. */
  connectionid: string;
  /** ID of the sync on which the issue occurred. */
  syncid?: string | null;
  /** Error code of the issue. */
  error_code: string;
  /** Status of the issue: `auto_closed`. */
  issue_status: "auto_closed";
}

/** `account.issue.closed`: Issue closed */
export interface ChiftAccountIssueClosedEvent {
  id: "chift/account.issue.closed";
  provider: "chift";
  type: "account.issue.closed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountIssueClosedPayload;
}

/** The canonical data of `account.issue.closed`. Event when a consumer issue was closed automatically. */
export interface ChiftAccountIssueClosedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the consumer issue. */
  issue_id: string;
  /** ID of the connection on which the issue occurred. */
  connection_id: string;
  /** ID of the sync on which the issue occurred. */
  sync_id?: string | null;
  /** Error code of the issue. */
  error_code: string;
  /** Status of the issue: `auto_closed`. */
  issue_status: "auto_closed";
}

/** The payload of `pos.order.completed`. Event when an order was completed. Source: Chift documentation, webhook events. */
export interface ChiftPosOrderCompletedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "pos.order.completed";
  /** ID of the order on which the event occurred. */
  order_id: string;
  /** ID of the device on which the order was completed. */
  device_id?: string | null;
  /** ID of the customer that has made the order. */
  customer_id?: string | null;
  /** ID of the location on which the order was completed. */
  location_id: string;
  /** Time of completion. */
  updated_at: string | number;
}

/** `pos.order.completed`: Order completed */
export interface ChiftPosOrderCompletedEvent {
  id: "chift/pos.order.completed";
  provider: "chift";
  type: "pos.order.completed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftPosOrderCompletedPayload;
}

/** The canonical data of `pos.order.completed`. Event when an order was completed. */
export interface ChiftPosOrderCompletedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the order on which the event occurred. */
  order_id: string;
  /** ID of the device on which the order was completed. */
  device_id?: string | null;
  /** ID of the customer that has made the order. */
  customer_id?: string | null;
  /** ID of the location on which the order was completed. */
  location_id: string;
  /** Time of completion. */
  updated_at: number | string;
}

/** The payload of `pos.order.updated`. Event when the status of an order was updated. Source: Chift documentation, webhook events. */
export interface ChiftPosOrderUpdatedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "pos.order.updated";
  /** ID of the order on which the event occurred. */
  order_id: string;
  /** ID of the device on which the order was completed. */
  device_id?: string | null;
  /** ID of the customer that has made the order. */
  customer_id?: string | null;
  /** ID of the location on which the order was completed. */
  location_id: string;
  /** Time of completion. */
  updated_at: string | number;
}

/** `pos.order.updated`: Order updated */
export interface ChiftPosOrderUpdatedEvent {
  id: "chift/pos.order.updated";
  provider: "chift";
  type: "pos.order.updated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftPosOrderUpdatedPayload;
}

/** The canonical data of `pos.order.updated`. Event when the status of an order was updated. */
export interface ChiftPosOrderUpdatedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  /** ID of the order on which the event occurred. */
  order_id: string;
  /** ID of the device on which the order was completed. */
  device_id?: string | null;
  /** ID of the customer that has made the order. */
  customer_id?: string | null;
  /** ID of the location on which the order was completed. */
  location_id: string;
  /** Time of completion. */
  updated_at: number | string;
}

/** The payload of `account.datalayer.refresh_executed`. Event when a refresh of the data layer was executed. The fields of its own are not published: whatever is there is kept. Source: Chift documentation, "Data layer events". */
export interface ChiftAccountDatalayerRefreshExecutedPayload {
  /** ID of the account that the webhook is registered for. */
  accountid?: string;
  /** ID of the consumer on which the event occurred. */
  consumerid?: string;
  /** When the event was created, in seconds since 1970. */
  created?: number;
  /** Name of the event type. */
  event?: "account.datalayer.refresh_executed";
  [field: string]: unknown;
}

/** `account.datalayer.refresh_executed`: Data layer refreshed */
export interface ChiftAccountDatalayerRefreshExecutedEvent {
  id: "chift/account.datalayer.refresh_executed";
  provider: "chift";
  type: "account.datalayer.refresh_executed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: ChiftAccountDatalayerRefreshExecutedPayload;
}

/** The canonical data of `account.datalayer.refresh_executed`. Event when a refresh of the data layer was executed. The fields of its own are not published: whatever is there is kept. */
export interface ChiftAccountDatalayerRefreshExecutedData {
  /** ID of the account that the webhook is registered for. */
  account_id?: string;
  /** ID of the consumer on which the event occurred. */
  consumer_id?: string;
  /** The time, only where it is none that RFC 3339 can say. */
  created_at?: number | string;
  [field: string]: unknown;
}

/** The payload of `acs_credential.deleted`. An access system credential was deleted. Source: Seam documentation, access system credential events. */
export interface SeamAcsCredentialDeletedPayload {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_credential.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_credential.deleted`: Access system credential deleted */
export interface SeamAcsCredentialDeletedEvent {
  id: "seam/acs_credential.deleted";
  provider: "seam";
  type: "acs_credential.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsCredentialDeletedPayload;
}

/** The canonical data of `acs_credential.deleted`. An access system credential was deleted. */
export interface SeamAcsCredentialDeletedData {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_credential.issued`. An access system credential was issued. Source: Seam documentation, access system credential events. */
export interface SeamAcsCredentialIssuedPayload {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_credential.issued";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_credential.issued`: Access system credential issued */
export interface SeamAcsCredentialIssuedEvent {
  id: "seam/acs_credential.issued";
  provider: "seam";
  type: "acs_credential.issued";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsCredentialIssuedPayload;
}

/** The canonical data of `acs_credential.issued`. An access system credential was issued. */
export interface SeamAcsCredentialIssuedData {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_credential.reissued`. An access system credential was reissued. Source: Seam documentation, access system credential events. */
export interface SeamAcsCredentialReissuedPayload {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_credential.reissued";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_credential.reissued`: Access system credential reissued */
export interface SeamAcsCredentialReissuedEvent {
  id: "seam/acs_credential.reissued";
  provider: "seam";
  type: "acs_credential.reissued";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsCredentialReissuedPayload;
}

/** The canonical data of `acs_credential.reissued`. An access system credential was reissued. */
export interface SeamAcsCredentialReissuedData {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_credential.invalidated`. An access system credential was invalidated. That is, the credential cannot be used anymore. Source: Seam documentation, access system credential events. */
export interface SeamAcsCredentialInvalidatedPayload {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_credential.invalidated";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_credential.invalidated`: Access system credential invalidated */
export interface SeamAcsCredentialInvalidatedEvent {
  id: "seam/acs_credential.invalidated";
  provider: "seam";
  type: "acs_credential.invalidated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsCredentialInvalidatedPayload;
}

/** The canonical data of `acs_credential.invalidated`. An access system credential was invalidated. That is, the credential cannot be used anymore. */
export interface SeamAcsCredentialInvalidatedData {
  /** ID of the affected credential. */
  acs_credential_id: string;
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** An event with its payload as it was sent: narrow on `id`. */
export type KnownEvent =
  | PaybookCredentialCreateEvent
  | PaybookCredentialUpdateEvent
  | PaybookRefreshEvent
  | PaybookFlatDocumentsCompletedEvent
  | PaybookCredentialsCreatedEvent
  | PaybookCredentialsUpdatedEvent
  | PaybookCredentialsRefreshedEvent
  | PaybookDocumentsCompletedEvent
  | PaybookDocumentsSuccessEvent
  | PaybookDocumentsFailedEvent
  | PaybookPaymentsChargebackCreatedEvent
  | PaybookPaymentsTransactionCreatedEvent
  | PaybookWebhookEvent
  | PaybookWebhookCreateEvent
  | PaybookSubscriptionCreateEvent
  | ChiftAccountConnectionCreatedEvent
  | ChiftAccountConnectionUpdatedEvent
  | ChiftAccountConnectionDeletedEvent
  | ChiftAccountConnectionUpEvent
  | ChiftAccountConnectionDownEvent
  | ChiftAccountFlowEnabledEvent
  | ChiftAccountFlowDisabledEvent
  | ChiftAccountFlowExecutedEvent
  | ChiftAccountIssueCreatedEvent
  | ChiftAccountIssueUpdatedEvent
  | ChiftAccountIssueClosedEvent
  | ChiftPosOrderCompletedEvent
  | ChiftPosOrderUpdatedEvent
  | ChiftAccountDatalayerRefreshExecutedEvent
  | SeamAcsCredentialDeletedEvent
  | SeamAcsCredentialIssuedEvent
  | SeamAcsCredentialReissuedEvent
  | SeamAcsCredentialInvalidatedEvent;

/** An event in the canonical form: narrow on `type`. */
export type CloudEvent =
  | CloudEventOf<"com.paybook.credentials.created", PaybookCredentialCreateData>
  | CloudEventOf<"com.paybook.credentials.updated", PaybookCredentialUpdateData>
  | CloudEventOf<"com.paybook.credentials.refreshed", PaybookRefreshData>
  | CloudEventOf<"com.paybook.documents.completed", PaybookFlatDocumentsCompletedData>
  | CloudEventOf<"com.paybook.credentials.created", PaybookCredentialsCreatedData>
  | CloudEventOf<"com.paybook.credentials.updated", PaybookCredentialsUpdatedData>
  | CloudEventOf<"com.paybook.credentials.refreshed", PaybookCredentialsRefreshedData>
  | CloudEventOf<"com.paybook.documents.completed", PaybookDocumentsCompletedData>
  | CloudEventOf<"com.paybook.documents.success", PaybookDocumentsSuccessData>
  | CloudEventOf<"com.paybook.documents.failed", PaybookDocumentsFailedData>
  | CloudEventOf<"com.paybook.payments.chargeback_created", PaybookPaymentsChargebackCreatedData>
  | CloudEventOf<"com.paybook.payments.transaction_created", PaybookPaymentsTransactionCreatedData>
  | CloudEventOf<"eu.chift.account.connection.created", ChiftAccountConnectionCreatedData>
  | CloudEventOf<"eu.chift.account.connection.updated", ChiftAccountConnectionUpdatedData>
  | CloudEventOf<"eu.chift.account.connection.deleted", ChiftAccountConnectionDeletedData>
  | CloudEventOf<"eu.chift.account.connection.up", ChiftAccountConnectionUpData>
  | CloudEventOf<"eu.chift.account.connection.down", ChiftAccountConnectionDownData>
  | CloudEventOf<"eu.chift.account.flow.enabled", ChiftAccountFlowEnabledData>
  | CloudEventOf<"eu.chift.account.flow.disabled", ChiftAccountFlowDisabledData>
  | CloudEventOf<"eu.chift.account.flow.executed", ChiftAccountFlowExecutedData>
  | CloudEventOf<"eu.chift.account.issue.created", ChiftAccountIssueCreatedData>
  | CloudEventOf<"eu.chift.account.issue.updated", ChiftAccountIssueUpdatedData>
  | CloudEventOf<"eu.chift.account.issue.closed", ChiftAccountIssueClosedData>
  | CloudEventOf<"eu.chift.pos.order.completed", ChiftPosOrderCompletedData>
  | CloudEventOf<"eu.chift.pos.order.updated", ChiftPosOrderUpdatedData>
  | CloudEventOf<"eu.chift.account.datalayer.refresh_executed", ChiftAccountDatalayerRefreshExecutedData>
  | CloudEventOf<"co.seam.acs_credential.deleted", SeamAcsCredentialDeletedData>
  | CloudEventOf<"co.seam.acs_credential.issued", SeamAcsCredentialIssuedData>
  | CloudEventOf<"co.seam.acs_credential.reissued", SeamAcsCredentialReissuedData>
  | CloudEventOf<"co.seam.acs_credential.invalidated", SeamAcsCredentialInvalidatedData>;

