//! Bodies of loaded catalogs, each with the whole report that it must get: `tests/loaded/problems/<case>.json` has a
//! document and a body, `<case>.expected.json` the report. `UPDATE_GOLDENS=1 cargo test --test loaded` writes the
//! reports anew; what has changed is then to be read, line by line, before it is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;
use std::fs;

use hooklens::load::{Arena, Source, load};
use hooklens::{Checker, Code, Hint, Limits, Report, Severity, Status};
use serde_json::Value;
use util::{names_in, tests};

struct Case {
    name: String,
    document: String,
    body: String,
    hint: String,
    assert_formats: bool,
}

fn cases() -> Vec<Case> {
    let folder = tests().join("loaded/problems");
    let names =
        names_in(&folder).into_iter().filter_map(|file| file.strip_suffix(".json").map(str::to_owned));
    names
        .filter(|name| !name.ends_with(".expected"))
        .map(|name| {
            let text = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
            let case: Value = serde_json::from_str(&text).unwrap();
            Case {
                document: case["document"].to_string(),
                // A text where its spelling counts.
                body: case["text"].as_str().map_or_else(|| case["body"].to_string(), str::to_owned),
                hint: case["hint"].as_str().unwrap_or_default().to_owned(),
                assert_formats: case["formats"] == "assert",
                name,
            }
        })
        .collect()
}

/// What `work` makes of a case's report.
fn with_report<T>(case: &Case, body: &str, work: impl FnOnce(&Report) -> T) -> T {
    let arena = Arena::new();
    let source = Source {
        document: case.document.as_bytes(),
        name: Some("acme"),
        assert_formats: case.assert_formats,
        ..Source::default()
    };
    let loaded = load(&arena, &[source], &[]).unwrap_or_else(|found| panic!("{}: {found:#?}", case.name));
    let catalog = loaded.catalog(&[]);
    let hint = Hint::of(&case.hint);
    work(&Checker::new(&catalog).validate_as(body.as_bytes(), hint, Limits::default()))
}

#[test]
fn every_case_has_its_report() {
    let folder = tests().join("loaded/problems");
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let golden = folder.join(format!("{}.expected.json", case.name));
        let found = with_report(&case, &case.body, |report| serde_json::to_string_pretty(report).unwrap());
        let found = format!("{found}\n");
        if update {
            fs::write(&golden, &found).unwrap();
        }
        if fs::read_to_string(&golden).ok().as_ref() != Some(&found) {
            wrong.push(format!("{}: {found}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} reports are not what is expected:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_report_belongs_to_a_case() {
    let names: BTreeSet<String> = cases().into_iter().map(|case| case.name).collect();
    for file in names_in(&tests().join("loaded/problems")) {
        let name = file.strip_suffix(".json").map(|stem| stem.strip_suffix(".expected").unwrap_or(stem));
        assert!(name.is_some_and(|name| names.contains(name)), "tests/loaded/problems/{file} is no case's");
    }
}

/// Every code that a body of a loaded catalog can have has a case.
#[test]
fn every_code_has_a_case() {
    let codes = |case: &Case| {
        let codes = |report: &Report| report.problems.iter().map(|problem| problem.code.spelling()).collect();
        with_report(case, &case.body, codes)
    };
    let seen: BTreeSet<&str> = cases().iter().flat_map(|case| -> Vec<&str> { codes(case) }).collect();
    // Those of a body that is no JSON do not depend on the catalog, and one of one's own says the others with
    // `x-hooklens`.
    let elsewhere =
        ["invalid-json", "invalid-utf8", "too-large", "too-deep", "missing-envelope", "inconsistent-value"];
    let known: BTreeSet<&str> =
        Code::ALL.iter().map(|code| code.spelling()).filter(|code| !elsewhere.contains(code)).collect();
    assert_eq!(seen, known);
}

/// A problem's place is its value, its key, or the brace of the object that lacks something.
#[test]
fn every_problem_has_its_place() {
    for case in cases() {
        with_report(&case, &case.body, |report| {
            let units: Vec<u16> = case.body.encode_utf16().collect();
            let text: Value = serde_json::from_str(&case.body).unwrap_or_default();
            for problem in &report.problems {
                let at = format!("{}, {} {}", case.name, problem.code.spelling(), problem.pointer);
                let span = &units[problem.span.start as usize..problem.span.end as usize];
                let span = String::from_utf16(span).unwrap();
                let key = problem.pointer.rsplit('/').next().unwrap();
                let is_key = serde_json::from_str::<Value>(&span).is_ok_and(|value| value == key);
                let found = text.pointer(&problem.pointer);
                let is_value =
                    found.is_some_and(|value| serde_json::from_str(&span).ok().as_ref() == Some(value));
                assert!(span == "{" || is_key || is_value || text.is_null(), "{at}: {span}");
                assert!(!problem.message.contains('\n'), "{at}");
                assert!(!problem.message.contains("another value"), "{at}: {}", problem.message);
            }
        });
    }
}

#[test]
fn warnings_never_change_the_status() {
    for case in cases() {
        with_report(&case, &case.body, |report| {
            let is_error = |code: Option<Code>| {
                let mut errors = report.problems.iter().filter(|problem| problem.severity == Severity::Error);
                errors.any(|problem| code.is_none_or(|code| problem.code == code))
            };
            let unknown = is_error(Some(Code::UnknownEvent)) || is_error(Some(Code::AmbiguousEvent));
            let expected = match is_error(None) {
                false => Status::Valid,
                true if unknown => Status::Unknown,
                true => Status::Invalid,
            };
            assert_eq!(report.status, expected, "{}", case.name);
        });
    }
}

#[test]
fn every_fix_mends_its_problem() {
    let mut count = 0;
    for case in cases() {
        with_report(&case, &case.body, |report| {
            for problem in &report.problems {
                let Some(fix) = &problem.fix else { continue };
                count += 1;
                let units: Vec<u16> = case.body.encode_utf16().collect();
                let (start, end) = (fix.start as usize, fix.end as usize);
                let text = fix.text.encode_utf16().collect::<Vec<u16>>();
                let mended = String::from_utf16(&[&units[..start], &text, &units[end..]].concat()).unwrap();
                let at = format!("{}, {} {}", case.name, problem.code.spelling(), problem.pointer);
                // An event that is taken out may have faults of its own.
                let unknown = report.status == Status::Unknown || problem.code == Code::WrappedEvent;
                let before = report.problems.len();
                with_report(&case, &mended, |after| {
                    let same = |other: &hooklens::Problem<'_>| {
                        other.code == problem.code && other.pointer == problem.pointer
                    };
                    assert!(!after.problems.iter().any(same), "{at} is still there in {mended}");
                    assert!(unknown || after.problems.len() < before, "{at}: {mended}");
                });
            }
        });
    }
    assert!(count > 5, "{count} fixes were tried");
}
