//! What several tests need: the files they start from, bodies of every kind, what holds for each, and
//! reports as JSON.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod bodies;
pub mod hostile;
pub mod invariants;
pub mod pastes;
pub mod words;

use std::fs;
use std::path::{Path, PathBuf};

use hooklens::Report;
use hooklens::catalog::{BUILT_IN, Catalog};
use hooklens::shape::{Canonical, Envelope, EventType, Field, Object, Provider, Shape, Trust, Wrapper};
use serde_json::Value;

/// A file of `tests/payloads`.
pub struct Payload {
    /// Its path below `tests/payloads`.
    pub path: String,
    /// The identity that its path says.
    pub id: String,
    /// What its path says beyond that; empty where it says no more.
    pub variant: String,
    pub body: Vec<u8>,
}

pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The names in a folder, in order.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every file of `tests/payloads`, in the order of their paths.
pub fn payloads() -> Vec<Payload> {
    let folder = tests().join("payloads");
    let mut payloads = Vec::new();
    for provider in names_in(&folder).into_iter().filter(|name| folder.join(name).is_dir()) {
        for name in names_in(&folder.join(&provider)) {
            let path = format!("{provider}/{name}");
            let stem =
                path.strip_suffix(".json").unwrap_or_else(|| panic!("tests/payloads/{path} is no .json"));
            let (id, variant) = identity(stem)
                .unwrap_or_else(|| panic!("tests/payloads/{path} is named after no event type"));
            payloads.push(Payload { body: fs::read(folder.join(&path)).unwrap(), path, id, variant });
        }
    }
    payloads
}

/// The identity and the variant of `provider/type[.variant]`: a type may have dots of its own.
fn identity(stem: &str) -> Option<(String, String)> {
    let types =
        BUILT_IN.event_types().map(|(provider, _, event)| format!("{}/{}", provider.name, event.name));
    let rest = |id: &str| match stem.strip_prefix(id)? {
        "" => Some(String::new()),
        rest => rest.strip_prefix('.').map(str::to_owned),
    };
    types
        .filter_map(|id| Some((rest(&id)?, id)))
        .map(|(variant, id)| (id, variant))
        .max_by_key(|(id, _)| id.len())
}

/// What `work` makes of the catalog of a bakery: event types of one shape, `kind` being the field with their names,
/// and `marks` what a body must have one of, if there are any. Nothing of it is const: it exists for as long as it
/// is borrowed.
pub fn with_bakery<T>(
    names: &[String],
    fields: &[Field<'_>],
    marks: &[&str],
    work: impl FnOnce(&Catalog<'_>) -> T,
) -> T {
    with_bakery_by("kind", names, fields, marks, work)
}

/// The same where the names stand at another key.
pub fn with_bakery_by<T>(
    key: &str,
    names: &[String],
    fields: &[Field<'_>],
    marks: &[&str],
    work: impl FnOnce(&Catalog<'_>) -> T,
) -> T {
    let mut all = vec![Field::required(key, Shape::Name).to(Canonical::Type)];
    all.extend(fields);
    let object = Object::of(&all);
    let event = |name| EventType { name, title: name, meaning: name, shape: &object, ..EventType::BLANK };
    let events: Vec<EventType<'_>> = names.iter().map(|name| event(name)).collect();
    let envelopes = [Envelope {
        title: "Bakery event",
        by_fit: false,
        wrapper: Wrapper::None,
        name_at: &[key],
        marker_fields: marks,
        trust: if marks.is_empty() { Trust::Name } else { Trust::Mark },
        excluded: &[],
        answers: &[],
        payload: None,
        events: &events,
        unnamed: &object,
        id: None,
        time: None,
        source: &[],
    }];
    let provider = Provider {
        name: "bakery",
        title: "Bakery",
        reverse_dns: "com.example.bakery",
        parameters: &[],
        envelopes: &envelopes,
    };
    work(&Catalog::new(&[&provider]))
}

pub fn report_json(report: &Report) -> Value {
    serde_json::to_value(report).unwrap()
}

/// A report's problems as `severity code pointer`.
pub fn summary(report: &Report) -> Vec<String> {
    let word = |value: Value| value.as_str().unwrap().to_owned();
    report
        .problems
        .iter()
        .map(|problem| {
            let severity = word(serde_json::to_value(problem.severity).unwrap());
            let code = word(serde_json::to_value(problem.code).unwrap());
            format!("{severity} {code} {}", problem.pointer).trim_end().to_owned()
        })
        .collect()
}

pub fn ids(report: &Report) -> Vec<String> {
    report.events.iter().map(|event| event.id.to_string()).collect()
}

pub fn candidates(report: &Report) -> Vec<String> {
    report.candidates.iter().map(ToString::to_string).collect()
}

/// Calls a function with every object that the catalog describes, those around events included.
pub fn each_object(see: &mut impl FnMut(&'static Object<'static>)) {
    for (_, envelope, event) in BUILT_IN.rows() {
        for object in roots(envelope, event.shape) {
            below(object, see);
        }
    }
}

/// Calls a function with every field that the catalog describes and each shape that its values, or the elements
/// of its values, may have.
pub fn each_field(see: &mut impl FnMut(&'static Field<'static>, Shape<'static>)) {
    fn shapes(
        field: &'static Field<'static>,
        shape: Shape<'static>,
        see: &mut impl FnMut(&'static Field<'static>, Shape<'static>),
    ) {
        see(field, shape);
        match shape {
            Shape::Array(items) => shapes(field, items.shape, see),
            Shape::Union(several) => several.iter().for_each(|shape| shapes(field, *shape, see)),
            _ => {}
        }
    }
    each_object(&mut |object| object.fields.iter().for_each(|field| shapes(field, field.shape, see)));
}

fn roots(
    envelope: &'static Envelope<'static>,
    shape: &'static Object<'static>,
) -> Vec<&'static Object<'static>> {
    let wrapper = match envelope.wrapper {
        Wrapper::Object { object, .. } => Some(object),
        _ => None,
    };
    wrapper.into_iter().chain([envelope.unnamed, shape]).collect()
}

fn below(object: &'static Object<'static>, see: &mut impl FnMut(&'static Object<'static>)) {
    see(object);
    for field in object.fields {
        in_shape(field.shape, see);
    }
}

fn in_shape(shape: Shape<'static>, see: &mut impl FnMut(&'static Object<'static>)) {
    match shape {
        Shape::Object(object) => below(object, see),
        Shape::Array(items) => in_shape(items.shape, see),
        Shape::Union(shapes) => shapes.iter().for_each(|shape| in_shape(*shape, see)),
        _ => {}
    }
}
