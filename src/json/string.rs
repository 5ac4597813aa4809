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
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'\\' {
            text.push(byte);
            continue;
        }
        let Some((&escape, after)) = rest.split_first() else { break };
        rest = after;
        match escape {
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'u' => {
                let Some(high) = unit(rest) else { break };
                rest = rest.get(4..).unwrap_or_default();
                let mut code = u32::from(high);
                if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (high, escaped_unit(rest)) {
                    code = 0x10000 + ((code - 0xd800) << 10) + (u32::from(low) - 0xdc00);
                    rest = rest.get(6..).unwrap_or_default();
                }
                push(&mut text, code);
            }
            other => text.push(other),
        }
    }
    Cow::Owned(text)
}

/// The text for a person to read: what is not Unicode is replaced.
#[must_use]
pub fn readable(inner: &[u8]) -> String {
    lossy(&unescape(inner))
}

/// Bytes as text: what is not UTF-8 is replaced, half of a surrogate pair by one character.
#[must_use]
pub fn lossy(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let mut bytes = bytes.to_vec();
            let mut rest = bytes.as_mut_slice();
            while let Some((first, after)) = rest.split_first_mut() {
                if let (0xed, [second @ 0xa0..=0xbf, third @ 0x80..=0xbf, ..]) = (*first, &mut *after) {
                    (*first, *second, *third) = (0xef, 0xbf, 0xbd);
                }
                rest = after;
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
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

fn push(text: &mut Vec<u8>, code: u32) {
    match char::from_u32(code) {
        Some(character) => text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        None => text.extend_from_slice(&[0xed, 0x80 | (code >> 6 & 0x3f) as u8, 0x80 | (code & 0x3f) as u8]),
    }
}

/// A JSON string, quotes included, of a text.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut quoted = Vec::with_capacity(text.len() + 2);
    push_quoted(&mut quoted, text);
    lossy(&quoted)
}

/// Appends a JSON string, quotes included, of a text. Nearly every text stands for itself.
pub(crate) fn push_quoted(json: &mut Vec<u8>, text: &str) {
    let escaped =
        text.bytes().fold(false, |any, byte| any | (byte < b' ') | (byte == b'"') | (byte == b'\\'));
    if escaped {
        // Text has no way of not being JSON.
        json.extend_from_slice(&serde_json::to_vec(text).unwrap_or_default());
        return;
    }
    json.push(b'"');
    json.extend_from_slice(text.as_bytes());
    json.push(b'"');
}

/// Texts one after the other. Words are put together so everywhere: it is worth compiling once.
#[inline(never)]
pub(crate) fn cat(parts: &[&str]) -> String {
    let mut text = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Text in the manner of WTF-8 as UTF-8, its halves of surrogate pairs as escapes.
pub(crate) fn halves(raw: &[u8]) -> String {
    let mut text = String::with_capacity(raw.len() + 8);
    let mut rest = raw;
    while let Some(at) = rest.iter().position(|byte| *byte == 0xed) {
        let (before, after) = rest.split_at(at);
        text.push_str(&String::from_utf8_lossy(before));
        match after {
            [_, second @ 0xa0..=0xbf, third, after @ ..] => {
                let unit = 0xd000 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
                text.push_str(&format!("\\u{unit:04x}"));
                rest = after;
            }
            _ => {
                let (character, after) = after.split_at_checked(3).unwrap_or((after, &[]));
                text.push_str(&String::from_utf8_lossy(character));
                rest = after;
            }
        }
    }
    text.push_str(&String::from_utf8_lossy(rest));
    text
}
