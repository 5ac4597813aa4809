//! Texts that are encoded as a whole.

use super::decode::{base64, entities, hex, percent};
use super::{Encoding, Layer, Look, Piece, encoding, names};

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
    if let Some(decoded) = encoding::utf16(text) {
        let sure = !text.contains(&0) || decoded.starts_with(|c: char| c > ' ' && c < '\u{7f}');
        return Some(Layer { sure, ..Layer::whole(&names::UTF_16, text, decoded.into()) });
    }
    let at = encoding::is_windows(text).filter(|_| !look.wtf8)?;
    let decoded = encoding::windows(text).into();
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
            None => layer(&names::DATA_URL, Encoding::Percent, percent(data, false)),
        };
    }
    if let Some(payload) = token(text) {
        return layer(&names::TOKEN, Encoding::Base64, base64(payload)?);
    }
    if let Some(digits) = digits(text) {
        return layer(&names::HEX, Encoding::Text, hex(digits)?);
    }
    if let Some(decoded) = base64(text).filter(|decoded| starts_something(decoded)) {
        return layer(&names::BASE64, Encoding::Base64, decoded);
    }
    if matches!(text, [b'%', b'7' | b'5' | b'2', ..] | [b'{' | b'[', b'%', ..]) {
        return layer(&names::PERCENT, Encoding::Percent, percent(text, !text.contains(&b' ')));
    }
    if let Some(pieces) = form(look.text) {
        return Some(Layer { encoding: Encoding::Form, ..Layer::new(&names::FORM, pieces) });
    }
    if contains(text, b"&quot;") || contains(text, b"&#34;") || contains(text, b"&#x22;") {
        return layer(&names::ENTITIES, Encoding::Text, entities(text));
    }
    // What the first of two or three bytes of UTF-8 became.
    let marks: [&[u8]; 4] = ["â€".as_bytes(), "Â".as_bytes(), "Ã".as_bytes(), "ï»¿".as_bytes()];
    if marks.iter().any(|mark| contains(text, mark)) {
        let misread = encoding::misread(std::str::from_utf8(look.text).ok()?)?;
        return layer(&names::MISREAD, Encoding::Text, misread.into());
    }
    None
}

/// Whether bytes start like JSON, or like something compressed.
fn starts_something(bytes: &[u8]) -> bool {
    matches!(bytes.trim_ascii_start(), [b'{' | b'[' | b'"', ..])
        || COMPRESSED.iter().any(|(magic, _)| bytes.starts_with(magic))
}

pub(super) fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
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

/// The fields of a form that look like JSON once they are decoded.
fn form(text: &[u8]) -> Option<Vec<Piece>> {
    let end = text.trim_ascii_end().len();
    let text = text.get(..end)?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.[]%".contains(byte);
    let mut pieces = Vec::new();
    let mut start = 0;
    for field in text.split(|byte| *byte == b'&') {
        let equals = field.iter().position(|byte| *byte == b'=')?;
        let (name, value) = field.split_at_checked(equals + 1)?;
        if value.iter().any(u8::is_ascii_whitespace) || !name.iter().take(equals).all(is_name) {
            return None;
        }
        let decoded = percent(value, true);
        if starts_something(&decoded) {
            pieces.push(Piece { start: start + equals + 1, end: start + field.len(), text: Some(decoded) });
        }
        start += field.len() + 1;
    }
    (!pieces.is_empty()).then_some(pieces)
}
