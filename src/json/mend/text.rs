//! JSON in a text, with something around it.

use super::literal::{push_string, quote};
use super::notation::{self, Converted};
use super::values::{Finder, Found};
use super::{Known, Layer, Look, Piece, names, tells};
use crate::json::syntax::comment;
use crate::json::{Document, Kind, Reader};

/// No more are taken out of a text.
const MOST_BODIES: usize = 10_000;

/// What a text has.
#[derive(Default)]
struct Gathered {
    pieces: Vec<Piece>,
    /// The last piece, where it is in another notation.
    converted: Option<Converted>,
    /// Where something starts that is JSON but for its faults.
    faulty: Option<usize>,
    /// Where something is that has no JSON, and what is said of it.
    left_out: Option<(usize, &'static Known)>,
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
    let (Some(piece), Some(last)) = (pieces.first(), pieces.last()) else {
        if let Some((at, known)) = left_out {
            return Some(Layer::named(known, (at, at + 1)));
        }
        let start = faulty.filter(|_| text.get(first) != Some(&b'"'))?;
        let before = text.get(..start)?;
        let known = tells::around(before, b"", false);
        return Some(Layer { faulty, ..Layer::named(known, (first, before.trim_ascii_end().len())) });
    };
    let (before, after) = (leading(text.get(..piece.start)?), text.get(last.end..)?);
    let is_one = pieces.len() == 1;
    if is_blank(before) && is_blank(after) && is_one {
        return whole(look, pieces.pop()?, converted);
    }
    let small = |byte: &u8| byte.is_ascii_whitespace() || b"]},;".contains(byte);
    if is_one
        && piece.text.is_none()
        && only_comments(before)
        && (only_comments(after) || after.iter().all(small))
    {
        // JSON with a fault.
        return None;
    }
    let sure = piece.text.is_none();
    let before_end = if only_comments(before) { 0 } else { before.trim_ascii_end().len() };
    let (known, span) = match (pieces.get(1), before_end) {
        (Some(second), 0) => (&names::SEVERAL, (second.start, second.end)),
        (None, 0) => (tells::around(before, after, !sure), (last.end, text.trim_ascii_end().len())),
        (_, end) => (tells::around(before, after, !sure), (first, first + end)),
    };
    Some(Layer { sure, span: Some(span), ..Layer::new(known, pieces) })
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
                    && tells::contains(text.get(broken..start)?, b"\":")
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
                if start == first && !tells::is_bracketed(text.get(start..)?) {
                    return None;
                }
                if text.get(start) == Some(&b'{') {
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
fn whole(look: Look<'_>, piece: Piece, converted: Option<Converted>) -> Option<Layer> {
    let text = look.text;
    if let Some(Converted { json, marks, is_cut_off, .. }) = converted {
        let known = marks.notation(text.get(piece.start) == Some(&b'['))?;
        return Some(Layer { sure: true, is_cut_off, ..Layer::whole(known, text, json) });
    }
    let decoded = piece.text?;
    let sure = tells::contains(&decoded, b"{\"");
    Some(Layer { sure, ..Layer::whole(&names::ESCAPED, text, decoded) })
}

/// Another notation that starts with a word: `Event {…}`, `OrderedDict({…})`.
fn titled(look: Look<'_>, start: usize) -> Option<Layer> {
    let text = look.text;
    let rest = text.get(start..)?;
    if let Some(known) = tells::left_out(rest) {
        let is_stream = *known == names::STREAM;
        return is_stream.then(|| Layer::named(known, (start, text.trim_ascii_end().len())));
    }
    if matches!(rest, [b'{' | b'[' | b'"', ..]) {
        return None;
    }
    let read = notation::read(text, start, look.limits.max_depth).ok().filter(|read| !read.is_cut_off)?;
    let is_object = matches!(read.json.first(), Some(b'{' | b'['));
    let known = read.marks.notation(read.json.first() == Some(&b'['))?;
    (is_object && is_blank(text.get(read.end..)?)).then(|| Layer::whole(known, text, read.json))
}

/// Members without the braces around them, of an object that was copied in part.
pub(super) fn members(look: Look<'_>) -> Option<Layer> {
    let text = look.text.trim_ascii();
    let (closing, length) = quote(text)?;
    let rest = push_string(&mut Vec::new(), text.get(length..)?, closing, false, false).ok()?;
    if rest.trim_ascii_start().first() != Some(&b':') {
        return None;
    }
    let inner = look.text.trim_ascii_end();
    let inner = inner.strip_suffix(b",").unwrap_or(inner);
    let wrapped = [b"{", inner, b"}"].concat();
    let mut reader = Reader::new();
    if let Ok(document) = reader.read(&wrapped, look.limits) {
        let mut members = document.members(Document::ROOT);
        if let (Some((_, value)), None) = (members.next(), members.next())
            && document.node(value).kind == Kind::Object
        {
            // A label: the object is what was copied.
            return None;
        }
    } else if look.of(&[b"{", inner].concat()).is_json() {
        return Some(Layer::whole(&names::MEMBERS, look.text, [b"{", inner].concat()));
    }
    Some(Layer::whole(&names::MEMBERS, look.text, wrapped))
}

/// A command of Windows, in which carets escape what is special there.
pub(super) fn carets(look: Look<'_>) -> Option<Layer> {
    if !tells::is_command(look.text) || !tells::contains(look.text, b"^\"") {
        return None;
    }
    let mut text = Vec::with_capacity(look.text.len());
    let mut escaped = false;
    for &byte in look.text {
        escaped = byte == b'^' && !escaped;
        if !escaped {
            text.push(byte);
        }
    }
    Some(Layer::whole(tells::around(look.text, b"", false), look.text, text))
}

/// A text without the space that JSON may have before it.
fn leading(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start()
}

fn is_blank(text: &[u8]) -> bool {
    text.trim_ascii().is_empty()
}

/// Whether a text is nothing, or nothing but comments.
fn only_comments(mut text: &[u8]) -> bool {
    loop {
        text = text.trim_ascii_start();
        match comment(text) {
            Some(length) => text = text.get(length..).unwrap_or_default(),
            None => return text.is_empty(),
        }
    }
}
