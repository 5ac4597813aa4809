//! The attributes of a CloudEvent, which stand before its data: its id, source, type, subject and time.

use std::ops::Range;

use super::canonical::{is_lower, is_plain, push_string, text};
use super::cloud_event::{DATA, NAMES};
use super::content_id::content_id;
use super::{Writer, is};
use crate::json::output::Output;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{Canonical, Field, LOADS, Shape};

impl<'c> Writer<'_, 'c> {
    /// Writes what is before the data, once that is written; where the attributes are in it.
    pub(super) fn attributes(
        &mut self,
        head: &mut Output,
        path: &mut Output,
        spelling: &mut Output,
    ) -> [Range<usize>; 5] {
        let (document, provider, event) = (self.data.document, self.matched.entry.provider, self.event);
        let node = self.node;
        head.byte(b'{');
        let [id, source, kind, subject, time] = NAMES;
        let attributes = [
            attribute(head, id, |json| match self.id {
                Some((value, shape)) => push_id(json, document, value, shape),
                None => json.string(&content_id(document, node, event, spelling), b','),
            }),
            attribute(head, source, |json| self.source(json, path)),
            attribute(head, kind, |json| {
                for part in ["\"", provider.reverse_dns, ".", event.meaning, "\","] {
                    json.push(part.as_bytes());
                }
            }),
            match self.subject() {
                Some((value, shape)) if is_attribute(document, value) => {
                    attribute(head, subject, |json| push_id(json, document, value, shape))
                }
                _ => 0..0,
            },
            match self.time.len() {
                0 => 0..0,
                _ => attribute(head, time, |json| json.string(self.time.bytes(), b',')),
            },
        ];
        head.push(DATA.as_bytes());
        if self.data.trace().is_some() {
            let subject = self.subject().map(|(value, _)| value);
            let name = document.at(node, self.matched.entry.envelope.name_at).filter(|name| *name != node);
            let of = [self.id.map(|(value, _)| value), None, name, subject, self.time_at];
            let mut of = of.map(Vec::from_iter);
            of[1] = self.tenants().map(|(_, node)| node).collect();
            if let Some(trace) = self.data.trace() {
                trace.attributes = of;
            }
        }
        attributes
    }

    /// What the event is about: a field of the data or, where there is a list with one element, of that.
    fn subject(&self) -> Option<(NodeId, &'c Shape<'c>)> {
        let name = self.event.subject?;
        if LOADS && self.event.schema.is_some() {
            return self.told;
        }
        if let Some((field, _, value)) = self.placed.iter().rfind(|(field, ..)| is(Some(name), field)) {
            return Some((*value, &field.shape));
        }
        let list = |(field, ..): &&(&Field, _, _)| matches!(field.canonical, Canonical::List(_));
        let (field, _, value) = self.placed.iter().find(list)?;
        let (element, shape) = match field.shape.branch(self.document.node(*value).kind) {
            Shape::Array(items) => {
                let mut elements = self.document.elements(*value);
                let first = elements.next()?;
                (elements.next().is_none().then_some(first)?, &items.shape)
            }
            shape => (*value, shape),
        };
        let Shape::Object(object) = shape else { return None };
        Some((self.document.get(element, name)?, &object.field(name)?.shape))
    }

    /// The provider and its tenant.
    fn source(&self, json: &mut Output, source: &mut Output) {
        let mut plain = true;
        for part in ["/", self.matched.entry.provider.name] {
            source.push(part.as_bytes());
        }
        for (segment, tenant) in self.tenants() {
            let node = self.data.document.node(tenant);
            plain &= is_plain(node);
            for part in ["/", segment, "/"] {
                source.push(part.as_bytes());
            }
            let tenant = self.data.document.text(node);
            if is_lower(&tenant) {
                source.push(&tenant);
            } else {
                source.push(&tenant.to_ascii_lowercase());
            }
        }
        push_string(json, source.bytes(), plain, b',');
    }

    /// The texts that name the tenant, each with the path segment before it.
    fn tenants(&self) -> impl Iterator<Item = (&'c str, NodeId)> {
        let document = self.data.document;
        let source: &'c [(&'c str, &'c str)] = self.matched.entry.envelope.source;
        source.iter().enumerate().filter_map(move |(index, (segment, tenant))| {
            let placed =
                self.placed.iter().filter(|(field, ..)| is(Some(tenant), field)).map(|(.., value)| *value);
            let mut values = placed.chain(self.tenants.get(index).copied().flatten());
            Some((*segment, values.find(|value| document.node(*value).kind == Kind::String)?))
        })
    }
}

/// Appends an attribute; where its value is.
fn attribute(json: &mut Output, name: &str, push: impl FnOnce(&mut Output)) -> Range<usize> {
    json.push(name.as_bytes());
    let start = json.len();
    push(json);
    start..json.len() - 1
}

/// Appends a string of the body, an id in its one spelling.
fn push_id(json: &mut Output, document: &Document<'_>, value: NodeId, shape: &Shape) {
    push_string(json, &text(document, value, shape), is_plain(document.node(value)), b',');
}

/// Whether a value may be an attribute of a CloudEvent: a text, not empty, without controls and
/// noncharacters.
pub(super) fn is_attribute(document: &Document<'_>, value: NodeId) -> bool {
    let is_plain = |byte: &u8| (b' '..=b'~').contains(byte);
    let may_be = |character: char| {
        let last_of_plane = u32::from(character) & 0xfffe == 0xfffe;
        !character.is_control() && !last_of_plane && !('\u{fdd0}'..='\u{fdef}').contains(&character)
    };
    let node = document.node(value);
    let text = document.text(node);
    node.kind == Kind::String
        && !text.is_empty()
        && (text.iter().all(is_plain)
            || std::str::from_utf8(&text).is_ok_and(|text| text.chars().all(may_be)))
}
