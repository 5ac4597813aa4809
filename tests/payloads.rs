//! Every example of every event type is recognized as what its path says, and is valid.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;

use hooklens::catalog::BUILT_IN;
use hooklens::shape::Wrapper;
use hooklens::{Status, validate};
use serde_json::{Map, Value};
use util::{Payload, candidates, ids, payloads, summary};

/// Chift's event types whose own fields are another's too: a bare body may be any of them.
const SHARED: [&[&str]; 3] = [
    &[
        "chift/account.connection.created",
        "chift/account.connection.deleted",
        "chift/account.connection.up",
        "chift/account.connection.down",
    ],
    &["chift/account.flow.enabled", "chift/account.flow.disabled"],
    &["chift/pos.order.completed", "chift/pos.order.updated"],
];

/// Where the events of a body stand.
fn pointers(Payload { id, variant, .. }: &Payload) -> &'static [&'static str] {
    let enveloped = BUILT_IN.rows().any(|(provider, envelope, event)| {
        let same = id.strip_prefix(provider.name).and_then(|rest| rest.strip_prefix('/')) == Some(event.name);
        same && matches!(envelope.wrapper, Wrapper::Object { events: "events", .. })
    });
    match variant.as_str() {
        "listed" => &["/0", "/1"],
        "answer" => &["/response"],
        "answer-list" => &["/response/0", "/response/1"],
        _ if enveloped => &["/events/0"],
        _ => &[""],
    }
}

#[test]
fn every_example_is_valid_and_recognized() {
    for payload in payloads().iter().filter(|payload| payload.variant != "bare") {
        let report = validate(&payload.body);
        let path = &payload.path;
        assert_eq!(summary(&report), [""; 0], "problems of {path}");
        assert_eq!(report.status, Status::Valid, "status of {path}");
        assert!(report.valid, "`valid` of {path}");
        let found: Vec<&str> = report.events.iter().map(|event| event.pointer.as_str()).collect();
        assert_eq!(found, pointers(payload), "pointers of {path}");
        assert!(report.events.iter().all(|event| event.id.to_string() == payload.id), "events of {path}");
        assert_eq!(candidates(&report), [""; 0], "candidates of {path}");
        for event in &report.events {
            assert_eq!(format!("{}/{}", event.provider, event.event_type), payload.id, "names of {path}");
            assert!(!event.title.is_empty(), "title of {path}");
        }
    }
}

#[test]
fn bare_examples_are_known_by_their_shape_or_ambiguous() {
    let bare: Vec<Payload> = payloads().into_iter().filter(|payload| payload.variant == "bare").collect();
    assert!(bare.len() >= 13, "{} bare examples", bare.len());
    for payload in &bare {
        let report = validate(&payload.body);
        let path = &payload.path;
        match SHARED.iter().find(|ids| ids.contains(&payload.id.as_str())) {
            Some(shared) => {
                assert_eq!(report.status, Status::Unknown, "status of {path}");
                assert_eq!(candidates(&report), *shared, "candidates of {path}");
                assert_eq!(ids(&report), [""; 0], "events of {path}");
                assert_eq!(summary(&report), ["error ambiguous-event"], "problems of {path}");
            }
            None => {
                assert_eq!(report.status, Status::Valid, "status of {path}");
                assert_eq!(ids(&report), [payload.id.as_str()], "events of {path}");
                assert_eq!(candidates(&report), [""; 0], "candidates of {path}");
                assert_eq!(summary(&report), ["warning missing-envelope"], "problems of {path}");
            }
        }
    }
}

/// A webhook, the request for one and the request for a 3.1 subscription have most fields in common: each is told
/// with any one of its own missing, and with all of another's beside.
#[test]
fn what_is_sent_about_webhooks_is_told_apart() {
    let ids_of = |body: &Map<String, Value>| ids(&validate(serde_json::to_string(body).unwrap().as_bytes()));
    let read = |name: &str| -> Map<String, Value> {
        let path = util::tests().join(format!("payloads/paybook/{name}.json"));
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    };
    let bodies = ["webhook", "webhook.dt-create", "webhook.create", "subscription.create"].map(read);
    let [webhook, dated, request, subscription] = &bodies;
    let own = [
        (webhook, "paybook/webhook"),
        (dated, "paybook/webhook"),
        (request, "paybook/webhook.create"),
        (subscription, "paybook/subscription.create"),
    ];
    for (body, id) in own {
        for lacking in body.keys() {
            let mut part = body.clone();
            part.remove(lacking);
            let found = ids_of(&part);
            // Without the names of its events, a request for a webhook is any document with a URL.
            let told = !(lacking == "events" && id == "paybook/webhook.create");
            assert_eq!(found, if told { vec![id] } else { vec![] }, "{id} without {lacking}");
        }
    }
    // What is in both is the one's: a webhook has its ID, a request for one the names of its events.
    for (body, with, id) in [
        (webhook, subscription, "paybook/webhook"),
        (webhook, request, "paybook/webhook"),
        (request, subscription, "paybook/webhook.create"),
    ] {
        let mut both = with.clone();
        both.extend(body.clone());
        assert_eq!(ids_of(&both), [id], "{both:?}");
    }
}

/// With its name and none of the fields around it, a body is known by the name.
#[test]
fn a_bare_body_with_its_name_is_known_by_it() {
    for payload in
        payloads().iter().filter(|payload| payload.id.starts_with("chift/") && payload.variant.is_empty())
    {
        let mut body: Map<String, Value> = serde_json::from_slice(&payload.body).unwrap();
        body.retain(|key, _| !matches!(key.as_str(), "accountid" | "consumerid" | "created"));
        let report = validate(serde_json::to_string(&body).unwrap().as_bytes());
        assert_eq!(ids(&report), [payload.id.as_str()]);
        assert_eq!(report.status, Status::Valid, "{}", payload.path);
        assert_eq!(summary(&report), ["warning missing-envelope"], "{}", payload.path);
    }
}

/// With some of the fields around it, the others are missing.
#[test]
fn half_an_envelope_lacks_the_other_half() {
    let around = ["accountid", "consumerid", "created", "event"];
    let example = include_bytes!("payloads/chift/account.flow.executed.json");
    for kept in ["accountid", "consumerid", "created"] {
        let mut body: Map<String, Value> = serde_json::from_slice(example).unwrap();
        body.retain(|key, _| !around.contains(&key.as_str()) || key == kept || key == "event");
        let report = validate(serde_json::to_string(&body).unwrap().as_bytes());
        assert_eq!(ids(&report), ["chift/account.flow.executed"], "with {kept}");
        assert_eq!(report.status, Status::Invalid, "with {kept}");
        let missing: Vec<String> = around
            .iter()
            .filter(|name| **name != kept && **name != "event")
            .map(|name| format!("error missing-field /{name}"))
            .collect();
        assert_eq!(summary(&report), missing, "with {kept}");
    }
}

#[test]
fn every_event_type_has_an_example() {
    let exampled: BTreeSet<String> = payloads()
        .into_iter()
        .filter(|payload| payload.variant.is_empty())
        .map(|payload| payload.id)
        .collect();
    let known: BTreeSet<String> = BUILT_IN
        .event_types()
        .map(|(provider, _, event)| format!("{}/{}", provider.name, event.name))
        .collect();
    assert_eq!(exampled, known);
}

#[test]
fn every_event_type_carries_its_example() {
    for (provider, _, event) in BUILT_IN.event_types() {
        let path = format!("{}/{}.json", provider.name, event.name);
        let file = std::fs::read_to_string(util::tests().join("payloads").join(&path)).unwrap();
        assert_eq!(event.example, file, "the catalog's example is tests/payloads/{path}");
    }
}

/// Key order, white space, line endings and a byte order mark mean nothing.
#[test]
fn spelling_means_nothing() {
    for payload in payloads().iter().filter(|payload| payload.variant != "bare") {
        let value: Value = serde_json::from_slice(&payload.body).unwrap();
        let text = String::from_utf8(payload.body.clone()).unwrap();
        let spellings = [
            serde_json::to_string(&value).unwrap(),
            serde_json::to_string_pretty(&value).unwrap(),
            reversed(&value),
            text.replace('\n', "\r\n"),
            text.replace('\n', "\r"),
            format!("\u{feff}{text}"),
            format!("\n\t {text}\r\n\n"),
            text.replace('/', "\\/"),
        ];
        for spelling in spellings {
            let report = validate(spelling.as_bytes());
            assert_eq!(summary(&report), [""; 0], "{} as {spelling}", payload.path);
            assert!(report.events.iter().all(|event| event.id.to_string() == payload.id), "{}", payload.path);
            assert_eq!(report.events.len(), pointers(payload).len(), "{}", payload.path);
        }
    }
}

/// The value's text with every object's keys from last to first.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let member = |(key, value): (&String, &Value)| {
                format!("{}:{}", Value::from(key.as_str()), reversed(value))
            };
            format!("{{{}}}", object.iter().rev().map(member).collect::<Vec<_>>().join(","))
        }
        Value::Array(array) => format!("[{}]", array.iter().map(reversed).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

#[test]
fn no_object_names_a_field_twice() {
    util::each_object(&mut |object| {
        let names: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    });
}
