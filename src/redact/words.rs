//! Words that stay: in text that is no JSON those before `:` and `=`, which are names, and such as stand for a value
//! in other notations; in a URL its scheme and the names that the catalog has.

use std::cell::Cell;

use super::{LONGEST_NAME, Redactor, inside, is_name};
use crate::json::document::same;
use crate::json::mend;
use crate::recognize::Hint;
use crate::shape::{Object, Parameter};

/// What stands before an id or an address.
const SCHEMES: &[&str] = &["ObjectId", "urn", "uuid", "mailto", "http", "https"];

const LITERALS: &[&str] = &["true", "false", "null"];

/// What a text is that words stand in.
#[derive(Clone, Copy, Default)]
pub(super) struct Standing {
    /// So many texts may be read that are encoded in it.
    pub levels: u32,
    /// Whether it is a command, which has options.
    pub is_command: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Words<'a, 'c> {
    pub redactor: &'a Redactor<'c>,
    /// Whether the text is code in some notation: it may be nearly JSON, or have some in it.
    pub is_code: bool,
    /// Objects whose fields are named in URLs.
    pub objects: &'a [&'c Object<'c>],
    /// What the queries of URLs have.
    pub parameters: &'c [Parameter<'c>],
    pub work: &'a Cell<u64>,
}

impl Words<'_, '_> {
    /// Replaces what is in a text of any kind; whether it has a document, or something else that is encoded.
    pub fn text(&self, text: &mut [u8], hint: Hint<'_>, levels: u32) -> bool {
        self.redactor.document(text, hint, levels) || inside::replace(self, text, hint, levels)
    }

    /// How many bytes stay of the word that begins at a place, in quotes or in none.
    #[inline(never)]
    pub fn kept(&self, text: &[u8], at: usize, is_quoted: bool, standing: Standing) -> usize {
        let part = if self.is_code { of_notation(text, at, is_quoted, standing) } else { 0 };
        part.max(self.kept_name(text, at, is_quoted))
    }

    /// The same of names, and of what they stand for.
    fn kept_name(&self, text: &[u8], at: usize, is_quoted: bool) -> usize {
        let (mut before, rest) = text.split_at_checked(at).unwrap_or_default();
        while let [inner @ .., b'_' | b'$' | b'-' | b'.'] = before {
            before = inner;
        }
        let last = before.last().copied().unwrap_or(b'\n');
        let is_of_word = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_$-.".contains(byte);
        // A longer one is none, and is not looked at again from each of its parts.
        let length = rest.iter().take(LONGEST_NAME + 1).take_while(is_of_word).count();
        let (word, after) = rest.split_at_checked(length).unwrap_or_default();
        if last.is_ascii_alphanumeric() || length > LONGEST_NAME {
            return 0;
        }
        let is_known = match (self.is_code, after) {
            (_, [b':', b'/', ..]) => true,
            (_, [b':' | b'(', ..]) if is_among(word, SCHEMES) => true,
            (true, _) => {
                self.redactor.is_event(word)
                    || is_among(word, LITERALS)
                    || is_before_value(before, after, is_quoted) && is_name(word, b"")
            }
            (false, _) => self.is_of_url(last, word, after),
        };
        if is_known {
            return length;
        }
        // A reader stops where one of these ends.
        let is_literal = |literal: &&&str| self.is_code && !is_quoted && word.starts_with(literal.as_bytes());
        LITERALS.iter().find(is_literal).map_or(0, |literal| literal.len())
    }

    /// Whether a word is a version or a name that the catalog has around it, in the path of a URL or before `=` in its
    /// query.
    fn is_of_url(&self, before: u8, word: &[u8], after: &[u8]) -> bool {
        match before {
            b'/' => {}
            b'?' | b'&' if after.first() == Some(&b'=') => {}
            _ => return false,
        }
        let is = |name: &str| works(self.work, 1) && same(name.as_bytes(), word);
        let is_of = |object: &&Object<'_>| {
            object.anchor.is_some_and(|anchor| is(anchor.collection) || is(anchor.parameter))
                || object.fields.iter().any(|field| is(field.name))
        };
        matches!(word, [b'v', b'0'..=b'9'] | [b'v', b'0'..=b'9', b'0'..=b'9'])
            || self.parameters.iter().any(|parameter| is(parameter.name))
            || self.objects.iter().any(is_of)
    }
}

/// How many bytes stay of the word at a place of code because the notation that it is in has it, or what stands around
/// a body.
#[inline(never)]
fn of_notation(text: &[u8], at: usize, is_quoted: bool, standing: Standing) -> usize {
    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
    let length = rest.iter().take(LONGEST_NAME + 1).take_while(|byte| is_of_word(byte)).count();
    let (word, after) = rest.split_at_checked(length).unwrap_or_default();
    let last = before.last().copied().unwrap_or(b'\n');
    if is_of_word(&last) || length > LONGEST_NAME {
        return 0;
    }
    let is_known = match (last, after) {
        (b'/', _) if before.ends_with(b"application/") => is_name(word, b""),
        (_, [b'/', ..]) if word == b"application" => true,
        // It belongs to a string.
        (_, [b'"' | b'\'' | b'#', ..]) if matches!(word, b"r" | b"b" | b"u" | b"f") => !is_quoted,
        (b'-', [] | [b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'-' | b'\'' | b'"', ..])
            if standing.is_command && is_option(before, word) =>
        {
            !is_quoted
        }
        (b' ', _) if is_after_length(before) => true,
        _ => !is_quoted && mend::is_word(text, at, length),
    };
    if is_known { length } else { 0 }
}

/// Whether a word is an option of a command, or a part of one: what is before it is `--` and perhaps more of the option,
/// or `-` where it is a letter.
fn is_option(before: &[u8], word: &[u8]) -> bool {
    let is_part = |byte: &&u8| is_of_word(byte) || **byte == b'-';
    let length = before.iter().rev().take(LONGEST_NAME).take_while(is_part).count();
    let (around, option) = before.split_at_checked(before.len() - length).unwrap_or_default();
    around.last().is_none_or(u8::is_ascii_whitespace)
        && match option {
            [b'-', b'-', ..] => is_name(word, b""),
            [b'-'] => word.len() == 1,
            _ => false,
        }
}

/// Whether a text ends with the header that says how long a body is.
fn is_after_length(before: &[u8]) -> bool {
    const LENGTH: &[u8] = b"content-length: ";
    let start = before.len().saturating_sub(LENGTH.len());
    before.get(start..).is_some_and(|before| before.eq_ignore_ascii_case(LENGTH))
}

fn is_of_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'_'
}

#[inline(never)]
fn is_among(word: &[u8], words: &[&str]) -> bool {
    words.iter().any(|known| same(known.as_bytes(), word))
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`')
}

/// Whether a value comes after a word: there is `=`, or `:` and the word is in quotes or at the start of something.
#[inline(never)]
fn is_before_value(mut before: &[u8], mut after: &[u8], is_quoted: bool) -> bool {
    // Base64 may end so.
    match after {
        [b'=', b'"' | b'\'' | b'`', ..] if is_quoted => return false,
        [b'='] | [b'=', b'=' | b'&' | b',' | b';' | b'.' | b')' | b'}' | b']' | b' ' | b'\r' | b'\n', ..] => {
            return false;
        }
        _ => {}
    }
    while let [b'"' | b'\'' | b'`' | b' ' | b'\t', rest @ ..] = after {
        after = rest;
    }
    while let [rest @ .., b' ' | b'\t'] = before {
        before = rest;
    }
    let start = before.last().copied().unwrap_or(b'\n');
    let is_start = is_quote(start) || matches!(start, b'\n' | b'{' | b',' | b'(' | b'[' | b'&' | b'?');
    match after {
        // A symbol of Ruby is one as well.
        [b'=', b'>', ..] => is_start || start == b':',
        [b'=', ..] => true,
        [b':', ..] => is_start,
        _ => false,
    }
}

/// Counts work; whether there may be more.
#[inline(never)]
pub(super) fn works(work: &Cell<u64>, steps: usize) -> bool {
    work.set(work.get().saturating_sub(steps as u64));
    work.get() > 0
}
