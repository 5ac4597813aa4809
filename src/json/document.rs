//! The tape that a body is read into.

use std::borrow::Cow;

/// The index of a node on the tape. The root is 0; a node's descendants follow it.
pub type NodeId = u32;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `false`
    False,
    /// `true`
    True,
    /// Any number, kept as its text.
    Number,
    /// A string; the keys of an object are strings too.
    String,
    /// An array; its elements follow.
    Array,
    /// An object; its keys and values follow in turn.
    Object,
}

impl Kind {
    /// The kind in words, with its article, as in "an object".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::False | Kind::True => "a boolean",
            Kind::Number => "a number",
            Kind::String => "a string",
            Kind::Array => "an array",
            Kind::Object => "an object",
        }
    }
}

/// One value of the body: what it is and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Byte offset of its first byte; of a string, the opening quote.
    pub start: u32,
    /// Byte offset after its last byte.
    pub end: u32,
    /// The node after its last descendant. While a container is open: its parent.
    pub(crate) next: NodeId,
    /// What it is.
    pub kind: Kind,
    pub(crate) flags: u8,
}

impl Node {
    /// A string with a backslash: its bytes are not its text.
    pub(crate) const ESCAPED: u8 = 1;
    /// A string with an escaped or raw half of a surrogate pair.
    pub(crate) const LONE_SURROGATE: u8 = 2;
    /// A number with a fraction or an exponent.
    pub(crate) const DECIMAL: u8 = 4;
    /// A number with an exponent or more than 15 digits: perhaps more than a double holds.
    pub(crate) const LARGE: u8 = 8;

    pub(super) const ABSENT: Node = Node { start: 0, end: 0, next: NodeId::MAX, kind: Kind::Null, flags: 0 };

    /// A value that is no container, and has no flag; `next` is the index after its own.
    #[inline(always)]
    pub(super) fn plain(start: usize, end: usize, next: usize, kind: Kind) -> Node {
        Node { start: start as u32, end: end as u32, next: next as NodeId, kind, flags: 0 }
    }

    /// A container whose end is still to come.
    #[inline(always)]
    pub(super) fn opened(start: usize, bracket: u8, parent: NodeId) -> Node {
        let kind = if bracket == b'{' { Kind::Object } else { Kind::Array };
        Node { start: start as u32, end: start as u32, next: parent, kind, flags: 0 }
    }

    #[inline]
    pub(crate) fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// A body that is JSON: its bytes and the tape of its values.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    body: &'a [u8],
    nodes: &'a [Node],
    flags: u8,
}

impl<'a> Document<'a> {
    pub(crate) const ROOT: NodeId = 0;

    pub(crate) fn new(body: &'a [u8], nodes: &'a [Node], flags: u8) -> Self {
        Document { body, nodes, flags }
    }

    /// The bytes it was read from.
    #[must_use]
    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    /// Every value, and every key, in text order.
    #[must_use]
    pub fn nodes(&self) -> &'a [Node] {
        self.nodes
    }

    /// Whether any node has one of these flags.
    pub(crate) fn has(&self, flags: u8) -> bool {
        self.flags & flags != 0
    }

    /// The node at an index; `null` at offset 0 where the tape has no such node.
    #[inline]
    #[must_use]
    pub fn node(&self, id: NodeId) -> Node {
        *match self.nodes.get(id as usize) {
            Some(node) => node,
            None => absent(),
        }
    }

    /// A value's bytes as they stand in the body, a string's quotes included.
    #[must_use]
    pub fn raw(&self, id: NodeId) -> &'a [u8] {
        let node = self.node(id);
        self.body.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// A string's bytes between its quotes, escapes as they stand.
    #[inline]
    #[must_use]
    pub fn inner(&self, node: Node) -> &'a [u8] {
        self.between(node.start, node.end)
    }

    #[inline(always)]
    fn between(&self, quote: u32, end: u32) -> &'a [u8] {
        let before_quote = self.body.get(..(end as usize).wrapping_sub(1));
        match before_quote.and_then(|text| text.get(quote as usize + 1..)) {
            Some(text) => text,
            None => no_text(),
        }
    }

    /// The elements of an array; none for another value.
    #[inline]
    #[must_use]
    pub fn elements(&self, array: NodeId) -> Elements<'a> {
        let node = self.node(array);
        let end = if node.kind == Kind::Array { node.next } else { 0 };
        Elements { nodes: self.nodes, at: array + 1, end }
    }

    /// The keys and values of an object in text order; none for another value.
    #[inline(always)]
    #[must_use]
    pub fn members(&self, object: NodeId) -> Members<'a> {
        let node = self.node(object);
        let end = if node.kind == Kind::Object { node.next } else { 0 };
        let nodes = self.nodes.get(object as usize + 1..end as usize).unwrap_or_default();
        Members { nodes, at: object + 1 }
    }

    /// Whether a string node reads as `text`, escapes resolved.
    #[inline(never)]
    #[must_use]
    pub fn is(&self, string: Node, text: &str) -> bool {
        match string.has(Node::ESCAPED) {
            true => *self.text(string) == *text.as_bytes(),
            false => self.stands_as(&string, text),
        }
    }

    /// The same where it is asked of every member of an object.
    #[inline(always)]
    pub(crate) fn is_inlined(&self, string: &Node, text: &str) -> bool {
        match string.has(Node::ESCAPED) {
            true => self.is(*string, text),
            false => self.stands_as(string, text),
        }
    }

    /// Whether a string node without escapes reads as `text`.
    #[inline(always)]
    fn stands_as(&self, string: &Node, text: &str) -> bool {
        // Most are of another length: nothing of the body needs to be looked at for those.
        string.end.wrapping_sub(string.start) as usize == text.len() + 2
            && equal(self.inner(*string), text.as_bytes())
    }

    /// A string node's text, escapes resolved.
    #[inline]
    #[must_use]
    pub fn text(&self, string: Node) -> Cow<'a, [u8]> {
        let inner = self.inner(string);
        if string.has(Node::ESCAPED) { super::string::unescape(inner) } else { Cow::Borrowed(inner) }
    }

    /// The value of an object's member, the last one where the key is repeated.
    #[inline(never)]
    #[must_use]
    pub fn get(&self, object: NodeId, name: &str) -> Option<NodeId> {
        let mut found = None;
        let mut members = self.members(object);
        while let Some((id, key, _)) = members.next_pair() {
            if self.is_inlined(key, name) {
                found = Some(id + 1);
            }
        }
        found
    }
}

impl Document<'_> {
    /// The value at a path of keys below a node.
    #[must_use]
    #[inline(always)]
    pub fn at(&self, node: NodeId, path: &[&str]) -> Option<NodeId> {
        path.iter().try_fold(node, |at, key| self.get(at, key))
    }

    /// Whether an object has a member of that name.
    #[inline(never)]
    #[must_use]
    pub fn has_member(&self, object: NodeId, name: &str) -> bool {
        let mut members = self.members(object);
        while let Some((_, key, _)) = members.next_pair() {
            if self.is_inlined(key, name) {
                return true;
            }
        }
        false
    }
}

/// What is on no tape. It is a call, so that the compiler makes a jump of the check that leads here, which
/// costs next to nothing, and no choice between two values.
#[cold]
#[inline(never)]
fn absent() -> &'static Node {
    &Node::ABSENT
}

/// As [`absent`].
#[cold]
#[inline(never)]
fn no_text() -> &'static [u8] {
    &[]
}

/// Equality of two stretches, eight bytes at a time: in WebAssembly `memcmp` compares one by one.
#[inline(always)]
pub(crate) fn equal(bytes: &[u8], name: &[u8]) -> bool {
    if bytes.len() != name.len() {
        return false;
    }
    // The first and the last few bytes; they may overlap.
    if let (Some(first), Some(last), Some(name_first), Some(name_last)) =
        (bytes.first_chunk(), bytes.last_chunk(), name.first_chunk(), name.last_chunk())
    {
        let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        return (word(first) ^ word(name_first)) | (word(last) ^ word(name_last)) == 0
            && (bytes.len() <= 16 || are_equal(bytes, name));
    }
    if let (Some(first), Some(last), Some(name_first), Some(name_last)) =
        (bytes.first_chunk(), bytes.last_chunk(), name.first_chunk(), name.last_chunk())
    {
        let word = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes);
        return (word(first) ^ word(name_first)) | (word(last) ^ word(name_last)) == 0;
    }
    match (bytes, name) {
        ([a, b, c], [x, y, z]) => (a ^ x) | (b ^ y) | (c ^ z) == 0,
        ([a, b], [x, y]) => (a ^ x) | (b ^ y) == 0,
        _ => bytes.first() == name.first(),
    }
}

/// Whether all whole words of two texts are the same.
#[inline(always)]
fn are_equal(bytes: &[u8], name: &[u8]) -> bool {
    let (mut bytes, mut name) = (bytes, name);
    // No iterator: its steps are calls where functions that are not small are not compiled into others.
    while let (Some((one, left)), Some((other, name_left))) =
        (bytes.split_first_chunk::<8>(), name.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*one) != u64::from_le_bytes(*other) {
            return false;
        }
        (bytes, name) = (left, name_left);
    }
    true
}

/// What a name looks like at once, by its ends: less than 64. Names that look different are different.
#[inline]
pub(crate) const fn look_of(name: &[u8]) -> u32 {
    match name {
        [first, second, .., last] => (*first ^ second.rotate_left(2) ^ last.rotate_left(4)) as u32 & 63,
        _ => 0,
    }
}

/// As [`equal`], where a call costs nothing that counts.
#[inline(never)]
pub(crate) fn same(bytes: &[u8], other: &[u8]) -> bool {
    equal(bytes, other)
}

/// See [`Document::elements`].
#[derive(Clone, Debug)]
pub struct Elements<'a> {
    nodes: &'a [Node],
    at: NodeId,
    end: NodeId,
}

impl Iterator for Elements<'_> {
    type Item = NodeId;

    #[inline]
    fn next(&mut self) -> Option<NodeId> {
        if self.at >= self.end {
            return None;
        }
        let id = self.at;
        self.at = self.nodes.get(id as usize)?.next;
        Some(id)
    }
}

/// See [`Document::members`].
#[derive(Clone, Debug)]
pub struct Members<'a> {
    /// What is left of the object.
    nodes: &'a [Node],
    /// The id of the first of them.
    at: NodeId,
}

impl Iterator for Members<'_> {
    type Item = (NodeId, NodeId);

    #[inline(always)]
    fn next(&mut self) -> Option<(NodeId, NodeId)> {
        let (id, _, _) = self.next_pair()?;
        Some((id, id + 1))
    }
}

impl<'a> Members<'a> {
    /// The next key's id, its node and the node of its value.
    #[inline(always)]
    pub(crate) fn next_pair(&mut self) -> Option<(NodeId, &'a Node, &'a Node)> {
        let [key, value, rest @ ..] = self.nodes else { return None };
        let id = self.at;
        if matches!(value.kind, Kind::Array | Kind::Object) {
            self.at = value.next;
            self.nodes = self.nodes.get(value.next.wrapping_sub(id) as usize..)?;
        } else {
            // The same, without waiting for where the next is to be read.
            self.at = id + 2;
            self.nodes = rest;
        }
        Some((id, key, value))
    }
}
