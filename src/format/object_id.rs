//! A MongoDB ObjectId: 24 hexadecimal digits, of either case; canonical in lower case.

use super::hex;
use crate::json::block;

pub(super) const WORDS: &str = "a 24-digit hexadecimal id";

/// The same rule for JSON Schema.
pub const PATTERN: &str = "^[0-9a-fA-F]{24}$";

/// Whether a text is such an id.
#[inline(always)]
#[must_use]
pub fn is(text: &[u8]) -> bool {
    match (text.len(), text.first_chunk::<16>(), text.last_chunk::<16>()) {
        (24, Some(head), Some(tail)) => (hex(block(head)) & hex(block(tail))).all(),
        _ => false,
    }
}

/// Quotes around it, or MongoDB's own notation `ObjectId("…")`.
pub(super) fn mend(text: &str) -> &str {
    let inner = text.strip_prefix("ObjectId(").and_then(|rest| rest.strip_suffix(')'));
    let mut text = inner.unwrap_or(text);
    while let Some(rest) = text.strip_prefix(['"', '\'']) {
        text = rest;
    }
    while let Some(rest) = text.strip_suffix(['"', '\'']) {
        text = rest;
    }
    text
}
