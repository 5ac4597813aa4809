//! Strings, numbers and words as other notations write them, in JSON.

use crate::json::string::{control_escape, decimal, push_code, unit};

/// What a quote that opens a string is closed by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    /// The same byte, so many times.
    Same(u8, usize),
    /// A typographic one of the same kind, whose last byte is one of two.
    Typographic(u8, u8),
    /// Nothing but the end of the text.
    Never,
}

impl Quote {
    /// Whether what it closes may go on in the next line.
    pub fn spans_lines(self) -> bool {
        matches!(self, Quote::Same(b'`', _) | Quote::Same(_, 3))
    }
}

/// The quote that a text starts with, and its length.
pub(super) fn quote(text: &[u8]) -> Option<(Quote, usize)> {
    Some(match *text {
        [b'"', b'"', b'"', ..] => (Quote::Same(b'"', 3), 3),
        [b'\'', b'\'', b'\'', ..] => (Quote::Same(b'\'', 3), 3),
        [byte @ (b'"' | b'\'' | b'`'), ..] => (Quote::Same(byte, 1), 1),
        [0xe2, 0x80, 0x9c..=0x9f, ..] => (Quote::Typographic(0x9c, 0x9d), 3),
        [0xe2, 0x80, 0x98..=0x9b, ..] => (Quote::Typographic(0x98, 0x99), 3),
        _ => return None,
    })
}

/// Appends what stands in quotes, without them, as it stands in a JSON string: up to the closing quote, after
/// which it gives back what is left. In a string of `bytes`, an escape is a byte of UTF-8.
///
/// # Errors
/// What is left where it cannot go on: nothing where nothing closes it, an end of a line that it would have to go
/// on after and does not, an escape that is none.
pub(super) fn push_string<'t>(
    json: &mut Vec<u8>,
    mut rest: &'t [u8],
    quote: Quote,
    spans_lines: bool,
    bytes: bool,
) -> Result<&'t [u8], &'t [u8]> {
    loop {
        let is_special = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\'' | b'`' | b'\\' | 0xe2);
        let plain = rest.iter().position(is_special).unwrap_or(rest.len());
        let (text, special) = rest.split_at_checked(plain).unwrap_or_default();
        json.extend_from_slice(text);
        if let Some(after) = closed(special, quote) {
            return Ok(after);
        }
        let Some((&first, after)) = special.split_first() else { return Err(special) };
        rest = match first {
            b'\\' => push_escape(json, after, bytes).ok_or(special)?,
            b'"' => {
                json.extend_from_slice(b"\\\"");
                after
            }
            b'\n' | b'\r' if !spans_lines => return Err(special),
            0..0x20 => {
                json.extend_from_slice(control_escape(first).as_bytes());
                after
            }
            _ => {
                json.push(first);
                after
            }
        };
    }
}

/// What is after the closing quote, where a text starts with it. An apostrophe is one only where the string
/// could end.
fn closed(text: &[u8], quote: Quote) -> Option<&[u8]> {
    match (quote, text) {
        (Quote::Never, []) => Some(text),
        (Quote::Same(byte, length), _) => {
            let (quotes, after) = text.split_at_checked(length)?;
            quotes.iter().all(|other| *other == byte).then_some(after)
        }
        (Quote::Typographic(first, last), [0xe2, 0x80, byte, after @ ..])
            if *byte == first || *byte == last =>
        {
            let next = after.trim_ascii_start();
            let ends = matches!(next, [] | [b',' | b':' | b'}' | b']' | 0xef, ..]);
            (first == 0x9c || ends).then_some(after)
        }
        _ => None,
    }
}

/// Appends what an escape means, from what is after its backslash; gives back what is left.
fn push_escape<'t>(json: &mut Vec<u8>, text: &'t [u8], bytes: bool) -> Option<&'t [u8]> {
    let (&letter, after) = text.split_first()?;
    let (code, length) = match letter {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {
            json.extend_from_slice(&[b'\\', letter]);
            return Some(after);
        }
        // The end of the line is left out, in the string as well.
        b'\n' => return Some(after),
        b'u' if unit(after).is_some() => {
            json.extend_from_slice(b"\\u");
            return Some(after);
        }
        b'u' if after.first() == Some(&b'{') => {
            let length = after.iter().position(|byte| *byte == b'}').filter(|length| *length <= 7)?;
            (hexadecimal(after.get(1..length)?)?, length + 1)
        }
        b'U' => (hexadecimal(after.get(..8)?)?, 8),
        b'x' => (hexadecimal(after.get(..2)?)?, 2),
        b'v' => (0x0b, 0),
        b'a' => (0x07, 0),
        b'e' => (0x1b, 0),
        b'0' => (0, 0),
        _ => {
            json.push(letter);
            return Some(after);
        }
    };
    match code as u8 {
        byte if bytes && letter == b'x' && byte >= 0x80 => json.push(byte),
        byte @ (b'"' | b'\\') if code < 0x80 => json.extend_from_slice(&[b'\\', byte]),
        byte if code < 0x20 => json.extend_from_slice(control_escape(byte).as_bytes()),
        _ => push_code(json, code),
    }
    after.get(length..)
}

/// The number of hexadecimal digits.
pub(super) fn hexadecimal(digits: &[u8]) -> Option<u32> {
    let mut number = 0;
    for digit in digits {
        number = number << 4 | char::from(*digit).to_digit(16)?;
    }
    (!digits.is_empty()).then_some(number)
}

/// A number of any notation in JSON.
pub(crate) fn number(word: &[u8]) -> Option<Vec<u8>> {
    let (minus, digits) = match word {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        _ => (false, word),
    };
    if let [b'0', letter @ (b'x' | b'X' | b'o' | b'b'), digits @ ..] = digits {
        let radix = match letter {
            b'o' => 8,
            b'b' => 2,
            _ => 16,
        };
        let mut number: u64 = 0;
        for digit in digits {
            let digit = char::from(*digit).to_digit(radix)?;
            number = number.checked_mul(radix.into())?.checked_add(digit.into())?;
        }
        return (!digits.is_empty() && !minus).then(|| decimal(number).into());
    }
    let mut json = Vec::with_capacity(word.len() + 2);
    if minus {
        json.push(b'-');
    }
    if digits.first() == Some(&b'.') {
        json.push(b'0');
    }
    json.extend(digits.iter().filter(|byte| **byte != b'_'));
    match digits {
        [.., b'.'] => json.push(b'0'),
        [.., b'n' | b'L'] => drop(json.pop()),
        _ => {}
    }
    is_number(&json).then_some(json)
}

/// Whether a text is a number of JSON.
pub(super) fn is_number(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(text).filter(|(whole, _)| whole.len() == 1 || !whole.starts_with(b"0"));
    let Some((_, rest)) = whole else { return false };
    let rest = match rest {
        [b'.', fraction @ ..] => match digits(fraction) {
            Some((_, rest)) => rest,
            None => return false,
        },
        _ => rest,
    };
    match rest {
        [] => true,
        [b'e' | b'E', b'+' | b'-', power @ ..] | [b'e' | b'E', power @ ..] => {
            digits(power).is_some_and(|(_, rest)| rest.is_empty())
        }
        _ => false,
    }
}

/// The digits that a text starts with, at least one, and what is after them.
fn digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(count).filter(|_| count > 0)
}
