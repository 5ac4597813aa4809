//! What a text that is no JSON is as a whole: something around JSON, or JSON in another notation or encoding.
//!
//! All of this is looked at only once a body is known to be no JSON, and costs at most a constant factor of its
//! length. What is given as a body has been read: it is JSON.

pub(crate) mod bytes;
pub(crate) mod characters;
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
#[cfg(feature = "redact")]
mod vocabulary;

use super::{Limits, Reader};
use bytes::part;
#[cfg(feature = "redact")]
pub(crate) use decode::entity;
#[cfg(feature = "redact")]
pub(crate) use encoded::{data, has_entities, is_encoding, is_misread, is_percent, magic};
#[cfg(feature = "redact")]
pub(crate) use http::chunk;
#[cfg(feature = "redact")]
pub(crate) use lines::cut;
pub(crate) use names::Known;
#[cfg(feature = "redact")]
pub(crate) use tells::is_command;
#[cfg(feature = "redact")]
pub(crate) use vocabulary::is_word;

/// What a text is that is no JSON, and the JSON that was found in it.
#[derive(Debug)]
pub(crate) struct Around {
    /// What it is: a log line.
    pub known: Known,
    /// What stands in it, where that is no JSON either: a Python dictionary. Of several in each other, the last.
    pub inner: Option<Known>,
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
    around: Around,
    /// Whether it is what it is called even where nothing is found in it.
    sure: bool,
}

impl Body {
    /// One as it stands there.
    fn standing(start: usize, end: usize) -> Self {
        Body { start, end, encoding: Encoding::Text, text: None }
    }

    fn decoded(start: usize, end: usize, text: Vec<u8>) -> Self {
        Body { text: Some(text), ..Body::standing(start, end) }
    }
}

#[inline(never)]
fn one(piece: Body) -> Vec<Body> {
    vec![piece]
}

impl Layer {
    #[inline(never)]
    fn new(known: Known, span: Option<(usize, usize)>, bodies: Vec<Body>) -> Self {
        let around = Around { known, inner: None, span, bodies, faulty: None, is_cut_off: false };
        Layer { around, sure: span.is_some() }
    }

    /// All of a text, decoded.
    #[inline(never)]
    fn whole(known: Known, text: &[u8], decoded: Vec<u8>) -> Self {
        Layer::new(known, None, one(Body::decoded(0, text.len(), decoded)))
    }

    /// The same, which it is in any case where `sure`.
    fn sure(mut self, sure: bool) -> Self {
        self.sure = sure;
        self
    }

    /// A text of which no more is known than its name.
    fn named(known: Known, start: usize, end: usize) -> Self {
        Layer::new(known, Some((start, end)), Vec::new())
    }
}

/// Everything that a text may be, what is surest first. Bytes that are no UTF-8 may be the first only.
const STEPS: &[fn(Look<'_>) -> Option<Layer>] = &[
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
    #[inline(never)]
    fn is_json(&self) -> bool {
        Reader::new().scan(self.text, self.limits, self.wtf8).is_ok()
    }

    fn look(&self, room: &mut usize) -> Option<Around> {
        *room = room.checked_sub(self.text.len())?;
        let mut named = None;
        let is_text = self.wtf8 || std::str::from_utf8(self.text).is_ok();
        for step in STEPS.iter().take(if is_text { STEPS.len() } else { 1 }) {
            let Some(Layer { mut around, sure }) = step(*self) else { continue };
            let pieces = std::mem::take(&mut around.bodies);
            for piece in pieces {
                self.settle(&mut around, piece, room);
            }
            if !around.bodies.is_empty() {
                return Some(around);
            }
            if named.is_none() && (sure || around.inner.is_some()) {
                named = Some(around);
            }
        }
        named
    }

    /// Adds a piece, or what is found in it.
    fn settle(&self, around: &mut Around, piece: Body, room: &mut usize) {
        let inner = match &piece.text {
            Some(text) => self.of(text),
            None => self.of(part(self.text, piece.start, piece.end)),
        };
        if inner.is_json() {
            return around.bodies.push(piece);
        }
        let Some(found) = inner.look(room) else { return };
        around.is_cut_off |= found.is_cut_off;
        let known = found.inner.unwrap_or(found.known);
        if around.inner.is_none() && known != around.known {
            around.inner = Some(known);
        }
        for mut body in found.bodies {
            if piece.text.is_some() {
                let standing = part(inner.text, body.start, body.end);
                body.text = body.text.or_else(|| Some(standing.to_vec()));
                (body.start, body.end) = (piece.start, piece.end);
            } else {
                (body.start, body.end) = (piece.start + body.start, piece.start + body.end);
            }
            if piece.encoding != Encoding::Text {
                body.encoding = piece.encoding;
            }
            around.bodies.push(body);
        }
    }
}
