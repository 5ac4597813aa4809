//! Why a body is not JSON, in words, and what would mend it where that is near-certain.
//!
//! The reader stops at the first thing that the grammar does not allow; here it is named, and the text
//! around it looked at for what people and programs write in place of JSON.

use std::borrow::Cow;

use super::reader::{Expected, Limits, Malformed, Reader};
use super::string::{cat, lossy, quote};

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
    pub expected: Cow<'static, str>,
    /// What is there.
    pub found: Cow<'static, str>,
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
    pub text: Cow<'static, str>,
}

/// A body longer than this is looked at for its first problem only: each further one reads it again.
const LONGEST_REREAD: usize = 256 << 10;

/// Every problem that a body has on the way to being JSON: the first, and what shows once it is mended.
/// Empty where it is JSON.
#[must_use]
pub fn problems(body: &[u8], limits: Limits, wtf8: bool, most: usize) -> Vec<SyntaxProblem> {
    let mut reader = Reader::default();
    let mut problems: Vec<SyntaxProblem> = Vec::new();
    let mut text = body.to_vec();
    let mut mended = Mended::default();
    while let Err(malformed) = reader.scan(&text, limits, wtf8) {
        let mut problem = describe(&text, malformed, limits);
        let edit = problem.fix.clone();
        mended.restore(&mut problem);
        let progress =
            problems.last().is_none_or(|last| last.start < problem.start || last.fix != problem.fix);
        if !progress {
            break;
        }
        let fix = problem.fix.clone();
        problems.push(problem);
        let (Some(edit), Some(fix)) = (edit, fix) else { break };
        if body.len() > LONGEST_REREAD || problems.len() >= most {
            break;
        }
        text.splice(edit.start as usize..edit.end as usize, edit.text.bytes());
        if fix.title == CLOSE {
            break;
        }
        mended.add(fix);
    }
    problems
}

const CLOSE: &str = "Close what is open";

/// The edits that a text has had, in the order of their places in the body as it came.
#[derive(Default)]
struct Mended(Vec<Edit>);

impl Mended {
    /// Changes the places of a problem of the mended text to those of the body. A fix of what is itself
    /// a fix is left out.
    fn restore(&self, problem: &mut SyntaxProblem) {
        let empty = problem.start == problem.end;
        problem.start = self.original(problem.start, false);
        problem.end = self.original(problem.end, !empty).max(problem.start);
        problem.fix = problem.fix.take().and_then(|mut fix| {
            let insertion = fix.start == fix.end;
            (fix.start, fix.end) = (self.original(fix.start, insertion), self.original(fix.end, true));
            let apart = |edit: &Edit| edit.end <= fix.start || fix.end <= edit.start;
            (fix.start <= fix.end && self.0.iter().all(apart)).then_some(fix)
        });
    }

    /// The offset in the body of one in the mended text; at an edit, before it where it `ends` something.
    fn original(&self, offset: u32, ends: bool) -> u32 {
        let offset = i64::from(offset);
        let mut grown = 0;
        for edit in &self.0 {
            let (start, length) = (i64::from(edit.start) + grown, edit.text.len() as i64);
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

    fn add(&mut self, edit: Edit) {
        let place = self.0.partition_point(|other| (other.start, other.end) <= (edit.start, edit.end));
        self.0.insert(place, edit);
    }
}

/// A body over the limit: its text is not looked at.
#[must_use]
pub fn too_large(max_bytes: u32) -> SyntaxProblem {
    SyntaxProblem {
        malformed: Malformed::TooLarge,
        start: 0,
        end: 0,
        expected: format!("at most {max_bytes} bytes").into(),
        found: "more".into(),
        hint: None,
        fix: None,
    }
}

fn describe(body: &[u8], malformed: Malformed, limits: Limits) -> SyntaxProblem {
    let problem =
        |start: u32, end: u32, expected: Cow<'static, str>, found: Cow<'static, str>| SyntaxProblem {
            malformed,
            start,
            end: end.min(body.len() as u32).max(start),
            expected,
            found,
            hint: None,
            fix: None,
        };
    match malformed {
        Malformed::TooLarge => too_large(limits.max_bytes),
        Malformed::TooDeep { at } => {
            let expected = format!("at most {} levels of objects and arrays in each other", limits.max_depth);
            problem(at, at + 1, expected.into(), "one more".into())
        }
        Malformed::Utf8 { at } => {
            let byte = body.get(at as usize).copied().unwrap_or_default();
            let mut problem = problem(at, at + 1, "UTF-8".into(), format!("the byte 0x{byte:02x}").into());
            if matches!(body, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
                problem.hint = Some("this looks like UTF-16: send UTF-8");
            }
            problem
        }
        Malformed::Syntax { expected, at, start } => {
            let mut problem = problem(at, token_end(body, at), words(expected).into(), token(body, at));
            if matches!(expected, Expected::HexDigits | Expected::Escape) {
                let digits = body.get(at as usize + 2..).unwrap_or_default().iter().take(4);
                let count = digits.take_while(|byte| byte.is_ascii_hexdigit()).count();
                problem.end = at + 2 + if expected == Expected::HexDigits { count as u32 } else { 0 };
                problem.end = char_end(body, problem.end.min(body.len() as u32));
                problem.found = code(body, at, problem.end);
            }
            let mended = mend(body, expected, at, start);
            problem.hint = mended.0;
            problem.fix = mended.1;
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
        Expected::NoControl => "control characters in a string to be escaped",
        Expected::Escape => "one of `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, `\\u`",
        Expected::HexDigits => "four hexadecimal digits after `\\u`",
        Expected::Digit => "a digit",
        Expected::NoLeadingZero => "no zero before other digits",
    }
}

/// What stands at an offset, in words.
fn token(body: &[u8], at: u32) -> Cow<'static, str> {
    match body.get(at as usize) {
        None => "the end of the body".into(),
        Some(b'\n' | b'\r') => "the end of the line".into(),
        Some(b'\t') => "a tab".into(),
        Some(byte @ 0..0x20) => format!("the control character U+{byte:04X}").into(),
        Some(_) => code(body, at, token_end(body, at)),
    }
}

fn code(body: &[u8], start: u32, end: u32) -> Cow<'static, str> {
    cat(&["`", &cut(body, start, end), "`"]).into()
}

fn cut(body: &[u8], start: u32, end: u32) -> String {
    lossy(body.get(start as usize..end as usize).unwrap_or_default())
}

/// The end of the word, or of the one character, at an offset.
fn token_end(body: &[u8], at: u32) -> u32 {
    let rest = body.get(at as usize..).unwrap_or_default();
    let word = word(rest).len().min(40);
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

type Mend = (Option<&'static str>, Option<Edit>);

fn edit(title: &'static str, start: usize, end: usize, text: impl Into<Cow<'static, str>>) -> Option<Edit> {
    Some(Edit { title, start: start as u32, end: end as u32, text: text.into() })
}

fn mend(body: &[u8], expected: Expected, at: u32, start: u32) -> Mend {
    let (at, start) = (at as usize, start as usize);
    let rest = body.get(at..).unwrap_or_default();
    if rest.is_empty() {
        return mend_end(body, expected, at, start);
    }
    let in_string = matches!(
        expected,
        Expected::StringEnd | Expected::NoControl | Expected::Escape | Expected::HexDigits
    );
    if !in_string && let Some(comment) = comment(rest) {
        return (Some("JSON has no comments"), edit("Remove the comment", at, at + comment, ""));
    }
    let value = matches!(expected, Expected::Value | Expected::Element | Expected::ElementOrEnd);
    match (expected, rest.first().copied().unwrap_or_default()) {
        (Expected::Key, b'}') | (Expected::Element, b']') => match comma_before(body, at) {
            Some(comma) => {
                (Some("JSON has no trailing commas"), edit("Remove the comma", comma, comma + 1, ""))
            }
            None => (None, None),
        },
        (Expected::Key | Expected::KeyOrEnd, b',') | (Expected::Element | Expected::ElementOrEnd, b',') => {
            (Some("there is a comma too many"), edit("Remove the comma", at, at + 1, ""))
        }
        (_, b'\'') if value || matches!(expected, Expected::Key | Expected::KeyOrEnd) => {
            (Some("JSON has double quotes only"), single_quoted(rest, at))
        }
        (_, 0xe2) if rest.starts_with("“".as_bytes()) || rest.starts_with("”".as_bytes()) => {
            (Some("these are typographic quotes"), typographic(rest, at))
        }
        _ if rest.starts_with(b"...") || rest.starts_with("…".as_bytes()) => {
            (Some("`...` stands for something that was left out"), None)
        }
        (Expected::Key | Expected::KeyOrEnd, _) => match word(rest) {
            key @ [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$', ..] => {
                let quoted = quote(&String::from_utf8_lossy(key));
                (
                    Some("JSON has keys in double quotes only"),
                    edit("Put the key in quotes", at, at + key.len(), quoted),
                )
            }
            _ => (None, None),
        },
        (Expected::CommaOrBrace, b'"' | b'\'') => (Some("a comma is missing"), missing_comma(body, at)),
        (Expected::CommaOrBracket, b'"' | b'\'' | b'{' | b'[' | b'-' | b'0'..=b'9') => {
            (Some("a comma is missing"), missing_comma(body, at))
        }
        (Expected::CommaOrBrace, b';') | (Expected::CommaOrBracket, b';') => {
            (None, edit("Change to a comma", at, at + 1, ","))
        }
        (Expected::Colon, b'=') => {
            (None, edit("Change to a colon", at, at + 1 + usize::from(rest.get(1) == Some(&b'>')), ":"))
        }
        (Expected::CommaOrBrace, b']') => (Some("`}` is missing"), edit("Insert `}`", at, at, "}")),
        (Expected::CommaOrBracket, b'}') => (Some("`]` is missing"), edit("Insert `]`", at, at, "]")),
        (Expected::End, b'{' | b'[') => (Some("there are several documents: send one"), None),
        (Expected::End, b'}' | b']')
            if rest.iter().all(|byte| byte.is_ascii_whitespace() || matches!(byte, b'}' | b']')) =>
        {
            (Some("there is a bracket too many"), edit("Remove it", at, body.len(), ""))
        }
        (Expected::End, b',' | b';') if rest.iter().skip(1).all(u8::is_ascii_whitespace) => {
            (None, edit("Remove it", at, at + 1, ""))
        }
        (Expected::NoLeadingZero, _) => {
            let digits = body.get(at..).unwrap_or_default();
            let zeros = digits.iter().take_while(|byte| **byte == b'0').count();
            let next = digits.get(zeros).is_some_and(u8::is_ascii_digit);
            (None, edit("Remove the zeros", at, at + zeros - usize::from(!next), ""))
        }
        (Expected::NoControl, byte) => control(body, byte, at, start),
        (Expected::Digit, b'I') if start + 1 == at && word(rest) == b"Infinity" => {
            (Some("JSON has no such value"), edit("Change to null", start, at + 8, "null"))
        }
        (Expected::Digit, b'.') if body.get(at.wrapping_sub(1)) == Some(&b'-') => {
            (None, edit("Add a zero", at, at, "0"))
        }
        _ if value => mend_value(rest, at),
        _ => (None, None),
    }
}

/// A word that is a value in another language.
fn mend_value(rest: &[u8], at: usize) -> Mend {
    let word = word(rest);
    let change = |title, text: &'static str| edit(title, at, at + word.len(), text);
    match word {
        b"NaN" | b"undefined" | b"Infinity" | b"-Infinity" | b"None" | b"nil" | b"NULL" | b"Null" => {
            (Some("JSON has no such value"), change("Change to null", "null"))
        }
        b"True" | b"TRUE" => (Some("JSON has `true`"), change("Change to true", "true")),
        b"False" | b"FALSE" => (Some("JSON has `false`"), change("Change to false", "false")),
        [b'+', b'0'..=b'9', ..] => {
            (Some("JSON has no plus sign"), edit("Remove the plus sign", at, at + 1, ""))
        }
        [b'.', b'0'..=b'9', ..] => (Some("JSON numbers start with a digit"), edit("Add a zero", at, at, "0")),
        _ if at == 0 && rest.starts_with(b"<") => (Some("this looks like HTML or XML"), None),
        [_, ..] if at == 0 && rest.get(word.len()) == Some(&b'=') => {
            (Some("this looks like a form, not JSON"), None)
        }
        _ => (None, None),
    }
}

/// The body ends too soon: in a string, or with something open. What closes it is offered where it
/// makes JSON of it.
fn mend_end(body: &[u8], expected: Expected, at: usize, start: usize) -> Mend {
    let end_of_text = body.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(0, |last| last + 1);
    if end_of_text == 0 || body.get(..end_of_text) == Some(b"\xef\xbb\xbf") {
        return (Some("the body is empty"), None);
    }
    let (from, closing) = match expected {
        Expected::StringEnd => (body.len(), format!("\"{}", closing(body, start))),
        Expected::Key | Expected::Element => {
            (comma_before(body, at).unwrap_or(end_of_text), closing(body, at))
        }
        _ => (end_of_text, closing(body, at)),
    };
    let mut closed = body.get(..from).unwrap_or_default().to_vec();
    closed.extend_from_slice(closing.as_bytes());
    let reads =
        Reader::new().scan(&closed, Limits { max_bytes: u32::MAX, max_depth: u32::MAX }, true).is_ok();
    let hint = Some("the body is cut off, or something in it was not closed");
    (hint, reads.then(|| edit(CLOSE, from, body.len(), closing)).flatten())
}

/// The brackets that close what is open before an offset, strings left out.
fn closing(body: &[u8], end: usize) -> String {
    let mut open = Vec::new();
    let mut in_string = false;
    let mut escaped = false;
    for &byte in body.get(..end).unwrap_or_default() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' => open.push('}'),
            b'[' => open.push(']'),
            b'}' | b']' => drop(open.pop()),
            _ => {}
        }
    }
    open.iter().rev().collect()
}

/// The length of the comment that a text starts with.
fn comment(text: &[u8]) -> Option<usize> {
    if text.starts_with(b"//") || text.starts_with(b"#") {
        return Some(text.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(text.len()));
    }
    let inner = text.strip_prefix(b"/*")?;
    Some(inner.windows(2).position(|pair| pair == b"*/")? + 4)
}

/// The offset of the comma before an offset, only space being between them.
fn comma_before(body: &[u8], at: usize) -> Option<usize> {
    let before = body.get(..at).unwrap_or_default();
    let last = before.iter().rposition(|byte| !byte.is_ascii_whitespace())?;
    (before.get(last) == Some(&b',')).then_some(last)
}

/// A comma right after what stands before an offset.
fn missing_comma(body: &[u8], at: usize) -> Option<Edit> {
    let before = body.get(..at).unwrap_or_default();
    let end = before.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(at, |last| last + 1);
    edit("Insert a comma", end, end, ",")
}

/// A string in single quotes, in double ones.
fn single_quoted(rest: &[u8], at: usize) -> Option<Edit> {
    let mut end = 1;
    let mut text = Vec::new();
    loop {
        match rest.get(end)? {
            b'\'' => break,
            b'\n' | b'\r' => return None,
            b'\\' if rest.get(end + 1) == Some(&b'\'') => {
                text.push(b'\'');
                end += 2;
            }
            b'\\' => {
                text.extend_from_slice(rest.get(end..end + 2)?);
                end += 2;
            }
            b'"' => {
                text.extend_from_slice(b"\\\"");
                end += 1;
            }
            byte @ 0..0x20 => {
                text.extend_from_slice(escaped(*byte).as_bytes());
                end += 1;
            }
            byte => {
                text.push(*byte);
                end += 1;
            }
        }
    }
    edit("Change to double quotes", at, at + end + 1, format!("\"{}\"", String::from_utf8(text).ok()?))
}

/// A string in typographic quotes, in plain ones.
fn typographic(rest: &[u8], at: usize) -> Option<Edit> {
    let text = String::from_utf8_lossy(rest.get(..rest.len().min(1 << 16))?).into_owned();
    let inner = text.strip_prefix(['“', '”'])?;
    let (inner, _) = inner.split_once(['“', '”'])?;
    let clean = !inner.contains(|c: char| c < ' ' || matches!(c, '"' | '\u{fffd}'));
    let length = 3 + inner.len() + 3;
    clean.then(|| edit("Change to plain quotes", at, at + length, format!("\"{inner}\"")))?
}

/// A control character inside a string. At a line's end either the quote is missing, then what follows
/// goes on with the document, or the string goes on itself.
fn control(body: &[u8], byte: u8, at: usize, start: usize) -> Mend {
    if !matches!(byte, b'\n' | b'\r') {
        let title = if byte == b'\t' { "Escape the tab" } else { "Escape it" };
        return (None, edit(title, at, at + 1, escaped(byte)));
    }
    let rest = body.get(at..).unwrap_or_default();
    let next = rest.iter().find(|byte| !byte.is_ascii_whitespace());
    if !matches!(next, None | Some(b'"' | b'}' | b']')) {
        let length = if rest.starts_with(b"\r\n") { 2 } else { 1 };
        let title = "Escape the end of the line";
        return (Some("a string is on one line"), edit(title, at, at + length, "\\n"));
    }
    let line = body.get(start..at).unwrap_or_default();
    let end = line.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(at, |last| start + last + 1);
    let comma = body.get(end.wrapping_sub(1)) == Some(&b',') && end > start + 1;
    let at_quote = if comma { end - 1 } else { end };
    (Some("the string is not closed on its line"), edit("Close the string", at_quote, at_quote, "\""))
}

/// The escape of a control character.
fn escaped(byte: u8) -> String {
    match byte {
        b'\t' => "\\t".to_owned(),
        _ => format!("\\u{byte:04x}"),
    }
}
