//! What is said of a body beside it: a hint narrows what it may be, or decides it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use hooklens::catalog::BUILT_IN;
use hooklens::{Checker, Hint, Limits, Report, Status};
use util::{candidates, ids, payloads, summary};

fn report(body: &[u8], hint: &str) -> Report<'static> {
    Checker::new(&BUILT_IN).validate_as(body, Hint::of(hint), Limits::default())
}

#[track_caller]
fn assert_is(body: &[u8], hint: &str, expected: &[&str]) {
    assert_eq!(ids(&report(body, hint)), expected, "{hint:?}");
}

/// The id of the event that it is changes nothing; nor do its case and its separators.
#[test]
fn the_own_id_of_a_body_changes_nothing() {
    for payload in payloads().iter().filter(|payload| payload.variant != "bare") {
        let plain = report(&payload.body, "");
        let title_case = payload.id.to_uppercase().replace(['.', '_'], "-");
        for hint in [payload.id.as_str(), &title_case] {
            let hinted = report(&payload.body, hint);
            assert_eq!(ids(&hinted), ids(&plain), "{} as {hint}", payload.path);
            assert_eq!(summary(&hinted), summary(&plain), "{} as {hint}", payload.path);
        }
    }
}

/// A type narrows to itself, and so do the first words of one.
#[test]
fn a_type_and_its_first_words_narrow() {
    for payload in payloads().iter().filter(|payload| payload.variant.is_empty()) {
        let (_, name) = payload.id.split_once('/').unwrap();
        let first_word = name.split(['.', '_']).next().unwrap();
        for hint in [name, first_word] {
            assert_is(&payload.body, hint, &[payload.id.as_str()]);
        }
    }
}

#[test]
fn another_id_decides_what_a_body_is_checked_against() {
    let refresh = include_bytes!("payloads/paybook/refresh.json");
    let found = report(refresh, "seam/device.connected");
    assert_eq!(ids(&found), ["seam/device.connected"]);
    assert_eq!(found.status, Status::Invalid);
    let missing = summary(&found).iter().filter(|problem| problem.contains("missing-field")).count();
    assert_eq!(missing, 7);
    // In an envelope each element of the list, though its own name is another.
    let created = include_bytes!("payloads/paybook/credentials.created.json");
    let found = report(created, "paybook/credentials.updated");
    assert_eq!(ids(&found), ["paybook/credentials.updated"]);
    assert!(summary(&found).contains(&"error unexpected-value /events/0/header/event/name".to_owned()));
}

#[test]
fn an_id_decides_whatever_the_body_looks_like() {
    for body in ["7", "null", "\"x\"", "[]", "{}"] {
        let found = report(body.as_bytes(), "chift/account.flow.enabled");
        assert_eq!(ids(&found), ["chift/account.flow.enabled"], "{body}");
        assert_eq!(found.status, Status::Invalid, "{body}");
        let found = report(body.as_bytes(), "paybook/credentials.created");
        assert_eq!(found.status, Status::Invalid, "{body}");
    }
    assert_eq!(summary(&report(b"7", "seam/lock.locked")), ["error wrong-type"]);
    assert_eq!(report(b"7,", "seam/lock.locked").status, Status::Malformed);
}

/// Nothing falls back to guessing without the hint.
#[test]
fn what_does_not_fit_the_hint_is_unknown() {
    let refresh = include_bytes!("payloads/paybook/refresh.json");
    for hint in
        ["credential_create", "seam", "lock.locked", "refreshed", "paybook/credentials", "nothing", "7"]
    {
        let found = report(refresh, hint);
        assert_eq!(ids(&found), [""; 0], "{hint}");
        assert_eq!(found.status, Status::Unknown, "{hint}");
        assert_eq!(candidates(&found), [""; 0], "{hint}");
        assert_eq!(summary(&found), ["error unknown-event"], "{hint}");
    }
    // Without a letter or a digit it is no hint.
    for hint in ["", " ", "-/."] {
        assert_is(refresh, hint, &["paybook/refresh"]);
    }
}

/// Bare bodies of Chift that several event types fit are one of them, once something says which.
#[test]
fn a_hint_settles_what_several_fit() {
    let bare = include_bytes!("payloads/chift/account.connection.created.bare.json");
    assert_eq!(candidates(&report(bare, "")).len(), 4);
    assert_eq!(candidates(&report(bare, "account.connection")).len(), 4);
    assert_eq!(candidates(&report(bare, "chift/account.connection.d")), [""; 0]);
    assert_is(bare, "account.connection.down", &["chift/account.connection.down"]);
    assert_is(bare, "AccountConnectionDown", &["chift/account.connection.down"]);
}

/// Where the body lacks its event's name, the hint may be it; a body without any mark of the provider is not
/// believed for a type alone.
#[test]
fn the_name_may_come_from_the_hint() {
    let body = br#"{"event_id":"0c6e8bdb-7f3c-4a3f-a6a1-7a4ee7d3f7d2","device_id":7}"#;
    assert_is(body, "", &[]);
    assert_is(body, "device.connected", &["seam/device.connected"]);
    assert_is(body, "device", &[]);
    assert_is(br#"{"device_id":7}"#, "device.connected", &[]);
    let unnamed = br#"{"rid":"0c6e8bdb-7f3c-4a3f-a6a1-7a4ee7d3f7d2","events":[{"header":{},"payload":{}}]}"#;
    assert_is(unnamed, "", &[]);
    assert_is(unnamed, "credentials.created", &["paybook/credentials.created"]);
}

/// Of a batch only what fits is an event.
#[test]
fn of_a_batch_each_event_is_narrowed() {
    let created = include_str!("payloads/paybook/credentials.created.json");
    let body = created.replace("\"credentials.created\"", "\"NAME\"");
    let value: serde_json::Value = serde_json::from_str(&body).unwrap();
    let event = |name: &str| value["events"][0].to_string().replace("NAME", name);
    let batch = format!(
        r#"{{"rid":{},"events":[{},{}]}}"#,
        value["rid"],
        event("credentials.created"),
        event("documents.completed")
    );
    let found = report(batch.as_bytes(), "credentials");
    assert_eq!(ids(&found), ["paybook/credentials.created"]);
    assert!(summary(&found).contains(&"error unknown-event /events/1".to_owned()), "{:?}", summary(&found));
}
