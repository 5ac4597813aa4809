//! Text as it stands between quotes or in a URL, and what it says: escapes of JSON, and `%XX`. What it says may be
//! written back in another wording of the same lengths: each character as it was spelled.

use super::pieces::{put, size};
use crate::json::string::{cat, escaped_unit, hex, push_code};

/// What an escape that is none says: no text, which stays.
const WRONG: u32 = u32::MAX;

/// A character, or a byte of one, at the start of a text: how many bytes its spelling takes, and what it says. What is
/// spelled in six bytes or more is a character.
#[inline(never)]
fn first_of(text: &[u8], with_percent: bool) -> (usize, u32) {
    match *text {
        [b'\\', b'u', ..] => match (escaped_unit(text), text.get(6..).and_then(escaped_unit)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                (12, 0x10000 + (u32::from(high & 0x3ff) << 10) + u32::from(low & 0x3ff))
            }
            (Some(unit), _) => (6, unit.into()),
            _ => {
                let is_digit = |byte: &&u8| byte.is_ascii_alphanumeric();
                (2 + text.iter().skip(2).take(4).take_while(is_digit).count(), WRONG)
            }
        },
        [b'\\', letter @ b'!'..=b'~', ..] => {
            let code = match letter {
                b'"' | b'\\' | b'/' => letter,
                b'b' => 8,
                b't' => b'\t',
                b'n' => b'\n',
                b'f' => 12,
                b'r' => b'\r',
                _ => 0xff,
            };
            (2, code.into())
        }
        [b'%', high, low, ..] if with_percent && high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
            let digit = |byte: u8| u32::from(byte & 15) + if byte > b'9' { 9 } else { 0 };
            (3, digit(high) << 4 | digit(low))
        }
        [byte, ..] => (1, byte.into()),
        [] => (0, 0),
    }
}

fn is_character(length: usize, code: u32) -> bool {
    length >= 6 && code != WRONG
}

/// What a text says.
pub(super) fn read(mut raw: &[u8], with_percent: bool) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    while !raw.is_empty() {
        let (length, code) = first_of(raw, with_percent);
        if is_character(length, code) {
            push_code(&mut text, code);
        } else {
            text.push(code as u8);
        }
        raw = raw.get(length..).unwrap_or_default();
    }
    text
}

/// Spells another text of the same lengths in place of the one that is there.
pub(super) fn write(mut raw: &mut [u8], mut text: &[u8], with_percent: bool) {
    while !raw.is_empty() {
        let (length, code) = first_of(raw, with_percent);
        let count = if is_character(length, code) { size(code) } else { 1 };
        let (Some((says, after)), Some((place, rest))) =
            (text.split_at_checked(count), raw.split_at_mut_checked(length))
        else {
            return;
        };
        match (length, says) {
            (1, _) => put(place, says),
            (3, [byte]) if code < 0x100 && u32::from(*byte) != code => put_hex(place, "%", (*byte).into(), 2),
            (6.., _) if code != WRONG => {
                let text = std::str::from_utf8(says).unwrap_or_default();
                for (place, unit) in place.chunks_mut(6).zip(text.encode_utf16()) {
                    if Some(unit) != escaped_unit(place) {
                        put_hex(place, "\\u", unit.into(), 4);
                    }
                }
            }
            _ => {}
        }
        (text, raw) = (after, rest);
    }
}

fn put_hex(place: &mut [u8], mark: &str, number: u32, digits: u32) {
    put(place, cat(&[mark, &hex(number, digits, b'a')]).as_bytes());
}
