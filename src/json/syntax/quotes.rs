//! What would mend a string: its quotes, and what is between them.

use super::{SyntaxProblem, length};
use crate::json::mend::bytes::{append, from, part, push};
use crate::json::string::{control_escape, lossy};

/// The end of a string in typographic quotes is looked for no farther than this.
const LONGEST_TYPOGRAPHIC: usize = 1 << 16;

/// A string in single quotes, in double ones; and its length as it stands.
pub(super) fn single_quoted(rest: &[u8]) -> Option<(String, usize)> {
    let mut text = vec![b'"'];
    let mut length = 1;
    loop {
        let left = rest.get(length..)?;
        let piece = left.get(..if left.first() == Some(&b'\\') { 2 } else { 1 })?;
        length += piece.len();
        let escape;
        append(
            &mut text,
            match piece {
                b"'" => break,
                b"\n" | b"\r" => return None,
                b"\\'" => b"'",
                b"\"" => b"\\\"",
                [byte @ 0..0x20] => {
                    escape = control_escape(*byte);
                    escape.as_bytes()
                }
                _ => piece,
            },
        );
    }
    text.push(b'"');
    Some((String::from_utf8(text).ok()?, length))
}

/// Whether a text starts with `“` or `”`.
pub(super) fn typographic_quote(text: &[u8]) -> bool {
    matches!(text, [0xe2, 0x80, 0x9c | 0x9d, ..])
}

/// The inside of a string in typographic quotes.
pub(super) fn typographic(rest: &[u8]) -> Option<&str> {
    let inner = rest.get(3..rest.len().min(LONGEST_TYPOGRAPHIC))?;
    let end = inner.windows(3).position(typographic_quote)?;
    let inner = std::str::from_utf8(inner.get(..end)?).ok()?;
    inner.chars().all(|c| c >= ' ' && !matches!(c, '"' | '\u{fffd}')).then_some(inner)
}

/// A control character inside a string. At a line's end either the quote is missing, then what follows
/// goes on with the document, or the string goes on itself.
pub(super) fn control(problem: &mut SyntaxProblem, body: &[u8], byte: u8, at: usize, start: usize) {
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

/// A quote inside a string that was to be escaped: after it, the text goes on where JSON does not. Whether it is one.
pub(super) fn inner_quotes(problem: &mut SyntaxProblem, body: &[u8], at: usize) -> bool {
    let Some(first) = length(body.get(..at)).checked_sub(1) else { return false };
    let text = |byte: &u8| !b"\"'{}[],:;\\".contains(byte) && *byte > b' ';
    if body.get(first) != Some(&b'"') || !body.get(at).is_some_and(text) {
        return false;
    }
    let Some(length) = closing_quote(from(body, first + 1), false) else {
        return false;
    };
    let end = first + 1 + length;
    let inner = part(body, first, end);
    if inner.contains(&b'\\') {
        return false;
    }
    let mut escaped = Vec::new();
    for &byte in inner {
        if byte == b'"' {
            push(&mut escaped, b'\\');
        }
        push(&mut escaped, byte);
    }
    problem.hint("a quote inside a string is escaped");
    problem.edit("Escape the quotes", first, end, &lossy(&escaped));
    true
}

/// The length of the rest of a string, up to the first quote in its line after which JSON goes on: of a value, of
/// which a key is no part, or of what may be a key as well.
fn closing_quote(rest: &[u8], may_be_key: bool) -> Option<usize> {
    let mut last = 0;
    for (at, &byte) in rest.iter().enumerate() {
        let before = std::mem::replace(&mut last, byte);
        if matches!(byte, b'\n' | b'\r') {
            return None;
        }
        if byte != b'"' {
            continue;
        }
        match from(rest, at + 1).trim_ascii_start() {
            [] | [b'}' | b']', ..] => return Some(at),
            [b',', after @ ..] if goes_on(after) => return Some(at),
            [b':', ..] => return may_be_key.then_some(at),
            _ if may_be_key && before != b'\\' => return None,
            _ => {}
        }
    }
    None
}

fn goes_on(after: &[u8]) -> bool {
    matches!(
        after.trim_ascii_start(),
        [] | [b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n' | b'}' | b']', ..]
    )
}

/// A backslash that escapes nothing: in a path of Windows none does. Of an escape that lacks digits, only there.
pub(super) fn backslash(problem: &mut SyntaxProblem, body: &[u8], at: usize, start: usize, digits: bool) {
    let rest = from(body, start + 1);
    let before = at.saturating_sub(start + 1);
    let Some(length) = closing_quote(from(rest, before), true) else { return };
    let inner = part(rest, 0, before + length);
    let drive = |three: &[u8]| matches!(three, [b'A'..=b'Z' | b'a'..=b'z', b':', b'\\']);
    let is_path = inner.windows(3).any(drive) || inner.starts_with(b"\\\\");
    if digits && !is_path {
        return;
    }
    let mut escaped = Vec::new();
    let mut left = inner;
    while let Some((&byte, after)) = left.split_first() {
        left = after;
        let next = after.first();
        match (byte, next) {
            (b'\\', Some(b'\\')) => {
                append(&mut escaped, b"\\\\");
                left = from(after, 1);
            }
            (b'\\', _) if is_path => append(&mut escaped, b"\\\\"),
            (b'\\', Some(next @ (b'"' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' | b'u'))) => {
                append(&mut escaped, &[b'\\', *next]);
                left = from(after, 1);
            }
            (b'\\', Some(b'\'')) => {}
            (b'\\', Some(b'x'))
                if after.get(1..3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)) =>
            {
                append(&mut escaped, b"\\u00");
                left = from(after, 1);
            }
            (b'\\', _) => append(&mut escaped, b"\\\\"),
            _ => push(&mut escaped, byte),
        }
    }
    problem.hint("a backslash inside a string is written twice");
    problem.edit("Escape the backslashes", start + 1, start + 1 + inner.len(), &lossy(&escaped));
}
