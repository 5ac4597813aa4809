//! A flag: 0 or 1 on the wire, an integer or, with some providers, a string; canonical as a boolean.

pub(crate) const WORDS: &str = "0 or 1";

/// The words for a flag that is a string.
pub(super) const TEXT_WORDS: &str = "the string \"0\" or \"1\"";

/// Whether a text is a flag.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    matches!(text, b"0" | b"1")
}

/// A boolean in words.
pub(super) fn mend(text: &str) -> Option<String> {
    match text {
        "true" => Some("1".to_owned()),
        "false" => Some("0".to_owned()),
        _ => None,
    }
}

/// The boolean that a flag's integer is.
#[must_use]
pub fn canonical(integer: i64) -> Option<bool> {
    match integer {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}
