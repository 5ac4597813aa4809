//! Bytes as hexadecimal digits, and HTML entities.

use super::bytes::{How, append, before, byte, from, listed, part, push, trim_start};
use super::literal::hexadecimal;

/// The bytes of hexadecimal digits, two each, with spaces between them or without.
pub(super) fn hex(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = trim_start(text);
    while !rest.is_empty() {
        push(&mut bytes, hexadecimal(part(rest, 0, 2))? as u8);
        rest = trim_start(from(rest, 2));
    }
    Some(bytes)
}

/// What encoders of HTML write, and what for.
const ENTITIES: &[u8] = b"&quot;|&#34;|&#x22;|&apos;|&#39;|&#x27;|&amp;|&#38;|&lt;|&gt;|&nbsp;|&#x2F;|&#47;";
const CHARACTERS: &[u8] = b"\"\"\"'''&&<> //";

/// The character that an HTML entity stands for which a text starts with, and the length of the entity.
pub(crate) fn entity(text: &[u8]) -> Option<(u8, usize)> {
    let (number, length) = listed(text, ENTITIES, How::Starts)?;
    Some((byte(CHARACTERS, number), length))
}

/// The text of one with HTML entities.
pub(super) fn entities(text: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = before(rest, b"&");
        append(&mut decoded, part(rest, 0, length));
        rest = from(rest, length);
        if let Some((character, length)) = entity(rest) {
            push(&mut decoded, character);
            rest = from(rest, length);
        } else {
            append(&mut decoded, part(rest, 0, 1));
            rest = from(rest, 1);
        }
    }
    decoded
}
