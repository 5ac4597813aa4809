//! Where each part of a canonical event came from. It is noted while the event is written, and read back from what
//! was written.

use super::cloud_event::{DATA_AT, EncodedEvent};
use crate::json::string::decimal;
use crate::json::{Document, Kind, Limits, NodeId, Reader, pointer, sort, string};

/// Whether it can be noted. Where it can't, nothing of it is compiled.
pub(crate) const TRACES: bool = cfg!(feature = "provenance");

/// So many parts of an event are told of.
const MOST_ORIGINS: usize = 100_000;

/// How many bytes the keys of objects and arrays may take in the pointers of all that is in them: what would take more
/// is told of as a whole. One key may be as long as the body, and in the pointer of every part.
const LONGEST_POINTERS: usize = 1 << 23;

/// Why a part of a canonical event says what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginKind {
    /// The body says it: there, or in all of these places.
    Value,
    /// It is the same for every event of its provider.
    Constant,
    /// It says which event type it is; there is the event's name, if it has one.
    EventType,
    /// It is made of all of the event's content.
    Content,
}

impl OriginKind {
    /// As JavaScript has it.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            OriginKind::Value => "value",
            OriginKind::Constant => "constant",
            OriginKind::EventType => "event-type",
            OriginKind::Content => "content",
        }
    }
}

/// Where a part of a canonical event came from, in nodes of the body.
#[derive(Debug)]
pub(crate) struct Traced {
    /// RFC 6901 pointer in the canonical event.
    pub pointer: String,
    pub kind: OriginKind,
    pub from: Vec<NodeId>,
}

/// What was noted while an event was written.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    /// In the order of the data.
    marks: Vec<Mark>,
    /// Values of the body that say what others say, and are in the data with those: first of which, then it.
    also: Vec<(NodeId, NodeId)>,
    /// The event itself: where there is nothing in the data, that says so.
    pub event: NodeId,
    /// Of `id`, `source`, `type`, `subject` and `time`.
    pub attributes: [Vec<NodeId>; 5],
}

/// What is written at an offset of the data is a value of the body.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    node: NodeId,
    /// As it was sent: its parts are where they are in the body.
    sent: bool,
}

impl Trace {
    /// Of an event of which nothing is written yet.
    pub fn of(event: NodeId) -> Self {
        Trace { event, ..Trace::default() }
    }

    pub fn mark(&mut self, at: usize, node: NodeId, sent: bool) {
        self.marks.push(Mark { at, node, sent });
    }

    /// A value says what another says that is in the data.
    pub fn also(&mut self, first: NodeId, value: NodeId) {
        self.also.push((first, value));
    }

    /// The values of the body that are in the data where this one is.
    fn all(&self, node: NodeId) -> Vec<NodeId> {
        let others = self.also.iter().filter(|(first, _)| *first == node).map(|(_, value)| *value);
        std::iter::once(node).chain(others).collect()
    }
}

/// The attributes in their order, and why each says what it says: with a value of the body, and without.
const ATTRIBUTES: [(&str, OriginKind); 5] = [
    ("/id", OriginKind::Content),
    ("/source", OriginKind::Constant),
    ("/type", OriginKind::EventType),
    ("/subject", OriginKind::Value),
    ("/time", OriginKind::Value),
];

/// Where every part of an event came from that has no parts itself, in the order of the event.
pub(crate) fn origins(event: &EncodedEvent<'_>) -> Vec<Traced> {
    let Some(trace) = event.trace else { return Vec::new() };
    let constant =
        |pointer: &str| Traced { pointer: pointer.to_owned(), kind: OriginKind::Constant, from: Vec::new() };
    let mut origins = vec![constant("/specversion")];
    for (((pointer, kind), from), range) in ATTRIBUTES.iter().zip(&trace.attributes).zip(&event.attributes) {
        if range.is_empty() {
            continue;
        }
        let kind = if from.is_empty() || *kind == OriginKind::EventType { *kind } else { OriginKind::Value };
        origins.push(Traced { pointer: (*pointer).to_owned(), kind, from: from.clone() });
    }
    origins.push(constant("/datacontenttype"));
    of_data(event.data, trace, &mut origins);
    origins
}

/// A level of the way through the data.
struct Level {
    /// The node after it.
    end: NodeId,
    is_object: bool,
    index: u64,
    /// The bytes of the pointer to it.
    length: usize,
}

fn of_data(bytes: &[u8], trace: &Trace, origins: &mut Vec<Traced>) {
    let mut reader = Reader::new();
    if reader.scan(bytes, Limits { max_bytes: u32::MAX, max_depth: u32::MAX }, false).is_err() {
        return;
    }
    let document = reader.document(bytes);
    let mut pointer = String::from(DATA_AT);
    let mut levels: Vec<Level> = Vec::new();
    let (mut marks, mut mark) = (trace.marks.iter().peekable(), None);
    // The node of the data at which the last mark is.
    let mut marked = Document::ROOT;
    let mut room = LONGEST_POINTERS;
    let mut at = Document::ROOT;
    let mut doubles = Vec::new();
    while (at as usize) < document.nodes().len() && origins.len() < MOST_ORIGINS {
        while levels.pop_if(|level| level.end <= at).is_some() {}
        if let Some(level) = levels.last_mut() {
            string::shorten(&mut pointer, level.length);
            if level.is_object {
                pointer::push(&mut pointer, &string::text(document.inner(document.node(at))));
                at += 1;
            } else {
                pointer::push(&mut pointer, &decimal(level.index));
            }
            level.index += 1;
        }
        let node = document.node(at);
        while let Some(next) = marks.next_if(|mark| mark.at <= node.start as usize) {
            (mark, marked) = (Some(*next), at);
        }
        let is_object = node.kind == Kind::Object;
        let has_parts = node.next > at + 1;
        let is_double = doubles.binary_search(&at).is_ok();
        let around = levels.last().map_or(0, |level| level.length);
        let left = room.checked_sub((node.next - at) as usize * (pointer.len() - around));
        if let Some(left) = left.filter(|_| has_parts && !is_double) {
            room = left;
            if is_object {
                add_doubles(&document, at, &mut doubles);
            }
            levels.push(Level { end: node.next, is_object, index: 0, length: pointer.len() });
            at += 1;
            continue;
        }
        let from = match mark {
            Some(Mark { node, sent: true, .. }) => trace.all(node + (at - marked)),
            Some(Mark { node, at: start, .. }) if !has_parts || start == document.node(at).start as usize => {
                trace.all(node)
            }
            _ if at == Document::ROOT => vec![trace.event],
            _ => Vec::new(),
        };
        if !is_double {
            origins.push(Traced { pointer: pointer.clone(), kind: OriginKind::Value, from });
        }
        at = node.next;
    }
}

/// Adds the values of an object's members whose keys are repeated later: the last counts.
fn add_doubles(document: &Document<'_>, object: NodeId, doubles: &mut Vec<NodeId>) {
    let keys: Vec<NodeId> = document.members(object).map(|(key, _)| key).collect();
    let order = sort::by_text(document, &keys);
    let text = |index: &usize| keys.get(*index).map(|key| document.text(document.node(*key)));
    let before = doubles.len();
    for (one, next) in order.iter().zip(order.iter().skip(1)) {
        if text(one) == text(next) {
            doubles.extend(keys.get(*one).map(|key| key + 1));
        }
    }
    if doubles.len() > before {
        sort::by(doubles, |node| u64::from(*node));
    }
}
