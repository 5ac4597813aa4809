//! A flag: the integer 0 or 1 on the wire; canonical as a boolean.

pub(crate) const WORDS: &str = "0 or 1";

/// The boolean that a flag's integer is.
#[must_use]
pub fn canonical(integer: i64) -> Option<bool> {
    match integer {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}
