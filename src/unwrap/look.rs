//! The way through a body to the events inside of it.

use super::certain::{self, Certain};
use super::{Encoding, Step};
use crate::catalog::{Catalog, EnvelopeEntry};
use crate::checker::{Asked, Checker};
use crate::encoding;
use crate::json::document::Node;
use crate::json::mend;
use crate::json::string;
use crate::json::trail::Trail;
use crate::json::{Document, Kind, Limits, NodeId};
use crate::recognize::Hint;
use crate::shape::Wrapper;

/// So many events, or envelopes of several, are found in one body.
pub(super) const MOST_FOUND: usize = 10_000;

/// So many documents are in each other, one as text in the other.
const MOST_LEVELS: usize = 8;

/// So many texts are in each other.
const MOST_STEPS: usize = 16;

/// What is read and decoded may be so many times as long as the body.
const MOST_WORK: usize = 16;

/// A shorter text is no document with an event, however it is encoded.
const SHORTEST: u32 = 40;

/// A longer key names no event.
const LONGEST_KEY: u32 = 63;

/// How much of a text is looked at before it is decoded.
const HEAD: usize = 16;

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

/// A key at which a name or an envelope's events stand.
struct Telling<'c> {
    key: &'c str,
    entry: EnvelopeEntry<'c>,
    /// Whether the events of an envelope are there, and no name.
    is_list: bool,
}

pub(super) struct Look<'a, 'c> {
    catalog: &'c Catalog<'c>,
    limits: Limits,
    hint: Hint<'a>,
    telling: Vec<Telling<'c>>,
    /// A bit for each length that such a key has, its quotes included.
    lengths: u64,
    /// How many bytes may still be read and decoded.
    work: usize,
    path: Vec<Step>,
    /// The bytes of the outermost body in which what is looked at stands.
    place: Option<(u32, u32)>,
    /// Where the text that is looked at starts in the outermost body, where it is a part of that.
    origin: Option<u32>,
    /// How many documents there are around what is looked at.
    level: usize,
    wtf8: bool,
    most: usize,
    pub found: Inside<'c>,
}

impl<'a, 'c> Look<'a, 'c> {
    pub fn new(catalog: &'c Catalog<'c>, asked: &Asked<'a>, most: usize) -> Self {
        let mut look = Look {
            catalog,
            limits: inner(asked.limits),
            hint: asked.hint.narrowed(),
            telling: Vec::new(),
            lengths: 0,
            work: MOST_WORK.saturating_mul(asked.body.len()),
            path: Vec::new(),
            place: None,
            origin: None,
            level: 0,
            wtf8: asked.wtf8,
            most,
            found: Inside::default(),
        };
        for &entry in catalog.envelopes() {
            if let Some(key) = entry.envelope.name_at.first() {
                look.tells(key, entry, false);
            }
            if let Wrapper::Object { events, event_marks: [_, ..], .. } = entry.envelope.wrapper {
                look.tells(events, entry, true);
            }
        }
        look
    }

    fn tells(&mut self, key: &'c str, entry: EnvelopeEntry<'c>, is_list: bool) {
        if let Some(bit) = 1_u64.checked_shl(key.len() as u32 + 2) {
            self.lengths |= bit;
            self.telling.push(Telling { key, entry, is_list });
        }
    }

    fn works(&mut self, bytes: usize) -> bool {
        let left = self.work.checked_sub(bytes);
        self.work = left.unwrap_or_default();
        left.is_some() && self.found.count < MOST_FOUND
    }

    /// Looks in a document that is no event itself.
    pub fn document(&mut self, document: &Document<'_>, spare: &mut Vec<Checker<'c>>) {
        let mut checker = spare.pop().unwrap_or_else(|| Checker::new(self.catalog));
        let mut trail = Trail::new(document);
        // What is at the root was looked at.
        trail.fresh();
        let is_fitted = self.catalog.outlines().is_some();
        let mut at = Document::ROOT;
        while let Some(node) = document.nodes().get(at as usize) {
            at = match node.kind {
                Kind::String => {
                    let length = node.end.wrapping_sub(node.start);
                    if length <= LONGEST_KEY && self.lengths >> length & 1 != 0 {
                        self.key(document, at, &mut trail, &mut checker)
                    } else if length >= SHORTEST && is_promising(document.inner(*node), node) {
                        self.string(document, at, &mut trail, &mut checker, spare)
                    } else {
                        at + 1
                    }
                }
                Kind::Object if is_fitted && at > Document::ROOT && self.may_fit(document, at) => {
                    trail.go_to(at);
                    self.object(document, at, &mut trail, &mut checker).unwrap_or(at + 1)
                }
                _ => at + 1,
            };
        }
        spare.push(checker);
    }

    /// Looks at a string that is as long as a telling key; what comes next.
    fn key(
        &mut self,
        document: &Document<'_>,
        at: NodeId,
        trail: &mut Trail<'_>,
        checker: &mut Checker<'c>,
    ) -> NodeId {
        let key = document.node(at);
        let is_told = |of: &Telling<'c>| document.is(key, of.key) && self.is_told(document, of, at + 1);
        if !self.telling.iter().any(is_told) {
            return at + 1;
        }
        trail.go_to(at);
        if !trail.is_key() {
            return at + 1;
        }
        self.around(document, trail, checker).unwrap_or(at + 1)
    }

    /// Looks at the objects around a node, the outermost first: what comes after the event that one of them is.
    fn around(
        &mut self,
        document: &Document<'_>,
        trail: &mut Trail<'_>,
        checker: &mut Checker<'c>,
    ) -> Option<NodeId> {
        while let Some(object) = trail.fresh() {
            let is_told = |of: &Telling<'c>| {
                document.get(object, of.key).is_some_and(|value| self.is_told(document, of, value))
            };
            if self.telling.iter().any(is_told)
                && let Some(next) = self.object(document, object, trail, checker)
            {
                return Some(next);
            }
        }
        None
    }

    /// Whether the value of a telling key is what tells.
    fn is_told(&self, document: &Document<'_>, of: &Telling<'c>, value: NodeId) -> bool {
        let Telling { entry, is_list, .. } = of;
        if *is_list {
            let Wrapper::Object { event_marks, .. } = entry.envelope.wrapper else { return false };
            let is_marked = |event: NodeId| event_marks.iter().any(|mark| document.has_member(event, mark));
            return document.elements(value).any(is_marked);
        }
        let rest = entry.envelope.name_at.get(1..).unwrap_or_default();
        let name = document.at(value, rest).map(|name| document.node(name));
        name.is_some_and(|name| {
            name.kind == Kind::String && self.catalog.index_of(entry, &document.text(name)).is_some()
        })
    }

    /// Whether an object has keys that loaded events have.
    fn may_fit(&self, document: &Document<'_>, object: NodeId) -> bool {
        let Some(outlines) = self.catalog.outlines() else { return false };
        let (mut known, mut all) = (0, 0);
        for (key, _) in document.members(object) {
            let name = outlines.names.get(&document.text(document.node(key)));
            known += usize::from(name.is_some_and(|name| !outlines.knowing(name).is_empty()));
            all += 1;
        }
        known >= certain::LEAST_EVIDENCE - 1 && 2 * known >= all
    }

    /// Looks at an object that may be an event: what comes after it where it is one.
    fn object(
        &mut self,
        document: &Document<'_>,
        object: NodeId,
        trail: &mut Trail<'_>,
        checker: &mut Checker<'c>,
    ) -> Option<NodeId> {
        let text = document.raw(object);
        if !self.works(text.len()) {
            return None;
        }
        let event = self.event(text, checker)?;
        let node = document.node(object);
        let place = self.place.unwrap_or((node.start, node.end));
        self.path.push(Step { pointer: trail.pointer_of(object), encoding: Encoding::Json });
        self.find(event, place, text);
        self.path.pop();
        Some(node.next)
    }

    /// The event that a text is for certain.
    fn event(&self, body: &[u8], checker: &mut Checker<'c>) -> Option<Certain<'c>> {
        let asked = Asked { body, hint: self.hint, limits: self.limits, wtf8: self.wtf8 };
        let outcome = checker.check(&asked);
        certain::event(&checker.checked(&asked, &outcome))
    }

    fn find(&mut self, event: Certain<'c>, place: (u32, u32), text: &[u8]) {
        self.found.count += 1;
        if self.found.list.len() < self.most {
            let (path, text) = (self.path.clone(), string::halves(text));
            self.found.list.push(Found { event, path, place, text });
        }
    }

    /// Looks in a string that another document may be in; what comes next.
    fn string(
        &mut self,
        document: &Document<'_>,
        at: NodeId,
        trail: &mut Trail<'_>,
        checker: &mut Checker<'c>,
        spare: &mut Vec<Checker<'c>>,
    ) -> NodeId {
        let node = document.node(at);
        trail.go_to(at);
        if trail.is_key() || !self.works((node.end - node.start) as usize) {
            return at + 1;
        }
        // An event may have another document in one of its fields.
        if let Some(next) = self.around(document, trail, checker) {
            return next;
        }
        let (place, wtf8) = (self.place, self.wtf8);
        self.place = place.or(Some((node.start, node.end)));
        // An escape may be half of a surrogate pair.
        self.wtf8 = true;
        self.decoded(trail.pointer_of(at), &document.text(node), spare);
        (self.place, self.wtf8) = (place, wtf8);
        at + 1
    }

    /// Looks in a body that is no JSON.
    pub fn text(&mut self, text: &[u8], spare: &mut Vec<Checker<'c>>) {
        let start = text.len() - text.trim_ascii_start().len();
        let end = text.trim_ascii_end().len();
        self.place = Some((start.min(end) as u32, end as u32));
        self.origin = Some(start as u32);
        self.decoded(String::new(), text, spare);
    }

    /// Looks in what stands at a pointer.
    fn decoded(&mut self, pointer: String, text: &[u8], spare: &mut Vec<Checker<'c>>) {
        let origin = self.origin.take();
        let text = text.trim_ascii();
        if self.path.len() >= MOST_STEPS || text.len() < SHORTEST as usize {
            return;
        }
        if is_json(text) && self.step(&pointer, Encoding::Text, |look| look.body(text, spare)) {
            return;
        }
        if let Some(decoded) = base64(text) {
            if self.works(decoded.len()) {
                self.step(&pointer, Encoding::Base64, |look| {
                    look.wtf8 = false;
                    look.inner(&decoded, spare);
                });
            }
            return;
        }
        let mut fields = encoding::form(text).peekable();
        if fields.peek().is_some() {
            if self.works(text.len()) {
                self.step(&pointer, Encoding::Form, |look| look.fields(fields, spare));
            }
            return;
        }
        if is_percent(text) {
            if self.works(text.len()) {
                let decoded = encoding::percent(text, b'+');
                self.step(&pointer, Encoding::Percent, |look| look.inner(&decoded, spare));
            }
            return;
        }
        if text.contains(&b'{') && self.works(text.len()) {
            self.step(&pointer, Encoding::Text, |look| look.among(text, origin, spare));
        }
    }

    /// Does what is a step on the way.
    fn step<T>(&mut self, pointer: &str, encoding: Encoding, work: impl FnOnce(&mut Self) -> T) -> T {
        let wtf8 = self.wtf8;
        self.path.push(Step { pointer: pointer.to_owned(), encoding });
        let done = work(self);
        self.path.pop();
        self.wtf8 = wtf8;
        done
    }

    /// Looks in what was decoded.
    fn inner(&mut self, text: &[u8], spare: &mut Vec<Checker<'c>>) {
        if !is_json(text.trim_ascii()) || !self.body(text.trim_ascii(), spare) {
            self.decoded(String::new(), text, spare);
        }
    }

    fn fields<'f>(
        &mut self,
        fields: impl Iterator<Item = (&'f [u8], &'f [u8])>,
        spare: &mut Vec<Checker<'c>>,
    ) {
        for (name, value) in fields {
            if value.len() >= SHORTEST as usize {
                let mut pointer = String::new();
                crate::json::pointer::push(&mut pointer, &string::lossy(&encoding::percent(name, b' ')));
                self.decoded(pointer, &encoding::percent(value, b' '), spare);
            }
        }
    }

    /// Looks at the documents that stand in a text, which itself starts there in the outermost body.
    fn among(&mut self, text: &[u8], origin: Option<u32>, spare: &mut Vec<Checker<'c>>) {
        let Some(around) = mend::around(text, self.limits, self.wtf8) else { return };
        let place = self.place;
        for body in around.bodies {
            let inner = match &body.text {
                Some(text) => text,
                None => text.get(body.start..body.end).unwrap_or_default(),
            };
            if let Some(origin) = origin {
                self.place = Some((origin + body.start as u32, origin + body.end as u32));
            }
            self.body(inner, spare);
        }
        self.place = place;
    }

    /// Looks at a document, and in it: whether it is one.
    fn body(&mut self, body: &[u8], spare: &mut Vec<Checker<'c>>) -> bool {
        if self.level >= MOST_LEVELS || !self.works(body.len()) {
            return false;
        }
        let mut checker = spare.pop().unwrap_or_else(|| Checker::new(self.catalog));
        let asked = Asked { body, hint: self.hint, limits: self.limits, wtf8: self.wtf8 };
        let outcome = checker.check(&asked);
        let checked = checker.checked(&asked, &outcome);
        if let Some(event) = certain::event(&checked) {
            self.find(event, self.place.unwrap_or_default(), body);
        } else if outcome.is_ok() {
            self.level += 1;
            self.document(&checked.document(), spare);
            self.level -= 1;
        }
        let is_document = outcome.is_ok();
        spare.push(checker);
        is_document
    }
}

/// Whether a text starts as an object, an array or a string.
fn is_json(text: &[u8]) -> bool {
    matches!(text.first(), Some(b'{' | b'[' | b'"'))
}

/// Whether a string may have another document in it, as far as is seen at once.
fn is_promising(inner: &[u8], node: &Node) -> bool {
    let is_encoded = || inner.iter().any(|byte| matches!(byte, b'%' | b'='));
    match node.has(Node::ESCAPED) {
        // No document is without quotes, which are escaped.
        true => inner.contains(&b'{') || inner.starts_with(b"\\\"") || is_base64(inner),
        false => is_base64(inner) || is_encoded(),
    }
}

/// Whether a text starts as base64 of text.
fn is_base64(text: &[u8]) -> bool {
    let head = text.get(..HEAD).and_then(encoding::base64).unwrap_or_default();
    let is_text = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    !head.is_empty() && (is_json(head.trim_ascii_start()) || head.iter().all(is_text))
}

fn base64(text: &[u8]) -> Option<Vec<u8>> {
    if is_base64(text) { encoding::base64(text) } else { None }
}

/// Whether a text has `%XX` in it, and nothing that would be encoded so.
fn is_percent(text: &[u8]) -> bool {
    let is_code =
        |code: &[u8]| matches!(code, [b'%', a, b] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    text.windows(3).any(is_code) && !text.iter().any(|byte| *byte <= b' ' || *byte == b'"')
}
