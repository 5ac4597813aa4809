//! The generated files are what the catalog gives.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;
use std::path::Path;

use hooklens::catalog::event_types;
use hooklens::export::{File, files};
use util::names_in;

const MENDED_BY: &str = "`npm run generate` mends it";

fn committed(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

#[test]
fn generated_files_are_what_the_catalog_gives() {
    let files = files(committed);
    let stale: Vec<&str> =
        files.iter().filter(|file| file.text != committed(&file.path)).map(|file| &*file.path).collect();
    assert!(stale.is_empty(), "not what the catalog gives: {stale:?}: {MENDED_BY}");
}

#[test]
fn every_generated_file_has_a_use() {
    let paths: BTreeSet<String> = files(committed).into_iter().map(|File { path, .. }| path).collect();
    let mut expected: BTreeSet<String> = event_types()
        .map(|(provider, _, event)| format!("pkg/schemas/{}/{}.schema.json", provider.name, event.name))
        .collect();
    assert_eq!(expected.len(), 33);
    expected.extend(
        [
            "pkg/schemas/paybook/envelope.schema.json",
            "pkg/schemas/asyncapi.json",
            "pkg/events.d.ts",
            "pkg/catalog.js",
            "README.md",
        ]
        .map(str::to_owned),
    );
    assert_eq!(paths, expected);
}

#[test]
fn nothing_else_is_in_a_generated_folder() {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/schemas");
    let mut found = BTreeSet::new();
    for name in names_in(&schemas) {
        if schemas.join(&name).is_dir() {
            let inner = names_in(&schemas.join(&name));
            found.extend(inner.into_iter().map(|file| format!("pkg/schemas/{name}/{file}")));
        } else {
            found.insert(format!("pkg/schemas/{name}"));
        }
    }
    let generated: BTreeSet<String> = files(committed).into_iter().map(|File { path, .. }| path).collect();
    let orphans: Vec<&String> = found.difference(&generated).collect();
    assert!(orphans.is_empty(), "{orphans:?} are generated no more: {MENDED_BY}");
}

/// TypeScript would take two interfaces of one name for one.
#[test]
fn every_type_is_declared_once() {
    let types = committed("pkg/events.d.ts");
    let names = types.lines().filter_map(|line| line.strip_prefix("export ")?.split(' ').nth(1));
    let names: Vec<&str> = names.collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    assert!(names.len() > 100, "{}", names.len());
}

/// The table of events stands in the README; a README without its markers would lose it in silence.
#[test]
fn the_readme_has_a_row_for_every_event_type() {
    let readme = committed("README.md");
    for (provider, _, event) in event_types() {
        let row = format!("| `{}/{}` |", provider.name, event.name);
        assert_eq!(readme.matches(&row).count(), 1, "{row} in README.md: {MENDED_BY}");
    }
}
