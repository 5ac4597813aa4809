//! What schemas say of a value, as far as a report tells: the same must be said of what replaces it.

use crate::format::pattern::Pattern;
use crate::format::{Format, flag, is_placeholder, timestamp};
use crate::json::document::{Node, same};
use crate::json::string::shown;
use crate::json::{Document, Kind, NodeId, number, value};
use crate::shape::{
    Bound, Integer, Items, Kinds, Number, NumberRules, Object, Rules, Shape, StringRules, Text, Time,
};
use crate::suggest;

/// A longer text is replaced as it is, though a schema may say something else of it then.
const LONGEST: usize = 256;

/// So many others are tried in the place of a character.
const MOST_TRIED: u8 = 10;

/// Whether a schema lists a value, or one that was near-certainly meant by it: a list is nobody's.
pub(super) fn lists(shape: &Shape<'_>, document: &Document<'_>, id: NodeId) -> bool {
    let node = document.node(id);
    match shape {
        _ if node.kind == Kind::String => lists_text(shape, &document.text(node)),
        Shape::Text(_) if node.kind == Kind::Number => lists_text(shape, document.raw(id)),
        Shape::Rules(Rules { values: Some(values), .. }) => {
            let spelled = value::spelled(document, id);
            values.iter().any(|listed| same(listed.spelled, &spelled))
        }
        Shape::Integer(Integer::Flag) => is_flag(document.raw(id)),
        _ => false,
    }
}

/// Whether a number is 0 or 1.
fn is_flag(text: &[u8]) -> bool {
    number::integer(text, true).is_some_and(|integer| flag::canonical(integer).is_some())
}

fn lists_text(shape: &Shape<'_>, text: &[u8]) -> bool {
    let is_near = |listed: &str| suggest::near(&shown(text), listed).is_some();
    let is_flag = matches!(text, b"0" | b"1" | b"true" | b"false");
    match shape {
        Shape::Text(Text { format: Format::Flag, .. }) | Shape::Boolean | Shape::Integer(Integer::Flag) => {
            is_flag
        }
        Shape::Text(rule) => {
            let is = |listed: &str| text.eq_ignore_ascii_case(listed.as_bytes()) || is_near(listed);
            rule.values.iter().any(|(listed, _)| is(listed))
        }
        Shape::Rules(Rules { values: Some(values), .. }) => {
            values.iter().any(|listed| value::is_text(text, listed.spelled) || is_near(listed.json))
        }
        Shape::Rules(Rules { kinds, .. }) => {
            kinds.has(Kinds::BOOLEAN) && !kinds.has(Kinds::STRING) && matches!(text, b"true" | b"false")
        }
        Shape::Array(items) => lists_text(&items.shape, text),
        _ => false,
    }
}

/// What schemas say of the text of a string or a number, as one number.
pub(super) fn said(shapes: &[Shape<'_>], node: Node, text: &[u8], work: &mut u64) -> u64 {
    *work = work.saturating_sub(16 + text.len() as u64);
    let is_number = node.kind == Kind::Number;
    let mut said = match is_number {
        true => u64::from(number::is_unsafe(text)) << 1 | u64::from(number::is_integral(text)),
        false => 0,
    };
    for shape in shapes {
        let lists = !is_number && lists_text(shape, text);
        said = said.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(u64::from(lists));
        said = said.rotate_left(9) ^ of_shape(shape, is_number, text, work);
    }
    said
}

fn of_shape(shape: &Shape<'_>, is_number: bool, text: &[u8], work: &mut u64) -> u64 {
    match shape {
        Shape::Text(rule) | Shape::Array(Items { shape: Shape::Text(rule), .. }) => {
            of_format(rule.format, text)
        }
        Shape::Time(Time { style, .. }) if !is_number => match timestamp::parse(text, *style) {
            None => u64::from(is_placeholder(&shown(text))),
            Some(moment) => 2 + u64::from(moment.has_offset()),
        },
        Shape::Integer(Integer::Flag) if is_number => is_flag(text).into(),
        Shape::Time(_) | Shape::Integer(_) if is_number => of_integer(text),
        Shape::Number(Number::Share) if is_number => number::is_share(text).into(),
        Shape::Integer(_) | Shape::Number(_) => of_numeral(text),
        Shape::Object(object) => patterns_of(object, text, work),
        Shape::Rules(rules) => {
            let mut said = 0;
            if let Some(rules) = rules.object {
                said = patterns_of(rules.object, text, work);
            }
            match (rules.number, rules.string) {
                (Some(rules), _) if is_number => said ^ of_number(rules, text),
                (_, Some(rules)) if !is_number => said ^ of_string(rules, text, work),
                _ if !is_number && !rules.kinds.has(Kinds::STRING) => of_numeral(text),
                _ => said,
            }
        }
        _ => 0,
    }
}

/// Whether a text is of a format; if not, whether there is one that was meant by it.
fn of_format(format: Format, text: &[u8]) -> u64 {
    if format.accepts(text) {
        return 1;
    }
    let text = shown(text);
    u64::from(format.mend(&text).is_some()) << 1 | u64::from(is_placeholder(&text)) << 2
}

fn of_integer(text: &[u8]) -> u64 {
    match number::integer(text, true) {
        None => 0,
        Some(..0) => 1,
        Some(0..1_000_000_000_000) => 2,
        Some(_) => 3,
    }
}

/// Whether a text is a number where it should be one.
fn of_numeral(text: &[u8]) -> u64 {
    let size = text.strip_prefix(b"-").unwrap_or(text);
    match number::plain(size) {
        None => 0,
        Some(is_integer) => 1 | u64::from(is_integer) << 1 | u64::from(number::is_share(text)) << 2,
    }
}

fn of_number(rules: &NumberRules<'_>, text: &[u8]) -> u64 {
    let order = |bound: Option<Bound<'_>>| match bound {
        Some(bound) => number::compare(text, bound.at.as_bytes()) as i8 as u64 & 3,
        None => 0,
    };
    let is_multiple = rules.multiple_of.and_then(|of| number::is_multiple(text, of.as_bytes()));
    order(rules.min) | order(rules.max) << 2 | u64::from(is_multiple == Some(true)) << 4
}

fn of_string(rules: &StringRules<'_>, text: &[u8], work: &mut u64) -> u64 {
    let is_match = rules.pattern.is_some_and(|pattern| matches(pattern, text, work));
    of_format(rules.format, text) << 1 | u64::from(is_match)
}

/// Which patterns of an object's keys a text matches.
fn patterns_of(object: &Object<'_>, text: &[u8], work: &mut u64) -> u64 {
    object.patterns.iter().fold(1, |said: u64, field| {
        said.wrapping_mul(3).wrapping_add(matches(&field.pattern, text, work).into())
    })
}

pub(super) fn matches(pattern: &Pattern<'_>, text: &[u8], work: &mut u64) -> bool {
    pattern.matches(text, work)
}

/// Of the texts between a text and what it was replaced by, the farthest that `is_same`, character by character: what
/// schemas leave no choice of stays. None where there is no more work to be done.
pub(super) fn nearest(
    before: &[u8],
    after: &[u8],
    is_same: &mut dyn FnMut(&[u8]) -> Option<bool>,
) -> Option<Vec<u8>> {
    if before.len() > LONGEST {
        return None;
    }
    let mut text = before.to_vec();
    let mut at = 0;
    while let Some(&first) = after.get(at) {
        let rest = after.get(at + 1..).unwrap_or_default();
        let length = match first.is_ascii() {
            true => 1,
            false => 1 + rest.iter().take_while(|byte| **byte & 0xc0 == 0x80).count(),
        };
        let (old, new) = (before.get(at..at + length)?, after.get(at..at + length)?);
        let mut tried = 0;
        while old != new && tried < if first.is_ascii() { MOST_TRIED } else { 1 } {
            let place = text.get_mut(at..at + length)?;
            place.copy_from_slice(new);
            if let [byte] = place {
                *byte = other(*byte, tried);
            }
            if place != old && is_same(&text)? {
                break;
            }
            text.get_mut(at..at + length)?.copy_from_slice(old);
            tried += 1;
        }
        at += length;
    }
    Some(text)
}

/// The letter or digit that is so many after one.
fn other(byte: u8, after: u8) -> u8 {
    let (first, count) = match byte {
        b'0'..=b'9' => (b'0', 10),
        b'A'..=b'Z' => (b'A', 26),
        b'a'..=b'z' => (b'a', 26),
        _ => return byte,
    };
    let place = byte - first + after;
    first + if place < count { place } else { place - count }
}
