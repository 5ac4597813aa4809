//! Why a body is not JSON, in words, and what would mend it where that is near-certain.
//!
//! The reader stops at the first thing that the grammar does not allow; here it is named, and the text
//! around it looked at for what people and programs write in place of JSON.

use std::borrow::Cow;

mod fault;
mod mended;
mod quotes;

use super::mend::characters::space;
use super::mend::{self, Body, Encoding};
use super::reader::{Expected, Limits, Malformed, Reader};
use super::string::{cat, decimal, halves, hex, shown};
pub(super) use fault::comment;
#[cfg(feature = "redact")]
pub(super) use fault::is_foreign;
use fault::{CLOSE, CUT_OFF, mend as mend_fault};
use mended::{Mend, Mended, insert};

/// Something that keeps a body from being JSON; all places are byte offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxProblem {
    /// Which kind it is.
    pub malformed: Malformed,
    /// Where what was found starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What the grammar allows there.
    pub expected: String,
    /// What is there.
    pub found: String,
    /// What probably happened.
    pub hint: Option<&'static str>,
    /// What would mend it.
    pub fix: Option<Edit>,
}

/// A replacement of the bytes `start..end`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it does, as for a button.
    pub title: &'static str,
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What stands there afterwards.
    pub text: String,
}

impl SyntaxProblem {
    fn new(malformed: Malformed, start: u32, end: u32, expected: &str, found: &str) -> Self {
        let (expected, found) = (cat(&[expected]), cat(&[found]));
        SyntaxProblem { malformed, start, end, expected, found, hint: None, fix: None }
    }

    // Two calls where they were inlined made the module two kilobytes larger.
    fn hint(&mut self, hint: &'static str) {
        self.hint = Some(hint);
    }

    fn edit(&mut self, title: &'static str, start: usize, end: usize, text: &str) {
        self.fix = Some(Edit { title, start: start as u32, end: end as u32, text: cat(&[text]) });
    }
}

/// A body longer than this is looked at for its first problem only: each further one reads it again.
const LONGEST_REREAD: usize = 256 << 10;

/// So much of a word is quoted.
const LONGEST_WORD: usize = 40;

/// Every problem that a body has on the way to being JSON, in text order: the first that is met, and what
/// shows once it is mended. Empty where it is JSON.
#[must_use]
pub fn problems(body: &[u8], mut limits: Limits, wtf8: bool, most: usize) -> Vec<SyntaxProblem> {
    let mut reader = Reader::default();
    let mut problems: Vec<SyntaxProblem> = Vec::new();
    let mut last = 0;
    let mut text = Cow::Borrowed(body);
    let mut mended = Mended::default();
    if let Some((whole, is_all)) = whole(body, limits, wtf8) {
        let next = whole.fix.as_ref().map(|fix| (edited(body, fix), Mend::of(fix)));
        problems.push(whole);
        match next.filter(|_| !is_all && body.len() <= LONGEST_REREAD) {
            Some((next, edit)) => {
                text = next.into();
                mended.add(edit);
            }
            None => return problems,
        }
    }
    while let Err(malformed) = reader.scan(&text, limits, wtf8) {
        let mut problem = describe(&text, malformed, limits);
        let next =
            problem.fix.as_ref().filter(|_| body.len() <= LONGEST_REREAD).map(|edit| edited(&text, edit));
        mended.restore(&mut problem);
        if problems.get(last).is_some_and(|last| last.start >= problem.start && last.fix == problem.fix) {
            break;
        }
        let edit = problem.fix.as_ref().map(|fix| (fix.title, Mend::of(fix)));
        // What shows once a string is closed may stand before where it was found open.
        last = problems.iter().rposition(|other| other.start <= problem.start).map_or(0, |index| index + 1);
        insert(&mut problems, last, problem);
        match (next, edit) {
            (Some(next), Some((title, edit))) if title != CLOSE && problems.len() < most => {
                text = next.into();
                // What mends may be longer than the body is allowed to be.
                limits.max_bytes = u32::MAX;
                mended.add(edit);
            }
            _ => break,
        }
    }
    problems
}

/// What a text is that is something else than JSON as a whole, and whether that is all that is wrong with it: what
/// text stands around may have faults of its own.
fn whole(body: &[u8], limits: Limits, wtf8: bool) -> Option<(SyntaxProblem, bool)> {
    let malformed = Reader::new().scan(body, limits, wtf8).err()?;
    if matches!(malformed, Malformed::TooLarge | Malformed::TooDeep { .. }) {
        return None;
    }
    let around = mend::around(body, limits, wtf8)?;
    let known = around.inner.unwrap_or(around.known);
    let malformed = match std::str::from_utf8(body) {
        Err(wrong) if !wtf8 => Malformed::Utf8 { at: wrong.valid_up_to() as u32 },
        _ => malformed,
    };
    let mut problem = describe(body, malformed, limits);
    if let Some((start, end)) = around.span {
        (problem.start, problem.end) = (start as u32, end as u32);
    }
    problem.expected = if let Malformed::Utf8 { .. } = malformed { "UTF-8" } else { "JSON" }.to_owned();
    let name = around.known.name();
    match around.inner {
        Some(inner) => problem.found = cat(&[name, ", and in it ", inner.name()]),
        None if name.is_empty() => {}
        None => problem.found = cat(&[name]),
    }
    problem.hint = Some(if around.is_cut_off { CUT_OFF } else { known.hint() });
    problem.fix = None;
    match around.bodies.as_slice() {
        [one] => problem.fix = Some(taken_out(body, one)),
        [_, _, ..] => problem.hint(SEVERAL),
        [] => {
            if let Some(start) = around.faulty {
                problem.edit(AROUND, 0, start, "");
            }
        }
    }
    Some((problem, around.faulty.is_none()))
}

const AROUND: &str = "Remove what is around it";

/// What is said of a text with several documents in it.
pub(crate) const SEVERAL: &str = "there are several JSON documents: send one";

/// What leaves of a text the body in it.
fn taken_out(text: &[u8], body: &Body) -> Edit {
    let blank = |part: Option<&[u8]>| part.is_some_and(|part| part.trim_ascii().is_empty());
    let (before, after) = (blank(text.get(..body.start)), blank(text.get(body.end..)));
    let title = match (body.encoding, &body.text) {
        (Encoding::Text, None) => AROUND,
        (Encoding::Text, Some(_)) => "Change to JSON",
        _ => "Decode it",
    };
    let standing = text.get(body.start..body.end).unwrap_or_default();
    let (start, end, text) = match &body.text {
        None if after => (0, body.start, String::new()),
        None if before => (body.end, text.len(), String::new()),
        None => (0, text.len(), halves(standing)),
        Some(decoded) => (0, text.len(), halves(decoded.strip_prefix(b"\xef\xbb\xbf").unwrap_or(decoded))),
    };
    Edit { title, start: start as u32, end: end as u32, text }
}

/// A text after an edit.
fn edited(text: &[u8], edit: &Edit) -> Vec<u8> {
    let before = text.get(..edit.start as usize).unwrap_or_default();
    let after = text.get(edit.end as usize..).unwrap_or_default();
    let mut edited = Vec::with_capacity(before.len() + edit.text.len() + after.len());
    for part in [before, edit.text.as_bytes(), after] {
        edited.extend_from_slice(part);
    }
    edited
}

/// A body over the limit: its text is not looked at.
#[must_use]
pub fn too_large(max_bytes: u32) -> SyntaxProblem {
    let expected = cat(&["at most ", &decimal(max_bytes.into()), " bytes"]);
    SyntaxProblem::new(Malformed::TooLarge, 0, 0, &expected, "more")
}

fn describe(body: &[u8], malformed: Malformed, limits: Limits) -> SyntaxProblem {
    let length = body.len() as u32;
    match malformed {
        Malformed::TooLarge => too_large(limits.max_bytes),
        Malformed::TooDeep { at } => {
            let most = decimal(limits.max_depth.into());
            let expected = cat(&["at most ", &most, " nested levels"]);
            SyntaxProblem::new(malformed, at, at + 1, &expected, "more")
        }
        Malformed::Utf8 { at } => {
            let byte = body.get(at as usize).copied().unwrap_or_default();
            let found = cat(&["the byte 0x", &hex(byte.into(), 2, b'a')]);
            let mut problem = SyntaxProblem::new(malformed, at, at + 1, "UTF-8", &found);
            if matches!(body, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
                problem.hint("this looks like UTF-16: send UTF-8");
            }
            problem
        }
        Malformed::Syntax { expected, at, start } => {
            let (end, found) = if matches!(expected, Expected::HexDigits | Expected::Escape) {
                let digits = body.get(at as usize + 2..).unwrap_or_default().iter().take(4);
                let count = digits.take_while(|byte| byte.is_ascii_hexdigit()).count();
                let end = at + 2 + if expected == Expected::HexDigits { count as u32 } else { 0 };
                let end = char_end(body, end.min(length));
                (end, code(body, at, end))
            } else {
                (token_end(body, at), token(body, at))
            };
            let end = end.min(length).max(at);
            let mut problem = SyntaxProblem::new(malformed, at, end, words(expected), &found);
            mend_fault(&mut problem, body, expected, at as usize, start as usize);
            problem
        }
    }
}

fn words(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "a value",
        Expected::Element => "a value after `,`",
        Expected::ElementOrEnd => "a value or `]`",
        Expected::KeyOrEnd => "a key in double quotes or `}`",
        Expected::Key => "a key in double quotes after `,`",
        Expected::Colon => "`:` after the key",
        Expected::CommaOrBrace => "`,` or `}`",
        Expected::CommaOrBracket => "`,` or `]`",
        Expected::End => "nothing after the value",
        Expected::StringEnd => "the string's closing quote",
        Expected::NoControl => "an escaped control character",
        Expected::Escape => "one of `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, `\\u`",
        Expected::HexDigits => "four hexadecimal digits after `\\u`",
        Expected::Digit => "a digit",
        Expected::NoLeadingZero => "a number without leading zeros",
    }
}

/// What stands at an offset, in words.
fn token(body: &[u8], at: u32) -> String {
    let words = match body.get(at as usize) {
        None => "the end of the body",
        Some(b'\n' | b'\r') => "the end of the line",
        Some(b'\t') => "a tab",
        Some(byte @ 0..0x20) => {
            return cat(&["the control character U+", &hex((*byte).into(), 4, b'A')]);
        }
        Some(_) => match space(body.get(at as usize..).unwrap_or_default()) {
            Some((code, ..)) => return cat(&["the invisible character U+", &hex(code, 4, b'A')]),
            None => return code(body, at, token_end(body, at)),
        },
    };
    words.to_owned()
}

fn code(body: &[u8], start: u32, end: u32) -> String {
    let text = shown(body.get(start as usize..end as usize).unwrap_or_default());
    // A message is on one line.
    let text: String = text.chars().map(|c| if c < ' ' { '\u{fffd}' } else { c }).collect();
    cat(&["`", &text, "`"])
}

/// The end of the word, or of the one character, at an offset.
fn token_end(body: &[u8], at: u32) -> u32 {
    let rest = body.get(at as usize..).unwrap_or_default();
    let word = word(rest).len().min(LONGEST_WORD);
    if word > 0 { at + word as u32 } else { char_end(body, at + u32::from(!rest.is_empty())) }
}

/// The next boundary of a character.
fn char_end(body: &[u8], mut at: u32) -> u32 {
    while body.get(at as usize).is_some_and(|byte| byte & 0xc0 == 0x80) {
        at += 1;
    }
    at
}

/// The letters, digits, `_`, `$`, `-`, `.` and `+` that a text starts with.
fn word(text: &[u8]) -> &[u8] {
    text.get(..text.iter().take_while(|byte| is_word(byte)).count()).unwrap_or_default()
}

fn is_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'.' | b'+')
}

/// The length of a text without the white space at its end.
fn length(text: Option<&[u8]>) -> usize {
    text.unwrap_or_default().trim_ascii_end().len()
}
