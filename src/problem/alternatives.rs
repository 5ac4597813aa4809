//! What a value may be where it is none of some alternatives: each in a few words.

use super::describe::{either, kind_words};
use crate::json::string::cat;
use crate::shape::{Kinds, Object, Presence, Rules, Shape};

/// More alternatives are counted in place of being listed.
const MOST_LISTED: usize = 4;

/// So many fields tell what an object is.
const MOST_FIELDS: usize = 2;

/// The alternatives in words; none where there are many, or where the words don't tell them apart.
pub(super) fn words(shapes: &[Shape<'_>], definitions: &[&Shape<'_>]) -> String {
    if shapes.len() > MOST_LISTED {
        return String::new();
    }
    let mut all: Vec<String> = Vec::new();
    for shape in shapes {
        match alternative(shape, shapes, definitions) {
            Some(words) if !all.contains(&words) => all.push(words),
            _ => return String::new(),
        }
    }
    either(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

/// One of some shapes: its JSON type, or the fields that it alone requires.
fn alternative(shape: &Shape<'_>, shapes: &[Shape<'_>], definitions: &[&Shape<'_>]) -> Option<String> {
    let resolved_shape = resolved(shape, definitions)?;
    let Some(own) = object(resolved_shape) else {
        return match *kind_words(resolved_shape.kinds()) {
            [word] => Some(word.to_owned()),
            _ => None,
        };
    };
    let is_own = |name: &str| {
        let mut others = shapes.iter().filter(|other| !std::ptr::eq(*other, shape));
        !others.any(|other| {
            let other = resolved(other, definitions).and_then(object);
            let field = other.and_then(|other| other.field(name));
            field.is_some_and(|field| field.presence == Presence::Required)
        })
    };
    let mut text = "an object".to_owned();
    let required = own.fields.iter().filter(|field| field.presence == Presence::Required);
    for (count, field) in required.filter(|field| is_own(field.name)).take(MOST_FIELDS).enumerate() {
        let before = if count == 0 { " with `" } else { " and `" };
        text.push_str(&cat(&[before, field.name, "`"]));
    }
    Some(text)
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
