//! What would mend one fault of what is JSON otherwise.

use super::quotes::{backslash, control, inner_quotes, single_quoted, typographic, typographic_quote};
use super::{LONGEST_WORD, SyntaxProblem, char_end, code, edited, is_word, length, token, word, words};
use crate::encoding::form;
use crate::json::mend::bytes::{before, byte, from, part};
use crate::json::mend::characters::space;
use crate::json::mend::literal::number;
use crate::json::mend::names;
use crate::json::reader::{Expected, Limits, Reader};
use crate::json::string::{cat, lossy};

pub(super) const CLOSE: &str = "Close what is open";
pub(super) const CUT_OFF: &str = "the body is cut off, or something in it is not closed";

pub(super) fn mend(problem: &mut SyntaxProblem, body: &[u8], expected: Expected, at: usize, start: usize) {
    let rest = body.get(at..).unwrap_or_default();
    let Some(&first) = rest.first() else { return mend_end(problem, body, expected, at, start) };
    let in_string = matches!(
        expected,
        Expected::StringEnd | Expected::NoControl | Expected::Escape | Expected::HexDigits
    );
    if !in_string && let Some(comment) = comment(rest) {
        problem.hint("JSON has no comments");
        return problem.edit("Remove the comment", at, at + comment, "");
    }
    if !in_string && let Some((code, length, text)) = space(rest) {
        problem.hint(names::space(code).hint());
        let title = if text.is_empty() { "Remove it" } else { "Change to a space" };
        return problem.edit(title, at, at + length, &lossy(text));
    }
    let follows = matches!(expected, Expected::CommaOrBrace | Expected::CommaOrBracket);
    if follows && inner_quotes(problem, body, at) {
        return;
    }
    if (follows || matches!(expected, Expected::Digit | Expected::NoLeadingZero) && !b".I".contains(&first))
        && unquoted(problem, body, expected, at)
    {
        return;
    }
    let value = matches!(expected, Expected::Value | Expected::Element | Expected::ElementOrEnd);
    match (expected, first) {
        (Expected::Key, b'}') | (Expected::Element, b']') => {
            if let Some(comma) = comma_before(body, at) {
                problem.hint("JSON has no trailing commas");
                problem.edit("Remove the comma", comma, comma + 1, "");
            }
        }
        (Expected::Key | Expected::KeyOrEnd, b',') | (Expected::Element | Expected::ElementOrEnd, b',') => {
            problem.hint("there is an extra comma");
            problem.edit("Remove the comma", at, at + 1, "");
        }
        (_, b'\'') if value || matches!(expected, Expected::Key | Expected::KeyOrEnd) => {
            problem.hint("JSON strings need double quotes");
            if let Some((text, length)) = single_quoted(rest) {
                problem.edit("Change to double quotes", at, at + length, &text);
            }
        }
        (_, 0xe2) if typographic_quote(rest) => {
            problem.hint("these are typographic quotes");
            if let Some(inner) = typographic(rest) {
                let text = cat(&["\"", inner, "\""]);
                problem.edit("Change to plain quotes", at, at + 3 + inner.len() + 3, &text);
            }
        }
        _ if rest.starts_with(b"...") || rest.starts_with("…".as_bytes()) => {
            problem.hint("`...` stands for something that was left out");
        }
        (Expected::Key | Expected::KeyOrEnd, _) => {
            let key = word(rest);
            if let [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$', ..] = key {
                problem.hint("JSON keys need double quotes");
                problem.edit("Quote the key", at, at + key.len(), &cat(&["\"", &lossy(key), "\""]));
            }
        }
        (Expected::CommaOrBrace, b'"' | b'\'')
        | (Expected::CommaOrBracket, b'"' | b'\'' | b'{' | b'[' | b'-' | b'0'..=b'9') => {
            let end = match length(body.get(..at)) {
                0 => at,
                end => end,
            };
            problem.hint("a comma is missing");
            problem.edit("Insert a comma", end, end, ",");
        }
        (Expected::CommaOrBrace | Expected::CommaOrBracket, b';') => {
            problem.edit("Change to a comma", at, at + 1, ",");
        }
        (Expected::CommaOrBrace | Expected::CommaOrBracket, _) if rest.starts_with("，".as_bytes()) => {
            problem.edit("Change to a comma", at, at + 3, ",");
        }
        (Expected::Colon, b'=') => {
            let arrow = usize::from(rest.get(1) == Some(&b'>'));
            problem.edit("Change to a colon", at, at + 1 + arrow, ":");
        }
        (Expected::Colon, _) if rest.starts_with("：".as_bytes()) => {
            problem.edit("Change to a colon", at, at + 3, ":");
        }
        (Expected::Colon, b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b'a'..=b'z') => {
            let end = length(body.get(..at));
            problem.hint("a colon is missing");
            problem.edit("Insert a colon", end, end, ":");
        }
        (Expected::CommaOrBrace, b']') => {
            problem.hint("`}` is missing");
            problem.edit("Insert `}`", at, at, "}");
        }
        (Expected::CommaOrBracket, b'}') => {
            problem.hint("`]` is missing");
            problem.edit("Insert `]`", at, at, "]");
        }
        (Expected::End, b'{' | b'[') => problem.hint("there are several JSON documents: send one"),
        (Expected::End, b'}' | b']')
            if rest.iter().all(|byte| byte.is_ascii_whitespace() || matches!(byte, b'}' | b']')) =>
        {
            problem.hint("there is an extra bracket");
            problem.edit("Remove it", at, body.len(), "");
        }
        (Expected::End, b',' | b';') if length(rest.get(1..)) == 0 => {
            problem.edit("Remove it", at, at + 1, "");
        }
        (Expected::NoLeadingZero, _) => {
            let zeros = rest.iter().take_while(|byte| **byte == b'0').count();
            let next = rest.get(zeros).is_some_and(u8::is_ascii_digit);
            problem.hint("JSON numbers have no leading zeros");
            problem.edit("Remove the zeros", at, at + zeros - usize::from(!next), "");
        }
        (Expected::NoControl, b'\n' | b'\r') if length(Some(rest)) == 0 => {
            // The end of the last line is no part of the string that is cut off.
            problem.expected = words(Expected::StringEnd).to_owned();
            problem.found = token(body, body.len() as u32);
            (problem.start, problem.end) = (at as u32, at as u32);
            mend_end(problem, body.get(..at).unwrap_or_default(), Expected::StringEnd, at, start);
            if let Some(fix) = &mut problem.fix {
                fix.end = body.len() as u32;
            }
        }
        (Expected::NoControl, byte) => control(problem, body, byte, at, start),
        (Expected::Escape, _) => backslash(problem, body, at, start, false),
        (Expected::HexDigits, _) => backslash(problem, body, at, start, true),
        (Expected::Digit, b'I') if start + 1 == at && word(rest) == b"Infinity" => {
            problem.hint("JSON has no such value");
            problem.edit("Change to null", start, at + 8, "null");
        }
        (Expected::Digit, b'.') if body.get(at.wrapping_sub(1)) == Some(&b'-') => {
            problem.edit("Add a zero", at, at, "0");
        }
        _ if value => mend_value(problem, body, rest, at),
        _ => {}
    }
}

/// Words that are values in other languages: the hint, what the fix does, the value in JSON.
const FOREIGN: [(&[&str], &str, &str, &str); 3] = [
    (
        &["NaN", "undefined", "Infinity", "-Infinity", "None", "nil", "NULL", "Null"],
        "JSON has no such value",
        "Change to null",
        "null",
    ),
    (&["True", "TRUE"], "JSON uses `true`", "Change to true", "true"),
    (&["False", "FALSE"], "JSON uses `false`", "Change to false", "false"),
];

/// Whether a word is a value elsewhere.
#[cfg(feature = "redact")]
pub(in crate::json) fn is_foreign(word: &[u8]) -> bool {
    FOREIGN.iter().any(|(words, ..)| words.iter().any(|foreign| foreign.as_bytes() == word))
}

/// Something that is a value elsewhere.
fn mend_value(problem: &mut SyntaxProblem, body: &[u8], rest: &[u8], at: usize) {
    let word = word(rest);
    for (words, hint, title, text) in FOREIGN {
        if words.iter().any(|foreign| foreign.as_bytes() == word) {
            problem.hint(hint);
            return problem.edit(title, at, at + word.len(), text);
        }
    }
    match word {
        [b'+', b'0'..=b'9', ..] => {
            problem.hint("JSON numbers have no plus sign");
            problem.edit("Remove the plus sign", at, at + 1, "");
        }
        [b'.', b'0'..=b'9', ..] => {
            problem.hint("JSON numbers start with a digit");
            problem.edit("Add a zero", at, at, "0");
        }
        _ if at == 0 && rest.starts_with(b"<") => problem.hint("this looks like HTML or XML"),
        _ if at == 0 && is_form(rest.trim_ascii_end()) => problem.hint("this looks like a form, not JSON"),
        _ => {
            unquoted(problem, body, Expected::Value, at);
        }
    }
}

/// Whether a text is the fields of a form. Base64 may end like one.
fn is_form(text: &[u8]) -> bool {
    !text.iter().any(u8::is_ascii_whitespace)
        && form(text).next().is_some_and(|(_, value)| !matches!(value, [] | [b'=']))
}

/// A value in an object or an array that lacks its quotes, or a number as other languages write it: it may start
/// before `at`, where the reader took it for a number. Whether it is one.
fn unquoted(problem: &mut SyntaxProblem, body: &[u8], expected: Expected, at: usize) -> bool {
    let start = at - part(body, 0, at).iter().rev().take_while(|byte| is_word(byte)).count();
    let rest = from(body, start);
    let mut value = part(rest, 0, before(rest, b",{}[]\"'=()<>`\\\r\n"));
    let comment = before(value, b"/#");
    if byte(value, comment.wrapping_sub(1)) == b' ' {
        value = part(value, 0, comment);
    }
    let value = value.trim_ascii_end();
    let opened = length(body.get(..start)).checked_sub(1).and_then(|last| body.get(last));
    let end = start + value.len();
    let is_cut_off = end >= length(Some(body));
    if !matches!(opened, Some(b':' | b',' | b'[')) || is_cut_off || end <= at && expected != Expected::Digit {
        return false;
    }
    let is_date = |byte: &u8| matches!(byte, b'-' | b':');
    let is_text = value.iter().any(u8::is_ascii_alphabetic) || value.iter().skip(1).any(is_date);
    let place = |problem: &mut SyntaxProblem| {
        let shown = char_end(body, end.min(start + LONGEST_WORD) as u32);
        problem.expected = words(Expected::Value).to_owned();
        problem.found = code(body, start as u32, shown);
        (problem.start, problem.end) = (start as u32, end as u32);
    };
    if let Some(number) = number(value) {
        place(problem);
        problem.hint("JSON numbers are decimal, without a suffix or separators");
        problem.edit("Change to a JSON number", start, end, &lossy(&number));
    } else if is_text && end > at && std::str::from_utf8(value).is_ok() {
        place(problem);
        problem.hint("JSON strings need double quotes");
        problem.edit("Put it in quotes", start, end, &cat(&["\"", &lossy(value), "\""]));
    } else {
        return false;
    }
    true
}

/// The body ends too soon: in a string, or with something open. What closes it is offered where it
/// makes JSON of it.
fn mend_end(problem: &mut SyntaxProblem, body: &[u8], expected: Expected, at: usize, start: usize) {
    let end_of_text = length(Some(body));
    if end_of_text == 0 || body.get(..end_of_text) == Some(b"\xef\xbb\xbf") {
        return problem.hint("the body is empty");
    }
    problem.hint(CUT_OFF);
    let (from, closing) = match expected {
        Expected::StringEnd => (body.len(), closing(body, start, b"\"")),
        Expected::Key | Expected::Element => {
            (comma_before(body, at).unwrap_or(end_of_text), closing(body, at, b""))
        }
        _ => (end_of_text, closing(body, at, b"")),
    };
    problem.edit(CLOSE, from, body.len(), &closing);
    let limits = Limits { max_bytes: u32::MAX, max_depth: u32::MAX };
    let closed = problem.fix.as_ref().map(|edit| edited(body, edit)).unwrap_or_default();
    if Reader::new().scan(&closed, limits, true).is_err() {
        problem.fix = None;
    }
}

/// What closes a string, where one is open, and the brackets that are open before it.
fn closing(body: &[u8], end: usize, quote: &[u8]) -> String {
    let mut open = Vec::new();
    let mut in_string = false;
    let mut escaped = false;
    for &byte in body.get(..end).unwrap_or_default() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'}' | b']' => drop(open.pop()),
            _ => {}
        }
    }
    open.extend_from_slice(quote);
    open.reverse();
    lossy(&open)
}

/// The length of the comment that a text starts with.
pub(in crate::json) fn comment(text: &[u8]) -> Option<usize> {
    if text.starts_with(b"//") || text.starts_with(b"#") {
        return Some(text.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(text.len()));
    }
    let inner = text.strip_prefix(b"/*")?;
    Some(inner.windows(2).position(|pair| pair == b"*/")? + 4)
}

/// The offset of the comma before an offset, only space being between them.
fn comma_before(body: &[u8], at: usize) -> Option<usize> {
    let last = length(body.get(..at)).checked_sub(1)?;
    (body.get(last) == Some(&b',')).then_some(last)
}
