//! A text that is no JSON: what stands in it, or what it says in another encoding, is looked at as what it is, and what
//! is around that word by word.

use std::ops::Range;

use super::aligned;
use super::characters::put;
use super::encoded::is_inside;
use super::pieces::Pieces;
use super::spelling::{self, Spelling};
use super::words::{Standing, Words};
use crate::encoding::form;
use crate::json::Limits;
use crate::json::mend::{self, characters};
use crate::recognize::Hint;

/// A shorter text has nothing in it.
const SHORTEST: usize = 8;

/// Replaces what is in a text that is no JSON; whether there was something in it, beside words.
pub(super) fn replace(words: &Words<'_, '_>, text: &mut [u8], hint: Hint<'_>, levels: u32) -> bool {
    let Some(levels) = levels.checked_sub(1).filter(|_| text.len() >= SHORTEST) else {
        by_words(words, text, &[], Standing::default());
        return false;
    };
    if let Some(length) = mend::magic(text) {
        spoil(text.get_mut(length..).unwrap_or_default());
        return true;
    }
    let (start, end) = trimmed(text);
    let redactor = words.redactor;
    if words.of_base64(text.get_mut(start..end).unwrap_or_default(), hint, levels) {
        return true;
    }
    if let Some(spelling) = spelling_of(text) {
        let mut says = spelling::read(text, spelling);
        words.text(&mut says, hint, levels);
        spelling::write(text, &says, spelling);
        return true;
    }
    if words.is_code && in_parts(words, text, hint, levels) {
        return true;
    }
    let mut standing = Standing { levels: levels + 1, ..Standing::default() };
    let mut spans = Vec::new();
    let may_have = |byte: &u8| matches!(byte, b'{' | b'%');
    if text.contains(&b'=') {
        spans = in_fields(words, text, levels);
    }
    if !spans.is_empty() {
        // It has nothing else.
    } else if words.is_code || text.iter().any(may_have) {
        let wtf8 = std::str::from_utf8(text).is_err();
        standing.is_command = mend::is_command(text);
        if let Some(around) = mend::around(text, Limits::DEFAULT, wtf8) {
            let code = Words { is_code: true, ..*words };
            let is_only = around.bodies.len() == 1;
            for body in around.bodies {
                // Several may stand encoded in one place.
                if spans.last().is_some_and(|last: &Range<usize>| body.start < last.end) {
                    continue;
                }
                let place = text.get_mut(body.start..body.end).unwrap_or_default();
                let is_done = match &body.text {
                    None => redactor.document(place, hint, levels),
                    Some(says) => {
                        let standing = aligned::Standing { place: body.start..body.end, json: says, is_only };
                        spelled(words, place, says, hint, levels)
                            || aligned::replace(words, text, standing, hint, levels)
                    }
                };
                let is_part = body.end - body.start < end.saturating_sub(start);
                if !is_done && is_part {
                    code.text(text.get_mut(body.start..body.end).unwrap_or_default(), hint, levels);
                }
                if is_done || is_part {
                    spans.push(body.start..body.end);
                }
            }
        }
    }
    by_words(words, text, &spans, standing);
    !spans.is_empty()
}

/// Replaces what is in a body that is spelled in some way; whether it is.
fn spelled(words: &Words<'_, '_>, place: &mut [u8], says: &[u8], hint: Hint<'_>, levels: u32) -> bool {
    let start = mend::data(place);
    let is = |spelling: &Spelling| spelling::read(place.get(start..).unwrap_or_default(), *spelling) == says;
    if let Some(spelling) = Spelling::OF_BODIES.into_iter().find(is) {
        let code = Words { is_code: true, ..*words };
        by_words(&code, place.get_mut(..start).unwrap_or_default(), &[], Standing::default());
        let mut says = says.to_vec();
        let is_document = words.redactor.document(&mut says, hint, levels);
        spelling::write(place.get_mut(start..).unwrap_or_default(), &says, spelling);
        return is_document;
    }
    false
}

/// Where the chunks of a text start and end, and where the last one does; nowhere where it has none.
fn chunks(text: &[u8]) -> Option<(Vec<(usize, usize)>, usize)> {
    let (mut parts, mut at) = (Vec::new(), 0);
    loop {
        let (start, end, next) = mend::chunk(text, at)?;
        if start == end {
            return (!parts.is_empty()).then_some((parts, next));
        }
        parts.push((start, end));
        at = next;
    }
}

/// Replaces what parts of a text are together: chunks with their sizes, or the lines of a document that was cut at a
/// width; whether it has such.
fn in_parts(words: &Words<'_, '_>, text: &mut [u8], hint: Hint<'_>, levels: u32) -> bool {
    let chunks = chunks(text);
    let is_chunked = chunks.is_some();
    let Some((parts, end)) = chunks.or_else(|| Some((mend::cut(text)?, text.len()))) else { return false };
    let mut joined = Vec::with_capacity(text.len());
    for (start, end) in parts.iter().copied() {
        joined.extend_from_slice(text.get(start..end).unwrap_or_default());
    }
    let is_document = words.redactor.document(&mut joined, hint, levels);
    if !is_document && !is_chunked {
        return false;
    }
    if !is_document {
        words.text(&mut joined, hint, levels);
    }
    let mut rest = joined.as_slice();
    for (start, end) in parts {
        put(text.get_mut(start..end).unwrap_or_default(), rest);
        rest = rest.get(end - start..).unwrap_or_default();
    }
    by_words(words, text.get_mut(end..).unwrap_or_default(), &[], Standing::default());
    true
}

/// Where a text starts and ends, without the white space around it.
fn trimmed(text: &[u8]) -> (usize, usize) {
    let end = text.trim_ascii_end().len();
    (text.len() - text.trim_ascii_start().len(), end)
}

/// How a text is spelled that is none as it stands.
fn spelling_of(text: &[u8]) -> Option<Spelling> {
    let trimmed = text.trim_ascii_start();
    let is_utf8 = std::str::from_utf8(text).is_ok();
    Some(match text {
        [_, 0, ..] if is_utf8 && is_wide(text) => Spelling::NULS,
        [0, ..] if is_utf8 && is_wide(text) => Spelling::AFTER_NULS,
        [_, 0, ..] | [0xff, 0xfe, ..] if is_wide(text) => Spelling::LITTLE,
        [0, ..] | [0xfe, 0xff, ..] if is_wide(text) => Spelling::BIG,
        _ if mend::is_percent(trimmed) && text.contains(&b' ') => Spelling::PERCENT,
        _ if mend::is_percent(trimmed) => Spelling::FORM,
        _ if has_percent(text) => Spelling::PERCENT,
        _ if mend::has_entities(text) => Spelling::ENTITIES,
        _ if are_escaped(trimmed) => Spelling::ESCAPES,
        _ => match std::str::from_utf8(text) {
            Ok(text) => {
                let is = mend::is_misread(text.as_bytes()) && characters::misread(text).is_some();
                is.then_some(Spelling::MISREAD)?
            }
            Err(_) => characters::is_windows(text).map(|_| Spelling::WINDOWS)?,
        },
    })
}

/// Whether a text that is no form is percent-encoded, and has something in it.
fn has_percent(text: &[u8]) -> bool {
    text.contains(&b'%')
        && !text.iter().any(|byte| *byte <= b' ' || *byte == b'"')
        && form(text).next().is_none()
        && is_inside(&spelling::read(text, Spelling::PERCENT))
}

/// Replaces what is encoded in the fields of a form; where they are.
fn in_fields(words: &Words<'_, '_>, text: &mut [u8], levels: u32) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut at = 0;
    for (name, value) in form(text) {
        let start = at + name.len() + usize::from(!value.is_empty());
        let says = if value.len() < SHORTEST { Vec::new() } else { spelling::read(value, Spelling::FORM) };
        if is_inside(&says) {
            values.push((start..start + value.len(), says));
        }
        at += name.len() + value.len() + 1 + usize::from(text.get(at + name.len()) == Some(&b'='));
    }
    let mut spans = Vec::new();
    for (span, mut says) in values {
        words.text(&mut says, Hint::NONE, levels);
        spelling::write(text.get_mut(span.clone()).unwrap_or_default(), &says, Spelling::FORM);
        spans.push(span);
    }
    spans
}

fn is_wide(text: &[u8]) -> bool {
    characters::utf16(text).is_some_and(|text| matches!(text.first(), Some(b'!'..=b'~')))
}

/// Whether a text starts like JSON, and all of its quotes are escaped.
fn are_escaped(text: &[u8]) -> bool {
    let Some((b'{' | b'[', mut rest)) = text.split_first() else { return false };
    let mut has_quote = false;
    while let Some((byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (b'\\', [next, after @ ..]) => {
                has_quote |= *next == b'"';
                after
            }
            (b'"' | b'\'' | b'`', _) => return false,
            _ => after,
        };
    }
    has_quote
}

/// Replaces all of what is compressed, so that no part of it can be decompressed.
fn spoil(bytes: &mut [u8]) {
    let mut rest = bytes;
    while let Some(first) = rest.first().copied() {
        // What was read as text stays one, of as many characters.
        let text: &[u8] = match first {
            0xc2..0xe0 => "é".as_bytes(),
            0xe0..0xf0 => "\u{fffd}".as_bytes(),
            0xf0..0xf5 => "\u{20000}".as_bytes(),
            _ => b"0",
        };
        let is_character = rest.get(..text.len()).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok());
        let text = if is_character { text } else { b"0" };
        put(rest, text);
        rest = rest.get_mut(text.len()..).unwrap_or_default();
    }
}

/// Replaces what is in a text word by word, but for what was replaced already.
pub(super) fn by_words(words: &Words<'_, '_>, text: &mut [u8], spans: &[Range<usize>], standing: Standing) {
    let spelling = if words.is_code { Spelling::CODE } else { Spelling::PERCENT };
    let mut says = Vec::with_capacity(text.len());
    let mut passed = Vec::new();
    let mut at = 0;
    for span in spans {
        says.extend(spelling::read(text.get(at..span.start).unwrap_or_default(), spelling));
        let start = says.len();
        says.extend_from_slice(text.get(span.clone()).unwrap_or_default());
        passed.push(start..says.len());
        at = span.end;
    }
    says.extend(spelling::read(text.get(at..).unwrap_or_default(), spelling));
    Pieces::replace(&mut says, words, &passed, standing);
    let (mut at, mut of) = (0, 0);
    let end = (text.len()..text.len(), says.len()..says.len());
    for (span, passed) in spans.iter().cloned().zip(passed).chain([end]) {
        let place = text.get_mut(at..span.start).unwrap_or_default();
        spelling::write(place, says.get(of..passed.start).unwrap_or_default(), spelling);
        (at, of) = (span.end, passed.end);
    }
}
