//! One walker: shape × document → everything that is wrong.
//!
//! It goes through an object's members once, remembering where each known field's value is, so that of
//! a repeated key the last counts; then through the fields. A fault yields one finding.

mod alternatives;
mod anchor;
mod evaluated;
mod findings;
mod keys;
mod marked;
mod members;
mod rules;
mod value;

use alternatives::Trials;
use anchor::Anchored;
pub(crate) use findings::{Detail, Finding, Findings};

use crate::catalog::EnvelopeEntry;
use crate::finding::Code;
use crate::json::document::{Node, same};
use crate::json::{Document, Kind, NodeId};
use crate::recognize::{EventKind, EventNode, MatchedEnvelope, Recognition};
use crate::shape::{EventType, LOADS, Object, Shape, Unmet, Wrapper};

/// Finds everything that is wrong with a recognized document.
pub(crate) fn validate<'c>(
    document: &Document<'_>,
    definitions: &'c [&'c Shape<'c>],
    recognition: &Recognition<'c>,
    events: &[EventNode<'c>],
    findings: &mut Findings<'c>,
) {
    findings.clear();
    let root = Document::ROOT;
    match recognition {
        Recognition::Foreign | Recognition::Like(_) | Recognition::Unsure(..) => {
            findings.error(Code::UnknownEvent, root, Detail::Foreign)
        }
        Recognition::Bare(entry, event) => {
            findings.error(Code::WrappedEvent, root, Detail::Bare(*entry, event));
        }
        Recognition::Ambiguous(fitting) => {
            findings.error(Code::AmbiguousEvent, root, Detail::Ambiguous(fitting.len()));
        }
        Recognition::Matched(matched) => {
            let mut walker = Walker::new(document, definitions, findings);
            (walker.matched, walker.events) = (Some(matched), events);
            walker.body(matched);
        }
    }
}

/// Finds what is wrong with a document that is one value, as a shape.
pub(crate) fn as_shape<'c>(
    document: &Document<'_>,
    definitions: &'c [&'c Shape<'c>],
    shape: &'c Shape<'c>,
    findings: &mut Findings<'c>,
) {
    findings.clear();
    let mut walker = Walker::new(document, definitions, findings);
    walker.flagged();
    walker.apply(Document::ROOT, shape, false);
}

struct Walker<'a, 'c> {
    document: &'a Document<'a>,
    findings: &'a mut Findings<'c>,
    matched: Option<&'a MatchedEnvelope<'c>>,
    events: &'a [EventNode<'c>],
    /// The event type of the event that is walked.
    event_type: Option<&'c EventType<'c>>,
    anchor: Option<Anchored<'a, 'c>>,
    /// Endpoints that name another id than the anchor's, each with that id in lower case.
    strays: Vec<(NodeId, Vec<u8>)>,
    /// Keys that no field has, of the objects that are walked.
    extras: Vec<NodeId>,
    /// The shapes that the catalog defines, by their numbers.
    definitions: &'c [&'c Shape<'c>],
    trials: Trials,
    /// How many shapes look at values inside of each other.
    depth: u32,
}

/// How many shapes may look at values inside of each other: more take more stack than there is. A body deeper than
/// that is not checked to its end, and is told so.
const DEEPEST: u32 = 600;

impl<'a, 'c> Walker<'a, 'c> {
    fn new(
        document: &'a Document<'a>,
        definitions: &'c [&'c Shape<'c>],
        findings: &'a mut Findings<'c>,
    ) -> Self {
        Walker {
            document,
            findings,
            matched: None,
            events: &[],
            event_type: None,
            anchor: None,
            strays: Vec::new(),
            extras: Vec::new(),
            definitions,
            trials: Trials::default(),
            depth: 0,
        }
    }

    /// Whether another shape may look at a value inside; then it ends with [`Walker::rises`].
    #[inline]
    fn descends(&mut self) -> bool {
        if LOADS && self.depth >= DEEPEST {
            return self.works(u64::MAX);
        }
        self.depth += 1;
        true
    }

    #[inline]
    fn rises(&mut self) {
        self.depth -= 1;
    }

    fn body(&mut self, matched: &MatchedEnvelope<'c>) {
        let is_known =
            |event: &EventNode<'_>| matches!(event.kind, EventKind::Known(..) | EventKind::Unnamed);
        let (root, any_known) = (Document::ROOT, self.events.iter().any(is_known));
        match matched.entry.envelope.wrapper {
            Wrapper::Object { object, .. } if self.events.is_empty() || any_known => self.event(root, object),
            _ => self.each_event(),
        }
        if self.findings.errors == self.findings.unknown && self.findings.unknown > 0 && !any_known {
            return;
        }
        if LOADS && !self.works(0) {
            self.findings.error(Code::UnmetRule, root, Detail::Unmet(Unmet::TooMuch));
        }
        if self.document.has(Node::LARGE | Node::LONE_SURROGATE) {
            self.flagged();
        }
    }

    fn each_event(&mut self) {
        let Some(EnvelopeEntry { provider, envelope, .. }) = self.matched.map(|matched| matched.entry) else {
            return;
        };
        for event in self.events {
            match event.kind {
                EventKind::Known(event_type, _) => {
                    self.event_type = Some(event_type);
                    match &event_type.schema {
                        Some(shape) if LOADS => self.value(event.node, shape, false),
                        _ => self.event(event.node, event_type.shape),
                    }
                    self.must_match(event.node, event_type);
                }
                EventKind::Unnamed => {
                    self.event_type = None;
                    self.event(event.node, envelope.unnamed);
                }
                EventKind::Unknown(name) => {
                    let detail = Detail::UnknownName(provider, envelope.events);
                    self.findings.error(Code::UnknownEvent, name, detail);
                }
                EventKind::Other => self.findings.error(Code::UnknownEvent, event.node, Detail::Foreign),
            }
        }
    }

    fn event(&mut self, id: NodeId, shape: &'c Object<'c>) {
        match self.document.node(id).kind {
            Kind::Object => self.object(id, shape),
            _ => self.findings.error(Code::WrongType, id, Detail::NoObject),
        }
    }

    /// Two places of an event that should be the same.
    fn must_match(&mut self, node: NodeId, event: &EventType<'c>) {
        for (first, second) in event.must_match {
            let (Some(first), Some(second)) = (self.document.at(node, first), self.document.at(node, second))
            else {
                continue;
            };
            let text = |id| match self.document.node(id) {
                node if node.kind == Kind::String => Some(self.document.text(node)),
                _ => None,
            };
            let (Some(left), Some(right)) = (text(first), text(second)) else { continue };
            let is_same = same(&left, &right) || left.eq_ignore_ascii_case(&right);
            if !is_same && !self.findings.has(first) && !self.findings.has(second) {
                self.findings.warning(Code::InconsistentValue, second, Detail::Same(first));
            }
        }
    }
}
