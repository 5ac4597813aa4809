//! Known event → CloudEvents 1.0, driven by the catalog.
//!
//! A field's value goes where its [`Canonical`] says; what has no place there is kept after it under its
//! own name, and where that is taken under its pointer, so that nothing is lost. The envelope comes
//! first: where two places say the same, it wins.
//!
//! An event without an id of the provider's has one made of its content, see [`content_id`].

mod attributes;
mod canonical;
mod cloud_event;
mod content_id;
mod origins;

use crate::format::timestamp::Style;
use crate::format::{Format, endpoint};
use crate::json::document::same;
use crate::json::output::Output;
use crate::json::string::{lossy, push_number};
use crate::json::{Document, Kind, NodeId, pointer, sort};
use crate::recognize::{EventKind, EventNode, MatchedEnvelope};
use crate::shape::{Canonical, EventType, Field, Integer, LOADS, Object, Shape, Text, Time, Wrapper};
use attributes::is_attribute;
use canonical::{Data, push_moment, push_text, text};
pub use cloud_event::CloudEvent;
pub(crate) use cloud_event::EncodedEvent;
pub use origins::OriginKind;
use origins::{TRACES, Trace};
pub(crate) use origins::{Traced, origins};

/// How many bytes of unknown fields around several events are repeated in all of them; more than that
/// are kept with the first event alone, or a batch would take memory without bound.
const MOST_REPEATED: usize = 1 << 20;

/// Memory that is used again for every event.
#[derive(Debug)]
pub(crate) struct Buffers<'c> {
    head: Output,
    data: Output,
    time: Output,
    source: Output,
    spelling: Output,
    query: Vec<endpoint::Parameter>,
    placed: Vec<Placed<'c>>,
    values: Vec<NodeId>,
}

impl Buffers<'_> {
    pub const fn new() -> Self {
        Buffers {
            head: Output::new(),
            data: Output::new(),
            time: Output::new(),
            source: Output::new(),
            spelling: Output::new(),
            query: Vec::new(),
            placed: Vec::new(),
            values: Vec::new(),
        }
    }
}

/// Gives the CloudEvents of a valid document, in body order; none of what is no event. Where all of it came from is
/// noted where `traced`.
pub(crate) fn normalize<'c>(
    document: &Document<'_>,
    matched: &MatchedEnvelope<'c>,
    nodes: &[EventNode<'c>],
    traced: bool,
    buffers: &mut Buffers<'c>,
    give: &mut dyn FnMut(EncodedEvent<'_>),
) {
    let mut extras = Vec::new();
    buffers.values.clear();
    let around = match matched.entry.envelope.wrapper {
        Wrapper::Object { object, .. } => {
            members(document, Document::ROOT, object, &mut buffers.values, &mut extras);
            Some(object)
        }
        Wrapper::None | Wrapper::List => None,
    };
    let mut list = String::new();
    for (index, event_node) in nodes.iter().enumerate() {
        if index == 1 {
            let first = nodes.first().map(|first| pointer::pointer(document, first.node)).unwrap_or_default();
            list.push_str(first.strip_suffix('0').unwrap_or_default());
            let size = |extra: &Extra| document.raw(extra.key).len() + document.raw(extra.key + 1).len();
            if extras.iter().map(size).sum::<usize>().saturating_mul(nodes.len()) > MOST_REPEATED {
                extras.clear();
            }
        }
        let EventKind::Known(event, _) = event_node.kind else { continue };
        if !event.event {
            continue;
        }
        let Buffers { head, data, time, source, spelling, query, placed, values } = buffers;
        for output in [&mut *head, data, time, source, spelling] {
            output.truncate(0);
        }
        placed.clear();
        let mut writer = Writer {
            document,
            matched,
            event,
            node: event_node.node,
            list: &list,
            index,
            data: Data {
                document,
                parameters: matched.entry.provider.parameters,
                group: event.endpoints,
                json: data,
                query,
                trace: (TRACES && traced).then(|| Box::new(Trace::of(event_node.node))),
            },
            placed,
            values,
            extras: Vec::new(),
            id: None,
            time,
            time_at: None,
            told: None,
            tenants: Vec::new(),
        };
        if LOADS && event.schema.is_some() {
            writer.sent();
        } else {
            writer.data.json.byte(b'{');
            writer.object(event_node.node, event.shape);
            if let Some(object) = around {
                writer.fields(object, 0);
                writer.extras.extend_from_slice(&extras);
            }
            writer.extras();
            writer.data.json.end(b'}');
        }
        let attributes = writer.attributes(head, source, spelling);
        let Data { json, trace, .. } = writer.data;
        give(EncodedEvent { head: head.bytes(), data: json.bytes(), attributes, trace: trace.as_deref() });
    }
}

/// A field that is in the data, its name there and its value.
type Placed<'c> = (&'c Field<'c>, &'c str, NodeId);

/// A member that no field has: its object and its key.
#[derive(Clone, Copy)]
struct Extra {
    object: NodeId,
    key: NodeId,
}

/// Appends to `values` where that of each field of a shape is, of a repeated key the last, and the root's id for none;
/// to `extras` the members that no field has.
fn members(
    document: &Document<'_>,
    object: NodeId,
    shape: &Object,
    values: &mut Vec<NodeId>,
    extras: &mut Vec<Extra>,
) {
    let first = values.len();
    values.resize(first + shape.fields.len(), Document::ROOT);
    let mut expected = 0;
    for (key, value) in document.members(object) {
        match shape.index_of(document, &document.node(key), expected) {
            Some(index) => {
                expected = index + 1;
                if let Some(slot) = values.get_mut(first + index) {
                    *slot = value;
                }
            }
            None => extras.push(Extra { object, key }),
        }
    }
}

struct Writer<'a, 'c> {
    document: &'a Document<'a>,
    matched: &'a MatchedEnvelope<'c>,
    event: &'c EventType<'c>,
    node: NodeId,
    /// The pointer of the array that it stands in, and a `/`; of the first event, nothing.
    list: &'a str,
    index: usize,
    data: Data<'a, 'c>,
    /// The fields that are in the data so far.
    placed: &'a mut Vec<Placed<'c>>,
    /// Where the values of the fields are of the objects that are looked at, see [`members`].
    values: &'a mut Vec<NodeId>,
    /// The members that no field has.
    extras: Vec<Extra>,
    /// The field with the provider's own event id.
    id: Option<(NodeId, &'c Shape<'c>)>,
    time: &'a mut Output,
    time_at: Option<NodeId>,
    /// Of an event whose schema alone is known: what it is about, and the fields of its tenant.
    told: Option<(NodeId, &'c Shape<'c>)>,
    tenants: Vec<Option<NodeId>>,
}

impl<'c> Writer<'_, 'c> {
    fn pointer(&self, target: NodeId) -> String {
        let inside = self.index > 0 && (self.node..self.document.node(self.node).next).contains(&target);
        let (mut pointer, mut from) = (String::new(), Document::ROOT);
        if inside {
            pointer.push_str(self.list);
            push_number(&mut pointer, self.index as u64);
            from = self.node;
        }
        pointer::write_from(&mut pointer, self.document, from, target);
        pointer
    }

    /// The members of an object of the event as members of the data; those that no field has later.
    fn object(&mut self, id: NodeId, shape: &'c Object<'c>) {
        let others = std::mem::take(&mut self.extras);
        let first = self.values.len();
        members(self.document, id, shape, self.values, &mut self.extras);
        let own = std::mem::replace(&mut self.extras, others);
        self.fields(shape, first);
        self.values.truncate(first);
        self.extras.extend(own);
    }

    /// The fields of an object whose values are noted from an index on.
    fn fields(&mut self, shape: &'c Object<'c>, first: usize) {
        // The fields of one object have names of their own: only those of others can be the same.
        let mut others = self.placed.len();
        for (index, field) in shape.fields.iter().enumerate() {
            let value = self.values.get(first + index).copied().unwrap_or_default();
            match (field.canonical, &field.shape) {
                _ if value == Document::ROOT => {}
                (Canonical::Type, _) | (_, Shape::Events) => {}
                (Canonical::Inline, Shape::Object(object)) => {
                    self.object(value, object);
                    others = self.placed.len();
                }
                (Canonical::As(name) | Canonical::List(name) | Canonical::Named(name, _), _) => {
                    self.field(field, name, value, others)
                }
                (Canonical::Same | Canonical::Inline, _) => self.field(field, field.name, value, others),
            }
        }
    }

    fn field(&mut self, field: &'c Field<'c>, name: &'c str, value: NodeId, others: usize) {
        if is(self.matched.entry.envelope.id, field) {
            self.id = Some((value, &field.shape));
            return;
        }
        if is(self.matched.entry.envelope.time, field)
            && self.time.len() == 0
            && push_moment(self.time, self.document, value, &field.shape)
        {
            self.time_at = Some(value);
            return;
        }
        let same = |(_, placed, _): &&(_, &str, _)| reads(placed, name.as_bytes());
        match self.placed.get(..others).unwrap_or_default().iter().find(same) {
            Some(&(_, _, first)) if self.data.same(first, value, &field.shape) => {
                if let Some(trace) = self.data.trace() {
                    trace.also(first, value);
                }
                return;
            }
            Some(_) => {
                let pointer = self.pointer(value);
                push_text(self.data.json, pointer.as_bytes(), b':');
            }
            None => self.data.json.string(name.as_bytes(), b':'),
        }
        self.placed.push((field, name, value));
        let alone =
            matches!(field.canonical, Canonical::List(_)) && self.document.node(value).kind != Kind::Array;
        if alone {
            self.data.json.byte(b'[');
        }
        self.data.value(value, &field.shape, name);
        if alone {
            self.data.json.end(b']');
            self.data.json.byte(b',');
        }
        if let (Canonical::Named(_, called), Shape::Text(rule)) = (field.canonical, &field.shape) {
            let id = text(self.document, value, &field.shape);
            let name = rule.values.iter().find(|(value, _)| reads(value, &id));
            self.data.json.string(called.as_bytes(), b':');
            self.data.mark(value, false);
            match name {
                Some((_, name)) => self.data.json.string(name.as_bytes(), b','),
                None => self.data.json.push(b"null,"),
            }
        }
    }

    /// The members that no field has, each under its own name; where a field has that, or a member of
    /// another object that comes before, under its pointer.
    fn extras(&mut self) {
        if self.extras.is_empty() {
            return;
        }
        let extras = std::mem::take(&mut self.extras);
        let document = self.document;
        let name = |extra: &Extra| document.text(document.node(extra.key));
        let mut taken = vec![false; extras.len()];
        let keys: Vec<NodeId> = extras.iter().map(|extra| extra.key).collect();
        let order = sort::by_text(document, &keys);
        let mut first: Option<&Extra> = None;
        for index in order {
            let (Some(extra), Some(taken)) = (extras.get(index), taken.get_mut(index)) else { continue };
            match first.filter(|first| name(first) == name(extra)) {
                Some(first) => *taken = first.object != extra.object,
                None => first = Some(extra),
            }
        }
        let mut place = None;
        for (extra, taken) in extras.iter().zip(taken) {
            let name = name(extra);
            if taken || name.first() == Some(&b'/') || self.is_placed(&name) {
                let (_, object) = place
                    .take_if(|(of, _)| *of == extra.object)
                    .unwrap_or_else(|| (extra.object, self.pointer(extra.object)));
                let mut pointer = object.clone();
                pointer::push(&mut pointer, &lossy(&name));
                push_text(self.data.json, pointer.as_bytes(), b':');
                place = Some((extra.object, object));
            } else {
                self.data.string(self.document.node(extra.key), b':');
            }
            self.data.any(extra.key + 1);
        }
    }

    /// Whether a name in the data is a field's, be the field absent.
    fn is_placed(&self, name: &[u8]) -> bool {
        let is = |field: &Field| match (field.canonical, field.shape) {
            (Canonical::Inline | Canonical::Type, _) | (_, Shape::Events) => false,
            (Canonical::Same, _) => reads(field.name, name),
            (Canonical::As(canonical) | Canonical::List(canonical), _) => reads(canonical, name),
            (Canonical::Named(canonical, called), _) => reads(canonical, name) || reads(called, name),
        };
        let around = match self.matched.entry.envelope.wrapper {
            Wrapper::Object { object, .. } => declares(object, &is),
            Wrapper::None | Wrapper::List => false,
        };
        around || declares(self.event.shape, &is)
    }

    /// An event whose schema alone is known: its data is the payload as it was sent, and what else is known of it
    /// stands where the catalog says.
    fn sent(&mut self) {
        const TEXT: &Shape<'static> = &Shape::Text(Text::of(Format::Any));
        const MOMENTS: [&Shape<'static>; 2] = [
            &Shape::Time(Time { style: Style::Rfc3339, no_offset: None, or_seconds: true }),
            &Shape::Integer(Integer::Seconds),
        ];
        let (document, node) = (self.document, self.node);
        let envelope = self.matched.entry.envelope;
        let member = |name: Option<&str>| name.and_then(|name| document.get(node, name));
        self.data.any(node);
        // What is written has a comma after it.
        let length = self.data.json.len().saturating_sub(1);
        self.data.json.truncate(length);
        self.id = member(envelope.id).filter(|id| is_attribute(document, *id)).map(|id| (id, TEXT));
        if let Some(at) = member(envelope.time) {
            let said = MOMENTS.into_iter().any(|shape| push_moment(self.time, document, at, shape));
            self.time_at = Some(at).filter(|_| said);
        }
        self.told = member(self.event.subject).map(|subject| (subject, TEXT));
        self.tenants = envelope.source.iter().map(|(_, name)| member(Some(name))).collect();
    }
}

#[inline(always)]
fn is(name: Option<&str>, field: &Field) -> bool {
    name.is_some_and(|name| reads(name, field.name.as_bytes()))
}

#[inline(always)]
fn reads(name: &str, text: &[u8]) -> bool {
    // Most are of another length: those need no call.
    name.len() == text.len() && same(name.as_bytes(), text)
}

/// Whether any field of a shape, inlined ones included, is such.
fn declares(object: &Object, is: &dyn Fn(&Field) -> bool) -> bool {
    object.fields.iter().any(|field| match (field.canonical, field.shape) {
        (Canonical::Inline, Shape::Object(inner)) => declares(inner, is),
        _ => is(field),
    })
}
