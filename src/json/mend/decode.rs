//! Bytes as hexadecimal digits, and HTML entities.

use super::literal::hexadecimal;

/// The bytes of hexadecimal digits, two each, with spaces between them or without.
pub(super) fn hex(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 2);
    let mut rest = text.trim_ascii_start();
    while let Some((digits, after)) = rest.split_at_checked(2) {
        bytes.push(hexadecimal(digits)? as u8);
        rest = after.trim_ascii_start();
    }
    rest.is_empty().then_some(bytes)
}

/// The entities that encoders of HTML write.
const ENTITIES: [(&[u8], char); 6] =
    [(b"quot", '"'), (b"amp", '&'), (b"apos", '\''), (b"lt", '<'), (b"gt", '>'), (b"nbsp", ' ')];

/// The text of one with HTML entities.
pub(super) fn entities(text: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte == b'&') {
        let (before, entity) = rest.split_at_checked(at).unwrap_or_default();
        decoded.extend_from_slice(before);
        let length = entity.iter().take(10).position(|byte| *byte == b';');
        let found = length.and_then(|length| entity.get(1..length)).and_then(character);
        match (found, length) {
            (Some(c), Some(length)) => {
                decoded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                rest = entity.get(length + 1..).unwrap_or_default();
            }
            _ => {
                decoded.push(b'&');
                rest = entity.get(1..).unwrap_or_default();
            }
        }
    }
    decoded.extend_from_slice(rest);
    decoded
}

fn character(name: &[u8]) -> Option<char> {
    match name {
        [b'#', b'x' | b'X', digits @ ..] => char::from_u32(hexadecimal(digits)?),
        [b'#', digits @ ..] => {
            let mut code = 0;
            for digit in digits {
                code = code * 10 + char::from(*digit).to_digit(10)?;
            }
            char::from_u32(code)
        }
        _ => ENTITIES.iter().find(|(entity, _)| *entity == name).map(|(_, c)| *c),
    }
}
