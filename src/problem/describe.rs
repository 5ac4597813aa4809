//! What a value must be, and what it is, in words.

use super::{MessageBuffer, Part};
use crate::format::timestamp::Style;
use crate::format::{Format, flag};
use crate::json::string;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Integer, Number, Shape, Text, Time};

pub(super) const SECONDS: &str = "integer seconds since 1970";

/// Says what a value must be; of a union, each of what it may be.
pub(super) fn say_shape(words: &mut MessageBuffer, shape: &Shape<'_>, nullable: bool) {
    let start = words.text.len();
    let shapes = match shape {
        Shape::Union(shapes) => *shapes,
        shape => std::slice::from_ref(shape),
    };
    for (index, shape) in shapes.iter().enumerate() {
        words.add(&[if index == 0 { "" } else { " or " }, shape_words(shape)]);
    }
    words.add(&[if nullable { " or null" } else { "" }]);
    words.end(Part::Expected, start);
}

pub(super) fn number_words(number: Number) -> &'static str {
    match number {
        Number::Any => "a number",
        Number::Share => "a number from 0 to 1",
    }
}

/// What a value must be, in words, with its article.
fn shape_words(shape: &Shape<'_>) -> &'static str {
    match *shape {
        Shape::Any | Shape::Events | Shape::Union(_) => "an array of events",
        Shape::Number(number) => number_words(number),
        Shape::Boolean => "a boolean",
        Shape::Text(Text { format: format @ Format::Flag, .. }) => format.words(),
        Shape::Text(_) | Shape::Name => "a string",
        Shape::Integer(Integer::Flag) => flag::WORDS,
        Shape::Integer(Integer::Count) => "a non-negative integer",
        Shape::Integer(Integer::Seconds) => SECONDS,
        Shape::Time(time) => time_words(time),
        Shape::Array(items) if items.are_none() => "an empty array",
        Shape::Array(_) => "an array",
        Shape::Object(_) => "an object",
    }
}

pub(super) fn time_words(time: Time) -> &'static str {
    match (time.style, time.or_seconds) {
        (Style::Rfc3339, _) => "an RFC 3339 date and time, such as `2025-01-01T00:00:00.000Z`",
        (Style::Lenient, false) => {
            "a date and time with an offset, such as `2023-06-16 19:06:18.944575+0000`"
        }
        (Style::Lenient, true) => {
            "a date and time, such as `2019-10-07T21:17:15+00:00`, or integer seconds since 1970"
        }
    }
}

/// Says of a value what it is.
pub(super) fn say_value(words: &mut MessageBuffer, document: &Document<'_>, id: NodeId) {
    let kind = document.node(id).kind;
    let what = match kind {
        Kind::Null | Kind::Array | Kind::Object => return words.say(Part::Found, &[kind.words()]),
        Kind::String => "",
        Kind::Number => "the number ",
        Kind::True | Kind::False => "the boolean ",
    };
    words.found(what, &string::shown(document.raw(id)), "");
}
