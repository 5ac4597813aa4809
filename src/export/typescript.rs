//! Catalog → TypeScript: every payload, every canonical form, and the unions of them.

use std::fmt::Write as _;

use crate::catalog::{Catalog, Row};
use crate::finding::Code;
use crate::format::Format;
use crate::shape::{
    Canonical, Envelope, EventType, Field, Integer, Object, Others, Presence, Severity, Shape, Text, Wrapper,
};

/// The whole of `events.d.ts`.
pub(super) fn declarations(catalog: &Catalog<'_>) -> String {
    let mut text = String::from("// Generated from the catalog by `npm run generate`.\n\n");
    let events: Vec<Row> = catalog.event_types().collect();
    let names = catalog.providers().iter().map(|provider| provider.name);
    text.push_str(&union("ProviderName", "Who sends events.", names.map(literal)));
    let ids = events.iter().map(|(provider, _, event)| literal(&format!("{}/{}", provider.name, event.name)));
    text.push_str(&union("EventId", "The identity of an event type: `provider/type`.", ids));
    text.push_str(&codes());
    text.push_str(&endpoint(catalog));
    for row in &events {
        text.push_str(&event(catalog, row));
    }
    text.push_str(&bodies(catalog, &events));
    let known = events.iter().map(|row| format!("{}Event", type_name(catalog, row)));
    text.push_str(&union(
        "KnownEvent",
        "An event with its payload as sent; checking `id` narrows it.",
        known,
    ));
    let canonical = events.iter().filter(|(_, _, event)| event.event);
    let canonical = canonical.map(|row @ (provider, _, event)| {
        let kind = literal(&format!("{}.{}", provider.reverse_dns, event.meaning));
        format!("CloudEventOf<{kind}, {}Data>", type_name(catalog, row))
    });
    text.push_str(&union("CloudEvent", "A normalized event; checking `type` narrows it.", canonical));
    text
}

/// An endpoint in its parts, with the parameters of every provider that are numbers.
fn endpoint(catalog: &Catalog<'_>) -> String {
    let mut text = String::from(ENDPOINT);
    let mut named: Vec<&str> = Vec::new();
    for parameter in catalog.providers().iter().flat_map(|provider| provider.parameters) {
        if named.contains(&parameter.canonical) {
            continue;
        }
        named.push(parameter.canonical);
        let kind = if parameter.integer == Integer::Seconds { "string" } else { "number" };
        let _ = writeln!(text, "  /** {} */\n  {}?: {kind};", parameter.doc, parameter.canonical);
    }
    text + "}\n\n" + CLOUD_EVENT
}

const ENDPOINT: &str = "/** A path of the provider's API, whole and in parts. */
export interface Endpoint {
  /** As it was sent. */
  url: string;
  path: string;
  /** The parameters, decoded; an array if one is repeated. */
  query: Record<string, string | string[]>;
";

const CLOUD_EVENT: &str = r#"/** A CloudEvents 1.0 event in the JSON format. */
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

"#;

fn codes() -> String {
    let mut text = String::from("/** What is wrong.\n *\n");
    for code in Code::ALL {
        let (code, doc) = (code.spelling(), code.meaning());
        let _ = writeln!(text, " * - `{code}`: {doc}");
    }
    text.push_str(" */\n");
    let _ = writeln!(
        text,
        "export type ProblemCode ={};\n",
        members(Code::ALL.iter().map(|code| literal(code.spelling())))
    );
    text
}

fn members(members: impl Iterator<Item = String>) -> String {
    members.fold(String::new(), |text, member| format!("{text}\n  | {member}"))
}

fn union(name: &str, doc: &str, of: impl Iterator<Item = String>) -> String {
    format!("/** {doc} */\nexport type {name} ={};\n\n", members(of))
}

fn literal(text: &str) -> String {
    format!("\"{text}\"")
}

/// `paybook`, `credentials.created` → `PaybookCredentialsCreated`; where two event types would have one name,
/// that of the one which stands alone says so: `PaybookFlatDocumentsCompleted`.
fn type_name(catalog: &Catalog<'_>, &(provider, envelope, event): &Row<'_>) -> String {
    let words = |event: &EventType| pascal(event.name);
    let is_taken = catalog.event_types().any(|(of, _, other)| {
        of.name == provider.name && other.name != event.name && words(other) == words(event)
    });
    let flat = is_taken && matches!(envelope.wrapper, Wrapper::None);
    format!("{}{}{}", pascal(provider.name), if flat { "Flat" } else { "" }, words(event))
}

fn pascal(name: &str) -> String {
    name.split(['.', '_']).fold(String::new(), |name, word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        name + &first.into_iter().chain(letters).collect::<String>()
    })
}

fn event(catalog: &Catalog<'_>, row: &Row<'_>) -> String {
    let &(provider, envelope, event) = row;
    let name = type_name(catalog, row);
    let deprecated = event.deprecated.map(|why| format!(" @deprecated {why}")).unwrap_or_default();
    let about = format!("{} Source: {}.{deprecated}", event.description, event.source);
    let inner = envelope.payload.and_then(|field| Some((field, &event.shape.field(field)?.shape)));
    let mut text = format!("/** The payload of `{}`. {about} */\n", event.name);
    let _ = match inner.map_or(&Shape::Object(event.shape), |(_, shape)| shape) {
        Shape::Object(object) => {
            writeln!(text, "export interface {name}Payload {}\n", sent(object, event, 0))
        }
        shape => match one_or_several(shape) {
            Some(object) => {
                let _ = writeln!(text, "export type {name}Payload = {name}Element[] | {name}Element;\n");
                let _ = writeln!(text, "/** One of what the payload of `{}` lists, or is. */", event.name);
                writeln!(text, "export interface {name}Element {}\n", sent(object, event, 0))
            }
            None => writeln!(text, "export type {name}Payload = {};\n", wire_shape(*shape, event, 0)),
        },
    };
    if let (Some((field, _)), Wrapper::Object { object: around, events, .. }) = (inner, &envelope.wrapper) {
        let _ = writeln!(text, "/** What is around the payload of `{}`. */", event.name);
        let _ = writeln!(text, "export interface {name}Envelope {{");
        let around = around.fields.iter().filter(|around| around.name != *events);
        for around in around.chain(event.shape.fields.iter().filter(|around| around.name != field)) {
            text.push_str(&member(around, &wire(around, event, 1), 1));
        }
        text.push_str("}\n\n");
    }
    let _ = writeln!(text, "/** `{}`: {} */", event.name, event.title);
    let _ = writeln!(text, "export interface {name}Event {{");
    let id = format!("{}/{}", provider.name, event.name);
    for (key, value) in [("id", id.as_str()), ("provider", provider.name), ("type", event.name)] {
        let _ = writeln!(text, "  {key}: {};", literal(value));
    }
    text.push_str(
        "  title: string;\n  /** RFC 6901: where the event is in the body. */\n  pointer: string;\n",
    );
    let _ = writeln!(text, "  payload: {name}Payload;");
    if inner.is_some() {
        let _ = writeln!(text, "  envelope: {name}Envelope;");
    }
    text.push_str("}\n\n");
    if event.event {
        let _ = writeln!(text, "/** The canonical data of `{}`. {} */", event.name, event.description);
        let _ = writeln!(text, "export interface {name}Data {{");
        let mut placed = Vec::new();
        data(&mut text, &mut placed, event.shape, envelope, event);
        text.push_str(&others(event.shape, 1));
        if let Wrapper::Object { object, .. } = envelope.wrapper {
            data(&mut text, &mut placed, object, envelope, event);
        }
        text.push_str("}\n\n");
    }
    text
}

/// What the events that arrive in an envelope arrive in, by id.
fn bodies(catalog: &Catalog<'_>, events: &[Row<'_>]) -> String {
    let mut text = String::from(
        "/** The whole body of each event that arrives in an envelope; that of any other is its payload. */\n\
         export interface EnvelopedBodies {\n",
    );
    for row @ (provider, envelope, event) in events {
        let (Some(payload), Wrapper::Object { object: around, .. }) = (envelope.payload, &envelope.wrapper)
        else {
            continue;
        };
        let name = type_name(catalog, row);
        let kind = |field: &Field<'_>| format!("{name}Envelope[{}]", literal(field.name));
        let of_event = event.shape.fields.iter().map(|field| match field.name == payload {
            true => member(&Field { doc: "", ..*field }, &format!("{name}Payload"), 3),
            false => member(&Field { doc: "", ..*field }, &kind(field), 3),
        });
        let inner = format!("{{\n{}    }}[]", of_event.collect::<String>());
        let _ = writeln!(text, "  {}: {{", literal(&format!("{}/{}", provider.name, event.name)));
        for field in around.fields {
            let kind = if matches!(field.shape, Shape::Events) { inner.clone() } else { kind(field) };
            text.push_str(&member(&Field { doc: "", ..*field }, &kind, 2));
        }
        text.push_str("  };\n");
    }
    text.push_str("}\n\n");
    text
}

/// The object that a shape is, or a list of such.
fn one_or_several<'c>(shape: &Shape<'c>) -> Option<&'c Object<'c>> {
    let names = |object: &Object<'c>| object.fields.iter().map(|field| field.name).collect::<Vec<_>>();
    match shape {
        Shape::Union([Shape::Array(items), Shape::Object(one)]) => match items.shape {
            Shape::Object(object) if names(object) == names(one) => Some(object),
            _ => None,
        },
        _ => None,
    }
}

fn member(field: &Field, kind: &str, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let optional = if field.presence == Presence::Required { "" } else { "?" };
    let doc = if field.doc.is_empty() { String::new() } else { format!("{indent}/** {} */\n", field.doc) };
    format!("{doc}{indent}{}{optional}: {kind};\n", field.name)
}

/// An object as it is sent.
fn sent(object: &Object, event: &EventType, depth: usize) -> String {
    if let Others::Each(shape) = object.others {
        return format!("Record<string, {}>", wire_shape(*shape, event, depth));
    }
    let fields = object.fields.iter().map(|field| member(field, &wire(field, event, depth + 1), depth + 1));
    format!("{{\n{}{}{}}}", fields.collect::<String>(), others(object, depth + 1), "  ".repeat(depth))
}

/// The members of an open object that are no fields.
fn others(object: &Object, depth: usize) -> String {
    match object.others {
        Others::Open => format!("{}[field: string]: unknown;\n", "  ".repeat(depth)),
        _ => String::new(),
    }
}

fn wire(field: &Field, event: &EventType, depth: usize) -> String {
    let kind = wire_shape(field.shape, event, depth);
    if field.nullable && kind != "unknown" { format!("{kind} | null") } else { kind }
}

fn wire_shape(shape: Shape, event: &EventType, depth: usize) -> String {
    match shape {
        Shape::Any | Shape::Events | Shape::Rules(_) | Shape::Defined(_) => "unknown".into(),
        Shape::Never => "never".into(),
        Shape::Nullable(inner) => format!("{} | null", wire_shape(*inner, event, depth)),
        Shape::Boolean => "boolean".into(),
        Shape::Text(rule) => text_kind(&rule),
        Shape::Name => {
            let names: Vec<String> =
                std::iter::once(&event.name).chain(event.aliases).map(|name| literal(name)).collect();
            names.join(" | ")
        }
        Shape::Integer(Integer::Flag) => "0 | 1".into(),
        Shape::Integer(_) | Shape::Number(_) => "number".into(),
        Shape::Union(shapes) => union_of(shapes, |shape| wire_shape(shape, event, depth)),
        Shape::Time(time) if time.or_seconds => "string | number".into(),
        Shape::Time(_) => "string".into(),
        Shape::Array(items) => array(&wire_shape(items.shape, event, depth)),
        Shape::Object(object) => sent(object, event, depth),
    }
}

/// What a value of one of these is, each type once; of none of them there is no value.
fn union_of(shapes: &[Shape], of: impl Fn(Shape) -> String) -> String {
    let mut kinds: Vec<String> = Vec::new();
    for kind in shapes.iter().map(|shape| of(*shape)) {
        let parts = if kind.contains('{') { vec![kind.as_str()] } else { kind.split(" | ").collect() };
        for part in parts {
            if kinds.iter().all(|known| known != part) {
                kinds.push(part.to_owned());
            }
        }
    }
    if kinds.is_empty() { "never".into() } else { kinds.join(" | ") }
}

fn array(of: &str) -> String {
    if of.contains(' ') { format!("({of})[]") } else { format!("{of}[]") }
}

fn text_kind(rule: &Text) -> String {
    if rule.format == Format::Flag {
        return r#""0" | "1""#.into();
    }
    if rule.values.is_empty() {
        return "string".into();
    }
    let values: Vec<String> = rule.values.iter().map(|(value, _)| literal(value)).collect();
    match rule.values_severity {
        Severity::Error => values.join(" | "),
        // Another value only warns: known ones are offered, none is ruled out.
        Severity::Warning => format!("{} | (string & {{}})", values.join(" | ")),
    }
}

/// The members of the canonical data that an object's fields become.
fn data<'c>(
    text: &mut String,
    placed: &mut Vec<&'c str>,
    object: &Object<'c>,
    envelope: &Envelope,
    event: &EventType,
) {
    for field in object.fields {
        let (name, called) = match (field.canonical, field.shape) {
            (Canonical::Type, _) | (_, Shape::Events) => continue,
            (Canonical::Inline, Shape::Object(inner)) => {
                data(text, placed, inner, envelope, event);
                continue;
            }
            (Canonical::As(name) | Canonical::List(name), _) => (name, None),
            (Canonical::Named(name, called), _) => (name, Some(called)),
            (Canonical::Same | Canonical::Inline, _) => (field.name, None),
        };
        let time = envelope.time == Some(field.name);
        if envelope.id == Some(field.name)
            || placed.contains(&name)
            || time && matches!(field.shape, Shape::Time(_))
        {
            continue;
        }
        placed.push(name);
        let mut shown = Field { name, ..*field };
        if time {
            shown.presence = Presence::Optional;
            shown.doc = "The time, only where it is none that RFC 3339 can say.";
        }
        let kind = match field.canonical {
            Canonical::List(_) => array(&canonical(element(field.shape), name, event, 1)),
            _ => canonical(field.shape, name, event, 1),
        };
        let kind = if field.nullable && kind != "unknown" { format!("{kind} | null") } else { kind };
        text.push_str(&member(&shown, &kind, 1));
        if let (Some(called), Shape::Text(rule)) = (called, field.shape) {
            let names: Vec<String> = rule.values.iter().map(|(_, name)| literal(name)).collect();
            let shown =
                Field { name: called, doc: "What that is called; null where it is not known.", ..shown };
            text.push_str(&member(&shown, &format!("{} | null", names.join(" | ")), 1));
        }
    }
}

fn canonical(shape: Shape, name: &str, event: &EventType, depth: usize) -> String {
    match shape {
        Shape::Any | Shape::Events | Shape::Rules(_) | Shape::Defined(_) => "unknown".into(),
        Shape::Never => "never".into(),
        Shape::Nullable(inner) => format!("{} | null", canonical(*inner, "", event, depth)),
        Shape::Boolean | Shape::Integer(Integer::Flag) => "boolean".into(),
        Shape::Text(Text { format: Format::Endpoint, .. }) => "Endpoint".into(),
        Shape::Text(Text { format: Format::Flag, .. }) => "boolean".into(),
        Shape::Text(rule) => text_kind(&rule),
        Shape::Name => "string".into(),
        Shape::Union(shapes) => union_of(shapes, |shape| canonical(shape, "", event, depth)),
        // A number that JavaScript cannot hold stays text.
        Shape::Integer(_) | Shape::Number(_) | Shape::Time(crate::shape::Time { or_seconds: true, .. }) => {
            "number | string".into()
        }
        Shape::Time(_) => "string".into(),
        Shape::Array(items) => {
            let list = array(&canonical(items.shape, "", event, depth));
            let grouped = !event.endpoints.is_empty() && !name.is_empty();
            if grouped { format!("{{ {}: {list} }}", event.endpoints) } else { list }
        }
        Shape::Object(Object { others: Others::Each(shape), .. }) => {
            format!("Record<string, {}>", canonical(**shape, "", event, depth))
        }
        Shape::Object(object) => {
            let fields = object.fields.iter().map(|field| {
                let kind = canonical(field.shape, "", event, depth + 1);
                let kind = if field.nullable && kind != "unknown" { format!("{kind} | null") } else { kind };
                let name = match field.canonical {
                    Canonical::As(name) => name,
                    _ => field.name,
                };
                member(&Field { name, ..*field }, &kind, depth + 1)
            });
            let indent = "  ".repeat(depth);
            format!("{{\n{}{}{indent}}}", fields.collect::<String>(), others(object, depth + 1))
        }
    }
}

/// What is in a list that may be sent as its one element.
fn element(shape: Shape) -> Shape {
    fn list<'c>(shape: &Shape<'c>) -> Option<Shape<'c>> {
        match shape {
            Shape::Array(items) => Some(items.shape),
            _ => None,
        }
    }
    match shape {
        Shape::Union(shapes) => shapes.iter().find_map(list).unwrap_or(shape),
        shape => list(&shape).unwrap_or(shape),
    }
}
