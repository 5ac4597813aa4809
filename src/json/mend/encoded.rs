//! Texts that are encoded as a whole.

use super::decode::{entities, hex};
use super::{Encoding, Layer, Look, Piece, characters, names, tells};
use crate::encoding::{base64, form, percent};

/// What bytes start with that are compressed. `EF BF BD` is what became of a byte that was read as UTF-8.
const COMPRESSED: [(&[u8], &names::Known); 6] = [
    (b"\x1f\x8b", &names::GZIP),
    (b"\x1f\xef\xbf\xbd", &names::GZIP_READ),
    (b"\x78\x9c", &names::ZLIB),
    (b"\x78\xda", &names::ZLIB),
    (b"\x28\xb5\x2f\xfd", &names::ZSTD),
    (b"PK\x03\x04", &names::ZIP),
];

/// Bytes in another encoding than UTF-8.
pub(super) fn bytes(look: Look<'_>) -> Option<Layer> {
    let text = look.text;
    if let Some((magic, known)) = COMPRESSED.iter().find(|(magic, _)| text.starts_with(magic)) {
        return Some(Layer::named(known, (0, magic.len())));
    }
    if let Some(decoded) = characters::utf16(text) {
        let sure = !text.contains(&0) || decoded.starts_with(|c: char| c > ' ' && c < '\u{7f}');
        return Some(Layer { sure, ..Layer::whole(&names::UTF_16, text, decoded.into()) });
    }
    let at = characters::is_windows(text).filter(|_| !look.wtf8)?;
    let decoded = characters::windows(text).into();
    Some(Layer { span: Some((at, at + 1)), ..Layer::whole(&names::WINDOWS, text, decoded) })
}

/// A text that stands for another.
pub(super) fn text(look: Look<'_>) -> Option<Layer> {
    let text = look.text.trim_ascii();
    let text = match text {
        [b'\'', inner @ .., b'\''] => inner,
        _ => text,
    };
    let layer =
        |known, encoding, decoded| Some(Layer { encoding, ..Layer::whole(known, look.text, decoded) });
    if let Some((media, data)) = data_url(text) {
        return match media.strip_suffix(b";base64") {
            Some(_) => layer(&names::DATA_URL, Encoding::Base64, base64(data)?),
            None => layer(&names::DATA_URL, Encoding::Percent, percent(data, b'+')),
        };
    }
    if let Some(payload) = token(text) {
        return layer(&names::TOKEN, Encoding::Base64, base64(payload)?);
    }
    if let Some(digits) = digits(text) {
        return layer(&names::HEX, Encoding::Text, hex(digits)?);
    }
    if let Some(decoded) = base64(text).filter(|decoded| starts_something(decoded)) {
        return layer(&names::BASE64, Encoding::Base64, decoded).map(|layer| Layer { sure: true, ..layer });
    }
    if matches!(text, [b'%', b'7' | b'5' | b'2', ..] | [b'{' | b'[', b'%', ..]) {
        return layer(
            &names::PERCENT,
            Encoding::Percent,
            percent(text, if text.contains(&b' ') { b'+' } else { b' ' }),
        );
    }
    let (query, known) = match text.iter().position(|byte| *byte == b'?') {
        Some(start) if text.starts_with(b"http") => (start + 1, &names::QUERY),
        _ => (0, &names::FORM),
    };
    let pieces = fields(look.text, query);
    if !pieces.is_empty() {
        return Some(Layer { encoding: Encoding::Form, ..Layer::new(known, pieces) });
    }
    if tells::contains(text, b"&quot;") || tells::contains(text, b"&#34;") || tells::contains(text, b"&#x22;")
    {
        return layer(&names::ENTITIES, Encoding::Text, entities(text));
    }
    // What the first of two or three bytes of UTF-8 became.
    let marks: [&[u8]; 4] = ["â€".as_bytes(), "Â".as_bytes(), "Ã".as_bytes(), "ï»¿".as_bytes()];
    if marks.iter().any(|mark| tells::contains(text, mark)) {
        let misread = characters::misread(std::str::from_utf8(look.text).ok()?)?;
        return layer(&names::MISREAD, Encoding::Text, misread.into());
    }
    None
}

/// Whether bytes start like JSON, or like something compressed.
fn starts_something(bytes: &[u8]) -> bool {
    matches!(bytes.trim_ascii_start(), [b'{' | b'[' | b'"', ..])
        || COMPRESSED.iter().any(|(magic, _)| bytes.starts_with(magic))
}

/// The media type and the data of `data:application/json;base64,…`.
fn data_url(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let url = text.strip_prefix(b"data:")?;
    let comma = url.iter().take(100).position(|byte| *byte == b',')?;
    let (media, data) = url.split_at_checked(comma)?;
    media
        .iter()
        .all(|byte| byte.is_ascii_graphic() && *byte != b'{')
        .then(|| (media, data.get(1..).unwrap_or_default()))
}

/// The middle one of the three parts of a JSON Web Token.
fn token(text: &[u8]) -> Option<&[u8]> {
    let mut parts = text.strip_prefix(b"eyJ")?.split(|byte| *byte == b'.');
    let [_, payload, _, None] = [parts.next(), parts.next(), parts.next(), parts.next()] else { return None };
    payload
}

/// The digits of a text that is hexadecimal, of bytes as a console prints them whole too.
fn digits(text: &[u8]) -> Option<&[u8]> {
    let digits = match text {
        [b'<', b'B', b'u', b'f', b'f', b'e', b'r', b' ', digits @ .., b'>'] => digits,
        [b'\\' | b'0', b'x', digits @ ..] => digits,
        [b'7', b'b' | b'B', ..] | [b'5', b'b' | b'B', ..] => text,
        _ => return None,
    };
    let is_digit = |byte: &u8| byte.is_ascii_hexdigit() || byte.is_ascii_whitespace();
    digits.iter().all(is_digit).then_some(digits)
}

/// The fields of a form, from an offset on, that look like JSON once they are decoded.
fn fields(text: &[u8], query: usize) -> Vec<Piece> {
    let first = text.len() - text.trim_ascii_start().len() + query;
    let mut pieces = Vec::new();
    if text.contains(&b'"') {
        return pieces;
    }
    let mut start = first;
    for (name, value) in form(text.get(first..).unwrap_or_default().trim_ascii_end()) {
        start += name.len();
        start += usize::from(text.get(start) == Some(&b'='));
        let decoded = percent(value, b' ');
        if starts_something(&decoded) {
            pieces.push(Piece::decoded(start, start + value.len(), decoded));
        }
        start += value.len() + 1;
    }
    pieces
}
