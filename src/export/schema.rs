//! Catalog → JSON Schema 2020-12.
//!
//! A schema accepts what the validator calls valid; what is only worth a warning it lets through. What
//! JSON Schema cannot say is listed where the two are compared, in the package's tests.

use serde_json::{Map, Value, json};

use super::x_hooklens;
use crate::catalog::Catalog;
use crate::format::{Format, endpoint, object_id, timestamp, uri, url, uuid};
use crate::shape::{
    Envelope, EventType, Field, Integer, Number, Object, Others, Presence, Provider, Severity, Shape, Text,
    Time, Wrapper,
};

/// Where the schemas are, as their `$id`s say.
pub const BASE: &str = "urn:hooklens:";

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Every schema, with its path: one for each event type, and one for each envelope of several.
#[must_use]
pub fn all(catalog: &Catalog<'_>) -> Vec<(String, Value)> {
    let mut schemas: Vec<(String, Value)> = catalog
        .event_types()
        .map(|(provider, envelope, event)| (path(provider, event.name), body(provider, envelope, event)))
        .collect();
    for provider in catalog.providers() {
        for envelope in provider.envelopes.iter().filter(|envelope| is_batch(envelope)) {
            schemas.push((path(provider, "envelope"), batch(provider, envelope)));
        }
    }
    schemas
}

/// The path of an event type's schema.
#[must_use]
pub fn path(provider: &Provider, name: &str) -> String {
    format!("{}/{name}.schema.json", provider.name)
}

fn is_batch(envelope: &Envelope) -> bool {
    matches!(envelope.wrapper, Wrapper::Object { single: false, .. })
}

/// An event type whose schema is written.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub event: &'a EventType<'a>,
    /// Whether `x-hooklens` says what JSON Schema can't.
    pub annotated: bool,
}

/// The schema of a whole body with events of one type.
#[must_use]
pub fn body(provider: &Provider, envelope: &Envelope, event: &EventType) -> Value {
    body_of(provider, envelope, Of { event, annotated: false })
}

pub(super) fn body_of(provider: &Provider, envelope: &Envelope, of: Of) -> Value {
    let event = of.event;
    let mut schema = head(provider, event.name, event.title, event.description);
    schema.extend(deprecated(event));
    schema.insert("examples".into(), json!([example(event)]));
    match envelope.wrapper {
        Wrapper::Object { object: around, .. } => {
            schema.extend(wrapper(around, of));
            schema.insert("$defs".into(), json!({ "event": item(envelope, of) }));
        }
        Wrapper::None | Wrapper::List => schema.extend(unwrapped(envelope, of)),
    }
    Value::Object(schema)
}

/// The schema of an envelope whose events may be of several types.
fn batch(provider: &Provider, envelope: &Envelope) -> Value {
    let title = envelope.title;
    let description = "The whole body: the envelope with one event or more, of any of its types.";
    let mut schema = head(provider, "envelope", title, description);
    schema.insert("examples".into(), envelope.events.iter().map(example).collect());
    if let (Wrapper::Object { object: around, .. }, [event, ..]) = (&envelope.wrapper, envelope.events) {
        schema.extend(wrapper(around, Of { event, annotated: false }));
    }
    let mut defs = Map::new();
    let refs: Vec<Value> =
        envelope.events.iter().map(|event| json!({ "$ref": format!("#/$defs/{}", event.name) })).collect();
    defs.insert("event".into(), json!({ "oneOf": refs }));
    for event in envelope.events {
        defs.insert(event.name.into(), item(envelope, Of { event, annotated: false }));
    }
    schema.insert("$defs".into(), Value::Object(defs));
    Value::Object(schema)
}

fn head(provider: &Provider, name: &str, title: &str, description: &str) -> Map<String, Value> {
    let mut head = Map::new();
    head.insert("$schema".into(), json!(DIALECT));
    head.insert("$id".into(), json!(format!("{BASE}{}/{name}", provider.name)));
    head.insert("title".into(), json!(title));
    head.insert("description".into(), json!(description));
    head
}

/// The annotation of an event type that should not be relied on any more.
fn deprecated(event: &EventType) -> Option<(String, Value)> {
    event.deprecated.map(|_| ("deprecated".into(), Value::Bool(true)))
}

/// An event type's example, decoded.
#[must_use]
pub fn example(event: &EventType) -> Value {
    serde_json::from_str(event.example).unwrap_or_default()
}

/// What is around the events; it is the same for each of its event types.
fn wrapper(around: &Object, of: Of) -> Map<String, Value> {
    object(around, of, &|field| match field.shape {
        Shape::Events => json!({ "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/event" } }),
        shape => value(shape, field.nullable, of),
    })
}

fn item(envelope: &Envelope, of: Of) -> Value {
    let event = of.event;
    let mut schema = Map::new();
    schema.insert("title".into(), json!(event.title));
    schema.insert("description".into(), json!(event.description));
    schema.extend(deprecated(event));
    schema.extend(unwrapped(envelope, of));
    Value::Object(schema)
}

fn unwrapped(envelope: &Envelope, of: Of) -> Map<String, Value> {
    let event = of.event;
    let mut schema = object(event.shape, of, &|field| value(field.shape, field.nullable, of));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        // With one of these the body is something else.
        properties.extend(envelope.excluded.iter().map(|name| ((*name).into(), Value::Bool(false))));
    }
    let alike = |other: &&EventType<'_>| {
        let names = other.shape.fields.iter().map(|field| field.name);
        names.eq(event.shape.fields.iter().map(|field| field.name))
    };
    let has = |presence: Presence| event.shape.fields.iter().find(|field| field.presence == presence);
    let is_shared = envelope.events.iter().filter(alike).count() > 1;
    if let Some(name) = has(Presence::WithEnvelope)
        && (is_shared || has(Presence::Required).is_none())
        && let Some(Value::Array(required)) = schema.get_mut("required")
    {
        // Without its name it is not known: several event types have this shape, or it has no field of its own.
        required.push(json!(name.name));
    }
    schema
}

pub(super) fn object(object: &Object, of: Of, value: &dyn Fn(&Field) -> Value) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in object.fields {
        let mut schema = match value(field) {
            Value::Object(schema) => schema,
            _ => Map::new(),
        };
        if !field.doc.is_empty() {
            schema.insert("description".into(), json!(field.doc));
        }
        if of.annotated {
            x_hooklens::add(&mut schema, x_hooklens::field(field));
        }
        properties.insert(field.name.into(), Value::Object(schema));
    }
    let names = |presence: Presence| {
        object.fields.iter().filter(move |field| field.presence == presence).map(|field| field.name)
    };
    let mut schema = Map::new();
    schema.insert("type".into(), json!("object"));
    schema.insert("properties".into(), Value::Object(properties));
    schema.insert("required".into(), names(Presence::Required).collect());
    let envelope: Vec<&str> = names(Presence::Envelope).chain(names(Presence::WithEnvelope)).collect();
    if !envelope.is_empty() {
        let dependent = names(Presence::Envelope)
            .map(|name| (name.to_owned(), envelope.iter().copied().filter(|other| *other != name).collect()));
        schema.insert("dependentRequired".into(), Value::Object(dependent.collect()));
    }
    let together: Vec<&str> = names(Presence::Together).collect();
    if !together.is_empty() {
        let others = |name: &str| together.iter().copied().filter(|other| *other != name).collect();
        let dependent = together.iter().map(|name| ((*name).to_owned(), others(name)));
        schema.insert("dependentRequired".into(), Value::Object(dependent.collect()));
    }
    if of.annotated {
        x_hooklens::add(&mut schema, x_hooklens::object(object));
    }
    schema
}

pub(super) fn value(shape: Shape, nullable: bool, of: Of) -> Value {
    let event = of.event;
    let mut schema = match shape {
        // What was loaded has a schema of its own: it is not exported.
        Shape::Any | Shape::Events | Shape::Rules(_) | Shape::Defined(_) => json!({}),
        Shape::Never => return json!(false),
        Shape::Nullable(inner) => return value(*inner, true, of),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Text(rule) => text(&rule),
        Shape::Name => match event.aliases {
            [] => json!({ "const": event.name }),
            aliases => json!({ "enum": std::iter::once(&event.name).chain(aliases).collect::<Vec<_>>() }),
        },
        Shape::Number(Number::Any) => json!({ "type": "number" }),
        Shape::Number(Number::Share) => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Shape::Union(shapes) => {
            json!({ "anyOf": shapes.iter().map(|shape| value(*shape, false, of)).collect::<Vec<_>>() })
        }
        Shape::Integer(Integer::Flag) => json!({ "type": "integer", "enum": [0, 1] }),
        Shape::Integer(Integer::Count | Integer::Seconds) => json!({ "type": "integer", "minimum": 0 }),
        Shape::Time(rule) => time(rule),
        Shape::Array(items) if items.are_none() => json!({ "type": "array", "maxItems": 0 }),
        Shape::Array(items) => {
            let mut schema = json!({ "type": "array", "items": value(items.shape, false, of) });
            if items.not_empty
                && let Some(schema) = schema.as_object_mut()
            {
                schema.insert("minItems".into(), json!(1));
            }
            schema
        }
        Shape::Object(inner) => {
            let mut schema = object(inner, of, &|field| value(field.shape, field.nullable, of));
            if let Others::Each(shape) = inner.others {
                schema.insert("additionalProperties".into(), value(*shape, false, of));
            }
            Value::Object(schema)
        }
    };
    if of.annotated
        && let Some(schema) = schema.as_object_mut()
    {
        x_hooklens::add(schema, x_hooklens::shape(&shape));
    }
    if !nullable || schema.as_object().is_some_and(Map::is_empty) {
        return schema;
    }
    match schema {
        Value::Object(mut schema)
            if schema.get("type").is_some_and(Value::is_string) && !schema.contains_key("enum") =>
        {
            let kind = schema.get("type").cloned().unwrap_or_default();
            schema.insert("type".into(), json!([kind, "null"]));
            Value::Object(schema)
        }
        other => json!({ "anyOf": [other, { "type": "null" }] }),
    }
}

fn text(rule: &Text) -> Value {
    let mut schema = Map::new();
    schema.insert("type".into(), json!("string"));
    if rule.format_severity == Severity::Error {
        match rule.format {
            Format::NonEmpty => drop(schema.insert("minLength".into(), json!(1))),
            Format::Flag if !rule.or_empty => drop(schema.insert("enum".into(), json!(["0", "1"]))),
            format => {
                if let Some(name) = format.name().filter(|_| !rule.or_empty) {
                    schema.insert("format".into(), json!(name));
                }
            }
        }
        if let Some(pattern) = pattern(rule.format) {
            let pattern = if rule.or_empty { format!("^$|{pattern}") } else { pattern };
            schema.insert("pattern".into(), json!(pattern));
        }
    }
    if !rule.values.is_empty() {
        let values: Vec<&str> = rule.values.iter().map(|(value, _)| *value).collect();
        let keyword = match rule.values_severity {
            Severity::Error => "enum",
            Severity::Warning => "examples",
        };
        schema.insert(keyword.into(), json!(values));
    }
    Value::Object(schema)
}

fn pattern(format: Format) -> Option<String> {
    match format {
        Format::ObjectId => Some(object_id::PATTERN.to_owned()),
        Format::Uuid => Some(uuid::PATTERN.to_owned()),
        Format::Flag => Some("^[01]$".to_owned()),
        Format::Endpoint => Some(endpoint::PATTERN.to_owned()),
        Format::Url => Some(url::pattern()),
        Format::Uri => Some(uri::pattern()),
        // Of these the name says enough.
        _ => None,
    }
}

fn time(rule: Time) -> Value {
    let required = rule.no_offset == Some(Severity::Error);
    let mut text = json!({ "type": "string", "pattern": timestamp::pattern(rule.style, required) });
    if let Some(schema) = text.as_object_mut().filter(|_| rule.style == timestamp::Style::Rfc3339) {
        schema.insert("format".into(), json!("date-time"));
    }
    if rule.or_seconds { json!({ "anyOf": [text, { "type": "integer", "minimum": 0 }] }) } else { text }
}
