//! The keys that tell what an object may be, by what they look like: most objects have none of them, and need not be
//! looked at for each envelope. Also worked out at compile time, hence the loops.

use super::EnvelopeEntry;
use crate::json::document::look_of;
use crate::shape::{Envelope, Trust, Wrapper};

/// What the keys look like that tell most, wherever their object stands: where names stand, or what has them, and where
/// an envelope has its events.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Telling {
    /// A bit for the length of each, quotes included; none for those that are longer than 61.
    pub lengths: u64,
    /// A bit for what each looks like, see [`look_of`].
    pub looks: u64,
}

impl Telling {
    pub(super) const fn of(mut entries: &[EnvelopeEntry<'_>]) -> Telling {
        let mut telling = Telling { lengths: 0, looks: 0 };
        while let [entry, others @ ..] = entries {
            telling.add(name_key(entry.envelope));
            telling.add(list_key(entry.envelope));
            entries = others;
        }
        telling
    }

    const fn add(&mut self, key: Option<&str>) {
        let Some(key) = key else { return };
        if key.len() + 2 < 64 {
            self.lengths |= 1 << (key.len() + 2);
        }
        self.looks |= 1 << look_of(key.as_bytes());
    }
}

/// The key at which names stand, or what has them.
pub(crate) const fn name_key<'c>(envelope: &Envelope<'c>) -> Option<&'c str> {
    match envelope.name_at {
        [key, ..] => Some(key),
        [] => None,
    }
}

/// The key at which an envelope has its events, where they are marked.
pub(crate) const fn list_key<'c>(envelope: &Envelope<'c>) -> Option<&'c str> {
    match envelope.wrapper {
        Wrapper::Object { events, event_marks: [_, ..], .. } => Some(events),
        _ => None,
    }
}

/// Of each envelope, [`looks_of`] it.
// Const evaluation: an index out of bounds would be a compile error.
#[allow(clippy::indexing_slicing)]
pub(super) const fn looks<const N: usize>(entries: &[EnvelopeEntry<'_>; N]) -> [u64; N] {
    let mut looks = [0; N];
    let mut at = 0;
    while at < N {
        looks[at] = looks_of(entries[at].envelope);
        at += 1;
    }
    looks
}

/// A bit for the look of each key at the root of which a body of an envelope has one, unless that is misspelled: that of
/// the wrapper's events, or the first on the path to names; without a name one of the provider's own, the first of each
/// evidence, or the first that each event type must have.
pub(super) const fn looks_of(envelope: &Envelope<'_>) -> u64 {
    let mut looks = of_first(envelope.name_at);
    if let Wrapper::Object { events, .. } = envelope.wrapper {
        return looks | of_first(&[events]);
    }
    if matches!(envelope.trust, Trust::Mark) {
        let mut marks = envelope.marker_fields;
        while let [_, others @ ..] = marks {
            (looks, marks) = (looks | of_first(marks), others);
        }
        return looks;
    }
    let mut events = envelope.events;
    while let [event, others @ ..] = events {
        let mut evidence = event.evidence;
        while let [first, others @ ..] = evidence {
            (looks, evidence) = (looks | of_first(first.fields), others);
        }
        let mut fields = event.shape.fields;
        while let [field, others @ ..] = fields {
            if field.is_own() {
                looks |= of_first(&[field.name]);
                break;
            }
            fields = others;
        }
        events = others;
    }
    looks
}

const fn of_first(keys: &[&str]) -> u64 {
    match keys {
        [key, ..] => 1 << look_of(key.as_bytes()),
        [] => 0,
    }
}
