//! Texts in which other texts are encoded: base64, `%XX`, and forms.

/// The bytes that base64 stands for, in the standard or the URL alphabet, with its padding or without, on one line
/// or several. None where the text is no base64.
pub(crate) fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut bits, mut count, mut padding) = (0_u32, 0, 0);
    for &letter in text {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' if padding < 2 => {
                padding += 1;
                continue;
            }
            b'\r' | b'\n' => continue,
            _ => return None,
        };
        if padding > 0 {
            return None;
        }
        bits = bits << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            bytes.extend_from_slice(&[(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]);
            (bits, count) = (0, 0);
        }
    }
    match count {
        0 => {}
        2 => bytes.push((bits >> 4) as u8),
        3 => bytes.extend_from_slice(&[(bits >> 10) as u8, (bits >> 2) as u8]),
        _ => return None,
    }
    Some(bytes)
}

/// A text with `%XX` decoded, where that is hexadecimal, and what a `+` is there.
#[cold]
pub(crate) fn percent(text: &[u8], plus: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(plus),
            (b'%', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |hex: u8| char::from(hex).to_digit(16).unwrap_or(0) as u8;
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = after;
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}

/// The fields of a form, `name=value&name=value`: of each its name and its value, as they are
/// encoded. None where the text does not start as one.
pub(crate) fn form(text: &[u8]) -> Fields<'_> {
    let name = text.iter().position(|byte| *byte == b'=').unwrap_or_default();
    let is_name = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'[' | b']' | b'%' | b'+')
    };
    let is_plain = |byte: &u8| *byte > b' ' && !matches!(byte, b'"' | b'{');
    let is_form = name > 0 && text.iter().take(name).all(is_name) && text.iter().all(is_plain);
    Fields { rest: is_form.then_some(text) }
}

/// See [`form`].
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    rest: Option<&'a [u8]>,
}

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (field, rest) = around(self.rest?, b'&');
        self.rest = rest;
        let (name, value) = around(field, b'=');
        Some((name, value.unwrap_or_default()))
    }
}

/// What stands before the first of such a byte, and what after it.
fn around(text: &[u8], byte: u8) -> (&[u8], Option<&[u8]>) {
    let at = text.iter().position(|other| *other == byte).unwrap_or(text.len());
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    (before, after.get(1..))
}
