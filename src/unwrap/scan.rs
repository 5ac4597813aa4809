//! The nodes of a document that are worth a look, found at the cost of hardly more than going through the tape.

use wide::i8x16;

use crate::catalog::telling::{Telling, list_key, name_key};
use crate::catalog::{Catalog, EnvelopeEntry};
use crate::json::block;
use crate::json::document::{Node, look_of};
use crate::json::{Document, Kind, NodeId};
use crate::shape::{LOADS, Wrapper};

/// A shorter text is no document with an event, however it is encoded.
pub(super) const SHORTEST: u32 = 40;

/// The same of a text that has no escapes: it is in base64, or encoded with `%XX`.
const SHORTEST_ENCODED: u32 = 46;

/// A telling key of at most 64 letters, `\\uXXXX` for each.
const LONGEST_ESCAPED: usize = 6 * 64;

/// What may be worth a look.
pub(super) struct Scan<'c> {
    catalog: &'c Catalog<'c>,
    /// The keys that tell something of their object; a bit more for each length that is enough for a document.
    telling: Telling,
    /// Whether objects are told by what fits.
    is_fitted: bool,
}

impl<'c> Scan<'c> {
    pub fn new(catalog: &'c Catalog<'c>) -> Self {
        let mut telling = catalog.telling();
        telling.lengths |= !0 << SHORTEST;
        Scan { catalog, telling, is_fitted: LOADS && catalog.outlines().is_some() }
    }

    /// The next node, that one included, which may be worth a look. It is the hot loop.
    #[inline(never)]
    pub fn next(&self, document: &Document<'_>, from: NodeId) -> Option<NodeId> {
        let body = document.body();
        let nodes = document.nodes().get(from as usize..)?;
        let at = nodes.iter().position(|node| {
            // Nearly all have another length, and need no second look.
            let length = node.end.wrapping_sub(node.start);
            if self.telling.lengths >> length.min(63) & 1 == 0 {
                // A key may be written with escapes, in any length.
                return self.is_fitted && node.kind == Kind::Object || node.has(Node::ESCAPED);
            }
            match node.kind {
                Kind::String if node.has(Node::ESCAPED) => true,
                Kind::String if length < SHORTEST => {
                    self.telling.looks >> look_of(document.inner(*node)) & 1 != 0
                }
                Kind::String => length >= SHORTEST_ENCODED && starts_dense(body, node.start as usize + 1),
                Kind::Object => self.is_fitted,
                _ => false,
            }
        })?;
        Some(from + at as NodeId)
    }

    /// Whether a string is a key that tells something of its object; its value comes after it.
    pub fn tells(&self, document: &Document<'_>, key: NodeId) -> bool {
        let node = document.node(key);
        // Of the escapes only these can be letters.
        let may_be = || {
            let inner = document.inner(node);
            inner.len() <= LONGEST_ESCAPED && inner.windows(2).any(|pair| pair == b"\\u")
        };
        (!node.has(Node::ESCAPED) || may_be())
            && self.is_told_by(document, &|name| document.is(node, name).then_some(key + 1))
    }

    /// Whether an object may be an event, by its keys.
    pub fn is_told(&self, document: &Document<'_>, object: NodeId) -> bool {
        self.is_told_by(document, &|name| document.get(object, name))
    }

    /// Whether the value of a telling key is what tells.
    fn is_told_by(&self, document: &Document<'_>, value: &dyn Fn(&str) -> Option<NodeId>) -> bool {
        self.catalog.envelopes().iter().any(|entry| {
            let at = |key: Option<&str>| value(key?);
            at(name_key(entry.envelope)).is_some_and(|value| self.is_named(document, entry, value))
                || at(list_key(entry.envelope)).is_some_and(|value| has_events(document, entry, value))
        })
    }

    /// Whether a name of the catalog is at or below the first key of the path to names.
    fn is_named(&self, document: &Document<'_>, entry: &EnvelopeEntry<'c>, value: NodeId) -> bool {
        let rest = entry.envelope.name_at.get(1..).unwrap_or_default();
        let name = document.at(value, rest).map(|name| document.node(name));
        name.is_some_and(|name| {
            name.kind == Kind::String && self.catalog.index_of(entry, &document.text(name)).is_some()
        })
    }

    /// Whether an object has keys that events have which are told by what fits, `least` of them and most of its own.
    pub fn may_fit(&self, document: &Document<'_>, object: NodeId, least: usize) -> bool {
        let Some(outlines) = self.catalog.outlines().filter(|_| LOADS) else { return false };
        let (mut known, mut all) = (0, 0);
        for (key, _) in document.members(object) {
            let name = outlines.names.get(&document.text(document.node(key)));
            known += usize::from(name.is_some_and(|name| !outlines.knowing(name).is_empty()));
            all += 1;
        }
        known >= least && 2 * known >= all
    }
}

/// Whether the value at such a key has an event.
fn has_events(document: &Document<'_>, entry: &EnvelopeEntry<'_>, value: NodeId) -> bool {
    let Wrapper::Object { event_marks, .. } = entry.envelope.wrapper else { return false };
    let is_marked = |event: NodeId| event_marks.iter().any(|mark| document.has_member(event, mark));
    document.elements(value).any(is_marked)
}

/// Whether sixteen bytes are there, and no space and no colon among them, which nothing encoded has and nearly every
/// other text.
#[inline]
fn starts_dense(body: &[u8], start: usize) -> bool {
    let Some(head) = body.get(start..).and_then(<[u8]>::first_chunk) else { return false };
    let head = block(head);
    let is = |byte: u8| head.simd_eq(i8x16::splat(byte as i8));
    (is(b' ') | is(b':')).to_bitmask() == 0
}
