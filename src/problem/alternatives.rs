//! What a value may be where it is none of some alternatives: each in a few words.

use crate::json::string::cat;
use crate::shape::{Kinds, Object, Presence, Rules, Shape};

/// More alternatives are counted in place of being listed.
const MOST_LISTED: usize = 4;

/// So many fields tell what an object is.
const MOST_FIELDS: usize = 2;

/// The alternatives in words; none where there are many, or where the words don't tell them apart.
pub(super) fn words(shapes: &[Shape<'_>], definitions: &[&Shape<'_>]) -> String {
    let mut all: Vec<String> = Vec::new();
    for (at, shape) in shapes.iter().enumerate().take(MOST_LISTED + 1) {
        let Some(words) = alternative(at, shapes, shape, definitions) else { return String::new() };
        if at == MOST_LISTED || all.contains(&words) {
            return String::new();
        }
        all.push(words);
    }
    let mut text = String::new();
    for (at, words) in all.iter().enumerate() {
        let between = match at {
            0 => "",
            _ if at + 1 == all.len() => " or ",
            _ => ", ",
        };
        text.push_str(between);
        text.push_str(words);
    }
    text
}

fn alternative(
    at: usize,
    shapes: &[Shape<'_>],
    shape: &Shape<'_>,
    definitions: &[&Shape<'_>],
) -> Option<String> {
    let shape = resolved(shape, definitions)?;
    let Some(own) = object(shape) else {
        return match shape.kinds() {
            Kinds::NULL => Some("null"),
            Kinds::BOOLEAN => Some("a boolean"),
            Kinds::INTEGER => Some("an integer"),
            Kinds::NUMBER => Some("a number"),
            Kinds::STRING => Some("a string"),
            Kinds::ARRAY => Some("an array"),
            Kinds::OBJECT => Some("an object"),
            _ => None,
        }
        .map(str::to_owned);
    };
    let others = || shapes.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, shape)| shape);
    let is_own = |name: &str| {
        !others().any(|shape| {
            let other = resolved(shape, definitions).and_then(object);
            other.is_some_and(|other| {
                other.field(name).is_some_and(|field| field.presence == Presence::Required)
            })
        })
    };
    let mut text = String::new();
    let required = own.fields.iter().filter(|field| field.presence == Presence::Required);
    for (count, field) in required.filter(|field| is_own(field.name)).take(MOST_FIELDS).enumerate() {
        let before = if count == 0 { "an object with `" } else { " and `" };
        text.push_str(&cat(&[before, field.name, "`"]));
    }
    (!text.is_empty()).then_some(text).or_else(|| Some("an object".to_owned()))
}

fn object<'s, 'c>(shape: &'s Shape<'c>) -> Option<&'s Object<'c>> {
    match shape {
        Shape::Object(object) => Some(object),
        Shape::Rules(Rules { object: Some(rules), kinds: Kinds::OBJECT, .. }) => Some(rules.object),
        _ => None,
    }
}

/// A shape, looked up where it stands for another.
fn resolved<'s, 'c>(shape: &'s Shape<'c>, definitions: &'s [&Shape<'c>]) -> Option<&'s Shape<'c>> {
    match shape {
        Shape::Defined(number) => definitions.get(*number as usize).copied(),
        shape => Some(shape),
    }
}
