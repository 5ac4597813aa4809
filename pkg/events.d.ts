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
  | "seam/access_code.created"
  | "seam/access_code.changed"
  | "seam/access_code.name_changed"
  | "seam/access_code.code_changed"
  | "seam/access_code.time_frame_changed"
  | "seam/access_code.mutations_requested"
  | "seam/access_code.scheduled_on_device"
  | "seam/access_code.set_on_device"
  | "seam/access_code.removed_from_device"
  | "seam/access_code.delay_in_setting_on_device"
  | "seam/access_code.failed_to_set_on_device"
  | "seam/access_code.deleted"
  | "seam/access_code.delay_in_removing_from_device"
  | "seam/access_code.failed_to_remove_from_device"
  | "seam/access_code.modified_external_to_seam"
  | "seam/access_code.deleted_external_to_seam"
  | "seam/access_code.backup_access_code_pulled"
  | "seam/access_code.unmanaged.converted_to_managed"
  | "seam/access_code.unmanaged.failed_to_convert_to_managed"
  | "seam/access_code.unmanaged.created"
  | "seam/access_code.unmanaged.removed"
  | "seam/access_grant.created"
  | "seam/access_grant.deleted"
  | "seam/access_grant.access_granted_to_all_doors"
  | "seam/access_grant.access_granted_to_door"
  | "seam/access_grant.access_to_door_lost"
  | "seam/access_grant.access_times_changed"
  | "seam/access_grant.could_not_create_requested_access_methods"
  | "seam/access_method.issued"
  | "seam/access_method.revoked"
  | "seam/access_method.card_encoding_required"
  | "seam/access_method.deleted"
  | "seam/access_method.reissued"
  | "seam/access_method.created"
  | "seam/access_method.delay_in_issuing"
  | "seam/access_method.failed_to_issue"
  | "seam/acs_system.connected"
  | "seam/acs_system.added"
  | "seam/acs_system.disconnected"
  | "seam/acs_credential.deleted"
  | "seam/acs_credential.issued"
  | "seam/acs_credential.reissued"
  | "seam/acs_credential.invalidated"
  | "seam/acs_user.created"
  | "seam/acs_user.deleted"
  | "seam/acs_encoder.added"
  | "seam/acs_encoder.removed"
  | "seam/acs_access_group.deleted"
  | "seam/acs_entrance.added"
  | "seam/acs_entrance.removed"
  | "seam/client_session.deleted"
  | "seam/connected_account.connected"
  | "seam/connected_account.created"
  | "seam/connected_account.successful_login"
  | "seam/connected_account.disconnected"
  | "seam/connected_account.completed_first_sync"
  | "seam/connected_account.deleted"
  | "seam/connected_account.completed_first_sync_after_reconnection"
  | "seam/connected_account.reauthorization_requested"
  | "seam/action_attempt.lock_door.succeeded"
  | "seam/action_attempt.lock_door.failed"
  | "seam/action_attempt.unlock_door.succeeded"
  | "seam/action_attempt.unlock_door.failed"
  | "seam/action_attempt.simulate_keypad_code_entry.succeeded"
  | "seam/action_attempt.simulate_keypad_code_entry.failed"
  | "seam/action_attempt.simulate_manual_lock_via_keypad.succeeded"
  | "seam/action_attempt.simulate_manual_lock_via_keypad.failed"
  | "seam/connect_webview.login_succeeded"
  | "seam/connect_webview.login_failed"
  | "seam/device.connected"
  | "seam/device.added"
  | "seam/device.converted_to_unmanaged"
  | "seam/device.unmanaged.converted_to_managed"
  | "seam/device.unmanaged.connected"
  | "seam/device.disconnected"
  | "seam/device.unmanaged.disconnected"
  | "seam/device.tampered"
  | "seam/device.low_battery"
  | "seam/device.battery_status_changed"
  | "seam/device.removed"
  | "seam/device.deleted"
  | "seam/device.third_party_integration_detected"
  | "seam/device.third_party_integration_no_longer_detected"
  | "seam/device.salto.privacy_mode_activated"
  | "seam/device.salto.privacy_mode_deactivated"
  | "seam/device.connection_became_flaky"
  | "seam/device.connection_stabilized"
  | "seam/device.error.subscription_required"
  | "seam/device.error.subscription_required.resolved"
  | "seam/device.accessory_keypad_connected"
  | "seam/device.accessory_keypad_disconnected"
  | "seam/noise_sensor.noise_threshold_triggered"
  | "seam/lock.locked"
  | "seam/lock.unlocked"
  | "seam/lock.access_denied"
  | "seam/thermostat.climate_preset_activated"
  | "seam/thermostat.manually_adjusted"
  | "seam/thermostat.temperature_threshold_exceeded"
  | "seam/thermostat.temperature_threshold_no_longer_exceeded"
  | "seam/thermostat.temperature_reached_set_point"
  | "seam/thermostat.temperature_changed"
  | "seam/device.name_changed"
  | "seam/camera.activated"
  | "seam/device.doorbell_rang"
  | "seam/enrollment_automation.deleted"
  | "seam/phone.deactivated"
  | "seam/space.device_membership_changed"
  | "seam/space.created"
  | "seam/space.deleted";

/** What is wrong.
 *
 * - `invalid-json`: The body is not JSON. Status `malformed`.
 * - `invalid-utf8`: The body's bytes are not UTF-8. Status `malformed`.
 * - `too-large`: The body has more bytes than the limit. Status `malformed`.
 * - `too-deep`: Objects and arrays are nested deeper than the limit. Status `malformed`.
 * - `unknown-event`: Not a known event. Status `unknown`.
 * - `ambiguous-event`: Several event types fit equally well. Status `unknown`.
 * - `wrapped-event`: A known event, elsewhere than at its place: inside of something else, or without the envelope around it.
 * - `missing-field`: A required field is absent.
 * - `wrong-type`: A value has the wrong JSON type.
 * - `bad-format`: A string does not have the expected format. A warning where the catalog says so.
 * - `unexpected-value`: A value is not one of the known ones. A warning where the catalog says so.
 * - `unmet-rule`: A rule of a loaded schema is not met that is none of the other codes: `not`, `contains`, `oneOf` and the like.
 * - `misspelled-field`: A key is near-certainly a misspelling of a required field that is absent.
 * - `inconsistent-value`: Two places that must agree do not. A warning where the catalog says so.
 * - `unexpected-field`: A field that the event is not known to have. A warning, for providers add fields; an error where a schema forbids others.
 * - `missing-envelope`: The event's own fields, without the envelope's. Always a warning.
 * - `duplicate-key`: A key is repeated; the last one counts, as in `JSON.parse`. Always a warning.
 * - `unsafe-number`: A number beyond ±(2^53−1), which JavaScript cannot hold exactly. Always a warning.
 * - `lone-surrogate`: Half of a surrogate pair, which UTF-8 cannot represent. Always a warning.
 * - `prototype-key`: `__proto__`, or `constructor` with `prototype` in it, as a key: some code takes it for an object's prototype. In place of `unexpected-field`. Always a warning.
 */
export type ProblemCode =
  | "invalid-json"
  | "invalid-utf8"
  | "too-large"
  | "too-deep"
  | "unknown-event"
  | "ambiguous-event"
  | "wrapped-event"
  | "missing-field"
  | "wrong-type"
  | "bad-format"
  | "unexpected-value"
  | "unmet-rule"
  | "misspelled-field"
  | "inconsistent-value"
  | "unexpected-field"
  | "missing-envelope"
  | "duplicate-key"
  | "unsafe-number"
  | "lone-surrogate"
  | "prototype-key";

/** A path of the provider's API, whole and in parts. */
export interface Endpoint {
  /** As it was sent. */
  url: string;
  path: string;
  /** The parameters, decoded; an array if one is repeated. */
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

/** A CloudEvents 1.0 event in the JSON format. */
export interface CloudEventOf<Type extends string, Data> {
  specversion: "1.0";
  /** The provider's id for the event, or else a hash of its content; a redelivery has the same one. */
  id: string;
  /** A URI reference: the provider and, if the body names one, its tenant. */
  source: string;
  type: Type;
  /** The id of the resource that the event is about. */
  subject?: string;
  /** RFC 3339 in UTC, with the digits that were sent; absent if the body has no time. */
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

/** The payload of `access_code.created`. An access code was created. Source: npm @seamapi/types 1.977.0, the schema of access_code.created. */
export interface SeamAccessCodeCreatedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.created`: Access code created */
export interface SeamAccessCodeCreatedEvent {
  id: "seam/access_code.created";
  provider: "seam";
  type: "access_code.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeCreatedPayload;
}

/** The canonical data of `access_code.created`. An access code was created. */
export interface SeamAccessCodeCreatedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.changed`. An access code was changed. Source: npm @seamapi/types 1.977.0, the schema of access_code.changed. */
export interface SeamAccessCodeChangedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Human-readable reason for the change. */
  change_reason?: string;
  /** List of properties that changed on the access code. */
  changed_properties?: ({
    /** The value before. */
    from: string | null;
    /** Name of the property. */
    property: string;
    /** The value after. */
    to: string | null;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.changed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.changed`: Access code changed */
export interface SeamAccessCodeChangedEvent {
  id: "seam/access_code.changed";
  provider: "seam";
  type: "access_code.changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeChangedPayload;
}

/** The canonical data of `access_code.changed`. An access code was changed. */
export interface SeamAccessCodeChangedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Human-readable reason for the change. */
  change_reason?: string;
  /** List of properties that changed on the access code. */
  changed_properties?: ({
    /** The value before. */
    from: string | null;
    /** Name of the property. */
    property: string;
    /** The value after. */
    to: string | null;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.name_changed`. The name of an access code was changed on the device. Source: npm @seamapi/types 1.977.0, the schema of access_code.name_changed. */
export interface SeamAccessCodeNameChangedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Human-readable description of the change and its source. */
  description: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.name_changed";
  /** What it was before. */
  from: {
    name: string | null;
  };
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** What it is now. */
  to: {
    name: string | null;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.name_changed`: Access code name changed */
export interface SeamAccessCodeNameChangedEvent {
  id: "seam/access_code.name_changed";
  provider: "seam";
  type: "access_code.name_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeNameChangedPayload;
}

/** The canonical data of `access_code.name_changed`. The name of an access code was changed on the device. */
export interface SeamAccessCodeNameChangedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Human-readable description of the change and its source. */
  description: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** What it was before. */
  from: {
    name: string | null;
  };
  /** What it is now. */
  to: {
    name: string | null;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.code_changed`. The pin code of an access code was changed on the device. Source: npm @seamapi/types 1.977.0, the schema of access_code.code_changed. */
export interface SeamAccessCodeCodeChangedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Human-readable description of the change and its source. */
  description: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.code_changed";
  /** What it was before. */
  from: {
    code: string | null;
  };
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** What it is now. */
  to: {
    code: string | null;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.code_changed`: Access code PIN changed */
export interface SeamAccessCodeCodeChangedEvent {
  id: "seam/access_code.code_changed";
  provider: "seam";
  type: "access_code.code_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeCodeChangedPayload;
}

/** The canonical data of `access_code.code_changed`. The pin code of an access code was changed on the device. */
export interface SeamAccessCodeCodeChangedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Human-readable description of the change and its source. */
  description: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** What it was before. */
  from: {
    code: string | null;
  };
  /** What it is now. */
  to: {
    code: string | null;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.time_frame_changed`. The time frame of an access code was changed on the device. Source: npm @seamapi/types 1.977.0, the schema of access_code.time_frame_changed. */
export interface SeamAccessCodeTimeFrameChangedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Human-readable description of the change and its source. */
  description: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.time_frame_changed";
  /** What it was before. */
  from: {
    ends_at: string | null;
    starts_at: string | null;
  };
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** What it is now. */
  to: {
    ends_at: string | null;
    starts_at: string | null;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.time_frame_changed`: Access code time frame changed */
export interface SeamAccessCodeTimeFrameChangedEvent {
  id: "seam/access_code.time_frame_changed";
  provider: "seam";
  type: "access_code.time_frame_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeTimeFrameChangedPayload;
}

/** The canonical data of `access_code.time_frame_changed`. The time frame of an access code was changed on the device. */
export interface SeamAccessCodeTimeFrameChangedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Human-readable description of the change and its source. */
  description: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** What it was before. */
  from: {
    ends_at: string | null;
    starts_at: string | null;
  };
  /** What it is now. */
  to: {
    ends_at: string | null;
    starts_at: string | null;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.mutations_requested`. Mutations were requested on an access code. This event fires at request time, before the change is confirmed on the device. Source: npm @seamapi/types 1.977.0, the schema of access_code.mutations_requested. */
export interface SeamAccessCodeMutationsRequestedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.mutations_requested";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** The mutations that were requested on the access code. */
  requested_mutations: ({
    /** The values before. */
    from?: {
      [field: string]: unknown;
    };
    /** What is to be changed. */
    mutation_code: "updating_name" | "updating_code" | "updating_time_frame" | "deleting" | "creating" | "deferring_creation";
    /** The values after. */
    to?: {
      [field: string]: unknown;
    };
  })[];
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.mutations_requested`: Access code mutations requested */
export interface SeamAccessCodeMutationsRequestedEvent {
  id: "seam/access_code.mutations_requested";
  provider: "seam";
  type: "access_code.mutations_requested";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeMutationsRequestedPayload;
}

/** The canonical data of `access_code.mutations_requested`. Mutations were requested on an access code. This event fires at request time, before the change is confirmed on the device. */
export interface SeamAccessCodeMutationsRequestedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** The mutations that were requested on the access code. */
  requested_mutations: ({
    /** The values before. */
    from?: {
      [field: string]: unknown;
    };
    /** What is to be changed. */
    mutation_code: "updating_name" | "updating_code" | "updating_time_frame" | "deleting" | "creating" | "deferring_creation";
    /** The values after. */
    to?: {
      [field: string]: unknown;
    };
  })[];
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.scheduled_on_device`. An access code was scheduled natively on a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.scheduled_on_device. */
export interface SeamAccessCodeScheduledOnDevicePayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Code for the affected access code. */
  code: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.scheduled_on_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.scheduled_on_device`: Access code scheduled on a device */
export interface SeamAccessCodeScheduledOnDeviceEvent {
  id: "seam/access_code.scheduled_on_device";
  provider: "seam";
  type: "access_code.scheduled_on_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeScheduledOnDevicePayload;
}

/** The canonical data of `access_code.scheduled_on_device`. An access code was scheduled natively on a device. */
export interface SeamAccessCodeScheduledOnDeviceData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Code for the affected access code. */
  code: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.set_on_device`. An access code was set on a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.set_on_device. */
export interface SeamAccessCodeSetOnDevicePayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Code for the affected access code. */
  code: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.set_on_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.set_on_device`: Access code set on a device */
export interface SeamAccessCodeSetOnDeviceEvent {
  id: "seam/access_code.set_on_device";
  provider: "seam";
  type: "access_code.set_on_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeSetOnDevicePayload;
}

/** The canonical data of `access_code.set_on_device`. An access code was set on a device. */
export interface SeamAccessCodeSetOnDeviceData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Code for the affected access code. */
  code: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.removed_from_device`. An access code was removed from a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.removed_from_device. */
export interface SeamAccessCodeRemovedFromDevicePayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.removed_from_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.removed_from_device`: Access code removed from a device */
export interface SeamAccessCodeRemovedFromDeviceEvent {
  id: "seam/access_code.removed_from_device";
  provider: "seam";
  type: "access_code.removed_from_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeRemovedFromDevicePayload;
}

/** The canonical data of `access_code.removed_from_device`. An access code was removed from a device. */
export interface SeamAccessCodeRemovedFromDeviceData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.delay_in_setting_on_device`. There was an unusually long delay in setting an access code on a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.delay_in_setting_on_device. */
export interface SeamAccessCodeDelayInSettingOnDevicePayload {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.delay_in_setting_on_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.delay_in_setting_on_device`: Delay in setting an access code on a device */
export interface SeamAccessCodeDelayInSettingOnDeviceEvent {
  id: "seam/access_code.delay_in_setting_on_device";
  provider: "seam";
  type: "access_code.delay_in_setting_on_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeDelayInSettingOnDevicePayload;
}

/** The canonical data of `access_code.delay_in_setting_on_device`. There was an unusually long delay in setting an access code on a device. */
export interface SeamAccessCodeDelayInSettingOnDeviceData {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.failed_to_set_on_device`. An access code failed to be set on a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.failed_to_set_on_device. */
export interface SeamAccessCodeFailedToSetOnDevicePayload {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.failed_to_set_on_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.failed_to_set_on_device`: Access code failed to be set on a device */
export interface SeamAccessCodeFailedToSetOnDeviceEvent {
  id: "seam/access_code.failed_to_set_on_device";
  provider: "seam";
  type: "access_code.failed_to_set_on_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeFailedToSetOnDevicePayload;
}

/** The canonical data of `access_code.failed_to_set_on_device`. An access code failed to be set on a device. */
export interface SeamAccessCodeFailedToSetOnDeviceData {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.deleted`. An access code was deleted. Source: npm @seamapi/types 1.977.0, the schema of access_code.deleted. */
export interface SeamAccessCodeDeletedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Code for the affected access code. */
  code: string | null;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.deleted`: Access code deleted */
export interface SeamAccessCodeDeletedEvent {
  id: "seam/access_code.deleted";
  provider: "seam";
  type: "access_code.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeDeletedPayload;
}

/** The canonical data of `access_code.deleted`. An access code was deleted. */
export interface SeamAccessCodeDeletedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Code for the affected access code. */
  code: string | null;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.delay_in_removing_from_device`. There was an unusually long delay in removing an access code from a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.delay_in_removing_from_device. */
export interface SeamAccessCodeDelayInRemovingFromDevicePayload {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.delay_in_removing_from_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.delay_in_removing_from_device`: Delay in removing an access code from a device */
export interface SeamAccessCodeDelayInRemovingFromDeviceEvent {
  id: "seam/access_code.delay_in_removing_from_device";
  provider: "seam";
  type: "access_code.delay_in_removing_from_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeDelayInRemovingFromDevicePayload;
}

/** The canonical data of `access_code.delay_in_removing_from_device`. There was an unusually long delay in removing an access code from a device. */
export interface SeamAccessCodeDelayInRemovingFromDeviceData {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.failed_to_remove_from_device`. An access code failed to be removed from a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.failed_to_remove_from_device. */
export interface SeamAccessCodeFailedToRemoveFromDevicePayload {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.failed_to_remove_from_device";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.failed_to_remove_from_device`: Access code failed to be removed from a device */
export interface SeamAccessCodeFailedToRemoveFromDeviceEvent {
  id: "seam/access_code.failed_to_remove_from_device";
  provider: "seam";
  type: "access_code.failed_to_remove_from_device";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeFailedToRemoveFromDevicePayload;
}

/** The canonical data of `access_code.failed_to_remove_from_device`. An access code failed to be removed from a device. */
export interface SeamAccessCodeFailedToRemoveFromDeviceData {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.modified_external_to_seam`. An access code was modified outside of Seam. Source: npm @seamapi/types 1.977.0, the schema of access_code.modified_external_to_seam. */
export interface SeamAccessCodeModifiedExternalToSeamPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.modified_external_to_seam";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.modified_external_to_seam`: Access code modified outside of Seam */
export interface SeamAccessCodeModifiedExternalToSeamEvent {
  id: "seam/access_code.modified_external_to_seam";
  provider: "seam";
  type: "access_code.modified_external_to_seam";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeModifiedExternalToSeamPayload;
}

/** The canonical data of `access_code.modified_external_to_seam`. An access code was modified outside of Seam. */
export interface SeamAccessCodeModifiedExternalToSeamData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.deleted_external_to_seam`. An access code was deleted outside of Seam. Source: npm @seamapi/types 1.977.0, the schema of access_code.deleted_external_to_seam. */
export interface SeamAccessCodeDeletedExternalToSeamPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.deleted_external_to_seam";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.deleted_external_to_seam`: Access code deleted outside of Seam */
export interface SeamAccessCodeDeletedExternalToSeamEvent {
  id: "seam/access_code.deleted_external_to_seam";
  provider: "seam";
  type: "access_code.deleted_external_to_seam";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeDeletedExternalToSeamPayload;
}

/** The canonical data of `access_code.deleted_external_to_seam`. An access code was deleted outside of Seam. */
export interface SeamAccessCodeDeletedExternalToSeamData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.backup_access_code_pulled`. A backup access code was pulled from the backup access code pool and set on a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.backup_access_code_pulled. */
export interface SeamAccessCodeBackupAccessCodePulledPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** ID of the backup access code that was pulled from the pool. */
  backup_access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.backup_access_code_pulled";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.backup_access_code_pulled`: Backup access code pulled */
export interface SeamAccessCodeBackupAccessCodePulledEvent {
  id: "seam/access_code.backup_access_code_pulled";
  provider: "seam";
  type: "access_code.backup_access_code_pulled";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeBackupAccessCodePulledPayload;
}

/** The canonical data of `access_code.backup_access_code_pulled`. A backup access code was pulled from the backup access code pool and set on a device. */
export interface SeamAccessCodeBackupAccessCodePulledData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** ID of the backup access code that was pulled from the pool. */
  backup_access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.unmanaged.converted_to_managed`. An unmanaged access code was converted successfully to a managed access code. Source: npm @seamapi/types 1.977.0, the schema of access_code.unmanaged.converted_to_managed. */
export interface SeamAccessCodeUnmanagedConvertedToManagedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.unmanaged.converted_to_managed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.unmanaged.converted_to_managed`: Unmanaged access code converted to managed */
export interface SeamAccessCodeUnmanagedConvertedToManagedEvent {
  id: "seam/access_code.unmanaged.converted_to_managed";
  provider: "seam";
  type: "access_code.unmanaged.converted_to_managed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeUnmanagedConvertedToManagedPayload;
}

/** The canonical data of `access_code.unmanaged.converted_to_managed`. An unmanaged access code was converted successfully to a managed access code. */
export interface SeamAccessCodeUnmanagedConvertedToManagedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.unmanaged.failed_to_convert_to_managed`. An unmanaged access code failed to be converted to a managed access code. Source: npm @seamapi/types 1.977.0, the schema of access_code.unmanaged.failed_to_convert_to_managed. */
export interface SeamAccessCodeUnmanagedFailedToConvertToManagedPayload {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.unmanaged.failed_to_convert_to_managed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.unmanaged.failed_to_convert_to_managed`: Unmanaged access code failed to be converted to managed */
export interface SeamAccessCodeUnmanagedFailedToConvertToManagedEvent {
  id: "seam/access_code.unmanaged.failed_to_convert_to_managed";
  provider: "seam";
  type: "access_code.unmanaged.failed_to_convert_to_managed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeUnmanagedFailedToConvertToManagedPayload;
}

/** The canonical data of `access_code.unmanaged.failed_to_convert_to_managed`. An unmanaged access code failed to be converted to a managed access code. */
export interface SeamAccessCodeUnmanagedFailedToConvertToManagedData {
  /** Errors associated with the access code. */
  access_code_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected access code. */
  access_code_id: string;
  /** Warnings associated with the access code. */
  access_code_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.unmanaged.created`. An unmanaged access code was created on a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.unmanaged.created. */
export interface SeamAccessCodeUnmanagedCreatedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.unmanaged.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.unmanaged.created`: Unmanaged access code created */
export interface SeamAccessCodeUnmanagedCreatedEvent {
  id: "seam/access_code.unmanaged.created";
  provider: "seam";
  type: "access_code.unmanaged.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeUnmanagedCreatedPayload;
}

/** The canonical data of `access_code.unmanaged.created`. An unmanaged access code was created on a device. */
export interface SeamAccessCodeUnmanagedCreatedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_code.unmanaged.removed`. An unmanaged access code was removed from a device. Source: npm @seamapi/types 1.977.0, the schema of access_code.unmanaged.removed. */
export interface SeamAccessCodeUnmanagedRemovedPayload {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_code.unmanaged.removed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_code.unmanaged.removed`: Unmanaged access code removed */
export interface SeamAccessCodeUnmanagedRemovedEvent {
  id: "seam/access_code.unmanaged.removed";
  provider: "seam";
  type: "access_code.unmanaged.removed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessCodeUnmanagedRemovedPayload;
}

/** The canonical data of `access_code.unmanaged.removed`. An unmanaged access code was removed from a device. */
export interface SeamAccessCodeUnmanagedRemovedData {
  /** ID of the affected access code. */
  access_code_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.created`. An Access Grant was created. Source: npm @seamapi/types 1.977.0, the schema of access_grant.created. */
export interface SeamAccessGrantCreatedPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.created`: Access Grant created */
export interface SeamAccessGrantCreatedEvent {
  id: "seam/access_grant.created";
  provider: "seam";
  type: "access_grant.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantCreatedPayload;
}

/** The canonical data of `access_grant.created`. An Access Grant was created. */
export interface SeamAccessGrantCreatedData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.deleted`. An Access Grant was deleted. Source: npm @seamapi/types 1.977.0, the schema of access_grant.deleted. */
export interface SeamAccessGrantDeletedPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.deleted`: Access Grant deleted */
export interface SeamAccessGrantDeletedEvent {
  id: "seam/access_grant.deleted";
  provider: "seam";
  type: "access_grant.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantDeletedPayload;
}

/** The canonical data of `access_grant.deleted`. An Access Grant was deleted. */
export interface SeamAccessGrantDeletedData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.access_granted_to_all_doors`. All access requested for an Access Grant was successfully granted. Source: npm @seamapi/types 1.977.0, the schema of access_grant.access_granted_to_all_doors. */
export interface SeamAccessGrantAccessGrantedToAllDoorsPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.access_granted_to_all_doors";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.access_granted_to_all_doors`: Access granted to all doors */
export interface SeamAccessGrantAccessGrantedToAllDoorsEvent {
  id: "seam/access_grant.access_granted_to_all_doors";
  provider: "seam";
  type: "access_grant.access_granted_to_all_doors";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantAccessGrantedToAllDoorsPayload;
}

/** The canonical data of `access_grant.access_granted_to_all_doors`. All access requested for an Access Grant was successfully granted. */
export interface SeamAccessGrantAccessGrantedToAllDoorsData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.access_granted_to_door`. Access requested as part of an Access Grant to a particular door was successfully granted. Source: npm @seamapi/types 1.977.0, the schema of access_grant.access_granted_to_door. */
export interface SeamAccessGrantAccessGrantedToDoorPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** ID of the affected entrance. */
  acs_entrance_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.access_granted_to_door";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.access_granted_to_door`: Access granted to a door */
export interface SeamAccessGrantAccessGrantedToDoorEvent {
  id: "seam/access_grant.access_granted_to_door";
  provider: "seam";
  type: "access_grant.access_granted_to_door";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantAccessGrantedToDoorPayload;
}

/** The canonical data of `access_grant.access_granted_to_door`. Access requested as part of an Access Grant to a particular door was successfully granted. */
export interface SeamAccessGrantAccessGrantedToDoorData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** ID of the affected entrance. */
  acs_entrance_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.access_to_door_lost`. Access to a particular door that was requested as part of an Access Grant was lost. Source: npm @seamapi/types 1.977.0, the schema of access_grant.access_to_door_lost. */
export interface SeamAccessGrantAccessToDoorLostPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** ID of the affected entrance. */
  acs_entrance_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.access_to_door_lost";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.access_to_door_lost`: Access to a door lost */
export interface SeamAccessGrantAccessToDoorLostEvent {
  id: "seam/access_grant.access_to_door_lost";
  provider: "seam";
  type: "access_grant.access_to_door_lost";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantAccessToDoorLostPayload;
}

/** The canonical data of `access_grant.access_to_door_lost`. Access to a particular door that was requested as part of an Access Grant was lost. */
export interface SeamAccessGrantAccessToDoorLostData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** ID of the affected entrance. */
  acs_entrance_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.access_times_changed`. An Access Grant's start or end time was changed. Source: npm @seamapi/types 1.977.0, the schema of access_grant.access_times_changed. */
export interface SeamAccessGrantAccessTimesChangedPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Key of the affected Access Grant (if present). */
  access_grant_key?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The new end time for the access grant. */
  ends_at?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.access_times_changed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** The new start time for the access grant. */
  starts_at?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.access_times_changed`: Access Grant times changed */
export interface SeamAccessGrantAccessTimesChangedEvent {
  id: "seam/access_grant.access_times_changed";
  provider: "seam";
  type: "access_grant.access_times_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantAccessTimesChangedPayload;
}

/** The canonical data of `access_grant.access_times_changed`. An Access Grant's start or end time was changed. */
export interface SeamAccessGrantAccessTimesChangedData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Key of the affected Access Grant (if present). */
  access_grant_key?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The new end time for the access grant. */
  ends_at?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** The new start time for the access grant. */
  starts_at?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_grant.could_not_create_requested_access_methods`. One or more requested access methods could not be created for an Access Grant. Source: npm @seamapi/types 1.977.0, the schema of access_grant.could_not_create_requested_access_methods. */
export interface SeamAccessGrantCouldNotCreateRequestedAccessMethodsPayload {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Description of why the access methods could not be created. */
  error_message: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_grant.could_not_create_requested_access_methods";
  /** IDs of the devices that did not receive a requested access method. */
  missing_device_ids?: string[];
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_grant.could_not_create_requested_access_methods`: Requested access methods could not be created */
export interface SeamAccessGrantCouldNotCreateRequestedAccessMethodsEvent {
  id: "seam/access_grant.could_not_create_requested_access_methods";
  provider: "seam";
  type: "access_grant.could_not_create_requested_access_methods";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessGrantCouldNotCreateRequestedAccessMethodsPayload;
}

/** The canonical data of `access_grant.could_not_create_requested_access_methods`. One or more requested access methods could not be created for an Access Grant. */
export interface SeamAccessGrantCouldNotCreateRequestedAccessMethodsData {
  /** ID of the affected Access Grant. */
  access_grant_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** Description of why the access methods could not be created. */
  error_message: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** IDs of the devices that did not receive a requested access method. */
  missing_device_ids?: string[];
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.issued`. An access method was issued. Source: npm @seamapi/types 1.977.0, the schema of access_method.issued. */
export interface SeamAccessMethodIssuedPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** The actual PIN code, of a code access method. */
  code?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.issued";
  /** Whether the code is a backup code. */
  is_backup_code?: boolean;
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.issued`: Access method issued */
export interface SeamAccessMethodIssuedEvent {
  id: "seam/access_method.issued";
  provider: "seam";
  type: "access_method.issued";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodIssuedPayload;
}

/** The canonical data of `access_method.issued`. An access method was issued. */
export interface SeamAccessMethodIssuedData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** The actual PIN code, of a code access method. */
  code?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Whether the code is a backup code. */
  is_backup_code?: boolean;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.revoked`. An access method was revoked. Source: npm @seamapi/types 1.977.0, the schema of access_method.revoked. */
export interface SeamAccessMethodRevokedPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.revoked";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.revoked`: Access method revoked */
export interface SeamAccessMethodRevokedEvent {
  id: "seam/access_method.revoked";
  provider: "seam";
  type: "access_method.revoked";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodRevokedPayload;
}

/** The canonical data of `access_method.revoked`. An access method was revoked. */
export interface SeamAccessMethodRevokedData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.card_encoding_required`. An access method representing a physical card requires encoding. Source: npm @seamapi/types 1.977.0, the schema of access_method.card_encoding_required. */
export interface SeamAccessMethodCardEncodingRequiredPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.card_encoding_required";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.card_encoding_required`: Card encoding required */
export interface SeamAccessMethodCardEncodingRequiredEvent {
  id: "seam/access_method.card_encoding_required";
  provider: "seam";
  type: "access_method.card_encoding_required";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodCardEncodingRequiredPayload;
}

/** The canonical data of `access_method.card_encoding_required`. An access method representing a physical card requires encoding. */
export interface SeamAccessMethodCardEncodingRequiredData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.deleted`. An access method was deleted. Source: npm @seamapi/types 1.977.0, the schema of access_method.deleted. */
export interface SeamAccessMethodDeletedPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.deleted`: Access method deleted */
export interface SeamAccessMethodDeletedEvent {
  id: "seam/access_method.deleted";
  provider: "seam";
  type: "access_method.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodDeletedPayload;
}

/** The canonical data of `access_method.deleted`. An access method was deleted. */
export interface SeamAccessMethodDeletedData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.reissued`. An access method was reissued. Source: npm @seamapi/types 1.977.0, the schema of access_method.reissued. */
export interface SeamAccessMethodReissuedPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** The actual PIN code, of a code access method. */
  code?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.reissued";
  /** Whether the code is a backup code. */
  is_backup_code?: boolean;
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.reissued`: Access method reissued */
export interface SeamAccessMethodReissuedEvent {
  id: "seam/access_method.reissued";
  provider: "seam";
  type: "access_method.reissued";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodReissuedPayload;
}

/** The canonical data of `access_method.reissued`. An access method was reissued. */
export interface SeamAccessMethodReissuedData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** The actual PIN code, of a code access method. */
  code?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Whether the code is a backup code. */
  is_backup_code?: boolean;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.created`. An access method was created. Source: npm @seamapi/types 1.977.0, the schema of access_method.created. */
export interface SeamAccessMethodCreatedPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.created`: Access method created */
export interface SeamAccessMethodCreatedEvent {
  id: "seam/access_method.created";
  provider: "seam";
  type: "access_method.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodCreatedPayload;
}

/** The canonical data of `access_method.created`. An access method was created. */
export interface SeamAccessMethodCreatedData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.delay_in_issuing`. Seam has not yet issued this access method, even though its access grant is about to begin, so access may not be ready when the recipient arrives. Seam is still attempting to issue it, and the accompanying `delay_in_issuing` warning clears automatically once issuance succeeds. Source: npm @seamapi/types 1.977.0, the schema of access_method.delay_in_issuing. */
export interface SeamAccessMethodDelayInIssuingPayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.delay_in_issuing";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.delay_in_issuing`: Delay in issuing an access method */
export interface SeamAccessMethodDelayInIssuingEvent {
  id: "seam/access_method.delay_in_issuing";
  provider: "seam";
  type: "access_method.delay_in_issuing";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodDelayInIssuingPayload;
}

/** The canonical data of `access_method.delay_in_issuing`. Seam has not yet issued this access method, even though its access grant is about to begin, so access may not be ready when the recipient arrives. Seam is still attempting to issue it, and the accompanying `delay_in_issuing` warning clears automatically once issuance succeeds. */
export interface SeamAccessMethodDelayInIssuingData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `access_method.failed_to_issue`. Seam was unable to issue this access method before its access grant started, so the recipient may be unable to access the space. This usually points to a problem that needs attention, such as an offline or disconnected device. Seam keeps retrying, and the accompanying `failed_to_issue` error clears automatically if the access method is eventually issued. Source: npm @seamapi/types 1.977.0, the schema of access_method.failed_to_issue. */
export interface SeamAccessMethodFailedToIssuePayload {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "access_method.failed_to_issue";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `access_method.failed_to_issue`: Access method failed to be issued */
export interface SeamAccessMethodFailedToIssueEvent {
  id: "seam/access_method.failed_to_issue";
  provider: "seam";
  type: "access_method.failed_to_issue";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAccessMethodFailedToIssuePayload;
}

/** The canonical data of `access_method.failed_to_issue`. Seam was unable to issue this access method before its access grant started, so the recipient may be unable to access the space. This usually points to a problem that needs attention, such as an offline or disconnected device. Seam keeps retrying, and the accompanying `failed_to_issue` error clears automatically if the access method is eventually issued. */
export interface SeamAccessMethodFailedToIssueData {
  /** IDs of the access grants associated with this access method. */
  access_grant_ids: string[];
  /** Keys of the access grants associated with this access method (if present). */
  access_grant_keys?: string[];
  /** ID of the affected access method. */
  access_method_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_system.connected`. An access system was connected. Source: npm @seamapi/types 1.977.0, the schema of acs_system.connected. */
export interface SeamAcsSystemConnectedPayload {
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
  event_type: "acs_system.connected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_system.connected`: Access system connected */
export interface SeamAcsSystemConnectedEvent {
  id: "seam/acs_system.connected";
  provider: "seam";
  type: "acs_system.connected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsSystemConnectedPayload;
}

/** The canonical data of `acs_system.connected`. An access system was connected. */
export interface SeamAcsSystemConnectedData {
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

/** The payload of `acs_system.added`. An access system was added. Source: npm @seamapi/types 1.977.0, the schema of acs_system.added. */
export interface SeamAcsSystemAddedPayload {
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
  event_type: "acs_system.added";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_system.added`: Access system added */
export interface SeamAcsSystemAddedEvent {
  id: "seam/acs_system.added";
  provider: "seam";
  type: "acs_system.added";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsSystemAddedPayload;
}

/** The canonical data of `acs_system.added`. An access system was added. */
export interface SeamAcsSystemAddedData {
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

/** The payload of `acs_system.disconnected`. An access system was disconnected. Source: npm @seamapi/types 1.977.0, the schema of acs_system.disconnected. */
export interface SeamAcsSystemDisconnectedPayload {
  /** Errors associated with the access control system. */
  acs_system_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the access system. */
  acs_system_id: string;
  /** Warnings associated with the access control system. */
  acs_system_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_system.disconnected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_system.disconnected`: Access system disconnected */
export interface SeamAcsSystemDisconnectedEvent {
  id: "seam/acs_system.disconnected";
  provider: "seam";
  type: "acs_system.disconnected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsSystemDisconnectedPayload;
}

/** The canonical data of `acs_system.disconnected`. An access system was disconnected. */
export interface SeamAcsSystemDisconnectedData {
  /** Errors associated with the access control system. */
  acs_system_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the access system. */
  acs_system_id: string;
  /** Warnings associated with the access control system. */
  acs_system_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_credential.deleted`. An access system credential was deleted. Source: npm @seamapi/types 1.977.0, the schema of acs_credential.deleted. */
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

/** The payload of `acs_credential.issued`. An access system credential was issued. Source: npm @seamapi/types 1.977.0, the schema of acs_credential.issued. */
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

/** The payload of `acs_credential.reissued`. An access system credential was reissued. Source: npm @seamapi/types 1.977.0, the schema of acs_credential.reissued. */
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

/** The payload of `acs_credential.invalidated`. An access system credential was invalidated. That is, the credential cannot be used anymore. Source: npm @seamapi/types 1.977.0, the schema of acs_credential.invalidated. */
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

/** The payload of `acs_user.created`. An access system user was created. Source: npm @seamapi/types 1.977.0, the schema of acs_user.created. */
export interface SeamAcsUserCreatedPayload {
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the affected access system user. */
  acs_user_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_user.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_user.created`: Access system user created */
export interface SeamAcsUserCreatedEvent {
  id: "seam/acs_user.created";
  provider: "seam";
  type: "acs_user.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsUserCreatedPayload;
}

/** The canonical data of `acs_user.created`. An access system user was created. */
export interface SeamAcsUserCreatedData {
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the affected access system user. */
  acs_user_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_user.deleted`. An access system user was deleted. Source: npm @seamapi/types 1.977.0, the schema of acs_user.deleted. */
export interface SeamAcsUserDeletedPayload {
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the affected access system user. */
  acs_user_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "acs_user.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_user.deleted`: Access system user deleted */
export interface SeamAcsUserDeletedEvent {
  id: "seam/acs_user.deleted";
  provider: "seam";
  type: "acs_user.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsUserDeletedPayload;
}

/** The canonical data of `acs_user.deleted`. An access system user was deleted. */
export interface SeamAcsUserDeletedData {
  /** ID of the access system. */
  acs_system_id: string;
  /** ID of the affected access system user. */
  acs_user_id: string;
  /** ID of the connected account. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `acs_encoder.added`. An access system encoder was added. Source: npm @seamapi/types 1.977.0, the schema of acs_encoder.added. */
export interface SeamAcsEncoderAddedPayload {
  /** ID of the affected encoder. */
  acs_encoder_id: string;
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
  event_type: "acs_encoder.added";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_encoder.added`: Access system encoder added */
export interface SeamAcsEncoderAddedEvent {
  id: "seam/acs_encoder.added";
  provider: "seam";
  type: "acs_encoder.added";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsEncoderAddedPayload;
}

/** The canonical data of `acs_encoder.added`. An access system encoder was added. */
export interface SeamAcsEncoderAddedData {
  /** ID of the affected encoder. */
  acs_encoder_id: string;
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

/** The payload of `acs_encoder.removed`. An access system encoder was removed. Source: npm @seamapi/types 1.977.0, the schema of acs_encoder.removed. */
export interface SeamAcsEncoderRemovedPayload {
  /** ID of the affected encoder. */
  acs_encoder_id: string;
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
  event_type: "acs_encoder.removed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_encoder.removed`: Access system encoder removed */
export interface SeamAcsEncoderRemovedEvent {
  id: "seam/acs_encoder.removed";
  provider: "seam";
  type: "acs_encoder.removed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsEncoderRemovedPayload;
}

/** The canonical data of `acs_encoder.removed`. An access system encoder was removed. */
export interface SeamAcsEncoderRemovedData {
  /** ID of the affected encoder. */
  acs_encoder_id: string;
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

/** The payload of `acs_access_group.deleted`. An ACS access group was deleted. Source: npm @seamapi/types 1.977.0, the schema of acs_access_group.deleted. */
export interface SeamAcsAccessGroupDeletedPayload {
  /** ID of the affected access group. */
  acs_access_group_id: string;
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
  event_type: "acs_access_group.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_access_group.deleted`: Access system access group deleted */
export interface SeamAcsAccessGroupDeletedEvent {
  id: "seam/acs_access_group.deleted";
  provider: "seam";
  type: "acs_access_group.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsAccessGroupDeletedPayload;
}

/** The canonical data of `acs_access_group.deleted`. An ACS access group was deleted. */
export interface SeamAcsAccessGroupDeletedData {
  /** ID of the affected access group. */
  acs_access_group_id: string;
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

/** The payload of `acs_entrance.added`. An access system entrance was added. Source: npm @seamapi/types 1.977.0, the schema of acs_entrance.added. */
export interface SeamAcsEntranceAddedPayload {
  /** ID of the affected entrance. */
  acs_entrance_id: string;
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
  event_type: "acs_entrance.added";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_entrance.added`: Access system entrance added */
export interface SeamAcsEntranceAddedEvent {
  id: "seam/acs_entrance.added";
  provider: "seam";
  type: "acs_entrance.added";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsEntranceAddedPayload;
}

/** The canonical data of `acs_entrance.added`. An access system entrance was added. */
export interface SeamAcsEntranceAddedData {
  /** ID of the affected entrance. */
  acs_entrance_id: string;
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

/** The payload of `acs_entrance.removed`. An access system entrance was removed. Source: npm @seamapi/types 1.977.0, the schema of acs_entrance.removed. */
export interface SeamAcsEntranceRemovedPayload {
  /** ID of the affected entrance. */
  acs_entrance_id: string;
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
  event_type: "acs_entrance.removed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `acs_entrance.removed`: Access system entrance removed */
export interface SeamAcsEntranceRemovedEvent {
  id: "seam/acs_entrance.removed";
  provider: "seam";
  type: "acs_entrance.removed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamAcsEntranceRemovedPayload;
}

/** The canonical data of `acs_entrance.removed`. An access system entrance was removed. */
export interface SeamAcsEntranceRemovedData {
  /** ID of the affected entrance. */
  acs_entrance_id: string;
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

/** The payload of `client_session.deleted`. A client session was deleted. Source: npm @seamapi/types 1.977.0, the schema of client_session.deleted. */
export interface SeamClientSessionDeletedPayload {
  /** ID of the affected client session. */
  client_session_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "client_session.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `client_session.deleted`: Client session deleted */
export interface SeamClientSessionDeletedEvent {
  id: "seam/client_session.deleted";
  provider: "seam";
  type: "client_session.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamClientSessionDeletedPayload;
}

/** The canonical data of `client_session.deleted`. A client session was deleted. */
export interface SeamClientSessionDeletedData {
  /** ID of the affected client session. */
  client_session_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.connected`. A connected account was connected for the first time or was reconnected after being disconnected. Source: npm @seamapi/types 1.977.0, the schema of connected_account.connected. */
export interface SeamConnectedAccountConnectedPayload {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.connected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.connected`: Connected account connected */
export interface SeamConnectedAccountConnectedEvent {
  id: "seam/connected_account.connected";
  provider: "seam";
  type: "connected_account.connected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountConnectedPayload;
}

/** The canonical data of `connected_account.connected`. A connected account was connected for the first time or was reconnected after being disconnected. */
export interface SeamConnectedAccountConnectedData {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.created`. A connected account was created. Source: npm @seamapi/types 1.977.0, the schema of connected_account.created. */
export interface SeamConnectedAccountCreatedPayload {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.created`: Connected account created */
export interface SeamConnectedAccountCreatedEvent {
  id: "seam/connected_account.created";
  provider: "seam";
  type: "connected_account.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountCreatedPayload;
}

/** The canonical data of `connected_account.created`. A connected account was created. */
export interface SeamConnectedAccountCreatedData {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.successful_login`. A connected account had a successful login using a Connect Webview. Source: npm @seamapi/types 1.977.0, the schema of connected_account.successful_login. @deprecated Use `connect_webview.login_succeeded`. */
export interface SeamConnectedAccountSuccessfulLoginPayload {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.successful_login";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.successful_login`: Connected account login succeeded */
export interface SeamConnectedAccountSuccessfulLoginEvent {
  id: "seam/connected_account.successful_login";
  provider: "seam";
  type: "connected_account.successful_login";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountSuccessfulLoginPayload;
}

/** The canonical data of `connected_account.successful_login`. A connected account had a successful login using a Connect Webview. */
export interface SeamConnectedAccountSuccessfulLoginData {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.disconnected`. A connected account was disconnected. Source: npm @seamapi/types 1.977.0, the schema of connected_account.disconnected. */
export interface SeamConnectedAccountDisconnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.disconnected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.disconnected`: Connected account disconnected */
export interface SeamConnectedAccountDisconnectedEvent {
  id: "seam/connected_account.disconnected";
  provider: "seam";
  type: "connected_account.disconnected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountDisconnectedPayload;
}

/** The canonical data of `connected_account.disconnected`. A connected account was disconnected. */
export interface SeamConnectedAccountDisconnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.completed_first_sync`. A connected account completed the first sync with Seam, and the corresponding devices or systems are now available. Source: npm @seamapi/types 1.977.0, the schema of connected_account.completed_first_sync. */
export interface SeamConnectedAccountCompletedFirstSyncPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.completed_first_sync";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.completed_first_sync`: Connected account completed its first sync */
export interface SeamConnectedAccountCompletedFirstSyncEvent {
  id: "seam/connected_account.completed_first_sync";
  provider: "seam";
  type: "connected_account.completed_first_sync";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountCompletedFirstSyncPayload;
}

/** The canonical data of `connected_account.completed_first_sync`. A connected account completed the first sync with Seam, and the corresponding devices or systems are now available. */
export interface SeamConnectedAccountCompletedFirstSyncData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.deleted`. A connected account was deleted. Source: npm @seamapi/types 1.977.0, the schema of connected_account.deleted. */
export interface SeamConnectedAccountDeletedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Type of the connected account. */
  connected_account_type?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.deleted`: Connected account deleted */
export interface SeamConnectedAccountDeletedEvent {
  id: "seam/connected_account.deleted";
  provider: "seam";
  type: "connected_account.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountDeletedPayload;
}

/** The canonical data of `connected_account.deleted`. A connected account was deleted. */
export interface SeamConnectedAccountDeletedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Type of the connected account. */
  connected_account_type?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.completed_first_sync_after_reconnection`. A connected account completed the first sync after reconnection with Seam, and the corresponding devices or systems are now available. Source: npm @seamapi/types 1.977.0, the schema of connected_account.completed_first_sync_after_reconnection. */
export interface SeamConnectedAccountCompletedFirstSyncAfterReconnectionPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.completed_first_sync_after_reconnection";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.completed_first_sync_after_reconnection`: Connected account completed its first sync after reconnection */
export interface SeamConnectedAccountCompletedFirstSyncAfterReconnectionEvent {
  id: "seam/connected_account.completed_first_sync_after_reconnection";
  provider: "seam";
  type: "connected_account.completed_first_sync_after_reconnection";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountCompletedFirstSyncAfterReconnectionPayload;
}

/** The canonical data of `connected_account.completed_first_sync_after_reconnection`. A connected account completed the first sync after reconnection with Seam, and the corresponding devices or systems are now available. */
export interface SeamConnectedAccountCompletedFirstSyncAfterReconnectionData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connected_account.reauthorization_requested`. A connected account requires reauthorization using a new Connect Webview. The account is still connected, but cannot access new features. Delaying reauthorization too long will eventually cause the Connected Account to become disconnected. Source: npm @seamapi/types 1.977.0, the schema of connected_account.reauthorization_requested. */
export interface SeamConnectedAccountReauthorizationRequestedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connected_account.reauthorization_requested";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connected_account.reauthorization_requested`: Connected account reauthorization requested */
export interface SeamConnectedAccountReauthorizationRequestedEvent {
  id: "seam/connected_account.reauthorization_requested";
  provider: "seam";
  type: "connected_account.reauthorization_requested";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectedAccountReauthorizationRequestedPayload;
}

/** The canonical data of `connected_account.reauthorization_requested`. A connected account requires reauthorization using a new Connect Webview. The account is still connected, but cannot access new features. Delaying reauthorization too long will eventually cause the Connected Account to become disconnected. */
export interface SeamConnectedAccountReauthorizationRequestedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected connected account. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.lock_door.succeeded`. A lock door action attempt succeeded. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.lock_door.succeeded. */
export interface SeamActionAttemptLockDoorSucceededPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.lock_door.succeeded";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.lock_door.succeeded`: Lock door action attempt succeeded */
export interface SeamActionAttemptLockDoorSucceededEvent {
  id: "seam/action_attempt.lock_door.succeeded";
  provider: "seam";
  type: "action_attempt.lock_door.succeeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptLockDoorSucceededPayload;
}

/** The canonical data of `action_attempt.lock_door.succeeded`. A lock door action attempt succeeded. */
export interface SeamActionAttemptLockDoorSucceededData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.lock_door.failed`. A lock door action attempt failed. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.lock_door.failed. */
export interface SeamActionAttemptLockDoorFailedPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.lock_door.failed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.lock_door.failed`: Lock door action attempt failed */
export interface SeamActionAttemptLockDoorFailedEvent {
  id: "seam/action_attempt.lock_door.failed";
  provider: "seam";
  type: "action_attempt.lock_door.failed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptLockDoorFailedPayload;
}

/** The canonical data of `action_attempt.lock_door.failed`. A lock door action attempt failed. */
export interface SeamActionAttemptLockDoorFailedData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.unlock_door.succeeded`. An unlock door action attempt succeeded. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.unlock_door.succeeded. */
export interface SeamActionAttemptUnlockDoorSucceededPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.unlock_door.succeeded";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.unlock_door.succeeded`: Unlock door action attempt succeeded */
export interface SeamActionAttemptUnlockDoorSucceededEvent {
  id: "seam/action_attempt.unlock_door.succeeded";
  provider: "seam";
  type: "action_attempt.unlock_door.succeeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptUnlockDoorSucceededPayload;
}

/** The canonical data of `action_attempt.unlock_door.succeeded`. An unlock door action attempt succeeded. */
export interface SeamActionAttemptUnlockDoorSucceededData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.unlock_door.failed`. An unlock door action attempt failed. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.unlock_door.failed. */
export interface SeamActionAttemptUnlockDoorFailedPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.unlock_door.failed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.unlock_door.failed`: Unlock door action attempt failed */
export interface SeamActionAttemptUnlockDoorFailedEvent {
  id: "seam/action_attempt.unlock_door.failed";
  provider: "seam";
  type: "action_attempt.unlock_door.failed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptUnlockDoorFailedPayload;
}

/** The canonical data of `action_attempt.unlock_door.failed`. An unlock door action attempt failed. */
export interface SeamActionAttemptUnlockDoorFailedData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.simulate_keypad_code_entry.succeeded`. A simulate keypad code entry action attempt succeeded. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.simulate_keypad_code_entry.succeeded. */
export interface SeamActionAttemptSimulateKeypadCodeEntrySucceededPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.simulate_keypad_code_entry.succeeded";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.simulate_keypad_code_entry.succeeded`: Simulate keypad code entry action attempt succeeded */
export interface SeamActionAttemptSimulateKeypadCodeEntrySucceededEvent {
  id: "seam/action_attempt.simulate_keypad_code_entry.succeeded";
  provider: "seam";
  type: "action_attempt.simulate_keypad_code_entry.succeeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptSimulateKeypadCodeEntrySucceededPayload;
}

/** The canonical data of `action_attempt.simulate_keypad_code_entry.succeeded`. A simulate keypad code entry action attempt succeeded. */
export interface SeamActionAttemptSimulateKeypadCodeEntrySucceededData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.simulate_keypad_code_entry.failed`. A simulate keypad code entry action attempt failed. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.simulate_keypad_code_entry.failed. */
export interface SeamActionAttemptSimulateKeypadCodeEntryFailedPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.simulate_keypad_code_entry.failed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.simulate_keypad_code_entry.failed`: Simulate keypad code entry action attempt failed */
export interface SeamActionAttemptSimulateKeypadCodeEntryFailedEvent {
  id: "seam/action_attempt.simulate_keypad_code_entry.failed";
  provider: "seam";
  type: "action_attempt.simulate_keypad_code_entry.failed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptSimulateKeypadCodeEntryFailedPayload;
}

/** The canonical data of `action_attempt.simulate_keypad_code_entry.failed`. A simulate keypad code entry action attempt failed. */
export interface SeamActionAttemptSimulateKeypadCodeEntryFailedData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.simulate_manual_lock_via_keypad.succeeded`. A simulate manual lock via keypad action attempt succeeded. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.simulate_manual_lock_via_keypad.succeeded. */
export interface SeamActionAttemptSimulateManualLockViaKeypadSucceededPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.simulate_manual_lock_via_keypad.succeeded";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.simulate_manual_lock_via_keypad.succeeded`: Simulate manual lock via keypad action attempt succeeded */
export interface SeamActionAttemptSimulateManualLockViaKeypadSucceededEvent {
  id: "seam/action_attempt.simulate_manual_lock_via_keypad.succeeded";
  provider: "seam";
  type: "action_attempt.simulate_manual_lock_via_keypad.succeeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptSimulateManualLockViaKeypadSucceededPayload;
}

/** The canonical data of `action_attempt.simulate_manual_lock_via_keypad.succeeded`. A simulate manual lock via keypad action attempt succeeded. */
export interface SeamActionAttemptSimulateManualLockViaKeypadSucceededData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `action_attempt.simulate_manual_lock_via_keypad.failed`. A simulate manual lock via keypad action attempt failed. Source: npm @seamapi/types 1.977.0, the schema of action_attempt.simulate_manual_lock_via_keypad.failed. */
export interface SeamActionAttemptSimulateManualLockViaKeypadFailedPayload {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "action_attempt.simulate_manual_lock_via_keypad.failed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `action_attempt.simulate_manual_lock_via_keypad.failed`: Simulate manual lock via keypad action attempt failed */
export interface SeamActionAttemptSimulateManualLockViaKeypadFailedEvent {
  id: "seam/action_attempt.simulate_manual_lock_via_keypad.failed";
  provider: "seam";
  type: "action_attempt.simulate_manual_lock_via_keypad.failed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamActionAttemptSimulateManualLockViaKeypadFailedPayload;
}

/** The canonical data of `action_attempt.simulate_manual_lock_via_keypad.failed`. A simulate manual lock via keypad action attempt failed. */
export interface SeamActionAttemptSimulateManualLockViaKeypadFailedData {
  /** ID of the affected action attempt. */
  action_attempt_id: string;
  /** Type of the action. */
  action_type: string;
  /** ID of the connected account associated with the action attempt, if applicable. */
  connected_account_id?: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the device associated with the action attempt, if applicable. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Status of the action. */
  status: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connect_webview.login_succeeded`. A Connect Webview login succeeded. Source: npm @seamapi/types 1.977.0, the schema of connect_webview.login_succeeded. */
export interface SeamConnectWebviewLoginSucceededPayload {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connect_webview.login_succeeded";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connect_webview.login_succeeded`: Connect Webview login succeeded */
export interface SeamConnectWebviewLoginSucceededEvent {
  id: "seam/connect_webview.login_succeeded";
  provider: "seam";
  type: "connect_webview.login_succeeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectWebviewLoginSucceededPayload;
}

/** The canonical data of `connect_webview.login_succeeded`. A Connect Webview login succeeded. */
export interface SeamConnectWebviewLoginSucceededData {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `connect_webview.login_failed`. A Connect Webview login failed. Source: npm @seamapi/types 1.977.0, the schema of connect_webview.login_failed. */
export interface SeamConnectWebviewLoginFailedPayload {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "connect_webview.login_failed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `connect_webview.login_failed`: Connect Webview login failed */
export interface SeamConnectWebviewLoginFailedEvent {
  id: "seam/connect_webview.login_failed";
  provider: "seam";
  type: "connect_webview.login_failed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamConnectWebviewLoginFailedPayload;
}

/** The canonical data of `connect_webview.login_failed`. A Connect Webview login failed. */
export interface SeamConnectWebviewLoginFailedData {
  /** ID of the Connect Webview associated with the event. */
  connect_webview_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.connected`. The status of a device changed from offline to online. That is, the `device.properties.online` property changed from `false` to `true`. Note that some devices operate entirely in offline mode, so Seam never emits a `device.connected` event for these devices. Source: npm @seamapi/types 1.977.0, the schema of device.connected. */
export interface SeamDeviceConnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.connected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.connected`: Device connected */
export interface SeamDeviceConnectedEvent {
  id: "seam/device.connected";
  provider: "seam";
  type: "device.connected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceConnectedPayload;
}

/** The canonical data of `device.connected`. The status of a device changed from offline to online. That is, the `device.properties.online` property changed from `false` to `true`. Note that some devices operate entirely in offline mode, so Seam never emits a `device.connected` event for these devices. */
export interface SeamDeviceConnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.added`. A device was added to Seam or was re-added to Seam after having been removed. Source: npm @seamapi/types 1.977.0, the schema of device.added. */
export interface SeamDeviceAddedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.added";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.added`: Device added */
export interface SeamDeviceAddedEvent {
  id: "seam/device.added";
  provider: "seam";
  type: "device.added";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceAddedPayload;
}

/** The canonical data of `device.added`. A device was added to Seam or was re-added to Seam after having been removed. */
export interface SeamDeviceAddedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.converted_to_unmanaged`. A managed device was successfully converted to an unmanaged device. Source: npm @seamapi/types 1.977.0, the schema of device.converted_to_unmanaged. */
export interface SeamDeviceConvertedToUnmanagedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.converted_to_unmanaged";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.converted_to_unmanaged`: Device converted to unmanaged */
export interface SeamDeviceConvertedToUnmanagedEvent {
  id: "seam/device.converted_to_unmanaged";
  provider: "seam";
  type: "device.converted_to_unmanaged";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceConvertedToUnmanagedPayload;
}

/** The canonical data of `device.converted_to_unmanaged`. A managed device was successfully converted to an unmanaged device. */
export interface SeamDeviceConvertedToUnmanagedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.unmanaged.converted_to_managed`. An unmanaged device was successfully converted to a managed device. Source: npm @seamapi/types 1.977.0, the schema of device.unmanaged.converted_to_managed. */
export interface SeamDeviceUnmanagedConvertedToManagedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.unmanaged.converted_to_managed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.unmanaged.converted_to_managed`: Unmanaged device converted to managed */
export interface SeamDeviceUnmanagedConvertedToManagedEvent {
  id: "seam/device.unmanaged.converted_to_managed";
  provider: "seam";
  type: "device.unmanaged.converted_to_managed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceUnmanagedConvertedToManagedPayload;
}

/** The canonical data of `device.unmanaged.converted_to_managed`. An unmanaged device was successfully converted to a managed device. */
export interface SeamDeviceUnmanagedConvertedToManagedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.unmanaged.connected`. The status of an unmanaged device changed from offline to online. That is, the `device.properties.online` property changed from `false` to `true`. Source: npm @seamapi/types 1.977.0, the schema of device.unmanaged.connected. */
export interface SeamDeviceUnmanagedConnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.unmanaged.connected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.unmanaged.connected`: Unmanaged device connected */
export interface SeamDeviceUnmanagedConnectedEvent {
  id: "seam/device.unmanaged.connected";
  provider: "seam";
  type: "device.unmanaged.connected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceUnmanagedConnectedPayload;
}

/** The canonical data of `device.unmanaged.connected`. The status of an unmanaged device changed from offline to online. That is, the `device.properties.online` property changed from `false` to `true`. */
export interface SeamDeviceUnmanagedConnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.disconnected`. The status of a device changed from online to offline. That is, the `device.properties.online` property changed from `true` to `false`. Source: npm @seamapi/types 1.977.0, the schema of device.disconnected. */
export interface SeamDeviceDisconnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Error code associated with the disconnection event. */
  error_code: "account_disconnected" | "hub_disconnected" | "device_disconnected";
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.disconnected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.disconnected`: Device disconnected */
export interface SeamDeviceDisconnectedEvent {
  id: "seam/device.disconnected";
  provider: "seam";
  type: "device.disconnected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceDisconnectedPayload;
}

/** The canonical data of `device.disconnected`. The status of a device changed from online to offline. That is, the `device.properties.online` property changed from `true` to `false`. */
export interface SeamDeviceDisconnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Error code associated with the disconnection event. */
  error_code: "account_disconnected" | "hub_disconnected" | "device_disconnected";
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.unmanaged.disconnected`. The status of an unmanaged device changed from online to offline. That is, the `device.properties.online` property changed from `true` to `false`. Source: npm @seamapi/types 1.977.0, the schema of device.unmanaged.disconnected. */
export interface SeamDeviceUnmanagedDisconnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Error code associated with the disconnection event. */
  error_code: "account_disconnected" | "hub_disconnected" | "device_disconnected";
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.unmanaged.disconnected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.unmanaged.disconnected`: Unmanaged device disconnected */
export interface SeamDeviceUnmanagedDisconnectedEvent {
  id: "seam/device.unmanaged.disconnected";
  provider: "seam";
  type: "device.unmanaged.disconnected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceUnmanagedDisconnectedPayload;
}

/** The canonical data of `device.unmanaged.disconnected`. The status of an unmanaged device changed from online to offline. That is, the `device.properties.online` property changed from `true` to `false`. */
export interface SeamDeviceUnmanagedDisconnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Error code associated with the disconnection event. */
  error_code: "account_disconnected" | "hub_disconnected" | "device_disconnected";
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.tampered`. A device detected that it was tampered with, for example, opened or moved. Source: npm @seamapi/types 1.977.0, the schema of device.tampered. */
export interface SeamDeviceTamperedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.tampered";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.tampered`: Device tampered */
export interface SeamDeviceTamperedEvent {
  id: "seam/device.tampered";
  provider: "seam";
  type: "device.tampered";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceTamperedPayload;
}

/** The canonical data of `device.tampered`. A device detected that it was tampered with, for example, opened or moved. */
export interface SeamDeviceTamperedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.low_battery`. A device battery level dropped below the low threshold. Source: npm @seamapi/types 1.977.0, the schema of device.low_battery. */
export interface SeamDeviceLowBatteryPayload {
  /** From 0 to 1: how much battery the device has left, as reported by the device. */
  battery_level: number;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.low_battery";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.low_battery`: Device battery low */
export interface SeamDeviceLowBatteryEvent {
  id: "seam/device.low_battery";
  provider: "seam";
  type: "device.low_battery";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceLowBatteryPayload;
}

/** The canonical data of `device.low_battery`. A device battery level dropped below the low threshold. */
export interface SeamDeviceLowBatteryData {
  /** From 0 to 1: how much battery the device has left, as reported by the device. */
  battery_level: number | string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.battery_status_changed`. A device battery status changed since the last `battery_status_changed` event. Source: npm @seamapi/types 1.977.0, the schema of device.battery_status_changed. */
export interface SeamDeviceBatteryStatusChangedPayload {
  /** From 0 to 1: how much battery the device has left, as reported by the device. */
  battery_level: number;
  /** Battery status of the device, calculated from `battery_level`. */
  battery_status: "critical" | "low" | "good" | "full";
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.battery_status_changed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.battery_status_changed`: Device battery status changed */
export interface SeamDeviceBatteryStatusChangedEvent {
  id: "seam/device.battery_status_changed";
  provider: "seam";
  type: "device.battery_status_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceBatteryStatusChangedPayload;
}

/** The canonical data of `device.battery_status_changed`. A device battery status changed since the last `battery_status_changed` event. */
export interface SeamDeviceBatteryStatusChangedData {
  /** From 0 to 1: how much battery the device has left, as reported by the device. */
  battery_level: number | string;
  /** Battery status of the device, calculated from `battery_level`. */
  battery_status: "critical" | "low" | "good" | "full";
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.removed`. A device was removed externally from the connected account. Source: npm @seamapi/types 1.977.0, the schema of device.removed. */
export interface SeamDeviceRemovedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.removed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.removed`: Device removed */
export interface SeamDeviceRemovedEvent {
  id: "seam/device.removed";
  provider: "seam";
  type: "device.removed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceRemovedPayload;
}

/** The canonical data of `device.removed`. A device was removed externally from the connected account. */
export interface SeamDeviceRemovedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.deleted`. A device was deleted. Source: npm @seamapi/types 1.977.0, the schema of device.deleted. */
export interface SeamDeviceDeletedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** Name of the deleted device; null where it had none. */
  device_name?: string | null;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.deleted`: Device deleted */
export interface SeamDeviceDeletedEvent {
  id: "seam/device.deleted";
  provider: "seam";
  type: "device.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceDeletedPayload;
}

/** The canonical data of `device.deleted`. A device was deleted. */
export interface SeamDeviceDeletedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** Name of the deleted device; null where it had none. */
  device_name?: string | null;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.third_party_integration_detected`. Seam detected that a device is using a third-party integration that will interfere with Seam device management. Source: npm @seamapi/types 1.977.0, the schema of device.third_party_integration_detected. */
export interface SeamDeviceThirdPartyIntegrationDetectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.third_party_integration_detected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.third_party_integration_detected`: Third-party integration of a device detected */
export interface SeamDeviceThirdPartyIntegrationDetectedEvent {
  id: "seam/device.third_party_integration_detected";
  provider: "seam";
  type: "device.third_party_integration_detected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceThirdPartyIntegrationDetectedPayload;
}

/** The canonical data of `device.third_party_integration_detected`. Seam detected that a device is using a third-party integration that will interfere with Seam device management. */
export interface SeamDeviceThirdPartyIntegrationDetectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.third_party_integration_no_longer_detected`. Seam detected that a device is no longer using a third-party integration that was interfering with Seam device management. Source: npm @seamapi/types 1.977.0, the schema of device.third_party_integration_no_longer_detected. */
export interface SeamDeviceThirdPartyIntegrationNoLongerDetectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.third_party_integration_no_longer_detected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.third_party_integration_no_longer_detected`: Third-party integration of a device no longer detected */
export interface SeamDeviceThirdPartyIntegrationNoLongerDetectedEvent {
  id: "seam/device.third_party_integration_no_longer_detected";
  provider: "seam";
  type: "device.third_party_integration_no_longer_detected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceThirdPartyIntegrationNoLongerDetectedPayload;
}

/** The canonical data of `device.third_party_integration_no_longer_detected`. Seam detected that a device is no longer using a third-party integration that was interfering with Seam device management. */
export interface SeamDeviceThirdPartyIntegrationNoLongerDetectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.salto.privacy_mode_activated`. A Salto device activated privacy mode. Source: npm @seamapi/types 1.977.0, the schema of device.salto.privacy_mode_activated. */
export interface SeamDeviceSaltoPrivacyModeActivatedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.salto.privacy_mode_activated";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.salto.privacy_mode_activated`: Salto privacy mode activated */
export interface SeamDeviceSaltoPrivacyModeActivatedEvent {
  id: "seam/device.salto.privacy_mode_activated";
  provider: "seam";
  type: "device.salto.privacy_mode_activated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceSaltoPrivacyModeActivatedPayload;
}

/** The canonical data of `device.salto.privacy_mode_activated`. A Salto device activated privacy mode. */
export interface SeamDeviceSaltoPrivacyModeActivatedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.salto.privacy_mode_deactivated`. A Salto device deactivated privacy mode. Source: npm @seamapi/types 1.977.0, the schema of device.salto.privacy_mode_deactivated. */
export interface SeamDeviceSaltoPrivacyModeDeactivatedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.salto.privacy_mode_deactivated";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.salto.privacy_mode_deactivated`: Salto privacy mode deactivated */
export interface SeamDeviceSaltoPrivacyModeDeactivatedEvent {
  id: "seam/device.salto.privacy_mode_deactivated";
  provider: "seam";
  type: "device.salto.privacy_mode_deactivated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceSaltoPrivacyModeDeactivatedPayload;
}

/** The canonical data of `device.salto.privacy_mode_deactivated`. A Salto device deactivated privacy mode. */
export interface SeamDeviceSaltoPrivacyModeDeactivatedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.connection_became_flaky`. Seam detected a flaky device connection. Source: npm @seamapi/types 1.977.0, the schema of device.connection_became_flaky. */
export interface SeamDeviceConnectionBecameFlakyPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.connection_became_flaky";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.connection_became_flaky`: Device connection became flaky */
export interface SeamDeviceConnectionBecameFlakyEvent {
  id: "seam/device.connection_became_flaky";
  provider: "seam";
  type: "device.connection_became_flaky";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceConnectionBecameFlakyPayload;
}

/** The canonical data of `device.connection_became_flaky`. Seam detected a flaky device connection. */
export interface SeamDeviceConnectionBecameFlakyData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.connection_stabilized`. Seam detected that a previously-flaky device connection stabilized. Source: npm @seamapi/types 1.977.0, the schema of device.connection_stabilized. */
export interface SeamDeviceConnectionStabilizedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.connection_stabilized";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.connection_stabilized`: Device connection stabilized */
export interface SeamDeviceConnectionStabilizedEvent {
  id: "seam/device.connection_stabilized";
  provider: "seam";
  type: "device.connection_stabilized";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceConnectionStabilizedPayload;
}

/** The canonical data of `device.connection_stabilized`. Seam detected that a previously-flaky device connection stabilized. */
export interface SeamDeviceConnectionStabilizedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.error.subscription_required`. A third-party subscription is required to use all device features. Source: npm @seamapi/types 1.977.0, the schema of device.error.subscription_required. */
export interface SeamDeviceErrorSubscriptionRequiredPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.error.subscription_required";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.error.subscription_required`: Device requires a subscription */
export interface SeamDeviceErrorSubscriptionRequiredEvent {
  id: "seam/device.error.subscription_required";
  provider: "seam";
  type: "device.error.subscription_required";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceErrorSubscriptionRequiredPayload;
}

/** The canonical data of `device.error.subscription_required`. A third-party subscription is required to use all device features. */
export interface SeamDeviceErrorSubscriptionRequiredData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.error.subscription_required.resolved`. A third-party subscription is active or no longer required to use all device features. Source: npm @seamapi/types 1.977.0, the schema of device.error.subscription_required.resolved. */
export interface SeamDeviceErrorSubscriptionRequiredResolvedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.error.subscription_required.resolved";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.error.subscription_required.resolved`: Device requires no subscription any more */
export interface SeamDeviceErrorSubscriptionRequiredResolvedEvent {
  id: "seam/device.error.subscription_required.resolved";
  provider: "seam";
  type: "device.error.subscription_required.resolved";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceErrorSubscriptionRequiredResolvedPayload;
}

/** The canonical data of `device.error.subscription_required.resolved`. A third-party subscription is active or no longer required to use all device features. */
export interface SeamDeviceErrorSubscriptionRequiredResolvedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.accessory_keypad_connected`. An accessory keypad was connected to a device. Source: npm @seamapi/types 1.977.0, the schema of device.accessory_keypad_connected. */
export interface SeamDeviceAccessoryKeypadConnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.accessory_keypad_connected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.accessory_keypad_connected`: Accessory keypad connected */
export interface SeamDeviceAccessoryKeypadConnectedEvent {
  id: "seam/device.accessory_keypad_connected";
  provider: "seam";
  type: "device.accessory_keypad_connected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceAccessoryKeypadConnectedPayload;
}

/** The canonical data of `device.accessory_keypad_connected`. An accessory keypad was connected to a device. */
export interface SeamDeviceAccessoryKeypadConnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.accessory_keypad_disconnected`. An accessory keypad was disconnected from a device. Source: npm @seamapi/types 1.977.0, the schema of device.accessory_keypad_disconnected. */
export interface SeamDeviceAccessoryKeypadDisconnectedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.accessory_keypad_disconnected";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.accessory_keypad_disconnected`: Accessory keypad disconnected */
export interface SeamDeviceAccessoryKeypadDisconnectedEvent {
  id: "seam/device.accessory_keypad_disconnected";
  provider: "seam";
  type: "device.accessory_keypad_disconnected";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceAccessoryKeypadDisconnectedPayload;
}

/** The canonical data of `device.accessory_keypad_disconnected`. An accessory keypad was disconnected from a device. */
export interface SeamDeviceAccessoryKeypadDisconnectedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the connected account. */
  connected_account_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Warnings associated with the connected account. */
  connected_account_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** Errors associated with the device. */
  device_errors: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    error_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** ID of the affected device. */
  device_id: string;
  /** Warnings associated with the device. */
  device_warnings: ({
    /** When it was found. */
    created_at: string;
    /** What kind of fault it is. */
    warning_code: string;
    /** What is wrong, in words. */
    message: string;
  })[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `noise_sensor.noise_threshold_triggered`. Extended periods of noise or noise exceeding a threshold were detected. Source: npm @seamapi/types 1.977.0, the schema of noise_sensor.noise_threshold_triggered. */
export interface SeamNoiseSensorNoiseThresholdTriggeredPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "noise_sensor.noise_threshold_triggered";
  /** Metadata from Minut. */
  minut_metadata?: {
    [field: string]: unknown;
  };
  /** Detected noise level in decibels. */
  noise_level_decibels?: number;
  /** Detected noise level in Noiseaware Noise Risk Score (NRS). */
  noise_level_nrs?: number;
  /** ID of the noise threshold that was triggered. */
  noise_threshold_id?: string;
  /** Name of the noise threshold that was triggered. */
  noise_threshold_name?: string;
  /** Metadata from Noiseaware. */
  noiseaware_metadata?: {
    [field: string]: unknown;
  };
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `noise_sensor.noise_threshold_triggered`: Noise threshold triggered */
export interface SeamNoiseSensorNoiseThresholdTriggeredEvent {
  id: "seam/noise_sensor.noise_threshold_triggered";
  provider: "seam";
  type: "noise_sensor.noise_threshold_triggered";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamNoiseSensorNoiseThresholdTriggeredPayload;
}

/** The canonical data of `noise_sensor.noise_threshold_triggered`. Extended periods of noise or noise exceeding a threshold were detected. */
export interface SeamNoiseSensorNoiseThresholdTriggeredData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Metadata from Minut. */
  minut_metadata?: {
    [field: string]: unknown;
  };
  /** Detected noise level in decibels. */
  noise_level_decibels?: number | string;
  /** Detected noise level in Noiseaware Noise Risk Score (NRS). */
  noise_level_nrs?: number | string;
  /** ID of the noise threshold that was triggered. */
  noise_threshold_id?: string;
  /** Name of the noise threshold that was triggered. */
  noise_threshold_name?: string;
  /** Metadata from Noiseaware. */
  noiseaware_metadata?: {
    [field: string]: unknown;
  };
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `lock.locked`. A lock was locked. Source: npm @seamapi/types 1.977.0, the schema of lock.locked. */
export interface SeamLockLockedPayload {
  /** ID of the access code that was used. */
  access_code_id?: string;
  /** Whether the access code is managed by Seam; only beside `access_code_id`. */
  access_code_is_managed?: boolean;
  /** ID of the access system's entrance. */
  acs_entrance_id?: string;
  /** ID of the access system. */
  acs_system_id?: string;
  /** ID of the access system's user. */
  acs_user_id?: string;
  /** ID of the action attempt, where it was initiated through Seam. */
  action_attempt_id?: string;
  /** Code (PIN) that was used, if known. */
  code?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "lock.locked";
  /** Whether it was done over Bluetooth by a remote client. */
  is_via_bluetooth?: boolean;
  /** Whether it was done by an NFC credential tap. */
  is_via_nfc?: boolean;
  /** Method by which it was done; `unknown`: it could not be determined. */
  method: "keycode" | "manual" | "automatic" | "unknown" | "remote" | "card";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the user identity. */
  user_identity_id?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `lock.locked`: Lock locked */
export interface SeamLockLockedEvent {
  id: "seam/lock.locked";
  provider: "seam";
  type: "lock.locked";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamLockLockedPayload;
}

/** The canonical data of `lock.locked`. A lock was locked. */
export interface SeamLockLockedData {
  /** ID of the access code that was used. */
  access_code_id?: string;
  /** Whether the access code is managed by Seam; only beside `access_code_id`. */
  access_code_is_managed?: boolean;
  /** ID of the access system's entrance. */
  acs_entrance_id?: string;
  /** ID of the access system. */
  acs_system_id?: string;
  /** ID of the access system's user. */
  acs_user_id?: string;
  /** ID of the action attempt, where it was initiated through Seam. */
  action_attempt_id?: string;
  /** Code (PIN) that was used, if known. */
  code?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Whether it was done over Bluetooth by a remote client. */
  is_via_bluetooth?: boolean;
  /** Whether it was done by an NFC credential tap. */
  is_via_nfc?: boolean;
  /** Method by which it was done; `unknown`: it could not be determined. */
  method: "keycode" | "manual" | "automatic" | "unknown" | "remote" | "card";
  /** ID of the user identity. */
  user_identity_id?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `lock.unlocked`. A lock was unlocked. Source: npm @seamapi/types 1.977.0, the schema of lock.unlocked. */
export interface SeamLockUnlockedPayload {
  /** ID of the access code that was used. */
  access_code_id?: string;
  /** Whether the access code is managed by Seam; only beside `access_code_id`. */
  access_code_is_managed?: boolean;
  /** ID of the access system's entrance. */
  acs_entrance_id?: string;
  /** ID of the access system. */
  acs_system_id?: string;
  /** ID of the access system's user. */
  acs_user_id?: string;
  /** ID of the action attempt, where it was initiated through Seam. */
  action_attempt_id?: string;
  /** Code (PIN) that was used, if known. */
  code?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "lock.unlocked";
  /** Whether it was done over Bluetooth by a remote client. */
  is_via_bluetooth?: boolean;
  /** Whether it was done by an NFC credential tap. */
  is_via_nfc?: boolean;
  /** Method by which it was done; `unknown`: it could not be determined. */
  method: "keycode" | "manual" | "automatic" | "unknown" | "remote" | "card";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the user identity. */
  user_identity_id?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `lock.unlocked`: Lock unlocked */
export interface SeamLockUnlockedEvent {
  id: "seam/lock.unlocked";
  provider: "seam";
  type: "lock.unlocked";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamLockUnlockedPayload;
}

/** The canonical data of `lock.unlocked`. A lock was unlocked. */
export interface SeamLockUnlockedData {
  /** ID of the access code that was used. */
  access_code_id?: string;
  /** Whether the access code is managed by Seam; only beside `access_code_id`. */
  access_code_is_managed?: boolean;
  /** ID of the access system's entrance. */
  acs_entrance_id?: string;
  /** ID of the access system. */
  acs_system_id?: string;
  /** ID of the access system's user. */
  acs_user_id?: string;
  /** ID of the action attempt, where it was initiated through Seam. */
  action_attempt_id?: string;
  /** Code (PIN) that was used, if known. */
  code?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Whether it was done over Bluetooth by a remote client. */
  is_via_bluetooth?: boolean;
  /** Whether it was done by an NFC credential tap. */
  is_via_nfc?: boolean;
  /** Method by which it was done; `unknown`: it could not be determined. */
  method: "keycode" | "manual" | "automatic" | "unknown" | "remote" | "card";
  /** ID of the user identity. */
  user_identity_id?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `lock.access_denied`. The lock denied access to a user after one or more consecutive invalid attempts to unlock the device. Source: npm @seamapi/types 1.977.0, the schema of lock.access_denied. */
export interface SeamLockAccessDeniedPayload {
  /** ID of the access code that was used. */
  access_code_id?: string;
  /** ID of the access system's entrance. */
  acs_entrance_id?: string;
  /** ID of the access system. */
  acs_system_id?: string;
  /** ID of the access system's user. */
  acs_user_id?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "lock.access_denied";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Why access was denied; absent where the provider reports no cause. */
  reason?: {
    /** The reason in words. */
    message: string;
    /** The kind of reason. */
    reason_code: "unknown_code" | "expired_code" | "blocklisted_code" | "too_many_attempts" | "blocked_by_privacy_mode" | "credential_error";
  };
  /** ID of the user identity. */
  user_identity_id?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `lock.access_denied`: Access denied by a lock */
export interface SeamLockAccessDeniedEvent {
  id: "seam/lock.access_denied";
  provider: "seam";
  type: "lock.access_denied";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamLockAccessDeniedPayload;
}

/** The canonical data of `lock.access_denied`. The lock denied access to a user after one or more consecutive invalid attempts to unlock the device. */
export interface SeamLockAccessDeniedData {
  /** ID of the access code that was used. */
  access_code_id?: string;
  /** ID of the access system's entrance. */
  acs_entrance_id?: string;
  /** ID of the access system. */
  acs_system_id?: string;
  /** ID of the access system's user. */
  acs_user_id?: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id?: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Why access was denied; absent where the provider reports no cause. */
  reason?: {
    /** The reason in words. */
    message: string;
    /** The kind of reason. */
    reason_code: "unknown_code" | "expired_code" | "blocklisted_code" | "too_many_attempts" | "blocked_by_privacy_mode" | "credential_error";
  };
  /** ID of the user identity. */
  user_identity_id?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `thermostat.climate_preset_activated`. A thermostat climate preset was activated. Source: npm @seamapi/types 1.977.0, the schema of thermostat.climate_preset_activated. */
export interface SeamThermostatClimatePresetActivatedPayload {
  /** Key of the climate preset that was activated. */
  climate_preset_key: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "thermostat.climate_preset_activated";
  /** Whether it is the fallback climate preset for the thermostat. */
  is_fallback_climate_preset: boolean;
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the thermostat schedule that activated it; null where none did. */
  thermostat_schedule_id: string | null;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `thermostat.climate_preset_activated`: Thermostat climate preset activated */
export interface SeamThermostatClimatePresetActivatedEvent {
  id: "seam/thermostat.climate_preset_activated";
  provider: "seam";
  type: "thermostat.climate_preset_activated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamThermostatClimatePresetActivatedPayload;
}

/** The canonical data of `thermostat.climate_preset_activated`. A thermostat climate preset was activated. */
export interface SeamThermostatClimatePresetActivatedData {
  /** Key of the climate preset that was activated. */
  climate_preset_key: string;
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Whether it is the fallback climate preset for the thermostat. */
  is_fallback_climate_preset: boolean;
  /** ID of the thermostat schedule that activated it; null where none did. */
  thermostat_schedule_id: string | null;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `thermostat.manually_adjusted`. A thermostat was adjusted manually. Source: npm @seamapi/types 1.977.0, the schema of thermostat.manually_adjusted. */
export interface SeamThermostatManuallyAdjustedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Temperature to cool to, in °C. */
  cooling_set_point_celsius?: number;
  /** Temperature to cool to, in °F. */
  cooling_set_point_fahrenheit?: number;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "thermostat.manually_adjusted";
  /** Desired fan mode setting. */
  fan_mode_setting?: "auto" | "on" | "circulate";
  /** Temperature to heat to, in °C. */
  heating_set_point_celsius?: number;
  /** Temperature to heat to, in °F. */
  heating_set_point_fahrenheit?: number;
  /** Desired HVAC mode setting. */
  hvac_mode_setting?: "off" | "heat" | "cool" | "heat_cool" | "eco";
  /** How it was adjusted; `seam`: through the Seam API, CLI or Console. */
  method: "seam" | "external";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `thermostat.manually_adjusted`: Thermostat adjusted manually */
export interface SeamThermostatManuallyAdjustedEvent {
  id: "seam/thermostat.manually_adjusted";
  provider: "seam";
  type: "thermostat.manually_adjusted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamThermostatManuallyAdjustedPayload;
}

/** The canonical data of `thermostat.manually_adjusted`. A thermostat was adjusted manually. */
export interface SeamThermostatManuallyAdjustedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Temperature to cool to, in °C. */
  cooling_set_point_celsius?: number | string;
  /** Temperature to cool to, in °F. */
  cooling_set_point_fahrenheit?: number | string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Desired fan mode setting. */
  fan_mode_setting?: "auto" | "on" | "circulate";
  /** Temperature to heat to, in °C. */
  heating_set_point_celsius?: number | string;
  /** Temperature to heat to, in °F. */
  heating_set_point_fahrenheit?: number | string;
  /** Desired HVAC mode setting. */
  hvac_mode_setting?: "off" | "heat" | "cool" | "heat_cool" | "eco";
  /** How it was adjusted; `seam`: through the Seam API, CLI or Console. */
  method: "seam" | "external";
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `thermostat.temperature_threshold_exceeded`. A thermostat's temperature reading exceeded the set threshold. Source: npm @seamapi/types 1.977.0, the schema of thermostat.temperature_threshold_exceeded. */
export interface SeamThermostatTemperatureThresholdExceededPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "thermostat.temperature_threshold_exceeded";
  /** Lower limit, in °C; null: none. */
  lower_limit_celsius: number | null;
  /** Lower limit, in °F; null: none. */
  lower_limit_fahrenheit: number | null;
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Reported temperature, in °C. */
  temperature_celsius: number;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number;
  /** Upper limit, in °C; null: none. */
  upper_limit_celsius: number | null;
  /** Upper limit, in °F; null: none. */
  upper_limit_fahrenheit: number | null;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `thermostat.temperature_threshold_exceeded`: Thermostat temperature threshold exceeded */
export interface SeamThermostatTemperatureThresholdExceededEvent {
  id: "seam/thermostat.temperature_threshold_exceeded";
  provider: "seam";
  type: "thermostat.temperature_threshold_exceeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamThermostatTemperatureThresholdExceededPayload;
}

/** The canonical data of `thermostat.temperature_threshold_exceeded`. A thermostat's temperature reading exceeded the set threshold. */
export interface SeamThermostatTemperatureThresholdExceededData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Lower limit, in °C; null: none. */
  lower_limit_celsius: number | string | null;
  /** Lower limit, in °F; null: none. */
  lower_limit_fahrenheit: number | string | null;
  /** Reported temperature, in °C. */
  temperature_celsius: number | string;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number | string;
  /** Upper limit, in °C; null: none. */
  upper_limit_celsius: number | string | null;
  /** Upper limit, in °F; null: none. */
  upper_limit_fahrenheit: number | string | null;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `thermostat.temperature_threshold_no_longer_exceeded`. A thermostat's temperature reading no longer exceeds the set threshold. Source: npm @seamapi/types 1.977.0, the schema of thermostat.temperature_threshold_no_longer_exceeded. */
export interface SeamThermostatTemperatureThresholdNoLongerExceededPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "thermostat.temperature_threshold_no_longer_exceeded";
  /** Lower limit, in °C; null: none. */
  lower_limit_celsius: number | null;
  /** Lower limit, in °F; null: none. */
  lower_limit_fahrenheit: number | null;
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Reported temperature, in °C. */
  temperature_celsius: number;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number;
  /** Upper limit, in °C; null: none. */
  upper_limit_celsius: number | null;
  /** Upper limit, in °F; null: none. */
  upper_limit_fahrenheit: number | null;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `thermostat.temperature_threshold_no_longer_exceeded`: Thermostat temperature threshold no longer exceeded */
export interface SeamThermostatTemperatureThresholdNoLongerExceededEvent {
  id: "seam/thermostat.temperature_threshold_no_longer_exceeded";
  provider: "seam";
  type: "thermostat.temperature_threshold_no_longer_exceeded";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamThermostatTemperatureThresholdNoLongerExceededPayload;
}

/** The canonical data of `thermostat.temperature_threshold_no_longer_exceeded`. A thermostat's temperature reading no longer exceeds the set threshold. */
export interface SeamThermostatTemperatureThresholdNoLongerExceededData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Lower limit, in °C; null: none. */
  lower_limit_celsius: number | string | null;
  /** Lower limit, in °F; null: none. */
  lower_limit_fahrenheit: number | string | null;
  /** Reported temperature, in °C. */
  temperature_celsius: number | string;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number | string;
  /** Upper limit, in °C; null: none. */
  upper_limit_celsius: number | string | null;
  /** Upper limit, in °F; null: none. */
  upper_limit_fahrenheit: number | string | null;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `thermostat.temperature_reached_set_point`. A thermostat's temperature reading is within 1 °C of the configured cooling or heating set point. Source: npm @seamapi/types 1.977.0, the schema of thermostat.temperature_reached_set_point. */
export interface SeamThermostatTemperatureReachedSetPointPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Desired temperature, in °C. */
  desired_temperature_celsius?: number;
  /** Desired temperature, in °F. */
  desired_temperature_fahrenheit?: number;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "thermostat.temperature_reached_set_point";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Reported temperature, in °C. */
  temperature_celsius: number;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `thermostat.temperature_reached_set_point`: Thermostat temperature reached set point */
export interface SeamThermostatTemperatureReachedSetPointEvent {
  id: "seam/thermostat.temperature_reached_set_point";
  provider: "seam";
  type: "thermostat.temperature_reached_set_point";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamThermostatTemperatureReachedSetPointPayload;
}

/** The canonical data of `thermostat.temperature_reached_set_point`. A thermostat's temperature reading is within 1 °C of the configured cooling or heating set point. */
export interface SeamThermostatTemperatureReachedSetPointData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Desired temperature, in °C. */
  desired_temperature_celsius?: number | string;
  /** Desired temperature, in °F. */
  desired_temperature_fahrenheit?: number | string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Reported temperature, in °C. */
  temperature_celsius: number | string;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number | string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `thermostat.temperature_changed`. A thermostat's reported temperature changed by at least 1 °C. Source: npm @seamapi/types 1.977.0, the schema of thermostat.temperature_changed. */
export interface SeamThermostatTemperatureChangedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "thermostat.temperature_changed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** Reported temperature, in °C. */
  temperature_celsius: number;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `thermostat.temperature_changed`: Thermostat temperature changed */
export interface SeamThermostatTemperatureChangedEvent {
  id: "seam/thermostat.temperature_changed";
  provider: "seam";
  type: "thermostat.temperature_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamThermostatTemperatureChangedPayload;
}

/** The canonical data of `thermostat.temperature_changed`. A thermostat's reported temperature changed by at least 1 °C. */
export interface SeamThermostatTemperatureChangedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** Reported temperature, in °C. */
  temperature_celsius: number | string;
  /** Reported temperature, in °F. */
  temperature_fahrenheit: number | string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.name_changed`. The name of a device was changed. Source: npm @seamapi/types 1.977.0, the schema of device.name_changed. */
export interface SeamDeviceNameChangedPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** The new name of the affected device. */
  device_name: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.name_changed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.name_changed`: Device name changed */
export interface SeamDeviceNameChangedEvent {
  id: "seam/device.name_changed";
  provider: "seam";
  type: "device.name_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceNameChangedPayload;
}

/** The canonical data of `device.name_changed`. The name of a device was changed. */
export interface SeamDeviceNameChangedData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** The new name of the affected device. */
  device_name: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `camera.activated`. A camera was activated, for example, by motion detection. Source: npm @seamapi/types 1.977.0, the schema of camera.activated. */
export interface SeamCameraActivatedPayload {
  /** The reason the camera was activated. */
  activation_reason: "motion_detected";
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "camera.activated";
  /** URL to a thumbnail image captured at that time. */
  image_url?: string;
  /** Sub-type of motion detected, if available. */
  motion_sub_type?: "human" | "vehicle" | "package" | "other";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** URL to a short video clip captured at that time. */
  video_url?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `camera.activated`: Camera activated */
export interface SeamCameraActivatedEvent {
  id: "seam/camera.activated";
  provider: "seam";
  type: "camera.activated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamCameraActivatedPayload;
}

/** The canonical data of `camera.activated`. A camera was activated, for example, by motion detection. */
export interface SeamCameraActivatedData {
  /** The reason the camera was activated. */
  activation_reason: "motion_detected";
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** URL to a thumbnail image captured at that time. */
  image_url?: string;
  /** Sub-type of motion detected, if available. */
  motion_sub_type?: "human" | "vehicle" | "package" | "other";
  /** URL to a short video clip captured at that time. */
  video_url?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `device.doorbell_rang`. A doorbell button was pressed on a device. Source: npm @seamapi/types 1.977.0, the schema of device.doorbell_rang. */
export interface SeamDeviceDoorbellRangPayload {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "device.doorbell_rang";
  /** URL to a thumbnail image captured at that time. */
  image_url?: string;
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** URL to a short video clip captured at that time. */
  video_url?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `device.doorbell_rang`: Doorbell rang */
export interface SeamDeviceDoorbellRangEvent {
  id: "seam/device.doorbell_rang";
  provider: "seam";
  type: "device.doorbell_rang";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamDeviceDoorbellRangPayload;
}

/** The canonical data of `device.doorbell_rang`. A doorbell button was pressed on a device. */
export interface SeamDeviceDoorbellRangData {
  /** Custom metadata of the connected account. */
  connected_account_custom_metadata?: Record<string, string | boolean>;
  /** ID of the connected account associated with the event. */
  connected_account_id: string;
  /** Date and time at which the event was created. */
  created_at: string;
  /** The customer key of the device or account, if any. */
  customer_key?: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** URL to a thumbnail image captured at that time. */
  image_url?: string;
  /** URL to a short video clip captured at that time. */
  video_url?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `enrollment_automation.deleted`. An enrollment automation was deleted. Source: npm @seamapi/types 1.977.0, the schema of enrollment_automation.deleted. @deprecated Enrollment automations are deprecated and will be removed. */
export interface SeamEnrollmentAutomationDeletedPayload {
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the affected enrollment automation. */
  enrollment_automation_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "enrollment_automation.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `enrollment_automation.deleted`: Enrollment automation deleted */
export interface SeamEnrollmentAutomationDeletedEvent {
  id: "seam/enrollment_automation.deleted";
  provider: "seam";
  type: "enrollment_automation.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamEnrollmentAutomationDeletedPayload;
}

/** The canonical data of `enrollment_automation.deleted`. An enrollment automation was deleted. */
export interface SeamEnrollmentAutomationDeletedData {
  /** Date and time at which the event was created. */
  created_at: string;
  /** ID of the affected enrollment automation. */
  enrollment_automation_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `phone.deactivated`. A phone device was deactivated. Source: npm @seamapi/types 1.977.0, the schema of phone.deactivated. */
export interface SeamPhoneDeactivatedPayload {
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "phone.deactivated";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `phone.deactivated`: Phone deactivated */
export interface SeamPhoneDeactivatedEvent {
  id: "seam/phone.deactivated";
  provider: "seam";
  type: "phone.deactivated";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamPhoneDeactivatedPayload;
}

/** The canonical data of `phone.deactivated`. A phone device was deactivated. */
export interface SeamPhoneDeactivatedData {
  /** Date and time at which the event was created. */
  created_at: string;
  /** Custom metadata of the device. */
  device_custom_metadata?: Record<string, string | boolean>;
  /** ID of the affected device. */
  device_id: string;
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `space.device_membership_changed`. A device was added or removed from a space. Source: npm @seamapi/types 1.977.0, the schema of space.device_membership_changed. */
export interface SeamSpaceDeviceMembershipChangedPayload {
  /** IDs of all ACS entrances attached to the space. */
  acs_entrance_ids: string[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** IDs of all devices attached to the space. */
  device_ids: string[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "space.device_membership_changed";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the affected space. */
  space_id: string;
  /** Unique key for the space within the workspace. */
  space_key?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `space.device_membership_changed`: Devices of a space changed */
export interface SeamSpaceDeviceMembershipChangedEvent {
  id: "seam/space.device_membership_changed";
  provider: "seam";
  type: "space.device_membership_changed";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamSpaceDeviceMembershipChangedPayload;
}

/** The canonical data of `space.device_membership_changed`. A device was added or removed from a space. */
export interface SeamSpaceDeviceMembershipChangedData {
  /** IDs of all ACS entrances attached to the space. */
  acs_entrance_ids: string[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** IDs of all devices attached to the space. */
  device_ids: string[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the affected space. */
  space_id: string;
  /** Unique key for the space within the workspace. */
  space_key?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `space.created`. A space was created. Source: npm @seamapi/types 1.977.0, the schema of space.created. */
export interface SeamSpaceCreatedPayload {
  /** IDs of all ACS entrances attached to the space. */
  acs_entrance_ids: string[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** IDs of all devices attached to the space. */
  device_ids: string[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "space.created";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the affected space. */
  space_id: string;
  /** Unique key for the space within the workspace. */
  space_key?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `space.created`: Space created */
export interface SeamSpaceCreatedEvent {
  id: "seam/space.created";
  provider: "seam";
  type: "space.created";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamSpaceCreatedPayload;
}

/** The canonical data of `space.created`. A space was created. */
export interface SeamSpaceCreatedData {
  /** IDs of all ACS entrances attached to the space. */
  acs_entrance_ids: string[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** IDs of all devices attached to the space. */
  device_ids: string[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the affected space. */
  space_id: string;
  /** Unique key for the space within the workspace. */
  space_key?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The payload of `space.deleted`. A space was deleted. Source: npm @seamapi/types 1.977.0, the schema of space.deleted. */
export interface SeamSpaceDeletedPayload {
  /** IDs of all ACS entrances attached to the space. */
  acs_entrance_ids: string[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** IDs of all devices attached to the space. */
  device_ids: string[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the event. */
  event_id: string;
  /** Name of the event type. */
  event_type: "space.deleted";
  /** Date and time at which the event occurred. */
  occurred_at: string;
  /** ID of the affected space. */
  space_id: string;
  /** Unique key for the space within the workspace. */
  space_key?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** `space.deleted`: Space deleted */
export interface SeamSpaceDeletedEvent {
  id: "seam/space.deleted";
  provider: "seam";
  type: "space.deleted";
  title: string;
  /** RFC 6901: where the event is in the body. */
  pointer: string;
  payload: SeamSpaceDeletedPayload;
}

/** The canonical data of `space.deleted`. A space was deleted. */
export interface SeamSpaceDeletedData {
  /** IDs of all ACS entrances attached to the space. */
  acs_entrance_ids: string[];
  /** Date and time at which the event was created. */
  created_at: string;
  /** IDs of all devices attached to the space. */
  device_ids: string[];
  /** What happened, in a sentence. */
  event_description?: string;
  /** ID of the affected space. */
  space_id: string;
  /** Unique key for the space within the workspace. */
  space_key?: string;
  /** ID of the workspace associated with the event. */
  workspace_id: string;
}

/** The whole body of each event that arrives in an envelope; that of any other is its payload. */
export interface EnvelopedBodies {
  "paybook/credentials.created": {
    events: {
      header: PaybookCredentialsCreatedEnvelope["header"];
      payload: PaybookCredentialsCreatedPayload;
    }[];
    rid: PaybookCredentialsCreatedEnvelope["rid"];
  };
  "paybook/credentials.updated": {
    events: {
      header: PaybookCredentialsUpdatedEnvelope["header"];
      payload: PaybookCredentialsUpdatedPayload;
    }[];
    rid: PaybookCredentialsUpdatedEnvelope["rid"];
  };
  "paybook/credentials.refreshed": {
    events: {
      header: PaybookCredentialsRefreshedEnvelope["header"];
      payload: PaybookCredentialsRefreshedPayload;
    }[];
    rid: PaybookCredentialsRefreshedEnvelope["rid"];
  };
  "paybook/documents.completed": {
    events: {
      header: PaybookDocumentsCompletedEnvelope["header"];
      payload: PaybookDocumentsCompletedPayload;
    }[];
    rid: PaybookDocumentsCompletedEnvelope["rid"];
  };
  "paybook/documents.success": {
    events: {
      header: PaybookDocumentsSuccessEnvelope["header"];
      payload: PaybookDocumentsSuccessPayload;
    }[];
    rid: PaybookDocumentsSuccessEnvelope["rid"];
  };
  "paybook/documents.failed": {
    events: {
      header: PaybookDocumentsFailedEnvelope["header"];
      payload: PaybookDocumentsFailedPayload;
    }[];
    rid: PaybookDocumentsFailedEnvelope["rid"];
  };
  "paybook/payments.chargeback_created": {
    events: {
      header: PaybookPaymentsChargebackCreatedEnvelope["header"];
      payload: PaybookPaymentsChargebackCreatedPayload;
    }[];
    rid: PaybookPaymentsChargebackCreatedEnvelope["rid"];
  };
  "paybook/payments.transaction_created": {
    events: {
      header: PaybookPaymentsTransactionCreatedEnvelope["header"];
      payload: PaybookPaymentsTransactionCreatedPayload;
    }[];
    rid: PaybookPaymentsTransactionCreatedEnvelope["rid"];
  };
}

/** An event with its payload as sent; checking `id` narrows it. */
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
  | SeamAccessCodeCreatedEvent
  | SeamAccessCodeChangedEvent
  | SeamAccessCodeNameChangedEvent
  | SeamAccessCodeCodeChangedEvent
  | SeamAccessCodeTimeFrameChangedEvent
  | SeamAccessCodeMutationsRequestedEvent
  | SeamAccessCodeScheduledOnDeviceEvent
  | SeamAccessCodeSetOnDeviceEvent
  | SeamAccessCodeRemovedFromDeviceEvent
  | SeamAccessCodeDelayInSettingOnDeviceEvent
  | SeamAccessCodeFailedToSetOnDeviceEvent
  | SeamAccessCodeDeletedEvent
  | SeamAccessCodeDelayInRemovingFromDeviceEvent
  | SeamAccessCodeFailedToRemoveFromDeviceEvent
  | SeamAccessCodeModifiedExternalToSeamEvent
  | SeamAccessCodeDeletedExternalToSeamEvent
  | SeamAccessCodeBackupAccessCodePulledEvent
  | SeamAccessCodeUnmanagedConvertedToManagedEvent
  | SeamAccessCodeUnmanagedFailedToConvertToManagedEvent
  | SeamAccessCodeUnmanagedCreatedEvent
  | SeamAccessCodeUnmanagedRemovedEvent
  | SeamAccessGrantCreatedEvent
  | SeamAccessGrantDeletedEvent
  | SeamAccessGrantAccessGrantedToAllDoorsEvent
  | SeamAccessGrantAccessGrantedToDoorEvent
  | SeamAccessGrantAccessToDoorLostEvent
  | SeamAccessGrantAccessTimesChangedEvent
  | SeamAccessGrantCouldNotCreateRequestedAccessMethodsEvent
  | SeamAccessMethodIssuedEvent
  | SeamAccessMethodRevokedEvent
  | SeamAccessMethodCardEncodingRequiredEvent
  | SeamAccessMethodDeletedEvent
  | SeamAccessMethodReissuedEvent
  | SeamAccessMethodCreatedEvent
  | SeamAccessMethodDelayInIssuingEvent
  | SeamAccessMethodFailedToIssueEvent
  | SeamAcsSystemConnectedEvent
  | SeamAcsSystemAddedEvent
  | SeamAcsSystemDisconnectedEvent
  | SeamAcsCredentialDeletedEvent
  | SeamAcsCredentialIssuedEvent
  | SeamAcsCredentialReissuedEvent
  | SeamAcsCredentialInvalidatedEvent
  | SeamAcsUserCreatedEvent
  | SeamAcsUserDeletedEvent
  | SeamAcsEncoderAddedEvent
  | SeamAcsEncoderRemovedEvent
  | SeamAcsAccessGroupDeletedEvent
  | SeamAcsEntranceAddedEvent
  | SeamAcsEntranceRemovedEvent
  | SeamClientSessionDeletedEvent
  | SeamConnectedAccountConnectedEvent
  | SeamConnectedAccountCreatedEvent
  | SeamConnectedAccountSuccessfulLoginEvent
  | SeamConnectedAccountDisconnectedEvent
  | SeamConnectedAccountCompletedFirstSyncEvent
  | SeamConnectedAccountDeletedEvent
  | SeamConnectedAccountCompletedFirstSyncAfterReconnectionEvent
  | SeamConnectedAccountReauthorizationRequestedEvent
  | SeamActionAttemptLockDoorSucceededEvent
  | SeamActionAttemptLockDoorFailedEvent
  | SeamActionAttemptUnlockDoorSucceededEvent
  | SeamActionAttemptUnlockDoorFailedEvent
  | SeamActionAttemptSimulateKeypadCodeEntrySucceededEvent
  | SeamActionAttemptSimulateKeypadCodeEntryFailedEvent
  | SeamActionAttemptSimulateManualLockViaKeypadSucceededEvent
  | SeamActionAttemptSimulateManualLockViaKeypadFailedEvent
  | SeamConnectWebviewLoginSucceededEvent
  | SeamConnectWebviewLoginFailedEvent
  | SeamDeviceConnectedEvent
  | SeamDeviceAddedEvent
  | SeamDeviceConvertedToUnmanagedEvent
  | SeamDeviceUnmanagedConvertedToManagedEvent
  | SeamDeviceUnmanagedConnectedEvent
  | SeamDeviceDisconnectedEvent
  | SeamDeviceUnmanagedDisconnectedEvent
  | SeamDeviceTamperedEvent
  | SeamDeviceLowBatteryEvent
  | SeamDeviceBatteryStatusChangedEvent
  | SeamDeviceRemovedEvent
  | SeamDeviceDeletedEvent
  | SeamDeviceThirdPartyIntegrationDetectedEvent
  | SeamDeviceThirdPartyIntegrationNoLongerDetectedEvent
  | SeamDeviceSaltoPrivacyModeActivatedEvent
  | SeamDeviceSaltoPrivacyModeDeactivatedEvent
  | SeamDeviceConnectionBecameFlakyEvent
  | SeamDeviceConnectionStabilizedEvent
  | SeamDeviceErrorSubscriptionRequiredEvent
  | SeamDeviceErrorSubscriptionRequiredResolvedEvent
  | SeamDeviceAccessoryKeypadConnectedEvent
  | SeamDeviceAccessoryKeypadDisconnectedEvent
  | SeamNoiseSensorNoiseThresholdTriggeredEvent
  | SeamLockLockedEvent
  | SeamLockUnlockedEvent
  | SeamLockAccessDeniedEvent
  | SeamThermostatClimatePresetActivatedEvent
  | SeamThermostatManuallyAdjustedEvent
  | SeamThermostatTemperatureThresholdExceededEvent
  | SeamThermostatTemperatureThresholdNoLongerExceededEvent
  | SeamThermostatTemperatureReachedSetPointEvent
  | SeamThermostatTemperatureChangedEvent
  | SeamDeviceNameChangedEvent
  | SeamCameraActivatedEvent
  | SeamDeviceDoorbellRangEvent
  | SeamEnrollmentAutomationDeletedEvent
  | SeamPhoneDeactivatedEvent
  | SeamSpaceDeviceMembershipChangedEvent
  | SeamSpaceCreatedEvent
  | SeamSpaceDeletedEvent;

/** A normalized event; checking `type` narrows it. */
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
  | CloudEventOf<"co.seam.access_code.created", SeamAccessCodeCreatedData>
  | CloudEventOf<"co.seam.access_code.changed", SeamAccessCodeChangedData>
  | CloudEventOf<"co.seam.access_code.name_changed", SeamAccessCodeNameChangedData>
  | CloudEventOf<"co.seam.access_code.code_changed", SeamAccessCodeCodeChangedData>
  | CloudEventOf<"co.seam.access_code.time_frame_changed", SeamAccessCodeTimeFrameChangedData>
  | CloudEventOf<"co.seam.access_code.mutations_requested", SeamAccessCodeMutationsRequestedData>
  | CloudEventOf<"co.seam.access_code.scheduled_on_device", SeamAccessCodeScheduledOnDeviceData>
  | CloudEventOf<"co.seam.access_code.set_on_device", SeamAccessCodeSetOnDeviceData>
  | CloudEventOf<"co.seam.access_code.removed_from_device", SeamAccessCodeRemovedFromDeviceData>
  | CloudEventOf<"co.seam.access_code.delay_in_setting_on_device", SeamAccessCodeDelayInSettingOnDeviceData>
  | CloudEventOf<"co.seam.access_code.failed_to_set_on_device", SeamAccessCodeFailedToSetOnDeviceData>
  | CloudEventOf<"co.seam.access_code.deleted", SeamAccessCodeDeletedData>
  | CloudEventOf<"co.seam.access_code.delay_in_removing_from_device", SeamAccessCodeDelayInRemovingFromDeviceData>
  | CloudEventOf<"co.seam.access_code.failed_to_remove_from_device", SeamAccessCodeFailedToRemoveFromDeviceData>
  | CloudEventOf<"co.seam.access_code.modified_external_to_seam", SeamAccessCodeModifiedExternalToSeamData>
  | CloudEventOf<"co.seam.access_code.deleted_external_to_seam", SeamAccessCodeDeletedExternalToSeamData>
  | CloudEventOf<"co.seam.access_code.backup_access_code_pulled", SeamAccessCodeBackupAccessCodePulledData>
  | CloudEventOf<"co.seam.access_code.unmanaged.converted_to_managed", SeamAccessCodeUnmanagedConvertedToManagedData>
  | CloudEventOf<"co.seam.access_code.unmanaged.failed_to_convert_to_managed", SeamAccessCodeUnmanagedFailedToConvertToManagedData>
  | CloudEventOf<"co.seam.access_code.unmanaged.created", SeamAccessCodeUnmanagedCreatedData>
  | CloudEventOf<"co.seam.access_code.unmanaged.removed", SeamAccessCodeUnmanagedRemovedData>
  | CloudEventOf<"co.seam.access_grant.created", SeamAccessGrantCreatedData>
  | CloudEventOf<"co.seam.access_grant.deleted", SeamAccessGrantDeletedData>
  | CloudEventOf<"co.seam.access_grant.access_granted_to_all_doors", SeamAccessGrantAccessGrantedToAllDoorsData>
  | CloudEventOf<"co.seam.access_grant.access_granted_to_door", SeamAccessGrantAccessGrantedToDoorData>
  | CloudEventOf<"co.seam.access_grant.access_to_door_lost", SeamAccessGrantAccessToDoorLostData>
  | CloudEventOf<"co.seam.access_grant.access_times_changed", SeamAccessGrantAccessTimesChangedData>
  | CloudEventOf<"co.seam.access_grant.could_not_create_requested_access_methods", SeamAccessGrantCouldNotCreateRequestedAccessMethodsData>
  | CloudEventOf<"co.seam.access_method.issued", SeamAccessMethodIssuedData>
  | CloudEventOf<"co.seam.access_method.revoked", SeamAccessMethodRevokedData>
  | CloudEventOf<"co.seam.access_method.card_encoding_required", SeamAccessMethodCardEncodingRequiredData>
  | CloudEventOf<"co.seam.access_method.deleted", SeamAccessMethodDeletedData>
  | CloudEventOf<"co.seam.access_method.reissued", SeamAccessMethodReissuedData>
  | CloudEventOf<"co.seam.access_method.created", SeamAccessMethodCreatedData>
  | CloudEventOf<"co.seam.access_method.delay_in_issuing", SeamAccessMethodDelayInIssuingData>
  | CloudEventOf<"co.seam.access_method.failed_to_issue", SeamAccessMethodFailedToIssueData>
  | CloudEventOf<"co.seam.acs_system.connected", SeamAcsSystemConnectedData>
  | CloudEventOf<"co.seam.acs_system.added", SeamAcsSystemAddedData>
  | CloudEventOf<"co.seam.acs_system.disconnected", SeamAcsSystemDisconnectedData>
  | CloudEventOf<"co.seam.acs_credential.deleted", SeamAcsCredentialDeletedData>
  | CloudEventOf<"co.seam.acs_credential.issued", SeamAcsCredentialIssuedData>
  | CloudEventOf<"co.seam.acs_credential.reissued", SeamAcsCredentialReissuedData>
  | CloudEventOf<"co.seam.acs_credential.invalidated", SeamAcsCredentialInvalidatedData>
  | CloudEventOf<"co.seam.acs_user.created", SeamAcsUserCreatedData>
  | CloudEventOf<"co.seam.acs_user.deleted", SeamAcsUserDeletedData>
  | CloudEventOf<"co.seam.acs_encoder.added", SeamAcsEncoderAddedData>
  | CloudEventOf<"co.seam.acs_encoder.removed", SeamAcsEncoderRemovedData>
  | CloudEventOf<"co.seam.acs_access_group.deleted", SeamAcsAccessGroupDeletedData>
  | CloudEventOf<"co.seam.acs_entrance.added", SeamAcsEntranceAddedData>
  | CloudEventOf<"co.seam.acs_entrance.removed", SeamAcsEntranceRemovedData>
  | CloudEventOf<"co.seam.client_session.deleted", SeamClientSessionDeletedData>
  | CloudEventOf<"co.seam.connected_account.connected", SeamConnectedAccountConnectedData>
  | CloudEventOf<"co.seam.connected_account.created", SeamConnectedAccountCreatedData>
  | CloudEventOf<"co.seam.connected_account.successful_login", SeamConnectedAccountSuccessfulLoginData>
  | CloudEventOf<"co.seam.connected_account.disconnected", SeamConnectedAccountDisconnectedData>
  | CloudEventOf<"co.seam.connected_account.completed_first_sync", SeamConnectedAccountCompletedFirstSyncData>
  | CloudEventOf<"co.seam.connected_account.deleted", SeamConnectedAccountDeletedData>
  | CloudEventOf<"co.seam.connected_account.completed_first_sync_after_reconnection", SeamConnectedAccountCompletedFirstSyncAfterReconnectionData>
  | CloudEventOf<"co.seam.connected_account.reauthorization_requested", SeamConnectedAccountReauthorizationRequestedData>
  | CloudEventOf<"co.seam.action_attempt.lock_door.succeeded", SeamActionAttemptLockDoorSucceededData>
  | CloudEventOf<"co.seam.action_attempt.lock_door.failed", SeamActionAttemptLockDoorFailedData>
  | CloudEventOf<"co.seam.action_attempt.unlock_door.succeeded", SeamActionAttemptUnlockDoorSucceededData>
  | CloudEventOf<"co.seam.action_attempt.unlock_door.failed", SeamActionAttemptUnlockDoorFailedData>
  | CloudEventOf<"co.seam.action_attempt.simulate_keypad_code_entry.succeeded", SeamActionAttemptSimulateKeypadCodeEntrySucceededData>
  | CloudEventOf<"co.seam.action_attempt.simulate_keypad_code_entry.failed", SeamActionAttemptSimulateKeypadCodeEntryFailedData>
  | CloudEventOf<"co.seam.action_attempt.simulate_manual_lock_via_keypad.succeeded", SeamActionAttemptSimulateManualLockViaKeypadSucceededData>
  | CloudEventOf<"co.seam.action_attempt.simulate_manual_lock_via_keypad.failed", SeamActionAttemptSimulateManualLockViaKeypadFailedData>
  | CloudEventOf<"co.seam.connect_webview.login_succeeded", SeamConnectWebviewLoginSucceededData>
  | CloudEventOf<"co.seam.connect_webview.login_failed", SeamConnectWebviewLoginFailedData>
  | CloudEventOf<"co.seam.device.connected", SeamDeviceConnectedData>
  | CloudEventOf<"co.seam.device.added", SeamDeviceAddedData>
  | CloudEventOf<"co.seam.device.converted_to_unmanaged", SeamDeviceConvertedToUnmanagedData>
  | CloudEventOf<"co.seam.device.unmanaged.converted_to_managed", SeamDeviceUnmanagedConvertedToManagedData>
  | CloudEventOf<"co.seam.device.unmanaged.connected", SeamDeviceUnmanagedConnectedData>
  | CloudEventOf<"co.seam.device.disconnected", SeamDeviceDisconnectedData>
  | CloudEventOf<"co.seam.device.unmanaged.disconnected", SeamDeviceUnmanagedDisconnectedData>
  | CloudEventOf<"co.seam.device.tampered", SeamDeviceTamperedData>
  | CloudEventOf<"co.seam.device.low_battery", SeamDeviceLowBatteryData>
  | CloudEventOf<"co.seam.device.battery_status_changed", SeamDeviceBatteryStatusChangedData>
  | CloudEventOf<"co.seam.device.removed", SeamDeviceRemovedData>
  | CloudEventOf<"co.seam.device.deleted", SeamDeviceDeletedData>
  | CloudEventOf<"co.seam.device.third_party_integration_detected", SeamDeviceThirdPartyIntegrationDetectedData>
  | CloudEventOf<"co.seam.device.third_party_integration_no_longer_detected", SeamDeviceThirdPartyIntegrationNoLongerDetectedData>
  | CloudEventOf<"co.seam.device.salto.privacy_mode_activated", SeamDeviceSaltoPrivacyModeActivatedData>
  | CloudEventOf<"co.seam.device.salto.privacy_mode_deactivated", SeamDeviceSaltoPrivacyModeDeactivatedData>
  | CloudEventOf<"co.seam.device.connection_became_flaky", SeamDeviceConnectionBecameFlakyData>
  | CloudEventOf<"co.seam.device.connection_stabilized", SeamDeviceConnectionStabilizedData>
  | CloudEventOf<"co.seam.device.error.subscription_required", SeamDeviceErrorSubscriptionRequiredData>
  | CloudEventOf<"co.seam.device.error.subscription_required.resolved", SeamDeviceErrorSubscriptionRequiredResolvedData>
  | CloudEventOf<"co.seam.device.accessory_keypad_connected", SeamDeviceAccessoryKeypadConnectedData>
  | CloudEventOf<"co.seam.device.accessory_keypad_disconnected", SeamDeviceAccessoryKeypadDisconnectedData>
  | CloudEventOf<"co.seam.noise_sensor.noise_threshold_triggered", SeamNoiseSensorNoiseThresholdTriggeredData>
  | CloudEventOf<"co.seam.lock.locked", SeamLockLockedData>
  | CloudEventOf<"co.seam.lock.unlocked", SeamLockUnlockedData>
  | CloudEventOf<"co.seam.lock.access_denied", SeamLockAccessDeniedData>
  | CloudEventOf<"co.seam.thermostat.climate_preset_activated", SeamThermostatClimatePresetActivatedData>
  | CloudEventOf<"co.seam.thermostat.manually_adjusted", SeamThermostatManuallyAdjustedData>
  | CloudEventOf<"co.seam.thermostat.temperature_threshold_exceeded", SeamThermostatTemperatureThresholdExceededData>
  | CloudEventOf<"co.seam.thermostat.temperature_threshold_no_longer_exceeded", SeamThermostatTemperatureThresholdNoLongerExceededData>
  | CloudEventOf<"co.seam.thermostat.temperature_reached_set_point", SeamThermostatTemperatureReachedSetPointData>
  | CloudEventOf<"co.seam.thermostat.temperature_changed", SeamThermostatTemperatureChangedData>
  | CloudEventOf<"co.seam.device.name_changed", SeamDeviceNameChangedData>
  | CloudEventOf<"co.seam.camera.activated", SeamCameraActivatedData>
  | CloudEventOf<"co.seam.device.doorbell_rang", SeamDeviceDoorbellRangData>
  | CloudEventOf<"co.seam.enrollment_automation.deleted", SeamEnrollmentAutomationDeletedData>
  | CloudEventOf<"co.seam.phone.deactivated", SeamPhoneDeactivatedData>
  | CloudEventOf<"co.seam.space.device_membership_changed", SeamSpaceDeviceMembershipChangedData>
  | CloudEventOf<"co.seam.space.created", SeamSpaceCreatedData>
  | CloudEventOf<"co.seam.space.deleted", SeamSpaceDeletedData>;

