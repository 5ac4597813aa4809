//! Checks a body against an OpenAPI, AsyncAPI or JSON Schema document:
//! `cargo run --example own_documents -- openapi.json body.json`.

use hooklens::load::{Arena, Source, load};
use hooklens::{Checker, Limits};

/// The status of a body, and each problem with it; or what is wrong with the document.
pub fn lines(document: &[u8], body: &[u8]) -> Vec<String> {
    let arena = Arena::new();
    let loaded = match load(&arena, &[Source { document, ..Source::default() }], &[]) {
        Ok(loaded) => loaded,
        Err(problems) => return problems.into_iter().map(|wrong| wrong.problem.message).collect(),
    };
    let catalog = loaded.catalog(&[]);
    // One checker for all bodies: it keeps its memory.
    let mut checker = Checker::new(&catalog);
    let report = checker.validate(body, Limits::default());
    let mut lines = vec![report.status.spelling().to_owned()];
    lines.extend(
        report.problems.into_iter().map(|problem| format!("{} {}", problem.pointer, problem.message)),
    );
    lines
}

#[allow(dead_code)]
fn main() -> std::io::Result<()> {
    let mut paths = std::env::args().skip(1);
    let (Some(document), Some(body)) = (paths.next(), paths.next()) else {
        eprintln!("usage: own_documents <document> <body>");
        std::process::exit(2);
    };
    for line in lines(&std::fs::read(document)?, &std::fs::read(body)?) {
        println!("{line}");
    }
    Ok(())
}
