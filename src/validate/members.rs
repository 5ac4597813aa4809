//! The members of an object: which field each is, and which fields are missing.

use super::{Detail, Walker};
use crate::finding::Code;
use crate::json::{Document, NodeId};
use crate::shape::{Field, LOADS, Object, Presence};

/// So many fields have their places on the stack; those of a larger object take memory for them.
const FEW_FIELDS: usize = 16;

/// More than so many fields of an object are work, whether its members are.
const MANY_FIELDS: usize = 256;

impl<'c> Walker<'_, 'c> {
    #[inline(always)]
    pub(super) fn object(&mut self, id: NodeId, object: &'c Object<'c>) {
        match object.fields.len() {
            0 if object.patterns.is_empty() && self.has_few_distinct_keys(id) => self.others(id, object),
            0..=FEW_FIELDS => self.members(id, object, &mut [Document::ROOT; FEW_FIELDS]),
            count => self.many_members(id, object, count),
        }
    }

    #[inline(never)]
    fn many_members(&mut self, id: NodeId, object: &'c Object<'c>, count: usize) {
        if count <= MANY_FIELDS || self.works(count as u64) {
            self.members(id, object, &mut vec![Document::ROOT; count]);
        }
    }

    /// The members of an object; `slots` has room for the place of each field's value.
    #[inline(never)]
    fn members(&mut self, id: NodeId, object: &'c Object<'c>, slots: &mut [NodeId]) {
        if !self.descends() {
            return;
        }
        let first_extra = self.extras.len();
        let mut expected = 0;
        let mut members = self.document.members(id);
        while let Some((key, node, _)) = members.next_pair() {
            if let (Some(field), Some(slot)) = (object.fields.get(expected), slots.get_mut(expected))
                && *slot == Document::ROOT
                && self.document.is_inlined(node, field.name)
            {
                *slot = key + 1;
                expected += 1;
                continue;
            }
            if object.fields.len() > MANY_FIELDS && !self.works(object.fields.len() as u64 / 16) {
                break;
            }
            let Some(index) = object.index_of(self.document, node, expected) else {
                if !LOADS || object.patterns.is_empty() || !self.is_patterned(key, object) {
                    self.extras.push(key);
                } else {
                    self.names_prototype(key);
                }
                continue;
            };
            expected = index + 1;
            if let Some(slot) = slots.get_mut(index) {
                if *slot != Document::ROOT {
                    self.findings.warning(Code::DuplicateKey, key, Detail::Duplicate);
                }
                *slot = key + 1;
            }
        }
        if self.extras.len() > first_extra {
            self.unexpected(object, slots, first_extra);
        }
        if LOADS && !object.patterns.is_empty() {
            self.patterned(id, object);
        }
        let anchored = object.anchor.is_some_and(|anchor| self.drop_anchor(object, anchor, slots));
        let (mut bare, mut apart) = (false, false);
        for (field, &value) in object.fields.iter().zip(&*slots) {
            match field.presence {
                _ if value != Document::ROOT => self.value(value, &field.shape, field.nullable),
                Presence::Required => self.findings.error(Code::MissingField, id, Detail::Missing(field)),
                Presence::Envelope | Presence::WithEnvelope => bare = true,
                Presence::Together => apart = true,
                Presence::Optional => {}
            }
        }
        if bare {
            self.envelope_lacks(id, object, slots);
        }
        if apart {
            self.together(id, object, slots);
        }
        if anchored {
            self.weigh_anchor();
        }
        self.rises();
    }

    #[inline(never)]
    fn envelope_lacks(&mut self, id: NodeId, object: &'c Object<'c>, slots: &[NodeId]) {
        let is_part = |(field, value): (&Field<'c>, &NodeId)| {
            *value != Document::ROOT && field.presence == Presence::Envelope
        };
        if !object.fields.iter().zip(slots).any(is_part) {
            self.findings.warning(Code::MissingEnvelope, id, Detail::Envelope(object));
            return;
        }
        for (field, _) in object.fields.iter().zip(slots).filter(|(_, value)| **value == Document::ROOT) {
            if matches!(field.presence, Presence::Envelope | Presence::WithEnvelope) {
                self.findings.error(Code::MissingField, id, Detail::Missing(field));
            }
        }
    }

    /// Of fields that stand together or not at all, those that are missing beside others.
    #[cold]
    fn together(&mut self, id: NodeId, object: &'c Object<'c>, slots: &[NodeId]) {
        let fields =
            || object.fields.iter().zip(slots).filter(|(field, _)| field.presence == Presence::Together);
        if fields().all(|(_, value)| *value == Document::ROOT) {
            return;
        }
        for (field, _) in fields().filter(|(_, value)| **value == Document::ROOT) {
            self.findings.error(Code::MissingField, id, Detail::Missing(field));
        }
    }
}
