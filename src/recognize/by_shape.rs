//! A flat event without a name, by its fields.

use super::{EventKind, Recognition, Recognizer};
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Envelope, EventType, Field, Object, Trust};

impl<'c> Recognizer<'_, 'c> {
    /// A flat event without a name: every event type that its fields fit.
    pub(super) fn by_shape(&mut self) -> Recognition<'c> {
        for entry in self.flat() {
            let envelope = entry.envelope;
            let is_named = self.name(envelope, Document::ROOT).is_some();
            let is_unmarked = envelope.trust == Trust::Mark && !self.is_marked(envelope);
            if is_named || is_unmarked || self.is_excluded(envelope) {
                continue;
            }
            let fitting = self.fitting(envelope);
            match *fitting {
                [] => {}
                [(index, event_type)] => {
                    return Recognition::Matched(self.alone(*entry, EventKind::Known(event_type, index)));
                }
                _ => {
                    let events = fitting.into_iter().map(|(_, event)| (entry.provider, event)).collect();
                    return Recognition::Ambiguous(events);
                }
            }
        }
        Recognition::Foreign
    }

    fn fitting(&self, envelope: &'c Envelope<'c>) -> Vec<(usize, &'c EventType<'c>)> {
        // Event types of one shape stand beside each other: it is looked at once.
        let mut last: Option<(&Object<'c>, bool)> = None;
        let fits = |(_, event): &(usize, &'c EventType<'c>)| {
            let looked_at = last.filter(|(shape, _)| std::ptr::eq(*shape, event.shape));
            let fits = looked_at.map_or_else(|| self.fits(envelope, event.shape), |(_, fits)| fits);
            last = Some((event.shape, fits));
            fits
        };
        envelope.events.iter().enumerate().filter(fits).collect()
    }

    /// Whether the root has every field that a shape requires, of a fitting kind, and hardly another:
    /// none of a sibling event type's, and at most one beside or a third of the known ones.
    fn fits(&self, envelope: &Envelope<'c>, shape: &Object<'c>) -> bool {
        let root = Document::ROOT;
        let mut any = false;
        for field in shape.fields.iter().filter(|field| field.is_own()) {
            any = true;
            if !self.may_have(root, field.name) {
                return false;
            }
            let Some(value) = self.document.get(root, field.name) else { return false };
            if !kind_fits(self.document, field, value) {
                return false;
            }
        }
        if !any {
            return false;
        }
        // With more members than this, repeated ones aside, it does not fit; a large body is not gone through.
        let most = 2 * shape.fields.len() + 2;
        if self.document.members(root).take(most + 1).count() > most {
            return false;
        }
        let (mut expected, mut unexpected) = (0, 0);
        for (key, _) in self.document.members(root) {
            let key = self.document.node(key);
            let is = |field: &Field<'_>| self.document.is(key, field.name);
            if shape.fields.iter().any(is) {
                expected += 1;
            } else if envelope.events.iter().any(|sibling| sibling.shape.fields.iter().any(is)) {
                return false;
            } else {
                unexpected += 1;
            }
        }
        unexpected <= 1 || unexpected * 3 <= expected
    }
}

/// Whether a value is of the JSON type that a field has.
pub(crate) fn kind_fits(document: &Document<'_>, field: &Field<'_>, value: NodeId) -> bool {
    match document.node(value).kind {
        Kind::Null => field.nullable,
        kind => field.shape.is_of(kind),
    }
}
