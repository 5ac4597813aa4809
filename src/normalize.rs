//! Known event → CloudEvents 1.0, driven by the catalog.
//!
//! A field's value goes where its [`Canonical`] says; what has no place there is kept after it under its
//! own name, and where that is taken under its pointer, so that nothing is lost. The envelope comes
//! first: where two places say the same, it wins.
//!
//! An event without an id of the provider's has one made of its content, see [`crate::content`].

use std::borrow::Cow;

use crate::content::content_id;
use crate::format::{Format, endpoint, flag, timestamp};
use crate::json::document::Node;
use crate::json::string::{halves, push_quoted, readable, unescape};
use crate::json::{Document, Kind, NodeId, number, pointer};
use crate::recognize::{Item, ItemKind, Recognized};
use crate::shape::{Canonical, EventType, Field, Integer, Object, Shape, Text, Time, Wrapper};
use crate::sort;

/// One event in the form of CloudEvents 1.0. Its `Display` is its JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloudEvent {
    /// The provider's own id of the event, or one made of the content; equal for a redelivery.
    pub id: String,
    /// A URI-reference of the provider and, as far as the body names one, its tenant.
    pub source: String,
    /// Reverse-DNS; one name for one meaning, whichever version sent it.
    pub kind: String,
    /// The id of the resource that it is about.
    pub subject: Option<String>,
    /// RFC 3339 in UTC, with the digits that were sent; absent where the body has no time.
    pub time: Option<String>,
    /// The canonical data, as JSON text.
    pub data: String,
}

impl CloudEvent {
    /// Appends its JSON.
    pub(crate) fn write(&self, json: &mut Vec<u8>) {
        json.extend_from_slice(br#"{"specversion":"1.0""#);
        let attributes = [
            (r#","id":"#, Some(&self.id)),
            (r#","source":"#, Some(&self.source)),
            (r#","type":"#, Some(&self.kind)),
            (r#","subject":"#, self.subject.as_ref()),
            (r#","time":"#, self.time.as_ref()),
        ];
        for (name, value) in attributes {
            if let Some(value) = value {
                json.extend_from_slice(name.as_bytes());
                push_quoted(json, value);
            }
        }
        json.extend_from_slice(br#","datacontenttype":"application/json","data":"#);
        json.extend_from_slice(self.data.as_bytes());
        json.push(b'}');
    }
}

impl std::fmt::Display for CloudEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut json = Vec::with_capacity(self.data.len() + 512);
        self.write(&mut json);
        f.write_str(&String::from_utf8_lossy(&json))
    }
}

/// How many bytes of unknown fields around several events are repeated in all of them; more than that
/// are kept with the first event alone, or a batch would take memory without bound.
const MOST_REPEATED: usize = 1 << 20;

/// The CloudEvents of a valid document, in body order; none of what is no event.
pub(crate) fn normalize(document: &Document<'_>, known: &Recognized, items: &[Item]) -> Vec<CloudEvent> {
    let around = match known.envelope.wrapper {
        Wrapper::Object { object, .. } => extras(document, Document::ROOT, object)
            .map(|(key, value)| document.raw(key).len() + document.raw(value).len())
            .sum(),
        Wrapper::None | Wrapper::List => 0usize,
    };
    let repeated = around.saturating_mul(items.len()) <= MOST_REPEATED;
    let event = |(index, item): (usize, &Item)| match item.kind {
        ItemKind::Known(event, _) if event.event => {
            Some(cloud_event(document, known, item.node, event, repeated || index == 0))
        }
        _ => None,
    };
    items.iter().enumerate().filter_map(event).collect()
}

/// The members of an object that no field of its shape has.
fn extras<'a>(
    document: &Document<'a>,
    object: NodeId,
    shape: &'static Object,
) -> impl Iterator<Item = (NodeId, NodeId)> {
    let document = *document;
    document.members(object).filter(move |(key, _)| {
        let key = document.node(*key);
        !shape.fields.iter().any(|field| document.is(key, field.name))
    })
}

/// `around`: with the unknown fields around it.
fn cloud_event(
    document: &Document<'_>,
    known: &Recognized,
    node: NodeId,
    event: &'static EventType,
    around: bool,
) -> CloudEvent {
    let mut writer = Writer {
        document,
        known,
        event,
        data: Vec::with_capacity(1024),
        placed: Vec::new(),
        extras: Vec::new(),
        id: None,
        time: None,
        subject: None,
        source: vec![None; known.envelope.source.len()],
    };
    writer.data.push(b'{');
    writer.fields(node, event.shape);
    if let Wrapper::Object { object, .. } = known.envelope.wrapper {
        let of_event = writer.extras.len();
        writer.fields(Document::ROOT, object);
        if !around {
            writer.extras.truncate(of_event);
        }
    }
    writer.extras();
    if writer.data.last() == Some(&b',') {
        writer.data.pop();
    }
    writer.data.push(b'}');
    let mut source = format!("/{}", known.provider.name);
    for ((segment, _), value) in known.envelope.source.iter().zip(&writer.source) {
        if let Some(value) = value {
            source.extend(["/", segment, "/", value]);
        }
    }
    CloudEvent {
        id: writer.id.unwrap_or_else(|| content_id(document, node, event)),
        source,
        kind: format!("{}.{}", known.provider.reverse_dns, event.meaning),
        subject: writer.subject,
        time: writer.time,
        data: String::from_utf8_lossy(&writer.data).into_owned(),
    }
}

struct Writer<'a> {
    document: &'a Document<'a>,
    known: &'a Recognized,
    event: &'static EventType,
    data: Vec<u8>,
    /// The names that are in the data so far, each with its value.
    placed: Vec<(&'static str, NodeId)>,
    /// The members that no field has, each with its object.
    extras: Vec<Extra<'a>>,
    id: Option<String>,
    time: Option<String>,
    subject: Option<String>,
    source: Vec<Option<String>>,
}

/// A member that no field has.
struct Extra<'a> {
    object: NodeId,
    key: Node,
    name: Cow<'a, [u8]>,
    value: NodeId,
}

impl Writer<'_> {
    /// The members of an object of the event as members of the data; those that no field has later.
    fn fields(&mut self, object: NodeId, shape: &'static Object) {
        for field in shape.fields {
            if let Some(value) = self.document.get(object, field.name) {
                self.field(field, value);
            }
        }
        for (key, value) in extras(self.document, object, shape) {
            let key = self.document.node(key);
            let name = unescape(self.document.inner(key));
            self.extras.push(Extra { object, key, name, value });
        }
    }

    /// The members that no field has, each under its own name; where a field has that, or a member of
    /// another object that comes before, under its pointer.
    fn extras(&mut self) {
        let extras = std::mem::take(&mut self.extras);
        let mut taken = vec![false; extras.len()];
        let order = sort::order(extras.len(), &|a, b| {
            let name = |index: usize| extras.get(index).map(|extra| &extra.name);
            name(a).cmp(&name(b))
        });
        let mut first: Option<&Extra<'_>> = None;
        for index in order {
            let (Some(extra), Some(taken)) = (extras.get(index), taken.get_mut(index)) else { continue };
            match first.filter(|first| first.name == extra.name) {
                Some(first) => *taken = first.object != extra.object,
                None => first = Some(extra),
            }
        }
        let mut place: Option<(NodeId, String)> = None;
        for (extra, taken) in extras.iter().zip(taken) {
            if taken || extra.name.first() == Some(&b'/') || self.is_placed(&extra.name) {
                let (_, object) = match place.take() {
                    Some(place) if place.0 == extra.object => place,
                    _ => (extra.object, pointer::pointer(self.document, extra.object)),
                };
                let mut pointer = object.clone();
                pointer::push(&mut pointer, &String::from_utf8_lossy(&extra.name));
                self.key(&pointer);
                place = Some((extra.object, object));
            } else {
                self.string(extra.key);
                self.data.push(b':');
            }
            self.any(extra.value);
            self.data.push(b',');
        }
    }

    /// Whether a name in the data is a field's, be the field absent.
    fn is_placed(&self, name: &[u8]) -> bool {
        let is = |field: &Field| match (field.canonical, field.shape) {
            (Canonical::Inline | Canonical::Type, _) | (_, Shape::Events) => false,
            (Canonical::Same, _) => field.name.as_bytes() == name,
            (Canonical::As(canonical), _) => canonical.as_bytes() == name,
            (Canonical::Named(canonical, called), _) => {
                canonical.as_bytes() == name || called.as_bytes() == name
            }
        };
        let around = match self.known.envelope.wrapper {
            Wrapper::Object { object, .. } => declares(object, &is),
            Wrapper::None | Wrapper::List => false,
        };
        around || declares(self.event.shape, &is)
    }

    fn field(&mut self, field: &'static Field, value: NodeId) {
        let envelope = self.known.envelope;
        let name = match (field.canonical, field.shape) {
            (Canonical::Type, _) | (_, Shape::Events) => return,
            (Canonical::Inline, Shape::Object(object)) => return self.fields(value, object),
            (Canonical::As(name) | Canonical::Named(name, _), _) => name,
            (Canonical::Same | Canonical::Inline, _) => field.name,
        };
        if envelope.id == Some(field.name) {
            self.id = Some(String::from_utf8_lossy(&self.text(value, field.shape)).into_owned());
            return;
        }
        if envelope.time == Some(field.name) && self.time.is_none() {
            self.time = self.moment(value, field.shape);
            if self.time.is_some() {
                return;
            }
        }
        if self.event.subject == Some(field.name) {
            self.subject = String::from_utf8(self.text(value, field.shape).into_owned())
                .ok()
                .filter(|text| !text.is_empty() && text.chars().all(is_of_attribute));
        }
        let tenant = envelope.source.iter().position(|(_, tenant)| *tenant == field.name);
        if let Some(source) =
            tenant.and_then(|index| self.source.get_mut(index)).filter(|source| source.is_none())
        {
            let node = self.document.node(value);
            *source =
                (node.kind == Kind::String).then(|| readable(self.document.inner(node)).to_ascii_lowercase());
        }
        match self.placed.iter().find(|(placed, _)| *placed == name) {
            Some((_, first)) if self.same(*first, value, field.shape) => return,
            Some(_) => self.key(&pointer::pointer(self.document, value)),
            None => {
                self.placed.push((name, value));
                self.key(name);
            }
        }
        self.value(value, field.shape, name);
        self.data.push(b',');
        if let (Canonical::Named(_, called), Shape::Text(text)) = (field.canonical, field.shape) {
            let id = self.text(value, field.shape);
            let name = text.values.iter().find(|(value, _)| value.as_bytes() == &*id).map(|(_, name)| *name);
            self.key(called);
            match name {
                Some(name) => push_quoted(&mut self.data, name),
                None => self.data.extend_from_slice(b"null"),
            }
            self.data.push(b',');
        }
    }

    fn key(&mut self, name: &str) {
        push_quoted(&mut self.data, name);
        self.data.push(b':');
    }

    /// A string's text; an id's in its one spelling.
    fn text(&self, value: NodeId, shape: Shape) -> Cow<'_, [u8]> {
        let text = unescape(self.document.inner(self.document.node(value)));
        match shape {
            Shape::Text(rule) if is_id(&rule, &text) => Cow::Owned(text.to_ascii_lowercase()),
            _ => text,
        }
    }

    /// Whether two values of a shape are the same.
    fn same(&self, first: NodeId, second: NodeId, shape: Shape) -> bool {
        match (self.document.node(first).kind, self.document.node(second).kind) {
            (Kind::String, Kind::String) => self.text(first, shape) == self.text(second, shape),
            _ => self.document.raw(first) == self.document.raw(second),
        }
    }

    fn value(&mut self, value: NodeId, shape: Shape, name: &str) {
        let node = self.document.node(value);
        match (shape, node.kind) {
            (Shape::Text(text), Kind::String) if text.format == Format::Endpoint => self.endpoint(value),
            (Shape::Text(text), Kind::String) => self.formatted(node, &text),
            (Shape::Integer(Integer::Flag), Kind::Number) => {
                let integer = number::integer(self.document.raw(value), node.has(Node::DECIMAL));
                let flag = integer.and_then(flag::canonical).unwrap_or_default();
                self.data.extend_from_slice(if flag { b"true" } else { b"false" });
            }
            (Shape::Time(_), _) => match self.moment(value, shape) {
                Some(moment) => push_quoted(&mut self.data, &moment),
                None => self.any(value),
            },
            (Shape::Array(items), Kind::Array) => {
                let group = (self.event.endpoints, items.shape);
                let grouped = matches!(group, (group, Shape::Text(Text { format: Format::Endpoint, .. })) if !group.is_empty() && name == "endpoints");
                if grouped {
                    self.data.push(b'{');
                    self.key(self.event.endpoints);
                }
                self.data.push(b'[');
                for element in self.document.elements(value) {
                    self.value(element, items.shape, "");
                    self.data.push(b',');
                }
                self.end(b']');
                if grouped {
                    self.data.push(b'}');
                }
            }
            (Shape::Object(object), Kind::Object) => {
                self.data.push(b'{');
                for (key, value) in self.document.members(value) {
                    let key = self.document.node(key);
                    let field = object.fields.iter().find(|field| self.document.is(key, field.name));
                    self.string(key);
                    self.data.push(b':');
                    self.value(value, field.map_or(Shape::Any, |field| field.shape), "");
                    self.data.push(b',');
                }
                self.end(b'}');
            }
            _ => self.any(value),
        }
    }

    /// Ends a list, of which the last comma is one too many.
    fn end(&mut self, bracket: u8) {
        match self.data.last_mut() {
            Some(last) if *last == b',' => *last = bracket,
            _ => self.data.push(bracket),
        }
    }

    fn formatted(&mut self, node: Node, rule: &Text) {
        let inner = self.document.inner(node);
        if node.has(Node::ESCAPED) || inner.iter().any(u8::is_ascii_uppercase) {
            let text = unescape(inner);
            if is_id(rule, &text) {
                self.data.push(b'"');
                self.data.extend(text.iter().map(u8::to_ascii_lowercase));
                self.data.push(b'"');
                return;
            }
        }
        self.string(node);
    }

    fn moment(&self, value: NodeId, shape: Shape) -> Option<String> {
        let node = self.document.node(value);
        match (shape, node.kind) {
            (Shape::Time(Time { style, .. }), Kind::String) => {
                timestamp::parse(&unescape(self.document.inner(node)), style)?.canonical()
            }
            (Shape::Time(_) | Shape::Integer(Integer::Seconds), Kind::Number) => {
                timestamp::from_seconds(number::integer(self.document.raw(value), node.has(Node::DECIMAL))?)
            }
            _ => None,
        }
    }

    /// An endpoint whole, and in its parts.
    fn endpoint(&mut self, value: NodeId) {
        const MOST_PARAMETERS: usize = 64;
        let url = readable(self.document.inner(self.document.node(value)));
        let query: Vec<(Cow<'_, str>, Cow<'_, str>)> = endpoint::query(&url)
            .take(MOST_PARAMETERS)
            .map(|(name, value)| (endpoint::decoded(name), endpoint::decoded(value)))
            .collect();
        self.data.push(b'{');
        for (name, value) in [("url", url.as_str()), ("path", endpoint::path(&url))] {
            self.key(name);
            push_quoted(&mut self.data, value);
            self.data.push(b',');
        }
        self.key("query");
        self.data.push(b'{');
        for (index, (name, value)) in query.iter().enumerate() {
            let same = |(other, _): &&(Cow<'_, str>, Cow<'_, str>)| other == name;
            if query.iter().take(index).any(|pair| same(&pair)) {
                continue;
            }
            self.key(name);
            let mut others = query.iter().skip(index + 1).filter(same).peekable();
            if others.peek().is_none() {
                push_quoted(&mut self.data, value);
            } else {
                self.data.push(b'[');
                push_quoted(&mut self.data, value);
                for (_, other) in others {
                    self.data.push(b',');
                    push_quoted(&mut self.data, other);
                }
                self.data.push(b']');
            }
            self.data.push(b',');
        }
        self.end(b'}');
        for (parameter, canonical, integer) in self.known.provider.parameters {
            let Some((_, text)) = query.iter().find(|(name, _)| name == parameter) else { continue };
            // Nine digits beyond seconds are no number of anything here.
            let digits =
                !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
            let Some(count) = digits.then(|| number::integer(text.as_bytes(), false)).flatten() else {
                continue;
            };
            self.data.push(b',');
            self.key(canonical);
            let moment = (*integer == Integer::Seconds).then(|| timestamp::from_seconds(count)).flatten();
            match moment {
                Some(moment) => push_quoted(&mut self.data, &moment),
                None => self.data.extend_from_slice(count.to_string().as_bytes()),
            }
        }
        self.data.push(b'}');
    }

    /// Any value, as it was sent; a number that JavaScript cannot hold as a string of its text.
    fn any(&mut self, value: NodeId) {
        let whole = self.document.node(value);
        let body = self.document.body();
        let mut from = whole.start as usize;
        if self.document.has(Node::LARGE | Node::LONE_SURROGATE) {
            for id in value..whole.next {
                let node = self.document.node(id);
                let large = node.kind == Kind::Number
                    && node.has(Node::LARGE)
                    && number::is_unsafe(self.document.raw(id));
                if !large && !node.has(Node::LONE_SURROGATE) {
                    continue;
                }
                self.data.extend_from_slice(body.get(from..node.start as usize).unwrap_or_default());
                if large {
                    self.data.push(b'"');
                    self.data.extend_from_slice(self.document.raw(id));
                    self.data.push(b'"');
                } else {
                    self.string(node);
                }
                from = node.end as usize;
            }
        }
        self.data.extend_from_slice(body.get(from..whole.end as usize).unwrap_or_default());
    }

    /// A string, quotes included, as it was sent; a raw half of a surrogate pair escaped, for the
    /// output is UTF-8.
    fn string(&mut self, node: Node) {
        let raw = self.document.body().get(node.start as usize..node.end as usize).unwrap_or_default();
        if node.has(Node::LONE_SURROGATE) {
            self.data.extend_from_slice(halves(raw).as_bytes());
        } else {
            self.data.extend_from_slice(raw);
        }
    }
}

/// Whether an attribute of a CloudEvent may have a character: no control, and no noncharacter.
fn is_of_attribute(character: char) -> bool {
    let last_of_plane = u32::from(character) & 0xfffe == 0xfffe;
    !character.is_control() && !last_of_plane && !('\u{fdd0}'..='\u{fdef}').contains(&character)
}

/// Whether a text is an id, which means the same in either case.
fn is_id(rule: &Text, text: &[u8]) -> bool {
    matches!(rule.format, Format::ObjectId | Format::Uuid) && rule.format.accepts(text)
}

/// Whether any field of a shape, inlined ones included, is such.
fn declares(object: &Object, is: &dyn Fn(&Field) -> bool) -> bool {
    object.fields.iter().any(|field| match (field.canonical, field.shape) {
        (Canonical::Inline, Shape::Object(inner)) => declares(inner, is),
        _ => is(field),
    })
}
