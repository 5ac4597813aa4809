//! Events in something that is around them: an envelope, a list, an answer.

use super::{EventKind, EventNode, MatchedEnvelope, Recognition, Recognizer};
use crate::catalog::EnvelopeEntry;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Envelope, EventType, Evidence, Field, Items, Shape, Wrapper};
use crate::suggest;

/// So many names of a list are looked at for one that is known.
const MOST_NAMES: usize = 100;

impl<'c> Recognizer<'_, 'c> {
    /// The field of a wrapper with the events in it, where something tells that it is that wrapper.
    pub(super) fn wrapped(
        &self,
        field: impl Fn(&str) -> Option<NodeId>,
    ) -> Option<(EnvelopeEntry<'c>, NodeId)> {
        for entry in self.envelopes {
            let Wrapper::Object { events, marks, event_marks, .. } = entry.envelope.wrapper else { continue };
            // Without marks of their own, the events themselves tell: see `by_evidence`.
            if event_marks.is_empty() {
                continue;
            }
            let is_beside = || marks.iter().any(|mark| self.has(Document::ROOT, mark));
            // It is looked for among misspelled names only where it may be.
            if self.root_keys.get().is_some_and(|keys| !keys.has_array) && !is_beside() {
                continue;
            }
            let Some(value) = field(events) else { continue };
            let marked = |event: NodeId| event_marks.iter().any(|mark| self.has(event, mark));
            let text = |event: NodeId| self.document.node(event).kind == Kind::String;
            if self.document.elements(value).any(marked)
                || is_beside() && !self.document.elements(value).any(text)
            {
                return Some((*entry, value));
            }
        }
        None
    }

    /// The last of the body's first members whose key is nearly that.
    pub(super) fn nearly_named_member(&self, name: &str) -> Option<NodeId> {
        self.near_keys(name).last().map(|(key, _)| key + 1)
    }

    /// The elements of an array as the events of an envelope, each by its own name.
    pub(super) fn listed(&mut self, entry: EnvelopeEntry<'c>, events: NodeId) -> Recognition<'c> {
        for node in self.document.elements(events) {
            let kind = match self.name(entry.envelope, node) {
                None => EventKind::Unnamed,
                Some(name) => self.event_type(&entry, name).unwrap_or(EventKind::Unknown(name)),
            };
            self.events.push(EventNode { node, kind });
        }
        Recognition::Matched(MatchedEnvelope { entry, listed: true })
    }

    /// One event by itself of those that a wrapper has.
    pub(super) fn bare(&self) -> Option<(EnvelopeEntry<'c>, &'c EventType<'c>)> {
        self.possible().find_map(|entry| {
            let Wrapper::Object { event_marks: [_, ..], .. } = entry.envelope.wrapper else { return None };
            match self.event_type(entry, self.name(entry.envelope, Document::ROOT)?)? {
                EventKind::Known(event, _) => Some((*entry, event)),
                _ => None,
            }
        })
    }

    /// Event types without a name, told by their fields: alone, listed, or in a wrapper.
    pub(super) fn by_evidence(&mut self) -> Option<MatchedEnvelope<'c>> {
        for entry in self.possible() {
            if !entry.envelope.name_at.is_empty() || entry.envelope.by_fit {
                continue;
            }
            let Some((at, marked)) = self.place_of_events(entry.envelope) else { continue };
            if !marked {
                continue;
            }
            let listed = self.document.node(at).kind == Kind::Array;
            if listed {
                for node in self.document.elements(at) {
                    let kind = self.evident(entry.envelope, node);
                    self.events.push(EventNode { node, kind });
                }
            } else {
                let kind = self.evident(entry.envelope, at);
                self.events.push(EventNode { node: at, kind });
            }
            if self.events.iter().any(|event| matches!(event.kind, EventKind::Known(..))) {
                return Some(MatchedEnvelope { entry: *entry, listed });
            }
            self.events.clear();
        }
        None
    }

    /// Where the events of an envelope stand in the body, and whether something around them tells that it is
    /// that envelope.
    pub(super) fn place_of_events(&self, envelope: &Envelope<'c>) -> Option<(NodeId, bool)> {
        let root = Document::ROOT;
        match envelope.wrapper {
            Wrapper::None | Wrapper::List => Some((root, true)),
            Wrapper::Object { events, marks, .. } => {
                if !self.may_have(root, events) {
                    return None;
                }
                let value = self.document.get(root, events)?;
                Some((value, marks.iter().any(|mark| self.has(root, mark))))
            }
        }
    }

    fn evident(&self, envelope: &Envelope<'c>, event: NodeId) -> EventKind<'c> {
        let tells = |evidence: &Evidence<'_>| {
            evidence.fields.iter().all(|field| self.has(event, field))
                && evidence.names_in.is_none_or(|field| self.names_known(envelope, event, field))
        };
        let index = envelope.events.iter().position(|event_type| event_type.evidence.iter().any(tells));
        index
            .and_then(|index| Some(EventKind::Known(envelope.events.get(index)?, index)))
            .unwrap_or(EventKind::Other)
    }

    /// Whether an array of an event has a name that its field's shape lists, or nearly.
    fn names_known(&self, envelope: &Envelope<'c>, event: NodeId, field: &str) -> bool {
        let mut names: Vec<&str> = Vec::new();
        for event_type in envelope.events {
            if let Some(Field { shape: Shape::Array(Items { shape: Shape::Text(text), .. }), .. }) =
                event_type.shape.field(field)
            {
                names.extend(text.values.iter().map(|(name, _)| *name));
            }
        }
        let Some(array) = self.document.get(event, field) else { return false };
        self.document.elements(array).take(MOST_NAMES).any(|element| {
            let text = self.text(element);
            names.iter().any(|name| *name == text || suggest::near(&text, name).is_some())
        })
    }
}
