//! RFC 6901: where a value is in the data.

use std::borrow::Cow;

use super::document::{Document, Kind, NodeId};
use super::string::{lossy, push_number, shown};

/// The pointer of a node, found from the root: nothing is kept while reading. A key has the pointer
/// of its value. The root's is `""`.
#[must_use]
pub fn pointer(document: &Document<'_>, target: NodeId) -> String {
    let mut pointer = String::new();
    write(&mut pointer, document, target);
    pointer
}

/// Appends the pointer of a node.
pub(crate) fn write(pointer: &mut String, document: &Document<'_>, target: NodeId) {
    write_from(pointer, document, Document::ROOT, target);
}

/// Appends the rest of the pointer of a node, that of a value around it being there. It goes through what is
/// before the node on each level: from the root, for each of many events, that is all events before.
pub(crate) fn write_from(pointer: &mut String, document: &Document<'_>, from: NodeId, target: NodeId) {
    let mut at = from;
    while at < target {
        let below = |id: NodeId| target < document.node(id).next;
        match document.node(at).kind {
            Kind::Object => {
                let Some((key, value)) = document.members(at).find(|(_, value)| below(*value)) else { break };
                push_key(pointer, document, key);
                if target == key {
                    break;
                }
                at = value;
            }
            Kind::Array => {
                let Some((index, element)) = document.elements(at).enumerate().find(|(_, id)| below(*id))
                else {
                    break;
                };
                pointer.push('/');
                push_number(pointer, index as u64);
                at = element;
            }
            _ => break,
        }
    }
}

/// Appends the token of a key.
pub(super) fn push_key(pointer: &mut String, document: &Document<'_>, key: NodeId) {
    match document.text(document.node(key)) {
        Cow::Borrowed(text) => push(pointer, &shown(text)),
        Cow::Owned(text) => push(pointer, &lossy(&text)),
    }
}

/// A reference token with its escapes undone.
pub(crate) fn unescaped(token: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(token.len());
    let mut rest = token;
    while let Some((&byte, after)) = rest.split_first() {
        let (byte, after) = match (byte, after) {
            (b'~', [b'0', after @ ..]) => (b'~', after),
            (b'~', [b'1', after @ ..]) => (b'/', after),
            _ => (byte, after),
        };
        bytes.push(byte);
        rest = after;
    }
    lossy(&bytes)
}

/// Appends one reference token, `~` and `/` escaped.
pub fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    if !token.bytes().fold(false, |any, byte| any | (byte == b'~') | (byte == b'/')) {
        // As nearly all are.
        return pointer.push_str(token);
    }
    let mut rest = token;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'~' | b'/')) {
        let (before, after) = rest.split_at_checked(at).unwrap_or_default();
        pointer.push_str(before);
        pointer.push_str(if after.starts_with('~') { "~0" } else { "~1" });
        rest = after.get(1..).unwrap_or_default();
    }
    pointer.push_str(rest);
}
