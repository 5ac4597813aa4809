//! What a value must be, and what it is, in words.

use super::{MessageBuffer, Part, alternatives, meant};
use crate::format::timestamp::Style;
use crate::format::{Format, flag};
use crate::json::string;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Applied, Integer, Kinds, LOADS, Number, Rules, Shape, Text, Time, Unmet};

pub(super) const SECONDS: &str = "integer seconds since 1970";

/// Says what a value must be; of a union, each of what it may be.
pub(super) fn say_shape(words: &mut MessageBuffer, shape: &Shape<'_>, nullable: bool) {
    let start = words.text.len();
    let shapes = match shape {
        Shape::Union(shapes) => *shapes,
        shape => std::slice::from_ref(shape),
    };
    if LOADS && shapes.iter().any(|shape| matches!(shape, Shape::Rules(_))) {
        return say_kinds(words, shapes.iter().map(Shape::kinds).fold(Kinds::NONE, Kinds::or), nullable);
    }
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
        Shape::Nullable(shape) => shape_words(shape),
        Shape::Never => "nothing",
        Shape::Rules(_) | Shape::Defined(_) => "another value",
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
pub(crate) fn say_value(words: &mut MessageBuffer, document: &Document<'_>, id: NodeId) {
    let kind = document.node(id).kind;
    let what = match kind {
        Kind::Null | Kind::Array | Kind::Object => return words.say(Part::Found, &[kind.words()]),
        Kind::String => "",
        Kind::Number => "the number ",
        Kind::True | Kind::False => "the boolean ",
    };
    words.found(what, &string::shown(document.raw(id)), "");
}

/// JSON types in words, each with its article.
pub(super) fn kind_words(kinds: Kinds) -> Vec<&'static str> {
    let number = if kinds.has(Kinds::FRACTION) { "a number" } else { "an integer" };
    let names = [
        (Kinds::OBJECT, "an object"),
        (Kinds::ARRAY, "an array"),
        (Kinds::STRING, "a string"),
        (Kinds::NUMBER, number),
        (Kinds::BOOLEAN, "a boolean"),
        (Kinds::NULL, "null"),
    ];
    names.into_iter().filter(|(kind, _)| kinds.has(*kind)).map(|(_, name)| name).collect()
}

/// Words one after the other, the last ones after an "or".
pub(super) fn either(words: &[&str]) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        let between = match index {
            0 => "",
            _ if index + 1 == words.len() => " or ",
            _ => ", ",
        };
        text.push_str(between);
        text.push_str(word);
    }
    text
}

/// Says which JSON types a value may have.
pub(super) fn say_kinds(words: &mut MessageBuffer, kinds: Kinds, nullable: bool) {
    let kinds = if nullable { kinds.or(Kinds::NULL) } else { kinds };
    let said = either(&kind_words(kinds));
    words.say(Part::Expected, &[if said.is_empty() { "nothing" } else { &said }]);
}

/// So many values of a list are said; a program finds more of them in `allowed`.
const MOST_SAID: usize = 12;

/// So many.
pub(super) const MOST_ALLOWED: usize = 1000;

/// Says which values are allowed, and the one that was near-certainly meant.
pub(super) fn say_listed<'c>(words: &mut MessageBuffer<'c>, text: &str, id: NodeId, document: &Document<'_>) {
    let allowed = std::mem::take(&mut words.allowed);
    if allowed.len() <= MOST_SAID {
        words.one_of("", &mut allowed.iter().copied(), " or ");
    } else {
        let more = string::decimal((allowed.len() - MOST_SAID) as u64);
        let start = words.text.len();
        for name in allowed.iter().take(MOST_SAID) {
            words.add(&["`", name, "`, "]);
        }
        let more = if allowed.len() < MOST_ALLOWED { &*more } else { "many" };
        words.add(&["or one of ", more, " others"]);
        words.end(Part::Expected, start);
    }
    if document.node(id).kind == Kind::String {
        match meant(text, &mut allowed.iter().copied()) {
            Some(near) => words.meant("Change", near),
            None => words.placeholder(text),
        }
    }
    words.allowed = allowed;
}

/// Collects the values of the member at a node that tell one of some shapes.
pub(super) fn tagged<'c>(
    words: &mut MessageBuffer<'c>,
    document: &Document<'_>,
    id: NodeId,
    shapes: &'c [Shape<'c>],
    definitions: &'c [&'c Shape<'c>],
) {
    // The member's key stands right before its value, if it is one.
    let key = id.checked_sub(1).map(|key| document.node(key)).filter(|key| key.next == id);
    for shape in shapes {
        listed(words, document, key, shape, definitions, 4);
    }
}

fn listed<'c>(
    words: &mut MessageBuffer<'c>,
    document: &Document<'_>,
    key: Option<crate::json::Node>,
    shape: &'c Shape<'c>,
    definitions: &'c [&'c Shape<'c>],
    depth: u32,
) {
    if depth == 0 {
        return;
    }
    let field = |object: &crate::shape::Object<'c>| {
        let fields: &'c [crate::shape::Field<'c>] = object.fields;
        fields.iter().find(|field| key.is_some_and(|key| document.is(key, field.name)))
    };
    match shape {
        Shape::Text(text) => add_all(words, &mut text.values.iter().map(|(value, _)| *value)),
        Shape::Nullable(inner) => listed(words, document, key, inner, definitions, depth - 1),
        Shape::Defined(number) => {
            if let Some(shape) = definitions.get(*number as usize) {
                listed(words, document, key, shape, definitions, depth - 1);
            }
        }
        Shape::Object(object) => {
            if let Some(field) = field(object) {
                listed(words, document, None, &field.shape, definitions, depth - 1);
            }
        }
        Shape::Rules(rules) => {
            add_all(words, &mut rules.values.unwrap_or_default().iter().map(|value| value.json));
            if let Some(field) = rules.object.and_then(|rules| field(rules.object)) {
                listed(words, document, None, &field.shape, definitions, depth - 1);
            }
            for applied in rules.applied {
                if let Applied::All(shapes) = applied {
                    for shape in *shapes {
                        listed(words, document, key, shape, definitions, depth - 1);
                    }
                }
            }
        }
        _ => {}
    }
}

fn add_all<'c>(words: &mut MessageBuffer<'c>, values: &mut dyn Iterator<Item = &'c str>) {
    for value in values {
        if words.allowed.len() < MOST_ALLOWED && !words.allowed.contains(&value) {
            words.allowed.push(value);
        }
    }
}

/// The one value that a shape may have.
fn constant<'c>(shape: &Shape<'c>) -> Option<&'c str> {
    match shape {
        Shape::Text(Text { values: [(value, _)], .. }) => Some(value),
        Shape::Rules(Rules { values: Some([value]), .. }) => Some(value.json),
        _ => None,
    }
}

/// What some elements of an array must be, in words.
fn element_words(shape: &Shape<'_>) -> String {
    match (shape, constant(shape)) {
        (_, Some(value)) => string::cat(&["`", value, "`"]),
        (Shape::Rules(Rules { kinds: Kinds::INTEGER, number: None, values: None, applied: [], .. }), _) => {
            "an integer".to_owned()
        }
        (Shape::Boolean | Shape::Number(_), _) => shape_words(shape).to_owned(),
        (Shape::Text(Text { format: Format::Any, values: [], .. }), _) => shape_words(shape).to_owned(),
        _ => "as `contains` says".to_owned(),
    }
}

/// Says what a rule of a schema asks for; what was found, where that is not the value.
pub(super) fn say_unmet(
    words: &mut MessageBuffer,
    document: &Document<'_>,
    id: NodeId,
    unmet: Unmet<'_>,
) -> &'static str {
    let count = match unmet {
        Unmet::Shorter(count) | Unmet::Longer(count) => count,
        Unmet::FewElements(count) | Unmet::ManyElements(count) => count,
        Unmet::Contains(contains, _) => contains.min,
        Unmet::ContainsMany(contains, _) => contains.max,
        Unmet::FewMembers(count) | Unmet::ManyMembers(count) => count,
        Unmet::NoAlternative(shapes, _) => shapes.len() as u32,
        _ => 0,
    };
    let number = string::decimal(u64::from(count));
    let s = if count == 1 { "" } else { "s" };
    let many = number.as_str();
    let (what, value) = match unmet {
        Unmet::Contains(contains, _) | Unmet::ContainsMany(contains, _) => {
            (element_words(&contains.shape), None)
        }
        Unmet::Not(shape) => (String::new(), constant(shape)),
        Unmet::NoAlternative(shapes, definitions) => (alternatives::words(shapes, definitions), None),
        _ => (String::new(), None),
    };
    let that = if count == 1 { " element that is " } else { " elements that are each " };
    let pieces = match unmet {
        Unmet::Min(bound) if bound.exclusive => ["a number greater than ", bound.at, "", "", ""],
        Unmet::Min(bound) => ["a number of at least ", bound.at, "", "", ""],
        Unmet::Max(bound) if bound.exclusive => ["a number less than ", bound.at, "", "", ""],
        Unmet::Max(bound) => ["a number of at most ", bound.at, "", "", ""],
        Unmet::MultipleOf(of) => ["a multiple of ", of, "", "", ""],
        Unmet::Shorter(1) => ["a string that is not empty", "", "", "", ""],
        Unmet::Shorter(_) => ["a string of at least ", many, " characters", "", ""],
        Unmet::Longer(_) => ["a string of at most ", many, " character", s, ""],
        Unmet::Pattern(source) => ["a string that matches `", source, "`", "", ""],
        Unmet::FewElements(_) => ["at least ", many, " element", s, ""],
        Unmet::ManyElements(_) => ["at most ", many, " element", s, ""],
        Unmet::Repeated => ["an element that is not repeated", "", "", "", ""],
        Unmet::Contains(..) => ["at least ", many, that, &what, ""],
        Unmet::ContainsMany(..) => ["at most ", many, that, &what, ""],
        Unmet::FewMembers(_) => ["at least ", many, " field", s, ""],
        Unmet::ManyMembers(_) => ["at most ", many, " field", s, ""],
        Unmet::Dependent(name, other) => ["the field `", other, "`, which `", name, "` requires"],
        Unmet::Nothing | Unmet::Not(Shape::Any) => ["nothing here", "", "", "", ""],
        Unmet::Not(_) => match value {
            Some(value) => ["a value other than `", value, "`", "", ""],
            None => ["a value that the schema does not exclude", "", "", "", ""],
        },
        Unmet::NoAlternative(..) if !what.is_empty() => [&what, "", "", "", ""],
        Unmet::NoAlternative(..) => ["a value that matches one of ", many, " alternatives", "", ""],
        Unmet::SeveralAlternatives => ["a value that matches exactly one alternative", "", "", "", ""],
        Unmet::TooMuch => ["a body that can be checked against its schema in bounded time", "", "", "", ""],
    };
    words.say(Part::Expected, &pieces);
    let (before, count, after) = match unmet {
        Unmet::Contains(_, count) | Unmet::ContainsMany(_, count) => {
            ("an array with ", count as usize, " of them")
        }
        Unmet::FewElements(_) | Unmet::ManyElements(_) => ("an array of ", document.elements(id).count(), ""),
        Unmet::FewMembers(_) | Unmet::ManyMembers(_) => ("an object of ", document.members(id).count(), ""),
        Unmet::Dependent(_, other) => {
            words.say(Part::Field, &[other]);
            return "no such field";
        }
        Unmet::SeveralAlternatives => return "one that matches several",
        _ => return "",
    };
    words.say(Part::Found, &[before, &string::decimal(count as u64), after]);
    ""
}
