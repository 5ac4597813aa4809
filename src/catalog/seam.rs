//! What Seam sends. Sources: Seam's documentation, "Access system credential events"; what is beside
//! it cites Seam's published schema.

use crate::format::Format;
use crate::format::timestamp::Style;
use crate::shape::{
    Canonical, Envelope, EventType, Field, Object, Provider, Severity, Shape, Text, Time, Trust, Wrapper, doc,
};

pub(super) static PROVIDER: Provider =
    Provider { name: "seam", title: "Seam", reverse_dns: "co.seam", parameters: &[], envelopes: &[EVENT] };

/// The bare event is delivered; wrapped forms are answers of the API. A body with an `event_type` and
/// neither id is sent to Seam, not by Seam (Seam's guide for device manufacturers).
const EVENT: Envelope = Envelope {
    title: "Seam event",
    wrapper: Wrapper::None,
    name_at: &["event_type"],
    marks: &["event_id", "workspace_id"],
    trust: Trust::Mark,
    never: &[],
    payload: None,
    events: EVENTS,
    unnamed: &Object::of(FIELDS),
    id: Some("event_id"),
    time: Some("occurred_at"),
    source: &[("workspaces", "workspace_id")],
};

const UUID: Shape = Shape::Text(Text::of(Format::Uuid));
const DATE_TIME: Shape =
    Shape::Time(Time { style: Style::Rfc3339, no_offset: Some(Severity::Error), or_seconds: false });

const FIELDS: &[Field] = &[
    Field::required("acs_credential_id", UUID).doc("ID of the affected credential."),
    Field::required("acs_system_id", UUID).doc("ID of the access system."),
    // Every sample has it, yet Seam's published schema does not require it.
    Field::optional("connected_account_id", UUID).doc("ID of the connected account."),
    Field::required("created_at", DATE_TIME).doc("Date and time at which the event was created."),
    // Seam's published schema, since 2026-07-13.
    Field::optional("event_description", Shape::Text(Text::of(Format::Any)))
        .doc("What happened, in a sentence."),
    Field::required("event_id", UUID).doc("ID of the event."),
    Field::required("event_type", Shape::Name).to(Canonical::Type).doc("Name of the event type."),
    Field::required("occurred_at", DATE_TIME).doc("Date and time at which the event occurred."),
    Field::required("workspace_id", UUID).doc("ID of the workspace associated with the event."),
];

const EVENTS: &[EventType] = &[
    EventType {
        name: "acs_credential.deleted",
        title: "Access system credential deleted",
        description: doc("An access system credential was deleted."),
        meaning: "acs_credential.deleted",
        example: doc(include_str!("../../tests/payloads/seam/acs_credential.deleted.json")),
        ..CREDENTIAL
    },
    EventType {
        name: "acs_credential.issued",
        title: "Access system credential issued",
        description: doc("An access system credential was issued."),
        meaning: "acs_credential.issued",
        example: doc(include_str!("../../tests/payloads/seam/acs_credential.issued.json")),
        ..CREDENTIAL
    },
    EventType {
        name: "acs_credential.reissued",
        title: "Access system credential reissued",
        description: doc("An access system credential was reissued."),
        meaning: "acs_credential.reissued",
        example: doc(include_str!("../../tests/payloads/seam/acs_credential.reissued.json")),
        ..CREDENTIAL
    },
    EventType {
        name: "acs_credential.invalidated",
        title: "Access system credential invalidated",
        description: doc(
            "An access system credential was invalidated. That is, the credential cannot be used anymore.",
        ),
        meaning: "acs_credential.invalidated",
        example: doc(include_str!("../../tests/payloads/seam/acs_credential.invalidated.json")),
        ..CREDENTIAL
    },
];

const CREDENTIAL: EventType = EventType {
    source: doc("Seam documentation, access system credential events"),
    shape: &Object::of(FIELDS),
    subject: Some("acs_credential_id"),
    ..EventType::BLANK
};
