//! A value in its canonical form, whichever field it is of: flags as booleans, moments in UTC, ids in one
//! spelling, endpoints in parts, and all else as it was sent.

use std::borrow::Cow;
use std::ops::Range;

use super::origins::{TRACES, Trace};
use crate::format::endpoint;
use crate::format::{Format, flag, timestamp};
use crate::json::document::{Node, same};
use crate::json::output::Output;
use crate::json::string::{halves, lossy, push_quoted, shown};
use crate::json::{Document, Kind, NodeId, number, pointer};
use crate::shape::{Canonical, Field, Integer, Object, Parameter, Shape, Text, Time};

/// The data of an event as it is written: each value has a comma after it.
pub(crate) struct Data<'a, 'c> {
    pub document: &'a Document<'a>,
    /// Parameters of endpoints that are numbers, see [`crate::shape::Provider`].
    pub parameters: &'c [Parameter<'c>],
    /// The group that a plain list of endpoints belongs to.
    pub group: &'c str,
    pub json: &'a mut Output,
    /// Of the endpoint that is written.
    pub query: &'a mut Vec<endpoint::Parameter>,
    /// Where what is written came from, if that was asked for.
    pub trace: Option<Box<Trace>>,
}

impl<'c> Data<'_, 'c> {
    /// What notes where what is written came from.
    #[inline(always)]
    pub fn trace(&mut self) -> Option<&mut Trace> {
        if TRACES { self.trace.as_deref_mut() } else { None }
    }

    /// Notes that a value of the body is written next.
    #[inline(always)]
    pub fn mark(&mut self, value: NodeId, sent: bool) {
        let at = self.json.len();
        if let Some(trace) = self.trace() {
            trace.mark(at, value, sent);
        }
    }

    /// A value of a field of that name, and a comma. One arm a shape: longer than a screen, for each is its own.
    pub fn value(&mut self, value: NodeId, shape: &'c Shape<'c>, name: &str) {
        self.mark(value, false);
        let node = self.document.node(value);
        match (shape.branch(node.kind), node.kind) {
            (Shape::Text(text), Kind::String) => match text.format {
                Format::Endpoint => self.endpoint(node),
                Format::Flag => {
                    let flag = *self.document.text(node) == *b"1";
                    self.json.push(if flag { b"true," } else { b"false," });
                }
                Format::ObjectId | Format::Uuid => self.id(node, text),
                _ => self.string(node, b','),
            },
            (Shape::Integer(Integer::Flag), Kind::Number) => {
                let integer = number::integer(self.document.raw(value), node.has(Node::DECIMAL));
                let flag = integer.and_then(flag::canonical).unwrap_or_default();
                self.json.push(if flag { b"true," } else { b"false," });
            }
            (Shape::Time(_), _) => {
                let length = self.json.len();
                self.json.byte(b'"');
                if push_moment(self.json, self.document, value, shape) {
                    self.json.push(b"\",");
                } else {
                    self.json.truncate(length);
                    self.any(value);
                }
            }
            (Shape::Array(items), Kind::Array) => {
                let is_endpoint = matches!(items.shape, Shape::Text(Text { format: Format::Endpoint, .. }));
                let group = if is_endpoint && !name.is_empty() { self.group } else { "" };
                if !group.is_empty() {
                    self.json.byte(b'{');
                    self.json.string(group.as_bytes(), b':');
                }
                self.json.byte(b'[');
                for element in self.document.elements(value) {
                    self.value(element, &items.shape, "");
                }
                self.json.end(b']');
                if !group.is_empty() {
                    self.json.byte(b'}');
                }
                self.json.byte(b',');
            }
            (Shape::Object(object), Kind::Object) => {
                self.json.byte(b'{');
                let renames = object.fields.iter().any(|field| matches!(field.canonical, Canonical::As(_)));
                let mut expected = 0;
                for (key, value) in self.document.members(value) {
                    let index = object.index_of(self.document, &self.document.node(key), expected);
                    expected = index.unwrap_or(expected) + 1;
                    let field = index.and_then(|index| object.fields.get(index));
                    match field.map(|field| field.canonical) {
                        Some(Canonical::As(name)) => self.json.string(name.as_bytes(), b':'),
                        None if renames => self.other_key(key, object),
                        _ => self.string(self.document.node(key), b':'),
                    }
                    self.value(value, field.map_or(&Shape::Any, |field| &field.shape), "");
                }
                self.json.end(b'}');
                self.json.byte(b',');
            }
            _ => self.any(value),
        }
    }

    /// The key of a member that no field has, in an object some of whose fields have other names in the data:
    /// where it is one of those names, its pointer from the object stands for it, so that nothing is lost.
    fn other_key(&mut self, key: NodeId, object: &Object) {
        let node = self.document.node(key);
        let name = self.document.text(node);
        let is_taken = |field: &Field| matches!(field.canonical, Canonical::As(canonical) if same(canonical.as_bytes(), &name));
        if name.first() == Some(&b'/') || object.fields.iter().any(is_taken) {
            let mut pointer = String::new();
            pointer::push(&mut pointer, &lossy(&name));
            return push_text(self.json, pointer.as_bytes(), b':');
        }
        self.string(node, b':');
    }

    /// An id in its one spelling; as it was sent where it is none.
    fn id(&mut self, node: Node, rule: &Text) {
        if node.has(Node::ESCAPED) || !is_lower(self.document.inner(node)) {
            let text = self.document.text(node);
            if rule.format.fits(&text) {
                return self.json.string(&text.to_ascii_lowercase(), b',');
            }
        }
        self.string(node, b',');
    }

    /// An endpoint whole, and in its parts.
    fn endpoint(&mut self, node: Node) {
        const MOST_PARAMETERS: usize = 64;
        let Data { document, json, query, .. } = self;
        let (url, plain) = (document.text(node), is_plain(node));
        let push = |json: &mut Output, part: Range<usize>, encoded: bool, after: u8| {
            if plain && !encoded {
                let start = node.start as usize + 1 + part.start;
                json.string_in(document.body(), start, part.len(), after);
            } else {
                push_text(json, &endpoint::said(&url, part, encoded), after);
            }
        };
        query.clear();
        json.push(br#"{"url":"#);
        push(json, 0..url.len(), false, b',');
        json.push(br#""path":"#);
        push(json, 0..endpoint::parts(&url, MOST_PARAMETERS, query).len(), false, b',');
        json.push(br#""query":{"#);
        let is_among = |others: &[endpoint::Parameter], one: &endpoint::Parameter| {
            let name = one.name(&url);
            others.iter().any(|other| other.is(&url, &name))
        };
        let (before, after) = (
            |index: usize| query.get(..index).unwrap_or_default(),
            |index: usize| query.get(index + 1..).unwrap_or_default(),
        );
        let repeats = query.iter().enumerate().any(|(index, one)| is_among(before(index), one));
        for (index, parameter) in query.iter().enumerate() {
            if repeats && is_among(before(index), parameter) {
                continue;
            }
            push(json, parameter.name_at(), parameter.is_encoded(), b':');
            if !repeats || !is_among(after(index), parameter) {
                push(json, parameter.value_at(), parameter.is_encoded(), b',');
                continue;
            }
            let name = parameter.name(&url);
            let is_same = |other: &&endpoint::Parameter| other.is(&url, &name);
            json.byte(b'[');
            for same in query.iter().filter(is_same) {
                push_text(json, &same.value(&url), b',');
            }
            json.end(b']');
            json.byte(b',');
        }
        json.end(b'}');
        json.byte(b',');
        for Parameter { name, canonical, integer, .. } in self.parameters {
            let is = |parameter: &&endpoint::Parameter| parameter.is(&url, name.as_bytes());
            let Some(parameter) = self.query.iter().find(is) else { continue };
            self.parameter(&parameter.value(&url), canonical, *integer);
        }
        self.json.end(b'}');
        self.json.byte(b',');
    }

    /// A parameter that is a number, where it has one.
    fn parameter(&mut self, text: &[u8], name: &str, integer: Integer) {
        // Nothing here is counted in larger numbers.
        const MOST_DIGITS: usize = 15;
        if text.is_empty() || text.len() > MOST_DIGITS || !text.iter().all(u8::is_ascii_digit) {
            return;
        }
        self.json.string(name.as_bytes(), b':');
        if integer == Integer::Seconds {
            let length = self.json.len();
            self.json.byte(b'"');
            if timestamp::push_seconds(self.json, number::integer(text, false).unwrap_or_default()) {
                return self.json.push(b"\",");
            }
            self.json.truncate(length);
        }
        let zeros = text.iter().take_while(|digit| **digit == b'0').count();
        self.json.push(text.get(zeros.min(text.len() - 1)..).unwrap_or_default());
        self.json.byte(b',');
    }

    /// Any value, as it was sent; a number that JavaScript cannot hold as a string of its text.
    pub fn any(&mut self, value: NodeId) {
        self.mark(value, true);
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
                self.json.push(body.get(from..node.start as usize).unwrap_or_default());
                if large {
                    self.json.string(self.document.raw(id), b',');
                } else {
                    self.string(node, b',');
                }
                self.json.truncate(self.json.len() - 1);
                from = node.end as usize;
            }
        }
        self.json.push(body.get(from..whole.end as usize).unwrap_or_default());
        self.json.byte(b',');
    }

    /// A string as it was sent, a raw half of a surrogate pair escaped, for the output is UTF-8; and what
    /// follows it.
    pub fn string(&mut self, node: Node, after: u8) {
        if node.has(Node::LONE_SURROGATE) {
            self.json.string(halves(self.document.inner(node)).as_bytes(), after);
        } else {
            let length = (node.end - node.start).saturating_sub(2);
            self.json.string_in(self.document.body(), node.start as usize + 1, length as usize, after);
        }
    }

    /// Whether two values of a shape are the same.
    pub fn same(&self, first: NodeId, second: NodeId, shape: &Shape) -> bool {
        match (self.document.node(first).kind, self.document.node(second).kind) {
            (Kind::String, Kind::String) => {
                same(&text(self.document, first, shape), &text(self.document, second, shape))
            }
            _ => same(self.document.raw(first), self.document.raw(second)),
        }
    }
}

/// A string's text; an id's in its one spelling.
pub(crate) fn text<'a>(document: &Document<'a>, value: NodeId, shape: &Shape) -> Cow<'a, [u8]> {
    let text = document.text(document.node(value));
    match shape {
        Shape::Text(Text { format: format @ (Format::ObjectId | Format::Uuid), .. })
            if !is_lower(&text) && format.fits(&text) =>
        {
            Cow::Owned(text.to_ascii_lowercase())
        }
        _ => text,
    }
}

/// Whether no letter is a capital one: those lack the bit that all digits, hyphens and small letters have.
#[inline(always)]
pub(crate) fn is_lower(text: &[u8]) -> bool {
    let (words, rest) = text.as_chunks();
    let bit = u64::from_le_bytes([0x20; 8]);
    words.iter().all(|word| u64::from_le_bytes(*word) & bit == bit)
        && rest.iter().all(|byte| byte & 0x20 != 0)
}

/// Whether a string's text is JSON as it stands.
pub(crate) fn is_plain(node: Node) -> bool {
    !node.has(Node::ESCAPED | Node::LONE_SURROGATE)
}

/// Appends a JSON string of a text, which is `plain` where it is JSON as it stands, and what follows it.
#[inline]
pub(crate) fn push_string(json: &mut Output, text: &[u8], plain: bool, after: u8) {
    if plain { json.string(text, after) } else { push_text(json, text, after) }
}

/// Appends a JSON string of any text, and what follows it.
#[cold]
pub(crate) fn push_text(json: &mut Output, text: &[u8], after: u8) {
    let mut quoted = Vec::new();
    push_quoted(&mut quoted, &shown(text));
    json.push(&quoted);
    json.byte(after);
}

/// Appends a moment as RFC 3339 in UTC; nothing, and `false`, where the value is none that can be said so.
pub(crate) fn push_moment(json: &mut Output, document: &Document<'_>, value: NodeId, shape: &Shape) -> bool {
    let node = document.node(value);
    match (shape, node.kind) {
        (Shape::Time(Time { style, .. }), Kind::String) => {
            timestamp::parse(&document.text(node), *style).is_some_and(|moment| moment.push(json))
        }
        (Shape::Time(_) | Shape::Integer(Integer::Seconds), Kind::Number) => {
            number::integer(document.raw(value), node.has(Node::DECIMAL))
                .is_some_and(|seconds| timestamp::push_seconds(json, seconds))
        }
        _ => false,
    }
}
