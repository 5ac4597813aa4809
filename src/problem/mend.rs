//! The text that a value of another JSON type was near-certainly meant to be.

use super::{MessageBuffer, Part};
use crate::format::Format;
use crate::json::string;
use crate::json::{Document, Kind, NodeId, number};
use crate::shape::{Integer, Kinds, Number, Shape, Text};

/// Seconds where there are milliseconds.
pub(super) fn milliseconds(words: &mut MessageBuffer, raw: &[u8]) {
    if raw.len() == 13 && raw.iter().all(u8::is_ascii_digit) {
        let seconds = string::shown(raw.get(..10).unwrap_or_default());
        words.say(Part::Hint, &["these look like milliseconds"]);
        words.say(Part::Title, &["Change to seconds, ", &seconds]);
        words.say(Part::Text, &[&seconds]);
    }
}

/// Whether a text is what a string must be.
fn admits(rule: &Text<'_>, text: &str) -> bool {
    (rule.format.fits(text) || rule.or_empty && text.is_empty())
        && (rule.values.is_empty() || rule.values.iter().any(|(value, _)| *value == text))
}

/// The same for a value whose JSON type alone is known.
pub(super) fn mend_kinds(words: &mut MessageBuffer, document: &Document<'_>, id: NodeId, kinds: Kinds) {
    let shape = match () {
        () if kinds.has(Kinds::STRING) => Shape::Text(Text::of(Format::Any)),
        () if kinds.has(Kinds::FRACTION) => Shape::Number(Number::Any),
        () if kinds.has(Kinds::INTEGER) => Shape::Integer(Integer::Count),
        () if kinds.has(Kinds::BOOLEAN) => Shape::Boolean,
        () => return,
    };
    mend_type(words, document, id, &shape);
}

/// Says what the same value would be in the JSON type that it should have, where that is near-certain.
pub(super) fn mend_type(words: &mut MessageBuffer, document: &Document<'_>, id: NodeId, shape: &Shape<'_>) {
    let node = document.node(id);
    let (raw, inner) = match node.kind {
        Kind::Null | Kind::Array | Kind::Object => return,
        _ => (string::shown(document.raw(id)), string::text(document.inner(node))),
    };
    let (before, value, after) = match (*shape, node.kind) {
        (Shape::Text(text), Kind::Number) if admits(&text, &raw) => ("\"", &*raw, "\""),
        (Shape::Text(Text { format: Format::Flag, .. }), Kind::True) => ("\"", "1", "\""),
        (Shape::Text(Text { format: Format::Flag, .. }), Kind::False) => ("\"", "0", "\""),
        (Shape::Integer(Integer::Flag), Kind::True) => ("", "1", ""),
        (Shape::Integer(Integer::Flag), Kind::False) => ("", "0", ""),
        (Shape::Integer(integer), Kind::String) if is_integer(&inner, integer) => ("", &*inner, ""),
        (Shape::Number(number), Kind::String) if is_number(&inner, number) => ("", &*inner, ""),
        (Shape::Boolean, Kind::String) if matches!(&*inner, "true" | "false") => ("", &*inner, ""),
        (Shape::Array(items), Kind::String) => match items.shape {
            Shape::Text(text) if admits(&text, &inner) => ("[", &*raw, "]"),
            _ => return,
        },
        _ => return,
    };
    match before {
        "[" => words.say(Part::Title, &["Wrap it in an array"]),
        _ => words.say(Part::Title, &["Change to ", before, value, after]),
    }
    words.say(Part::Text, &[before, value, after]);
}

/// Whether a text is a number as JSON writes it, without an exponent, that may stand there.
fn is_number(text: &str, number: Number) -> bool {
    let size = text.strip_prefix('-').unwrap_or(text);
    number::plain(size.as_bytes()).is_some() && (number == Number::Any || number::is_share(text.as_bytes()))
}

/// Whether a text is an integer as JSON writes it, that may stand there.
fn is_integer(text: &str, integer: Integer) -> bool {
    number::plain(text.as_bytes()) == Some(true) && (integer != Integer::Flag || matches!(text, "0" | "1"))
}
