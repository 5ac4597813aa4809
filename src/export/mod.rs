//! Catalog → files: JSON Schemas, TypeScript types, the catalog for JavaScript, an AsyncAPI document,
//! the tables in README files. Not compiled into the WebAssembly module.

mod asyncapi;
pub mod family;
mod javascript;
pub mod markdown;
pub mod schema;
mod typescript;
mod x_hooklens;

use crate::catalog::Catalog;

/// A generated file: its path in the repository and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the root of the repository.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every generated file. `current` gives the text of a file that is generated only in part, as it is now.
pub fn files(catalog: &Catalog<'_>, current: impl Fn(&str) -> String) -> Vec<File> {
    let mut files: Vec<File> = schema::all(catalog)
        .into_iter()
        .map(|(path, schema)| File { path: format!("pkg/schemas/{path}"), text: pretty(&schema) })
        .collect();
    files.push(File { path: "pkg/schemas/asyncapi.json".into(), text: pretty(&asyncapi::document(catalog)) });
    files.push(File { path: "pkg/events.d.ts".into(), text: typescript::declarations(catalog) });
    files.push(File { path: "pkg/event-types.js".into(), text: javascript::event_types(catalog) });
    files.push(File { path: "pkg/catalog.js".into(), text: javascript::whole(catalog) });
    let text = markdown::with_events(catalog, &current(markdown::EVENTS));
    files.push(File { path: markdown::EVENTS.into(), text });
    for (path, events_page) in markdown::FRONT_PAGES {
        let text = markdown::with_providers(catalog, &current(path), events_page);
        files.push(File { path: path.into(), text });
    }
    files
}

fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
