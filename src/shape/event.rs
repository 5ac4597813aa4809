//! Who sends which events, what is around them, and how to tell which one a body is.

use super::{Integer, Object, Shape};
use crate::json::document::equal;

/// Who sends events.
#[derive(Debug)]
pub struct Provider<'c> {
    /// Its name in an event's identity, like `seam` in `seam/acs_credential.deleted`.
    pub name: &'c str,
    /// Its name for people.
    pub title: &'c str,
    /// Its domain in reverse, the start of a CloudEvents `type`.
    pub reverse_dns: &'c str,
    /// The parameters of its endpoints' queries that are numbers.
    pub parameters: &'c [Parameter<'c>],
    /// How its events arrive.
    pub envelopes: &'c [Envelope<'c>],
}

impl<'c> Provider<'c> {
    /// The names of its events, each with its event type; those of what is no event are no names on the wire.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&'c str, &'c EventType<'c>)> {
        let sent = self.envelopes.iter().flat_map(|envelope| envelope.events);
        sent.filter(|event| event.event).map(|event| (event.name, event))
    }
}

/// A parameter of an endpoint's query that is a number.
#[derive(Clone, Copy, Debug)]
pub struct Parameter<'c> {
    /// Its name in the query.
    pub name: &'c str,
    /// Its name in the canonical form.
    pub canonical: &'c str,
    /// What number it is.
    pub integer: Integer,
    /// What it means.
    pub doc: &'c str,
}

/// A way in which events arrive: what is around an event, and how to tell which one it is.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'c> {
    /// Its name for people, such as "Paybook Sync 3.1 envelope".
    pub title: &'c str,
    /// What is around the event.
    pub wrapper: Wrapper<'c>,
    /// The path to the event's name, inside the event. Empty if it has none, see [`EventType::evidence`].
    pub name_at: &'c [&'c str],
    /// Fields that only this provider has: next to one of them, even a name that is not in the catalog is taken
    /// for an event of this provider.
    pub marker_fields: &'c [&'c str],
    /// When a name that is in the catalog is enough to recognize the event.
    pub trust: Trust,
    /// Fields that a delivery never has: a body with one of them is something else.
    pub excluded: &'c [&'c str],
    /// Keys under which the provider's API answers with events, one or several: an answer is no delivery.
    pub answers: &'c [&'c str],
    /// The field of the event that holds its payload; without one, the whole event is the payload.
    pub payload: Option<&'c str>,
    /// The event types that arrive in it.
    pub events: &'c [EventType<'c>],
    /// What an event is checked against when it lacks its name.
    pub unnamed: &'c Object<'c>,
    /// The field with the provider's id for the event; without one, the id is a hash of the content.
    pub id: Option<&'c str>,
    /// The field that says when it happened.
    pub time: Option<&'c str>,
    /// The fields that name the tenant, each after the path segment that precedes its value in a CloudEvents
    /// `source`.
    pub source: &'c [(&'c str, &'c str)],
    /// Whether a body tells which of the event types it is by which of their schemas it fits.
    pub by_fit: bool,
}

/// When a name that is in the catalog is enough to recognize the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Always: nobody else spells names like this provider.
    Name,
    /// Next to a marker field, or if the body has nothing else: others use the name as well.
    Alone,
    /// Only next to a marker field.
    Mark,
}

/// What is around an event.
#[derive(Clone, Copy, Debug)]
pub enum Wrapper<'c> {
    /// Nothing: the body is the event.
    None,
    /// Nothing, or an array: each element is one.
    List,
    /// An object; its field of [`super::Shape::Events`] has the event, or an array of them.
    Object {
        /// The whole body.
        object: &'c Object<'c>,
        /// The name of that field.
        events: &'c str,
        /// Whether one event may stand there without an array.
        single: bool,
        /// Fields of the body, one of which tells that it is this wrapper.
        marks: &'c [&'c str],
        /// Fields of its events, one of which tells it as well.
        event_marks: &'c [&'c str],
    },
}

/// A kind of event.
#[derive(Clone, Copy, Debug)]
pub struct EventType<'c> {
    /// Its name on the wire, in its canonical spelling; the second half of its identity.
    pub name: &'c str,
    /// Other spellings that mean the same.
    pub aliases: &'c [&'c str],
    /// A short title for people.
    pub title: &'c str,
    /// One or more sentences for people.
    pub description: &'c str,
    /// The provider's document that describes it.
    pub source: &'c str,
    /// What the event must be, its name included.
    pub shape: &'c Object<'c>,
    /// What the event must be where that is more than its fields; then `shape` has those of them that are plain.
    pub schema: Option<Shape<'c>>,
    /// For events without a name: sets of fields, any of which identifies this event type.
    pub evidence: &'c [Evidence<'c>],
    /// `false` for a body about a webhook's registration, which is not an event.
    pub event: bool,
    /// What it means, the same for all versions of the event: the end of its CloudEvents `type`.
    pub meaning: &'c str,
    /// The field with the id of the resource that it is about.
    pub subject: Option<&'c str>,
    /// Pairs of paths to ids that should be equal; if they differ, the first takes precedence.
    pub must_match: &'c [(&'c [&'c str], &'c [&'c str])],
    /// The group that a plain list of endpoints belongs to.
    pub endpoints: &'c str,
    /// A whole valid body, as JSON text.
    pub example: &'c str,
    /// Whether the example was made from the published fields, because the provider publishes none.
    pub example_is_made: bool,
    /// Why it is deprecated, in the provider's words; `None` if it is not.
    pub deprecated: Option<&'c str>,
}

impl<'c> EventType<'c> {
    /// An empty event type: the defaults for what an entry leaves out.
    pub const BLANK: EventType<'c> = EventType {
        name: "",
        aliases: &[],
        title: "",
        description: "",
        source: "",
        shape: &Object::of(&[]),
        schema: None,
        evidence: &[],
        event: true,
        meaning: "",
        subject: None,
        must_match: &[],
        endpoints: "",
        example: "",
        example_is_made: false,
        deprecated: None,
    };

    /// Whether a name on the wire means this event type.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.has_name(name.as_bytes())
    }

    /// The same for the bytes of a body.
    #[inline]
    pub(crate) fn has_name(&self, name: &[u8]) -> bool {
        equal(name, self.name.as_bytes()) || self.aliases.iter().any(|alias| equal(name, alias.as_bytes()))
    }
}

/// Fields that together identify an event type without a name.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'c> {
    /// All of them must be present.
    pub fields: &'c [&'c str],
    /// A field that holds an array of names, at least one of which must be known (or nearly).
    pub names_in: Option<&'c str>,
}
