//! An event of an envelope that is not around it, and how to wrap it.

use super::{MessageBuffer, Part};
use crate::catalog::EnvelopeEntry;
use crate::shape::{EventType, Presence, Wrapper};

pub(super) fn say(words: &mut MessageBuffer, entry: &EnvelopeEntry<'_>, event: &EventType<'_>) {
    let Wrapper::Object { object, events, .. } = entry.envelope.wrapper else { return };
    words.say(Part::Expected, &["the ", entry.envelope.title]);
    words.say(Part::Found, &["one of its events alone: `", entry.provider.name, "/", event.name, "`"]);
    let start = words.text.len();
    words.add(&["wrap it: it belongs in the array `", events, "` of an object"]);
    let mut between = " that has `";
    for field in object.fields {
        if field.presence == Presence::Required && field.name != events {
            words.add(&[between, field.name, "`"]);
            between = " and `";
        }
    }
    words.end(Part::Hint, start);
}
