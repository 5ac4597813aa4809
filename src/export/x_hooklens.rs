//! What JSON Schema can't say of a catalog, as `x-hooklens` members: what `load` reads again.

use serde_json::{Map, Value, json};

use super::schema::{self, Of};
use crate::format::Format;
use crate::format::timestamp::Style;
use crate::shape::{
    Canonical, Envelope, EventType, Field, Integer, Number, Object, Others, Presence, Provider, Severity,
    Shape, Text, Trust, Wrapper,
};

const KEY: &str = "x-hooklens";

/// Adds members to those that a schema has under `x-hooklens`, if there are any.
pub(super) fn add(schema: &mut Map<String, Value>, members: Map<String, Value>) {
    if members.is_empty() {
        return;
    }
    match schema.get_mut(KEY).and_then(Value::as_object_mut) {
        Some(known) => known.extend(members),
        None => drop(schema.insert(KEY.into(), Value::Object(members))),
    }
}

/// Where a field's value goes, when it must be there, and whether anyone may see it.
pub(super) fn field(field: &Field) -> Map<String, Value> {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| drop(members.insert(name.into(), value));
    match field.canonical {
        Canonical::Same => {}
        Canonical::As(name) => put("as", json!(name)),
        Canonical::Named(name, called) => put("named", json!([name, called])),
        Canonical::Inline => put("as", json!({ "inline": true })),
        Canonical::List(name) => put("list", json!(name)),
        Canonical::Type => put("as", json!({ "type": true })),
    }
    if field.nullable && matches!(field.shape, Shape::Any) {
        put("nullable", json!(true));
    }
    if field.is_public {
        put("public", json!(true));
    }
    match field.presence {
        Presence::Required | Presence::Optional => {}
        Presence::Envelope => put("presence", json!("envelope")),
        Presence::WithEnvelope => put("presence", json!("with-envelope")),
        Presence::Together => put("presence", json!("together")),
    }
    members
}

/// What an object says beside its fields.
pub(super) fn object(object: &Object) -> Map<String, Value> {
    let mut members = Map::new();
    if let Some(anchor) = object.anchor {
        let (field, collection, parameter) = (anchor.field, anchor.collection, anchor.parameter);
        let anchor = json!({ "field": field, "collection": collection, "parameter": parameter });
        members.insert("anchor".into(), anchor);
    }
    match object.others {
        Others::Open => drop(members.insert("others".into(), json!("open"))),
        Others::Unexpected if object.fields.is_empty() => {
            drop(members.insert("others".into(), json!("unexpected")))
        }
        _ => {}
    }
    members
}

/// What a value is, where a schema says it in other words or not at all.
pub(super) fn shape(shape: &Shape) -> Map<String, Value> {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| drop(members.insert(name.into(), value));
    match shape {
        Shape::Text(text) => {
            if text.format != Format::Any {
                put("is", json!(format_name(text.format)));
            }
            if text.or_empty {
                put("orEmpty", json!(true));
            }
            if text.format_severity == Severity::Warning {
                put("format", json!("warning"));
            }
            values(text, &mut put);
        }
        Shape::Name => put("is", json!("name")),
        Shape::Events => put("is", json!("events")),
        Shape::Integer(Integer::Flag) => put("is", json!("flag")),
        Shape::Integer(Integer::Count) => put("is", json!("count")),
        Shape::Integer(Integer::Seconds) => put("is", json!("seconds")),
        Shape::Number(Number::Share) => put("is", json!("share")),
        Shape::Array(items) if items.are_none() => put("is", json!("empty-array")),
        Shape::Time(time) => {
            put("is", json!(if time.style == Style::Rfc3339 { "time" } else { "lenient-time" }));
            match time.no_offset {
                Some(severity) => put("offset", json!(severity.spelling())),
                None => put("offset", json!("optional")),
            }
            if time.or_seconds {
                put("orSeconds", json!(true));
            }
        }
        _ => {}
    }
    members
}

fn values(text: &Text, put: &mut dyn FnMut(&str, Value)) {
    if text.values.is_empty() {
        return;
    }
    if text.values_severity == Severity::Warning || text.values.iter().any(|(value, called)| value != called)
    {
        let called = text.values.iter().map(|(value, called)| ((*value).to_owned(), json!(called)));
        put("values", Value::Object(called.collect()));
    }
    if text.values_severity == Severity::Warning {
        put("others", json!("warning"));
    }
    if text.agrees {
        put("agrees", json!(true));
    }
}

/// The name of a string's format in `x-hooklens`.
fn format_name(format: Format) -> &'static str {
    match format {
        Format::NonEmpty => "non-empty",
        Format::ObjectId => "object-id",
        Format::Flag => "flag-text",
        Format::Endpoint => "endpoint",
        Format::Url => "url",
        format => format.name().unwrap_or_default(),
    }
}

/// Who sends the events, and how they arrive.
pub(super) fn provider(provider: &Provider) -> Value {
    let parameters = provider.parameters.iter().map(|parameter| {
        let is = shape(&Shape::Integer(parameter.integer)).remove("is").unwrap_or_default();
        (parameter.name.to_owned(), json!({ "as": parameter.canonical, "is": is }))
    });
    json!({
        "provider": provider.name,
        "title": provider.title,
        "type": provider.reverse_dns,
        "parameters": Value::Object(parameters.collect()),
        "envelopes": provider.envelopes.iter().map(envelope).collect::<Vec<_>>(),
    })
}

fn envelope(envelope: &Envelope) -> Value {
    let event = EventType::BLANK;
    let of = Of { event: &event, annotated: true };
    let body = |object: &Object| {
        let schema = schema::object(object, of, &|field| schema::value(field.shape, field.nullable, of));
        Value::Object(schema)
    };
    let pointer = |path: &[&str]| path.iter().map(|key| format!("/{key}")).collect::<String>();
    let mut written = json!({
        "title": envelope.title,
        "trust": match envelope.trust {
            Trust::Name => "name",
            Trust::Alone => "alone",
            Trust::Mark => "mark",
        },
        "markers": envelope.marker_fields,
        "excluded": envelope.excluded,
        "answers": envelope.answers,
        "source": envelope.source,
        "unnamed": body(envelope.unnamed),
    });
    let Some(members) = written.as_object_mut() else { return written };
    let mut put = |name: &str, value: Value| drop(members.insert(name.into(), value));
    if !envelope.name_at.is_empty() {
        put("nameAt", json!(pointer(envelope.name_at)));
    }
    for (name, value) in [("payload", envelope.payload), ("id", envelope.id), ("time", envelope.time)] {
        if let Some(value) = value {
            put(name, json!(value));
        }
    }
    match envelope.wrapper {
        Wrapper::None => {}
        Wrapper::List => put("list", json!(true)),
        Wrapper::Object { object, events, single, marks, event_marks } => {
            put("body", body(object));
            put("events", json!(events));
            put("single", json!(single));
            put("marks", json!(marks));
            put("eventMarks", json!(event_marks));
        }
    }
    written
}

/// What an event type says beside its schema; `envelopes` are the indices of those that it arrives in.
pub(super) fn event(event: &EventType, envelopes: &[usize]) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| drop(members.insert(name.into(), value));
    put("envelopes", json!(envelopes));
    put("type", json!(event.meaning));
    if !event.aliases.is_empty() {
        put("aliases", json!(event.aliases));
    }
    if let Some(subject) = event.subject {
        put("subject", json!(subject));
    }
    if !event.endpoints.is_empty() {
        put("endpoints", json!(event.endpoints));
    }
    if !event.event {
        put("event", json!(false));
    }
    if !event.must_match.is_empty() {
        let pairs: Vec<Value> = event.must_match.iter().map(|(one, other)| json!([one, other])).collect();
        put("mustMatch", json!(pairs));
    }
    if !event.evidence.is_empty() {
        let told = event.evidence.iter();
        let told: Vec<Value> =
            told.map(|one| json!({ "fields": one.fields, "namesIn": one.names_in })).collect();
        put("evidence", json!(told));
    }
    Value::Object(members)
}
