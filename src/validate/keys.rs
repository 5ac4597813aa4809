//! Keys that no field has: misspelled, unexpected, repeated, dangerous.

use std::borrow::Cow;

use super::{Detail, Walker};
use crate::finding::{Code, Severity};
use crate::json::document::{Node, equal, same};
use crate::json::map::{Map, hash};
use crate::json::string::readable;
use crate::json::{Document, Kind, NodeId, sort};
use crate::recognize::{MOST_COMPARED, kind_fits};
use crate::shape::{Field, Object, Others, Presence};
use crate::suggest;

/// So many keys are compared with each other without memory of their own.
const FEW_KEYS: usize = 8;

/// The hashes of so many keys are compared with each other without memory of their own.
const MANY_KEYS: usize = 64;

/// Whether a member that is no field is told.
fn are_told(others: Others<'_>) -> bool {
    matches!(others, Others::Unexpected | Others::Forbidden)
}

/// How bad such a member is.
fn unexpected(others: Others<'_>) -> Severity {
    if matches!(others, Others::Forbidden) { Severity::Error } else { Severity::Warning }
}

impl<'c> Walker<'_, 'c> {
    /// Keys that no field has: misspellings of fields that are absent, or unexpected.
    pub(super) fn unexpected(&mut self, object: &'c Object<'c>, slots: &mut [NodeId], first_extra: usize) {
        let extras = self.extras.get(first_extra..).unwrap_or_default();
        let mut keys: Vec<(NodeId, NodeId)> = extras.iter().map(|key| (*key, key + 1)).collect();
        self.extras.truncate(first_extra);
        self.repeated(&mut keys);
        let text = |key: NodeId| readable(self.document.inner(self.document.node(key)));
        let mut near: Vec<(usize, usize, usize)> = Vec::new();
        let others_told = are_told(object.others);
        // Where other members are welcome, only a field that must be there is told to be misspelled, and is one fault
        // as it would be if it were missing.
        let is_told = |(field, slot): (&Field<'c>, &NodeId)| {
            let is_open =
                !others_told && (field.presence == Presence::Optional || self.findings.are_on_trial());
            *slot == Document::ROOT && !is_open
        };
        let any_told = object.fields.iter().zip(slots.iter()).any(is_told);
        let pairs = keys.len().min(MOST_COMPARED) * object.fields.len();
        let compared = if any_told && self.works(pairs as u64 / 4) { MOST_COMPARED } else { 0 };
        for (at, (key, _)) in keys.iter().take(compared).enumerate() {
            let key = text(*key);
            for (index, (field, slot)) in object.fields.iter().zip(slots.iter()).enumerate() {
                if let (Document::ROOT, Some(distance)) = (*slot, suggest::near(&key, field.name)) {
                    near.push((distance, at, index));
                }
            }
        }
        sort::by(&mut near, |(distance, ..)| *distance as u64);
        let mut meant: Vec<Option<&'c Field<'c>>> = vec![None; keys.len()];
        for (_, at, index) in near {
            let (Some(field), Some(slot), Some(meant), Some((key, _))) =
                (object.fields.get(index), slots.get_mut(index), meant.get_mut(at), keys.get(at))
            else {
                continue;
            };
            if *slot == Document::ROOT && meant.is_none() {
                *meant = Some(field);
                *slot = key + 1;
            }
        }
        let suggested: Vec<NodeId> = keys.iter().map(|(key, _)| key + 1).collect();
        for ((key, value), meant) in keys.into_iter().zip(meant) {
            match meant {
                Some(field) if field.presence != Presence::Optional => {
                    self.findings.error(Code::MisspelledField, key, Detail::Misspelled(field));
                }
                _ if !others_told => {
                    self.names_prototype(key);
                    self.other(value, object.others);
                }
                // A field that may be absent is only suggested: this may as well be a new one of its own.
                _ => {
                    let fitting = meant.filter(|field| kind_fits(self.document, field, key + 1));
                    self.extra(key, object.others, fitting);
                    self.unshaped(value);
                }
            }
        }
        for (field, slot) in object.fields.iter().zip(slots) {
            if field.presence == Presence::Optional && suggested.contains(slot) {
                *slot = Document::ROOT;
            }
        }
    }

    /// Whether an object has so few members that it costs little to see that no two keys are the same.
    pub(super) fn has_few_distinct_keys(&self, id: NodeId) -> bool {
        let mut seen: [&[u8]; FEW_KEYS] = Default::default();
        for (count, (key, _)) in self.document.members(id).enumerate() {
            let node = self.document.node(key);
            let text = self.document.inner(node);
            let Some(place) = seen.get_mut(count) else { return false };
            *place = text;
            // Two escaped keys may be the same though they are spelled in different ways.
            if node.has(Node::ESCAPED) || seen.iter().take(count).any(|other| equal(other, text)) {
                return false;
            }
        }
        true
    }

    /// The members of an object without fields, no two of which have the same key.
    pub(super) fn others(&mut self, id: NodeId, object: &'c Object<'c>) {
        if !self.descends() {
            return;
        }
        for (key, value) in self.document.members(id) {
            if are_told(object.others) {
                self.extra(key, object.others, None);
            } else {
                self.names_prototype(key);
            }
            self.other(value, object.others);
        }
        self.rises();
    }

    /// A member that is not expected.
    fn extra(&mut self, key: NodeId, others: Others<'c>, fitting: Option<&'c Field<'c>>) {
        let severity = unexpected(others);
        if severity == Severity::Error || !self.names_prototype(key) {
            self.findings.push(Code::UnexpectedField, severity, key, Detail::Extra(fitting));
        }
    }

    /// Tells a key that some code takes for an object's prototype; gives whether it is one.
    pub(super) fn names_prototype(&mut self, key: NodeId) -> bool {
        let is_one = match &*self.document.text(self.document.node(key)) {
            b"__proto__" => true,
            b"constructor" => self
                .document
                .members(key + 1)
                .any(|(key, _)| same(&self.document.text(self.document.node(key)), b"prototype")),
            _ => false,
        };
        if is_one {
            self.findings.warning(Code::PrototypeKey, key, Detail::Prototype);
        }
        is_one
    }

    /// The value of a member that is expected without being a field.
    fn other(&mut self, value: NodeId, others: Others<'c>) {
        match others {
            Others::Each(shape) => self.apply(value, shape, false),
            _ => self.unshaped(value),
        }
    }

    /// Reports every key that repeats an earlier one, and leaves the others in `members`, each with the value
    /// that counts, the last.
    fn repeated(&mut self, members: &mut Vec<(NodeId, NodeId)>) {
        if members.len() < 2 {
            return;
        }
        if !self.may_repeat(members) {
            return;
        }
        let texts: Vec<Cow<'_, [u8]>> =
            members.iter().map(|(key, _)| self.document.text(self.document.node(*key))).collect();
        let order = sort::order(members.len(), &|a, b| texts.get(a).cmp(&texts.get(b)));
        let mut repeats: Vec<NodeId> = Vec::new();
        let mut first = None;
        for at in order {
            let same = first.filter(|first| texts.get(*first) == texts.get(at));
            first = same.or(Some(at));
            let Some((key, value)) = same.and(members.get(at)).copied() else { continue };
            repeats.push(key);
            if let Some((_, counts)) = same.and_then(|first| members.get_mut(first)) {
                *counts = value;
            }
        }
        if repeats.is_empty() {
            return;
        }
        sort::by(&mut repeats, |key| u64::from(*key));
        for &key in &repeats {
            self.findings.warning(Code::DuplicateKey, key, Detail::Duplicate);
        }
        members.retain(|(key, _)| repeats.binary_search(key).is_err());
    }

    /// Whether the hashes of two keys are the same: hardly ever where no two keys are, and found sooner than those.
    fn may_repeat(&self, members: &[(NodeId, NodeId)]) -> bool {
        if members.len() <= MANY_KEYS {
            let mut seen = [0; MANY_KEYS];
            return members.iter().enumerate().any(|(count, (key, _))| {
                let hash = hash(&self.document.text(self.document.node(*key)));
                let is = seen.iter().take(count).any(|other| *other == hash);
                if let Some(place) = seen.get_mut(count) {
                    *place = hash;
                }
                is
            });
        }
        let mut seen = Map::default();
        members.iter().any(|(key, _)| {
            let hash = (hash(&self.document.text(self.document.node(*key))) as u64, 0);
            let is = seen.get(hash).is_some();
            seen.set(hash, 0);
            is
        })
    }

    /// A value of which nothing is known: it may repeat keys.
    pub(super) fn unshaped(&mut self, id: NodeId) {
        let node = self.document.node(id);
        if !matches!(node.kind, Kind::Array | Kind::Object) || !self.looks(id, 1) {
            return;
        }
        for object in (id..node.next).filter(|&id| self.document.node(id).kind == Kind::Object) {
            let mut members = self.document.members(object).collect();
            self.repeated(&mut members);
            for (key, _) in members {
                self.names_prototype(key);
            }
        }
    }
}
