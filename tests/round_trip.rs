//! The built-in catalog has no privilege: exported as one AsyncAPI document and loaded again, it says of every body
//! what it says itself.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use hooklens::catalog::BUILT_IN;
use hooklens::load::{Arena, Source, load};
use hooklens::{Checker, Hint, Limits};
use std::fs;
use std::path::Path;

fn bodies(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            bodies(&path, found);
        } else if !name.ends_with(".expected.json") {
            found.push((name, fs::read(&path).unwrap()));
        }
    }
}

#[test]
fn the_catalog_loaded_again_says_the_same_of_every_body() {
    let document = fs::read("pkg/schemas/asyncapi.json").unwrap();
    let arena = Arena::new();
    let loaded = load(&arena, &[Source { document: &document, ..Source::default() }], &[]);
    let catalog = loaded.unwrap_or_else(|problems| panic!("{problems:#?}")).catalog(&[]);
    let rows = |catalog: &hooklens::catalog::Catalog<'_>| -> Vec<String> {
        catalog.rows().map(|(provider, _, event)| format!("{}/{}", provider.name, event.name)).collect()
    };
    assert_eq!(rows(&catalog), rows(&BUILT_IN));

    let mut found = Vec::new();
    for folder in ["tests/payloads", "tests/problems", "tests/canonical"] {
        bodies(Path::new(folder), &mut found);
    }
    assert!(found.len() > 300, "{}", found.len());
    let hints = [Hint::NONE, Hint::of("paybook"), Hint::of("seam/device.connected"), Hint::of("refresh")];
    let (mut built_in, mut loaded) = (Checker::new(&BUILT_IN), Checker::new(&catalog));
    let mut different = Vec::new();
    for (path, body) in &found {
        for hint in hints {
            let says = |checker: &mut Checker<'_>| {
                serde_json::to_string_pretty(&checker.validate_as(body, hint, Limits::default())).unwrap()
            };
            let (own, again) = (says(&mut built_in), says(&mut loaded));
            if own != again {
                different.push(format!("{path}\n{own}\n{again}"));
            }
        }
        let makes = |checker: &mut Checker<'_>| -> Vec<String> {
            let events = checker.normalize(body, Limits::default()).unwrap_or_default();
            events.iter().map(ToString::to_string).collect()
        };
        let (own, again) = (makes(&mut built_in), makes(&mut loaded));
        if own != again {
            different.push(format!("{path}\n{own:#?}\n{again:#?}"));
        }
    }
    let count = different.len();
    assert!(different.is_empty(), "{count} different, as\n{}", different[..count.min(3)].join("\n\n"));
}
