//! A document, place by place: what the catalog says of a value tells whether it stays, and what must be as true of
//! what replaces it.

use super::fit;
use super::pieces::{Pieces, Wording};
use super::spelling::{self, Spelling};
use super::{Redactor, is_name};
use crate::json::document::Node;
use crate::json::map::{Map, Names};
use crate::json::string::{self, unescape};
use crate::json::{Document, Kind, NodeId};
use crate::recognize::{EventKind, EventNode, MOST_COMPARED, Recognition};
use crate::shape::{Applied, EventType, Object, Others, Rules, Shape, Unevaluated, Wrapper};
use crate::suggest;

/// So many schemas of one value are looked at.
const MOST_SHAPES: usize = 256;

/// How much work a document may be beyond one look at each of its values, and for each node of it. What is left when
/// there is no more of it is replaced as what nothing is known of.
const MOST_WORK: u64 = 1 << 24;
const MOST_TIMES: u64 = 32;

/// So many members, each an object that starts with the same key, are no fields: their keys are data.
const FEWEST_ALIKE: usize = 3;

pub(super) struct Places<'a, 'c> {
    redactor: &'a Redactor<'a, 'c>,
    document: &'a Document<'a>,
    /// The text that becomes another, as long as the document's.
    out: &'a mut [u8],
    pieces: Pieces<'a>,
    /// The events that are still to come.
    events: &'a [EventNode<'c>],
    /// What an event without a known name is looked at as.
    unnamed: Option<&'c Object<'c>>,
    /// Of each value that is gone through, from the root on, what it may be by any schema of it.
    shapes: Vec<Shape<'c>>,
    /// The names of fields, which paths of URLs have as well.
    names: Names<'c>,
    /// The objects whose fields are among them.
    named: Map,
    work: u64,
    /// How many texts may still be read inside of each other.
    levels: u32,
}

impl<'a, 'c> Places<'a, 'c> {
    pub fn new(
        redactor: &'a Redactor<'a, 'c>,
        document: &'a Document<'a>,
        out: &'a mut [u8],
        events: &'a [EventNode<'c>],
        levels: u32,
    ) -> Self {
        Places {
            redactor,
            document,
            out,
            pieces: Pieces::new(&redactor.cipher),
            events,
            unnamed: None,
            shapes: Vec::new(),
            names: Names::default(),
            named: Map::default(),
            work: MOST_WORK + MOST_TIMES * document.nodes().len() as u64,
            levels,
        }
    }

    pub fn replace(mut self, recognition: &Recognition<'c>) {
        match recognition {
            Recognition::Foreign => {}
            Recognition::Ambiguous(events) => events.iter().for_each(|(_, event)| self.event(event)),
            Recognition::Unsure(_, event) => self.event(event),
            Recognition::Matched(matched) => {
                let envelope = matched.entry.envelope;
                self.unnamed = Some(envelope.unnamed);
                for parameter in matched.entry.provider.parameters {
                    self.names.put(parameter.name.as_bytes());
                }
                if let Wrapper::Object { object, .. } = envelope.wrapper {
                    self.shapes.push(Shape::Object(object));
                }
            }
        }
        self.value(Document::ROOT, 0, false);
    }

    fn works(&mut self, steps: usize) -> bool {
        self.work = self.work.saturating_sub(steps as u64);
        self.work > 0
    }

    fn event(&mut self, event: &'c EventType<'c>) {
        match event.schema {
            Some(shape) => self.add(shape, 0),
            None => self.shapes.push(Shape::Object(event.shape)),
        }
    }

    /// Adds what a value may be by a schema: every alternative, for which one is meant is not asked here.
    fn add(&mut self, shape: Shape<'c>, from: usize) {
        if !self.works(1) || self.shapes.len() - from >= MOST_SHAPES {
            return;
        }
        match shape {
            Shape::Any | Shape::Never => {}
            Shape::Union(shapes) => shapes.iter().for_each(|shape| self.add(*shape, from)),
            Shape::Nullable(shape) => self.add(*shape, from),
            Shape::Defined(number) => {
                if let Some(shape) = self.redactor.catalog.definitions().get(number as usize).copied() {
                    self.add(*shape, from);
                }
            }
            Shape::Rules(rules) => {
                self.shapes.push(shape);
                for applied in rules.applied {
                    match *applied {
                        Applied::All(shapes) => shapes.iter().for_each(|shape| self.add(*shape, from)),
                        Applied::Any(any) => any.shapes.iter().for_each(|shape| self.add(*shape, from)),
                        Applied::If(test, then, otherwise) => {
                            [test, then, otherwise].into_iter().for_each(|shape| self.add(*shape, from));
                        }
                        Applied::Not(shape) | Applied::With(_, shape) => self.add(*shape, from),
                    }
                }
            }
            _ => self.shapes.push(shape),
        }
    }

    /// Replaces what is in a value; of its shapes the first is at `from`.
    fn value(&mut self, id: NodeId, from: usize, is_public: bool) {
        while let Some((event, rest)) = self.events.split_first().filter(|(event, _)| event.node <= id) {
            self.events = rest;
            match event.kind {
                _ if event.node < id => {}
                EventKind::Known(event, _) => self.event(event),
                EventKind::Unnamed | EventKind::Unknown(_) => {
                    self.shapes.extend(self.unnamed.map(Shape::Object));
                }
                EventKind::Other => {}
            }
        }
        match self.document.node(id).kind {
            Kind::Null | Kind::False | Kind::True => {}
            _ if self.is_listed(id, from) => {}
            Kind::Number => {
                if !is_public {
                    self.text(id, from);
                }
            }
            Kind::String => self.string(id, from, is_public),
            Kind::Array => self.elements(id, from, is_public),
            Kind::Object => self.members(id, from, is_public),
        }
        self.shapes.truncate(from);
    }

    /// Whether a schema lists the value, or nearly: what it lists is nobody's.
    fn is_listed(&mut self, id: NodeId, from: usize) -> bool {
        let shapes = self.shapes.get(from..).unwrap_or_default();
        shapes.iter().any(|shape| fit::lists(shape, self.document, id))
    }

    fn elements(&mut self, id: NodeId, from: usize, is_public: bool) {
        let to = self.shapes.len();
        for (index, element) in self.document.elements(id).enumerate() {
            for at in from..to {
                match self.shapes.get(at).copied() {
                    Some(Shape::Array(items)) => self.add(items.shape, to),
                    Some(Shape::Rules(rules)) => {
                        if let Some(array) = rules.array {
                            let shape = array.prefix.get(index).or(array.rest);
                            shape.into_iter().for_each(|shape| self.add(*shape, to));
                            array.contains.into_iter().for_each(|contains| self.add(contains.shape, to));
                        }
                        rules.unevaluated_items.into_iter().for_each(|shape| self.add(*shape, to));
                    }
                    _ => {}
                }
            }
            self.value(element, to, is_public);
        }
    }

    fn members(&mut self, id: NodeId, from: usize, is_public: bool) {
        let to = self.shapes.len();
        for at in from..to {
            if let Some(object) = self.object(at) {
                self.learn(object);
            }
        }
        let is_map = self.is_map(id, from, to);
        let (mut expected, mut compared) = (0, 0);
        for (key, value) in self.document.members(id) {
            let node = self.document.node(key);
            let (mut is_known, mut is_open, mut is_public) = (false, false, is_public);
            for at in from..to {
                let Some(object) = self.object(at) else { continue };
                if let Some(index) = object.index_of(self.document, &node, expected) {
                    expected = index + 1;
                    if let Some(field) = object.fields.get(index) {
                        (is_known, is_public) = (true, is_public || field.is_public);
                        self.add(field.shape, to);
                    }
                    continue;
                }
                is_open |= matches!(object.others, Others::Each(_)) || !object.patterns.is_empty();
                if let Others::Each(shape) = object.others {
                    self.add(*shape, to);
                }
                for pattern in object.patterns {
                    if fit::matches(&pattern.pattern, &self.document.text(node), &mut self.work) {
                        self.add(pattern.shape, to);
                    }
                }
            }
            for at in from..to {
                if let Some(Shape::Rules(Rules { unevaluated_members: Unevaluated::Each(shape), .. })) =
                    self.shapes.get(at)
                {
                    self.add(**shape, to);
                }
            }
            if !is_known && compared < MOST_COMPARED {
                compared += 1;
                is_known = self.is_misspelled(node, from, to);
            }
            if !is_known && (is_map || is_open || !is_name(&self.document.text(node), b"")) {
                self.key(key, from, to);
            }
            self.value(value, to, is_public);
        }
    }

    /// The object that a value may be by one of its shapes.
    fn object(&self, at: usize) -> Option<&'c Object<'c>> {
        match self.shapes.get(at)? {
            Shape::Object(object) => Some(object),
            Shape::Rules(Rules { object: Some(rules), .. }) => Some(rules.object),
            _ => None,
        }
    }

    /// Learns the names of an object's fields, and what an endpoint below it has before an id.
    fn learn(&mut self, object: &'c Object<'c>) {
        let key = (std::ptr::from_ref(object) as usize as u64, 0);
        if self.named.get(key).is_some() || !self.works(object.fields.len()) {
            return;
        }
        self.named.set(key, 0);
        for field in object.fields {
            self.names.put(field.name.as_bytes());
        }
        if let Some(anchor) = object.anchor {
            self.names.put(anchor.collection.as_bytes());
            self.names.put(anchor.parameter.as_bytes());
        }
    }

    /// Whether the keys of an object that no field has are data: one of them is no name, or all members are alike.
    fn is_map(&mut self, id: NodeId, from: usize, to: usize) -> bool {
        let (mut count, mut first, mut are_alike) = (0, None, true);
        for (key, value) in self.document.members(id) {
            let node = self.document.node(key);
            let objects = (from..to).filter_map(|at| self.object(at));
            if objects.into_iter().any(|object| object.index_of(self.document, &node, 0).is_some()) {
                are_alike = false;
                continue;
            }
            if !is_name(&self.document.text(node), b"") {
                return true;
            }
            count += 1;
            let start = self
                .document
                .members(value)
                .next()
                .map(|(key, _)| self.document.text(self.document.node(key)));
            are_alike &= start.is_some() && (count == 1 || first == start);
            first = start;
        }
        are_alike && count >= FEWEST_ALIKE
    }

    /// Whether a key is nearly a field's name; then the value is looked at as that field's.
    fn is_misspelled(&mut self, key: Node, from: usize, to: usize) -> bool {
        let text = string::text(self.document.inner(key));
        let mut is_near = false;
        for at in from..to {
            let Some(object) = self.object(at) else { continue };
            if !self.works(object.fields.len()) {
                break;
            }
            for field in object.fields {
                if suggest::near(&text, field.name).is_some() {
                    is_near = true;
                    self.add(field.shape, to);
                }
            }
        }
        is_near
    }

    /// Replaces a key. What is asked of keys is asked of it before and after.
    fn key(&mut self, key: NodeId, from: usize, to: usize) {
        let first = self.shapes.len();
        for at in from..to {
            let Some(shape) = self.shapes.get(at).copied() else { continue };
            if let Shape::Rules(Rules { object: Some(rules), .. }) = shape {
                rules.names.into_iter().for_each(|shape| self.add(*shape, first));
            }
            if self.object(at).is_some_and(|object| !object.patterns.is_empty()) {
                self.shapes.push(shape);
            }
        }
        self.text(key, first);
        self.shapes.truncate(first);
    }

    fn string(&mut self, id: NodeId, from: usize, is_public: bool) {
        let node = self.document.node(id);
        let text = self.document.text(node);
        let shapes = self.shapes.get(from..).unwrap_or_default();
        let stays = match shapes {
            [] => self.redactor.is_event(&text),
            _ if is_public => is_name(&text, b". "),
            shapes if shapes.iter().any(|shape| matches!(shape, Shape::Name)) => {
                is_name(&text, b".:/") || self.is_nearly_event(&string::shown(&text))
            }
            _ => false,
        };
        if stays {
            return;
        }
        let is_json = matches!(text.trim_ascii_start().first(), Some(b'{' | b'[' | b'"'));
        if !is_json || self.levels == 0 {
            return self.text(id, from);
        }
        let mut inside = spelling::read(self.document.inner(node), Spelling::Json);
        self.redactor.redact(&mut inside, crate::recognize::Hint::NONE, self.levels - 1);
        let place = self.out.get_mut(node.start as usize + 1..node.end as usize - 1).unwrap_or_default();
        spelling::write(place, &inside, Spelling::Json);
    }

    /// Whether the name of an event was near-certainly meant.
    fn is_nearly_event(&mut self, text: &str) -> bool {
        self.redactor
            .catalog
            .rows()
            .any(|(.., event)| self.works(1) && suggest::near(text, event.name).is_some())
    }

    /// Replaces the text of a string, or of a number.
    fn text(&mut self, id: NodeId, from: usize) {
        let node = self.document.node(id);
        let is_number = node.kind == Kind::Number;
        let (start, end) = (node.start as usize, node.end as usize);
        let place = if is_number { start..end } else { start + 1..end - 1 };
        let Places { out, pieces, shapes, names, work, document, .. } = self;
        let raw = document.body().get(place.clone()).unwrap_or_default();
        let Some(out) = out.get_mut(place) else { return };
        let before = spelling::read(raw, Spelling::Percent);
        let mut after = before.clone();
        let wording = if is_number { Wording::Numbers } else { Wording::Text };
        pieces.replace(&mut after, wording, &|text, at| word_of_url(names, text, at));
        spelling::write(out, &after, Spelling::Percent);
        let shapes = shapes.get(from..).unwrap_or_default();
        if shapes.is_empty() && !(is_number && node.has(Node::LARGE)) {
            return;
        }
        let said = fit::said(shapes, node, &unescape(raw), work);
        let mut spelled = out.to_vec();
        let mut is_same = |text: &[u8]| {
            spelled.copy_from_slice(raw);
            spelling::write(&mut spelled, text, Spelling::Percent);
            let is_same = fit::said(shapes, node, &unescape(&spelled), work) == said;
            (*work > 0).then_some(is_same)
        };
        if is_same(&after) == Some(false)
            && let Some(nearest) = fit::nearest(&before, &after, &mut is_same)
        {
            out.copy_from_slice(raw);
            spelling::write(out, &nearest, Spelling::Percent);
        }
    }
}

/// Where a word ends that stays in a URL: its scheme; in its path and before `=` in its query a name that the
/// catalog has, or a version.
fn word_of_url(names: &Names<'_>, text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let is_of_word = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let (word, after) = rest.split_at_checked(rest.iter().take_while(is_of_word).count())?;
    let is_in_place = match at.checked_sub(1).and_then(|at| text.get(at)) {
        Some(b'/') => true,
        Some(b'?' | b'&') => after.first() == Some(&b'='),
        _ => false,
    };
    let is_version = matches!(word, [b'v', b'0'..=b'9'] | [b'v', b'0'..=b'9', b'0'..=b'9']);
    let stays = after.starts_with(b"://") || is_in_place && (is_version || names.get(word).is_some());
    stays.then_some(at + word.len())
}
