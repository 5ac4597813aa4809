//! JSON in the quotes of a shell, a programming language, SQL or CSV, which changed what is in them.

use super::bytes::{ends, from, has_one_of, part, push, starts, trim_start};
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
    let (before, rest) = (part(text, 0, start), from(text, start));
    let quote = before.last().copied().filter(|byte| matches!(byte, b'"' | b'\'' | b'`'));
    let quoting = match (first_quote(rest)?, quote) {
        ([b'\\', b'"', ..], Some(b'"')) if command => Quoting::Backslashes,
        ([b'\\', ..], _) => Quoting::Escapes,
        ([b'"', b'"', ..], _) => Quoting::Doubled,
        ([b'`', b'"', ..], _) => Quoting::Backticks,
        (_, Some(b'\'')) if ends(before, b"$'") => Quoting::Escapes,
        (_, Some(b'\'')) if command => Quoting::Reopened,
        (_, Some(b'\'')) if has_one_of(before, SQL) => Quoting::Doubled,
        (_, Some(b'\'')) => Quoting::Escapes,
        // JSON has space itself there.
        (_, None) if trim_start(from(rest, 1)).first() == Some(&b'\\') => Quoting::Escapes,
        _ => return None,
    };
    if quoting == Quoting::Escapes {
        let closing = quote.map_or(Quote::Never, |quote| Quote::Same(quote, 1));
        let mut json = Vec::new();
        let left = push_string(&mut json, rest, closing, true, ends(before, b"b'")).ok()?;
        return Some((unescape(&json).into_owned(), text.len() - left.len() - usize::from(quote.is_some())));
    }
    undone(rest, quoting, quote).map(|(decoded, length)| (decoded, start + length))
}

/// Words before values whose quotes are doubled.
pub(super) const SQL: &[u8] = b"VALUES|values|SET |set |SELECT|select";

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

/// Undoes what quoting did, up to the closing quote; and the length of what stood there.
fn undone(text: &[u8], quoting: Quoting, quote: Option<u8>) -> Option<(Vec<u8>, usize)> {
    let mut decoded = Vec::new();
    let mut rest = text;
    let doubled = quote.unwrap_or(b'"');
    while let [byte, after @ ..] = rest {
        let next = after.first().copied();
        let (length, byte) = match (quoting, *byte, next) {
            (Quoting::Doubled, byte, Some(next)) if byte == doubled && next == doubled => (2, byte),
            (Quoting::Backslashes, b'\\', Some(next @ (b'"' | b'\\' | b'$' | b'`'))) => (2, next),
            (Quoting::Backticks, b'`', Some(next)) => (2, next),
            (Quoting::Reopened, b'\'', _) if starts(after, b"\\''") => (4, b'\''),
            (Quoting::Reopened, b'\'', _) if starts(after, b"\"'\"'") => (5, b'\''),
            (_, byte, _) if Some(byte) == quote => return Some((decoded, text.len() - rest.len())),
            (_, byte, _) => (1, byte),
        };
        push(&mut decoded, byte);
        rest = from(rest, length);
    }
    quote.is_none().then_some((decoded, text.len()))
}
