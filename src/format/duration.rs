//! A duration as RFC 3339 has it in its appendix A: without fractions, and of no unit without those between it and
//! the next one that is there.
//!
//! ```text
//! duration = "P" ( date [ "T" time ] / "T" time / 1*DIGIT "W" )
//! date     = one or more of 1*DIGIT ( "Y" / "M" / "D" ), one after the other in this order
//! time     = likewise ( "H" / "M" / "S" )
//! ```

pub(super) const WORDS: &str = "an RFC 3339 duration, such as `P1DT12H`";

/// Whether a text is a duration.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let Some(text) = text.strip_prefix(b"P") else { return false };
    let date = after(text, b"YMD");
    match date.strip_prefix(b"T") {
        Some(time) => !time.is_empty() && after(time, b"HMS").is_empty(),
        None => !text.is_empty() && (date.is_empty() || after(text, b"W").is_empty()),
    }
}

/// What is after some numbers, each with its unit.
#[inline(never)]
fn after<'a>(text: &'a [u8], units: &[u8]) -> &'a [u8] {
    let (mut rest, mut next) = (text, None);
    loop {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let Some((&unit, after)) = rest.get(digits..).and_then(<[u8]>::split_first) else { return rest };
        let place = units.iter().position(|other| *other == unit);
        if digits == 0 || place.is_none_or(|place| next.is_some_and(|next| place != next)) {
            return rest;
        }
        (rest, next) = (after, place.map(|place| place + 1));
    }
}
