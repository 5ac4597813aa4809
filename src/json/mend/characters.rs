//! Characters in other encodings than UTF-8, and those that nobody sees.

use super::bytes::{from, part, push};
use crate::json::string::push_code;

/// What Windows-1252 has from 0x80 to 0x9f; 0 where it has nothing.
const WINDOWS: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0, 0x017e, 0x0178,
];

/// The code point of a byte in Windows-1252; of one that means nothing there, its number.
pub(crate) fn of_windows(byte: u8) -> u32 {
    match WINDOWS.get(usize::from(byte).wrapping_sub(0x80)) {
        Some(code @ 1..) => (*code).into(),
        _ => byte.into(),
    }
}

/// The byte of a code point in Windows-1252.
pub(crate) fn in_windows(code: u32) -> Option<u8> {
    let index = WINDOWS.iter().position(|other| u32::from(*other) == code && code > 0);
    index.map_or(u8::try_from(code).ok(), |index| Some(0x80 + index as u8))
}

/// The text of bytes in Windows-1252.
pub(super) fn windows(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    for byte in bytes {
        push_code(&mut text, of_windows(*byte));
    }
    text
}

/// Where the first byte stands that is no UTF-8, of a text that near-certainly is in Windows-1252: beyond ASCII it has
/// single letters and signs only, or two.
pub(crate) fn is_windows(text: &[u8]) -> Option<usize> {
    let signs = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb";
    let mut first = None;
    let mut at = 0;
    while at < text.len() {
        let rest = from(text, at);
        let length = rest.iter().take_while(|byte| !byte.is_ascii()).count();
        let run = part(rest, 0, length);
        if length > 2 || length > 0 && std::str::from_utf8(run).is_ok() {
            return None;
        }
        if !run.iter().all(|byte| *byte >= 0xbf || signs.contains(byte)) {
            return None;
        }
        first = first.or((length > 0).then_some(at));
        at += length + 1;
    }
    first
}

/// The text that was read as Windows-1252, though it was UTF-8: `Ã©` for `é`. `None` where it was not.
pub(crate) fn misread(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        push(&mut bytes, in_windows(c.into())?);
    }
    std::str::from_utf8(&bytes).is_ok().then_some(bytes)
}

/// The text of bytes in UTF-16, which their mark says, or every other of the first ones being NUL.
pub(crate) fn utf16(bytes: &[u8]) -> Option<Vec<u8>> {
    let (big, bytes) = match bytes {
        [0xff, 0xfe, rest @ ..] => (false, rest),
        [0xfe, 0xff, rest @ ..] => (true, rest),
        [1..=255, 0, 1..=255, 0, ..] => (false, bytes),
        [0, 1..=255, 0, 1..=255, ..] => (true, bytes),
        _ => return None,
    };
    let mut text = Vec::new();
    let mut high = 0;
    for [first, second] in bytes.as_chunks().0 {
        let (low, page) = if big { (*second, *first) } else { (*first, *second) };
        let unit = u32::from(page) << 8 | u32::from(low);
        let code = match unit {
            0xd800..0xdc00 if high == 0 => {
                high = unit;
                continue;
            }
            0xdc00..0xe000 if high > 0 => 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00),
            0xd800..0xe000 => return None,
            _ => unit,
        };
        high = 0;
        push_code(&mut text, code);
    }
    Some(text)
}

/// What stands for space, or for nothing, and is no space of JSON: its code point, its length, and what JSON has
/// in its place.
pub(crate) fn space(text: &[u8]) -> Option<(u32, usize, &'static [u8])> {
    let code = match *text {
        [byte @ (0 | 0x0b | 0x0c), ..] => byte.into(),
        [first @ 0xc2, second @ (0x85 | 0xa0 | 0xad), ..] => {
            u32::from(first & 0x1f) << 6 | u32::from(second & 0x3f)
        }
        [first @ (0xe2 | 0xe3 | 0xef), second @ 0x80..0xc0, third @ 0x80..0xc0, ..] => {
            u32::from(first & 0xf) << 12 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f)
        }
        _ => return None,
    };
    let replacement: &[u8] = match code {
        0x0b | 0x0c | 0xa0 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000 => b" ",
        0x85 | 0x2028 | 0x2029 => b"\n",
        0 | 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff => b"",
        _ => return None,
    };
    let length = match code {
        0..0x80 => 1,
        0x80..0x800 => 2,
        _ => 3,
    };
    Some((code, length, replacement))
}
