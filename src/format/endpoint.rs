//! An endpoint: a path relative to the provider's API, with its query: it starts with exactly one
//! `/`, names no host, and is printable ASCII throughout.

use std::borrow::Cow;
use std::ops::Range;

use wide::i8x16;

use super::url::without_slashes;
use crate::encoding::percent;
use crate::json::block;
use crate::json::document::{equal, same};
use crate::json::string::cat;

pub(super) const WORDS: &str = "an API path (starts with a single `/`, without a host)";

/// The same rule for JSON Schema.
pub const PATTERN: &str = "^/(?![/\\\\])[!-~]*$";

/// Whether a text is an endpoint.
#[inline(never)]
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

/// A host before the path, no `/` or too many of them before it.
pub(super) fn mend(text: &str) -> Option<String> {
    let path = match text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) {
        Some(rest) => rest.get(rest.find('/')?..)?,
        None => text,
    };
    let path = without_slashes(path);
    (!path.is_empty() && !path.contains(':')).then(|| cat(&["/", path]))
}

/// A parameter of an endpoint's query: where its name and its value are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parameter {
    start: usize,
    /// Where the first `=` is, or the end.
    middle: usize,
    end: usize,
    encoded: bool,
}

impl Parameter {
    /// Whether its name or its value stands for another text.
    #[inline]
    pub(crate) fn is_encoded(&self) -> bool {
        self.encoded
    }

    /// Where its name is in the endpoint.
    #[inline]
    pub(crate) fn name_at(&self) -> Range<usize> {
        self.start..self.middle
    }

    /// Where its value is in the endpoint; without a `=`, it is empty.
    #[inline]
    pub(crate) fn value_at(&self) -> Range<usize> {
        (self.middle + 1).min(self.end)..self.end
    }

    /// Its name in the endpoint, decoded.
    #[inline]
    pub(crate) fn name<'a>(&self, endpoint: &'a [u8]) -> Cow<'a, [u8]> {
        said(endpoint, self.name_at(), self.encoded)
    }

    /// Its value in the endpoint, decoded.
    #[inline(always)]
    pub(crate) fn value<'a>(&self, endpoint: &'a [u8]) -> Cow<'a, [u8]> {
        said(endpoint, self.value_at(), self.encoded)
    }

    /// Whether its name in the endpoint, decoded, is this.
    #[inline(always)]
    pub(crate) fn is(&self, endpoint: &[u8], name: &[u8]) -> bool {
        // Most are of another length: those need no look at the text.
        (self.encoded || self.middle - self.start == name.len()) && self.reads_as(endpoint, name)
    }

    #[inline(never)]
    fn reads_as(&self, endpoint: &[u8], name: &[u8]) -> bool {
        same(&self.name(endpoint), name)
    }

    fn from(start: usize) -> Self {
        Parameter { start, middle: usize::MAX, end: start, encoded: false }
    }

    /// Appends it to the others, unless it is empty.
    #[inline(always)]
    fn end(self, end: usize, query: &mut Vec<Parameter>) {
        if end > self.start {
            query.push(Parameter { middle: self.middle.min(end), end, ..self });
        }
    }
}

/// What a part of an endpoint says.
#[inline(always)]
pub(crate) fn said(endpoint: &[u8], part: Range<usize>, encoded: bool) -> Cow<'_, [u8]> {
    let text = endpoint.get(part).unwrap_or_default();
    if encoded { decoded(text) } else { Cow::Borrowed(text) }
}

/// The path, without the query; the query's first parameters are appended in order, empty ones left out.
pub(crate) fn parts<'a>(endpoint: &'a [u8], most: usize, query: &mut Vec<Parameter>) -> &'a [u8] {
    let mut path = None;
    let mut parameter = Parameter::default();
    let end = each_mark(endpoint, |at, byte| {
        match byte {
            b'?' | b'#' if path.is_none() => {
                path = Some(at);
                parameter = Parameter::from(at + 1);
            }
            b'=' => parameter.middle = parameter.middle.min(at),
            b'%' | b'+' => parameter.encoded = true,
            b'&' if path.is_some() => {
                parameter.end(at, query);
                parameter = Parameter::from(at + 1);
            }
            _ => {}
        }
        byte != b'#' && query.len() < most
    });
    if path.is_some() && query.len() < most {
        parameter.end(end, query);
    }
    endpoint.get(..path.unwrap_or(end)).unwrap_or_default()
}

/// Calls for each byte of an endpoint that divides it, and perhaps for others, until it says `false`; where
/// that was, or the end.
#[inline(always)]
fn each_mark(text: &[u8], mut each: impl FnMut(usize, u8) -> bool) -> usize {
    let mut from = 0;
    while from < text.len() {
        // Sixteen bytes, where there are so many: the last ones overlap those before.
        let at = from.min(text.len().saturating_sub(16));
        let mut marks = match text.get(at..).and_then(<[u8]>::first_chunk) {
            Some(bytes) => marks(block(bytes)) >> (from - at) << (from - at),
            None => !0 >> (32 - text.len()),
        };
        while marks != 0 {
            let place = at + marks.trailing_zeros() as usize;
            if !each(place, text.get(place).copied().unwrap_or_default()) {
                return place;
            }
            marks &= marks - 1;
        }
        from = at + 16;
    }
    text.len()
}

/// A bit for each of sixteen bytes that divides an endpoint: `#`, `%`, `&`, `+`, `=`, `?`, and some others
/// that hardly occur.
fn marks(text: i8x16) -> u32 {
    let is = |text: i8x16, byte: u8| text.simd_eq(i8x16::splat(byte as i8));
    let lower = text | i8x16::splat(2);
    (is(lower, b'?') | is(text, b'#') | is(text, b'%') | is(text, b'&') | is(text, b'+')).to_bitmask()
}

/// A name or value of the query with `%XX` and `+` decoded; as it stands where that is not text.
#[cold]
fn decoded(text: &[u8]) -> Cow<'_, [u8]> {
    let bytes = percent(text, b' ');
    if std::str::from_utf8(&bytes).is_ok() { Cow::Owned(bytes) } else { Cow::Borrowed(text) }
}

/// What follows each place where an endpoint names a resource: in its path after `/collection/`, and in
/// its query after `parameter=`. The id there ends as [`id`] says; `each` tells how long it is.
#[inline]
pub fn named<'a>(text: &'a [u8], collection: &str, parameter: &str, mut each: impl FnMut(&'a [u8]) -> usize) {
    // An engine keeps these only if they are no constants for it: see `Splats` of the reader.
    let all = |byte: u8| i8x16::splat(std::hint::black_box(byte) as i8);
    let first = |name: &str| i8x16::splat(name.as_bytes().first().copied().unwrap_or_default() as i8);
    let (slash, question, ampersand) = (all(b'/'), all(b'?'), all(b'&'));
    let (collection_first, parameter_first) = (first(collection), first(parameter));
    // Where the query starts, as far as was looked.
    let mut query = usize::MAX;
    let mut from = 0;
    while from + 1 < text.len() {
        // Seventeen bytes; the last ones overlap those before, and a short text has zeros after it.
        let at = from.min(text.len().saturating_sub(17));
        let mut short = [0; 17];
        let window = match text.get(at..).and_then(<[u8]>::first_chunk::<17>) {
            Some(window) => window,
            None => {
                short.iter_mut().zip(text).for_each(|(byte, of)| *byte = *of);
                &short
            }
        };
        let ([bytes @ .., _], [_, next @ ..]) = (window, window);
        let (bytes, next) = (block(bytes), block(next));
        // Where the character before a name and the first of the name are: hardly anywhere else.
        let questions = bytes.simd_eq(question);
        let in_path = bytes.simd_eq(slash) & next.simd_eq(collection_first);
        let in_query = (questions | bytes.simd_eq(ampersand)) & next.simd_eq(parameter_first);
        if query == usize::MAX {
            let questions = questions.to_bitmask();
            if questions != 0 {
                query = at + questions.trailing_zeros() as usize;
            }
        }
        let starts = (in_path | in_query).to_bitmask() >> (from - at) << (from - at);
        if starts == 0 {
            from = at + 16;
            continue;
        }
        let before = at + starts.trailing_zeros() as usize;
        let name = if before < query { collection } else { parameter };
        from = before + 1;
        if let Some(rest) = after_name(text, before, name, before >= query) {
            from = text.len() - rest.len() + each(rest);
        }
    }
}

/// What follows a name, before which the character at an offset is.
#[inline(never)]
fn after_name<'a>(text: &'a [u8], before: usize, name: &str, in_query: bool) -> Option<&'a [u8]> {
    let (start, rest) = text.get(before + 1..)?.split_at_checked(name.len())?;
    let (byte, rest) = rest.split_first()?;
    let fits = match text.get(before)? {
        b'/' => !in_query && *byte == b'/',
        b'?' | b'&' => in_query && *byte == b'=',
        _ => false,
    };
    (fits && equal(start, name.as_bytes())).then_some(rest)
}

/// The id that a stretch of an endpoint starts with.
#[must_use]
pub fn id(rest: &[u8]) -> &[u8] {
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'&' | b'#'));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}
