//! A flat event by its name: known, not known, or under a misspelled key.

use super::{EventKind, MatchedEnvelope, Recognizer, is_flat};
use crate::catalog::EnvelopeEntry;
use crate::json::document::equal;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Envelope, Provider, Trust};
use crate::suggest::letters_of;

impl<'c> Recognizer<'_, 'c> {
    /// A flat event whose name is in the catalog.
    pub(super) fn named(&mut self) -> Option<MatchedEnvelope<'c>> {
        // Envelopes that have their names in one place are looked at there once.
        let mut looked: (&[&str], Option<NodeId>) = (&[], None);
        let entries = self.envelopes;
        for entry in entries.iter().filter(|entry| is_flat(entry)) {
            let name_at = entry.envelope.name_at;
            if !is_same_path(looked.0, name_at) {
                looked = (name_at, self.name(entry.envelope, Document::ROOT));
            }
            let Some(name) = looked.1 else { continue };
            let Some(kind) = self.event_type(entry, name) else { continue };
            if self.trusts(entry.envelope) {
                return Some(self.alone(*entry, kind));
            }
        }
        None
    }

    /// Whether a known name at the root is to be believed.
    fn trusts(&self, envelope: &Envelope<'c>) -> bool {
        // A key that is repeated is one.
        let is_alone = || {
            let mut keys = self.document.members(Document::ROOT).map(|(key, _)| self.text(key));
            keys.next().is_some_and(|first| keys.all(|key| key == first))
        };
        !self.is_excluded(envelope)
            && match envelope.trust {
                Trust::Name => true,
                Trust::Alone => self.is_marked(envelope) || is_alone() || self.is_nearly_marked(envelope),
                Trust::Mark => self.is_marked(envelope) || self.is_nearly_marked(envelope),
            }
    }

    #[inline(always)]
    pub(super) fn is_excluded(&self, envelope: &Envelope<'c>) -> bool {
        envelope.excluded.iter().any(|name| self.has(Document::ROOT, name))
    }

    #[inline(always)]
    pub(super) fn is_marked(&self, envelope: &Envelope<'c>) -> bool {
        envelope.marker_fields.iter().any(|name| self.has(Document::ROOT, name))
    }

    fn is_nearly_marked(&self, envelope: &Envelope<'c>) -> bool {
        envelope.marker_fields.iter().any(|mark| self.near_keys(mark).next().is_some())
    }

    /// A flat event with a name that is not in the catalog, its provider being known all the same: by
    /// a field of the provider's own, or by a name that is nearly one of the catalog's.
    pub(super) fn misnamed(&mut self) -> Option<MatchedEnvelope<'c>> {
        let mut named: Vec<(&EnvelopeEntry<'c>, NodeId)> = Vec::new();
        for entry in self.flat() {
            if let Some(name) = self.name(entry.envelope, Document::ROOT)
                && !self.is_excluded(entry.envelope)
            {
                named.push((entry, name));
            }
        }
        let nearly = |(entry, name): &&(&EnvelopeEntry<'c>, NodeId)| {
            // That asks for less than all the names.
            self.trusts(entry.envelope) && self.is_nearly_sent(entry.provider, *name)
        };
        let marked = |(entry, name): &&(&EnvelopeEntry<'c>, NodeId)| {
            self.is_marked(entry.envelope) && self.event_type(entry, *name).is_none()
        };
        let (entry, name) = *named.iter().find(nearly).or_else(|| named.iter().find(marked))?;
        Some(self.alone(*entry, EventKind::Unknown(name)))
    }

    /// Whether a string is nearly the name of an event that a provider sends.
    fn is_nearly_sent(&self, provider: &Provider<'c>, name: NodeId) -> bool {
        let name = [(name, letters_of(self.text(name).as_bytes()))];
        let mut sent = provider.envelopes.iter().flat_map(|envelope| envelope.events);
        sent.any(|event| self.near_among(&name, event.name).next().is_some())
    }

    /// A flat event whose name is in the catalog, its key being misspelled.
    pub(super) fn with_misspelt_key(&mut self) -> Option<MatchedEnvelope<'c>> {
        let root = Document::ROOT;
        // A key at which names stand, and no key is nearly that: it is the one of several envelopes.
        let mut far = None;
        let entries = self.envelopes;
        for entry in entries.iter().filter(|entry| is_flat(entry)) {
            let Some(key_name) = entry.envelope.name_at.first() else { continue };
            if far == Some(*key_name) || self.has(root, key_name) {
                continue;
            }
            let named = |value| match self.document.node(value).kind {
                Kind::String => self.event_type(entry, value),
                _ => None,
            };
            far = Some(*key_name);
            let found = self.near_keys(key_name).find_map(|(key, _)| {
                far = None;
                named(key + 1)
            });
            if let Some(kind) = found.filter(|_| self.trusts(entry.envelope)) {
                return Some(self.alone(*entry, kind));
            }
        }
        None
    }
}

fn is_same_path(path: &[&str], other: &[&str]) -> bool {
    match (path, other) {
        ([key], [other]) => equal(key.as_bytes(), other.as_bytes()),
        _ => false,
    }
}
