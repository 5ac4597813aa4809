//! The id of an event that has none of its own, made of its content.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use crate::json::{Document, Kind, NodeId, number};
use crate::shape::EventType;
use crate::sort;

/// The id of an event that has none of its own: the first 128 bits, in hexadecimal, of the SHA-256 of
/// the event type's name and the event's content. Of the content, the values count and nothing else:
/// not the order of keys, white space, escapes, nor how a number is spelled; of a repeated key, the
/// last value.
#[must_use]
pub(crate) fn content_id(document: &Document<'_>, node: NodeId, event: &EventType) -> String {
    let mut hasher = Sha256::new();
    let mut content = Vec::with_capacity(1024);
    content.extend_from_slice(event.name.as_bytes());
    content.push(b'\n');
    describe(document, node, &mut content);
    hasher.update(&content);
    let digest = hasher.finalize();
    digest
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// A value in one spelling: each part with its kind and length before it, so that no two values have
/// the same; keys in the order of their bytes. As deep as the body is: no call for a level.
fn describe(document: &Document<'_>, id: NodeId, content: &mut Vec<u8>) {
    enum Step<'a> {
        Value(NodeId),
        Member(Cow<'a, [u8]>, NodeId),
        End(u8),
    }
    fn part(content: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
        content.push(kind);
        content.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        content.extend_from_slice(bytes);
    }
    let mut steps = vec![Step::Value(id)];
    while let Some(step) = steps.pop() {
        let id = match step {
            Step::Value(id) => id,
            Step::Member(key, id) => {
                part(content, b's', &key);
                id
            }
            Step::End(bracket) => {
                content.push(bracket);
                continue;
            }
        };
        let node = document.node(id);
        let first = steps.len() + 1;
        match node.kind {
            Kind::Null => part(content, b'z', b""),
            Kind::False => part(content, b'f', b""),
            Kind::True => part(content, b't', b""),
            Kind::Number => part(content, b'n', number::canonical(document.raw(id)).as_bytes()),
            Kind::String => part(content, b's', &document.text(node)),
            Kind::Array => {
                content.push(b'[');
                steps.push(Step::End(b']'));
                steps.extend(document.elements(id).map(Step::Value));
            }
            Kind::Object => {
                content.push(b'{');
                steps.push(Step::End(b'}'));
                let mut members: Vec<(Cow<'_, [u8]>, NodeId)> = document
                    .members(id)
                    .map(|(key, value)| (document.text(document.node(key)), value))
                    .collect();
                let key = |index: usize| members.get(index).map(|(key, _)| key);
                let ascends = members.iter().zip(members.iter().skip(1)).all(|((a, _), (b, _))| a < b);
                let order = if ascends {
                    (0..members.len()).collect()
                } else {
                    sort::order(members.len(), &|a, b| key(a).cmp(&key(b)))
                };
                let repeated =
                    |at: usize, index: usize| order.get(at + 1).is_some_and(|next| key(*next) == key(index));
                let last: Vec<usize> = order
                    .iter()
                    .enumerate()
                    .filter(|(at, index)| !repeated(*at, **index))
                    .map(|(_, index)| *index)
                    .collect();
                for index in last {
                    if let Some((key, value)) = members.get_mut(index) {
                        steps.push(Step::Member(std::mem::take(key), *value));
                    }
                }
            }
        }
        if let Some(steps) = steps.get_mut(first..) {
            steps.reverse();
        }
    }
}
