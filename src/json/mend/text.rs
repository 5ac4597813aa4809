//! JSON in a text, with something around it.

use super::bytes::{after, append, byte, contains, from, is_blank, part, push, trim_end, trim_start};
use super::literal::{push_string, quote};
use super::notation::{self, Converted};
use super::values::{Finder, Found};
use super::{Body, Known, Layer, Look, tells};
use crate::json::syntax::comment;

/// No more are taken out of a text.
const MOST_BODIES: usize = 10_000;

/// What a text has.
#[derive(Default)]
struct Gathered {
    pieces: Vec<Body>,
    /// The last piece, where it is in another notation.
    converted: Option<Converted>,
    /// Where something starts that is JSON but for its faults.
    faulty: Option<usize>,
    /// Where something is that has no JSON, and what is said of it.
    left_out: Option<(usize, Known)>,
}

/// Values anywhere in a text.
pub(super) fn values(look: Look<'_>) -> Option<Layer> {
    let text = look.text;
    let first = text.len() - leading(text).len();
    if let Some(layer) = titled(look, first) {
        return Some(layer);
    }
    let Gathered { mut pieces, converted, faulty, left_out } = gathered(look, first)?;
    if faulty.is_some() && pieces.len() == 1 {
        // Taking out the one that has no faults would lose the other.
        pieces.clear();
    }
    let [piece, others @ ..] = pieces.as_slice() else {
        if let Some((at, known)) = left_out {
            return Some(Layer::named(known, at, at + 1));
        }
        let start = faulty.filter(|_| byte(text, first) != b'"')?;
        let before = trim_end(part(text, 0, start));
        let mut layer = Layer::named(tells::around(before, b"", false), first, before.len());
        layer.around.faulty = faulty;
        return Some(layer);
    };
    let before = trim_end(leading(part(text, 0, piece.start)));
    let after = from(text, others.last().unwrap_or(piece).end);
    let is_bare = only_comments(before);
    let sure = piece.text.is_none();
    if others.is_empty() && is_bare {
        if before.is_empty() && is_blank(after) {
            return whole(look, pieces.pop()?, converted);
        }
        let small = |byte: &u8| byte.is_ascii_whitespace() || b"]},;".contains(byte);
        if sure && (only_comments(after) || after.iter().all(small)) {
            // JSON with a fault.
            return None;
        }
    }
    let known =
        if is_bare && !others.is_empty() { Known::Several } else { tells::around(before, after, !sure) };
    let span = match others {
        [second, ..] if is_bare => (second.start, second.end),
        _ if before.is_empty() => (text.len() - after.len(), trim_end(text).len()),
        _ => (first, first + before.len()),
    };
    Some(Layer::new(known, Some(span), pieces).sure(sure))
}

/// What stands at the brackets of a text that starts at an offset; `None` where it is JSON with faults itself.
fn gathered(look: Look<'_>, first: usize) -> Option<Gathered> {
    let text = look.text;
    let mut gathered = Gathered::default();
    let mut finder = Finder::new(look);
    let (mut at, mut broken) = (0, None);
    while let Some(start) = finder.bracket(at).filter(|_| gathered.pieces.len() < MOST_BODIES) {
        at = match finder.at(start) {
            Found::Piece(piece, notation) => {
                // After a brace and a name it is a part of something that has faults.
                if let Some(broken) = broken.take()
                    && contains(part(text, broken, start), b"\":")
                {
                    gathered.faulty.get_or_insert(broken);
                    break;
                }
                let end = piece.end;
                gathered.pieces.push(piece);
                gathered.converted = notation;
                end
            }
            Found::Other(end) => {
                // JSON with faults, unless it is `[INFO]` at the start of a log line.
                if start == first && !tells::is_bracketed(from(text, start)) {
                    return None;
                }
                if byte(text, start) == b'{' {
                    broken.get_or_insert(start);
                }
                end
            }
            Found::Tag(end) => end,
            Found::Faulty(_) if start == first => return None,
            Found::Faulty(end) => {
                gathered.faulty.get_or_insert(start);
                end
            }
            Found::LeftOut { at, known, end } => {
                gathered.left_out.get_or_insert((at, known));
                end
            }
        };
    }
    Some(gathered)
}

/// A text that is one value, in quotes or in another notation.
fn whole(look: Look<'_>, piece: Body, converted: Option<Converted>) -> Option<Layer> {
    let text = look.text;
    if let Some(Converted { json, marks, is_cut_off, .. }) = converted {
        let known = marks.notation(byte(text, piece.start) == b'[')?;
        let mut layer = Layer::whole(known, text, json).sure(true);
        layer.around.is_cut_off = is_cut_off;
        return Some(layer);
    }
    let decoded = piece.text?;
    let sure = contains(&decoded, b"{\"");
    Some(Layer::whole(Known::Escaped, text, decoded).sure(sure))
}

/// Another notation that starts with a word: `Event {…}`, `OrderedDict({…})`.
fn titled(look: Look<'_>, start: usize) -> Option<Layer> {
    let text = look.text;
    let rest = from(text, start);
    if let Some(known) = tells::left_out(rest) {
        let is_stream = known == Known::Stream;
        return is_stream.then(|| Layer::named(known, start, trim_end(text).len()));
    }
    if matches!(rest, [] | [b'{' | b'[' | b'"', ..]) {
        return None;
    }
    let Converted { json, end, marks, is_cut_off: false } =
        notation::read(text, start, look.limits.max_depth).ok()?
    else {
        return None;
    };
    let known = marks.notation(byte(&json, 0) == b'[')?;
    let is_all = matches!(byte(&json, 0), b'{' | b'[') && is_blank(from(text, end));
    is_all.then(|| Layer::whole(known, text, json))
}

/// Members without the braces around them, of an object that was copied in part.
pub(super) fn members(look: Look<'_>) -> Option<Layer> {
    let text = trim_start(look.text);
    let (closing, length) = quote(text)?;
    let rest = push_string(&mut Vec::new(), from(text, length), closing, false, false).ok()?;
    let value = trim_start(after(trim_start(rest), b":")?);
    let inner = trim_end(look.text);
    let inner = inner.strip_suffix(b",").unwrap_or(inner);
    // Of a label, the object is what was copied.
    let start = look.text.len() - value.len();
    if byte(value, 0) == b'{' && Finder::new(look).value(start) == Ok(inner.len()) {
        return None;
    }
    let mut wrapped = vec![b'{'];
    append(&mut wrapped, inner);
    if !look.of(&wrapped).is_json() {
        push(&mut wrapped, b'}');
    }
    Some(Layer::whole(Known::Members, look.text, wrapped))
}

/// A command of Windows, in which carets escape what is special there.
pub(super) fn carets(look: Look<'_>) -> Option<Layer> {
    if !contains(look.text, b"^\"") || !tells::is_command(look.text) {
        return None;
    }
    let mut text = Vec::new();
    let mut escaped = false;
    for &byte in look.text {
        escaped = byte == b'^' && !escaped;
        if !escaped {
            push(&mut text, byte);
        }
    }
    Some(Layer::whole(tells::around(look.text, b"", false), look.text, text))
}

/// A text without the space that JSON may have before it.
fn leading(text: &[u8]) -> &[u8] {
    trim_start(after(text, b"\xef\xbb\xbf").unwrap_or(text))
}

/// Whether a text is nothing, or nothing but comments.
fn only_comments(mut text: &[u8]) -> bool {
    loop {
        text = trim_start(text);
        match comment(text) {
            Some(length) => text = from(text, length),
            None => return text.is_empty(),
        }
    }
}
