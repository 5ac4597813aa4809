//! What a string's bytes say.

use std::borrow::Cow;

/// The text of a string's inner bytes with its escapes resolved, as UTF-8; the half of a surrogate
/// pair as its three bytes in the manner of WTF-8, so that two different strings stay different.
#[must_use]
pub fn unescape(inner: &[u8]) -> Cow<'_, [u8]> {
    if !inner.contains(&b'\\') {
        return Cow::Borrowed(inner);
    }
    let mut text = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        let (before, after) = rest.split_at_checked(at).unwrap_or_default();
        text.extend_from_slice(before);
        let Some((&[_, escape], after)) = after.split_first_chunk() else { return Cow::Owned(text) };
        rest = after;
        text.push(match escape {
            b'b' => 8,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                let Some(high) = unit(rest) else { return Cow::Owned(text) };
                rest = rest.get(4..).unwrap_or_default();
                let mut code = u32::from(high);
                if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (high, escaped_unit(rest)) {
                    code = 0x10000 + ((code - 0xd800) << 10) + (u32::from(low) - 0xdc00);
                    rest = rest.get(6..).unwrap_or_default();
                }
                push_code(&mut text, code);
                continue;
            }
            other => other,
        });
    }
    text.extend_from_slice(rest);
    Cow::Owned(text)
}

/// The text for a person to read: what is not Unicode is replaced.
#[must_use]
pub fn readable(inner: &[u8]) -> String {
    text(inner).into_owned()
}

/// As [`readable`]; nearly every text can be read where it is.
pub(crate) fn text(inner: &[u8]) -> Cow<'_, str> {
    match unescape(inner) {
        Cow::Borrowed(bytes) => shown(bytes),
        Cow::Owned(bytes) => lossy(&bytes).into(),
    }
}

/// As [`lossy`].
pub(crate) fn shown(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => lossy(bytes).into(),
    }
}

/// Bytes as text: what is not UTF-8 is replaced, half of a surrogate pair by one character.
#[must_use]
pub fn lossy(bytes: &[u8]) -> String {
    replaced(bytes, false)
}

/// Text in the manner of WTF-8 as UTF-8, its halves of surrogate pairs as escapes.
pub(crate) fn halves(raw: &[u8]) -> String {
    replaced(raw, true)
}

fn replaced(mut bytes: &[u8], escape_halves: bool) -> String {
    let mut text = String::with_capacity(bytes.len());
    loop {
        let wrong = match std::str::from_utf8(bytes) {
            Ok(rest) => {
                text.push_str(rest);
                return text;
            }
            Err(wrong) => wrong,
        };
        let (right, rest) = bytes.split_at_checked(wrong.valid_up_to()).unwrap_or_default();
        text.push_str(std::str::from_utf8(right).unwrap_or_default());
        let length = match *rest {
            [0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf, ..] => {
                if escape_halves {
                    let unit = 0xd000 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
                    text.push_str(&cat(&["\\u", &hex(unit, 4, b'a')]));
                } else {
                    text.push('\u{fffd}');
                }
                3
            }
            _ => {
                text.push('\u{fffd}');
                wrong.error_len().unwrap_or(rest.len())
            }
        };
        bytes = rest.get(length..).unwrap_or_default();
    }
}

/// The UTF-16 code unit of four hexadecimal digits.
pub(crate) fn unit(digits: &[u8]) -> Option<u16> {
    let digits = digits.first_chunk::<4>()?;
    let mut unit = 0;
    for digit in digits {
        unit = unit << 4 | char::from(*digit).to_digit(16)? as u16;
    }
    Some(unit)
}

/// The UTF-16 code unit of an escape `\uXXXX` at the start of `text`.
pub(crate) fn escaped_unit(text: &[u8]) -> Option<u16> {
    unit(text.strip_prefix(b"\\u")?)
}

/// The escape of a control character.
pub(crate) fn control_escape(byte: u8) -> String {
    match byte {
        b'\t' => "\\t".to_owned(),
        _ => cat(&["\\u", &hex(byte.into(), 4, b'a')]),
    }
}

pub(crate) fn push_code(text: &mut Vec<u8>, code: u32) {
    match char::from_u32(code) {
        Some(character) => text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        None => text.extend_from_slice(&[0xed, 0x80 | (code >> 6 & 0x3f) as u8, 0x80 | (code & 0x3f) as u8]),
    }
}

/// Appends a JSON string, quotes included, of a text.
pub(crate) fn push_quoted(json: &mut Vec<u8>, text: &str) {
    json.push(b'"');
    json.extend_from_slice(escaped(text).as_bytes());
    json.push(b'"');
}

/// A text as it stands between the quotes of a JSON string. Nearly every text stands for itself.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    let special = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    if !text.bytes().fold(false, |any, byte| any | special(byte)) {
        return text.into();
    }
    let mut escaped = Vec::with_capacity(text.len() + 8);
    for &byte in text.as_bytes() {
        let letter = match byte {
            8 => b'b',
            9 => b't',
            10 => b'n',
            12 => b'f',
            13 => b'r',
            0..32 => b'u',
            b'"' | b'\\' => byte,
            _ => {
                escaped.push(byte);
                continue;
            }
        };
        escaped.extend_from_slice(&[b'\\', letter]);
        if letter == b'u' {
            escaped.extend_from_slice(hex(byte.into(), 4, b'a').as_bytes());
        }
    }
    lossy(&escaped).into()
}

/// Takes away what a text has had since it was of a length. `truncate` would have to panic elsewhere.
#[inline(never)]
pub(crate) fn shorten(text: &mut String, length: usize) {
    while text.len() > length {
        text.pop();
    }
}

/// A number in decimal digits. The standard library's way of writing one brings in all of its formatting.
pub(crate) fn push_number(text: &mut String, number: u64) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// As [`push_number`].
pub(crate) fn decimal(number: u64) -> String {
    let mut text = String::new();
    push_number(&mut text, number);
    text
}

/// The last digits of a number in hexadecimal, the letters from `a` on.
pub(crate) fn hex(number: u32, digits: u32, a: u8) -> String {
    let mut text = String::new();
    for place in (0..digits).rev() {
        let digit = (number >> (4 * place) & 15) as u8;
        text.push(char::from(if digit < 10 { b'0' + digit } else { a - 10 + digit }));
    }
    text
}

/// What stands before the first of such a byte, and what stands after it. The standard library's ways to split a
/// text bring in all of its formatting.
#[inline(never)]
pub(crate) fn cut(text: &str, byte: u8) -> Option<(&str, &str)> {
    around(text, text.bytes().position(|other| other == byte)?)
}

/// As [`cut`], at the last of such a byte.
#[inline(never)]
pub(crate) fn cut_last(text: &str, byte: u8) -> Option<(&str, &str)> {
    around(text, text.bytes().rposition(|other| other == byte)?)
}

fn around(text: &str, at: usize) -> Option<(&str, &str)> {
    let (before, after) = text.split_at_checked(at)?;
    Some((before, after.get(1..)?))
}

/// Texts one after the other. Words are put together so everywhere: it is worth compiling once.
pub(crate) fn cat(parts: &[&str]) -> String {
    let mut text = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        text.push_str(part);
    }
    text
}
