//! JSON with something before each of its lines.

use super::bytes::{
    append, before, contains, from, is_blank, line, part, push, starts_with_one_of, trim_start,
};
use super::values::Finder;
use super::{Known, Layer, Look, tells};

/// In the first line, so many brackets may stand in what is before it.
const MOST_BRACKETS: usize = 4;

/// A text each line of which starts alike: with a number, a sign of a diff, what a log has.
pub(super) fn prefixed(look: Look<'_>) -> Option<Layer> {
    let (known, text) = diff(look).or_else(|| wrapped(look)).or_else(|| alike(look))?;
    Some(Layer::whole(known, look.text, text))
}

/// A text that was cut into lines of one width, inside strings as well.
fn wrapped(look: Look<'_>) -> Option<(Known, Vec<u8>)> {
    let mut text = Vec::new();
    for (start, end) in cut(look.text)? {
        append(&mut text, part(look.text, start, end));
    }
    look.of(&text).is_json().then_some((Known::Wrapped, text))
}

/// Where the lines of one width start and end that a text may have been cut into.
pub(crate) fn cut(text: &[u8]) -> Option<Vec<(usize, usize)>> {
    let width = before(text, b"\r\n");
    let mut lines = Vec::new();
    let (mut rest, mut full) = (text, 0);
    while !rest.is_empty() {
        let (cut, after) = line(rest);
        if width < NARROWEST || cut.len() != width && !after.is_empty() {
            return None;
        }
        full += u32::from(cut.len() == width);
        let start = text.len() - rest.len();
        lines.push((start, start + cut.len()));
        rest = after;
    }
    // Of two lines, the first may as well have its own end.
    (full > 1).then_some(lines)
}

/// Lines are cut at such a width or a greater one.
const NARROWEST: usize = 20;

/// How the lines of a diff start that are no lines of a body.
pub(super) const DIFF: &[u8] = b"@@|diff |index |+++ |--- |\\ No newline";

/// What a diff makes of a body: its lines with a sign, those of `-` aside. Where it takes all away, what was there.
fn diff(look: Look<'_>) -> Option<(Known, Vec<u8>)> {
    let first = *look.text.first()?;
    if !b"+- @d".contains(&first) {
        return None;
    }
    let adds = contains(look.text, b"\n+") || first == b'+';
    let (sign, other) = if adds { (b'+', b'-') } else { (b'-', b'+') };
    let mut text = Vec::new();
    let mut rest = look.text;
    while !rest.is_empty() {
        let (signed, after) = line(rest);
        rest = after;
        if starts_with_one_of(signed, DIFF) || signed.first() == Some(&other) {
            continue;
        }
        match signed {
            [] => continue,
            [first, ..] if *first == sign || *first == b' ' => append(&mut text, from(signed, 1)),
            _ => return None,
        }
        push(&mut text, b'\n');
    }
    let has_sign = adds || first == b'-' || contains(look.text, b"\n-");
    (has_sign && look.of(&text).is_json()).then_some((Known::Diff, text))
}

/// What is left of lines that start as the first one with a bracket does, up to the end of the value.
fn alike(look: Look<'_>) -> Option<(Known, Vec<u8>)> {
    let mut start = before(look.text, b"{[");
    let lines = part(look.text, 0, start);
    let rest = from(look.text, lines.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
    start -= look.text.len() - rest.len();
    let (first, after) = line(rest);
    if is_blank(after) {
        return None;
    }
    for _ in 0..MOST_BRACKETS {
        let prefix = trim_start(part(first, 0, start));
        if start < first.len() && !prefix.is_empty() {
            let text = without(rest, prefix);
            // On one line it is not the lines that have something before them.
            let (line, others) = line(&text);
            let end = if others.is_empty() { Ok(0) } else { Finder::new(look.of(&text)).value(0) };
            if let Ok(end) = end
                && end > line.len()
            {
                return Some((tells::prefix(prefix), part(&text, 0, end).to_vec()));
            }
        }
        start += 1;
        start += before(from(first, start), b"{[");
    }
    None
}

/// Lines without a prefix that each of them has, or one like it; as far as they have.
fn without(lines: &[u8], prefix: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let (prefixed, after) = line(rest);
        rest = after;
        match after_alike(trim_start(prefixed), prefix) {
            Some(line) => append(&mut text, line),
            None if is_blank(prefixed) => {}
            None => break,
        }
        push(&mut text, b'\n');
    }
    text
}

/// What is after a prefix like another one: with other numbers in it, and fewer spaces.
fn after_alike<'t>(mut line: &'t [u8], mut prefix: &[u8]) -> Option<&'t [u8]> {
    let number = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    while let [byte, others @ ..] = prefix {
        if let [same, rest @ ..] = line
            && same == byte
            && !byte.is_ascii_digit()
        {
            (line, prefix) = (rest, others);
            continue;
        }
        let (length, of_prefix) = match (number(line), number(prefix)) {
            _ if *byte == b' ' => (0, 1),
            (0, _) | (_, 0) => return None,
            numbers => numbers,
        };
        line = from(line, length);
        prefix = from(prefix, of_prefix);
    }
    Some(line)
}
