//! Characters in other encodings than UTF-8, and those that nobody sees.

/// What Windows-1252 has from 0x80 to 0x9f; 0 where it has nothing.
const WINDOWS: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0, 0x017e, 0x0178,
];

/// The text of bytes in Windows-1252.
pub(super) fn windows(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| of_windows(*byte)).collect()
}

fn of_windows(byte: u8) -> char {
    let code = usize::from(byte).checked_sub(0x80).and_then(|index| WINDOWS.get(index));
    match code.and_then(|code| char::from_u32((*code).into())) {
        Some(c) if c > '\0' => c,
        _ => byte.into(),
    }
}

/// The byte of a character in Windows-1252. What has none there is read as the byte of its number.
fn to_windows(c: char) -> Option<u8> {
    let at = WINDOWS.iter().position(|code| u32::from(*code) == u32::from(c));
    match at {
        Some(index) => Some(0x80 + index as u8),
        None => u8::try_from(u32::from(c)).ok(),
    }
}

/// Where the first byte stands that is no UTF-8, of a text that near-certainly is in Windows-1252: beyond ASCII it has
/// single letters and signs only, or two.
pub(super) fn is_windows(text: &[u8]) -> Option<usize> {
    let mut first = None;
    let mut at = 0;
    for run in text.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
        if !run.is_ascii() {
            let plausible = |byte: &u8| matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0xa0 | 0xa3 | 0xa7 | 0xa9 | 0xab | 0xae | 0xb0 | 0xb7 | 0xbb | 0xbf..);
            if run.len() > 2 || std::str::from_utf8(run).is_ok() || !run.iter().all(plausible) {
                return None;
            }
            first = first.or(Some(at));
        }
        at += run.len();
    }
    first
}

/// The text that was read as Windows-1252, though it was UTF-8: `Ã©` for `é`. `None` where it was not.
pub(super) fn misread(text: &str) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (before, from) = rest.split_at_checked(at)?;
        let length = from.bytes().position(|byte| byte.is_ascii()).unwrap_or(from.len());
        let (run, after) = from.split_at_checked(length)?;
        let bytes: Option<Vec<u8>> = run.chars().map(to_windows).collect();
        mended.push_str(before);
        mended.push_str(&String::from_utf8(bytes?).ok()?);
        rest = after;
    }
    mended.push_str(rest);
    (mended.len() < text.len()).then_some(mended)
}

/// The text of bytes in UTF-16, which their mark says, or every other of the first ones being NUL.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    let (big, bytes) = match bytes {
        [0xff, 0xfe, rest @ ..] => (false, rest),
        [0xfe, 0xff, rest @ ..] => (true, rest),
        [first, 0, third, 0, ..] if *first > 0 && *third > 0 => (false, bytes),
        [0, second, 0, fourth, ..] if *second > 0 && *fourth > 0 => (true, bytes),
        _ => return None,
    };
    let units = bytes.as_chunks::<2>().0.iter();
    let units = units.map(|pair| if big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
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
