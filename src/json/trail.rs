//! Where nodes are that are asked for in text order: what is before them is gone through once, however many there
//! are.

use super::document::{Document, Kind, NodeId};
use super::pointer;
use super::string::{decimal, shorten};

/// A way through a document, from its root to the node that was asked for last.
#[derive(Debug)]
pub(crate) struct Trail<'a> {
    document: &'a Document<'a>,
    levels: Vec<Level>,
    /// How many of them were given by [`Trail::fresh`], or passed over.
    given: usize,
    /// The pointer of the innermost container.
    pointer: String,
    /// Whether the node that was asked for last is a key.
    is_key: bool,
}

/// A container around the node.
#[derive(Clone, Copy, Debug)]
struct Level {
    node: NodeId,
    /// The key or the element that the way leads through.
    child: NodeId,
    index: u64,
    /// The bytes of the pointer of what is around it.
    before: usize,
}

impl<'a> Trail<'a> {
    pub fn new(document: &'a Document<'a>) -> Self {
        Trail { document, levels: Vec::new(), given: 0, pointer: String::new(), is_key: false }
    }

    fn enter(&mut self, node: NodeId) {
        if matches!(self.document.node(node).kind, Kind::Array | Kind::Object) {
            let before = self.pointer.len();
            self.levels.push(Level { node, child: node + 1, index: 0, before });
        }
    }

    /// Goes to a node, which must not be before the last one.
    pub fn go_to(&mut self, target: NodeId) {
        if self.levels.is_empty() {
            self.enter(Document::ROOT);
        }
        while let Some(level) = self.levels.last()
            && target >= self.document.node(level.node).next
        {
            shorten(&mut self.pointer, level.before);
            self.levels.pop();
            self.given = self.given.min(self.levels.len());
        }
        while let Some(level) = self.levels.last_mut() {
            let is_object = self.document.node(level.node).kind == Kind::Object;
            let mut value = level.child + NodeId::from(is_object);
            while target >= self.document.node(value).next {
                level.child = self.document.node(value).next;
                level.index += 1;
                value = level.child + NodeId::from(is_object);
            }
            self.is_key = is_object && target == level.child;
            if target <= value {
                return;
            }
            let before = self.pointer.len();
            self.push_token();
            self.enter(value);
            if let Some(level) = self.levels.last_mut() {
                level.before = before;
            }
        }
    }

    /// Whether the node is a key.
    pub fn is_key(&self) -> bool {
        self.is_key
    }

    /// The outermost object around the node that was not given before, the root aside.
    pub fn fresh(&mut self) -> Option<NodeId> {
        self.given = self.given.max(1);
        while let Some(level) = self.levels.get(self.given) {
            self.given += 1;
            if self.document.node(level.node).kind == Kind::Object {
                return Some(level.node);
            }
        }
        None
    }

    /// The pointer of the node, or of an object or array around it.
    pub fn pointer_of(&mut self, node: NodeId) -> String {
        let around = self.levels.iter().skip(1).find(|level| level.node > node).map(|level| level.before);
        let inside = self.levels.iter().find(|level| level.node == node);
        match (inside, around) {
            _ if node == Document::ROOT => String::new(),
            (Some(_), Some(length)) => self.pointer.get(..length).unwrap_or_default().to_owned(),
            (Some(_), None) => self.pointer.clone(),
            (None, _) => {
                let length = self.pointer.len();
                self.push_token();
                let pointer = self.pointer.clone();
                shorten(&mut self.pointer, length);
                pointer
            }
        }
    }

    /// Appends what leads from the innermost container to the node.
    fn push_token(&mut self) {
        let Some(level) = self.levels.last() else { return };
        match self.document.node(level.node).kind {
            Kind::Object => {
                pointer::push_key(&mut self.pointer, self.document, level.child);
            }
            _ => pointer::push(&mut self.pointer, &decimal(level.index)),
        }
    }
}
