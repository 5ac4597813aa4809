//! Every word of the catalog: what a body that means anything is made of.

#![allow(dead_code)]

use std::collections::BTreeSet;

use hooklens::catalog;
use hooklens::shape::{Object, Shape, Wrapper};

/// Names of fields and of events, and the values that are known; in order, each once.
pub fn words() -> Vec<&'static str> {
    let mut words = BTreeSet::new();
    for (_, envelope, event) in catalog::rows() {
        words.extend(envelope.marks.iter().chain(envelope.never).chain(envelope.name_at));
        words.extend(event.aliases.iter().chain([&event.name]));
        for evidence in event.evidence {
            words.extend(evidence.fields);
        }
        if let Wrapper::Object { object, marks, event_marks, .. } = envelope.wrapper {
            words.extend(marks.iter().chain(event_marks));
            of_object(object, &mut words);
        }
        of_object(envelope.unnamed, &mut words);
        of_object(event.shape, &mut words);
    }
    words.into_iter().collect()
}

fn of_object(object: &'static Object, words: &mut BTreeSet<&'static str>) {
    for field in object.fields {
        words.insert(field.name);
        of_shape(field.shape, words);
    }
    if let Some(anchor) = object.anchor {
        words.extend([anchor.field, anchor.collection, anchor.parameter]);
    }
}

fn of_shape(shape: Shape, words: &mut BTreeSet<&'static str>) {
    match shape {
        Shape::Text(text) => words.extend(text.values.iter().map(|(value, _)| *value)),
        Shape::Object(object) => of_object(object, words),
        Shape::Array(items) => of_shape(items.shape, words),
        Shape::Union(shapes) => shapes.iter().for_each(|shape| of_shape(*shape, words)),
        _ => {}
    }
}
