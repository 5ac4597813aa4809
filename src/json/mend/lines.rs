//! JSON with something before each of its lines.

use super::literal::hexadecimal;
use super::values::Finder;
use super::{Layer, Look, names, tells};

/// In the first line, so many brackets may stand in what is before it.
const MOST_BRACKETS: usize = 4;

/// A text each line of which starts alike: with a number, a sign of a diff, what a log has.
pub(super) fn prefixed(look: Look<'_>) -> Option<Layer> {
    diff(look).or_else(|| soft(look)).or_else(|| wrapped(look)).or_else(|| alike(look))
}

/// A text that was cut into lines of one width, inside strings as well.
fn wrapped(look: Look<'_>) -> Option<Layer> {
    let width = look
        .text
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .filter(|width| *width >= NARROWEST)?;
    let mut text = Vec::with_capacity(look.text.len());
    let (mut ended, mut full) = (false, 0);
    for line in lines(look.text) {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if ended || line.len() > width {
            return None;
        }
        ended = line.len() < width;
        full += u32::from(!ended);
        text.extend_from_slice(line);
    }
    // Of two lines, the first may as well have its own end.
    (full > 1 && look.of(&text).is_json()).then(|| Layer::whole(&names::WRAPPED, look.text, text))
}

/// Lines are cut at such a width or a greater one.
const NARROWEST: usize = 20;

/// Quoted-printable: `=` at the end of a line that goes on in the next, and `=XX` for bytes.
fn soft(look: Look<'_>) -> Option<Layer> {
    if !tells::contains(look.text, b"=\n") && !tells::contains(look.text, b"=\r\n") {
        return None;
    }
    let mut text = Vec::with_capacity(look.text.len());
    let mut rest = look.text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'=', [b'\n', after @ ..] | [b'\r', b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) if let Some(code) = hexadecimal(&[*high, *low]) => {
                text.push(code as u8);
                rest = after;
            }
            _ => text.push(byte),
        }
    }
    look.of(&text).is_json().then(|| Layer::whole(&names::SOFT, look.text, text))
}

fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split_inclusive(|byte| *byte == b'\n')
}

/// What a diff makes of a body: its lines with a sign, those of `-` aside. Where it takes all away, what was there.
fn diff(look: Look<'_>) -> Option<Layer> {
    let signed = |sign: u8| lines(look.text).any(|line| line.first() == Some(&sign));
    let sign = if signed(b'+') { b'+' } else { b'-' };
    let mut text = Vec::with_capacity(look.text.len());
    for line in lines(look.text) {
        let first = *line.first()?;
        if first == sign && !line.starts_with(b"+++ ") && !line.starts_with(b"--- ") || first == b' ' {
            text.extend_from_slice(line.get(1..)?);
        } else if !first.is_ascii_whitespace() && !tells::is_diff(line) {
            return None;
        }
    }
    (signed(sign) && look.of(&text).is_json()).then(|| Layer::whole(&names::DIFF, look.text, text))
}

/// What is left of lines that start as the first one with a bracket does, up to the end of the value.
fn alike(look: Look<'_>) -> Option<Layer> {
    let mut start = look.text.iter().position(|byte| matches!(byte, b'{' | b'['))?;
    let before = look.text.get(..start)?;
    let line = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let rest = look.text.get(line..)?;
    let first = lines(rest).next().filter(|first| first.len() < rest.len())?;
    for _ in 0..MOST_BRACKETS {
        let prefix = rest.get(..start - line)?.trim_ascii_start();
        if !prefix.is_empty() {
            let mut text = Vec::with_capacity(rest.len());
            let mut ends = None;
            for line in lines(rest) {
                let after = after_alike(line.trim_ascii_start(), prefix);
                let Some(after) = after.or(line.trim_ascii().is_empty().then_some(line)) else { break };
                text.extend_from_slice(after);
                ends = ends.or(Some(text.len()));
            }
            let end = Finder::new(look.of(&text)).value(0).unwrap_or(0);
            // On one line it is not the lines that have something before them.
            if ends.is_some_and(|first| end > first) {
                text.truncate(end);
                return Some(Layer::whole(tells::prefix(prefix), look.text, text));
            }
        }
        let next = first.get(start + 1 - line..)?.iter().position(|byte| matches!(byte, b'{' | b'['))?;
        start += 1 + next;
    }
    None
}

/// What is after a prefix like another one: with other numbers in it, and fewer spaces.
fn after_alike<'t>(mut line: &'t [u8], mut prefix: &[u8]) -> Option<&'t [u8]> {
    let number = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    while let Some((&byte, after)) = prefix.split_first() {
        let (length, of_prefix) = match (number(line), number(prefix)) {
            (0, 0) if line.first() == Some(&byte) => (1, 1),
            _ if byte == b' ' => (0, 1),
            (0, _) | (_, 0) => return None,
            numbers => numbers,
        };
        line = line.get(length..)?;
        prefix = prefix.get(of_prefix..).unwrap_or(after);
    }
    Some(line)
}
