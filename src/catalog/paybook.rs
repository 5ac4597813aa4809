//! What Paybook Sync sends. Sources: Paybook Sync's documentation, "Webhooks" (subscription, request,
//! flat events), "Events" (flat, which Paybook calls V1) and "Events" (3.1 envelopes, V3); Paybook's
//! public code samples (`Paybook/code-samples`, `Paybook/sync-code-samples`) and SDKs where a row or a
//! comment says so.

use crate::format::Format;
use crate::format::timestamp::Style;
use crate::shape::{
    Anchor, Canonical, Envelope, EventType, Evidence, Field, Integer, Items, Number, Object, Parameter,
    Presence, Provider, Severity, Shape, Text, Time, Trust, Wrapper, doc, fields,
};

pub(super) static PROVIDER: Provider = Provider {
    name: "paybook",
    title: "Paybook Sync",
    reverse_dns: "com.paybook",
    parameters: PARAMETERS,
    envelopes: &[FLAT, ENVELOPE_3_1, WEBHOOK, ANSWER],
};

const FLAT: Envelope = Envelope {
    title: "Paybook Sync flat event",
    by_fit: false,
    wrapper: Wrapper::None,
    name_at: &["event"],
    marker_fields: &[
        "id_credential",
        "id_job",
        "id_job_uuid",
        "id_site",
        "id_user",
        "id_external",
        "endpoints",
    ],
    // "refresh" is a word that others use too.
    trust: Trust::Alone,
    excluded: &[],
    answers: &[],
    payload: None,
    events: FLAT_EVENTS,
    unnamed: &Object::of(REFRESH),
    id: None,
    time: None,
    source: &[("users", "id_user")],
};

const ENVELOPE_3_1: Envelope = Envelope {
    title: "Paybook Sync 3.1 envelope",
    by_fit: false,
    wrapper: Wrapper::Object {
        object: &Object::of(&[
            Field::required("events", Shape::Events).doc("The events, one or more."),
            Field::required("rid", UUID).doc("ID of the request that delivers them."),
        ]),
        events: "events",
        single: false,
        marks: &["rid"],
        event_marks: &["header", "payload"],
    },
    name_at: &["header", "event", "name"],
    marker_fields: &[],
    trust: Trust::Name,
    excluded: &[],
    answers: &[],
    payload: Some("payload"),
    events: ENVELOPE_EVENTS,
    unnamed: &Object::of(&[
        // The name would say whether the time must be there.
        TIMELESS_HEADER,
        Field::required("payload", Shape::Any).to(Canonical::Inline).doc("What happened."),
    ]),
    id: Some("eid"),
    time: Some("at"),
    source: &[("environments", "id_environment")],
};

/// A webhook as it stands in Paybook's database, or the request for one: alone or listed.
const WEBHOOK: Envelope = Envelope {
    title: "Paybook Sync webhook",
    by_fit: false,
    wrapper: Wrapper::List,
    name_at: &[],
    marker_fields: &[],
    trust: Trust::Name,
    excluded: &[],
    answers: &[],
    payload: None,
    events: WEBHOOKS,
    unnamed: &Object::of(&[]),
    id: None,
    time: None,
    source: &[],
};

/// The API answers with the resource, a list of them, or `true` in `response` (Paybook's code samples).
const ANSWER: Envelope = Envelope {
    title: "Paybook Sync API answer",
    by_fit: false,
    wrapper: Wrapper::Object {
        object: &Object::of(&[
            Field::optional("rid", TEXT).doc("ID of the request."),
            Field::optional("code", Shape::Integer(Integer::Count)).public().doc("HTTP status."),
            Field::optional("errors", Shape::Any).nullable().doc("What was wrong with the request."),
            Field::optional("status", Shape::Boolean).doc("Whether the request succeeded."),
            Field::optional("message", Shape::Any).nullable().doc("A message for people."),
            Field::required("response", Shape::Events).doc("The webhook, or a list of them."),
        ]),
        events: "response",
        single: true,
        marks: &["rid", "code", "errors", "status", "message"],
        event_marks: &[],
    },
    ..WEBHOOK
};

const TEXT: Shape = Shape::Text(Text::of(Format::Any));
const UUID: Shape = Shape::Text(Text::of(Format::Uuid));
const OBJECT_ID: Shape = Shape::Text(Text::of(Format::ObjectId));
const FLAG: Shape = Shape::Integer(Integer::Flag);
const NUMBER: Shape = Shape::Number(Number::Any);
const ENDPOINTS: Shape =
    Shape::Array(&Items { shape: Shape::Text(Text::of(Format::Endpoint)), not_empty: false });

/// Paging, and the window of time that was refreshed (3.1).
const PARAMETERS: &[Parameter] = &[
    parameter("limit", "limit", Integer::Count, "`limit` of the query: how many are on the page."),
    parameter("skip", "skip", Integer::Count, "`skip` of the query: how many are before it."),
    parameter(
        "dt_refresh_from",
        "refreshed_from",
        Integer::Seconds,
        "The start of the window of time that was refreshed, RFC 3339 in UTC.",
    ),
    parameter("dt_refresh_to", "refreshed_to", Integer::Seconds, "Its end."),
];

const fn parameter(
    name: &'static str,
    canonical: &'static str,
    integer: Integer,
    text: &'static str,
) -> Parameter<'static> {
    Parameter { name, canonical, integer, doc: doc(text) }
}

const ENVIRONMENTS: &[(&str, &str)] =
    &[("574894bf7848066d138b4570", "sandbox"), ("574894bf7848066d138b4571", "production")];

const ENDPOINT_GROUPS: Field = Field::required(
    "endpoints",
    Shape::Object(&Object::of(&[
        Field::optional("accounts", ENDPOINTS).doc("Where the accounts are."),
        Field::optional("attachments", ENDPOINTS).doc("Where the attachments are, a page each."),
        Field::required("credential", ENDPOINTS).doc("Where the credential is."),
        Field::optional("transactions", ENDPOINTS).doc("Where the transactions are, a page each."),
    ])),
)
.doc("Paths of the API with the data that the event is about, by kind.");

const CREDENTIAL_ID: Field = Field::required("id_credential", OBJECT_ID)
    .to(Canonical::As("credential_id"))
    .doc("ID of the credential.");
const EXTERNAL_ID: Field = Field::optional("id_external", TEXT)
    .nullable()
    .to(Canonical::As("external_id"))
    .doc("The ID that the user has in your system.");
const USER_ID: Field =
    Field::required("id_user", OBJECT_ID).to(Canonical::As("user_id")).doc("ID of the user.");

const JOB_ID: Field = Field::required("id_job", OBJECT_ID).to(Canonical::As("job_id")).doc("ID of the job.");
const JOB_TYPE_ID: Field =
    Field::optional("id_job_type", OBJECT_ID).to(Canonical::As("job_type_id")).doc("ID of the job's type.");
// Not a UUID, whatever its name says: every sample has an ObjectId.
const JOB_UUID: Field = Field::required("id_job_uuid", OBJECT_ID)
    .to(Canonical::As("job_uuid"))
    .doc("Second ID of the job: 24 hexadecimal digits, not a UUID.");
const JOB_UUID_TYPE_ID: Field = Field::optional("id_job_uuid_type", OBJECT_ID)
    .to(Canonical::As("job_uuid_type_id"))
    .doc("ID of the type of the job's second ID.");
const JOB: &[Field] = &[JOB_ID, JOB_TYPE_ID, JOB_UUID, JOB_UUID_TYPE_ID];

const SITE_ID: Field =
    Field::required("id_site", OBJECT_ID).to(Canonical::As("site_id")).doc("ID of the site.");
const SITE_ORGANIZATION_ID: Field = Field::required("id_site_organization", OBJECT_ID)
    .to(Canonical::As("site_organization_id"))
    .doc("ID of the organization that the site belongs to.");
const SITE_ORGANIZATION_TYPE_ID: Field = Field::required("id_site_organization_type", OBJECT_ID)
    .to(Canonical::As("site_organization_type_id"))
    .doc("ID of that organization's type.");
const SITE: &[Field] = &[SITE_ID, SITE_ORGANIZATION_ID, SITE_ORGANIZATION_TYPE_ID];

const EXECUTING: &[Field] =
    &[Field::required("is_executing", FLAG).doc("Whether the job is still executing.")];
const MAYBE_EXECUTING: &[Field] =
    &[Field::optional("is_executing", FLAG).doc("Whether the job is still executing.")];

const FLAT_NAME: Field =
    Field::required("event", Shape::Name).to(Canonical::Type).doc("Name of the event type.");
const REFRESH: &[Field] = fields![
    &[ENDPOINT_GROUPS, FLAT_NAME, CREDENTIAL_ID, EXTERNAL_ID],
    JOB,
    SITE,
    &[USER_ID],
    MAYBE_EXECUTING
];

/// An endpoint that names a credential names the payload's.
const ANCHOR: Option<Anchor> =
    Some(Anchor { field: "id_credential", collection: "credentials", parameter: "id_credential" });

const FLAT_EVENTS: &[EventType] = &[
    EventType {
        name: "credential_create",
        title: "Credential created",
        description: doc("New credential was created."),
        meaning: "credentials.created",
        example: doc(include_str!("../../tests/payloads/paybook/credential_create.json")),
        ..FLAT_EVENT
    },
    EventType {
        name: "credential_update",
        title: "Credential updated",
        description: doc("Existing credential was updated."),
        meaning: "credentials.updated",
        example: doc(include_str!("../../tests/payloads/paybook/credential_update.json")),
        ..FLAT_EVENT
    },
    EventType {
        name: "refresh",
        title: "Credential refreshed",
        description: doc(
            "Data for an existing credential was added or updated: a new or updated account, or a new or \
             updated transaction. The event does not say which.",
        ),
        meaning: "credentials.refreshed",
        shape: &Object { anchor: ANCHOR, ..Object::of(REFRESH) },
        example: doc(include_str!("../../tests/payloads/paybook/refresh.json")),
        ..FLAT_EVENT
    },
    EventType {
        name: "documents_completed",
        title: "Documents downloaded",
        description: doc(
            "Documents have been downloaded, with or without errors. A new webhook is tried with a call that \
             has the event's name alone.",
        ),
        source: doc(
            "Paybook/code-samples, `webhooks/sync/methods.md`, `SAT/…/README.md` and `curp/README.md`",
        ),
        meaning: "documents.completed",
        shape: &Object::of(&[
            Field::required(
                "endpoints",
                Shape::Object(&Object::of(&[
                    Field::required("documents", ENDPOINTS).doc("Where the documents are, a page each."),
                    Field::optional("documents_json", ENDPOINTS).doc("Where they are as JSON."),
                    Field::optional("documents_zip", ENDPOINTS).doc("Where they are as ZIP archives."),
                ])),
            )
            .when(Presence::Together)
            .doc("Paths of the API with the documents, by kind."),
            FLAT_NAME,
            EXTERNAL_ID,
            // None of the job and the site where the product has none: that of the CURP is such.
            JOB_ID.when(Presence::Optional),
            JOB_TYPE_ID,
            JOB_UUID.when(Presence::Optional),
            JOB_UUID_TYPE_ID,
            SITE_ID.when(Presence::Optional),
            SITE_ORGANIZATION_ID.when(Presence::Optional),
            SITE_ORGANIZATION_TYPE_ID.when(Presence::Optional),
            USER_ID.when(Presence::Together),
            Field::required("uuid", UUID)
                .when(Presence::Together)
                .doc("ID that Paybook keeps the documents of this event under: the endpoints name it."),
        ]),
        subject: Some("id_job"),
        example: doc(include_str!("../../tests/payloads/paybook/documents_completed.json")),
        example_is_made: true,
        ..FLAT_EVENT
    },
];

const FLAT_EVENT: EventType = EventType {
    source: doc("Paybook Sync documentation, events (flat)"),
    shape: &Object {
        anchor: ANCHOR,
        ..Object::of(fields![
            &[ENDPOINT_GROUPS, FLAT_NAME, CREDENTIAL_ID, EXTERNAL_ID],
            JOB,
            SITE,
            &[USER_ID],
            EXECUTING
        ])
    },
    subject: Some("id_credential"),
    ..EventType::BLANK
};

/// Paybook's `2023-06-16 19:06:18.944575+0000`, or RFC 3339.
const AT: Shape =
    Shape::Time(Time { style: Style::Lenient, no_offset: Some(Severity::Error), or_seconds: false });

const HAPPENED_AT: Field = Field::required("at", AT).doc("When the event happened.");
const EVENT_NAME: &[Field] = &[
    Field::required("eid", UUID).doc("ID of the event."),
    Field::required("name", Shape::Name).to(Canonical::Type).doc("Name of the event type."),
    Field::required("version", Shape::Text(Text::of(Format::Any).one_of(&[("3.1", "3.1")]).values_warn()))
        .doc("Version of the envelope."),
];
const ENVIRONMENT: Shape = Shape::Text(Text::of(Format::ObjectId).one_of(ENVIRONMENTS).values_warn());
const EVENT_USER: Field = Field::required(
    "user",
    Shape::Object(&Object::of(&[
        Field::required("id_environment", ENVIRONMENT)
            .to(Canonical::Named("environment_id", "environment"))
            .doc("ID of the environment: sandbox or production."),
        EXTERNAL_ID,
        USER_ID,
    ])),
)
.to(Canonical::Inline)
.doc("Whose event it is.");

macro_rules! header {
    ($happened_at:expr) => {
        Field::required(
            "header",
            Shape::Object(&Object::of(&[
                Field::required("event", Shape::Object(&Object::of(fields![&[$happened_at], EVENT_NAME])))
                    .to(Canonical::Inline)
                    .doc("Which event it is."),
                EVENT_USER,
            ])),
        )
        .to(Canonical::Inline)
        .doc("What the event is, and whose.")
    };
}
const HEADER: Field = header!(HAPPENED_AT);
/// Of the payments' samples, one has no time.
const TIMELESS_HEADER: Field = header!(HAPPENED_AT.when(Presence::Optional));

/// The flat event's name inside the envelope must be the one that the envelope's name stands for.
macro_rules! credentials {
    ($flat_name:literal, $executing:expr) => {
        &Object::of(&[
            HEADER,
            Field::required(
                "payload",
                Shape::Object(&Object {
                    anchor: ANCHOR,
                    ..Object::of(fields![
                        &[
                            ENDPOINT_GROUPS,
                            Field::required(
                                "event",
                                Shape::Text(
                                    Text::of(Format::Any).one_of(&[($flat_name, $flat_name)]).agrees()
                                ),
                            )
                            .to(Canonical::Type)
                            .doc("Name of the same event as a flat event."),
                            CREDENTIAL_ID,
                            EXTERNAL_ID,
                        ],
                        JOB,
                        SITE,
                        &[USER_ID],
                        $executing
                    ])
                }),
            )
            .to(Canonical::Inline)
            .doc("The flat event."),
        ])
    };
}

const ENVELOPE_EVENTS: &[EventType] = &[
    EventType {
        name: "credentials.created",
        title: "Credential created",
        description: doc("New credential was created."),
        meaning: "credentials.created",
        shape: credentials!("credential_create", EXECUTING),
        example: doc(include_str!("../../tests/payloads/paybook/credentials.created.json")),
        ..ENVELOPE_EVENT
    },
    EventType {
        name: "credentials.updated",
        title: "Credential updated",
        description: doc("Existing credential was updated."),
        meaning: "credentials.updated",
        shape: credentials!("credential_update", EXECUTING),
        example: doc(include_str!("../../tests/payloads/paybook/credentials.updated.json")),
        ..ENVELOPE_EVENT
    },
    EventType {
        name: "credentials.refreshed",
        title: "Credential refreshed",
        description: doc(
            "Data for an existing credential was added or updated: a new or updated account, or a new or \
             updated transaction. The event does not say which.",
        ),
        meaning: "credentials.refreshed",
        shape: credentials!("refresh", MAYBE_EXECUTING),
        example: doc(include_str!("../../tests/payloads/paybook/credentials.refreshed.json")),
        ..ENVELOPE_EVENT
    },
    EventType {
        name: "documents.completed",
        title: "Documents downloaded",
        description: doc("Documents have been downloaded, with or without errors."),
        meaning: "documents.completed",
        example: doc(include_str!("../../tests/payloads/paybook/documents.completed.json")),
        ..DOCUMENTS_EVENT
    },
    EventType {
        name: "documents.success",
        title: "Documents downloaded successfully",
        description: doc("Documents have been downloaded successfully: without any error."),
        meaning: "documents.success",
        example: doc(include_str!("../../tests/payloads/paybook/documents.success.json")),
        ..DOCUMENTS_EVENT
    },
    EventType {
        name: "documents.failed",
        // The documentation's heading; its example has the other.
        aliases: &["documents.fail"],
        title: "Documents downloaded unsuccessfully",
        description: doc(
            "Documents have been downloaded unsuccessfully: one or more errors occurred while downloading \
             them. There may be inconsistencies in the document.",
        ),
        meaning: "documents.failed",
        example: doc(include_str!("../../tests/payloads/paybook/documents.failed.json")),
        ..DOCUMENTS_EVENT
    },
    EventType {
        name: "payments.chargeback_created",
        title: "Chargeback created",
        description: doc(
            "A charge was taken back: the chargeback, of a negative amount, is a charge itself.",
        ),
        meaning: "payments.chargeback_created",
        shape: &Object::of(&[
            TIMELESS_HEADER,
            Field::required("payload", CHARGE).to(Canonical::Inline).doc("The chargeback."),
        ]),
        example: doc(include_str!("../../tests/payloads/paybook/payments.chargeback_created.json")),
        ..PAYMENTS_EVENT
    },
    EventType {
        name: "payments.transaction_created",
        title: "Payment transactions created",
        description: doc("One charge or more were made: a list of them, in older documents the one charge."),
        meaning: "payments.transaction_created",
        shape: &Object::of(&[
            TIMELESS_HEADER,
            Field::required(
                "payload",
                Shape::Union(&[Shape::Array(&Items { shape: CHARGE, not_empty: false }), CHARGE]),
            )
            .to(Canonical::List("charges"))
            .doc("The charges."),
        ]),
        example: doc(include_str!("../../tests/payloads/paybook/payments.transaction_created.json")),
        ..PAYMENTS_EVENT
    },
];

const ENVELOPE_EVENT: EventType = EventType {
    source: doc("Paybook Sync documentation, events (3.1 envelopes)"),
    must_match: &[(&["header", "user", "id_user"], &["payload", "id_user"])],
    ..FLAT_EVENT
};
const DOCUMENTS_EVENT: EventType = EventType {
    shape: &Object::of(&[
        HEADER,
        Field::required(
            "payload",
            Shape::Object(&Object::of(fields![
                JOB,
                SITE,
                &[Field::required("endpoints", ENDPOINTS).doc("Paths of the API with the documents.")]
            ])),
        )
        .to(Canonical::Inline)
        .doc("Which job it was, and where the documents are."),
    ]),
    subject: Some("id_job"),
    must_match: &[],
    endpoints: "documents",
    ..ENVELOPE_EVENT
};

const PAYMENTS_EVENT: EventType = EventType {
    source: doc("Paybook/sync-code-samples, `webhooks/payments/events.md`"),
    subject: Some("id_pymnt_charge"),
    must_match: &[],
    example_is_made: true,
    ..ENVELOPE_EVENT
};

/// A number in the newest sample, a string in an older one.
const DEGREES: Shape = Shape::Union(&[NUMBER, TEXT]);
const LINK: Shape = Shape::Text(Text::of(Format::Url).or_empty());

/// Required is what all samples have.
const CHARGE: Shape = Shape::Object(&Object::of(&[
    Field::required("id_pymnt_charge", OBJECT_ID).to(Canonical::As("charge_id")).doc("ID of the charge."),
    Field::required("id_pymnt_affiliate", OBJECT_ID)
        .nullable()
        .to(Canonical::As("affiliate_id"))
        .doc("ID of the affiliate; null where there is none."),
    Field::optional("id_pymnt_customer", OBJECT_ID)
        .to(Canonical::As("customer_id"))
        .doc("ID of the customer."),
    Field::optional("id_currency", OBJECT_ID)
        .to(Canonical::As("currency_id"))
        .doc("ID of the currency of the amounts."),
    Field::optional("id_crypto_currency", Shape::Text(Text::of(Format::ObjectId).or_empty()))
        .to(Canonical::As("crypto_currency_id"))
        .doc("ID of the cryptocurrency; empty where there is none."),
    Field::optional("id_profile", OBJECT_ID).to(Canonical::As("profile_id")).doc("ID of the profile."),
    Field::required("transaction", TEXT).doc("The payment processor's number of the transaction, in base64."),
    Field::optional("address", TEXT).doc("Address of the cryptocurrency; empty where there is none."),
    Field::optional("crypto", Shape::Any).nullable().doc("What there is to say of a cryptocurrency."),
    Field::optional("timestamp", DATE).doc("Date and time of the transaction."),
    Field::optional("dt_charge", DATE).to(Canonical::As("charged_at")).doc("When the charge was made."),
    Field::optional("period", Shape::Integer(Integer::Count)).doc("Year and month, as in 202105."),
    Field::optional("week", Shape::Integer(Integer::Count)).doc("The week, by a day of it, as in 20210520."),
    Field::optional("day", Shape::Integer(Integer::Count)).doc("The day, as in 20210520."),
    Field::required("payment_method", TEXT).public().doc("How it was paid, as in `POS`."),
    Field::required("authorization_code", TEXT).doc("The bank's authorization; empty where there is none."),
    Field::required("status", TEXT).public().doc("Status of the charge, as in `N`; may be empty."),
    Field::required("transaction_type", TEXT).public().doc("Type of the transaction: `C` of a chargeback."),
    Field::required("receipt_url", LINK).doc("Where the receipt is; empty where there is none."),
    Field::optional("checkout_url", LINK).doc("Where the checkout is; empty where there is none."),
    Field::required("has_devolution", Shape::Text(Text::of(Format::Flag))).doc("Whether it was given back."),
    Field::optional("affiliation", TEXT).doc("The merchant's affiliation."),
    Field::optional("affiliation_name", TEXT).doc("Name of the affiliation; may be empty."),
    Field::required(
        "reference",
        Shape::Object(&Object::of(&[
            Field::optional("number", TEXT).doc("A number for the charge."),
            Field::required("description", TEXT).doc("What the charge is for."),
        ])),
    )
    .doc("What the charge refers to."),
    Field::required(
        "card",
        Shape::Union(&[
            Shape::Object(&Object::of(&[
                Field::required("id_pymnt_card", OBJECT_ID)
                    .to(Canonical::As("card_id"))
                    .doc("ID of the card."),
                Field::required("holder_name", TEXT).doc("Name of its holder."),
                Field::required("type", TEXT).public().doc("Kind of card, as in `VISA`."),
                Field::required("number", TEXT).doc("Its number, masked."),
            ])),
            Shape::Array(&Items::NONE),
        ]),
    )
    .doc("The card that paid; an empty array where there is none."),
    Field::optional("linked", Shape::Array(&Items { shape: OBJECT_ID, not_empty: false }))
        .doc("IDs of other charges: of a chargeback, the charge that was taken back."),
    Field::required("amount", NUMBER).doc("The amount, negative where it was taken back."),
    Field::optional("amount_crypto", TEXT).doc("The amount in the cryptocurrency."),
    Field::required("net_amount", NUMBER).doc("The amount less the fees."),
    Field::optional("net_amount_crypto", TEXT).doc("The net amount in the cryptocurrency."),
    Field::required("tip", NUMBER).doc("The tip."),
    Field::required("commission", NUMBER).doc("The commission."),
    Field::optional("commission_crypto", TEXT).doc("The commission in the cryptocurrency."),
    Field::required("fee", NUMBER).doc("The fee."),
    Field::optional("fee_crypto", TEXT).doc("The fee in the cryptocurrency."),
    Field::required(
        "fee_details",
        Shape::Array(&Items {
            shape: Shape::Object(&Object::of(&[
                Field::required("type", TEXT).public().doc("Kind of fee."),
                Field::required("percentage", NUMBER).doc("Its percentage of the amount."),
                Field::required("amount", NUMBER).doc("Its amount."),
                Field::required("description", TEXT).doc("What it is for; may be empty."),
            ])),
            not_empty: false,
        }),
    )
    .nullable()
    .doc("What the fee is made of; null where there is none."),
    Field::required(
        "origin",
        Shape::Object(&Object::of(&[Field::required(
            "location",
            Shape::Object(&Object::of(&[
                Field::required("latitude", DEGREES).doc("Degrees north."),
                Field::required("longitude", DEGREES).doc("Degrees east."),
            ])),
        )
        .doc("Where that is.")])),
    )
    .doc("Where the charge was made."),
    Field::required("dt_create", DATE).to(Canonical::As("created_at")).doc("When the charge was recorded."),
    Field::required("dt_modify", DATE)
        .nullable()
        .to(Canonical::As("modified_at"))
        .doc("When its record was last changed; null where it was not."),
]));

/// The flat events.
const SUBSCRIBABLE: &[(&str, &str)] = &[
    ("credential_create", "credential_create"),
    ("credential_update", "credential_update"),
    ("refresh", "refresh"),
    ("documents_completed", "documents_completed"),
];
const URL: Field =
    Field::required("url", Shape::Text(Text::of(Format::Url))).doc("Where the events are sent.");
const SUBSCRIBED: Field = Field::required(
    "events",
    Shape::Array(&Items { shape: Shape::Text(Text::of(Format::Any).one_of(SUBSCRIBABLE)), not_empty: true }),
)
.doc("Names of the events that are sent.");
const DELAY: Field = Field::optional("delay", Shape::Integer(Integer::Count))
    .doc("How long a delivery waits, in the provider's unit.");
/// ISO 8601 in the documentation, integer seconds in Paybook's SDKs, for the same webhook.
const DATE: Shape = Shape::Time(Time { style: Style::Lenient, no_offset: None, or_seconds: true });

const WEBHOOKS: &[EventType] = &[
    EventType {
        name: "webhook",
        title: "Webhook subscription",
        description: doc("A webhook that is registered: the URL, and the events that are sent there."),
        meaning: "webhook",
        shape: &Object::of(&[
            Field::required("id_webhook", OBJECT_ID).doc("ID of the webhook."),
            Field::optional("id_user", OBJECT_ID)
                .nullable()
                .doc("ID of the user whose events are sent; null: of every user."),
            Field::optional("is_disabled", FLAG).doc("Whether it is switched off: 0 or 1."),
            SUBSCRIBED,
            URL,
            DELAY,
            Field::optional("ct_failed", Shape::Integer(Integer::Count))
                .doc("How many deliveries have failed."),
            Field::optional("dt_created", DATE).doc("When it was registered."),
            Field::optional("dt_modified", DATE).nullable().doc("When it was last changed."),
            // As Paybook/code-samples, `webhooks/README.md`, spells these two.
            Field::optional("dt_create", DATE).doc("The same as `dt_created`, in other answers of the API."),
            Field::optional("dt_modify", DATE)
                .nullable()
                .doc("The same as `dt_modified`, in other answers of the API."),
        ]),
        evidence: &[
            Evidence { fields: &["id_webhook", "url"], names_in: None },
            Evidence { fields: &["id_webhook", "events"], names_in: None },
            Evidence { fields: &["url", "events", "is_disabled"], names_in: Some("events") },
            Evidence { fields: &["url", "events", "ct_failed"], names_in: Some("events") },
            Evidence { fields: &["url", "events", "dt_created"], names_in: Some("events") },
            Evidence { fields: &["url", "events", "dt_create"], names_in: Some("events") },
        ],
        example: doc(include_str!("../../tests/payloads/paybook/webhook.json")),
        ..REGISTRATION
    },
    EventType {
        name: "webhook.create",
        title: "Webhook registration request",
        description: doc("The request that creates a new webhook."),
        meaning: "webhook.create",
        shape: &Object::of(&[
            URL,
            SUBSCRIBED,
            // The rest is in Paybook's code samples.
            Field::optional("id_user", OBJECT_ID)
                .nullable()
                .doc("ID of the user whose events are to be sent; null: of every user."),
            Field::optional("id_environment", ENVIRONMENT)
                .doc("ID of the environment: sandbox or production."),
            DELAY,
            Field::optional("headers", Shape::Any).doc("HTTP headers that are sent with each event."),
            Field::optional("api_key", TEXT).doc("The API key, where it is not in a header."),
        ]),
        evidence: &[
            Evidence { fields: &["url", "events"], names_in: Some("events") },
            Evidence { fields: &["events"], names_in: Some("events") },
        ],
        example: doc(include_str!("../../tests/payloads/paybook/webhook.create.json")),
        ..REGISTRATION
    },
    EventType {
        name: "subscription.create",
        title: "Webhook subscription request",
        description: doc("The request that subscribes a URL to events of the 3.1 envelope."),
        source: doc("Paybook/sync-code-samples, `postman/payments.json`, `POST /v1/webhooks/subscriptions`"),
        meaning: "subscription.create",
        shape: &Object::of(&[
            Field::required("id_environment", ENVIRONMENT)
                .doc("ID of the environment: sandbox or production."),
            Field::required("description", TEXT).doc("What the subscription is for, in your words."),
            Field::required("events", Shape::Array(&Items { shape: OBJECT_ID, not_empty: true }))
                .doc("IDs of the events that are sent, as `GET /v1/catalogues/webhook3_events` lists them."),
            Field::required("group_events", FLAG).doc("Whether events are grouped in one delivery: 0 or 1."),
            URL,
        ]),
        // After a request for a webhook, which names its events: these have IDs.
        evidence: &[
            Evidence { fields: &["url", "events", "group_events"], names_in: None },
            Evidence { fields: &["id_environment", "description", "events", "url"], names_in: None },
            Evidence { fields: &["id_environment", "events", "group_events"], names_in: None },
            Evidence { fields: &["id_environment", "url", "group_events"], names_in: None },
        ],
        example: doc(include_str!("../../tests/payloads/paybook/subscription.create.json")),
        example_is_made: true,
        ..REGISTRATION
    },
];

const REGISTRATION: EventType = EventType {
    source: doc("Paybook Sync documentation, webhooks"),
    event: false,
    subject: None,
    ..FLAT_EVENT
};
