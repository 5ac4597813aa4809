//! How the crate hangs together: each module imports from its left only, as `src/README.md` draws it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The modules in the order in which data flows. Each imports only from those before it.
const ORDER: [&str; 20] = [
    "encoding",
    "json",
    "format",
    "finding",
    "shape",
    "suggest",
    "catalog",
    "recognize",
    "validate",
    "normalize",
    "redact",
    "problem",
    "report",
    "checker",
    "provenance",
    "unwrap",
    "load",
    "wasm",
    "export",
    "lib",
];

/// Modules and the file or folder of each, with all of its text but comments.
fn modules() -> BTreeMap<String, String> {
    let mut modules = BTreeMap::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut modules);
    modules
}

fn collect(folder: &Path, module: &str, modules: &mut BTreeMap<String, String>) {
    for name in util::names_in(folder) {
        let path = folder.join(&name);
        let stem = name.strip_suffix(".rs").unwrap_or(&name);
        let of = if module.is_empty() { stem } else { module };
        if path.is_dir() {
            collect(&path, of, modules);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            modules.entry(of.to_owned()).or_default().extend(code.map(|line| format!("{line}\n")));
        }
    }
}

/// The modules of the crate that a text names: `crate::json::…`, `crate::{json, …}`; an item that `lib.rs`
/// re-exports counts as what it is of.
fn imports(text: &str) -> BTreeSet<String> {
    const REEXPORTED: [(&str, &str); 11] = [
        ("Checker", "checker"),
        ("Code", "finding"),
        ("Severity", "finding"),
        ("Parameters", "finding"),
        ("Limits", "json"),
        ("CloudEvent", "normalize"),
        ("Hint", "recognize"),
        ("Encoding", "unwrap"),
        ("Step", "unwrap"),
        ("Wrapped", "unwrap"),
        ("", "report"),
    ];
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = text.get(at + "crate::".len()..).unwrap();
        let named = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap().split(',').collect(),
            None => vec![rest],
        };
        for name in named {
            let name: String =
                name.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            if ORDER.contains(&name.as_str()) {
                found.insert(name);
            } else if !name.is_empty() {
                let of = REEXPORTED.iter().find(|(item, _)| *item == name).unwrap_or(&REEXPORTED[10]);
                found.insert(of.1.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_module_imports_from_its_left() {
    let place = |name: &str| ORDER.iter().position(|module| *module == name);
    let modules = modules();
    let names: BTreeSet<&str> = modules.keys().map(String::as_str).collect();
    assert_eq!(names, ORDER.into_iter().collect(), "every module has its place in the order");
    for (module, text) in &modules {
        for import in imports(text) {
            assert!(
                import == *module || place(&import) < place(module),
                "{module} imports {import}, which is not on its left"
            );
        }
    }
}

/// The page on the architecture has the same order, and a part about each module.
#[test]
fn the_architecture_is_described_as_it_is() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/README.md")).unwrap();
    let order = ORDER[..ORDER.len() - 1].join(" → ");
    assert!(page.contains(&order), "src/README.md draws {order}");
    for module in ORDER.iter().filter(|module| **module != "lib") {
        assert!(page.contains(&format!("\n### `{module}`")), "src/README.md has a part about {module}");
    }
}

/// What is known of a provider is in its file of the catalog, and nowhere else in the crate.
#[test]
fn only_the_catalog_names_a_provider() {
    for (module, text) in modules() {
        if module == "catalog" {
            continue;
        }
        for provider in hooklens::catalog::BUILT_IN.providers() {
            for line in text.lines() {
                assert!(!line.to_lowercase().contains(provider.name), "{module}: {line}");
            }
        }
    }
}

/// Only the entry points name the catalog that is built in: what works for it works for any.
#[test]
fn only_the_entry_points_name_the_built_in_catalog() {
    let naming: Vec<String> = modules()
        .into_iter()
        .filter(|(_, text)| text.contains("BUILT_IN"))
        .map(|(module, _)| module)
        .collect();
    // `export` has the program that generates the files.
    assert_eq!(naming, ["catalog", "export", "lib", "wasm"]);
    let generator = include_str!("../src/export/main.rs");
    assert!(generator.contains("BUILT_IN"));
}

/// The test itself would notice an import from the right.
#[test]
fn imports_are_found() {
    let found = imports("use crate::report::Report;\nuse crate::{sort, Hint, wasm};\ncrate::json::x()");
    let expected = ["report", "report", "recognize", "wasm", "json"].map(str::to_owned);
    assert_eq!(found, BTreeSet::from(expected));
}
