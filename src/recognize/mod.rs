//! Which provider, envelope and event types a document is: matched, several, or none.
//!
//! Outermost wins. First the name that the body gives, where a known envelope has it; then what tells
//! an event type that has no name; then a name that is not in the catalog, or misspelled; last, for a
//! body without a name, the shape. A hint narrows what it may be, or decides it. It knows the catalog's
//! language and no provider.

mod by_fit;
mod by_name;
mod by_shape;
mod enveloped;
mod hint;
mod likeness;
mod root_keys;

pub(crate) use by_shape::kind_fits;
pub use hint::Hint;
pub use likeness::Likeness;

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::catalog::{Catalog, EnvelopeEntry};
use crate::json::{Document, Kind, Node, NodeId};
use crate::shape::{Envelope, EventType, Provider, Wrapper};
use crate::suggest;
use by_fit::Fit;
use root_keys::RootKeys;

/// Keys beyond this many in one object are not compared with others for likeness.
pub(crate) const MOST_COMPARED: usize = 64;

/// Longer strings, quotes included, are nobody's name.
const LONGEST_NAME: u32 = 256;

/// What a body is.
#[derive(Clone, Copy, Debug)]
pub struct MatchedEnvelope<'c> {
    /// Who sent it and how.
    pub entry: EnvelopeEntry<'c>,
    /// Whether its events stand in an array.
    pub listed: bool,
}

/// One event of a body.
#[derive(Clone, Copy, Debug)]
pub struct EventNode<'c> {
    /// Its value.
    pub node: NodeId,
    /// Which event type it is.
    pub kind: EventKind<'c>,
}

/// Which event type an event is.
#[derive(Clone, Copy, Debug)]
pub enum EventKind<'c> {
    /// One of the envelope's, with its index there.
    Known(&'c EventType<'c>, usize),
    /// It has no name, where its envelope requires one.
    Unnamed,
    /// It has a name that is not in the catalog, at this node.
    Unknown(NodeId),
    /// It has no name, and its envelope's event types need none.
    Other,
}

/// What a document is; its events are in the list that was passed.
#[derive(Clone, Debug)]
pub enum Recognition<'c> {
    /// A body of a known envelope.
    Matched(MatchedEnvelope<'c>),
    /// Several event types fit equally well.
    Ambiguous(Vec<(&'c Provider<'c>, &'c EventType<'c>)>),
    /// One event of an envelope, without what is around it there.
    Bare(EnvelopeEntry<'c>, &'c EventType<'c>),
    /// Something that is probably this, and not certainly.
    Unsure(&'c Provider<'c>, &'c EventType<'c>),
    /// Something else that is like events.
    Like(Box<Likeness<'c>>),
    /// Something else.
    Foreign,
}

/// Recognizes a document as something that the catalog and the hint allow; `events` receives its events.
pub fn recognize<'c>(
    catalog: &Catalog<'c>,
    document: &Document<'_>,
    hint: Hint<'_>,
    events: &mut Vec<EventNode<'c>>,
) -> Recognition<'c> {
    events.clear();
    let mut recognizer =
        Recognizer { catalog, envelopes: catalog.envelopes(), document, events, root_keys: OnceCell::new() };
    if !hint.is_none() {
        return recognizer.with_hint(hint);
    }
    match recognizer.recognize() {
        Recognition::Foreign => {
            recognizer.likeness().map_or(Recognition::Foreign, |like| Recognition::Like(Box::new(like)))
        }
        recognition => recognition,
    }
}

struct Recognizer<'a, 'c> {
    catalog: &'a Catalog<'c>,
    envelopes: &'a [EnvelopeEntry<'c>],
    document: &'a Document<'a>,
    events: &'a mut Vec<EventNode<'c>>,
    /// Looked at once the body has no name that is known.
    root_keys: OnceCell<RootKeys>,
}

impl<'a, 'c> Recognizer<'a, 'c> {
    fn recognize(&mut self) -> Recognition<'c> {
        let root = Document::ROOT;
        if self.document.node(root).kind != Kind::Object {
            return self.by_evidence().map_or_else(|| self.of_fit(self.by_fit(None)), Recognition::Matched);
        }
        if let Some((entry, events)) = self.wrapped(|name| self.document.get(root, name)) {
            return self.listed(entry, events);
        }
        if let Some(matched) = self.named() {
            return Recognition::Matched(matched);
        }
        self.root_keys();
        if let Some(matched) = self.by_evidence() {
            return Recognition::Matched(matched);
        }
        if let Some((entry, event)) = self.bare() {
            return Recognition::Bare(entry, event);
        }
        // What is told by its fit is certain, or comes after all that may be meant by a name.
        let fit = self.by_fit(None);
        if let Fit::One(_) = fit {
            return self.of_fit(fit);
        }
        match self.by_likeness() {
            Recognition::Foreign => self.of_fit(fit),
            recognition => recognition,
        }
    }

    /// What the body may be by names that are misspelled or not known, or by its fields.
    fn by_likeness(&mut self) -> Recognition<'c> {
        if let Some(matched) = self.misnamed() {
            return Recognition::Matched(matched);
        }
        if let Some((entry, events)) = self.wrapped(|name| self.nearly_named_member(name)) {
            return self.listed(entry, events);
        }
        self.with_misspelt_key().map_or_else(|| self.by_shape(), Recognition::Matched)
    }

    /// The whole body is one event.
    #[inline(always)]
    fn alone(&mut self, entry: EnvelopeEntry<'c>, kind: EventKind<'c>) -> MatchedEnvelope<'c> {
        self.events.push(EventNode { node: Document::ROOT, kind });
        MatchedEnvelope { entry, listed: false }
    }

    /// Every envelope, but for those of which the root has no key, as far as the keys are known.
    fn possible(&self) -> impl Iterator<Item = &'a EnvelopeEntry<'c>> + use<'a, 'c> {
        let looks = self.root_keys.get().map_or(!0, |keys| keys.looks);
        let entries: &'a [EnvelopeEntry<'c>] = self.envelopes;
        let all: &'a [u64] = self.catalog.looks();
        entries.iter().zip(all).filter(move |(_, of)| **of & looks != 0).map(|(entry, _)| entry)
    }

    /// Those of them whose events stand alone, and are told by a name.
    fn flat(&self) -> impl Iterator<Item = &'a EnvelopeEntry<'c>> + use<'a, 'c> {
        self.possible().filter(|entry| is_flat(entry))
    }

    /// The event type of a name, among those of an envelope.
    fn event_type(&self, entry: &EnvelopeEntry<'c>, name: NodeId) -> Option<EventKind<'c>> {
        let name = self.document.text(self.document.node(name));
        let index = self.catalog.index_of(entry, &name)?;
        Some(EventKind::Known(entry.envelope.events.get(index)?, index))
    }

    /// The string that names an event, where its envelope has it.
    fn name(&self, envelope: &Envelope<'c>, event: NodeId) -> Option<NodeId> {
        if envelope.name_at.first().is_some_and(|first| !self.may_have(event, first)) {
            return None;
        }
        let at = self.document.at(event, envelope.name_at)?;
        (self.document.node(at).kind == Kind::String).then_some(at)
    }

    fn has(&self, object: NodeId, name: &str) -> bool {
        self.may_have(object, name) && self.document.has_member(object, name)
    }

    /// A string's text, where it may be a name.
    fn text(&self, string: NodeId) -> Cow<'a, str> {
        let node = self.document.node(string);
        match node.kind {
            Kind::String if node.end - node.start < LONGEST_NAME => {
                crate::json::string::text(self.document.inner(node))
            }
            _ => Cow::Borrowed(""),
        }
    }

    /// Most strings are of quite another length: their text need not be read for that.
    fn has_length_near(&self, node: Node, known: &str) -> bool {
        let length = (node.end - node.start) as usize;
        node.has(Node::ESCAPED) || length.abs_diff(known.len() + 2) <= suggest::FARTHEST
    }
}

/// Whether the events of an envelope stand alone, and are told by a name.
fn is_flat(entry: &EnvelopeEntry<'_>) -> bool {
    matches!(entry.envelope.wrapper, Wrapper::None) && !entry.envelope.by_fit
}
