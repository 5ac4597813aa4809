//! A date as RFC 3339 has it: a day of the calendar.

use super::timestamp::{self, Style};

pub(super) const WORDS: &str = "an RFC 3339 date, such as `2025-01-31`";

/// Whether a text is a date.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    text.len() == 10 && timestamp::parse(&[text, b"T00:00:00"].concat(), Style::Rfc3339).is_some()
}
