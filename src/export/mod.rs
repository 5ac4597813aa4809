//! Catalog → files: JSON Schemas, TypeScript types, the catalog for JavaScript, an AsyncAPI document,
//! the README's tables. Not compiled into the WebAssembly module.

mod asyncapi;
pub mod family;
mod javascript;
pub mod markdown;
pub mod schema;
mod typescript;

/// A generated file: its path in the repository and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the root of the repository.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Every generated file. `current` gives the text of a file that is generated only in part, as it is now.
pub fn files(current: impl Fn(&str) -> String) -> Vec<File> {
    let mut files: Vec<File> = schema::all()
        .into_iter()
        .map(|(path, schema)| File { path: format!("pkg/schemas/{path}"), text: pretty(&schema) })
        .collect();
    files.push(File { path: "pkg/schemas/asyncapi.json".into(), text: pretty(&asyncapi::document()) });
    files.push(File { path: "pkg/events.d.ts".into(), text: typescript::declarations() });
    files.push(File { path: "pkg/event-types.js".into(), text: javascript::event_types() });
    files.push(File { path: "pkg/catalog.js".into(), text: javascript::whole() });
    files.push(File { path: "README.md".into(), text: markdown::with_tables(&current("README.md")) });
    files
}

fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
