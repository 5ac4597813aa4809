//! A date as RFC 3339 has it: a day of the calendar.

use super::timestamp::are_date_and_time;

pub(super) const WORDS: &str = "an RFC 3339 date, such as `2025-01-31`";

/// Whether a text is a date.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    text.len() == 10 && are_date_and_time([text, b"T00:00:00Z"])
}
