//! What Chift sends. Sources: Chift's table of webhook events (event, description, API, additional
//! fields); the fields beside them from Chift's documentation, "Webhooks".

use crate::format::Format;
use crate::format::timestamp::Style;
use crate::shape::{
    Canonical, Envelope, EventType, Field, Integer, Object, Presence, Provider, Severity, Shape, Text, Time,
    Trust, Wrapper, doc, fields,
};

pub(super) static PROVIDER: Provider =
    Provider { name: "chift", title: "Chift", reverse_dns: "eu.chift", parameters: &[], envelopes: &[EVENT] };

/// A delivery is flat: the envelope's fields and the event's own stand side by side. The table shows
/// the event's own alone: a body without the others is taken for one, with a warning.
const EVENT: Envelope = Envelope {
    title: "Chift event",
    by_fit: false,
    wrapper: Wrapper::None,
    name_at: &["event"],
    marker_fields: &["accountid", "consumerid"],
    trust: Trust::Name,
    // A registration of a webhook, and the request for one, have an `event` and are no delivery.
    excluded: &["webhookid", "url", "signingsecret"],
    answers: &[],
    payload: None,
    events: EVENTS,
    unnamed: &Object::of(ENVELOPE),
    id: None,
    time: Some("created"),
    source: &[("accounts", "accountid"), ("consumers", "consumerid")],
};

const UUID: Shape = Shape::Text(Text::of(Format::Uuid));
const TEXT: Shape = Shape::Text(Text::of(Format::Any));
/// "guid" in Chift's table, a plain string in its own API.
const POS_ID: Shape = Shape::Text(Text::of(Format::Uuid).format_warns());

const ENVELOPE: &[Field] = &[
    Field::required("accountid", UUID)
        .when(Presence::Envelope)
        .to(Canonical::As("account_id"))
        .doc("ID of the account that the webhook is registered for."),
    Field::required("consumerid", UUID)
        .when(Presence::Envelope)
        .to(Canonical::As("consumer_id"))
        .doc("ID of the consumer on which the event occurred."),
    Field::required("created", Shape::Integer(Integer::Seconds))
        .when(Presence::Envelope)
        .to(Canonical::As("created_at"))
        .doc("When the event was created, in seconds since 1970."),
    Field::required("event", Shape::Name)
        .when(Presence::WithEnvelope)
        .to(Canonical::Type)
        .doc("Name of the event type."),
];

const CONNECTION_ID: Field = Field::required("connectionid", UUID)
    .to(Canonical::As("connection_id"))
    .doc("ID of the connection on which the event occurred.");
const CONNECTION: &[Field] = &[CONNECTION_ID];
const CONNECTION_STATUS: &[Field] = &[Field::required(
    "status",
    Shape::Text(Text::of(Format::Any).one_of(&[("active", "active"), ("inactive", "inactive")])),
)
.doc("Whether the connection works: `active` or `inactive`.")];

const FLOW: &[Field] = &[
    Field::required("flowid", UUID)
        .to(Canonical::As("flow_id"))
        .doc("ID of the flow on which the event occurred."),
    Field::required("syncid", UUID)
        .to(Canonical::As("sync_id"))
        .doc("ID of the sync on which the event occurred."),
];
const EXECUTION: &[Field] = &[
    Field::required(
        "status",
        Shape::Text(Text::of(Format::Any).one_of(&[("success", "success"), ("error", "error")])),
    )
    .doc("How the execution ended: `success` or `error`."),
    Field::required("executionid", UUID)
        .to(Canonical::As("execution_id"))
        .doc("ID of the execution of the consumer flow."),
    Field::required("parentexecutionid", UUID)
        .nullable()
        .to(Canonical::As("parent_execution_id"))
        .doc("ID of the execution of the parent flow; null where there is none."),
];

const ISSUE: &[Field] = &[
    Field::required("issue_id", UUID).doc("ID of the consumer issue."),
    Field::required("connectionid", UUID)
        .to(Canonical::As("connection_id"))
        .doc("ID of the connection on which the issue occurred."),
    Field::optional("syncid", UUID)
        .nullable()
        .to(Canonical::As("sync_id"))
        .doc("ID of the sync on which the issue occurred."),
    Field::required("error_code", TEXT).public().doc("Error code of the issue."),
];
const OPEN_ISSUE: &[Field] = &[
    Field::required("issue_status", Shape::Text(Text::of(Format::NonEmpty)))
        .public()
        .doc("Status of the issue."),
    Field::required("message", TEXT).doc("Error message describing the issue."),
    Field::required("context", Shape::Any).nullable().doc("Additional context information: any JSON."),
];
const OCCURRENCES: &[Field] = &[Field::required("occurrences", Shape::Integer(Integer::Count))
    .doc("Number of times this issue has occurred.")];
const CLOSED_ISSUE: &[Field] = &[Field::required(
    "issue_status",
    Shape::Text(Text::of(Format::Any).one_of(&[("auto_closed", "auto_closed")])),
)
.doc("Status of the issue: `auto_closed`.")];

const ORDER: &[Field] = &[
    Field::required("order_id", POS_ID).doc("ID of the order on which the event occurred."),
    Field::optional("device_id", POS_ID).nullable().doc("ID of the device on which the order was completed."),
    Field::optional("customer_id", POS_ID).nullable().doc("ID of the customer that has made the order."),
    Field::required("location_id", POS_ID).doc("ID of the location on which the order was completed."),
    Field::required(
        "updated_at",
        Shape::Time(Time { style: Style::Lenient, no_offset: Some(Severity::Warning), or_seconds: true }),
    )
    .doc("Time of completion."),
];

const CONNECTION_SHAPE: &Object = &Object::of(fields![ENVELOPE, CONNECTION]);
const FLOW_SHAPE: &Object = &Object::of(fields![ENVELOPE, FLOW]);
const ORDER_SHAPE: &Object = &Object::of(fields![ENVELOPE, ORDER]);

const EVENTS: &[EventType] = &[
    EventType {
        name: "account.connection.created",
        title: "Connection created",
        description: doc(
            "Event on the creation of a new consumer’s connection (you receive this event only when the \
             connection was successfully created).",
        ),
        meaning: "account.connection.created",
        example: doc(include_str!("../../tests/payloads/chift/account.connection.created.json")),
        ..ON_CONNECTION
    },
    EventType {
        name: "account.connection.updated",
        title: "Connection updated",
        description: doc("Event on the update of a consumer’s connection."),
        meaning: "account.connection.updated",
        shape: &Object::of(fields![ENVELOPE, CONNECTION, CONNECTION_STATUS]),
        example: doc(include_str!("../../tests/payloads/chift/account.connection.updated.json")),
        ..ON_CONNECTION
    },
    EventType {
        name: "account.connection.deleted",
        title: "Connection deleted",
        description: doc("Event on the deletion of a consumer’s connection."),
        meaning: "account.connection.deleted",
        example: doc(include_str!("../../tests/payloads/chift/account.connection.deleted.json")),
        ..ON_CONNECTION
    },
    EventType {
        name: "account.connection.up",
        title: "Connection up",
        description: doc("Event when a local agent is correctly set up."),
        meaning: "account.connection.up",
        example: doc(include_str!("../../tests/payloads/chift/account.connection.up.json")),
        ..ON_CONNECTION
    },
    EventType {
        name: "account.connection.down",
        title: "Connection down",
        description: doc("Event when a local agent did not send any ping for 15 minutes."),
        meaning: "account.connection.down",
        example: doc(include_str!("../../tests/payloads/chift/account.connection.down.json")),
        ..ON_CONNECTION
    },
    EventType {
        name: "account.flow.enabled",
        title: "Flow enabled",
        description: doc("Event on the activation of a flow for a specific consumer."),
        meaning: "account.flow.enabled",
        example: doc(include_str!("../../tests/payloads/chift/account.flow.enabled.json")),
        ..ON_FLOW
    },
    EventType {
        name: "account.flow.disabled",
        title: "Flow disabled",
        description: doc("Event on the deactivation of a flow for a specific consumer."),
        meaning: "account.flow.disabled",
        example: doc(include_str!("../../tests/payloads/chift/account.flow.disabled.json")),
        ..ON_FLOW
    },
    EventType {
        name: "account.flow.executed",
        title: "Flow executed",
        description: doc("Event on full execution of a flow (one event per consumer)."),
        meaning: "account.flow.executed",
        shape: &Object::of(fields![ENVELOPE, FLOW, EXECUTION]),
        example: doc(include_str!("../../tests/payloads/chift/account.flow.executed.json")),
        ..ON_FLOW
    },
    EventType {
        name: "account.issue.created",
        title: "Issue created",
        description: doc("Event when a new consumer issue is raised."),
        meaning: "account.issue.created",
        shape: &Object::of(fields![ENVELOPE, ISSUE, OPEN_ISSUE]),
        example: doc(include_str!("../../tests/payloads/chift/account.issue.created.json")),
        ..ON_ISSUE
    },
    EventType {
        name: "account.issue.updated",
        title: "Issue updated",
        description: doc("Event when there is a new occurrence of an existing consumer issue."),
        meaning: "account.issue.updated",
        shape: &Object::of(fields![ENVELOPE, ISSUE, OPEN_ISSUE, OCCURRENCES]),
        example: doc(include_str!("../../tests/payloads/chift/account.issue.updated.json")),
        ..ON_ISSUE
    },
    EventType {
        name: "account.issue.closed",
        title: "Issue closed",
        description: doc("Event when a consumer issue was closed automatically."),
        meaning: "account.issue.closed",
        shape: &Object::of(fields![ENVELOPE, ISSUE, CLOSED_ISSUE]),
        example: doc(include_str!("../../tests/payloads/chift/account.issue.closed.json")),
        ..ON_ISSUE
    },
    EventType {
        name: "pos.order.completed",
        title: "Order completed",
        description: doc("Event when an order was completed."),
        meaning: "pos.order.completed",
        example: doc(include_str!("../../tests/payloads/chift/pos.order.completed.json")),
        ..ON_ORDER
    },
    EventType {
        name: "pos.order.updated",
        title: "Order updated",
        description: doc("Event when the status of an order was updated."),
        meaning: "pos.order.updated",
        example: doc(include_str!("../../tests/payloads/chift/pos.order.updated.json")),
        ..ON_ORDER
    },
    EventType {
        name: "account.datalayer.refresh_executed",
        title: "Data layer refreshed",
        description: doc(
            "Event when a refresh of the data layer was executed. The fields of its own are not published: \
             whatever is there is kept.",
        ),
        source: doc("Chift documentation, \"Data layer events\""),
        meaning: "account.datalayer.refresh_executed",
        shape: &Object::open(ENVELOPE),
        example: doc(include_str!("../../tests/payloads/chift/account.datalayer.refresh_executed.json")),
        subject: None,
        ..ON_CONNECTION
    },
];

const ON_CONNECTION: EventType = EventType {
    source: doc("Chift documentation, webhook events"),
    shape: CONNECTION_SHAPE,
    subject: Some("connectionid"),
    // The table has no JSON.
    example_is_made: true,
    ..EventType::BLANK
};
const ON_FLOW: EventType = EventType { shape: FLOW_SHAPE, subject: Some("flowid"), ..ON_CONNECTION };
const ON_ISSUE: EventType = EventType { subject: Some("issue_id"), ..ON_CONNECTION };
const ON_ORDER: EventType = EventType { shape: ORDER_SHAPE, subject: Some("order_id"), ..ON_CONNECTION };
