//! No event is taken for another: not by its name, not by a name with a slip, not by its fields.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use std::collections::BTreeSet;

use hooklens::catalog::BUILT_IN;
use hooklens::suggest::{near, nearest};
use hooklens::{Status, validate};
use proptest::prelude::*;
use serde_json::{Map, Value};
use util::bodies::config;
use util::{Payload, candidates, ids, payloads};

/// Names that are two slips apart: of each pair, the one looks like a misspelling of the other.
const ALIKE: [(&str, &str); 7] = [
    ("access_method.issued", "access_method.reissued"),
    ("acs_credential.issued", "acs_credential.reissued"),
    ("action_attempt.lock_door.failed", "action_attempt.unlock_door.failed"),
    ("action_attempt.lock_door.succeeded", "action_attempt.unlock_door.succeeded"),
    ("device.salto.privacy_mode_activated", "device.salto.privacy_mode_deactivated"),
    // One event in two versions.
    ("documents.completed", "documents_completed"),
    ("lock.locked", "lock.unlocked"),
];

/// The examples of events whose name stands in the body, with its path there.
fn named() -> Vec<(Payload, Vec<String>)> {
    let path = |payload: &Payload| {
        let (_, envelope, _) = BUILT_IN
            .rows()
            .find(|(provider, _, event)| format!("{}/{}", provider.name, event.name) == payload.id)?;
        let start = if envelope.payload.is_some() { &["events", "0"][..] } else { &[] };
        let path: Vec<String> = start.iter().chain(envelope.name_at).map(|name| (*name).to_owned()).collect();
        (!envelope.name_at.is_empty()).then_some(path)
    };
    let examples = payloads().into_iter().filter(|payload| payload.variant.is_empty());
    examples.filter_map(|payload| path(&payload).map(|path| (payload, path))).collect()
}

fn json(payload: &Payload) -> Value {
    serde_json::from_slice(&payload.body).unwrap()
}

fn at<'a>(body: &'a mut Value, path: &[String]) -> &'a mut Value {
    path.iter().fold(body, |value, key| match value {
        Value::Array(array) => &mut array[key.parse::<usize>().unwrap()],
        value => &mut value[key.as_str()],
    })
}

fn with_name(payload: &Payload, path: &[String], name: &str) -> hooklens::Report<'static> {
    let mut body = json(payload);
    *at(&mut body, path) = name.into();
    validate(body.to_string().as_bytes())
}

/// Whatever its fields are, a body with the marks of a provider is what its name says.
#[test]
fn of_every_pair_the_name_decides() {
    let examples = named();
    let mut pairs = 0;
    for (payload, path) in &examples {
        for (other, other_path) in &examples {
            let (provider, name) = other.id.split_once('/').unwrap();
            if !payload.id.starts_with(provider) || path != other_path {
                continue;
            }
            let report = with_name(payload, path, name);
            assert_eq!(ids(&report), [other.id.as_str()], "{} as {name}", payload.id);
            pairs += 1;
        }
    }
    assert!(pairs > 109 * 109, "{pairs}");
}

/// Both bodies in one object, the first one's name counting: it is the first, or nothing.
#[test]
fn of_every_pair_merged_it_is_the_one_that_is_named() {
    let flat: Vec<(Payload, Map<String, Value>, String)> = named()
        .into_iter()
        .filter(|(_, path)| path.len() == 1)
        .map(|(payload, path)| {
            let Value::Object(body) = json(&payload) else { panic!("{}", payload.path) };
            (payload, body, path[0].clone())
        })
        .collect();
    for (payload, body, _) in &flat {
        for (_, other, other_name) in &flat {
            let mut merged = other.clone();
            merged.remove(other_name);
            merged.extend(body.clone());
            let report = validate(Value::Object(merged).to_string().as_bytes());
            assert_eq!(ids(&report), [payload.id.as_str()], "{}", payload.id);
        }
    }
}

/// Without its name a body is the one event that its fields fit, or several fit and none is taken.
#[test]
fn without_its_name_no_body_is_taken_for_another() {
    let (mut told, mut several) = (0, 0);
    for (payload, path) in named() {
        let mut body = json(&payload);
        let (last, object) = path.split_last().unwrap();
        at(&mut body, object).as_object_mut().unwrap().remove(last);
        let report = validate(body.to_string().as_bytes());
        assert!(ids(&report).iter().all(|id| *id == payload.id), "{}: {:?}", payload.id, ids(&report));
        match ids(&report).as_slice() {
            [] if report.status == Status::Unknown && !report.candidates.is_empty() => {
                assert!(candidates(&report).contains(&payload.id), "{}", payload.id);
                several += 1;
            }
            // Of the last one no fields of its own are published.
            [] => assert!(
                path.len() > 1
                    || payload.id.starts_with("paybook/")
                    || payload.id == "chift/account.datalayer.refresh_executed",
                "{}",
                payload.id
            ),
            _ => told += 1,
        }
    }
    assert!(told > 20 && several > 60, "{told} told, {several} with candidates");
}

/// With an event type taken out of the catalog its name is one that nobody knows: nothing near it.
#[test]
fn a_name_that_the_catalog_lacks_has_no_candidate() {
    let mut alike = BTreeSet::new();
    for provider in BUILT_IN.providers() {
        let names: BTreeSet<&str> = BUILT_IN
            .event_types()
            .filter(|(of, _, event)| of.name == provider.name && event.event)
            .map(|(.., event)| event.name)
            .collect();
        for name in &names {
            let mut others = names.iter().filter(|other| *other != name).map(|name| (*name, *name));
            for near in nearest(name, &mut others) {
                alike.insert((*name.min(&near), *name.max(&near)));
            }
        }
    }
    assert_eq!(alike, BTreeSet::from(ALIKE));
}

/// A name with one slip has its own event type among the candidates, alone where no other is as near.
#[test]
fn a_name_with_a_slip_has_its_own_candidate() {
    let (mut alone, mut tied) = (0, 0);
    for (payload, path) in named() {
        let (provider, name) = payload.id.split_once('/').unwrap();
        for slip in slips(name) {
            if BUILT_IN.event_types().any(|(of, _, event)| of.name == provider && event.is_named(&slip)) {
                continue;
            }
            let report = with_name(&payload, &path, &slip);
            assert_eq!(ids(&report), [""; 0], "{slip}");
            assert_eq!(report.status, Status::Unknown, "{slip}");
            let found = candidates(&report);
            assert!(found.contains(&payload.id), "{slip} for {name}: {found:?}");
            let fix = report.problems[0].fix.as_ref();
            assert!(fix.is_none_or(|fix| fix.text == format!("\"{name}\"")), "{slip}: {fix:?}");
            match found.len() {
                1 => {
                    assert!(fix.is_some(), "{slip}");
                    alone += 1;
                }
                _ => tied += 1,
            }
        }
    }
    assert!(alone > 10_000 && tied < 100, "{alone} alone, {tied} tied");
}

/// A name with one letter less, more, another, or two swapped, at every place.
fn slips(name: &str) -> BTreeSet<String> {
    let mut slips = BTreeSet::new();
    for at in 0..name.len() {
        let (before, rest) = name.split_at(at);
        slips.insert(format!("{before}{}", &rest[1..]));
        slips.insert(format!("{before}q{rest}"));
        slips.insert(format!("{before}e{}", &rest[1..]));
        if let [first, second, ..] = rest.as_bytes() {
            let (first, second) = (char::from(*first), char::from(*second));
            slips.insert(format!("{before}{second}{first}{}", &rest[2..]));
        }
    }
    slips.remove(name);
    slips
}

/// The slips between two names, counted in a table of all their beginnings.
fn slips_between(name: &[u8], known: &[u8]) -> usize {
    let mut table = vec![vec![0; known.len() + 1]; name.len() + 1];
    for row in 0..=name.len() {
        for column in 0..=known.len() {
            table[row][column] = match (row, column) {
                (0, most) | (most, 0) => most,
                _ => {
                    let other = usize::from(name[row - 1] != known[column - 1]);
                    let least = (table[row - 1][column] + 1).min(table[row][column - 1] + 1);
                    let least = least.min(table[row - 1][column - 1] + other);
                    let swapped = row > 1
                        && column > 1
                        && name[row - 2] == known[column - 1]
                        && name[row - 1] == known[column - 2];
                    if swapped { least.min(table[row - 2][column - 2] + 1) } else { least }
                }
            };
        }
    }
    table[name.len()][known.len()]
}

proptest! {
    #![proptest_config(config(20_000))]

    #[test]
    fn a_name_is_as_near_as_its_slips_say(
        known in prop_oneof!["[a-d]{3,9}", "[a-z]{3,64}", "[ab]{60,64}"],
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..4, b'a'..=b'z'), 0..5),
    ) {
        let mut name = known.clone().into_bytes();
        for (at, slip, letter) in slips {
            let at = at.index(name.len());
            match slip {
                0 => name.insert(at, letter),
                1 => name[at] = letter,
                2 if at > 0 => name.swap(at - 1, at),
                _ => drop(name.remove(at)),
            }
            if name.is_empty() {
                break;
            }
        }
        let name = String::from_utf8(name).unwrap();
        let most = if known.len() < 6 { 1 } else { 2 };
        let slips = slips_between(name.as_bytes(), known.as_bytes());
        let is_near = slips > 0 && slips <= most && name.len() <= 64;
        prop_assert_eq!(near(&name, &known), is_near.then_some(slips));
    }
}
