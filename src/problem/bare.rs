//! An event of an envelope that is not around it, and how to wrap it.

use super::{MessageBuffer, Part};
use crate::catalog::EnvelopeEntry;
use crate::json::string::{self, cat};
use crate::json::{Document, NodeId};
use crate::shape::{EventType, Presence, Wrapper};

pub(super) fn say(
    words: &mut MessageBuffer,
    document: &Document<'_>,
    at: NodeId,
    entry: &EnvelopeEntry<'_>,
    event: &EventType<'_>,
) {
    let Wrapper::Object { object, events, .. } = entry.envelope.wrapper else { return };
    let raw = string::halves(document.raw(at));
    words.say(Part::Expected, &["the ", entry.envelope.title]);
    words.say(Part::Found, &["one of its events alone: `", entry.provider.name, "/", event.name, "`"]);
    let start = words.text.len();
    words.add(&["put it in the array `", events, "` of an object"]);
    let mut between = " that has `";
    for field in object.fields {
        if field.presence == Presence::Required && field.name != events {
            words.add(&[between, field.name, "`"]);
            between = " and `";
        }
    }
    words.end(Part::Hint, start);
    words.say(Part::Title, &["Wrap it in `", events, "`"]);
    words.say(Part::Text, &[&wrapped(entry, &raw)]);
}

/// The text of an event with as much of its envelope around it as is known.
pub(crate) fn wrapped(entry: &EnvelopeEntry<'_>, event: &str) -> String {
    match entry.envelope.wrapper {
        Wrapper::Object { events, .. } => cat(&["{\"", &string::escaped(events), "\":[", event, "]}"]),
        _ => event.to_owned(),
    }
}
