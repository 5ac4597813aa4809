//! The generated files are what the catalog gives.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;
use std::path::Path;

use hooklens::catalog::BUILT_IN;
use hooklens::export::family::{families, family, start_of};
use hooklens::export::markdown::{EVENTS, FRONT_PAGES, section};
use hooklens::export::{File, files};
use util::names_in;

const MENDED_BY: &str = "`npm run generate` mends it";

fn committed(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

#[test]
fn generated_files_are_what_the_catalog_gives() {
    let files = files(&BUILT_IN, committed);
    let stale: Vec<&str> =
        files.iter().filter(|file| file.text != committed(&file.path)).map(|file| &*file.path).collect();
    assert!(stale.is_empty(), "not what the catalog gives: {stale:?}: {MENDED_BY}");
}

#[test]
fn every_generated_file_has_a_use() {
    let paths: BTreeSet<String> =
        files(&BUILT_IN, committed).into_iter().map(|File { path, .. }| path).collect();
    let mut expected: BTreeSet<String> = BUILT_IN
        .event_types()
        .map(|(provider, _, event)| format!("pkg/schemas/{}/{}.schema.json", provider.name, event.name))
        .collect();
    assert_eq!(expected.len(), BUILT_IN.event_types().count());
    expected.extend(
        [
            "pkg/schemas/paybook/envelope.schema.json",
            "pkg/schemas/asyncapi.json",
            "pkg/events.d.ts",
            "pkg/catalog.js",
            "pkg/event-types.js",
            EVENTS,
            "README.md",
            "pkg/README.md",
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
    let generated: BTreeSet<String> =
        files(&BUILT_IN, committed).into_iter().map(|File { path, .. }| path).collect();
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

/// A page without its markers would lose the tables silently.
#[test]
fn the_page_of_events_has_a_row_for_every_event_type() {
    let page = committed(EVENTS);
    for (provider, _, event) in BUILT_IN.event_types() {
        let row = format!("| `{}/{}` |", provider.name, event.name);
        assert_eq!(page.matches(&row).count(), 1, "{row} in {EVENTS}: {MENDED_BY}");
    }
}

#[test]
fn the_front_pages_have_a_row_for_every_provider() {
    for (path, events_page) in FRONT_PAGES {
        let page = committed(path);
        for provider in BUILT_IN.providers() {
            let row = format!("| {} | {}", provider.title, if events_page.is_some() { "[" } else { "" });
            assert_eq!(page.matches(&row).count(), 1, "{row} in {path}: {MENDED_BY}");
        }
    }
}

#[test]
fn event_types_about_the_same_thing_are_a_family() {
    for (id, expected) in [
        ("paybook/credential_create", "credentials"),
        ("paybook/credentials.created", "credentials"),
        ("paybook/refresh", "credentials"),
        ("paybook/documents.failed", "documents"),
        ("paybook/webhook", "webhook"),
        ("paybook/webhook.create", "webhook"),
        ("chift/account.connection.up", "account.connection"),
        ("chift/account.flow.enabled", "account.flow"),
        ("chift/account.issue.closed", "account.issue"),
        ("chift/pos.order.completed", "pos.order"),
        ("seam/acs_credential.issued", "acs_credential"),
    ] {
        let (provider, _, event) = BUILT_IN
            .event_types()
            .find(|(provider, _, event)| id == format!("{}/{}", provider.name, event.name))
            .expect(id);
        assert_eq!(family(provider, event), expected, "{id}");
    }
}

#[test]
fn a_family_is_as_deep_as_its_providers_shortest_name() {
    let names = ["device.error.resolved", "lock.locked", "ping", "access_code.set"];
    let start = |name| start_of(name, names.into_iter());
    assert_eq!(start("device.error.resolved"), "device");
    assert_eq!(start("lock.locked"), "lock");
    assert_eq!(start("access_code.set"), "access_code");
    assert_eq!(start("ping"), "ping");
    assert_eq!(start("ping_answered"), "ping");
    assert_eq!(start_of("account.flow.enabled", ["account.flow.enabled"].into_iter()), "account.flow");
    assert_eq!(start_of("ping", ["ping"].into_iter()), "ping");
}

#[test]
fn every_event_type_is_in_one_family() {
    let all: BTreeSet<(&str, &str)> =
        BUILT_IN.event_types().map(|(provider, _, event)| (provider.name, event.name)).collect();
    let mut found = Vec::new();
    for (provider, families) in families(&BUILT_IN) {
        for of in families {
            assert!(of.events.iter().all(|event| family(provider, event) == of.name), "{}", of.name);
            found.extend(of.events.iter().map(|event| (provider.name, event.name)));
        }
    }
    assert_eq!(found.len(), all.len());
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), all);
}

#[test]
fn many_event_types_are_folded_by_family() {
    for (provider, families) in families(&BUILT_IN) {
        let rows: usize = families.iter().map(|family| family.events.len()).sum();
        let (whole, folded) = (section(provider, &families, rows), section(provider, &families, rows - 1));
        assert!(!whole.contains("<details>"));
        assert_eq!(folded.matches("<details>\n<summary><code>").count(), families.len());
        // A table in HTML is one only after an empty line.
        assert_eq!(folded.matches("</summary>\n\n| event |").count(), families.len());
        assert_eq!(folded.matches("\n\n</details>\n").count(), families.len());
        for text in [whole, folded] {
            assert_eq!(text.matches(&format!("| `{}/", provider.name)).count(), rows);
        }
    }
}
