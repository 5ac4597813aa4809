//! A body that is none of the events, but has much of them: what it is in place of one.

use super::root_keys::RootKeys;
use super::{EventKind, Recognizer};
use crate::catalog::EnvelopeEntry;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{EventType, Presence};

/// What a body is like, and what it is not.
#[derive(Clone, Debug)]
pub struct Likeness<'c> {
    /// The envelope whose events it is like.
    pub entry: EnvelopeEntry<'c>,
    /// The field that it has and no delivery.
    pub excluded: Option<&'c str>,
    /// Keys that differ from those of the events in case or separators, each with the one that the events have.
    pub spelled: Vec<(NodeId, &'c str)>,
    /// The event types whose fields it has, spelled so.
    pub events: Vec<&'c EventType<'c>>,
}

impl<'c> Recognizer<'_, 'c> {
    /// What the body, or the first of a list, is like.
    #[cold]
    #[inline(never)]
    pub(super) fn likeness(&self) -> Option<Likeness<'c>> {
        let root = Document::ROOT;
        let object = match self.document.node(root).kind {
            Kind::Array => self.document.elements(root).next()?,
            _ => root,
        };
        let of_element;
        let keys = match object {
            Document::ROOT => self.root_keys()?,
            _ => {
                of_element = RootKeys::of(self.document, object);
                &of_element
            }
        };
        self.flat().find_map(|entry| {
            let name = self.name(entry.envelope, object)?;
            let of = Likeness { entry: *entry, excluded: None, spelled: Vec::new(), events: Vec::new() };
            if let Some(EventKind::Known(..)) = self.event_type(entry, name) {
                let excluded = entry.envelope.excluded.iter().find(|field| self.has(object, field));
                return Some(Likeness { excluded: Some(excluded?), ..of });
            }
            let alike = |known: &'c str| {
                let mut near = self.near_among(&keys.letters, known);
                near.find_map(|(key, far)| (far == 0).then_some((key, known)))
            };
            let mut spelled: Vec<_> =
                entry.envelope.marker_fields.iter().copied().filter_map(alike).collect();
            if spelled.is_empty() {
                return None;
            }
            let mut events = Vec::new();
            for event in entry.envelope.events {
                let own = event.shape.fields.iter().filter(|field| field.presence == Presence::Required);
                let found: Vec<_> = own.clone().filter_map(|field| alike(field.name)).collect();
                if !found.is_empty() && found.len() == own.count() {
                    let new =
                        found.into_iter().filter(|(key, _)| spelled.iter().all(|(other, _)| other != key));
                    spelled.extend(new.collect::<Vec<_>>());
                    events.push(event);
                }
            }
            (!events.is_empty()).then_some(Likeness { spelled, events, ..of })
        })
    }
}
