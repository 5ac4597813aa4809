//! What people paste in place of a body: the body in other notations, in other encodings, with text around it. Each
//! is one problem that names it, and one fix that gives back the body, value for value.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use hooklens::{Report, Status, validate};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use util::bodies::{Body, changed, changes};
use util::invariants::{fixes, reader, report as keeps_its_promises};
use util::pastes::{pastes, with_words};

const ISSUED: &str = include_str!("payloads/seam/acs_credential.issued.json");
const EXECUTED: &str = include_str!("payloads/chift/account.flow.executed.json");
const CREATED: &str = include_str!("payloads/paybook/credentials.created.json");
const REFRESH: &str = include_str!("payloads/paybook/refresh.json");
const LOCKED: &str = include_str!("payloads/seam/lock.locked.json");

fn bodies() -> Vec<Value> {
    [ISSUED, EXECUTED, CREATED, REFRESH, LOCKED]
        .iter()
        .map(|text| serde_json::from_str(text).unwrap())
        .collect()
}

fn fixed(text: &str, report: &Report) -> Option<String> {
    let fix = report.problems.first()?.fix.as_ref()?;
    let units: Vec<u16> = text.encode_utf16().collect();
    let new: Vec<u16> = fix.text.encode_utf16().collect();
    let all = [&units[..fix.start as usize], new.as_slice(), &units[fix.end as usize..]].concat();
    Some(String::from_utf16(&all).unwrap())
}

#[test]
fn each_is_one_problem_with_one_fix() {
    let mut wrong = Vec::new();
    for (name, paste) in pastes() {
        for body in bodies() {
            let text = paste(&body);
            let report = validate(text.as_bytes());
            let shown: String = text.chars().take(150).collect();
            let told: Vec<&str> =
                report.problems.iter().filter_map(|problem| problem.found.as_deref()).collect();
            if report.status != Status::Malformed || told != [name] {
                wrong.push(format!("{name}: {:?} {told:?}\n    {shown}", report.status));
                break;
            }
            let Some(after) = fixed(&text, &report) else {
                wrong.push(format!("{name}: no fix\n    {shown}"));
                break;
            };
            let expected = [body.clone(), with_words(&body)];
            let mut value: Option<Value> = serde_json::from_str(after.trim_start_matches('\u{feff}')).ok();
            if let Some(value) = value.as_mut().and_then(Value::as_object_mut) {
                value.remove("_id");
            }
            if !value.as_ref().is_some_and(|value| expected.contains(value)) {
                wrong.push(format!(
                    "{name}: other\n    {shown}\n    {}",
                    after.chars().take(150).collect::<String>()
                ));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), pastes().len(), wrong.join("\n"));
}

/// What is damaged may be told otherwise, and keeps every promise of a report and of its fixes.
fn damaged() -> impl Strategy<Value = Body> {
    (any::<Index>(), any::<Index>(), changes()).prop_map(|(paste, body, changes)| {
        let (pastes, bodies) = (pastes(), bodies());
        let (_, paste) = paste.get(&pastes);
        Body(changed(paste(body.get(&bodies)).into_bytes(), changes))
    })
}

/// One in another, as far as three deep.
fn nested() -> impl Strategy<Value = Body> {
    (any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>()).prop_map(
        |(first, second, third, body)| {
            let (pastes, bodies) = (pastes(), bodies());
            let around = |paste: &Index, text: String| paste.get(&pastes).1(&Value::from(text));
            let text = first.get(&pastes).1(body.get(&bodies));
            Body(around(&third, around(&second, text)).into_bytes())
        },
    )
}

/// The same on every run and on every machine, unless more are asked for.
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        rng_seed: if asked { RngSeed::Random } else { RngSeed::Fixed(7) },
        failure_persistence: None,
        ..default
    }
}

fn holds(body: &Body) -> Result<(), TestCaseError> {
    for property in [reader, keeps_its_promises, fixes] {
        property(&body.0).map_err(TestCaseError::fail)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(5000))]

    #[test]
    fn what_is_damaged_keeps_its_promises(body in damaged()) {
        holds(&body)?;
    }

    #[test]
    fn what_is_nested_keeps_its_promises(body in nested()) {
        holds(&body)?;
    }
}
