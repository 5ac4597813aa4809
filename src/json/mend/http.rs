//! What HTTP puts around a body.

use super::bytes::{
    after, append, byte, from, is_blank, line, part, push, starts_with_one_of, trim_end, trim_start,
};
use super::literal::hexadecimal;
use super::{Body, Known, Layer, Look, one, tells};

/// An HTTP message: what is after its head.
pub(super) fn head(look: Look<'_>) -> Option<Layer> {
    let text = look.text;
    let known = tells::message(text);
    let (mut rest, mut lines) = (text, 0);
    loop {
        let (header, after) = line(rest);
        rest = after;
        if header.is_empty() {
            break;
        }
        let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
        let name = header.iter().take_while(is_name).count();
        if (lines > 0 || known.is_none()) && (name == 0 || byte(header, name) != b':') {
            return None;
        }
        lines += 1;
    }
    let known = known.or((lines > 1).then_some(Known::Headers)).filter(|_| !is_blank(rest))?;
    let start = text.len() - trim_start(rest).len();
    Some(Layer::new(known, Some((0, start)), one(Body::standing(start, trim_end(text).len()))))
}

/// A body in chunks, each with its length before it.
pub(super) fn chunks(look: Look<'_>) -> Option<Layer> {
    let mut body = Vec::new();
    let mut at = 0;
    loop {
        let (start, end, next) = chunk(look.text, at)?;
        if start == end {
            break;
        }
        append(&mut body, part(look.text, start, end));
        at = next;
    }
    (!body.is_empty()).then(|| Layer::whole(Known::Chunks, look.text, body))
}

/// Where the chunk starts and ends whose size is at an offset, and where the next one is. The last one is empty.
pub(crate) fn chunk(text: &[u8], at: usize) -> Option<(usize, usize, usize)> {
    let (size, chunk) = line(from(text, at));
    let start = text.len() - chunk.len();
    let size = hexadecimal(part(size, 0, size.len().min(8)))? as usize;
    if size == 0 {
        return Some((start, start, start));
    }
    let (end, after) = line(chunk.get(size..)?);
    (end.is_empty() && !after.is_empty()).then(|| (start, start + size, text.len() - after.len()))
}

/// Server-sent events: what their `data:` fields have.
pub(super) fn fields(look: Look<'_>) -> Option<Layer> {
    let text = look.text;
    let mut pieces: Vec<Body> = Vec::new();
    let (mut rest, mut goes_on) = (text, false);
    while !rest.is_empty() {
        let (field, next) = line(rest);
        let field = trim_end(field);
        let end = text.len() - rest.len() + field.len();
        let data = after(field, b"data:");
        if let Some(data) = data {
            match pieces.last_mut().filter(|_| goes_on) {
                Some(piece) => {
                    let standing = part(text, piece.start, piece.end);
                    let joined = piece.text.get_or_insert_with(|| standing.to_vec());
                    push(joined, b'\n');
                    append(joined, data);
                    piece.end = end;
                }
                None => pieces.push(Body::standing(end - trim_start(data).len(), end)),
            }
        } else if !field.is_empty() && !starts_with_one_of(field, b"event:|id:|retry:|:") {
            return None;
        }
        goes_on = data.is_some();
        rest = next;
    }
    let before = pieces.first()?.start;
    Some(Layer::new(Known::ServerSent, Some((0, before)), pieces))
}
