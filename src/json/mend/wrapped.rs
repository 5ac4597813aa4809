//! JSON with something around it.

use super::literal::{push_string, quote};
use super::values::{Finder, Found};
use super::{Layer, Look, Piece, names, notation};
use crate::json::syntax::comment;
use crate::json::{Document, Kind, Reader};

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

/// An HTTP message: what is after its head.
pub(super) fn head(look: Look<'_>) -> Option<Layer> {
    let mut rest = look.text;
    let mut lines = 0;
    let known = names::message(rest);
    loop {
        let length = rest.iter().position(|byte| *byte == b'\n')?;
        let (line, after) = rest.split_at_checked(length + 1)?;
        rest = after;
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if !(lines == 0 && known.is_some()) && !is_header(line) {
            return None;
        }
        lines += 1;
    }
    let known = known.or((lines > 1).then_some(&names::HEADERS))?;
    let start = look.text.len() - rest.len();
    let start = start + (rest.len() - rest.trim_ascii_start().len());
    let end = look.text.trim_ascii_end().len();
    let layer = Layer::new(known, vec![Piece::standing(start, end)]);
    (start < end).then_some(Layer { sure: true, span: Some((0, start)), ..layer })
}

fn is_header(line: &[u8]) -> bool {
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
    let name = line.iter().take_while(is_name).count();
    name > 0 && line.get(name) == Some(&b':')
}

/// A body in chunks, each with its length before it.
pub(super) fn chunks(look: Look<'_>) -> Option<Layer> {
    let mut body = Vec::new();
    let mut rest = look.text;
    loop {
        let line = rest.iter().take(12).position(|byte| *byte == b'\n')?;
        let (size, after) = rest.split_at_checked(line + 1)?;
        let size = super::literal::hexadecimal(size.trim_ascii_end())? as usize;
        if size == 0 {
            break;
        }
        let (chunk, after) = after.split_at_checked(size)?;
        body.extend_from_slice(chunk);
        rest = after.strip_prefix(b"\r").unwrap_or(after).strip_prefix(b"\n")?;
        if rest.trim_ascii() == b"0" {
            break;
        }
    }
    (!body.is_empty()).then(|| Layer::whole(&names::CHUNKS, look.text, body))
}

/// Server-sent events: what their `data:` fields have.
pub(super) fn fields(look: Look<'_>) -> Option<Layer> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut goes_on = false;
    let mut start = 0;
    for whole in look.text.split_inclusive(|byte| *byte == b'\n') {
        let line = whole.trim_ascii_end();
        let end = start + line.len();
        if let Some(data) = line.strip_prefix(b"data:") {
            match pieces.last_mut().filter(|_| goes_on) {
                Some(piece) => {
                    let first = look.text.get(piece.start..piece.end).unwrap_or_default();
                    let text = piece.text.get_or_insert_with(|| first.to_vec());
                    text.push(b'\n');
                    text.extend_from_slice(data);
                    piece.end = end;
                }
                None => pieces.push(Piece::standing(end - data.trim_ascii_start().len(), end)),
            }
            goes_on = true;
        } else if line.is_empty() {
            goes_on = false;
        } else if ![b"event:".as_slice(), b"id:", b"retry:", b":"].iter().any(|name| line.starts_with(name)) {
            return None;
        }
        start += whole.len();
    }
    let before = pieces.first()?.start;
    let layer = Layer::new(&names::SERVER_SENT, pieces);
    Some(Layer { sure: true, span: Some((0, before)), ..layer })
}

/// A command of Windows, in which carets escape what is special there.
pub(super) fn carets(look: Look<'_>) -> Option<Layer> {
    if !names::is_command(look.text) || !names::contains(look.text, b"^\"") {
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
    Some(Layer::whole(names::around(look.text, b"", false), look.text, text))
}

/// No more are taken out of a text.
const MOST_BODIES: usize = 10_000;

/// Values anywhere in a text.
pub(super) fn values(look: Look<'_>) -> Option<Layer> {
    let text = look.text;
    let first = text.len() - leading(text).len();
    if let Some(layer) = titled(look, first) {
        return Some(layer);
    }
    if let Some(known) = names::left_out(text.get(first..)?).filter(|known| **known == names::STREAM) {
        return Some(Layer::named(known, (first, text.trim_ascii_end().len())));
    }
    let mut finder = Finder::new(look);
    let (mut pieces, mut converted, mut left_out, mut faulty) = (Vec::new(), None, None, None);
    let (mut at, mut broken) = (0, None);
    while let Some(start) = finder.bracket(at).filter(|_| pieces.len() < MOST_BODIES) {
        at = match finder.at(start) {
            Found::Piece(piece, notation) => {
                // After a brace and a name it is a part of something that has faults.
                if let Some(broken) = broken.take()
                    && names::contains(text.get(broken..start)?, b"\":")
                {
                    faulty.get_or_insert(broken);
                    break;
                }
                let end = piece.end;
                pieces.push(piece);
                converted = notation;
                end
            }
            Found::Other(end) => {
                // JSON with faults, unless it is `[INFO]` at the start of a log line.
                if start == first && !names::is_bracketed(text.get(start..)?) {
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
                faulty.get_or_insert(start);
                end
            }
            Found::LeftOut { at, known, end } => {
                left_out.get_or_insert((at, known));
                end
            }
        };
    }
    let (Some(piece), Some(last)) = (pieces.first(), pieces.last()) else {
        if let Some((at, known)) = left_out {
            return Some(Layer::named(known, (at, at + 1)));
        }
        let start = faulty.filter(|_| text.get(first) != Some(&b'"'))?;
        let before = text.get(..start)?;
        let known = names::around(before, b"", false);
        return Some(Layer { faulty, ..Layer::named(known, (first, before.trim_ascii_end().len())) });
    };
    let (before, after) = (leading(text.get(..piece.start)?), text.get(last.end..)?);
    let is_one = pieces.len() == 1;
    let is_cut_off = converted.as_ref().is_some_and(|converted| converted.is_cut_off);
    if is_blank(before) && is_blank(after) && is_one {
        let decoded = piece.text.clone();
        let (known, decoded) = match (converted, decoded) {
            (Some(converted), _) => {
                (converted.marks.notation(text.get(piece.start) == Some(&b'['))?, converted.json)
            }
            (None, Some(decoded)) => (&names::ESCAPED, decoded),
            (None, None) => return None,
        };
        return Some(Layer { sure: true, is_cut_off, ..Layer::whole(known, text, decoded) });
    }
    if only_comments(before) && piece.text.is_none() {
        // One with something small after it is JSON with a fault; so is one after the other.
        let between = pieces.windows(2).all(|pair| match pair {
            [one, other] => text.get(one.end..other.start).is_some_and(is_blank),
            _ => true,
        });
        let small = |byte: &u8| byte.is_ascii_whitespace() || b"]},;".contains(byte);
        if only_comments(after) && between || is_one && after.iter().all(small) {
            return None;
        }
    }
    if !is_one && is_blank(before) {
        let (start, end) = pieces.get(1).map_or((0, 0), |second| (second.start, second.end));
        return Some(Layer { sure: true, span: Some((start, end)), ..Layer::new(&names::SEVERAL, pieces) });
    }
    let known = names::around(before, after, piece.text.is_some());
    let span = match before.trim_ascii_end().len() {
        0 => (last.end, text.trim_ascii_end().len()),
        end => (first, first + end),
    };
    Some(Layer { sure: true, span: Some(span), ..Layer::new(known, pieces) })
}

/// Another notation that starts with a word: `Event {…}`, `OrderedDict({…})`.
fn titled(look: Look<'_>, start: usize) -> Option<Layer> {
    let text = look.text;
    if matches!(text.get(start)?, b'{' | b'[' | b'"') {
        return None;
    }
    if names::left_out(text.get(start..)?).is_some() {
        return None;
    }
    let read = notation::read(text, start, look.limits.max_depth).ok().filter(|read| !read.is_cut_off)?;
    let is_object = matches!(read.json.first(), Some(b'{' | b'['));
    let known = read.marks.notation(read.json.first() == Some(&b'['))?;
    (is_object && is_blank(text.get(read.end..)?)).then(|| Layer::whole(known, text, read.json))
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
