//! The keys of the root, looked at once: most names that are looked for there are told to be absent by a bit, and
//! most keys to be near none of them by their letters.

use super::{MOST_COMPARED, Recognizer};
use crate::json::document::{Node, look_of};
use crate::json::{Document, NodeId};
use crate::suggest::{letters_of, may_be_near, near_by_letters};

#[derive(Debug)]
pub(super) struct RootKeys {
    /// A bit for what each looks like, see [`look_of`].
    looks: u64,
    /// The first of them, each with its letters, see [`letters_of`].
    pub letters: Vec<(NodeId, u32)>,
}

impl RootKeys {
    /// Those of an object.
    pub fn of(document: &Document<'_>, object: NodeId) -> RootKeys {
        let mut keys = RootKeys { looks: 0, letters: Vec::with_capacity(MOST_COMPARED) };
        let mut members = document.members(object);
        while let Some((key, node, _)) = members.next_pair() {
            // What is written with escapes may be anything.
            let is_escaped = node.has(Node::ESCAPED);
            keys.looks |= if is_escaped { !0 } else { 1 << look_of(document.inner(*node)) };
            if keys.letters.len() < MOST_COMPARED {
                keys.letters.push((key, letters_of(&document.text(*node))));
            }
        }
        keys
    }

    /// Whether the body may have a key.
    pub fn may_have(&self, name: &str) -> bool {
        self.looks >> look_of(name.as_bytes()) & 1 != 0
    }
}

impl<'a, 'c> Recognizer<'a, 'c> {
    /// The keys of the root.
    pub(super) fn root_keys(&self) -> Option<&RootKeys> {
        if self.root_keys.get().is_none() {
            let _ = self.root_keys.set(RootKeys::of(self.document, Document::ROOT));
        }
        self.root_keys.get()
    }

    /// Whether an object may have a member, as far as is known without a look at it.
    pub(super) fn may_have(&self, object: NodeId, name: &str) -> bool {
        object != Document::ROOT || self.root_keys.get().is_none_or(|keys| keys.may_have(name))
    }

    /// Those of the first keys of the root that are nearly a known one, and how far each is from it.
    pub(super) fn near_keys(&self, known: &str) -> impl Iterator<Item = (NodeId, usize)> {
        self.near_among(self.root_keys().map(|keys| &*keys.letters).unwrap_or_default(), known)
    }

    /// The same of other keys with their letters.
    pub(super) fn near_among(
        &self,
        keys: &[(NodeId, u32)],
        known: &str,
    ) -> impl Iterator<Item = (NodeId, usize)> {
        let of_known = letters_of(known.as_bytes());
        keys.iter().filter_map(move |&(key, letters)| {
            let node = self.document.node(key);
            let may_be = may_be_near(letters, of_known, known) && self.has_length_near(node, known);
            if may_be { Some((key, near_by_letters(&self.text(key), known)?)) } else { None }
        })
    }
}
