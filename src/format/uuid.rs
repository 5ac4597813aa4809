//! A UUID: 8-4-4-4-12 hexadecimal digits, of either case and of any variant, the nil one too;
//! canonical in lower case. No braces, no `urn:`, no missing hyphens.

use wide::i8x16;

use super::hex;
use crate::json::block;
use crate::json::string::cat;

pub(super) const WORDS: &str = "a UUID (8-4-4-4-12 hexadecimal digits)";

/// The same rule for JSON Schema.
pub const PATTERN: &str = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

/// Whether a text is a UUID.
#[inline(never)]
#[must_use]
pub fn is(text: &[u8]) -> bool {
    // Three overlapping blocks: bytes 0 to 16, 16 to 32 and 20 to 36; a bit for each hyphen in them.
    let Ok(text) = <&[u8; 36]>::try_from(text) else { return false };
    match (text.first_chunk::<16>(), text.get(16..32).and_then(<[u8]>::first_chunk), text.last_chunk::<16>())
    {
        (Some(head), Some(middle), Some(tail)) => {
            hex_but_hyphens(head, 1 << 8 | 1 << 13)
                && hex_but_hyphens(middle, 1 << 2 | 1 << 7)
                && hex_but_hyphens(tail, 1 << 3)
        }
        _ => false,
    }
}

#[inline(always)]
fn hex_but_hyphens(bytes: &[u8; 16], hyphens: u32) -> bool {
    let text = block(bytes);
    hex(text).to_bitmask() == !hyphens & 0xffff
        && text.simd_eq(i8x16::splat(b'-' as i8)).to_bitmask() == hyphens
}

/// Braces or `urn:uuid:` around it, or no hyphens.
pub(super) fn mend(text: &str) -> Option<String> {
    let text = text.strip_prefix("urn:uuid:").unwrap_or(text);
    let text = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
    if text.len() != 32 {
        return Some(text.to_owned());
    }
    let part = |from: usize, to: usize| text.get(from..to);
    Some(cat(&[part(0, 8)?, "-", part(8, 12)?, "-", part(12, 16)?, "-", part(16, 20)?, "-", part(20, 32)?]))
}
