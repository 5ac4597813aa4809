//! An endpoint: a path relative to the provider's API, with its query: it starts with exactly one
//! `/`, names no host, and is printable ASCII throughout.

use std::borrow::Cow;

use wide::i8x16;

use super::block;

pub(super) const WORDS: &str = "a path of the API (it starts with one `/` and names no host)";

/// The same rule for JSON Schema.
pub const PATTERN: &str = "^/(?![/\\\\])[!-~]*$";

/// Whether a text is an endpoint.
#[inline]
#[must_use]
pub fn is(text: &[u8]) -> bool {
    match text {
        [b'/', b'/' | b'\\', ..] => false,
        [b'/', ..] => all_graphic(text),
        _ => false,
    }
}

/// Whether every byte is printable ASCII, sixteen at a time; the last sixteen may overlap.
fn all_graphic(text: &[u8]) -> bool {
    let graphic = |bytes: &[u8; 16]| {
        let text = block(bytes);
        (text.simd_gt(i8x16::splat(b' ' as i8)) & text.simd_lt(i8x16::splat(0x7f))).all()
    };
    let (blocks, rest) = text.as_chunks::<16>();
    match text.last_chunk::<16>() {
        Some(last) => blocks.iter().all(graphic) && graphic(last),
        None => rest.iter().all(u8::is_ascii_graphic),
    }
}

/// A host before the path, no `/` or too many of them before it, white space around it.
pub(super) fn mend(text: &str) -> Option<String> {
    let text = text.trim();
    let path = match text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) {
        Some(rest) => rest.get(rest.find('/')?..)?,
        None => text,
    };
    let path = path.trim_start_matches('/');
    (!path.is_empty() && !path.contains(':')).then(|| format!("/{path}"))
}

/// The path, without the query.
#[must_use]
pub fn path(endpoint: &str) -> &str {
    endpoint.split(['?', '#']).next().unwrap_or_default()
}

/// The parameters of the query in order, as they stand, empty ones left out.
pub fn query(endpoint: &str) -> impl Iterator<Item = (&str, &str)> {
    let endpoint = endpoint.split('#').next().unwrap_or_default();
    let query = endpoint.split_once('?').map_or("", |(_, query)| query);
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// A name or value of the query with `%XX` and `+` decoded; as it stands where that is not text.
#[must_use]
pub fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |hex: u8| char::from(hex).to_digit(16).unwrap_or(0) as u8;
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = after;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// What follows each place where an endpoint names a resource: in its path after `/collection/`, and in
/// its query after `parameter=`. The id there ends as [`id`] says.
#[inline]
pub fn named<'a>(text: &'a [u8], collection: &str, parameter: &str, mut each: impl FnMut(&'a [u8])) {
    let first = |name: &str| name.as_bytes().first().copied().unwrap_or_default();
    let (collection_first, parameter_first) = (first(collection), first(parameter));
    let mut in_query = false;
    let mut mark = |at: usize| {
        let Some([byte, next, ..]) = text.get(at..) else { return };
        in_query |= *byte == b'?';
        let (name, name_first, then) =
            if in_query { (parameter, parameter_first, b'=') } else { (collection, collection_first, b'/') };
        if *next == name_first
            && let Some(rest) = text.get(at + 1..).and_then(|rest| rest.strip_prefix(name.as_bytes()))
            && let Some((byte, rest)) = rest.split_first()
            && *byte == then
        {
            each(rest);
        }
    };
    let (blocks, rest) = text.as_chunks::<16>();
    for (index, bytes) in blocks.iter().enumerate() {
        let bytes = block(bytes);
        let is = |byte: u8| bytes.simd_eq(i8x16::splat(byte as i8));
        let mut marks = (is(b'/') | is(b'?') | is(b'&')).to_bitmask();
        while marks != 0 {
            mark(index * 16 + marks.trailing_zeros() as usize);
            marks &= marks - 1;
        }
    }
    for (index, byte) in rest.iter().enumerate() {
        if matches!(byte, b'/' | b'?' | b'&') {
            mark(blocks.len() * 16 + index);
        }
    }
}

/// The id that a stretch of an endpoint starts with.
#[must_use]
pub fn id(rest: &[u8]) -> &[u8] {
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'&' | b'#'));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}
