//! Which provider, envelope and event types a document is: known, several, or none.
//!
//! Outermost wins. First the name that the body gives, where a known envelope has it; then what tells
//! an event type that has no name; then a name that is not in the catalog, or misspelt; last, for a
//! body without a name, the shape. It knows the catalog's language and no provider.

use crate::catalog::{ENVELOPES, Known, names};
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Envelope, EventType, Evidence, Field, Object, Presence, Provider, Shape, Trust, Wrapper};
use crate::suggest;

/// Keys beyond this many in one object are not compared with others for likeness.
pub(crate) const MOST_COMPARED: usize = 64;

/// What a body is.
#[derive(Clone, Copy, Debug)]
pub struct Recognized {
    /// Who sent it.
    pub provider: &'static Provider,
    /// How.
    pub envelope: &'static Envelope,
    /// The row of the envelope's first event type, see [`crate::catalog::rows`].
    pub first_row: u8,
    /// Whether its events stand in an array.
    pub listed: bool,
}

/// One event of a body.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Its value.
    pub node: NodeId,
    /// Which event type it is.
    pub kind: ItemKind,
}

/// Which event type an event is.
#[derive(Clone, Copy, Debug)]
pub enum ItemKind {
    /// One of the envelope's, by its index there.
    Known(&'static EventType, u8),
    /// It has no name, where its envelope requires one.
    Unnamed,
    /// It has a name that is not in the catalog, at this node.
    Unknown(NodeId),
    /// It has no name, and its envelope's event types need none.
    Other,
}

/// What a document is; its events are in the list that was passed.
#[derive(Clone, Debug)]
pub enum Recognition {
    /// A body of a known envelope.
    Known(Recognized),
    /// Several event types fit equally well.
    Ambiguous(&'static Provider, Vec<&'static EventType>),
    /// Something else.
    Foreign,
}

/// Recognises a document; `items` receives its events.
pub fn recognize(document: &Document<'_>, items: &mut Vec<Item>) -> Recognition {
    items.clear();
    let body = Body { document, items };
    body.recognize()
}

impl Recognized {
    fn alone(known: &Known) -> Self {
        let Known { provider, envelope, first_row } = *known;
        Recognized { provider, envelope, first_row, listed: false }
    }
}

struct Body<'a, 'i> {
    document: &'a Document<'a>,
    items: &'i mut Vec<Item>,
}

/// Every envelope whose events stand alone.
fn flat() -> impl Iterator<Item = &'static Known> {
    ENVELOPES.iter().filter(|known| matches!(known.envelope.wrapper, Wrapper::None))
}

impl Body<'_, '_> {
    fn recognize(mut self) -> Recognition {
        let root = Document::ROOT;
        if self.document.node(root).kind != Kind::Object {
            return self.by_evidence().map_or(Recognition::Foreign, Recognition::Known);
        }
        let found = self.wrapped(|name| self.document.get(root, name));
        if let Some((known, events)) = found {
            return self.listed(known, events);
        }
        if let Some(known) = self.named().or_else(|| self.by_evidence()).or_else(|| self.misnamed()) {
            return Recognition::Known(known);
        }
        let nearly = |name: &str| {
            let near = |key| suggest::near(&self.text(key), name).is_some();
            self.document.members(root).filter(|(key, _)| near(*key)).last().map(|(_, value)| value)
        };
        if let Some((known, events)) = self.wrapped(nearly) {
            return self.listed(known, events);
        }
        self.near_key().map_or_else(|| self.by_shape(), Recognition::Known)
    }

    /// The field of a wrapper with the events in it, where something tells that it is that wrapper.
    fn wrapped(&self, field: impl Fn(&str) -> Option<NodeId>) -> Option<(Recognized, NodeId)> {
        let root = Document::ROOT;
        for known in &ENVELOPES {
            let Wrapper::Object { events, marks, event_marks, .. } = known.envelope.wrapper else { continue };
            // Without marks of their own, the events themselves tell: see `by_evidence`.
            if event_marks.is_empty() {
                continue;
            }
            let Some(value) = field(events) else { continue };
            let marked = |event: NodeId| event_marks.iter().any(|mark| self.has(event, mark));
            let text = |event: NodeId| self.document.node(event).kind == Kind::String;
            if self.document.elements(value).any(marked)
                || marks.iter().any(|mark| self.has(root, mark)) && !self.document.elements(value).any(text)
            {
                return Some((Recognized::alone(known), value));
            }
        }
        None
    }

    fn listed(&mut self, mut known: Recognized, events: NodeId) -> Recognition {
        known.listed = true;
        for event in self.document.elements(events) {
            let kind = self.kind(&known, event);
            self.items.push(Item { node: event, kind });
        }
        Recognition::Known(known)
    }

    fn kind(&self, known: &Recognized, event: NodeId) -> ItemKind {
        match self.name(known.envelope, event) {
            None => ItemKind::Unnamed,
            Some(name) => match self.event_type(known, name) {
                Some((event_type, index)) => ItemKind::Known(event_type, index),
                None => ItemKind::Unknown(name),
            },
        }
    }

    /// The string that names an event, where its envelope has it.
    fn name(&self, envelope: &Envelope, event: NodeId) -> Option<NodeId> {
        let mut at = event;
        for key in envelope.name_at {
            at = self.document.get(at, key)?;
        }
        (self.document.node(at).kind == Kind::String).then_some(at)
    }

    fn event_type(&self, known: &Recognized, name: NodeId) -> Option<(&'static EventType, u8)> {
        let name = self.document.text(self.document.node(name));
        let (first, events) = (usize::from(known.first_row), known.envelope.events);
        let index = names::index(&name, first, events)?;
        Some((events.get(index)?, index as u8))
    }

    /// A flat event whose name is in the catalog.
    fn named(&mut self) -> Option<Recognized> {
        let root = Document::ROOT;
        for known in flat().map(Recognized::alone) {
            let Some(name) = self.name(known.envelope, root) else { continue };
            let Some((event_type, index)) = self.event_type(&known, name) else { continue };
            if self.trusts(known.envelope) {
                self.items.push(Item { node: root, kind: ItemKind::Known(event_type, index) });
                return Some(known);
            }
        }
        None
    }

    /// Whether a known name at the root is to be believed.
    fn trusts(&self, envelope: &Envelope) -> bool {
        // A key that is repeated is one.
        let alone = || {
            let mut keys = self.document.members(Document::ROOT).map(|(key, _)| self.text(key));
            keys.next().is_some_and(|first| keys.all(|key| key == first))
        };
        !self.never(envelope)
            && match envelope.trust {
                Trust::Name => true,
                Trust::Alone => self.marked(envelope) || alone() || self.nearly_marked(envelope),
                Trust::Mark => self.marked(envelope) || self.nearly_marked(envelope),
            }
    }

    fn never(&self, envelope: &Envelope) -> bool {
        envelope.never.iter().any(|name| self.has(Document::ROOT, name))
    }

    fn marked(&self, envelope: &Envelope) -> bool {
        envelope.marks.iter().any(|name| self.has(Document::ROOT, name))
    }

    fn nearly_marked(&self, envelope: &Envelope) -> bool {
        let near = |key| envelope.marks.iter().any(|mark| suggest::near(&self.text(key), mark).is_some());
        self.document.members(Document::ROOT).take(MOST_COMPARED).any(|(key, _)| near(key))
    }

    fn has(&self, object: NodeId, name: &str) -> bool {
        self.document.has_member(object, name)
    }

    /// Event types without a name, told by their fields: alone, listed, or in a wrapper.
    fn by_evidence(&mut self) -> Option<Recognized> {
        for known in ENVELOPES.iter().filter(|known| known.envelope.name_at.is_empty()) {
            let mut known = Recognized::alone(known);
            let root = Document::ROOT;
            let at = match known.envelope.wrapper {
                Wrapper::None | Wrapper::List => root,
                Wrapper::Object { events, marks, .. } => {
                    let Some(value) = self.document.get(root, events) else { continue };
                    if !marks.iter().any(|mark| self.has(root, mark)) {
                        continue;
                    }
                    value
                }
            };
            known.listed = self.document.node(at).kind == Kind::Array;
            if known.listed {
                for element in self.document.elements(at) {
                    let kind = self.evident(known.envelope, element);
                    self.items.push(Item { node: element, kind });
                }
            } else {
                let kind = self.evident(known.envelope, at);
                self.items.push(Item { node: at, kind });
            }
            if self.items.iter().any(|item| matches!(item.kind, ItemKind::Known(..))) {
                return Some(known);
            }
            self.items.clear();
        }
        None
    }

    fn evident(&self, envelope: &'static Envelope, event: NodeId) -> ItemKind {
        let tells = |evidence: &Evidence| {
            evidence.fields.iter().all(|field| self.has(event, field))
                && evidence.names_in.is_none_or(|field| self.names_known(envelope, event, field))
        };
        let index = envelope.events.iter().position(|event_type| event_type.evidence.iter().any(tells));
        match index.and_then(|index| Some((envelope.events.get(index)?, index as u8))) {
            Some((event_type, index)) => ItemKind::Known(event_type, index),
            None => ItemKind::Other,
        }
    }

    /// Whether an array of an event has a name that its field's shape lists, or nearly.
    fn names_known(&self, envelope: &'static Envelope, event: NodeId, field: &str) -> bool {
        let shapes = envelope.events.iter().filter_map(|event_type| event_type.shape.field(field));
        let names = shapes.filter_map(|field| match field.shape {
            Shape::Array(items) => match items.shape {
                Shape::Text(text) => Some(text.values),
                _ => None,
            },
            _ => None,
        });
        let names: Vec<&str> = names.flatten().map(|(name, _)| *name).collect();
        let Some(array) = self.document.get(event, field) else { return false };
        self.document.elements(array).take(100).any(|element| {
            let text = self.text(element);
            names.iter().any(|name| *name == text || suggest::near(&text, name).is_some())
        })
    }

    /// A flat event with a name that is not in the catalog, its provider being known all the same: by
    /// a field of the provider's own, or by a name that is nearly one of the catalog's.
    fn misnamed(&mut self) -> Option<Recognized> {
        let root = Document::ROOT;
        let mut named: Vec<(Recognized, NodeId)> = Vec::new();
        for known in flat() {
            if let Some(name) = self.name(known.envelope, root).filter(|_| !self.never(known.envelope)) {
                named.push((Recognized::alone(known), name));
            }
        }
        let nearly = |(known, name): &&(Recognized, NodeId)| {
            let text = self.text(*name);
            let mut sent = known.provider.envelopes.iter().flat_map(|envelope| envelope.events);
            self.trusts(known.envelope) && sent.any(|event| suggest::near(&text, event.name).is_some())
        };
        let marked = |(known, name): &&(Recognized, NodeId)| {
            self.marked(known.envelope) && self.event_type(known, *name).is_none()
        };
        let (known, name) = *named.iter().find(nearly).or_else(|| named.iter().find(marked))?;
        self.items.push(Item { node: root, kind: ItemKind::Unknown(name) });
        Some(known)
    }

    /// A flat event whose name is in the catalog, its key being misspelt.
    fn near_key(&mut self) -> Option<Recognized> {
        let root = Document::ROOT;
        for known in flat().map(Recognized::alone) {
            let Some(key_name) = known.envelope.name_at.first() else { continue };
            if self.has(root, key_name) || !self.trusts(known.envelope) {
                continue;
            }
            let candidates = self
                .document
                .members(root)
                .filter(|(_, value)| self.document.node(*value).kind == Kind::String);
            let found = candidates
                .filter(|(key, _)| suggest::near(&self.text(*key), key_name).is_some())
                .find_map(|(_, value)| self.event_type(&known, value));
            if let Some((event_type, index)) = found {
                self.items.push(Item { node: root, kind: ItemKind::Known(event_type, index) });
                return Some(known);
            }
        }
        None
    }

    /// A flat event without a name: every event type that its fields fit.
    fn by_shape(self) -> Recognition {
        let root = Document::ROOT;
        for known in flat() {
            let named = self.name(known.envelope, root).is_some();
            let unmarked = known.envelope.trust == Trust::Mark && !self.marked(known.envelope);
            if named || unmarked || self.never(known.envelope) {
                continue;
            }
            // Event types of one shape stand beside each other: it is looked at once.
            let mut last: Option<(&'static Object, bool)> = None;
            let mut fits = |(_, event): &(usize, &'static EventType)| {
                let looked_at = last.filter(|(shape, _)| std::ptr::eq(*shape, event.shape));
                let fits = looked_at.map_or_else(|| self.fits(known.envelope, event.shape), |(_, fits)| fits);
                last = Some((event.shape, fits));
                fits
            };
            let fitting: Vec<(usize, &'static EventType)> =
                known.envelope.events.iter().enumerate().filter(&mut fits).collect();
            match *fitting {
                [] => {}
                [(index, event_type)] => {
                    self.items.push(Item { node: root, kind: ItemKind::Known(event_type, index as u8) });
                    return Recognition::Known(Recognized::alone(known));
                }
                _ => {
                    let events = fitting.into_iter().map(|(_, event)| event).collect();
                    return Recognition::Ambiguous(known.provider, events);
                }
            }
        }
        Recognition::Foreign
    }

    /// Whether the root has every field that a shape requires, of a fitting kind, and hardly another:
    /// none of a sibling event type's, and at most one beside or a third of the known ones.
    fn fits(&self, envelope: &Envelope, shape: &'static Object) -> bool {
        let root = Document::ROOT;
        let required = |field: &&Field| {
            matches!(field.presence, Presence::Required | Presence::Together)
                && !matches!(field.shape, Shape::Name)
        };
        let mut any = false;
        for field in shape.fields.iter().filter(required) {
            any = true;
            let Some(value) = self.document.get(root, field.name) else { return false };
            if !kind_fits(self.document, field, value) {
                return false;
            }
        }
        // With more members than this, repeated ones aside, it does not fit; a large body is not gone through.
        let most = 2 * shape.fields.len() + 2;
        if self.document.members(root).take(most + 1).count() > most {
            return false;
        }
        let (mut expected, mut unexpected) = (0, 0);
        for (key, _) in self.document.members(root) {
            let key = self.document.node(key);
            let is = |field: &Field| self.document.is(key, field.name);
            if shape.fields.iter().any(is) {
                expected += 1;
            } else if envelope.events.iter().any(|sibling| sibling.shape.fields.iter().any(is)) {
                return false;
            } else {
                unexpected += 1;
            }
        }
        any && (unexpected <= 1 || unexpected * 3 <= expected)
    }

    fn text(&self, string: NodeId) -> String {
        let node = self.document.node(string);
        match node.kind {
            Kind::String if node.end - node.start < 256 => {
                crate::json::string::readable(self.document.inner(node))
            }
            _ => String::new(),
        }
    }
}

/// Whether a value is of the JSON type that a field has.
pub(crate) fn kind_fits(document: &Document<'_>, field: &Field, value: NodeId) -> bool {
    match document.node(value).kind {
        Kind::Null => field.nullable,
        kind => field.shape.is_of(kind),
    }
}
