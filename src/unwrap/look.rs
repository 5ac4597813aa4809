//! The way through a body to the events inside of it.

use super::certain::{self, Certain, LEAST_EVIDENCE};
use super::decode::is_promising;
use super::scan::{SHORTEST, Scan};
use super::{Encoding, Step};
use crate::catalog::Catalog;
use crate::checker::{Asked, Checker};
use crate::json::string;
use crate::json::trail::Trail;
use crate::json::{Document, Kind, Limits, NodeId};
use crate::recognize::Hint;

/// So many events, or envelopes of several, are found in one body.
pub(super) const MOST_FOUND: usize = 10_000;

/// So many documents are in each other, one as text in the other.
const MOST_LEVELS: usize = 8;

/// What is read and decoded may be so many times as long as the body.
const MOST_WORK: usize = 16;

/// What is inside is as deep as a body may be, and as long as it comes.
pub(super) fn inner(limits: Limits) -> Limits {
    Limits { max_bytes: u32::MAX, ..limits }
}

/// What was found.
#[derive(Debug)]
pub(super) struct Found<'c> {
    pub event: Certain<'c>,
    pub path: Vec<Step>,
    /// The bytes of the outermost body that it is in.
    pub place: (u32, u32),
    pub text: String,
}

#[derive(Debug, Default)]
pub(super) struct Inside<'c> {
    /// The first of them.
    pub list: Vec<Found<'c>>,
    pub count: usize,
}

pub(super) struct Look<'a, 'c> {
    scan: Scan<'c>,
    catalog: &'c Catalog<'c>,
    pub(super) limits: Limits,
    hint: Hint<'a>,
    /// How many bytes may still be read and decoded.
    work: usize,
    pub(super) path: Vec<Step>,
    /// The bytes of the outermost body in which what is looked at stands.
    pub(super) place: Option<(u32, u32)>,
    /// Where the text that is looked at starts in the outermost body, where it is a part of that.
    pub(super) origin: Option<u32>,
    /// How many documents there are around what is looked at.
    pub(super) level: usize,
    pub(super) wtf8: bool,
    most: usize,
    pub(super) found: Inside<'c>,
    /// Checkers that are not at work.
    spare: Vec<Checker<'c>>,
}

impl<'a, 'c> Look<'a, 'c> {
    /// Nothing is allocated before there is something to look at.
    pub fn new(catalog: &'c Catalog<'c>, asked: &Asked<'a>, most: usize, spare: Vec<Checker<'c>>) -> Self {
        Look {
            scan: Scan::new(catalog),
            catalog,
            limits: inner(asked.limits),
            hint: asked.hint.narrowed(),
            work: MOST_WORK.saturating_mul(asked.body.len()),
            path: Vec::new(),
            place: None,
            origin: None,
            level: 0,
            wtf8: asked.wtf8,
            most,
            found: Inside::default(),
            spare,
        }
    }

    /// What was found, and the checkers.
    pub fn end(self) -> (Inside<'c>, Vec<Checker<'c>>) {
        (self.found, self.spare)
    }

    pub(super) fn works(&mut self, bytes: usize) -> bool {
        let left = self.work.checked_sub(bytes);
        self.work = left.unwrap_or_default();
        left.is_some() && self.found.count < MOST_FOUND
    }

    /// Looks in a document that is no event itself.
    pub fn document(&mut self, document: &Document<'_>) {
        let mut trail = Trail::new(document);
        let mut next = Document::ROOT;
        while let Some(at) = self.scan.next(document, next) {
            let node = document.node(at);
            let after = match node.kind {
                Kind::Object => self.fitted(document, at, &mut trail),
                _ if self.scan.tells(document, at) => self.told(document, at, &mut trail),
                _ if node.end - node.start >= SHORTEST && is_promising(document.inner(node), &node) => {
                    self.string(document, at, &mut trail)
                }
                _ => None,
            };
            next = after.unwrap_or(at + 1);
        }
    }

    /// Looks at the objects around a telling key; what comes after the event that one of them is.
    fn told(&mut self, document: &Document<'_>, at: NodeId, trail: &mut Trail<'_>) -> Option<NodeId> {
        trail.go_to(at);
        if trail.is_key() { self.around(document, trail) } else { None }
    }

    /// Looks at an object that may be an event which is told by what fits; what comes after it.
    fn fitted(&mut self, document: &Document<'_>, at: NodeId, trail: &mut Trail<'_>) -> Option<NodeId> {
        // What is at the root was looked at.
        if at == Document::ROOT || !self.scan.may_fit(document, at, LEAST_EVIDENCE - 1) {
            return None;
        }
        trail.go_to(at);
        self.object(document, at, trail)
    }

    /// Looks at the objects around a node, the outermost first; what comes after the event that one of them is.
    fn around(&mut self, document: &Document<'_>, trail: &mut Trail<'_>) -> Option<NodeId> {
        while let Some(object) = trail.fresh() {
            if self.scan.is_told(document, object)
                && let Some(next) = self.object(document, object, trail)
            {
                return Some(next);
            }
        }
        None
    }

    /// Looks at an object that may be an event; what comes after it.
    fn object(&mut self, document: &Document<'_>, object: NodeId, trail: &mut Trail<'_>) -> Option<NodeId> {
        let text = document.raw(object);
        if !self.works(text.len()) {
            return None;
        }
        let mut checker = self.checker();
        let asked = self.asked(text);
        let outcome = checker.check(&asked);
        let event = certain::event(&checker.checked(&asked, &outcome));
        self.spare.push(checker);
        let node = document.node(object);
        let place = self.place.unwrap_or((node.start, node.end));
        self.path.push(Step { pointer: trail.pointer_of(object), encoding: Encoding::Json });
        event.inspect(|event| self.find(*event, place, text));
        self.path.pop();
        event.map(|_| node.next)
    }

    pub(super) fn checker(&mut self) -> Checker<'c> {
        self.spare.pop().unwrap_or_else(|| Checker::new(self.catalog))
    }

    pub(super) fn asked<'b>(&self, body: &'b [u8]) -> Asked<'b>
    where
        'a: 'b,
    {
        Asked { body, hint: self.hint, limits: self.limits, wtf8: self.wtf8 }
    }

    /// Looks at a document, and in it: whether it is one.
    pub(super) fn body(&mut self, body: &[u8]) -> bool {
        if self.level >= MOST_LEVELS || !self.works(body.len()) {
            return false;
        }
        let mut checker = self.checker();
        let asked = self.asked(body);
        let outcome = checker.check(&asked);
        let checked = checker.checked(&asked, &outcome);
        if let Some(event) = certain::event(&checked) {
            self.find(event, self.place.unwrap_or_default(), body);
        } else if outcome.is_ok() {
            self.level += 1;
            self.document(&checked.document());
            self.level -= 1;
        }
        let is_document = outcome.is_ok();
        self.spare.push(checker);
        is_document
    }

    fn find(&mut self, event: Certain<'c>, place: (u32, u32), text: &[u8]) {
        self.found.count += 1;
        if self.found.list.len() < self.most {
            let (path, text) = (self.path.clone(), string::halves(text));
            self.found.list.push(Found { event, path, place, text });
        }
    }

    /// Looks in a string that another document may be in; what comes after the event that it is a part of.
    fn string(&mut self, document: &Document<'_>, at: NodeId, trail: &mut Trail<'_>) -> Option<NodeId> {
        let node = document.node(at);
        trail.go_to(at);
        if trail.is_key() || !self.works((node.end - node.start) as usize) {
            return None;
        }
        // An event may have another document in one of its fields.
        if let Some(next) = self.around(document, trail) {
            return Some(next);
        }
        let (place, wtf8) = (self.place, self.wtf8);
        self.place = place.or(Some((node.start, node.end)));
        // An escape may be half of a surrogate pair.
        self.wtf8 = true;
        self.decoded(&trail.pointer_of(at), &document.text(node));
        (self.place, self.wtf8) = (place, wtf8);
        None
    }
}
