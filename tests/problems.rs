//! Bad bodies, each with the whole report that it must get: `tests/problems/<case>.json` and
//! `<case>.expected.json`. `UPDATE_GOLDENS=1 cargo test --test problems` writes the reports anew;
//! what has changed is then to be read, line by line, before it is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use std::collections::BTreeSet;
use std::fs;

use hooklens::catalog::BUILT_IN;
use hooklens::{Checker, Code, Fix, Limits, Problem, Report, Severity, Status, validate};
use serde_json::Value;
use util::{names_in, report_json, summary, tests};

struct Case {
    name: String,
    body: Vec<u8>,
}

fn cases() -> Vec<Case> {
    let folder = tests().join("problems");
    let names = names_in(&folder).into_iter();
    names
        .filter_map(|file| {
            let name = file.strip_suffix(".json")?.to_owned();
            let body = || fs::read(folder.join(&file)).unwrap();
            (!name.ends_with(".expected")).then(|| Case { body: body(), name })
        })
        .collect()
}

#[test]
fn every_case_has_its_report() {
    let folder = tests().join("problems");
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut wrong = Vec::new();
    for Case { name, body } in cases() {
        let golden = folder.join(format!("{name}.expected.json"));
        let found = format!("{}\n", serde_json::to_string_pretty(&validate(&body)).unwrap());
        if update {
            fs::write(&golden, &found).unwrap();
        }
        match fs::read_to_string(&golden) {
            Err(_) => wrong.push(format!("{name}: no {name}.expected.json; the report is\n{found}")),
            Ok(expected) if expected != found => {
                wrong.push(format!("{name}: {}", difference(&expected, &found)));
            }
            Ok(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{} reports are not what is expected:\n{}", wrong.len(), wrong.join("\n"));
}

/// The lines around the first that differs.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let at = expected.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let around = |lines: &[&str]| {
        lines
            .iter()
            .skip(at.saturating_sub(2))
            .take(8)
            .map(|line| format!("    {line}\n"))
            .collect::<String>()
    };
    format!("line {} on: expected\n{}  found\n{}", at + 1, around(&expected), around(&found))
}

#[test]
fn every_event_type_has_a_case_of_its_faults() {
    let mut faulty: BTreeSet<String> = BTreeSet::new();
    for case in cases() {
        let report = validate(&case.body);
        if report.status == Status::Invalid {
            faulty.extend(report.events.iter().map(|event| event.id.to_string()));
        }
    }
    for (provider, _, event) in BUILT_IN.event_types() {
        let id = format!("{}/{}", provider.name, event.name);
        assert!(faulty.contains(&id), "no case in tests/problems has errors of {id}");
    }
}

#[test]
fn every_report_belongs_to_a_case() {
    let names: BTreeSet<String> = cases().into_iter().map(|case| case.name).collect();
    for file in names_in(&tests().join("problems")) {
        let name = file.strip_suffix(".json").map(|stem| stem.strip_suffix(".expected").unwrap_or(stem));
        assert!(name.is_some_and(|name| names.contains(name)), "tests/problems/{file} is no case's");
    }
}

/// Of every way in which a provider's events arrive, every problem that can be had there.
#[test]
fn every_code_has_a_case_wherever_it_can_occur() {
    let event = "missing-field wrong-type bad-format misspelled-field unexpected-field duplicate-key \
                 unsafe-number lone-surrogate prototype-key unknown-event";
    let wanted = [
        ("paybook-flat-", format!("{event} unexpected-value inconsistent-value")),
        ("paybook-31-", format!("{event} unexpected-value inconsistent-value")),
        ("paybook-webhook-", format!("{event} unexpected-value")),
        (
            "paybook-subscription-",
            "missing-field wrong-type bad-format misspelled-field unexpected-field duplicate-key \
             unexpected-value"
                .to_owned(),
        ),
        ("chift-", format!("{event} unexpected-value missing-envelope ambiguous-event")),
        ("chift-bare-", format!("{event} unexpected-value missing-envelope ambiguous-event")),
        ("seam-", event.to_owned()),
        ("", "invalid-json invalid-utf8 too-deep".to_owned()),
    ];
    let all = cases();
    for (prefix, codes) in wanted {
        let of = all.iter().filter(|case| {
            let bare = prefix == "chift-" && case.name.starts_with("chift-bare-");
            case.name.starts_with(prefix) && !bare
        });
        let of: Vec<Report> = of.map(|case| validate(&case.body)).collect();
        for code in codes.split_whitespace() {
            let has = |report: &Report| report.problems.iter().any(|problem| problem.code.spelling() == code);
            // What is ambiguous has no envelope.
            if prefix == "chift-" && matches!(code, "missing-envelope") {
                continue;
            }
            assert!(of.iter().any(has), "no case {prefix}* has the problem {code}");
        }
    }
    let seen: BTreeSet<&str> = all
        .iter()
        .flat_map(|case| validate(&case.body).problems)
        .map(|problem| problem.code.spelling())
        // What a body of a loaded catalog alone can have: `loaded::every_code_has_a_case`.
        .chain(["too-large", "unmet-rule"])
        .collect();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.spelling()).collect();
    assert_eq!(seen, known);
}

/// A body as JavaScript sees it: its UTF-16 code units.
fn units(body: &[u8]) -> Vec<u16> {
    String::from_utf8_lossy(body).encode_utf16().collect()
}

/// The line and column of a code unit, by counting.
fn line_and_column(units: &[u16], offset: usize) -> (u32, u32) {
    let text = String::from_utf16_lossy(&units[..offset]);
    let ended = if text.ends_with('\r') && units.get(offset) == Some(&10) { 1 } else { 0 };
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = lines.matches('\n').count() as u32 + 1 - ended;
    let column = match lines.rfind('\n').filter(|_| ended == 0) {
        Some(end) => lines[end + 1..].encode_utf16().count(),
        None => lines.encode_utf16().count(),
    };
    (line, column as u32 + 1)
}

#[test]
fn every_problem_has_its_place() {
    for Case { name, body } in cases() {
        let report = validate(&body);
        let units = units(&body);
        let mut last = (0, 0);
        for problem in &report.problems {
            let span = problem.span;
            let at = format!("{name}, {} {}", problem.code.spelling(), problem.pointer);
            assert!(span.start <= span.end && span.end as usize <= units.len(), "{at}: {span:?} is outside");
            assert!((span.start, 0) >= (last.0, 0), "{at}: {span:?} comes after {last:?}");
            last = (span.start, span.end);
            assert_eq!((span.line, span.column), line_and_column(&units, span.start as usize), "{at}");
            if let Some(fix) = &problem.fix {
                assert!(fix.start <= fix.end && fix.end as usize <= units.len(), "{at}: {fix:?} is outside");
            }
        }
    }
}

/// A missing field's span is the brace of what lacks it; an unexpected or misspelled one's, its key; any
/// other's, the value that its pointer leads to.
#[test]
fn spans_slice_what_the_problem_is_about() {
    let mut checked = 0;
    for Case { name, body } in cases() {
        let report = validate(&body);
        if report.status == Status::Malformed {
            continue;
        }
        let units = units(&body);
        let value: Value = match serde_json::from_slice(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&body)) {
            Ok(value) => value,
            // Half a surrogate pair, or a number beyond every double.
            Err(_) => continue,
        };
        for problem in &report.problems {
            let span = problem.span;
            let text = String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap();
            let key = problem.pointer.rsplit('/').next().unwrap().replace("~1", "/").replace("~0", "~");
            let at = format!("{name}, {} {}", problem.code.spelling(), problem.pointer);
            match problem.code {
                Code::MissingField | Code::MissingEnvelope => assert_eq!(text, "{", "{at}"),
                Code::UnexpectedField | Code::MisspelledField | Code::DuplicateKey | Code::PrototypeKey => {
                    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), Value::from(key), "{at}");
                }
                Code::UnknownEvent | Code::AmbiguousEvent if text == "{" || text == "[" => {}
                _ => {
                    let found =
                        value.pointer(&problem.pointer).unwrap_or_else(|| panic!("{at}: no such value"));
                    assert_eq!(
                        serde_json::from_str::<Value>(&text).ok().as_ref(),
                        Some(found),
                        "{at}: {text}"
                    );
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 150, "{checked} problems were checked");
}

fn apply(units: &[u16], fix: &Fix) -> Vec<u16> {
    let (start, end) = (fix.start as usize, fix.end as usize);
    [&units[..start], &fix.text.encode_utf16().collect::<Vec<u16>>(), &units[end..]].concat()
}

/// What is left of the body as text where its bytes are text.
fn validated(units: &[u16]) -> Report<'static> {
    validate(String::from_utf16(units).expect("a fix keeps text whole").as_bytes())
}

#[test]
fn every_fix_mends_its_problem() {
    let mut fixes = 0;
    for Case { name, body } in cases() {
        let report = validate(&body);
        let units = units(&body);
        for problem in &report.problems {
            let Some(fix) = &problem.fix else { continue };
            fixes += 1;
            let after = validated(&apply(&units, fix));
            let at = format!("{name}, {} {}, `{}`", problem.code.spelling(), problem.pointer, fix.title);
            if report.status == Status::Malformed {
                let rest = after.problems.iter().filter(|_| after.status == Status::Malformed).count();
                assert!(rest < report.problems.len(), "{at}: {rest} syntax problems are left");
                continue;
            }
            assert_ne!(after.status, Status::Malformed, "{at} is no JSON any more");
            let same = |other: &&Problem| other.code == problem.code && other.pointer == problem.pointer;
            assert!(after.problems.iter().find(same).is_none(), "{at} is still there");
            // An event that is taken out may have faults of its own.
            if report.status != Status::Unknown && problem.code != Code::WrappedEvent {
                let (before, after) = (report.problems.len(), after.problems.len());
                assert!(after < before, "{at}: {before} problems before, {after} after");
            }
        }
    }
    assert!(fixes > 60, "{fixes} fixes were tried");
}

#[test]
fn all_fixes_go_together() {
    for Case { name, body } in cases() {
        let report = validate(&body);
        let mut fixes: Vec<&Fix> =
            report.problems.iter().filter_map(|problem| problem.fix.as_ref()).collect();
        fixes.sort_by_key(|fix| (fix.start, fix.end));
        for pair in fixes.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{name}: {:?} overlaps {:?}", pair[0], pair[1]);
        }
        if fixes.is_empty() {
            continue;
        }
        let mended = fixes.iter().rev().fold(units(&body), |text, fix| apply(&text, fix));
        let after = validated(&mended);
        if fixes.len() == report.problems.len() {
            assert_ne!(after.status, Status::Malformed, "{name}: {}", String::from_utf16_lossy(&mended));
        }
        let is_wrapped = report.problems.iter().any(|problem| problem.code == Code::WrappedEvent);
        if !is_wrapped && !matches!(report.status, Status::Unknown | Status::Malformed) {
            let left = report.problems.iter().filter(|problem| problem.fix.is_none()).count();
            assert_eq!(after.problems.len(), left, "{name}: {:?}", summary(&after));
        }
    }
}

/// `message` is one sentence made of what was expected and found; `expected` quotes nothing of the body.
#[test]
fn words_are_whole() {
    for Case { name, body } in cases() {
        for problem in validate(&body).problems {
            let (expected, found) = (problem.expected.unwrap(), problem.found.unwrap());
            assert_eq!(problem.message, format!("expected {expected}, found {found}"), "{name}");
            assert!(!problem.message.contains('\n'), "{name}: {}", problem.message);
            assert!(problem.hint.is_none_or(|hint| !hint.is_empty()), "{name}");
        }
    }
}

#[test]
fn warnings_never_change_the_status() {
    for Case { name, body } in cases() {
        let report = validate(&body);
        let errors: Vec<&Problem> =
            report.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
        let expected = match errors.iter().map(|problem| problem.code).collect::<Vec<_>>().as_slice() {
            [] => Status::Valid,
            codes if codes.iter().all(|code| matches!(code, Code::UnknownEvent | Code::AmbiguousEvent)) => {
                Status::Unknown
            }
            [Code::InvalidJson | Code::InvalidUtf8 | Code::TooDeep | Code::TooLarge, ..] => Status::Malformed,
            _ => Status::Invalid,
        };
        assert_eq!(report.status, expected, "{name}");
        assert_eq!(report.valid, expected == Status::Valid, "{name}");
    }
}

/// Every beginning of a body is told apart from the whole, without a panic.
#[test]
fn every_beginning_of_a_body_is_malformed() {
    for name in ["paybook/credentials.created", "chift/account.issue.updated", "seam/acs_credential.issued"] {
        let body = fs::read(tests().join(format!("payloads/{name}.json"))).unwrap();
        let end = body.iter().rposition(|byte| *byte == b'}').unwrap();
        for length in 0..=end {
            let report = validate(&body[..length]);
            assert_eq!(report.status, Status::Malformed, "{length} bytes of {name}");
            assert_eq!(report.problems.len(), 1, "{length} bytes of {name}: {:?}", summary(&report));
        }
    }
}

#[test]
fn size_is_bounded() {
    let body = fs::read(tests().join("payloads/paybook/refresh.json")).unwrap();
    let size = body.len() as u32;
    let check =
        |max_bytes| Checker::new(&BUILT_IN).validate(&body, Limits { max_bytes, ..Limits::default() });
    for most in [size, size + 1, u32::MAX] {
        assert_eq!(check(most).status, Status::Valid, "at most {most} bytes");
    }
    for most in [0, 1, size - 1] {
        let report = check(most);
        assert_eq!(report.status, Status::Malformed, "at most {most} bytes");
        assert_eq!(summary(&report), ["error too-large"]);
        assert_eq!(
            report.problems[0].message,
            format!("expected at most {most} bytes, found more"),
            "at most {most} bytes"
        );
    }
    let mut large = vec![b' '; Limits::DEFAULT.max_bytes as usize - 2];
    large.extend(b"{}");
    assert_eq!(validate(&large).status, Status::Unknown, "16 MiB");
    large.push(b' ');
    assert_eq!(summary(&validate(&large)), ["error too-large"], "one byte more");
}

#[test]
fn depth_is_bounded() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(validate(nested(128).as_bytes()).status, Status::Unknown);
    let report = validate(nested(129).as_bytes());
    assert_eq!(summary(&report), ["error too-deep"]);
    assert_eq!((report.problems[0].span.start, report.problems[0].span.end), (128, 129));
    let check = |levels: usize, max_depth| {
        let limits = Limits { max_depth, ..Limits::default() };
        Checker::new(&BUILT_IN).validate(nested(levels).as_bytes(), limits)
    };
    assert_eq!(summary(&check(1, 0)), ["error too-deep"]);
    assert_eq!(summary(&check(4, 3)), ["error too-deep"]);
    assert_eq!(check(3, 3).status, Status::Unknown);
    assert_eq!(check(1_000_000, u32::MAX).status, Status::Unknown);
    assert_eq!(summary(&check(1_000_000, 128)), ["error too-deep"]);
}

/// Of more problems than a report lists, the errors come before the warnings, and the rest is counted.
#[test]
fn the_list_is_bounded_and_the_rest_counted() {
    let extra: String = (0..150).map(|index| format!("\"extra_{index}\": {index}, ")).collect();
    let body = format!("{{{extra}\"event\": \"refresh\", \"id_user\": null}}");
    let report = validate(body.as_bytes());
    assert_eq!((report.problems.len(), report.omitted), (100, 58));
    let errors = report.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    assert_eq!(errors, 8, "every error is listed");
    assert!(report.problems.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    assert_eq!(report_json(&report)["omitted"], 58);

    let bad = vec!["\"x\""; 1_000_000].join(",");
    let body = format!("{{\"event\":\"refresh\",\"endpoints\":{{\"credential\":[{bad}]}}}}");
    let report = validate(body.as_bytes());
    assert_eq!((report.status, report.problems.len()), (Status::Invalid, 100));
    assert_eq!(report.omitted, 1_000_000 + 7 - 100);
}

/// What was checked before leaves nothing behind.
#[test]
fn a_checker_keeps_nothing_of_the_last_body() {
    let mut checker = Checker::new(&BUILT_IN);
    let all = cases();
    for case in all.iter().chain(all.iter().rev()) {
        let report = checker.validate(&case.body, Limits::default());
        assert_eq!(report_json(&report), report_json(&validate(&case.body)), "{}", case.name);
    }
}
