//! What holds for every body, of bodies of every kind; `PROPTEST_CASES` in the environment asks for more.
//! The fuzz targets ask the same, see `tests/fuzz`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::fs;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use util::bodies::{Body, any_body, changed_tokens, config, extended_values};
use util::invariants::{Outcome, canonical, fixes, reader, redacted, report};
use util::pastes::{NAMED, pastes};
use util::{names_in, payloads, tests};

fn holds(property: fn(&[u8]) -> Outcome, body: &Body) -> Result<(), TestCaseError> {
    property(&body.0).map_err(TestCaseError::fail)
}

/// What is pasted in place of a body, in every notation and encoding.
fn pasted() -> impl Strategy<Value = Body> {
    (extended_values(), any::<Index>()).prop_map(|(body, kind)| {
        let pastes = pastes();
        match serde_json::from_slice(&body.0) {
            Ok(value @ serde_json::Value::Object(_)) => {
                Body(pastes[kind.index(pastes.len())].1(&value).into())
            }
            _ => body,
        }
    })
}

#[test]
fn what_is_pasted_has_the_same_report_once_it_is_redacted() {
    for (text, name, _) in NAMED {
        redacted(text.as_bytes()).unwrap_or_else(|wrong| panic!("{name}: {wrong}\nof {text:?}"));
    }
    // Each kind of every ninth, and all together of each.
    for (index, payload) in payloads().into_iter().enumerate() {
        let Ok(value @ serde_json::Value::Object(_)) = serde_json::from_slice(&payload.body) else {
            continue;
        };
        for (name, paste) in pastes().into_iter().skip(index % 9).step_by(9) {
            let text = paste(&value);
            redacted(text.as_bytes()).unwrap_or_else(|wrong| panic!("{name}: {wrong}\nof {text:?}"));
        }
    }
}

#[test]
fn of_every_fixture_everything_holds() {
    let folder = tests().join("problems");
    let goldens = names_in(&folder).into_iter().map(|name| fs::read(folder.join(name)).unwrap());
    for body in payloads().into_iter().map(|payload| payload.body).chain(goldens).map(Body) {
        for property in [reader, report, canonical, fixes, redacted] {
            if let Err(wrong) = property(&body.0) {
                panic!("{wrong}\nof {body:?}");
            }
        }
    }
}

/// What is asked of valid bodies is asked of many, and of the others as well.
#[test]
fn the_bodies_are_of_every_status() {
    let mut runner = TestRunner::new(config(0));
    let mut count = |bodies: BoxedStrategy<Body>| {
        let mut counts = [0; 4];
        for _ in 0..2000 {
            let body = bodies.new_tree(&mut runner).unwrap().current();
            counts[hooklens::validate(&body.0).status as usize] += 1;
        }
        counts
    };
    let counts = count(any_body().boxed());
    assert!(counts.iter().all(|count| *count > 100), "valid, invalid, unknown, malformed: {counts:?}");
    let [valid, ..] = count(extended_values().boxed());
    assert!(valid > 1000, "{valid} are valid");
}

proptest! {
    #![proptest_config(config(10_000))]

    #[test]
    fn a_body_is_read_as_serde_json_reads_it(body in any_body()) {
        holds(reader, &body)?;
    }

    #[test]
    fn a_report_keeps_its_promises(body in any_body()) {
        holds(report, &body)?;
    }

    #[test]
    fn what_is_redacted_has_nothing_personal_and_the_same_report(body in any_body()) {
        holds(redacted, &body)?;
    }

    #[test]
    fn what_is_pasted_has_nothing_personal_once_it_is_redacted(body in pasted()) {
        holds(redacted, &body)?;
    }

    #[test]
    fn a_valid_body_and_no_other_gives_events(body in any_body()) {
        holds(canonical, &body)?;
    }

    #[test]
    fn events_are_the_same_however_they_are_spelled(body in extended_values()) {
        holds(canonical, &body)?;
    }

    #[test]
    fn a_fix_mends_its_problem(body in any_body()) {
        holds(fixes, &body)?;
    }

    #[test]
    fn a_fix_mends_what_is_no_json(body in changed_tokens()) {
        holds(fixes, &body)?;
    }
}
