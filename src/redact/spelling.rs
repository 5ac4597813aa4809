//! Text as it stands in quotes, in a URL or in another encoding, and what it says. What it says may be written back in
//! another wording of the same lengths: each character as it was spelled.

use super::characters::{put, size};
use crate::json::mend::characters::{in_windows, of_windows};
use crate::json::mend::entity;
use crate::json::string::{cat, escaped_unit, hex, push_code};

/// How a text is spelled: what may stand in it, a bit for each, or how each of its characters is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Spelling(u16);

impl Spelling {
    /// Escapes of JSON, and `\x41`.
    pub const ESCAPES: Self = Spelling(1);
    /// `%41`.
    pub const PERCENT: Self = Spelling(2);
    /// The same, and `+` is a space.
    pub const FORM: Self = Spelling(2 | 4);
    /// HTML entities.
    pub const ENTITIES: Self = Spelling(8);
    /// What may stand in any code.
    pub const CODE: Self = Spelling(1 | 2 | 8);
    /// UTF-16, whose first byte is the lower one.
    pub const LITTLE: Self = Spelling(16);
    /// UTF-16, whose first byte is the higher one.
    pub const BIG: Self = Spelling(32);
    /// UTF-8 that was read as Windows-1252.
    pub const MISREAD: Self = Spelling(64);
    /// Windows-1252.
    pub const WINDOWS: Self = Spelling(128);

    /// In which a body may stand in a text.
    pub const OF_BODIES: [Self; 8] = [
        Self::IN_QUOTES,
        Self::FORM,
        Self::PERCENT,
        Self::ENTITIES,
        Self::DOUBLED,
        Self::SINGLES,
        Self::BACKTICKS,
        Self::REOPENED,
    ];
    /// UTF-16 that was read as text: a NUL is after each character, or before it.
    pub const NULS: Self = Spelling(4096);
    pub const AFTER_NULS: Self = Spelling(8192);
    /// Escapes in any quotes, which are escaped as well.
    const IN_QUOTES: Self = Spelling(1 | 16384);
    // In quotes: of CSV, of SQL, of PowerShell, of other shells.
    const DOUBLED: Self = Spelling(256);
    const SINGLES: Self = Spelling(512);
    const BACKTICKS: Self = Spelling(1024);
    const REOPENED: Self = Spelling(2048);

    fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// What stands for a quote in quotes.
const QUOTES: [(Spelling, &[u8]); 5] = [
    (Spelling::DOUBLED, b"\"\""),
    (Spelling::SINGLES, b"''"),
    (Spelling::BACKTICKS, b"`\""),
    (Spelling::REOPENED, b"'\\''"),
    (Spelling::REOPENED, b"'\"'\"'"),
];

/// What an escape that is none says: no text, which stays.
const WRONG: u32 = u32::MAX;

/// What stands at the start of a text: how many bytes its spelling takes, what it says, and whether that is a character,
/// or a byte of one.
type First = (usize, u32, bool);

#[inline(never)]
fn first_of(text: &[u8], spelling: Spelling) -> First {
    match *text {
        [] => (0, 0, false),
        [one, other, ..] if spelling.has(Spelling::LITTLE) => wide(text, [one, other], false),
        [one, other, ..] if spelling.has(Spelling::BIG) => wide(text, [other, one], true),
        [byte, 0, ..] if spelling.has(Spelling::NULS) => (2, byte.into(), false),
        [0, byte, ..] if spelling.has(Spelling::AFTER_NULS) => (2, byte.into(), false),
        [byte @ 0x80..=0xff, ..] if spelling.has(Spelling::WINDOWS) => (1, of_windows(byte), true),
        [0x80..=0xff, ..] if spelling.has(Spelling::MISREAD) => {
            let length = text.iter().skip(1).take_while(|byte| **byte & 0xc0 == 0x80).count() + 1;
            let text = std::str::from_utf8(text.get(..length).unwrap_or_default()).unwrap_or_default();
            let code = text.chars().next().and_then(|c| in_windows(c.into()));
            (length, code.map_or(WRONG, u32::from), false)
        }
        [b'\\', quote @ (b'\'' | b'`'), ..] if spelling.has(Spelling::IN_QUOTES) => (2, quote.into(), false),
        [b'\\', ..] if spelling.has(Spelling::ESCAPES) => escape(text),
        [b'%', high, low, ..] if spelling.has(Spelling::PERCENT) => match two_digits([high, low]) {
            Some(code) => (3, code, false),
            None => (1, u32::from(b'%'), false),
        },
        [b'+', ..] if spelling.has(Spelling::FORM) => (1, u32::from(b' '), false),
        [b'"' | b'\'' | b'`', ..] if spelling.0 > Spelling::WINDOWS.0 => {
            let quote = QUOTES.iter().find(|(of, quote)| spelling.has(*of) && text.starts_with(quote));
            let quote = quote.map_or(text.get(..1), |(_, quote)| Some(*quote)).unwrap_or_default();
            (quote.len(), quote.last().copied().map_or(0, u32::from), false)
        }
        [b'&', ..] if spelling.has(Spelling::ENTITIES) => match entity(text) {
            Some((says, length)) => (length, says.into(), false),
            None => (1, u32::from(b'&'), false),
        },
        [byte, ..] => (1, byte.into(), false),
    }
}

fn escape(text: &[u8]) -> First {
    if let [_, b'u', b'{', digits @ ..] = text
        && let Some((code, count)) = in_braces(digits)
    {
        return (4 + count, code, true);
    }
    if let [_, b'x', high, low, after @ ..] = text
        && let Some(code) = two_digits([*high, *low])
    {
        // It may be a byte of UTF-8 as well.
        let goes_on = matches!(after, [b'\\', b'x', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', ..]);
        return (4, code, code >= 0xc0 && !goes_on);
    }
    match *text {
        [_, b'u', ..] => match (escaped_unit(text), text.get(6..).and_then(escaped_unit)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => (12, pair(high, low), true),
            (Some(unit), _) => (6, unit.into(), true),
            _ => {
                let is_digit = |byte: &&u8| byte.is_ascii_alphanumeric();
                (2 + text.iter().skip(2).take(4).take_while(is_digit).count(), WRONG, false)
            }
        },
        [_, letter @ b'!'..=b'~', ..] => {
            let code = match letter {
                b'"' | b'\\' | b'/' => letter,
                b'b' => 8,
                b't' => b'\t',
                b'n' => b'\n',
                b'f' => 12,
                b'r' => b'\r',
                _ => 0xff,
            };
            (2, code.into(), false)
        }
        _ => (1, u32::from(b'\\'), false),
    }
}

/// The code point of hexadecimal digits before a brace, and how many there are.
fn in_braces(text: &[u8]) -> Option<(u32, usize)> {
    let count = text.iter().take(MOST_DIGITS + 1).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let digits = std::str::from_utf8(text.get(..count)?).ok()?;
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| text.get(count) == Some(&b'}'))?;
    char::from_u32(code).filter(|_| (2..=MOST_DIGITS).contains(&count)).map(|_| (code, count))
}

/// A code point has no more digits.
const MOST_DIGITS: usize = 6;

fn pair(high: u16, low: u16) -> u32 {
    0x10000 + (u32::from(high & 0x3ff) << 10) + u32::from(low & 0x3ff)
}

fn two_digits(digits: [u8; 2]) -> Option<u32> {
    let digit = |byte: u8| u32::from(byte & 15) + if byte > b'9' { 9 } else { 0 };
    let [high, low] = digits;
    digits.iter().all(u8::is_ascii_hexdigit).then(|| digit(high) << 4 | digit(low))
}

/// A character in UTF-16, of which the first unit is given as its lower and its higher byte.
fn wide(text: &[u8], unit: [u8; 2], is_big: bool) -> First {
    let first = u16::from_le_bytes(unit);
    let second = match *text {
        [_, _, one, other, ..] if is_big => u16::from_le_bytes([other, one]),
        [_, _, one, other, ..] => u16::from_le_bytes([one, other]),
        _ => 0,
    };
    match (first, second) {
        (0xd800..=0xdbff, 0xdc00..=0xdfff) => (4, pair(first, second), true),
        _ => (2, first.into(), true),
    }
}

/// What a text says.
pub(super) fn read(mut raw: &[u8], spelling: Spelling) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    while !raw.is_empty() {
        let (length, code, is_character) = first_of(raw, spelling);
        if is_character {
            push_code(&mut text, code);
        } else {
            text.push(code as u8);
        }
        raw = raw.get(length..).unwrap_or_default();
    }
    text
}

/// Spells another text of the same lengths in place of the one that is there.
pub(super) fn write(mut raw: &mut [u8], mut text: &[u8], spelling: Spelling) {
    while !raw.is_empty() {
        let (length, code, is_character) = first_of(raw, spelling);
        let count = if is_character { size(code) } else { 1 };
        let (Some((says, after)), Some((place, rest))) =
            (text.split_at_checked(count), raw.split_at_mut_checked(length))
        else {
            return;
        };
        let new = match says {
            [byte] if !is_character => (*byte).into(),
            _ => std::str::from_utf8(says).ok().and_then(|text| text.chars().next()).map_or(code, u32::from),
        };
        if new != code && code != WRONG {
            spell(place, new, code, spelling);
        }
        (text, raw) = (after, rest);
    }
}

/// Spells a character in place of one that is spelled in as many bytes.
fn spell(place: &mut [u8], code: u32, old: u32, spelling: Spelling) {
    let is_big = spelling.has(Spelling::BIG);
    if is_big || spelling.has(Spelling::LITTLE) {
        return each_unit(place, 2, code, &|place, unit| {
            put(place, &if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        });
    }
    match *place {
        [byte @ 0xc0..=0xff] if spelling.has(Spelling::WINDOWS) => {
            // No two of them are UTF-8, and each counts for as many code units.
            let new = byte.max(0xe0) & 0xf0 | (code as u8 & 0x0f);
            put(place, &[if new == byte { new ^ 1 } else { new }]);
        }
        [0x80..=0xff, ..] if spelling.has(Spelling::MISREAD) => misread(place, code as u8),
        [0, _] => put(place, &[0, code as u8]),
        [_] | [_, 0] => put(place, &[code as u8]),
        [b'%', ..] => put_hex(place, "%", code, 2),
        [b'\\', b'x', ..] => put_hex(place, "\\x", within(code, 2, old), 2),
        [b'\\', b'u', b'{', ref digits @ ..] => {
            let count = digits.len() - 1;
            put_hex(place, "\\u{", within(code, count, old), count as u32);
        }
        [b'\\', b'u', ..] => each_unit(place, 6, code, &|place, unit| {
            if Some(unit) != escaped_unit(place) {
                put_hex(place, "\\u", unit.into(), 4);
            }
        }),
        _ => {}
    }
}

/// Another letter of as many bytes, where one has more hexadecimal digits than there is room for.
fn within(code: u32, digits: usize, old: u32) -> u32 {
    let (first, mask) = match digits {
        2 if code > 0xff => (0xc0, 0x3f),
        3 if code > 0xfff => (0x900, 0xff),
        _ => return code,
    };
    let new = first | code & mask;
    if new == old { new ^ 1 } else { new }
}

/// Writes each code unit of a character, of so many bytes each.
fn each_unit(mut place: &mut [u8], length: usize, code: u32, write: &dyn Fn(&mut [u8], u16)) {
    for unit in char::from_u32(code).unwrap_or_default().encode_utf16(&mut [0; 2]) {
        let Some((first, rest)) = place.split_at_mut_checked(length) else { return };
        write(first, *unit);
        place = rest;
    }
}

/// Writes what a byte of UTF-8 becomes in Windows-1252, of as many bytes; what tells that there is such stays.
fn misread(place: &mut [u8], mut byte: u8) {
    let old = place.to_vec();
    if first_of(&old, Spelling::MISREAD).1 >= 0xc0 {
        return;
    }
    for _ in 0..0x40 {
        let mut new = Vec::new();
        push_code(&mut new, of_windows(0x80 | byte & 0x3f));
        if new.len() == old.len() && new != old {
            return put(place, &new);
        }
        byte = byte.wrapping_sub(1);
    }
}

fn put_hex(place: &mut [u8], mark: &str, number: u32, digits: u32) {
    put(place, cat(&[mark, &hex(number, digits, b'a')]).as_bytes());
}
