//! Redaction.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use hooklens::catalog::BUILT_IN;
use hooklens::{Checker, Hint, Limits, Report};
use std::fs;

/// A report without the values of the body.
fn shape(report: &Report<'_>) -> Vec<String> {
    let mut lines = vec![format!(
        "{:?} {:?} {:?} {}",
        report.status,
        report.events.iter().map(|e| (e.id.to_string(), e.pointer.clone())).collect::<Vec<_>>(),
        report.candidates.iter().map(ToString::to_string).collect::<Vec<_>>(),
        report.omitted
    )];
    for p in &report.problems {
        let fix = p.fix.as_ref().map(|f| {
            (f.title.split(' ').next().unwrap().to_owned(), f.start, f.end, f.text.encode_utf16().count())
        });
        lines.push(format!(
            "{:?} {:?} {:?} {:?} allowed {:?} suggestion {:?} hint {:?} fix {:?} depth {} ",
            p.code,
            p.severity,
            p.span,
            p.expected,
            p.parameters.allowed,
            p.parameters.suggestion,
            p.hint,
            fix,
            p.pointer.matches('/').count()
        ));
    }
    lines
}

#[test]
fn goldens() {
    let mut bad = 0;
    let mut checker = Checker::new(&BUILT_IN);
    let folder = util::tests().join("problems");
    for name in util::names_in(&folder) {
        if name.ends_with(".expected.json") {
            continue;
        }
        let body = fs::read(folder.join(&name)).unwrap();
        for key in 0..20u32 {
            let red = checker.redact(&body, Hint::NONE, &key.to_le_bytes());
            assert_eq!(red.len(), body.len());
            let a = shape(&checker.validate(&body, Limits::default()));
            let b = shape(&checker.validate(&red, Limits::default()));
            if a != b {
                bad += 1;
                println!("=== {name} {key}");
                if body.len() < 200 {
                    println!("{}\n---\n{}", String::from_utf8_lossy(&body), String::from_utf8_lossy(&red));
                }
                for (x, y) in a.iter().zip(&b) {
                    if x != y {
                        println!("- {x}\n+ {y}");
                    }
                }
                if a.len() != b.len() {
                    println!("{:#?} / {:#?}", a, b);
                }
                break;
            }
        }
    }
    assert_eq!(bad, 0);
}

#[test]
fn generated() {
    use proptest::strategy::{Strategy, ValueTree as _};
    let mut runner = proptest::test_runner::TestRunner::new(proptest::prelude::ProptestConfig {
        rng_seed: proptest::test_runner::RngSeed::Fixed(7),
        failure_persistence: None,
        ..Default::default()
    });
    let bodies = util::bodies::any_body().boxed();
    let mut checker = Checker::new(&BUILT_IN);
    let (mut bad, mut counts) = (0, [0; 4]);
    for n in 0..std::env::var("N").map_or(20000, |n| n.parse().unwrap()) {
        let body = bodies.new_tree(&mut runner).unwrap().current().0;
        let red = checker.redact(&body, Hint::NONE, &[n as u8]);
        let a = shape(&checker.validate(&body, Limits::default()));
        let b = shape(&checker.validate(&red, Limits::default()));
        if a != b {
            counts[hooklens::validate(&body).status as usize] += 1;
            bad += 1;
            if bad > 8 {
                continue;
            }
            println!("=== {n}\n{}\n---\n{}", String::from_utf8_lossy(&body), String::from_utf8_lossy(&red));
            let mut shown = 0;
            for (x, y) in a.iter().zip(&b) {
                if x != y && shown < 2 {
                    shown += 1;
                    println!("- {x}\n+ {y}");
                }
            }
            if a.len() != b.len() {
                println!("{} / {}", a.len(), b.len());
            }
        }
    }
    println!("{bad} {counts:?}");
    assert_eq!(bad, 0);
}
