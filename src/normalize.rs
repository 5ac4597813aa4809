//! Known event → CloudEvents 1.0, driven by the catalog.
//!
//! A field's value goes where its [`Canonical`] says; what has no place there is kept under its own
//! name, and where that is taken under its pointer, so that nothing is lost. The envelope comes first:
//! where two places say the same, it wins.
//!
//! An event without an id of the provider's has one made of its content, see [`content_id`].

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use crate::format::{Format, endpoint, flag, timestamp};
use crate::json::document::Node;
use crate::json::string::{quote, readable, unescape};
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

impl std::fmt::Display for CloudEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(r#"{"specversion":"1.0","id":"#)?;
        f.write_str(&quote(&self.id))?;
        f.write_str(r#","source":"#)?;
        f.write_str(&quote(&self.source))?;
        f.write_str(r#","type":"#)?;
        f.write_str(&quote(&self.kind))?;
        for (name, value) in [("subject", &self.subject), ("time", &self.time)] {
            if let Some(value) = value {
                f.write_str(",\"")?;
                f.write_str(name)?;
                f.write_str("\":")?;
                f.write_str(&quote(value))?;
            }
        }
        f.write_str(r#","datacontenttype":"application/json","data":"#)?;
        f.write_str(&self.data)?;
        f.write_str("}")
    }
}

/// The CloudEvents of a valid document, in body order; none of what is no event.
pub(crate) fn normalize(document: &Document<'_>, known: &Recognized, items: &[Item]) -> Vec<CloudEvent> {
    let event = |item: &Item| match item.kind {
        ItemKind::Known(event, _) if event.event => Some(cloud_event(document, known, item.node, event)),
        _ => None,
    };
    items.iter().filter_map(event).collect()
}

fn cloud_event(
    document: &Document<'_>,
    known: &Recognized,
    node: NodeId,
    event: &'static EventType,
) -> CloudEvent {
    let mut writer = Writer {
        document,
        known,
        event,
        data: Vec::with_capacity(1024),
        placed: Vec::new(),
        id: None,
        time: None,
        subject: None,
        source: vec![None; known.envelope.source.len()],
    };
    writer.data.push(b'{');
    writer.fields(node, event.shape);
    if let Wrapper::Object { object, .. } = known.envelope.wrapper {
        writer.fields(Document::ROOT, object);
    }
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
    id: Option<String>,
    time: Option<String>,
    subject: Option<String>,
    source: Vec<Option<String>>,
}

impl Writer<'_> {
    /// The members of an object of the event as members of the data.
    fn fields(&mut self, object: NodeId, shape: &'static Object) {
        for field in shape.fields {
            if let Some(value) = self.document.get(object, field.name) {
                self.field(field, value);
            }
        }
        for (key, value) in self.document.members(object) {
            let key = self.document.node(key);
            if !shape.fields.iter().any(|field| self.document.is(key, field.name)) {
                let name = readable(self.document.inner(key));
                if name.starts_with('/') || self.is_placed(&name) {
                    self.key(&pointer::pointer(self.document, value));
                } else {
                    self.string(key);
                    self.data.push(b':');
                }
                self.any(value);
                self.data.push(b',');
            }
        }
    }

    fn is_placed(&self, name: &str) -> bool {
        let shapes = |field: &Field| match field.canonical {
            Canonical::Same => field.name == name,
            Canonical::As(canonical) => canonical == name,
            Canonical::Named(canonical, called) => canonical == name || called == name,
            Canonical::Inline | Canonical::Type => false,
        };
        self.placed.iter().any(|(placed, _)| *placed == name) || declares(self.event.shape, &shapes)
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
            self.id = Some(self.text(value));
            return;
        }
        if envelope.time == Some(field.name) && self.time.is_none() {
            self.time = self.moment(value, field.shape);
            if self.time.is_some() {
                return;
            }
        }
        if self.event.subject == Some(field.name) {
            self.subject = Some(self.text(value));
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
            Some((_, first)) if self.same(*first, value) => return,
            Some(_) => self.key(&pointer::pointer(self.document, value)),
            None => {
                self.placed.push((name, value));
                self.key(name);
            }
        }
        self.value(value, field.shape, name);
        self.data.push(b',');
        if let (Canonical::Named(_, called), Shape::Text(text)) = (field.canonical, field.shape) {
            let id = self.text(value);
            let name = text.values.iter().find(|(value, _)| *value == id).map(|(_, name)| *name);
            self.key(called);
            self.data.extend_from_slice(name.map_or("null".into(), quote).as_bytes());
            self.data.push(b',');
        }
    }

    fn key(&mut self, name: &str) {
        self.data.extend_from_slice(quote(name).as_bytes());
        self.data.push(b':');
    }

    /// A string that is an id, in its one spelling.
    fn text(&self, value: NodeId) -> String {
        let text = readable(self.document.inner(self.document.node(value)));
        let format = if Format::Uuid.accepts(text.as_bytes()) { Format::Uuid } else { Format::ObjectId };
        if format.accepts(text.as_bytes()) { format.canonical(&text).into_owned() } else { text }
    }

    fn same(&self, first: NodeId, second: NodeId) -> bool {
        let (a, b) = (self.document.node(first), self.document.node(second));
        a.kind == b.kind
            && (a.kind != Kind::String || self.text(first) == self.text(second))
            && (a.kind == Kind::String || self.document.raw(first) == self.document.raw(second))
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
                Some(moment) => self.data.extend_from_slice(quote(&moment).as_bytes()),
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
        let upper = inner.iter().any(u8::is_ascii_uppercase);
        let id = matches!(rule.format, Format::ObjectId | Format::Uuid);
        if id && upper && rule.format.accepts(inner) {
            self.data.push(b'"');
            self.data.extend(inner.iter().map(u8::to_ascii_lowercase));
            self.data.push(b'"');
        } else {
            self.string(node);
        }
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
            self.data.extend_from_slice(quote(value).as_bytes());
            self.data.push(b',');
        }
        self.key("query");
        self.data.push(b'{');
        for (index, (name, value)) in query.iter().enumerate() {
            if query.iter().take(index).any(|(earlier, _)| earlier == name) {
                continue;
            }
            self.key(name);
            let others: Vec<&str> = query
                .iter()
                .skip(index + 1)
                .filter(|(other, _)| other == name)
                .map(|(_, value)| &**value)
                .collect();
            if others.is_empty() {
                self.data.extend_from_slice(quote(value).as_bytes());
            } else {
                self.data.push(b'[');
                for value in std::iter::once(&**value).chain(others) {
                    self.data.extend_from_slice(quote(value).as_bytes());
                    self.data.push(b',');
                }
                self.end(b']');
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
            self.data.extend_from_slice(moment.map_or(count.to_string(), |moment| quote(&moment)).as_bytes());
        }
        self.data.push(b'}');
    }

    /// Any value, as it was sent; a number that JavaScript cannot hold as a string of its text.
    fn any(&mut self, value: NodeId) {
        let node = self.document.node(value);
        if !self.document.has(Node::LARGE | Node::LONE_SURROGATE) {
            self.data.extend_from_slice(self.document.raw(value));
            return;
        }
        match node.kind {
            Kind::String => self.string(node),
            Kind::Number if node.has(Node::LARGE) && number::is_unsafe(self.document.raw(value)) => {
                self.data.push(b'"');
                self.data.extend_from_slice(self.document.raw(value));
                self.data.push(b'"');
            }
            Kind::Array => {
                self.data.push(b'[');
                for element in self.document.elements(value) {
                    self.any(element);
                    self.data.push(b',');
                }
                self.end(b']');
            }
            Kind::Object => {
                self.data.push(b'{');
                for (key, value) in self.document.members(value) {
                    self.string(self.document.node(key));
                    self.data.push(b':');
                    self.any(value);
                    self.data.push(b',');
                }
                self.end(b'}');
            }
            _ => self.data.extend_from_slice(self.document.raw(value)),
        }
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

/// Text in the manner of WTF-8 as UTF-8, its halves of surrogate pairs as escapes.
fn halves(raw: &[u8]) -> String {
    let mut text = String::with_capacity(raw.len() + 8);
    let mut rest = raw;
    while let Some(at) = rest.iter().position(|byte| *byte == 0xed) {
        let (before, after) = rest.split_at(at);
        text.push_str(&String::from_utf8_lossy(before));
        match after {
            [_, second @ 0xa0..=0xbf, third, after @ ..] => {
                let unit = 0xd000 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
                text.push_str(&format!("\\u{unit:04x}"));
                rest = after;
            }
            _ => {
                let (character, after) = after.split_at_checked(3).unwrap_or((after, &[]));
                text.push_str(&String::from_utf8_lossy(character));
                rest = after;
            }
        }
    }
    text.push_str(&String::from_utf8_lossy(rest));
    text
}

/// Whether any field of a shape, inlined ones included, is such.
fn declares(object: &Object, is: &dyn Fn(&Field) -> bool) -> bool {
    object.fields.iter().any(|field| match (field.canonical, field.shape) {
        (Canonical::Inline, Shape::Object(inner)) => declares(inner, is),
        _ => is(field),
    })
}

/// The id of an event that has none of its own: the first 128 bits, in hexadecimal, of the SHA-256 of
/// the event type's name and the event's content. Of the content, the values count and nothing else:
/// not the order of keys, white space, escapes, nor how a number is spelled; of a repeated key, the
/// last value.
#[must_use]
pub(crate) fn content_id(document: &Document<'_>, node: NodeId, event: &EventType) -> String {
    let mut hasher = Sha256::new();
    let mut content = Vec::with_capacity(1024);
    content.extend_from_slice(event.name.as_bytes());
    content.push(b'\n');
    describe(document, node, &mut content);
    hasher.update(&content);
    let digest = hasher.finalize();
    digest
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// A value in one spelling: each part with its kind and length before it, so that no two values have
/// the same; keys in the order of their bytes.
fn describe(document: &Document<'_>, id: NodeId, content: &mut Vec<u8>) {
    let node = document.node(id);
    let mut part = |kind: u8, bytes: &[u8]| {
        content.push(kind);
        content.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        content.extend_from_slice(bytes);
    };
    match node.kind {
        Kind::Null => part(b'z', b""),
        Kind::False => part(b'f', b""),
        Kind::True => part(b't', b""),
        Kind::Number => part(b'n', number::canonical(document.raw(id)).as_bytes()),
        Kind::String => part(b's', &unescape(document.inner(node))),
        Kind::Array => {
            content.push(b'[');
            for element in document.elements(id) {
                describe(document, element, content);
            }
            content.push(b']');
        }
        Kind::Object => {
            content.push(b'{');
            let members: Vec<(Cow<'_, [u8]>, NodeId)> = document
                .members(id)
                .map(|(key, value)| (unescape(document.inner(document.node(key))), value))
                .collect();
            let key = |index: usize| members.get(index).map(|(key, _)| key);
            let ascends = members.iter().zip(members.iter().skip(1)).all(|((a, _), (b, _))| a < b);
            let order = if ascends {
                (0..members.len()).collect()
            } else {
                sort::order(members.len(), &|a, b| key(a).cmp(&key(b)))
            };
            for (at, index) in order.iter().enumerate() {
                let repeated = order.get(at + 1).is_some_and(|next| key(*next) == key(*index));
                if let Some((key, value)) = members.get(*index).filter(|_| !repeated) {
                    content.push(b's');
                    content.extend_from_slice(&(key.len() as u32).to_le_bytes());
                    content.extend_from_slice(key);
                    describe(document, *value, content);
                }
            }
            content.push(b'}');
        }
    }
}
