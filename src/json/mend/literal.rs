//! Strings, numbers and words as other notations write them, in JSON.

use super::bytes::{append, before, from, part, push, trim_start};
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
        append(json, part(rest, 0, plain));
        rest = from(rest, plain);
        if let Some(after) = closed(rest, quote) {
            return Ok(after);
        }
        let Some(&first) = rest.first() else { return Err(rest) };
        let after = from(rest, 1);
        match first {
            b'\\' => {
                rest = push_escape(json, after, bytes).ok_or(rest)?;
                continue;
            }
            b'\n' | b'\r' if !spans_lines => return Err(rest),
            0..0x20 => append(json, control_escape(first).as_bytes()),
            b'"' => append(json, b"\\\""),
            _ => push(json, first),
        }
        rest = after;
    }
}

/// What is after the closing quote, where a text starts with it. An apostrophe is one only where the string
/// could end.
fn closed(text: &[u8], quote: Quote) -> Option<&[u8]> {
    let after = match (quote, text) {
        (Quote::Never, []) => text,
        (Quote::Same(byte, length), _) => {
            let quotes = text.iter().take_while(|other| **other == byte).count();
            return (quotes >= length).then(|| from(text, length));
        }
        (Quote::Typographic(first, last), [0xe2, 0x80, byte, after @ ..])
            if *byte == first || *byte == last =>
        {
            after
        }
        _ => return None,
    };
    let could_end = || matches!(trim_start(after), [] | [b',' | b':' | b'}' | b']' | 0xef, ..]);
    (quote != Quote::Typographic(0x98, 0x99) || could_end()).then_some(after)
}

/// Appends what an escape means, from what is after its backslash; gives back what is left.
fn push_escape<'t>(json: &mut Vec<u8>, text: &'t [u8], bytes: bool) -> Option<&'t [u8]> {
    let (&letter, after) = text.split_first()?;
    let (digits, length) = match letter {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {
            append(json, &[b'\\', letter]);
            return Some(after);
        }
        // The end of the line is left out, in the string as well.
        b'\n' => return Some(after),
        b'u' if unit(after).is_some() => {
            append(json, b"\\u");
            return Some(after);
        }
        b'u' => {
            let length = before(after, b"}");
            (part(after, 1, length.min(8)), length + 1)
        }
        b'x' => (part(after, 0, 2), 2),
        b'0' => (b"0".as_slice(), 0),
        // What only some languages have.
        b'a' | b'e' | b'v' | b'U' | b'N' => return None,
        _ => {
            push(json, letter);
            return Some(after);
        }
    };
    let code = hexadecimal(digits)?;
    match code as u8 {
        byte if bytes && code >= 0x80 => push(json, byte),
        byte @ (b'"' | b'\\') if code < 0x80 => append(json, &[b'\\', byte]),
        byte if code < 0x20 => append(json, control_escape(byte).as_bytes()),
        _ => push_code(json, code),
    }
    Some(from(after, length))
}

/// The number of hexadecimal digits.
#[inline(never)]
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
    if let [b'0', b'x' | b'X', digits @ ..] = digits {
        let number = hexadecimal(digits).filter(|_| digits.len() <= 8 && !minus)?;
        return Some(decimal(number.into()).into());
    }
    let mut json = Vec::new();
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
    // At the start, after a zero, after other digits, after the point, in the fraction, after the `e`, after its
    // sign, in the exponent.
    let mut state = 0;
    for byte in text.strip_prefix(b"-").unwrap_or(text) {
        state = match (state, byte) {
            (0, b'0') => 1,
            (0 | 2, b'0'..=b'9') => 2,
            (1 | 2, b'.') => 3,
            (3 | 4, b'0'..=b'9') => 4,
            (1 | 2 | 4, b'e' | b'E') => 5,
            (5, b'+' | b'-') => 6,
            (5..=7, b'0'..=b'9') => 7,
            _ => return false,
        };
    }
    matches!(state, 1 | 2 | 4 | 7)
}
