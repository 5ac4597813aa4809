//! A time of day as RFC 3339 has it, with its offset from UTC.

use super::timestamp::are_date_and_time;

pub(super) const WORDS: &str = "an RFC 3339 time with its offset, such as `08:30:00Z`";

/// Whether a text is a time.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    are_date_and_time([b"1970-01-01T", text])
}
