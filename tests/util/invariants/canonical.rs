use hooklens::catalog::BUILT_IN;
use hooklens::{CloudEvent, OriginKind, catalog};
use serde_json::Value;

use super::report::json;
use super::tree::{Tree, numbers};
use super::{Outcome, ensure, is_json};

/// Events are given for a valid body that has some, and for no other; they are CloudEvents in JSON, and
/// are the same however the body is spelled.
pub fn canonical(body: &[u8]) -> Outcome {
    let report = hooklens::validate(body);
    let is_event = |id: &str| {
        BUILT_IN
            .event_types()
            .any(|(provider, _, event)| event.event && id == format!("{}/{}", provider.name, event.name))
    };
    let expected = report.events.iter().filter(|event| is_event(&event.id.to_string())).count();
    let expected = if report.valid { expected } else { 0 };
    let events = match hooklens::normalize(body) {
        Ok(events) => events,
        Err(refused) => {
            ensure!(expected == 0, "no events of a valid body");
            ensure!(json(&refused) == json(&report), "refused with another report");
            return Ok(());
        }
    };
    ensure!(expected > 0 && events.len() == expected, "{} events of {expected}", events.len());
    for event in &events {
        cloud_event(event)?;
    }
    provenance(body, &events)?;
    let tree = Tree::read(body).ok_or("valid, and no JSON")?;
    for seed in 0..2 {
        let spelled = tree.spelled(false, &mut numbers(seed));
        let again = hooklens::normalize(spelled.as_bytes()).map_err(|report| {
            format!("spelled otherwise it is no event: {spelled}: {:?}", report.problems)
        })?;
        // Of the data, the spelling of numbers and the order of what is unknown are as they were sent.
        let attributes = |event: &CloudEvent| CloudEvent { data: String::new(), ..event.clone() };
        let [before, after]: [Vec<CloudEvent>; 2] =
            [&events, &again].map(|events| events.iter().map(attributes).collect());
        ensure!(before == after, "{before:?}; spelled otherwise, {after:?}: {spelled}");
    }
    Ok(())
}

/// Of every part of each event it is told where it came from, which the body has.
fn provenance(body: &[u8], events: &[CloudEvent]) -> Outcome {
    let told = hooklens::provenance(body).map_err(|_| "events, and no provenance of them")?;
    ensure!(told.len() == events.len(), "the provenance of {} events of {}", told.len(), events.len());
    let document = serde_json::from_slice::<Value>(body).ok();
    for (event, told) in events.iter().zip(told) {
        let Ok(value) = serde_json::from_str::<Value>(&event.to_string()) else { continue };
        let mut parts = Vec::new();
        leaves(&value, String::new(), &mut parts);
        let mut pointers: Vec<&str> = told.origins.iter().map(|origin| &*origin.pointer).collect();
        parts.sort();
        pointers.sort_unstable();
        ensure!(parts == pointers, "the parts are {parts:?}, and {pointers:?} came from somewhere: {event}");
        for origin in &told.origins {
            let is_value = origin.kind == OriginKind::Value;
            ensure!(!is_value || !origin.from.is_empty(), "{} came from nowhere: {event}", origin.pointer);
            ensure!(is_value || origin.from.len() <= 1, "{origin:?}");
            for place in &origin.from {
                let found = document.as_ref().map(|document| document.pointer(&place.pointer).is_some());
                ensure!(found != Some(false), "the body has no {}", place.pointer);
            }
        }
    }
    Ok(())
}

fn leaves(value: &Value, pointer: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) if !list.is_empty() => {
            for (index, value) in list.iter().enumerate() {
                leaves(value, format!("{pointer}/{index}"), all);
            }
        }
        Value::Object(members) if !members.is_empty() => {
            for (key, value) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                leaves(value, format!("{pointer}/{key}"), all);
            }
        }
        _ => all.push(pointer),
    }
}

fn cloud_event(event: &CloudEvent) -> Outcome {
    let text = event.to_string();
    ensure!(is_json(text.as_bytes()), "no JSON: {text}");
    // Half a surrogate pair, as an escape, is JSON that Rust's strings cannot hold.
    let Ok(value) = serde_json::from_str::<Value>(&text) else {
        ensure!(text.contains("\\u"), "serde_json does not read {text}");
        return Ok(());
    };
    let words = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    ensure!(words("specversion") == "1.0", "no specversion: {text}");
    ensure!(words("datacontenttype") == "application/json", "no datacontenttype: {text}");
    ensure!(!words("id").is_empty() && words("id") == event.id, "no id: {text}");
    ensure!(words("type") == event.event_type && event.event_type.contains('.'), "no type: {text}");
    let segments: Vec<&str> = event.source.split('/').collect();
    let is_segment =
        |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    ensure!(segments.len().is_multiple_of(2) && segments.iter().skip(1).all(is_segment), "no source: {text}");
    let subject = value.get("subject").and_then(Value::as_str);
    ensure!(subject == event.subject.as_deref(), "no subject: {text}");
    ensure!(event.time.as_deref().is_none_or(is_moment), "no time: {text}");
    ensure!(value.get("data").is_some_and(Value::is_object), "no data: {text}");
    Ok(())
}

/// Whether a text is RFC 3339 in UTC.
fn is_moment(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    match shape.strip_prefix("0000-00-00T00:00:00").and_then(|rest| rest.strip_suffix('Z')) {
        Some(fraction) => fraction.is_empty() || fraction.trim_end_matches('0') == "." && fraction.len() > 1,
        None => false,
    }
}
