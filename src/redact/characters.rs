//! What stands at a place of a text: characters, of which letters and digits are replaced, words, and ids.

/// An id has so many letters and digits at least: three quarters of them hexadecimal digits, and an eighth decimal.
const SHORTEST_ID: usize = 16;

/// Whether a letter or a digit is before a place.
pub(super) fn is_after_letter(text: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric)
}

/// How many bytes stand before the digits of a number in hexadecimal; none of any other.
pub(super) fn hexadecimal_prefix(text: &[u8], at: usize) -> usize {
    let is = matches!(text.get(at..), Some([b'0', b'x' | b'X', digit, ..]) if digit.is_ascii_hexdigit());
    if is && word_at(text, at + 2).2 { 2 } else { 0 }
}

/// Writes bytes over others.
#[inline(never)]
pub(super) fn put(place: &mut [u8], bytes: &[u8]) {
    place.iter_mut().zip(bytes).for_each(|(byte, of)| *byte = *of);
}

/// The letters, digits and hyphens from a place on: where they end, and whether they are an id.
pub(super) fn run(text: &[u8], at: usize) -> (usize, bool) {
    let (mut end, mut count, mut hex, mut digits) = (at, 0, 0, 0);
    while let Some(byte) = text.get(end) {
        if byte.is_ascii_alphanumeric() {
            count += 1;
            hex += usize::from(byte.is_ascii_hexdigit());
            digits += usize::from(byte.is_ascii_digit());
        } else if *byte != b'-' {
            break;
        }
        end += 1;
    }
    (end, count >= SHORTEST_ID && 4 * hex >= 3 * count && 8 * digits >= count)
}

/// The word at a place: where it ends, whether it has a digit, and whether all of it is hexadecimal digits.
pub(super) fn word_at(text: &[u8], at: usize) -> (usize, bool, bool) {
    let (mut end, mut has_digit, mut is_hex) = (at, false, true);
    while let (code, length, true) = character(text, end) {
        let byte = if code < 0x80 { code as u8 } else { 0 };
        has_digit |= byte.is_ascii_digit();
        is_hex &= byte.is_ascii_hexdigit();
        end += length;
    }
    (end, has_digit, is_hex)
}

/// By which others a character is replaced: the first of them, which one it is, and how many there are.
pub(super) fn class(code: u32, is_hex: bool) -> [u32; 3] {
    let (first, count) = match code {
        ..58 => return [48, code, 10],
        58..0x80 => {
            let a = 65 + (code & 32);
            return match code - a {
                _ if !is_hex => [a, code, 26],
                0..6 => [a, code, 6],
                _ => [a + 6, code, 20],
            };
        }
        0x80..0x800 => (0xc0, 400),
        0x800..0x10000 => (0x4e00, 20_480),
        _ => (0x20000, 40_960),
    };
    [first, first + code % count, count]
}

/// The character at a place, how many bytes it has, and whether it is replaced. What is no text is a byte that stays.
#[inline(never)]
pub(super) fn character(text: &[u8], at: usize) -> (u32, usize, bool) {
    let rest = text.get(at..).unwrap_or_default();
    let first = rest.first().copied().unwrap_or_default();
    let (length, bits) = match first {
        ..0x80 => return (first.into(), 1, first.is_ascii_alphanumeric()),
        0xc2..0xe0 => (2, first & 0x1f),
        0xe0..0xf0 => (3, first & 0x0f),
        0xf0..0xf5 => (4, first & 0x07),
        _ => return (0, 1, false),
    };
    let mut code = u32::from(bits);
    for index in 1..length {
        match rest.get(index) {
            Some(byte @ 0x80..=0xbf) => code = code << 6 | u32::from(byte & 0x3f),
            _ => return (0, 1, false),
        }
    }
    match size(code) {
        size if size == length => (code, length, !is_mark(code)),
        _ => (0, 1, false),
    }
}

/// How many bytes a character has in UTF-8.
pub(super) fn size(code: u32) -> usize {
    match code {
        ..0x80 => 1,
        0x80..0x800 => 2,
        0x800..0x10000 => 3,
        _ => 4,
    }
}

/// Whether a character beyond ASCII is no letter and no symbol: white space, punctuation, what cannot be seen, and
/// half of a surrogate pair.
fn is_mark(code: u32) -> bool {
    matches!(code, ..0xc0 | 0x2000..=0x20cf | 0x3000..=0x303f | 0xd800..=0xdfff | 0xfe00..=0xfe0f)
        || matches!(code, 0xfeff | 0xfffd | 0xff00..=0xff0f | 0xff1a..=0xff20 | 0x0011_0000..)
}

#[inline(never)]
pub(super) fn digits_in(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}
