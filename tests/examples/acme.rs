//! What Acme sends. Source: Acme's documentation, "Webhooks".

use crate::format::Format;
use crate::format::timestamp::Style;
use crate::shape::{
    Canonical, Envelope, EventType, Field, Object, Provider, Severity, Shape, Text, Time, Trust, Wrapper, doc,
};

pub(super) static PROVIDER: Provider =
    Provider { name: "acme", title: "Acme", reverse_dns: "com.acme", parameters: &[], envelopes: &[EVENT] };

const EVENT: Envelope = Envelope {
    title: "Acme event",
    by_fit: false,
    wrapper: Wrapper::None,
    name_at: &["type"],
    marker_fields: &["acme_id"],
    // Others have a field `type` too: believe it only next to `acme_id`.
    trust: Trust::Mark,
    excluded: &[],
    answers: &[],
    payload: None,
    events: EVENTS,
    unnamed: &Object::of(DOOR),
    id: Some("acme_id"),
    time: Some("sent_at"),
    source: &[],
};

const UUID: Shape = Shape::Text(Text::of(Format::Uuid));
const DATE_TIME: Shape =
    Shape::Time(Time { style: Style::Rfc3339, no_offset: Some(Severity::Error), or_seconds: false });

const DOOR: &[Field] = &[
    Field::required("acme_id", UUID).doc("ID of the event."),
    Field::required("type", Shape::Name).to(Canonical::Type).doc("Name of the event type."),
    Field::required("sent_at", DATE_TIME).doc("When it happened."),
    Field::required("door", UUID).to(Canonical::As("door_id")).doc("ID of the door."),
];

const EVENTS: &[EventType] = &[EventType {
    name: "door.opened",
    title: "Door opened",
    description: doc("A door was opened."),
    source: doc("Acme documentation, \"Webhooks\""),
    shape: &Object::of(DOOR),
    meaning: "door.opened",
    subject: Some("door"),
    example: doc(include_str!("acme/door.opened.json")),
    ..EventType::BLANK
}];
