//! What schemas say of a value: whether one lists it, and what is wrong with it, which must be wrong with what replaces
//! it as well.

use std::cell::Cell;

use super::pieces::put;
use super::words::works;
use crate::format::Format;
use crate::json::document::same;
use crate::json::string::{shown, unescape};
use crate::json::{Document, Kind, Limits, NodeId, Reader, number, value};
use crate::shape::{Integer, LOADS, Rules, Shape, Text};
use crate::suggest;
use crate::validate::{self, Findings};

/// A longer text is replaced as it is, though a schema may say something else of it then.
const LONGEST: usize = 256;

/// So many others are tried in the place of a character.
const MOST_TRIED: u8 = 10;

/// Whether a schema lists a value, or one that was near-certainly meant by it: what is listed is nobody's.
pub(super) fn lists(shape: &Shape<'_>, document: &Document<'_>, id: NodeId) -> bool {
    let node = document.node(id);
    let text = if node.kind == Kind::String { document.text(node) } else { document.raw(id).into() };
    let is = |listed: &str| {
        let listed = listed.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(listed);
        text.eq_ignore_ascii_case(listed.as_bytes()) || suggest::near(&shown(&text), listed).is_some()
    };
    match shape {
        Shape::Text(Text { format: Format::Flag, .. }) | Shape::Boolean | Shape::Integer(Integer::Flag) => {
            let is_number = node.kind == Kind::Number;
            matches!(&*text, b"0" | b"1" | b"true" | b"false")
                || is_number && number::integer(&text, true).is_some_and(|number| matches!(number, 0 | 1))
        }
        Shape::Text(rule) => rule.values.iter().any(|(listed, _)| is(listed)),
        Shape::Array(items) => node.kind == Kind::String && lists(&items.shape, document, id),
        Shape::Rules(Rules { values: Some(values), .. }) if LOADS => {
            let spelled = value::spelled(document, id);
            values.iter().any(|listed| same(listed.spelled, &spelled) || is(listed.json))
        }
        _ => false,
    }
}

/// A value by itself, as each of some shapes.
pub(super) struct Fit<'a, 'c> {
    pub definitions: &'c [&'c Shape<'c>],
    pub shapes: &'a [&'c Shape<'c>],
    pub reader: &'a mut Reader,
    pub findings: &'a mut Findings<'c>,
    pub work: &'a Cell<u64>,
}

impl Fit<'_, '_> {
    /// What is wrong with a value, and with the number in a string, or with a number as a string: as one number.
    fn faults(&mut self, raw: &[u8]) -> u64 {
        let other = match raw {
            [b'"', inner @ .., b'"'] => unescape(inner).into_owned(),
            _ => [b"\"", raw, b"\""].concat(),
        };
        self.wrong(raw).rotate_left(32) ^ self.wrong(&other)
    }

    fn wrong(&mut self, raw: &[u8]) -> u64 {
        if self.reader.scan(raw, Limits::DEFAULT, true).is_err() {
            return u64::MAX;
        }
        validate::as_each(&self.reader.document(raw), self.definitions, self.shapes, self.findings);
        self.findings.list.iter().fold(0, |wrong: u64, finding| {
            wrong.wrapping_mul(64).wrapping_add(1 + 2 * finding.code as u64 + finding.severity as u64)
        })
    }

    /// Where something else is wrong with a value after it was replaced, makes it the farthest from what was `before`
    /// of which that is not so, byte by byte: what schemas leave no choice of stays.
    pub fn nearest(&mut self, before: &[u8], after: &mut [u8]) {
        let wrong = self.faults(before);
        if before.len() > LONGEST || self.faults(after) == wrong {
            return;
        }
        let wanted = after.to_vec();
        put(after, before);
        // In an escape none but its own letters are tried.
        let most = if before.iter().any(|byte| matches!(byte, b'\\' | b'%')) { 1 } else { MOST_TRIED };
        for (at, (new, old)) in wanted.iter().zip(before).enumerate() {
            // Of a character of several bytes the last is enough.
            let is_last = new & 0xc0 == 0x80 && wanted.get(at + 1).is_none_or(|byte| byte & 0xc0 != 0x80);
            let count = match new {
                _ if new == old => 0,
                ..0x80 => most,
                _ => is_last.into(),
            };
            for tried in 0..count {
                let new = other(*new, tried);
                put(after.get_mut(at..).unwrap_or_default(), &[new]);
                // What cannot be tried any more is replaced all the same.
                let may_be = !works(self.work, 16 + before.len() * self.shapes.len());
                if new != *old && (may_be || self.faults(after) == wrong) {
                    break;
                }
                put(after.get_mut(at..).unwrap_or_default(), &[*old]);
            }
        }
    }
}

/// The letter or digit that is so many after one.
fn other(byte: u8, after: u8) -> u8 {
    let (first, count) = match byte {
        ..=b'9' => (b'0', 10),
        ..=b'Z' => (b'A', 26),
        _ => (b'a', 26),
    };
    let place = byte.wrapping_sub(first).wrapping_add(after);
    if byte < 0x80 { first + if place < count { place } else { place - count } } else { byte }
}
