//! One walker: shape × document → everything that is wrong.
//!
//! It goes through an object's members once, remembering where each known field's value is, so that of
//! a repeated key the last counts; then through the fields. A fault yields one finding.

use std::borrow::Cow;

use crate::format::{Format, endpoint, timestamp};
use crate::json::document::{Node, equal};
use crate::json::string::readable;
use crate::json::{Document, Kind, NodeId, number};
use crate::problem::{Code, Detail, Finding};
use crate::recognize::{Item, ItemKind, MOST_COMPARED, Recognition, Recognized, kind_fits};
use crate::shape::{
    Anchor, EventType, Field, Integer, Items, Number, Object, Others, Presence, Severity, Shape, Text, Time,
    Wrapper,
};
use crate::{sort, suggest};

/// So many fields have their places on the stack; those of a larger object take memory for them.
const FEW_FIELDS: usize = 16;

/// How many findings of each severity are kept: more than a report shows, so that the first of them in
/// text order are among them; the rest are counted.
const MOST_KEPT: u32 = 1000;

/// What was found in a document.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub list: Vec<Finding>,
    pub errors: u32,
    pub warnings: u32,
    /// Errors that say that an event is not known, rather than not right.
    pub unknown: u32,
}

impl Findings {
    pub const fn new() -> Self {
        Findings { list: Vec::new(), errors: 0, warnings: 0, unknown: 0 }
    }

    pub fn clear(&mut self) {
        self.list.clear();
        (self.errors, self.warnings, self.unknown) = (0, 0, 0);
    }

    #[cold]
    pub fn push(&mut self, code: Code, severity: Severity, at: NodeId, detail: Detail) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= MOST_KEPT {
            self.list.push(Finding { code, severity, at, detail });
        }
        self.unknown += u32::from(matches!(code, Code::UnknownEvent | Code::AmbiguousEvent));
    }

    fn error(&mut self, code: Code, at: NodeId, detail: Detail) {
        self.push(code, Severity::Error, at, detail);
    }

    fn warning(&mut self, code: Code, at: NodeId, detail: Detail) {
        self.push(code, Severity::Warning, at, detail);
    }

    fn has(&self, at: NodeId) -> bool {
        self.list.iter().any(|finding| finding.at == at)
    }
}

/// Finds everything that is wrong with a recognised document.
pub(crate) fn validate(
    document: &Document<'_>,
    recognition: &Recognition,
    items: &[Item],
    findings: &mut Findings,
) {
    findings.clear();
    let root = Document::ROOT;
    match recognition {
        Recognition::Foreign => findings.error(Code::UnknownEvent, root, Detail::Unknown(None)),
        Recognition::Ambiguous(_, events) => {
            findings.error(Code::AmbiguousEvent, root, Detail::Ambiguous(events.len() as u8));
        }
        Recognition::Known(known) => {
            let mut walker = Walker {
                document,
                findings,
                known,
                items,
                event: None,
                anchor: None,
                strays: Vec::new(),
                extras: Vec::new(),
            };
            walker.body();
        }
    }
}

struct Walker<'a> {
    document: &'a Document<'a>,
    findings: &'a mut Findings,
    known: &'a Recognized,
    items: &'a [Item],
    /// The event type of the event that is walked.
    event: Option<&'static EventType>,
    anchor: Option<Anchored<'a>>,
    /// Endpoints that name another id than the anchor's, each with that id in lower case.
    strays: Vec<(NodeId, Vec<u8>)>,
    /// Keys that no field has, of the objects that are walked.
    extras: Vec<NodeId>,
}

/// The id that endpoints must name.
#[derive(Clone, Copy)]
struct Anchored<'a> {
    anchor: Anchor,
    at: NodeId,
    id: &'a [u8],
    /// Whether an endpoint names it.
    agreed: bool,
}

impl<'a> Walker<'a> {
    fn body(&mut self) {
        let is_known = |item: &Item| matches!(item.kind, ItemKind::Known(..) | ItemKind::Unnamed);
        match self.known.envelope.wrapper {
            Wrapper::Object { object, .. } if self.items.is_empty() || self.items.iter().any(is_known) => {
                self.object(Document::ROOT, object);
            }
            _ => self.events(),
        }
        if self.findings.errors == self.findings.unknown
            && self.findings.unknown > 0
            && !self.items.iter().any(is_known)
        {
            return;
        }
        if self.document.has(Node::LARGE | Node::LONE_SURROGATE) {
            self.flagged();
        }
    }

    fn events(&mut self) {
        for item in self.items {
            match item.kind {
                ItemKind::Known(event, _) => {
                    self.event = Some(event);
                    self.event(item.node, event.shape);
                    self.same(item.node, event);
                }
                ItemKind::Unnamed => {
                    self.event = None;
                    self.event(item.node, self.known.envelope.unnamed);
                }
                ItemKind::Unknown(name) => {
                    let of = (self.known.provider, self.known.envelope.events);
                    self.findings.error(Code::UnknownEvent, name, Detail::Unknown(Some(of)));
                }
                ItemKind::Other => self.findings.error(Code::UnknownEvent, item.node, Detail::Unknown(None)),
            }
        }
    }

    fn event(&mut self, id: NodeId, shape: &'static Object) {
        match self.document.node(id).kind {
            Kind::Object => self.object(id, shape),
            _ => self.findings.error(Code::WrongType, id, Detail::Type(Shape::Object(shape), false)),
        }
    }

    /// Two places of an event that should be the same.
    fn same(&mut self, item: NodeId, event: &EventType) {
        for (first, second) in event.same {
            let at = |path: &[&str]| path.iter().try_fold(item, |at, key| self.document.get(at, key));
            let (Some(first), Some(second)) = (at(first), at(second)) else { continue };
            let text = |id| match self.document.node(id) {
                node if node.kind == Kind::String => Some(self.document.text(node)),
                _ => None,
            };
            let (Some(left), Some(right)) = (text(first), text(second)) else { continue };
            let same = equal(&left, &right) || left.eq_ignore_ascii_case(&right);
            if !same && !self.findings.has(first) && !self.findings.has(second) {
                self.findings.warning(Code::InconsistentValue, second, Detail::Same(first));
            }
        }
    }

    #[inline(always)]
    fn object(&mut self, id: NodeId, object: &'static Object) {
        match object.fields.len() {
            0..=FEW_FIELDS => self.members(id, object, &mut [Document::ROOT; FEW_FIELDS]),
            count => self.members(id, object, &mut vec![Document::ROOT; count]),
        }
    }

    /// The members of an object; `slots` has room for the place of each field's value.
    #[inline(never)]
    fn members(&mut self, id: NodeId, object: &'static Object, slots: &mut [NodeId]) {
        let first_extra = self.extras.len();
        let mut expected = 0;
        let mut members = self.document.members(id);
        while let Some((key, node, _)) = members.next_pair() {
            if let (Some(field), Some(slot)) = (object.fields.get(expected), slots.get_mut(expected))
                && *slot == Document::ROOT
                && self.document.is_inlined(node, field.name)
            {
                *slot = key + 1;
                expected += 1;
                continue;
            }
            let Some(index) = self.find(object.fields, node, expected) else {
                self.extras.push(key);
                continue;
            };
            expected = index + 1;
            if let Some(slot) = slots.get_mut(index) {
                if *slot != Document::ROOT {
                    self.findings.warning(Code::DuplicateKey, key, Detail::Duplicate);
                }
                *slot = key + 1;
            }
        }
        if self.extras.len() > first_extra {
            self.unexpected(object, slots, first_extra);
        }
        let anchored = object.anchor.is_some_and(|anchor| self.drop_anchor(object, anchor, slots));
        let (mut bare, mut enveloped, mut apart) = (false, false, false);
        for (field, &value) in object.fields.iter().zip(&*slots) {
            let present = value != Document::ROOT;
            match field.presence {
                _ if present => self.value(value, &field.shape, field.nullable),
                Presence::Required => self.findings.error(Code::MissingField, id, Detail::Missing(field)),
                Presence::Envelope | Presence::WithEnvelope => bare = true,
                Presence::Together => apart = true,
                Presence::Optional => {}
            }
            enveloped |= present && field.presence == Presence::Envelope;
        }
        if bare {
            self.envelope_lacks(id, object, slots, enveloped);
        }
        if apart {
            self.together(id, object, slots);
        }
        if anchored {
            self.weigh_anchor();
        }
    }

    /// The field of a key that is not the expected one, looked for after it, then before it.
    #[inline(never)]
    fn find(&self, fields: &'static [Field], key: &Node, from: usize) -> Option<usize> {
        let mut index = from;
        for _ in fields {
            index = if index < fields.len() { index } else { 0 };
            if fields.get(index).is_some_and(|field| self.document.is_inlined(key, field.name)) {
                return Some(index);
            }
            index += 1;
        }
        None
    }

    #[inline(never)]
    fn envelope_lacks(&mut self, id: NodeId, object: &'static Object, slots: &[NodeId], enveloped: bool) {
        if !enveloped {
            self.findings.warning(Code::MissingEnvelope, id, Detail::Envelope(object));
            return;
        }
        for (field, _) in object.fields.iter().zip(slots).filter(|(_, value)| **value == Document::ROOT) {
            if matches!(field.presence, Presence::Envelope | Presence::WithEnvelope) {
                self.findings.error(Code::MissingField, id, Detail::Missing(field));
            }
        }
    }

    /// Of fields that stand together or not at all, those that are missing beside others.
    #[cold]
    fn together(&mut self, id: NodeId, object: &'static Object, slots: &[NodeId]) {
        let fields =
            || object.fields.iter().zip(slots).filter(|(field, _)| field.presence == Presence::Together);
        if fields().all(|(_, value)| *value == Document::ROOT) {
            return;
        }
        for (field, _) in fields().filter(|(_, value)| **value == Document::ROOT) {
            self.findings.error(Code::MissingField, id, Detail::Missing(field));
        }
    }

    /// Keys that no field has: misspellings of fields that are absent, or unexpected.
    #[cold]
    fn unexpected(&mut self, object: &'static Object, slots: &mut [NodeId], first_extra: usize) {
        let extras = self.extras.get(first_extra..).unwrap_or_default();
        let mut keys: Vec<(NodeId, NodeId)> = extras.iter().map(|key| (*key, key + 1)).collect();
        self.extras.truncate(first_extra);
        self.repeated(&mut keys);
        let text = |key: NodeId| readable(self.document.inner(self.document.node(key)));
        let mut near: Vec<(usize, usize, usize)> = Vec::new();
        for (at, (key, _)) in keys.iter().take(MOST_COMPARED).enumerate() {
            let key = text(*key);
            for (index, (field, slot)) in object.fields.iter().zip(slots.iter()).enumerate() {
                if let (Document::ROOT, Some(distance)) = (*slot, suggest::near(&key, field.name)) {
                    near.push((distance, at, index));
                }
            }
        }
        sort::by(&mut near, |(distance, ..)| *distance as u64);
        let mut meant: Vec<Option<&'static Field>> = vec![None; keys.len()];
        for (_, at, index) in near {
            let (Some(field), Some(slot), Some(meant), Some((key, _))) =
                (object.fields.get(index), slots.get_mut(index), meant.get_mut(at), keys.get(at))
            else {
                continue;
            };
            if *slot == Document::ROOT && meant.is_none() {
                *meant = Some(field);
                *slot = key + 1;
            }
        }
        let suggested: Vec<NodeId> = keys.iter().map(|(key, _)| key + 1).collect();
        for ((key, value), meant) in keys.into_iter().zip(meant) {
            match meant {
                Some(field) if field.presence != Presence::Optional => {
                    self.findings.error(Code::MisspelledField, key, Detail::Misspelled(field));
                }
                _ if !matches!(object.others, Others::Unexpected) => self.other(value, object.others),
                // A field that may be absent is only suggested: this may as well be a new one of its own.
                _ => {
                    let fitting = meant.filter(|field| kind_fits(self.document, field, key + 1));
                    self.findings.warning(Code::UnexpectedField, key, Detail::Extra(fitting));
                    self.unshaped(value);
                }
            }
        }
        for (field, slot) in object.fields.iter().zip(slots) {
            if field.presence == Presence::Optional && suggested.contains(slot) {
                *slot = Document::ROOT;
            }
        }
    }

    /// The value of a member that is expected without being a field.
    fn other(&mut self, value: NodeId, others: Others) {
        match others {
            Others::Each(shape) => self.value(value, shape, false),
            Others::Open | Others::Unexpected => self.unshaped(value),
        }
    }

    /// Reports every key that repeats an earlier one, and leaves the others in `members`, each with the value
    /// that counts, the last.
    fn repeated(&mut self, members: &mut Vec<(NodeId, NodeId)>) {
        if members.len() < 2 {
            return;
        }
        let texts: Vec<Cow<'_, [u8]>> =
            members.iter().map(|(key, _)| self.document.text(self.document.node(*key))).collect();
        let order = sort::order(members.len(), &|a, b| texts.get(a).cmp(&texts.get(b)));
        let mut repeats: Vec<NodeId> = Vec::new();
        let mut first = None;
        for at in order {
            let same = first.filter(|first| texts.get(*first) == texts.get(at));
            first = same.or(Some(at));
            let Some((key, value)) = same.and(members.get(at)).copied() else { continue };
            repeats.push(key);
            if let Some((_, counts)) = same.and_then(|first| members.get_mut(first)) {
                *counts = value;
            }
        }
        if repeats.is_empty() {
            return;
        }
        sort::by(&mut repeats, |key| u64::from(*key));
        for &key in &repeats {
            self.findings.warning(Code::DuplicateKey, key, Detail::Duplicate);
        }
        members.retain(|(key, _)| repeats.binary_search(key).is_err());
    }

    /// A value of which nothing is known: it may repeat keys.
    fn unshaped(&mut self, id: NodeId) {
        let node = self.document.node(id);
        if !matches!(node.kind, Kind::Array | Kind::Object) {
            return;
        }
        for object in (id..node.next).filter(|&id| self.document.node(id).kind == Kind::Object) {
            self.repeated(&mut self.document.members(object).collect());
        }
    }

    #[inline(always)]
    fn value(&mut self, id: NodeId, shape: &'static Shape, nullable: bool) {
        let Some(node) = self.document.nodes().get(id as usize) else { return };
        match (shape, node.kind) {
            (Shape::Text(rule), Kind::String) => match node.has(Node::ESCAPED) {
                true => self.escaped(id, rule),
                false => self.text(id, self.document.inner(*node), rule),
            },
            (Shape::Object(object), Kind::Object) => self.object(id, object),
            (Shape::Array(items), Kind::Array) => self.array(id, items),
            _ => self.rarer(id, shape, nullable),
        }
    }

    #[inline(never)]
    fn array(&mut self, id: NodeId, items: &'static Items) {
        if items.not_empty && self.document.elements(id).next().is_none() {
            self.findings.error(Code::UnexpectedValue, id, Detail::Empty);
        }
        for element in self.document.elements(id) {
            self.value(element, &items.shape, false);
        }
    }

    #[inline(never)]
    fn rarer(&mut self, id: NodeId, shape: &'static Shape, nullable: bool) {
        let node = self.document.node(id);
        match (shape, node.kind) {
            (_, Kind::Null) if nullable => {}
            (Shape::Name, Kind::String) => {
                if let Some(event) = self.event.filter(|event| !self.is_named(node, event)) {
                    self.findings.error(Code::UnexpectedValue, id, Detail::Name(event));
                }
            }
            (Shape::Integer(integer), Kind::Number) => self.integer(id, node, *integer, nullable),
            (Shape::Time(time), Kind::String) => self.time(id, node, *time),
            (Shape::Time(time), Kind::Number) if time.or_seconds => {
                self.integer(id, node, Integer::Seconds, nullable)
            }
            (Shape::Number(number), Kind::Number) => self.number(id, *number),
            (Shape::Union(_), kind) if shape.is_of(kind) => match shape.branch(kind) {
                // The other shapes are what was meant: they are told as well.
                Shape::Array(items) if items.are_none() && self.document.elements(id).next().is_some() => {
                    self.findings.error(Code::WrongType, id, Detail::Type(*shape, nullable));
                }
                branch => self.value(id, branch, nullable),
            },
            (Shape::Any, _) => self.unshaped(id),
            (Shape::Boolean, Kind::True | Kind::False) => {}
            (Shape::Events, Kind::Array) if self.items.is_empty() => {
                self.findings.error(Code::UnexpectedValue, id, Detail::Empty);
            }
            (Shape::Events, Kind::Array) => self.events(),
            (Shape::Events, Kind::Object) if !self.known.listed => self.events(),
            _ => self.findings.error(Code::WrongType, id, Detail::Type(*shape, nullable)),
        }
    }

    fn is_named(&self, node: Node, event: &EventType) -> bool {
        self.document.is(node, event.name) || event.aliases.iter().any(|alias| self.document.is(node, alias))
    }

    #[cold]
    #[inline(never)]
    fn escaped(&mut self, id: NodeId, rule: &'static Text) {
        self.text(id, &self.document.text(self.document.node(id)), rule);
    }

    #[inline(always)]
    fn text(&mut self, id: NodeId, text: &[u8], rule: &'static Text) {
        if !rule.format.accepts(text) {
            self.misformed(id, rule);
        } else if !rule.values.is_empty() {
            self.one_of(id, text, rule);
        } else if rule.format == Format::Endpoint {
            self.endpoint(id, text);
        }
    }

    #[cold]
    #[inline(never)]
    fn misformed(&mut self, id: NodeId, rule: &'static Text) {
        let node = self.document.node(id);
        if !rule.or_empty || node.end - node.start > 2 {
            let detail = Detail::Format(rule.format, rule.or_empty);
            self.findings.push(Code::BadFormat, rule.format_severity, id, detail);
        }
    }

    #[inline(never)]
    fn one_of(&mut self, id: NodeId, text: &[u8], rule: &'static Text) {
        if !rule.values.iter().any(|(value, _)| value_is(text, value, rule)) {
            let code = if rule.agrees { Code::InconsistentValue } else { Code::UnexpectedValue };
            self.findings.push(code, rule.values_severity, id, Detail::Value(rule.values, rule.agrees));
        }
    }

    fn integer(&mut self, id: NodeId, node: Node, integer: Integer, nullable: bool) {
        let value = number::integer(self.document.raw(id), node.has(Node::DECIMAL));
        let detail = Detail::Integer(integer);
        match (integer, value) {
            (Integer::Flag, Some(0 | 1))
            | (Integer::Count, Some(0..))
            | (Integer::Seconds, Some(0..1_000_000_000_000)) => {}
            (Integer::Seconds, Some(0..)) => self.findings.warning(Code::UnexpectedValue, id, detail),
            (Integer::Flag, _) | (_, Some(_)) => self.findings.error(Code::UnexpectedValue, id, detail),
            (_, None) => {
                self.findings.error(Code::WrongType, id, Detail::Type(Shape::Integer(integer), nullable));
            }
        }
    }

    fn number(&mut self, id: NodeId, number: Number) {
        if number == Number::Share && !number::is_share(self.document.raw(id)) {
            self.findings.error(Code::UnexpectedValue, id, Detail::Number(number));
        }
    }

    fn time(&mut self, id: NodeId, node: Node, time: Time) {
        let text = self.document.text(node);
        match timestamp::parse(&text, time.style) {
            None => self.findings.error(Code::BadFormat, id, Detail::Time(time, None)),
            Some(moment) if moment.has_offset() => {}
            Some(_) => {
                if let Some(severity) = time.no_offset {
                    let hint = Some("the offset from UTC is missing: `Z`, or one as `+00:00`");
                    self.findings.push(Code::BadFormat, severity, id, Detail::Time(time, hint));
                }
            }
        }
    }

    /// Lets the endpoints below this object be compared with its id, where that is sound.
    #[inline(never)]
    fn drop_anchor(&mut self, object: &'static Object, anchor: Anchor, slots: &[NodeId]) -> bool {
        let index =
            object.fields.iter().position(|field| equal(field.name.as_bytes(), anchor.field.as_bytes()));
        let at = index.and_then(|index| slots.get(index)).copied().unwrap_or(Document::ROOT);
        let node = self.document.node(at);
        let id = self.document.inner(node);
        let sound = at != Document::ROOT && node.kind == Kind::String && Format::ObjectId.accepts(id);
        if sound {
            self.anchor = Some(Anchored { anchor, at, id, agreed: false });
        }
        sound
    }

    #[inline(never)]
    fn endpoint(&mut self, node: NodeId, text: &[u8]) {
        let Some(anchored) = &mut self.anchor else { return };
        let strays = &mut self.strays;
        let Anchor { collection, parameter, .. } = anchored.anchor;
        endpoint::named(text, collection, parameter, |rest| {
            if let Some((id, rest)) = rest.split_at_checked(anchored.id.len())
                && equal(id, anchored.id)
                && matches!(rest, [] | [b'/' | b'?' | b'&' | b'#', ..])
            {
                anchored.agreed = true;
                return id.len();
            }
            let id = endpoint::id(rest);
            if id.eq_ignore_ascii_case(anchored.id) {
                anchored.agreed = true;
            } else if !id.is_empty() && strays.last().is_none_or(|(last, _)| *last != node) {
                strays.push((node, id.to_ascii_lowercase()));
            }
            id.len()
        });
    }

    /// Several endpoints that all name one other id are one fault, the id's; else each is its own.
    #[inline(never)]
    fn weigh_anchor(&mut self) {
        let Some(anchored) = self.anchor.take() else { return };
        let first = self.strays.first().map(|(_, id)| id);
        let one = self.strays.iter().all(|(_, id)| Some(id) == first);
        if self.strays.len() > 1 && !anchored.agreed && one {
            self.findings.warning(Code::InconsistentValue, anchored.at, Detail::Endpoints);
        } else {
            for (node, _) in &self.strays {
                self.findings.warning(
                    Code::InconsistentValue,
                    *node,
                    Detail::Endpoint(anchored.anchor.field),
                );
            }
        }
        self.strays.clear();
    }

    /// Numbers and strings that the reader has marked, unless they have a finding already.
    #[cold]
    fn flagged(&mut self) {
        let mut said: Vec<NodeId> = self.findings.list.iter().map(|finding| finding.at).collect();
        sort::by(&mut said, |id| u64::from(*id));
        for id in 0..self.document.nodes().len() as NodeId {
            let node = self.document.node(id);
            if !node.has(Node::LARGE | Node::LONE_SURROGATE) || said.binary_search(&id).is_ok() {
                continue;
            }
            if node.has(Node::LONE_SURROGATE) {
                self.findings.warning(Code::LoneSurrogate, id, Detail::LoneSurrogate);
            } else if number::is_unsafe(self.document.raw(id)) {
                self.findings.warning(Code::UnsafeNumber, id, Detail::UnsafeNumber);
            }
        }
    }
}

fn value_is(text: &[u8], value: &str, rule: &Text) -> bool {
    equal(text, value.as_bytes())
        || matches!(rule.format, Format::ObjectId | Format::Uuid)
            && text.eq_ignore_ascii_case(value.as_bytes())
}
