//! The id of an event that has none of its own, made of its content.

use blake2::digest::Digest;
use blake2::digest::consts::U16;

use crate::json::output::Output;
use crate::json::value::Spelling;
use crate::json::{Document, NodeId};
use crate::shape::EventType;

// A hash for which nobody finds two contents of one id, and of those the fastest in WebAssembly.
type Hasher = blake2::Blake2b<U16>;

/// The id of an event that has none of its own: the BLAKE2b hash, of 128 bits and in hexadecimal, of the
/// event type's name and the event's content, as [`Spelling`] has it.
pub(crate) fn content_id(
    document: &Document<'_>,
    node: NodeId,
    event: &EventType<'_>,
    text: &mut Output,
) -> [u8; 32] {
    let mut hasher = Hasher::new();
    let mut take = |text: &[u8]| hasher.update(text);
    let mut spelling = Spelling::new(text, &mut take);
    spelling.part(event.name.as_bytes());
    spelling.value(document, node);
    spelling.end();
    let mut id = [0; 32];
    for (digits, byte) in id.as_chunks_mut().0.iter_mut().zip(hasher.finalize()) {
        *digits = [byte >> 4, byte & 15].map(|digit| digit + if digit < 10 { b'0' } else { b'a' - 10 });
    }
    id
}
