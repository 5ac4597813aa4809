use hooklens::load::{Arena, DocumentProblem, Source, load};
use hooklens::{Checker, Hint, Limits};

use super::{Outcome, ensure, is_json};

/// No document is loaded in part: it is a catalog, or there are problems, each with its place.
pub fn document(document: &[u8]) -> Outcome {
    with_catalog(document, b"{}")
}

/// The same, and of what was loaded every body has a report that is the same twice. Both stand in one text: a line
/// of `---` between them.
pub fn document_and_body(text: &[u8]) -> Outcome {
    const LINE: &[u8] = b"\n---\n";
    let at = text.windows(LINE.len()).position(|window| window == LINE);
    let (document, body) = match at {
        Some(at) => (&text[..at], &text[at + LINE.len()..]),
        None => text.split_at(text.len() / 2),
    };
    with_catalog(document, body)
}

fn with_catalog(document: &[u8], body: &[u8]) -> Outcome {
    let arena = Arena::new();
    let source = Source { document, name: Some("acme"), ..Source::default() };
    let loaded = match load(&arena, &[source], &[]) {
        Ok(loaded) => loaded,
        Err(problems) => return told(document, &problems),
    };
    let catalog = loaded.catalog(&[]);
    let ids: Vec<String> = catalog
        .event_types()
        .map(|(provider, _, event)| format!("{}/{}", provider.name, event.name))
        .collect();
    let mut checker = Checker::new(&catalog);
    for hint in [Hint::NONE, ids.first().map_or(Hint::NONE, |id| Hint::of(id))] {
        let report = checker.validate_as(body, hint, Limits::default());
        let text = serde_json::to_string(&report).unwrap_or_default();
        ensure!(is_json(text.as_bytes()), "the report is no JSON: {text}");
        let again = Checker::new(&catalog).validate_as(body, hint, Limits::default());
        ensure!(serde_json::to_string(&again).unwrap_or_default() == text, "another report: {text}");
        ensure!(report.problems.len() <= 100, "{} problems", report.problems.len());
        ensure!(report.valid == (report.status.spelling() == "valid"), "{text}");
        for problem in &report.problems {
            let (start, end) = (problem.span.start as usize, problem.span.end as usize);
            let length = length(body);
            ensure!(start <= end && end <= length, "{start}..{end} of {length}");
            ensure!(!problem.message.contains('\n'), "{}", problem.message);
        }
        let events = checker.normalize(body, Limits::default());
        ensure!(events.is_err() || hint != Hint::NONE || report.valid, "normalized, but not valid: {text}");
    }
    Ok(())
}

fn told(document: &[u8], problems: &[DocumentProblem]) -> Outcome {
    ensure!(!problems.is_empty(), "refused without a problem");
    ensure!(problems.len() <= 100, "{} problems", problems.len());
    let length = length(document);
    for DocumentProblem { problem, .. } in problems {
        let (start, end) = (problem.span.start as usize, problem.span.end as usize);
        ensure!(start <= end && end <= length, "{start}..{end} of {length}");
        ensure!(!problem.message.contains('\n'), "{}", problem.message);
    }
    Ok(())
}

/// The UTF-16 code units of a text; of bytes that are none, places are not looked at.
fn length(bytes: &[u8]) -> usize {
    std::str::from_utf8(bytes).map_or(usize::MAX, |text| text.encode_utf16().count())
}
