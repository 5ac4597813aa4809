//! The id of an event that has none of its own, made of its content.

use blake2::digest::Digest;
use blake2::digest::consts::U16;

use crate::json::output::Output;
use crate::json::{Document, Kind, NodeId, number, sort};
use crate::shape::EventType;

// A hash for which nobody finds two contents of one id, and of those the fastest in WebAssembly.
type Hasher = blake2::Blake2b<U16>;

/// How many bytes of a description are hashed at once.
const MOST_KEPT: usize = 4096;

/// The id of an event that has none of its own: the BLAKE2b hash, of 128 bits and in hexadecimal, of the
/// event type's name and the event's content. Of the content, the values count and nothing else: not the
/// order of keys, white space, escapes, nor how a number is spelled; of a repeated key, the last value.
pub(crate) fn content_id(document: &Document<'_>, node: NodeId, event: &EventType<'_>) -> [u8; 32] {
    let mut content = Content { hasher: Hasher::new(), text: Output::new(1024) };
    content.part(event.name.as_bytes());
    content.describe(document, node);
    content.hasher.update(content.text.bytes());
    let mut id = [0; 32];
    for (digits, byte) in id.as_chunks_mut().0.iter_mut().zip(content.hasher.finalize()) {
        *digits = [byte >> 4, byte & 15].map(|digit| digit + if digit < 10 { b'0' } else { b'a' - 10 });
    }
    id
}

// What ends a value, or begins a container before the number of its parts: bytes that no text has.
const STRING: u8 = 0xff;
const NUMBER: u8 = 0xfe;
const NULL: u8 = 0xfd;
const FALSE: u8 = 0xfc;
const TRUE: u8 = 0xfb;
const ARRAY: u8 = 0xfa;
const OBJECT: u8 = 0xf9;

struct Content {
    hasher: Hasher,
    text: Output,
}

impl Content {
    /// A value in one spelling, so that no two values have the same; keys in the order of their bytes. The
    /// tape is in that order where the keys are: only what is not has its members listed anew.
    fn describe(&mut self, document: &Document<'_>, id: NodeId) {
        let mut stretches = vec![(id, document.node(id).next)];
        while let Some((mut at, end)) = stretches.pop() {
            while at < end {
                let (id, node) = (at, document.node(at));
                at += 1;
                match node.kind {
                    Kind::Null => self.text.byte(NULL),
                    Kind::False => self.text.byte(FALSE),
                    Kind::True => self.text.byte(TRUE),
                    Kind::Number => {
                        number::push_canonical(&mut self.text, document.raw(id));
                        self.text.byte(NUMBER);
                    }
                    Kind::String => self.part(&document.text(node)),
                    Kind::Array => self.begin(ARRAY, document.elements(id).count()),
                    Kind::Object => match members(document, id) {
                        Ok(count) => self.begin(OBJECT, count),
                        Err(keys) => {
                            self.begin(OBJECT, keys.len());
                            stretches.push((node.next, end));
                            let member = |key: NodeId| (key, document.node(key + 1).next);
                            stretches.extend(keys.into_iter().rev().map(member));
                            break;
                        }
                    },
                }
            }
        }
    }

    fn begin(&mut self, kind: u8, count: usize) {
        self.text.byte(kind);
        self.text.push(&(count as u32).to_le_bytes());
    }

    fn part(&mut self, text: &[u8]) {
        self.text.push(text);
        self.text.byte(STRING);
        if self.text.len() > MOST_KEPT {
            self.hasher.update(self.text.bytes());
            self.text.truncate(0);
        }
    }
}

/// How many members an object has, if their keys ascend; else the keys in order, of equal ones the last.
fn members(document: &Document<'_>, object: NodeId) -> Result<usize, Vec<NodeId>> {
    let key = |id: NodeId| document.text(document.node(id));
    let (mut count, mut last) = (0, None);
    for (id, _) in document.members(object) {
        let text = key(id);
        if last.is_some_and(|last| last >= text) {
            return Err(ordered(document, object));
        }
        (count, last) = (count + 1, Some(text));
    }
    Ok(count)
}

fn ordered(document: &Document<'_>, object: NodeId) -> Vec<NodeId> {
    let keys: Vec<NodeId> = document.members(object).map(|(key, _)| key).collect();
    let text = |key: Option<&NodeId>| key.map(|key| document.text(document.node(*key)));
    let order = sort::by_text(document, &keys);
    let mut last: Vec<NodeId> = Vec::with_capacity(keys.len());
    for key in order.into_iter().filter_map(|index| keys.get(index)) {
        if text(last.last()) == text(Some(key)) {
            last.pop();
        }
        last.push(*key);
    }
    last
}
