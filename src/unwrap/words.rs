//! What is said of a body that has events inside.

use super::look::Found;
use super::{Encoding, Step, names};
use crate::finding::Code;
use crate::json::string::{cat, decimal};
use crate::json::{Document, Kind};
use crate::problem;
use crate::report::{self, Report, Said, Status};

/// The report on a document in which so many events were found, of which this is the first.
pub(super) fn report<'c>(document: &Document<'_>, first: &Found<'c>, count: usize) -> Report<'c> {
    let Found { event, path, place, text } = first;
    let id = cat(&["`", event.id.provider.name, "/", event.id.event.name, "`"]);
    let whereabouts = cat(&[" is inside", &way(path)]);
    let pointer = path.first().map(|step| step.pointer.clone()).unwrap_or_default();
    let root = document.node(Document::ROOT);
    if is_answer(first) {
        return report::of_one(
            document.body(),
            Status::Unknown,
            Said {
                code: Code::UnknownEvent,
                place: (root.start, root.start + 1),
                pointer: String::new(),
                expected: "a known webhook event".to_owned(),
                found: cat(&["an answer of the ", event.id.provider.title, " API"]),
                hint: Some(cat(&["no delivery: ", &id, &whereabouts])),
                fix: None,
            },
        );
    }
    let found = match count {
        1 => cat(&["something around it: ", &id, &whereabouts]),
        _ => cat(&[
            "something around ",
            &decimal(count as u64),
            " of them: the first, ",
            &id,
            ",",
            &whereabouts,
        ]),
    };
    report::of_one(
        document.body(),
        Status::Invalid,
        Said {
            code: Code::WrappedEvent,
            place: *place,
            pointer,
            expected: "a webhook event by itself".to_owned(),
            found,
            hint: hint(document, *place),
            fix: (count == 1).then(|| match &event.bare {
                Some(entry) => ("Take the event out, and wrap it", problem::wrapped(entry, text)),
                None if root.kind == Kind::String && path.len() == 1 => ("Decode it once", text.clone()),
                None => ("Take the event out", text.clone()),
            }),
        },
    )
}

/// Whether it is where the provider's API answers with events.
fn is_answer(found: &Found<'_>) -> bool {
    let [Step { pointer, encoding: Encoding::Json }] = &*found.path else { return false };
    let after_key = |key| pointer.strip_prefix('/')?.strip_prefix(key);
    let mut keys = found.event.id.provider.envelopes.iter().flat_map(|envelope| envelope.answers);
    keys.any(|key| after_key(*key).is_some_and(|rest: &str| rest.is_empty() || rest.starts_with('/')))
}

/// The way to what is inside, in words.
fn way(path: &[Step]) -> String {
    let mut words = String::new();
    for step in path {
        let how = match step.encoding {
            Encoding::Json => "",
            Encoding::Text => ", as text",
            Encoding::Base64 => ", in base64",
            Encoding::Form => ", in a form",
            Encoding::Percent => ", percent-encoded",
        };
        words.push_str(if words.is_empty() { "" } else { ", there" });
        words.push_str(how);
        if !step.pointer.is_empty() {
            words.push_str(&cat(&[", at `", &step.pointer, "`"]));
        }
    }
    words
}

fn hint(document: &Document<'_>, place: (u32, u32)) -> Option<String> {
    if document.node(Document::ROOT).kind == Kind::String {
        return Some("this is JSON text inside a JSON string: it was encoded twice".to_owned());
    }
    names::around(document, place).map(|name| cat(&["this is ", name]))
}
