//! What is said of a document that has events inside.

use super::look::{Found, Inside};
use super::{Encoding, Step, names};
use crate::finding::Code;
use crate::json::position::Positions;
use crate::json::string::{cat, decimal};
use crate::json::syntax::SEVERAL;
use crate::json::{Document, Kind};
use crate::problem::{MessageBuffer, Part};
use crate::report::{self, Fix, Report, Status};

/// The report on a document in which so many events were found, of which this is the first.
pub(super) fn report<'c>(document: &Document<'_>, first: &Found<'c>, count: usize) -> Report<'c> {
    let Found { event, path, place, text } = first;
    let (provider, root) = (event.id.provider, document.node(Document::ROOT));
    let mut words = MessageBuffer::new();
    let is_answer = is_answer(first);
    let start = words.text.len();
    if is_answer {
        words.add(&["no delivery: "]);
    } else if count == 1 {
        words.add(&["something around it: "]);
    } else {
        words.add(&["something around ", &decimal(count as u64), " events: the first, "]);
    }
    words.add(&["`", provider.name, "/", event.id.event.name, "`"]);
    words.add(&[if count > 1 && !is_answer { "," } else { "" }, " is inside"]);
    for (index, step) in path.iter().enumerate() {
        let at = if step.pointer.is_empty() { ["", "", ""] } else { [", at `", &step.pointer, "`"] };
        words.add(&[if index > 0 { ", there" } else { "" }, step.encoding.words()]);
        words.add(&at);
    }
    if is_answer {
        words.end(Part::Hint, start);
        words.say(Part::Expected, &["a known webhook event"]);
        words.say(Part::Found, &["an answer of the ", provider.title, " API"]);
        let place = (root.start, root.start + 1);
        return report::of_words(document, Status::Unknown, Code::UnknownEvent, place, &words);
    }
    words.end(Part::Found, start);
    words.say(Part::Expected, &["a webhook event by itself"]);
    if let Some(Step { pointer, .. }) = path.first() {
        words.say(Part::Pointer, &[pointer]);
    }
    if root.kind == Kind::String {
        words.say(Part::Hint, &["this is JSON text inside a JSON string: it was encoded twice"]);
    } else if root.kind == Kind::Array && document.elements(Document::ROOT).count() == 1 {
        words.say(Part::Hint, &["this is an array of one event"]);
    } else if let Some(name) = names::around(document, *place) {
        words.say(Part::Hint, &["this is ", name]);
    }
    // One that lacks its envelope is no event by itself either.
    if count == 1 && !event.is_bare {
        let is_encoded = root.kind == Kind::String && path.len() == 1;
        words.say(Part::Title, &[if is_encoded { "Decode it once" } else { TAKE_OUT }]);
        words.say(Part::Text, &[text]);
    }
    report::of_words(document, Status::Invalid, Code::WrappedEvent, *place, &words)
}

/// Whether a text in UTF-8 has several documents, and that is all that is said of it.
pub(super) fn is_of_several(report: &Report<'_>) -> bool {
    matches!(&*report.problems, [problem] if problem.code == Code::InvalidJson && problem.hint.as_deref() == Some(SEVERAL))
}

/// Of several documents in a text one is an event: it is that which is to be sent.
pub(super) fn name_one(report: &mut Report<'_>, body: &[u8], found: &Inside<'_>) {
    let (Inside { list, count: 1 }, Some(problem)) = (found, report.problems.first_mut()) else { return };
    let Some(Found { event, text, .. }) = list.first().filter(|found| !found.event.is_bare) else { return };
    let (provider, name) = (event.id.provider.name, event.id.event.name);
    problem.hint = Some(cat(&["there are several JSON documents: send `", provider, "/", name, "` alone"]));
    problem.fix = Some(Fix {
        title: TAKE_OUT.to_owned(),
        start: 0,
        end: Positions::new(body).of(body.len() as u32).offset,
        text: text.clone(),
    });
}

/// The title of the fix that leaves an event of what is around it.
const TAKE_OUT: &str = "Take the event out";

/// Whether it is where the provider's API answers with events.
fn is_answer(found: &Found<'_>) -> bool {
    let [Step { pointer, encoding: Encoding::Json }] = &*found.path else { return false };
    let mut keys = found.event.id.provider.envelopes.iter().flat_map(|envelope| envelope.answers);
    keys.any(|key| {
        let after = pointer.get(1..).and_then(|token| token.strip_prefix(key));
        after.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}
