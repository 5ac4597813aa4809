//! What a number's text says, by its digits alone: no double is made of it, so none is needed.

use std::cmp::Ordering;
use std::num::NonZeroU64;

use super::output::Output;

/// The digits of the largest integer that a double holds with all its neighbours, 2^53 − 1.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

/// The value where it is an integer, `1.0` and `1e3` included; saturated where it is beyond `i64`.
#[must_use]
pub fn integer(text: &[u8], decimal: bool) -> Option<i64> {
    let (negative, text) = match text.strip_prefix(b"-") {
        Some(text) => (true, text),
        None => (false, text),
    };
    let magnitude =
        if !decimal && text.len() <= 15 { value(text.iter()) } else { Decimal::read(text).integer()? };
    Some(if negative { -magnitude } else { magnitude })
}

/// Whether a number is beyond ±(2^53 − 1), what a double holds exactly.
#[must_use]
pub fn is_unsafe(text: &[u8]) -> bool {
    let decimal = Decimal::read(text.strip_prefix(b"-").unwrap_or(text));
    match decimal.integer() {
        Some(integer) => integer > MAX_SAFE,
        None => decimal.whole().is_none_or(|whole| whole >= MAX_SAFE),
    }
}

/// Whether a number is from 0 to 1.
#[must_use]
pub fn is_share(text: &[u8]) -> bool {
    let negative = text.first() == Some(&b'-');
    let decimal = Decimal::read(text.strip_prefix(b"-").unwrap_or(text));
    let is_one = decimal.count == 1 && decimal.exponent == 0 && decimal.digits().next() == Some(&b'1');
    decimal.count == 0 || !negative && (is_one || decimal.count as i64 + decimal.exponent <= 0)
}

/// Which of two numbers is larger, whatever their size: `-0` is as large as `0`.
#[must_use]
pub fn compare(left: &[u8], right: &[u8]) -> Ordering {
    let (left, right) = (Signed::read(left), Signed::read(right));
    let order = left.sign.cmp(&right.sign).then_with(|| {
        let (left, right) = (&left.size, &right.size);
        left.places().cmp(&right.places()).then_with(|| {
            let differ = |at: &usize| left.digit(*at) != right.digit(*at);
            let first = (0..left.count.max(right.count)).find(differ).unwrap_or(0);
            left.digit(first).cmp(&right.digit(first))
        })
    });
    // Of two negative numbers the one of the larger size is the smaller.
    if left.sign < 0 && right.sign < 0 { order.reverse() } else { order }
}

/// Whether a number is a multiple of another: exactly, as `0.3` is of `0.1`. `None` where the other is not above
/// zero, or has more than 18 significant digits.
#[must_use]
pub fn is_multiple(text: &[u8], of: &[u8]) -> Option<bool> {
    let (number, of) = (Signed::read(text).size, Signed::read(of));
    let digits = (of.sign > 0 && of.size.count <= 18).then(|| value(of.size.digits()))?;
    let unit = NonZeroU64::new(digits.unsigned_abs())?;
    // Without zeros at their ends: no number is a multiple of one with more places after the point.
    let shift = number.exponent - of.size.exponent;
    if number.count == 0 || shift < 0 {
        return Some(number.count == 0);
    }
    let append = |rest: u64, digit: u8| (rest * 10 + u64::from(digit)) % unit;
    let rest = (0..number.count).fold(0, |rest, at| append(rest, number.digit(at)));
    // A number of 18 digits has fewer than 60 factors of 2 and of 5: more tens cancel no more of them.
    Some((0..shift.min(60)).fold(rest, |rest, _| append(rest, 0)) == 0)
}

/// A longer integer is not taken for one that was meant.
const MOST_DIGITS: usize = 12;

/// Of a text that JSON writes as a number, without a sign and an exponent, whether it is an integer.
pub(crate) fn plain(text: &[u8]) -> Option<bool> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (whole, rest) = text.split_at_checked(count)?;
    let is_whole = matches!(whole, [b'0'] | [b'1'..=b'9', ..]) && count <= MOST_DIGITS;
    match rest {
        [] => is_whole.then_some(true),
        [b'.', digit, ..] if digit.is_ascii_digit() => {
            (is_whole && rest.iter().skip(1).all(u8::is_ascii_digit)).then_some(false)
        }
        _ => None,
    }
}

/// Whether a number is an integer, `1.0`, `1e3` and `1e400` included.
#[must_use]
pub fn is_integral(text: &[u8]) -> bool {
    let size = Signed::read(text).size;
    size.count == 0 || size.exponent >= 0
}

/// Appends one spelling for every number of a value: `1`, `1.0` and `10e-1` have the same.
pub(crate) fn push_canonical(spelling: &mut Output, text: &[u8]) {
    let decimal = Decimal::read(text.strip_prefix(b"-").unwrap_or(text));
    if decimal.count == 0 {
        spelling.byte(b'0');
        return;
    }
    if text.first() == Some(&b'-') {
        spelling.byte(b'-');
    }
    for digit in decimal.digits() {
        spelling.byte(*digit);
    }
    spelling.byte(b'e');
    spelling.push(&decimal.exponent.to_le_bytes());
}

/// A number: -1, 0 or 1 for what its sign is, and without its sign.
struct Signed<'a> {
    sign: i8,
    size: Decimal<'a>,
}

impl Signed<'_> {
    #[inline(never)]
    fn read(text: &[u8]) -> Signed<'_> {
        let (sign, text) = match text.strip_prefix(b"-") {
            Some(text) => (-1, text),
            None => (1, text),
        };
        let size = Decimal::read(text);
        Signed { sign: if size.count == 0 { 0 } else { sign }, size }
    }
}

/// A number without its sign: its significant digits, no zero at either end, × 10^`exponent`.
struct Decimal<'a> {
    whole: &'a [u8],
    fraction: &'a [u8],
    /// How many zeros are before the significant digits.
    zeros: usize,
    count: usize,
    exponent: i64,
}

impl Decimal<'_> {
    fn read(text: &[u8]) -> Decimal<'_> {
        let split = |text: &'_ [u8], is: fn(&u8) -> bool| text.iter().position(is).unwrap_or(text.len());
        let (mantissa, exponent) = text.split_at(split(text, |byte| matches!(byte, b'e' | b'E')));
        let (whole, fraction) = mantissa.split_at(split(mantissa, |byte| *byte == b'.'));
        let fraction = fraction.strip_prefix(b".").unwrap_or_default();
        let exponent = exponent.get(1..).unwrap_or_default();
        let (down, exponent) = match exponent.split_first() {
            Some((b'-', digits)) => (true, digits),
            Some((b'+', digits)) => (false, digits),
            _ => (false, exponent),
        };
        let size =
            exponent.iter().fold(0i64, |value, digit| (value * 10 + i64::from(digit & 15)).min(1 << 40));
        let is_zero = |digit: &&u8| **digit == b'0';
        let zeros = whole.iter().chain(fraction).take_while(is_zero).count();
        let count = whole.len() + fraction.len() - zeros;
        let places = fraction.iter().rev().chain(whole.iter().rev()).take(count).take_while(is_zero).count();
        Decimal {
            whole,
            fraction,
            zeros,
            count: count - places,
            exponent: if down { -size } else { size } - fraction.len() as i64 + places as i64,
        }
    }

    fn digits(&self) -> impl Iterator<Item = &u8> {
        self.whole.iter().chain(self.fraction).skip(self.zeros).take(self.count)
    }

    /// One of its digits, the first of which is at 0; a zero beyond the last.
    #[inline(never)]
    fn digit(&self, at: usize) -> u8 {
        let at = at + self.zeros;
        let digit = match at.checked_sub(self.whole.len()) {
            Some(at) => self.fraction.get(at),
            None => self.whole.get(at),
        };
        digit.map_or(0, |digit| digit & 15)
    }

    /// How many places it has before the point; fewer than none where zeros are first after it.
    fn places(&self) -> i64 {
        if self.count == 0 { 0 } else { self.count as i64 + self.exponent }
    }

    fn integer(&self) -> Option<i64> {
        match self.exponent {
            _ if self.count == 0 => Some(0),
            0.. => self.whole(),
            _ => None,
        }
    }

    /// The part before the point; `None` where it is beyond every double.
    fn whole(&self) -> Option<i64> {
        match self.count as i64 + self.exponent {
            ..=0 => Some(0),
            places @ 1..=18 => {
                let whole = value(self.digits().take(places as usize));
                Some((self.count..places as usize).fold(whole, |value, _| value * 10))
            }
            19..=308 => Some(i64::MAX),
            _ => None,
        }
    }
}

fn value<'a>(digits: impl Iterator<Item = &'a u8>) -> i64 {
    digits.fold(0, |value, digit| value * 10 + i64::from(digit & 15))
}
