//! RFC 6901: where a value is in the data.

use std::fmt::Write as _;

use super::document::{Document, Kind, NodeId};
use super::string::readable;

/// The pointer of a node, found from the root: nothing is kept while reading. A key has the pointer
/// of its value. The root's is `""`.
#[must_use]
pub fn pointer(document: &Document<'_>, target: NodeId) -> String {
    let mut pointer = String::new();
    let mut at = Document::ROOT;
    while at < target {
        let below = |id: NodeId| target < document.node(id).next;
        match document.node(at).kind {
            Kind::Object => {
                let Some((key, value)) = document.members(at).find(|(_, value)| below(*value)) else { break };
                push(&mut pointer, &readable(document.inner(document.node(key))));
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
                // Writing to a String cannot fail.
                let _ = write!(pointer, "/{index}");
                at = element;
            }
            _ => break,
        }
    }
    pointer
}

/// Appends one reference token, `~` and `/` escaped.
pub fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
