//! A JSON Pointer: RFC 6901; or a relative one, which starts with how many levels it goes up.
//!
//! ```text
//! pointer  = *( "/" *( any but "~" and "/" / "~0" / "~1" ) )
//! relative = ( "0" / 1-9 *DIGIT ) ( "#" / pointer )
//! ```

pub(super) const WORDS: &str = "a JSON Pointer, such as `/users/0`";

pub(super) const RELATIVE_WORDS: &str = "a relative JSON Pointer, such as `1/name`";

/// Whether a text is a JSON Pointer.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let mut before = b'/';
    for byte in text {
        if before == b'~' && !matches!(byte, b'0' | b'1') {
            return false;
        }
        before = *byte;
    }
    matches!(text.first(), None | Some(b'/')) && before != b'~'
}

/// Whether a text is a relative JSON Pointer.
#[must_use]
pub fn is_relative(text: &[u8]) -> bool {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_number = digits == 1 || digits > 1 && text.first() != Some(&b'0');
    let rest = text.get(digits..).unwrap_or_default();
    is_number && (rest == b"#" || is(rest))
}
