//! What is asked of texts again and again. Compiled where it is used, it took several times as much room.

use wide::i8x16;

use crate::json::block;

/// A text from an offset on; nothing beyond its end.
#[inline(never)]
pub(crate) fn from(text: &[u8], at: usize) -> &[u8] {
    text.get(at..).unwrap_or_default()
}

/// The byte at an offset, NUL beyond the end.
#[inline(never)]
pub(crate) fn byte(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

/// A part of a text; nothing where it has no such part.
#[inline(never)]
pub(crate) fn part(text: &[u8], start: usize, end: usize) -> &[u8] {
    text.get(start..end).unwrap_or_default()
}

/// A text without the white space before it.
#[inline(never)]
pub(super) fn trim_start(text: &[u8]) -> &[u8] {
    text.trim_ascii_start()
}

/// A text without the white space after it.
#[inline(never)]
pub(super) fn trim_end(text: &[u8]) -> &[u8] {
    text.trim_ascii_end()
}

pub(super) fn trim(text: &[u8]) -> &[u8] {
    trim_end(trim_start(text))
}

/// What is after a prefix, where a text has it.
#[inline(never)]
pub(super) fn after<'t>(text: &'t [u8], prefix: &[u8]) -> Option<&'t [u8]> {
    text.strip_prefix(prefix)
}

pub(super) fn starts(text: &[u8], prefix: &[u8]) -> bool {
    after(text, prefix).is_some()
}

pub(super) fn ends(text: &[u8], suffix: &[u8]) -> bool {
    from(text, text.len().saturating_sub(suffix.len())) == suffix
}

/// How many bytes stand before the first of these, in a text that has one, else all of them.
#[inline(never)]
pub(crate) fn before(text: &[u8], any: &[u8]) -> usize {
    let (mut at, mut rest) = (0, text);
    while let Some((first, after)) = rest.split_first_chunk() {
        let first = block(first);
        let is = |byte: &u8| first.simd_eq(i8x16::splat(*byte as i8)).to_bitmask();
        let found = any.iter().fold(0, |found, byte| found | is(byte));
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        (at, rest) = (at + 16, after);
    }
    // `contains` would be a call for each byte.
    at + rest.iter().position(|byte| any.iter().any(|one| byte == one)).unwrap_or(rest.len())
}

/// Whether a text has a part.
#[inline(never)]
pub(super) fn contains(text: &[u8], part: &[u8]) -> bool {
    let first = part.get(..1).unwrap_or_default();
    let mut rest = text;
    while !rest.is_empty() {
        rest = from(rest, before(rest, first));
        if starts(rest, part) {
            return true;
        }
        rest = from(rest, 1);
    }
    false
}

/// What a text may do with a word.
#[derive(Clone, Copy)]
pub(super) enum How {
    Is,
    Starts,
    Has,
}

/// The number and the length of the first word that a text is, starts with or has. Words are separated by `|`.
#[inline(never)]
pub(super) fn listed(text: &[u8], words: &[u8], how: How) -> Option<(usize, usize)> {
    let (mut rest, mut number) = (words, 0);
    while !rest.is_empty() {
        let (word, others) = rest.split_at_checked(before(rest, b"|")).unwrap_or_default();
        let found = match how {
            How::Has => contains(text, word),
            // Most differ in the first letter.
            _ if word.first() != text.first() => false,
            How::Is => text == word,
            How::Starts => starts(text, word),
        };
        if found {
            return Some((number, word.len()));
        }
        (rest, number) = (from(others, 1), number + 1);
    }
    None
}

/// Whether a text is one of the words.
pub(super) fn is_one_of(text: &[u8], words: &[u8]) -> bool {
    listed(text, words, How::Is).is_some()
}

/// Whether a text starts with one of the words.
pub(super) fn starts_with_one_of(text: &[u8], words: &[u8]) -> bool {
    listed(text, words, How::Starts).is_some()
}

/// Whether a text has one of the words.
pub(super) fn has_one_of(text: &[u8], words: &[u8]) -> bool {
    listed(text, words, How::Has).is_some()
}

#[inline(never)]
pub(crate) fn append(text: &mut Vec<u8>, bytes: &[u8]) {
    text.extend_from_slice(bytes);
}

#[inline(never)]
pub(crate) fn push(text: &mut Vec<u8>, byte: u8) {
    text.push(byte);
}

/// The first line of a text, without its end, and what is after that.
#[inline(never)]
pub(super) fn line(text: &[u8]) -> (&[u8], &[u8]) {
    let length = before(text, b"\n");
    let line = part(text, 0, length);
    (line.strip_suffix(b"\r").unwrap_or(line), from(text, length + 1))
}

/// Whether a text has nothing but white space.
pub(super) fn is_blank(text: &[u8]) -> bool {
    trim_start(text).is_empty()
}
