//! Text as it stands between quotes or in a URL, and what it says: escapes of JSON, and `%XX`. What it says may be
//! written back in another wording of the same lengths: each character as it was spelled.

use crate::json::string::{escaped_unit, hex};

/// How a text is spelled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// With the escapes of JSON.
    Json,
    /// With those and with `%XX`.
    Percent,
}

/// What an escape that is none says: a control character, which stays.
const WRONG: u8 = 0x1a;

/// What an escape of one letter says.
fn control(letter: u8) -> u8 {
    match letter {
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'f' => 12,
        b'r' => b'\r',
        _ => WRONG,
    }
}

/// A character as it is spelled, or a byte of it: how many bytes that takes, and what it says.
struct Unit {
    length: usize,
    bytes: [u8; 4],
    count: usize,
}

impl Unit {
    fn byte(length: usize, byte: u8) -> Self {
        Unit { length, bytes: [byte, 0, 0, 0], count: 1 }
    }

    /// An escaped UTF-16 code unit, or a pair of them; half of a pair as in WTF-8.
    fn escaped(length: usize, code: u32) -> Self {
        let low = |shift: u32| 0x80 | (code >> shift & 0x3f) as u8;
        let (bytes, count) = match code {
            0..0x80 => ([code as u8, 0, 0, 0], 1),
            0x80..0x800 => ([0xc0 | (code >> 6) as u8, low(0), 0, 0], 2),
            0x800..0x10000 => ([0xe0 | (code >> 12) as u8, low(6), low(0), 0], 3),
            _ => ([0xf0 | (code >> 18) as u8, low(12), low(6), low(0)], 4),
        };
        Unit { length, bytes, count }
    }

    fn first_of(text: &[u8], spelling: Spelling) -> Option<Unit> {
        Some(match *text {
            [] => return None,
            [b'\\', b'u', ..] => match (escaped_unit(text), text.get(6..).and_then(escaped_unit)) {
                (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                    Unit::escaped(12, 0x10000 + (u32::from(high & 0x3ff) << 10) + u32::from(low & 0x3ff))
                }
                (Some(unit), _) => Unit::escaped(6, unit.into()),
                _ => {
                    let digits = text.iter().skip(2).take(4).take_while(|byte| byte.is_ascii_alphanumeric());
                    Unit::byte(2 + digits.count(), WRONG)
                }
            },
            [b'\\', byte @ (b'"' | b'\\' | b'/'), ..] => Unit::byte(2, byte),
            [b'\\', byte @ b'!'..=b'~', ..] => Unit::byte(2, control(byte)),
            [b'%', high, low, ..] if spelling == Spelling::Percent => {
                match (char::from(high).to_digit(16), char::from(low).to_digit(16)) {
                    (Some(high), Some(low)) => Unit::byte(3, (high << 4 | low) as u8),
                    _ => Unit::byte(1, b'%'),
                }
            }
            [byte, ..] => Unit::byte(1, byte),
        })
    }
}

/// What a text says.
pub(super) fn read(mut raw: &[u8], spelling: Spelling) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    while let Some(unit) = Unit::first_of(raw, spelling) {
        text.extend_from_slice(unit.bytes.get(..unit.count).unwrap_or_default());
        raw = raw.get(unit.length..).unwrap_or_default();
    }
    text
}

/// Spells another text of the same lengths in place of the one that is there.
pub(super) fn write(mut raw: &mut [u8], mut text: &[u8], spelling: Spelling) {
    while let Some(Unit { length, bytes, count }) = Unit::first_of(raw, spelling) {
        let (Some((says, after)), Some((place, rest))) =
            (text.split_at_checked(count), raw.split_at_mut_checked(length))
        else {
            return;
        };
        (text, raw) = (after, rest);
        if bytes.get(..count) == Some(says) {
            continue;
        }
        match (length, says) {
            (3, [byte]) => put(place, &[b"%", hex((*byte).into(), 2, b'A').as_bytes()]),
            (6 | 12, _) => {
                let mut units = [0; 2];
                let character = std::str::from_utf8(says).ok().and_then(|text| text.chars().next());
                let units = character.unwrap_or_default().encode_utf16(&mut units);
                for (place, unit) in place.chunks_mut(6).zip(units) {
                    put(place, &[b"\\u", hex((*unit).into(), 4, b'a').as_bytes()]);
                }
            }
            _ => put(place, &[says]),
        }
    }
}

fn put(place: &mut [u8], parts: &[&[u8]]) {
    place.iter_mut().zip(parts.iter().copied().flatten()).for_each(|(byte, of)| *byte = *of);
}
