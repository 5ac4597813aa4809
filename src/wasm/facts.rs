//! What numbers stand for at the boundary: codes, severities, statuses, and the rows of the catalog.

use serde::{Serialize, Serializer};

use crate::catalog::{Catalog, Row};
use crate::shape::{Object, Wrapper};
use crate::{Code, Severity, Status};

/// A fact, as plain data. One type for all of them, for each is compiled anew; and objects are made as maps
/// are, for a struct would bring a table of its fields' names, 3 KB of code.
pub(super) enum Fact<'c> {
    Text(&'c str),
    Flag(bool),
    List(Vec<Fact<'c>>),
    Object(Vec<(&'static str, Fact<'c>)>),
}

impl Serialize for Fact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Fact::Text(text) => serializer.serialize_str(text),
            Fact::Flag(flag) => serializer.serialize_bool(*flag),
            Fact::List(facts) => serializer.collect_seq(facts),
            Fact::Object(facts) => serializer.collect_map(facts.iter().map(|(name, fact)| (name, fact))),
        }
    }
}

impl<'c> Fact<'c> {
    fn texts(texts: impl IntoIterator<Item = &'c str>) -> Self {
        Fact::List(texts.into_iter().map(Fact::Text).collect())
    }

    /// An event type in an envelope: also the field of the body that its events stand in, the field of an event
    /// that is its payload, or nothing, and the other fields of the body.
    fn row((provider, envelope, event): Row<'c>) -> Self {
        let (object, field) = match envelope.wrapper {
            Wrapper::Object { object, events, .. } => (object, events),
            _ => (&Object::of(&[]), ""),
        };
        let others = object.fields.iter().map(|field| field.name).filter(|name| *name != field);
        Fact::Object(vec![
            ("provider", Fact::Text(provider.name)),
            ("type", Fact::Text(event.name)),
            ("title", Fact::Text(event.title)),
            ("isEvent", Fact::Flag(event.event)),
            ("providerTitle", Fact::Text(provider.title)),
            ("envelopeTitle", Fact::Text(envelope.title)),
            ("field", Fact::Text(field)),
            ("payload", Fact::Text(envelope.payload.unwrap_or_default())),
            ("envelopeFields", Fact::texts(others)),
        ])
    }
}

/// The facts of a catalog.
pub(super) fn of<'c>(catalog: &Catalog<'c>) -> Fact<'c> {
    let severities = [Severity::Error, Severity::Warning].map(Severity::spelling);
    let statuses = [Status::Valid, Status::Invalid, Status::Unknown, Status::Malformed].map(Status::spelling);
    Fact::Object(vec![
        ("codes", Fact::texts(Code::ALL.iter().map(|code| code.spelling()))),
        ("severities", Fact::texts(severities)),
        ("statuses", Fact::texts(statuses)),
        ("rows", Fact::List(catalog.rows().map(Fact::row).collect())),
    ])
}
