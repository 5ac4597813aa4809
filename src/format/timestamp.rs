//! A moment: a date and a time of day with its offset from UTC; canonical as RFC 3339 in UTC with
//! the fraction's digits as they were sent.
//!
//! ```text
//! timestamp = date ( "T" / "t" / SP ) time [ offset ]        SP where the style is lenient
//! date      = 4digit "-" 2digit "-" 2digit                   a day of the calendar
//! time      = 2digit ":" 2digit ":" 2digit [ "." 1*digit ]   23:59:60 where that is a second of UTC
//! offset    = "Z" / "z" / ( "+" / "-" ) 2digit [ ":" ] 2digit   ":" optional where lenient; at most 23:59
//! ```

use crate::json::output::Output;
use crate::json::string::cat;

/// Which spellings are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// RFC 3339.
    Rfc3339,
    /// RFC 3339, or a space for the `T`, or an offset without its colon.
    Lenient,
}

/// A moment as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timestamp<'a> {
    /// The year, the month and the day as written.
    date: [i32; 3],
    /// Seconds since that day's midnight, a leap second counted as 59.
    seconds: i32,
    leap: bool,
    /// The fraction's digits, without the point.
    fraction: &'a [u8],
    /// Seconds to subtract to be in UTC; absent where the text has no offset.
    offset: Option<i32>,
}

/// Reads a text as a moment; `None` where it is none.
#[must_use]
pub fn parse(text: &[u8], style: Style) -> Option<Timestamp<'_>> {
    let (date, rest) = text.split_first_chunk::<10>()?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else { return None };
    let (year, month, day) = (pair(y1, y2)? * 100 + pair(y3, y4)?, pair(m1, m2)?, pair(d1, d2)?);
    if day < 1 || day > days_in(year, month)? {
        return None;
    }
    let (time, rest) = rest.split_first_chunk::<9>()?;
    let &[separator, h1, h2, b':', n1, n2, b':', s1, s2] = time else { return None };
    if !(matches!(separator, b'T' | b't') || separator == b' ' && style == Style::Lenient) {
        return None;
    }
    let (hour, minute, second) = (pair(h1, h2)?, pair(n1, n2)?, pair(s1, s2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (fraction, rest) = match rest.strip_prefix(b".") {
        Some(digits) => {
            let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if count == 0 {
                return None;
            }
            digits.split_at_checked(count)?
        }
        None => ([].as_slice(), rest),
    };
    let (date, leap, offset) = ([year, month, day], second == 60, offset(rest, style)?);
    let seconds = hour * 3600 + minute * 60 + second.min(59);
    // A leap second is the last of a day in UTC.
    if leap && utc_seconds(date, seconds, offset).rem_euclid(86_400) != 86_399 {
        return None;
    }
    Some(Timestamp { date, seconds, leap, fraction, offset })
}

/// Seconds since 1970 in UTC.
#[inline(never)]
fn utc_seconds([year, month, day]: [i32; 3], seconds: i32, offset: Option<i32>) -> i64 {
    let seconds = seconds - offset.unwrap_or(0);
    i64::from(days_since_1970(year, month, day)) * 86_400 + i64::from(seconds)
}

pub(super) const WORDS: &str = "an RFC 3339 date and time, such as `2025-01-31T08:30:00Z`";

/// Whether a text in two parts is a moment as RFC 3339 has it, with its offset.
#[inline(never)]
pub(super) fn are_date_and_time(parts: [&[u8]; 2]) -> bool {
    parse(&parts.concat(), Style::Rfc3339).is_some_and(|moment| moment.has_offset())
}

/// Another character for the `T`, or an offset without its colon.
pub(super) fn mend(text: &str) -> Option<String> {
    let (date, time) = (text.get(..10)?, text.get(11..)?);
    let minutes = if matches!(time.as_bytes(), [.., b'+' | b'-', _, _, _, _]) { 2 } else { 0 };
    let (start, end) = time.split_at_checked(time.len() - minutes)?;
    Some(cat(&[date, "T", start, if minutes > 0 { ":" } else { "" }, end]))
}

/// `Some(None)` for no offset at all, `None` for a wrong one.
fn offset(text: &[u8], style: Style) -> Option<Option<i32>> {
    let (sign, [h1, h2, m1, m2]) = match *text {
        [] => return Some(None),
        [b'Z' | b'z'] => return Some(Some(0)),
        [sign, h1, h2, b':', m1, m2] => (sign, [h1, h2, m1, m2]),
        [sign, h1, h2, m1, m2] if style == Style::Lenient => (sign, [h1, h2, m1, m2]),
        _ => return None,
    };
    let sign = match sign {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = (pair(h1, h2)?, pair(m1, m2)?);
    (hours < 24 && minutes < 60).then_some(Some(sign * (hours * 3600 + minutes * 60)))
}

impl Timestamp<'_> {
    /// Whether the text says its offset from UTC.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        self.offset.is_some()
    }

    /// Appends it as RFC 3339 in UTC, the fraction's digits kept. Nothing, and `false`, without an offset,
    /// and outside the years 0 to 9999, which RFC 3339 cannot say.
    #[must_use]
    pub(crate) fn push(&self, text: &mut Output) -> bool {
        let said = self.offset.is_some() && push_date_and_time(text, self.utc_seconds(), self.leap);
        if said {
            if !self.fraction.is_empty() {
                text.byte(b'.');
                text.push(self.fraction);
            }
            text.byte(b'Z');
        }
        said
    }

    fn utc_seconds(&self) -> i64 {
        utc_seconds(self.date, self.seconds, self.offset)
    }
}

/// Appends the seconds since 1970 as RFC 3339 in UTC; nothing, and `false`, outside the years 0 to 9999.
#[must_use]
pub(crate) fn push_seconds(text: &mut Output, seconds: i64) -> bool {
    let said = push_date_and_time(text, seconds, false);
    if said {
        text.byte(b'Z');
    }
    said
}

fn push_date_and_time(text: &mut Output, seconds: i64, leap: bool) -> bool {
    if !(-62_167_219_200..=253_402_300_799).contains(&seconds) {
        return false;
    }
    let (year, month, day) = date_of(seconds.div_euclid(86_400) as i32);
    let time = seconds.rem_euclid(86_400) as i32;
    let digits = |number: i32| [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
    let ([y1, y2], [y3, y4]) = (digits(year / 100), digits(year % 100));
    let ([m1, m2], [d1, d2]) = (digits(month), digits(day));
    let ([h1, h2], [n1, n2]) = (digits(time / 3600), digits(time / 60 % 60));
    let [s1, s2] = digits(time % 60 + i32::from(leap));
    text.push(&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2]);
    true
}

#[inline]
fn pair(tens: u8, ones: u8) -> Option<i32> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i32::from(tens & 15) * 10 + i32::from(ones & 15))
}

fn days_in(year: i32, month: i32) -> Option<i32> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) { 29 } else { 28 }),
        _ => None,
    }
}

/// Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day is the last.
fn days_since_1970(year: i32, month: i32, day: i32) -> i32 {
    let year = if month < 3 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Its inverse, `civil_from_days`.
fn date_of(days: i32) -> (i32, i32, i32) {
    let days = days + 719_468;
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let (day, month) = (day_of_year - (153 * shifted + 2) / 5 + 1, (shifted + 2) % 12 + 1);
    let year = days.div_euclid(146_097) * 400 + year_of_era + i32::from(month < 3);
    (year, month, day)
}

/// The same rule for JSON Schema, days of the calendar included; it lets a leap second stand at any
/// minute.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
#[must_use]
pub fn pattern(style: Style, offset_required: bool) -> String {
    const DATE: &str = "(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29\
        |[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)\
        |02-(?:0[1-9]|1[0-9]|2[0-8])))";
    const TIME: &str = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?";
    let (separator, colon) = match style {
        Style::Rfc3339 => ("[Tt]", ":"),
        Style::Lenient => ("[Tt ]", ":?"),
    };
    let optional = if offset_required { "" } else { "?" };
    format!("^{DATE}{separator}{TIME}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]){colon}[0-5][0-9]){optional}$")
}
