//! Why a body is not JSON, in words, and what would mend it where that is near-certain.
//!
//! The reader stops at the first thing that the grammar does not allow; here it is named, and the text
//! around it looked at for what people and programs write in place of JSON.

use std::borrow::Cow;

use super::mend::{self, Body, Encoding};
use super::reader::{Expected, Limits, Malformed, Reader};
use super::string::{cat, control_escape, decimal, halves, hex, lossy, shown};

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

/// The end of a string in typographic quotes is looked for no farther than this.
const LONGEST_TYPOGRAPHIC: usize = 1 << 16;

/// Every problem that a body has on the way to being JSON, in text order: the first that is met, and what
/// shows once it is mended. Empty where it is JSON.
#[must_use]
pub fn problems(body: &[u8], mut limits: Limits, wtf8: bool, most: usize) -> Vec<SyntaxProblem> {
    let mut reader = Reader::default();
    let mut problems: Vec<SyntaxProblem> = Vec::new();
    let mut last = 0;
    let mut text = Cow::Borrowed(body);
    let mut mended = Mended::default();
    if let Some(whole) = whole(body, limits, wtf8) {
        problems.push(whole);
        return problems;
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

/// The one problem of a text that is something else than JSON as a whole.
fn whole(body: &[u8], limits: Limits, wtf8: bool) -> Option<SyntaxProblem> {
    let malformed = Reader::new().scan(body, limits, wtf8).err()?;
    if matches!(malformed, Malformed::TooLarge | Malformed::TooDeep { .. }) {
        return None;
    }
    let around = mend::around(body, limits, wtf8)?;
    let mut problem = describe(body, malformed, limits);
    problem.malformed = malformed;
    let known = around.known.first()?;
    problem.expected = cat(&["JSON"]);
    let names: Vec<&str> = around.known.iter().map(|known| known.name).collect();
    problem.found = cat(&[&names.join(" around ")]);
    problem.hint = Some(known.hint);
    problem.fix = None;
    if let Some((start, end)) = around.span {
        (problem.start, problem.end) = (start as u32, end as u32);
    }
    match around.bodies.as_slice() {
        [one] => problem.fix = Some(taken_out(body, one)),
        [_, _, ..] => problem.hint = Some("there are several JSON documents in it: send one"),
        [] => {}
    }
    Some(problem)
}

/// What leaves of a text the body in it.
fn taken_out(text: &[u8], body: &Body) -> Edit {
    let blank = |part: Option<&[u8]>| part.is_some_and(|part| part.trim_ascii().is_empty());
    let (before, after) = (blank(text.get(..body.start)), blank(text.get(body.end..)));
    let title = match (body.encoding, &body.text) {
        (Encoding::Text, None) => "Remove what is around it",
        (Encoding::Text, Some(_)) => "Change to JSON",
        _ => "Decode it",
    };
    let standing = text.get(body.start..body.end).unwrap_or_default();
    let (start, end, text) = match &body.text {
        None if after => (0, body.start, String::new()),
        None if before => (body.end, text.len(), String::new()),
        None => (0, text.len(), halves(standing)),
        Some(decoded) => (0, text.len(), halves(decoded)),
    };
    Edit { title, start: start as u32, end: end as u32, text }
}

const CLOSE: &str = "Close what is open";

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

/// An edit that a text has had: the place in the body as it came, and how many bytes stand there now.
#[derive(Clone, Copy)]
struct Mend {
    start: u32,
    end: u32,
    length: usize,
}

impl Mend {
    fn of(edit: &Edit) -> Self {
        Mend { start: edit.start, end: edit.end, length: edit.text.len() }
    }
}

/// The edits that a text has had, in the order of their places.
#[derive(Default)]
struct Mended(Vec<Mend>);

impl Mended {
    /// Changes the places of a problem of the mended text to those of the body. A fix of what is itself
    /// a fix is left out.
    fn restore(&self, problem: &mut SyntaxProblem) {
        let empty = problem.start == problem.end;
        problem.start = self.original(problem.start, false);
        problem.end = self.original(problem.end, !empty).max(problem.start);
        if let Some(fix) = &mut problem.fix {
            let insertion = fix.start == fix.end;
            (fix.start, fix.end) = (self.original(fix.start, insertion), self.original(fix.end, true));
            let apart = self.0.iter().all(|edit| edit.end <= fix.start || fix.end <= edit.start);
            if fix.start > fix.end || !apart {
                problem.fix = None;
            }
        }
    }

    /// The offset in the body of one in the mended text; at an edit, before it where it `ends` something.
    fn original(&self, offset: u32, ends: bool) -> u32 {
        let offset = i64::from(offset);
        let mut grown = 0;
        for edit in &self.0 {
            let (start, length) = (i64::from(edit.start) + grown, edit.length as i64);
            if offset < start || ends && offset == start {
                break;
            }
            if offset < start + length {
                return if ends { edit.end } else { edit.start };
            }
            grown += length - i64::from(edit.end - edit.start);
        }
        (offset - grown) as u32
    }

    fn add(&mut self, edit: Mend) {
        let after = |other: &Mend| (other.start, other.end) > (edit.start, edit.end);
        let place = self.0.iter().position(after).unwrap_or(self.0.len());
        insert(&mut self.0, place, edit);
    }
}

/// Puts an item where it belongs in a short list. It has no place at which it would panic, which the standard
/// library's has.
fn insert<T>(list: &mut Vec<T>, at: usize, item: T) {
    list.push(item);
    for last in (at..list.len() - 1).rev() {
        if let Ok([item, next]) = list.get_disjoint_mut([last, last + 1]) {
            std::mem::swap(item, next);
        }
    }
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
            mend(&mut problem, body, expected, at as usize, start as usize);
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
        Some(_) => return code(body, at, token_end(body, at)),
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
    let is_word =
        |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'.' | b'+');
    text.get(..text.iter().take_while(is_word).count()).unwrap_or_default()
}

/// The length of a text without the white space at its end.
fn length(text: Option<&[u8]>) -> usize {
    text.unwrap_or_default().trim_ascii_end().len()
}

fn mend(problem: &mut SyntaxProblem, body: &[u8], expected: Expected, at: usize, start: usize) {
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
        (Expected::Colon, b'=') => {
            let arrow = usize::from(rest.get(1) == Some(&b'>'));
            problem.edit("Change to a colon", at, at + 1 + arrow, ":");
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
            problem.edit("Remove the zeros", at, at + zeros - usize::from(!next), "");
        }
        (Expected::NoControl, byte) => control(problem, body, byte, at, start),
        (Expected::Digit, b'I') if start + 1 == at && word(rest) == b"Infinity" => {
            problem.hint("JSON has no such value");
            problem.edit("Change to null", start, at + 8, "null");
        }
        (Expected::Digit, b'.') if body.get(at.wrapping_sub(1)) == Some(&b'-') => {
            problem.edit("Add a zero", at, at, "0");
        }
        _ if value => mend_value(problem, rest, at),
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

/// Something that is a value elsewhere.
fn mend_value(problem: &mut SyntaxProblem, rest: &[u8], at: usize) {
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
        [_, ..] if at == 0 && rest.get(word.len()) == Some(&b'=') => {
            problem.hint("this looks like a form, not JSON");
        }
        _ => {}
    }
}

/// The body ends too soon: in a string, or with something open. What closes it is offered where it
/// makes JSON of it.
fn mend_end(problem: &mut SyntaxProblem, body: &[u8], expected: Expected, at: usize, start: usize) {
    let end_of_text = length(Some(body));
    if end_of_text == 0 || body.get(..end_of_text) == Some(b"\xef\xbb\xbf") {
        return problem.hint("the body is empty");
    }
    problem.hint("the body is cut off, or something in it is not closed");
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
pub(super) fn comment(text: &[u8]) -> Option<usize> {
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

/// A string in single quotes, in double ones; and its length as it stands.
fn single_quoted(rest: &[u8]) -> Option<(String, usize)> {
    let mut text = vec![b'"'];
    let mut length = 1;
    loop {
        let left = rest.get(length..)?;
        let piece = left.get(..if left.first() == Some(&b'\\') { 2 } else { 1 })?;
        length += piece.len();
        let escape;
        text.extend_from_slice(match piece {
            b"'" => break,
            b"\n" | b"\r" => return None,
            b"\\'" => b"'",
            b"\"" => b"\\\"",
            [byte @ 0..0x20] => {
                escape = control_escape(*byte);
                escape.as_bytes()
            }
            _ => piece,
        });
    }
    text.push(b'"');
    Some((String::from_utf8(text).ok()?, length))
}

/// Whether a text starts with `“` or `”`.
fn typographic_quote(text: &[u8]) -> bool {
    matches!(text, [0xe2, 0x80, 0x9c | 0x9d, ..])
}

/// The inside of a string in typographic quotes.
fn typographic(rest: &[u8]) -> Option<&str> {
    let inner = rest.get(3..rest.len().min(LONGEST_TYPOGRAPHIC))?;
    let end = inner.windows(3).position(typographic_quote)?;
    let inner = std::str::from_utf8(inner.get(..end)?).ok()?;
    inner.chars().all(|c| c >= ' ' && !matches!(c, '"' | '\u{fffd}')).then_some(inner)
}

/// A control character inside a string. At a line's end either the quote is missing, then what follows
/// goes on with the document, or the string goes on itself.
fn control(problem: &mut SyntaxProblem, body: &[u8], byte: u8, at: usize, start: usize) {
    if !matches!(byte, b'\n' | b'\r') {
        let title = if byte == b'\t' { "Escape the tab" } else { "Escape it" };
        return problem.edit(title, at, at + 1, &control_escape(byte));
    }
    let rest = body.get(at..).unwrap_or_default();
    if !matches!(rest.trim_ascii_start().first(), None | Some(b'"' | b'}' | b']')) {
        let length = if rest.starts_with(b"\r\n") { 2 } else { 1 };
        problem.hint("a JSON string cannot span lines");
        return problem.edit("Escape the end of the line", at, at + length, "\\n");
    }
    let end = match length(body.get(start..at)) {
        0 => at,
        length => start + length,
    };
    let comma = body.get(end.wrapping_sub(1)) == Some(&b',') && end > start + 1;
    let quote = if comma { end - 1 } else { end };
    problem.hint("the string is not closed on this line");
    problem.edit("Close the string", quote, quote, "\"");
}
