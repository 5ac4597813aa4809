//! A UUID: 8-4-4-4-12 hexadecimal digits, of either case and of any variant, the nil one too;
//! canonical in lower case. No braces, no `urn:`, no missing hyphens.

use super::all_hex;

pub(super) const WORDS: &str = "a UUID (8-4-4-4-12 hexadecimal digits)";

/// The same rule for JSON Schema.
pub const PATTERN: &str = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

/// Whether a text is a UUID.
#[inline]
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let Ok(text) = <&[u8; 36]>::try_from(text) else { return false };
    let &[a, b, c, d, e, f, g, h, b'-', i, j, k, l, b'-', m, n, o, p, b'-', q, r, s, t, b'-', ref tail @ ..] =
        text
    else {
        return false;
    };
    all_hex([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p])
        && [q, r, s, t].iter().all(u8::is_ascii_hexdigit)
        && tail.iter().all(u8::is_ascii_hexdigit)
}

/// Braces, `urn:uuid:`, white space around it, or no hyphens.
pub(super) fn mend(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("urn:uuid:").unwrap_or(text);
    let text = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
    if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(text.to_owned());
    }
    let part = |range| text.get(range);
    Some([part(0..8)?, part(8..12)?, part(12..16)?, part(16..20)?, part(20..32)?].join("-"))
}
