//! The keys of the root, looked at once: most names that are looked for there are told to be absent by a bit, and
//! most keys to be near none of them by their letters.

use super::{MOST_COMPARED, Recognizer};
use crate::json::document::{Node, look_of};
use crate::json::{Document, Kind, NodeId};
use crate::suggest::{letters_of, may_be_near, near_by_letters};

#[derive(Debug)]
pub(super) struct RootKeys {
    /// A bit for what each looks like, see [`look_of`].
    pub looks: u64,
    /// Whether one of them has an array.
    pub has_array: bool,
    /// The first of them, each with its letters, see [`letters_of`].
    pub letters: Vec<(NodeId, u32)>,
}

impl RootKeys {
    /// Those of an object; of anything else nothing is known.
    pub fn of(document: &Document<'_>, object: NodeId) -> RootKeys {
        let looks = if document.node(object).kind == Kind::Object { 0 } else { !0 };
        let mut keys = RootKeys { looks, has_array: false, letters: Vec::with_capacity(MOST_COMPARED) };
        let mut members = document.members(object);
        while let Some((key, node, value)) = members.next_pair() {
            keys.has_array |= value.kind == Kind::Array;
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

    /// The same of other strings with their letters.
    pub(super) fn near_among(
        &self,
        keys: &[(NodeId, u32)],
        known: &str,
    ) -> impl Iterator<Item = (NodeId, usize)> {
        let mut of_known = None;
        keys.iter().filter_map(move |&(key, letters)| {
            let may_be = self.has_length_near(self.document.node(key), known) && {
                let of_known = of_known.get_or_insert_with(|| letters_of(known.as_bytes()));
                may_be_near(letters, *of_known, known)
            };
            if may_be { Some((key, near_by_letters(&self.text(key), known)?)) } else { None }
        })
    }
}
