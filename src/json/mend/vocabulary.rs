//! The words that texts are recognized by, which say nothing of what stands in them.

use super::bytes::{before, ends, from, part, starts, starts_with_one_of};
use super::{encoded, lines, notation, quoted, tells};
use crate::json::syntax::is_foreign;

/// All that have some, beside those of [`tells`].
const WORDS: &[&[u8]] = &[
    encoded::DATA_URL,
    encoded::IN_BASE64,
    lines::DIFF,
    notation::WORDS,
    notation::TITLES,
    notation::MONGO,
    notation::LISTS,
    quoted::SQL,
    HEADERS,
];

/// What the values of headers say of a body.
const HEADERS: &[u8] = b"application|json|chunked|gzip|charset|utf";

/// Whether a word is one that a text is recognized by, or a part of something that is.
pub(crate) fn is_word(text: &[u8], at: usize, length: usize) -> bool {
    let (word, rest) = (part(text, at, at + length), from(text, at + length));
    let standing = part(text, at.saturating_sub(LONGEST_BEFORE), at);
    if word.first().is_some_and(u8::is_ascii_digit) {
        let version = standing.strip_suffix(b"1.").unwrap_or(standing);
        return ends(version, tells::RESPONSE)
            || [tells::GUARDS, notation::TITLES].iter().any(|list| is_of_phrase(list, standing, word, rest));
    }
    let is_call = starts(rest, b"(")
        && (starts_with_one_of(word, notation::NUMBERS) || ends(word, notation::DICTIONARY));
    is_call || is_foreign(word) || tells::WORDS.iter().chain(WORDS).any(|words| has_word(words, word))
}

/// No phrase has more before a number.
const LONGEST_BEFORE: usize = 8;

/// Whether a list has a word with no letter beside it.
fn has_word(list: &[u8], word: &[u8]) -> bool {
    let is_of_word = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
    let mut rest = list;
    while !rest.is_empty() {
        let length = rest.iter().take_while(is_of_word).count();
        if part(rest, 0, length) == word {
            return true;
        }
        rest = from(rest, length + 1);
    }
    false
}

/// Whether what stands around a number makes a phrase of it: `while(1);`.
fn is_of_phrase(list: &[u8], standing: &[u8], number: &[u8], rest: &[u8]) -> bool {
    let mut list = list;
    while !list.is_empty() {
        let phrase = part(list, 0, before(list, b"|"));
        list = from(list, phrase.len() + 1);
        let at = before(phrase, number);
        let is_number = number.len() == 1 && at < phrase.len();
        if is_number && ends(standing, part(phrase, 0, at)) && starts(rest, from(phrase, at + 1)) {
            return true;
        }
    }
    false
}
