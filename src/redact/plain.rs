//! Text that is no JSON: it may be nearly JSON, or have some in it. What is before `:` or `=` is a name, and stays if
//! it looks like one; so do the names of events, and the words that values have in other notations.

use super::pieces::{Pieces, Wording};
use super::spelling::{self, Spelling};
use super::{Redactor, is_name};
use crate::json::Limits;
use crate::json::syntax::{self, SyntaxProblem};

/// So many faults of a text are looked at: as many as a report lists.
const MOST_FAULTS: usize = 100;

/// What stands for a value in JSON.
const LITERALS: &[&str] = &["true", "false", "null"];

/// The same in other notations.
const WORDS: &[&str] =
    &["True", "False", "None", "TRUE", "FALSE", "NULL", "Null", "nil", "undefined", "NaN", "Infinity"];

/// Replaces what is in a text that has no report of its own.
pub(super) fn replace(redactor: &Redactor<'_, '_>, text: &mut [u8]) {
    replace_in(redactor, text, Wording::Code);
}

/// Replaces what is in a whole body. Where that has not the same faults then, it is done again with more care: digits
/// may stand in no quotes where it seemed that they did.
pub(super) fn replace_body(redactor: &Redactor<'_, '_>, body: &mut [u8]) {
    let raw = body.to_vec();
    replace_in(redactor, body, Wording::Code);
    if faults(body) != faults(&raw) {
        body.copy_from_slice(&raw);
        replace_in(redactor, body, Wording::Numbers);
    }
}

fn replace_in(redactor: &Redactor<'_, '_>, text: &mut [u8], wording: Wording) {
    let mut says = spelling::read(text, Spelling::Percent);
    let mut pieces = Pieces::new(&redactor.cipher);
    pieces.replace(&mut says, wording, &|text, at| word(redactor, text, at));
    spelling::write(text, &says, Spelling::Percent);
}

/// What keeps a text from being JSON: where each fault is, and where the edit is that mends it.
fn faults(text: &[u8]) -> Vec<[u32; 4]> {
    let problems = syntax::problems(text, Limits::DEFAULT, true, MOST_FAULTS);
    let mut faults = Vec::with_capacity(problems.len());
    for SyntaxProblem { start, end, fix, .. } in problems {
        let (from, to) = fix.map_or((u32::MAX, 0), |edit| (edit.start, edit.end));
        faults.push([start, end, from, to]);
    }
    faults
}

/// Where a word ends that stays.
fn word(redactor: &Redactor<'_, '_>, text: &[u8], at: usize) -> Option<usize> {
    let (before, rest) = text.split_at_checked(at)?;
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'.');
    let marks = before.iter().rev().take_while(|byte| matches!(byte, b'_' | b'$' | b'-' | b'.')).count();
    let before = before.get(..before.len() - marks).unwrap_or_default();
    if before.last().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let length = rest.iter().take_while(|byte| is_of_name(**byte)).count();
    let (word, after) = rest.split_at_checked(length)?;
    let stays = WORDS.iter().any(|known| known.as_bytes() == word)
        || redactor.is_event(word)
        || after.starts_with(b"://")
        || is_name(word, b"") && is_before_value(before, after);
    if stays {
        return Some(at + length);
    }
    // A reader stops where one of these ends.
    let literal = LITERALS.iter().find(|literal| word.starts_with(literal.as_bytes()))?;
    (!before.last().is_some_and(is_quote)).then_some(at + literal.len())
}

fn is_quote(byte: &u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`')
}

/// Whether a value comes after a word: there is `:` or `=`, and the word is in quotes or at the start of something.
fn is_before_value(before: &[u8], after: &[u8]) -> bool {
    let is_quoted = before.last().is_some_and(is_quote);
    let rest = after.trim_ascii_start();
    let rest = match rest.split_first().filter(|(byte, _)| is_quote(byte)) {
        Some((_, rest)) => rest.trim_ascii_start(),
        None => rest,
    };
    let line = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(before, |end| before.get(end..).unwrap_or_default());
    let starts = || match line.trim_ascii().last() {
        None => true,
        Some(byte) => matches!(byte, b'{' | b',' | b'(' | b'[' | b'&' | b'?' | b';' | b'-'),
    };
    match rest {
        [b'=', ..] => true,
        [b':', ..] => is_quoted || starts(),
        _ => false,
    }
}
