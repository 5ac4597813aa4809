//! A document, place by place: what the catalog says of a value tells whether it stays, and what must be as wrong with
//! what replaces it.

use std::cell::Cell;
use std::ops::Range;

use super::spelling::Spelling;
use super::words::{Words, works};
use super::{Redactor, fit, inside, is_name, spelling};
use crate::catalog::EnvelopeEntry;
use crate::json::document::Node;
use crate::json::string::{self, shown};
use crate::json::{Document, Kind, NodeId, Reader};
use crate::recognize::{EventKind, EventNode, Hint, MOST_COMPARED, Recognition};
use crate::shape::{
    Applied, EventType, LOADS, Object, Others, Parameter, Rules, Shape, Unevaluated, Wrapper,
};
use crate::suggest;
use crate::validate::Findings;

/// So many schemas of the values that stand inside of each other are looked at, and so deep in each other.
const MOST_SHAPES: usize = 1 << 15;
const DEEPEST: u32 = 100;

/// How much work a document may be beyond one look at each of its values, and for each node of it. What is left when
/// there is no more of it is replaced as what nothing is known of.
const MOST_WORK: u64 = 1 << 26;
const MOST_TIMES: u64 = 32;

/// Keys that JavaScript gives a meaning, and a report as well, wherever they stand.
const PROTOTYPE_KEYS: [&str; 3] = ["__proto__", "constructor", "prototype"];

/// So much work is it to see whether a name is nearly another.
const NEAR: usize = 16;

pub(super) struct Places<'a, 'c> {
    redactor: &'a Redactor<'c>,
    document: &'a Document<'a>,
    /// The text that becomes another, as long as the document's.
    out: &'a mut [u8],
    /// The events that are still to come.
    events: &'a [EventNode<'c>],
    /// What an event without a known name is looked at as.
    unnamed: Option<&'c Object<'c>>,
    /// What the queries of its endpoints have.
    parameters: &'c [Parameter<'c>],
    /// Of each value that is gone through, from the root on, what it may be by any schema of it.
    shapes: Vec<&'c Shape<'c>>,
    /// The same where it is an object.
    objects: Vec<&'c Object<'c>>,
    /// How many schemas refer to each other.
    depth: u32,
    work: Cell<u64>,
    /// How many texts may still be read inside of each other.
    levels: u32,
    /// For values by themselves.
    reader: Reader,
    findings: Findings<'c>,
}

/// Where in the lists the shapes and the objects of a value begin.
#[derive(Clone, Copy)]
struct Start {
    shapes: usize,
    objects: usize,
}

impl<'a, 'c> Places<'a, 'c> {
    pub fn replace(
        redactor: &'a Redactor<'c>,
        document: &'a Document<'a>,
        out: &'a mut [u8],
        recognition: &Recognition<'c>,
        events: &'a [EventNode<'c>],
        levels: u32,
    ) {
        let mut places = Places {
            redactor,
            document,
            out,
            events,
            unnamed: None,
            parameters: &[],
            shapes: Vec::new(),
            objects: Vec::new(),
            depth: 0,
            work: Cell::new(MOST_WORK + MOST_TIMES * document.nodes().len() as u64),
            levels,
            reader: Reader::new(),
            findings: Findings::new(),
        };
        match recognition {
            Recognition::Foreign | Recognition::Like(_) => {}
            Recognition::Ambiguous(events) => events.iter().for_each(|(_, event)| places.event(event)),
            Recognition::Bare(_, event) | Recognition::Unsure(_, event) => places.event(event),
            Recognition::Matched(matched) => {
                let envelope = matched.entry.envelope;
                places.unnamed = Some(envelope.unnamed);
                places.parameters = matched.entry.provider.parameters;
                if let Wrapper::Object { object, .. } = envelope.wrapper {
                    places.objects.push(object);
                }
            }
        }
        places.value(Document::ROOT, Start { shapes: 0, objects: 0 }, false);
    }

    fn event(&mut self, event: &'c EventType<'c>) {
        match &event.schema {
            Some(shape) if LOADS => self.add(shape),
            _ => self.objects.push(event.shape),
        }
    }

    /// Adds what a value may be by a schema: every alternative, for which one is meant is not asked here.
    #[inline(never)]
    fn add(&mut self, shape: &'c Shape<'c>) {
        let is_full = self.shapes.len().max(self.objects.len()) >= MOST_SHAPES || self.depth >= DEEPEST;
        if is_full || !works(&self.work, 1) {
            return;
        }
        self.depth += 1;
        match shape {
            Shape::Any | Shape::Never => {}
            Shape::Union(shapes) => self.add_all(shapes),
            Shape::Nullable(shape) if LOADS => self.add(shape),
            Shape::Object(object) => self.objects.push(object),
            Shape::Defined(number) if LOADS => {
                if let Some(shape) = self.redactor.catalog.definitions().get(*number as usize) {
                    self.add(shape);
                }
            }
            Shape::Rules(rules) if LOADS => {
                self.shapes.push(shape);
                self.objects.extend(rules.object.map(|rules| rules.object));
                for applied in rules.applied {
                    match *applied {
                        Applied::All(shapes) => self.add_all(shapes),
                        Applied::Any(any) => self.add_all(any.shapes),
                        Applied::If(test, then, otherwise) => {
                            self.add(test);
                            self.add(then);
                            self.add(otherwise);
                        }
                        Applied::Not(shape) | Applied::With(_, shape) => self.add(shape),
                    }
                }
            }
            _ => self.shapes.push(shape),
        }
        self.depth -= 1;
    }

    fn add_all(&mut self, shapes: &'c [Shape<'c>]) {
        for shape in shapes {
            self.add(shape);
        }
    }

    /// Replaces what is in a value, whose shapes are the last that were added.
    fn value(&mut self, id: NodeId, from: Start, is_public: bool) {
        while let Some((event, rest)) = self.events.split_first().filter(|(event, _)| event.node <= id) {
            self.events = rest;
            match event.kind {
                EventKind::Known(event, _) => self.event(event),
                EventKind::Unnamed | EventKind::Unknown(_) => self.objects.extend(self.unnamed),
                EventKind::Other => {}
            }
        }
        let node = self.document.node(id);
        match node.kind {
            Kind::Null | Kind::False | Kind::True => {}
            Kind::Object if self.is_other_event(id, from.objects) => {
                let place = node.start as usize..node.end as usize;
                let text = self.out.get_mut(place).unwrap_or_default();
                self.redactor.document(text, Hint::NONE, self.levels - 1);
            }
            Kind::Array | Kind::Object if !LOADS || !self.stays(id, node, from.shapes, false) => {
                self.children(id, node, from, is_public);
            }
            Kind::Array | Kind::Object => {}
            _ if self.stays(id, node, from.shapes, is_public) => {}
            _ => self.text(id, from.shapes, 0..0),
        }
        self.shapes.truncate(from.shapes);
        self.objects.truncate(from.objects);
    }

    /// Whether an object is an event, or an envelope of some, where none is expected: it has the name of one where that
    /// stands.
    fn is_other_event(&self, id: NodeId, from: usize) -> bool {
        let objects = self.objects.get(from..).unwrap_or_default();
        let document = self.document;
        let is = |entry: &EnvelopeEntry<'c>| {
            let (name_at, wrapper) = (entry.envelope.name_at, entry.envelope.wrapper);
            let (event, field) = match wrapper {
                Wrapper::Object { events, .. } => (document.get(id, events), Some(events)),
                _ => (Some(id), name_at.first().copied()),
            };
            let is_expected =
                field.is_none_or(|name| objects.iter().any(|object| object.field(name).is_some()));
            if is_expected || !works(&self.work, NEAR) {
                return false;
            }
            let event = event.map(|event| document.elements(event).next().unwrap_or(event));
            let name = event.and_then(|event| document.at(event, name_at));
            name.is_some_and(|name| {
                self.redactor.catalog.index_of(entry, &document.text(document.node(name))).is_some()
            })
        };
        self.levels > 0 && id != Document::ROOT && self.redactor.catalog.envelopes().iter().any(is)
    }

    fn children(&mut self, id: NodeId, node: Node, from: Start, is_public: bool) {
        let to = Start { shapes: self.shapes.len(), objects: self.objects.len() };
        let is_object = node.kind == Kind::Object;
        let is_map = is_object && self.is_map(id, from.objects);
        let (mut at, mut index) = (id + 1, 0);
        while at < node.next {
            // What is public is words, and not what stands in their place.
            let mut is_public = is_public && !is_object;
            if is_object {
                is_public |= self.member(at, from, to, is_map, index < MOST_COMPARED);
                at += 1;
            }
            for shape in from.shapes..to.shapes {
                match self.shapes.get(shape) {
                    Some(Shape::Array(items)) if !is_object => self.add(&items.shape),
                    Some(Shape::Rules(rules)) if LOADS => self.child(rules, index, is_object),
                    _ => {}
                }
            }
            self.value(at, to, is_public);
            at = self.document.node(at).next;
            index += 1;
        }
    }

    /// Adds what rules say of an element, or of a member whatever its name is.
    fn child(&mut self, rules: &'c Rules<'c>, index: usize, is_member: bool) {
        let array = rules.array.filter(|_| !is_member);
        let member = match rules.unevaluated_members {
            Unevaluated::Each(shape) if is_member => Some(shape),
            _ => None,
        };
        let shapes = [
            array.and_then(|array| array.prefix.get(index).or(array.rest)),
            array.and_then(|array| array.contains).map(|contains| &contains.shape),
            rules.unevaluated_items.filter(|_| !is_member),
            member,
        ];
        for shape in shapes.into_iter().flatten() {
            self.add(shape);
        }
    }

    /// Replaces the key of a member, where that is needed, and adds what its value may be; whether that is public.
    fn member(&mut self, key: NodeId, from: Start, to: Start, is_map: bool, is_compared: bool) -> bool {
        let node = self.document.node(key);
        let text = string::text(self.document.inner(node));
        let (mut is_known, mut is_near, mut is_open, mut is_public) = (false, false, is_map, false);
        for at in from.shapes..to.shapes {
            if let Some(Shape::Rules(Rules { object: Some(rules), .. })) =
                self.shapes.get(at).filter(|_| LOADS)
            {
                is_known |= rules
                    .dependent
                    .iter()
                    .any(|(name, others)| *name == text || others.iter().any(|name| *name == text));
            }
        }
        for at in from.objects..to.objects {
            let Some(object) = self.objects.get(at).copied() else { continue };
            if let Some(field) =
                object.index_of(self.document, &node, 0).and_then(|index| object.fields.get(index))
            {
                (is_known, is_public) = (true, is_public || field.is_public);
                self.add(&field.shape);
                continue;
            }
            if let Others::Each(shape) = object.others {
                is_open = true;
                self.add(shape);
            }
            for pattern in object.patterns.iter().filter(|_| LOADS) {
                // Whether it fits is not asked: another shape does no harm.
                self.add(&pattern.shape);
            }
        }
        let is_compared = is_compared && !is_known;
        for at in from.objects..to.objects {
            let fields = self.objects.get(at).map_or(&[][..], |object| object.fields);
            for field in fields.iter().filter(|_| is_compared) {
                if works(&self.work, NEAR) && suggest::near(&text, field.name).is_some() {
                    is_near = true;
                    self.add(&field.shape);
                }
            }
        }
        if !is_known
            && !is_near
            && (is_open && !PROTOTYPE_KEYS.contains(&&*text) || !is_name(text.as_bytes(), b""))
        {
            let first = self.shapes.len();
            for at in from.shapes..to.shapes {
                if let Some(Shape::Rules(Rules { object: Some(rules), .. })) = self.shapes.get(at) {
                    rules.names.filter(|_| LOADS).into_iter().for_each(|shape| self.add(shape));
                }
            }
            self.text(key, first, from.objects..to.objects);
            self.shapes.truncate(first);
        }
        is_public
    }

    /// Whether the keys of an object that no field has are data: one of them is no name.
    fn is_map(&self, id: NodeId, from: usize) -> bool {
        let objects = self.objects.get(from..).unwrap_or_default();
        self.document.members(id).any(|(key, _)| {
            let node = self.document.node(key);
            let is_field = |object: &&Object<'_>| object.index_of(self.document, &node, 0).is_some();
            !is_name(&self.document.text(node), b"") && !objects.iter().any(is_field)
        })
    }

    /// Whether a value is not replaced: it names an event, a schema lists it, or anyone may see it.
    fn stays(&self, id: NodeId, node: Node, from: usize, is_public: bool) -> bool {
        let shapes = self.shapes.get(from..).unwrap_or_default();
        let text = match node.kind {
            Kind::String => self.document.text(node),
            _ => self.document.raw(id).into(),
        };
        let text = shown(&text);
        let is_word = |between| is_name(text.as_bytes(), between);
        let is_listed = |shape: &&Shape<'_>| match shape {
            Shape::Name if node.kind == Kind::String => is_word(b".:/") || self.is_nearly_event(&text),
            shape => fit::lists(shape, self.document, id, &text),
        };
        is_public && (node.kind == Kind::Number || is_word(b". "))
            || shapes.is_empty() && self.redactor.is_event(text.as_bytes())
            || shapes.iter().any(is_listed)
    }

    /// Whether the name of an event was near-certainly meant.
    fn is_nearly_event(&self, text: &str) -> bool {
        let mut rows = self.redactor.catalog.rows();
        rows.any(|(.., event)| works(&self.work, NEAR) && suggest::near(text, event.name).is_some())
    }

    /// Replaces the text of a string, a key of some objects or of none, or of a number.
    #[inline(never)]
    fn text(&mut self, id: NodeId, from: usize, objects: Range<usize>) {
        let node = self.document.node(id);
        let is_number = node.kind == Kind::Number;
        let quote = usize::from(!is_number);
        let raw = self.document.raw(id);
        let inner = raw.get(quote..raw.len() - quote).unwrap_or_default();
        let start = node.start as usize + quote;
        let mut text = spelling::read(inner, Spelling::ESCAPES);
        let may_be_json = self.levels > 0 && matches!(text.trim_ascii_start(), [b'{' | b'[' | b'"', ..]);
        let mut has_inside = may_be_json && self.redactor.document(&mut text, Hint::NONE, self.levels - 1);
        if !has_inside {
            let Places { redactor, objects, parameters, work, .. } = &*self;
            // A number is as in code.
            let words = Words { redactor, is_code: is_number, objects, parameters, work };
            has_inside =
                inside::replace(&words, &mut text, Hint::NONE, if is_number { 0 } else { self.levels });
        }
        let out = self.out.get_mut(start..start + inner.len()).unwrap_or_default();
        spelling::write(out, &text, Spelling::ESCAPES);
        let shapes = self.shapes.get(from..).unwrap_or_default();
        let objects = self.objects.get(objects).unwrap_or_default();
        if has_inside
            || shapes.is_empty()
                && !(LOADS && objects.iter().any(|object| !object.patterns.is_empty()))
                && !node.has(Node::LARGE)
        {
            return;
        }
        let Some(out) = self.out.get_mut(node.start as usize..node.end as usize) else { return };
        let definitions = self.redactor.catalog.definitions();
        let (reader, findings) = (&mut self.reader, &mut self.findings);
        fit::Fit { definitions, shapes, objects, reader, findings, work: &self.work }.nearest(raw, out);
    }
}
