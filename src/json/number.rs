//! What a number's text says, by its digits alone: no double is made of it, so none is needed.

use super::string::{cat, decimal, shown};

/// The digits of the largest integer that a double holds with all its neighbours, 2^53 − 1.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

/// The value where it is an integer, `1.0` and `1e3` included; saturated where it is beyond `i64`.
#[must_use]
pub fn integer(text: &[u8], decimal: bool) -> Option<i64> {
    let (negative, text) = match text.strip_prefix(b"-") {
        Some(text) => (true, text),
        None => (false, text),
    };
    let magnitude = if !decimal && text.len() <= 15 { value(text) } else { Decimal::read(text).integer()? };
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

/// One spelling for every number of a value: `1`, `1.0` and `10e-1` have the same.
#[must_use]
pub fn canonical(text: &[u8]) -> String {
    let (sign, text) = match text.strip_prefix(b"-") {
        Some(text) => ("-", text),
        None => ("", text),
    };
    let Decimal { digits, exponent } = Decimal::read(text);
    match digits.as_slice() {
        [] => "0".to_owned(),
        digits => {
            let below = if exponent < 0 { "-" } else { "" };
            cat(&[sign, &shown(digits), "e", below, &decimal(exponent.unsigned_abs())])
        }
    }
}

/// A number without its sign: `digits` × 10^`exponent`.
struct Decimal {
    /// Significant digits, no zero at either end.
    digits: Vec<u8>,
    exponent: i64,
}

impl Decimal {
    fn read(text: &[u8]) -> Decimal {
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
        let mut exponent = if down { -size } else { size } - fraction.len() as i64;
        let all = whole.iter().chain(fraction).skip_while(|digit| **digit == b'0');
        let mut digits: Vec<u8> = all.copied().collect();
        while digits.last() == Some(&b'0') {
            digits.pop();
            exponent += 1;
        }
        Decimal { digits, exponent }
    }

    fn integer(&self) -> Option<i64> {
        match self.exponent {
            _ if self.digits.is_empty() => Some(0),
            0.. => self.whole(),
            _ => None,
        }
    }

    /// The part before the point; `None` where it is beyond every double.
    fn whole(&self) -> Option<i64> {
        let places = self.digits.len() as i64 + self.exponent;
        match places {
            ..=0 => Some(0),
            1..=18 => {
                let zeros = std::iter::repeat(&b'0');
                let digits: Vec<u8> =
                    self.digits.iter().chain(zeros).take(places as usize).copied().collect();
                Some(value(&digits))
            }
            19..=308 => Some(i64::MAX),
            _ => None,
        }
    }
}

fn value(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit & 15))
}
