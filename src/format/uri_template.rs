//! A URI template: RFC 6570, in which an apostrophe may stand for itself (erratum 6937).
//!
//! ```text
//! template   = *( literal / "{" [ operator ] variable *( "," variable ) "}" )
//! literal    = any but controls, space and any of "%<>\^`{|} / pct
//! operator   = any of +#./;?&=,!@|
//! variable   = name [ ":" 1-9999 / "*" ]
//! name       = varchar *( [ "." ] varchar )
//! varchar    = ALPHA / DIGIT / "_" / pct
//! ```

use super::authority::{all_parts, cut, is_among};
use super::uri::{after_encoded, after_plain};

pub(super) const WORDS: &str = "a URI template, such as `/users/{id}`";

/// Whether a text is a URI template.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let mut rest = after_plain(text);
    while let Some((&byte, after)) = rest.split_first() {
        let after = if byte == b'{' {
            let (expression, Some(after)) = cut(after, b'}') else { return false };
            if !is_expression(expression) {
                return false;
            }
            after
        } else if let Some(after) = after_encoded(rest) {
            after
        } else if byte <= b' ' || byte == 0x7f || is_among(byte, b"\"%<>\\^`|}") {
            return false;
        } else {
            after
        };
        rest = after_plain(after);
    }
    true
}

fn is_expression(text: &[u8]) -> bool {
    let operator = text.first().is_some_and(|byte| is_among(*byte, b"+#./;?&=,!@|"));
    all_parts(text.get(usize::from(operator)..).unwrap_or_default(), b',', is_variable)
}

fn is_variable(text: &[u8]) -> bool {
    let (name, length) = cut(text, b':');
    let name = match length {
        None => name.strip_suffix(b"*").unwrap_or(name),
        Some([b'1'..=b'9', digits @ ..]) if digits.len() < 4 && digits.iter().all(u8::is_ascii_digit) => name,
        Some(_) => return false,
    };
    // Where a name and each of its parts starts, no dot may be.
    let (mut rest, mut starts) = (name, true);
    while let Some((&byte, after)) = rest.split_first() {
        rest = match after_encoded(rest) {
            Some(after) => after,
            None if byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.' && !starts => after,
            None => return false,
        };
        starts = byte == b'.';
    }
    !starts
}
