//! Texts that are encoded as a whole.

use super::bytes::{
    after, before, byte, ends, from, has_one_of, part, starts, starts_with_one_of, trim, trim_start,
};
use super::decode::{entities, hex};
use super::{Body, Encoding, Known, Layer, Look, characters};
use crate::encoding::{base64, form, percent};

/// What bytes are compressed by, by what they start with. `EF BF BD` is what became of a byte that was read as UTF-8.
fn compressed(bytes: &[u8]) -> Option<Known> {
    Some(match bytes {
        [0x1f, 0x8b, ..] => Known::Gzip,
        [0x1f, 0xef, 0xbf, 0xbd, ..] => Known::GzipRead,
        [0x78, 0x9c | 0xda, ..] => Known::Zlib,
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Known::Zstd,
        [b'P', b'K', 3, 4, ..] => Known::Zip,
        _ => return None,
    })
}

/// Bytes in another encoding than UTF-8.
pub(super) fn bytes(look: Look<'_>) -> Option<Layer> {
    let text = look.text;
    if let Some(known) = compressed(text) {
        return Some(Layer::named(known, 0, 1));
    }
    if let Some(decoded) = characters::utf16(text) {
        let is_text = matches!(decoded.first(), Some(b'!'..=b'~'));
        return Some(Layer::whole(Known::Utf16, text, decoded).sure(is_text));
    }
    let at = if look.wtf8 { None } else { characters::is_windows(text) }?;
    let mut layer = Layer::whole(Known::Windows, text, characters::windows(text));
    layer.around.span = Some((at, at + 1));
    Some(layer)
}

/// A text that stands for another.
pub(super) fn text(look: Look<'_>) -> Option<Layer> {
    let text = match trim(look.text) {
        [b'\'', inner @ .., b'\''] => inner,
        text => text,
    };
    let bytes = data_url(text).or_else(|| digits(text)).or_else(|| token(text)).or_else(|| plain(text));
    let (known, encoding, decoded) = match bytes {
        Some(bytes) => bytes,
        None if is_percent(text) => {
            let plus = if text.contains(&b' ') { b'+' } else { b' ' };
            (Known::Percent, Encoding::Percent, percent(text, plus))
        }
        None if has_entities(text) => (Known::Entities, Encoding::Text, entities(text)),
        None if is_misread(text) => {
            let misread = characters::misread(std::str::from_utf8(look.text).ok()?)?;
            (Known::Misread, Encoding::Text, misread)
        }
        None => return form_fields(look.text),
    };
    let mut layer = Layer::whole(known, look.text, decoded).sure(known == Known::Base64);
    for piece in &mut layer.around.bodies {
        piece.encoding = encoding;
    }
    Some(layer)
}

/// Whether a text starts like JSON in percent-encoding.
pub(crate) fn is_percent(text: &[u8]) -> bool {
    matches!(text, [b'%', b'7' | b'5' | b'2', ..] | [b'{' | b'[', b'%', ..])
}

/// Whether a text has quotes as HTML entities.
pub(crate) fn has_entities(text: &[u8]) -> bool {
    has_one_of(text, b"&quot;|&#34;|&#x22;")
}

/// Whether a text has what the first of two or three bytes of UTF-8 becomes in Windows-1252.
pub(crate) fn is_misread(text: &[u8]) -> bool {
    has_one_of(text, "â€|Â|Ã|ï»¿".as_bytes())
}

type Decoded = (Known, Encoding, Vec<u8>);

/// Whether bytes start like JSON, or like something compressed.
fn starts_something(bytes: &[u8]) -> bool {
    matches!(trim_start(bytes), [b'{' | b'[' | b'"', ..]) || compressed(bytes).is_some()
}

/// How many bytes tell what a text is compressed by that is; none of any other.
pub(crate) fn magic(text: &[u8]) -> Option<usize> {
    compressed(text).map(|known| match known {
        Known::Gzip | Known::Zlib => 2,
        _ => 4,
    })
}

/// Whether bytes that were decoded may be a body, or have one in them: they are text that starts like JSON or a form,
/// or has a brace, or they are compressed.
pub(crate) fn is_encoding(bytes: &[u8]) -> bool {
    let is_plain = |text: &str| !text.contains(|c: char| c.is_control() && !c.is_ascii_whitespace());
    let is_text = std::str::from_utf8(bytes).is_ok_and(is_plain);
    compressed(bytes).is_some()
        || is_text
            && (starts_something(bytes)
                || bytes.contains(&b'{')
                || is_percent(bytes)
                || form(bytes).next().is_some())
}

/// Base64 of such.
fn plain(text: &[u8]) -> Option<Decoded> {
    let decoded = base64(text).filter(|decoded| starts_something(decoded))?;
    Some((Known::Base64, Encoding::Base64, decoded))
}

pub(super) const DATA_URL: &[u8] = b"data:application/";
pub(super) const IN_BASE64: &[u8] = b";base64";

/// Where the data of such a URL starts; of another text, at once.
pub(crate) fn data(text: &[u8]) -> usize {
    after(text, DATA_URL).map_or(0, |url| text.len() - url.len() + before(url, b", {") + 1)
}

/// What `data:application/json;base64,…` has.
fn data_url(text: &[u8]) -> Option<Decoded> {
    let url = after(text, DATA_URL)?;
    let comma = before(url, b", {");
    let data = from(url, comma + 1);
    Some(match ends(part(url, 0, comma), IN_BASE64) {
        true => (Known::DataUrl, Encoding::Base64, base64(data)?),
        false => (Known::DataUrl, Encoding::Percent, percent(data, b'+')),
    })
}

/// What the middle one of the three parts of a JSON Web Token has.
fn token(text: &[u8]) -> Option<Decoded> {
    if !starts(text, b"eyJ") {
        return None;
    }
    let payload = from(text, before(text, b".") + 1);
    let payload = part(payload, 0, before(payload, b"."));
    Some((Known::Token, Encoding::Base64, base64(payload).filter(|bytes| starts_something(bytes))?))
}

/// What hexadecimal digits stand for, also those of bytes as a console prints them whole.
fn digits(text: &[u8]) -> Option<Decoded> {
    let digits = match text {
        [b'<', .., b'>'] => part(text, b"<Buffer ".len(), text.len() - 1),
        [b'\\' | b'0', b'x', digits @ ..] => digits,
        _ => text,
    };
    let decoded = hex(digits).filter(|decoded| starts_something(decoded))?;
    Some((Known::Hex, Encoding::Text, decoded))
}

/// The fields of a form, or of the query of a URL, that look like JSON once they are decoded.
fn form_fields(text: &[u8]) -> Option<Layer> {
    let first = text.len() - trim_start(text).len();
    let is_url = starts_with_one_of(from(text, first), b"http:|https:");
    let (mut start, known) = match is_url {
        true => (before(text, b"?") + 1, Known::Query),
        false => (first, Known::Form),
    };
    if text.contains(&b'"') {
        return None;
    }
    let mut pieces = Vec::new();
    for (name, value) in form(trim(from(text, start))) {
        start += name.len();
        start += usize::from(byte(text, start) == b'=');
        let decoded = percent(value, b' ');
        if starts_something(&decoded) {
            let piece = Body::decoded(start, start + value.len(), decoded);
            pieces.push(Body { encoding: Encoding::Form, ..piece });
        }
        start += value.len() + 1;
    }
    (!pieces.is_empty()).then(|| Layer::new(known, None, pieces))
}
