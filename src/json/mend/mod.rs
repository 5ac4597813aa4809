//! What a text that is no JSON is as a whole: something around JSON, or JSON in another notation or encoding.
//!
//! All of this is looked at only once a body is known to be no JSON, and costs at most a constant factor of its
//! length. What is given as a body has been read: it is JSON.

pub(super) mod characters;
mod decode;
mod encoded;
mod http;
mod lines;
pub(super) mod literal;
mod marks;
pub(super) mod names;
mod notation;
mod quoted;
mod tells;
mod text;
mod values;

use super::{Limits, Reader};
pub(crate) use names::Known;

/// What a text is that is no JSON, and the JSON that was found in it.
#[derive(Debug)]
pub(crate) struct Around {
    /// What it is, from the outside in: a log line, and in it a Python dictionary. Never empty.
    pub known: Vec<&'static Known>,
    /// Where that of which it is said starts and ends; `None` where it is the whole text.
    pub span: Option<(usize, usize)>,
    /// Each is JSON. None where what it is cannot be made JSON.
    pub bodies: Vec<Body>,
    /// Where something starts that has faults of its own, where it was to be JSON.
    pub faulty: Option<usize>,
    /// Whether it ends too soon.
    pub is_cut_off: bool,
}

/// A body in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    /// Byte offset in the text of where it starts.
    pub start: usize,
    /// Of where it ends.
    pub end: usize,
    /// What encodes it there.
    pub encoding: Encoding,
    /// What it is, decoded or converted; `None` where it stands there as it is.
    pub text: Option<Vec<u8>>,
}

/// How a body stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As text: itself, in quotes, or in another notation.
    Text,
    Base64,
    /// As a field of a form.
    Form,
    Percent,
}

/// The JSON in a text of at most 4 MiB that is none itself, or at least what it is; `None` where it is nothing that
/// is known. With
/// `wtf8`, halves of surrogate pairs are text.
pub(crate) fn around(text: &[u8], limits: Limits, wtf8: bool) -> Option<Around> {
    if text.len() > LONGEST {
        return None;
    }
    let limits = Limits { max_bytes: u32::MAX, ..limits };
    Look { text, limits, wtf8 }.look(&mut (MOST_LOOKS * text.len() + SHORT))
}

/// A text longer than this is not looked at: what this costs may be a hundred times what reading costs.
const LONGEST: usize = 4 << 20;

/// All texts that are looked at together, each of them in one that was, may be so many times as long as the first.
const MOST_LOOKS: usize = 6;

/// So many bytes more may be looked at of any text.
const SHORT: usize = 1 << 10;

/// A text that is looked at.
#[derive(Clone, Copy)]
struct Look<'t> {
    text: &'t [u8],
    limits: Limits,
    wtf8: bool,
}

/// What a text was found to be, and what stands in it, which is to be looked at.
struct Layer {
    known: &'static Known,
    encoding: Encoding,
    span: Option<(usize, usize)>,
    pieces: Vec<Piece>,
    faulty: Option<usize>,
    /// Whether it is what it is called even where nothing is found in it.
    sure: bool,
    is_cut_off: bool,
}

/// A part of a text, decoded where it differs.
struct Piece {
    start: usize,
    end: usize,
    text: Option<Vec<u8>>,
    /// Whether it has been read as JSON.
    is_json: bool,
}

impl Piece {
    /// One as it stands there.
    fn standing(start: usize, end: usize) -> Self {
        Piece { start, end, text: None, is_json: false }
    }

    fn decoded(start: usize, end: usize, text: Vec<u8>) -> Self {
        Piece { start, end, text: Some(text), is_json: false }
    }
}

impl Layer {
    fn new(known: &'static Known, pieces: Vec<Piece>) -> Self {
        Layer {
            known,
            encoding: Encoding::Text,
            span: None,
            pieces,
            faulty: None,
            sure: false,
            is_cut_off: false,
        }
    }

    /// All of a text, decoded.
    fn whole(known: &'static Known, text: &[u8], decoded: Vec<u8>) -> Self {
        Layer::new(known, vec![Piece::decoded(0, text.len(), decoded)])
    }

    /// A text of which no more is known than its name.
    fn named(known: &'static Known, span: (usize, usize)) -> Self {
        Layer { span: Some(span), sure: true, ..Layer::new(known, Vec::new()) }
    }
}

/// Everything that a text may be, what is surest first. Bytes that are no UTF-8 may be the first only.
const STEPS: [fn(Look<'_>) -> Option<Layer>; 10] = [
    encoded::bytes,
    encoded::text,
    text::members,
    http::head,
    http::chunks,
    http::fields,
    text::carets,
    lines::prefixed,
    text::values,
    tells::whole,
];

impl<'t> Look<'t> {
    fn of<'u>(&self, text: &'u [u8]) -> Look<'u> {
        Look { text, limits: self.limits, wtf8: self.wtf8 }
    }

    /// Whether it is JSON.
    fn is_json(&self) -> bool {
        Reader::new().scan(self.text, self.limits, self.wtf8).is_ok()
    }

    fn look(&self, room: &mut usize) -> Option<Around> {
        *room = room.checked_sub(self.text.len())?;
        let mut named = None;
        let is_text = self.wtf8 || std::str::from_utf8(self.text).is_ok();
        for step in STEPS.into_iter().take(if is_text { STEPS.len() } else { 1 }) {
            let Some(layer) = step(*self) else { continue };
            let sure = layer.sure;
            let around = self.settled(layer, room);
            if !around.bodies.is_empty() {
                return Some(around);
            }
            if sure || around.known.len() > 1 {
                named.get_or_insert(around);
            }
        }
        named
    }

    /// The bodies of a layer: its pieces, or what is found in them.
    fn settled(&self, layer: Layer, room: &mut usize) -> Around {
        let Layer { known, encoding, span, pieces, faulty, is_cut_off, .. } = layer;
        let mut around = Around { known: vec![known], span, bodies: Vec::new(), faulty, is_cut_off };
        for Piece { start, end, text, is_json } in pieces {
            let inner = match &text {
                Some(text) => self.of(text),
                None => self.of(self.text.get(start..end).unwrap_or_default()),
            };
            if is_json || inner.is_json() {
                around.bodies.push(Body { start, end, encoding, text });
                continue;
            }
            let Some(found) = inner.look(room) else { continue };
            around.is_cut_off |= found.is_cut_off;
            if around.known.len() == 1 {
                around.known.extend(found.known.into_iter().filter(|inner| *inner != known));
            }
            for body in found.bodies {
                let (start, end) = match &text {
                    Some(_) => (start, end),
                    None => (start + body.start, start + body.end),
                };
                let encoding = if encoding == Encoding::Text { body.encoding } else { encoding };
                let standing = inner.text.get(body.start..body.end);
                let decoded = match (body.text, &text) {
                    (None, Some(_)) => standing.map(<[u8]>::to_vec),
                    (text, _) => text,
                };
                around.bodies.push(Body { start, end, encoding, text: decoded });
            }
        }
        around
    }
}
