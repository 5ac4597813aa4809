//! JSON in the quotes of a shell, a programming language, SQL or CSV, which changed what is in them.

use super::literal::{Quote, push_string};
use crate::json::string::unescape;

/// What quoting does to a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoting {
    /// A backslash is before every quote, and escapes stand for other characters: as in most languages.
    Escapes,
    /// A backslash is before every quote, and elsewhere stands for itself: a shell's double quotes.
    Backslashes,
    /// Every quote is there twice: SQL and CSV.
    Doubled,
    /// A backtick is before every quote: PowerShell.
    Backticks,
    /// A quote ends the quotes, stands there escaped, and they start again: a shell's single quotes.
    Reopened,
}

/// What a text says in which a bracket is quoted, and where the quotes end, or the text where it has no quotes around
/// it. `None` where the bracket is not quoted, or stands there as it is.
pub(super) fn unquoted(text: &[u8], start: usize, command: bool) -> Option<(Vec<u8>, usize)> {
    let (before, rest) = text.split_at_checked(start)?;
    let quote = before.last().copied().filter(|byte| matches!(byte, b'"' | b'\'' | b'`'));
    let quoting = match (first_quote(rest)?, quote) {
        ([b'\\', b'"', ..], Some(b'"')) if command => Quoting::Backslashes,
        ([b'\\', ..], _) => Quoting::Escapes,
        ([b'"', b'"', ..], _) => Quoting::Doubled,
        ([b'`', b'"', ..], _) => Quoting::Backticks,
        (_, Some(b'\'')) if before.ends_with(b"$'") => Quoting::Escapes,
        (_, Some(b'\'')) if command => Quoting::Reopened,
        (_, Some(b'\'')) if is_sql(before) => Quoting::Doubled,
        (_, Some(b'\'')) => Quoting::Escapes,
        (_, None) if is_escaped_space(rest) => Quoting::Escapes,
        _ => return None,
    };
    if quoting == Quoting::Escapes {
        let closing = match quote {
            Some(quote) => Quote::Same(quote, 1),
            None => Quote::Never,
        };
        let mut json = Vec::new();
        let left = push_string(&mut json, rest, closing, true, before.ends_with(b"b'")).ok()?;
        return Some((unescape(&json).into_owned(), text.len() - left.len() - usize::from(quote.is_some())));
    }
    undone(rest, quoting, quote).map(|(decoded, length)| (decoded, start + length))
}

/// Where the first quote after a bracket stands, what escapes it included.
fn first_quote(rest: &[u8]) -> Option<&[u8]> {
    let mut rest = rest.get(1..)?;
    let end = rest.len().saturating_sub(FARTHEST_QUOTE);
    while rest.len() > end {
        rest = match rest {
            [b'{' | b'[' | b' ' | b'\t' | b'\r' | b'\n', after @ ..]
            | [b'\\', b'n' | b'r' | b't', after @ ..] => after,
            _ => return Some(rest),
        };
    }
    None
}

/// The first quote is looked for no farther.
const FARTHEST_QUOTE: usize = 64;

/// Whether a bracket is followed by escapes of space, where JSON has space itself.
fn is_escaped_space(rest: &[u8]) -> bool {
    matches!(rest.get(1..).map(<[u8]>::trim_ascii_start), Some([b'\\', b'n' | b'r' | b't', ..]))
}

fn is_sql(before: &[u8]) -> bool {
    [b"VALUES".as_slice(), b"values", b"SET ", b"set ", b"SELECT", b"select"]
        .iter()
        .any(|word| super::tells::contains(before, word))
}

/// Undoes what quoting did, up to the closing quote; and the length of what stood there.
fn undone(text: &[u8], quoting: Quoting, quote: Option<u8>) -> Option<(Vec<u8>, usize)> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    let doubled = quote.unwrap_or(b'"');
    loop {
        let (&byte, after) = match rest.split_first() {
            Some(split) => split,
            None => return quote.is_none().then_some((decoded, text.len())),
        };
        let next = after.first().copied();
        let (length, push) = match (quoting, byte, next) {
            (Quoting::Doubled, byte, Some(next)) if byte == doubled && next == doubled => (2, byte),
            (Quoting::Backslashes, b'\\', Some(next @ (b'"' | b'\\' | b'$' | b'`'))) => (2, next),
            (Quoting::Backticks, b'`', Some(next)) => (2, next),
            (Quoting::Reopened, b'\'', _) if after.starts_with(b"\\''") => (4, b'\''),
            (Quoting::Reopened, b'\'', _) if after.starts_with(b"\"'\"'") => (5, b'\''),
            _ if Some(byte) == quote => return Some((decoded, text.len() - rest.len())),
            _ => (1, byte),
        };
        decoded.push(push);
        rest = rest.get(length..)?;
    }
}
