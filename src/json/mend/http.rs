//! What HTTP puts around a body.

use super::literal::hexadecimal;
use super::{Layer, Look, Piece, names, tells};

/// An HTTP message: what is after its head.
pub(super) fn head(look: Look<'_>) -> Option<Layer> {
    let mut rest = look.text;
    let mut lines = 0;
    let known = tells::message(rest);
    loop {
        let length = rest.iter().position(|byte| *byte == b'\n')?;
        let (line, after) = rest.split_at_checked(length + 1)?;
        rest = after;
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if (lines > 0 || known.is_none()) && !is_header(line) {
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
        let size = hexadecimal(size.trim_ascii_end())? as usize;
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
