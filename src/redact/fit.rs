//! What schemas say of a value: whether one lists it, and what is wrong with it, which must be wrong with what replaces
//! it as well.

use std::cell::Cell;

use super::characters::put;
use super::words::works;
use crate::finding::Severity;
use crate::format::Format;
use crate::json::document::same;
use crate::json::string::unescape;
use crate::json::{Document, Kind, Limits, NodeId, Reader, number, value};
use crate::shape::{Integer, LOADS, Object, Rules, Shape, Text};
use crate::suggest;
use crate::validate::{self, Findings};

/// A longer text is replaced as it is, though a schema may say something else of it then.
const LONGEST: usize = 256;

/// So many others are tried in the place of a character.
const MOST_TRIED: u8 = 10;

/// Whether a schema lists a value, or one that was near-certainly meant by it: what is listed is nobody's. `text` is that
/// of a string, or a number as it stands.
pub(super) fn lists(shape: &Shape<'_>, document: &Document<'_>, id: NodeId, text: &str) -> bool {
    let kind = document.node(id).kind;
    match shape {
        Shape::Text(Text { format: Format::Flag, .. }) | Shape::Boolean | Shape::Integer(Integer::Flag) => {
            let is_number =
                || number::integer(text.as_bytes(), true).is_some_and(|number| matches!(number, 0 | 1));
            matches!(text, "0" | "1" | "true" | "false") || kind == Kind::Number && is_number()
        }
        Shape::Text(rule) => {
            // None is meant by one that is only worth a warning.
            let is_strict = rule.values_severity == Severity::Error;
            let is = |listed: &str| text.eq_ignore_ascii_case(listed) || is_strict && is_meant(text, listed);
            rule.values.iter().any(|(listed, _)| is(listed))
        }
        Shape::Array(items) => kind == Kind::String && lists(&items.shape, document, id, text),
        Shape::Rules(Rules { values: Some(values), .. }) if LOADS => {
            let spelled = value::spelled(document, id);
            values.iter().any(|listed| {
                let inner = listed.json.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                same(listed.spelled, &spelled) || is_meant(text, inner.unwrap_or(listed.json))
            })
        }
        _ => false,
    }
}

#[inline(never)]
fn is_meant(text: &str, listed: &str) -> bool {
    text.eq_ignore_ascii_case(listed) || suggest::near(text, listed).is_some()
}

/// A value by itself, as each of some shapes.
pub(super) struct Fit<'a, 'c> {
    pub definitions: &'c [&'c Shape<'c>],
    pub shapes: &'a [&'c Shape<'c>],
    /// The objects whose key it is.
    pub objects: &'a [&'c Object<'c>],
    pub reader: &'a mut Reader,
    pub findings: &'a mut Findings<'c>,
    pub work: &'a Cell<u64>,
}

impl Fit<'_, '_> {
    /// What is wrong with a value, and with the number in a string, or with a number as a string: as one number.
    fn faults(&mut self, raw: &[u8]) -> u64 {
        let mut other = Vec::with_capacity(raw.len() + 2);
        match raw {
            [b'"', inner @ .., b'"'] => other.extend_from_slice(&unescape(inner)),
            _ => {
                for part in [b"\"", raw, b"\""] {
                    other.extend_from_slice(part);
                }
            }
        }
        self.wrong(raw).rotate_left(32) ^ self.wrong(&other)
    }

    fn wrong(&mut self, raw: &[u8]) -> u64 {
        if self.reader.scan(raw, Limits::DEFAULT, true).is_err() {
            return u64::MAX;
        }
        let mut wrong: u64 = 0;
        let mut add = |more: u64| wrong = wrong.wrapping_mul(61).wrapping_add(more);
        for shape in self.shapes.iter().copied().chain([&Shape::Any]) {
            validate::as_shape(&self.reader.document(raw), self.definitions, shape, self.findings);
            for finding in &self.findings.list {
                add(2 + 2 * finding.code as u64 + finding.severity as u64);
            }
            add(1);
        }
        // Which patterns a key fits counts as well.
        for field in self.objects.iter().flat_map(|object| object.patterns).filter(|_| LOADS) {
            let mut work = self.work.get();
            let text = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
            add(field.pattern.matches(&unescape(text), &mut work).into());
            self.work.set(work);
        }
        wrong
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
                // A letter that is the same may be none that is replaced; a digit is the same by chance.
                _ if new == old && !new.is_ascii_digit() => 0,
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
        if most == 1 && same(after, before) {
            put(after, &wanted);
        }
    }
}

/// The letter or digit that is so many after one.
fn other(byte: u8, after: u8) -> u8 {
    let (first, count) = match byte {
        ..=b'9' => (b'0', 10),
        b':'..=b'Z' => (b'A', 26),
        _ => (b'a', 26),
    };
    let place = byte.wrapping_sub(first).wrapping_add(after);
    if byte < 0x80 { first + if place < count { place } else { place - count } } else { byte }
}
